package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/policy"
)

func TestIsBlockedDueToNosniff(t *testing.T) {
	tests := []struct {
		destination policy.Destination
		contentType string
		options     string // the value of X-Content-Type-Options
		want        bool
	}{
		{"script", "text/javascript", "nosniff", false},
		{"script", "application/x-javascript; charset=utf-8", "nosniff", false},
		{"script", "text/plain", "nosniff", true},
		{"script", "application/json", "nosniff", true},
		{"script", "", "nosniff", true},
		{"script", "text/plain", "", false},
		{"script", "text/plain", "no, nosniff", false},
		{"worker", "text/html", "NoSniff", true},
		{"style", "text/css", "nosniff", false},
		{"style", "text/plain", "nosniff", true},
		{"style", "", "nosniff", true},
		{"image", "text/plain", "nosniff", false},
		{"", "text/plain", "nosniff", false},
	}
	for _, test := range tests {
		response := headerList("Content-Type", test.contentType, "X-Content-Type-Options", test.options)
		if got := policy.IsBlockedDueToNosniff(engine.Standard, test.destination, response); got != test.want {
			t.Errorf("%q as %q, options %q: got %v, want %v", test.contentType, test.destination, test.options, got, test.want)
		}
	}
}

func TestIsBlockedDueToMIMEType(t *testing.T) {
	tests := []struct {
		destination policy.Destination
		contentType string
		want        bool
	}{
		{"script", "text/csv", true},
		{"script", "Image/PNG", true},
		{"script", "audio/ogg", true},
		{"sharedworker", "video/mp4", true},
		{"script", "text/html", false},
		{"script", "application/json", false},
		{"script", "not a MIME type", false},
		{"image", "image/png", false},
		{"xslt", "image/png", false},
		{"", "text/csv", false},
	}
	for _, test := range tests {
		if got := policy.IsBlockedDueToMIMEType(engine.Standard, test.destination, headerList("Content-Type", test.contentType)); got != test.want {
			t.Errorf("%q as %q: got %v, want %v", test.contentType, test.destination, got, test.want)
		}
	}
}

func TestWPTScriptContentType(t *testing.T) {
	type row struct {
		ID       string
		Fields   []outside.Bytes
		Executes bool
	}
	for _, row := range outside.Rows[row](t, "pure/script-content-type.json") {
		response := headerList("X-Content-Type-Options", "nosniff")
		for _, value := range row.Fields {
			response.Append("Content-Type", string(value))
		}
		if got := policy.IsBlockedDueToNosniff(engine.Standard, "script", response); got == row.Executes {
			t.Errorf("%s: %q: blocked %v, want %v", row.ID, row.Fields, got, !row.Executes)
		}
	}
}
