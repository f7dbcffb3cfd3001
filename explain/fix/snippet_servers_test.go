//go:build servers

package fix_test

import (
	"context"
	"errors"
	"fmt"
	"go/format"
	"net"
	"net/http"
	"net/http/httptest"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/explain/fix"
	"github.com/corsim/corsim/header"
)

// TestSnippetsOnServers puts each snippet into the server that it is for, in front of an application that answers as
// in the case, and asks the server what the page would ask. It needs nginx, apache2, caddy, and node with the package
// express in $NODE_PATH; a server that is not installed is skipped.
func TestSnippetsOnServers(t *testing.T) {
	for _, c := range snippetCases {
		verdict, found := c.advised(t)
		// What is no header stands in a remark, for people to do: the server takes the snippet, which does not help alone.
		remarked := slices.ContainsFunc(found.Edits, func(e fix.Edit) bool {
			return e.Header == "" && !e.Preflight || e.Header == "Location"
		})
		for _, snippet := range found.Snippets(verdict) {
			t.Run(c.about+"/"+snippet.Server, func(t *testing.T) {
				application := httptest.NewServer(http.HandlerFunc(c.application))
				defer application.Close()
				address := servers[snippet.Server](t, &c, snippet.Text, application.URL)
				asked := verdict.Replay(corsim.Chromium, over(t, address))
				if !gets(asked) && !remarked {
					t.Errorf("with\n%s\nthe page gets\n%s", snippet.Text, asked)
				}
			})
		}
	}
}

// application answers as the server of the case does.
func (c *snippetCase) application(w http.ResponseWriter, r *http.Request) {
	answer := c.answer
	if r.Method == "OPTIONS" {
		answer = c.preflight
	}
	for _, field := range answer.Header {
		w.Header().Add(field.Name, field.Value)
	}
	w.WriteHeader(answer.Status)
}

// handler is the program behind a snippet that is code: it answers as the server of the case does, without what a
// comment of the snippet says to remove. Each header is set by a statement of the given form.
func (c *snippetCase) handler(snippet, form string) string {
	var b strings.Builder
	for _, field := range c.answer.Header {
		if !strings.Contains(snippet, "remove what sets "+field.Name) {
			fmt.Fprintf(&b, form, field.Name, field.Value)
		}
	}
	return b.String()
}

// over is a server that asks the one at the address.
func over(t *testing.T, address string) corsim.Server {
	return corsim.ServerFunc(func(request *corsim.HTTPRequest) corsim.Answer {
		asked, err := http.NewRequest(request.Method, "http://"+address+request.URL.Pathname(), nil)
		if err != nil {
			t.Fatal(err)
		}
		asked.Host = request.URL.Host()
		for _, field := range request.Header {
			asked.Header.Add(field.Name, field.Value)
		}
		got, err := http.DefaultTransport.RoundTrip(asked)
		if err != nil {
			t.Fatal(err)
		}
		got.Body.Close()
		var list header.List
		for name, values := range got.Header {
			for _, value := range values {
				list = append(list, header.Field{Name: name, Value: value})
			}
		}
		return corsim.Answer{Status: got.StatusCode, Header: list}
	})
}

// servers start a server with a snippet before an application, and return its address.
var servers = map[string]func(t *testing.T, c *snippetCase, snippet, application string) (address string){
	"nginx":   startNginx,
	"Apache":  startApache,
	"Caddy":   startCaddy,
	"Express": startExpress,
	"Go":      startGo,
}

func startNginx(t *testing.T, _ *snippetCase, snippet, application string) string {
	address := freeAddress(t)
	inHTTP, inServer, found := strings.Cut(snippet, "# in the server")
	if !found {
		t.Fatal("no server")
	}
	inServer = strings.ReplaceAll(inServer, "# and what answers today, such as proxy_pass", "proxy_pass "+application+";")
	_, inServer, _ = strings.Cut(inServer, "\n")
	configuration := fmt.Sprintf("pid %[1]s/pid;\nerror_log %[1]s/error;\ndaemon off;\nevents {}\nhttp {\naccess_log off;\n"+
		"client_body_temp_path %[1]s/b;proxy_temp_path %[1]s/p;fastcgi_temp_path %[1]s/f;uwsgi_temp_path %[1]s/u;scgi_temp_path %[1]s/s;\n"+
		"%[2]s\nserver {\nlisten %[3]s;\n%[4]s\n}\n}\n", t.TempDir(), inHTTP, address, inServer)
	file := write(t, "nginx.conf", configuration)
	start(t, address, "nginx", "-c", file)
	return address
}

