package explain

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
)

// attacks are texts that try to be more than text.
var attacks = []string{
	`<script>alert(1)</script>`, `"><script>alert(1)</script>`, `'><img src=x onerror=alert(1)>`,
	`</title><script>alert(1)</script>`, `</style><script>alert(1)</script>`,
	`</desc></svg><script>alert(1)</script>`, `<!--`, `-->`, `]]>`, `<![CDATA[`, `<?xml?>`, `&lt;script&gt;`,
	`&#60;script&#62;`, `&`, `" onload="alert(1)`, `' onload='alert(1)`, "` onload=`alert(1)",
	`<svg onload=alert(1)>`, `<foreignObject><iframe src=//evil.example>`, `<a xlink:href="javascript:alert(1)">`,
	`</textarea>`, `</details><base href=//evil.example>`, "\x1b[31mred", "\x1b]0;title\a",
	"\x1b]8;;https://evil.example\x1b\\link\x1b]8;;\x1b\\", "\x9b31m", "\u009b31m", "\r\n\r\n", "\n# heading",
	"\t", "\x00", "\x7f", "\b\b\b", "\u202e\u2066\u2069\u200f", "\u2028\u2029\u0085", "\ufeff\u200b\u00ad",
	"\U000e0041", "\xff\xfe", "\xed\xa0\x80", "\ufffd", "[link](https://evil.example)",
	"![image](https://evil.example/x.png)", "<https://evil.example>", "https://evil.example/", "www.evil.example",
	"WwW.evil.example", "evil@evil.example", "@octocat", "#1", "owner/repo#1", "[^1]", "[^1]: note",
	"[ref]: https://evil.example", "[ref]", "`", "``", "```\ncode", "` `` ```", "\\`", "`\\", "|", "\\|", "a | b",
	"| --- |", "---", "===", "- item", "+ item", "* item", "1. item", "1)", "12.", "> quote", "# h", "*em*",
	"**strong**", "_em_", "~~del~~", "$math$", "$$", ":smile:", "mailto:evil@evil.example",
	"xmpp:evil@evil.example", "ftp://evil.example", "    code", `\`, `\\`, "\"", "\"a` b\"", "\" \" \"", `a "b c`,
	"- [x] done", "<details>", "term\n: definition", ";", "#", "#59;", "#quot;", ":", "::", "%% comment",
	"%%{init: {}}%%", "end", "Note over page: x", "\nlink page: x @ https://evil.example", "<br/>", "wrap:",
	"nowrap:x", "participant x", "-->>", "loop x", "&#35;", "-", "--", "—", "日本語日本語日本語日本語日本語日本語日本語", "é\u0301",
	"👩‍👩‍👧", strings.Repeat("x", 300), strings.Repeat("a b ", 100), strings.Repeat("/", 120), "", " ", "   ",
	"javascript:alert(1)", "data:text/html,<script>alert(1)</script>", "{{.}}", "${x}", "<%= x %>",
	"\"}</script>",
}

// TestInjectionEachField sets each field of an explanation to another attack, and in the end each to all of them.
func TestInjectionEachField(t *testing.T) {
	t.Parallel()
	plain := filled("plain")
	n := countStrings(reflect.ValueOf(plain))
	for i := range attacks {
		e := filled("plain")
		// From the last: a field that is empty is no longer counted.
		for field := n - 1; field >= 0; field-- {
			left := field
			setString(reflect.ValueOf(&e).Elem(), attacks[(i+field)%len(attacks)], &left)
		}
		if err := breaksOut(&e); err != nil {
			t.Errorf("from %q on: %v", attacks[i], err)
		}
	}
}

// TestInjectionEverywhere sets all fields at once.
func TestInjectionEverywhere(t *testing.T) {
	t.Parallel()
	for i, attack := range attacks {
		e := filled(attack)
		e.Outcome = corsim.Outcome(i % (int(corsim.Threw) + 1))
		if err := breaksOut(&e); err != nil {
			t.Errorf("%q, %v: %v", attack, e.Outcome, err)
		}
	}
}

// setString sets the string with a number, counted as [countStrings] does.
func setString(v reflect.Value, to string, left *int) {
	switch v.Kind() {
	case reflect.String:
		if v.Len() == 0 {
			return
		}
		if *left == 0 {
			v.SetString(to)
		}
		*left--
	case reflect.Pointer:
		if !v.IsNil() {
			setString(v.Elem(), to, left)
		}
	case reflect.Slice:
		for i := range v.Len() {
			setString(v.Index(i), to, left)
		}
	case reflect.Struct:
		for i := range v.NumField() {
			setString(v.Field(i), to, left)
		}
	}
}

// TestInjectionThroughVerdicts sets each field of what a page asks and a server answers.
func TestInjectionThroughVerdicts(t *testing.T) {
	t.Parallel()
	for i, attack := range attacks {
		for j, place := range attacked(attack) {
			// Each attack is tried in some of the places, and each place with some of the attacks. Of is a part of
			// Fully, which takes longer.
			explain := Of
			switch (i + j) % 9 {
			case 0:
				explain = Fully
			case 3, 6:
			default:
				continue
			}
			if err := breaksOut(explain(place.verdict)); err != nil {
				t.Errorf("%q as %s: %v", attack, place.about, err)
			}
		}
	}
}

