package policy

import (
	"bytes"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// An IntegrityHash is a hash that a body may have: an item of integrity metadata.
//
// https://w3c.github.io/webappsec-subresource-integrity/#integrity-metadata
type IntegrityHash struct {
	// Algorithm is "sha256", "sha384" or "sha512".
	Algorithm string
	// Value is the hash in base64, as the page has it.
	Value string
}

// integrityAlgorithms are the hash algorithms, from the weakest to the strongest: by length, and by the alphabet too.
var integrityAlgorithms = map[string]func(body []byte) []byte{
	"sha256": func(body []byte) []byte { sum := sha256.Sum256(body); return sum[:] },
	"sha384": func(body []byte) []byte { sum := sha512.Sum384(body); return sum[:] },
	"sha512": func(body []byte) []byte { sum := sha512.Sum512(body); return sum[:] },
}

// ParseIntegrity parses integrity metadata: the hashes whose algorithms are known, in order. Anything else is left
// out. The zero profile takes what the standard takes.
//
// https://w3c.github.io/webappsec-subresource-integrity/#parse-metadata-section
func ParseIntegrity(profile engine.Profile, metadata string) []IntegrityHash {
	var hashes []IntegrityHash
	for item := range strings.FieldsFuncSeq(metadata, integritySpace(profile)) {
		// Options follow a question mark. None is defined.
		expression, _, _ := strings.Cut(item, "?")
		algorithm, value, _ := strings.Cut(expression, "-")
		if profile.Has(engine.IntegrityAlgorithmAnyCase) {
			algorithm = header.Lower(algorithm)
		}
		// An algorithm that is not known asks for nothing.
		if integrityAlgorithms[algorithm] == nil {
			continue
		}
		// By the text the value ends at the next hyphen, and an empty one is a value that nothing matches.
		if !profile.Has(engine.IntegrityDecodesValues) {
			value, _, _ = strings.Cut(value, "-")
		} else if !isIntegrityValue(profile, value) {
			continue
		}
		hashes = append(hashes, IntegrityHash{Algorithm: algorithm, Value: value})
	}
	return hashes
}

func integritySpace(profile engine.Profile) func(rune) bool {
	spaces := asciiWhitespace
	if profile.Has(engine.IntegrityFormFeedIsNoSpace) {
		spaces = "\t\n\r "
	}
	return func(r rune) bool { return strings.ContainsRune(spaces, r) }
}

// isIntegrityValue reports whether a browser that decodes values takes this one for one: digits of base64 or
// base64url, and equals signs.
func isIntegrityValue(profile engine.Profile, value string) bool {
	digits := strings.TrimLeftFunc(value, isBase64Digit)
	switch {
	case value == "":
		return false
	// One engine takes equals signs anywhere,
	case profile.Has(engine.IntegrityEqualsAnywhere):
		return strings.TrimLeftFunc(value, func(r rune) bool { return r == '=' || isBase64Digit(r) }) == ""
	// another wants at least one digit before them,
	case profile.Has(engine.IntegrityExactPadding) && digits == value:
		return false
	}
	// and there are two at most.
	return digits == "" || digits == "=" || digits == "=="
}

func isBase64Digit(r rune) bool {
	return '0' <= r && r <= '9' || 'A' <= r && r <= 'Z' || 'a' <= r && r <= 'z' || strings.ContainsRune("+/-_", r)
}

// StrongestIntegrity returns those of the hashes that use the strongest algorithm among them: only they count.
//
// https://w3c.github.io/webappsec-subresource-integrity/#get-the-strongest-metadata
func StrongestIntegrity(hashes []IntegrityHash) []IntegrityHash {
	var strongest []IntegrityHash
	for _, hash := range hashes {
		// A stronger algorithm makes the weaker ones not count, and a weaker one does not count.
		switch {
		case len(strongest) == 0 || hash.Algorithm > strongest[0].Algorithm:
			strongest = append(strongest[:0], hash)
		case hash.Algorithm == strongest[0].Algorithm:
			strongest = append(strongest, hash)
		}
	}
	return strongest
}

// MatchesIntegrity reports whether a body matches integrity metadata: it has one of the strongest hashes, or there
// are none.
//
// https://w3c.github.io/webappsec-subresource-integrity/#does-response-match-metadatalist
func MatchesIntegrity(profile engine.Profile, body []byte, metadata string) bool {
	strongest := StrongestIntegrity(ParseIntegrity(profile, metadata))
	if len(strongest) == 0 {
		return true
	}
	sum := integrityAlgorithms[strongest[0].Algorithm](body)
	for _, hash := range strongest {
		if hash.matches(profile, sum) {
			return true
		}
	}
	return false
}

func (h IntegrityHash) matches(profile engine.Profile, sum []byte) bool {
	// By the text, base64 is compared letter by letter.
	if !profile.Has(engine.IntegrityDecodesValues) {
		return h.Value == base64.StdEncoding.EncodeToString(sum)
	}
	// Browsers compare bytes. Base64url stands for them too, and padding may be left out.
	digits := strings.TrimRight(h.Value, "=")
	if profile.Has(engine.IntegrityExactPadding) && len(h.Value) != len(digits) && len(h.Value)%4 != 0 {
		return false
	}
	value, err := base64.RawStdEncoding.DecodeString(base64urlToBase64.Replace(digits))
	return err == nil && bytes.Equal(value, sum)
}

var base64urlToBase64 = strings.NewReplacer("-", "+", "_", "/")

// An IntegrityResponse is what integrity metadata is held against.
type IntegrityResponse struct {
	// Element is true where an element made the request, and not fetch().
	Element bool
	// Opaque and OpaqueRedirect are true for a response that is filtered so.
	Opaque, OpaqueRedirect bool
	// BodyNull is true where there is no body.
	BodyNull bool
	// Body holds the bytes of the body, nil where nobody knows them.
	Body []byte
}

// CheckIntegrity holds a response against the integrity metadata of its request. The decision's rule is
// rule.NotModelledIntegrity where the bytes would decide and are not known.
//
// https://fetch.spec.whatwg.org/#concept-main-fetch step 23
func CheckIntegrity(profile engine.Profile, metadata string, response IntegrityResponse) rule.Decision {
	switch {
	// Without metadata every response will do.
	case metadata == "" || asksForNoIntegrity(profile, metadata, response):
		return rule.Pass(rule.IntegrityMatch)
	// A body that may not be read cannot be held against anything.
	case response.Opaque || response.OpaqueRedirect && !profile.Has(engine.IntegrityReadsOpaqueRedirect):
		return rule.Stop(rule.MainFetchIntegrity, metadata, "")
	// Nor can one that is not there.
	case response.BodyNull:
		return rule.Stop(rule.MainFetchIntegrity, metadata, "")
	case response.Body == nil:
		return rule.Stop(rule.NotModelledIntegrity, metadata, "")
	case !MatchesIntegrity(profile, response.Body, metadata):
		return rule.Stop(rule.IntegrityMatch, metadata, "")
	}
	return rule.Pass(rule.IntegrityMatch)
}

// asksForNoIntegrity reports whether a browser takes metadata that is not empty as though it were.
func asksForNoIntegrity(profile engine.Profile, metadata string, response IntegrityResponse) bool {
	var needsHash bool
	switch {
	// Of a body that cannot be read some take any metadata for a demand, but white space for none.
	case response.Opaque && isBlankIntegrity(profile, metadata, response.Element):
		return true
	case response.Opaque:
		needsHash = response.Element && profile.Has(engine.IntegrityOfElementNeedsHash)
	case response.OpaqueRedirect:
		needsHash = profile.Has(engine.IntegrityNeedsHash) && !profile.Has(engine.IntegrityFailsOpaqueRedirect)
	// Where it can be read, they ask for nothing unless there is a hash that they know.
	default:
		needsHash = profile.Has(engine.IntegrityNeedsHash)
	}
	return needsHash && len(ParseIntegrity(profile, metadata)) == 0
}

func isBlankIntegrity(profile engine.Profile, metadata string, element bool) bool {
	mayBeBlank := profile.Has(engine.IntegrityMayBeBlank) || element && profile.Has(engine.IntegrityOfElementMayBeBlank)
	return mayBeBlank && strings.TrimFunc(metadata, integritySpace(profile)) == ""
}
