package console

import (
	"crypto/sha256"
	"crypto/sha512"
	"encoding/base64"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// integrity returns the lines that say why a response does not match the integrity metadata.
func (c *chromiumCase) integrity() []string {
	request, isFetch := c.verdict.Call().(corsim.Request)
	// Elements name the URL that they have asked for, fetch() the one that has answered.
	first, message := c.place.first.Href(), chromiumIntegrityNeedsCORS
	if isFetch {
		first, message = c.place.url.Href(), chromiumIntegrityNotEligible
	}
	line := chromiumMessages[message].fill("url", first)
	if !c.isOpaque() {
		algorithm, digest := computedDigest(c.asked.integrity, c.body(request.Method))
		line = chromiumMessages[chromiumDigest].fill("url", first, "algorithm", algorithm, "digest", digest)
	}
	if !isFetch {
		return []string{line}
	}
	return []string{line, chromiumMessages[chromiumIntegrityFailed].fill("url", c.place.first.Href())}
}

// isOpaque reports whether the response is opaque, or a redirect that is not followed.
func (c *chromiumCase) isOpaque() bool {
	for step := range c.verdict.Steps() {
		if step.Rule == rule.MainFetchNoCORS || step.Rule == rule.RedirectManual {
			return true
		}
	}
	return false
}

// body returns the body that a request with that method has brought.
func (c *chromiumCase) body(method string) []byte {
	if c.answer == nil || policy.NormalizeMethod(method) == "HEAD" || policy.IsNullBodyStatus(c.answer.Status) {
		return nil
	}
	return c.answer.Body
}

// computedDigest returns the name of the strongest algorithm in integrity metadata, and a body's digest by it.
func computedDigest(metadata string, body []byte) (algorithm, digest string) {
	strongest := policy.StrongestIntegrity(policy.ParseIntegrity(corsim.Chromium, metadata))
	var sum []byte
	switch {
	case len(strongest) == 0:
		return "", ""
	case strongest[0].Algorithm == "sha512":
		array := sha512.Sum512(body)
		algorithm, sum = "SHA-512", array[:]
	case strongest[0].Algorithm == "sha384":
		array := sha512.Sum384(body)
		algorithm, sum = "SHA-384", array[:]
	default:
		array := sha256.Sum256(body)
		algorithm, sum = "SHA-256", array[:]
	}
	return algorithm, base64.StdEncoding.EncodeToString(sum)
}
