package browser

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"net"
	"strconv"
	"strings"
	"time"
)

// A marionette speaks Firefox's Marionette protocol: messages of JSON, each after its length and a colon. A command
// is [0, number, name, parameters], a reply is [1, number, error, result].
//
// https://firefox-source-docs.mozilla.org/testing/marionette/Protocol.html
type marionette struct {
	connection net.Conn
	in         *bufio.Reader
	last       int // number of the last command
}

// dialMarionette opens a connection and reads the greeting.
func dialMarionette(ctx context.Context, port int) (*marionette, error) {
	var dialer net.Dialer
	connection, err := dialer.DialContext(ctx, "tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return nil, err
	}
	m := &marionette{connection: connection, in: bufio.NewReader(connection)}
	if _, err := m.read(); err != nil {
		connection.Close()
		return nil, err
	}
	return m, nil
}

func (m *marionette) read() ([]byte, error) {
	length, err := m.in.ReadString(':')
	if err != nil {
		return nil, err
	}
	n, err := strconv.ParseUint(strings.TrimSuffix(length, ":"), 10, 31)
	if err != nil {
		return nil, err
	}
	message := make([]byte, n)
	_, err = io.ReadFull(m.in, message)
	return message, err
}

// call sends a command and decodes the result, unless that is nil.
func (m *marionette) call(ctx context.Context, name string, params map[string]any, result any) error {
	deadline, _ := ctx.Deadline() // the zero time, where there is none, is none for the connection, too
	m.connection.SetDeadline(deadline)
	defer context.AfterFunc(ctx, func() { m.connection.SetDeadline(time.Now()) })()
	m.last++
	command, err := json.Marshal([]any{0, m.last, name, params})
	if err != nil {
		return err
	}
	if _, err := fmt.Fprintf(m.connection, "%d:%s", len(command), command); err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	for {
		message, err := m.read()
		if err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		var reply [4]json.RawMessage
		if err := json.Unmarshal(message, &reply); err != nil {
			return fmt.Errorf("%s: %w", name, err)
		}
		switch {
		case string(reply[1]) != strconv.Itoa(m.last):
			continue // to a command that was given up
		case string(reply[2]) != "null":
			return fmt.Errorf("%s: %s", name, reply[2])
		case result == nil:
			return nil
		}
		return json.Unmarshal(reply[3], result)
	}
}
