package corsim_test

import (
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/rule"
)

// twiceIn does what twice does, in another browser.
func twiceIn(profile engine.Profile, first, second corsim.Request) any {
	return func(_ *corsim.Browser, page *corsim.Page, server corsim.Server) corsim.Verdict {
		browser := corsim.New(profile)
		again := browser.Open(page.URL().Href())
		again.Fetch(server, first)
		browser.Advance(time.Second)
		return again.Fetch(server, second)
	}
}

// cacheRules are the scenes of the HTTP cache.
func cacheRules() []ruleCase {
	app, own := at(appURL), corsim.Request{URL: "/"}
	minute := turns(says(200, "Cache-Control", "max-age=60"))
	part := corsim.Request{URL: "/", Header: fields("Range", "bytes=0-1")}
	whole := says(200, "Cache-Control", "max-age=60")
	whole.Body = []byte("hello")
	return []ruleCase{
		{"a stored answer", rule.HTTPCacheHit, applied, app, twice(own, own), minute, ""},
		{"a stored answer, and a newer one later", rule.HTTPCacheStale, applied, app, twice(own, own), turns(says(200, "Cache-Control", "stale-while-revalidate=60")), ""},
		{"a stored answer for another language", rule.HTTPCacheVariant, applied, app, twice(corsim.Request{URL: "/", Header: fields("Accept-Language", "de")}, own), turns(says(200, "Vary", "Accept-Language")), ""},
		{"a stored answer to ask about", rule.HTTPCacheValidating, applied, app, twice(own, own), turns(says(200, "ETag", "e")), ""},
		{"a stored answer that still holds", rule.HTTPCacheValidated, applied, app, twice(own, own), turns(says(200, "ETag", "e"), says(304)), ""},
		{"a part of a stored answer", rule.HTTPCacheRange, applied, app, twiceIn(corsim.Chromium, own, part), turns(whole), ""},
		{"a stored answer that something has changed", rule.HTTPCacheForgotten, applied, app, twice(own, corsim.Request{URL: "/", Method: "POST"}), minute, ""},
		{"demands on caches", rule.NotModelledHTTPCache, stopped, app, twice(own, corsim.Request{URL: "/", Header: fields("Cache-Control", "max-stale")}), minute, "undetermined"},
	}
}
