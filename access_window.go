package corsim

import (
	"slices"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// Framing says whether the browser shows the page where it is: what the header of its response, and the embedder
// policy of the document around it, say to that. The outcome is Readable where it is shown, and Blocked.
//
// https://html.spec.whatwg.org/#check-a-navigation-response's-adherence-to-x-frame-options
func (p *Page) Framing() Verdict {
	return p.alone("show", func(p *Page, record *fetch.Record) {
		ancestors := p.client.Ancestors
		if len(ancestors) == 0 {
			conclude(record, "", rule.Apply(rule.FrameTopLevel, "", ""))
			return
		}
		if parent := p.parent(); parent != nil {
			d := policy.EmbedderAdherence(p.browser.agent.Profile, parent.client.EmbedderPolicy, p.client.EmbedderPolicy)
			if conclude(record, "", d); !d.OK() {
				return
			}
		}
		policies, list := p.client.SecurityPolicies, p.document().header
		// What comes from no server has its policies from another, and is shown where that is.
		if p.client.URL.IsLocal() {
			policies, list = nil, nil
		}
		for _, d := range policy.Framing(p.browser.agent.Profile, policies, list, p.client.Origin, ancestors) {
			conclude(record, "", d)
		}
	})
}

// Opener says whether the page, which script of another has opened, and that other have each other: whether
// window.opener is set, and what window.open() has given is not closed. The outcome is Readable or Blocked. Without
// [OpenedBy] there is no opener.
//
// https://html.spec.whatwg.org/#browsing-context-group-switches-due-to-cross-origin-opener-policy
func (p *Page) Opener() Verdict {
	return p.with(p.document().opener, "get window.opener", func(p, opener *Page, record *fetch.Record) {
		profile := p.browser.agent.Profile
		response := p.openerPolicy(profile)
		switch {
		case opener == nil:
			conclude(record, "", rule.Stop(rule.OpenerMissing, "", ""))
			return
		case p.sandboxVoidsOpenerPolicy() && response.Policy != policy.OpenerUnsafeNone:
			conclude(record, "", rule.Stop(rule.OpenerPolicySandbox, string(response.Policy), ""))
			return
		}
		blank, ok := opener.initialDocument(profile)
		if !ok {
			frame, top := opener.client.Origin.String(), opener.client.TopLevelOrigin.String()
			conclude(record, "", rule.Stop(rule.OpenerPolicyFrame, frame, top))
			return
		}
		if policy.WouldSwitchBrowsingContextGroup(true, blank, response) {
			record.Trace.Add(-1, rule.Apply(rule.OpenerPolicyReportOnly, string(response.ReportOnly), string(blank.ReportOnly)))
		}
		conclude(record, "", policy.SwitchesBrowsingContextGroup(true, blank, response))
	})
}

// sandboxVoidsOpenerPolicy reports whether the page may have no opener policy because of its sandbox.
func (p *Page) sandboxVoidsOpenerPolicy() bool {
	document := p.document()
	return document.sandboxed || document.sandboxesItself && !p.has(engine.OpenerPolicyInCSPSandbox)
}

// initialDocument is what counts of the about:blank document that is in a window before the one that it was opened
// for. ok is false where the window is opened without an opener.
//
// https://html.spec.whatwg.org/#creating-a-new-browsing-context
func (p *Page) initialDocument(profile engine.Profile) (blank policy.OpenerDocument, ok bool) {
	top := p.top().openerPolicy(profile)
	if origin.SameOrigin(p.client.Origin, p.client.TopLevelOrigin) {
		return top, true
	}
	// A frame of another origin does not speak for the window.
	isolated := top.Policy == policy.OpenerSameOrigin || top.Policy == policy.OpenerSameOriginPlusCOEP
	return policy.OpenerDocument{Origin: p.client.Origin, Policy: policy.OpenerUnsafeNone}, !isolated
}

// openerPolicy is what counts of the page, at the top level, when a window goes from one document to another.
//
// https://html.spec.whatwg.org/#obtain-coop
func (p *Page) openerPolicy(profile engine.Profile) policy.OpenerDocument {
	document := policy.OpenerDocument{
		Origin: p.client.Origin, Policy: policy.OpenerUnsafeNone, ReportOnly: policy.OpenerUnsafeNone,
	}
	list := p.document().header
	// A context that is not secure has none.
	if list == nil || !p.secureContext() {
		return document
	}
	embedder := p.client.EmbedderPolicy.In(profile)
	document.Policy = policy.ParseOpenerPolicy(list, embedder)
	if document.Policy == policy.OpenerNoopenerAllowPopups && profile.Has(engine.NoNoopenerAllowPopups) {
		document.Policy = policy.OpenerUnsafeNone
	}
	reported := policy.ParseEmbedderPolicyReportOnly(list).In(profile)
	document.ReportOnly = policy.ParseOpenerPolicyReportOnly(list, embedder, reported)
	return document
}

// Isolation says whether the page is cross-origin isolated, which window.crossOriginIsolated tells: whether it has
// SharedArrayBuffer and precise timers. The outcome is Readable or Blocked.
//
// https://html.spec.whatwg.org/#concept-settings-object-cross-origin-isolated-capability
func (p *Page) Isolation() Verdict {
	return p.alone("get crossOriginIsolated", func(p *Page, record *fetch.Record) {
		// That of a worker depends on who owns it, which is not known.
		if p.client.Worker {
			conclude(record, "", rule.Stop(rule.NotModelledWorkerIsolation, p.client.URL.Href(), ""))
			record.Outcome = Undetermined
			return
		}
		permitted := p.has(engine.NoIsolationPermission) || p.allows("cross-origin-isolated")
		conclude(record, "", policy.CrossOriginIsolated(p.top().openerPolicy(p.browser.agent.Profile).Policy, permitted))
	})
}

// allows reports whether the permissions policy of the page, and of those around it, leaves a feature to it.
//
// https://w3c.github.io/webappsec-permissions-policy/#algo-define-inherited-policy-in-container
func (p *Page) allows(feature string) bool {
	own, list := p.client.Origin, p.document().header
	if !policy.AllowsFeature(list, feature, own, own) {
		return false
	}
	parent := p.parent()
	if parent == nil {
		return true
	}
	// The parent must have it, and leave it to the page: by the attribute, or because they are of one origin.
	return parent.allows(feature) &&
		(origin.SameOrigin(own, parent.client.Origin) || slices.Contains(p.document().allow, feature))
}
