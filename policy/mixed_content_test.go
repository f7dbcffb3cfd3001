package policy_test

import (
	"testing"

	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestMixedContent(t *testing.T) {
	tests := []struct {
		url     string
		blocked bool // on a secure page
	}{
		{"https://api.example/", false},
		{"http://api.example/", true},
		{"http://localhost/", false},
		{"http://a.localhost:8080/", false},
		{"http://127.0.0.1/", false},
		{"http://127.9.9.9/", false},
		{"http://[::1]/", false},
		{"http://192.168.0.1/", true},
		{"http://localhost.example/", true},
		{"ftp://api.example/", true},
		{"data:,a", false},
		{"about:blank", false},
		{"blob:https://api.example/1", false},
		{"blob:http://api.example/1", true},
	}
	for _, test := range tests {
		secure, plain := policy.MixedContent(true, origin.MustParse(test.url)), policy.MixedContent(false, origin.MustParse(test.url))
		if secure.OK() == test.blocked || secure.Rule != rule.MixedContentBlocked {
			t.Errorf("%s on a secure page: %v, want blocked %v", test.url, secure.Result, test.blocked)
		}
		if !plain.OK() {
			t.Errorf("%s on a page that is not: %v", test.url, plain.Result)
		}
	}
}
