package engine

// The facts about the request as script makes it, and about what becomes of its answer on the way to script.
const (
	// HeadersCombined combines the headers of one name that script has given, when the request is made.
	HeadersCombined Fact = preflightEnd + iota
	// HeadersCombinedLate combines the headers of one name that script has given, when the request is sent.
	HeadersCombinedLate
	// HeaderValuesAsUTF8 sends the characters of a header value as UTF-8.
	HeaderValuesAsUTF8
	// AnswerHeadersMadeUTF8 makes valid UTF-8 of the header values of an answer.
	AnswerHeadersMadeUTF8
	// AnswerHeadersEmptyDropped drops empty values of a header that has others.
	AnswerHeadersEmptyDropped
	// SafelistClientHints sends client hints of script without CORS-preflight.
	SafelistClientHints
	// SafelistUserAgent sends a User-Agent of script without CORS-preflight.
	SafelistUserAgent
	// SafelistASCII takes a byte above 0x7F for CORS-unsafe.
	SafelistASCII
	// SafelistWithoutTotal lets the safelisted values have any length together.
	SafelistWithoutTotal
	// SafelistRangeSigned takes a range beyond 63 bits for CORS-unsafe.
	SafelistRangeSigned
	// SafelistRangeUnsigned takes a range beyond 64 bits for CORS-unsafe.
	SafelistRangeUnsigned
	// SafelistRangeLenient takes the unit of a range in any case, and a plus sign before a number.
	SafelistRangeLenient
	// StreamAsText sends the name of a ReadableStream as text.
	StreamAsText
	// StreamMakesCORS makes mode cors of mode same-origin where the body is a ReadableStream.
	StreamMakesCORS
	// StreamRefused takes no ReadableStream for a body.
	StreamRefused
	// CharsetReplacedInText replaces the charset in the text of a Content-Type.
	CharsetReplacedInText
	// DroppedParametersKeepType keeps the type of the URLSearchParams that an XMLHttpRequest drops.
	DroppedParametersKeepType
	// BodyOfHEAD gives script a body, an empty one, of an answer to HEAD.
	BodyOfHEAD
	// BodyOfNullBodyStatus gives script a body, an empty one, of an answer whose status forbids one.
	BodyOfNullBodyStatus
	// ProxyAuthenticationFails fails a request that is answered with 407.
	ProxyAuthenticationFails
	// ProxyAuthenticationOrdinary takes 407 for a status like any other.
	ProxyAuthenticationOrdinary
	// MisdirectedTypeRepeated adds the Content-Type of the answer after a 421 to that of the 421.
	MisdirectedTypeRepeated
	// MediaInRanges asks for audio and video from the first byte on with a Range header.
	MediaInRanges
	// BodyTypeUnguarded sends the type of a body in mode no-cors, whatever it is.
	BodyTypeUnguarded
	// BeaconNeedsPort takes no beacon for a port that is blocked.
	BeaconNeedsPort
	// BeaconOfAnyLength takes a beacon of any length.
	BeaconOfAnyLength
	// KeepaliveLimitFirst asks for the length of a keepalive request before its CORS-preflight.
	KeepaliveLimitFirst
	// ContentTypesJoinedByComma joins several Content-Types of an answer by a comma alone.
	ContentTypesJoinedByComma

	requestEnd
)

