package header

import (
	"cmp"
	"strconv"
	"strings"
)

// A Range is what a single range header value asks for. At least one of the two ends is there: "bytes=500-" has
// a start, "bytes=-500" an end, which then counts from the end of the resource.
//
// Numbers may be written with any number of digits. One that does not fit is math.MaxUint64 here; whether the
// start lies behind the end is decided on the digits before, so that it is never wrong.
type Range struct {
	Start, End       uint64
	HasStart, HasEnd bool
}

// ParseRange parses a single range header value. With allowWhitespace, tabs and spaces may stand around the
// equals sign and the hyphen, as for blob: URLs; the CORS safelist does not allow them. "bytes" is lower-case,
// and nothing may follow the range, not even a second one.
//
// https://fetch.spec.whatwg.org/#simple-range-header-value
func ParseRange(value string, allowWhitespace bool) (r Range, ok bool) {
	skip := func(s string) string {
		if !allowWhitespace {
			return s
		}
		return strings.TrimLeft(s, "\t ")
	}

	// It starts with the unit.
	rest, ok := strings.CutPrefix(value, "bytes")
	if !ok {
		return Range{}, false
	}

	// Then comes the equals sign.
	rest, ok = strings.CutPrefix(skip(rest), "=")
	if !ok {
		return Range{}, false
	}

	// The start is the digits before the hyphen, absent if there are none.
	rest = skip(rest)
	start := rest[:countDigits(rest)]
	rest, ok = strings.CutPrefix(skip(rest[len(start):]), "-")
	if !ok {
		return Range{}, false
	}

	// The end is the digits behind it, and there is nothing else.
	end := skip(rest)
	if countDigits(end) < len(end) {
		return Range{}, false
	}

	// One of them has to be there.
	if start == "" && end == "" {
		return Range{}, false
	}

	// The start does not lie behind the end.
	if start != "" && end != "" && compareDigits(start, end) > 0 {
		return Range{}, false
	}
	return Range{decimal(start), decimal(end), start != "", end != ""}, true
}

// Within resolves the range against a resource of fullLength bytes, as the fetch of a blob: URL does it: start
// and end are the first and the last byte. ok is false if the range starts behind the last byte.
//
// Two cases keep the arithmetic of the text although no byte is left: a range of the last 0 bytes, and one of an
// empty resource, have an end one before their start. One case differs from it: a range of the last n bytes of a
// resource that is shorter than n starts at 0, where the text would write a negative number into Content-Range.
//
// https://fetch.spec.whatwg.org/#scheme-fetch
func (r Range) Within(fullLength int64) (start, end int64, ok bool) {
	length := uint64(fullLength)

	// Without a start, the end says how many of the last bytes are wanted.
	if !r.HasStart {
		return int64(length - min(r.End, length)), fullLength - 1, true
	}

	// A start behind the last byte is an error.
	if r.Start >= length {
		return 0, 0, false
	}

	// An end that is missing or too large is the last byte.
	if !r.HasEnd || r.End >= length {
		return int64(r.Start), fullLength - 1, true
	}
	return int64(r.Start), int64(r.End), true
}

// BuildContentRange builds the value of Content-Range, such as "bytes 9-21/30".
//
// https://fetch.spec.whatwg.org/#build-a-content-range
func BuildContentRange(start, end, fullLength int64) string {
	contentRange := append(make([]byte, 0, 32), "bytes "...)
	contentRange = strconv.AppendInt(contentRange, start, 10)
	contentRange = append(contentRange, '-')
	contentRange = strconv.AppendInt(contentRange, end, 10)
	contentRange = append(contentRange, '/')
	contentRange = strconv.AppendInt(contentRange, fullLength, 10)
	return string(contentRange)
}

// compareDigits compares the numbers that a and b write, however long they are.
func compareDigits(a, b string) int {
	a, b = strings.TrimLeft(a, "0"), strings.TrimLeft(b, "0")
	return cmp.Or(cmp.Compare(len(a), len(b)), strings.Compare(a, b))
}
