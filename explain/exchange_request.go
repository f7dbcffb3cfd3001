package explain

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
)

// maxLines is how many headers of one request or answer are shown.
const maxLines = 12

// lookAtRequest adds the request's headers that mattered: whose request it is, what it asks for, what makes it the
// user's, and what script has set.
func (x *exchanges) lookAtRequest(record *corsim.Exchange) {
	start := len(x.lines)
	for _, field := range record.Request.Header {
		if len(x.lines)-start == maxLines {
			return
		}
		if x.mattersInRequest(record.Preflight, field) {
			x.lines = append(x.lines, Line{Name: field.Name, Value: field.Value})
		}
	}
}

func (x *exchanges) mattersInRequest(preflight bool, field header.Field) bool {
	switch field.Name {
	case "Origin", "Cookie", "Authorization", "Access-Control-Request-Method", "Access-Control-Request-Headers",
		"Access-Control-Request-Private-Network", "If-None-Match", "If-Modified-Since", "Sec-WebSocket-Protocol":
		return true
	case "Sec-Fetch-Mode", "Sec-Fetch-Site", "Sec-Fetch-Dest", "Referer", "Accept", "Content-Length":
		return false
	}
	return !preflight && (strings.EqualFold(field.Name, "Content-Type") || x.set.Contains(field.Name))
}
