package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestMixedContent(t *testing.T) {
	tests := []struct {
		url     string
		blocked bool // on a secure page
	}{
		{"https://api.example/", false},
		{"http://api.example/", true},
		{"http://localhost/", false},
		{"http://a.localhost:8080/", false},
		{"http://127.0.0.1/", false},
		{"http://127.9.9.9/", false},
		{"http://[::1]/", false},
		{"http://192.168.0.1/", true},
		{"http://localhost.example/", true},
		{"ftp://api.example/", true},
		{"data:,a", false},
		{"about:blank", false},
		{"blob:https://api.example/1", false},
		{"blob:http://api.example/1", true},
	}
	for _, test := range tests {
		request := policy.MixedContentRequest{URL: origin.MustParse(test.url), Restricts: policy.HTTPSRestriction}
		secure := policy.MixedContent(engine.Standard, &request)
		request.Restricts = policy.NoRestriction
		plain := policy.MixedContent(engine.Standard, &request)
		if secure.OK() == test.blocked || secure.Rule != rule.MixedContentBlocked {
			t.Errorf("%s on a secure page: %v, want blocked %v", test.url, secure.Result, test.blocked)
		}
		if !plain.OK() {
			t.Errorf("%s on a page that is not: %v", test.url, plain.Result)
		}
	}
}

// What browsers do with mixed content was recorded, URL by URL.
func TestMixedContentInBrowsers(t *testing.T) {
	const https, loopback, plainLoopback = "https://app.example/", "https://localhost/", "http://localhost/"
	for _, test := range []struct {
		about, page, url string
		destination      policy.Destination
		redirected       bool
		want             string // the standard, Chromium, Firefox, WebKit: Allowed, Blocked, Upgraded
	}{
		{"A script", https, "http://api.example/", "script", false, "BBBB"},
		{"An image", https, "http://api.example/", "image", false, "UUUU"},
		{"An image after a redirect", https, "http://api.example/", "image", true, "UUUU"},
		{"A script from this machine", https, "http://localhost/", "script", false, "AAAB"},
		{"An image from this machine", https, "http://a.localhost/", "image", false, "AAAA"},
		{"by its address", https, "http://127.0.0.1/", "image", false, "AAAA"},
		{"by its address in IPv6", https, "http://[::1]/", "image", false, "AAAB"},
		{"with a dot at the end", https, "http://localhost./", "image", false, "AAAU"},
		{"after a redirect", https, "http://127.0.0.1/", "image", true, "AUAB"},
		{"An image on a page from this machine", loopback, "http://api.example/", "image", false, "UUAU"},
		{"A script on it", loopback, "http://api.example/", "script", false, "BBBB"},
		{"A script on a plain page from this machine", plainLoopback, "http://api.example/", "script", false, "BAAA"},
		{"An image on it", plainLoopback, "http://api.example/", "image", false, "UAAA"},
		{"A top-level navigation", https, "http://api.example/", "document", false, "AAAA"},
		{"A video", https, "http://api.example/", "video", false, "UUUU"},
	} {
		page := origin.MustParse(test.page).Origin(nil)
		for i, browser := range browsers {
			request := policy.MixedContentRequest{
				URL:         origin.MustParse(test.url),
				Restricts:   policy.RestrictsMixedContent(page),
				Destination: test.destination,
				Redirected:  test.redirected,
				Origin:      page,
			}
			got := "A"
			if policy.UpgradesMixedContent(browser, &request) {
				got = "U"
			} else if !policy.MixedContent(browser, &request).OK() {
				got = "B"
			}
			if got != test.want[i:i+1] {
				t.Errorf("%s in %s: %s", test.about, browser, got)
			}
		}
	}
}

func TestMixedContentImageSet(t *testing.T) {
	request := policy.MixedContentRequest{
		URL: origin.MustParse("http://api.example/"), Restricts: policy.HTTPSRestriction, Destination: "image", ImageSet: true,
	}
	if policy.UpgradesMixedContent(engine.Standard, &request) || policy.MixedContent(engine.Standard, &request).OK() {
		t.Error("a srcset is not upgraded, but blocked")
	}
}
