// Package policy holds what the standards let a browser decide about a request, one family of rules a file: pure
// functions from facts to a decision, which know no network, no clock and no state.
//
// A page on https://app.example asks for https://api.example/users with the credentials mode "include", and the
// server answers
//
//	Access-Control-Allow-Origin: https://app.example
//
// [CORSCheck] takes the credentials mode, the serialized origin "https://app.example" and the header list of the
// answer, and returns a [rule.Decision] that stops the fetch: the origin is the right one, but with credentials
// Access-Control-Allow-Credentials has to be "true" besides. Its Rule is rule.CORSAllowCredentialsNotTrue, its
// operands are what was found, "", and what it was held against, "true".
//
// A function that can end a fetch, or change its course, answers with such a decision, for a trace to keep. One that
// only classifies answers with a boolean and bears the name that the standard has for it, such as
// [IsCORSSafelistedMethod].
//
// Origins come serialized where the text compares bytes, and as [origin.Origin] where it compares origins. Where a
// list of public suffixes is asked for, nil is the default one.
//
// # Where this package stops or differs
//
//   - The cookies are those of RFC 6265bis; where the layered-cookies draft that the Fetch Standard refers to has it
//     otherwise, the function says so.
//   - Of the HTTP cache there is what can be said of one answer and one request: whether it is stored, how long it
//     stays fresh, and whether it fits. The cache itself is in package fetch.
//   - Where a function takes an [engine.Profile], the zero profile has it as the text does, and the facts of another
//     have it as that browser does.
package policy
