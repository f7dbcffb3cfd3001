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
	entries  []entry
	operands []string
	room     struct {
		entries  [12]entry
		operands [6]string
	}
}

// Room is memory for a trace that is longer than most.
type Room struct {
	entries  [20]entry
	operands [14]string
}

// Grow moves the trace into the room, if it fits, so that it need not find memory by itself.
func (t *Trace) Grow(room *Room) {
	if len(t.entries) < len(room.entries) && len(t.operands) < len(room.operands) {
		t.entries = append(room.entries[:0], t.entries...)
		t.operands = append(room.operands[:0], t.operands...)
	}
}

// entry is a step in eight bytes; its operands are a stretch of Trace.operands.
type entry struct {
	rule     ID
	exchange int16
	first    uint16
	count    uint8
	result   Result
}

// maxSteps bounds a trace. A fetch of 20 redirects with a preflight each has some 400 steps; a step past
// the bound is not kept.
const maxSteps = 1 << 14

// Add notes a decision made at the given exchange.
func (t *Trace) Add(exchange int, d Decision) {
	if t.entries == nil {
		t.entries, t.operands = t.room.entries[:0], t.room.operands[:0]
	}
	if len(t.entries) == maxSteps {
		return
	}
	e := entry{rule: d.Rule, exchange: int16(exchange), first: uint16(len(t.operands)), result: d.Result}
	if d.Found != "" || d.Against != "" {
		t.operands = append(t.operands, d.Found)
		e.count = 1
		if d.Against != "" {
			t.operands = append(t.operands, d.Against)
			e.count = 2
		}
	}
	t.entries = append(t.entries, e)
}

// Steps yields the steps in order.
func (t *Trace) Steps(yield func(Step) bool) {
	for _, e := range t.entries {
		end := e.first + uint16(e.count)
		step := Step{Rule: e.rule, Result: e.result, Exchange: int(e.exchange), Operands: t.operands[e.first:end:end]}
		if !yield(step) {
			return
		}
	}
}
