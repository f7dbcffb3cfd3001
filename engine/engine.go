// Package engine is whose part a simulation takes: the name of a browser, and what it does in its own way, as data.
// Code asks for a fact by its name, and never for a browser by its name:
//
//	if profile.Has(engine.PreflightAgeLimit7200) { … }
//
// What a user or a network can change without changing the engine is no fact but one of the [Settings]. The zero
// [Profile] is the standard itself: no fact holds.
package engine

import "fmt"

// A Profile is the browser that a simulation takes the part of. The zero value is a browser that follows the
// standards to the letter. Profiles are values: they can be copied and compared.
type Profile struct {
	// Name is the engine's name. The empty name means the standard.
	Name string
	Settings

	set *factSet // what facts hold, shared; nil for none
}

// Settings are what a user, or the network, can change without changing the engine. The zero value is what the
// standards say where they leave no choice, and the freest choice where they do.
type Settings struct {
	// MaxPreflightAge is the imposed limit on how long a CORS-preflight answer is remembered, in seconds.
	// Zero means the engine's own, which for the standard is none.
	MaxPreflightAge uint64
	// ThirdPartyCookies says what becomes of the cookies of a site that is not the top-level document's: allowed where
	// nothing is said, as the standards leave it and Chromium comes, partitioned in Firefox, blocked in WebKit. The
	// Storage Access API, by which a frame asks for more, is not modelled.
	ThirdPartyCookies ThirdPartyCookies
	// HTTP1 is true where servers speak HTTP/1.1 and nothing later.
	HTTP1 bool
}

// ThirdPartyCookies is what a browser does with the cookies of a site other than the top-level document's.
type ThirdPartyCookies uint8

// What a browser can do with third-party cookies.
const (
	// ThirdPartyCookiesAllowed lets SameSite alone decide.
	ThirdPartyCookiesAllowed ThirdPartyCookies = iota
	// ThirdPartyCookiesBlocked neither sends nor stores them.
	ThirdPartyCookiesBlocked
	// ThirdPartyCookiesPartitioned keeps a jar of its own for each top-level site.
	ThirdPartyCookiesPartitioned
)

// The profiles: the standards, and the browsers with the settings that they come with.
var (
	// Standard follows the standards to the letter.
	Standard = Profile{}
	// Chromium is the engine of Chrome, Edge, Opera and Brave.
	Chromium = profile("chromium", 0, Settings{})
	// Firefox is Firefox, which by default partitions the cookies of third parties.
	Firefox = profile("firefox", 1, Settings{ThirdPartyCookies: ThirdPartyCookiesPartitioned})
	// WebKit is the engine of Safari and of every browser on iOS, which by default blocks the cookies of third parties.
	WebKit = profile("webkit", 2, Settings{ThirdPartyCookies: ThirdPartyCookiesBlocked})
)

// Browsers are the profiles of the browsers, without the standard.
var Browsers = [...]Profile{Chromium, Firefox, WebKit}

func profile(name string, build Build, settings Settings) Profile {
	return Profile{Name: name, Settings: settings, set: factSets[build].shared()}
}

// Named returns the profile of the given name: "standard", "chromium", "firefox" or "webkit".
func Named(name string) (Profile, error) {
	for _, p := range append([]Profile{Standard}, Browsers[:]...) {
		if p.String() == name {
			return p, nil
		}
	}
	return Profile{}, fmt.Errorf("engine: %q: there are standard, chromium, firefox and webkit", name)
}

// Has reports whether a fact holds in the browser.
func (p Profile) Has(f Fact) bool { return p.set != nil && p.set.has(f) }

// Without returns the profile of a browser that does as the standard says where the fact has it otherwise.
func (p Profile) Without(f Fact) Profile {
	facts := p.facts()
	facts.remove(f)
	p.set = facts.shared()
	return p
}

// With returns the profile of a browser for which the fact holds.
func (p Profile) With(f Fact) Profile {
	facts := p.facts()
	facts.add(f)
	p.set = facts.shared()
	return p
}

// WithSettings returns the profile with other settings.
func (p Profile) WithSettings(settings Settings) Profile {
	p.Settings = settings
	return p
}

// String returns the profile's name, "standard" for the standard's.
func (p Profile) String() string {
	if p.Name == "" {
		return "standard"
	}
	return p.Name
}
