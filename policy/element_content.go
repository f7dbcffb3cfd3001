package policy

import (
	"bytes"
	"encoding/xml"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
)

// DecodesAsImage reports whether an img element makes an image of a response: it begins like one that the browser
// knows, up to where its size is known, or is SVG and says so. Whether the rest is intact is not looked at.
//
// https://mimesniff.spec.whatwg.org/#rules-for-sniffing-images-specifically
func DecodesAsImage(profile engine.Profile, response header.List, body []byte) bool {
	mimeType, _ := response.MIMEType()
	// SVG is what is said to be SVG; one browser does not take upper case for it.
	if mimeType.Essence() == "image/svg+xml" && !isUpperCaseSVG(profile, response) {
		return isSVG(body) || profile.Has(engine.ImageSniffsSVGType) && isDecodable(profile, body)
	}
	// What is said to be XML is not sniffed, but browsers do.
	if IsXMLMIMEType(mimeType) && mimeType.Essence() != "image/svg+xml" && !profile.Has(engine.ImageSniffsXMLTypes) {
		return false
	}
	// One browser takes PDF and video at their word. What it makes of a video is not known.
	if profile.Has(engine.ImageOfOtherTypes) && mimeType.Essence() == "application/pdf" {
		return bytes.HasPrefix(body, []byte("%PDF-"))
	}
	if profile.Has(engine.ImageOfOtherTypes) && mimeType.Type() == "video" {
		return false
	}
	// Everything else is what it begins like.
	return isDecodable(profile, body)
}

// isUpperCaseSVG reports whether the type is SVG's, but for its case, where that matters.
func isUpperCaseSVG(profile engine.Profile, response header.List) bool {
	value, _ := response.Get("Content-Type")
	return profile.Has(engine.ImageSVGTypeInLowerCase) && !strings.Contains(value, "image/svg+xml")
}

// isAVIF looks for the brand of AVIF in the box at the beginning. The standard's table does not have it yet.
func isAVIF(body []byte) bool {
	return len(body) >= 12 && string(body[4:8]) == "ftyp" && (string(body[8:12]) == "avif" || string(body[8:12]) == "avis")
}

// isImage reports whether a body begins like an image other than SVG.
func isImage(body []byte) bool { return SniffImage(body) != "" || isAVIF(body) }

// isDecodable reports whether a body is an image other than SVG, at least the beginning of one.
func isDecodable(profile engine.Profile, body []byte) bool {
	return isImage(body) && hasImageHeader(profile, SniffImage(body), body)
}

var svgElement = xml.Name{Space: "http://www.w3.org/2000/svg", Local: "svg"}

// isSVG reports whether a body is a well-formed XML document whose root is an svg element of the SVG namespace.
func isSVG(body []byte) bool {
	decoder := xml.NewDecoder(bytes.NewReader(body))
	decoder.CharsetReader = func(_ string, input io.Reader) (io.Reader, error) { return input, nil }
	svg := false
	for {
		switch token, err := decoder.Token(); token := token.(type) {
		case nil:
			return svg && err == io.EOF
		case xml.StartElement:
			svg = svg || token.Name == svgElement
			if !svg {
				return false
			}
		}
	}
}

// IsFont reports whether a body begins like a font that browsers load, whatever its Content-Type is.
//
// https://mimesniff.spec.whatwg.org/#font-type-pattern-matching-algorithm
func IsFont(body []byte) bool { return SniffFont(body) != "" }

// IsStylesheet reports whether a response's Content-Type lets a link element take it for a style sheet: it is
// text/css, or none. quirks is true for a document in quirks mode, where every style sheet of the same origin will do
// that does not forbid sniffing.
//
// https://html.spec.whatwg.org/multipage/semantics.html#link-type-stylesheet
func IsStylesheet(profile engine.Profile, response header.List, quirks bool) bool {
	mimeType, ok := mimeTypeOf(profile, response)
	return !ok || mimeType.Essence() == "text/css" || quirks && !response.NoSniff()
}

