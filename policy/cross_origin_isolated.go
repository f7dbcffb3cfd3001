package policy

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// ParseEmbedderPolicyReportOnly reads Cross-Origin-Embedder-Policy-Report-Only, which has no effect but reports.
//
// https://html.spec.whatwg.org/#obtain-an-embedder-policy
func ParseEmbedderPolicyReportOnly(response header.List) EmbedderPolicy {
	token, _ := response.ItemToken("Cross-Origin-Embedder-Policy-Report-Only")
	return embedderPolicy(token)
}

// ObtainEmbedderPolicy is [ParseEmbedderPolicy] for a response that makes an environment, whose context is secure
// or not.
//
// https://html.spec.whatwg.org/#obtain-an-embedder-policy
func ObtainEmbedderPolicy(response header.List, secureContext bool) EmbedderPolicy {
	// A context that is not secure has none.
	if !secureContext {
		return EmbedderUnsafeNone
	}
	return ParseEmbedderPolicy(response)
}

// CrossOriginIsolated says whether a document is cross-origin isolated, and so has SharedArrayBuffer and precise
// timers: topLevel is the opener policy of its top-level document, and permitted says that the document may use the
// feature "cross-origin-isolated".
//
// https://html.spec.whatwg.org/#concept-settings-object-cross-origin-isolated-capability
func CrossOriginIsolated(topLevel OpenerPolicy, permitted bool) rule.Decision {
	// The browsing context group is isolated by the headers of its top-level document,
	if topLevel != OpenerSameOriginPlusCOEP {
		return rule.Stop(rule.IsolatedTopLevel, string(topLevel.orUnsafeNone()), string(OpenerSameOriginPlusCOEP))
	}
	// and a permissions policy can take it from a document.
	if !permitted {
		return rule.Stop(rule.IsolatedPermission, "", "")
	}
	return rule.Pass(rule.IsolatedPermission)
}

// AllowsFeature reports whether a Permissions-Policy header leaves a feature to the document itself, whose origin is
// given, or to one of that origin in a frame: where it does not name the feature, it does so for the document alone.
//
// https://w3c.github.io/webappsec-permissions-policy/#algo-construct-policy
func AllowsFeature(response header.List, feature string, document, who origin.Origin) bool {
	items, ok := response.DictionaryMember("Permissions-Policy", feature)
	if !ok {
		return origin.SameOrigin(document, who)
	}
	for _, item := range items {
		switch {
		case item == "*", item == "self" && origin.SameOrigin(document, who):
			return true
		case len(item) > 2 && item[0] == '"':
			url, err := origin.Parse(item[1 : len(item)-1])
			if err == nil && origin.SameOrigin(url.Origin(nil), who) {
				return true
			}
		}
	}
	return false
}
