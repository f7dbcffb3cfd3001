package explain

import (
	"strconv"

	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// why notes what a step says about the reason for the next request.
func (x *exchanges) why(id rule.ID, found string) {
	switch id {
	case rule.MainFetchPreflightMethod:
		x.asks.method = true
	case rule.MainFetchPreflightHeaders:
		x.asks.headers = true
	case rule.MainFetchPreflightFlag:
		x.asks.upload = true
	case rule.MainFetchPreflightAgain:
		x.asks.again = true
	case rule.PreflightCacheHit:
		x.reason = "not asked first: an earlier preflight's answer is remembered"
	case rule.RedirectFollowed:
		x.location = found
		x.reason = x.redirected()
	case rule.RedirectMethodRewritten:
		x.method = "GET"
	case rule.AuthenticationRetry:
		x.reason = "asked again with the name and password of the URL"
	case rule.MisdirectedRetry:
		x.reason = "asked again on a new connection"
	case rule.HTTPCacheHit:
		x.cached, x.reason = true, "answered from the HTTP cache"
	case rule.HTTPCacheStale:
		x.cached, x.reason = true, "answered from the HTTP cache, and asked for anew behind the page's back"
	case rule.HTTPCacheValidating:
		x.reason = "asked whether the stored answer still holds"
	}
}

// asks says what a CORS-preflight is made for.
type asks struct{ method, headers, upload, again bool }

// whyAsked says why a CORS-preflight is made.
func (x *exchanges) whyAsked(preflight header.List) string {
	headers, _ := preflight.Get("Access-Control-Request-Headers")
	headers = x.cut(headers)
	switch {
	case x.asks.method && x.asks.headers:
		return x.say("asked first, because of ", x.cut(x.method), " and ", headers)
	case x.asks.method:
		return x.say("asked first, because of the method ", x.cut(x.method))
	case x.asks.headers:
		return x.say("asked first, because of the header ", headers)
	case x.asks.upload:
		return "asked first, because of the upload listener or the stream"
	case x.asks.again:
		return "asked first, because of what it was before the redirect"
	}
	return "asked first"
}

// redirected says by which status the last exchange leads to the next.
func (x *exchanges) redirected() string {
	if len(x.done) == 0 {
		return "redirected"
	}
	return x.say("redirected by ", statusText(x.done[len(x.done)-1].Status))
}

// unknown says what is not known, and where that stands.
func (x *exchanges) unknown(unknown *fetch.Unknown) string {
	switch {
	case unknown.File == "":
		return x.cut(unknown.What)
	case unknown.Line > 0:
		return x.say(x.cut(unknown.File), ":", strconv.Itoa(unknown.Line), ": ", x.cut(unknown.What))
	}
	return x.say(x.cut(unknown.File), ": ", x.cut(unknown.What))
}
