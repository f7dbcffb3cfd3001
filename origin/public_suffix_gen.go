//go:build ignore

// This program writes public_suffix_list.txt: the rules of the list that
// golang.org/x/net/publicsuffix embeds, in the version go.mod asks for.
package main

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/net/publicsuffix"
)

const head = `// The rules of the Public Suffix List, https://publicsuffix.org/, in ACE form,
// both sections. The list is subject to the terms of the Mozilla Public
// License, v. 2.0, https://mozilla.org/MPL/2.0/. Written by public_suffix_gen.go.
// %s
`

func main() {
	out, err := exec.Command("go", "list", "-m", "-f", "{{.Dir}}", "golang.org/x/net").Output()
	if err != nil {
		log.Fatal(err)
	}
	read := func(name string) []byte {
		data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(out)), "publicsuffix", "data", name))
		if err != nil {
			log.Fatal(err)
		}
		return data
	}
	t := tree{text: read("text"), nodes: read("nodes"), children: read("children")}
	t.walk(0, t.topLevel(), "")
	slices.Sort(t.rules)
	var list bytes.Buffer
	fmt.Fprintf(&list, head, publicsuffix.List)
	for _, rule := range t.rules {
		fmt.Fprintln(&list, rule)
	}
	if err := os.WriteFile("public_suffix_list.txt", list.Bytes(), 0o644); err != nil {
		log.Fatal(err)
	}
}

// tree is the data of x/net/publicsuffix; its table.go describes the bits.
type tree struct {
	text, nodes, children []byte
	rules                 []string
}

// topLevel is the number of top-level domains: the first node with children
// has them right behind the last top-level domain.
func (t *tree) topLevel() uint32 {
	lowest := uint32(len(t.nodes) / 5)
	for i := uint32(0); i < lowest; i++ {
		if _, c := t.node(i); c.lo < c.hi {
			lowest = min(lowest, c.lo)
		}
	}
	return lowest
}

type childrenOf struct {
	lo, hi                      uint32
	normal, exception, wildcard bool
}

func (t *tree) node(i uint32) (label string, c childrenOf) {
	var eight [8]byte
	copy(eight[3:], t.nodes[i*5:i*5+5])
	x := binary.BigEndian.Uint64(eight[:])
	length, offset := x&(1<<6-1), x>>6&(1<<16-1)
	child := uint32(x >> 23 & (1<<10 - 1))
	u := binary.BigEndian.Uint32(t.children[child*4:])
	kind := u >> 28 & 3
	return string(t.text[offset : offset+length]), childrenOf{
		lo: u & (1<<14 - 1), hi: u >> 14 & (1<<14 - 1),
		normal: kind == 0, exception: kind == 1, wildcard: u>>30&1 != 0,
	}
}

func (t *tree) walk(lo, hi uint32, parent string) {
	for i := lo; i < hi; i++ {
		label, c := t.node(i)
		name := label + parent
		if c.normal {
			t.rules = append(t.rules, name)
		}
		if c.exception {
			t.rules = append(t.rules, "!"+name)
		}
		if c.wildcard {
			t.rules = append(t.rules, "*."+name)
		}
		t.walk(c.lo, c.hi, "."+name)
	}
}
