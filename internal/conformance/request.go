package conformance

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/policy"
)

// checkModelled names what of the call corsim does not model.
func (c *Call) checkModelled() error {
	switch c.API {
	case "fetch", "xhr", "eventsource":
	default:
		return notModelled("api", c.API)
	}
	return absent(
		rawField{"targetAddressSpace", c.TargetAddressSpace},
		rawField{"remoteAddressSpace", c.RemoteAddressSpace},
	)
}

// make makes the call on a page. exception is what script gets instead of the verdict's, "" for nothing else.
func (c *Call) make(page *corsim.Page, answers corsim.Server) (v corsim.Verdict, exception string, err error) {
	if c.API == "eventsource" {
		return page.EventSource(answers, corsim.EventSource{URL: c.URL, WithCredentials: c.WithCredentials}), "", nil
	}
	body, err := c.Body.body()
	if err != nil {
		return corsim.Verdict{}, "", err
	}
	method, methodOK := byteString(given(c.Method))
	list, listOK := headerList(c.Headers)
	// A character that is no byte is a TypeError, whichever argument has it.
	if !methodOK || !listOK {
		exception = "TypeError"
	}
	if c.API == "xhr" {
		return page.XHR(answers, corsim.XHR{
			Method:          method,
			URL:             c.URL,
			Sync:            c.Async != nil && !*c.Async,
			Username:        c.Username,
			Password:        c.Password,
			Header:          list,
			Body:            body,
			WithCredentials: c.WithCredentials,
			UploadListener:  c.UploadListener,
		}), exception, nil
	}
	request := corsim.Request{
		URL:            c.URL,
		Method:         method,
		Header:         list,
		Body:           body,
		Mode:           policy.Mode(given(c.Mode)),
		Credentials:    policy.Credentials(given(c.Credentials)),
		Cache:          policy.Cache(given(c.Cache)),
		Redirect:       policy.Redirect(given(c.Redirect)),
		ReferrerPolicy: policy.ReferrerPolicy(c.ReferrerPolicy),
		Keepalive:      c.Keepalive,
		Duplex:         given(c.Duplex),
		Window:         window(c.Window),
	}
	if c.Referrer != nil {
		request.Referrer, request.NoReferrer = *c.Referrer, *c.Referrer == ""
	}
	return page.Fetch(answers, request), exception, nil
}

// given returns a member's value, "" for one that is not passed. No such member may be the empty string; a space,
// which is as wrong, stands for it.
func given(member *string) string {
	switch {
	case member == nil:
		return ""
	case *member == "":
		return " "
	}
	return *member
}

// window is the member window of RequestInit; value is its JSON, nil where it is absent.
func window(value []byte) fetch.Window {
	switch {
	case value == nil:
		return fetch.WindowAbsent
	case string(value) == "null":
		return fetch.WindowNull
	}
	return fetch.WindowOther
}
