package engine

// The facts about resource policies, embedder policies and documents.
const (
	// UnknownResourcePolicyAllows lets a Cross-Origin-Resource-Policy that is none of the three values allow everybody.
	UnknownResourcePolicyAllows Fact = isolationTopic + iota
)

var isolation = []Entry{
	{
		Fact: UnknownResourcePolicyAllows, Name: "isolation/unknown-resource-policy-allows", In: firefox153,
		Sentence: "On a page with Cross-Origin-Embedder-Policy a Cross-Origin-Resource-Policy of any other value than the three, or several, " +
			"allows everybody; in the standard it is as good as none.",
		Evidence: []string{"s1-6607", "s1-6755"},
	},
}
