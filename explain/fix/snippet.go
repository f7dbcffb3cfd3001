package fix

import (
	"embed"
	"errors"
	"strings"
	"sync"
	"text/template"

	"github.com/corsim/corsim"
)

// A Snippet is a fix in the language of a server.
type Snippet struct {
	// Server is the server's name, Language that of its configuration for a block of code in Markdown.
	Server, Language string
	Text             string
}

//go:embed snippets/*.tmpl
var snippetFiles embed.FS

// A dialect is the language of a server: its template, and how it writes the value of a header and the path of a URL,
// some of which it cannot write.
type dialect struct {
	server, language string
	template         *template.Template
}

// dialects are the languages, in the order in which they are shown.
var dialects = sync.OnceValue(func() []dialect {
	return []dialect{
		{"nginx", "nginx", parse("nginx.tmpl", nginxValue, nginxPath)},
		{"Apache", "apache", parse("apache.tmpl", apacheValue, apacheExactly)},
		{"Caddy", "caddyfile", parse("caddy.tmpl", caddyValue, caddyPath)},
		{"Express", "js", parse("express.tmpl", jsString, jsString)},
		{"Go", "go", parse("go.tmpl", goString, goString)},
	}
})

// errUnwritable is that a language cannot write a value.
var errUnwritable = errors.New("the value cannot be written")

// parse returns a template with what it calls.
func parse(file string, quote, path func(string) (text string, ok bool)) *template.Template {
	checked := func(write func(string) (string, bool)) func(string) (string, error) {
		return func(value string) (string, error) {
			if text, ok := write(value); ok && isPlain(value) {
				return text, nil
			}
			return "", errUnwritable
		}
	}
	return template.Must(template.New(file).Funcs(template.FuncMap{
		"quote": checked(quote), "path": checked(path), "comment": checked(asItIs), "name": checked(headerName),
		"oneOf": apacheOneOf,
	}).ParseFS(snippetFiles, "snippets/"+file))
}

// Servers returns the names of the servers that there are snippets for, in lower case.
func Servers() []string {
	var names []string
	for _, d := range dialects() {
		names = append(names, strings.ToLower(d.server))
	}
	return names
}

// Snippets returns the fix of a verdict as configuration of nginx, Apache and Caddy, and as code for Express and Go.
// What changes no header is there as a comment. A server in whose language a value cannot be written is left out, and
// so are all where a value has control characters. The zero Fix has none.
//
// The snippets answer every CORS-preflight for the URL themselves, and allow also the origin that is allowed today:
// they look at the Origin of the request, which is why they add Vary: Origin.
func (f *Fix) Snippets(v corsim.Verdict) []Snippet {
	sites := f.sites(answered(v, f.Edits))
	if len(sites) == 0 {
		return nil
	}
	var snippets []Snippet
	for _, d := range dialects() {
		if text, ok := d.write(sites); ok {
			snippets = append(snippets, Snippet{Server: d.server, Language: d.language, Text: text})
		}
	}
	return snippets
}

// write writes the sites; ok is false where there is a value that the language cannot write.
func (d *dialect) write(sites []site) (text string, ok bool) {
	var b strings.Builder
	for i := range sites {
		if i > 0 {
			b.WriteByte('\n')
		}
		switch err := d.template.Execute(&b, &sites[i]); {
		case errors.Is(err, errUnwritable):
			return "", false
		case err != nil:
			panic(err) // the templates are part of the program
		}
	}
	return b.String(), true
}
