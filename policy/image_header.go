package policy

import (
	"bytes"
	"encoding/binary"

	"github.com/corsim/corsim/engine"
)

// hasImageHeader reports whether the beginning of an image is there, of the MIME type that its first bytes say: as much
// as a browser needs to know its size. What ends before that is no image, and what ends after it is one, be it a part.
func hasImageHeader(profile engine.Profile, mimeType string, body []byte) bool {
	switch mimeType {
	case "image/gif":
		// One browser goes by the size of the screen, which is known with the byte behind it.
		return hasGIFHeader(body) || profile.Has(engine.ImageOfGIFScreen) && len(body) > gifScreen
	case "image/png":
		return hasPNGHeader(body)
	case "image/jpeg":
		return hasJPEGHeader(body)
	case "image/bmp":
		// The length of the header stands behind that of the file.
		return len(body) >= 18 && uint64(len(body)) >= 14+uint64(binary.LittleEndian.Uint32(body[14:]))
	case "image/x-icon":
		// There is an entry for each size.
		return len(body) >= 6 && len(body) >= 6+16*int(binary.LittleEndian.Uint16(body[4:]))
	case "image/webp":
		return hasWebPHeader(body)
	}
	return true
}

// gifScreen is the length of what describes the screen of a GIF, and of what stands before.
const gifScreen = 13

// hasGIFHeader looks for the descriptor of the first picture, behind the table of colours and extensions.
//
// https://www.w3.org/Graphics/GIF/spec-gif89a.txt
func hasGIFHeader(body []byte) bool {
	const descriptor = 10
	if len(body) < gifScreen {
		return false
	}
	rest := body[gifScreen:]
	if flags := body[10]; flags&0x80 != 0 {
		rest = skip(rest, 3<<(flags&7+1))
	}
	for len(rest) >= 2 && rest[0] == '!' {
		rest = skipGIFBlocks(rest[2:])
	}
	return len(rest) >= descriptor && rest[0] == ','
}

// skipGIFBlocks skips what consists of blocks that begin with their length, up to an empty one.
func skipGIFBlocks(rest []byte) []byte {
	for len(rest) > 0 {
		length := int(rest[0])
		rest = skip(rest, 1+length)
		if length == 0 {
			break
		}
	}
	return rest
}

// hasPNGHeader looks for the beginning of the picture, behind the other chunks.
//
// https://www.w3.org/TR/png-3/#5DataRep
func hasPNGHeader(body []byte) bool {
	const signature, head, checksum = 8, 8, 4
	rest := skip(body, signature)
	for first := true; len(rest) >= head; first = false {
		switch kind := string(rest[4:head]); {
		case first != (kind == "IHDR"):
			return false
		case kind == "IDAT":
			return true
		}
		rest = skip(rest, head+uint64(binary.BigEndian.Uint32(rest))+checksum)
	}
	return false
}

// hasJPEGHeader looks for the beginning of the picture, behind a frame.
//
// https://www.w3.org/Graphics/JPEG/itu-t81.pdf
func hasJPEGHeader(body []byte) bool {
	const startOfScan = 0xda
	frame := false
	rest := skip(body, 2)
	for len(rest) >= 4 && rest[0] == 0xff {
		marker := rest[1]
		// A marker may be preceded by any number of these.
		if marker == 0xff {
			rest = rest[1:]
			continue
		}
		length := 2 + int(binary.BigEndian.Uint16(rest[2:]))
		if len(rest) < length {
			return false
		}
		if marker == startOfScan {
			return frame
		}
		frame = frame || isJPEGFrame(marker)
		rest = rest[length:]
	}
	return false
}

// isJPEGFrame reports whether a marker begins a frame, with the size of the picture.
func isJPEGFrame(marker byte) bool {
	return marker >= 0xc0 && marker <= 0xcf && marker != 0xc4 && marker != 0xc8 && marker != 0xcc
}

// hasWebPHeader looks for the head of the first chunk.
//
// https://developers.google.com/speed/webp/docs/riff_container
func hasWebPHeader(body []byte) bool {
	const container, head = 12, 8
	chunk := skip(body, container)
	if bytes.HasPrefix(chunk, []byte("VP8L")) {
		return len(chunk) >= head+5
	}
	return len(chunk) >= head+10
}

// skip leaves out n bytes, or all.
func skip[N int | uint64](data []byte, n N) []byte {
	if uint64(n) >= uint64(len(data)) {
		return nil
	}
	return data[n:]
}
