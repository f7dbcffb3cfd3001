package policy

import (
	"bytes"
	"encoding/binary"
	"math/bits"
	"strings"

	"github.com/corsim/corsim/header"
)

// A bytePattern is a row of a table of the standard: bytes at the beginning, some of which may be anything.
type bytePattern struct {
	pattern  string
	anything string // where it holds 'x', the byte may be anything; as long as pattern, or empty
	mimeType string
}

func (p *bytePattern) matches(data []byte) bool {
	if len(data) < len(p.pattern) {
		return false
	}
	for i := range len(p.pattern) {
		if data[i] != p.pattern[i] && (p.anything == "" || p.anything[i] != 'x') {
			return false
		}
	}
	return true
}

// matchPatterns returns the MIME type of the first pattern that data begins with, "" if there is none.
func matchPatterns(data []byte, patterns []bytePattern) string {
	for i := range patterns {
		if patterns[i].matches(data) {
			return patterns[i].mimeType
		}
	}
	return ""
}

const riff, riffAnything = "RIFF\x00\x00\x00\x00", "    xxxx"

var imagePatterns = []bytePattern{
	{"\x00\x00\x01\x00", "", "image/x-icon"},
	{"\x00\x00\x02\x00", "", "image/x-icon"},
	{"BM", "", "image/bmp"},
	{"GIF87a", "", "image/gif"},
	{"GIF89a", "", "image/gif"},
	{riff + "WEBPVP", riffAnything + "      ", "image/webp"},
	{"\x89PNG\r\n\x1a\n", "", "image/png"},
	{"\xff\xd8\xff", "", "image/jpeg"},
}

var audioOrVideoPatterns = []bytePattern{
	{"FORM\x00\x00\x00\x00AIFF", riffAnything + "    ", "audio/aiff"},
	{"ID3", "", "audio/mpeg"},
	{"OggS\x00", "", "application/ogg"},
	{"MThd\x00\x00\x00\x06", "", "audio/midi"},
	{riff + "AVI ", riffAnything + "    ", "video/avi"},
	{riff + "WAVE", riffAnything + "    ", "audio/wave"},
}

var fontPatterns = []bytePattern{
	{"\x00\x01\x00\x00", "", "font/ttf"},
	{"OTTO", "", "font/otf"},
	{"ttcf", "", "font/collection"},
	{"wOFF", "", "font/woff"},
	{"wOF2", "", "font/woff2"},
}

// SniffImage returns the MIME type of the image that data begins like, "" where it is none.
//
// https://mimesniff.spec.whatwg.org/#image-type-pattern-matching-algorithm
func SniffImage(data []byte) string { return matchPatterns(data, imagePatterns) }

// SniffFont returns the MIME type of the font that data begins like, "" where it is none. Embedded OpenType, which no
// browser takes any more, is left out.
//
// https://mimesniff.spec.whatwg.org/#font-type-pattern-matching-algorithm
func SniffFont(data []byte) string { return matchPatterns(data, fontPatterns) }

// SniffAudioOrVideo returns the MIME type of the audio or video that data begins like, "" where it is none.
//
// https://mimesniff.spec.whatwg.org/#audio-or-video-type-pattern-matching-algorithm
func SniffAudioOrVideo(data []byte) string {
	switch mimeType := matchPatterns(data, audioOrVideoPatterns); {
	case mimeType != "":
		return mimeType
	case isMP4(data):
		return "video/mp4"
	case isWebM(data):
		return "video/webm"
	case isMP3Frame(data):
		return "audio/mpeg"
	}
	return ""
}

// isMP4 looks for an MP4 brand in the box at the beginning.
//
// https://mimesniff.spec.whatwg.org/#signature-for-mp4
func isMP4(data []byte) bool {
	if len(data) < 12 {
		return false
	}
	// The box must be there whole, and be one of brands.
	size := int(binary.BigEndian.Uint32(data))
	if len(data) < size || size%4 != 0 || string(data[4:8]) != "ftyp" {
		return false
	}
	if string(data[8:11]) == "mp4" {
		return true
	}
	// After the major brand and its version come the compatible ones.
	for at := 16; at+3 <= size; at += 4 {
		if string(data[at:at+3]) == "mp4" {
			return true
		}
	}
	return false
}

// isWebM looks for the document type webm in an EBML header.
//
// https://mimesniff.spec.whatwg.org/#signature-for-webm
func isWebM(data []byte) bool {
	if !bytes.HasPrefix(data, []byte("\x1a\x45\xdf\xa3")) {
		return false
	}
	// Its name is 42 82, then comes a size, then the value, which NULs may precede.
	for i := 4; i < min(len(data)-2, 38); i++ {
		if data[i] != 0x42 || data[i+1] != 0x82 {
			continue
		}
		value := data[min(i+2+vintSize(data[i+2]), len(data)):]
		if bytes.HasPrefix(bytes.TrimLeft(value, "\x00"), []byte("webm")) {
			return true
		}
	}
	return false
}

// vintSize is how many bytes a number of variable length has, by its first byte.
//
// https://mimesniff.spec.whatwg.org/#parse-a-vint
func vintSize(first byte) int { return min(bits.LeadingZeros8(first)+1, 8) }

// isMP3Frame reports whether data begins with the header of a frame of MPEG layer III. The standard looks at the next
// frame too.
//
// https://mimesniff.spec.whatwg.org/#match-an-mp3-header
func isMP3Frame(data []byte) bool {
	return len(data) >= 4 && data[0] == 0xff && data[1]&0xe0 == 0xe0 &&
		data[1]&0x06>>1 == 1 && data[2]&0xf0>>4 != 15 && data[2]&0x0c>>2 != 3
}

// IsJSONMIMEType reports whether a MIME type is a JSON MIME type.
//
// https://mimesniff.spec.whatwg.org/#json-mime-type
func IsJSONMIMEType(mimeType header.MIMEType) bool {
	essence := mimeType.Essence()
	return hasSuffix(mimeType, "+json") || essence == "application/json" || essence == "text/json"
}

// IsXMLMIMEType reports whether a MIME type is an XML MIME type.
//
// https://mimesniff.spec.whatwg.org/#xml-mime-type
func IsXMLMIMEType(mimeType header.MIMEType) bool {
	essence := mimeType.Essence()
	return hasSuffix(mimeType, "+xml") || essence == "application/xml" || essence == "text/xml"
}

// IsHTMLMIMEType reports whether a MIME type is the HTML MIME type.
//
// https://mimesniff.spec.whatwg.org/#html-mime-type
func IsHTMLMIMEType(mimeType header.MIMEType) bool { return mimeType.Essence() == "text/html" }

func hasSuffix(mimeType header.MIMEType, suffix string) bool {
	return mimeType.Type() != "" && strings.HasSuffix(mimeType.Subtype(), suffix)
}
