package header

// NoSniff determines nosniff: whether the first value of X-Content-Type-Options is "nosniff". Any value before
// it switches it off, even an empty one; any value behind it does not matter.
//
// https://fetch.spec.whatwg.org/#determine-nosniff
func (l List) NoSniff() bool {
	// Without the header there is nothing to determine.
	value, ok := l.Get("X-Content-Type-Options")
	if !ok {
		return false
	}

	// Of the values only the first counts, in any case.
	for first := range DecodeSplit(value) {
		return EqualFold(first, "nosniff")
	}
	return false
}
