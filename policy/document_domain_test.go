package policy_test

import (
	"testing"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestSetDocumentDomain(t *testing.T) {
	site := origin.MustParseOrigin("https://a.b.example.com:8443")
	address := origin.MustParseOrigin("http://127.0.0.1")
	opaque := new(origin.Mint).Opaque()
	tests := []struct {
		about    string
		document policy.DocumentDomain
		value    string
		domain   string
		rule     rule.ID
	}{
		{"itself", policy.DocumentDomain{Origin: site}, "a.b.example.com", "a.b.example.com", rule.DomainSet},
		{"above", policy.DocumentDomain{Origin: site}, "Example.COM", "example.com", rule.DomainSet},
		{"above what was set", policy.DocumentDomain{Origin: site, Domain: "b.example.com"}, "example.com", "example.com", rule.DomainSet},
		{"back down", policy.DocumentDomain{Origin: site, Domain: "example.com"}, "b.example.com", "example.com", rule.DomainSuffix},
		{"a public suffix", policy.DocumentDomain{Origin: site}, "com", "", rule.DomainSuffix},
		{"part of a label", policy.DocumentDomain{Origin: site}, "ple.com", "", rule.DomainSuffix},
		{"an address", policy.DocumentDomain{Origin: address}, "127.1", "127.0.0.1", rule.DomainSet},
		{"nothing", policy.DocumentDomain{Origin: site}, "", "", rule.DomainSuffix},
		{"no host", policy.DocumentDomain{Origin: site}, "example.com/", "", rule.DomainSuffix},
		{"an opaque origin", policy.DocumentDomain{Origin: opaque}, "example.com", "", rule.DomainOpaque},
		{"an origin alone", policy.DocumentDomain{Origin: site, OriginKeyed: true}, "example.com", "", rule.DomainOriginKeyed},
		{"an origin alone, and another domain", policy.DocumentDomain{Origin: site, OriginKeyed: true}, "example.org", "", rule.DomainSuffix},
		{"a sandbox comes first", policy.DocumentDomain{Origin: opaque, Sandboxed: true}, "example.org", "", rule.DomainSandboxed},
		{"no window comes before", policy.DocumentDomain{Origin: opaque, Sandboxed: true, Detached: true}, "example.org", "", rule.DomainDetached},
	}
	for _, test := range tests {
		if domain, d := policy.SetDocumentDomain(&test.document, test.value); domain != test.domain || d.Rule != test.rule {
			t.Errorf("%s: %q, %+v", test.about, domain, d)
		}
	}
}

func TestIsOriginKeyed(t *testing.T) {
	site := origin.MustParseOrigin("https://example.com")
	tests := []struct {
		about   string
		cluster policy.AgentCluster
		value   string // "" for no header
		want    bool
	}{
		{"nobody asks", policy.AgentCluster{Origin: site, SecureContext: true}, "", false},
		{"the header asks", policy.AgentCluster{Origin: site, SecureContext: true}, "?1", true},
		{"the header asks in vain", policy.AgentCluster{Origin: site}, "?1", false},
		{"the header is malformed", policy.AgentCluster{Origin: site, SecureContext: true}, "true", false},
		{"by default", policy.AgentCluster{Origin: site, SecureContext: true, KeyedByDefault: true}, "", true},
		{"by default, malformed", policy.AgentCluster{Origin: site, SecureContext: true, KeyedByDefault: true}, "1", true},
		{"by default, and the header declines", policy.AgentCluster{Origin: site, SecureContext: true, KeyedByDefault: true}, "?0", false},
		{"isolated, and the header declines", policy.AgentCluster{Origin: site, Isolated: true}, "?0", true},
		{"opaque", policy.AgentCluster{Origin: new(origin.Mint).Opaque()}, "", true},
	}
	for _, test := range tests {
		var list header.List
		if test.value != "" {
			list.Append("Origin-Agent-Cluster", test.value)
		}
		if got := policy.IsOriginKeyed(test.cluster, list); got != test.want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}
