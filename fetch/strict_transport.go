package fetch

import (
	"maps"
	"time"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A transportStore holds the HSTS hosts that answers have made known. The zero value knows none.
//
// https://httpwg.org/specs/rfc6797.html#known-hsts-host
type transportStore struct {
	hosts   policy.StrictTransportHosts
	expires map[string]time.Duration // on the browser's clock
}

// maxTransportHosts bounds how many hosts are kept; those that come later are not.
const maxTransportHosts = 4096

// store keeps what a host asks for, or forgets the host.
func (s *transportStore) store(host string, asked policy.StrictTransport, now time.Duration) {
	if _, known := s.hosts[host]; asked.MaxAge == 0 || !known && len(s.hosts) >= maxTransportHosts {
		delete(s.hosts, host)
		delete(s.expires, host)
		return
	}
	if s.hosts == nil {
		s.hosts, s.expires = policy.StrictTransportHosts{}, map[string]time.Duration{}
	}
	s.hosts[host] = asked.IncludeSubDomains
	// An age that is longer than the clock goes does not end.
	if s.expires[host] = now + asked.MaxAge; s.expires[host] < now {
		s.expires[host] = 1<<63 - 1
	}
}

// at returns the hosts that are known at a time.
func (s *transportStore) at(now time.Duration) policy.StrictTransportHosts {
	maps.DeleteFunc(s.hosts, func(host string, _ bool) bool { return s.expires[host] <= now })
	return s.hosts
}

// storeTransport keeps what an answer from https: says by Strict-Transport-Security.
//
// https://httpwg.org/specs/rfc6797.html#noting-hsts
func (f *fetching) storeTransport(answer header.List) {
	if f.url.Scheme() != "https" || f.url.HostKind() != origin.Domain || !answer.Contains("Strict-Transport-Security") {
		return
	}
	if asked, ok := policy.ParseStrictTransport(answer); ok {
		f.agent.transport.store(policy.StrictTransportHost(f.url), asked, f.agent.Now)
		f.note(rule.Apply(rule.StrictTransportKnown, f.url.Hostname(), asked.MaxAge.String()))
	}
}

// upgradeToStrictTransport goes to https: instead of http: where the host is known to want that.
func (f *fetching) upgradeToStrictTransport() {
	if f.url.Scheme() != "http" {
		return
	}
	if policy.UpgradesToStrictTransport(f.agent.StrictTransport, f.url) ||
		policy.UpgradesToStrictTransport(f.agent.transport.at(f.agent.Now), f.url) {
		f.note(rule.Apply(rule.StrictTransportUpgraded, f.url.Href(), ""))
		f.upgradeURL()
	}
}
