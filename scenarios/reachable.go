package scenarios

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// checkTargets notes the calls whose URL cannot be parsed, and the entries of the server that none of the calls
// can ever reach: what nobody asks for is a slip of the pen.
func (s *Scenario) checkTargets(d *decoder, calls *node) {
	base, err := origin.Parse(cmp.Or(s.Page.Base, s.Page.URL))
	based := err == nil
	if !based {
		// The page's own mistake must not hide those of the calls.
		base = origin.MustParse("https://page.invalid/")
	}
	reach := reachable{urls: map[string]bool{}, methods: map[string]bool{"OPTIONS": true}}
	for i := range s.Calls {
		through, target := s.Calls[i].through()
		if target == nil {
			based = false
			continue
		}
		url, err := base.Parse(target.URL)
		if err == nil {
			reach.call(through.key, target.Method, url)
		}
		if s.Calls[i].expects(corsim.Threw) {
			continue
		}
		at, path := calls.items[i].child(through.key).place, fmt.Sprintf("calls[%d].%s", i, through.key)
		if err != nil {
			d.problem(at, path, "no URL: %s; where that is meant, expect: threw", printable(reason(err)))
		}
		if target.Method != "" && !policy.IsMethod(target.Method) {
			d.problem(at, path, "%s is no method, and a space in a URL is %%20; where that is meant, expect: threw", quote(target.Method))
		}
	}
	if !based {
		return
	}
	reach.redirects(s.Server)
	for i := range s.Server {
		if d.full() {
			break
		}
		reach.check(d, &s.Server[i])
	}
}

// reachable is what the calls of a scenario can lead to: the URLs, and the methods they are asked with.
type reachable struct {
	urls, methods map[string]bool
}

// call adds what a call asks for through the interface with the given key.
func (r *reachable) call(through, method string, url origin.URL) {
	switch {
	case through == "beacon":
		method = "POST"
	case through == "navigate" || method == "":
		method = strings.ToUpper(cmp.Or(method, "GET"))
	}
	r.methods[policy.NormalizeMethod(method)] = true
	r.add(url)
	// A WebSocket asks with another scheme.
	if rest, found := strings.CutPrefix(url.Href(), "ws"); found && through == "web-socket" {
		r.add(origin.MustParse("http" + rest))
	}
	// And what is insecure may be upgraded.
	if rest, found := strings.CutPrefix(url.Href(), "http:"); found {
		r.add(origin.MustParse("https:" + rest))
	}
}

// add adds a URL as a server sees it.
func (r *reachable) add(url origin.URL) {
	r.urls[url.WithoutFragment().WithoutCredentials().Href()] = true
}

// redirects adds what the answers redirect to. It does not matter here whether a redirect is ever met.
func (r *reachable) redirects(server Server) {
	for _, entry := range server {
		for _, answer := range slices.Concat(entry.Preflight, entry.Answers) {
			if !policy.IsRedirectStatus(answer.Status) {
				continue
			}
			for _, field := range answer.Headers {
				if plain(field.Name) != "location" {
					continue
				}
				if to, err := entry.URL.Parse(field.Value); err == nil {
					r.methods["GET"] = true
					r.add(to)
				}
			}
		}
	}
}

// check notes a mistake if nothing can reach the entry.
func (r *reachable) check(d *decoder, entry *Entry) {
	path := "server[" + entry.URL.Href() + "]"
	if entry.Method != "" {
		path = "server[" + entry.Method + " " + entry.URL.Href() + "]"
	}
	if !r.urls[entry.URL.Href()] {
		urls := slices.Sorted(maps.Keys(r.urls))
		d.problem(entry.place, path, "no call or redirect asks for this URL; %s", printable(oneOf(entry.URL.Href(), urls)))
		return
	}
	if entry.Method != "" && !r.methods[entry.Method] {
		methods := slices.Sorted(maps.Keys(r.methods))
		d.problem(entry.place, path, "no call or redirect uses the method %s; %s", printable(entry.Method), printable(oneOf(entry.Method, methods)))
	}
}
