package explain

import "github.com/corsim/corsim/rule"

// maxCause is the room that nearly every sentence has enough of.
const maxCause = 320

// cause says in a sentence what the rule that decided has compared with what, "" where none did. It is plain text
// without control characters: values stand in double quotes.
func (d *decision) cause(w *words) string {
	var room [maxCause]byte
	return w.keep(d.append(room[:0], d.template(), ""))
}

// A sentence is what is said of a rule that has decided, as templates for [decision.append]. Of those that are empty
// stands is said.
type sentence struct {
	// stands is said where nothing else is.
	stands string
	// without is said where the rule found nothing.
	without string
	// passed is said where the rule might have stopped what it let pass.
	passed string
	// choose returns what is said in a case of its own, "" for none.
	choose func(d *decision) string
}

// sentences are those of all rules that can decide, by topic.
var sentences = [...]map[rule.ID]sentence{
	corsSentences, preflightSentences, requestSentences, apiSentences, sendingSentences, answerSentences,
	redirectSentences, loadSentences, documentSentences, windowSentences, unknownSentences,
}

// sentencesByRule are the sentences where a rule's number finds them; nil for a rule without one.
var sentencesByRule = func() (byRule []*sentence) {
	for _, topic := range sentences {
		for id, s := range topic {
			for int(id) >= len(byRule) {
				byRule = append(byRule, nil)
			}
			byRule[id] = &s
		}
	}
	return byRule
}()

// noSentence is that of a rule which never decides.
var noSentence sentence

func sentenceOf(id rule.ID) (s *sentence, found bool) {
	if int(id) >= len(sentencesByRule) || sentencesByRule[id] == nil {
		return &noSentence, false
	}
	return sentencesByRule[id], true
}

// template returns what is said of the decision.
func (d *decision) template() string {
	s, _ := sentenceOf(d.step.Rule)
	if s.choose != nil {
		if chosen := s.choose(d); chosen != "" {
			return chosen
		}
	}
	switch {
	case s.passed != "" && d.step.Result == rule.Passed:
		return s.passed
	case s.without != "" && d.found == "":
		return s.without
	}
	return s.stands
}
