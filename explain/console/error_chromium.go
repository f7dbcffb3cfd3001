package console

import "github.com/corsim/corsim/rule"

// chromiumErrors are Chromium's messages.
var chromiumErrors = errorTexts{
	network: template{text: "Failed to fetch"},
	font:    template{text: "A network error occurred."},
	prefix:  template{text: "Failed to execute 'fetch' on '{global}': "},
	refused: map[rule.ID]template{
		rule.RequestURLInvalid: {text: "Failed to parse URL from {url}"},
		rule.RequestURLCredentials: {
			text: "Request cannot be constructed from a URL that includes credentials: {url}",
		},
		rule.RequestReferrerInvalid: {text: "Referrer '{referrer}' is not a valid URL."},
		rule.RequestModeNavigate: {
			text: "Cannot construct a Request with a RequestInit whose mode member is set as 'navigate'.",
		},
		rule.RequestOnlyIfCached:    {text: "'only-if-cached' can be set only with 'same-origin' mode"},
		rule.RequestMethodInvalid:   {text: "'{found}' is not a valid HTTP method."},
		rule.RequestMethodForbidden: {text: "'{found}' HTTP method is unsupported."},
		rule.RequestNoCORSMethod:    {text: "'{found}' is unsupported in no-cors mode."},
		rule.RequestEnumeration: {
			text: "Failed to read the '{member}' property from 'RequestInit': " +
				"The provided value '{given}' is not a valid enum value of type {enumeration}.",
		},
		rule.RequestBodyWithGET: {text: "Request with GET/HEAD method cannot have body."},
		rule.RequestStreamDuplex: {
			text: "The `duplex` member must be specified for a request with a streaming body",
		},
		rule.RequestStreamMode: {
			text: `If request is made from ReadableStream, mode should be"same-origin" or "cors"`,
		},
		rule.RequestStreamKeepalive: {text: "Keepalive request cannot have a ReadableStream body."},
		rule.HeaderNameInvalid:      {text: "Invalid name"},
		rule.HeaderValueInvalid:     {text: "Invalid value"},

		rule.XHRMethodInvalid: {
			text: "Failed to execute 'open' on 'XMLHttpRequest': '{found}' is not a valid HTTP method.",
		},
		rule.XHRMethodForbidden: {
			text: "Failed to execute 'open' on 'XMLHttpRequest': '{found}' HTTP method is unsupported.",
		},
		rule.XHRURLInvalid: {text: "Failed to execute 'open' on 'XMLHttpRequest': Invalid URL"},
		rule.XHRHeaderInvalid: {
			text: "Failed to execute 'setRequestHeader' on 'XMLHttpRequest': " +
				"'{header}' is not a valid HTTP header field name.",
		},

		rule.BeaconURLInvalid: {
			text: "Failed to execute 'sendBeacon' on 'Navigator': The URL argument is ill-formed or unsupported.",
		},
		rule.BeaconScheme: {
			text: "Failed to execute 'sendBeacon' on 'Navigator': Beacons are only supported over HTTP(S).",
		},
		rule.EventSourceURLInvalid: {
			text: "Failed to construct 'EventSource': Cannot open an EventSource to '{url}'. The URL is invalid.",
		},
		rule.WebSocketURLInvalid: {text: "Failed to construct 'WebSocket': The URL '{url}' is invalid."},
		rule.WebSocketScheme: {
			text: "Failed to construct 'WebSocket': The URL's scheme must be either 'http', 'https', 'ws', or " +
				"'wss'. '{found}' is not allowed.",
		},
		rule.WebSocketFragment: {
			text: "Failed to construct 'WebSocket': The URL contains a fragment identifier ('{found}'). " +
				"Fragment identifiers are not allowed in WebSocket URLs.",
		},
		rule.LoadURLInvalid: {text: "Failed to construct '{interface}': '{url}' is not a valid URL."},
	},
	headerValue: template{
		text: "Failed to execute 'setRequestHeader' on 'XMLHttpRequest': " +
			"'{value}' is not a valid HTTP header field value.",
	},
	write: isoLatin1,
}
