package policy_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/policy"
)

func TestIsForbiddenRequestHeader(t *testing.T) {
	tests := []struct {
		name, value string
		want        bool
	}{
		{"Origin", "https://a.example", true},
		{"REFERER", "", true},
		{"cookie", "a=b", true},
		{"Set-Cookie", "a=b", true},
		{"Set-Cookie2", "a=b", false},
		{"Host", "a.example", true},
		{"dnt", "1", true},
		{"Sec-Fetch-Site", "same-origin", true},
		{"SEC-", "", true},
		{"Sec", "", false},
		{"Proxy-Authorization", "", true},
		{"Proxyauthorization", "", false},

		{"User-Agent", "corsim", false},
		{"Authorization", "Bearer x", false},
		{"Access-Control-Allow-Origin", "*", false},
		{"X-Requested-With", "XMLHttpRequest", false},

		{"X-HTTP-Method-Override", "DELETE", false},
		{"X-HTTP-Method-Override", "TRACE", true},
		{"x-http-method", "GET, connect", true},
		{"X-Method-Override", `"TRACE"`, false},
		{"X-Method-Override", "TRACEROUTE", false},
		{"X-Method", "TRACE", false},
	}
	for _, test := range tests {
		if got := policy.IsForbiddenRequestHeader(test.name, test.value); got != test.want {
			t.Errorf("%s: %s: got %v, want %v", test.name, test.value, got, test.want)
		}
	}
}

func TestIsForbiddenRequestHeaderIsLinear(t *testing.T) {
	for _, value := range []string{strings.Repeat(",", 1<<20), strings.Repeat(`"`, 1<<20), strings.Repeat(" ", 1<<20)} {
		if policy.IsForbiddenRequestHeader("X-HTTP-Method", value) {
			t.Errorf("forbidden: %.10q…", value)
		}
	}
}

func TestIsForbiddenResponseHeaderName(t *testing.T) {
	for name, want := range map[string]bool{"Set-Cookie": true, "set-cookie2": true, "Cookie": false, "Set-Cookie3": false} {
		if got := policy.IsForbiddenResponseHeaderName(name); got != want {
			t.Errorf("%s: got %v, want %v", name, got, want)
		}
	}
}

func TestWPTForbiddenRequestHeaders(t *testing.T) {
	type row struct {
		ID          string
		Name, Value outside.Bytes
		Forbidden   bool
	}
	for _, row := range outside.Rows[row](t, "pure/forbidden-request-headers.json") {
		if got := policy.IsForbiddenRequestHeader(string(row.Name), string(row.Value)); got != row.Forbidden {
			t.Errorf("%s: %s: %q: got %v, want %v", row.ID, row.Name, row.Value, got, row.Forbidden)
		}
	}
}
