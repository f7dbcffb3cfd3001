package fetch_test

import (
	"testing"

	"github.com/corsim/corsim/fetch"
)

func TestStatusOfAnAnswer(t *testing.T) {
	const unknown, invalid, readable = "undetermined undetermined/answer-unknown", "blocked TypeError network/status-invalid", "readable main-fetch/same-origin"
	tests := []struct {
		status int
		want   string
	}{
		{-1, invalid}, {0, unknown}, {1, invalid}, {99, invalid}, {100, unknown}, {103, unknown}, {199, unknown},
		{200, readable}, {304, readable}, {599, readable}, {680, readable}, {999, readable}, {1000, invalid},
	}
	for _, test := range tests {
		if got := summary(fetched(fetch.Init{URL: "/"}, answer(test.status))); got != test.want {
			t.Errorf("%d: %s, want %s", test.status, got, test.want)
		}
	}
}
