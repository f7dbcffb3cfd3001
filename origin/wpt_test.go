package origin_test

import (
	"slices"
	"testing"

	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/origin"
)

type urlTest struct {
	Input    string
	Base     *string
	Failure  bool
	Origin   *string
	Href     string
	Protocol string
	Username string
	Password string
	Host     string
	Hostname string
	Port     string
	Pathname string
	Search   string
	Hash     string
}

// urltestdata-javascript-only.json is left out: its one input has lone
// surrogates, which no Go string can hold.
func TestWPTURLTestData(t *testing.T) {
	rows := outside.Rows[urlTest](t, "url/urltestdata.json")
	passed := 0
	for _, row := range rows {
		if checkURLTest(t, row) {
			passed++
		}
	}
	t.Logf("%d of %d", passed, len(rows))
	if len(rows) != 891 {
		t.Errorf("read %d rows, expected 891", len(rows))
	}
}

func checkURLTest(t *testing.T, row urlTest) bool {
	t.Helper()
	var base origin.URL
	if row.Base != nil {
		var err error
		if base, err = origin.Parse(*row.Base); err != nil {
			if !row.Failure {
				t.Errorf("base %q: %v", *row.Base, err)
			}
			return row.Failure
		}
	}
	u, err := base.Parse(row.Input)
	if (err != nil) != row.Failure {
		t.Errorf("%q with base %q: error %v, want failure %v", row.Input, base, err, row.Failure)
		return false
	}
	if err != nil {
		return true
	}
	got := urlTest{
		Input: row.Input, Base: row.Base, Origin: row.Origin,
		Href: u.Href(), Protocol: u.Protocol(), Username: u.Username(), Password: u.Password(), Host: u.Host(),
		Hostname: u.Hostname(), Port: u.Port(), Pathname: u.Pathname(), Search: u.Search(), Hash: u.Hash(),
	}
	if got != row {
		t.Errorf("%q with base %q:\n got %+v\nwant %+v", row.Input, base, got, row)
		return false
	}
	if o := u.Origin(new(origin.Mint)).String(); row.Origin != nil && o != *row.Origin {
		t.Errorf("%q: origin %q, want %q", row.Input, o, *row.Origin)
		return false
	}
	return true
}

type toASCIITest struct {
	Input  string
	Output *string
}

// checkToASCII returns the inputs for which the host of https://input/x is not
// the output.
func checkToASCII(rows []toASCIITest) (wrong []string) {
	for _, row := range rows {
		if row.Input == "" {
			continue // no URL can hold it
		}
		u, err := origin.Parse("https://" + row.Input + "/x")
		if (err != nil) != (row.Output == nil) || err == nil && u.Host() != *row.Output {
			wrong = append(wrong, row.Input)
		}
	}
	return wrong
}

func TestWPTToASCII(t *testing.T) {
	rows := outside.Rows[toASCIITest](t, "url/toascii.json")
	if wrong := checkToASCII(rows); len(wrong) > 0 || len(rows) != 87 {
		t.Errorf("%d rows, wrong: %q", len(rows), wrong)
	}
}

func TestWPTIdnaTestV2(t *testing.T) {
	rows := outside.Rows[toASCIITest](t, "url/IdnaTestV2.json")
	wrong := checkToASCII(rows)
	t.Logf("%d of %d", len(rows)-len(wrong), len(rows))
	if !slices.Equal(wrong, idnaTestsTooNew) {
		t.Errorf("wrong: %+q\nwant wrong: %+q", wrong, idnaTestsTooNew)
	}
	removed := outside.Rows[toASCIITest](t, "url/IdnaTestV2-removed.json")
	if wrong := checkToASCII(removed); len(wrong) > 0 {
		t.Errorf("removed tests wrong: %+q", wrong)
	}
}

func TestWPTPercentEncoding(t *testing.T) {
	type row struct {
		Input  string
		Output map[string]string
	}
	for _, row := range outside.Rows[row](t, "url/percent-encoding.json") {
		want, ok := row.Output["utf-8"]
		if !ok {
			continue
		}
		u := origin.MustParse("https://example.com/?" + row.Input + "#" + row.Input)
		if q, _ := u.Query(); q != want {
			t.Errorf("query of %q is %q, want %q", row.Input, q, want)
		}
		if f, _ := u.Fragment(); f != want {
			t.Errorf("fragment of %q is %q, want %q", row.Input, f, want)
		}
	}
}
