package generator

import (
	"encoding/json"
	"reflect"
	"slices"
	"strings"
	"testing"
)

func TestGenerateIsDeterministic(t *testing.T) {
	first, second := Generate(5, 500), Generate(5, 500)
	if !reflect.DeepEqual(first, second) {
		t.Error("the same seed makes different scenarios")
	}
	if more := Generate(5, 600); !reflect.DeepEqual(more[:500], first) {
		t.Error("more scenarios are others")
	}
	if other := Generate(6, 500); reflect.DeepEqual(other[0].Tags, first[0].Tags) && reflect.DeepEqual(other[1].Tags,
		first[1].Tags) {
		t.Error("another seed makes the same scenarios")
	}
}

func TestGenerateHasAllFamilies(t *testing.T) {
	families := map[string]int{}
	for _, scenario := range Generate(1, 150) {
		families[scenario.Family]++
	}
	for _, name := range Families() {
		if families[name] < 3 {
			t.Errorf("%s: %d of 150 scenarios", name, families[name])
		}
	}
}

// leftovers are what no scenario has when all templates are filled in.
var leftovers = []string{
	"{page}", "{origin}", "{scheme}", "{host}", "{port}", "{otherport}", "{dir}", "{id}", "{key}", "{names}", "{method}",
	"{next", "{target}", "{path}", "{authority}", "{name}", "{good}", "{hash}", "\"-\"",
}

// TestGenerateIsValid makes more scenarios than there are rows that differ in one value: all values come up.
func TestGenerateIsValid(t *testing.T) {
	ids, names := map[string]bool{}, map[string]bool{}
	for _, scenario := range Generate(1, 5000) {
		if ids[scenario.ID] {
			t.Fatalf("two scenarios %s", scenario.ID)
		}
		ids[scenario.ID] = true
		if len(scenario.Calls) == 0 || scenario.Page.URL == "" {
			t.Errorf("%s: nothing is done", scenario.ID)
		}
		for _, cookie := range scenario.Cookies {
			if !strings.Contains(cookie.SetCookie, "; Path=/s/"+scenario.ID) {
				t.Errorf("%s: other scenarios see the cookie %q", scenario.ID, cookie.SetCookie)
			}
		}
		for _, call := range scenario.Calls {
			names[call.Kind] = true
		}
		paths := map[string]bool{}
		for _, path := range scenario.Server {
			if !strings.HasPrefix(path.Path, "/s/"+scenario.ID+"/") || paths[path.Path] {
				t.Errorf("%s: path %s", scenario.ID, path.Path)
			}
			paths[path.Path] = true
			for _, answer := range slices.Concat(path.Preflight, path.Actual) {
				for _, line := range answer.Headers {
					if line[0] == "" || strings.ContainsAny(line[0]+line[1], "\r\n\x00") {
						t.Errorf("%s: header line %q", scenario.ID, line)
					}
				}
			}
		}
		scenario.Tags = nil // which have the templates as they stand
		data, err := json.Marshal(scenario)
		if err != nil {
			t.Fatal(err)
		}
		for _, left := range leftovers {
			if strings.Contains(string(data), left) {
				t.Errorf("%s: %s is left in %s", scenario.ID, left, data)
			}
		}
	}
	for _, kind := range []string{"fetch", "xhr", "img", "script", "style", "font", "beacon"} {
		if !names[kind] {
			t.Errorf("no call of %s", kind)
		}
	}
}

func TestAxesHaveDifferentValues(t *testing.T) {
	rows := 0
	for _, family := range families {
		for _, axis := range family.axes {
			rows += len(axis.values)
			if sorted := slices.Compact(slices.Sorted(slices.Values(axis.values))); len(sorted) != len(axis.values) {
				t.Errorf("%s: axis %s has a value twice", family.name, axis.name)
			}
		}
	}
	t.Logf("%d families, %d values", len(families), rows)
}
