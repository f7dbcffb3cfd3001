package fetch

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// An Init is what a script passes to fetch(): the URL and the members of RequestInit,
//
// https://fetch.spec.whatwg.org/#requestinit. The zero value of a member means that it is absent, so that
// the default holds: GET, mode cors, credentials same-origin, redirect follow.
type Init struct {
	// URL is the URL as the script writes it; it may be relative to the page.
	URL string
	// Method is the method as the script writes it.
	Method string
	// Header holds the headers in the order in which the script gives them, forbidden ones too. Names and values are
	// byte strings: a character U+0000 to U+00FF of the script's is one byte, so that its "é" is "\xe9" here.
	Header header.List
	// Body is the body, nil for none.
	Body        *Body
	Mode        policy.Mode
	Credentials policy.Credentials
	Cache       policy.Cache
	Redirect    policy.Redirect
	// Referrer is the URL to send as the referrer, which may be relative to the page.
	Referrer       string
	ReferrerPolicy policy.ReferrerPolicy
	Integrity      string
	// Duplex must be "half" where the body is a stream.
	Duplex string
	// NoReferrer is true where the script passes the empty string as referrer: none is sent.
	NoReferrer bool
	Keepalive  bool
	// Window is the value of the member window, which may only be null.
	Window Window
	// TargetAddressSpace is where the caller says that the server is: "public", "local" or "loopback". Browsers without
	// local network access do not know the member.
	TargetAddressSpace policy.TargetAddressSpace
}

// A Window is the member window of RequestInit.
type Window uint8

// The values of the member window.
const (
	WindowAbsent Window = iota
	WindowNull
	WindowOther // anything else, which is a TypeError
)

// An XHR is what a script does with an XMLHttpRequest: open(), setRequestHeader() for each header, send().
type XHR struct {
	// Method and URL are the first arguments of open(). An empty Method is GET.
	Method, URL string
	// Sync is true where the argument async is false.
	Sync bool
	// Username and Password are the arguments of open(); "" stands for null.
	Username, Password string
	// Header holds the arguments of the calls of setRequestHeader(), which are byte strings like those of [Init].
	Header header.List
	// Body is the argument of send(), nil for none.
	Body            *Body
	WithCredentials bool
	// UploadListener is true where xhr.upload had a listener when send() was called.
	UploadListener bool
}

// An EventSource is what a script passes to new EventSource(). The zero value opens the page's own URL.
type EventSource struct {
	// URL is the URL as the script writes it; it may be relative to the page.
	URL string
	// WithCredentials is the member withCredentials: credentials mode include instead of same-origin.
	WithCredentials bool
	// LastEventID is the last event ID of a stream that reconnects; it is sent as Last-Event-ID.
	LastEventID string
}
