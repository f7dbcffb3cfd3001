package policy_test

import (
	"fmt"
	"testing"

	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/policy"
)

func TestMethods(t *testing.T) {
	tests := []struct {
		method     string
		normalized string
		valid      bool
		forbidden  bool
		safelisted bool // once normalized
	}{
		{"GET", "GET", true, false, true},
		{"get", "GET", true, false, true},
		{"hEaD", "HEAD", true, false, true},
		{"post", "POST", true, false, true},
		{"put", "PUT", true, false, false},
		{"delete", "DELETE", true, false, false},
		{"options", "OPTIONS", true, false, false},
		{"patch", "patch", true, false, false},
		{"PATCH", "PATCH", true, false, false},
		{"CHICKEN", "CHICKEN", true, false, false},
		{"trace", "trace", true, true, false},
		{"Track", "Track", true, true, false},
		{"CONNECT", "CONNECT", true, true, false},
		{"TRACEX", "TRACEX", true, false, false},
		{"", "", false, false, false},
		{"GET ", "GET ", false, false, false},
		{"GÉT", "GÉT", false, false, false},
	}
	for _, test := range tests {
		if got := policy.IsMethod(test.method); got != test.valid {
			t.Errorf("%q: method %v, want %v", test.method, got, test.valid)
		}
		if got := policy.IsForbiddenMethod(test.method); got != test.forbidden {
			t.Errorf("%q: forbidden %v, want %v", test.method, got, test.forbidden)
		}
		normalized := policy.NormalizeMethod(test.method)
		if normalized != test.normalized {
			t.Errorf("%q: normalized %q, want %q", test.method, normalized, test.normalized)
		}
		if got := policy.IsCORSSafelistedMethod(normalized); got != test.safelisted {
			t.Errorf("%q: CORS-safelisted %v, want %v", test.method, got, test.safelisted)
		}
	}
}

func ExampleNormalizeMethod() {
	fmt.Println(policy.NormalizeMethod("delete"), policy.NormalizeMethod("patch"))
	// Output: DELETE patch
}

func TestWPTMethods(t *testing.T) {
	type row struct {
		ID               string
		Method           outside.Bytes
		Valid, Forbidden bool
		Normalized       *outside.Bytes
		CORSSafelisted   *bool
	}
	for _, row := range outside.Rows[row](t, "pure/methods.json") {
		method := string(row.Method)
		if policy.IsMethod(method) != row.Valid || policy.IsForbiddenMethod(method) != row.Forbidden {
			t.Errorf("%s: %q: method %v, forbidden %v", row.ID, method, policy.IsMethod(method), policy.IsForbiddenMethod(method))
		}
		if row.Normalized == nil {
			continue
		}
		normalized := policy.NormalizeMethod(method)
		if normalized != string(*row.Normalized) || policy.IsCORSSafelistedMethod(normalized) != *row.CORSSafelisted {
			t.Errorf("%s: %q: normalized %q, CORS-safelisted %v", row.ID, method, normalized, policy.IsCORSSafelistedMethod(normalized))
		}
	}
}

func TestIsSafeMethod(t *testing.T) {
	for method, want := range map[string]bool{"GET": true, "HEAD": true, "OPTIONS": true, "POST": false, "PUT": false, "DELETE": false, "PATCH": false, "get": false, "QUERY": false} {
		if got := policy.IsSafeMethod(method); got != want {
			t.Errorf("%s: %v", method, got)
		}
	}
}
