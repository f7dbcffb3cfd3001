package scenarios

import (
	"fmt"
	"strings"

	"github.com/corsim/corsim/header"
)

// Headers are a header list. In a file they are a mapping, where a list as value stands for several fields of
// that name, or a list of "Name: value".
type Headers header.List

// decodeNode takes a mapping or a list.
func (h *Headers) decodeNode(d *decoder, n *node, path string) {
	switch n.kind {
	case mappingNode:
		for _, p := range n.pairs {
			if p.value.kind == nullNode {
				d.problem(p.key.place, path, `the header %s has no value; an empty one is ""`, quote(p.key.text))
				continue
			}
			for _, value := range oneOrMore(p.value) {
				if d.want(value, join(path, p.key.text), scalarNode) {
					*h = append(*h, header.Field{Name: p.key.text, Value: value.text})
				}
			}
		}
	case listNode:
		for i, item := range n.items {
			h.decodeLine(d, item, fmt.Sprintf("%s[%d]", path, i))
		}
	default:
		d.problem(n.place, path, `headers are a mapping, {Name: value}, or a list of "Name: value"`)
	}
}

// decodeLine takes "Name: value", also without the quotes, when YAML makes a mapping of it.
func (h *Headers) decodeLine(d *decoder, n *node, path string) {
	if n.kind == mappingNode {
		h.decodeNode(d, n, path)
		return
	}
	name, value, found := strings.Cut(n.text, ":")
	if n.kind != scalarNode || !found {
		d.problem(n.place, path, `this is no header; one is written "Name: value"`)
		return
	}
	*h = append(*h, header.Field{Name: name, Value: strings.TrimSpace(value)})
}

// oneOrMore returns the items of a list, and any other node as the only item.
func oneOrMore(n *node) []*node {
	if n.kind == listNode {
		return n.items
	}
	return []*node{n}
}

// checkHeaders notes the fields that no message can have.
func (d *decoder) checkHeaders(list Headers, n *node, path string) {
	if len(list) > maxFields {
		d.problem(n.place, path, "there are %d headers; a scenario has at most %d in one place", len(list), maxFields)
		return
	}
	for _, field := range list {
		at := n.place
		for _, p := range n.pairs {
			if p.key.text == field.Name {
				at = p.key.place
			}
		}
		switch {
		case !header.IsName(field.Name):
			d.problem(at, path, "%s is no header name, which is letters, digits, hyphens and a few signs", quote(field.Name))
		case !header.IsValue(field.Value):
			d.problem(at, path, "%s is no value of %s: there can be no line break in it, nor white space at an end", quote(field.Value), field.Name)
		}
	}
}
