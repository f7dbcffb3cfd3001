package explain

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// sendingSentences are those of what is decided before a request is sent.
var sendingSentences = map[rule.ID]sentence{
	rule.BadPort: {
		stands: "The port {found.} is on the list of bad ports, which belong to other protocols, so nothing is sent to it."},
	rule.MixedContentBlocked: {
		stands: "The page, {page}, is secure, and {found.}{led} would be fetched without encryption.",
		choose: func(d *decision) string {
			if !d.wantsPlain() {
				return "The page, {page}, is secure, and {found.}{led} has a scheme that does not count as secure."
			}
			return ""
		}},
	rule.ContentSecurityPolicy: {
		stands: "The page's Content-Security-Policy does not allow {found.}{led} by its directive {against}."},
	rule.LocalNetworkTarget: {
		stands: "The server's address is in the IP address space {found}, and the request announces {against}."},
	rule.LocalNetworkSecureContext: {
		stands: "{found.} is at an address in the IP address space {against}, which only a secure context may reach, " +
			"and the page, {page}, is not secure."},
	rule.LocalNetworkPermission: {
		stands: "{found.} is at an address in the IP address space {against}, and the page, {page}, has no permission " +
			"of the user to reach it."},
	rule.MainFetchSameOrigin: {
		stands: "{url} is of the page's own origin, {page}, so no CORS is needed."},
	rule.MainFetchDataURL: {
		stands: "A data: URL holds its own answer, and every page may read it."},
	rule.MainFetchNavigate: {
		stands: "The navigation needs no CORS, and the new document is of the page's own origin, {page}."},
	rule.MainFetchWebSocket: {
		stands: "The server opened the WebSocket, for which browsers ask no CORS: it is the server that must " +
			"look at the Origin header, {page}."},
	rule.MainFetchModeSameOrigin: {
		stands: `The mode is "same-origin", and {found.}{led} is not of the page's origin, {against}.`},
	rule.MainFetchNoCORSRedirectMode: {
		stands: `The mode is "no-cors" and the redirect mode {found}; across origins "no-cors" works only ` +
			`with "follow".`},
	rule.MainFetchScheme: {
		stands: "A URL of the scheme {found.} is not of the page's origin, {page}, and CORS is for http and " +
			"https only."},
	rule.CredentialedSubresource: {
		stands: "{Browser} loads nothing from a URL with a user name or password in it, as {found.}{led} has."},
	rule.MainFetchIntegrity: {
		stands: "The integrity metadata {found} cannot be checked: without CORS the body of what {url} " +
			"answers may not be read.",
		choose: func(d *decision) string {
			if policy.IsNullBodyStatus(d.status()) || d.method() == "HEAD" {
				return "The integrity metadata {found} cannot be checked: the answer to {method} {url} has no body."
			}
			return ""
		}},
	rule.AboutOther: {
		stands: "The URL about:{found.} cannot be fetched: of its scheme only about:blank can."},
	rule.BlobMethod: {
		stands: "A blob: URL was fetched with the method {found.}; it takes only {against.}."},
	rule.BlobMissing: {
		stands: "{found.} names no Blob: it was never made, was revoked, or belongs to another storage partition."},
	rule.BlobRange: {
		stands: "The Range header, {found}, begins outside the Blob, which has {against.} bytes.",
		choose: func(d *decision) string {
			if d.against == "" {
				return "The Range header {found} is no single range of bytes, as a blob: URL needs it."
			}
			return ""
		}},
	rule.DataURL: {
		stands: "The data: URL {found} has no comma, or its base64 is broken."},
	rule.FileURL: {
		stands: "The URL {found.} is that of a file, and no page may fetch files."},
	rule.UnknownScheme: {
		stands: "For URLs of the scheme {found.} no fetch is defined."},
	rule.KeepaliveLimit: {
		stands: "The body has {found.} bytes, and the bodies of keepalive requests may have {against.} in all."},
	rule.OnlyIfCached: {
		stands: `The cache mode is "only-if-cached", and the HTTP cache has no answer of {url}.`},
	rule.NetworkStreamConnection: {
		stands: "The body is a stream, which needs HTTP/2 or later, and {url} is reached over HTTP/1.1."},
}

