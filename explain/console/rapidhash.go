package console

import (
	"encoding/binary"
	"math/bits"
)

// stringHash returns the 24 bits of a string's hash that Chromium keeps: rapidhash of its UTF-16 code units. name is
// ASCII in lower case.
func stringHash(name string) uint32 {
	units := make([]byte, 0, 2*len(name))
	for i := range len(name) {
		units = append(units, name[i], 0)
	}
	return uint32(rapidhash(units)) & 0xFFFFFF
}

// The seed and the secret that Chromium takes.
const (
	rapidSeed    = 0xbdd89aa982704029
	rapidSecret0 = 0x2d358dccaa6c78a5
	rapidSecret1 = 0x8bb84b93962eacc9
	rapidSecret2 = 0x4b33a62ed433d4a3
)

// rapidhash hashes bytes, an even number of them.
//
// https://github.com/Nicoshev/rapidhash
func rapidhash(data []byte) uint64 {
	length := uint64(len(data))
	seed := rapidSeed ^ rapidMix(rapidSeed^rapidSecret0, rapidSecret1) ^ length
	var a, b uint64
	switch {
	case length > 16:
		seed = rapidBlocks(data, seed)
		a, b = word64(data, len(data)-16), word64(data, len(data)-8)
	case length >= 4:
		last := len(data) - 4
		delta := 0
		if length >= 8 {
			delta = 4
		}
		a = word32(data, 0)<<32 | word32(data, last)
		b = word32(data, delta)<<32 | word32(data, last-delta)
	case length > 0:
		a = uint64(data[0])<<56 | uint64(data[length/2])<<32 | uint64(data[length-1])
	}
	high, low := bits.Mul64(a^rapidSecret1, b^seed)
	return rapidMix(low^rapidSecret0^length, high^rapidSecret1)
}

// rapidBlocks mixes all but the last bytes of a long input into the seed.
func rapidBlocks(data []byte, seed uint64) uint64 {
	if len(data) > 48 {
		seed1, seed2 := seed, seed
		for ; len(data) >= 48; data = data[48:] {
			seed = rapidMix(word64(data, 0)^rapidSecret0, word64(data, 8)^seed)
			seed1 = rapidMix(word64(data, 16)^rapidSecret1, word64(data, 24)^seed1)
			seed2 = rapidMix(word64(data, 32)^rapidSecret2, word64(data, 40)^seed2)
		}
		seed ^= seed1 ^ seed2
	}
	if len(data) > 16 {
		seed = rapidMix(word64(data, 0)^rapidSecret2, word64(data, 8)^seed^rapidSecret1)
	}
	if len(data) > 32 {
		seed = rapidMix(word64(data, 16)^rapidSecret2, word64(data, 24)^seed)
	}
	return seed
}

func rapidMix(a, b uint64) uint64 {
	high, low := bits.Mul64(a, b)
	return low ^ high
}

func word32(data []byte, at int) uint64 { return uint64(binary.LittleEndian.Uint32(data[at:])) }

func word64(data []byte, at int) uint64 { return binary.LittleEndian.Uint64(data[at:]) }
