package browser

import (
	"context"
	"errors"
	"fmt"
	"net/http"
	"strings"
	"time"

	"github.com/corsim/corsim/internal/conformance/recording"
)

const (
	startTime   = time.Minute            // for a browser to start
	commandTime = 30 * time.Second       // for a navigation, or another command
	stuckTime   = 30 * time.Second       // without news of any scenario; a call takes nine seconds at most
	settleTime  = 250 * time.Millisecond // in which the last requests arrive
	cookieTime  = 30 * time.Millisecond  // in which a page's cookies are stored

	// Chromium evicts random entries of its preflight cache when it holds 1024.
	preflightsOfChromium = 500
)

// A recorder has a browser and the server that answers it.
type recorder struct {
	engine     string
	log        func(format string, arguments ...any)
	server     *server
	browser    driver // nil where there is none that works
	preflights int    // which the browser has sent
	traces     map[string]*recording.Trace
}

// Record starts an engine's browser, runs the scenarios in it, and returns a trace of each, in their order, and the
// browser's version. A scenario that timed out, or was not reported, is run once more. Scenarios with addresses that
// have no port are left out where ports 80 and 443 cannot be served: they have no trace, and log says so.
//
// A browser that hangs is ended and started again. The error is for one that does not start, or for the end of ctx.
func Record(ctx context.Context, engine string, scenarios []recording.Scenario,
	log func(format string, arguments ...any)) ([]recording.Trace, error) {
	if starters[engine] == nil {
		return nil, fmt.Errorf("engine %q: there are only %s", engine, strings.Join(Engines(), ", "))
	}
	server, err := startServer()
	if err != nil {
		return nil, err
	}
	defer server.close()
	r := &recorder{engine: engine, log: log, server: server, traces: map[string]*recording.Trace{}}
	defer r.stop()
	scenarios, err = r.expand(scenarios)
	if err != nil {
		return nil, err
	}
	if err := r.run(ctx, batches(scenarios, scenariosPerPage)); err != nil {
		return nil, err
	}
	if again := r.unfinished(scenarios); len(again) > 0 {
		log("%s: %d scenarios timed out and are run again", engine, len(again))
		if err := r.run(ctx, batches(again, scenariosAgain)); err != nil {
			return nil, err
		}
	}
	traces := make([]recording.Trace, len(scenarios))
	for i := range scenarios {
		traces[i] = *r.traces[scenarios[i].ID]
		normalise(&traces[i], server.ports)
	}
	return traces, nil
}

// expand puts port numbers into the scenarios, and leaves out those that cannot be served.
func (r *recorder) expand(scenarios []recording.Scenario) ([]recording.Scenario, error) {
	var served []recording.Scenario
	for i := range scenarios {
		if !r.server.defaults && usesDefaultPorts(&scenarios[i]) {
			continue
		}
		expanded, err := expand(&scenarios[i], r.server.ports)
		if err != nil {
			return nil, err
		}
		served = append(served, expanded)
	}
	if left := len(scenarios) - len(served); left > 0 {
		r.log("%s: %d scenarios are left out, because ports 80 and 443 cannot be served", r.engine, left)
	}
	return served, nil
}

// unfinished are the scenarios that were not reported, or that a call timed out in.
func (r *recorder) unfinished(scenarios []recording.Scenario) []recording.Scenario {
	var unfinished []recording.Scenario
	for i := range scenarios {
		trace := r.traces[scenarios[i].ID]
		timedOut := trace.Incomplete
		for _, call := range trace.Calls {
			timedOut = timedOut || call.Outcome == "timeout"
		}
		if timedOut {
			unfinished = append(unfinished, scenarios[i])
		}
	}
	return unfinished
}

// run runs batches, each in a page load. The browser is started anew when it has failed in one.
func (r *recorder) run(ctx context.Context, batches []*batch) error {
	for _, b := range batches {
		if r.engine == "chromium" && r.preflights > preflightsOfChromium {
			r.stop()
		}
		if err := r.start(ctx); err != nil {
			return err
		}
		err := r.load(ctx, b)
		if ctx.Err() != nil {
			return ctx.Err()
		}
		if err != nil {
			r.log("%s: %v; it is started again", r.engine, err)
			r.stop()
		}
		r.collect(b)
	}
	return nil
}

// start starts the browser, unless there is one.
func (r *recorder) start(ctx context.Context) error {
	const attempts = 3
	var failures []error
	for range attempts {
		if r.browser != nil {
			return nil
		}
		ctx, cancel := context.WithTimeout(ctx, startTime)
		browser, err := starters[r.engine](ctx, r.server)
		cancel()
		if err == nil {
			r.browser, r.preflights = browser, 0
			return nil
		}
		failures = append(failures, err)
	}
	return errors.Join(failures...)
}

func (r *recorder) stop() {
	if r.browser != nil {
		r.browser.close()
		r.browser = nil
	}
}

// load sets the cookies of a batch, loads its page, and waits until the page has reported.
func (r *recorder) load(ctx context.Context, b *batch) error {
	r.server.begin(b)
	for _, origin := range b.cookieOrigins() {
		if err := r.navigate(ctx, origin+"/__cookies"); err != nil {
			return err
		}
		time.Sleep(cookieTime)
	}
	address := b.page.URL
	if b.page.Sandboxed {
		address = originOf(address) + "/__outer"
	}
	if err := r.navigate(ctx, address); err != nil {
		return err
	}
	if err := r.wait(ctx, b); err != nil {
		return err
	}
	time.Sleep(settleTime)
	ctx, cancel := context.WithTimeout(ctx, commandTime)
	defer cancel()
	return r.browser.clearCookies(ctx)
}

func (r *recorder) navigate(ctx context.Context, address string) error {
	ctx, cancel := context.WithTimeout(ctx, commandTime)
	defer cancel()
	return r.browser.navigate(ctx, address)
}

// wait waits until a page has reported all its scenarios, or is stuck.
func (r *recorder) wait(ctx context.Context, b *batch) error {
	const pause = time.Second
	for before, since := 0, time.Now(); ; {
		select {
		case <-b.done:
			return nil
		case <-ctx.Done():
			return ctx.Err()
		case <-time.After(pause):
		}
		if progress := r.server.progress(); progress > before {
			before, since = progress, time.Now()
		}
		if time.Since(since) > stuckTime {
			return fmt.Errorf("stuck after %d of %d scenarios", before, len(b.scenarios))
		}
	}
}

// collect makes the traces of a batch.
func (r *recorder) collect(b *batch) {
	version := ""
	if r.browser != nil {
		version = r.browser.version()
	}
	r.server.mu.Lock()
	defer r.server.mu.Unlock()
	for i := range b.scenarios {
		id := b.scenarios[i].ID
		calls, reported := b.results[id]
		trace := &recording.Trace{
			ID: id, Engine: r.engine, EngineVersion: version, Incomplete: !reported,
			Calls: append([]recording.Result{}, calls...), Requests: append([]recording.Request{}, b.requests[id]...),
		}
		r.traces[id] = trace
		for _, request := range trace.Requests {
			if request.Method == http.MethodOptions {
				r.preflights++
			}
		}
	}
}
