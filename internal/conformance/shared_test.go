package conformance_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
)

// shared returns the folder of facts from outside, which a clone of the module does not carry.
func shared(t *testing.T) string {
	t.Helper()
	folder := os.Getenv("CORSIM_SHARED")
	if folder == "" {
		folder = filepath.Join("..", "..", "..", "shared")
	}
	if _, err := os.Stat(filepath.Join(folder, "wpt")); err != nil {
		t.Skipf("no web-platform-tests data: set CORSIM_SHARED to the folder that has wpt (%v)", err)
	}
	return folder
}

// caseFiles returns the paths of the files of cases by the names of their families.
func caseFiles(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(shared(t), "wpt", "cases", "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files of cases: %v", err)
	}
	files := map[string]string{}
	for _, path := range paths {
		files[strings.TrimSuffix(filepath.Base(path), ".json")] = path
	}
	return files
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

// fields makes a list in which every value has the same name. A value loses the space around it on the wire.
func fields(name string, values []byteString) header.List {
	var list header.List
	for _, value := range values {
		list.Append(name, strings.Trim(string(value), " \t"))
	}
	return list
}
