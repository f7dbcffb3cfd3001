package console

import "slices"

// recognitions is a list that grows hit by hit.
type recognitions struct {
	list []Recognition
	// before are hits that stand before a message.
	before []hit
}

// add adds the hits of a line.
func (r *recognitions) add(hits []hit) {
	for i := range hits {
		h := &hits[i]
		if len(r.before) > 0 && !h.isOf(r.before[0].engine) {
			r.flush()
		}
		switch {
		case h.role == roleBefore:
			r.before = append(r.before, *h)
		case h.role == roleAfter && r.complete(h):
		default:
			r.append(newRecognition(r.before, h))
			r.before = nil
		}
	}
}

// isOf reports whether a wording of an engine fits.
func (h *hit) isOf(engine string) bool {
	return slices.ContainsFunc(h.fitting(), func(w *wording) bool { return w.engine == engine })
}

// fitting are all wordings that fit.
func (h *hit) fitting() []*wording {
	return append([]*wording{h.wording}, h.others...)
}

// flush adds what stands before a message that never came.
func (r *recognitions) flush() {
	if len(r.before) == 0 {
		return
	}
	last := len(r.before) - 1
	end := newRecognition(r.before[:last], &r.before[last])
	end.Cut = true
	if end.Engine == "chromium" {
		end.Rules = chromiumRules()
	}
	r.append(end)
	r.before = nil
}

// complete gives the values of what stands after a message to it, and reports whether there is one.
func (r *recognitions) complete(h *hit) bool {
	if len(r.list) == 0 {
		return false
	}
	last := &r.list[len(r.list)-1]
	if last.Engine != h.engine || len(last.Rules) == 0 {
		return false
	}
	for _, value := range h.values {
		if have := last.Value(value.Name); have != "" && have != value.Text {
			return false
		}
	}
	for _, value := range h.values {
		if last.Value(value.Name) == "" {
			last.Values = append(last.Values, value)
		}
	}
	last.Old = last.Old || h.old && !h.cut
	return true
}

// append adds a recognition, if it says more than those before it.
func (r *recognitions) append(another Recognition) {
	for i := range r.list {
		if r.list[i].covers(&another) {
			return
		}
	}
	r.list = append(r.list, another)
}

// covers reports whether another recognition is the same message, or the one that Firefox adds to it.
func (r *Recognition) covers(another *Recognition) bool {
	if r.Engine != another.Engine {
		return false
	}
	if another.Message == firefoxTemplates[firefoxDidNotSucceed].text && r.Value("url") == another.Value("url") {
		return true
	}
	if r.Message != another.Message {
		return false
	}
	for _, value := range another.Values {
		if !slices.Contains(r.Values, value) {
			return false
		}
	}
	return true
}

// sifted are the recognitions; those that say nothing of the cause only if no others do.
func (r *recognitions) sifted() []Recognition {
	silent := func(r Recognition) bool { return len(r.Rules) == 0 }
	if slices.ContainsFunc(r.list, func(r Recognition) bool { return !silent(r) }) {
		return slices.DeleteFunc(r.list, silent)
	}
	return r.list
}

// newRecognition makes a recognition of a hit and those before it.
func newRecognition(before []hit, h *hit) Recognition {
	fitting := h.fitting()
	if len(before) > 0 {
		fitting = slices.DeleteFunc(fitting, func(w *wording) bool { return w.engine != before[0].engine })
	}
	r := Recognition{Engine: fitting[0].engine, Old: true, Cut: h.cut, Message: fitting[0].text}
	for _, w := range fitting {
		if w.engine != r.Engine {
			r.Engine = ""
		}
		r.Old = r.Old && w.old
		r.Rules = append(r.Rules, w.rules...)
	}
	slices.Sort(r.Rules)
	r.Rules = slices.Compact(r.Rules)
	for _, b := range append(slices.Clone(before), *h) {
		r.Old = r.Old || b.old
		r.Preflight = r.Preflight || b.text == chromiumPreflight.text
		r.Values = append(r.Values, b.values...)
	}
	r.narrow()
	return r
}
