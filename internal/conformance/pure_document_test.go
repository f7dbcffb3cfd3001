package conformance_test

import (
	"encoding/json"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

func TestPureDocumentOrigin(t *testing.T) {
	type row struct {
		URL, Kind, Origin string
		Creator           string
		Sandbox           []string
		CSPSandbox        bool
	}
	holdRows(t, "document-origin", 9, func(t *testing.T, row row) {
		browser := corsim.New(corsim.Standard)
		var creator *corsim.Page
		var options []corsim.PageOption
		if row.Creator != "" {
			creator = browser.Open(row.Creator)
			options = append(options, corsim.FrameOf(creator))
		}
		if row.Sandbox != nil {
			options = append(options, corsim.Sandbox(row.Sandbox...))
		}
		if row.CSPSandbox {
			options = append(options, corsim.DocumentHeader(header.List{{Name: "Content-Security-Policy", Value: "sandbox"}}))
		}
		if strings.Contains(row.Kind, "worker") {
			options = append(options, corsim.Worker())
		}
		got := browser.Open(row.URL, options...).Origin()
		if row.Origin == "creator" {
			if !origin.SameOrigin(got, creator.Origin()) {
				t.Errorf("%+v: %v", row, got)
			}
		} else if got.String() != row.Origin {
			t.Errorf("%+v: %v", row, got)
		}
	})
}

func TestPureEmbedderPolicyHeader(t *testing.T) {
	type row struct {
		Fields        []outside.Bytes
		SecureContext *bool
		Value         policy.EmbedderPolicy
	}
	holdRows(t, "coep-header", 12, func(t *testing.T, row row) {
		secure := row.SecureContext == nil || *row.SecureContext
		list := fields("Cross-Origin-Embedder-Policy", row.Fields)
		if got := policy.ObtainEmbedderPolicy(list, secure); got != row.Value {
			t.Errorf("%q is %q, want %q", row.Fields, got, row.Value)
		}
	})
}

func TestPureDocumentDomain(t *testing.T) {
	type document struct{ URL, DocumentDomain string }
	type row struct {
		Op                             string
		Page                           json.RawMessage
		Value                          string
		HostSuffixString, OriginalHost string
		Result                         any
		A, B                           document
		Access, Sandboxed              bool
		BrowsingContext                *bool
		OriginKeyed                    bool
		OriginAgentCluster             *string
		Tentative                      bool
		SerializedOrigin               string
		PSL                            []string
	}
	// open opens a page, and lets it set its domain.
	open := func(t *testing.T, browser *corsim.Browser, d document) *corsim.Page {
		page := browser.Open(d.URL)
		if verdict := page.SetDomain(d.DocumentDomain); !verdict.Readable() {
			t.Fatal(verdict)
		}
		return page
	}
	parse := func(t *testing.T, raw json.RawMessage, to any) {
		if err := json.Unmarshal(raw, to); err != nil {
			t.Fatal(err)
		}
	}
	holdRows(t, "document-domain", 15, func(t *testing.T, row row) {
		profile := corsim.Standard
		if row.Tentative {
			// What has been proposed to the standard.
			profile = profile.With(engine.OriginKeyedByDefault)
		}
		browser := corsim.New(profile)
		switch row.Op {
		case "isRegistrableDomainSuffixOrEqual":
			var list origin.PublicSuffixList
			if row.PSL != nil {
				list = suffixes(row.PSL)
			}
			if got := origin.IsRegistrableDomainSuffixOrEqual(row.HostSuffixString, row.OriginalHost, list); got != row.Result {
				t.Errorf("%+v: %v", row, got)
			}
		case "access":
			verdict := open(t, browser, row.A).Access(open(t, browser, row.B), corsim.Access{Property: "document"})
			if verdict.Readable() != row.Access {
				t.Errorf("%+v: %v", row, verdict)
			}
		case "fetchOrigin":
			var d document
			parse(t, row.Page, &d)
			verdict := open(t, browser, d).Fetch(ok(nil), corsim.Request{URL: "/", Method: "POST"})
			if got, _ := verdict.Exchanges()[0].Request.Header.Get("Origin"); got != row.SerializedOrigin {
				t.Errorf("%+v: %q", row, got)
			}
		default:
			var url string
			parse(t, row.Page, &url)
			var options []corsim.PageOption
			switch {
			case row.BrowsingContext != nil && !*row.BrowsingContext:
				options = append(options, corsim.Detached())
			case row.Sandboxed:
				options = append(options, corsim.Sandbox("allow-same-origin"))
			case row.OriginKeyed:
				options = append(options, corsim.DocumentHeader(header.List{{Name: "Origin-Agent-Cluster", Value: "?1"}}))
			case row.OriginAgentCluster != nil:
				options = append(options, corsim.DocumentHeader(header.List{{Name: "Origin-Agent-Cluster", Value: *row.OriginAgentCluster}}))
			}
			verdict := browser.Open(url, options...).SetDomain(row.Value)
			got := map[corsim.Outcome]string{corsim.Readable: "ok", corsim.Blocked: "no-op", corsim.Threw: verdict.Exception()}
			if got[verdict.Outcome()] != row.Result {
				t.Errorf("%+v: %v", row, verdict)
			}
		}
	})
}

// propertyRow is what a row says of a property, or of an operation.
type propertyRow struct {
	Object, Property string
	Get, Set, Call   string
	Kind             string
	Enumerable       *bool
	Operation        string
	Objects          []string
	Result           any
}

// operations are the operations as rows name them.
var operations = map[string]policy.Operation{
	"Object.getPrototypeOf":          policy.OperationGetPrototype,
	"Object.setPrototypeOf(x, {})":   policy.OperationSetPrototype,
	"Object.setPrototypeOf(x, null)": policy.OperationClearPrototype,
	"Object.isExtensible":            policy.OperationIsExtensible,
	"Object.preventExtensions":       policy.OperationPreventExtensions,
	"Object.defineProperty":          policy.OperationDefine,
	"delete x.anyProperty":           policy.OperationDelete,
}

var platformObjects = map[string]policy.PlatformObject{"Window": policy.WindowObject, "Location": policy.LocationObject}

func TestPureCrossOriginProperties(t *testing.T) {
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://web-platform.test/")
	frames := []string{"donotleakme"}
	other := browser.Open("https://not-web-platform.test/", corsim.Frames(frames...))
	// access is "allowed", "undefined" or the name of an exception.
	access := func(object string, operation policy.Operation, property string) string {
		verdict := page.Access(other, corsim.Access{
			Object: platformObjects[object], Operation: operation, Property: property,
		})
		switch verdict.Outcome() {
		case corsim.Readable:
			return "allowed"
		case corsim.Opaque:
			return "undefined"
		}
		return verdict.Exception()
	}
	holdRows(t, "cross-origin-properties", 33, func(t *testing.T, row propertyRow) {
		switch {
		case row.Property != "":
			got := [3]string{access(row.Object, policy.OperationGet, row.Property), access(row.Object, policy.OperationSet, row.Property)}
			if row.Call != "" {
				got[2] = access(row.Object, policy.OperationCall, row.Property)
			}
			if want := [3]string{row.Get, row.Set, row.Call}; got != want {
				t.Errorf("%+v: %q", row, got)
			}
			holdDescriptor(t, row, frames)
		case row.Operation == "ownKeys":
			holdOwnKeys(t, row, frames)
		case row.Operation == "descriptor of an allowed property":
			for _, property := range []string{"closed", "postMessage"} {
				holdDescriptor(t, propertyRow{Object: "Window", Property: property, Enumerable: new(bool)}, nil)
			}
		default:
			want, _ := row.Result.(string)
			if want == "" {
				// A value, not an exception.
				want = "allowed"
			}
			for _, object := range row.Objects {
				operation, known := operations[row.Operation]
				if got := access(object, operation, "anyProperty"); got != want || !known {
					t.Errorf("%+v, %s: %q", row, object, got)
				}
			}
		}
	})
}

// holdDescriptor holds what script sees of a property against a row.
func holdDescriptor(t *testing.T, row propertyRow, frames []string) {
	t.Helper()
	got, d := policy.CrossOriginGetOwnProperty(&policy.PropertyAccess{
		Object: platformObjects[row.Object], Property: row.Property, Frames: frames,
	})
	if row.Enumerable != nil && (got.Enumerable != *row.Enumerable || !d.OK()) {
		t.Errorf("%+v: %+v", row, got)
	}
	kinds := map[string]policy.PropertyDescriptor{
		"getter":                              {Get: true},
		"getter+setter":                       {Get: true, Set: true},
		"method":                              {Kind: policy.MethodProperty},
		"indexed child navigable":             {Kind: policy.ChildNavigableProperty, Enumerable: true},
		"named child navigable (iframe name)": {Kind: policy.ChildNavigableProperty},
		"whitelisted undefined":               {Kind: policy.UndefinedProperty},
	}
	if want, known := kinds[row.Kind]; row.Kind != "" && (got != want || !known) {
		t.Errorf("%+v: %+v", row, got)
	}
}

// holdOwnKeys holds the keys of a Window against a row, which stands "<…>" for some of them.
func holdOwnKeys(t *testing.T, row propertyRow, frames []string) {
	t.Helper()
	keys := policy.CrossOriginOwnPropertyKeys(policy.WindowObject, len(frames))
	var last []string
	for _, key := range row.Result.([]any) {
		if key := key.(string); !strings.HasPrefix(key, "<") {
			last = append(last, key)
		}
	}
	between := len(keys) - len(frames) - len(last)
	if keys[0] != "0" || between != 13 || !slices.Equal(keys[len(keys)-len(last):], last) {
		t.Errorf("%+v: %q", row, keys)
	}
}
