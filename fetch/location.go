package fetch

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// locationURL is the location URL of a response to the request. found is false for null, and ok is false for failure.
//
// https://fetch.spec.whatwg.org/#concept-response-location-url
func (f *fetching) locationURL(r *response) (location origin.URL, found, ok bool) {
	// Only a redirect status has one.
	if !policy.IsRedirectStatus(r.Status) {
		return origin.URL{}, false, true
	}
	// Several Location headers are a failure, none is null.
	value, result := f.location(r.Header)
	if result != header.Found {
		return origin.URL{}, result == header.Failure, result != header.Failure
	}
	// It may be relative to the response's URL.
	location, err := f.parse(f.url, f.decodeLocation(value))
	if err != nil {
		return origin.URL{}, true, false
	}
	// The fragment of the request lives on where it has none of its own.
	if _, has := location.Fragment(); !has {
		if fragment, inherited := f.url.Fragment(); inherited {
			location = location.WithFragment(fragment)
		}
	}
	return location, true, true
}

// location extracts the value of Location.
func (f *fetching) location(list header.List) (value string, result header.Extraction) {
	value, result = list.Single("Location")
	switch {
	// Engines find a value in several lines, too.
	case result == header.Failure && f.has(engine.LocationsJoined):
		value, _ = list.Get("Location")
		return value, header.Found
	case result == header.Failure && f.has(engine.LocationsMustAgree):
		value, _ = firstValue(list, "Location")
		result = header.Found
	}
	switch {
	case value != "" || result != header.Found:
	case f.has(engine.EmptyLocationIsNone):
		return "", header.Null
	case f.has(engine.EmptyLocationFails):
		return "", header.Failure
	}
	return value, result
}

// failsUnfollowed reports whether a redirect fails with redirect mode manual. parsed is false where the location URL is
// failure.
func (f *fetching) failsUnfollowed(location origin.URL, parsed bool) bool {
	if !parsed {
		return f.has(engine.UnreadableLocationFails)
	}
	return location.Scheme() == "ftp" && f.has(engine.FTPLocationFails)
}

// hasLocation reports whether there is a Location that is not empty.
func hasLocation(list header.List) bool {
	value, _ := list.Get("Location")
	return value != ""
}

// firstValue is the value of the first field of a name.
func firstValue(list header.List, name string) (value string, found bool) {
	for value := range list.Values(name) {
		return value, true
	}
	return "", false
}

// agree reports whether all fields of a name have the same value.
func agree(list header.List, name string) bool {
	first, _ := firstValue(list, name)
	for value := range list.Values(name) {
		if value != first {
			return false
		}
	}
	return true
}

// decodeLocation turns the bytes of a Location into a string. The text leaves open how, where they are not ASCII.
func (f *fetching) decodeLocation(value string) string {
	if strings.IndexFunc(value, func(r rune) bool { return r >= utf8.RuneSelf }) < 0 {
		return value
	}
	switch {
	case f.has(engine.LocationBytesEscaped):
		return escapeNonASCII(value)
	case f.has(engine.LocationIsLatin1):
		return latin1(strings.ToValidUTF8(value, "\uFFFD"))
	}
	return value
}

// escapeNonASCII percent-encodes the bytes that are not ASCII.
func escapeNonASCII(s string) string {
	var b strings.Builder
	for i := range len(s) {
		if s[i] < utf8.RuneSelf {
			b.WriteByte(s[i])
		} else {
			fmt.Fprintf(&b, "%%%02X", s[i])
		}
	}
	return b.String()
}

// latin1 takes each byte for the character of that number.
func latin1(s string) string {
	characters := make([]rune, len(s))
	for i := range len(s) {
		characters[i] = rune(s[i])
	}
	return string(characters)
}
