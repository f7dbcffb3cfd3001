package fix

import (
	"embed"
	"strings"
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

// A dialect is the language of a server: how it writes the value of a header, and the path of a URL. Some of them it
// cannot write.
type dialect struct {
	server, language, file string
	quote, path            func(string) (text string, ok bool)
}

// dialects are the languages, in the order in which they are shown.
var dialects = []dialect{
	{"nginx", "nginx", "nginx.tmpl", nginxValue, nginxPath},
	{"Apache", "apache", "apache.tmpl", apacheValue, apacheExactly},
	{"Caddy", "caddyfile", "caddy.tmpl", caddyValue, caddyPath},
	{"Express", "js", "express.tmpl", jsString, jsString},
	{"Go", "go", "go.tmpl", goString, goString},
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
	for _, d := range dialects {
		if text, ok := d.write(sites); ok {
			snippets = append(snippets, Snippet{Server: d.server, Language: d.language, Text: text})
		}
	}
	return snippets
}

// write writes the sites; ok is false where there is a value that the language cannot write.
func (d *dialect) write(sites []site) (text string, ok bool) {
	ok = true
	checked := func(write func(string) (string, bool)) func(string) string {
		return func(value string) string {
			text, writable := write(value)
			ok = ok && writable && isPlain(value)
			return text
		}
	}
	parsed := template.Must(template.New(d.file).Funcs(template.FuncMap{
		"quote": checked(d.quote), "path": checked(d.path), "comment": checked(asItIs), "name": checked(headerName),
		"oneOf": apacheOneOf,
	}).ParseFS(snippetFiles, "snippets/"+d.file))
	var b strings.Builder
	for i := range sites {
		if i > 0 {
			b.WriteByte('\n')
		}
		if err := parsed.Execute(&b, &sites[i]); err != nil {
			panic(err) // the templates are part of the program
		}
	}
	return b.String(), ok
}
