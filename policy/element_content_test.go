package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
)

const svg = `<svg xmlns="http://www.w3.org/2000/svg"/>`

func TestDecodesAsImage(t *testing.T) {
	const (
		png  = "\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR0123456789abccrc+\x00\x00\x00\x01IDAT"
		gif  = "GIF89a\x01\x00\x01\x00\x00\x00\x00" + "," + "123456789"
		webp = "RIFF\x10\x00\x00\x00WEBPVP8 \x04\x00\x00\x00" + "0123456789"
	)
	for _, test := range []struct {
		about, contentType, body, want string // the standard, Chromium, Firefox, WebKit: Yes, No
	}{
		{"A PNG", "image/png", png, "YYYY"},
		{"A PNG that says it is HTML", "text/html", png, "YYYY"},
		{"A PNG that says it is another image", "image/gif", png, "YYYY"},
		{"A PNG that says nothing", "", png, "YYYY"},
		{"A PNG that says it is SVG", "image/svg+xml", png, "NNYN"},
		{"A PNG that says it is XML", "text/xml", png, "NYYY"},
		{"A PNG that says it is PDF", "application/pdf", png, "YYYN"},
		{"A GIF", "image/gif", gif, "YYYY"},
		{"A WebP", "image/webp", webp, "YYYY"},
		{"A RIFF that is none", "image/webp", "RIFF\x10\x00\x00\x00WAVEfmt ", "NNNN"},
		{"An AVIF", "image/avif", "\x00\x00\x00\x20ftypavif\x00\x00\x00\x00", "YYYY"},
		{"An SVG", "image/svg+xml", svg, "YYYY"},
		{"An SVG with something before it", "image/svg+xml; charset=utf-8",
			"\ufeff<?xml version='1.0'?>\n<!-- > --><!DOCTYPE svg>" + svg, "YYYY"},
		{"An SVG without its namespace", "image/svg+xml", "<svg/>", "NNNN"},
		{"An SVG without an end", "image/svg+xml", "<svg xmlns='http://www.w3.org/2000/svg'>", "NNNN"},
		{"An SVG with a prefix", "image/svg+xml", "<s:svg xmlns:s='http://www.w3.org/2000/svg'/>", "YYYY"},
		{"An SVG that says so aloud", "image/SVG+XML", svg, "YYYN"},
		{"A PNG that says it is SVG, aloud", "image/SVG+XML", png, "NNYY"},
		{"A PNG that says it is a video", "video/mp4", png, "YYYN"},
		{"An SVG that says it is XML", "text/xml", svg, "NNNN"},
		{"Other XML", "image/svg+xml", "<a/>", "NNNN"},
		{"A comment without an end", "image/svg+xml", "<!-- <svg/>", "NNNN"},
		{"Text", "image/png", "hello", "NNNN"},
		{"Nothing", "image/png", "", "NNNN"},
	} {
		list := headerList()
		if test.contentType != "" {
			list.Append("Content-Type", test.contentType)
		}
		for i, browser := range browsers {
			if got := policy.DecodesAsImage(browser, list, []byte(test.body)); got != (test.want[i] == 'Y') {
				t.Errorf("%s in %s: %v", test.about, browser, got)
			}
		}
	}
}

func TestRunsAsScript(t *testing.T) {
	for _, test := range []struct {
		body string
		want policy.Certainty
	}{
		{"", policy.Yes},
		{" // nothing", policy.Yes},
		{"<!-- nothing\n--> to see", policy.Yes},
		{"/* a */ run()", policy.Unknown},
		{"/* no end", policy.No},
		{"var a = 1", policy.Unknown},
		{"async function f() {}", policy.Unknown},
		{"[1, 2]", policy.Unknown},
		{"{ run() }", policy.Unknown},
		{`{"a"; run()}`, policy.Unknown},
		{`{"a\"b" : 1}`, policy.No},
		{"<html>", policy.No},
		{")]}'", policy.No},
		{"%PDF-1.4", policy.No},
		{"\x89PNG\r\n", policy.No},
		{"\x00asm", policy.No},
		{"plain words", policy.No},
		{"a in b", policy.Unknown},
		{"\u00e9()", policy.Unknown},
		{"#!/usr/bin/env node", policy.Unknown},
		{"#a", policy.No},
	} {
		if got := policy.RunsAsScript([]byte(test.body)); got != test.want {
			t.Errorf("%q: %v", test.body, got)
		}
	}
}

