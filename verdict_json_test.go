package corsim_test

import (
	"encoding/json"
	"fmt"
	"testing"

	"github.com/corsim/corsim"
)

func ExampleVerdict_MarshalJSON() {
	page := corsim.New(corsim.Standard).Open("https://app.example/")
	verdict := page.Fetch(api, corsim.Request{URL: "https://api.example/"})
	var read struct {
		Outcome, Rule string
		Response      struct{ Headers [][2]string }
		Exchanges     []struct {
			Answer struct{ Status int }
		}
	}
	data, err := json.Marshal(verdict)
	if err != nil {
		fmt.Println(err)
	}
	if err := json.Unmarshal(data, &read); err != nil {
		fmt.Println(err)
	}
	fmt.Println(read.Outcome, read.Rule, read.Response.Headers, read.Exchanges[0].Answer.Status)
	// Output: readable cors-check/allow-origin-match [] 200
}

func TestZeroVerdictInJSON(t *testing.T) {
	data, err := json.Marshal(corsim.Verdict{})
	want := `{"request":{"method":"","url":"","origin":""},"outcome":"undetermined","rule":"","lesson":"","link":"",` +
		`"exception":null,"response":null,"exchanges":[],"steps":[]}`
	if err != nil || string(data) != want {
		t.Errorf("%s, %v", data, err)
	}
}
