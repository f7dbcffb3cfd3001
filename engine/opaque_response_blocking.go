package engine

// The facts about opaque response blocking.
const (
	// OpaqueResponseBlocking keeps opaque responses from pages that cannot be made use of.
	OpaqueResponseBlocking Fact = opaqueTopic + iota
	// ORBSniffsPartialResponses looks at the bytes of a partial response too.
	ORBSniffsPartialResponses
	// ORBSniffsForMarkup takes for a script what is neither markup nor JSON.
	ORBSniffsForMarkup
)

var opaque = []Entry{
	{
		Fact: OpaqueResponseBlocking, Name: "orb/blocks", In: chromium156 | firefox153,
		Sentence: "A response without CORS that elements cannot make use of is kept from the page; the standard has not taken " +
			"that up yet.",
		Evidence: []string{"s1-0567", "s1-0575", "s1-1829", "https://github.com/whatwg/fetch/pull/1442"},
	},
	{
		Fact: ORBSniffsPartialResponses, Name: "orb/sniffs-partial-responses", In: chromium156,
		Sentence: "A partial response of HTML, JSON or XML is looked at; the draft blocks it by its type.",
		Evidence: []string{"s1-6441"},
	},
	{
		Fact: ORBSniffsForMarkup, Name: "orb/sniffs-for-markup", In: chromium156,
		Sentence: "What is neither markup nor JSON is taken for a script; the draft parses it as JavaScript.",
		Evidence: []string{"s1-6300", "s1-4123"},
	},
}
