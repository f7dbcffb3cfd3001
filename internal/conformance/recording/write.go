package recording

import (
	"bufio"
	"encoding/json"
	"io"
)

// Write writes scenarios or traces, a JSON value on each line, as [Read] reads them.
func Write[T any](w io.Writer, values []T) error {
	buffered := bufio.NewWriter(w)
	encoder := json.NewEncoder(buffered)
	encoder.SetEscapeHTML(false)
	for i := range values {
		if err := encoder.Encode(&values[i]); err != nil {
			return err
		}
	}
	return buffered.Flush()
}
