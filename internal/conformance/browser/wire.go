package browser

import (
	"bufio"
	"fmt"
	"io"
	"net/http"
	"strconv"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// A message is an HTTP request as it came over the wire. Its strings have a character a byte.
type message struct {
	method, target string
	header         []recording.Field
	body           []byte
}

// get returns the value of the first header line with a name, "" for none.
func (m *message) get(name string) string {
	for _, line := range m.header {
		if strings.EqualFold(line[0], name) {
			return line[1]
		}
	}
	return ""
}

// readMessage reads a request. Of the value of a header line only the one space behind the colon is taken away.
func readMessage(in *bufio.Reader) (*message, error) {
	line, err := readLine(in)
	if err != nil {
		return nil, err
	}
	parts := strings.SplitN(line, " ", 3)
	if len(parts) != 3 {
		return nil, fmt.Errorf("not a request line: %q", line)
	}
	m := &message{method: parts[0], target: parts[1]}
	for {
		line, err := readLine(in)
		if err != nil {
			return nil, err
		}
		if line == "" {
			break
		}
		name, value, _ := strings.Cut(line, ":")
		m.header = append(m.header, recording.Field{name, recording.Characters(strings.TrimPrefix(value, " "))})
	}
	m.body, err = m.readBody(in)
	return m, err
}

func readLine(in *bufio.Reader) (string, error) {
	line, err := in.ReadString('\n')
	return strings.TrimRight(line, "\r\n"), err
}

// bodyLimit is more than any scenario sends.
const bodyLimit = 1 << 24

func (m *message) readBody(in *bufio.Reader) ([]byte, error) {
	if strings.EqualFold(m.get("Transfer-Encoding"), "chunked") {
		return readChunks(in)
	}
	length := m.get("Content-Length")
	if length == "" {
		return nil, nil
	}
	n, err := strconv.ParseUint(length, 10, 64)
	if err != nil || n > bodyLimit {
		return nil, fmt.Errorf("not a length: %q", length)
	}
	body := make([]byte, n)
	_, err = io.ReadFull(in, body)
	return body, err
}

func readChunks(in *bufio.Reader) ([]byte, error) {
	var body []byte
	for {
		line, err := readLine(in)
		if err != nil {
			return nil, err
		}
		n, err := strconv.ParseUint(strings.TrimSpace(line), 16, 64)
		if err != nil || n > bodyLimit-uint64(len(body)) {
			return nil, fmt.Errorf("not a length: %q", line)
		}
		chunk := make([]byte, n+2) // with its line end
		if _, err := io.ReadFull(in, chunk); err != nil {
			return nil, err
		}
		if n == 0 {
			return body, nil
		}
		body = append(body, chunk[:n]...)
	}
}

// onWire writes an answer to a request with the given method. It adds Content-Length and nothing else.
func onWire(answer *recording.Answer, method string) []byte {
	body, isFixture := recording.Fixtures[answer.Fixture]
	if !isFixture {
		body = []byte(recording.Octets(answer.Body))
	}
	reason := answer.Reason
	if reason == "" {
		reason = http.StatusText(answer.Status)
	}
	out := fmt.Appendf(nil, "HTTP/1.1 %d %s\r\n", answer.Status, reason)
	for _, line := range answer.Headers {
		out = append(out, recording.Octets(line[0]+": "+line[1]+"\r\n")...)
	}
	if answer.Status == http.StatusNoContent || answer.Status == http.StatusNotModified {
		return append(out, "\r\n"...)
	}
	out = fmt.Appendf(out, "Content-Length: %d\r\n\r\n", len(body))
	if method == http.MethodHead {
		return out
	}
	return append(out, body...)
}
