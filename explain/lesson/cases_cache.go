package lesson

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// cacheCases are about the HTTP cache.
func cacheCases() []Example {
	minute := turns(says(200, "Cache-Control", "max-age=60"))
	perLanguage := turns(says(200, "Cache-Control", "max-age=60", "Vary", "Accept-Language"))
	part := corsim.Request{URL: "/", Header: fields("Range", "bytes=0-1")}
	whole := bearing("hello", "Cache-Control", "max-age=60")
	return []Example{
		{"a stored answer", rule.HTTPCacheHit, Applied, app, twice(own, own), minute, ""},
		{"an answer that is not to be stored", rule.HTTPCacheHit, Unreached, app,
			twice(own, own), turns(says(200, "Cache-Control", "no-store")), ""},
		{"a stored answer, and a newer one later", rule.HTTPCacheStale, Applied, app,
			twice(own, own), turns(says(200, "Cache-Control", "stale-while-revalidate=60")), ""},
		{"a stored answer that is fresh", rule.HTTPCacheStale, Unreached, app, twice(own, own), minute, ""},
		{"a stored answer for another language", rule.HTTPCacheVariant, Applied, app,
			twice(corsim.Request{URL: "/", Header: fields("Accept-Language", "de")}, own),
			perLanguage, ""},
		{"a stored answer for the same language", rule.HTTPCacheVariant, Unreached, app,
			twice(own, own), perLanguage, ""},
		{"a stored answer to ask about", rule.HTTPCacheValidating, Applied, app,
			twice(own, own), turns(says(200, "ETag", "e")), ""},
		{"a stored answer that is fresh", rule.HTTPCacheValidating, Unreached, app,
			twice(own, own), turns(says(200, "ETag", "e", "Cache-Control", "max-age=60")), ""},
		{"a stored answer that still holds", rule.HTTPCacheValidated, Applied, app,
			twice(own, own), turns(says(200, "ETag", "e"), says(304)), ""},
		{"a stored answer that no longer holds", rule.HTTPCacheValidated, Unreached, app,
			twice(own, own), turns(says(200, "ETag", "e"), says(200, "ETag", "f")), ""},
		{"a part of a stored answer", rule.HTTPCacheRange, Applied, chromium, twice(own, part), turns(whole), ""},
		{"the whole of a stored answer", rule.HTTPCacheRange, Unreached, chromium, twice(own, own), turns(whole), ""},
		{"a POST to what is stored", rule.HTTPCacheForgotten, Applied, app,
			twice(own, corsim.Request{URL: "/", Method: "POST"}), minute, ""},
		{"a GET of what is stored", rule.HTTPCacheForgotten, Unreached, app, twice(own, own), minute, ""},
		{"demands on caches", rule.NotModelledHTTPCache, Stopped, app,
			twice(own, corsim.Request{URL: "/", Header: fields("Cache-Control", "max-stale")}), minute,
			"undetermined"},
		{"no demands on caches", rule.NotModelledHTTPCache, Unreached, app, twice(own, own), minute, ""},
	}
}
