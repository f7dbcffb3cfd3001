package header

// MIMEType extracts a MIME type from Content-Type: of all values, over all fields, the last that parses and is
// not */*. If its essence is that of the values before it, it inherits their charset. ok is false, for the
// standard's failure, when there is none.
//
// https://fetch.spec.whatwg.org/#concept-header-extract-mime-type
func (l List) MIMEType() (mimeType MIMEType, ok bool) {
	contentType, found := l.Get("Content-Type")
	if !found {
		return MIMEType{}, false
	}
	var charset string
	var hasCharset bool
	for value := range DecodeSplit(contentType) {
		// A value that does not parse is skipped, and so is */*.
		temporary, parsed := ParseMIMEType(value)
		if !parsed || temporary.essence == "*/*" {
			continue
		}

		// A new essence starts with its own charset, or without; the same essence inherits the charset.
		switch own, hasOwn := temporary.Parameter("charset"); {
		case temporary.essence != mimeType.essence:
			charset, hasCharset = own, hasOwn
		case !hasOwn && hasCharset:
			temporary = temporary.WithParameter("charset", charset)
		}
		mimeType, ok = temporary, true
	}
	return mimeType, ok
}
