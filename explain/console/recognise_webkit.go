package console

import (
	"strings"

	"github.com/corsim/corsim/rule"
)

// webkitWordings are WebKit's messages, and what stands before and after them.
func webkitWordings() []wording {
	var all []wording
	for _, t := range webKitTemplates {
		t.text = strings.ReplaceAll(t.text, "{envelope}", "{url}")
		switch before, is := strings.CutSuffix(t.text, "{reason}"); {
		case t.text == "":
		case is:
			all = append(all, newWording("webkit", roleBefore, template{text: before, old: t.old}))
		case strings.HasSuffix(t.text, " due to access control checks."):
			t.rules = webkitRules
			all = append(all, newWording("webkit", roleAfter, t))
		default:
			all = append(all, newWording("webkit", roleMessage, t))
		}
	}
	return all
}

// corsCheckRules are those that refuse an answer for the headers that CORS is about.
var corsCheckRules = []rule.ID{
	rule.CORSAllowOriginMissing, rule.CORSWildcardWithCredentials, rule.CORSAllowOriginMultiple,
	rule.CORSAllowOriginMismatch, rule.CORSAllowCredentialsNotTrue,
}

// preflightStatusRules are behind a status that is looked at before the headers.
var preflightStatusRules = append([]rule.ID{rule.PreflightStatus}, corsCheckRules...)

// webkitRules are behind the lines that say only what was not loaded.
var webkitRules = []rule.ID{
	rule.BadPort, rule.MixedContentBlocked, rule.MainFetchModeSameOrigin, rule.MainFetchNoCORSRedirectMode,
	rule.MainFetchScheme, rule.MainFetchIntegrity, rule.IntegrityMatch, rule.UnknownScheme, rule.RedirectModeError,
	rule.PreflightStatus, rule.PreflightSyntax, rule.PreflightMethod, rule.PreflightAuthorization,
	rule.PreflightHeader,
	rule.CORSAllowOriginMissing, rule.CORSWildcardWithCredentials, rule.CORSAllowOriginMultiple,
	rule.CORSAllowOriginMismatch, rule.CORSAllowCredentialsNotTrue,
	rule.CORPSameOrigin, rule.CORPSameSite, rule.CORPEmbedderPolicy,
	rule.RedirectLocationInvalid, rule.RedirectScheme, rule.RedirectLimit, rule.RedirectCredentials,
	rule.KeepaliveLimit,
}
