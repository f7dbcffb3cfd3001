package console_test

import (
	"fmt"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/explain/console"
)

// The same answer, without a header of CORS, on three consoles; and what script gets.
func ExampleLines() {
	server := corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer { return corsim.Answer{Status: 200} })
	for _, profile := range []engine.Profile{corsim.Chromium, corsim.Firefox, corsim.WebKit} {
		page := corsim.New(profile).Open("https://app.example/")
		verdict := page.Fetch(server, corsim.Request{URL: "https://api.example/"})
		for _, line := range console.Lines(verdict) {
			fmt.Println(line)
		}
		fmt.Println(console.Error(verdict))
	}
	// Output:
	// Access to fetch at 'https://api.example/' from origin 'https://app.example' has been blocked by CORS policy: No 'Access-Control-Allow-Origin' header is present on the requested resource.
	// TypeError: Failed to fetch
	// Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at https://api.example/. (Reason: CORS header ‘Access-Control-Allow-Origin’ missing). Status code: 200.
	// TypeError: NetworkError when attempting to fetch resource.
	// Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 200
	// Fetch API cannot load https://api.example/ due to access control checks.
	// TypeError: Load failed
}

// A line from a console says which rule was behind it, or which ones can have been.
func ExampleRecognise() {
	for _, found := range console.Recognise(
		"[Error] Origin https://app.example is not allowed by Access-Control-Allow-Origin. Status code: 404") {
		fmt.Println(found.Engine, found.Rules)
		fmt.Println(found.Value("origin"), found.Value("status"))
	}
	// Output:
	// webkit [cors-check/allow-origin-missing cors-check/allow-origin-mismatch]
	// https://app.example 404
}
