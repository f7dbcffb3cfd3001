package corsim_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// csp gives a page a content security policy.
func csp(value string) []corsim.PageOption {
	return []corsim.PageOption{corsim.ContentSecurityPolicy(header.List{{Name: "Content-Security-Policy", Value: value}})}
}

// What a page learns of where it leads, and what the server is told.
func TestNavigate(t *testing.T) {
	const elsewhere = "https://api.example/"
	post := corsim.Navigation{URL: elsewhere, Method: "post", Body: &corsim.Body{Bytes: []byte("a=b")}}
	tests := []struct {
		about      string
		page       string
		options    []corsim.PageOption
		navigation corsim.Navigation
		server     corsim.Server
		outcome    corsim.Outcome
		event      string
		sent       map[string]string // of the last request; "" for a header that is not sent
	}{
		{"a link at home", appURL, nil, corsim.Navigation{URL: "/next"}, turns(says(200)), corsim.Readable, "",
			map[string]string{"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Dest": "document", "Sec-Fetch-User": "", "Referer": appURL}},
		{"a click", appURL, nil, corsim.Navigation{URL: "/", UserActivation: true}, turns(says(200)), corsim.Readable, "",
			map[string]string{"Sec-Fetch-User": "?1"}},
		{"the address bar", appURL, nil, corsim.Navigation{URL: elsewhere, UserInitiated: true}, turns(says(200)), corsim.Opaque, "",
			map[string]string{"Sec-Fetch-Site": "none", "Cookie": "strict=1; lax=2; none=3"}},
		{"a link elsewhere", appURL, nil, corsim.Navigation{URL: elsewhere}, turns(says(200)), corsim.Opaque, "",
			map[string]string{"Sec-Fetch-Site": "cross-site", "Cookie": "lax=2; none=3", "Origin": ""}},
		{"a frame elsewhere", appURL, nil, corsim.Navigation{Navigable: corsim.IframeElement, URL: elsewhere}, turns(says(200)), corsim.Opaque, "load",
			map[string]string{"Sec-Fetch-Dest": "iframe", "Cookie": "none=3"}},
		{"a form", appURL, nil, post, turns(says(200)), corsim.Opaque, "",
			map[string]string{"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "3", "Origin": "https://app.example", "Cookie": "none=3"}},
		{"a form with files", appURL, nil, corsim.Navigation{URL: "/", Method: "POST", Enctype: "Multipart/Form-Data", Body: &corsim.Body{Size: 9, Type: "X"}},
			turns(says(200)), corsim.Readable, "", map[string]string{"Content-Type": "multipart/form-data; boundary=X"}},
		{"a form in plain text", appURL, nil, corsim.Navigation{URL: "/", Method: "POST", Enctype: "text/plain", Body: &corsim.Body{}},
			turns(says(200)), corsim.Readable, "", map[string]string{"Content-Type": "text/plain"}},
		{"a form that is redirected", appURL, nil, post, turns(says(302, "Location", "/done"), says(200)), corsim.Opaque, "",
			map[string]string{"Content-Type": "", "Content-Length": "", "Origin": ""}},
		{"elsewhere and home again", appURL, nil, corsim.Navigation{URL: elsewhere}, turns(says(302, "Location", appURL), says(200)), corsim.Readable, "",
			map[string]string{"Sec-Fetch-Site": "cross-site"}},
		{"an insecure page in the place of a secure one", appURL, nil, corsim.Navigation{URL: plainURL}, turns(says(200)), corsim.Opaque, "", nil},
		{"an insecure page within a secure one", appURL, nil, corsim.Navigation{Navigable: corsim.FrameElement, URL: plainURL}, turns(says(200)), corsim.Blocked, "load", nil},
		{"an object that is not there", appURL, nil, corsim.Navigation{Navigable: corsim.ObjectElement, URL: "/o"}, turns(says(404)), corsim.Blocked, "error", nil},
		{"a page that is not there", appURL, nil, corsim.Navigation{URL: "/o"}, turns(says(404)), corsim.Readable, "", nil},
		{"an empty form", appURL, nil, corsim.Navigation{URL: "/", Method: "POST", Body: &corsim.Body{}}, turns(says(200)), corsim.Readable, "",
			map[string]string{"Content-Type": "application/x-www-form-urlencoded", "Content-Length": "0"}},
		{"a form that may not go there", appURL, csp("form-action 'self'"), post, turns(says(200)), corsim.Blocked, "", nil},
		{"a form that may not go on there", appURL, csp("form-action 'self'"), corsim.Navigation{URL: "/", Form: true},
			turns(says(302, "Location", elsewhere), says(200)), corsim.Blocked, "", nil},
		{"a link that may", appURL, csp("form-action 'self'"), corsim.Navigation{URL: elsewhere}, turns(says(200)), corsim.Opaque, "", nil},
		{"a form that is upgraded", appURL, csp("upgrade-insecure-requests"), corsim.Navigation{URL: "http://api.example/", Form: true},
			turns(says(200)), corsim.Opaque, "", map[string]string{"Sec-Fetch-Dest": "document"}},
		{"a link that is not", appURL, csp("upgrade-insecure-requests"), corsim.Navigation{URL: "http://api.example/"},
			turns(says(200)), corsim.Opaque, "", map[string]string{"Sec-Fetch-Dest": ""}},
		{"a download", appURL, nil, corsim.Navigation{Navigable: corsim.IframeElement, URL: "/"},
			turns(says(200, "Content-Disposition", "Attachment; filename=a")), corsim.Opaque, "", nil},
		{"what is not to be saved", appURL, nil, corsim.Navigation{URL: "/"},
			turns(says(200, "Content-Disposition", "inline; filename=attachment")), corsim.Readable, "", nil},
		{"a page that sandboxes itself", appURL, nil, corsim.Navigation{URL: "/"},
			turns(says(200, "Content-Security-Policy", "sandbox allow-scripts")), corsim.Opaque, "", nil},
		{"a page that does so, but for its origin", appURL, nil, corsim.Navigation{URL: "/"},
			turns(says(200, "Content-Security-Policy", "sandbox Allow-Same-Origin")), corsim.Readable, "", nil},
		{"nothing to show in a frame", appURL, nil, corsim.Navigation{Navigable: corsim.IframeElement, URL: "/"}, turns(says(204)), corsim.Opaque, "", nil},
		{"an empty frame", appURL, nil, corsim.Navigation{Navigable: corsim.IframeElement, URL: "about:blank"}, nil, corsim.Readable, "load", nil},
		{"a frame without a server", appURL, nil, corsim.Navigation{Navigable: corsim.IframeElement, URL: "data:text/html,a"}, nil, corsim.Opaque, "load", nil},
		{"a frame of a sandboxed page", appURL, []corsim.PageOption{corsim.Sandboxed()}, corsim.Navigation{Navigable: corsim.IframeElement, URL: "/"},
			turns(says(200)), corsim.Opaque, "load", map[string]string{"Referer": "", "Sec-Fetch-Site": "cross-site"}},
		{"a frame that wants no embedder of another origin", appURL, []corsim.PageOption{corsim.EmbedderPolicy("require-corp")},
			corsim.Navigation{Navigable: corsim.IframeElement, URL: elsewhere}, turns(says(200, "Cross-Origin-Embedder-Policy", "require-corp")), corsim.Blocked, "load", nil},
		{"a frame that allows it, after a redirect that does not", appURL, []corsim.PageOption{corsim.EmbedderPolicy("require-corp")},
			corsim.Navigation{Navigable: corsim.IframeElement, URL: elsewhere}, turns(says(302, "Location", "/f"),
				says(200, "Cross-Origin-Embedder-Policy", "require-corp", "Cross-Origin-Resource-Policy", "cross-origin")), corsim.Blocked, "load", nil},
	}
	for _, test := range tests {
		browser := corsim.New(corsim.Standard)
		for _, cookie := range []corsim.Cookie{
			{Name: "strict", Value: "1", SameSite: policy.SameSiteStrict},
			{Name: "lax", Value: "2", SameSite: policy.SameSiteLax},
			{Name: "none", Value: "3", SameSite: policy.SameSiteNone, Secure: true},
		} {
			cookie.Domain = "api.example"
			browser.AddCookie(cookie)
		}
		verdict := browser.Open(test.page, test.options...).Navigate(test.server, test.navigation)
		if verdict.Outcome() != test.outcome || verdict.Effect().Event.String() != test.event {
			t.Errorf("%s: %s and %q, want %s and %q\n%s", test.about, verdict.Outcome(), verdict.Effect().Event, test.outcome, test.event, verdict)
			continue
		}
		if len(test.sent) == 0 {
			continue
		}
		exchanges := verdict.Exchanges()
		list := exchanges[len(exchanges)-1].Request.Header
		for name, want := range test.sent {
			if got, _ := list.Get(name); got != want {
				t.Errorf("%s: %s is %q, want %q", test.about, name, got, want)
			}
		}
	}
}

// A navigation of the tab may set every cookie, and a frame only those that it could have sent.
func TestNavigationStoresCookies(t *testing.T) {
	server := turns(says(200, "Set-Cookie", "a=1; SameSite=Strict", "Set-Cookie", "b=2; SameSite=None; Secure"))
	for navigable, want := range map[fetch.Navigable]int{corsim.TopLevelTraversable: 2, corsim.IframeElement: 1} {
		browser := corsim.New(corsim.Standard)
		browser.Open(appURL).Navigate(server, corsim.Navigation{Navigable: navigable, URL: apiURL})
		if got := len(browser.Cookies()); got != want {
			t.Errorf("navigable %d: %d cookies, want %d", navigable, got, want)
		}
	}
}

// What a tab is taken to is cached for the pages of that site, and what a frame is taken to for those of the page's.
func TestNavigationCachePartition(t *testing.T) {
	server := turns(says(200, "Cache-Control", "max-age=60"))
	tests := []struct {
		about     string
		navigable fetch.Navigable
		again     string // the page that takes a frame there once more
		sent      bool
	}{
		{"a tab, and a frame of the site itself", corsim.TopLevelTraversable, apiURL, false},
		{"a tab, and a frame of another page", corsim.TopLevelTraversable, appURL, true},
		{"a frame, and another of the page", corsim.IframeElement, appURL, false},
		{"a frame, and one of another page", corsim.IframeElement, apiURL, true},
	}
	for _, test := range tests {
		browser := corsim.New(corsim.Standard)
		browser.Open(appURL).Navigate(server, corsim.Navigation{Navigable: test.navigable, URL: apiURL + "a"})
		again := browser.Open(test.again).Navigate(server, corsim.Navigation{Navigable: corsim.IframeElement, URL: apiURL + "a"})
		if again.Sent() != test.sent {
			t.Errorf("%s: sent is %v\n%s", test.about, again.Sent(), again)
		}
	}
}

// What becomes of an element is in the JSON of its verdict.
func TestEffectAsJSON(t *testing.T) {
	page := corsim.New(corsim.Standard).Open(appURL)
	for _, test := range []struct {
		verdict corsim.Verdict
		want    string
	}{
		{page.Load(turns(says(200)), corsim.Load{URL: apiURL}), `"effect":{"event":"load","tainted":true}`},
		{page.SendBeacon(turns(says(200)), corsim.Beacon{URL: apiURL}), `"effect":{"queued":true}`},
		{page.Fetch(turns(says(200)), corsim.Request{URL: "/"}), `"response":{`},
	} {
		data, err := test.verdict.MarshalJSON()
		if err != nil || !strings.Contains(string(data), test.want) || strings.Contains(string(data), `"effect":{}`) {
			t.Errorf("%s, want %s", data, test.want)
		}
	}
}
