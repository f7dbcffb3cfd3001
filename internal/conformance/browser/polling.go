package browser

import (
	"context"
	"fmt"
	"net/http"
	"time"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// A polling leads a browser that has no driver: every page that it shows asks for the next address, and waits.
type polling struct {
	asked   chan struct{} // a page has asked
	address chan string   // for the page that asked last
}

// startPolling makes all pages ask, and returns the address of the first one.
func (s *server) startPolling() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.polling = &polling{asked: make(chan struct{}, 1), address: make(chan string)}
	return s.ports.numeric("http://127.0.0.1:{{http1}}/__blank")
}

// poll answers a page that asks for the next address, when there is one.
func (s *server) poll(m *message) []byte {
	const patience = time.Minute
	s.mu.Lock()
	p := s.polling
	s.mu.Unlock()
	answer := &recording.Answer{Status: http.StatusOK, Headers: []recording.Field{{"Cache-Control", "no-store"}}}
	if p == nil {
		return onWire(answer, m.method)
	}
	select {
	case p.asked <- struct{}{}:
	default:
	}
	select {
	case answer.Body = <-p.address:
	case <-time.After(patience):
	}
	return onWire(answer, m.method)
}

// navigate gives an address to the page that asks, and waits until the page there asks in its turn.
func (p *polling) navigate(ctx context.Context, address string) error {
	select {
	case <-p.asked:
	default:
	}
	select {
	case p.address <- address:
	case <-ctx.Done():
		return fmt.Errorf("no page asked for an address: %w", ctx.Err())
	}
	select {
	case <-p.asked:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("no page at %s asked for the next address: %w", address, ctx.Err())
	}
}
