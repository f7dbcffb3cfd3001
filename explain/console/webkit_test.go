package console_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// webKitTest is a verdict with the lines that a WebKit was seen to print.
type webKitTest struct {
	about   string
	verdict corsim.Verdict
	want    []string
}

func holdWebKit(t *testing.T, tests []webKitTest) {
	t.Helper()
	for _, test := range tests {
		if got := console.Lines(test.verdict); !slices.Equal(got, test.want) {
			t.Errorf("%s:\n%s\nwant\n%s", test.about, strings.Join(got, "\n"), strings.Join(test.want, "\n"))
		}
	}
}

func webKitPage() *corsim.Page { return corsim.New(corsim.WebKit).Open(pageURL) }

const (
	webKitAllow  = "Access-Control-Allow-Origin"
	fetchFailed  = "Fetch API cannot load https://api.example/a due to access control checks."
	scriptFailed = "Cross-origin script load denied by Cross-Origin Resource Sharing policy."
	missing200   = "Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 200"
)

func TestWebKitAccess(t *testing.T) {
	url := "https://api.example/a"
	put := corsim.Request{URL: url, Method: "PUT"}
	custom := corsim.Request{URL: url, Header: header.List{
		{Name: "X-Two", Value: "1"}, {Name: "x-One", Value: "1"}, {Name: "cache-control", Value: "no-cache"},
	}}
	holdWebKit(t, []webKitTest{
		{
			"the header is missing",
			webKitPage().Fetch(answers(answer(200)), corsim.Request{URL: url}),
			[]string{missing200, fetchFailed},
		},
		{
			"the status of a preflight is looked at before its headers",
			webKitPage().Fetch(answers(answer(404)), put),
			[]string{"Preflight response is not successful. Status code: 404", fetchFailed},
		},
		{
			"two values",
			webKitPage().XHR(answers(answer(200, webKitAllow, "*, *")), corsim.XHR{URL: url + "#top"}),
			[]string{
				"Access-Control-Allow-Origin cannot contain more than one origin.",
				"XMLHttpRequest cannot load https://api.example/a#top due to access control checks.",
			},
		},
		{
			"a header that WebKit knows comes before others, in WebKit's spelling",
			webKitPage().Fetch(answers(answer(204, webKitAllow, "*")), custom),
			[]string{"Request header field Cache-Control is not allowed by Access-Control-Allow-Headers.", fetchFailed},
		},
		{
			"other headers in the page's order and spelling",
			webKitPage().Fetch(answers(answer(204, webKitAllow, "*", "Access-Control-Allow-Headers", "cache-control")),
				custom),
			[]string{"Request header field X-Two is not allowed by Access-Control-Allow-Headers.", fetchFailed},
		},
		{
			"a list that is none, with a byte that is not UTF-8, which WebKit prints as three characters",
			webKitPage().Fetch(answers(answer(204, webKitAllow, "*", "Access-Control-Allow-Methods", "P\xe9 T")), put),
			[]string{"Header Access-Control-Allow-Methods has an invalid value: P\u00ef\u00bf\u00bd T", fetchFailed},
		},
		{
			"a beacon has the reason twice",
			webKitPage().SendBeacon(answers(answer(404)), corsim.Beacon{
				URL: url, Body: &corsim.Body{Kind: fetch.BlobBody, Type: "application/json", Bytes: []byte("{}")},
			}),
			[]string{
				"Preflight response is not successful. Status code: 404",
				"Beacon API cannot load https://api.example/a. Preflight response is not successful. Status code: 404",
			},
		},
		{
			"fetch() with mode same-origin, whatever else is wrong",
			webKitPage().Fetch(answers(answer(200)),
				corsim.Request{URL: "http://api.example:6000/a", Mode: policy.ModeSameOrigin}),
			[]string{"Fetch API cannot load http://api.example:6000/a."},
		},
		{"what may be read", webKitPage().Fetch(answers(answer(200, webKitAllow, "*")), corsim.Request{URL: url}), nil},
		{"no verdict", corsim.Verdict{}, nil},
	})
}

func TestWebKitElements(t *testing.T) {
	load := func(kind fetch.LoadKind, list ...corsim.Answer) corsim.Verdict {
		return webKitPage().Load(answers(list...),
			corsim.Load{Kind: kind, URL: "https://api.example/a#top", CrossOrigin: corsim.Anonymous})
	}
	html := answer(200, webKitAllow, "*", "Content-Type", "Image/PNG; a=b")
	strict := answer(200, webKitAllow, "*", "Content-Type", "image/png", "X-Content-Type-Options", "nosniff")
	holdWebKit(t, []webKitTest{
		{
			"an image is named without its fragment",
			load(corsim.Image, answer(200)),
			[]string{missing200, "Cannot load image https://api.example/a due to access control checks."},
		},
		{"a script is not named", load(corsim.Script, answer(200)), []string{missing200, scriptFailed}},
		{"a module is not mentioned", load(corsim.ModuleScript, answer(200)), []string{missing200}},
		{"a style sheet is not mentioned", load(corsim.Stylesheet, answer(200)), []string{missing200}},
		{
			"a script with a MIME type of an image, as it was written",
			load(corsim.Script, html),
			[]string{"Refused to execute https://api.example/a as script because Image/PNG is not a script MIME type."},
		},
		{
			"a script with nosniff, after a redirect",
			load(corsim.Script, answer(302, webKitAllow, "*", "Location", "/b"), strict),
			[]string{`Refused to execute https://api.example/a as script because "X-Content-Type-Options: nosniff" ` +
				"was given and its Content-Type is not a script MIME type."},
		},
		{
			"a module",
			load(corsim.ModuleScript, html),
			[]string{"TypeError: 'Image/PNG' is not a valid JavaScript MIME type."},
		},
		{
			"a style sheet",
			load(corsim.Stylesheet, strict),
			[]string{"Did not parse stylesheet at 'https://api.example/a' because non CSS MIME types are not allowed in " +
				"strict mode."},
		},
		{"a style sheet that is not found", load(corsim.Stylesheet, answer(404, webKitAllow, "*")), nil},
	})
}

