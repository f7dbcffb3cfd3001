// Package scenarios reads scenario files: YAML that a person writes by hand in a minute and reads in a second. A
// scenario is a page, the calls it makes and what the server answers; it says, if wanted, what is expected:
//
//	title: The upload works
//	page: https://app.example/
//	calls:
//	  - fetch: PUT https://api.example/users/1
//	    headers: {Content-Type: application/json}
//	    expect: readable
//	server:
//	  https://api.example/users/1:
//	    preflight:
//	      headers:
//	        Access-Control-Allow-Origin: https://app.example
//	        Access-Control-Allow-Methods: PUT
//	        Access-Control-Allow-Headers: Content-Type
//	    answer:
//	      headers: {Access-Control-Allow-Origin: https://app.example}
//
// [Parse] reads a file and reports all its mistakes at once, [Scenario.Run] makes the calls in a browser. What the
// file says nothing about is not known: a verdict that depends on it is undetermined.
//
// [Schema] is a JSON Schema of the format, for editors; the package's folder holds it as scenario.schema.json. Many
// editors find it by a first line
//
//	# yaml-language-server: $schema=scenario.schema.json
//
// [Library] is a collection of failures that people met.
//
// # The format
//
// Everything that can be written is a field of [Scenario], and of the types below it: the key is the field's json
// tag. What needs more than that:
//
//   - A call is one of fetch, xhr, event-source, load, navigate, beacon and web-socket, with "METHOD URL", or a URL
//     alone for GET. The other keys of a call are what the script passes along, or the attributes of an element. The
//     server of a WebSocket is asked with http: or https:.
//   - Headers are a mapping, where a list as value stands for several fields of a name, or a list of "Name: value".
//   - Under server stands what answers a request: "METHOD URL" that method, a URL alone every method but OPTIONS.
//     Below a URL alone, preflight answers the CORS-preflight requests and answer the others; where there is no
//     preflight, "OPTIONS URL" answers them.
//   - An answer is a status, or a mapping. Without a status it is 204 for OPTIONS and 200 otherwise. Where answers
//     change they are a list: the n-th request gets the n-th answer, and the last one repeats.
//   - What is expected of a call is an outcome, or a mapping of what is expected of the verdict.
//   - The keys of cookies are URLs, their values are Set-Cookie headers that these URLs answered with before.
package scenarios
