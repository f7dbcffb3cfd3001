package rule

// A Result says how a rule came out in one fetch.
type Result uint8

// The results.
const (
	// Passed: the rule could have stopped the fetch and did not.
	Passed Result = iota
	// Stopped: the rule ended the fetch.
	Stopped
	// Applied: the rule changed or chose something on the way.
	Applied
)

// String returns "passed", "stopped" or "applied".
func (r Result) String() string {
	switch r {
	case Stopped:
		return "stopped"
	case Applied:
		return "applied"
	}
	return "passed"
}

// A Step is a rule that was reached, how it came out, and what it looked at.
type Step struct {
	Rule   ID
	Result Result
	// Exchange is the index of the exchange with the server that the step belongs to, and -1 for a step
	// before the first.
	Exchange int
	// Operands are what the rule compared: what was found first, then what it was held against.
	Operands []string
}

// Found returns what the rule found, "" for nothing.
func (s *Step) Found() string { return s.operand(0) }

// Against returns what the rule held that against, "" for nothing.
func (s *Step) Against() string { return s.operand(1) }

func (s *Step) operand(n int) string {
	if n < len(s.Operands) {
		return s.Operands[n]
	}
	return ""
}

// A Decision is what a policy says: the rule that decided, how, and the operands it compared. At most two
// operands are kept; "" stands for none.
type Decision struct {
	Rule           ID
	Result         Result
	Found, Against string
}

// OK reports whether the fetch goes on.
func (d Decision) OK() bool { return d.Result != Stopped }

// Pass is the decision of a rule that did not stop the fetch.
func Pass(id ID) Decision { return Decision{Rule: id, Result: Passed} }

// Stop is the decision of a rule that ends the fetch, with what it found and what it was held against.
func Stop(id ID, found, against string) Decision {
	return Decision{Rule: id, Result: Stopped, Found: found, Against: against}
}

// Apply is the decision of a rule that changes or chooses something.
func Apply(id ID, found, against string) Decision {
	return Decision{Rule: id, Result: Applied, Found: found, Against: against}
}

// A Trace is the list of the steps of a fetch, in order. The zero value is an empty trace. It keeps rule
// ids and operands only; words are made from it later.
type Trace struct {
	// The first steps: there is room for those of a fetch without a CORS-preflight or a redirect.
	count, operandCount uint8
	entries             [8]entry
	operands            [6]string

	more *MoreTrace
}

// MoreTrace holds the steps of a trace that is longer than most, with room for those of a CORS-preflight.
type MoreTrace struct {
	entries  []entry
	operands []string
	room     struct {
		entries  [8]entry
		operands [6]string
	}
}

// Extend gives the trace a place for the steps for which it has no room itself, so that it need not find memory.
func (t *Trace) Extend(more *MoreTrace) {
	if t.more == nil {
		more.entries, more.operands = more.room.entries[:0], more.room.operands[:0]
		t.more = more
	}
}

// entry is a step in four bytes; its operands come after those of the step before.
type entry struct {
	rule ID
	// rest is one more than the exchange, the result, and which operands there are.
	rest uint16
}

const (
	hasFound   = 1 << 0
	hasAgainst = 1 << 1
	resultAt   = 2
	exchangeAt = 4

	lastExchange = 1<<(16-exchangeAt) - 2
)

// newEntry returns the step of a decision, and how many operands it has.
func newEntry(exchange int, d *Decision) (e entry, operands int) {
	rest := uint16(min(exchange, lastExchange)+1)<<exchangeAt | uint16(d.Result)<<resultAt
	if d.Found != "" {
		rest |= hasFound
		operands++
	}
	if d.Against != "" {
		rest |= hasAgainst
		operands++
	}
	return entry{d.Rule, rest}, operands
}

// step returns the step, whose operands are the first of those given, and how many of them it has.
func (e entry) step(operands []string) (step Step, n int) {
	step = Step{
		Rule:     e.rule,
		Result:   Result(e.rest >> resultAt & (1<<(exchangeAt-resultAt) - 1)),
		Exchange: int(e.rest>>exchangeAt) - 1,
	}
	switch e.rest & (hasFound | hasAgainst) {
	case 0:
		return step, 0
	case hasFound:
		n = 1
	// An empty operand is not kept.
	case hasAgainst:
		step.Operands = []string{"", operands[0]}
		return step, 1
	default:
		n = 2
	}
	step.Operands = operands[:n:n]
	return step, n
}

// maxSteps bounds a trace. A fetch of 20 redirects with a preflight each has some 400 steps; a step past
// the bound is not kept.
const maxSteps = 1 << 14

// Add notes a decision made at the given exchange.
func (t *Trace) Add(exchange int, d Decision) {
	e, operands := newEntry(exchange, &d)
	if !t.hasRoom(operands) {
		t.addMore(e, &d)
		return
	}
	t.entries[t.count] = e
	t.count++
	if operands > 0 {
		t.addOperand(d.Found)
		t.addOperand(d.Against)
	}
}

// hasRoom reports whether there is room for a step with so many operands, before those of more.
func (t *Trace) hasRoom(operands int) bool {
	return int(t.count) < len(t.entries) && int(t.operandCount)+operands <= len(t.operands) &&
		(t.more == nil || len(t.more.entries) == 0)
}

func (t *Trace) addOperand(operand string) {
	if operand != "" {
		t.operands[t.operandCount] = operand
		t.operandCount++
	}
}

// addMore notes a step for which the trace has no room itself.
func (t *Trace) addMore(e entry, d *Decision) {
	if t.more == nil {
		t.Extend(new(MoreTrace))
	}
	more := t.more
	if len(more.entries) == maxSteps {
		return
	}
	more.entries = append(more.entries, e)
	for _, operand := range [...]string{d.Found, d.Against} {
		if operand != "" {
			more.operands = append(more.operands, operand)
		}
	}
}

// Steps yields the steps in order.
func (t *Trace) Steps(yield func(Step) bool) {
	if yieldSteps(t.entries[:t.count], t.operands[:], yield) && t.more != nil {
		yieldSteps(t.more.entries, t.more.operands, yield)
	}
}

// yieldSteps yields steps that have their operands one after the other, and reports whether more are wanted.
func yieldSteps(entries []entry, operands []string, yield func(Step) bool) bool {
	for _, e := range entries {
		step, n := e.step(operands)
		if !yield(step) {
			return false
		}
		operands = operands[n:]
	}
	return true
}
