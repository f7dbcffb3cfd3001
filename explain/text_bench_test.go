package explain_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/internal/baseline"
)

// maxAllocations is how many allocations an explanation as text may take beyond its buffer.
const maxAllocations = 12

func TestTextAllocations(t *testing.T) {
	buffer := make([]byte, 0, 1<<16)
	for _, c := range baseline.Cases {
		verdict := c.Verdict(corsim.Standard, c.Server())
		for _, level := range []explain.Level{explain.Path, explain.AllSteps, explain.NoSteps} {
			got := testing.AllocsPerRun(100, func() {
				buffer = explain.Of(verdict).AppendText(buffer[:0], explain.TextStyle{Steps: level})
			})
			if got > maxAllocations {
				t.Errorf("%s: %v allocations, want at most %d", c.Name, got, maxAllocations)
			}
		}
	}
}

// BenchmarkText measures an explanation as text beside the baseline of the verdicts' benchmarks; Fully replays in
// three browsers and looks for what helps.
func BenchmarkText(b *testing.B) {
	for _, c := range baseline.Cases {
		verdict := c.Verdict(corsim.Standard, c.Server())
		b.Run(c.Name+"/text", func(b *testing.B) {
			b.ReportAllocs()
			buffer := make([]byte, 0, 1<<16)
			for b.Loop() {
				buffer = explain.Of(verdict).AppendText(buffer[:0], explain.TextStyle{})
			}
		})
		b.Run(c.Name+"/fully", func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				explain.Text(verdict)
			}
		})
		b.Run(c.Name+"/naive", func(b *testing.B) {
			b.ReportAllocs()
			byHand := c.Naive()
			for b.Loop() {
				if byHand.Readable() != c.Readable {
					b.Fatal(c.Name)
				}
			}
		})
	}
}
