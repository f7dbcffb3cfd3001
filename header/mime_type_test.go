package header_test

import (
	"regexp"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

func TestParseMIMEType(t *testing.T) {
	tests := []struct {
		input string
		want  string // serialized; empty for failure
	}{
		{"text/html", "text/html"},
		{"TEXT/Html", "text/html"},
		{"\r\n text/html \t", "text/html"},
		{"text/html ;charset=utf-8", "text/html;charset=utf-8"},
		{"x/x+json", "x/x+json"},
		{"*/*", "*/*"},

		{"", ""},
		{"text", ""},
		{"text/", ""},
		{"/html", ""},
		{"text /html", ""},
		{"text/ html", ""},
		{"text/html/x", ""},
		{"text/html, text/plain", ""},
		{"\ftext/html", ""},
		{"téxt/html", ""},

		{"a/b;C=D", "a/b;c=D"},
		{"a/b; c=d; e=f", "a/b;c=d;e=f"},
		{"a/b;c=d;c=e;C=f", "a/b;c=d"},
		{"a/b;;;c=d;", "a/b;c=d"},
		{"a/b;c;d=e", "a/b;d=e"},
		{"a/b;c=;d=e", "a/b;d=e"},
		{"a/b;c= d ", `a/b;c=" d"`},
		{"a/b;c =d", "a/b"},
		{"a/b;=c", "a/b"},
		{"a/b;c=d e", `a/b;c="d e"`},
		{"a/b;c=\x01", "a/b"},
		{"a/b;c=\x7f;d=\xff", "a/b;d=\"\xff\""},
		{"a/b;c=d=e", `a/b;c="d=e"`},

		{`a/b;c=""`, `a/b;c=""`},
		{`a/b;c="d"`, "a/b;c=d"},
		{`a/b;c="d;e"; f=g`, `a/b;c="d;e";f=g`},
		{`a/b;c="d"ignored;e=f`, "a/b;c=d;e=f"},
		{`a/b;c="\d\"\\"`, `a/b;c="d\"\\"`},
		{`a/b;c="d`, "a/b;c=d"},
		{`a/b;c="d\`, `a/b;c="d\\"`},
		{`a/b;c="`, `a/b;c=""`},
		{`a/b;c= "d"`, `a/b;c=" \"d\""`},
		{`a/b;c=d"e"`, `a/b;c="d\"e\""`},
	}
	for _, test := range tests {
		got, ok := header.ParseMIMEType(test.input)
		if got.String() != test.want || ok != (test.want != "") {
			t.Errorf("%q: got %q, %v; want %q", test.input, got, ok, test.want)
		}
	}
}

func TestMIMETypeParts(t *testing.T) {
	m, _ := header.ParseMIMEType("Text/HTML;charset=UTF-8")
	if m.Essence() != "text/html" || m.Type() != "text" || m.Subtype() != "html" {
		t.Errorf("got %q, %q, %q", m.Essence(), m.Type(), m.Subtype())
	}
	if value, ok := m.Parameter("charset"); value != "UTF-8" || !ok {
		t.Errorf("charset: got %q, %v", value, ok)
	}
	if value, ok := m.Parameter("boundary"); value != "" || ok {
		t.Errorf("boundary: got %q, %v", value, ok)
	}
	changed := m.WithParameter("charset", "gbk").WithParameter("a", "b")
	if changed.String() != "text/html;charset=gbk;a=b" || m.String() != "text/html;charset=UTF-8" {
		t.Errorf("with parameters: got %q, and %q before", changed, m)
	}
	var none header.MIMEType
	if none.String() != "" || none.Type() != "" || none.Subtype() != "" || none.IsJavaScript() {
		t.Errorf("the zero value is %q", none)
	}
}

func TestIsJavaScript(t *testing.T) {
	for input, want := range map[string]bool{
		"text/javascript": true, "Application/X-JavaScript": true, "text/jscript": true, "text/javascript1.5;charset=utf-8": true,
		"text/javascript1.6": false, "application/json": false, "text/x-jscript": false,
	} {
		if m, ok := header.ParseMIMEType(input); !ok || m.IsJavaScript() != want {
			t.Errorf("%s: got %v, want %v", input, m.IsJavaScript(), want)
		}
	}
}

func TestMIMEType(t *testing.T) {
	tests := []struct {
		about string
		list  header.List
		want  string
	}{
		{"no field", nil, ""},
		{"the last of a list counts", header.List{{"Content-Type", "text/html, text/plain"}}, "text/plain"},
		{"the last field counts", header.List{{"Content-Type", "text/html"}, {"content-type", "text/plain"}}, "text/plain"},
		{"what does not parse is skipped", header.List{{"Content-Type", "text/html, none,"}}, "text/html"},
		{"what fits all is skipped", header.List{{"Content-Type", "text/html, */*"}}, "text/html"},
		{"the charset goes over to the same essence", header.List{{"Content-Type", "text/html;charset=a, TEXT/HTML;b=c"}}, "text/html;b=c;charset=a"},
		{"over several of them", header.List{{"Content-Type", "text/html;charset=a, text/html, text/html"}}, "text/html;charset=a"},
		{"but not to another", header.List{{"Content-Type", "text/html;charset=a, text/plain, text/html"}}, "text/html"},
		{"a later charset is not inherited", header.List{{"Content-Type", "text/html, text/html;charset=a, text/html"}}, "text/html"},
	}
	for _, test := range tests {
		got, ok := test.list.MIMEType()
		if got.String() != test.want || ok != (test.want != "") {
			t.Errorf("%s: got %q, %v; want %q", test.about, got, ok, test.want)
		}
	}
}

func TestNoSniff(t *testing.T) {
	for value, want := range map[string]bool{
		"nosniff": true, "NoSniff": true, " nosniff\t, x": true,
		"": false, ",nosniff": false, "no, nosniff": false, "'nosniff'": false, "nosniff\v": false, "no sniff": false,
	} {
		if got := (header.List{{"x-content-type-options", value}}).NoSniff(); got != want {
			t.Errorf("%q: got %v, want %v", value, got, want)
		}
	}
	if (header.List{}).NoSniff() {
		t.Error("no field: got true")
	}
}

func TestMIMETypeIsLinear(t *testing.T) {
	var parameters strings.Builder
	for i := range 1 << 17 {
		parameters.WriteString(";p" + strconv.Itoa(i) + "=x")
	}
	inputs := []string{"a/b" + parameters.String()}
	for _, piece := range []string{",", ";", " ", "=", `"`, `\`, "/", ";a=b", `;a="`, ";a=b,", "a/b,"} {
		inputs = append(inputs, strings.Repeat(piece, 1<<20/len(piece)), "a/b;c="+strings.Repeat(piece, 1<<20/len(piece)), `a/b;c="`+strings.Repeat(piece, 1<<20/len(piece)))
	}
	for _, input := range inputs {
		header.ParseMIMEType(input)
		header.List{{"Content-Type", input}}.MIMEType()
	}
}

// parseMIMETypeSlowly reads the grammar as regular expressions, and cuts parameters off with them one by one.
func parseMIMETypeSlowly(input string) (essence string, parameters [][2]string, ok bool) {
	match := mimeEssence.FindStringSubmatch(strings.Trim(input, "\t\n\r "))
	if match == nil {
		return "", nil, false
	}
	seen := map[string]bool{}
	for rest := match[2]; rest != ""; {
		var name, value string
		quoted := mimeQuoted.FindStringSubmatch(rest)
		plain := mimePlain.FindStringSubmatch(rest)
		if quoted != nil {
			name, value, rest = quoted[1], mimeEscape.ReplaceAllString(quoted[2], "$1"), rest[len(quoted[0]):]
		} else {
			name, value, rest = plain[1], strings.TrimRight(strings.TrimPrefix(plain[2], "="), "\t\n\r "), rest[len(plain[0]):]
		}
		name = asciiLower(name)
		if quoted == nil && value == "" || !mimeToken.MatchString(name) || !mimeValue.MatchString(value) || seen[name] {
			continue
		}
		seen[name] = true
		parameters = append(parameters, [2]string{name, value})
	}
	return asciiLower(match[1]), parameters, true
}

var (
	mimeToken   = regexp.MustCompile("^[!#$%&'*+.^_`|~0-9A-Za-z-]+$")
	mimeValue   = regexp.MustCompile(`^[\t -~\x{80}-\x{FF}]*$`)
	mimeEssence = regexp.MustCompile("(?s)^([!#$%&'*+.^_`|~0-9A-Za-z-]+/[!#$%&'*+.^_`|~0-9A-Za-z-]+)[\t\n\r ]*(;.*)?$")
	mimeQuoted  = regexp.MustCompile(`(?s)^;[\t\n\r ]*([^;=]*)="((?:[^"\\]|\\.)*\\?)(?:"[^;]*|$)`)
	mimePlain   = regexp.MustCompile(`(?s)^;[\t\n\r ]*([^;=]*)(=[^;]*)?`)
	mimeEscape  = regexp.MustCompile(`(?s)\\(.)`)
)

func asciiLower(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r | 0x20
		}
		return r
	}, s)
}

