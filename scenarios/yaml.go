package scenarios

import (
	"errors"
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/goccy/go-yaml/parser"
	"github.com/goccy/go-yaml/scanner"
	"github.com/goccy/go-yaml/token"
)

// A place is a position in a file, both counted from 1.
type place struct{ line, column int }

// A nodeKind says what a node is.
type nodeKind uint8

const (
	nullNode nodeKind = iota
	scalarNode
	listNode
	mappingNode
)

// String returns the kind as a message names it.
func (k nodeKind) String() string {
	return [...]string{"nothing", "a single value", "a list", "a mapping"}[k]
}

// A node is what a scenario needs to know of a piece of YAML.
type node struct {
	place
	kind  nodeKind
	text  string // of a scalar
	items []*node
	pairs []pair
}

// A pair is a key of a mapping with its value.
type pair struct{ key, value *node }

// child returns the value of a mapping's key, nil if there is none.
func (n *node) child(key string) *node {
	for _, p := range n.pairs {
		if p.key.text == key {
			return p.value
		}
	}
	return nil
}

// A source is a file that is being read, with the mistakes found so far.
type source struct {
	name     string
	text     string
	problems Problems
}

// full reports whether there are so many mistakes that no more are noted.
func (s *source) full() bool { return len(s.problems) == maxProblems }

// problem notes a mistake, unless there are too many already.
func (s *source) problem(at place, path, format string, args ...any) {
	if s.full() {
		return
	}
	s.problems = append(s.problems, Problem{
		File: s.name, Line: at.line, Column: at.column, Path: path,
		Message: fmt.Sprintf(format, args...), Excerpt: excerpt(s.text, at.line, at.column),
	})
}

// parse reads the text as YAML. It returns nil, and has noted why, if that cannot be done.
func (s *source) parse() *node {
	start := place{1, 1}
	if len(s.text) > maxSize {
		s.problem(start, "", "the file is larger than %d bytes; a scenario is not", maxSize)
		return nil
	}
	// Some editors write a byte-order mark, and line endings of their own.
	s.text = newlines.Replace(strings.TrimPrefix(s.text, "\ufeff"))
	if !utf8.ValidString(s.text) {
		s.problem(s.invalidByte(), "", "this is not UTF-8; a scenario is, so save the file as UTF-8")
		return nil
	}
	if !s.checkLines() {
		return nil
	}
	tokens := tokenize(s.text)
	if !s.checkTokens(tokens) {
		return nil
	}
	file, err := parser.Parse(tokens, 0, parser.AllowDuplicateMapKey())
	if err != nil {
		s.syntaxProblem(err)
		return nil
	}
	var root *node
	for i, document := range file.Docs {
		if i > 0 {
			s.problem(position(document.Start), "", "a second YAML document begins; a file holds one scenario")
			break
		}
		if document.Body != nil {
			root = s.node(document.Body)
		}
	}
	if root == nil && len(s.problems) == 0 {
		s.problem(start, "", "the file is empty; a scenario has at least page and calls")
	}
	return root
}

// newlines makes every line end in the same way, as YAML does.
var newlines = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// tokenize returns the tokens up to the first mistake. The lexer's own loop goes on after each mistake from the next
// character, which takes quadratic time.
func tokenize(text string) token.Tokens {
	var s scanner.Scanner
	s.Init(text)
	var tokens token.Tokens
	for {
		more, err := s.Scan()
		tokens.Add(more...)
		if err != nil {
			return tokens
		}
	}
}

// invalidByte returns the place of the first byte that is not UTF-8.
func (s *source) invalidByte() place {
	for i, r := range s.text {
		if _, size := utf8.DecodeRuneInString(s.text[i:]); r == utf8.RuneError && size == 1 {
			before := s.text[:i]
			line := strings.LastIndexByte(before, '\n') + 1
			return place{strings.Count(before, "\n") + 1, utf8.RuneCountInString(before[line:]) + 1}
		}
	}
	return place{1, 1}
}

// syntaxProblem notes why the text is no YAML.
func (s *source) syntaxProblem(err error) {
	var syntax yaml.Error
	if !errors.As(err, &syntax) || syntax.GetToken() == nil {
		s.problem(place{1, 1}, "", "no YAML: %s", printable(err.Error()))
		return
	}
	message := strings.ReplaceAll(syntax.GetMessage(), "'\t'", "tab")
	for _, h := range hints {
		if strings.Contains(message, h.of) {
			message += "; " + h.hint
			break
		}
	}
	s.problem(position(syntax.GetToken()), "", "no YAML: %s", printable(message))
}

// hints say what would be right where the parser's message alone does not. The first that fits counts.
var hints = []struct{ of, hint string }{
	{"tab", "indent with spaces"},
	{"reserved character", "put the value in quotes"},
	{"mapping value is not allowed", "a value with a colon and a space in it needs quotes; if it has none, the next line is indented too far"},
	{"not allowed in this context", aligned},
	{"unexpected key name", aligned},
	{"unexpected map key", aligned},
	{"non-map value", aligned},
}

const aligned = "the keys of a mapping begin in the same column, each with a colon and a space after it"

// position returns where a token stands.
func position(t *token.Token) place {
	if t == nil || t.Position == nil {
		return place{1, 1}
	}
	return place{max(t.Position.Line, 1), max(t.Position.Column, 1)}
}

// node makes a node of the parser's.
func (s *source) node(from ast.Node) *node {
	n := &node{place: position(from.GetToken())}
	switch from := from.(type) {
	case *ast.MappingNode:
		s.mapping(n, from.Values)
	case *ast.MappingValueNode:
		s.mapping(n, []*ast.MappingValueNode{from})
	case *ast.SequenceNode:
		n.kind = listNode
		for _, item := range from.Values {
			n.items = append(n.items, s.node(item))
		}
	case *ast.NullNode:
	case *ast.LiteralNode:
		n.kind, n.text = scalarNode, from.Value.Value
	case *ast.StringNode:
		n.kind, n.text = scalarNode, from.Value
	default:
		// Numbers and the like are taken as they are written.
		n.kind, n.text = scalarNode, from.GetToken().Value
	}
	return n
}

// mapping makes n a mapping. A key that is there twice is a mistake.
func (s *source) mapping(n *node, values []*ast.MappingValueNode) {
	n.kind = mappingNode
	first := map[string]place{}
	for i, value := range values {
		key := &node{place: position(value.Key.GetToken()), kind: scalarNode, text: value.Key.GetToken().Value}
		if i == 0 && !strings.HasPrefix(value.GetToken().Value, "{") {
			n.place = key.place
		}
		if before, twice := first[key.text]; twice {
			s.problem(key.place, "", "%s stands here a second time, after line %d; leave one out (a header that occurs twice has a list as value)", quote(key.text), before.line)
			continue
		}
		first[key.text] = key.place
		n.pairs = append(n.pairs, pair{key, s.node(value.Value)})
	}
}
