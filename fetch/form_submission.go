package fetch

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// isFormSubmission reports whether the request is a navigation by which a form is sent.
func (f *fetching) isFormSubmission() bool {
	return f.navigation != nil && (f.navigation.Form || header.EqualFold(f.navigation.Method, "POST"))
}

// submit sets the method, and what a form sends.
//
// https://html.spec.whatwg.org/multipage/form-control-infrastructure.html#form-submission-algorithm
func (f *fetching) submit(n *Navigation) {
	f.method = "GET"
	if !header.EqualFold(n.Method, "POST") {
		return
	}
	f.method, f.body = "POST", n.Body
	if f.body != nil {
		f.header = append(f.record.newHeader(2), header.Field{Name: "Content-Type", Value: n.contentType()})
	}
}

// contentType is the type of what a form sends. Unlike that of a script, it says nothing of a charset.
func (n *Navigation) contentType() string {
	switch header.Lower(n.Enctype) {
	case "multipart/form-data":
		form := Body{Kind: FormDataBody, Type: n.Body.Type}
		return form.contentType()
	case "text/plain":
		return "text/plain"
	}
	return "application/x-www-form-urlencoded"
}

// formAction asks the page's content security policies whether a form may go where it is sent, or redirected.
//
// https://w3c.github.io/webappsec-csp/#should-block-navigation-request
func (f *fetching) formAction() rule.Decision {
	if !f.isFormSubmission() || len(f.client.SecurityPolicies) == 0 {
		return rule.Decision{}
	}
	d := policy.AllowsFormAction(f.client.SecurityPolicies, f.url, f.redirectCount() > 0)
	f.note(d)
	return d
}
