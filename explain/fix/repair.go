package fix

import (
	"bytes"
	"slices"

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

	rule.PreflightStatus:        answerAtAll,
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
	rule.RedirectLocationInvalid:       sayItOnce,
	rule.RedirectScheme:                answerOK,
	rule.RedirectLimit:                 answerOK,
	rule.RedirectModeError:             answerOK,
	rule.RedirectStreamBody:            answerOK,
	rule.NetworkHeaderInvalid:          sayItOnce,
	rule.RedirectCredentials:           dropTheUserInfo,
	rule.RedirectCredentialsTainted:    dropTheUserInfo,
	rule.MixedContentBlocked:           redirectToHTTPS,
	rule.UnknownAnswer:                 answerAtAll,

	rule.NavigationEmbedderPolicy: requireCORP,
	rule.FrameAncestors:           allowTheAncestors,
	rule.FrameOptionsDeny:         allowTheAncestors,
	rule.FrameOptionsSameOrigin:   allowTheAncestors,
	rule.FrameOptionsConflict:     allowTheAncestors,
	rule.WebSocketStatus:          switchProtocols,
	rule.WebSocketProtocol:        chooseTheProtocol,
}

// repair returns the edits of the exchange's answer that do what the deciding rule asks for, and nil where none
// could.
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

func switchProtocols(_ corsim.Verdict, x *corsim.Exchange) []Edit { return []Edit{setStatus(x, 101)} }

// answerAtAll answers with the status of success that is usual.
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

// unblockOpaque says the type, lets the browser look at the bytes, and answers with an ok status, one after the
// other.
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

// sayItOnce leaves one value of a header that has several, and takes away one that cannot be understood.
func sayItOnce(v corsim.Verdict, x *corsim.Exchange) []Edit {
	name := "Location"
	if operands := v.Decisive().Operands; v.Rule() == rule.NetworkHeaderInvalid && len(operands) > 0 {
		name = operands[0]
	}
	switch values := slices.Collect(x.Answer.Header.Values(name)); {
	case len(values) > 1:
		return []Edit{setHeader(x, name, values[0])}
	case v.Rule() == rule.RedirectLocationInvalid:
		return answerOK(v, x)
	}
	return []Edit{setHeader(x, name, "")}
}

// chooseTheProtocol answers with the first subprotocol that was asked for, or none.
func chooseTheProtocol(v corsim.Verdict, x *corsim.Exchange) []Edit {
	var first string
	if socket, is := v.Call().(corsim.WebSocket); is && len(socket.Protocols) > 0 {
		first = socket.Protocols[0]
	}
	return []Edit{setHeader(x, "Sec-WebSocket-Protocol", first)}
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
