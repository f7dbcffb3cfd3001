package console_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

const (
	appPage = "https://app.example/"
	apiURL  = "https://api.example/v1"
	blocked = "Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at "
	soon    = "Cross-Origin Request Warning: The Same Origin Policy will disallow reading the remote resource at "
	nothing = apiURL + ". (Reason: CORS request did not succeed). Status code: (null)."
)

// fields makes a header list of names and values in turn.
func fields(namesAndValues ...string) header.List {
	var list header.List
	for i := 0; i < len(namesAndValues); i += 2 {
		list.Append(namesAndValues[i], namesAndValues[i+1])
	}
	return list
}

// server answers CORS-preflights with one answer and all else with another; an answer without a status is a 200.
func server(preflight, actual corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		answer := actual
		if request.Method == "OPTIONS" {
			answer = preflight
		}
		if answer.Status == 0 && answer.Failure == "" {
			answer.Status = 200
		}
		return answer
	})
}

func answer(status int, namesAndValues ...string) corsim.Answer {
	return corsim.Answer{Status: status, Header: fields(namesAndValues...)}
}

func TestFirefox(t *testing.T) {
	const allow = "Access-Control-Allow-Origin"
	const origin = "https://app.example"
	include := corsim.Request{URL: apiURL, Credentials: corsim.Include}
	put := corsim.Request{URL: apiURL, Method: "PUT"}
	withHeader := corsim.Request{URL: apiURL, Header: fields("X-B", "1", "Authorization", "x")}
	tests := []struct {
		about             string
		request           corsim.Request
		preflight, answer corsim.Answer
		want              []string
	}{
		{"it may be read", corsim.Request{URL: apiURL}, corsim.Answer{}, answer(200, allow, "*"), nil},
		{
			"missing", corsim.Request{URL: apiURL}, corsim.Answer{}, answer(404),
			[]string{blocked + apiURL + ". (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status " +
				"code: 404."},
		},
		{
			"the fragment is named", corsim.Request{URL: apiURL + "#a b"}, corsim.Answer{}, answer(200),
			[]string{blocked + apiURL +
				"#a%20b. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200."},
		},
		{
			"two lines", corsim.Request{URL: apiURL}, corsim.Answer{}, answer(200, allow, origin, allow, origin),
			[]string{blocked + apiURL + ". (Reason: Multiple CORS header ‘Access-Control-Allow-Origin’ not " +
				"allowed)."},
		},
		{
			"one line with a list", corsim.Request{URL: apiURL}, corsim.Answer{}, answer(200, allow, origin+", *"),
			[]string{blocked + apiURL +
				". (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://app.example, *’)."},
		},
		{
			"bytes that are not UTF-8", corsim.Request{URL: apiURL}, corsim.Answer{}, answer(200, allow, "caf\xe9"),
			[]string{blocked + apiURL +
				". (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘caf\uFFFD’)."},
		},
		{
			"a hole in a value stays what it is", corsim.Request{URL: apiURL}, corsim.Answer{}, answer(200, allow, "{url}"),
			[]string{blocked + apiURL + ". (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match " +
				"‘{url}’)."},
		},
		{
			"the wildcard with credentials", include, corsim.Answer{}, answer(200, allow, "*"),
			[]string{blocked + "‘" + apiURL +
				"’. (Reason: Credential is not supported if the CORS header ‘Access-Control-Allow-Origin’ is ‘*’)."},
		},
		{
			"no credentials allowed", include, corsim.Answer{}, answer(200, allow, origin),
			[]string{blocked + apiURL + ". (Reason: expected ‘true’ in CORS header " +
				"‘Access-Control-Allow-Credentials’)."},
		},
		{
			"no answer", corsim.Request{URL: apiURL}, corsim.Answer{}, corsim.Answer{Failure: "refused"},
			[]string{blocked + nothing},
		},
		{
			"a redirect without CORS", corsim.Request{URL: apiURL}, corsim.Answer{}, answer(302, "Location", "/x"),
			[]string{
				blocked + apiURL + ". (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 302.",
				blocked + nothing,
			},
		},
		{
			"which is not followed", corsim.Request{URL: apiURL, Redirect: policy.RedirectManual}, corsim.Answer{},
			answer(302, "Location", "/x"),
			[]string{blocked + apiURL + ". (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status " +
				"code: 302."},
		},
		{
			"status of the preflight", put, answer(401, allow, "*"), corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: CORS preflight response did not succeed). Status code: 401.",
				blocked + nothing,
			},
		},
		{
			"the preflight is redirected", put, answer(307, allow, origin, "Location", "/x"), corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: CORS request external redirect not allowed).",
				blocked + apiURL + ". (Reason: CORS preflight response did not succeed). Status code: 307.",
				blocked + nothing,
			},
		},
		{
			"to another origin", put, answer(307, allow, origin, "Location", "//other.example/"), corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: CORS request external redirect not allowed).",
				blocked + apiURL +
					". (Reason: CORS header ‘Access-Control-Allow-Origin’ does not match ‘https://app.example’).",
				blocked + nothing,
			},
		},
		{
			"method", put, answer(204, allow, "*"), corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
				blocked + nothing,
			},
		},
		{
			"the method comes before the names", put,
			answer(204, allow, "*", "Access-Control-Allow-Headers", "a b"), corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: Did not find method in CORS header ‘Access-Control-Allow-Methods’).",
				blocked + nothing,
			},
		},
		{
			"no list of methods", put, answer(204, allow, "*", "Access-Control-Allow-Methods", "GET, P(UT"),
			corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: invalid token ‘P(UT’ in CORS header ‘Access-Control-Allow-Methods’).",
				blocked + nothing,
			},
		},
		{
			"no list of names", put,
			answer(204, allow, "*", "Access-Control-Allow-Methods", "*", "Access-Control-Allow-Headers", "a b"),
			corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: invalid token ‘a b’ in CORS header ‘Access-Control-Allow-Headers’).",
				blocked + nothing,
			},
		},
		{
			"name", withHeader, answer(204, allow, "*", "Access-Control-Allow-Headers", "authorization"), corsim.Answer{},
			[]string{
				blocked + apiURL + ". (Reason: header ‘x-b’ is not allowed according to header " +
					"‘Access-Control-Allow-Headers’ from CORS preflight response).",
				blocked + nothing,
			},
		},
		{
			"Authorization under the wildcard", withHeader, answer(204, allow, "*", "Access-Control-Allow-Headers", "*"),
			answer(200, allow, "*"),
			[]string{soon + apiURL + " soon. (Reason: When the `Access-Control-Allow-Headers` is `*`, the `Authorization` " +
				"header is not covered. To include the `Authorization` header, it must be explicitly listed in CORS header " +
				"`Access-Control-Allow-Headers`)."},
		},
		{
			"another scheme", corsim.Request{URL: "foo://api.example/"}, corsim.Answer{}, corsim.Answer{},
			[]string{blocked + "foo://api.example/. (Reason: CORS request not http)."},
		},
		{
			"a scheme that it knows", corsim.Request{URL: "file:///x"}, corsim.Answer{}, corsim.Answer{}, nil,
		},
		{
			"a redirect to another scheme", corsim.Request{URL: apiURL}, corsim.Answer{},
			answer(302, allow, "*", "Location", "ftp://api.example/x"),
			[]string{
				blocked + "ftp://api.example/x. (Reason: CORS request not http).",
				blocked + nothing,
			},
		},
		{
			"a redirect with a password", corsim.Request{URL: apiURL}, corsim.Answer{},
			answer(302, allow, "*", "Location", "https://u:p@other.example/"), []string{blocked + nothing},
		},
		{
			"a redirect to a bad port", corsim.Request{URL: apiURL}, corsim.Answer{},
			answer(302, allow, "*", "Location", "https://api.example:25/"), []string{blocked + nothing},
		},
		{
			"a referrer policy that does not count", corsim.Request{URL: apiURL, ReferrerPolicy: "unsafe-url"},
			corsim.Answer{}, answer(200, allow, "*"),
			[]string{"Referrer Policy: Ignoring the less restricted referrer policy “unsafe-url” for the " +
				"cross-site request: " + apiURL},
		},
		{
			"opaque, with integrity", corsim.Request{URL: apiURL, Mode: policy.ModeNoCORS, Integrity: "sha256-" +
				strings.Repeat("A", 43) + "="}, corsim.Answer{}, answer(200),
			[]string{"“" + apiURL + "” is not eligible for integrity checks since it’s neither CORS-enabled nor " +
				"same-origin."},
		},
	}
	for _, test := range tests {
		verdict := corsim.New(corsim.Firefox).Open(appPage).Fetch(server(test.preflight, test.answer), test.request)
		if got := console.Lines(verdict); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nwant\n%s", test.about, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

func TestFirefoxOfElements(t *testing.T) {
	const js, html = "text/javascript", "text/html"
	tests := []struct {
		about  string
		load   corsim.Load
		answer corsim.Answer
		want   []string
	}{
		{
			"a module of another type", corsim.Load{URL: apiURL, Kind: corsim.ModuleScript},
			answer(200, "Access-Control-Allow-Origin", "*", "Content-Type", html), []string{blocked + nothing},
		},
		{
			"whatever the status", corsim.Load{URL: apiURL, Kind: corsim.ModuleScript},
			answer(500, "Access-Control-Allow-Origin", "*", "Content-Type", html), []string{blocked + nothing},
		},
		{
			"a module that is not there", corsim.Load{URL: apiURL, Kind: corsim.ModuleScript},
			answer(404, "Access-Control-Allow-Origin", "*", "Content-Type", js), nil,
		},
		{"a script without CORS", corsim.Load{URL: apiURL, Kind: corsim.Script}, answer(200, "Content-Type", js), nil},
		{
			"its resource policy", corsim.Load{URL: apiURL, Kind: corsim.Script},
			answer(200, "Content-Type", js, "Cross-Origin-Resource-Policy", "same-origin"),
			[]string{"The resource at “" + apiURL + "” was blocked due to its Cross-Origin-Resource-Policy header " +
				"(or lack thereof). See " +
				"https://developer.mozilla.org/docs/Web/HTTP/Cross-Origin_Resource_Policy_(CORP)#"},
		},
	}
	for _, test := range tests {
		verdict := corsim.New(corsim.Firefox).Open(appPage).Load(server(corsim.Answer{}, test.answer), test.load)
		if got := console.Lines(verdict); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nwant\n%s", test.about, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}
