package policy

import "github.com/corsim/corsim/header"

// IsMethod reports whether s is a method: any token, CHICKEN included.
//
// https://fetch.spec.whatwg.org/#concept-method
func IsMethod(s string) bool { return header.IsToken(s) }

// IsForbiddenMethod reports whether fetch() and XMLHttpRequest refuse the method. Case does not matter.
//
// https://fetch.spec.whatwg.org/#forbidden-method
func IsForbiddenMethod(method string) bool {
	return isOneOf(method, "CONNECT", "TRACE", "TRACK")
}

var normalizedMethods = [...]string{"GET", "POST", "PUT", "DELETE", "HEAD", "OPTIONS"}

// NormalizeMethod upper-cases DELETE, GET, HEAD, OPTIONS, POST and PUT, and returns any other method as it is:
// patch stays patch, and is not the PATCH that a server allows.
//
// https://fetch.spec.whatwg.org/#concept-method-normalize
func NormalizeMethod(method string) string {
	for _, normalized := range normalizedMethods {
		if header.EqualFold(method, normalized) {
			return normalized
		}
	}
	return method
}

// IsCORSSafelistedMethod reports whether the method never needs a CORS-preflight request. It compares exactly:
// a method is normalized before it gets here.
//
// https://fetch.spec.whatwg.org/#cors-safelisted-method
func IsCORSSafelistedMethod(method string) bool {
	return method == "GET" || method == "HEAD" || method == "POST"
}

// IsSafeMethod reports whether a request with this method asks for nothing to be changed. Nobody knows that of a
// method that is not in the list.
//
// https://httpwg.org/specs/rfc9110.html#safe.methods
func IsSafeMethod(method string) bool {
	switch method {
	case "GET", "HEAD", "OPTIONS", "TRACE":
		return true
	}
	return false
}
