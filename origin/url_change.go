package origin

// WithoutFragment returns u with a null fragment.
func (u URL) WithoutFragment() URL {
	u.href = u.href[:u.hashStart]
	return u
}

// WithFragment returns u with another fragment, given without "#" and in
// serialized form, as [URL.Fragment] returns it.
func (u URL) WithFragment(fragment string) URL {
	if u.IsZero() {
		return u
	}
	u.href = u.href[:u.hashStart] + "#" + fragment
	return u
}

// WithoutCredentials returns u with an empty username and an empty password.
func (u URL) WithoutCredentials() URL {
	if !u.IncludesCredentials() {
		return u
	}
	return u.WithCredentials("", "")
}

// WithCredentials sets the username and sets the password, percent-encoding
// what needs it. A URL that cannot have credentials, because it has no host or
// is a file: URL, comes back as it was.
//
// https://url.spec.whatwg.org/#set-the-username,
// https://url.spec.whatwg.org/#set-the-password
func (u URL) WithCredentials(username, password string) URL {
	if u.host <= EmptyHost || u.special == schemeFile {
		return u
	}
	username = PercentEncode(username, UserinfoPercentEncodeSet)
	password = PercentEncode(password, UserinfoPercentEncodeSet)
	if u.Username() == username && u.Password() == password {
		return u
	}
	before, after := u.href[:u.protocolEnd+2], u.href[u.hostStart:]
	u.usernameEnd = u.protocolEnd + 2 + uint32(len(username))
	hostStart := u.usernameEnd
	switch {
	case password != "":
		u.href = before + username + ":" + password + "@" + after
		hostStart += uint32(len(password)) + 2
	case username != "":
		u.href = before + username + "@" + after
		hostStart++
	default:
		u.href = before + after
	}
	u.moveHost(hostStart)
	return u
}

// WithDomain returns u with another domain, which is taken as it is. It is for hosts that browsers take and the host
// parser does not: the result may not parse. A URL that has no domain comes back as it was.
func (u URL) WithDomain(domain string) URL {
	if u.host != Domain {
		return u
	}
	by := uint32(len(domain)) - (u.hostEnd - u.hostStart) // wraps around where the domain becomes shorter
	u.href = u.href[:u.hostStart] + domain + u.href[u.hostEnd:]
	u.hostEnd += by
	u.pathStart += by
	u.searchStart += by
	u.hashStart += by
	return u
}

// moveHost says that the host, and with it all that follows, now begins at to.
func (u *URL) moveHost(to uint32) {
	by := to - u.hostStart // wraps around when moving to the left, and so do the sums
	u.hostStart += by
	u.hostEnd += by
	u.pathStart += by
	u.searchStart += by
	u.hashStart += by
}

// Root returns the serialized origin and a slash, "https://example.com/": what
// is left of a URL in a Referer header when only the origin may be told. It is
// "" for a URL that is not special or has no host.
func (u URL) Root() string {
	if u.special == notSpecial || u.host <= EmptyHost {
		return ""
	}
	if u.IncludesCredentials() {
		return u.href[:u.protocolEnd+2] + u.href[u.hostStart:u.pathStart+1]
	}
	return u.href[:u.pathStart+1]
}