func TestIsStylesheet(t *testing.T) {
	for _, test := range []struct {
		about  string
		header []string
		quirks bool
		want   bool
	}{
		{"CSS", []string{"Content-Type", "Text/CSS; charset=utf-8"}, false, true},
		{"Text", []string{"Content-Type", "text/plain"}, false, false},
		{"No type", nil, false, true},
		{"No MIME type", []string{"Content-Type", "foo"}, false, true},
		{"Text in quirks mode", []string{"Content-Type", "text/plain"}, true, true},
		{"Text that means it", []string{"Content-Type", "text/plain", "X-Content-Type-Options", "nosniff"}, true, false},
	} {
		if got := policy.IsStylesheet(engine.Standard, headerList(test.header...), test.quirks); got != test.want {
			t.Errorf("%s: %v", test.about, got)
		}
	}
}

func TestSeveralContentTypes(t *testing.T) {
	for _, test := range []struct {
		about         string
		types         []string
		script, style string // the standard, Chromium, Firefox, WebKit: Yes, No
		module        string
	}{
		{"A script and HTML", []string{"text/javascript", "text/html"}, "NNNY", "NNNN", "NNNN"},
		{"HTML and a script", []string{"text/html", "text/javascript"}, "YYYN", "NNNN", "YYYY"},
		{"HTML and a script on one line", []string{"text/html, text/javascript"}, "YYYN", "NNNN", "YYYN"},
		{"HTML and a style sheet", []string{"text/html", "text/css"}, "NNNN", "YYYN", "NNNN"},
		{"A style sheet and nothing", []string{"text/css", ""}, "NNNN", "YYYY", "NNNN"},
	} {
		list := headerList("X-Content-Type-Options", "nosniff")
		for _, value := range test.types {
			list.Append("Content-Type", value)
		}
		for i, browser := range browsers {
			script := !policy.IsBlockedDueToNosniff(browser, "script", list)
			style, module := policy.IsStylesheet(browser, list, false), policy.IsModuleScript(browser, list)
			if script != (test.script[i] == 'Y') || style != (test.style[i] == 'Y') || module != (test.module[i] == 'Y') {
				t.Errorf("%s in %s: script %v, style %v, module %v", test.about, browser, script, style, module)
			}
		}
	}
}

func TestIsFont(t *testing.T) {
	for body, want := range map[string]bool{
		"\x00\x01\x00\x00": true, "OTTO": true, "ttcf": true, "wOFF": true, "wOF2": true, "hello": false, "": false,
	} {
		if policy.IsFont([]byte(body)) != want {
			t.Errorf("%q: want %v", body, want)
		}
	}
}

func TestSniffAudioOrVideo(t *testing.T) {
	for body, want := range map[string]string{
		"ID3\x04":                    "audio/mpeg",
		"\xff\xfb\x90\x00":           "audio/mpeg",
		"\xff\xfe\x00\x00":           "",
		"OggS\x00":                   "application/ogg",
		"RIFF\x01\x02\x03\x04WAVE":   "audio/wave",
		"RIFF\x01\x02\x03\x04WEBPVP": "",
		"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00isomiso2": "video/mp4",
		"\x00\x00\x00\x14ftypisom\x00\x00\x00\x00mp41":     "video/mp4",
		"\x00\x00\x00\x14ftypisom\x00\x00\x00\x00isom":     "",
		"\xff\xff\xff\xf0ftypmp42":                         "",
		"\x1a\x45\xdf\xa3\x9f\x42\x82\x84webm":             "video/webm",
		"\x1a\x45\xdf\xa3\x42\x82\x40\x04\x00webm":         "video/webm",
		"\x1a\x45\xdf\xa3\x42\x82\x81?\x42\x82\x84webm":    "video/webm",
		"\x1a\x45\xdf\xa3\x42\x82\x00\x00":                 "",
		"\x1a\x45\xdf\xa3\x9f\x42\x82":                     "",
		"":                                                 "",
	} {
		if got := policy.SniffAudioOrVideo([]byte(body)); got != want {
			t.Errorf("%q: %q, want %q", body, got, want)
		}
	}
}
