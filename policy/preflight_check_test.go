package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// stops is the rule that stops one of the decisions, "" for none.
func stops(decisions ...rule.Decision) string {
	for _, d := range decisions {
		if !d.OK() {
			return d.Rule.Slug()
		}
	}
	return ""
}

func TestGrantOfMethods(t *testing.T) {
	tests := []struct {
		method      string
		credentials policy.Credentials
		flag        bool // the use-CORS-preflight flag
		allow       string
		want        string
	}{
		{"PUT", "omit", false, "PUT", ""},
		{"PUT", "omit", false, "GET, PUT", ""},
		{"PUT", "omit", false, " GET ,,PUT,", ""},
		{"PUT", "omit", false, "GET", "preflight/method"},
		{"PUT", "omit", false, "put", "preflight/method"},
		{"PUT", "omit", false, "", "preflight/method"},
		{"PUT", "omit", false, "-", "preflight/method"},
		{"patch", "omit", false, "PATCH", "preflight/method"},
		{"patch", "omit", false, "patch", ""},
		{"GET", "omit", false, "-", ""},
		{"HEAD", "include", false, "PUT", ""},
		{"POST", "omit", false, "", ""},
		{"PUT", "omit", false, "*", ""},
		{"PUT", "same-origin", false, "GET,*", ""},
		{"PUT", "include", false, "*", "preflight/method"},
		{"*", "include", false, "*", ""},
		{"PUT", "omit", true, "-", ""},
		{"PUT", "include", true, "-", ""},
		{"PUT", "omit", true, "GET", "preflight/method"},
		{"PUT", "omit", false, "GET PUT", "preflight/syntax"},
		{"GET", "omit", false, "GET, P(UT", "preflight/syntax"},
		{"PUT", "omit", false, "PUT; GET", "preflight/syntax"},
	}
	for _, test := range tests {
		answer := headerList("Access-Control-Allow-Methods", test.allow)
		if test.allow == "-" {
			answer = nil
		}
		grant, syntax := policy.ReadGrant(answer)
		if got := stops(syntax, grant.AllowsMethod(&engine.Standard, test.method, test.credentials, test.flag)); got != test.want {
			t.Errorf("%s with credentials %s, allowed %q: %q, want %q", test.method, test.credentials, test.allow, got, test.want)
		}
	}
}

func TestGrantOfHeaders(t *testing.T) {
	tests := []struct {
		header      header.List
		credentials policy.Credentials
		allow       string
		want        string
	}{
		{headerList("X-A", "1"), "omit", "X-A", ""},
		{headerList("X-A", "1"), "omit", "x-a", ""},
		{headerList("X-A", "1"), "omit", "x-b", "preflight/header"},
		{headerList("X-A", "1"), "omit", "-", "preflight/header"},
		{headerList("X-A", "1", "X-B", "1"), "omit", "x-b", "preflight/header"},
		{headerList("X-A", "1", "X-B", "1"), "omit", "x-b,x-a", ""},
		{headerList("X-A", "1"), "omit", "*", ""},
		{headerList("X-A", "1"), "include", "*", "preflight/header"},
		{headerList("*", "1"), "include", "*", ""},
		{headerList("Authorization", "1"), "omit", "*", "preflight/authorization"},
		{headerList("Authorization", "1"), "omit", "*, authorization", ""},
		{headerList("authorization", "1"), "include", "Authorization", ""},
		{headerList("Authorization", "1"), "include", "-", "preflight/authorization"},
		{headerList("Content-Type", "application/json"), "omit", "content-type", ""},
		{headerList("Content-Type", "application/json"), "omit", "", "preflight/header"},
		{headerList("Content-Type", "text/plain"), "omit", "", ""},
		{headerList("X-A", "1"), "omit", "X A", "preflight/syntax"},
		{headerList("X-A", "1"), "omit", "X-A: 1", "preflight/syntax"},
		{nil, "omit", "{}", "preflight/syntax"},
	}
	for _, test := range tests {
		answer := headerList("Access-Control-Allow-Headers", test.allow)
		if test.allow == "-" {
			answer = nil
		}
		grant, syntax := policy.ReadGrant(answer)
		unsafe := policy.CORSUnsafeRequestHeaderNames(&engine.Standard, test.header, nil)
		if got := stops(syntax, grant.AllowsHeaders(&engine.Standard, test.header, unsafe, test.credentials)); got != test.want {
			t.Errorf("%v with credentials %s, allowed %q: %q, want %q", test.header, test.credentials, test.allow, got, test.want)
		}
	}
}

func TestPreflightMaxAge(t *testing.T) {
	for value, want := range map[string]uint64{"0": 0, "600": 600, "007": 7, "": 5, "-1": 5, "1e3": 5, "1.5": 5, "5, 6": 5, "99999999999999999999": 1<<64 - 1} {
		if got := policy.PreflightMaxAge(&engine.Standard, headerList("Access-Control-Max-Age", value)); got != want {
			t.Errorf("%q: %d, want %d", value, got, want)
		}
	}
	if got := policy.PreflightMaxAge(&engine.Standard, nil); got != 5 {
		t.Errorf("absent: %d, want 5", got)
	}
	if got := policy.PreflightMaxAge(&engine.Standard, headerList("Access-Control-Max-Age", "7", "Access-Control-Max-Age", "7")); got != 5 {
		t.Errorf("twice: %d, want 5", got)
	}
}

func TestPreflightMaxAgeOfEngines(t *testing.T) {
	signed, malformed := engine.Standard.With(engine.PreflightAgeSigned), engine.Standard.With(engine.PreflightAgeMalformed)
	tests := []struct {
		about   string
		profile engine.Profile
		value   string
		want    uint64
	}{
		{"a plus sign", signed, "+10", 10},
		{"a minus sign", signed, "-10", 0},
		{"too many digits", signed, "9223372036854775808", 5},
		{"no number", signed, "x", 5},
		{"no value", signed, "", 5},
		{"two values", signed, "7, 7", 5},
		{"no number is no age", malformed, "x", 0},
		{"nor is a sign", malformed, "+10", 0},
		{"but no value is the default", malformed, "", 5},
		{"a number", malformed, "007", 7},
	}
	for _, test := range tests {
		if got := policy.PreflightMaxAge(&test.profile, headerList("Access-Control-Max-Age", test.value)); got != test.want {
			t.Errorf("%s: %q: %d, want %d", test.about, test.value, got, test.want)
		}
	}
}

func TestWildcardCoversAuthorization(t *testing.T) {
	profile := engine.Standard.With(engine.PreflightWildcardCoversAuthorization)
	grant, _ := policy.ReadGrant(headerList("Access-Control-Allow-Headers", "*"))
	list, unsafe := headerList("Authorization", "x"), []string{"authorization"}
	if d := grant.AllowsHeaders(&profile, list, unsafe, policy.CredentialsOmit); !d.OK() {
		t.Errorf("without credentials: %v", d)
	}
	if d := grant.AllowsHeaders(&profile, list, unsafe, policy.CredentialsInclude); d.OK() {
		t.Error("with credentials: granted")
	}
}
