package fetch

import (
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// parse parses a URL against another, and writes it as the engine does.
func (f *fetching) parse(base origin.URL, reference string) (origin.URL, error) {
	return ParseURL(&f.agent.Profile, base, reference)
}

// ParseURL parses a URL, which may be relative to a base URL, as a browser of the given profile does.
func ParseURL(profile *engine.Profile, base origin.URL, reference string) (origin.URL, error) {
	url, err := base.Parse(reference)
	if err != nil && profile.Has(engine.HostEscapesSpace) {
		url, err = parseSpacedHost(base, reference, err)
	}
	if err == nil && profile.Has(engine.PathEscapesBar) && url.IsSpecial() {
		url = escapeBar(url)
	}
	return url, err
}

// spaceMark stands for a space in a host while it is parsed.
const spaceMark = "corsim--space"

// parseSpacedHost parses a URL whose host has spaces, which are percent-encoded; err is why it does not parse as it
// is.
func parseSpacedHost(base origin.URL, reference string, err error) (origin.URL, error) {
	start := strings.Index(reference, "//") + 2
	if start < 2 {
		return origin.URL{}, err
	}
	end := len(reference)
	if i := strings.IndexAny(reference[start:], `/\?#`); i >= 0 {
		end = start + i
	}
	host := strings.ReplaceAll(strings.ReplaceAll(reference[start:end], "%20", spaceMark), " ", spaceMark)
	url, again := base.Parse(reference[:start] + host + reference[end:])
	if again != nil || !url.IsSpecial() || !strings.Contains(url.Hostname(), spaceMark) {
		return origin.URL{}, err
	}
	return url.WithDomain(strings.ReplaceAll(url.Hostname(), spaceMark, "%20")), nil
}

// escapeBar percent-encodes vertical bars in the path of a URL.
func escapeBar(url origin.URL) origin.URL {
	if !strings.Contains(url.Href(), "|") {
		return url
	}
	_, path, after := splitAtPath(url)
	if !strings.Contains(path, "|") {
		return url
	}
	return fromPathOn(url, strings.ReplaceAll(path, "|", "%7C")+after)
}

// fromPathOn returns a special URL with another path, and what comes behind it. The host may be one that does not
// parse.
func fromPathOn(url origin.URL, tail string) origin.URL {
	before, _, _ := splitAtPath(url.WithDomain(spaceMark))
	return origin.MustParse(before + tail).WithDomain(url.Hostname())
}

// splitAtPath returns what comes before a URL's path, the path, and what comes behind it.
func splitAtPath(url origin.URL) (before, path, after string) {
	path = url.Pathname()
	if query, has := url.Query(); has {
		after = "?" + query
	}
	if fragment, has := url.Fragment(); has {
		after += "#" + fragment
	}
	before = url.Href()
	return before[:len(before)-len(path)-len(after)], path, after
}

// wireURL is the current URL as a server sees it.
func (f *fetching) wireURL() origin.URL {
	url := f.url.WithoutFragment().WithoutCredentials()
	if f.has(engine.PercentNormalized) {
		return normalizePercent(url)
	}
	return url
}

// responseURL is the URL that script finds in the response, without its fragment.
func (f *fetching) responseURL() string {
	url := f.url.WithoutFragment()
	if !f.has(engine.PercentNormalized) || !url.IsHTTP() {
		return url.Href()
	}
	if f.tainting == policy.TaintingCORS {
		url = url.WithoutCredentials()
	}
	return normalizePercent(url).Href()
}

// normalizePercent takes the percent-encoding in path and query from characters that need none anywhere, and puts the
// digits of the rest in upper case.
func normalizePercent(url origin.URL) origin.URL {
	_, path, after := splitAtPath(url)
	after = path + after
	if !strings.Contains(after, "%") {
		return url
	}
	var b strings.Builder
	for i := 0; i < len(after); i++ {
		switch c, ok := percentDecoded(after[i:]); {
		case !ok:
			b.WriteByte(after[i])
			continue
		case isUnreserved(c):
			b.WriteByte(c)
		default:
			b.WriteString(strings.ToUpper(after[i : i+3]))
		}
		i += 2
	}
	return fromPathOn(url, b.String())
}

// percentDecoded decodes the percent-encoded byte that s begins with; ok is false where it begins with none.
func percentDecoded(s string) (c byte, ok bool) {
	if len(s) < 3 || s[0] != '%' {
		return 0, false
	}
	decoded := origin.PercentDecode(s[:3])
	if len(decoded) != 1 {
		return 0, false
	}
	return decoded[0], true
}

// isUnreserved reports whether a character means the same percent-encoded and not.
//
// https://www.rfc-editor.org/rfc/rfc3986#section-2.3
func isUnreserved(c byte) bool {
	switch {
	case 'a' <= c && c <= 'z', 'A' <= c && c <= 'Z', '0' <= c && c <= '9':
		return true
	}
	return strings.IndexByte("-._~", c) >= 0
}
