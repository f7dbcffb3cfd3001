package engine

// The facts about cookies.
const (
	// LaxByDefault takes a cookie without SameSite for Lax.
	LaxByDefault Fact = redirectEnd + iota
	// SecureCookiesOnLocalhost sets and sends Secure cookies on http://localhost.
	SecureCookiesOnLocalhost
	// SameSiteIgnoresScheme takes http: and https: for one site where a cookie asks for the same site.
	SameSiteIgnoresScheme
	// SameSiteIgnoresSandbox goes by a document's URL where a cookie asks for the same site.
	SameSiteIgnoresSandbox
	// SameSiteNoneNeedNotBeSecure stores a cookie with SameSite=None that is not Secure.
	SameSiteNoneNeedNotBeSecure
	// CookiePrefixesPromiseNothing stores a cookie whatever the prefix of its name.
	CookiePrefixesPromiseNothing
	// PartitionedIsUnknown knows no attribute Partitioned.
	PartitionedIsUnknown
	// LaxAllowsUnsafe spares a new cookie without SameSite the condition of a safe method.
	LaxAllowsUnsafe
	// CookieDomainNoPublicSuffix stores no cookie whose Domain is a public suffix.
	CookieDomainNoPublicSuffix

	cookieEnd
)

var cookie = []Entry{
	{
		Fact: LaxByDefault, Name: "cookie/lax-by-default", In: chromium156,
		Sentence: "A cookie without SameSite is Lax, so that a cross-site request does not have it; in the " +
			"standard it has.",
		Evidence: []string{"s1-0410", "s1-0724", "s1-7108"},
	},
	{
		Fact: SecureCookiesOnLocalhost, Name: "cookie/secure-on-localhost", In: chromium156 | firefox153,
		Sentence: "http://localhost and loopback addresses set and get Secure cookies, as https: does; RFC 6265bis " +
			"leaves it to the browser, and corsim's standard has it for https: alone.",
		Evidence: []string{"s1-6613", "s1-3745", "s1-7615"},
	},
	{
		Fact: SameSiteIgnoresScheme, Name: "cookie/same-site-ignores-scheme", In: firefox153 | webkitGTK250,
		Sentence: "For SameSite, http: and https: of a name are one site; in the standard they are two.",
		Evidence: []string{"s1-6671", "s1-7436", "s1-6882"},
	},
	{
		Fact: SameSiteIgnoresSandbox, Name: "cookie/same-site-ignores-sandbox", In: webkitGTK250,
		Sentence: "For SameSite, a sandboxed document is of the site of its URL; in the standard all that it " +
			"requests is cross-site.",
		Evidence: []string{"s1-3239", "s1-6099"},
	},
	{
		Fact: SameSiteNoneNeedNotBeSecure, Name: "cookie/same-site-none-need-not-be-secure", In: webkitGTK250,
		Sentence: "A cookie with SameSite=None is stored without Secure; in RFC 6265bis it is ignored.",
		Evidence: []string{"s1-1110", "s1-6499"},
	},
	{
		Fact: CookiePrefixesPromiseNothing, Name: "cookie/prefixes-promise-nothing", In: webkitGTK250,
		Sentence: "A cookie named __Secure-… is stored without Secure; in RFC 6265bis it is ignored.",
		Evidence: []string{"s1-1578", "s1-5780"},
	},
	{
		Fact: PartitionedIsUnknown, Name: "cookie/partitioned-is-unknown", In: webkitGTK250,
		Sentence: "The attribute Partitioned does nothing: the cookie is one for all top-level sites; in the " +
			"standard there is one for each.",
		Evidence: []string{"s1-0875", "s1-2105"},
	},
	{
		Fact: LaxAllowsUnsafe, Name: "cookie/lax-allows-unsafe", In: chromium156,
		Sentence: "For two minutes after it was set, a cookie without SameSite also goes along when another site's " +
			"form is posted; RFC 6265bis leaves that to the browser.",
		Evidence: []string{
			"https://source.chromium.org/chromium/chromium/src/+/main:net/cookies/cookie_constants.cc",
		},
	},
	{
		Fact: CookieDomainNoPublicSuffix, Name: "cookie/domain-no-public-suffix", In: webkitGTK250,
		Sentence: "A cookie whose Domain is a public suffix, as localhost, is ignored; in RFC 6265bis that host " +
			"can set it for itself.",
		Evidence: []string{"s1-1517"},
	},
}
