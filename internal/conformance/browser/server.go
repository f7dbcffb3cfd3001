package browser

import (
	"bufio"
	"crypto/tls"
	"errors"
	"net"
	"strconv"
	"strings"
	"sync"
	"time"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// hosts are the names that scenarios use.
var hosts = []string{
	"app.example", "sub.app.example", "api.example", "www.api.example", "other.test",
	"a.github.io", "sub.a.github.io", "b.github.io", "localhost",
}

// A server answers for all hosts, on ports of the loopback address. It has one batch at a time.
type server struct {
	ports       portNumbers
	defaults    bool // ports 80 and 443 are served, too
	certificate *certificate
	listeners   []net.Listener

	mu      sync.Mutex
	batch   *batch
	polling *polling // of a browser without a driver
}

// startServer opens the listeners.
func startServer() (*server, error) {
	certificate, err := newCertificate(hosts)
	if err != nil {
		return nil, err
	}
	s := &server{ports: portNumbers{}, certificate: certificate, batch: newBatch(recording.Page{}, nil, 0)}
	for _, symbol := range []string{"http1", "http2", "tls1", "tls2"} {
		if s.ports[symbol], err = s.listen(0, strings.HasPrefix(symbol, "tls")); err != nil {
			s.close()
			return nil, err
		}
	}
	_, errPlain := s.listen(80, false)
	_, errTLS := s.listen(443, true)
	s.defaults = errPlain == nil && errTLS == nil
	return s, nil
}

// listen opens a port, 0 for any that is free, and returns its number.
func (s *server) listen(port int, secure bool) (int, error) {
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", strconv.Itoa(port)))
	if err != nil {
		return 0, err
	}
	number := listener.Addr().(*net.TCPAddr).Port
	scheme := "http"
	if secure {
		scheme = "https"
		listener = tls.NewListener(listener, &tls.Config{
			Certificates: []tls.Certificate{s.certificate.Certificate},
			NextProtos:   []string{"http/1.1"},
		})
	}
	s.listeners = append(s.listeners, listener)
	go func() {
		for {
			connection, err := listener.Accept()
			if errors.Is(err, net.ErrClosed) {
				return
			}
			if err == nil {
				go s.serve(connection, scheme)
			}
		}
	}()
	return number, nil
}

func (s *server) close() {
	for _, listener := range s.listeners {
		listener.Close()
	}
}

// serve answers the requests of a connection.
func (s *server) serve(connection net.Conn, scheme string) {
	const idle = 10 * time.Minute
	defer connection.Close()
	in := bufio.NewReader(connection)
	for {
		connection.SetReadDeadline(time.Now().Add(idle))
		// Mixed content that was upgraded comes with a TLS handshake to a plain port. Hang up, do not wait for more.
		if first, err := in.Peek(1); err != nil || first[0] == 0x16 {
			return
		}
		m, err := readMessage(in)
		if err != nil {
			return
		}
		if _, err := connection.Write(s.answer(scheme, m)); err != nil {
			return
		}
		if strings.EqualFold(m.get("Connection"), "close") {
			return
		}
	}
}

// answer answers a request: one for a page or the harness's own, or one of a scenario.
func (s *server) answer(scheme string, m *message) []byte {
	origin := scheme + "://" + m.get("Host")
	path, _, _ := strings.Cut(m.target, "?")
	if path == "/__poll" {
		return s.poll(m)
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if strings.HasPrefix(path, "/s/") {
		return onWire(s.batch.exchange(s.ports, origin, path, m), m.method)
	}
	return onWire(s.harness(origin, path, m), m.method)
}

// begin makes a batch the one that the server answers for.
func (s *server) begin(b *batch) {
	s.mu.Lock()
	defer s.mu.Unlock()
	b.generation = s.batch.generation + 1
	s.batch = b
}

// progress is how many scenarios of the batch the page has reported.
func (s *server) progress() int {
	s.mu.Lock()
	defer s.mu.Unlock()
	return len(s.batch.results)
}
