// Package rule is the catalogue of what can decide, or change, the course of a fetch, and the trace that is made of it.
//
// A page on https://app.example asks for https://api.example/users with credentials: "include", and the server answers
//
//	Access-Control-Allow-Origin: *
//
// The browser keeps the answer from the page. The rule that decides it is [CORSWildcardWithCredentials]: its [Rule] has
// the slug "cors-check/wildcard-with-credentials", the step of the CORS check it stands for, a link to that algorithm
// in the Fetch Standard, and a lesson to learn from it. The fetch itself notes a [Decision]: the rule, that it stopped
// the fetch, and the operands it compared, "*" with "https://app.example".
//
// # What corsim cannot say
//
// Some rules stand in no standard, but are corsim's own: they make a verdict undetermined rather than let it rest on a
// guess. Those below undetermined/ say that something about this call is not known, such as what the server answers:
// tell it, and there is a verdict. Those below not-modelled/ say that the call depends on something that corsim does
// not simulate.
//
// # Slugs
//
// Slugs are for keeping: tests, scenarios and JSON name a rule by its slug, which does not change. An [ID] and the
// number of a step may, from one release to the next.
package rule
