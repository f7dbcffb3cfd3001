package fetch

import (
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// afterResponse does what main fetch does once there is a response.
func (f *fetching) afterResponse(r response) response {
	// HEAD, and some statuses, have no body whatever the server sends.
	r.bodyNull = f.method == "HEAD" || policy.IsNullBodyStatus(r.Status)
	// What an element cannot want is not given to it.
	if f.destination != "" {
		if d := f.blockedAsOpaque(&r); !d.OK() {
			return f.stoppedBy(d)
		}
		if d := f.blockedByType(&r); !f.note(d) {
			return response{networkError: d.Rule}
		}
	}
	if f.integrity == "" {
		return r
	}
	return f.holdAgainstIntegrity(r)
}

// holdAgainstIntegrity fails a response that does not match the request's integrity metadata.
func (f *fetching) holdAgainstIntegrity(r response) response {
	d := policy.CheckIntegrity(f.agent.Profile, f.integrity, policy.IntegrityResponse{
		Element:        f.destination != "",
		Opaque:         f.tainting == policy.TaintingOpaque,
		OpaqueRedirect: r.opaqueRedirect,
		BodyNull:       r.bodyNull,
		Body:           r.decodedBody(),
	})
	if d.OK() {
		f.note(d)
		return r
	}
	return f.stoppedBy(d)
}

// stoppedBy ends the fetch with a network error, or without an end where the decision is that the bytes are not known.
func (f *fetching) stoppedBy(d rule.Decision) response {
	if d.Rule == rule.NotModelledIntegrity || d.Rule == rule.NotModelledOpaqueResponseBlocking {
		return f.undetermined(d)
	}
	return f.networkError(d)
}

// blockedAsOpaque asks opaque response blocking, in browsers that have it.
func (f *fetching) blockedAsOpaque(r *response) rule.Decision {
	if f.tainting != policy.TaintingOpaque || !f.url.IsHTTP() || !f.has(engine.OpaqueResponseBlocking) {
		return rule.Decision{}
	}
	media := policy.NoMediaRequest
	if f.destination == "audio" || f.destination == "video" {
		media = policy.InitialMediaRequest
	}
	d := policy.OpaqueResponseBlocking(f.agent.Profile, policy.OpaqueResponse{
		Status:   r.Status,
		Header:   r.Header,
		Body:     r.decodedBody(),
		BodyNull: r.bodyNull,
		Media:    media,
	})
	if d.OK() {
		f.note(d)
	}
	return d
}

// blockedByType asks whether what the response says of its type forbids its use.
func (f *fetching) blockedByType(r *response) rule.Decision {
	if f.module && f.has(engine.ModuleTypeDecidesAlone) {
		return rule.Pass(rule.NosniffBlocked)
	}
	value, _ := r.Header.Get("Content-Type")
	// A script must not say that it is something else to look at or listen to.
	if policy.IsBlockedDueToMIMEType(f.agent.Profile, f.destination, r.Header) {
		return rule.Stop(rule.MIMETypeBlocked, value, string(f.destination))
	}
	f.note(rule.Pass(rule.MIMETypeBlocked))
	// Who forbids sniffing is taken at the word.
	if policy.IsBlockedDueToNosniff(f.agent.Profile, f.destination, r.Header) {
		return rule.Stop(rule.NosniffBlocked, value, string(f.destination))
	}
	return rule.Pass(rule.NosniffBlocked)
}