// answerSentences are those of what stands in an answer, whatever CORS says.
var answerSentences = map[rule.ID]sentence{
	rule.NetworkFailure: {
		stands: "{url} gave no HTTP answer: the connection failed with {found}."},
	rule.NetworkStatusInvalid: {
		stands: "{url} answered with the status {found.}, which HTTP does not have."},
	rule.NetworkHeaderInvalid: {
		stands: "{Answer} has the header {found} with the value {against}, which is no header of HTTP."},
	rule.AuthenticationStreamBody: {
		stands: "{url} answered {found.}, which asks for a password and for the request again, and its body " +
			"is a stream, which cannot be sent twice."},
	rule.ProxyAuthenticationNoPrompt: {
		stands: "{url} answered {found.}, and the browser has no window here in which to ask the user for a " +
			"proxy's password."},
	rule.ProxyAuthenticationUnexpected: {
		stands: "{url} answered {found.}, which {Browser} takes from a proxy only."},
	rule.CORPSameOrigin: {
		stands: "{Answer} has Cross-Origin-Resource-Policy: {found.}, and the page's origin, {against}, is " +
			"not that of {url}."},
	rule.CORPSameSite: {
		stands: "{Answer} has Cross-Origin-Resource-Policy: {found.}, and the page, {against}, is not of the " +
			"site of {url}.",
		choose: func(d *decision) string {
			if d.exchange != nil && d.exchange.Request.URL.Scheme() == "https" && strings.HasPrefix(d.against, "http:") {
				return "{Answer} has Cross-Origin-Resource-Policy: {found.}, and the page, {against}, is http, which " +
					"nothing on https counts as its own site for this."
			}
			return ""
		}},
	rule.CORPEmbedderPolicy: {
		stands: "The page's Cross-Origin-Embedder-Policy takes from other origins only what opts in, and " +
			"{answer} does not: its Cross-Origin-Resource-Policy is {found}.",
		without: "The page's Cross-Origin-Embedder-Policy takes from other origins only what opts in, and " +
			"{answer} does not: it has no Cross-Origin-Resource-Policy."},
	rule.MIMETypeBlocked: {
		stands: "{Answer} has the Content-Type {found}; what runs as a script may not be sent as audio, image, video or " +
			"text/csv."},
	rule.NosniffBlocked: {
		stands: "{Answer} has X-Content-Type-Options: nosniff and the Content-Type {found}; a script needs " +
			"a JavaScript MIME type.",
		without: "{Answer} has X-Content-Type-Options: nosniff and no Content-Type; a script needs a " +
			"JavaScript MIME type.",
		choose: func(d *decision) string {
			if d.against == "style" {
				return "{Answer} has X-Content-Type-Options: nosniff and the Content-Type {found}; a style " +
					"sheet needs text/css."
			}
			return ""
		}},
	rule.OpaqueResponseBlocked: {
		stands: "{Answer} was fetched without CORS, and with its Content-Type, {found}, it is none of the " +
			"images, audio, video, style sheets and scripts that other origins may so use.",
		choose: responseBlocked,
		without: "{Answer} was fetched without CORS, and its bytes are none of the images, audio, video, " +
			"style sheets and scripts that other origins may so use."},
	rule.IntegrityMatch: {
		stands: "The body of {answer} has none of the hashes in the integrity metadata: {found}."},
}

// responseBlocked says what else than the Content-Type made an answer none of those that other origins may use.
func responseBlocked(d *decision) string {
	nosniff := d.answer().Header.NoSniff()
	switch mediaType, _, _ := strings.Cut(header.Lower(d.found), "/"); {
	case d.found == strconv.Itoa(d.status()):
		return "{Answer} was fetched without CORS, and with that status only an image may be used so."
	case mediaType == "image" || mediaType == "audio" || mediaType == "video":
		return "{Answer} was fetched without CORS and has the Content-Type {found}, and its bytes are nothing that " +
			"the {thing} may get so from another origin."
	case nosniff && d.found != "":
		return "{Answer} was fetched without CORS, and with its Content-Type, {found}, and X-Content-Type-Options: " +
			"nosniff it is none of the images, audio, video, style sheets and scripts that other origins may so use."
	}
	return ""
}

// redirectSentences are those of redirects.
var redirectSentences = map[rule.ID]sentence{
	rule.RedirectModeError: {
		stands: `{url} answered with a redirect ({status}), and the redirect mode is "error".`,
		choose: func(d *decision) string {
			if d.call.api == apiWebSocket {
				return "{url} answered the handshake with a redirect ({status}), and a WebSocket follows none."
			}
			return ""
		}},
	rule.RedirectLocationInvalid: {
		stands: "{Answer} has the Location {found}, which cannot be parsed.",
		choose: func(d *decision) string {
			if d.answer().Header.Count("Location") > 1 {
				return "{Answer} has more than one Location, which counts as {found} and leads nowhere."
			}
			return ""
		}},
	rule.RedirectScheme: {
		stands: "{Answer} leads to a URL of the scheme {found.}; a redirect leads only to http and https."},
	rule.RedirectLimit: {
		stands: "{Answer} is one too many: a browser follows 20 redirects."},
	rule.RedirectCredentials: {
		stands: "{Answer} leads to {found.}, a URL of another origin with a user name or password in it, " +
			"which no CORS request may follow."},
	rule.RedirectCredentialsTainted: {
		stands: "{Answer} leads to {found.}, a URL with a user name or password in it, which a request that " +
			"has been to another origin may not follow."},
	rule.RedirectStreamBody: {
		stands: "{Answer} wants the body to be sent again, and the body is a stream, which cannot be sent twice."},
}
