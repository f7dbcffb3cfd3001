package policy_test

import (
	"testing"

	"github.com/corsim/corsim/policy"
)

func TestCORSCheck(t *testing.T) {
	const app = "https://app.example"
	tests := []struct {
		credentials      policy.Credentials
		origin           string
		allowOrigin      []string
		allowCredentials string
		want             string
	}{
		{"same-origin", app, nil, "", "stopped cors-check/allow-origin-missing"},
		{"same-origin", app, []string{"*"}, "", "applied cors-check/wildcard"},
		{"omit", app, []string{"*"}, "", "applied cors-check/wildcard"},
		{"include", app, []string{"*"}, "true", "stopped cors-check/wildcard-with-credentials"},
		{"same-origin", app, []string{app}, "", "applied cors-check/allow-origin-match"},
		{"include", app, []string{app}, "true", "applied cors-check/allow-credentials"},
		{"include", app, []string{app}, "", "stopped cors-check/allow-credentials-not-true"},
		{"include", app, []string{app}, "True", "stopped cors-check/allow-credentials-not-true"},
		{"include", app, []string{app}, "true, true", "stopped cors-check/allow-credentials-not-true"},
		{"omit", app, []string{app}, "what?", "applied cors-check/allow-origin-match"},

		{"omit", app, []string{""}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{"https://app.example/"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{"https://App.example"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{"https://app.example:443"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{"http://app.example"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{"https://*.example"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{"app.example"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{"null"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", app, []string{app + "," + app}, "", "stopped cors-check/allow-origin-multiple"},
		{"omit", app, []string{app, app}, "", "stopped cors-check/allow-origin-multiple"},
		{"omit", app, []string{"*", "*"}, "", "stopped cors-check/allow-origin-multiple"},
		{"omit", app, []string{"*", app}, "", "stopped cors-check/allow-origin-multiple"},

		{"omit", "null", []string{"null"}, "", "applied cors-check/allow-origin-match"},
		{"include", "null", []string{"null"}, "true", "applied cors-check/allow-credentials"},
		{"omit", "null", []string{"NULL"}, "", "stopped cors-check/allow-origin-mismatch"},
		{"omit", "null", []string{app}, "", "stopped cors-check/allow-origin-mismatch"},
	}
	for _, test := range tests {
		response := headerList()
		for _, value := range test.allowOrigin {
			response = append(response, headerList("access-control-allow-origin", value)...)
		}
		if test.allowCredentials != "" {
			response.Append("Access-Control-Allow-Credentials", test.allowCredentials)
		}
		d := policy.CORSCheck(test.credentials, test.origin, response)
		if got := d.Result.String() + " " + d.Rule.Slug(); got != test.want {
			t.Errorf("%s from %s, answered %q and %q: %s, want %s",
				test.credentials, test.origin, test.allowOrigin, test.allowCredentials, got, test.want)
		}
	}
}
