package conformance

import (
	"encoding/json"
	"fmt"
)

// A Case is a page, the calls that it makes, in order, and what the network answers. The calls share a cookie jar
// and a CORS-preflight cache.
type Case struct {
	ID      string             `json:"id"`
	Page    Page               `json:"page"`
	Cookies []Cookie           `json:"cookies"`
	Calls   []Call             `json:"calls"`
	Server  map[string]Answers `json:"server"` // by "METHOD url"

	// Where the case comes from and what it expects is kept as it stands: it changes nothing in what happens.
	Source     json.RawMessage `json:"source"`
	Note       json.RawMessage `json:"note"`
	Tentative  json.RawMessage `json:"tentative"`
	Expect     json.RawMessage `json:"expect"`
	Derived    json.RawMessage `json:"derived"`
	SpecExpect json.RawMessage `json:"specExpect"`

	// Problem says what in the case was not understood, "" for nothing.
	Problem string `json:"-"`
}

// isTentative reports whether what the case expects binds nobody.
func (c *Case) isTentative() bool { return string(c.Tentative) == "true" && c.SpecExpect == nil }

// A Page is the document or worker that makes the calls.
type Page struct {
	URL            string   `json:"url"`
	Opaque         bool     `json:"opaque"`
	Kind           string   `json:"kind"` // "window", "worker" or "sharedworker"
	Sandbox        []string `json:"sandbox"`
	Ancestors      []string `json:"ancestors"` // URLs, the parent's first
	TopLevel       string   `json:"topLevel"`
	BaseURL        string   `json:"baseURL"`
	OriginURL      string   `json:"originURL"`
	ReferrerPolicy string   `json:"referrerPolicy"`
	COEP           string   `json:"coep"`

	AddressSpace string            `json:"addressSpace"`
	Permissions  map[string]string `json:"permissions"`
}

// A Cookie is a cookie that is in the jar before the first call.
type Cookie struct {
	Name     string `json:"name"`
	Value    string `json:"value"`
	Host     string `json:"host"` // of a host-only cookie
	Domain   string `json:"domain"`
	Path     string `json:"path"`
	Secure   bool   `json:"secure"`
	SameSite string `json:"sameSite"`
}

// A Call is what a script, or an element, does. A member that is nil is one that the script does not pass.
type Call struct {
	API     string  `json:"api"`
	URL     string  `json:"url"`
	Method  *string `json:"method"`
	Headers []Pair  `json:"headers"`
	Body    *Body   `json:"body"`

	// fetch() only.
	Mode           *string         `json:"mode"`
	Credentials    *string         `json:"credentials"`
	Redirect       *string         `json:"redirect"`
	Referrer       *string         `json:"referrer"`
	ReferrerPolicy string          `json:"referrerPolicy"`
	Cache          *string         `json:"cache"`
	Keepalive      bool            `json:"keepalive"`
	Duplex         *string         `json:"duplex"`
	Window         json.RawMessage `json:"window"`

	// XMLHttpRequest, and the second for EventSource too.
	Async           *bool  `json:"async"`
	WithCredentials bool   `json:"withCredentials"`
	Username        string `json:"username"`
	Password        string `json:"password"`
	UploadListener  bool   `json:"uploadListener"`

	// Elapsed is the number of seconds that pass before the call.
	Elapsed float64 `json:"elapsed"`
	// Page stands in the place of the case's page.
	Page  *Page           `json:"page"`
	Blobs map[string]Blob `json:"blobs"`

	// Elements.
	CrossOrigin *string `json:"crossorigin"`
	Initiator   string  `json:"initiator"`

	// Navigations.
	UserActivation bool `json:"userActivation"`
	UserInitiated  bool `json:"userInitiated"` // in the address bar

	// Local network access.
	TargetAddressSpace string `json:"targetAddressSpace"`
	RemoteAddressSpace string `json:"remoteAddressSpace"`
}

// A Body is a request's body.
type Body struct {
	Type        string `json:"type"`
	Length      int64  `json:"length"`
	ContentType string `json:"contentType"` // what the API adds by itself
	Stream      bool   `json:"stream"`
}

// A Blob is what a blob: URL names.
type Blob struct {
	Type   string `json:"type"`
	Length int64  `json:"length"`
}

// Answers are what the network answers to one method and URL: the first answer to the first request, and the last
// one to all that are left over.
type Answers []Answer

// An Answer is an HTTP answer.
type Answer struct {
	Status  int     `json:"status"`
	Headers []Pair  `json:"headers"`
	Body    *string `json:"body"` // the name of a kind of bodies; nil where it is what the page wants
}

// UnmarshalJSON reads an answer, or an array of them.
func (a *Answers) UnmarshalJSON(data []byte) error {
	if data[0] == '[' {
		return unmarshalStrictly(data, (*[]Answer)(a))
	}
	*a = make(Answers, 1)
	return unmarshalStrictly(data, &(*a)[0])
}

// A Pair is a header's name and value.
type Pair [2]string

// UnmarshalJSON reads an array of two strings.
func (p *Pair) UnmarshalJSON(data []byte) error {
	var parts []string
	if err := json.Unmarshal(data, &parts); err != nil {
		return err
	}
	if len(parts) != 2 {
		return fmt.Errorf("a header is a name and a value, not %d strings", len(parts))
	}
	*p = Pair(parts)
	return nil
}
