package console

import (
	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// A firefoxCall is what the words of a line depend on in the call of a page.
type firefoxCall struct {
	cors, includesCredentials, followsRedirects bool
	// module is true for a module script.
	module         bool
	referrerPolicy policy.ReferrerPolicy
}

// callOf reads what a page asked for.
func callOf(v corsim.Verdict) firefoxCall {
	read := firefoxCall{followsRedirects: true, referrerPolicy: v.Page().ReferrerPolicy()}
	switch call := v.Call().(type) {
	case corsim.Request:
		read.cors = call.Mode == "" || call.Mode == policy.ModeCORS
		read.includesCredentials = call.Credentials == policy.CredentialsInclude
		read.followsRedirects = call.Redirect == "" || call.Redirect == policy.RedirectFollow
		switch {
		case call.NoReferrer:
			read.referrerPolicy = policy.ReferrerNoReferrer
		case call.ReferrerPolicy != "":
			read.referrerPolicy = call.ReferrerPolicy
		}
	case corsim.XHR:
		read.cors, read.includesCredentials = true, call.WithCredentials
	case corsim.EventSource:
		read.cors, read.includesCredentials = true, call.WithCredentials
	case corsim.Beacon:
		read.includesCredentials = true
	case corsim.Load:
		read.module = call.Kind == corsim.ModuleScript
		read.cors = call.CrossOrigin != "" || read.module || call.Kind == corsim.Font
		read.includesCredentials = header.EqualFold(string(call.CrossOrigin), string(corsim.UseCredentials))
		if p := policy.ReferrerPolicy(header.Lower(call.ReferrerPolicy)); policy.IsReferrerPolicy(p) {
			read.referrerPolicy = p
		}
	}
	return read
}
