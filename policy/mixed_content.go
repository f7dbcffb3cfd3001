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
	// Restricts is true where the page, or one of its ancestors, prohibits mixed security contexts.
	Restricts bool
	// Destination is the request's destination; "document" stands for a top-level navigation.
	Destination Destination
	// ImageSet is true where the request's initiator is "imageset".
	ImageSet bool
	// Redirected is true after a redirect.
	Redirected bool
	// Origin is the origin of the page.
	Origin origin.Origin
}

// RestrictsMixedContent reports whether a document or worker of that origin prohibits mixed security contexts.
//
// https://w3c.github.io/webappsec-mixed-content/#categorize-settings-object
func RestrictsMixedContent(profile engine.Profile, o origin.Origin) bool {
	// Browsers ask for https:, the standard for a potentially trustworthy origin, which http://localhost is too.
	if profile.Has(engine.MixedContentNeedsHTTPS) && o.Scheme() == "http" {
		return false
	}
	return o.PotentiallyTrustworthy()
}

// UpgradesMixedContent reports whether a request goes to https: instead of http:, because of what it is for.
//
// https://w3c.github.io/webappsec-mixed-content/#upgrade-algorithm
func UpgradesMixedContent(profile engine.Profile, request *MixedContentRequest) bool {
	// Only the images, audio and video of a page that restricts mixed content are upgraded, and no srcset.
	if !request.Restricts || request.URL.Scheme() != "http" || !isMediaDestination(request.Destination) || request.ImageSet {
		return false
	}
	switch {
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
	case !request.Restricts, isAllowedTarget(profile, request):
		return rule.Pass(rule.MixedContentBlocked)
	// A top-level navigation leaves the page.
	case request.Destination == "document":
		return rule.Pass(rule.MixedContentBlocked)
	// One engine does not bother with the images of a page from this machine.
	case profile.Has(engine.MixedContentSparesLoopbackPages) && isLoopback(request.Origin.Host()) &&
		isMediaDestination(request.Destination) && !request.ImageSet:
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
		isMediaDestination(request.Destination) && !request.Redirected
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

func isMediaDestination(destination Destination) bool {
	return destination == "image" || destination == "audio" || destination == "video"
}
