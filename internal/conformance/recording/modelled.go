package recording

import (
	"bytes"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
)

// UnmarshalJSON reads a scenario. A member that is not known, or has another type, may change everything: it is no
// error, but nothing can be predicted of such a scenario.
func (s *Scenario) UnmarshalJSON(data []byte) error {
	type plain Scenario
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode((*plain)(s)); err != nil {
		var named struct{ ID json.RawMessage }
		_ = json.Unmarshal(data, &named) // what is no object has no id
		*s = Scenario{problem: strings.TrimPrefix(err.Error(), "json: ")}
		_ = json.Unmarshal(named.ID, &s.ID) // nor has one whose id is no string
	}
	return nil
}

// The words that the format has.
var (
	callKinds = []string{"fetch", "xhr", "img", "script", "style", "font", "beacon"}
	bodyKinds = []string{"text", "urlencoded", "formdata", "blob", "arraybuffer", "stream"}
	fixtures  = []string{"", "png", "svg", "ttf"}
)

// notModelled says what in the scenario nothing can be predicted of; "" for nothing.
func (s *Scenario) notModelled() string {
	if s.problem != "" {
		return s.problem
	}
	for i := range s.Calls {
		call := &s.Calls[i]
		if !slices.Contains(callKinds, call.Kind) {
			return fmt.Sprintf("a call of the kind %q", call.Kind)
		}
		if call.Body != nil && !slices.Contains(bodyKinds, call.Body.Kind) {
			return fmt.Sprintf("a body of the kind %q", call.Body.Kind)
		}
	}
	for i := range s.Server {
		for _, answer := range slices.Concat(s.Server[i].Preflight, s.Server[i].Actual) {
			if !slices.Contains(fixtures, answer.Fixture) {
				return fmt.Sprintf("the fixture %q", answer.Fixture)
			}
		}
	}
	return ""
}
