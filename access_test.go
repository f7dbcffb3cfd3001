package corsim_test

import (
	"fmt"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A frame of another origin can be sent a message, and nothing be read of it.
func ExamplePage_Access() {
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://app.example/")
	widget := browser.Open("https://widget.example/", corsim.FrameOf(page))
	fmt.Println(page.Access(widget, corsim.Access{Operation: policy.OperationCall, Property: "postMessage"}).Outcome())
	fmt.Print(page.Access(widget, corsim.Access{Property: "document"}))
	// Output:
	// readable
	// get window.document https://widget.example/
	//   from https://app.example: threw, SecurityError
	//   access/property: Across origins, script has thirteen properties of a Window
	//     (such as postMessage, closed, length and parent), and of a Location only
	//     replace, and href to set. The document is not among them.
	//     found "document"
}

// Two documents of a site can touch each other once both have set document.domain, where a browser still lets them.
func ExamplePage_SetDomain() {
	for _, profile := range []engine.Profile{corsim.Firefox, corsim.Chromium} {
		browser := corsim.New(profile)
		page, shop := browser.Open("https://www.site.example/"), browser.Open("https://shop.site.example/")
		page.SetDomain("site.example")
		shop.SetDomain("site.example")
		fmt.Println(profile, page.Access(shop, corsim.Access{Property: "document"}).Outcome())
	}
	// Output:
	// firefox readable
	// chromium threw
}

// Two values of X-Frame-Options that contradict each other keep a page out of every frame.
func ExamplePage_Framing() {
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://app.example/")
	login := browser.Open("https://app.example/login", corsim.FrameOf(page),
		corsim.DocumentHeader(fields("X-Frame-Options", "SAMEORIGIN, ALLOW-FROM https://app.example")))
	fmt.Print(login.Framing())
	// Output:
	// show https://app.example/login from https://app.example: blocked
	//   frame/options-conflict: X-Frame-Options has values that differ, and DENY,
	//     SAMEORIGIN or ALLOWALL is among them, so the document is kept out of every
	//     frame.
	//     found "SAMEORIGIN, ALLOW-FROM https://app.example"
}

// What two documents may do follows from what they have set before, in the order of the browsing.
func TestReplayOfDocuments(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	a, b := browser.Open("http://a.site.example/"), browser.Open("http://b.site.example:8080/")
	document := corsim.Access{Property: "document"}
	before := a.Access(b, document)
	a.SetDomain("site.example")
	between := a.Access(b, document)
	b.SetDomain("site.example")
	after := a.Access(b, document)
	for _, test := range []struct {
		about   string
		verdict corsim.Verdict
		want    corsim.Outcome
	}{
		{"before", before, corsim.Threw}, {"one has set it", between, corsim.Threw}, {"both have set it", after, corsim.Readable},
	} {
		again := test.verdict.Replay(corsim.Standard, nil)
		if test.verdict.Outcome() != test.want || again.String() != test.verdict.String() {
			t.Errorf("%s: %s\nagain: %s", test.about, test.verdict, again)
		}
	}
	// A browser in which setting it does nothing tells the same story otherwise.
	alone := after.Replay(corsim.Standard.With(engine.OriginKeyedByDefault), nil)
	if alone.Outcome() != corsim.Readable {
		t.Errorf("http: is site-keyed: %s", alone)
	}
	if after.Readable() != true || before.Readable() {
		t.Error("replaying changed what was replayed")
	}
	// No request knows of it.
	verdict := a.Fetch(turns(says(200)), corsim.Request{URL: "http://b.site.example:8080/", Mode: corsim.SameOrigin})
	if verdict.Rule() != rule.MainFetchModeSameOrigin {
		t.Errorf("%s", verdict)
	}
}

func TestDocumentsThatCannotBeOpened(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	page, broken := browser.Open(appURL), browser.Open("https://")
	for _, verdict := range []corsim.Verdict{
		page.Access(broken, corsim.Access{}), broken.Access(page, corsim.Access{}), broken.SetDomain("x"),
		page.PostMessage(broken, "*"), broken.Storage(), broken.Framing(),
		browser.Open(appURL, corsim.FrameOf(broken)).Framing(), browser.Open(appURL, corsim.OpenedBy(broken)).Opener(),
	} {
		if verdict.Outcome() != corsim.Undetermined || verdict.Rule() != rule.PageURLInvalid {
			t.Errorf("%s", verdict)
		}
	}
	if _, ok := broken.StorageKey(); ok {
		t.Error("a page that cannot be opened has storage")
	}
}

// A documentScene is what a document does, and the outcome that it had when Chromium, Firefox and WebKit were asked.
type documentScene struct {
	about                               string
	do                                  func(*corsim.Browser) corsim.Verdict
	standard, chromium, firefox, webKit string
}

func documentScenes() []documentScene {
	const local, secure = "http://a.localhost/", "https://a.site.example/"
	header := func(namesAndValues ...string) corsim.PageOption {
		return corsim.DocumentHeader(fields(namesAndValues...))
	}
	isolated := header("Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Embedder-Policy", "require-corp")
	domain := func(url string, options ...corsim.PageOption) func(*corsim.Browser) corsim.Verdict {
		return func(browser *corsim.Browser) corsim.Verdict {
			return browser.Open(url, options...).SetDomain("site.example")
		}
	}
	popup := func(opener, popup string, url string) func(*corsim.Browser) corsim.Verdict {
		return func(browser *corsim.Browser) corsim.Verdict {
			page := browser.Open(local, header("Cross-Origin-Opener-Policy", opener))
			return browser.Open(url, corsim.OpenedBy(page), header("Cross-Origin-Opener-Policy", popup)).Opener()
		}
	}
	message := func(targetOrigin string) func(*corsim.Browser) corsim.Verdict {
		return func(browser *corsim.Browser) corsim.Verdict {
			return browser.Open(local).PostMessage(browser.Open(secure), targetOrigin)
		}
	}
	access := func(operation policy.Operation) func(*corsim.Browser) corsim.Verdict {
		return func(browser *corsim.Browser) corsim.Verdict {
			return browser.Open(local).Access(browser.Open(secure), corsim.Access{Operation: operation})
		}
	}
	isolation := func(options ...corsim.PageOption) func(*corsim.Browser) corsim.Verdict {
		return func(browser *corsim.Browser) corsim.Verdict { return browser.Open(local, options...).Isolation() }
	}
	frame := func(parent, own string) func(*corsim.Browser) corsim.Verdict {
		return func(browser *corsim.Browser) corsim.Verdict {
			page := browser.Open(local, header("Cross-Origin-Embedder-Policy", parent))
			return browser.Open(local, corsim.FrameOf(page), header("Cross-Origin-Embedder-Policy", own)).Framing()
		}
	}
	cookie := func(url string, options ...corsim.PageOption) func(*corsim.Browser) corsim.Verdict {
		return func(browser *corsim.Browser) corsim.Verdict {
			return browser.Open(url, append(options, corsim.FrameOf(browser.Open(local)))...).DocumentCookie()
		}
	}
	const readable, blocked, threw = "readable", "blocked", "threw"
	return []documentScene{
		{"document.domain", domain(secure), readable, blocked, readable, readable},
		{"document.domain over http:", domain("http://a.site.example/"), readable, readable, readable, readable},
		{"document.domain with ?0", domain(secure, header("Origin-Agent-Cluster", "?0")), readable, readable, readable, readable},
		{"document.domain with ?1", domain(secure, header("Origin-Agent-Cluster", "?1")), blocked, blocked, blocked, readable},
		{"document.domain with a word", domain(secure, header("Origin-Agent-Cluster", "potato")), readable, blocked, readable, readable},
		{"document.domain when isolated", domain(secure, isolated), blocked, blocked, blocked, readable},

		{"isolated", isolation(isolated), readable, readable, readable, readable},
		{"isolated without credentials",
			isolation(header("Cross-Origin-Opener-Policy", "same-origin", "Cross-Origin-Embedder-Policy", "credentialless")),
			readable, readable, readable, blocked},
		{"isolated against one's own will",
			isolation(isolated, corsim.Ancestors(), header("Cross-Origin-Opener-Policy", "same-origin",
				"Cross-Origin-Embedder-Policy", "require-corp", "Permissions-Policy", "cross-origin-isolated=()")),
			blocked, blocked, readable, readable},
		{"credentialless in require-corp", frame("require-corp", "credentialless"), readable, readable, readable, blocked},
		{"nothing in credentialless", frame("credentialless", "unsafe-none"), blocked, blocked, blocked, readable},

		{"a popup without an opener", popup("unsafe-none", "noopener-allow-popups", local), blocked, blocked, readable, blocked},
		{"a popup of one", popup("noopener-allow-popups", "unsafe-none", secure), readable, readable, readable, readable},
		{"a popup that allows popups", popup("unsafe-none", "same-origin-allow-popups", local), blocked, blocked, blocked, blocked},
		{"a popup that sandboxes itself", func(browser *corsim.Browser) corsim.Verdict {
			popup := browser.Open(local, corsim.OpenedBy(browser.Open(local)),
				header("Cross-Origin-Opener-Policy", "same-origin", "Content-Security-Policy", "sandbox allow-scripts"))
			return popup.Opener()
		}, blocked, blocked, blocked, blocked},

		{"a message to data", message("data:,x"), blocked, threw, blocked, threw},
		{"a message to a Blob", message("blob:https://a.site.example/1"), readable, readable, blocked, readable},
		{"a prototype", access(policy.OperationClearPrototype), readable, threw, readable, readable},
		{"no extensions", access(policy.OperationPreventExtensions), threw, threw, threw, threw},

		{"cookies of about:blank", cookie("about:blank"), blocked, readable, readable, readable},
		{"cookies of about:srcdoc", cookie("about:srcdoc"), blocked, readable, readable, readable},
		{"cookies of a blob: URL", cookie("blob:http://a.localhost/1"), blocked, blocked, readable, blocked},
		{"cookies of a data: URL", cookie("data:text/html,x"), blocked, threw, blocked, blocked},
		{"cookies of a detached document", cookie(local, corsim.Detached()), blocked, blocked, blocked, blocked},
	}
}

func TestDocumentsInEngines(t *testing.T) {
	for _, test := range documentScenes() {
		want := map[string]string{
			"standard": test.standard, "chromium": test.chromium, "firefox": test.firefox, "webkit": test.webKit,
		}
		first := test.do(corsim.New(corsim.Standard))
		for _, profile := range []engine.Profile{corsim.Standard, corsim.Chromium, corsim.Firefox, corsim.WebKit} {
			for _, verdict := range []corsim.Verdict{test.do(corsim.New(profile)), first.Replay(profile, nil)} {
				if got := verdict.Outcome().String(); got != want[profile.String()] {
					t.Errorf("%s in %s: %s", test.about, profile, verdict)
				}
			}
		}
	}
}

func TestStorageKeyInEngines(t *testing.T) {
	for _, test := range []struct {
		profile               engine.Profile
		otherSite, sameInside bool // whether a frame shares with the top level: in another site, and in its own in another
	}{
		{corsim.Standard, true, true},
		{corsim.Chromium, false, false},
		{corsim.Firefox, false, false},
		{corsim.WebKit, false, true},
	} {
		browser := corsim.New(test.profile)
		a, b := browser.Open("https://a.example/"), browser.Open("https://b.example/")
		inB := browser.Open("https://a.example/", corsim.FrameOf(b))
		inBInA := browser.Open("https://a.example/", corsim.FrameOf(browser.Open("https://b.example/", corsim.FrameOf(a))))
		key := func(page *corsim.Page) policy.StorageKey {
			key, ok := page.StorageKey()
			if !ok {
				t.Fatalf("%v has no storage", page)
			}
			return key
		}
		if got := [2]bool{key(a) == key(inB), key(a) == key(inBInA)}; got != [2]bool{test.otherSite, test.sameInside} {
			t.Errorf("%s: %v", test.profile, got)
		}
	}
}

func TestDocumentCookie(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://app.example/dir/page")
	browser.AddCookie(corsim.Cookie{Name: "secret", Value: "1", Domain: "app.example", Path: "/", HTTPOnly: true})
	page.SetDocumentCookie("a=1")
	page.SetDocumentCookie("b=2; Path=/; SameSite=Strict; Secure")
	read := func(page *corsim.Page) string {
		operands := page.DocumentCookie().Decisive().Operands
		if len(operands) == 0 {
			return ""
		}
		return operands[0]
	}
	for _, test := range []struct {
		about string
		page  *corsim.Page
		want  string
	}{
		{"the page", page, "a=1; b=2"},
		{"another directory", browser.Open("https://app.example/"), "b=2"},
		{"over http:", browser.Open("http://app.example/dir/page"), "a=1"},
		{"in a frame of another site", browser.Open("https://app.example/", corsim.Ancestors("https://other.example/")), ""},
		{"another host", browser.Open("https://www.app.example/"), ""},
	} {
		if got := read(test.page); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}

func TestDocumentHeader(t *testing.T) {
	header := fields("Referrer-Policy", "no-referrer", "Cross-Origin-Embedder-Policy", "require-corp")
	request := corsim.Request{URL: apiURL, Mode: corsim.NoCORS}
	verdict := at(appURL, corsim.DocumentHeader(header)).play(turns(says(200)), request)
	if _, sent := verdict.Exchanges()[0].Request.Header.Get("Referer"); sent || verdict.Rule() != rule.CORPEmbedderPolicy {
		t.Errorf("%s", verdict)
	}
	if later := at(appURL, corsim.DocumentHeader(header), corsim.EmbedderPolicy("unsafe-none")).play(turns(says(200)), request); later.Rule() == rule.CORPEmbedderPolicy {
		t.Errorf("a later option: %s", later)
	}
	insecure := at("http://plain.example/", corsim.DocumentHeader(header)).play(turns(says(200)), request)
	if insecure.Rule() == rule.CORPEmbedderPolicy {
		t.Errorf("a page that is not secure: %s", insecure)
	}
	sandboxed := corsim.New(corsim.Standard).Open(appURL, corsim.DocumentHeader(fields("Content-Security-Policy", "sandbox allow-scripts")))
	if !sandboxed.Origin().IsOpaque() {
		t.Errorf("%s", sandboxed)
	}
}

func TestFramesOfAPage(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	page := browser.Open(appURL, corsim.ReferrerPolicy("no-referrer"), corsim.EmbedderPolicy("require-corp"))
	sandbox := browser.Open(siteURL, corsim.FrameOf(page), corsim.Sandbox("allow-scripts"))
	for _, test := range []struct {
		about    string
		url      string
		parent   *corsim.Page
		options  []corsim.PageOption
		own      bool // the page's origin
		opaque   bool
		policies bool // the page's policies
	}{
		{"about:blank", "about:blank", page, nil, true, false, true},
		{"about:srcdoc", "about:srcdoc", page, nil, true, false, true},
		{"data:", "data:,x", page, nil, false, true, true},
		{"blob:", "blob:https://app.example/1", page, nil, true, false, true},
		{"https:", appURL, page, nil, true, false, false},
		{"a sandbox", appURL, page, []corsim.PageOption{corsim.Sandbox()}, false, true, false},
		{"a sandbox that allows it", appURL, page, []corsim.PageOption{corsim.Sandbox("Allow-Same-Origin")}, true, false, false},
		{"a sandbox around", appURL, sandbox, nil, false, true, false},
		{"a sandbox before the frame", "about:blank", page, []corsim.PageOption{corsim.Sandbox()}, false, true, true},
	} {
		child := browser.Open(test.url, append(test.options, corsim.FrameOf(test.parent))...)
		own, opaque := child.Origin() == page.Origin(), child.Origin().IsOpaque()
		verdict := child.Fetch(turns(says(200)), corsim.Request{URL: apiURL, Mode: corsim.NoCORS})
		if policies := verdict.Rule() == rule.CORPEmbedderPolicy; own != test.own || opaque != test.opaque || policies != test.policies {
			t.Errorf("%s: %v, its own %v, policies %v", test.about, child.Origin(), own, policies)
		}
	}
}
