// Package baseline holds what benchmarks measure corsim with: requests with their answers, and what people write by
// hand instead of corsim.
package baseline

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// A Case is a request across origins and what the server answers to it.
type Case struct {
	Name              string
	Request           corsim.Request
	Preflight, Answer header.List
	Readable          bool
	Exchanges         int
	Allocations       float64 // the most that a verdict may take
}

const (
	page   = "https://app.example.com"
	target = "https://api.example.org/items"
)

func allow(origin string, more ...header.Field) header.List {
	return append(header.List{
		{Name: "Access-Control-Allow-Origin", Value: origin},
		{Name: "Access-Control-Allow-Credentials", Value: "true"},
	}, more...)
}

// Cases are those that are measured.
var Cases = []Case{
	{
		Name:        "simple",
		Request:     corsim.Request{URL: target, Credentials: corsim.Include},
		Answer:      allow(page),
		Readable:    true,
		Exchanges:   1,
		Allocations: 2,
	},
	{
		Name:        "denied",
		Request:     corsim.Request{URL: target},
		Answer:      allow("https://other.example"),
		Exchanges:   1,
		Allocations: 2,
	},
	{
		Name: "preflighted",
		Request: corsim.Request{
			Method:      "PUT",
			URL:         target,
			Header:      header.List{{Name: "Authorization", Value: "x"}},
			Credentials: corsim.Include,
		},
		Preflight: allow(page,
			header.Field{Name: "Access-Control-Allow-Methods", Value: "PUT"},
			header.Field{Name: "Access-Control-Allow-Headers", Value: "Authorization, Content-Type"}),
		Answer:      allow(page),
		Readable:    true,
		Exchanges:   2,
		Allocations: 4,
	},
}

// Server answers as the case says.
func (c *Case) Server() corsim.Server {
	return corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		if request.Method == "OPTIONS" {
			return corsim.Answer{Status: 204, Header: c.Preflight}
		}
		return corsim.Answer{Status: 200, Header: c.Answer}
	})
}

// Verdict is what the benchmarks measure: all from the strings to the verdict.
func (c *Case) Verdict(profile engine.Profile, server corsim.Server) corsim.Verdict {
	return corsim.New(profile).Open(page).Fetch(server, c.Request)
}
