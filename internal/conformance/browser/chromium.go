package browser

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// chromiumFlags are the settings under which recordings are made: nothing goes out by itself, nothing is slowed down
// in the background, and navigations to http: stay there.
var chromiumFlags = []string{
	"--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--no-default-browser-check",
	"--disable-background-networking", "--disable-component-update", "--disable-sync", "--disable-default-apps",
	"--disable-extensions", "--disable-domain-reliability", "--disable-client-side-phishing-detection",
	"--metrics-recording-only", "--disable-breakpad", "--disable-dev-shm-usage", "--mute-audio", "--no-pings",
	"--disable-background-timer-throttling", "--disable-renderer-backgrounding",
	"--disable-backgrounding-occluded-windows", "--disable-quic", "--no-proxy-server", "--lang=en-US",
	"--password-store=basic", "--use-mock-keychain",
	"--disable-features=HttpsUpgrades,HttpsFirstBalancedMode,HttpsFirstBalancedModeAutoEnable," +
		"OptimizationHints,MediaRouter,Translate",
	"--host-resolver-rules=MAP * 127.0.0.1", "--ignore-certificate-errors", "--remote-debugging-pipe",
}

// chromiumPreferences let third-party cookies through, which Debian's build blocks by default.
const chromiumPreferences = `{
	"profile": {
		"cookie_controls_mode": 0,
		"block_third_party_cookies": false,
		"default_content_setting_values": {"cookies": 1}
	},
	"tracking_protection": {"block_all_3pc_toggle_enabled": false, "tracking_protection_3pcd_enabled": false}
}`

type chromium struct {
	*profile
	*devtools
	product string
	session string // of the one page
}

func startChromium(ctx context.Context, s *server) (driver, error) {
	program, err := Find("chromium")
	if err != nil {
		return nil, err
	}
	profile, err := newProfile()
	if err != nil {
		return nil, err
	}
	c := &chromium{profile: profile}
	if err := c.launch(program, s.certificate.keyHash); err != nil {
		c.close()
		return nil, err
	}
	if err := c.attach(ctx); err != nil {
		c.close()
		return nil, err
	}
	return c, nil
}

// launch starts the program and opens the connection to it.
func (c *chromium) launch(program, keyHash string) error {
	folder := filepath.Join(c.folder, "Default")
	if err := os.Mkdir(folder, 0o700); err != nil {
		return err
	}
	if err := os.WriteFile(filepath.Join(folder, "Preferences"), []byte(chromiumPreferences), 0o600); err != nil {
		return err
	}
	cmd := c.command(program, append(chromiumFlags,
		"--ignore-certificate-errors-spki-list="+keyHash, "--user-data-dir="+c.folder, "about:blank")...)
	theirIn, ourOut, err := os.Pipe()
	if err != nil {
		return err
	}
	ourIn, theirOut, err := os.Pipe()
	if err != nil {
		return err
	}
	cmd.ExtraFiles = []*os.File{theirIn, theirOut}
	err = c.start(cmd)
	theirIn.Close()
	theirOut.Close()
	c.devtools = newDevtools(ourIn, ourOut)
	return err
}

// attach opens the page that all navigations are in.
func (c *chromium) attach(ctx context.Context) error {
	var version struct{ Product string }
	if err := c.call(ctx, "", "Browser.getVersion", nil, &version); err != nil {
		return err
	}
	_, c.product, _ = strings.Cut(version.Product, "/")
	var target struct{ TargetID string }
	err := c.call(ctx, "", "Target.createTarget", map[string]any{"url": "about:blank"}, &target)
	if err != nil {
		return err
	}
	var attached struct{ SessionID string }
	params := map[string]any{"targetId": target.TargetID, "flatten": true}
	if err := c.call(ctx, "", "Target.attachToTarget", params, &attached); err != nil {
		return err
	}
	c.session = attached.SessionID
	return nil
}

func (c *chromium) version() string { return c.product }

func (c *chromium) navigate(ctx context.Context, address string) error {
	var navigated struct{ ErrorText string }
	if err := c.call(ctx, c.session, "Page.navigate", map[string]any{"url": address}, &navigated); err != nil {
		return err
	}
	if navigated.ErrorText != "" {
		return fmt.Errorf("%s: %s", address, navigated.ErrorText)
	}
	return nil
}

func (c *chromium) clearCookies(ctx context.Context) error {
	return c.call(ctx, "", "Storage.clearCookies", nil, nil)
}

func (c *chromium) close() {
	if c.devtools != nil {
		c.out.Close()
	}
	c.profile.close()
}
