package explain

import (
	"strings"

	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// documentSentences are those of what one document may do with another, and with what is its own.
var documentSentences = map[rule.ID]sentence{
	rule.AccessSameOriginDomain: {
		stands: "The two documents, {against} and {found}, are same origin-domain: script of one may do " +
			"everything with the other."},
	rule.AccessProperty: {
		stands: "The other document is of another origin, and {found} is not among the few properties that " +
			"script may use there.",
		passed: "The other document is of another origin, and this is one of the few properties that script " +
			"may use there."},
	rule.AccessChildNavigable: {
		stands: "The other document is of another origin; its frame {found} can be had all the same."},
	rule.AccessUndefined: {
		stands: "The other document is of another origin, where {found} reads as undefined, whatever is there."},
	rule.AccessDirection: {
		stands: "The other document is of another origin, and {found} is not open in this direction: href " +
			"can be set and not read, and most others can be read and not set."},
	rule.AccessChange: {
		stands: "The other document is of another origin, where script can delete or define nothing, and so " +
			"not {found}.",
		without: "The other document is of another origin, where script can delete or define nothing."},
	rule.AccessPrototype: {
		stands: "The other document is of another origin, where script can change neither a prototype nor whether an " +
			"object is extensible.",
		passed: "The other document is of another origin: script sees the prototype null, and an object that is " +
			"extensible, whatever is there."},
	rule.AccessContentDocument: {
		stands: "The frame's document is of {found} and the page of {against}, which are not same " +
			"origin-domain: its contentDocument is null."},
	rule.DomainDetached: {
		stands: "No window shows the document, so its document.domain cannot be set to {found}."},
	rule.DomainSandboxed: {
		stands: "The document is in a sandbox, where document.domain cannot be set to {found}, nor to " +
			"anything else."},
	rule.DomainOpaque: {
		stands: "The document's origin is opaque and has no domain, so document.domain cannot be set to {found}."},
	rule.DomainSuffix: {
		stands: "The value {found} is neither the document's domain, {against}, nor a domain above it, or it is a " +
			"public suffix."},
	rule.DomainOriginKeyed: {
		stands: "The document is in an origin-keyed agent cluster, so setting document.domain to {found} " +
			"does nothing."},
	rule.DomainSet: {
		stands: "The attribute document.domain was {against} and is now set to {found}."},
	rule.DocumentCookieAverse: {
		stands: "No window shows the document {found.}, so it has no cookies.",
		choose: func(d *decision) string {
			if !strings.HasPrefix(d.found, "http") {
				return "The document's URL, {found}, is not HTTP(S), so it has no cookies."
			}
			return ""
		}},
	rule.DocumentCookieOpaque: {
		stands: "The document {found.} has an opaque origin, so document.cookie is a SecurityError."},
	rule.DocumentCookieRead: {
		stands:  "Script reads the cookies {found}.",
		without: "Script reads an empty string: no cookie is there for the document's URL that script may see."},
	rule.DocumentCookieSet: {
		stands: "The cookie {found} was stored."},
	rule.DocumentCookieIgnored: {
		stands: "The cookie {found} was not stored, for this reason: {against:}."},
	rule.StorageOpaque: {
		stands: "The document's origin is opaque, and only an origin that is not opaque has storage."},
	rule.StorageOfOrigin: {
		stands: "The storage is that of the origin {found}."},
	rule.StoragePartitioned: {
		stands: "The storage is that of the origin {found} under the top-level site {against}."},
	rule.PostMessageTargetInvalid: {
		stands: `The target origin {found} is neither "*" nor "/" nor a URL.`},
	rule.PostMessageAnyone: {
		stands: `The target origin is "*", so the message goes to whatever document is there, now that of {found}.`},
	rule.PostMessageOrigin: {
		stands: "The target origin is {found} and the document's is {against}, so the message is dropped, " +
			"and the sender is not told.",
		passed: "The document is of the target origin, so the message is delivered."},
}

// windowSentences are those of frames, openers and isolation.
var windowSentences = map[rule.ID]sentence{
	rule.FrameTopLevel: {
		stands: "The document is at the top level, in no frame."},
	rule.FrameAncestors: {
		stands: "The document's Content-Security-Policy has {found}, and a document around it is of {against}.",
		passed: "The document's frame-ancestors matches every document around it."},
	rule.FrameOptionsDeny: {
		stands: "The document has X-Frame-Options: {found.}, which keeps it out of every frame.",
		passed: "The document has nothing that keeps it out of frames."},
	rule.FrameOptionsSameOrigin: {
		stands: "The document has X-Frame-Options: SAMEORIGIN and the origin {against}, and a document " +
			"around it is of {found}.",
		passed: "The document has X-Frame-Options: SAMEORIGIN, and every document around it is of its origin."},
	rule.FrameOptionsConflict: {
		stands: "The document has X-Frame-Options: {found}, whose values differ, so that it is kept out of every frame."},
	rule.FrameOptionsIgnored: {
		stands: "The document has X-Frame-Options: {found}, which is neither DENY nor SAMEORIGIN, and is ignored."},
	rule.OpenerMissing: {
		stands: "The page was opened by no script, so it has no opener."},
	rule.OpenerPolicySwitch: {
		stands: "The page's Cross-Origin-Opener-Policy is {found} and its opener's is {against}, which do " +
			"not match: neither has the other.",
		passed: "The opener policies of the page and its opener leave them together, so each has the other.",
		choose: openerPolicySwitch},
	rule.OpenerPolicyFrame: {
		stands: "The opener is of {found}, in a frame of a page of {against} whose Cross-Origin-Opener-Policy is " +
			"same-origin, so the window was opened without an opener."},
	rule.OpenerPolicySandbox: {
		stands: "The page is in a sandbox and has Cross-Origin-Opener-Policy: {found.}, and the two together " +
			"are a network error."},
	rule.IsolatedTopLevel: {
		stands: "The top-level document's Cross-Origin-Opener-Policy is {found}; isolation needs the value " +
			"same-origin, a Cross-Origin-Embedder-Policy beside it, and a secure context.",
		choose: notIsolated},
	rule.IsolatedPermission: {
		stands: "The permissions policy does not allow the page the feature cross-origin-isolated.",
		passed: "The page is cross-origin isolated: its top-level document asks for that, and the permissions " +
			"policy allows it to the page."},
}

// openerPolicySwitch says what does not match where the two values do not tell.
func openerPolicySwitch(d *decision) string {
	switch {
	case d.step.Result != rule.Stopped:
		return ""
	case d.found == string(policy.OpenerNoopenerAllowPopups):
		return "The page's Cross-Origin-Opener-Policy is {found}: it wants no opener, and neither has the other."
	case d.found == d.against:
		return "The page and its opener both have the Cross-Origin-Opener-Policy {found}, which matches only " +
			"within one origin, and they are of two: neither has the other."
	}
	return ""
}

// notIsolated says which of the two headers is missing.
func notIsolated(d *decision) string {
	switch d.found {
	case string(policy.OpenerUnsafeNone):
		return "The top-level document has no Cross-Origin-Opener-Policy that counts; isolation needs the value " +
			"same-origin, a Cross-Origin-Embedder-Policy beside it, and a secure context."
	case string(policy.OpenerSameOrigin):
		return "The top-level document has Cross-Origin-Opener-Policy: same-origin, and no " +
			"Cross-Origin-Embedder-Policy that counts; isolation needs require-corp or credentialless there."
	}
	return ""
}

// unknownSentences are those of what cannot be said.
var unknownSentences = map[rule.ID]sentence{
	rule.UnknownAnswer: {
		stands:  "What {url} answers is not known: {found:}.",
		without: "What {url} answers is not known."},
	rule.UnknownPermission: {
		stands: "The browser asks the user for the permission {against} to reach {found.}, and nothing says " +
			"what the user answers."},
	rule.AlternativesDiffer: {
		stands: "The server may answer in several ways, of which one leads to the rule {found.} and another " +
			"to {against.}.",
		choose: func(d *decision) string {
			if d.found == d.against {
				return "The server may answer in several ways, which all lead to the rule {found.}, but give " +
					"the page different answers."
			}
			return ""
		}},
	rule.NotModelledHTTPCache: {
		stands: "What the HTTP cache does with {found.} is not modelled."},
	rule.NotModelledIntegrity: {
		stands: "The body of {answer} is not known, so it cannot be compared with the integrity metadata {found}."},
	rule.NotModelledOpaqueResponseBlocking: {
		stands: "The body of {answer} is not known, and with the Content-Type {found} it decides whether " +
			"opaque response blocking keeps it from the page.",
		without: "The body of {answer} is not known, and without a Content-Type it decides whether opaque " +
			"response blocking keeps it from the page."},
	rule.NotModelledProxyAuthentication: {
		stands: "{url} answered {found.}, for which the browser asks the user on behalf of a proxy, and " +
			"proxies are not modelled."},
	rule.NotModelledWorkerIsolation: {
		stands: "The page {found.} is a worker, and it is not known which document has started it, and so decides."},
}
