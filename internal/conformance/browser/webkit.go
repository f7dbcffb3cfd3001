package browser

import (
	"bufio"
	"context"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strings"
	"time"
)

const hostsFile = "/etc/hosts"

// webkit is WebKitGTK's MiniBrowser on a display of its own.
type webkit struct {
	*profile
	*polling
	product string
	hosts   string // what was added to the file of hosts
}

func startWebKit(ctx context.Context, s *server) (driver, error) {
	program, err := Find("webkit")
	if err != nil {
		return nil, err
	}
	profile, err := newProfile()
	if err != nil {
		return nil, err
	}
	w := &webkit{profile: profile, product: debianVersion("libwebkit2gtk-4.1-0")}
	if err := w.launch(ctx, program, s); err != nil {
		w.close()
		return nil, err
	}
	return w, nil
}

// launch starts a display and, there, the program with the first page.
func (w *webkit) launch(ctx context.Context, program string, s *server) error {
	if err := w.addHosts(); err != nil {
		return err
	}
	display, err := w.display()
	if err != nil {
		return err
	}
	cmd := w.command(program, "--cookies-policy=always", "--ignore-tls-errors", s.startPolling())
	w.polling = s.polling
	cmd.Env = append(cmd.Env,
		"DISPLAY=:"+display, "GDK_BACKEND=x11", "NO_AT_BRIDGE=1", "GSETTINGS_BACKEND=memory",
		"XDG_RUNTIME_DIR="+w.folder, "XDG_CACHE_HOME="+w.folder, "XDG_DATA_HOME="+w.folder, "XDG_CONFIG_HOME="+w.folder,
		"WEBKIT_DISABLE_COMPOSITING_MODE=1", "WEBKIT_DISABLE_DMABUF_RENDERER=1", "LIBGL_ALWAYS_SOFTWARE=1",
		"LC_ALL=C.UTF-8", "LANGUAGE=en_US", "no_proxy=*", "GIO_USE_PROXY_RESOLVER=dummy")
	if err := w.start(cmd); err != nil {
		return err
	}
	select {
	case <-w.asked:
		return nil
	case <-ctx.Done():
		return fmt.Errorf("webkit has not shown the first page: %w", ctx.Err())
	}
}

// display starts a display without a screen, and returns its number.
func (w *webkit) display() (string, error) {
	out, in, err := os.Pipe()
	if err != nil {
		return "", err
	}
	defer out.Close()
	cmd := w.command("Xvfb", "-displayfd", "3", "-screen", "0", "800x600x24", "-nolisten", "tcp")
	cmd.ExtraFiles = []*os.File{in}
	err = w.start(cmd)
	in.Close()
	if err != nil {
		return "", err
	}
	out.SetReadDeadline(time.Now().Add(20 * time.Second))
	number, err := bufio.NewReader(out).ReadString('\n')
	if err != nil {
		return "", fmt.Errorf("the display, Xvfb: %w", err)
	}
	return strings.TrimSpace(number), nil
}

// addHosts lets the names resolve to the loopback address: WebKitGTK has no setting for that.
func (w *webkit) addHosts() error {
	file, err := os.ReadFile(hostsFile)
	if err != nil {
		return err
	}
	known := strings.Fields(string(file))
	missing := slices.DeleteFunc(append(slices.Clone(hosts), "api.example."), func(host string) bool {
		return slices.Contains(known, host)
	})
	if len(missing) == 0 {
		return nil
	}
	added := fmt.Sprintf("\n127.0.0.1 %s # corsim\n", strings.Join(missing, " "))
	if err := os.WriteFile(hostsFile, append(file, added...), 0o644); err != nil {
		return err
	}
	w.hosts = added
	return nil
}

// removeHosts takes away what addHosts added.
func (w *webkit) removeHosts() {
	if file, err := os.ReadFile(hostsFile); err == nil && w.hosts != "" {
		_ = os.WriteFile(hostsFile, []byte(strings.Replace(string(file), w.hosts, "", 1)), 0o644)
	}
}

// debianVersion is the upstream version of a package, "" where that is not known.
func debianVersion(name string) string {
	out, err := exec.Command("dpkg-query", "-W", "-f", "${Version}", name).Output()
	if err != nil {
		return ""
	}
	version, _, _ := strings.Cut(string(out), "-")
	return version
}

func (w *webkit) version() string { return w.product }

// clearCookies does nothing: cookies end after minutes, and their paths have the scenario's id.
func (w *webkit) clearCookies(context.Context) error { return nil }

func (w *webkit) close() {
	w.profile.close()
	w.removeHosts()
}
