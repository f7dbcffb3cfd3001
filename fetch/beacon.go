package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// A Beacon is what a script passes to navigator.sendBeacon().
type Beacon struct {
	// URL is the URL as the script writes it; it may be relative to the page.
	URL string
	// Body is the data, nil for none.
	Body *Body
}

// SendBeacon does what navigator.sendBeacon() does, and records what comes of it. The script learns only whether the
// browser has taken the data, which is [Effect.Queued]; the outcome is that of the
// request, and never Readable.
//
// https://w3c.github.io/beacon/#sec-processing-model
func (a *UserAgent) SendBeacon(client *Environment, server Server, b Beacon, record *Record) {
	var f fetching
	f.agent, f.client, f.server, f.record = a, client, server, record
	// The URL must parse, and be HTTP(S).
	url, err := f.parse(client.APIBaseURL(), b.URL)
	if err != nil {
		f.refuse(rule.Stop(rule.BeaconURLInvalid, b.URL, err.Error()))
		return
	}
	if !url.IsHTTP() {
		f.refuse(rule.Stop(rule.BeaconScheme, url.Scheme(), ""))
		return
	}
	f.begin(url)
	f.referFromDocument()
	f.method, f.keepalive, f.credentials = "POST", true, policy.CredentialsInclude
	f.beacon = true
	// The steps forget the flag; the text around them wants a CORS-preflight where the type is not safelisted.
	f.unsafeRequest = true
	f.beaconBody(b.Body)
	// What is too much is not taken; nor, in some browsers, is what cannot be sent.
	for _, d := range [...]rule.Decision{f.keepaliveLimit(), f.beaconPort(), f.beaconMixed()} {
		if !d.OK() {
			f.record.stop(Blocked, "", d)
			return
		}
	}
	// Nor is what would not be loaded.
	if f.has(engine.CredentialedSubresourcesBlocked) && f.isCredentialedSubresource() {
		f.record.stop(Blocked, "", rule.Stop(rule.CredentialedSubresource, url.Href(), ""))
		return
	}
	// It is queued, which is all that the script learns.
	f.record.Effect.Queued = true
	f.note(rule.Apply(rule.BeaconQueued, "", ""))
	f.run()
	if f.record.Outcome == Readable {
		f.record.Outcome, f.record.Response = Opaque, Response{}
	}
}

// beaconPort asks before the beacon is queued whether its port is blocked, where a browser does.
func (f *fetching) beaconPort() rule.Decision {
	if !f.has(engine.BeaconNeedsPort) {
		return rule.Decision{}
	}
	return f.checkPort()
}

// beaconMixed asks before the beacon is queued whether it is mixed content, where a browser does.
func (f *fetching) beaconMixed() rule.Decision {
	if !f.has(engine.BeaconIsNotMixed) {
		return rule.Decision{}
	}
	mixed := f.mixedContentRequest()
	return policy.MixedContent(f.agent.Profile, &mixed)
}

// beaconBody sets the request's body, and the mode that its type makes necessary.
func (f *fetching) beaconBody(body *Body) {
	f.mode = policy.ModeNoCORS
	f.body = body.stringified(HTMLDocumentBody, XMLDocumentBody)
	if f.body == nil {
		return
	}
	contentType := f.body.contentType()
	if contentType == "" {
		return
	}
	f.header = append(f.record.newHeader(2), header.Field{Name: "Content-Type", Value: contentType})
	// A type that no form could send needs CORS.
	if !policy.IsCORSSafelistedRequestHeader(&f.agent.Profile, "Content-Type", contentType) {
		f.mode = policy.ModeCORS
	}
}
