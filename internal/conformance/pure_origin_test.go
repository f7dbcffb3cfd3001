package conformance_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// parseOrigin is the origin that a row writes down; "null" is an opaque one.
func parseOrigin(s string) origin.Origin {
	if s == "null" {
		return new(origin.Mint).Opaque()
	}
	return origin.MustParseOrigin(s)
}

// origins are those of URLs.
func origins(urls []string) []origin.Origin {
	var list []origin.Origin
	for _, url := range urls {
		list = append(list, origin.MustParse(url).Origin(nil))
	}
	return list
}

// serialize is the serialized origin of a request that has gone through urls.
func serialize(request origin.Origin, urls []string) string {
	if policy.ComputeRedirectTaint(request, origins(urls), nil) != policy.TaintSameOrigin {
		return "null"
	}
	return request.String()
}

func TestPureURLOrigin(t *testing.T) {
	type row struct{ URL, Origin string }
	holdRows(t, "url-origin", 84, func(t *testing.T, row row) {
		if got := origin.MustParse(row.URL).Origin(new(origin.Mint)).String(); got != row.Origin {
			t.Errorf("origin of %q is %q, want %q", row.URL, got, row.Origin)
		}
	})
}

func TestPureOriginComparison(t *testing.T) {
	type row struct {
		A, B                                       string
		SameOrigin, SameSite, SchemelesslySameSite bool
		PSL                                        []string
	}
	holdRows(t, "origin-comparison", 13, func(t *testing.T, row row) {
		var mint origin.Mint
		parse := func(s string) origin.Origin {
			if strings.HasPrefix(s, "opaque:") {
				return mint.Opaque()
			}
			return origin.MustParse(s).Origin(&mint)
		}
		a, b := parse(row.A), parse(row.B)
		if row.A == row.B {
			b = a
		}
		var list origin.PublicSuffixList
		if row.PSL != nil {
			list = suffixes(row.PSL)
		}
		got := [3]bool{origin.SameOrigin(a, b), origin.SameSite(a, b, list), origin.SchemelesslySameSite(a, b, list)}
		if want := [3]bool{row.SameOrigin, row.SameSite, row.SchemelesslySameSite}; got != want {
			t.Errorf("%s and %s: %v, want %v", row.A, row.B, got, want)
		}
	})
}

// suffixes is a public suffix list of a few names beside the default rule.
type suffixes []string

func (list suffixes) PublicSuffix(domain string) string {
	for suffix := domain; ; {
		_, parent, found := strings.Cut(suffix, ".")
		if !found || slices.Contains(list, suffix) || slices.Contains(list, "*."+parent) {
			return suffix
		}
		suffix = parent
	}
}

func (list suffixes) String() string { return strings.Join(list, ", ") }

func TestPurePotentiallyTrustworthy(t *testing.T) {
	type row struct {
		URL         string
		Trustworthy bool
	}
	holdRows(t, "potentially-trustworthy", 10, func(t *testing.T, row row) {
		if got := origin.MustParse(row.URL).PotentiallyTrustworthy(); got != row.Trustworthy {
			t.Errorf("%s: %v", row.URL, got)
		}
	})
}

func TestPureRequestOrigin(t *testing.T) {
	taints := map[string]policy.RedirectTaint{
		"same-origin": policy.TaintSameOrigin, "same-site": policy.TaintSameSite, "cross-site": policy.TaintCrossSite,
	}
	type row struct {
		Origin                    string
		URLs                      []string
		RedirectTaint, Serialized string
	}
	holdRows(t, "request-origin", 6, func(t *testing.T, row row) {
		request := parseOrigin(row.Origin)
		want, known := taints[row.RedirectTaint]
		if got := policy.ComputeRedirectTaint(request, origins(row.URLs), nil); got != want || !known {
			t.Errorf("%+v: %v", row, got)
		}
		if got := serialize(request, row.URLs); got != row.Serialized {
			t.Errorf("%+v: %v", row, got)
		}
	})
}

func TestPureOriginHeader(t *testing.T) {
	taintings := map[string]policy.Tainting{
		"basic": policy.TaintingBasic, "cors": policy.TaintingCORS, "opaque": policy.TaintingOpaque,
	}
	type row struct {
		Mode             policy.Mode
		Method, Tainting string
		Policy           policy.ReferrerPolicy
		Origin           string
		URLs             []string
		Value            *string
	}
	holdRows(t, "origin-header", 18, func(t *testing.T, row row) {
		request := parseOrigin(row.Origin)
		got, _, sent := policy.OriginHeader(policy.OriginHeaderRequest{
			Mode:             row.Mode,
			Method:           row.Method,
			Tainting:         taintings[row.Tainting],
			ReferrerPolicy:   row.Policy,
			Origin:           request,
			SerializedOrigin: serialize(request, row.URLs),
			CurrentURL:       origin.MustParse(row.URLs[len(row.URLs)-1]),
		})
		if sent != (row.Value != nil) || sent && got != *row.Value {
			t.Errorf("%+v: %q, %v", row, got, sent)
		}
	})
}

func TestPureSecFetchSite(t *testing.T) {
	type row struct {
		Origin        string
		URLs          []string
		Site          *string
		UserInitiated bool
	}
	holdRows(t, "sec-fetch-site", 10, func(t *testing.T, row row) {
		if row.UserInitiated {
			verdict := corsim.New(corsim.Standard).Open(row.Origin).Navigate(ok(nil),
				corsim.Navigation{URL: row.URLs[0], UserInitiated: true})
			if got, _ := verdict.Exchanges()[0].Request.Header.Get("Sec-Fetch-Site"); got != *row.Site {
				t.Errorf("%+v: %q", row, got)
			}
			return
		}
		// The header goes to trustworthy URLs only.
		sent := origin.MustParse(row.URLs[len(row.URLs)-1]).PotentiallyTrustworthy()
		got := policy.SecFetchSite(engine.Standard, parseOrigin(row.Origin), origins(row.URLs), nil)
		if sent != (row.Site != nil) || sent && got != *row.Site {
			t.Errorf("%+v: %q, %v", row, got, sent)
		}
	})
}

func TestPureReferrer(t *testing.T) {
	type row struct {
		Source, Target string
		Policy         policy.ReferrerPolicy
		Referrer       *string
	}
	holdRows(t, "referrer-policy", 25, func(t *testing.T, row row) {
		want := ""
		if row.Referrer != nil {
			want = *row.Referrer
		}
		got := policy.Referrer(policy.ReferrerRequest{
			Policy:  row.Policy,
			Source:  origin.MustParse(row.Source),
			Current: origin.MustParse(row.Target),
		})
		if got != want {
			t.Errorf("%+v: %q", row, got)
		}
	})
}

func TestPureReferrerPolicyHeader(t *testing.T) {
	type row struct {
		Fields []outside.Bytes
		Policy policy.ReferrerPolicy
	}
	holdRows(t, "referrer-policy-header", 5, func(t *testing.T, row row) {
		if got := policy.ParseReferrerPolicy(&engine.Standard, fields("Referrer-Policy", row.Fields)); got != row.Policy {
			t.Errorf("%q: %q, want %q", row.Fields, got, row.Policy)
		}
	})
}

func TestPureReferrerPolicyMeta(t *testing.T) {
	type row struct {
		Keyword string
		Policy  policy.ReferrerPolicy
	}
	holdRows(t, "referrer-policy-meta-legacy", 1, func(t *testing.T, row row) {
		if got := policy.MetaReferrerPolicy(row.Keyword); got != row.Policy {
			t.Errorf("%q: %q, want %q", row.Keyword, got, row.Policy)
		}
	})
}
