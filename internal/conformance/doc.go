// Package conformance holds corsim against data from outside: web-platform-tests written down as declarative
// cases, each a page, the calls that it makes, and what the network answers.
//
// [ReadCases] reads the cases, [Play] runs one through corsim, and a [Prediction] writes what corsim says of each as
// a trace, one line of JSON a case. The tests of the package compare these traces with what the cases expect.
//
// Strings of the cases that stand for bytes, as header values do, have one character U+0000 to U+00FF a byte.
package conformance
