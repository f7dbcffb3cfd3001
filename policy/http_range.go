package policy

import (
	"math"
	"slices"
	"strconv"
	"strings"

	"github.com/corsim/corsim/header"
)

// ParseRangeHeader parses the value of a Range header as a cache does, which is not strict, but has 63 bits for a
// number. ok is false where it does not ask for one range of bytes.
//
// https://httpwg.org/specs/rfc9110.html#field.range
func ParseRangeHeader(value string) (asked header.Range, ok bool) {
	unit, rest, _ := strings.Cut(value, "=")
	asked, ok = header.ParseRange(header.Lower(unit)+plusSigns.Replace("="+rest), true)
	return asked, ok && max(asked.Start, asked.End) <= math.MaxInt64
}

// A Part is a part of a stored answer.
type Part struct {
	Header header.List
	Body   []byte
}

// CutRange cuts the part out of an answer that the value of a Range header asks for. ok is false where that is not
// one range within the body.
//
// https://httpwg.org/specs/rfc9110.html#field.range
func CutRange(value string, whole header.List, body []byte) (part Part, ok bool) {
	asked, ok := ParseRangeHeader(value)
	if !ok {
		return Part{}, false
	}
	length := int64(len(body))
	start, end, ok := asked.Within(length)
	if !ok {
		return Part{}, false
	}
	part.Body = body[start : end+1]
	part.Header = slices.Clone(whole)
	part.Header.Set("Content-Range", header.BuildContentRange(start, end, length))
	part.Header.Set("Content-Length", strconv.FormatInt(end-start+1, 10))
	return part, true
}

// RewriteRange writes the first Range header of a list anew, where it asks for one range of bytes.
func RewriteRange(list header.List) {
	for i, field := range list {
		if !header.EqualFold(field.Name, "Range") {
			continue
		}
		if asked, ok := ParseRangeHeader(field.Value); ok {
			list[i].Value = rangeValue(asked)
		}
		return
	}
}

// rangeValue is the value of a Range header that asks for a range.
func rangeValue(asked header.Range) string {
	value := []byte("bytes=")
	if asked.HasStart {
		value = strconv.AppendUint(value, asked.Start, 10)
	}
	value = append(value, '-')
	if asked.HasEnd {
		value = strconv.AppendUint(value, asked.End, 10)
	}
	return string(value)
}
