// Package origin parses URLs as browsers do and answers the questions the
// same-origin policy starts from: what is the origin of this URL, are two
// origins the same, are they at least the same site?
//
// Take two real URLs:
//
//	https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS
//	https://mozilla.github.io/pdf.js/web/viewer.html
//
// The origin of the first is the tuple (https, developer.mozilla.org, no
// port), written "https://developer.mozilla.org": the path takes no part, and
// the port is left out where it is the default of the scheme. A page on
// "https://developer.mozilla.org:8443" or "http://developer.mozilla.org" is
// another origin. [Differ] names the part that makes it another one.
//
// A site is wider. It is the scheme with the registrable domain: the public
// suffix and one label more. The suffix of the first host is "org", its site
// "https://mozilla.org", shared by all hosts below it. The suffix of the
// second is "github.io", because GitHub asked for everybody's pages to be
// strangers to each other: its site is "https://mozilla.github.io", and
// "https://rust-lang.github.io" is cross-site to it.
//
// # URLs
//
// [Parse] is the basic URL parser of the [URL Standard]; package net/url
// follows RFC 3986 and takes other strings for other URLs. A [URL] is a small
// comparable value: its serialization and where the parts begin. Two URLs are
// == if they are equal in the sense of the standard. A string that is a
// serialized URL already is not copied.
//
// # Origins
//
// An [Origin] is comparable too. For a tuple origin the serialization is
// injective, so the string is the tuple. An opaque origin (a sandboxed frame,
// a data: URL) prints as "null" and is same origin with itself only; it gets
// its identity from a [Mint]. The zero Origin is no origin, and same origin
// with nothing.
//
// # Where this package stops or differs
//
//   - There is no blob URL store: the origin of a blob: URL comes from its
//     path alone.
//   - The origin of a file: URL, left to the implementation, is opaque; see
//     [URL.PotentiallyTrustworthy] for the one place where file: counts.
//   - Strings in Go may hold bytes that are not UTF-8. Each is read as U+FFFD.
//   - Inputs above 256 MiB, and domains above 4 KiB that need IDNA, are errors.
//   - Before Go 1.27 the IDNA tables know Unicode 15, amended to map like
//     Unicode 17; a domain with a character assigned since then is an error.
//
// [URL Standard]: https://url.spec.whatwg.org/
package origin
