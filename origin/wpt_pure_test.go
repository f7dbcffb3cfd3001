package origin_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/origin"
)

func TestWPTURLOrigin(t *testing.T) {
	type row struct{ ID, URL, Origin string }
	rows := outside.Rows[row](t, "pure/url-origin.json")
	for _, row := range rows {
		if got := origin.MustParse(row.URL).Origin(new(origin.Mint)).String(); got != row.Origin {
			t.Errorf("%s: origin of %q is %q, want %q", row.ID, row.URL, got, row.Origin)
		}
	}
	t.Logf("%d rows", len(rows))
}

func TestWPTOriginComparison(t *testing.T) {
	type row struct {
		ID, A, B                                   string
		SameOrigin, SameSite, SchemelesslySameSite bool
		PSL                                        []string
	}
	for _, row := range outside.Rows[row](t, "pure/origin-comparison.json") {
		var mint origin.Mint
		labels := map[string]origin.Origin{}
		parse := func(s string) origin.Origin {
			if !strings.HasPrefix(s, "opaque:") {
				return origin.MustParse(s).Origin(&mint)
			}
			if labels[s].IsZero() {
				labels[s] = mint.Opaque()
			}
			return labels[s]
		}
		a, b, list := parse(row.A), parse(row.B), listOf(row.PSL)
		if got := origin.SameOrigin(a, b); got != row.SameOrigin {
			t.Errorf("%s: SameOrigin(%v, %v) = %v", row.ID, a, b, got)
		}
		if got := origin.SameSite(a, b, list); got != row.SameSite {
			t.Errorf("%s: SameSite(%v, %v) = %v", row.ID, a, b, got)
		}
		if got := a.Site(list) == b.Site(list); got != row.SameSite {
			t.Errorf("%s: sites of %v and %v equal: %v", row.ID, a, b, got)
		}
		if got := origin.SchemelesslySameSite(a, b, list); got != row.SchemelesslySameSite {
			t.Errorf("%s: SchemelesslySameSite(%v, %v) = %v", row.ID, a, b, got)
		}
	}
}

func TestWPTDocumentDomain(t *testing.T) {
	type document struct{ URL, DocumentDomain string }
	type row struct {
		ID, Op                         string
		Page                           any
		Value                          string
		HostSuffixString, OriginalHost string
		Result                         any
		A, B                           document
		Access                         bool
		Sandboxed                      bool
		BrowsingContext                *bool
		PSL                            []string
	}
	for _, row := range outside.Rows[row](t, "pure/document-domain.json") {
		list := listOf(row.PSL)
		switch row.Op {
		case "isRegistrableDomainSuffixOrEqual":
			if got := origin.IsRegistrableDomainSuffixOrEqual(row.HostSuffixString, row.OriginalHost, list); got != row.Result {
				t.Errorf("%s: %q of %q: %v", row.ID, row.HostSuffixString, row.OriginalHost, got)
			}
		case "access":
			a, b := origin.MustParse(row.A.URL).Origin(nil), origin.MustParse(row.B.URL).Origin(nil)
			if got := origin.SameOriginDomain(a, b, row.A.DocumentDomain, row.B.DocumentDomain); got != row.Access {
				t.Errorf("%s: %+v and %+v: %v", row.ID, row.A, row.B, got)
			}
		case "set":
			// Sandboxing and browsing contexts are for who has documents.
			if row.Sandboxed || row.BrowsingContext != nil {
				continue
			}
			host := origin.MustParse(row.Page.(string)).Hostname()
			if got := origin.IsRegistrableDomainSuffixOrEqual(row.Value, host, list); got == (row.Result == "SecurityError") {
				t.Errorf("%s: %q of %q: %v", row.ID, row.Value, host, got)
			}
		case "fetchOrigin":
			// A fact about who uses origins: document.domain is not part of them.
		default:
			t.Errorf("%s: unknown op %q", row.ID, row.Op)
		}
	}
}

func TestWPTPotentiallyTrustworthy(t *testing.T) {
	type row struct {
		ID, URL     string
		Trustworthy bool
	}
	for _, row := range outside.Rows[row](t, "pure/potentially-trustworthy.json") {
		if got := origin.MustParse(row.URL).PotentiallyTrustworthy(); got != row.Trustworthy {
			t.Errorf("%s: %q: %v", row.ID, row.URL, got)
		}
	}
}

// listOf makes a list of a few rules, without exceptions; no rules mean the
// embedded list.
func listOf(rules []string) origin.PublicSuffixList {
	if rules == nil {
		return nil
	}
	return fewRules(rules)
}

type fewRules []string

func (list fewRules) String() string { return strings.Join(list, ", ") }

func (list fewRules) PublicSuffix(domain string) string {
	for suffix := domain; ; {
		_, parent, found := strings.Cut(suffix, ".")
		if !found || slices.Contains(list, suffix) || slices.Contains(list, "*."+parent) {
			return suffix
		}
		suffix = parent
	}
}
