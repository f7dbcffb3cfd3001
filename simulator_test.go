package corsim_test

import (
	"fmt"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
)

// api is a server that knows CORS, but not that the app sends JSON.
var api = corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
	answer := corsim.Answer{Status: 200, Header: header.List{
		{Name: "Access-Control-Allow-Origin", Value: "https://app.example"},
		{Name: "Vary", Value: "Origin"},
	}}
	if request.Method == "OPTIONS" {
		answer.Status = 204
		answer.Header.Append("Access-Control-Allow-Methods", "PUT")
	}
	return answer
})

func ExamplePage_Fetch() {
	browser := corsim.New(corsim.Standard)
	page := browser.Open("https://app.example/")
	verdict := page.Fetch(api, corsim.Request{
		Method: "PUT",
		URL:    "https://api.example/users/1",
		Header: header.List{{Name: "Content-Type", Value: "application/json"}},
	})
	fmt.Print(verdict)
	// Output:
	// PUT https://api.example/users/1 from https://app.example: blocked, TypeError
	//   preflight/header: Every CORS-unsafe request-header must be listed in
	//     Access-Control-Allow-Headers, or by * when no credentials are included.
	//     the server allows nothing; the request has "content-type"
	//   1  OPTIONS https://api.example/users/1  (CORS-preflight) -> 204
	//   the request itself was never sent
}
