package policy_test

import (
	"slices"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// The hashes of "hello".
const (
	hello256 = "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ="
	hello384 = "sha384-WeF0h3dEjGnea4ANejO7+5/xtGPkQ1TDVTvNucZm+pASWjx5+QOXvfX2oT3oKGhP"
	other256 = "sha256-AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA="
	other384 = "sha384-AAAA"
)

// browsers are the standard and the three engines.
var browsers = []engine.Profile{engine.Standard, engine.Chromium, engine.Firefox, engine.WebKit}

func TestMatchesIntegrity(t *testing.T) {
	yes, no := []bool{true, true, true, true}, []bool{false, false, false, false}
	browsersOnly := []bool{false, true, true, true}
	for _, test := range []struct {
		about, metadata string
		want            []bool // the standard, Chromium, Firefox, WebKit
	}{
		{"No metadata", "", yes},
		{"White space", " \t\n", yes},
		{"The hash", hello256, yes},
		{"Another hash", other256, no},
		{"One of two", other256 + " " + hello256, yes},
		{"One of two, parted by other white space", "\n " + hello256 + "\t" + other256, yes},
		{"Parted by a form feed", hello256 + "\f" + other384, []bool{false, false, true, false}},
		{"Only the strongest counts", hello256 + " " + other384, no},
		{"wherever it stands", hello384 + " " + other256, yes},
		{"An algorithm that nobody knows", "md5-XUFAKrxLKna5cZ2REBfFkg==", yes},
		{"beside one that is known", "md5-x " + other256, no},
		{"An algorithm in upper case", "SHA384-AAAA", []bool{true, true, true, false}},
		{"An option", hello256 + "?foo=bar?baz", yes},
		{"An option too early", "sha256?-" + hello256, browsersOnly},
		{"No value", "sha256", browsersOnly},
		{"An empty value", "sha256-", browsersOnly},
		{"No value beside the hash", "sha512- " + hello256, browsersOnly},
		{"A value that is no base64", "sha256-!!!!", browsersOnly},
		{"Base64url", "sha256-LPJNul-wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", browsersOnly},
		{"Base64url from the first letter on", "sha256--PJNul-wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ=", no},
		{"No padding", "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCQ", browsersOnly},
		{"Too much padding", hello256 + "=", []bool{false, true, false, true}},
		{"Bits to spare", "sha256-LPJNul+wow4m6DsqxbninhsWHlwfp0JecwQzYpOLmCR=", browsersOnly},
		{"Padding in the middle", "sha256-LPJN=ul+w", []bool{false, false, true, true}},
		{"Nothing but padding", "sha256-=", []bool{false, false, true, false}},
		{"Nothing but padding, and much of it", "sha256-====", []bool{false, false, true, true}},
		{"A comma", hello256 + ",", browsersOnly},
	} {
		for i, browser := range browsers {
			if got := policy.MatchesIntegrity(browser, []byte("hello"), test.metadata); got != test.want[i] {
				t.Errorf("%s: %q in %s: %v", test.about, test.metadata, browser, got)
			}
		}
	}
}

func TestStrongestIntegrity(t *testing.T) {
	hashes := policy.ParseIntegrity(engine.Standard, "sha256-a sha384-b md5-c sha512-d sha384-e sha512-f")
	want := []policy.IntegrityHash{{Algorithm: "sha512", Value: "d"}, {Algorithm: "sha512", Value: "f"}}
	if got := policy.StrongestIntegrity(hashes); !slices.Equal(got, want) {
		t.Errorf("%v", got)
	}
}

func TestCheckIntegrity(t *testing.T) {
	const match, unreadable, unknown = rule.IntegrityMatch, rule.MainFetchIntegrity, rule.NotModelledIntegrity
	hello := policy.IntegrityResponse{Body: []byte("hello")}
	opaque := policy.IntegrityResponse{Opaque: true, Body: []byte("hello")}
	ofElement := policy.IntegrityResponse{Opaque: true, Element: true, Body: []byte("hello")}
	redirect := policy.IntegrityResponse{OpaqueRedirect: true, Body: []byte("hello")}
	empty := policy.IntegrityResponse{BodyNull: true}
	for _, test := range []struct {
		about, metadata string
		response        policy.IntegrityResponse
		rule            rule.ID
		want            []bool // the standard, Chromium, Firefox, WebKit
	}{
		{"Nothing asked of a response", "", opaque, match, []bool{true, true, true, true}},
		{"The hash", hello256, hello, match, []bool{true, true, true, true}},
		{"Another hash", other256, hello, match, []bool{false, false, false, false}},
		{"Bytes that nobody knows", hello256, policy.IntegrityResponse{}, unknown, []bool{false, false, false, false}},
		{"Bytes that are not there", hello256, empty, unreadable, []bool{false, false, false, false}},
		{"Nothing to compare them with", "md5-x", empty, unreadable, []bool{false, true, true, true}},
		{"Bytes that may not be read", hello256, opaque, unreadable, []bool{false, false, false, false}},
		{"Nothing to compare those with", "md5-x", opaque, unreadable, []bool{false, false, false, false}},
		{"White space to compare those with", " ", opaque, unreadable, []bool{false, false, false, true}},
		{"An element, and a hash", hello256, ofElement, unreadable, []bool{false, false, false, false}},
		{"An element, and no hash", "md5-x", ofElement, unreadable, []bool{false, true, false, false}},
		{"An element, and white space", " ", ofElement, unreadable, []bool{false, true, true, true}},
		{"A redirect not followed", hello256, redirect, unreadable, []bool{false, false, true, false}},
		{"A redirect not followed, and no hash", "md5-x", redirect, unreadable, []bool{false, false, true, true}},
	} {
		for i, browser := range browsers {
			d := policy.CheckIntegrity(browser, test.metadata, test.response)
			if d.OK() != test.want[i] || !d.OK() && d.Rule != test.rule {
				t.Errorf("%s in %s: %v by %s", test.about, browser, d.Result, d.Rule)
			}
		}
	}
}

func FuzzParseIntegrity(f *testing.F) {
	f.Add(hello256 + " " + other384 + "?a")
	f.Add("sha256-===== SHA512-a\fsha384")
	f.Fuzz(func(t *testing.T, metadata string) {
		for _, browser := range browsers {
			for _, hash := range policy.ParseIntegrity(browser, metadata) {
				if hash.Algorithm < "sha256" || hash.Algorithm > "sha512" {
					t.Fatalf("%q: %+v", metadata, hash)
				}
			}
			policy.MatchesIntegrity(browser, nil, metadata)
		}
	})
}
