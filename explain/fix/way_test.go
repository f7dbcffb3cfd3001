package fix_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

// wayCases are calls that the page can make otherwise, and how each of the ways begins.
var wayCases = []struct {
	about string
	scene scene
	want  []string
}{
	{"patch", scene{call: corsim.Request{URL: api, Method: "patch"}, server: answers{
		"OPTIONS " + api: says(204, allow, "*", methods, "PATCH"), api: says(200, allow, "*"),
	}}, []string{"Write the method in capitals: PATCH."}},
	{"credentials", scene{call: include, server: answers{api: says(200, allow, "*")}},
		[]string{"Ask without credentials, if the answer does not depend on cookies: credentials: 'omit'."}},
	{"a header", scene{call: corsim.Request{URL: api, Header: says(0, "X-A", "1").Header}, server: answers{
		"OPTIONS " + api: says(404), api: says(200, allow, "*"),
	}}, []string{"Leave out x-a"}},
	{"JSON", scene{
		call:   corsim.Request{URL: api, Method: "POST", Header: says(0, "Content-Type", "application/json").Header},
		server: answers{"OPTIONS " + api: says(404), api: says(200, allow, "*")},
	}, []string{"Send the body as text/plain, and"}},
	{"JSON and a header", scene{
		call:   corsim.Request{URL: api, Method: "POST", Header: says(0, "Content-Type", "application/json", "X-A", "1").Header},
		server: answers{"OPTIONS " + api: says(404), api: says(200, allow, "*")},
	}, []string{"Leave out content-type, x-a and send"}},
	{"a redirect that is not wanted",
		scene{call: corsim.Request{URL: app, Redirect: corsim.Fail}, server: answers{
			app: says(302, "Location", "/a"), app + "a": says(200),
		}},
		[]string{"Follow the redirect", "Ask for what the redirect leads to: https://app.example/a."}},
	{"mode same-origin", scene{call: corsim.Request{URL: api, Mode: corsim.SameOrigin}, server: answers{
		api: says(200, allow, "*"),
	}}, []string{"Ask with mode cors"}},
	{"mode no-cors, and a redirect mode",
		scene{call: corsim.Request{URL: api, Mode: corsim.NoCORS, Redirect: corsim.Manual}, server: answers{api: says(200)}},
		[]string{"Leave the member redirect out"}},
	{"a stream", scene{
		call:   corsim.Request{URL: api, Method: "POST", Body: upload, Duplex: "half"},
		server: answers{"OPTIONS " + api: says(404), api: says(200, allow, "*")},
	}, []string{"Send the whole body at once"}},
	{"a redirect that hides the origin", scene{call: get, server: answers{
		api: says(302, "Location", "https://me:pw@other.example/", allow, "*"), other: says(200, allow, "https://app.example"),
	}}, []string{"Ask for what the redirect leads to: https://other.example/."}},
	{"http: from a secure page", scene{call: corsim.Request{URL: "http://api.example/"}, server: answers{
		api: says(200, allow, "*"),
	}}, []string{"Ask over https: https://api.example/."}},
	{"what no way helps with", scene{call: corsim.Request{URL: "https://api.example:25/"}}, nil},

	{"patch by XMLHttpRequest", scene{call: corsim.XHR{URL: api, Method: "patch"}, server: answers{
		"OPTIONS " + api: says(204, allow, "*", methods, "PATCH"), api: says(200, allow, "*"),
	}}, []string{"Write the method in capitals: PATCH."}},
	{"credentials by XMLHttpRequest",
		scene{call: corsim.XHR{URL: api, WithCredentials: true}, server: answers{api: says(200, allow, "*")}},
		[]string{"Ask without credentials, if the answer does not depend on cookies: withCredentials = false."}},
	{"a listener", scene{call: corsim.XHR{URL: api, Method: "POST", UploadListener: true}, server: answers{
		"OPTIONS " + api: says(404), api: says(200, allow, "*"),
	}}, []string{"Remove the listener"}},
	{"a header by XMLHttpRequest", scene{call: corsim.XHR{URL: api, Header: says(0, "X-A", "1").Header}, server: answers{
		"OPTIONS " + api: says(404), api: says(200, allow, "*"),
	}}, []string{"Leave out x-a"}},
	{"http: by XMLHttpRequest", scene{call: corsim.XHR{URL: "http://api.example/"}, server: answers{
		api: says(200, allow, "*"),
	}}, []string{"Ask over https:"}},

	{"a stream of events with credentials",
		scene{call: corsim.EventSource{URL: api, WithCredentials: true}, server: answers{
			api: says(200, allow, "*", "Content-Type", "text/event-stream"),
		}},
		[]string{"Open the stream without withCredentials"}},
	{"a stream of events over http:", scene{call: corsim.EventSource{URL: "http://api.example/"}, server: answers{
		api: says(200, allow, "*", "Content-Type", "text/event-stream"),
	}}, []string{"Ask over https:"}},

	{"an image with credentials",
		scene{call: corsim.Load{URL: api, CrossOrigin: "Use-Credentials"}, server: answers{api: picture(allow, "*")}},
		[]string{"Ask without credentials, if the answer does not depend on cookies: crossorigin=", "Remove the attribute"}},
	{"an image with CORS", scene{call: corsim.Load{URL: api, CrossOrigin: corsim.Anonymous}, server: answers{api: picture()}},
		[]string{"Remove the attribute crossorigin"}},
	{"an image without CORS, in a page that isolates",
		scene{options: isolated, call: corsim.Load{URL: api}, server: answers{api: picture(allow, "*")}},
		[]string{"Ask with CORS"}},
	{"a script over http:", scene{call: corsim.Load{Kind: corsim.Script, URL: "http://api.example/"}, server: answers{
		api: says(200),
	}}, []string{"Ask over https:"}},
	{"a script with a password",
		scene{
			profile: corsim.Chromium, call: corsim.Load{Kind: corsim.Script, URL: "https://me:pw@api.example/"},
			server: answers{api: says(200)},
		},
		[]string{"Leave user name and password out"}},

	{"a beacon of JSON", scene{
		call:   corsim.Beacon{URL: api, Body: &corsim.Body{Kind: fetch.BlobBody, Type: "application/json", Bytes: []byte("{}")}},
		server: answers{"OPTIONS " + api: says(404), api: says(200)},
	}, []string{"Send a string and no Blob"}},
	{"a beacon over http:", scene{call: corsim.Beacon{URL: "http://api.example/"}, server: answers{
		api: says(200, allow, "https://app.example", "Access-Control-Allow-Credentials", "true"),
	}}, []string{"Ask over https:"}},
	{"a WebSocket over ws:",
		scene{call: corsim.WebSocket{URL: "ws://api.example/"}, server: answers{api: says(101)}},
		[]string{"Connect over wss: wss://api.example/."}},
	{"a document that is for no frame", scene{call: frame, server: answers{api: says(200, "X-Frame-Options", "DENY")}}, nil},
}

func TestWays(t *testing.T) {
	for _, c := range wayCases {
		v := c.scene.verdict(t)
		if gets(v) {
			t.Errorf("%s: not blocked:\n%s", c.about, v)
			continue
		}
		ways := fix.Advise(v).Ways
		if !slices.EqualFunc(ways, c.want, func(w fix.Way, begin string) bool { return strings.HasPrefix(w.Advice, begin) }) {
			t.Errorf("%s: the ways are %+v, want %q for\n%s", c.about, ways, c.want, v)
		}
		for _, way := range ways {
			if after := v.ReplayWith(v.Profile(), corsim.Change{Call: way.Call}); !gets(after) {
				t.Errorf("%s: %s does not help:\n%s", c.about, way.Advice, after)
			}
			if is, was := modeOf(way.Call), modeOf(v.Call()); is == corsim.NoCORS && was != corsim.NoCORS {
				t.Errorf("%s: mode no-cors is recommended: %s", c.about, way.Advice)
			}
		}
	}
}

func modeOf(call any) policy.Mode {
	request, _ := call.(corsim.Request)
	return request.Mode
}
