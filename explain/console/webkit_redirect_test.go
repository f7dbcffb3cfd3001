package console_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
)

func TestWebKitRedirects(t *testing.T) {
	follow := func(from, to string, mode policy.Mode) corsim.Verdict {
		hop := answer(302, webKitAllow, "https://app.example", "Location", to)
		return webKitPage().Fetch(answers(hop, answer(200)), corsim.Request{URL: from, Mode: mode})
	}
	const (
		own, other = "https://app.example/a", "https://api.example/a"
		ownFailed  = "Fetch API cannot load https://app.example/a due to access control checks."
		refused    = " denied by Cross-Origin Resource Sharing policy: "
		scheme     = refused + "not allowed to follow a cross-origin CORS redirection with non CORS scheme"
		unsafe     = " from origin https://app.example. Domains, protocols and ports must match."
	)
	holdWebKit(t, []webKitTest{
		{
			"a redirect that may not be read, and where it leads",
			webKitPage().Fetch(answers(answer(302, "Location", "/b")), corsim.Request{URL: other}),
			[]string{"Cross-origin redirection to https://api.example/b" + refused +
				"Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 302", fetchFailed},
		},
		{
			"an answer after a redirect: its URL is named",
			follow(own, other, policy.ModeCORS),
			[]string{missing200, fetchFailed},
		},
		{
			"credentials in the URL",
			follow(other, "https://u:p@api.example/b", policy.ModeCORS),
			[]string{"Cross-origin redirection to https://api.example/b" + refused +
				"redirection URL https://u:p@api.example/b has credentials", fetchFailed},
		},
		{
			"what is no URL",
			follow(other, "https://[", policy.ModeCORS),
			[]string{"Cross-origin redirection to https://[" + scheme, fetchFailed},
		},
		{
			"a scheme of a request across origins",
			follow(other, "file:///etc/hosts", policy.ModeCORS),
			[]string{"Cross-origin redirection to file:///etc/hosts" + scheme, fetchFailed},
		},
		{
			"a file, from the page's own origin",
			follow(own, "file:///etc/hosts", policy.ModeCORS),
			[]string{"Not allowed to load local resource: file:///etc/hosts", ownFailed},
		},
		{
			"another scheme, from the page's own origin",
			follow(own, "mailto:a@b", policy.ModeCORS),
			[]string{"Cross-origin redirection to mailto:a@b" + scheme, ownFailed},
		},
		{
			"another scheme in mode same-origin",
			follow(own, "mailto:a@b", policy.ModeSameOrigin),
			[]string{"Unsafe attempt to load URL mailto:a@b" + unsafe, ownFailed},
		},
		{
			"insecure content in mode same-origin",
			follow(own, "http://api.example/b", policy.ModeSameOrigin),
			[]string{
				"Unsafe attempt to load URL http://api.example/b" + unsafe,
				"Fetch API cannot load http://api.example/b due to access control checks.",
			},
		},
		{
			"another scheme in mode no-cors",
			follow(other, "mailto:a@b", policy.ModeNoCORS),
			[]string{
				"Redirection to URL with a scheme that is not HTTP(S).",
				"Fetch API cannot load mailto:a@b due to access control checks.",
			},
		},
		{
			"FTP, before anything else",
			follow(other, "ftp://api.example/", policy.ModeCORS),
			[]string{"FTP URLs are disabled", fetchFailed},
		},
		{
			"FTP where no redirect is wanted",
			webKitPage().Fetch(answers(answer(302, webKitAllow, "*", "Location", "ftp://api.example/")),
				corsim.Request{URL: other, Redirect: policy.RedirectError}),
			[]string{"FTP URLs are disabled", fetchFailed},
		},
		{
			"a beacon to a file",
			webKitPage().SendBeacon(answers(answer(302, "Location", "file:///etc/hosts")), corsim.Beacon{URL: other}),
			[]string{
				"Not allowed to load local resource: file:///etc/hosts",
				"Beacon API cannot load https://api.example/a. Redirect was not allowed",
			},
		},
	})
}