// IsModuleScript reports whether a response's Content-Type lets it be imported as a JavaScript module.
//
// https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script
func IsModuleScript(profile engine.Profile, response header.List) bool {
	mimeType, _ := response.MIMEType()
	// One browser takes the last header, which is to hold one type.
	if profile.Has(engine.ContentTypeFirst) {
		mimeType = header.MIMEType{}
		for _, field := range response {
			if header.EqualFold(field.Name, "Content-Type") {
				mimeType, _ = header.ParseMIMEType(field.Value)
			}
		}
	}
	return mimeType.IsJavaScript()
}

// A Certainty answers a question that cannot always be answered. The zero value is that there is no answer.
type Certainty uint8

// The answers.
const (
	Unknown Certainty = iota
	No
	Yes
)

// RunsAsScript says whether a body is a classic script that runs, from how it begins. Whether a program parses
// cannot be said so, and whether it throws cannot be said at all: what does not begin like something else is Unknown.
//
// https://tc39.es/ecma262/#prod-Script
func RunsAsScript(body []byte) Certainty {
	rest := skipScriptComments(bytes.TrimPrefix(body, []byte("\xef\xbb\xbf")))
	if len(rest) == 0 {
		return Yes
	}
	switch c := rest[0]; {
	// A block has an end, and is no object of JSON.
	case c == '{' && (isJSONObject(rest) || bytes.IndexByte(rest, '}') < 0):
		return No
	// What no statement begins with: markup, closing brackets, most operators, control characters.
	case strings.IndexByte("<>)]},.:=?%&|^*\x7f", c) >= 0, c < ' ', c == '#' && !bytes.HasPrefix(body, []byte("#!")):
		return No
	// Bytes that are no UTF-8 are most likely no text.
	case c >= utf8.RuneSelf && !utf8.Valid(rest[:min(len(rest), utf8.UTFMax)]):
		return No
	case isProse(rest):
		return No
	}
	return Unknown
}

// skipScriptComments skips white space and comments, those of HTML included, which end with their line.
func skipScriptComments(rest []byte) []byte {
	for {
		rest = bytes.TrimLeft(rest, "\t\n\v\f\r ")
		var found bool
		switch {
		case bytes.HasPrefix(rest, []byte("//")), bytes.HasPrefix(rest, []byte("<!--")), bytes.HasPrefix(rest, []byte("-->")):
			_, rest, found = bytes.Cut(rest, []byte("\n"))
			if !found {
				return nil
			}
		case bytes.HasPrefix(rest, []byte("/*")):
			if _, rest, found = bytes.Cut(rest[2:], []byte("*/")); !found {
				return []byte("*")
			}
		default:
			return rest
		}
	}
}

// isJSONObject reports whether data begins like an object of JSON: a brace, a string and a colon.
func isJSONObject(data []byte) bool {
	rest, found := bytes.CutPrefix(bytes.TrimLeft(data, "\t\n\r "), []byte("{"))
	rest, quoted := bytes.CutPrefix(bytes.TrimLeft(rest, "\t\n\r "), []byte(`"`))
	if !found || !quoted {
		return false
	}
	for i := 0; i < len(rest); i++ {
		switch rest[i] {
		case '\\':
			i++
		case '"':
			return bytes.HasPrefix(bytes.TrimLeft(rest[i+1:], "\t\n\r "), []byte(":"))
		}
	}
	return false
}

// scriptWords are the words that another word may follow in JavaScript.
var scriptWords = map[string]bool{
	"async": true, "await": true, "class": true, "const": true, "delete": true, "do": true, "export": true,
	"function": true, "import": true, "let": true, "new": true, "throw": true, "typeof": true, "using": true,
	"var": true, "void": true, "yield": true,
}

// isProse reports whether text begins with two words on a line that JavaScript does not have so.
func isProse(text []byte) bool {
	first, rest := cutWord(text)
	second, _ := cutWord(bytes.TrimLeft(rest, "\t "))
	return first != "" && second != "" && !scriptWords[first] && second != "in" && second != "instanceof"
}

func cutWord(text []byte) (word string, rest []byte) {
	end := bytes.IndexFunc(text, func(r rune) bool {
		return r != '_' && r != '$' && (r < '0' || r > '9') && (r|0x20 < 'a' || r|0x20 > 'z')
	})
	if end < 0 {
		end = len(text)
	}
	return string(text[:end]), text[end:]
}
