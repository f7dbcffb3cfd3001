package explain

import (
	"encoding/xml"
	"fmt"
	"math"
	"strconv"
	"strings"
	"testing"

	"github.com/corsim/corsim"
)

// A drawnText is a text of a picture, with the room that it is estimated to need.
type drawnText struct {
	text                     string
	left, right, top, bottom float64
}

// texts reads the texts of a picture, and its height.
func texts(t *testing.T, svg string) (all []drawnText, height float64) {
	t.Helper()
	var file struct {
		ViewBox string `xml:"viewBox,attr"`
		Texts   []struct {
			Class  string  `xml:"class,attr"`
			X      float64 `xml:"x,attr"`
			Y      float64 `xml:"y,attr"`
			Anchor string  `xml:"text-anchor,attr"`
			Length float64 `xml:"textLength,attr"`
			Text   string  `xml:",chardata"`
		} `xml:"text"`
	}
	if err := xml.Unmarshal([]byte(svg), &file); err != nil {
		t.Fatal(err)
	}
	faces := map[string]face{}
	for _, f := range []face{titleFace, codeFace, hostFace, boldFace, noteFace} {
		faces[f.class] = f
	}
	for _, drawn := range file.Texts {
		class, _, _ := strings.Cut(drawn.Class, " ")
		width := faces[class].width(drawn.Text)
		if drawn.Length > 0 {
			width = drawn.Length
		}
		left := drawn.X
		if drawn.Anchor == "middle" {
			left -= width / 2
		}
		size := faces[class].size
		all = append(all, drawnText{drawn.Text, left, left + width, drawn.Y - size*0.75, drawn.Y + size*0.2})
	}
	height, err := strconv.ParseFloat(file.ViewBox[strings.LastIndexByte(file.ViewBox, ' ')+1:], 64)
	if err != nil {
		t.Fatal(err)
	}
	return all, height
}

// TestPicturesHaveRoomForTheirTexts holds that no text of a picture is clipped or lies on another.
func TestPicturesHaveRoomForTheirTexts(t *testing.T) {
	for _, text := range []string{
		"x", "two words", strings.Repeat("long ", 40), strings.Repeat("longer", 60), strings.Repeat("日本語", 60),
		"https://api.example/" + strings.Repeat("a/", 90), strings.Repeat("W", 300), strings.Repeat("Wide Words ", 30),
		"\x1b[31m" + strings.Repeat("\u202e", 50),
	} {
		for outcome := corsim.Undetermined; outcome <= corsim.Threw; outcome++ {
			e := filled(text)
			e.Outcome = outcome
			if err := clips(texts(t, e.SVG())); err != nil {
				t.Errorf("%.20q, %v: %v", text, outcome, err)
			}
		}
	}
}

func clips(all []drawnText, height float64) error {
	for i, a := range all {
		if a.left < margin || a.right > pictureWidth-margin+1 || a.top < 0 || a.bottom > height {
			return fmt.Errorf("%q is outside: %.0f to %.0f", a.text, a.left, a.right)
		}
		for _, b := range all[:i] {
			across := math.Min(a.right, b.right) - math.Max(a.left, b.left)
			if down := math.Min(a.bottom, b.bottom) - math.Max(a.top, b.top); across > 0 && down > 0 {
				return fmt.Errorf("%v lies on %v", a, b)
			}
		}
	}
	return nil
}

// TestPictureShowsTheExchange holds that what is said of an exchange stands in its picture.
func TestPictureShowsTheExchange(t *testing.T) {
	svg := (&Explanation{
		Call:    Call{API: "fetch", Method: "PUT", URL: "https://api.example/users/1", Origin: "https://app.example"},
		Outcome: corsim.Blocked, Engine: "firefox", Result: "blocked, TypeError", Cause: "It is not allowed.",
		Happened: []string{"It was never sent."},
		Exchanges: []Exchange{
			{
				Preflight: true, Method: "OPTIONS", URL: "https://api.example/users/1", Why: "asked first", Sent: true,
				Status:  204,
				Request: []Line{{Name: "Origin", Value: "https://app.example"}},
				Answer: []Line{{Name: "Access-Control-Allow-Headers", Mark: Missing, Remark: "content-type needs " +
					"it"}},
			},
			{Method: "PUT", URL: "https://api.example/users/1"},
		},
	}).SVG()
	all, _ := texts(t, svg)
	var shown []string
	for _, text := range all {
		shown = append(shown, strings.TrimSpace(text.text))
	}
	want := []string{
		"PUT https://api.example/users/1", "BLOCKED", "from https://app.example",
		"page", "https://app.", "example", "browser", "firefox", "server", "https://api.example", "fetch",
		"1", "OPTIONS /users/1  (preflight)", "asked first", "Origin: https://app.example", "204",
		"Access-Control-Allow-Headers", "missing: content-type needs it", "STOP", "stopped here", "It is not allowed.",
		"2", "PUT /users/1", "never sent", "the page gets", "blocked, TypeError", "It was never sent.",
	}
	if fmt.Sprintf("%q", shown) != fmt.Sprintf("%q", want) {
		t.Errorf("%q, want %q", shown, want)
	}
}

// TestLongPictures holds that the number of exchanges and headers in a picture has an end.
func TestLongPictures(t *testing.T) {
	e := Explanation{Exchanges: make([]Exchange, 500)}
	for i := range e.Exchanges {
		e.Exchanges[i] = Exchange{
			Method: "GET", URL: "https://a.example/", Sent: true, Status: 302, Answer: make([]Line, 100),
		}
	}
	svg := e.SVG()
	if n := strings.Count(svg, ">302<"); n != maxPictured {
		t.Errorf("%d exchanges", n)
	}
	if !strings.Contains(svg, "484 more exchanges") || !strings.Contains(svg, "90 more headers") {
		t.Error("it does not say what is left out")
	}
}

func TestWrap(t *testing.T) {
	for _, test := range []struct {
		about, text string
		want        []string
	}{
		{"nothing", "", nil},
		{"spaces", "   ", nil},
		{"a line", "0123456789", []string{"0123456789"}},
		{"words", "one two three", []string{"one two", "three"}},
		{"a URL", "https://a.example/b", []string{"https://a.", "example/b"}},
		{"a word before a long one", "a https://b.example", []string{"a https://", "b.example"}},
		{"a word that is too long", "0123456789abc", []string{"0123456789", "abc"}},
		{"too many lines", "one two three four five six seven", []string{"one two", "three four", "five six…"}},
	} {
		if got := columnFace.wrap(test.text, 10, 3); fmt.Sprint(got) != fmt.Sprint(test.want) {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
