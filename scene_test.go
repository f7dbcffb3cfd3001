package corsim_test

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
)

const (
	appURL   = "https://app.example/"
	apiURL   = "https://api.example/"
	siteURL  = "https://www.app.example/"
	plainURL = "http://plain.example/"
)

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

// turns is a server that gives each answer once, in order, and then the last one for ever.
func turns(list ...corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
		next := list[0]
		if len(list) > 1 {
			list = list[1:]
		}
		return next
	})
}

// redirects is an answer with a Location that every origin may read.
func redirects(status int, location string, namesAndValues ...string) corsim.Answer {
	answer := says(status, "Location", location, "Access-Control-Allow-Origin", "*")
	answer.Header = append(answer.Header, fields(namesAndValues...)...)
	return answer
}

// grants is an answer to a CORS-preflight.
func grants(methods, headers string) corsim.Answer {
	return says(204, "Access-Control-Allow-Origin", "*", "Access-Control-Allow-Methods", methods,
		"Access-Control-Allow-Headers", headers)
}

// A scene is a page, and what a browser that has been nowhere else does on it.
type scene struct {
	url     string
	options []corsim.PageOption
}

func at(url string, options ...corsim.PageOption) scene {
	return scene{url, options}
}

// play opens the page in the browser of the standard and makes a call.
func (s scene) play(server corsim.Server, request any) corsim.Verdict {
	return corsim.New(corsim.Standard).Open(s.url, s.options...).Do(server, request)
}
