package fix

import (
	"bytes"
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// repairs are the edits that do what a rule asks for. nil stands for none.
var repairs = map[rule.ID]func(v corsim.Verdict, x *corsim.Exchange) []Edit{
	rule.CORSAllowOriginMissing:      allowTheOrigin,
	rule.CORSWildcardWithCredentials: allowTheOrigin,
	rule.CORSAllowOriginMultiple:     allowTheOrigin,
	rule.CORSAllowOriginMismatch:     allowTheOrigin,
	rule.CORSAllowCredentialsNotTrue: allowTheCredentials,

	rule.PreflightStatus:        func(_ corsim.Verdict, x *corsim.Exchange) []Edit { return []Edit{setStatus(x, 204)} },
	rule.PreflightSyntax:        repairLists,
	rule.PreflightMethod:        allowTheMethod,
	rule.PreflightAuthorization: allowTheHeaders,
	rule.PreflightHeader:        allowTheHeaders,

	rule.CORPSameOrigin:     widenResourcePolicy,
	rule.CORPSameSite:       widenResourcePolicy,
	rule.CORPEmbedderPolicy: widenResourcePolicy,

	rule.MIMETypeBlocked:        sayTheType,
	rule.NosniffBlocked:         sayTheType,
	rule.LoadModuleType:         sayTheType,
	rule.LoadStylesheetType:     sayTheType,
	rule.LoadImage:              sayTheType,
	rule.EventSourceContentType: sayTheType,
	rule.OpaqueResponseBlocked:  unblockOpaque,

	rule.LoadStatus:                    answerOK,
	rule.EventSourceStatus:             answerOK,
	rule.NetworkStatusInvalid:          answerOK,
	rule.ProxyAuthenticationUnexpected: answerOK,
	rule.ProxyAuthenticationNoPrompt:   answerOK,
	rule.AuthenticationStreamBody:      answerOK,
	rule.RedirectLocationInvalid:       answerOK,
	rule.RedirectScheme:                answerOK,
	rule.RedirectLimit:                 answerOK,
	rule.RedirectModeError:             answerOK,
	rule.RedirectStreamBody:            answerOK,
	rule.NetworkHeaderInvalid:          dropTheHeader,
	rule.RedirectCredentials:           dropTheUserInfo,
	rule.RedirectCredentialsTainted:    dropTheUserInfo,
	rule.MixedContentBlocked:           redirectToHTTPS,
	rule.UnknownAnswer:                 answerAtAll,

	rule.NavigationEmbedderPolicy: requireCORP,
	rule.FrameAncestors:           allowTheAncestors,
	rule.FrameOptionsDeny:         allowTheAncestors,
	rule.FrameOptionsSameOrigin:   allowTheAncestors,
	rule.FrameOptionsConflict:     allowTheAncestors,
	rule.WebSocketStatus:          func(_ corsim.Verdict, x *corsim.Exchange) []Edit { return []Edit{setStatus(x, 101)} },
}

// repair returns the edits of the exchange's answer that do what the deciding rule asks for, and nil where none could.
func repair(v corsim.Verdict, x *corsim.Exchange) []Edit {
	if edits := repairs[v.Rule()]; edits != nil && x != nil {
		return edits(v, x)
	}
	return nil
}

// stayHere returns the edit that answers the last redirect otherwise: where it leads to, nothing can help.
func stayHere(v corsim.Verdict) []Edit {
	exchanges := v.Exchanges()
	for i := len(exchanges) - 1; i >= 0; i-- {
		if x := &exchanges[i]; !x.Preflight && policy.IsRedirectStatus(x.Answer.Status) {
			return []Edit{setStatus(x, 200)}
		}
	}
	return nil
}

func answerOK(_ corsim.Verdict, x *corsim.Exchange) []Edit { return []Edit{setStatus(x, 200)} }

// answerAtAll answers what nothing is known of.
func answerAtAll(v corsim.Verdict, x *corsim.Exchange) []Edit {
	if x.Preflight {
		return []Edit{setStatus(x, 204)}
	}
	return answerOK(v, x)
}

// widenResourcePolicy allows the page's site, and then every site.
func widenResourcePolicy(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	switch value, _ := x.Answer.Header.Get(resourcePolicy); value {
	case "cross-origin":
		return nil
	case "same-site":
		return []Edit{setHeader(x, resourcePolicy, "cross-origin")}
	}
	return []Edit{setHeader(x, resourcePolicy, "same-site")}
}

// sayTheType gives the answer the MIME type of what was asked for.
func sayTheType(v corsim.Verdict, x *corsim.Exchange) []Edit {
	if value := wantedType(v, x.Answer.Body); value != "" {
		return []Edit{setHeader(x, "Content-Type", value)}
	}
	return nil
}

// wantedType is the MIME type that what was asked for should have, "" where the bytes would have to be others.
func wantedType(v corsim.Verdict, body []byte) string {
	load, isLoad := v.Call().(corsim.Load)
	if !isLoad {
		if _, isStream := v.Call().(corsim.EventSource); isStream {
			return "text/event-stream"
		}
		return ""
	}
	switch load.Kind {
	case corsim.Stylesheet:
		return "text/css"
	case corsim.Track:
		return "text/vtt"
	case corsim.Image, corsim.ImageSet, corsim.Icon:
		switch {
		case bytes.Contains(body[:min(len(body), 512)], []byte("<svg")):
			return "image/svg+xml"
		case bytes.HasPrefix(body, []byte("\x89PNG")):
			return "image/png"
		}
		return ""
	case corsim.Script, corsim.ModuleScript, corsim.DedicatedWorker, corsim.SharedWorker, corsim.ModuleWorker,
		corsim.ImportScripts, corsim.ModulePreload:
		return "text/javascript"
	}
	return ""
}

// unblockOpaque says the type, lets the browser look at the bytes, and answers with an ok status, one after the other.
func unblockOpaque(v corsim.Verdict, x *corsim.Exchange) []Edit {
	list := x.Answer.Header
	wanted := wantedType(v, x.Answer.Body)
	switch value, _ := list.Get("Content-Type"); {
	case wanted != "" && value != wanted:
		return sayTheType(v, x)
	case list.Contains(contentTypeOptions):
		return []Edit{setHeader(x, contentTypeOptions, "")}
	case x.Answer.Status != 200:
		return answerOK(v, x)
	}
	return nil
}

// dropTheHeader leaves out a header that cannot be understood.
func dropTheHeader(v corsim.Verdict, x *corsim.Exchange) []Edit {
	if operands := v.Decisive().Operands; len(operands) > 0 {
		return []Edit{setHeader(x, operands[0], "")}
	}
	return nil
}

// dropTheUserInfo redirects to the same URL without user name and password.
func dropTheUserInfo(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	location, _ := x.Answer.Header.Get("Location")
	url, err := x.Request.URL.Parse(location)
	if err != nil {
		return nil
	}
	return []Edit{setHeader(x, "Location", url.WithoutCredentials().Href())}
}

// redirectToHTTPS redirects to the same over https:.
func redirectToHTTPS(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	location, _ := x.Answer.Header.Get("Location")
	url, err := x.Request.URL.Parse(location)
	if err != nil || !policy.IsRedirectStatus(x.Answer.Status) || url.Scheme() != "http" {
		return nil
	}
	return []Edit{setHeader(x, "Location", overTLS(url))}
}

// requireCORP gives the document an embedder policy that the page around it accepts.
func requireCORP(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	return []Edit{setHeader(x, "Cross-Origin-Embedder-Policy", "require-corp")}
}

// allowTheAncestors names the documents around the frame in its frame-ancestors, which also overrides X-Frame-Options.
func allowTheAncestors(v corsim.Verdict, x *corsim.Exchange) []Edit {
	const name = "Content-Security-Policy"
	page := v.Page().Origin()
	if page.IsOpaque() {
		return nil
	}
	value, _ := x.Answer.Header.Get(name)
	policies := strings.Split(value, ",")
	found := false
	for i, policy := range policies {
		directives := strings.Split(policy, ";")
		for j, directive := range directives {
			words := strings.Fields(directive)
			if len(words) == 0 || !strings.EqualFold(words[0], "frame-ancestors") {
				continue
			}
			found = true
			sources := slices.DeleteFunc(words[1:], func(word string) bool { return strings.EqualFold(word, "'none'") })
			directives[j] = " " + strings.Join(append([]string{words[0]}, append(sources, page.String())...), " ")
		}
		policies[i] = strings.TrimSpace(strings.Join(directives, ";"))
	}
	switch {
	case found:
		value = strings.Join(policies, ", ")
	case strings.TrimSpace(value) == "":
		value = "frame-ancestors " + page.String()
	default:
		value += "; frame-ancestors " + page.String()
	}
	return []Edit{setHeader(x, name, value)}
}
