package origin

import (
	"strconv"
	"strings"
)

// ParseOrigin parses the serialization of a tuple origin, as it stands in an
// Origin or Access-Control-Allow-Origin header: "https://example.com:8443". It
// takes nothing but the serialization, byte for byte, because that is how
// browsers compare it; the error says what the serialization would be.
func ParseOrigin(s string) (Origin, error) {
	var u URL
	if u.scanAuthority(s) && int(u.pathStart) == len(s) && len(s) <= maxInput {
		return Origin{s}, nil
	}
	return Origin{}, explainOrigin(s)
}

// MustParseOrigin is [ParseOrigin] for strings known to be origins; it panics
// on others.
func MustParseOrigin(s string) Origin {
	o, err := ParseOrigin(s)
	if err != nil {
		panic(err)
	}
	return o
}

// explainOrigin says why s is no serialized tuple origin.
func explainOrigin(s string) error {
	fail := func(rest, message string) error {
		return &Error{Input: s, Message: message, Rest: rest}
	}
	switch {
	case s == "":
		return fail("", `an origin has a scheme and a host, like "https://example.com"`)
	case s == "null":
		return fail("", "this is how an opaque origin is printed, and it does not say which")
	case s == "*":
		return fail("", "a wildcard is no origin")
	case strings.ContainsAny(s, ", ") && strings.Contains(s, "://"):
		return fail(s[strings.IndexAny(s, ", "):], "an origin holds no space and no comma; several origins are parsed one by one")
	}
	u, err := Parse(s)
	if guess, ok := guessScheme(s); ok && (err != nil || u.HasOpaquePath()) {
		return fail("", "no scheme; write "+strconv.Quote(guess.identity))
	}
	if err != nil {
		return err
	}
	o := u.Origin(nil)
	scheme, rest, slashes := strings.Cut(s, "://")
	switch {
	case o.IsZero() && !slashes:
		return fail("", "a scheme, "+`"://"`+" and a host make an origin; the URL "+strconv.Quote(u.href)+" has an opaque one")
	case o.IsZero():
		return fail("", "URLs with the scheme "+strconv.Quote(scheme)+" have opaque origins")
	case u.Scheme() == "blob":
		return fail("", "this is a URL; its origin is "+strconv.Quote(o.identity))
	case u.IncludesCredentials():
		return fail(rest, "an origin holds no userinfo; write "+strconv.Quote(o.identity))
	}
	return fail(strings.TrimPrefix(s, o.identity), difference(s, o, u))
}

// guessScheme takes "example.com" and "localhost:3000" for the rest of an
// https: URL. Something like "data:x" has no port to be one.
func guessScheme(s string) (Origin, bool) {
	u, err := Parse("https://" + s)
	return u.Origin(nil), err == nil && !strings.Contains(s, "://")
}

// difference says how s, a URL without userinfo, differs from its origin o.
func difference(s string, o Origin, u URL) string {
	write := "; write " + strconv.Quote(o.identity)
	rest, isPrefix := strings.CutPrefix(s, o.identity)
	defaultPort := ":" + strconv.Itoa(int(u.special.defaultPort()))
	switch {
	case isPrefix && rest == "/":
		return "an origin has no trailing slash" + write
	case isPrefix && strings.HasPrefix(rest, "/"):
		return "an origin has no path" + write
	case isPrefix && strings.HasPrefix(rest, "?"):
		return "an origin has no query" + write
	case isPrefix && strings.HasPrefix(rest, "#"):
		return "an origin has no fragment" + write
	case isPrefix && rest == defaultPort:
		return defaultPort[1:] + " is the default port of " + o.Scheme() + ", which an origin leaves out" + write
	case strings.EqualFold(s, o.identity):
		return "an origin is in lower case" + write
	}
	return "not in the form an origin is serialized in" + write
}
