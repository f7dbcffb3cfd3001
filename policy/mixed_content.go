package policy

import (
	"strings"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/rule"
)

// A MixedContentRequest is what the standard for mixed content asks of a request.
type MixedContentRequest struct {
	// URL is the request's current URL.
	URL origin.URL
	// Restricts is the greatest restriction of the page and its ancestors.
	Restricts MixedContentRestriction
	// Destination is the request's destination; "document" stands for a top-level navigation.
	Destination Destination
	// ImageSet is true where the request's initiator is "imageset".
	ImageSet bool
	// Redirected is true after a redirect.
	Redirected bool
	// Origin is the origin of the page.
	Origin origin.Origin
	// Announced is true where the target IP address space is less public than the world.
	Announced bool
}

// A MixedContentRestriction says whether, and why, a document or worker prohibits mixed security contexts. Of those
// of a document and its ancestors the greatest counts.
type MixedContentRestriction uint8

// The restrictions.
const (
	// NoRestriction is that of a page that is not trustworthy.
	NoRestriction MixedContentRestriction = iota
	// LoopbackRestriction is that of a page that is trustworthy because it is from this machine.
	LoopbackRestriction
	// HTTPSRestriction is that of a page from https:.
	HTTPSRestriction
)

// RestrictsMixedContent returns the restriction of a document or worker of that origin.
//
// https://w3c.github.io/webappsec-mixed-content/#categorize-settings-object
func RestrictsMixedContent(o origin.Origin) MixedContentRestriction {
	switch {
	case !o.PotentiallyTrustworthy():
		return NoRestriction
	case o.Scheme() == "http" || o.Scheme() == "ws":
		return LoopbackRestriction
	}
	return HTTPSRestriction
}

// in reports whether a browser heeds the restriction: the standard does, browsers where there is https: only.
func (r MixedContentRestriction) in(profile engine.Profile) bool {
	return r == HTTPSRestriction || r == LoopbackRestriction && !profile.Has(engine.MixedContentNeedsHTTPS)
}

// UpgradesMixedContent reports whether a request goes to https: instead of http:, because of what it is for.
//
// https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm
func UpgradesMixedContent(profile engine.Profile, request *MixedContentRequest) bool {
	// Only the images, audio and video of a page that restricts mixed content are upgraded, and no srcset.
	if !request.Restricts.in(profile) || request.URL.Scheme() != "http" || !request.isMedia() {
		return false
	}
	switch {
	// What is known to be in the local network stays as it is.
	case request.Announced:
		return false
	// One engine upgrades every redirect,
	case request.Redirected && profile.Has(engine.MixedContentUpgradesRedirects):
		return true
	// another nothing on a page from this machine.
	case profile.Has(engine.MixedContentSparesLoopbackPages) && isLoopback(request.Origin.Host()):
		return false
	// An IP address is not upgraded,
	case isIPAddress(request.URL.Hostname()):
		return false
	}
	// and a URL that is trustworthy as it is need not be.
	return !isTrustworthyTarget(profile, request.URL)
}

// MixedContent says whether a request may leave a page.
//
// https://w3c.github.io/webappsec-mixed-content/#should-block-fetch
func MixedContent(profile engine.Profile, request *MixedContentRequest) rule.Decision {
	switch {
	// A page that does not restrict mixed content can fetch everything, and every page what is trustworthy.
	case !request.Restricts.in(profile), isAllowedTarget(profile, request):
		return rule.Pass(rule.MixedContentBlocked)
	// What is said to be in the local network has a check of its own.
	case request.Announced:
		return rule.Pass(rule.MixedContentBlocked)
	// A top-level navigation leaves the page.
	case request.Destination == "document":
		return rule.Pass(rule.MixedContentBlocked)
	// One engine does not bother with the images of a page from this machine.
	case profile.Has(engine.MixedContentSparesLoopbackPages) && isLoopback(request.Origin.Host()) && request.isMedia():
		return rule.Pass(rule.MixedContentBlocked)
	}
	return rule.Stop(rule.MixedContentBlocked, request.URL.String(), "")
}

// isAllowedTarget reports whether the URL of a request is no mixed content.
func isAllowedTarget(profile engine.Profile, request *MixedContentRequest) bool {
	if !isTrustworthyTarget(profile, request.URL) {
		return false
	}
	// One engine trusts http: on this machine for images and the like only, and never after a redirect.
	return !profile.Has(engine.MixedContentBlocksLoopback) || request.URL.Scheme() != "http" ||
		request.isMedia() && !request.Redirected
}

// isTrustworthyTarget reports whether a browser takes a URL for potentially trustworthy.
func isTrustworthyTarget(profile engine.Profile, url origin.URL) bool {
	if profile.Has(engine.MixedContentBlocksLoopback) && url.Scheme() == "http" {
		host := url.Hostname()
		return isLoopback(host) && host != "[::1]" && !strings.HasSuffix(host, ".")
	}
	return url.PotentiallyTrustworthy()
}

func isLoopback(host string) bool {
	name := strings.TrimSuffix(host, ".")
	return name == "localhost" || strings.HasSuffix(name, ".localhost") || host == "[::1]" ||
		strings.HasPrefix(host, "127.") && isIPAddress(host)
}

// isMedia reports whether a request is for an image, audio or video; those of a srcset do not count.
func (r *MixedContentRequest) isMedia() bool {
	return r.Destination == "image" && !r.ImageSet || r.Destination == "audio" || r.Destination == "video"
}
