// Package engine is whose part a simulation takes: the name of a browser, and what it does in its own way, as data.
// Code asks for what it has to know, by its name, and never for a browser by its name. A server answers, say,
//
//	Access-Control-Max-Age: 86400
//
// and a browser whose MaxPreflightAge is 7200 asks again after two hours all the same. The zero [Profile] is the
// standard itself, which imposes no limit.
package engine

// A Profile is the browser that a simulation takes the part of. The zero value is a browser that follows the
// standards to the letter.
type Profile struct {
	// Name is the engine's name. The empty name means the standard.
	Name string
	Settings
}

// Settings are what a user, or the network, can change without changing the engine.
type Settings struct {
	// MaxPreflightAge is the imposed limit on how long a CORS-preflight answer is remembered, in seconds.
	// Zero means no limit, which the standard allows.
	MaxPreflightAge uint64
}

// Standard is the profile of a browser that follows the standards to the letter.
var Standard = Profile{}

// String returns the profile's name, "standard" for the standard's.
func (p Profile) String() string {
	if p.Name == "" {
		return "standard"
	}
	return p.Name
}
