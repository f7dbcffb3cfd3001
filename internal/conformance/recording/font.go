package recording

import (
	"encoding/binary"
	"unicode/utf16"
)

// A fontTable is a table of an OpenType font.
type fontTable struct {
	tag  string
	data []byte
}

// fontTables are the tables that browsers ask for, in the order of their tags. There are two glyphs: an empty one for
// what is missing, and a triangle for the letter A.
var fontTables = []fontTable{
	{"OS/2", words(3, 500, 400, 5, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, // version, width, weight, scripts
		0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0x2020, 0x2020, // PANOSE, Unicode ranges, vendor
		0x40, 'A', 'A', 800, -200, 0, 800, 200, 0, 0, 0, 0, 500, 500, 0, 'A', 0)},
	{"cmap", words(0, 1, 3, 1, 0, 12, // one subtable, for Windows and Unicode
		4, 32, 0, 4, 4, 1, 0, 'A', -1, 0, 'A', -1, 1-'A', 1, 0, 0)},
	{"glyf", words(1, 0, 0, 500, 500, 2, 0, // one contour, its bounds and last point
		0x0902, 0, 250, 250, 0, 500, -500)},
	{"head", words(1, 0, 1, 0, 0, 0, 0x5F0F, 0x3CF5, 0, 1000, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 500, 500, 0, 8, 2, 0, 0)},
	{"hhea", words(1, 0, 800, -200, 0, 500, 0, 0, 500, 1, 0, 0, 0, 0, 0, 0, 0, 1)},
	{"hmtx", words(500, 0, 0)},
	{"loca", words(0, 0, 14)},
	{"maxp", words(1, 0, 2, 3, 1, 0, 0, 2, 0, 0, 0, 0, 0, 0, 0, 0)},
	{"name", fontNames("Triangle")},
	{"post", words(3, 0, 0, 0, -100, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0)},
}

// font makes a font that every browser takes, and no larger than it must be.
//
// https://learn.microsoft.com/en-us/typography/opentype/spec/otff
func font() []byte {
	const recordLength = 16
	const checksumOfFile = 0xB1B0AFBA
	file := words(1, 0, len(fontTables), 8*recordLength, 3, (len(fontTables)-8)*recordLength)
	offset := len(file) + recordLength*len(fontTables)
	var contents []byte
	adjustment := 0
	for _, table := range fontTables {
		if table.tag == "head" {
			adjustment = offset + len(contents) + 8
		}
		file = append(file, table.tag...)
		file = binary.BigEndian.AppendUint32(file, checksum(table.data))
		file = binary.BigEndian.AppendUint32(file, uint32(offset+len(contents)))
		file = binary.BigEndian.AppendUint32(file, uint32(len(table.data)))
		contents = append(contents, table.data...)
		contents = append(contents, make([]byte, -len(contents)&3)...)
	}
	file = append(file, contents...)
	binary.BigEndian.PutUint32(file[adjustment:], checksumOfFile-checksum(file))
	return file
}

// fontNames makes the table of names in which all have the same text: family, style, identifier, full name, version
// and PostScript name.
func fontNames(text string) []byte {
	const names = 6
	units := utf16.Encode([]rune(text))
	table := words(0, names, 6+12*names)
	for id := 1; id <= names; id++ {
		table = append(table, words(3, 1, 0x409, id, 2*len(units), 0)...)
	}
	for _, unit := range units {
		table = binary.BigEndian.AppendUint16(table, unit)
	}
	return table
}

// checksum adds up the numbers of four bytes, the last one filled up with zeros.
func checksum(data []byte) uint32 {
	data = append(data[:len(data):len(data)], make([]byte, -len(data)&3)...)
	sum := uint32(0)
	for ; len(data) > 0; data = data[4:] {
		sum += binary.BigEndian.Uint32(data)
	}
	return sum
}

// words are numbers of two bytes.
func words(numbers ...int) []byte {
	var data []byte
	for _, number := range numbers {
		data = binary.BigEndian.AppendUint16(data, uint16(number))
	}
	return data
}
