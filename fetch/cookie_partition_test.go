package fetch_test

import (
	"maps"
	"testing"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// under is the context of a request for https://widget.example/ below a top-level document.
func under(topLevel string, settings engine.ThirdPartyCookies) fetch.CookieContext {
	top := origin.MustParse(topLevel).Origin(nil)
	return fetch.CookieContext{
		Host: "widget.example", Path: "/", Secure: true, Mode: policy.UnsetOrLess,
		Partition:  fetch.CookiePartition{TopLevel: top.Site(nil)},
		ThirdParty: top.Host() != "widget.example",
		Profile:    engine.Profile{Settings: engine.Settings{ThirdPartyCookies: settings}},
	}
}

func TestPartitionedCookies(t *testing.T) {
	const (
		plain       = "id=1; SameSite=None; Secure"
		partitioned = plain + "; Partitioned"
	)
	const allowed, blocked, parts = engine.ThirdPartyCookiesAllowed, engine.ThirdPartyCookiesBlocked, engine.ThirdPartyCookiesPartitioned
	tests := []struct {
		about       string
		settings    engine.ThirdPartyCookies
		setCookie   string
		setUnder    string
		reason      policy.CookieReason
		sentUnder   string
		wantsCookie bool
	}{
		{"one jar for all", allowed, plain, "https://a.example", policy.CookieOK, "https://b.example", true},
		{"a partition", allowed, partitioned, "https://a.example", policy.CookieOK, "https://a.example", true},
		{"its site is the same on another host", allowed, partitioned, "https://a.example", policy.CookieOK, "https://www.a.example", true},
		{"another partition", allowed, partitioned, "https://a.example", policy.CookieOK, "https://b.example", false},
		{"a partition of one's own", allowed, partitioned, "https://widget.example", policy.CookieOK, "https://a.example", false},
		{"no cookies for third parties", blocked, plain, "https://a.example", policy.CookieThirdParty, "https://a.example", false},
		{"none that were set before", blocked, plain, "https://widget.example", policy.CookieOK, "https://a.example", false},
		{"those at home", blocked, plain, "https://widget.example", policy.CookieOK, "https://widget.example", true},
		{"but a partition", blocked, partitioned, "https://a.example", policy.CookieOK, "https://a.example", true},
		{"a partition unasked", parts, plain, "https://a.example", policy.CookieOK, "https://a.example", true},
		{"and none for others", parts, plain, "https://a.example", policy.CookieOK, "https://b.example", false},
		{"nor at home", parts, plain, "https://a.example", policy.CookieOK, "https://widget.example", false},
	}
	for _, test := range tests {
		var jar fetch.CookieJar
		if got := jar.Store(under(test.setUnder, test.settings), test.setCookie); got != test.reason {
			t.Errorf("%s: %s, want %s", test.about, got, test.reason)
		}
		if got := jar.Retrieve(under(test.sentUnder, test.settings)) != ""; got != test.wantsCookie {
			t.Errorf("%s: sent is %v", test.about, got)
		}
	}
}

func TestWithheldByPartition(t *testing.T) {
	var jar fetch.CookieJar
	allowed, blocked := engine.ThirdPartyCookiesAllowed, engine.ThirdPartyCookiesBlocked
	jar.Store(under("https://a.example", allowed), "part=1; SameSite=None; Secure; Partitioned")
	jar.Store(under("https://a.example", allowed), "plain=1; SameSite=None; Secure")
	want := map[string]policy.CookieReason{"part": policy.CookieOtherPartition, "plain": policy.CookieThirdParty}
	if got := withheld(&jar, under("https://b.example", blocked)); !maps.Equal(got, want) {
		t.Errorf("%v, want %v", got, want)
	}
}

// The same name in two partitions is two cookies.
func TestPartitionsDoNotMeet(t *testing.T) {
	var jar fetch.CookieJar
	for _, site := range []string{"https://a.example", "https://b.example"} {
		jar.Store(under(site, engine.ThirdPartyCookiesPartitioned), "id="+site[8:9]+"; SameSite=None; Secure")
	}
	if got := jar.Retrieve(under("https://a.example", engine.ThirdPartyCookiesPartitioned)); got != "id=a" {
		t.Errorf("%q, want id=a", got)
	}
}

func TestLaxAllowsUnsafe(t *testing.T) {
	post := fetch.CookieContext{
		Host: "a.example", Path: "/", Secure: true, Mode: policy.UnsetOrLess, TopLevelNavigation: true, UnsafeNavigation: true,
		Profile: engine.Chromium,
	}
	tests := []struct {
		about     string
		setCookie string
		age       time.Duration
		profile   engine.Profile
		sent      bool
	}{
		{"a new cookie", "id=1", time.Minute, engine.Chromium, true},
		{"an old one", "id=1", 2 * time.Minute, engine.Chromium, false},
		{"one that is Lax by itself", "id=1; SameSite=Lax", 0, engine.Chromium, false},
		{"a browser that does not spare it", "id=1", 0, engine.Chromium.Without(engine.LaxAllowsUnsafe), false},
		{"a browser that needs not", "id=1", time.Hour, engine.Standard, true},
	}
	for _, test := range tests {
		var jar fetch.CookieJar
		context := post
		context.Profile = test.profile
		jar.Store(context, test.setCookie)
		context.Now = test.age
		if got := jar.Retrieve(context) != ""; got != test.sent {
			t.Errorf("%s: sent is %v", test.about, got)
		}
	}
}
