package policy_test

import (
	"strings"
	"testing"

	"github.com/corsim/corsim/policy"
)

// TestImageIsAsLongAsItsHeader cuts images off: they are images from where their size is known.
func TestImageIsAsLongAsItsHeader(t *testing.T) {
	const (
		png       = "\x89PNG\r\n\x1a\n"
		ihdr      = "\x00\x00\x00\x0dIHDR" + "0123456789abc" + "crc+"
		gif       = "GIF89a\x01\x00\x01\x00"
		extension = "!\xf9\x04aaaa\x00"
		soi       = "\xff\xd8"
		frame     = "\xff\xc0\x00\x06" + "1234"
		scan      = "\xff\xda\x00\x04" + "12"
		bitmap    = "BM............"
	)
	for _, test := range []struct {
		about, head string
	}{
		{"A PNG", png + ihdr + "\x00\x00\x00\x01IDAT"},
		{"A PNG with a palette", png + ihdr + "\x00\x00\x00\x03PLTE" + "rgb" + "crc+" + "\x00\x00\x00\x01IDAT"},
		{"A GIF", gif + "\x00\x00\x00" + "," + "123456789"},
		{"A GIF with colours", gif + "\x80\x00\x00" + "rgbrgb" + "," + "123456789"},
		{"A GIF with extensions", gif + "\x00\x00\x00" + extension + extension + "," + "123456789"},
		{"A JPEG", soi + frame + scan},
		{"A JPEG with tables", soi + "\xff\xdb\x00\x05123" + "\xff" + frame + "\xff\xc4\x00\x03" + "1" + scan},
		{"A BMP", bitmap + "\x28\x00\x00\x00" + strings.Repeat("h", 36)},
		{"An icon", "\x00\x00\x01\x00\x01\x00" + strings.Repeat("e", 16)},
		{"Two icons", "\x00\x00\x01\x00\x02\x00" + strings.Repeat("e", 32)},
		{"A WebP", "RIFF1234WEBPVP8 " + "\x0a\x00\x00\x00" + "0123456789"},
		{"A WebP without loss", "RIFF1234WEBPVP8L" + "\x0a\x00\x00\x00" + "01234"},
	} {
		for n := range len(test.head) + 10 {
			body := []byte((test.head + strings.Repeat("\x00", 10))[:n])
			if got, want := policy.DecodesAsImage(browsers[0], headerList(), body), n >= len(test.head); got != want {
				t.Errorf("%s of %d bytes: %v", test.about, n, got)
			}
		}
	}
}

func TestNoImageHeader(t *testing.T) {
	for _, test := range []struct{ about, body string }{
		{"A PNG that begins with its end", "\x89PNG\r\n\x1a\n\x00\x00\x00\x00IEND\xaeB`\x82"},
		{"A PNG of two beginnings", "\x89PNG\r\n\x1a\n" + strings.Repeat("\x00\x00\x00\x00IHDRcrc+", 2) + "\x00\x00\x00\x00IDAT"},
		{"A GIF without a picture", "GIF89a\x01\x00\x01\x00\x00\x00\x00;" + strings.Repeat("\x00", 20)},
		{"A GIF with an extension that has no end", "GIF89a\x01\x00\x01\x00\x00\x00\x00!\xf9\xff"},
		{"A JPEG without a frame", "\xff\xd8\xff\xda\x00\x0212"},
		{"A JPEG with something else between", "\xff\xd8\xff\xdb\x00\x02hello"},
		{"A BMP with a header beyond all measure", "BM............\xff\xff\xff\xff"},
	} {
		if policy.DecodesAsImage(browsers[0], headerList(), []byte(test.body)) {
			t.Errorf("%s is one", test.about)
		}
	}
}

func FuzzImageHeader(f *testing.F) {
	for _, seed := range []string{"GIF89a", "\x89PNG\r\n\x1a\n", "\xff\xd8\xff\xff", "BM", "RIFF....WEBPVP8X", "\x00\x00\x01\x00"} {
		f.Add([]byte(seed))
	}
	f.Fuzz(func(t *testing.T, body []byte) {
		// What is added to an image changes nothing about its beginning.
		if policy.DecodesAsImage(browsers[0], headerList(), body) &&
			!policy.DecodesAsImage(browsers[0], headerList(), append(body, "more"...)) {
			t.Errorf("%q is an image, but not with more", body)
		}
	})
}
