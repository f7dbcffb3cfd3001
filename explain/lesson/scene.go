package lesson

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// A scene is a page, and a browser that has been nowhere else.
type scene struct {
	profile engine.Profile
	url     string
	traits  []trait
}

// A trait is what is special about a page or its browser, beside the words that say so.
type trait struct {
	words   []string
	option  corsim.PageOption
	prepare func(*corsim.Browser)
}

// A sequence is calls that are made one after the other.
type sequence []any

// An act is what script of a page does with documents, beside the script.
type act struct {
	script []string
	do     func(browser *corsim.Browser, page *corsim.Page) corsim.Verdict
}

// options are the options that the page is opened with.
func (s scene) options() []corsim.PageOption {
	var options []corsim.PageOption
	for _, t := range s.traits {
		if t.option != nil {
			options = append(options, t.option)
		}
	}
	return options
}

// at is a page at the top level.
func at(url string, traits ...trait) scene {
	return scene{profile: corsim.Standard, url: url, traits: traits}
}

// with is the scene with more that is special.
func (s scene) with(traits ...trait) scene {
	s.traits = append(slices.Clip(s.traits), traits...)
	return s
}

// in is the scene in another browser.
func (s scene) in(profile engine.Profile) scene {
	s.profile = profile
	return s
}

// answered is the scene with headers of the page's own answer, names and values in turn.
func (s scene) answered(namesAndValues ...string) scene {
	list := fields(namesAndValues...)
	t := trait{option: corsim.DocumentHeader(list)}
	for _, field := range list {
		t.words = append(t.words, "answered with "+field.Name+": "+field.Value)
	}
	return s.with(t)
}

// framedBy is the scene with the page in a frame.
func (s scene) framedBy(url string) scene {
	return s.with(trait{words: []string{"in a frame of " + url}, option: corsim.Ancestors(url)})
}

// permitted is the scene with what the user has said to a feature.
func (s scene) permitted(feature string, state policy.PermissionState) scene {
	return s.with(trait{words: []string{"the permission " + feature + " is " + permissionWords[state]},
		option: corsim.Permission(feature, state)})
}

var permissionWords = map[policy.PermissionState]string{
	policy.PermissionGranted: "granted",
	policy.PermissionDenied:  "denied",
}

// worker makes the page a worker.
var worker = trait{words: []string{"a worker's script"}, option: corsim.Worker()}

// detached makes the page a document that no window shows.
var detached = trait{words: []string{"a document that DOMParser made"}, option: corsim.Detached()}

// sandbox puts the page in a sandbox with a token.
func sandbox(token string) trait {
	return trait{words: []string{`in a frame with the attribute sandbox="` + token + `"`}, option: corsim.Sandbox(token)}
}

// holding is a page whose browser holds a cookie for api.example.
func holding(cookie corsim.Cookie) scene {
	cookie.Name, cookie.Value, cookie.Domain, cookie.Path = "id", "1", "api.example", "/"
	words := "the browser holds a cookie of https://api.example/: id=1; SameSite=" + cookie.SameSite.String()
	if cookie.Secure {
		words += "; Secure"
	}
	return app.with(trait{
		words:   []string{words},
		prepare: func(browser *corsim.Browser) { browser.AddCookie(cookie) },
	})
}

// knownForHTTPS is a browser that knows a host for Strict-Transport-Security, with the hosts below it.
func knownForHTTPS(host string) trait {
	return trait{
		words: []string{host + " has said Strict-Transport-Security: max-age=60; includeSubDomains before"},
		prepare: func(browser *corsim.Browser) {
			browser.SetStrictTransport(policy.StrictTransportHosts{host: true})
		},
	}
}

// twice makes a call, lets a second pass, and makes another.
func twice(first, second any) sequence { return sequence{first, second} }

// fields makes a header list of names and values in turn.
func fields(namesAndValues ...string) header.List {
	var list header.List
	for pair := range slices.Chunk(namesAndValues, 2) {
		list = append(list, header.Field{Name: pair[0], Value: pair[1]})
	}
	return list
}

// says is an answer with a status and a header.
func says(status int, namesAndValues ...string) corsim.Answer {
	return corsim.Answer{Status: status, Header: fields(namesAndValues...)}
}

// bearing is an answer with a body.
func bearing(body string, namesAndValues ...string) corsim.Answer {
	answer := says(200, namesAndValues...)
	answer.Body = []byte(body)
	return answer
}

// moves is an answer with a Location.
func moves(status int, location string, namesAndValues ...string) corsim.Answer {
	answer := says(status, "Location", location)
	answer.Header = append(answer.Header, fields(namesAndValues...)...)
	return answer
}

// redirects is an answer with a Location that every origin may read.
func redirects(status int, location string, namesAndValues ...string) corsim.Answer {
	return moves(status, location, append(namesAndValues, "Access-Control-Allow-Origin", "*")...)
}

// grants is an answer to a CORS-preflight that lists methods and headers; "" lists none.
func grants(methods, headers string) corsim.Answer {
	answer := says(204, "Access-Control-Allow-Origin", "*")
	if methods != "" {
		answer.Header = append(answer.Header, fields("Access-Control-Allow-Methods", methods)...)
	}
	if headers != "" {
		answer.Header = append(answer.Header, fields("Access-Control-Allow-Headers", headers)...)
	}
	return answer
}

// turns are the answers of a server that gives each once, in order, and then the last for ever.
func turns(answers ...corsim.Answer) []corsim.Answer { return answers }

// inTurn is the server that gives such answers.
func inTurn(answers []corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		next := answers[0]
		if len(answers) > 1 {
			answers = answers[1:]
		}
		return next
	})
}

// What many examples have in common. The URLs are a page's own, one of another site, one of the page's site, and one
// that is not secure.
const (
	appURL   = "https://app.example/"
	apiURL   = "https://api.example/"
	siteURL  = "https://www.app.example/"
	plainURL = "http://plain.example/"

	helloHash = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
)

var (
	app, plain = at(appURL), at(plainURL)
	chromium   = app.in(corsim.Chromium)
	firefox    = app.in(corsim.Firefox)
	webkit     = app.in(corsim.WebKit)
	overHTTP1  = app.in(corsim.Standard.WithSettings(engine.Settings{HTTP1: true})).
			with(trait{words: []string{"its servers speak HTTP/1.1 only"}})

	text   = &corsim.Body{Bytes: []byte("hello")}
	stream = &corsim.Body{Kind: fetch.StreamBody}

	get     = corsim.Request{URL: apiURL}
	put     = corsim.Request{URL: apiURL, Method: "PUT"}
	own     = corsim.Request{URL: "/"}
	noCORS  = corsim.Request{URL: apiURL, Mode: corsim.NoCORS}
	include = corsim.Request{URL: apiURL, Credentials: corsim.Include}

	allowed         = says(200, "Access-Control-Allow-Origin", "*")
	ok              = turns(says(200))
	readable        = turns(allowed)
	named           = turns(says(200, "Access-Control-Allow-Origin", "https://app.example"))
	withCredentials = turns(says(200, "Access-Control-Allow-Origin", "https://app.example",
		"Access-Control-Allow-Credentials", "true"))
	javaScript = turns(says(200, "Content-Type", "text/javascript"))
)
