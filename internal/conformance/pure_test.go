package conformance_test

import (
	"encoding/json"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// holdRows holds corsim against every row of a file of pure functions, and that there are as many as there were.
func holdRows[Row any](t *testing.T, name string, rows int, hold func(t *testing.T, row Row)) {
	t.Helper()
	all := outside.Rows[json.RawMessage](t, "pure/"+name+".json")
	for _, raw := range all {
		var named struct{ ID string }
		var row Row
		for _, v := range []any{&named, &row} {
			if err := json.Unmarshal(raw, v); err != nil {
				t.Fatalf("%s: %v", raw, err)
			}
		}
		t.Run(strings.TrimPrefix(named.ID, name+"/"), func(t *testing.T) { hold(t, row) })
	}
	if len(all) != rows {
		t.Errorf("%d rows, want %d", len(all), rows)
	}
}

// ok answers every request with a header list.
func ok(list header.List) corsim.Server {
	return corsim.ServerFunc(func(*corsim.HTTPRequest) corsim.Answer { return corsim.Answer{Status: 200, Header: list} })
}

func TestPureCORSCheck(t *testing.T) {
	type row struct {
		Credentials policy.Credentials
		Origin      string
		ACAO, ACAC  []outside.Bytes
		Pass        bool
	}
	holdRows(t, "cors-check", 24, func(t *testing.T, row row) {
		list := append(fields("Access-Control-Allow-Origin", row.ACAO), fields("Access-Control-Allow-Credentials", row.ACAC)...)
		if d := policy.CORSCheck(row.Credentials, row.Origin, list); d.OK() != row.Pass {
			t.Errorf("%+v: %+v", row, d)
		}
	})
}

func TestPureCORPCheck(t *testing.T) {
	type row struct {
		Origin, ResponseURL        string
		CORP                       []outside.Bytes
		EmbedderPolicy             policy.EmbedderPolicy
		RequestIncludesCredentials bool
		ForNavigation, Allowed     bool
	}
	holdRows(t, "corp-check", 14, func(t *testing.T, row row) {
		d := policy.CORPCheck(policy.ResourceRequest{
			Origin:              parseOrigin(row.Origin),
			EmbedderPolicy:      row.EmbedderPolicy,
			IncludesCredentials: row.RequestIncludesCredentials,
			Navigation:          row.ForNavigation,
		}, origin.MustParse(row.ResponseURL), fields("Cross-Origin-Resource-Policy", row.CORP))
		if d.OK() != row.Allowed {
			t.Errorf("%+v: %+v", row, d)
		}
	})
}

func TestPureTAOCheck(t *testing.T) {
	taintings := map[string]policy.Tainting{
		"basic": policy.TaintingBasic, "cors": policy.TaintingCORS, "opaque": policy.TaintingOpaque,
	}
	type row struct {
		Origin   string
		TAO      []outside.Bytes
		Tainting string
		Mode     policy.Mode
		CrossNav bool
		Pass     bool
	}
	holdRows(t, "tao-check", 6, func(t *testing.T, row row) {
		url := "https://web-platform.test/"
		if !row.CrossNav && row.Origin != "null" {
			url = row.Origin
		}
		d := policy.TAOCheck(policy.TimingRequest{
			SerializedOrigin: row.Origin,
			Mode:             row.Mode,
			Tainting:         taintings[row.Tainting],
			SameOrigin:       origin.SameOrigin(parseOrigin(row.Origin), origin.MustParse(url).Origin(nil)),
		}, fields("Timing-Allow-Origin", row.TAO))
		if (d.Rule == rule.TAOPassed) != row.Pass {
			t.Errorf("%+v: %+v", row, d)
		}
	})
}

func TestPureMixedContent(t *testing.T) {
	type row struct {
		Page, URL, Result, Initiator string
		Destination                  policy.Destination
		Ancestors                    []string
	}
	holdRows(t, "mixed-content", 13, func(t *testing.T, row row) {
		page := origin.MustParse(row.Page).Origin(nil)
		request := policy.MixedContentRequest{
			URL:         origin.MustParse(row.URL),
			Restricts:   policy.RestrictsMixedContent(page),
			Destination: row.Destination,
			ImageSet:    row.Initiator == "imageset",
			Origin:      page,
		}
		for _, ancestor := range row.Ancestors {
			request.Restricts = max(request.Restricts, policy.RestrictsMixedContent(origin.MustParse(ancestor).Origin(nil)))
		}
		got := "allowed"
		if policy.UpgradesMixedContent(engine.Standard, &request) {
			got = "upgraded"
		} else if !policy.MixedContent(engine.Standard, &request).OK() {
			got = "blocked"
		}
		if got != row.Result {
			t.Errorf("%+v: %s", row, got)
		}
	})
}

func TestPureBadPorts(t *testing.T) {
	type row struct {
		Port    int
		Blocked bool
	}
	holdRows(t, "bad-ports", 35, func(t *testing.T, row row) {
		page := corsim.New(corsim.Standard).Open("http://web-platform.test/")
		for _, scheme := range []string{"http", "https"} {
			verdict := page.Fetch(ok(nil), corsim.Request{
				URL:  scheme + "://web-platform.test:" + strconv.Itoa(row.Port) + "/",
				Mode: corsim.NoCORS,
			})
			if blocked := verdict.Rule() == rule.BadPort; blocked != row.Blocked || verdict.Sent() == row.Blocked {
				t.Errorf("%v: %v", row, verdict)
			}
		}
	})
}

func TestPureBlobRange(t *testing.T) {
	type row struct {
		BlobLength int64
		Range      outside.Bytes
		Result     *struct {
			Status        int
			ContentLength int64
			ContentRange  string
		}
	}
	const url = "blob:https://web-platform.test/1"
	holdRows(t, "blob-range", 9, func(t *testing.T, row row) {
		page := corsim.New(corsim.Standard).Open("https://web-platform.test/",
			corsim.Blobs(map[string]fetch.Blob{url: {Size: row.BlobLength}}))
		verdict := page.Fetch(ok(nil), corsim.Request{
			URL: url, Header: header.List{{Name: "Range", Value: string(row.Range)}},
		})
		if row.Result == nil {
			if verdict.Outcome() != corsim.Blocked {
				t.Errorf("%+v: %v", row, verdict)
			}
			return
		}
		list := verdict.Response().Header()
		length, _ := list.Get("Content-Length")
		contentRange, _ := list.Get("Content-Range")
		if verdict.Response().Status != row.Result.Status || contentRange != row.Result.ContentRange ||
			length != strconv.FormatInt(row.Result.ContentLength, 10) {
			t.Errorf("%+v: %v, %q", *row.Result, verdict, list)
		}
	})
}

func TestPureExposedHeaders(t *testing.T) {
	type row struct {
		Headers [][2]outside.Bytes
		Exposed bool
	}
	holdRows(t, "access-control-expose-headers", 5, func(t *testing.T, row row) {
		list := header.List{{Name: "Access-Control-Allow-Origin", Value: "*"}, {Name: "bb-8", Value: "hey"}}
		for _, pair := range row.Headers {
			list = append(list, header.Field{Name: string(pair[0]), Value: string(pair[1])})
		}
		page := corsim.New(corsim.Standard).Open("https://web-platform.test/")
		verdict := page.Fetch(ok(list), corsim.Request{URL: "https://www1.web-platform.test/"})
		if got := verdict.Response().Header().Contains("bb-8"); got != row.Exposed {
			t.Errorf("%+v: %v", row, got)
		}
	})
}
