package engine

// The facts about the Referer header.
const (
	// UserInitiatedWithoutReferrer sends no Referer where the user has typed the address.
	UserInitiatedWithoutReferrer Fact = referrerTopic + iota
)

var referrer = []Entry{
	{
		Fact: UserInitiatedWithoutReferrer, Name: "referrer/none-where-user-initiated", In: allBuilds,
		Sentence: "What the user asks for in the address bar has no Referer, as HTTP demands; the steps of HTML take the page that " +
			"was there for the request's client, and so for its referrer.",
		Evidence: []string{"https://httpwg.org/specs/rfc9110.html#field.referer"},
	},
}
