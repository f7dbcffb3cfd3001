//go:build browsers

package explain_test

import (
	"context"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"os/exec"
	"regexp"
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/internal/conformance/browser"
	"github.com/corsim/corsim/scenarios"
)

// breakouts are texts that ask for /ran where a browser takes them for more than text.
var breakouts = []string{
	`<script>fetch("/ran")</script>`, `"><script src=/ran></script>`, `'><img src=/ran>`, `</title><img src=/ran>`,
	`</desc></svg><img src="/ran">`, `</style><img src=/ran>`, `<svg onload="fetch('/ran')">`, `" onload="fetch('/ran')`,
	`<style>@import "/ran"</style>`, `</code></pre></details><link rel=stylesheet href=/ran>`, `<image href="/ran"/>`,
	`<foreignObject><img xmlns="http://www.w3.org/1999/xhtml" src="/ran"/></foreignObject>`, `<iframe src=/ran>`,
	`]]><image href="/ran"/><![CDATA[`, `--><img src=/ran><!--`, `<base href=/ran><object data=/ran>`,
	`<meta http-equiv=refresh content="0;url=/ran">`, "\x00<img src=/ran>", "<\x00img src=/ran>", `&lt;img src=/ran&gt;`,
}

// attackedExplanation has every text in each of its strings.
func attackedExplanation(text string) *explain.Explanation {
	line := explain.Line{Name: text, Value: text, Mark: explain.Wrong, Remark: text}
	return &explain.Explanation{
		Call:    explain.Call{API: text, Method: text, URL: text, Origin: text, Page: text},
		Outcome: corsim.Blocked, Engine: text, Result: text, Cause: text,
		Hints: []explain.Hint{{Slug: text, Sentence: text}}, Happened: []string{text},
		Exchanges: []explain.Exchange{{
			Method: text, URL: text, Why: text, Sent: true, Status: 200, StatusMark: explain.OK, StatusRemark: text,
			Request: []explain.Line{line}, Answer: []explain.Line{line},
		}},
		Browsers: []explain.Browser{{Name: text, Console: []string{text}, Error: text, Difference: text}},
		Advice: &fix.Advice{
			Fixes:   []fix.Fix{{Edits: []fix.Edit{{Method: text, URL: text, Header: text, From: text, To: text}}}},
			Ways:    []fix.Way{{Advice: text, Engines: []string{text}}},
			Nothing: text,
		},
	}
}

// TestChromiumRunsNothing has Chromium load attacked renderings, and no script run nor request made.
func TestChromiumRunsNothing(t *testing.T) {
	raw := strings.Join(breakouts, "\n")
	var fragments, pictures strings.Builder
	for _, text := range append(breakouts, raw) {
		fragments.WriteString(attackedExplanation(text).HTML())
		pictures.WriteString(attackedExplanation(text).SVG())
	}
	for _, test := range []struct {
		about, contentType, content string
		runs                        bool
	}{
		{"the attacks as they are, which shows that this test can fail", "text/html", raw, true},
		{"HTML", "text/html", fragments.String(), false},
		{"SVG within HTML", "text/html", pictures.String(), false},
		{"a file of SVG", "image/svg+xml", attackedExplanation(raw).SVG(), false},
	} {
		asked, _ := load(t, test.contentType, test.content)
		if ran := len(asked) > 0; ran != test.runs {
			t.Errorf("%s: it asks for %q", test.about, asked)
		}
	}
}

// measuring is a script that writes how many texts of the pictures on a page lie on each other or outside.
const measuring = `<script>addEventListener("load", () => {
	const wrong = [];
	for (const svg of document.querySelectorAll("svg")) {
		const {width, height} = svg.viewBox.baseVal;
		const boxes = [...svg.querySelectorAll("text")].map(text => ({text: text.textContent, box: text.getBBox()}));
		boxes.forEach(({text, box}, i) => {
			if (box.x < 0 || box.y < 0 || box.x + box.width > width || box.y + box.height > height)
				wrong.push(text + " is clipped");
			for (const other of boxes.slice(0, i)) {
				const across = Math.min(box.x + box.width, other.box.x + other.box.width) - Math.max(box.x, other.box.x);
				const down = Math.min(box.y + box.height, other.box.y + other.box.height) - Math.max(box.y, other.box.y);
				if (across > 1 && down > 4) wrong.push(text + " lies on " + other.text);
			}
		});
	}
	document.title = "measured " + document.querySelectorAll("svg").length + ": " + wrong.join("; ");
});</script>`

// TestPicturesInChromium measures the texts of pictures with the fonts of this machine.
func TestPicturesInChromium(t *testing.T) {
	var page strings.Builder
	page.WriteString("<!doctype html><meta charset=utf-8>" + measuring)
	n := 0
	for scenario := range scenarios.Library() {
		for _, verdict := range scenario.Run(corsim.Chromium).Verdicts {
			page.WriteString(explain.Fully(verdict).SVG())
			n++
		}
	}
	_, dom := load(t, "text/html", page.String())
	title := regexp.MustCompile(`<title>(measured .*?)</title>`).FindStringSubmatch(dom)
	if title == nil {
		t.Fatal("nothing was measured")
	}
	if got := html.UnescapeString(title[1]); got != fmt.Sprintf("measured %d: ", n) {
		t.Error(got)
	}
}

// load shows a page in Chromium. It returns the paths that were asked for besides the page, and the page as it is
// then.
func load(t *testing.T, contentType, content string) (asked []string, dom string) {
	t.Helper()
	program, err := browser.Find("chromium")
	if errors.Is(err, browser.ErrNotFound) {
		t.Skip(err)
	}
	var mu sync.Mutex
	server := httptest.NewServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		switch r.URL.Path {
		case "/page":
			w.Header().Set("Content-Type", contentType+"; charset=utf-8")
			w.Write([]byte(content))
		case "/favicon.ico":
			http.NotFound(w, r)
		default:
			mu.Lock()
			defer mu.Unlock()
			asked = append(asked, r.URL.Path)
		}
	}))
	defer server.Close()
	const patience = 2 * time.Minute
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	defer cancel()
	cmd := exec.CommandContext(ctx, program, "--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run",
		"--disable-background-networking", "--user-data-dir="+t.TempDir(), "--virtual-time-budget=3000", "--dump-dom",
		server.URL+"/page")
	out, err := cmd.Output()
	if err != nil {
		t.Fatal(err)
	}
	mu.Lock()
	defer mu.Unlock()
	return asked, string(out)
}
