package engine

// The facts about integrity metadata.
const (
	// IntegrityDecodesValues compares the hashes of integrity metadata as bytes.
	IntegrityDecodesValues Fact = isolationEnd + iota
	// IntegrityNeedsHash takes integrity metadata without a hash for none.
	IntegrityNeedsHash
	// IntegrityAlgorithmAnyCase takes SHA256 for sha256.
	IntegrityAlgorithmAnyCase
	// IntegrityEqualsAnywhere takes equals signs at any place of a hash.
	IntegrityEqualsAnywhere
	// IntegrityExactPadding takes the padding of a hash only where it fits.
	IntegrityExactPadding
	// IntegrityFormFeedIsNoSpace does not part integrity metadata at a form feed.
	IntegrityFormFeedIsNoSpace
	// IntegrityOfElementNeedsHash lets an element use an opaque response where the metadata has no hash.
	IntegrityOfElementNeedsHash
	// IntegrityOfElementMayBeBlank lets an element use an opaque response where the metadata is white space.
	IntegrityOfElementMayBeBlank
	// IntegrityMayBeBlank takes white space for no integrity metadata, whatever the response.
	IntegrityMayBeBlank
	// IntegrityReadsOpaqueRedirect holds the body of a redirect that is not followed against its integrity metadata.
	IntegrityReadsOpaqueRedirect
	// IntegrityFailsOpaqueRedirect fails a redirect that is not followed for any integrity metadata.
	IntegrityFailsOpaqueRedirect

	integrityEnd
)

var integrity = []Entry{
	{
		Fact: IntegrityDecodesValues, Name: "integrity/decodes-values", In: allBuilds,
		Sentence: "The hashes of integrity metadata are compared as bytes, so base64url and missing padding will " +
			"do, and what is no base64 is left out; the standard compares letters.",
		Evidence: []string{"s1-0715", "s1-1180", "s1-0239"},
	},
	{
		Fact: IntegrityNeedsHash, Name: "integrity/needs-hash", In: allBuilds,
		Sentence: "Integrity metadata in which no known hash is left asks for nothing; in the standard it still " +
			"asks for a body.",
		Evidence: []string{"s1-4397", "s1-2995"},
	},
	{
		Fact: IntegrityAlgorithmAnyCase, Name: "integrity/algorithm-any-case", In: webkitGTK250,
		Sentence: "The hash algorithms of integrity metadata may be written in upper case; in the standard they " +
			"are not known then.",
		Evidence: []string{"s1-6794", "s1-4060"},
	},
	{
		Fact: IntegrityEqualsAnywhere, Name: "integrity/equals-anywhere", In: chromium156,
		Sentence: "A hash of integrity metadata with equals signs before its end is one that nothing matches; the " +
			"other browsers leave it out.",
		Evidence: []string{"x-0079"},
	},
	{
		Fact: IntegrityExactPadding, Name: "integrity/exact-padding", In: firefox153,
		Sentence: "A hash of integrity metadata with more padding than its digits need matches nothing, and " +
			"padding alone is no hash; the other browsers take the digits.",
		Evidence: []string{"x-0088"},
	},
	{
		Fact: IntegrityFormFeedIsNoSpace, Name: "integrity/form-feed-is-no-space", In: firefox153,
		Sentence: "Integrity metadata is not parted at a form feed, which is white space in the standard.",
		Evidence: []string{"x-0061"},
	},
	{
		Fact: IntegrityOfElementNeedsHash, Name: "integrity/of-element-needs-hash", In: chromium156,
		Sentence: "An element may use an opaque response where its integrity metadata has no hash that is known; " +
			"in the standard any metadata fails it.",
		Evidence: []string{"s1-7633", "s1-4471", "s1-2148"},
	},
	{
		Fact: IntegrityOfElementMayBeBlank, Name: "integrity/of-element-may-be-blank", In: firefox153,
		Sentence: "An element may use an opaque response where its integrity metadata is white space; in the " +
			"standard it fails.",
		Evidence: []string{"s1-5735", "s1-2938"},
	},
	{
		Fact: IntegrityMayBeBlank, Name: "integrity/may-be-blank", In: webkitGTK250,
		Sentence: "Integrity metadata that is white space is none; in the standard it fails an opaque response.",
		Evidence: []string{"s1-6649", "s1-5735"},
	},
	{
		Fact: IntegrityReadsOpaqueRedirect, Name: "integrity/reads-opaque-redirect", In: firefox153,
		Sentence: "A redirect that is not followed has a body, which its integrity metadata is held against; in " +
			"the standard it has none, and fails.",
		Evidence: []string{"x-0186"},
	},
	{
		Fact: IntegrityFailsOpaqueRedirect, Name: "integrity/fails-opaque-redirect", In: chromium156,
		Sentence: "A redirect that is not followed fails for any integrity metadata, as the standard has it, " +
			"though metadata without a known hash otherwise asks for nothing.",
		Evidence: []string{"x-0146"},
	},
}
