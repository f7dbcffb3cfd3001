package header_test

import (
	"encoding/json"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/outside"
)

// fields makes a list in which every value has the same name.
func fields(name string, values []outside.Bytes) header.List {
	var list header.List
	for _, value := range values {
		list.Append(name, string(value))
	}
	return list
}

// pairs makes a list of names and values.
func pairs(rows [][2]outside.Bytes) header.List {
	var list header.List
	for _, row := range rows {
		list.Append(string(row[0]), string(row[1]))
	}
	return list
}

func TestWPTGetDecodeAndSplit(t *testing.T) {
	type row struct {
		ID     string
		Fields []outside.Bytes
		Values []outside.Bytes
	}
	for _, row := range outside.Rows[row](t, "pure/get-decode-and-split.json") {
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
		Fields  []outside.Bytes
		Values  json.RawMessage
		Seconds *uint64
	}
	for _, row := range outside.Rows[row](t, "pure/extract-header-list-values.json") {
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
		Headers [][2]outside.Bytes
		Exposed bool
	}
	for _, row := range outside.Rows[row](t, "pure/access-control-expose-headers.json") {
		if got := pairs(row.Headers).Tokens("Access-Control-Expose-Headers").ContainsFold("bb-8"); got != row.Exposed {
			t.Errorf("%s: %q: got %v, want %v", row.ID, row.Headers, got, row.Exposed)
		}
	}
}

func TestWPTExtractMIMEType(t *testing.T) {
	type row struct {
		ID       string
		Fields   []outside.Bytes
		MIMEType *string
	}
	for _, row := range outside.Rows[row](t, "pure/extract-mime-type.json") {
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
		Headers [][2]outside.Bytes
		NoSniff bool
	}
	for _, row := range outside.Rows[row](t, "pure/nosniff.json") {
		if got := pairs(row.Headers).NoSniff(); got != row.NoSniff {
			t.Errorf("%s: %q: got %v, want %v", row.ID, row.Headers, got, row.NoSniff)
		}
	}
}

func TestWPTRangeHeader(t *testing.T) {
	type row struct {
		ID              string
		Value           outside.Bytes
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
	for _, row := range outside.Rows[row](t, "pure/range-header.json") {
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
		Range      outside.Bytes
		Result     *struct {
			ContentLength int64
			ContentRange  string
		}
	}
	for _, row := range outside.Rows[row](t, "pure/blob-range.json") {
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
		Fields        []outside.Bytes
		SecureContext *bool
		Value         string
	}
	for _, row := range outside.Rows[row](t, "pure/coep-header.json") {
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