var request = []Entry{
	{
		Fact: HeadersCombined, Name: "request/headers-combined", In: chromium156 | webkitGTK250,
		Sentence: "Headers of one name that script has given are one header to the safelist and on the wire, " +
			"joined by a comma and a space; the standard keeps them apart.",
		Evidence: []string{"s1-1079", "s1-4653"},
	},
	{
		Fact: HeadersCombinedLate, Name: "request/headers-combined-late", In: firefox153,
		Sentence: "Headers of one name that script has given are sent as one, joined by a comma and a space; the " +
			"standard keeps them apart.",
		Evidence: []string{"s1-2869"},
	},
	{
		Fact: HeaderValuesAsUTF8, Name: "request/header-values-as-utf-8", In: webkitGTK250,
		Sentence: "A byte above 0x7F in a header value is sent as the two bytes of its character in UTF-8; the " +
			"standard sends it as it is.",
		Evidence: []string{"s1-0046"},
	},
	{
		Fact: AnswerHeadersMadeUTF8, Name: "request/answer-headers-made-utf-8", In: webkitGTK250,
		Sentence: "Each byte of an answer's header value that is not UTF-8 is replaced by the three bytes of " +
			"U+FFFD; the standard has the bytes as they are.",
		Evidence: []string{"s1-1728"},
	},
	{
		Fact: AnswerHeadersEmptyDropped, Name: "request/answer-headers-empty-dropped", In: firefox153,
		Sentence: "An empty header is no part of the value of its name where there are others of that name; the " +
			"standard joins it with a comma.",
		Evidence: []string{"s1-1712"},
	},
	{
		Fact: SafelistClientHints, Name: "request/safelist-client-hints", In: chromium156,
		Sentence: "Script may send Intervention and the client hints Device-Memory, Downlink, DPR, ECT, RTT, " +
			"Save-Data, Viewport-Width and Width without a CORS-preflight; the standard has none of them among the " +
			"CORS-safelisted.",
		Evidence: []string{"s1-0010", "s1-0655"},
	},
	{
		Fact: SafelistUserAgent, Name: "request/safelist-user-agent", In: chromium156,
		Sentence: "A User-Agent of script makes no CORS-preflight; the standard does not have it among the " +
			"CORS-safelisted.",
		Evidence: []string{"s1-0809"},
	},
	{
		Fact: SafelistASCII, Name: "request/safelist-ascii", In: firefox153,
		Sentence: "A byte above 0x7F makes a value of Accept or Content-Type CORS-unsafe; in the standard it does " +
			"not.",
		Evidence: []string{"s1-0041"},
	},
	{
		Fact: SafelistWithoutTotal, Name: "request/safelist-without-total", In: firefox153,
		Sentence: "CORS-safelisted values may have any length together; the standard limits them to 1024 bytes.",
		Evidence: []string{"s1-1237"},
	},
	{
		Fact: SafelistRangeSigned, Name: "request/safelist-range-signed", In: chromium156,
		Sentence: "A Range with a number beyond 63 bits is CORS-unsafe; the standard takes any number of digits.",
		Evidence: []string{"s1-1039", "s1-1059"},
	},
	{
		Fact: SafelistRangeUnsigned, Name: "request/safelist-range-unsigned", In: firefox153 | webkitGTK250,
		Sentence: "A Range with a number beyond 64 bits is CORS-unsafe; the standard takes any number of digits.",
		Evidence: []string{"s1-1039", "s1-1059"},
	},
	{
		Fact: SafelistRangeLenient, Name: "request/safelist-range-lenient", In: webkitGTK250,
		Sentence: "A Range with its unit in upper case, or with a plus sign before a number, is CORS-safelisted; " +
			"the standard takes lower case and digits only.",
		Evidence: []string{"s1-0238"},
	},
	{
		Fact: StreamAsText, Name: "request/stream-as-text", In: firefox153,
		Sentence: "A ReadableStream as body is sent as the text [object ReadableStream]; the standard sends what " +
			"the stream gives.",
		Evidence: []string{"s1-1113", "s1-4522"},
	},
	{
		Fact: StreamMakesCORS, Name: "request/stream-makes-cors", In: chromium156,
		Sentence: "A request with a ReadableStream as body has mode cors, also where script has set same-origin; " +
			"the standard leaves the mode as it is.",
		Evidence: []string{"s1-5850"},
	},
	{
		Fact: StreamRefused, Name: "request/stream-refused", In: webkitGTK250,
		Sentence: "fetch() refuses a ReadableStream as body with a NotSupportedError; the standard sends it.",
		Evidence: []string{"s1-4522"},
	},
	{
		Fact: CharsetReplacedInText, Name: "request/charset-replaced-in-text", In: chromium156,
		Sentence: "The charset of a Content-Type that script gives an XMLHttpRequest with text becomes UTF-8 in " +
			"place, also where it is utf-8; in the standard only another one is replaced, and the type serialized " +
			"anew.",
		Evidence: []string{"s77-1392"},
	},
	{
		Fact: DroppedParametersKeepType, Name: "request/dropped-parameters-keep-type", In: webkitGTK250,
		Sentence: "The URLSearchParams that an XMLHttpRequest does not send with GET or HEAD leave their " +
			"Content-Type; in the standard it goes with them.",
		Evidence: []string{"s1-2927"},
	},
	{
		Fact: BodyOfHEAD, Name: "request/body-of-head", In: chromium156 | webkitGTK250,
		Sentence: "The body of an answer to HEAD is an empty stream; in the standard it is null.",
		Evidence: []string{"s1-0063"},
	},
	{
		Fact: BodyOfNullBodyStatus, Name: "request/body-of-null-body-status", In: allBuilds,
		Sentence: "The body of an answer with status 204, 205 or 304 is an empty stream; in the standard it is " +
			"null.",
		Evidence: []string{"s1-0132", "s1-0840"},
	},
	{
		Fact: ProxyAuthenticationFails, Name: "request/proxy-authentication-fails", In: chromium156,
		Sentence: "A 407 from a server that is no proxy is a network error; in the standard the user is asked " +
			"where there is a window.",
		Evidence: []string{"s1-0025"},
	},
	{
		Fact: ProxyAuthenticationOrdinary, Name: "request/proxy-authentication-ordinary", In: firefox153 | webkitGTK250,
		Sentence: "A 407 from a server that is no proxy is given to the page like any other status; in the " +
			"standard the user is asked where there is a window.",
		Evidence: []string{"s1-0025"},
	},
	{
		Fact: MisdirectedTypeRepeated, Name: "request/misdirected-type-repeated", In: firefox153,
		Sentence: "After a 421, the Content-Type of the second answer is joined to that of the first by a comma; " +
			"in the standard the first answer is gone.",
		Evidence: []string{"s1-0804"},
	},
	{
		Fact: MediaInRanges, Name: "request/media-in-ranges", In: chromium156 | firefox153,
		Sentence: "Audio and video are asked for with Range: bytes=0-, to learn whether the server knows ranges; " +
			"the standard has no Range header for a whole resource.",
		Evidence: []string{"asked: what a server sees of audio and video elements"},
	},
	{
		Fact: BodyTypeUnguarded, Name: "request/body-type-unguarded", In: webkitGTK250,
		Sentence: "The type of a Blob goes along in mode no-cors, whatever it is; in the standard a Content-Type " +
			"that no form can have is left out.",
		Evidence: []string{"s1-1790", "s1-2780"},
	},
	{
		Fact: BeaconNeedsPort, Name: "request/beacon-needs-port", In: firefox153 | webkitGTK250,
		Sentence: "sendBeacon() returns false for a port that is blocked; in the standard the beacon is queued, " +
			"and fails later.",
		Evidence: []string{"s1-0060", "s1-3160"},
	},
	{
		Fact: BeaconOfAnyLength, Name: "request/beacon-of-any-length", In: firefox153,
		Sentence: "sendBeacon() takes more than 64 KiB; in the standard it returns false.",
		Evidence: []string{"s1-0592", "s1-6200"},
	},
	{
		Fact: KeepaliveLimitFirst, Name: "request/keepalive-limit-first", In: allBuilds,
		Sentence: "A keepalive request with more than 64 KiB fails before a CORS-preflight is sent for it; in the " +
			"standard after that.",
		Evidence: []string{"s11-6121"},
	},
	{
		Fact: ContentTypesJoinedByComma, Name: "request/content-types-joined-by-comma", In: firefox153,
		Sentence: "Script reads several Content-Types of an answer joined by a comma alone; in the standard there " +
			"is a space after it.",
		Evidence: []string{"s1-3421", "s1-4572"},
	},
}
