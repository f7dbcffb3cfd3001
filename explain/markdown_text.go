package explain

import (
	"cmp"
	"strings"
	"unicode"
)

// nothing stands where there is no text, so that nothing around it gets another meaning.
const nothing = "(nothing)"

// code returns a text as a code span, in which nothing but the end has a meaning. It stands outside of tables, unless
// there is no pipe in it.
//
// https://spec.commonmark.org/0.31.2/#code-spans
func code(text string) string {
	text = strings.Trim(shown(text), " ")
	if text == "" {
		return nothing
	}
	fence := strings.Repeat("`", longestRun(text, '`')+1)
	if strings.HasPrefix(text, "`") || strings.HasSuffix(text, "`") {
		text = " " + text + " "
	}
	return fence + text + fence
}

// longestRun returns how often a byte stands in a row in a text, at most.
func longestRun(text string, b byte) int {
	longest, run := 0, 0
	for i := range len(text) {
		if text[i] != b {
			run = 0
			continue
		}
		run++
		longest = max(longest, run)
	}
	return longest
}

// prose returns a sentence in which every word that could be more than a word is a code span, and so is every value
// in double quotes that has such words.
func prose(sentence string) string {
	rest := strings.Trim(shown(sentence), " ")
	if rest == "" {
		return nothing
	}
	var b strings.Builder
	for rest != "" {
		open := strings.IndexByte(rest, '"')
		if open < 0 {
			break
		}
		end := closingQuote(rest, open)
		if end < 0 {
			break
		}
		proseWords(&b, rest[:open])
		if value := rest[open+1 : end]; isWords(value) {
			b.WriteString(`"` + value + `"`)
		} else {
			writeCode(&b, value)
		}
		rest = rest[end+1:]
	}
	proseWords(&b, rest)
	return b.String()
}

// writeCode writes a code span, apart from one before it.
func writeCode(b *strings.Builder, text string) {
	if strings.HasSuffix(b.String(), "`") {
		b.WriteByte(' ')
	}
	b.WriteString(code(text))
}

// closingQuote returns the place of the quote that ends what one at a place begins, -1 for none.
func closingQuote(text string, open int) int {
	for i := open + 1; i < len(text); i++ {
		switch text[i] {
		case '\\':
			i++
		case '"':
			return i
		}
	}
	return -1
}

// proseWords writes words with the spaces around them.
func proseWords(b *strings.Builder, text string) {
	for i, word := range strings.Split(text, " ") {
		if i > 0 && !strings.HasSuffix(b.String(), " ") {
			b.WriteByte(' ')
		}
		writeWord(b, word)
	}
}

// writeWord writes a word, as a code span but for the punctuation around it if need be.
func writeWord(b *strings.Builder, word string) {
	if word == "" || isWord(word) && !(b.Len() == 0 && isListMarker(word)) {
		b.WriteString(word)
		return
	}
	core := strings.TrimRight(word, ".,;:!?")
	if core == "" && b.Len() > 0 && !strings.HasSuffix(b.String(), " ") {
		b.WriteString(word)
		return
	}
	core = cmp.Or(core, word)
	after := word[len(core):]
	if strings.HasPrefix(core, "(") && strings.HasSuffix(core, ")") && len(core) > 2 {
		b.WriteString("(" + code(core[1:len(core)-1]) + ")" + after)
		return
	}
	writeCode(b, core)
	b.WriteString(after)
}

// isWords reports whether a text is nothing but words.
func isWords(text string) bool {
	for word := range strings.SplitSeq(text, " ") {
		if !isWord(word) {
			return false
		}
	}
	return true
}

// isWord reports whether a word can stand in Markdown as it is: it has letters, digits and punctuation that mean
// nothing there, and is not what GitHub makes a link of.
func isWord(word string) bool {
	for i, r := range word {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), strings.ContainsRune("'(", r):
		case i > 0 && strings.ContainsRune("-.,;)/?!", r):
		case i > 0 && r == ':' && i == len(word)-1:
		default:
			return false
		}
	}
	return word != "" && !(len(word) > 4 && strings.EqualFold(word[:4], "www."))
}

// isListMarker reports whether a word would begin a list with numbers.
func isListMarker(word string) bool {
	rest := strings.TrimLeft(word, "0123456789")
	return rest != word && (rest == "." || rest == ")")
}
