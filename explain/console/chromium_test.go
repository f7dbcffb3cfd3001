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

const pageURL = "https://app.example/page"

// answers gives each request the next answer, and the last to all that follow.
func answers(list ...corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		answer := list[0]
		if len(list) > 1 {
			list = list[1:]
		}
		return answer
	})
}

func TestChromiumLines(t *testing.T) {
	const (
		allow   = "Access-Control-Allow-Origin"
		blocked = "' from origin 'https://app.example' has been blocked by CORS policy: "
	)
	page := func() *corsim.Page { return corsim.New(corsim.Chromium).Open(pageURL) }
	put := corsim.Request{URL: apiURL, Method: "PUT", Header: header.List{{Name: "X-A", Value: "1"}}}
	tests := []struct {
		about   string
		verdict corsim.Verdict
		want    []string
	}{
		{
			"the header is missing",
			page().Fetch(answers(answer(200)), corsim.Request{URL: apiURL + "#top"}),
			[]string{"Access to fetch at '" + apiURL + "#top" + blocked +
				"No 'Access-Control-Allow-Origin' header is present on the requested resource."},
		},
		{
			"a value that is no URL, in bytes that are escaped",
			page().Fetch(answers(answer(200, allow, "caf\xe9\x01")), corsim.Request{URL: apiURL}),
			[]string{"Access to fetch at '" + apiURL + blocked + "The 'Access-Control-Allow-Origin' header " +
				"contains " +
				`the invalid value 'caf\u00E9\u0001'. Have the server send the header with a valid value.`},
		},
		{
			"a wildcard for an XMLHttpRequest with credentials",
			page().XHR(answers(answer(200, allow, "*")), corsim.XHR{URL: apiURL, WithCredentials: true}),
			[]string{"Access to XMLHttpRequest at '" + apiURL + blocked + "The value of the " +
				"'Access-Control-Allow-Origin' header in the response must not be the wildcard '*' when the " +
				"request's credentials mode is 'include'. The credentials mode of requests initiated by the " +
				"XMLHttpRequest is controlled by the withCredentials attribute."},
		},
		{
			"two values, after a redirect",
			page().Load(answers(answer(302, "Location", apiURL), answer(200, allow, "*, *")),
				corsim.Load{Kind: corsim.Image, URL: "/pic", CrossOrigin: corsim.Anonymous}),
			[]string{"Access to image at '" + apiURL + "' (redirected from 'https://app.example/pic') from origin " +
				"'https://app.example' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header " +
				"contains multiple values '*, *', but only one is allowed."},
		},
		{
			"a preflight that is not found",
			page().Fetch(answers(answer(404, allow, "*")), put),
			[]string{"Access to fetch at '" + apiURL + blocked + "Response to preflight request doesn't pass " +
				"access control check: It does not have HTTP ok status."},
		},
		{
			"a preflight that is redirected, whatever its headers",
			page().Fetch(answers(answer(301, "Location", "/elsewhere")), put),
			[]string{"Access to fetch at '" + apiURL + blocked + "Response to preflight request doesn't pass " +
				"access control check: Redirect is not allowed for a preflight request."},
		},
		{
			"a method that is not listed",
			page().Fetch(answers(answer(204, allow, "*", "Access-Control-Allow-Methods", "GET")), put),
			[]string{"Access to fetch at '" + apiURL + blocked +
				"Method PUT is not allowed by Access-Control-Allow-Methods in preflight response."},
		},
		{
			"a list of methods that is none comes before one of headers",
			page().Fetch(answers(answer(204, allow, "*", "Access-Control-Allow-Methods", "P T",
				"Access-Control-Allow-Headers", "a b")), put),
			[]string{"Access to fetch at '" + apiURL + blocked +
				"Cannot parse Access-Control-Allow-Methods response header field in preflight response."},
		},
		{
			"mode same-origin",
			page().Fetch(answers(answer(200)), corsim.Request{URL: apiURL, Mode: policy.ModeSameOrigin}),
			[]string{"Fetch API cannot load " + apiURL + `. Request mode is "same-origin" but the URL's origin is not ` +
				"same as the request origin https://app.example."},
		},
		{
			"a scheme that fetch() does not know",
			page().Fetch(answers(answer(200)), corsim.Request{URL: "mailto:a@b"}),
			[]string{`Fetch API cannot load mailto:a@b. URL scheme "mailto" is not supported.`},
		},
		{
			"a file",
			page().XHR(answers(answer(200)), corsim.XHR{URL: "file:///etc/hosts"}),
			[]string{"Not allowed to load local resource: file:///etc/hosts"},
		},
		{
			"mixed content",
			page().Load(answers(answer(200)), corsim.Load{Kind: corsim.Script, URL: "http://api.example/a.js"}),
			[]string{"Mixed Content: The page at 'https://app.example/page' was loaded over HTTPS, but requested " +
				"an insecure script 'http://api.example/a.js'. This request has been blocked; the content must be " +
				"served over HTTPS."},
		},
		{
			"an image that is upgraded, and shown",
			page().Load(answers(answer(200)), corsim.Load{URL: "http://api.example/a.svg"}),
			[]string{"Mixed Content: The page at 'https://app.example/page' was loaded over HTTPS, but requested " +
				"an insecure element 'http://api.example/a.svg'. This request was automatically upgraded to HTTPS, " +
				"For more information see https://blog.chromium.org/2019/10/no-more-mixed-messages-about-https.html"},
		},
		{
			"an event stream",
			page().EventSource(answers(answer(200)), corsim.EventSource{URL: apiURL}),
			[]string{"Access to resource at '" + apiURL + blocked +
				"No 'Access-Control-Allow-Origin' header is present on the requested resource."},
		},
		{
			"a page in the clear that reaches into the local network",
			corsim.New(corsim.Chromium).Open("http://app.example/").Fetch(answers(answer(200)),
				corsim.Request{URL: "http://192.168.0.9/"}),
			[]string{"Access to fetch at 'http://192.168.0.9/' from origin 'http://app.example' has been blocked " +
				"by CORS policy: The request client is not a secure context and the resource is in more-private " +
				"address space `local`."},
		},
		{"what may be read", page().Fetch(answers(answer(200, allow, "*")), corsim.Request{URL: apiURL}), nil},
		{"a URL that is none", page().Fetch(answers(answer(200)), corsim.Request{URL: "https://["}), nil},
		{"no verdict", corsim.Verdict{}, nil},
		{
			"the standard has no console",
			corsim.New(corsim.Standard).Open(pageURL).Fetch(answers(answer(200)), corsim.Request{URL: apiURL}),
			nil,
		},
	}
	for _, test := range tests {
		if got := console.Lines(test.verdict); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nwant\n%s", test.about, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

// TestChromiumHeaderOrder holds that of several refused headers Chromium names the one it was seen to name: the order
// is that of its table, which fetch() fills by name and XMLHttpRequest as it is asked.
func TestChromiumHeaderOrder(t *testing.T) {
	preflight := answer(204, "Access-Control-Allow-Origin", "*")
	tests := []struct {
		about      string
		names      string
		fetch, xhr string
	}{
		{"two whose places are the same", "X-Custom X-Abc", "x-abc", "x-custom"},
		{"Authorization is one among others", "Authorization X-Custom", "x-custom", "x-custom"},
		{"a table that has grown", "X-1 X-2 X-3 X-10 x-9 A-1", "x-2", "x-2"},
		{"five", "X-B X-A X-C-1 X-C Authorization", "authorization", "authorization"},
	}
	for _, test := range tests {
		var list header.List
		for name := range strings.FieldsSeq(test.names) {
			list.Append(name, "1")
		}
		page := corsim.New(corsim.Chromium).Open("http://app.example/")
		fetched := page.Fetch(answers(preflight), corsim.Request{URL: "http://api.example/", Header: list})
		sent := page.XHR(answers(preflight), corsim.XHR{URL: "http://api.example/", Header: list})
		for _, c := range []struct {
			verdict corsim.Verdict
			want    string
		}{{fetched, test.fetch}, {sent, test.xhr}} {
			lines := strings.Join(console.Lines(c.verdict), "\n")
			if !strings.Contains(lines, "Request header field "+c.want+" is not allowed") {
				t.Errorf("%s: %s, want %s", test.about, lines, c.want)
			}
		}
	}
}