// A place is one in which an attack can stand, with the verdict then.
type place struct {
	about   string
	verdict corsim.Verdict
}

// attacked are verdicts with an attack in one place.
func attacked(attack string) []place {
	const api = "https://api.example/"
	ask := func(page string, request corsim.Request, answers ...corsim.Answer) corsim.Verdict {
		n := 0
		return corsim.New(corsim.Chromium).Open(page).Fetch(corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer {
			n++
			return answers[min(n, len(answers))-1]
		}), request)
	}
	const page = "https://app.example/"
	get := corsim.Request{URL: api}
	answer := func(name, value string) corsim.Answer {
		return corsim.Answer{Status: 200, Header: header.List{{Name: name, Value: value}}}
	}
	with := func(name, value string) corsim.Request {
		return corsim.Request{URL: api, Header: header.List{{Name: name, Value: value}}}
	}
	redirect := answer("Location", attack)
	redirect.Status = 302
	put := corsim.Request{URL: api, Method: "PUT", Header: header.List{{Name: "X-A", Value: "b"}}}
	places := []place{
		{"the page's URL", ask(attack, get, answer("A", "b"))},
		{"the page's path", ask(page+attack, get, answer("A", "b"))},
		{"the URL", ask(page, corsim.Request{URL: attack}, answer("A", "b"))},
		{"the path", ask(page, corsim.Request{URL: api + attack}, answer("A", "b"))},
		{"the host", ask(page, corsim.Request{URL: "https://" + attack + ".example/"}, answer("A", "b"))},
		{"the method", ask(page, corsim.Request{URL: api, Method: attack}, answer("A", "b"))},
		{"a header's name", ask(page, with(attack, "b"), answer("A", "b"))},
		{"a header's value", ask(page, with("Accept", attack), answer("A", "b"))},
		{"the mode", ask(page, corsim.Request{URL: api, Mode: "x" + "cors"}, answer("A", "b"))},
		{"an answer's header", ask(page, get, answer(attack, attack))},
		{"the reason", ask(page, get, corsim.Answer{Status: 500, Reason: attack})},
		{"the failure", ask(page, get, corsim.Answer{Failure: attack})},
		{"what is unknown", ask(page, get, corsim.Answer{Unknown: &fetch.Unknown{What: attack, File: attack, Line: 3}})},
		{"where a redirect leads", ask(page, get, redirect, answer("A", "b"))},
		{"the fragment", ask(page, corsim.Request{URL: api + "#" + attack}, answer("A", "b"))},
		{"Access-Control-Allow-*", ask(page, put, answer("Access-Control-Allow-Origin", "*"), answer("A", "b"))},
		{"the type of what loads", corsim.New(corsim.Firefox).Open(page).Load(same(answer("Content-Type", attack)),
			corsim.Load{URL: api, Kind: corsim.ModuleScript})},
		{"a resource policy", corsim.New(corsim.WebKit).Open(page).Load(
			same(answer("Cross-Origin-Resource-Policy", attack)), corsim.Load{URL: api})},
	}
	for _, name := range []string{
		"Access-Control-Allow-Origin", "Access-Control-Allow-Methods", "Access-Control-Allow-Headers",
		"Access-Control-Allow-Credentials",
	} {
		all := corsim.Answer{Status: 200, Header: header.List{{Name: name, Value: attack}}}
		if name != "Access-Control-Allow-Origin" {
			all.Header = append(all.Header, header.Field{Name: "Access-Control-Allow-Origin", Value: "https://app.example"})
		}
		put.Credentials = corsim.Include
		places = append(places, place{name, ask(page, put, all)})
	}
	return places
}

// same is a server with one answer.
func same(answer corsim.Answer) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer { return answer })
}

func FuzzRenderings(f *testing.F) {
	for i, attack := range attacks {
		f.Add(attack, attacks[(i+7)%len(attacks)], byte(i))
	}
	f.Fuzz(func(t *testing.T, a, b string, field byte) {
		e := filled(a)
		e.Outcome = corsim.Outcome(int(field) % (int(corsim.Threw) + 1))
		left := int(field)
		setString(reflect.ValueOf(&e).Elem(), b, &left)
		if err := breaksOut(&e); err != nil {
			t.Error(err)
		}
	})
}

// breaksOut says which rendering of an explanation is more than what its templates are.
func breaksOut(e *Explanation) error {
	for _, rendering := range []struct {
		name  string
		check func(*Explanation) error
	}{
		{"text", checkText}, {"SVG", checkSVG}, {"HTML", checkHTML}, {"Markdown", checkMarkdown},
		{"Mermaid", checkMermaid}, {"JSON", checkJSON},
	} {
		if err := rendering.check(e); err != nil {
			return fmt.Errorf("%s: %w", rendering.name, err)
		}
	}
	return nil
}
