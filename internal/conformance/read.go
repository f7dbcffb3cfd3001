package conformance

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"
)

// A SyntaxError says where a file of cases is not what it should be.
type SyntaxError struct {
	Name         string // of the file
	Line, Column int    // from 1, in bytes
	Err          error
}

func (e *SyntaxError) Error() string {
	return fmt.Sprintf("%s:%d:%d: %s", e.Name, e.Line, e.Column, reason(e.Err))
}

// Unwrap returns what is wrong.
func (e *SyntaxError) Unwrap() error { return e.Err }

// ReadCases reads a file of cases: a JSON array. What is not JSON is an error, a *[SyntaxError]. A case that is
// JSON but has an unknown field, or a value of a wrong type, is returned with its Problem.
func ReadCases(name string, r io.Reader) ([]Case, error) {
	data, err := io.ReadAll(r)
	if err != nil {
		return nil, err
	}
	var raw []json.RawMessage
	if err := json.Unmarshal(data, &raw); err != nil {
		return nil, syntaxError(name, data, err)
	}
	cases := make([]Case, len(raw))
	for i := range raw {
		cases[i] = readCase(raw[i])
	}
	return cases, nil
}

// readCase reads one case. A field that is not known may matter, so that nothing can be said of its case.
func readCase(data []byte) Case {
	var c Case
	if err := unmarshalStrictly(data, &c); err != nil {
		var named struct{ ID json.RawMessage }
		_ = json.Unmarshal(data, &named) // what is no object has no id
		c = Case{Problem: reason(err)}
		_ = json.Unmarshal(named.ID, &c.ID) // nor has one whose id is no string
	}
	return c
}

// unmarshalStrictly reads JSON that has no fields but those of v.
func unmarshalStrictly(data []byte, v any) error {
	decoder := json.NewDecoder(bytes.NewReader(data))
	decoder.DisallowUnknownFields()
	return decoder.Decode(v)
}

// reason puts an error of the JSON decoder in words that do not speak of Go.
func reason(err error) string {
	var wrongType *json.UnmarshalTypeError
	if errors.As(err, &wrongType) {
		if wrongType.Field == "" {
			return "unexpected " + wrongType.Value
		}
		return "field " + wrongType.Field + ": unexpected " + wrongType.Value
	}
	return strings.TrimPrefix(err.Error(), "json: ")
}

// syntaxError finds the place of an error.
func syntaxError(name string, data []byte, err error) error {
	offset := int64(0)
	var syntax *json.SyntaxError
	var wrongType *json.UnmarshalTypeError
	switch {
	case errors.As(err, &syntax):
		offset = syntax.Offset
	case errors.As(err, &wrongType):
		offset = wrongType.Offset
	}
	// The offset is behind the byte that is wrong.
	before := data[:min(max(offset-1, 0), int64(len(data)))]
	return &SyntaxError{
		Name:   name,
		Line:   1 + bytes.Count(before, []byte{'\n'}),
		Column: len(before) - bytes.LastIndexByte(before, '\n'),
		Err:    err,
	}
}
