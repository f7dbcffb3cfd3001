package fix

import (
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// ways are the calls that the page could make instead, each tried: those that the page gets in the verdict's own browser.
func (s *search) ways() []Way {
	var ways []Way
	for _, way := range s.alternatives() {
		if !s.gets(way.Call, 0) {
			continue
		}
		for i := range engines {
			if s.gets(way.Call, i+1) {
				way.Engines = append(way.Engines, engines[i].Name)
			}
		}
		ways = append(ways, way)
	}
	return ways
}

// gets reports whether the page gets a changed call, in its own browser (0) or in one of the three.
func (s *search) gets(call any, browser int) bool {
	profile := s.verdict.Profile()
	if browser > 0 {
		profile = engines[browser-1].WithSettings(profile.Settings)
	}
	return gets(s.verdict.ReplayWith(profile, corsim.Change{Call: call}))
}

// alternatives are calls like the verdict's that differ from it in one thing, which may have been the trouble.
func (s *search) alternatives() []Way {
	switch call := s.verdict.Call().(type) {
	case corsim.Request:
		return fetchWays(s.verdict, call)
	case corsim.XHR:
		return xhrWays(s.verdict, call)
	case corsim.EventSource:
		if call.WithCredentials {
			call.WithCredentials = false
			return []Way{{Advice: "Open the stream without withCredentials, if it does not depend on cookies.", Call: call}}
		}
	case corsim.Load:
		return loadWays(s.verdict, call)
	}
	return nil
}

// fetchWays are those of fetch().
func fetchWays(v corsim.Verdict, request corsim.Request) []Way {
	var ways []Way
	add := func(advice string, change func(*corsim.Request)) {
		changed := request
		change(&changed)
		ways = append(ways, Way{Advice: advice, Call: changed})
	}
	if upper := strings.ToUpper(request.Method); upper != request.Method && policy.NormalizeMethod(request.Method) == request.Method {
		add("Write the method in capitals: "+upper+".", func(r *corsim.Request) { r.Method = upper })
	}
	if request.Credentials == corsim.Include {
		add(withoutCredentials+"credentials: 'omit'.", func(r *corsim.Request) { r.Credentials = corsim.Omit })
	}
	for _, w := range headerWays(request.Header) {
		add(w.advice, func(r *corsim.Request) { r.Header = w.list })
	}
	if request.Redirect == corsim.Fail {
		add("Follow the redirect: redirect: 'follow'.", func(r *corsim.Request) { r.Redirect = corsim.Follow })
	}
	if request.Mode == corsim.SameOrigin {
		add("Ask with mode cors: the URL is of another origin.", func(r *corsim.Request) { r.Mode = corsim.CORS })
	}
	if request.Mode == corsim.NoCORS && request.Redirect != "" {
		add("Leave the member redirect out, which mode no-cors does not go with.", func(r *corsim.Request) { r.Redirect = "" })
	}
	if request.Body != nil && request.Body.Kind == fetch.StreamBody {
		add("Send the whole body at once and no stream, which always needs a CORS-preflight.", func(r *corsim.Request) {
			r.Body, r.Duplex = &corsim.Body{Bytes: request.Body.Bytes, Size: request.Body.Size}, ""
		})
	}
	for _, w := range urlWays(v) {
		add(w.advice, func(r *corsim.Request) { r.URL = w.url })
	}
	return ways
}

const withoutCredentials = "Ask without credentials, if the answer does not depend on cookies: "

// xhrWays are those of XMLHttpRequest.
func xhrWays(v corsim.Verdict, request corsim.XHR) []Way {
	var ways []Way
	add := func(advice string, change func(*corsim.XHR)) {
		changed := request
		change(&changed)
		ways = append(ways, Way{Advice: advice, Call: changed})
	}
	if upper := strings.ToUpper(request.Method); upper != request.Method && policy.NormalizeMethod(request.Method) == request.Method {
		add("Write the method in capitals: "+upper+".", func(x *corsim.XHR) { x.Method = upper })
	}
	if request.WithCredentials {
		add(withoutCredentials+"withCredentials = false.", func(x *corsim.XHR) { x.WithCredentials = false })
	}
	if request.UploadListener {
		add("Remove the listener from xhr.upload, which makes a CORS-preflight necessary: there is no progress of the upload "+
			"to show then.", func(x *corsim.XHR) { x.UploadListener = false })
	}
	for _, w := range headerWays(request.Header) {
		add(w.advice, func(x *corsim.XHR) { x.Header = w.list })
	}
	for _, w := range urlWays(v) {
		add(w.advice, func(x *corsim.XHR) { x.URL = w.url })
	}
	return ways
}

// loadWays are those of elements.
func loadWays(v corsim.Verdict, load corsim.Load) []Way {
	var ways []Way
	add := func(advice string, change func(*corsim.Load)) {
		changed := load
		change(&changed)
		ways = append(ways, Way{Advice: advice, Call: changed})
	}
	if strings.EqualFold(string(load.CrossOrigin), string(corsim.UseCredentials)) {
		add(withoutCredentials+`crossorigin="anonymous".`, func(l *corsim.Load) { l.CrossOrigin = corsim.Anonymous })
	}
	if load.CrossOrigin != "" {
		add("Remove the attribute crossorigin: the element can then use the answer, but the page cannot read it.",
			func(l *corsim.Load) { l.CrossOrigin = "" })
	} else {
		add(`Ask with CORS, by the attribute crossorigin="anonymous".`, func(l *corsim.Load) { l.CrossOrigin = corsim.Anonymous })
	}
	for _, w := range urlWays(v) {
		add(w.advice, func(l *corsim.Load) { l.URL = w.url })
	}
	return ways
}

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
		return []headerWay{{"Leave out " + names + ", if the server can do without: it makes a CORS-preflight necessary.", kept}}
	}
	kept.Append("Content-Type", "text/plain")
	if len(unsafe) == 1 {
		return []headerWay{{"Send the body as text/plain, and let the server take it for what it is: no CORS-preflight is then " +
			"made, so the server must not act on it without a check of its own, such as of the Origin.", kept}}
	}
	return []headerWay{{"Leave out " + names + " and send the body as text/plain, if the server can do without.", kept}}
}

// A urlWay is another URL.
type urlWay struct{ advice, url string }

// urlWays are the URL that the redirects lead to, the same over https:, and the one without user name and password.
func urlWays(v corsim.Verdict) []urlWay {
	var ways []urlWay
	exchanges := v.Exchanges()
	if n := len(exchanges); n > 0 {
		last := &exchanges[n-1]
		location, redirects := last.Answer.Header.Get("Location")
		if target, err := last.Request.URL.Parse(location); redirects && err == nil {
			ways = append(ways, urlWay{"Ask for what the redirect leads to: " + target.WithoutCredentials().Href() + ".", target.WithoutCredentials().Href()})
		}
		if first := &exchanges[0]; first.Request.URL != last.Request.URL {
			href := last.Request.URL.Href()
			ways = append(ways, urlWay{"Ask for what the redirects lead to: " + href + ".", href})
		}
	}
	url := v.URL()
	if url.IsZero() {
		return ways
	}
	if plain := url.WithoutCredentials(); plain != url {
		ways = append(ways, urlWay{"Leave user name and password out of the URL.", plain.Href()})
	}
	if url.Scheme() == "http" {
		href := "https" + strings.TrimPrefix(url.Href(), "http")
		ways = append(ways, urlWay{"Ask over https: " + href + ".", href})
	}
	return ways
}
