package origin_test

import (
	"fmt"

	"github.com/corsim/corsim/origin"
)

func Example() {
	page := origin.MustParse("https://developer.mozilla.org/en-US/docs/Web/HTTP/Guides/CORS").Origin(nil)
	for _, url := range []string{
		"https://developer.mozilla.org/favicon.ico",
		"https://www.mozilla.org/",
		"https://mozilla.github.io/pdf.js/web/viewer.html",
	} {
		o := origin.MustParse(url).Origin(nil)
		fmt.Println(o, "same origin:", origin.SameOrigin(page, o), "same site:", origin.SameSite(page, o, nil))
	}
	// Output:
	// https://developer.mozilla.org same origin: true same site: true
	// https://www.mozilla.org same origin: false same site: true
	// https://mozilla.github.io same origin: false same site: false
}

func ExampleParse() {
	u, err := origin.Parse("HTTPS://Bücher.example:443/a/../menu?table=4#wine list")
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(u)
	// Output: https://xn--bcher-kva.example/menu?table=4#wine%20list
}

func ExampleParse_error() {
	_, err := origin.Parse("http://[::1")
	fmt.Println(err)
	// Output: origin: "http://[::1": no closing bracket (at "[::1")
}

func ExampleURL_Parse() {
	base := origin.MustParse("https://example.com/docs/index.html")
	for _, reference := range []string{"../api?v=2", "//cdn.example/lib.js", "#top"} {
		u, _ := base.Parse(reference)
		fmt.Println(u)
	}
	// Output:
	// https://example.com/api?v=2
	// https://cdn.example/lib.js
	// https://example.com/docs/index.html#top
}

// Every opaque origin prints as null, and no two are the same. That is why
// "Access-Control-Allow-Origin: null" lets in strangers.
func ExampleMint() {
	var mint origin.Mint
	sandboxed := mint.Opaque()
	data := origin.MustParse("data:text/html,<p>hello").Origin(&mint)
	fmt.Println(sandboxed, data, origin.SameOrigin(sandboxed, data))
	// Output: null null false
}

func ExampleParseOrigin() {
	for _, s := range []string{"https://app.example:8443", "https://app.example/", "https://app.example:443", "app.example"} {
		o, err := origin.ParseOrigin(s)
		if err != nil {
			fmt.Println(err)
			continue
		}
		fmt.Println(o.Scheme(), o.Host(), o.Port())
	}
	// Output:
	// https app.example 8443
	// origin: "https://app.example/": an origin has no trailing slash; write "https://app.example" (at "/")
	// origin: "https://app.example:443": 443 is the default port of https, which an origin leaves out; write "https://app.example" (at ":443")
	// origin: "app.example": no scheme; write "https://app.example"
}

func ExampleDiffer() {
	page := origin.MustParseOrigin("https://app.example")
	server := origin.MustParseOrigin("http://app.example:8080")
	fmt.Println("they differ in", origin.Differ(page, server))
	// Output: they differ in scheme and port
}

func ExampleRegistrableDomain() {
	for _, host := range []string{"www.example.co.uk", "whatwg.github.io", "github.io", "127.0.0.1"} {
		fmt.Println(origin.RegistrableDomain(host, nil))
	}
	// Output:
	// example.co.uk true
	// whatwg.github.io true
	//  false
	//  false
}
