package conformance_test

import (
	"path/filepath"
	"strings"
	"testing"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/outside"
)

// caseFiles returns the paths of the files of cases by the names of their families.
func caseFiles(t *testing.T) map[string]string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(outside.Folder(t, "wpt"), "cases", "*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no files of cases: %v", err)
	}
	files := map[string]string{}
	for _, path := range paths {
		files[strings.TrimSuffix(filepath.Base(path), ".json")] = path
	}
	return files
}

// fields makes a list in which every value has the same name. A value loses the space around it on the wire.
func fields(name string, values []outside.Bytes) header.List {
	var list header.List
	for _, value := range values {
		list.Append(name, strings.Trim(string(value), " \t"))
	}
	return list
}
