package fetch

import (
	"slices"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// An httpCache is the browser's HTTP cache, all partitions of it. The zero value is empty.
type httpCache struct {
	responses map[cacheKey]*storedResponse
	// full is true once an answer was left out for want of room.
	full bool
	// last is the latest answer, which is not looked at before there is another request.
	last cacheable
}

// A cacheKey is what finds a stored response.
type cacheKey struct {
	// site is that of the top-level document, and frame that of the frame where it makes a difference: together they
	// are the HTTP cache partition.
	site, frame origin.Site
	url         string
	// anonymous is true where credentials make a difference and there are none, head where HEAD does.
	anonymous, head bool
	// part is true for a part of a resource.
	part bool
}

// A storedResponse is an answer that is kept for later requests.
type storedResponse struct {
	answer  Answer
	request header.List // the header of the request that it answered
	at      time.Duration
}

// A cacheable is an answer, who asked for it and when it came. The zero value is none.
type cacheable struct {
	exchange  *Exchange
	request   *header.List // its header, as Vary compares it
	client    *Environment
	anonymous bool
	at        time.Duration
}

// maxStoredResponses bounds what is kept.
const maxStoredResponses = 4096

// cacheKey returns the key of the answers to requests for url.
//
// https://fetch.spec.whatwg.org/#http-cache-partitions
func (a *UserAgent) cacheKey(client *Environment, url origin.URL, method string, anonymous bool) cacheKey {
	key := cacheKey{site: client.TopLevelOrigin.Site(a.PublicSuffixes), url: url.Href()}
	if a.Profile.Has(engine.CacheByFrameSite) {
		key.frame = client.Origin.Site(a.PublicSuffixes)
	}
	key.anonymous = anonymous && a.Profile.Has(engine.CacheByCredentials)
	key.head = method == "HEAD" && a.Profile.Has(engine.CacheByMethod)
	return key
}

// settle puts the latest answer in the place of an older one.
func (c *httpCache) settle(a *UserAgent) {
	if c.last.exchange == nil {
		return
	}
	last := c.last
	c.last = cacheable{}
	request, answer := &last.exchange.Request, &last.exchange.Answer
	key := a.cacheKey(last.client, request.URL, request.Method, last.anonymous)
	key.part = request.Header.Contains("Range")
	delete(c.responses, key)
	received := a.Cookies.date(last.at)
	switch {
	// Nobody says whether a part is kept, but that it can be.
	case key.part && !policy.MayKeepPart(answer.Status, answer.Header):
		return
	case !key.part && !policy.IsStorable(a.Profile, answer.Status, answer.Header, received):
		return
	case len(c.responses) >= maxStoredResponses:
		c.full = true
		return
	case c.responses == nil:
		c.responses = map[cacheKey]*storedResponse{}
	}
	c.responses[key] = &storedResponse{answer: *answer, request: *last.request, at: last.at}
}

// forget forgets the latest answer and what it was to replace.
func (c *httpCache) forget(a *UserAgent) {
	last := c.last
	c.last = cacheable{}
	// As a rule there is nothing to replace.
	if len(c.responses) > 0 {
		request := &last.exchange.Request
		delete(c.responses, a.cacheKey(last.client, request.URL, request.Method, last.anonymous))
	}
}

// conditions are the headers that ask the server for what is stored only if it has changed; none without anything
// stored.
//
// https://httpwg.org/specs/rfc9111.html#validation.sent
func (s *storedResponse) conditions(use cacheUse) header.List {
	if s == nil {
		return nil
	}
	var list header.List
	if tag := s.validator("ETag"); tag != "" {
		list = append(list, header.Field{Name: "If-None-Match", Value: tag})
	}
	// When a resource was changed says nothing of its variants.
	if date := s.validator("Last-Modified"); date != "" && use != cacheVariant {
		list = append(list, header.Field{Name: "If-Modified-Since", Value: date})
	}
	return list
}

// validator returns the value of a header by which the server tells whether the answer still holds, "" for none.
func (s *storedResponse) validator(name string) string {
	value, _ := s.answer.Header.Get(name)
	return value
}

// hasValidator reports whether the server can be asked on a condition.
func (s *storedResponse) hasValidator() bool {
	return s.validator("ETag") != "" || s.validator("Last-Modified") != ""
}

// freshen takes over the headers of a 304 that came now, to a request with the given header.
//
// https://httpwg.org/specs/rfc9111.html#freshening.responses
func (s *storedResponse) freshen(request header.List, x *Exchange, now time.Duration) {
	newer := make(map[string]bool, len(x.Answer.Header))
	for _, field := range x.Answer.Header {
		newer[header.Lower(field.Name)] = true
	}
	// The stored list may be the server's own.
	list := slices.DeleteFunc(slices.Clone(s.answer.Header), func(field header.Field) bool {
		return newer[header.Lower(field.Name)] && !policy.IsKeptByValidation(field.Name)
	})
	for _, field := range x.Answer.Header {
		if !policy.IsKeptByValidation(field.Name) {
			list = append(list, field)
		}
	}
	s.answer.Header, s.request, s.at = list, request, now
}
