package browser

import (
	"context"
	"errors"
	"fmt"
	"maps"
	"os"
	"os/exec"
	"slices"
)

// Install is the command that installs what [Record] needs, on Debian.
const Install = "apt-get install chromium firefox-esr webkit2gtk-driver xvfb"

// ErrNotFound is the error for a browser that is not on the machine.
var ErrNotFound = errors.New("not found; install it: " + Install)

// A driver is a browser that was started.
type driver interface {
	version() string
	// navigate shows an address in the browser's one window. It returns when the page is there, not when it has loaded.
	navigate(ctx context.Context, address string) error
	clearCookies(ctx context.Context) error
	// close ends the browser and all its processes.
	close()
}

// starters start a browser that trusts a server, by the name of its engine.
var starters = map[string]func(ctx context.Context, s *server) (driver, error){
	"chromium": startChromium,
	"firefox":  startFirefox,
	"webkit":   startWebKit,
}

// programs are the files and commands that may be the browser, by the name of its engine. A wrapper, which adds
// settings of its own, comes after what it wraps.
var programs = map[string][]string{
	"chromium": {"/usr/lib/chromium/chromium", "chromium", "chromium-browser", "google-chrome"},
	"firefox":  {"firefox-esr", "firefox"},
	"webkit": {
		"/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
		"/usr/lib/aarch64-linux-gnu/webkit2gtk-4.1/MiniBrowser",
		"/usr/libexec/webkit2gtk-4.1/MiniBrowser",
	},
}

// Engines are the names of the engines that there are drivers for.
func Engines() []string { return slices.Sorted(maps.Keys(starters)) }

// Find returns the path of an engine's browser on this machine, or [ErrNotFound].
func Find(engine string) (string, error) {
	for _, name := range programs[engine] {
		if path, err := exec.LookPath(name); err == nil {
			return path, nil
		}
	}
	return "", fmt.Errorf("a browser for %s: %w", engine, ErrNotFound)
}

// A profile is the folder of a browser that was started, and the processes that use it.
type profile struct {
	folder    string
	processes []*exec.Cmd
}

func newProfile() (*profile, error) {
	folder, err := os.MkdirTemp("", "corsim-browser-")
	return &profile{folder: folder}, err
}

// command prepares a program whose home is the profile.
func (p *profile) command(program string, arguments ...string) *exec.Cmd {
	cmd := exec.Command(program, arguments...)
	cmd.Env = append(os.Environ(), "HOME="+p.folder, "DBUS_SESSION_BUS_ADDRESS=disabled:")
	return cmd
}

// start starts a program.
func (p *profile) start(cmd *exec.Cmd) error {
	ownGroup(cmd)
	if err := cmd.Start(); err != nil {
		return fmt.Errorf("%s: %w", cmd.Path, err)
	}
	p.processes = append(p.processes, cmd)
	return nil
}

// close ends the processes, the last one first, and removes the folder.
func (p *profile) close() {
	for _, cmd := range slices.Backward(p.processes) {
		endGroup(cmd)
	}
	os.RemoveAll(p.folder)
}
