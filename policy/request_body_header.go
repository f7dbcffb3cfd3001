package policy

// IsRequestBodyHeaderName reports whether the header describes the request's body, and goes with it when a
// redirect turns the request into a GET. Content-Length is not among them: it is added later, to each request
// anew.
//
// https://fetch.spec.whatwg.org/#request-body-header-name
func IsRequestBodyHeaderName(name string) bool {
	return isOneOf(name, "Content-Encoding", "Content-Language", "Content-Location", "Content-Type")
}
