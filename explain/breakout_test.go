package explain

import (
	"bytes"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"regexp"
	"strings"
	"sync"

	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	unsafe "github.com/yuin/goldmark/renderer/html"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

// A node is an element, or an attribute of one with "element attribute", in the markup of a rendering.
type nodes map[string]bool

// A reader tells each element and attribute of markup.
type reader func(markup string, element func(name string), attribute func(element, name, value string)) error

// templates are the elements and attributes that a rendering has where every string is plain.
func templates(render func(*Explanation) string, read reader) func() nodes {
	return sync.OnceValue(func() nodes {
		known := nodes{}
		for outcome := corsim.Undetermined; outcome <= corsim.Threw; outcome++ {
			e := filled("plain")
			e.Outcome = outcome
			err := read(render(&e), func(name string) { known[name] = true },
				func(element, name, value string) { known[element+" "+name] = true })
			if err != nil {
				panic(err)
			}
		}
		return known
	})
}

// onlyTemplates reports what is in markup that is in no template.
func onlyTemplates(markup string, read reader, known nodes) error {
	var alien error
	err := read(markup, func(name string) {
		if !known[name] {
			alien = fmt.Errorf("an element %s", name)
		}
	}, func(element, name, value string) {
		switch {
		case !known[element+" "+name]:
			alien = fmt.Errorf("an attribute %s of %s", name, element)
		case name == "href" && !links()[value]:
			alien = fmt.Errorf("a link to %s", value)
		case name != "href" && name != "xmlns" && !ownValue.MatchString(value):
			alien = fmt.Errorf("%s is %q", name, value)
		}
	})
	return errors.Join(err, alien)
}

// ownValue matches classes, names, numbers and paths.
var ownValue = regexp.MustCompile(`^[a-zA-Z0-9 .-]*$`)

// links are the addresses that the catalogue has.
var links = sync.OnceValue(func() nodes {
	links := nodes{}
	for id := range rule.All {
		links[id.Rule().Link()] = true
	}
	return links
})

func readXML(markup string, element func(string), attribute func(element, name, value string)) error {
	decoder := xml.NewDecoder(strings.NewReader(markup))
	for {
		token, err := decoder.Token()
		switch token := token.(type) {
		case xml.StartElement:
			element(token.Name.Local)
			for _, a := range token.Attr {
				attribute(token.Name.Local, a.Name.Local, a.Value)
			}
		case xml.Comment, xml.ProcInst, xml.Directive:
			return fmt.Errorf("%T", token)
		}
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		}
	}
}

func readHTML(markup string, element func(string), attribute func(element, name, value string)) error {
	body := &html.Node{Type: html.ElementNode, Data: "body", DataAtom: atom.Body}
	tops, err := html.ParseFragment(strings.NewReader(markup), body)
	if err != nil {
		return err
	}
	for _, top := range tops {
		body.AppendChild(top)
	}
	for n := range body.Descendants() {
		switch n.Type {
		case html.ElementNode:
			element(n.Data)
			for _, a := range n.Attr {
				attribute(n.Data, a.Key, a.Val)
			}
		case html.TextNode:
		default:
			return fmt.Errorf("a node of type %d", n.Type)
		}
	}
	return nil
}

var (
	svgTemplates  = templates((*Explanation).SVG, readXML)
	htmlTemplates = templates((*Explanation).HTML, readHTML)
)

func checkSVG(e *Explanation) error {
	svg := e.SVG()
	return errors.Join(onlyLineFeeds(svg), onlyTemplates(svg, readXML, svgTemplates()))
}

func checkHTML(e *Explanation) error {
	page := e.HTML()
	return errors.Join(onlyLines(page), onlyTemplates(page, readHTML, htmlTemplates()))
}

// hub is Markdown as GitHub has it, and more of it.
var hub = goldmark.New(goldmark.WithRendererOptions(unsafe.WithUnsafe()), goldmark.WithExtensions(
	extension.GFM, extension.Footnote, extension.DefinitionList))

// markdownTemplates are the elements that our Markdown makes.
var markdownTemplates = nodes{
	"h3": true, "h4": true, "p": true, "ul": true, "ol": true, "li": true, "code": true, "strong": true,
	"a": true, "a href": true, "pre": true, "code class": true,
}

func checkMarkdown(e *Explanation) error {
	text := e.Markdown()
	var page bytes.Buffer
	if err := hub.Convert([]byte(text), &page); err != nil {
		return err
	}
	return errors.Join(onlyLines(text), onlyTemplates(page.String(), readHTML, markdownTemplates),
		ownHeadings(page.String()))
}

// ownHeadings holds that no heading has come from input.
func ownHeadings(page string) error {
	if n := strings.Count(page, "<h3"); n != 1 {
		return fmt.Errorf("%d titles", n)
	}
	if n := strings.Count(page, "<h4"); n > 6 {
		return fmt.Errorf("%d headings", n)
	}
	return nil
}

func checkText(e *Explanation) error { return onlyLineFeeds(e.Text()) }

// onlyLines is like onlyLineFeeds, where lines of code may begin with tabs.
func onlyLines(text string) error { return onlyLineFeeds(indentation.ReplaceAllString(text, "")) }

var indentation = regexp.MustCompile(`(?m)^\t+`)

// onlyLineFeeds reports a character that does not show as itself.
func onlyLineFeeds(text string) error {
	for at, r := range text {
		if ' ' <= r && r <= '~' {
			continue
		}
		if r != '\n' && !shows(r, len(string(r))) || r == '\ufffd' && text[at] != "\ufffd"[0] {
			return fmt.Errorf("%q at %d", r, at)
		}
	}
	return nil
}

// statement matches a statement of a diagram: its text has nothing with a meaning but line breaks and entities.
var statement = regexp.MustCompile(
	`^    (?:participant \w+ as (?:page|browser|server)|\w+-?-(?:>>|x)\w+:|Note over \w+(?:,\w+)?:)` +
		`(?:[^#;<>"%:\\{}\[\]&\n]|#\d+;|<br/>)*$`)

func checkMermaid(e *Explanation) error {
	lines := strings.Split(strings.TrimSuffix(e.Mermaid(), "\n"), "\n")
	if lines[0] != "sequenceDiagram" {
		return fmt.Errorf("it begins with %q", lines[0])
	}
	for _, line := range lines[1:] {
		if !statement.MatchString(line) {
			return fmt.Errorf("a statement %q", line)
		}
	}
	return onlyLineFeeds(strings.Join(lines, "\n"))
}

func checkJSON(e *Explanation) error {
	data, err := json.Marshal(e)
	if err != nil {
		return err
	}
	var back documentJSON
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return errors.Join(onlyLineFeeds(string(data)), ignoreOutcome(decoder.Decode(&back)))
}

// ignoreOutcome forgives that an outcome is written and never read.
func ignoreOutcome(err error) error {
	var mismatch *json.UnmarshalTypeError
	if errors.As(err, &mismatch) && mismatch.Field == "outcome" {
		return nil
	}
	return err
}
