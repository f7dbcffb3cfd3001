package corsim_test

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// documentRules are the cases of what documents may do with one another, and of the headers that keep them apart.
func documentRules() []ruleCase {
	app := at(appURL)
	withHeader := func(namesAndValues ...string) scene {
		return at(appURL, corsim.DocumentHeader(fields(namesAndValues...)))
	}
	framed := func(ancestor string, namesAndValues ...string) scene {
		return at(appURL, corsim.DocumentHeader(fields(namesAndValues...)), corsim.Ancestors(ancestor))
	}
	const isolated, embedded = "Cross-Origin-Opener-Policy", "Cross-Origin-Embedder-Policy"

	access := func(object policy.PlatformObject, operation policy.Operation, property string) any {
		return func(browser *corsim.Browser, page *corsim.Page, _ corsim.Server) corsim.Verdict {
			other := browser.Open(apiURL, corsim.Frames("first", ""))
			return page.Access(other, corsim.Access{Object: object, Operation: operation, Property: property})
		}
	}
	of := func(do func(page *corsim.Page) corsim.Verdict) any {
		return func(_ *corsim.Browser, page *corsim.Page, _ corsim.Server) corsim.Verdict { return do(page) }
	}
	domain := func(value string) any {
		return of(func(page *corsim.Page) corsim.Verdict { return page.SetDomain(value) })
	}
	message := func(targetOrigin string) any {
		return func(browser *corsim.Browser, page *corsim.Page, _ corsim.Server) corsim.Verdict {
			return page.PostMessage(browser.Open(apiURL), targetOrigin)
		}
	}
	popup := func(url string, options ...corsim.PageOption) any {
		return func(browser *corsim.Browser, page *corsim.Page, _ corsim.Server) corsim.Verdict {
			return browser.Open(url, append(options, corsim.OpenedBy(page))...).Opener()
		}
	}
	const window, location = policy.WindowObject, policy.LocationObject
	framing, isolation := of((*corsim.Page).Framing), of((*corsim.Page).Isolation)
	cookie, storage := of((*corsim.Page).DocumentCookie), of((*corsim.Page).Storage)
	reports := at(appURL, corsim.DocumentHeader(fields("Cross-Origin-Embedder-Policy-Report-Only", "require-corp")))
	return []ruleCase{
		{"an image that says nothing, for a page that only has it reported", rule.EmbedderPolicyReported, applied, reports,
			corsim.Request{URL: apiURL, Mode: corsim.NoCORS}, turns(says(200)), ""},
		{"a frame that says nothing, in a page that only has it reported", rule.EmbedderPolicyReported, applied, reports,
			corsim.Navigation{Navigable: corsim.IframeElement, URL: "/frame"}, turns(says(200)), ""},
		{"a frame of one's own", rule.AccessSameOriginDomain, applied, app, of(func(page *corsim.Page) corsim.Verdict {
			return page.Access(page, corsim.Access{Property: "document"})
		}), nil, "readable"},
		{"the parent of another origin", rule.AccessProperty, passed, app, access(window, "", "parent"), nil, "readable"},
		{"the document of another origin", rule.AccessProperty, stopped, app, access(window, "", "document"), nil, "threw SecurityError"},
		{"a frame of another origin's, by its name", rule.AccessChildNavigable, applied, app, access(window, "", "first"), nil, "readable"},
		{"another origin's Window as the result of a promise", rule.AccessUndefined, applied, app, access(window, "", "then"), nil, "opaque"},
		{"where another origin's window is", rule.AccessDirection, stopped, app, access(location, "", "href"), nil, "threw SecurityError"},
		{"deleting from another origin's Window", rule.AccessChange, stopped, app, access(window, "delete", "name"), nil, "threw SecurityError"},
		{"the prototype of another origin's Window", rule.AccessPrototype, passed, app, access(window, "get-prototype", ""), nil, "readable"},
		{"another prototype for it", rule.AccessPrototype, stopped, app, access(window, "set-prototype", ""), nil, "threw TypeError"},
		{"the contentDocument of a frame of another origin", rule.AccessContentDocument, stopped, app,
			func(browser *corsim.Browser, page *corsim.Page, _ corsim.Server) corsim.Verdict {
				return page.ContentDocument(browser.Open(apiURL, corsim.FrameOf(page)))
			}, nil, "blocked"},

		{"the domain of a document of DOMParser's", rule.DomainDetached, stopped, at(appURL, corsim.Detached()), domain("app.example"), nil, "threw SecurityError"},
		{"the domain in a sandbox", rule.DomainSandboxed, stopped, at(appURL, corsim.Sandbox("allow-same-origin")), domain("app.example"), nil, "threw SecurityError"},
		{"the domain of a data: URL", rule.DomainOpaque, stopped, at("data:text/html,hello"), domain("app.example"), nil, "threw SecurityError"},
		{"a domain that belongs to everybody", rule.DomainSuffix, stopped, app, domain("example"), nil, "threw SecurityError"},
		{"the domain of who wants to be alone", rule.DomainOriginKeyed, applied, withHeader("Origin-Agent-Cluster", "?1"), domain("app.example"), nil, "blocked"},
		{"the domain above", rule.DomainSet, applied, at(siteURL), domain("app.example"), nil, "readable"},

		{"the cookies of a data: URL", rule.DocumentCookieAverse, applied, at("data:text/html,hello"), cookie, nil, "blocked"},
		{"the cookies in a sandbox", rule.DocumentCookieOpaque, stopped, at(appURL, corsim.Sandboxed()), cookie, nil, "threw SecurityError"},
		{"cookies", rule.DocumentCookieRead, applied, app, cookie, nil, "readable"},
		{"a cookie that script sets", rule.DocumentCookieSet, applied, app,
			of(func(page *corsim.Page) corsim.Verdict { return page.SetDocumentCookie("id=1") }), nil, "readable"},
		{"a cookie that script may not set", rule.DocumentCookieIgnored, applied, app,
			of(func(page *corsim.Page) corsim.Verdict { return page.SetDocumentCookie("id=1; HttpOnly") }), nil, "blocked"},

		{"storage in a sandbox", rule.StorageOpaque, stopped, at(appURL, corsim.Sandboxed()), storage, nil, "threw SecurityError"},
		{"storage", rule.StorageOfOrigin, applied, app, storage, nil, "readable"},
		{"storage in a browser that exists", rule.StoragePartitioned, applied, app, of(func(*corsim.Page) corsim.Verdict {
			return corsim.New(corsim.Chromium).Open(appURL).Storage()
		}), nil, "readable"},

		{"a message to nowhere", rule.PostMessageTargetInvalid, stopped, app, message("api.example"), nil, "threw SyntaxError"},
		{"a message to whoever is there", rule.PostMessageAnyone, applied, app, message("*"), nil, "readable"},
		{"a message to who is there", rule.PostMessageOrigin, passed, app, message(apiURL), nil, "readable"},
		{"a message to who is not there", rule.PostMessageOrigin, stopped, app, message(siteURL), nil, "blocked"},

		{"a page in no frame", rule.FrameTopLevel, applied, withHeader("X-Frame-Options", "DENY"), framing, nil, "readable"},
		{"a frame that is expected", rule.FrameAncestors, passed, framed(apiURL, "Content-Security-Policy", "frame-ancestors api.example"), framing, nil, "readable"},
		{"a frame that is not expected", rule.FrameAncestors, stopped, framed(plainURL, "Content-Security-Policy", "frame-ancestors api.example"), framing, nil, "blocked"},
		{"a frame that two headers speak of", rule.FrameOptionsOverridden, applied,
			framed(apiURL, "Content-Security-Policy", "frame-ancestors *", "X-Frame-Options", "DENY"), framing, nil, ""},
		{"a frame that nothing forbids", rule.FrameOptionsDeny, passed, framed(apiURL), framing, nil, "readable"},
		{"a page that is for no frame", rule.FrameOptionsDeny, stopped, framed(appURL, "X-Frame-Options", "DENY"), framing, nil, "blocked"},
		{"a frame at home", rule.FrameOptionsSameOrigin, passed, framed(appURL, "X-Frame-Options", "SAMEORIGIN"), framing, nil, "readable"},
		{"a frame elsewhere", rule.FrameOptionsSameOrigin, stopped, framed(apiURL, "X-Frame-Options", "SAMEORIGIN"), framing, nil, "blocked"},
		{"a page that cannot decide", rule.FrameOptionsConflict, stopped, framed(appURL, "X-Frame-Options", "ALLOWALL, SAMEORIGIN"), framing, nil, "blocked"},
		{"an option of old", rule.FrameOptionsIgnored, applied, framed(apiURL, "X-Frame-Options", "ALLOW-FROM https://app.example"), framing, nil, "readable"},

		{"a page that nobody has opened", rule.OpenerMissing, stopped, app, of((*corsim.Page).Opener), nil, "blocked"},
		{"a popup of another origin", rule.OpenerPolicySwitch, passed, app, popup(apiURL), nil, "readable"},
		{"a popup of a page that is alone", rule.OpenerPolicySwitch, stopped, withHeader(isolated, "same-origin"), popup(apiURL), nil, "blocked"},
		{"a popup of a page that would like to be alone", rule.OpenerPolicyReportOnly, applied,
			withHeader("Cross-Origin-Opener-Policy-Report-Only", "same-origin"), popup(apiURL), nil, ""},
		{"a popup of a frame in a page that is alone", rule.OpenerPolicyFrame, stopped, withHeader(isolated, "same-origin"),
			func(browser *corsim.Browser, page *corsim.Page, _ corsim.Server) corsim.Verdict {
				frame := browser.Open(apiURL, corsim.FrameOf(page))
				return browser.Open(apiURL, corsim.OpenedBy(frame)).Opener()
			}, nil, "blocked"},
		{"a popup in a sandbox that wants to be alone", rule.OpenerPolicySandbox, stopped, at(appURL, corsim.Sandbox("allow-popups")),
			popup(apiURL, corsim.OpenerPolicy("same-origin")), nil, "blocked"},
		{"a page as they are", rule.IsolatedTopLevel, stopped, app, isolation, nil, "blocked"},
		{"a page that is isolated", rule.IsolatedPermission, passed, withHeader(isolated, "same-origin", embedded, "require-corp"), isolation, nil, "readable"},
		{"a frame that is not allowed to be", rule.IsolatedPermission, stopped, withHeader(isolated, "same-origin", embedded, "require-corp"),
			func(browser *corsim.Browser, page *corsim.Page, _ corsim.Server) corsim.Verdict {
				return browser.Open(apiURL, corsim.FrameOf(page), corsim.EmbedderPolicy("require-corp")).Isolation()
			}, nil, "blocked"},
		{"a worker", rule.NotModelledWorkerIsolation, stopped, at(appURL, corsim.Worker()), isolation, nil, "undetermined"},
	}
}
