package console

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// An asked is what the words of a line depend on in the call of a page.
type asked struct {
	// cors is true for a request of mode cors.
	cors bool
	// includesCredentials is true where credentials go to other origins, too.
	includesCredentials bool
	// followsRedirects is false for a request whose redirect mode is not follow.
	followsRedirects bool
	// header are the headers that the page sets, and body the body.
	header header.List
	body   *corsim.Body
	// integrity is the integrity metadata.
	integrity string
}

// askedBy reads what the words of a line depend on from a call.
func askedBy(call any) asked {
	a := asked{followsRedirects: true}
	switch call := call.(type) {
	case corsim.Request:
		a.cors = call.Mode == "" || call.Mode == policy.ModeCORS
		a.includesCredentials = call.Credentials == policy.CredentialsInclude
		a.followsRedirects = call.Redirect == "" || call.Redirect == policy.RedirectFollow
		a.header, a.body, a.integrity = call.Header, call.Body, call.Integrity
	case corsim.XHR:
		a.cors, a.includesCredentials = true, call.WithCredentials
		a.header, a.body = call.Header, call.Body
	case corsim.EventSource:
		a.cors, a.includesCredentials = true, call.WithCredentials
	case corsim.Beacon:
		a.includesCredentials, a.body = true, call.Body
	case corsim.Load:
		a.cors = call.CrossOrigin != "" || loadsWithCORS(call)
		a.includesCredentials = header.EqualFold(string(call.CrossOrigin), string(corsim.UseCredentials))
		a.integrity = call.Integrity
	}
	return a
}

// loadsWithCORS reports whether a load is one with CORS, whatever its attribute crossorigin says.
func loadsWithCORS(load corsim.Load) bool {
	switch load.Kind {
	case corsim.Font, corsim.ModuleScript, corsim.ModulePreload, corsim.Manifest:
		return true
	}
	return false
}
