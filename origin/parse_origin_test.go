package origin

import "testing"

var originErrors = []struct{ input, want string }{
	{"", `origin: "": an origin has a scheme and a host, like "https://example.com"`},
	{"null", `origin: "null": this is how an opaque origin is printed, and it does not say which`},
	{"*", `origin: "*": a wildcard is no origin`},
	{"example.com", `origin: "example.com": no scheme; write "https://example.com"`},
	{"localhost:3000", `origin: "localhost:3000": no scheme; write "https://localhost:3000"`},
	{"https://a.example/", `origin: "https://a.example/": an origin has no trailing slash; write "https://a.example" (at "/")`},
	{"https://a.example/app", `origin: "https://a.example/app": an origin has no path; write "https://a.example" (at "/app")`},
	{"https://a.example?q", `origin: "https://a.example?q": an origin has no query; write "https://a.example" (at "?q")`},
	{"https://a.example#f", `origin: "https://a.example#f": an origin has no fragment; write "https://a.example" (at "#f")`},
	{"https://a.example:443", `origin: "https://a.example:443": 443 is the default port of https, which an origin leaves out; write "https://a.example" (at ":443")`},
	{"http://A.Example", `origin: "http://A.Example": an origin is in lower case; write "http://a.example"`},
	{"https://u@a.example", `origin: "https://u@a.example": an origin holds no userinfo; write "https://a.example" (at "u@a.example")`},
	{"https://bücher.example", `origin: "https://bücher.example": not in the form an origin is serialized in; write "https://xn--bcher-kva.example"`},
	{"https://a.example, https://b.example", `origin: "https://a.example, https://b.example": an origin holds no space and no comma; several origins are parsed one by one (at ", https://b.example")`},
	{"file:///etc", `origin: "file:///etc": URLs with the scheme "file" have opaque origins`},
	{"data:,x", `origin: "data:,x": a scheme, "://" and a host make an origin; the URL "data:,x" has an opaque one`},
	{"blob:https://a.example/id", `origin: "blob:https://a.example/id": this is a URL; its origin is "https://a.example"`},
	{"http://[::1", `origin: "http://[::1": no closing bracket (at "[::1")`},
}

func TestParseOriginErrors(t *testing.T) {
	for _, c := range originErrors {
		_, err := ParseOrigin(c.input)
		got := ""
		if err != nil {
			got = err.Error()
		}
		if got != c.want {
			t.Errorf("%q:\n got %s\nwant %s", c.input, got, c.want)
		}
	}
}
