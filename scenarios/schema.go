package scenarios

import (
	"encoding/json"
	"maps"
	"reflect"
	"slices"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/rule"
)

//go:generate go test -run TestSchemaIsCommitted -update

// Schema returns a JSON Schema (draft 2020-12) of scenario files, for editors. It is made of the types and their
// tags, as the decoding is; what only a look at the whole file tells, such as an entry of the server that nobody
// asks for, it does not know.
func Schema() []byte {
	s := schemas{}
	for t, values := range enumerations {
		s[t] = enumeration(values)
	}
	text := &jsonschema.Schema{Types: []string{"string", "number", "boolean"}}
	texts := oneOrList(text)
	s[reflect.TypeFor[Target]()] = &jsonschema.Schema{Type: "string"}
	s[reflect.TypeFor[SeenHeaders]()] = mappingOf(anyOf(text, &jsonschema.Schema{Type: "null"}))
	s[reflect.TypeFor[Addresses]()] = mappingOf(&jsonschema.Schema{Type: "string"})
	s[reflect.TypeFor[Cookies]()] = mappingOf(texts)
	s[reflect.TypeFor[Headers]()] = anyOf(mappingOf(texts), listOf(anyOf(text, mappingOf(texts))))
	definitions := map[string]*jsonschema.Schema{
		"rule":    s.define("rule", reflect.TypeFor[rule.ID]()),
		"headers": s.define("headers", reflect.TypeFor[Headers]()),
	}
	s.short(reflect.TypeFor[Body](), text)
	s.short(reflect.TypeFor[Page](), &jsonschema.Schema{Type: "string"})
	s.short(reflect.TypeFor[Expectation](), s[reflect.TypeFor[corsim.Outcome]()])
	s.short(reflect.TypeFor[Answer](), &jsonschema.Schema{Type: "integer"})
	s[reflect.TypeFor[Answers]()] = oneOrList(s[reflect.TypeFor[Answer]()])
	definitions["answers"] = s.define("answers", reflect.TypeFor[Answers]())
	below := s.of(reflect.TypeFor[preflightAndAnswer]())
	s[reflect.TypeFor[Server]()] = mappingOf(anyOf(below, s[reflect.TypeFor[Answers]()]))

	root := s.of(reflect.TypeFor[Scenario]())
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Title = "A corsim scenario"
	root.Defs = definitions
	withoutNull(root)
	data, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		panic(err) // the types do not depend on any input
	}
	return append(data, '\n')
}

// schemas are the schemas of the types that do not speak for themselves.
type schemas map[reflect.Type]*jsonschema.Schema

// of returns the schema of a type.
func (s schemas) of(t reflect.Type) *jsonschema.Schema {
	schema, err := jsonschema.ForType(t, &jsonschema.ForOptions{TypeSchemas: maps.Clone(s)})
	if err != nil {
		panic(err) // as above
	}
	return schema
}

// define puts a reference in the place of a type's schema, which it returns.
func (s schemas) define(name string, t reflect.Type) *jsonschema.Schema {
	schema := s[t]
	s[t] = &jsonschema.Schema{Ref: "#/$defs/" + name}
	return schema
}

// short adds a struct that has a short form.
func (s schemas) short(t reflect.Type, form *jsonschema.Schema) { s[t] = anyOf(form, s.of(t)) }

// withoutNull takes back that a pointer or a slice may be null, which is so in JSON but not in a scenario.
func withoutNull(s *jsonschema.Schema) {
	if s == nil {
		return
	}
	if i := slices.Index(s.Types, "null"); i >= 0 {
		s.Types = slices.Delete(slices.Clone(s.Types), i, i+1)
		if len(s.Types) == 1 {
			s.Type = s.Types[0]
		}
		if len(s.Types) <= 1 {
			s.Types = nil
		}
	}
	withoutNull(s.Items)
	withoutNull(s.AdditionalProperties)
	for _, inner := range s.AnyOf {
		withoutNull(inner)
	}
	for _, inner := range s.Properties {
		withoutNull(inner)
	}
	for _, inner := range s.Defs {
		withoutNull(inner)
	}
}

func enumeration(values []string) *jsonschema.Schema {
	schema := &jsonschema.Schema{Type: "string"}
	for _, value := range values {
		schema.Enum = append(schema.Enum, value)
	}
	return schema
}

func anyOf(schemas ...*jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{AnyOf: schemas}
}

func listOf(item *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "array", Items: item}
}

func oneOrList(item *jsonschema.Schema) *jsonschema.Schema { return anyOf(item, listOf(item)) }

func mappingOf(value *jsonschema.Schema) *jsonschema.Schema {
	return &jsonschema.Schema{Type: "object", AdditionalProperties: value}
}
