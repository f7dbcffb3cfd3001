// Package header is the header list of the Fetch Standard and the parsers that read it.
//
// A [List] is an ordered slice of fields that keeps duplicates, because both decide things: a server that
// answers
//
//	Access-Control-Allow-Origin: https://app.example
//	Access-Control-Allow-Origin: https://app.example
//
// has sent, to a browser, the one value "https://app.example, https://app.example", and that value is no
// origin. Three ways of reading a list give three different answers, and the standard says for each header
// which of them counts:
//
//   - get ([List.Get]) joins the values of all fields of a name with ", " and looks no further;
//   - get, decode, and split ([List.GetDecodeSplit]) cuts that joined value at its commas, but not inside
//     quotation marks, and takes whatever is between them;
//   - extract header list values ([List.Tokens], [List.Integer], [List.Single]) holds each field against the
//     grammar of its name: one bad element anywhere and the header is a failure as a whole, so that
//     "Access-Control-Allow-Headers: x-ok, not ok" allows nothing, not even x-ok.
//
// Names are compared without regard to ASCII case, values never are. Strings hold bytes: a value may contain
// 0x80 to 0xFF and need not be UTF-8.
//
// The package knows nothing of origins, requests or responses. Safelists and forbidden names are decisions
// and live in package policy.
package header
