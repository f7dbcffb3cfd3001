package main

import (
	"fmt"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain"
	"github.com/corsim/corsim/explain/lesson"
	"github.com/corsim/corsim/internal/lines"
	"github.com/corsim/corsim/rule"
)

// textWidth is the most columns that a line takes, where its words allow it.
const textWidth = 80

// listing is the rules by algorithm, a line for each: the slug and the first words of the lesson.
func listing(rules []rule.ID) string {
	var b strings.Builder
	for len(rules) > 0 {
		n := 1
		for n < len(rules) && rules[n].Rule().Algorithm == rules[0].Rule().Algorithm {
			n++
		}
		if b.Len() > 0 {
			b.WriteByte('\n')
		}
		listGroup(&b, rules[:n])
		rules = rules[n:]
	}
	return b.String()
}

// listGroup lists rules of an algorithm below its name.
func listGroup(b *strings.Builder, rules []rule.ID) {
	algorithm := rules[0].Rule().Algorithm
	b.WriteString(lines.Wrap(algorithmName(algorithm), "", "  ", textWidth))
	column := 0
	for _, id := range rules {
		column = min(max(column, len(id.Slug())), slugColumns)
	}
	for _, id := range rules {
		slug := fmt.Sprintf("  %-*s  ", column, id.Slug())
		b.WriteString(slug + firstWords(id.Rule().Lesson, textWidth-len(slug)) + "\n")
	}
}

// slugColumns is the room for the slugs of a group; longer ones take some from their lesson.
const slugColumns = 30

// algorithmName is an algorithm with its standard.
func algorithmName(algorithm rule.Algorithm) string {
	if standard := algorithm.Standard(); standard.Name != "" {
		return standard.Name + ": " + algorithm.Name()
	}
	return "What corsim cannot say"
}

// firstWords are as many words of a text as there is room for.
func firstWords(text string, room int) string {
	if utf8.RuneCountInString(text) <= room {
		return text
	}
	cut := strings.LastIndexByte(text[:room], ' ')
	return strings.TrimRight(text[:cut], " ,;:.(") + "…"
}

// lessonText teaches a rule.
func lessonText(id rule.ID) string {
	entry := id.Rule()
	var b strings.Builder
	b.WriteString(entry.Slug + "\n\n")
	b.WriteString(lines.Wrap(entry.Lesson, "", "", textWidth))
	b.WriteString("\n")
	b.WriteString(lines.Wrap(id.Why(), "Why       ", "          ", textWidth))
	b.WriteString(lines.Wrap(place(entry), "Section   ", "          ", textWidth))
	b.WriteString("          " + entry.Link() + "\n")
	for _, example := range lesson.Examples(id) {
		b.WriteString("\n")
		writeExample(&b, &example)
	}
	return b.String()
}

// place says where a rule stands.
func place(entry rule.Rule) string {
	words := algorithmName(entry.Algorithm)
	if entry.Step != "" {
		words += ", step " + entry.Step
	}
	if read := entry.Algorithm.Standard().Read; read != "" {
		words += " (text of " + read + ")"
	}
	return words
}

// wayWords say how the rule comes out in an example. A rule that can only stop notes nothing where it lets pass.
func wayWords(example *lesson.Example) string {
	switch {
	case example.Way == lesson.Stopped:
		return "Stops: "
	case example.Way == lesson.Applied:
		return "Applies: "
	case example.Way == lesson.Passed || example.Rule.Rule().Ways == rule.CanStop:
		return "Passes: "
	}
	return "Does not apply: "
}

// writeExample writes an example with what came of it.
func writeExample(b *strings.Builder, example *lesson.Example) {
	b.WriteString(lines.Wrap(wayWords(example)+example.About, "", "  ", textWidth))
	b.WriteString("  page    " + example.Page() + "\n")
	for _, words := range example.Setting() {
		b.WriteString(lines.Wrap(words, "          ", "            ", textWidth))
	}
	verdicts := example.RunAll()
	verdict := verdicts[len(verdicts)-1]
	for i, line := range example.Script() {
		label := "  script  "
		switch {
		case i > 0 && len(verdicts) > 1:
			label = "  then    "
		case i > 0:
			label = "          "
		}
		b.WriteString(lines.Wrap(line, label, "            ", textWidth))
		if i < len(verdicts)-1 {
			writeExchanges(b, verdicts[i], example.Rule)
		}
	}
	writeExchanges(b, verdict, example.Rule)
	b.WriteString(noted(verdict, example.Rule))
	b.WriteString(resultLine(verdict, example.Rule))
}

// writeExchanges writes what went over the wire in a call.
func writeExchanges(b *strings.Builder, verdict corsim.Verdict, taught rule.ID) {
	explanation := explain.Of(verdict)
	for i := range verdict.Exchanges() {
		writeExchange(b, i, &verdict.Exchanges()[i], explanation, taught)
	}
}

// maxExchanges is how many requests of an example are shown; those of a circle of redirects are all the same.
const maxExchanges = 4