func FuzzParseMIMEType(f *testing.F) {
	for _, seed := range []string{"", "text/html", "a/b;c=d;C=e", `a/b;c="d\"e;f"g;h=i`, `a/b;c="\`, "a/b ; c = d ;", "a/b;c=\x01", " A/B;c=;d"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, input string) {
		// Regular expressions see characters, the parser bytes; they agree on those up to U+007F.
		for i := range len(input) {
			if input[i] >= 0x80 {
				t.Skip("not ASCII")
			}
		}
		got, ok := header.ParseMIMEType(input)
		essence, parameters, want := parseMIMETypeSlowly(input)
		if ok != want || got.Essence() != essence {
			t.Fatalf("%q: got %q, %v; want %q, %v", input, got.Essence(), ok, essence, want)
		}
		serialized := essence
		for _, parameter := range parameters {
			value, ok := got.Parameter(parameter[0])
			if !ok || value != parameter[1] {
				t.Errorf("%q: %s: got %q, %v; want %q", input, parameter[0], value, ok, parameter[1])
			}
			if !mimeToken.MatchString(value) {
				value = `"` + strings.NewReplacer(`\`, `\\`, `"`, `\"`).Replace(value) + `"`
			}
			serialized += ";" + parameter[0] + "=" + value
		}
		if got.String() != serialized {
			t.Errorf("%q: serialized to %q, want %q", input, got, serialized)
		}
	})
}

func FuzzMIMEEssence(f *testing.F) {
	for _, seed := range []string{"", "Text/HTML", " a/b ;c=d", "a/b/c", "\xffa/b"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, input string) {
		essence, ok := header.MIMEEssence(input)
		m, parsed := header.ParseMIMEType(input)
		if ok != parsed || header.Lower(essence) != m.Essence() {
			t.Fatalf("%q: got %q, %v; parsed %q, %v", input, essence, ok, m.Essence(), parsed)
		}
		if again, ok := header.ParseMIMEType(m.String()); parsed && (!ok || again.String() != m.String()) {
			t.Errorf("%q: serialized to %q, which parses to %q", input, m, again)
		}
	})
}
