package policy_test

import (
	"slices"
	"testing"

	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

func TestCrossOriginAccess(t *testing.T) {
	const window, location = policy.WindowObject, policy.LocationObject
	frames := []string{"first", "", "then"}
	tests := []struct {
		about     string
		object    policy.PlatformObject
		operation policy.Operation
		property  string
		exception string
		rule      rule.ID
	}{
		{"a getter", window, "", "closed", "", rule.AccessProperty},
		{"a method", window, policy.OperationCall, "postMessage", "", rule.AccessProperty},
		{"no setter", window, policy.OperationSet, "opener", "SecurityError", rule.AccessDirection},
		{"a setter", window, policy.OperationSet, "location", "", rule.AccessProperty},
		{"no getter", location, policy.OperationGet, "href", "SecurityError", rule.AccessDirection},
		{"no getter, but a property", location, policy.OperationDescribe, "href", "", rule.AccessProperty},
		{"of the other object", location, policy.OperationGet, "closed", "SecurityError", rule.AccessProperty},
		{"not on the list", window, policy.OperationGet, "origin", "SecurityError", rule.AccessProperty},
		{"in another case", window, policy.OperationGet, "Closed", "SecurityError", rule.AccessProperty},
		{"a frame", window, policy.OperationGet, "2", "", rule.AccessChildNavigable},
		{"no frame", window, policy.OperationGet, "3", "SecurityError", rule.AccessProperty},
		{"no index", window, policy.OperationGet, "02", "SecurityError", rule.AccessProperty},
		{"too large for an index", window, policy.OperationGet, "4294967295", "SecurityError", rule.AccessProperty},
		{"a frame that is set", window, policy.OperationSet, "0", "SecurityError", rule.AccessDirection},
		{"a frame by its name", window, policy.OperationGet, "first", "", rule.AccessChildNavigable},
		{"a frame without a name", window, policy.OperationGet, "", "SecurityError", rule.AccessProperty},
		{"a frame before what is undefined", window, policy.OperationGet, "then", "", rule.AccessChildNavigable},
		{"frames of a Location", location, policy.OperationGet, "first", "SecurityError", rule.AccessProperty},
		{"an index of a Location", location, policy.OperationGet, "0", "SecurityError", rule.AccessProperty},
		{"undefined", location, policy.OperationGet, "then", "", rule.AccessUndefined},
		{"undefined, and set", location, policy.OperationSet, "then", "SecurityError", rule.AccessDirection},
		{"another symbol", window, policy.OperationGet, "Symbol.iterator", "SecurityError", rule.AccessProperty},
		{"the keys", window, policy.OperationOwnKeys, "", "", rule.AccessProperty},
		{"an operation that is none", window, "conquer", "name", "SecurityError", rule.AccessProperty},
	}
	for _, test := range tests {
		exception, d := policy.CrossOriginAccess(&policy.PropertyAccess{
			Object: test.object, Operation: test.operation, Property: test.property, Frames: frames,
		})
		if exception != test.exception || d.Rule != test.rule || d.OK() != (exception == "") {
			t.Errorf("%s: %q, %+v", test.about, exception, d)
		}
	}
}

func TestCrossOriginAccessToPrototype(t *testing.T) {
	for operation, want := range map[policy.Operation][2]string{
		policy.OperationGetPrototype:      {"", ""},
		policy.OperationSetPrototype:      {"TypeError", "SecurityError"},
		policy.OperationClearPrototype:    {"", "SecurityError"},
		policy.OperationIsExtensible:      {"", ""},
		policy.OperationPreventExtensions: {"TypeError", "SecurityError"},
	} {
		var got [2]string
		got[0], _ = policy.CrossOriginAccess(&policy.PropertyAccess{Operation: operation})
		got[1], _ = policy.CrossOriginAccess(&policy.PropertyAccess{Operation: operation, GuardsPrototype: true})
		if got != want {
			t.Errorf("%s: %q, want %q", operation, got, want)
		}
	}
}

func TestCrossOriginOwnPropertyKeys(t *testing.T) {
	want := []string{"href", "replace", "then", "Symbol.toStringTag", "Symbol.hasInstance", "Symbol.isConcatSpreadable"}
	if got := policy.CrossOriginOwnPropertyKeys(policy.LocationObject, 2); !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
	if got := policy.CrossOriginOwnPropertyKeys(policy.WindowObject, 2); !slices.Equal(got[:3], []string{"0", "1", "window"}) {
		t.Errorf("%q", got)
	}
}
