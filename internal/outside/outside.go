// Package outside reads, for tests, the data from outside that corsim is held against. The data is not part of the
// module: it lies in the folder that the environment variable CORSIM_SHARED names, or else in a folder named shared
// beside the checkout. Where it is absent, tests that ask for it are skipped.
package outside

import (
	"encoding/json"
	"os"
	"path/filepath"
	"testing"
)

// Folder returns a folder of the data, such as "wpt", and skips the test where it is absent.
func Folder(t testing.TB, name string) string {
	t.Helper()
	shared := os.Getenv("CORSIM_SHARED")
	if shared == "" {
		shared = besideCheckout(t)
	}
	folder := filepath.Join(shared, name)
	if _, err := os.Stat(folder); err != nil {
		t.Skipf("no data from outside: set CORSIM_SHARED to the folder that has %s (%v)", name, err)
	}
	return folder
}

// besideCheckout returns the path of the folder shared beside the one that has go.mod.
func besideCheckout(t testing.TB) string {
	t.Helper()
	folder, err := os.Getwd()
	if err != nil {
		t.Fatal(err)
	}
	for {
		parent := filepath.Dir(folder)
		if _, err := os.Stat(filepath.Join(folder, "go.mod")); err == nil || parent == folder {
			return filepath.Join(parent, "shared")
		}
		folder = parent
	}
}

// Rows reads the rows of a file of web-platform-tests facts, such as "pure/cors-check.json": an array, or the member
// cases of an object. Elements that are strings are comments and left out.
func Rows[Row any](t testing.TB, name string) []Row {
	t.Helper()
	data, err := os.ReadFile(filepath.Join(Folder(t, "wpt"), filepath.FromSlash(name)))
	if err != nil {
		t.Fatal(err)
	}
	elements := json.RawMessage(data)
	if data[0] == '{' {
		var file struct{ Cases json.RawMessage }
		decode(t, name, data, &file)
		elements = file.Cases
	}
	var raw []json.RawMessage
	decode(t, name, elements, &raw)
	var rows []Row
	for _, element := range raw {
		if element[0] == '"' {
			continue
		}
		var row Row
		decode(t, name, element, &row)
		rows = append(rows, row)
	}
	if len(rows) == 0 {
		t.Fatalf("%s has no rows", name)
	}
	return rows
}

func decode(t testing.TB, name string, data []byte, value any) {
	t.Helper()
	if err := json.Unmarshal(data, value); err != nil {
		t.Fatalf("%s: %v", name, err)
	}
}

// Bytes is a JSON string whose characters U+0000 to U+00FF stand for bytes.
type Bytes string

// UnmarshalJSON decodes a JSON string.
func (b *Bytes) UnmarshalJSON(data []byte) error {
	var text string
	if err := json.Unmarshal(data, &text); err != nil {
		return err
	}
	bytes := make([]byte, 0, len(text))
	for _, char := range text {
		bytes = append(bytes, byte(char))
	}
	*b = Bytes(bytes)
	return nil
}
