package policy_test

import (
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestOpaqueResponseBlocking(t *testing.T) {
	const png, nosniff = "\x89PNG\r\n\x1a\n", "nosniff"
	for _, test := range []struct {
		about, contentType, contentTypeOptions string
		status                                 int
		body                                   string
		media                                  policy.MediaRequest
		want                                   string // the draft, Chromium, Firefox: Passed, Stopped
	}{
		{"An image", "image/png", "", 200, png, 0, "PPP"},
		{"An image that was not found", "image/png", "", 404, png, 0, "PPP"},
		{"An image that says it is HTML", "text/html", "", 200, png, 0, "PPP"},
		{"and means it", "text/html", nosniff, 200, png, 0, "SSS"},
		{"a part of it", "text/html", "", 206, png, 0, "SPS"},
		{"An image that says it is a table", "text/csv", "", 200, png, 0, "SSS"},
		{"An image that says it is a document", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "", 200, png, 0, "SSS"},
		{"An image that says it is text, and means it", "text/plain", nosniff, 200, png, 0, "SSP"},
		{"A script", "text/javascript", nosniff, 200, "run()", 0, "PPP"},
		{"JSON that says it is a script", "text/javascript", nosniff, 200, "{\"a\":1}", 0, "PSP"},
		{"A playlist", "application/vnd.apple.mpegurl", "", 200, "<html>", 0, "SPP"},
		{"A script that says nothing", "", "", 200, "run()", 0, "PPP"},
		{"A script that says it is text", "text/plain", "", 200, "run()", 0, "PPP"},
		{"A script that says it is an image", "image/png", "", 200, "run()", 0, "SPS"},
		{"An AVIF", "application/xml", "", 200, "\x00\x00\x00\x20ftypavif", 0, "PPP"},
		{"A script that was not found", "application/octet-stream", "", 404, "run()", 0, "SPS"},
		{"A style sheet", "text/css", "", 200, "p{}", 0, "PPP"},
		{"A style sheet without a type", "", "", 200, "p{}", 0, "PPP"},
		{"HTML", "text/html", "", 200, "<!DOCTYPE html><p>", 0, "SSS"},
		{"HTML behind a comment", "text/plain", "", 200, " <!-- hello -->\n<html>", 0, "SSS"},
		{"A comment without an end", "text/plain", "", 200, "<!-- run()", 0, "PPP"},
		{"XML", "application/xml", "", 200, `<?xml version="1.0"?><a/>`, 0, "SSS"},
		{"JSON", "application/json", "", 200, `{"a": 1}`, 0, "SSS"},
		{"JSON that is a list", "application/json", "", 200, `[1, 2]`, 0, "SPS"},
		{"JSON that does not run", "application/octet-stream", "", 200, ")]}'\n{}", 0, "SSS"},
		{"Prose", "application/octet-stream", "", 200, "to be or not", 0, "SPS"},
		{"Audio of an audio element", "audio/mpeg", "", 200, "ID3", policy.InitialMediaRequest, "PPP"},
		{"Audio of an image", "audio/mpeg", "", 200, "ID3", 0, "SPS"},
		{"HTML that says it is audio", "application/ogg", "", 200, "<!DOCTYPE html><p>", 0, "SPS"},
		{"An image of an audio element", "image/png", "", 200, png, policy.InitialMediaRequest, "SSS"},
		{"Audio that was not found", "audio/mpeg", "", 404, "ID3", policy.InitialMediaRequest, "SPS"},
		{"The next range of audio", "", "", 206, "any", policy.SubsequentMediaRequest, "PPP"},
	} {
		list := headerList()
		if test.contentType != "" {
			list.Append("Content-Type", test.contentType)
		}
		if test.contentTypeOptions != "" {
			list.Append("X-Content-Type-Options", test.contentTypeOptions)
		}
		for i, browser := range []engine.Profile{engine.Standard, engine.Chromium, engine.Firefox} {
			d := policy.OpaqueResponseBlocking(browser, policy.OpaqueResponse{
				Status: test.status, Header: list, Body: []byte(test.body), Media: test.media,
			})
			if d.OK() != (test.want[i] == 'P') || d.Rule != rule.OpaqueResponseBlocked {
				t.Errorf("%s in %s: %v", test.about, browser, d.Result)
			}
		}
	}
}

func TestOpaqueResponseBlockingWithoutBytes(t *testing.T) {
	for _, test := range []struct {
		contentType string
		want        rule.ID
		passes      bool
	}{
		{"image/png", rule.OpaqueResponseBlocked, true},
		{"text/javascript", rule.OpaqueResponseBlocked, true},
		{"application/zip", rule.OpaqueResponseBlocked, false},
		{"text/html", rule.NotModelledOpaqueResponseBlocking, false},
	} {
		d := policy.OpaqueResponseBlocking(engine.Standard, policy.OpaqueResponse{
			Status: 200, Header: headerList("Content-Type", test.contentType),
		})
		if d.Rule != test.want || d.OK() != test.passes {
			t.Errorf("%s: %v by %s", test.contentType, d.Result, d.Rule)
		}
	}
}

func FuzzOpaqueResponseBlocking(f *testing.F) {
	f.Add("text/plain", []byte("<!-- --><html>"))
	f.Add("foo", []byte("{\"a\\\":1"))
	f.Fuzz(func(t *testing.T, contentType string, body []byte) {
		for _, browser := range browsers {
			policy.OpaqueResponseBlocking(browser, policy.OpaqueResponse{
				Status: 200, Header: headerList("Content-Type", contentType), Body: body,
			})
			policy.DecodesAsImage(browser, headerList("Content-Type", contentType), body)
		}
		policy.RunsAsScript(body)
		policy.SniffAudioOrVideo(body)
	})
}
