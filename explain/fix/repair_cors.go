package fix

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
)

// opaqueOrigin is how the Origin header says that the origin is opaque, or hidden by redirects.
const opaqueOrigin = "null"

// allowTheOrigin allows the origin that the browser has sent, and no other. An opaque one must not be allowed by its
// name, which every sandboxed document has: only an answer for everybody can be read there, and only without
// credentials.
func allowTheOrigin(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	origin, sent := x.Request.Header.Get("Origin")
	value, _ := x.Answer.Header.Get(allowOrigin)
	switch {
	case !sent:
		return nil
	case origin != opaqueOrigin:
		return append([]Edit{setHeader(x, allowOrigin, origin)}, varyByOrigin(x)...)
	case value != "*":
		return []Edit{setHeader(x, allowOrigin, "*")}
	}
	return nil
}

// varyByOrigin says that the answer depends on the Origin header, where it does not say so.
func varyByOrigin(x *corsim.Exchange) []Edit {
	vary := x.Answer.Header.Tokens("Vary")
	if vary.ContainsFold("Origin") || vary.Contains("*") {
		return nil
	}
	return []Edit{setHeader(x, "Vary", listWith(x.Answer.Header, "Vary", "Origin"))}
}

// allowTheCredentials lets the answer be read although credentials are included, but not by an opaque origin.
func allowTheCredentials(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	if origin, _ := x.Request.Header.Get("Origin"); origin == opaqueOrigin {
		return nil
	}
	return []Edit{setHeader(x, allowCredentials, "true")}
}

const (
	allowMethods = "Access-Control-Allow-Methods"
	allowHeaders = "Access-Control-Allow-Headers"
)

// allowTheMethod lists the method that was asked for, beside those that are listed.
func allowTheMethod(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	method, _ := x.Request.Header.Get("Access-Control-Request-Method")
	return []Edit{setHeader(x, allowMethods, listWith(x.Answer.Header, allowMethods, method))}
}

// allowTheHeaders lists the names that were asked for, beside those that are listed.
func allowTheHeaders(_ corsim.Verdict, x *corsim.Exchange) []Edit {
	listed, _ := x.Answer.Header.Get(allowHeaders)
	known := map[string]bool{}
	for name := range strings.SplitSeq(listed, ",") {
		known[strings.ToLower(header.Normalize(name))] = true
	}
	var wanted []string
	requested, _ := x.Request.Header.Get("Access-Control-Request-Headers")
	for name := range strings.SplitSeq(requested, ",") {
		if name = header.Normalize(name); name != "" && !known[name] {
			wanted = append(wanted, capitalized(name))
		}
	}
	return []Edit{setHeader(x, allowHeaders, listWith(x.Answer.Header, allowHeaders, wanted...))}
}

// capitalized writes a header's name as people do: each word with a capital.
func capitalized(name string) string {
	words := strings.Split(name, "-")
	for i, word := range words {
		if word != "" {
			words[i] = strings.ToUpper(word[:1]) + word[1:]
		}
	}
	return strings.Join(words, "-")
}

// repairLists writes the lists of methods and headers anew, without what is no name.
func repairLists(v corsim.Verdict, x *corsim.Exchange) []Edit {
	var edits []Edit
	if x.Answer.Header.Tokens(allowMethods).Extraction() == header.Failure {
		edits = append(edits, allowTheMethod(v, x)...)
	}
	if x.Answer.Header.Tokens(allowHeaders).Extraction() == header.Failure {
		edits = append(edits, allowTheHeaders(v, x)...)
	}
	return edits
}
