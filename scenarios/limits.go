package scenarios

import (
	"strings"

	"github.com/goccy/go-yaml/token"
)

// What a file may measure at most.
const (
	maxSize     = 1 << 20 // bytes
	maxLines    = 20_000
	maxEmpty    = 100    // empty lines in a row; the YAML lexer takes quadratic time for them
	maxTabs     = 1000   // and for tabs
	maxTokens   = 20_000 // keys, values and signs; the YAML parser takes quadratic time for keys
	maxDepth    = 32     // mappings and lists inside each other
	maxProblems = 100    // what more there are is not reported
)

// checkLines refuses what takes the YAML lexer long.
func (s *source) checkLines() bool {
	line, empty, tabs := 0, 0, 0
	for text := range strings.SplitSeq(s.text, "\n") {
		line++
		empty++
		if strings.Trim(text, " \t") != "" {
			empty = 0
		}
		tabs += strings.Count(text, "\t")
		at := place{line, 1}
		switch {
		case line > maxLines:
			s.problem(at, "", "more than %d lines; a scenario has fewer", maxLines)
		case empty > maxEmpty:
			s.problem(at, "", "more than %d empty lines in a row; a scenario has fewer", maxEmpty)
		case tabs > maxTabs:
			s.problem(at, "", `more than %d tabs; indent with spaces, and write a tab in a value as "\t"`, maxTabs)
		default:
			continue
		}
		return false
	}
	return true
}

// checkTokens refuses what a scenario has no use for, before it costs anything: deep nesting, anchors, aliases
// and tags. A lone * is taken for the string it is meant to be, so that the rest can be read.
func (s *source) checkTokens(tokens token.Tokens) bool {
	if len(tokens) > maxTokens {
		s.problem(position(tokens[maxTokens]), "", "more than %d keys, values and signs; a scenario has fewer", maxTokens)
		return false
	}
	var columns []int // of the block collections that are open
	flow := 0
	for i, t := range tokens {
		switch t.Type {
		case token.AliasType:
			s.problem(position(t), "", `* begins a YAML alias, which a scenario does not use; in quotes, "*", it is a value`)
			if !isLone(t) {
				return false
			}
			t.Type = token.StringType
		case token.AnchorType:
			s.problem(position(t), "", `& begins a YAML anchor, which a scenario does not use; put the value in quotes, or write it out`)
			return false
		case token.TagType:
			s.problem(position(t), "", "! begins a YAML tag, which a scenario does not use; put the value in quotes")
			return false
		case token.SequenceStartType, token.MappingStartType:
			flow++
		case token.SequenceEndType, token.MappingEndType:
			flow--
		case token.SequenceEntryType:
			columns = open(columns, t.Position.Column)
		case token.MappingValueType:
			if i > 0 {
				columns = open(columns, tokens[i-1].Position.Column)
			}
		}
		if len(columns)+flow > maxDepth {
			s.problem(position(t), "", "lists and mappings are nested more than %d deep", maxDepth)
			return false
		}
	}
	return true
}

// isLone reports whether nothing more of a value follows.
func isLone(t *token.Token) bool {
	next := t.Next
	if next == nil || next.Position.Line != t.Position.Line {
		return true
	}
	switch next.Type {
	case token.CollectEntryType, token.MappingEndType, token.SequenceEndType, token.CommentType:
		return true
	}
	return false
}

// open notes a block collection at a column, which closes those further to the right.
func open(columns []int, column int) []int {
	for len(columns) > 0 && columns[len(columns)-1] >= column {
		columns = columns[:len(columns)-1]
	}
	return append(columns, column)
}
