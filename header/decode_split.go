package header

import "iter"

// GetDecodeSplit gets, decodes, and splits the header of that name: the values of all its fields, joined, then
// cut at the commas outside of quotation marks. ok is false, for the standard's null, when there is none. A
// header that is there but empty has one value, "".
//
// https://fetch.spec.whatwg.org/#concept-header-list-get-decode-split
func (l List) GetDecodeSplit(name string) (values []string, ok bool) {
	value, ok := l.Get(name)
	if !ok {
		return nil, false
	}
	for part := range DecodeSplit(value) {
		values = append(values, part)
	}
	return values, true
}

// DecodeSplit iterates over the parts of a header value between its commas, each without the tabs and spaces
// around it. A comma inside quotation marks does not cut, the marks remain, and a mark that is never closed
// swallows the rest. The parts are slices of value.
//
// https://fetch.spec.whatwg.org/#header-value-get-decode-and-split
func DecodeSplit(value string) iter.Seq[string] {
	return func(yield func(string) bool) {
		for rest := value; ; {
			// A part goes up to a comma that is in no quoted string.
			end := 0
			for end < len(rest) && rest[end] != ',' {
				if rest[end] == '"' {
					end = quotedStringEnd(rest, end)
				} else {
					end++
				}
			}

			// Tabs and spaces around it do not belong to it.
			if !yield(trimTabOrSpace(rest[:end])) {
				return
			}

			// Behind a comma there is one more, even if it is empty.
			if end == len(rest) {
				return
			}
			rest = rest[end+1:]
		}
	}
}
