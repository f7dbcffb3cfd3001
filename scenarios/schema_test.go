package scenarios_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"testing"

	"github.com/goccy/go-yaml"
	"github.com/google/jsonschema-go/jsonschema"

	"github.com/corsim/corsim/scenarios"
)

var update = flag.Bool("update", false, "write scenario.schema.json")

func TestSchemaIsCommitted(t *testing.T) {
	const file = "scenario.schema.json"
	if *update {
		if err := os.WriteFile(file, scenarios.Schema(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	committed, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if !bytes.Equal(committed, scenarios.Schema()) {
		t.Errorf("%s is not what the types say; go generate writes it", file)
	}
}

func TestSchemaTakesTheLibrary(t *testing.T) {
	schema := resolved(t)
	for scenario, data := range scenarios.Library() {
		if err := schema.Validate(value(t, data)); err != nil {
			t.Errorf("%s: %v", scenario.Title, err)
		}
	}
}

func TestSchemaRefuses(t *testing.T) {
	schema := resolved(t)
	for _, text := range []string{
		"calls: [{fetch: /}]",
		"{page: 'https://a.example/', calls: [{fetch: /, expect: allowed}]}",
		"{page: 'https://a.example/', calls: [{fetch: /, mode: core}]}",
		"{page: 'https://a.example/', calls: [{fetsch: /}]}",
		"{page: 'https://a.example/', calls: [{fetch: /, expect: {rule: cors}}]}",
		"{page: 'https://a.example/', calls: [{fetch: /}], server: {'https://a.example/': {state: 200}}}",
	} {
		if schema.Validate(value(t, []byte(text))) == nil {
			t.Errorf("takes %s", text)
		}
	}
}

func resolved(t *testing.T) *jsonschema.Resolved {
	t.Helper()
	var schema jsonschema.Schema
	if err := json.Unmarshal(scenarios.Schema(), &schema); err != nil {
		t.Fatal(err)
	}
	resolved, err := schema.Resolve(nil)
	if err != nil {
		t.Fatal(err)
	}
	return resolved
}

func value(t *testing.T, data []byte) any {
	t.Helper()
	inJSON, err := yaml.YAMLToJSON(data)
	if err != nil {
		t.Fatal(err)
	}
	var v any
	if err := json.Unmarshal(inJSON, &v); err != nil {
		t.Fatal(err)
	}
	return v
}
