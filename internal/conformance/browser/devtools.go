package browser

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"sync"
)

// A devtools speaks Chromium's DevTools protocol over a pair of pipes: messages of JSON, each ended by a zero byte.
//
// https://chromedevtools.github.io/devtools-protocol/
type devtools struct {
	out io.WriteCloser

	mu      sync.Mutex
	last    int                          // number of the last command
	waiting map[int]chan<- devtoolsReply // by the command's number, nil when the connection has ended
}

// A devtoolsReply is the answer to a command. Events have no number.
type devtoolsReply struct {
	ID     int
	Result json.RawMessage
	Error  *struct{ Message string }
}

var errEnded = errors.New("the browser has ended the connection")

// newDevtools starts to read replies.
func newDevtools(in io.Reader, out io.WriteCloser) *devtools {
	d := &devtools{out: out, waiting: map[int]chan<- devtoolsReply{}}
	go d.read(bufio.NewReader(in))
	return d
}

func (d *devtools) read(in *bufio.Reader) {
	for {
		message, err := in.ReadBytes(0)
		if err != nil {
			break
		}
		var reply devtoolsReply
		if json.Unmarshal(message[:len(message)-1], &reply) != nil {
			continue
		}
		d.mu.Lock()
		if waiting := d.waiting[reply.ID]; waiting != nil {
			waiting <- reply
			delete(d.waiting, reply.ID)
		}
		d.mu.Unlock()
	}
	d.mu.Lock()
	defer d.mu.Unlock()
	for _, waiting := range d.waiting {
		close(waiting)
	}
	d.waiting = nil
}

// A devtoolsCommand is a message to the browser, or to one of its pages where it has a session.
type devtoolsCommand struct {
	ID      int    `json:"id"`
	Session string `json:"sessionId,omitempty"`
	Method  string `json:"method"`
	Params  any    `json:"params,omitempty"`
}

// call sends a command and decodes the result, unless that is nil.
func (d *devtools) call(ctx context.Context, session, method string, params, result any) error {
	reply, err := d.send(devtoolsCommand{Session: session, Method: method, Params: params})
	if err != nil {
		return fmt.Errorf("%s: %w", method, err)
	}
	select {
	case r, ok := <-reply:
		switch {
		case !ok:
			return fmt.Errorf("%s: %w", method, errEnded)
		case r.Error != nil:
			return fmt.Errorf("%s: %s", method, r.Error.Message)
		case result == nil:
			return nil
		}
		return json.Unmarshal(r.Result, result)
	case <-ctx.Done():
		return fmt.Errorf("%s: %w", method, ctx.Err())
	}
}

// send numbers a command, and returns where its reply will come.
func (d *devtools) send(command devtoolsCommand) (<-chan devtoolsReply, error) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if d.waiting == nil {
		return nil, errEnded
	}
	d.last++
	command.ID = d.last
	message, err := json.Marshal(command)
	if err != nil {
		return nil, err
	}
	reply := make(chan devtoolsReply, 1)
	d.waiting[command.ID] = reply
	_, err = d.out.Write(append(message, 0))
	return reply, err
}
