package header_test

import (
	"fmt"

	"github.com/corsim/corsim/header"
)

// Two fields with one value each are one value with a comma in it. That is why a proxy that adds a second
// Access-Control-Allow-Origin breaks what worked before.
func ExampleList_Get() {
	response := header.List{
		{"Access-Control-Allow-Origin", "https://app.example"},
		{"Access-Control-Allow-Origin", "*"},
	}
	fmt.Println(response.Get("access-control-allow-origin"))
	// Output: https://app.example, * true
}

// One element that is no token, in whichever field, and the header allows nothing at all.
func ExampleList_Tokens() {
	response := header.List{
		{"Access-Control-Allow-Headers", "content-type, x-token"},
		{"Access-Control-Allow-Headers", "x request id"},
	}
	allowed := response.Tokens("Access-Control-Allow-Headers")
	fmt.Printf("%v because of %q\n", allowed.Extraction(), allowed.Offending())
	fmt.Println(allowed.ContainsFold("Content-Type"))
	// Output:
	// failure because of "x request id"
	// false
}

func ExampleTokenList_All() {
	response := header.List{{"Access-Control-Allow-Methods", "GET, PUT,, DELETE"}}
	for method := range response.Tokens("Access-Control-Allow-Methods").All() {
		fmt.Println(method)
	}
	// Output:
	// GET
	// PUT
	// DELETE
}

func ExampleList_GetDecodeSplit() {
	response := header.List{{"X-Content-Type-Options", `nosniff, "a,b"`}}
	values, _ := response.GetDecodeSplit("X-Content-Type-Options")
	fmt.Printf("%q\n", values)
	// Output: ["nosniff" "\"a,b\""]
}

func ExampleList_MIMEType() {
	response := header.List{
		{"Content-Type", "text/html; charset=utf-8"},
		{"Content-Type", "text/html"},
	}
	fmt.Println(response.MIMEType())
	// Output: text/html;charset=utf-8 true
}

func ExampleList_ItemToken() {
	response := header.List{{"Cross-Origin-Embedder-Policy", `require-corp; report-to="coep"`}}
	fmt.Println(response.ItemToken("Cross-Origin-Embedder-Policy"))
	// Output: require-corp true
}

func ExampleParseRange() {
	wanted, _ := header.ParseRange("bytes=-500", false)
	start, end, _ := wanted.Within(2000)
	fmt.Println(header.BuildContentRange(start, end, 2000))
	// Output: bytes 1500-1999/2000
}
