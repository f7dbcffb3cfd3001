package policy

// IsNullBodyStatus reports whether a response of that status has no body.
//
// https://fetch.spec.whatwg.org/#null-body-status
func IsNullBodyStatus(status int) bool {
	switch status {
	case 101, 103, 204, 205, 304:
		return true
	}
	return false
}

// IsOKStatus reports whether the status is one of success, which a CORS-preflight response has to have.
//
// https://fetch.spec.whatwg.org/#ok-status
func IsOKStatus(status int) bool { return 200 <= status && status <= 299 }

// IsRedirectStatus reports whether a response of that status redirects. 300, 304 and 305 do not.
//
// https://fetch.spec.whatwg.org/#redirect-status
func IsRedirectStatus(status int) bool {
	switch status {
	case 301, 302, 303, 307, 308:
		return true
	}
	return false
}

// IsPermanentRedirectStatus reports whether status is that of a redirect for good, whose target is a better URL to
// ask.
func IsPermanentRedirectStatus(status int) bool { return status == 301 || status == 308 }
