package recording

import (
	"bufio"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// ReadFile reads the file of that name, as [Read] does.
func ReadFile[T any](name string) ([]T, error) {
	file, err := os.Open(name)
	if err != nil {
		return nil, err
	}
	defer file.Close()
	return Read[T](name, file)
}

// Read reads a file of scenarios or traces: a JSON value on each line, or a JSON array of them; it may be compressed
// with gzip.
func Read[T any](name string, r io.Reader) ([]T, error) {
	buffered := bufio.NewReader(r)
	if magic, _ := buffered.Peek(2); bytes.Equal(magic, []byte{0x1F, 0x8B}) {
		uncompressed, err := gzip.NewReader(buffered)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		buffered = bufio.NewReader(uncompressed)
	}
	decoder := json.NewDecoder(buffered)
	if first, _ := buffered.Peek(1); bytes.Equal(first, []byte("[")) {
		var all []T
		if err := decoder.Decode(&all); err != nil {
			return nil, fmt.Errorf("%s: %w", name, err)
		}
		return all, nil
	}
	var all []T
	for {
		var value T
		if err := decoder.Decode(&value); err == io.EOF {
			return all, nil
		} else if err != nil {
			return nil, fmt.Errorf("%s: value %d: %w", name, len(all)+1, err)
		}
		all = append(all, value)
	}
}
