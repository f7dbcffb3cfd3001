package fix

import (
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// inCapitals returns a method in capitals; differs is false where browsers write it so themselves.
func inCapitals(method string) (upper string, differs bool) {
	upper = strings.ToUpper(method)
	return upper, policy.NormalizeMethod(method) != upper
}

func methodAdvice(upper string) string { return "Write the method in capitals: " + upper + "." }

// noPreflight is what is to be said where a body goes without the type that it has.
const noPreflight = ", and let the server take it for what it is: no CORS-preflight is then made, so the server " +
	"must not act on it without a check of its own, such as of the Origin."

// A headerWay is a header list without what makes a CORS-preflight necessary.
type headerWay struct {
	advice string
	list   header.List
}

// headerWays leave out what CORS-unsafe headers there are, and send the body as text/plain where it is JSON.
func headerWays(list header.List) []headerWay {
	unsafe := policy.CORSUnsafeRequestHeaderNames(&engine.Standard, list, nil)
	if len(unsafe) == 0 {
		return nil
	}
	kept := slices.DeleteFunc(slices.Clone(list), func(field header.Field) bool {
		return header.ContainsFold(unsafe, field.Name)
	})
	names := strings.Join(unsafe, ", ")
	if !slices.Contains(unsafe, "content-type") {
		return []headerWay{{"Leave out " + names + ", if the server can do without: a CORS-preflight comes of it.", kept}}
	}
	kept.Append("Content-Type", "text/plain")
	if len(unsafe) == 1 {
		return []headerWay{{"Send the body as text/plain" + noPreflight, kept}}
	}
	return []headerWay{{"Leave out " + names + " and send the body as text/plain, if the server can do without.", kept}}
}

// A urlWay is another URL.
type urlWay struct{ advice, url string }

// urlWays are the URL that the redirects lead to, the same over TLS, and the one without user name and password.
func urlWays(v corsim.Verdict) []urlWay {
	var ways []urlWay
	if target, redirected := redirectTarget(v); redirected {
		href := target.WithoutCredentials().Href()
		ways = append(ways, urlWay{"Ask for what the redirect leads to: " + href + ".", href})
	}
	url := v.URL()
	if url.IsZero() {
		return ways
	}
	if plain := url.WithoutCredentials(); plain != url {
		ways = append(ways, urlWay{"Leave user name and password out of the URL.", plain.Href()})
	}
	switch url.Scheme() {
	case "http":
		ways = append(ways, urlWay{"Ask over https: " + overTLS(url) + ".", overTLS(url)})
	case "ws":
		ways = append(ways, urlWay{"Connect over wss: " + overTLS(url) + ".", overTLS(url)})
	}
	return ways
}

// redirectTarget returns the URL that the last redirect leads to, whether it was followed or not.
func redirectTarget(v corsim.Verdict) (target origin.URL, redirected bool) {
	for _, x := range slices.Backward(v.Exchanges()) {
		location, found := x.Answer.Header.Get("Location")
		if x.Preflight || !found || !policy.IsRedirectStatus(x.Answer.Status) {
			continue
		}
		target, err := x.Request.URL.Parse(location)
		return target, err == nil
	}
	return origin.URL{}, false
}

// overTLS returns a URL with https: for http:, or wss: for ws:.
func overTLS(url origin.URL) string {
	scheme := url.Scheme()
	return scheme + "s" + strings.TrimPrefix(url.Href(), scheme)
}
