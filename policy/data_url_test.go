package policy_test

import (
	"bytes"
	"fmt"
	"strings"
	"testing"

	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/policy"
)

func TestDataURL(t *testing.T) {
	tests := []struct {
		about       string
		afterScheme string
		mimeType    string
		body        string
	}{
		{"nothing but a comma", ",", "text/plain;charset=US-ASCII", ""},
		{"text", ",Hello%20World", "text/plain;charset=US-ASCII", "Hello World"},
		{"a percent sign that encodes nothing stays", ",100%,%4,%zz", "text/plain;charset=US-ASCII", "100%,%4,%zz"},
		{"parameters alone are those of text/plain", ";charset=utf-8,a", "text/plain;charset=utf-8", "a"},
		{"a MIME type is put in lower case", "IMAGE/SVG+XML,<svg/>", "image/svg+xml", "<svg/>"},
		{"what is no MIME type is text/plain", "html,a", "text/plain;charset=US-ASCII", "a"},
		{"the MIME type ends at the first comma", `text/html;a=",",b`, `text/html;a=""`, `",b`},

		{"base64", "text/html;base64,SGk=", "text/html", "Hi"},
		{"base64 in any case, after spaces", "text/html;  BASE64,SGk=", "text/html", "Hi"},
		{"base64 without its padding", ";base64,SGk", "text/plain;charset=US-ASCII", "Hi"},
		{"base64 that is percent-encoded", ";base64,SG%6B%3D", "text/plain;charset=US-ASCII", "Hi"},
		{"base64 with white space", ";base64,S G%0Ak =", "text/plain;charset=US-ASCII", "Hi"},
		{"base64 with bits left over", ";base64,YR", "text/plain;charset=US-ASCII", "a"},
		{"base64 has to be the last parameter", "text/plain;base64;a=b,SGk=", "text/plain;a=b", "SGk="},
		{"base64 without a semicolon is no base64", "base64,SGk=", "text/plain;charset=US-ASCII", "SGk="},
	}
	for _, test := range tests {
		mimeType, body, ok := policy.DataURL(test.afterScheme)
		if !ok || mimeType.String() != test.mimeType || string(body) != test.body {
			t.Errorf("%s: got %q, %q, %v; want %q, %q", test.about, mimeType, body, ok, test.mimeType, test.body)
		}
	}
}

func TestDataURLFailure(t *testing.T) {
	for about, afterScheme := range map[string]string{
		"no comma":                      "text/html",
		"a group of one":                ";base64,SGkhS",
		"a byte that is no base64":      ";base64,SG-_",
		"too much padding":              ";base64,S===",
		"padding where none is missing": ";base64,SGkh=",
		"padding inside":                ";base64,SG==SG==",
	} {
		if mimeType, body, ok := policy.DataURL(afterScheme); ok {
			t.Errorf("%s: got %q, %q", about, mimeType, body)
		}
	}
}

func TestDataURLIsLinear(t *testing.T) {
	for _, piece := range []string{",", ";", "%", " ", "a=b;", `"`, "="} {
		policy.DataURL(strings.Repeat(piece, 1<<20/len(piece)) + ",")
		policy.DataURL(";base64," + strings.Repeat(piece, 1<<20/len(piece)))
	}
}

// slowForgivingBase64Decode is forgiving-base64 decode digit by digit, as the text has it.
func slowForgivingBase64Decode(data string) (output []byte, ok bool) {
	const digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
	data = strings.NewReplacer("\t", "", "\n", "", "\f", "", "\r", "", " ", "").Replace(data)
	if len(data)%4 == 0 {
		data = strings.TrimSuffix(strings.TrimSuffix(data, "="), "=")
	}
	if len(data)%4 == 1 {
		return nil, false
	}
	buffer, bits := 0, 0
	for _, c := range []byte(data) {
		n := strings.IndexByte(digits, c)
		if n < 0 {
			return nil, false
		}
		buffer, bits = buffer<<6|n, bits+6
		if bits >= 8 {
			bits -= 8
			output = append(output, byte(buffer>>bits))
			buffer &= 1<<bits - 1
		}
	}
	return output, true
}

func FuzzDataURLBase64(f *testing.F) {
	for _, seed := range []string{"", "SGk=", "SGk", "S", "S===", " SG k\n=", "YR", "SG-_", "SG==SG==", "\v"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		if strings.Contains(data, "%") {
			t.Skip("percent-decoding is another step")
		}
		_, got, ok := policy.DataURL(";base64," + data)
		want, wantOK := slowForgivingBase64Decode(data)
		if ok != wantOK || ok && !bytes.Equal(got, want) {
			t.Errorf("%q: got %q, %v; want %q, %v", data, got, ok, want, wantOK)
		}
	})
}

func FuzzDataURL(f *testing.F) {
	for _, seed := range []string{"", ",", "text/html,<p>", ";base64,SGk=", "a/b;c=d;base64 ,%41", `a/b;c=",",`} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, afterScheme string) {
		mimeType, body, ok := policy.DataURL(afterScheme)
		if !ok {
			return
		}
		if mimeType.Essence() == "" {
			t.Errorf("%q: no MIME type", afterScheme)
		}
		if _, encoded, _ := strings.Cut(afterScheme, ","); len(body) > len(encoded) {
			t.Errorf("%q: body longer than the URL", afterScheme)
		}
	})
}

func ExampleDataURL() {
	mimeType, body, ok := policy.DataURL("text/html;base64,PGgxPkhpPC9oMT4=")
	fmt.Printf("%v %s %v\n", mimeType, body, ok)
	// Output: text/html <h1>Hi</h1> true
}

func TestWPTDataURL(t *testing.T) {
	type row struct {
		ID       string
		URL      string
		MIMEType *string
		Body     []int
	}
	for _, row := range outside.Rows[row](t, "pure/data-url.json") {
		mimeType, body, ok := policy.DataURL(serializedDataURL(row.URL))
		want := make([]byte, len(row.Body))
		for i, value := range row.Body {
			want[i] = byte(value)
		}
		if row.MIMEType == nil {
			if ok {
				t.Errorf("%s: %s: got %q, %q, want failure", row.ID, row.URL, mimeType, body)
			}
			continue
		}
		if !ok || mimeType.String() != *row.MIMEType || !bytes.Equal(body, want) {
			t.Errorf("%s: %s: got %q, %q, %v; want %q, %q", row.ID, row.URL, mimeType, body, ok, *row.MIMEType, want)
		}
	}
}

// serializedDataURL does to a data: URL what the URL parser does that matters here: the fragment goes, and all but
// printable ASCII is percent-encoded.
func serializedDataURL(url string) string {
	afterScheme, _, _ := strings.Cut(strings.TrimPrefix(url, "data:"), "#")
	var serialized strings.Builder
	for _, c := range []byte(afterScheme) {
		if c < ' ' || c > '~' {
			fmt.Fprintf(&serialized, "%%%02X", c)
		} else {
			serialized.WriteByte(c)
		}
	}
	return serialized.String()
}
