package engine

// The facts about opaque response blocking.
const (
	// OpaqueResponseBlocking keeps opaque responses from pages that cannot be made use of.
	OpaqueResponseBlocking Fact = integrityEnd + iota
	// OpaqueBlockingSniffsPartialResponses looks at the bytes of a partial response too.
	OpaqueBlockingSniffsPartialResponses
	// OpaqueBlockingSniffsForMarkup takes for a script what is neither markup nor JSON.
	OpaqueBlockingSniffsForMarkup
	// OpaqueBlockingSniffsPlainText looks at the bytes of plain text that forbids sniffing too.
	OpaqueBlockingSniffsPlainText
	// OpaqueBlockingAllowsManifests lets playlists and subtitles through.
	OpaqueBlockingAllowsManifests
	// OpaqueBlockingIgnoresStatus lets a script through whatever its status.
	OpaqueBlockingIgnoresStatus
	// OpaqueBlockingAllowsAudioAndVideo lets audio and video through wherever it goes.
	OpaqueBlockingAllowsAudioAndVideo

	opaqueEnd
)

var opaque = []Entry{
	{
		Fact: OpaqueResponseBlocking, Name: "opaque-response-blocking/blocks", In: chromium156 | firefox153,
		Sentence: "A response without CORS that elements cannot make use of is kept from the page; the standard " +
			"has not taken that up yet.",
		Evidence: []string{"s1-0567", "s1-0575", "s1-1829", "https://github.com/whatwg/fetch/pull/1442"},
	},
	{
		Fact: OpaqueBlockingSniffsPartialResponses, Name: "opaque-response-blocking/sniffs-partial-responses", In: chromium156,
		Sentence: "A partial response of HTML, JSON or XML is looked at; the draft blocks it by its type.",
		Evidence: []string{"s1-6441"},
	},
	{
		Fact: OpaqueBlockingSniffsForMarkup, Name: "opaque-response-blocking/sniffs-for-markup", In: chromium156,
		Sentence: "What is neither markup nor JSON is taken for a script, and what is either is not, whatever its " +
			"type says; the draft takes JavaScript types at their word and parses the rest.",
		Evidence: []string{"z-0347"},
	},
	{
		Fact: OpaqueBlockingSniffsPlainText, Name: "opaque-response-blocking/sniffs-plain-text", In: firefox153,
		Sentence: "An image that says it is plain text, and forbids sniffing, is let through; the draft blocks it.",
		Evidence: []string{"z-1308"},
	},
	{
		Fact: OpaqueBlockingAllowsManifests, Name: "opaque-response-blocking/allows-manifests", In: chromium156 | firefox153,
		Sentence: "application/dash+xml, application/vnd.apple.mpegurl and text/vtt are let through; the draft " +
			"blocks them.",
		Evidence: []string{"s1-1191"},
	},
	{
		Fact: OpaqueBlockingIgnoresStatus, Name: "opaque-response-blocking/ignores-status", In: chromium156,
		Sentence: "What may be a script is let through whatever its status; the draft wants 200 to 299.",
		Evidence: []string{"s1-1521", "s1-3386"},
	},
	{
		Fact: OpaqueBlockingAllowsAudioAndVideo, Name: "opaque-response-blocking/allows-audio-and-video", In: chromium156,
		Sentence: "What is audio or video, or says that it is, is let through to every element; the draft keeps it " +
			"for media elements, and looks at the bytes.",
		Evidence: []string{"fo-0001", "fo-0607"},
	},
}
