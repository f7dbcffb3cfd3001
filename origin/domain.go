package origin

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/idna"
)

// DomainToASCII is the domain parser of the URL Standard with beStrict false. A
// domain in ASCII is lower-cased, whatever its "xn--" labels say; any other
// goes through Unicode ToASCII.
//
// https://url.spec.whatwg.org/#concept-domain-to-ascii
func DomainToASCII(domain string) (string, error) {
	ascii, err := appendDomain(make([]byte, 0, len(domain)), domain)
	if err != nil {
		err.Input = domain
		return "", err
	}
	return string(ascii), nil
}

// appendDomain is [DomainToASCII]; the Input of its error is for the caller to
// set.
func appendDomain(dst []byte, domain string) ([]byte, *Error) {
	if isASCII(domain) {
		if domain == "" {
			return nil, &Error{Message: "a domain cannot be empty"}
		}
		if i := scan(domain, 0, forbiddenDomain); i < len(domain) {
			return nil, &Error{Message: "a domain cannot hold " + describe(domain[i]), Rest: domain[i:]}
		}
		return appendLower(dst, domain), nil
	}
	head, plain := cutPlainLabels(domain)
	ascii, err := unicodeToASCII(head)
	if err != nil {
		return nil, err
	}
	// Mapping can leave nothing, or bring in what a domain cannot hold.
	if ascii == "" && plain == "" {
		return nil, &Error{Message: "nothing is left of the domain once IDNA has mapped it", Rest: domain}
	}
	if i := scan(ascii, 0, forbiddenDomain); i < len(ascii) {
		return nil, &Error{Message: "a domain cannot hold " + describe(ascii[i]) + ", which IDNA maps part of this one to", Rest: domain}
	}
	if i := scan(plain, 0, forbiddenDomain); i < len(plain) {
		return nil, &Error{Message: "a domain cannot hold " + describe(plain[i]), Rest: plain[i:]}
	}
	return appendLower(append(dst, ascii...), plain), nil
}

// maxUnicodeDomain bounds the time spent on a domain that needs Punycode,
// which is quadratic in its length. DNS has room for 253 bytes.
const maxUnicodeDomain = 4096

// profile is Unicode ToASCII with CheckHyphens, UseSTD3ASCIIRules,
// Transitional_Processing and VerifyDnsLength false, CheckBidi and CheckJoiners
// true.
//
// https://url.spec.whatwg.org/#domain-parser-toascii
var profile = idna.New(
	idna.MapForLookup(),
	idna.ValidateLabels(true),
	idna.CheckHyphens(false),
	idna.CheckJoiners(true),
	idna.BidiRule(),
	idna.StrictDomainName(false),
	idna.VerifyDNSLength(false),
	idna.Transitional(false),
)

func unicodeToASCII(domain string) (string, *Error) {
	if !utf8.ValidString(domain) {
		return "", &Error{Message: "a domain has to be UTF-8", Rest: domain}
	}
	if len(domain) > maxUnicodeDomain {
		return "", &Error{Message: "a domain that is not ASCII cannot be longer than 4096 bytes", Rest: domain}
	}
	ascii, err := profile.ToASCII(amendMapping(domain))
	if err != nil || hasEmptyLabel(ascii) && hasEmptyPunycode(domain) {
		return "", &Error{Message: "IDNA does not allow this domain", Rest: domain}
	}
	return ascii, nil
}

// cutPlainLabels cuts off the ASCII labels at the end, with the dot before
// them. All that IDNA does with those is to lower-case them, unless the domain
// has Punycode or writing from right to left somewhere, which count for all
// labels: then nothing is cut off.
func cutPlainLabels(domain string) (head, plain string) {
	const hebrew = 0x0590 // the first block written from right to left
	last := 0
	for i, r := range domain {
		if r >= hebrew || r == '-' {
			return domain, ""
		}
		if r >= utf8.RuneSelf {
			last = i
		}
	}
	dot := strings.IndexByte(domain[last:], '.')
	if dot < 0 {
		return domain, ""
	}
	return domain[:last+dot], domain[last+dot:]
}

func hasEmptyLabel(ascii string) bool {
	return strings.HasPrefix(ascii, ".") || strings.HasSuffix(ascii, ".") || strings.Contains(ascii, "..")
}

// hasEmptyPunycode reports whether a label is mapped to a bare "xn--", which
// x/net/idna takes for an empty label and Unicode ToASCII for an error.
func hasEmptyPunycode(domain string) bool {
	for _, label := range strings.FieldsFunc(domain, isLabelSeparator) {
		// A letter before it keeps the label from being decoded.
		if mapped, _ := profile.ToASCII("a" + label); mapped == "axn--" {
			return true
		}
	}
	return false
}

// isLabelSeparator knows the full stop and what is mapped to it.
func isLabelSeparator(r rune) bool {
	return r == '.' || r == '\u3002' || r == '\uFF0E' || r == '\uFF61'
}

func isASCII(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}
