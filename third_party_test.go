package corsim_test

import (
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
)

// What browsers do with the cookies of a third party, as they come: cookies that it has set as a page of its own, and
// then in the page of another site.
func TestThirdParties(t *testing.T) {
	xhr := corsim.XHR{URL: apiURL, WithCredentials: true}
	get := corsim.Request{URL: apiURL, Credentials: corsim.Include}
	image := corsim.Load{URL: apiURL}
	frame := corsim.Navigation{Navigable: corsim.IframeElement, URL: apiURL}
	link := corsim.Navigation{URL: apiURL}
	everything := []any{xhr, get, image, frame}
	for _, test := range []struct {
		profile       engine.Profile
		calls         []any
		first, second string // the cookies that are sent
	}{
		{corsim.Standard, everything, "own=1", "own=1; third=1"},
		{corsim.Chromium, everything, "own=1", "own=1; third=1"},
		{corsim.Firefox, everything, "", "third=1"},
		{corsim.WebKit, everything, "", ""},
		{corsim.Firefox, []any{link}, "own=1", "own=1; third=1"},
		{corsim.WebKit, []any{link}, "own=1", "own=1; third=1"},
		{corsim.Firefox.WithSettings(engine.Settings{}), everything, "own=1", "own=1; third=1"},
		{corsim.Chromium.WithSettings(engine.Settings{ThirdPartyCookies: engine.ThirdPartyCookiesBlocked}), everything, "", ""},
	} {
		for _, made := range test.calls {
			browser := corsim.New(test.profile)
			browser.SetCookie(apiURL, "own=1; Secure; SameSite=None")
			page := browser.Open(appURL)
			server := turns(says(200, "Set-Cookie", "third=1; Secure; SameSite=None", "Access-Control-Allow-Origin", "https://app.example",
				"Access-Control-Allow-Credentials", "true", "Cache-Control", "no-store"))
			for i, want := range []string{test.first, test.second} {
				verdict := page.Do(server, made)
				if got, _ := verdict.Exchanges()[0].Request.Header.Get("Cookie"); got != want {
					t.Errorf("%s, %T %d: the cookies %q are sent, want %q", test.profile, made, i+1, got, want)
				}
			}
		}
	}
}
