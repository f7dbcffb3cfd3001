package explain

import (
	"bytes"
	"encoding/json"
	"flag"
	"maps"
	"os"
	"reflect"
	"slices"
	"testing"

	"github.com/google/jsonschema-go/jsonschema"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/rule"
)

//go:generate go test -run TestSchemaIsCommitted -update

var update = flag.Bool("update", false, "write explain.schema.json and the golden files")

const schemaFile = "explain.schema.json"

// TestSchemaIsCommitted holds that the published schema is that of the types.
func TestSchemaIsCommitted(t *testing.T) {
	want := schemaOfTypes(t)
	if *update {
		if err := os.WriteFile(schemaFile, want, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, want) {
		t.Errorf("%s is not what the types say; go generate writes it", schemaFile)
	}
}

// schemaOfTypes makes the schema from the types and their tags.
func schemaOfTypes(t *testing.T) []byte {
	t.Helper()
	types := map[reflect.Type]*jsonschema.Schema{
		reflect.TypeFor[corsim.Outcome](): enumeration("undetermined", "readable", "opaque", "blocked", "threw"),
		reflect.TypeFor[markName]():       enumeration("neutral", "ok", "wrong", "missing"),
		reflect.TypeFor[resultName]():     enumeration("passed", "stopped", "applied"),
	}
	definitions := map[string]*jsonschema.Schema{}
	for _, definition := range []struct {
		name string
		of   reflect.Type
	}{
		{"rule", reflect.TypeFor[ruleJSON]()},
		{"header", reflect.TypeFor[lineJSON]()},
	} {
		definitions[definition.name] = schemaOf(t, definition.of, types)
		types[definition.of] = &jsonschema.Schema{Ref: "#/$defs/" + definition.name}
	}
	root := schemaOf(t, reflect.TypeFor[documentJSON](), types)
	root.Schema = "https://json-schema.org/draft/2020-12/schema"
	root.Title = "A verdict of corsim, explained"
	root.Defs = definitions
	root.Properties["version"].Const = jsonschema.Ptr(any(formatVersion))
	withoutNull(root, root.Properties["advice"])
	data, err := json.MarshalIndent(root, "", "  ")
	if err != nil {
		t.Fatal(err)
	}
	return append(data, '\n')
}

func schemaOf(t *testing.T, of reflect.Type, types map[reflect.Type]*jsonschema.Schema) *jsonschema.Schema {
	t.Helper()
	schema, err := jsonschema.ForType(of, &jsonschema.ForOptions{TypeSchemas: maps.Clone(types)})
	if err != nil {
		t.Fatal(err)
	}
	return schema
}

func enumeration(values ...string) *jsonschema.Schema {
	schema := &jsonschema.Schema{Type: "string"}
	for _, value := range values {
		schema.Enum = append(schema.Enum, value)
	}
	return schema
}

// withoutNull takes back that lists may be null: they are not. One schema, and what is not a list, keeps it.
func withoutNull(s, but *jsonschema.Schema) {
	if s == nil {
		return
	}
	if s != but && slices.Equal(s.Types, []string{"null", "array"}) {
		s.Type, s.Types = "array", nil
	}
	withoutNull(s.Items, but)
	for _, inner := range s.Properties {
		withoutNull(inner, but)
	}
	for _, inner := range s.Defs {
		withoutNull(inner, but)
	}
}

func resolvedSchema(t testing.TB) *jsonschema.Resolved {
	t.Helper()
	data, err := os.ReadFile(schemaFile)
	if err != nil {
		t.Fatal(err)
	}
	var schema jsonschema.Schema
	if err := json.Unmarshal(data, &schema); err != nil {
		t.Fatal(err)
	}
	resolved, err := schema.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

func TestJSONIsAsTheSchemaSays(t *testing.T) {
	schema := resolvedSchema(t)
	for _, test := range []struct {
		about string
		e     Explanation
	}{
		{"nothing", Explanation{}},
		{"everything", filled("x")},
		{"characters that are none", filled("\xff\x1b[31m\u202e\u0085")},
		{"advice that there is none", Explanation{Advice: &fix.Advice{Nothing: "no"}}},
		{"each rule", eachRule()},
	} {
		data, err := json.Marshal(test.e)
		if err != nil {
			t.Fatal(err)
		}
		var value any
		if err := json.Unmarshal(data, &value); err != nil {
			t.Fatalf("%s: %v", test.about, err)
		}
		if err := schema.Validate(value); err != nil {
			t.Errorf("%s: %v", test.about, err)
		}
	}
}

// eachRule is an explanation whose steps are all rules.
func eachRule() Explanation {
	var e Explanation
	for id := range rule.All {
		e.Steps = append(e.Steps, Step{Step: rule.Step{Rule: id, Exchange: -1}})
	}
	return e
}

func TestSchemaRefuses(t *testing.T) {
	schema := resolvedSchema(t)
	for _, test := range []struct {
		about  string
		change func(document map[string]any)
	}{
		{"a member that there is not", func(d map[string]any) { d["more"] = 1 }},
		{"a member that is absent", func(d map[string]any) { delete(d, "cause") }},
		{"another version", func(d map[string]any) { d["version"] = 2 }},
		{"an outcome that there is not", func(d map[string]any) { d["outcome"] = "fine" }},
		{"a list that is null", func(d map[string]any) { d["hints"] = nil }},
		{"a member within", func(d map[string]any) { d["call"].(map[string]any)["more"] = 1 }},
		{"a mark that there is not", func(d map[string]any) {
			d["exchanges"].([]any)[0].(map[string]any)["statusMark"] = "good"
		}},
	} {
		data, err := json.Marshal(filled("x"))
		if err != nil {
			t.Fatal(err)
		}
		var document map[string]any
		if err := json.Unmarshal(data, &document); err != nil {
			t.Fatal(err)
		}
		test.change(document)
		if schema.Validate(document) == nil {
			t.Errorf("takes %s", test.about)
		}
	}
}

// TestJSONShowsNoControl holds that what a terminal would not print is escaped, and that nothing is lost by it.
func TestJSONShowsNoControl(t *testing.T) {
	const cause = "\x1b[31m \u009b \u202e \u2028 \U000e0041 \x7f ü 𝄞"
	data, err := json.Marshal(Explanation{Cause: cause})
	if err != nil {
		t.Fatal(err)
	}
	if at := bytes.IndexFunc(data, func(r rune) bool { return !shows(r, len(string(r))) }); at >= 0 {
		t.Errorf("%q", data[at:])
	}
	var back struct{ Cause string }
	if err := json.Unmarshal(data, &back); err != nil || back.Cause != cause {
		t.Errorf("%q, %v", back.Cause, err)
	}
}

// TestEachFieldHasAMember holds that no field of an explanation is forgotten in JSON.
func TestEachFieldHasAMember(t *testing.T) {
	data, err := json.Marshal(filled("here I am"))
	if err != nil {
		t.Fatal(err)
	}
	e := filled("here I am")
	want := countStrings(reflect.ValueOf(e))
	if got := bytes.Count(data, []byte("here I am")); got != want {
		t.Errorf("%d strings, %d in the JSON", want, got)
	}
}
