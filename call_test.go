package corsim

import (
	"reflect"
	"testing"
)

// TestPlainRequest holds that a plainRequest leaves nothing out.
func TestPlainRequest(t *testing.T) {
	kept := map[string]bool{"URL": true, "Method": true, "Header": true, "Body": true, "Credentials": true}
	for member := range reflect.TypeFor[Request]().Fields() {
		var request Request
		value := reflect.ValueOf(&request).Elem().FieldByIndex(member.Index)
		switch value.Kind() {
		case reflect.String:
			value.SetString("x")
		case reflect.Bool:
			value.SetBool(true)
		case reflect.Uint8:
			value.SetUint(1)
		}
		if isPlain(&request) != kept[member.Name] {
			t.Errorf("%s: plain %v", member.Name, isPlain(&request))
		}
	}
}
