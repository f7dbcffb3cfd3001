package recording

import (
	"bytes"
	"image/png"
	"testing"
)

func TestFixtures(t *testing.T) {
	picture, err := png.Decode(bytes.NewReader(Fixtures["png"]))
	if err != nil || picture.Bounds().Dx() != 2 || picture.Bounds().Dy() != 2 {
		t.Errorf("png: %v, %v", picture, err)
	}
	font := Fixtures["ttf"]
	// The checksum of the whole is what it was adjusted to be.
	if sum := checksum(font); sum != 0xB1B0AFBA {
		t.Errorf("ttf: the checksum is %#x", sum)
	}
	for _, table := range fontTables {
		if table.tag != "head" && !bytes.Contains(font, table.data) {
			t.Errorf("ttf: no table %s", table.tag)
		}
	}
}