// writeExchange writes a request and its answer, with what is to be said of their headers.
func writeExchange(b *strings.Builder, i int, x *corsim.Exchange, e *explain.Explanation, taught rule.ID) {
	if i >= maxExchanges {
		if i == maxExchanges {
			b.WriteString("  …\n")
		}
		return
	}
	fmt.Fprintf(b, "  %d  %s %s\n", i+1, printable(x.Request.Method), printable(x.Request.URL.Href()))
	for _, field := range x.Request.Header {
		if found := find(e.Exchanges, i, false, field.Name); found != nil || field.Name == telling[taught] {
			b.WriteString("       " + printable(field.Name+": "+field.Value) + "\n")
		}
	}
	switch {
	case x.Answer.Status != 0:
		b.WriteString("     " + strconv.Itoa(x.Answer.Status) + "\n")
	case x.Answer.Failure != "":
		b.WriteString("     no answer: " + printable(x.Answer.Failure) + "\n")
	default:
		b.WriteString("     an answer that is not known\n")
	}
	for _, field := range x.Answer.Header {
		line := "       " + printable(field.Name+": "+field.Value)
		if found := find(e.Exchanges, i, true, field.Name); found != nil && found.Remark != "" {
			line += "   " + markWords[found.Mark] + printable(found.Remark)
		}
		b.WriteString(lines.Wrap(line, "", "         ", textWidth))
	}
	writeMissing(b, e.Exchanges, i)
	for _, other := range x.Answer.Alternatives {
		b.WriteString("     or " + strconv.Itoa(other.Status) + "\n")
		for _, field := range other.Header {
			b.WriteString("       " + printable(field.Name+": "+field.Value) + "\n")
		}
	}
}

// markWords come before what is said of a header.
var markWords = map[explain.Mark]string{explain.OK: "ok: ", explain.Wrong: "wrong: ",
	explain.Missing: "missing: "}

// writeMissing writes the headers that an answer would need.
func writeMissing(b *strings.Builder, exchanges []explain.Exchange, i int) {
	if i >= len(exchanges) {
		return
	}
	for _, line := range exchanges[i].Answer {
		if line.Mark == explain.Missing && line.Value == "" {
			missing := line.Name + "   missing: " + printable(line.Remark)
			b.WriteString(lines.Wrap(missing, "       ", "         ", textWidth))
		}
	}
}

// telling are the request-headers that show what a rule has done, beside those that an explanation shows.
var telling = map[rule.ID]string{
	rule.RequestReferrerIgnored: "Referer",
	rule.RedirectReferrerPolicy: "Referer",
	rule.HTTPCacheValidating:    "If-None-Match",
}

// find returns what an explanation says of a header, nil for nothing.
func find(exchanges []explain.Exchange, i int, answer bool, name string) *explain.Line {
	if i >= len(exchanges) {
		return nil
	}
	list := exchanges[i].Request
	if answer {
		list = exchanges[i].Answer
	}
	for k := range list {
		if strings.EqualFold(list[k].Name, name) {
			return &list[k]
		}
	}
	return nil
}

// noted says what the rule looked at where it is not the one that decided, "" for nothing.
func noted(verdict corsim.Verdict, taught rule.ID) string {
	if verdict.Rule() == taught {
		return ""
	}
	for step := range verdict.Steps() {
		if step.Rule != taught || len(step.Operands) == 0 {
			continue
		}
		var values []string
		for _, operand := range step.Operands {
			if operand != "" {
				values = append(values, strconv.Quote(operand))
			}
		}
		looked := step.Result.String() + ", looking at " + strings.Join(values, " and ")
		return lines.Wrap(looked, "  rule    ", "          ", textWidth)
	}
	return ""
}

// resultLine says what the page gets, by which rule where that is another, and what it must not be taken for.
func resultLine(verdict corsim.Verdict, taught rule.ID) string {
	e := explain.Of(verdict)
	result := e.Result + "."
	if verdict.Rule() != taught {
		result = e.Result + " (" + verdict.Rule().Slug() + ")."
	}
	if e.Cause != "" && (verdict.Rule() == taught || verdict.Outcome() != corsim.Readable) {
		result += " " + e.Cause
	}
	if names := headerNames(verdict); names != "" {
		result += " Of the headers script sees " + names + "."
	}
	switch {
	case verdict.Outcome() != corsim.Blocked || len(verdict.Exchanges()) == 0:
	case verdict.Sent() && verdict.Rule() == rule.NetworkFailure:
		result += " Whether the server has acted on the request, nobody knows."
	case verdict.Sent():
		result += " The server got the request all the same, and may have acted on it."
	default:
		result += " The request itself was never sent."
	}
	return lines.Wrap(result, "  result  ", "          ", textWidth)
}

// headerNames are the names of the headers that script sees of the response.
func headerNames(verdict corsim.Verdict) string {
	if !verdict.Readable() {
		return ""
	}
	var names []string
	for _, field := range verdict.Response().Header() {
		names = append(names, field.Name)
	}
	return strings.Join(names, ", ")
}
