package browser

import (
	"regexp"
	"slices"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// random are the parts of text that differ from one run to the next, and what is written in their place.
var random = []struct {
	pattern *regexp.Regexp
	instead string
}{
	{regexp.MustCompile(`blob:(https?://[^/ ]+|null)/[0-9a-f-]{36}`), "blob:$1/{{uuid}}"},
	{regexp.MustCompile(`moz-nullprincipal:\{[0-9a-f-]{36}\}`), "moz-nullprincipal:{{uuid}}"},
	{regexp.MustCompile(`(boundary=)[-A-Za-z0-9]+`), "$1{{boundary}}"},
}

// normalise takes out of a trace what differs from one run to the next.
func normalise(trace *recording.Trace, ports portNumbers) {
	text := func(text string) string {
		text = ports.symbolic(text)
		for _, r := range random {
			text = r.pattern.ReplaceAllString(text, r.instead)
		}
		return text
	}
	for i := range trace.Calls {
		normaliseCall(&trace.Calls[i], text)
	}
	for i := range trace.Requests {
		normaliseRequest(&trace.Requests[i], text)
	}
}

func normaliseCall(call *recording.Result, text func(string) string) {
	if call.URL != nil {
		*call.URL = text(*call.URL)
	}
	for i := range call.Headers {
		call.Headers[i][1] = text(call.Headers[i][1])
	}
	for _, exception := range []*recording.Exception{call.Error, call.BodyError} {
		if exception != nil {
			exception.Message = text(exception.Message)
		}
	}
	// A call may have asked for the page of the harness, whose text depends on the batch.
	if call.Body != nil && strings.HasPrefix(*call.Body, pageStart) {
		*call.Body = "{{page}}"
		call.Headers = withoutLength(call.Headers)
	}
}

func normaliseRequest(request *recording.Request, text func(string) string) {
	for i, line := range request.Headers {
		request.Headers[i][1] = text(line[1])
		if line[0] == "content-type" && strings.Contains(line[1], "boundary=") {
			request.BodyLen, request.Body = -1, ""
		}
	}
	if request.BodyLen < 0 {
		request.Headers = withoutLength(request.Headers)
	}
}

func withoutLength(headers []recording.Field) []recording.Field {
	return slices.DeleteFunc(headers, func(line recording.Field) bool { return line[0] == "content-length" })
}
