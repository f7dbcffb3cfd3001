package header

import (
	"slices"
	"strings"
)

// A MIMEType is a MIME type record: a type, a subtype and parameters. The zero value is no MIME type.
//
// https://mimesniff.spec.whatwg.org/#mime-type-representation
type MIMEType struct {
	essence    string
	slash      int
	parameters []parameter
}

type parameter struct{ name, value string }

// Essence returns type, slash and subtype, in lower case: "text/html".
//
// https://mimesniff.spec.whatwg.org/#mime-type-essence
func (m MIMEType) Essence() string { return m.essence }

// Type returns what is before the slash, in lower case.
func (m MIMEType) Type() string { return m.essence[:m.slash] }

// Subtype returns what is behind the slash, in lower case.
func (m MIMEType) Subtype() string { return strings.TrimPrefix(m.essence[m.slash:], "/") }

// Parameter returns the value of the parameter of that name, which is in lower case.
func (m MIMEType) Parameter(name string) (value string, ok bool) {
	for _, p := range m.parameters {
		if p.name == name {
			return p.value, true
		}
	}
	return "", false
}

// WithParameter returns m with the value for that parameter, in its place if m has it, else behind the others. The
// name is a token in lower case.
func (m MIMEType) WithParameter(name, value string) MIMEType {
	m.parameters = slices.Clone(m.parameters)
	for i := range m.parameters {
		if m.parameters[i].name == name {
			m.parameters[i].value = value
			return m
		}
	}
	m.parameters = append(m.parameters, parameter{name, value})
	return m
}

// String serializes the MIME type: "text/html;charset=utf-8". A value that is no token stands in quotation marks.
//
// https://mimesniff.spec.whatwg.org/#serialize-a-mime-type
func (m MIMEType) String() string {
	if len(m.parameters) == 0 {
		return m.essence
	}
	var serialization strings.Builder
	serialization.WriteString(m.essence)
	for _, p := range m.parameters {
		serialization.WriteByte(';')
		serialization.WriteString(p.name)
		serialization.WriteByte('=')

		// A value that is empty or has other bytes than those of a token is quoted.
		if IsToken(p.value) {
			serialization.WriteString(p.value)
			continue
		}
		serialization.WriteByte('"')
		for i := range len(p.value) {
			if p.value[i] == '"' || p.value[i] == '\\' {
				serialization.WriteByte('\\')
			}
			serialization.WriteByte(p.value[i])
		}
		serialization.WriteByte('"')
	}
	return serialization.String()
}

// IsJavaScript reports whether m is a JavaScript MIME type.
//
// https://mimesniff.spec.whatwg.org/#javascript-mime-type
func (m MIMEType) IsJavaScript() bool {
	switch m.essence {
	case "application/ecmascript",
		"application/javascript",
		"application/x-ecmascript",
		"application/x-javascript",
		"text/ecmascript",
		"text/javascript",
		"text/javascript1.0",
		"text/javascript1.1",
		"text/javascript1.2",
		"text/javascript1.3",
		"text/javascript1.4",
		"text/javascript1.5",
		"text/jscript",
		"text/livescript",
		"text/x-ecmascript",
		"text/x-javascript":
		return true
	}
	return false
}
