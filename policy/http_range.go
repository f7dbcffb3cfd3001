package policy

import (
	"slices"
	"strconv"

	"github.com/corsim/corsim/header"
)

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
	asked, ok := header.ParseRange(value, true)
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