func startApache(t *testing.T, _ *snippetCase, snippet, application string) string {
	address := freeAddress(t)
	var modules strings.Builder
	for _, module := range []string{"mpm_event", "authz_core", "headers", "setenvif", "rewrite", "proxy", "proxy_http"} {
		fmt.Fprintf(&modules, "LoadModule %s_module /usr/lib/apache2/modules/mod_%s.so\n", module, module)
	}
	dir := t.TempDir()
	file := write(t, "apache.conf", fmt.Sprintf("%sServerRoot %s\nPidFile %s/pid\nErrorLog %s/error\nServerName localhost\n"+
		"Listen %s\nDocumentRoot %s\nProxyPass / %s/\n%s\n", modules.String(), dir, dir, dir, address, dir, application, snippet))
	start(t, address, "apache2", "-X", "-f", file)
	return address
}

func startCaddy(t *testing.T, _ *snippetCase, snippet, application string) string {
	address := freeAddress(t)
	_, port, _ := net.SplitHostPort(address)
	file := write(t, "Caddyfile", "{\nadmin off\nauto_https off\nhttp_port "+port+"\n}\nhttp:// {\nbind 127.0.0.1\n"+
		snippet+"\nreverse_proxy "+application+"\n}\n")
	start(t, address, "caddy", "run", "--config", file, "--adapter", "caddyfile")
	return address
}

func startExpress(t *testing.T, c *snippetCase, snippet, _ string) string {
	address := freeAddress(t)
	_, port, _ := net.SplitHostPort(address)
	file := write(t, "server.js", "const express = require('express');\nconst app = express();\n"+snippet+
		"\napp.use((req, res) => {"+c.handler(snippet, "res.append(%q, %q);")+"res.status("+strconv.Itoa(c.answer.Status)+").end();});\napp.listen("+port+", '127.0.0.1');\n")
	start(t, address, "node", file)
	return address
}

func startGo(t *testing.T, c *snippetCase, snippet, _ string) string {
	address := freeAddress(t)
	file := write(t, "main.go", "package main\n\nimport \"net/http\"\n\n"+snippet+
		"\nfunc main() {\n\thttp.ListenAndServe(\""+address+"\", allowOrigins(http.HandlerFunc("+
		"func(w http.ResponseWriter, r *http.Request) {"+c.handler(snippet, "w.Header().Add(%q, %q);")+"})))\n}\n")
	formatted, err := format.Source([]byte("package main\n\n" + snippet))
	if err != nil || string(formatted) != "package main\n\n"+snippet {
		t.Errorf("not as gofmt has it: %v\n%s", err, snippet)
	}
	program := filepath.Join(filepath.Dir(file), "program")
	if out, err := exec.Command("go", "build", "-o", program, file).CombinedOutput(); err != nil {
		t.Fatalf("%s\n%s", out, snippet)
	}
	start(t, address, program)
	return address
}

func write(t *testing.T, name, content string) string {
	t.Helper()
	file := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(file, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
	return file
}

func freeAddress(t *testing.T) string {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	return listener.Addr().String()
}

// start starts a server and waits until it listens.
func start(t *testing.T, address, program string, arguments ...string) {
	t.Helper()
	path, err := exec.LookPath(program)
	if errors.Is(err, exec.ErrNotFound) {
		t.Skipf("%s is not installed", program)
	}
	ctx, cancel := context.WithCancel(t.Context())
	cmd := exec.CommandContext(ctx, path, arguments...)
	output := &strings.Builder{}
	cmd.Stdout, cmd.Stderr = output, output
	cmd.WaitDelay = time.Second
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		cancel()
		_ = cmd.Wait() // it was killed
	})
	for range 100 {
		connection, err := net.Dial("tcp", address)
		if err == nil {
			connection.Close()
			return
		}
		time.Sleep(50 * time.Millisecond)
	}
	cancel()
	_ = cmd.Wait()
	t.Fatalf("%s does not listen: %s", program, output)
}
