package policy_test

import (
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// TestManyHeadersAreLinear looks many names up in a list of as many, the last one first.
func TestManyHeadersAreLinear(t *testing.T) {
	look := func(n int) time.Duration {
		names, list := make([]string, n), make(header.List, n)
		for i := range n {
			names[i] = "x-" + strconv.Itoa(n-i)
			list[i] = header.Field{Name: names[n-1-i], Value: "1"}
		}
		grant, _ := policy.ReadGrant(header.List{{Name: "Access-Control-Allow-Headers", Value: strings.Join(names, ",")}})
		least := time.Duration(1<<63 - 1)
		for range 3 {
			start := time.Now()
			if d := grant.AllowsHeaders(&engine.Standard, list, names, policy.CredentialsOmit); !d.OK() {
				t.Fatalf("%d names: %v", n, d.Rule)
			}
			least = min(least, time.Since(start))
		}
		return least
	}
	var one, eight time.Duration
	for range 4 {
		if one, eight = max(look(2000), time.Millisecond), look(16000); eight <= 24*one {
			return
		}
	}
	t.Errorf("2,000 names took %v, 16,000 took %v: that is not linear", one, eight)
}
