package policy_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/corsim/corsim/header"
)

// headerList makes a list of names and values in turn.
func headerList(namesAndValues ...string) header.List {
	var list header.List
	for pair := range slices.Chunk(namesAndValues, 2) {
		list = append(list, header.Field{Name: pair[0], Value: pair[1]})
	}
	return list
}

// byteString is a JSON string whose characters U+0000 to U+00FF stand for bytes.
type byteString string

func (b *byteString) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	bytes := make([]byte, 0, len(text))
	for _, char := range text {
		bytes = append(bytes, byte(char))
	}
	*b = byteString(bytes)
	return nil
}

// wptRows reads the rows of a file of web-platform-tests facts, which a clone of the module does not carry.
func wptRows[Row any](t *testing.T, name string) []Row {
	t.Helper()
	shared := os.Getenv("CORSIM_SHARED")
	if shared == "" {
		shared = filepath.Join("..", "..", "shared")
	}
	data, err := os.ReadFile(filepath.Join(shared, "wpt", "pure", name+".json"))
	if err != nil {
		t.Skipf("no web-platform-tests data: set CORSIM_SHARED to the folder that has wpt/pure (%v)", err)
	}
	var file struct{ Cases []Row }
	if err := json.Unmarshal(data, &file); err != nil {
		t.Fatal(err)
	}
	if len(file.Cases) == 0 {
		t.Fatalf("%s has no cases", name)
	}
	t.Logf("%d rows", len(file.Cases))
	return file.Cases
}
