package corsim_test

import (
	"net/netip"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A localNetworkScene is a page that makes a call, into the local network or not.
type localNetworkScene struct {
	about   string
	profile engine.Profile
	page    string
	options []corsim.PageOption
	call    any
	decided rule.ID
	sent    int
}

// play makes the call in a browser that knows where the hosts are.
func (s *localNetworkScene) play(browser *corsim.Browser) corsim.Verdict {
	browser.SetAddresses(func(host string) netip.Addr {
		if host == "nas.example" {
			return netip.MustParseAddr("10.0.0.2")
		}
		return netip.Addr{}
	})
	page := browser.Open(s.page, s.options...)
	return page.Do(turns(says(200, "Access-Control-Allow-Origin", "*")), s.call)
}

func localNetworkScenes() []localNetworkScene {
	grant := corsim.Permission("local-network-access", policy.PermissionGranted)
	nas := corsim.Request{URL: "https://nas.example/"}
	announced := corsim.Request{URL: "http://nas.example/", TargetAddressSpace: "local"}
	put := corsim.Request{URL: "https://nas.example/", Method: "PUT"}
	public := corsim.ContentSecurityPolicy(fields("Content-Security-Policy", "treat-as-public-address"))
	type options = []corsim.PageOption
	return []localNetworkScene{
		{"the standard knows nothing of it", corsim.Standard, appURL, nil, nas, rule.CORSWildcard, 1},
		{"WebKit has nothing of it", corsim.WebKit, appURL, nil, nas, rule.CORSWildcard, 1},
		{"Chromium asks", corsim.Chromium, appURL, nil, nas, rule.UnknownPermission, 0},
		{"Firefox asks", corsim.Firefox, plainURL, nil, nas, rule.UnknownPermission, 0},
		{"before the CORS-preflight", corsim.Chromium, appURL, nil, put, rule.UnknownPermission, 0},
		{"a permission", corsim.Chromium, appURL, options{grant}, nas, rule.CORSWildcard, 1},
		{"mixed content", corsim.Chromium, appURL, options{grant}, announced, rule.CORSWildcard, 1},
		{"mixed content in Firefox", corsim.Firefox, appURL, options{grant}, announced, rule.MixedContentBlocked, 0},
		{"an image stays what it is", corsim.Chromium, appURL, options{grant},
			corsim.Load{URL: "http://camera.local/i.png", CrossOrigin: corsim.Anonymous}, rule.CORSWildcard, 1},
		{"a server at home", corsim.Chromium, "https://nas.example/", nil, nas, rule.MainFetchSameOrigin, 1},
		{"a page at home", corsim.Chromium, appURL, options{corsim.AddressSpace(policy.LocalAddress)}, nas, rule.CORSWildcard, 1},
		{"a page at home that calls itself public", corsim.Chromium, appURL,
			options{corsim.AddressSpace(policy.LocalAddress), public}, nas, rule.UnknownPermission, 0},
		{"a frame of another origin", corsim.Chromium, appURL, options{grant, corsim.Ancestors(apiURL)}, nas,
			rule.LocalNetworkPermission, 0},
		{"a frame that is allowed to", corsim.Chromium, appURL,
			options{grant, corsim.Ancestors(apiURL), corsim.Allow("local-network")}, nas, rule.CORSWildcard, 1},
		{"a frame is filled", corsim.Chromium, appURL, nil,
			corsim.Navigation{Navigable: corsim.IframeElement, URL: "https://nas.example/"}, rule.UnknownPermission, 0},
		{"a link", corsim.Chromium, appURL, nil, corsim.Navigation{URL: "https://nas.example/"}, rule.NavigationCrossOrigin, 1},
		{"a WebSocket", corsim.Chromium, appURL, nil, corsim.WebSocket{URL: "wss://nas.example/"}, rule.UnknownPermission, 0},
		{"a value that is none", corsim.Chromium, appURL, nil,
			corsim.Request{URL: "/", TargetAddressSpace: "near"}, rule.RequestEnumeration, 0},
		{"a value that is none, in Firefox", corsim.Firefox, appURL, nil,
			corsim.Request{URL: "/", TargetAddressSpace: "near"}, rule.MainFetchSameOrigin, 1},
		{"from home to this machine", corsim.Firefox, appURL, options{corsim.AddressSpace(policy.LocalAddress)},
			corsim.Request{URL: "https://localhost/"}, rule.CORSWildcard, 1},
		{"announced, and denied", corsim.Chromium, appURL, options{corsim.Permission("local-network", policy.PermissionDenied)},
			announced, rule.LocalNetworkPermission, 0},
		{"announced as public", corsim.Chromium, appURL, options{grant},
			corsim.Request{URL: "https://nas.example/", TargetAddressSpace: "public"}, rule.LocalNetworkTarget, 0},
		{"a link, in Firefox", corsim.Firefox, appURL, nil, corsim.Navigation{URL: "https://nas.example/"}, rule.NavigationCrossOrigin, 1},
	}
}

func TestLocalNetworkAccess(t *testing.T) {
	for _, test := range localNetworkScenes() {
		verdict := test.play(corsim.New(test.profile))
		if verdict.Rule() != test.decided || len(verdict.Exchanges()) != test.sent {
			t.Errorf("%s: %s after %d requests, want %s after %d\n%s", test.about, verdict.Rule(), len(verdict.Exchanges()),
				test.decided, test.sent, verdict)
		}
		if again := verdict.Replay(test.profile, nil); again.Rule() != verdict.Rule() {
			t.Errorf("%s: %s when it is replayed, %s before", test.about, again.Rule(), verdict.Rule())
		}
	}
}

// A document that has no address of its own has that of its maker.
func TestLocalNetworkAccessInherited(t *testing.T) {
	browser := corsim.New(corsim.Chromium)
	public, home := browser.Open(appURL), browser.Open("https://nas.local/")
	to := corsim.Request{URL: "https://printer.local/"}
	server := turns(says(200, "Access-Control-Allow-Origin", "*"))
	if v := browser.Open("about:blank", corsim.InheritOrigin(home)).Fetch(server, to); v.Rule() != rule.CORSWildcard {
		t.Error(v)
	}
	if v := browser.Open("about:blank", corsim.InheritOrigin(public)).Fetch(server, to); v.Rule() != rule.UnknownPermission {
		t.Error(v)
	}
}
