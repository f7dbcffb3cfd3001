package recording

import "encoding/base64"

// Fixtures are the bodies that an answer can name: a picture of two by two points, one of vectors, and a font.
var Fixtures = map[string][]byte{
	"png": picture,
	"svg": []byte(`<svg xmlns="http://www.w3.org/2000/svg" width="2" height="2"><circle r="2" fill="teal"/></svg>`),
	"ttf": font(),
}

// picture is a PNG file.
var picture, _ = base64.StdEncoding.DecodeString(
	"iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR42mNgZGIGIgYIBQAArgAZby+zEgAAAABJRU5ErkJggg==")
