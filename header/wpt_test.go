package header_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

// byteString is a JSON string whose characters U+0000 to U+00FF stand for bytes.
type byteString string

func (b *byteString) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	bytes := make([]byte, 0, len(text))
	for _, char := range text {
		bytes = append(bytes, byte(char))
	}
	*b = byteString(bytes)
	return nil
}

// wptRows reads the rows of a file of web-platform-tests facts, which a clone of the module does not carry.
func wptRows[Row any](t *testing.T, name string) []Row {
	t.Helper()
	shared := os.Getenv("CORSIM_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(shared, "wpt", "pure", name+".json"))
	if err != nil {
		t.Skipf("no web-platform-tests data: set CORSIM_SHARED to the folder that has wpt/pure (%v)", err)
	}
	var file struct{ Cases []Row }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Cases) == 0 {
		t.Fatalf("%s has no cases", name)
	}
	t.Logf("%d rows", len(file.Cases))
	return file.Cases
}

// fields makes a list in which every value has the same name.
func fields(name string, values []byteString) header.List {
	var list header.List
	for _, value := range values {
		list.Append(name, string(value))
	}
	return list
}

// pairs makes a list of names and values.
func pairs(rows [][2]byteString) header.List {
	var list header.List
	for _, row := range rows {
		list.Append(string(row[0]), string(row[1]))
	}
	return list
}

func TestWPTGetDecodeAndSplit(t *testing.T) {
	type row struct {
		ID     string
		Fields []byteString
		Values []byteString
	}
	for _, row := range wptRows[row](t, "get-decode-and-split") {
		got, ok := fields("x", row.Fields).GetDecodeSplit("X")
		want := make([]string, len(row.Values))
		for i, value := range row.Values {
			want[i] = string(value)
		}
		if ok != (row.Values != nil) || !slices.Equal(got, want) {
			t.Errorf("%s: %q: got %q, %v; want %q", row.ID, row.Fields, got, ok, want)
		}
	}
}

func TestWPTExtractHeaderListValues(t *testing.T) {
	type row struct {
		ID      string
		Name    string
		Fields  []byteString
		Values  json.RawMessage
		Seconds *uint64
	}
	for _, row := range wptRows[row](t, "extract-header-list-values") {
		list := fields(strings.ToLower(row.Name), row.Fields)
		if row.Seconds != nil {
			seconds, result := list.Integer(row.Name)
			if result != header.Found {
				seconds = 5
			}
			if seconds != *row.Seconds {
				t.Errorf("%s: %q: got %d seconds, want %d", row.ID, row.Fields, seconds, *row.Seconds)
			}
			continue
		}
		var got []byte
		tokens := list.Tokens(row.Name)
		switch tokens.Extraction() {
		case header.Null:
			got = []byte("null")
		case header.Failure:
			got = []byte(`"failure"`)
		case header.Found:
			got, _ = json.Marshal(slices.AppendSeq([]string{}, tokens.All()))
		}
		if string(got) != string(row.Values) {
			t.Errorf("%s: %q: got %s, want %s", row.ID, row.Fields, got, row.Values)
		}
	}
}

func TestWPTAccessControlExposeHeaders(t *testing.T) {
	type row struct {
		ID      string
		Headers [][2]byteString
		Exposed bool
	}
	for _, row := range wptRows[row](t, "access-control-expose-headers") {
		if got := pairs(row.Headers).Tokens("Access-Control-Expose-Headers").ContainsFold("bb-8"); got != row.Exposed {
			t.Errorf("%s: %q: got %v, want %v", row.ID, row.Headers, got, row.Exposed)
		}
	}
}

func TestWPTExtractMIMEType(t *testing.T) {
	type row struct {
		ID       string
		Fields   []byteString
		MIMEType *string
	}
	for _, row := range wptRows[row](t, "extract-mime-type") {
		got, ok := fields("content-type", row.Fields).MIMEType()
		want := ""
		if row.MIMEType != nil {
			want = *row.MIMEType
		}
		if ok != (row.MIMEType != nil) || got.String() != want {
			t.Errorf("%s: %q: got %q, %v; want %q", row.ID, row.Fields, got, ok, want)
		}
	}
}

func TestWPTNoSniff(t *testing.T) {
	type row struct {
		ID      string
		Headers [][2]byteString
		NoSniff bool
	}
	for _, row := range wptRows[row](t, "nosniff") {
		if got := pairs(row.Headers).NoSniff(); got != row.NoSniff {
			t.Errorf("%s: %q: got %v, want %v", row.ID, row.Headers, got, row.NoSniff)
		}
	}
}

func TestWPTRangeHeader(t *testing.T) {
	type row struct {
		ID              string
		Value           byteString
		AllowWhitespace bool
		Result          json.RawMessage
	}
	number := func(n uint64, has bool) *string {
		if !has {
			return nil
		}
		text := strconv.FormatUint(n, 10)
		return &text
	}
	for _, row := range wptRows[row](t, "range-header") {
		got := []byte(`"failure"`)
		if r, ok := header.ParseRange(string(row.Value), row.AllowWhitespace); ok {
			got, _ = json.Marshal([]*string{number(r.Start, r.HasStart), number(r.End, r.HasEnd)})
		}
		if string(got) != string(row.Result) {
			t.Errorf("%s: %q: got %s, want %s", row.ID, row.Value, got, row.Result)
		}
	}
}

func TestWPTBlobRange(t *testing.T) {
	type row struct {
		ID         string
		BlobLength int64
		Range      byteString
		Result     *struct {
			ContentLength int64
			ContentRange  string
		}
	}
	for _, row := range wptRows[row](t, "blob-range") {
		r, ok := header.ParseRange(string(row.Range), true)
		start, end, within := r.Within(row.BlobLength)
		if (ok && within) != (row.Result != nil) {
			t.Errorf("%s: %q of %d: got %v, want %v", row.ID, row.Range, row.BlobLength, ok && within, row.Result)
			continue
		}
		if row.Result == nil {
			continue
		}
		length, contentRange := end-start+1, header.BuildContentRange(start, end, row.BlobLength)
		if length != row.Result.ContentLength || contentRange != row.Result.ContentRange {
			t.Errorf("%s: %q of %d: got %d, %q; want %v", row.ID, row.Range, row.BlobLength, length, contentRange, *row.Result)
		}
	}
}

func TestWPTCrossOriginEmbedderPolicy(t *testing.T) {
	type row struct {
		ID            string
		Fields        []byteString
		SecureContext *bool
		Value         string
	}
	for _, row := range wptRows[row](t, "coep-header") {
		// HTTP takes tabs and spaces off a field before it is a header value; a document that is not a secure
		// context does not look at the header.
		var list header.List
		for _, value := range row.Fields {
			list.Append("cross-origin-embedder-policy", strings.Trim(string(value), "\t "))
		}
		got, _ := list.ItemToken("Cross-Origin-Embedder-Policy")
		secure := row.SecureContext == nil || *row.SecureContext
		if !secure || got != "require-corp" && got != "credentialless" {
			got = "unsafe-none"
		}
		if got != row.Value {
			t.Errorf("%s: %q: got %q, want %q", row.ID, row.Fields, got, row.Value)
		}
	}
}
