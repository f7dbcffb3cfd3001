package fetch

import (
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
)

// A Server stands where the network would: it is given each HTTP request as it goes on the wire, and answers
// it or says why it cannot. It must not change the request, nor keep it or change the answer's header and
// body after it returned. To be replayed with the same outcome it must answer equal sequences of requests
// equally.
type Server interface {
	Answer(request *HTTPRequest) Answer
}

// ServerFunc is a function as a Server.
type ServerFunc func(request *HTTPRequest) Answer

// Answer calls f.
func (f ServerFunc) Answer(request *HTTPRequest) Answer { return f(request) }

// An HTTPRequest is a request as it goes on the wire. What depends on the browser and its user, or on the connection,
// is not in its Header: Host, Connection, User-Agent, Accept-Encoding (but for a Range) and Accept-Language.
type HTTPRequest struct {
	Method string
	URL    origin.URL // without fragment, user name and password
	Header header.List
	Body   *Body // nil where there is none
}

// IsPreflight reports whether it is a CORS-preflight request, as a server tells one from another OPTIONS request.
//
// https://fetch.spec.whatwg.org/#cors-preflight-request
func (r *HTTPRequest) IsPreflight() bool {
	return r.Method == "OPTIONS" && r.Header.Contains("Access-Control-Request-Method")
}

// An Answer is what comes back from the network. The zero value is an answer that nobody knows.
type Answer struct {
	// Status is the status code. Zero means that there is no HTTP answer: Failure or Unknown say why.
	Status int
	// Reason is the reason phrase, which HTTP/2 does not have.
	Reason string
	Header header.List
	Body   []byte
	// Failure says, where Status is zero, how the connection failed ("connection refused").
	Failure string
	// Unknown says, where Status is zero and nothing failed, what is not known, and where that stands. It may be
	// nil where there is nothing to say.
	Unknown *Unknown
	// Alternatives are other answers that the server's description allows as well.
	Alternatives []Answer
}

// An Unknown says what of an answer is not known.
type Unknown struct {
	What string // in a few words
	File string // where the description stands that does not say it; may be empty
	Line int    // the line in File, from 1; 0 where there is none
}