func TestWebKitRefusedAtOnce(t *testing.T) {
	const (
		insecure = "he page at https://app.example/page requested insecure content from http://"
		https    = " be served over HTTPS."
		blocked  = "[blocked] T" + insecure
		port     = "Not allowed to use restricted network port"
	)
	image := answer(200, "Content-Type", "image/png")
	holdWebKit(t, []webKitTest{
		{
			"insecure content",
			webKitPage().Fetch(answers(answer(200)), corsim.Request{URL: "http://api.example/a"}),
			[]string{
				blocked + "api.example/a. This content was blocked and must" + https,
				"Not allowed to request resource",
				"Fetch API cannot load http://api.example/a due to access control checks.",
			},
		},
		{
			"insecure content of this machine: the sentence has no end",
			webKitPage().Load(answers(answer(200)), corsim.Load{Kind: corsim.Script, URL: "http://127.0.0.1/a"}),
			[]string{blocked + "127.0.0.1/a. This content was blocked and must"},
		},
		{
			"insecure content after a redirect: the URL before is named",
			webKitPage().Load(answers(answer(302, "Location", "http://localhost/b")),
				corsim.Load{Kind: corsim.Image, URL: "https://api.example/a"}),
			[]string{
				"T" + insecure + "localhost/b. This content was not upgraded to HTTPS and must be served from the local host.",
				blocked + "localhost/b. This content was blocked and must",
				"Cannot load image https://api.example/a due to access control checks.",
			},
		},
		{
			"an image that is upgraded, and shown",
			webKitPage().Load(answers(image), corsim.Load{Kind: corsim.Image, URL: "http://api.example/a"}),
			[]string{"T" + insecure + "api.example/a. This content was automatically upgraded and should" + https},
		},
		{
			"an image of this machine by its IPv6 address is not upgraded",
			webKitPage().Load(answers(image), corsim.Load{Kind: corsim.Image, URL: "http://[::1]/a"}),
			[]string{"T" + insecure + "[::1]/a. This content was not upgraded to HTTPS and must be served from the " +
				"local host."},
		},
		{
			"an image of localhost with a dot is upgraded",
			webKitPage().Load(answers(image), corsim.Load{Kind: corsim.Image, URL: "http://localhost./a"}),
			[]string{"T" + insecure + "localhost./a. This content was automatically upgraded and should" + https},
		},
		{
			"a beacon to insecure content",
			webKitPage().SendBeacon(answers(answer(200)), corsim.Beacon{URL: "http://api.example/a"}),
			[]string{
				blocked + "api.example/a. This content was blocked and must" + https,
				"Beacon API cannot load http://api.example/a. Not allowed to request resource",
			},
		},
		{
			"a bad port",
			webKitPage().Fetch(answers(answer(200)), corsim.Request{URL: "https://api.example:6000/"}),
			[]string{port + " 6000: https://api.example:6000/"},
		},
		{
			"a beacon to a bad port",
			webKitPage().SendBeacon(answers(answer(200)), corsim.Beacon{URL: "https://api.example:6000/"}),
			[]string{
				port + " 6000: https://api.example:6000/",
				"Beacon API cannot load https://api.example:6000/. " + port,
			},
		},
		{
			"FTP with CORS",
			webKitPage().XHR(answers(answer(200)), corsim.XHR{URL: "ftp://api.example/a"}),
			[]string{
				"Cross origin requests are only supported for HTTP.",
				"XMLHttpRequest cannot load ftp://api.example/a due to access control checks.",
			},
		},
		{
			"a file without CORS",
			webKitPage().Fetch(answers(answer(200)), corsim.Request{URL: "file:///a", Mode: policy.ModeNoCORS}),
			[]string{
				"Not allowed to load local resource: file:///a",
				"Not allowed to request resource",
				"Fetch API cannot load file:///a due to access control checks.",
			},
		},
	})
}

// TestWebKitStatusOfCache holds that the status is that of the answer in the cache where it was taken from there.
func TestWebKitStatusOfCache(t *testing.T) {
	page := webKitPage()
	server := answers(answer(203, "Cache-Control", "max-age=600"), answer(500))
	page.Fetch(server, corsim.Request{URL: "https://api.example/a", Mode: policy.ModeNoCORS})
	holdWebKit(t, []webKitTest{{
		"a fresh answer without the header",
		page.Fetch(server, corsim.Request{URL: "https://api.example/a"}),
		[]string{"Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 203", fetchFailed},
	}})
}
