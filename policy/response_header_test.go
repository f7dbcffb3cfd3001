package policy_test

import (
	"testing"

	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/policy"
)

func TestIsCORSSafelistedResponseHeaderName(t *testing.T) {
	tests := []struct {
		name    string
		exposed string // the value of Access-Control-Expose-Headers
		want    bool
	}{
		{"Content-Length", "", true},
		{"last-modified", "", true},
		{"ETag", "", false},
		{"ETag", "etag, X-A", true},
		{"ETag", "etag, not ok", false},
		{"Set-Cookie", "Set-Cookie", false},
		{"X-A", "*", false}, // what * stands for is decided by who knows the credentials mode
		{"*", "*", true},
	}
	for _, test := range tests {
		exposed := headerList("Access-Control-Expose-Headers", test.exposed).Tokens("Access-Control-Expose-Headers")
		if got := policy.IsCORSSafelistedResponseHeaderName(test.name, exposed); got != test.want {
			t.Errorf("%s, exposed %q: got %v, want %v", test.name, test.exposed, got, test.want)
		}
	}
}

func TestWPTAccessControlExposeHeaders(t *testing.T) {
	type row struct {
		ID      string
		Headers [][2]outside.Bytes
		Exposed bool
	}
	for _, row := range outside.Rows[row](t, "pure/access-control-expose-headers.json") {
		var response []string
		for _, field := range row.Headers {
			response = append(response, string(field[0]), string(field[1]))
		}
		exposed := headerList(response...).Tokens("Access-Control-Expose-Headers")
		if got := policy.IsCORSSafelistedResponseHeaderName("bb-8", exposed); got != row.Exposed {
			t.Errorf("%s: %q: got %v, want %v", row.ID, row.Headers, got, row.Exposed)
		}
	}
}
