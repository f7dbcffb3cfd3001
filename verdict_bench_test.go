package corsim_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/internal/baseline"
)

// checkCase holds that a case came out as it should.
func checkCase(t testing.TB, c *baseline.Case, verdict corsim.Verdict) {
	if verdict.Readable() != c.Readable || len(verdict.Exchanges()) != c.Exchanges {
		t.Fatalf("%s: readable %v after %d exchanges, want %v after %d",
			c.Name, verdict.Readable(), len(verdict.Exchanges()), c.Readable, c.Exchanges)
	}
}

func TestVerdictAllocations(t *testing.T) {
	for _, c := range baseline.Cases {
		server := c.Server()
		for _, profile := range []engine.Profile{corsim.Standard, corsim.Chromium, corsim.Firefox, corsim.WebKit} {
			checkCase(t, &c, c.Verdict(profile, server))
			if got := testing.AllocsPerRun(100, func() { c.Verdict(profile, server) }); got > c.Allocations {
				t.Errorf("%s in %s: %v allocations, want at most %v", c.Name, profile, got, c.Allocations)
			}
		}
	}
}

func benchmarkVerdict(b *testing.B, c *baseline.Case, profile engine.Profile) {
	b.ReportAllocs()
	server := c.Server()
	for b.Loop() {
		checkCase(b, c, c.Verdict(profile, server))
	}
}

func BenchmarkVerdict(b *testing.B) {
	for _, c := range baseline.Cases {
		b.Run(c.Name+"/corsim+trace", func(b *testing.B) { benchmarkVerdict(b, &c, corsim.Standard) })
		b.Run(c.Name+"/corsim+chromium", func(b *testing.B) { benchmarkVerdict(b, &c, corsim.Chromium) })
		b.Run(c.Name+"/naive", func(b *testing.B) {
			b.ReportAllocs()
			byHand := c.Naive()
			for b.Loop() {
				if readable := byHand.Readable(); readable != c.Readable {
					b.Fatalf("readable %v, want %v", readable, c.Readable)
				}
			}
		})
	}
}
