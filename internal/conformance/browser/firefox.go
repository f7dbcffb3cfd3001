package browser

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"
)

// firefoxPreferences are the settings under which recordings are made: third-party cookies are neither refused nor
// partitioned, navigations to http: stay there, and nothing goes out by itself.
var firefoxPreferences = map[string]any{
	"network.dns.localDomains":                strings.Join(hosts, ","),
	"network.dns.forceResolve":                "127.0.0.1",
	"network.dns.disablePrefetch":             true,
	"network.trr.mode":                        5,
	"network.proxy.type":                      0,
	"network.prefetch-next":                   false,
	"network.http.speculative-parallel-limit": 0,

	"network.cookie.cookieBehavior":         0,
	"network.cookie.cookieBehavior.pbmode":  0,
	"privacy.bounceTrackingProtection.mode": 0,

	"dom.security.https_first":            false,
	"dom.security.https_first_schemeless": false,
	"dom.security.https_only_mode":        false,

	"browser.cache.disk.enable":                      false,
	"browser.tabs.unloadOnLowMemory":                 false,
	"browser.sessionstore.resume_from_crash":         false,
	"browser.startup.page":                           0,
	"browser.startup.homepage":                       "about:blank",
	"browser.newtabpage.enabled":                     false,
	"browser.aboutwelcome.enabled":                   false,
	"browser.shell.checkDefaultBrowser":              false,
	"browser.search.update":                          false,
	"browser.region.network.url":                     "",
	"browser.safebrowsing.malware.enabled":           false,
	"browser.safebrowsing.phishing.enabled":          false,
	"browser.safebrowsing.downloads.enabled":         false,
	"browser.safebrowsing.blockedURIs.enabled":       false,
	"browser.contentblocking.report.hide_vpn_banner": true,

	"app.update.auto":                            false,
	"app.update.disabledForTesting":              true,
	"app.normandy.enabled":                       false,
	"datareporting.healthreport.uploadEnabled":   false,
	"datareporting.policy.dataSubmissionEnabled": false,
	"toolkit.telemetry.server":                   "data:,",
	"toolkit.telemetry.unified":                  false,
	"toolkit.telemetry.reportingpolicy.firstRun": false,
	"extensions.update.enabled":                  false,
	"extensions.getAddons.cache.enabled":         false,
	"extensions.systemAddon.update.enabled":      false,
	"network.captive-portal-service.enabled":     false,
	"network.connectivity-service.enabled":       false,
	"services.settings.server":                   "data:,#remote-settings-dummy/v1",

	"marionette.port":          0,
	"remote.prefs.recommended": true,
	"dom.ipc.processCount":     1,
	"dom.max_script_run_time":  0,
	"dom.push.enabled":         false,
	"geo.enabled":              false,
	"intl.accept_languages":    "en-US, en",
}

type firefox struct {
	*profile
	*marionette
	product string
}

func startFirefox(ctx context.Context, _ *server) (driver, error) {
	program, err := Find("firefox")
	if err != nil {
		return nil, err
	}
	profile, err := newProfile()
	if err != nil {
		return nil, err
	}
	f := &firefox{profile: profile}
	if err := f.launch(ctx, program); err != nil {
		f.close()
		return nil, err
	}
	if err := f.newSession(ctx); err != nil {
		f.close()
		return nil, err
	}
	return f, nil
}

// launch starts the program and opens the connection to the port that it writes into its profile.
func (f *firefox) launch(ctx context.Context, program string) error {
	var preferences bytes.Buffer
	for name, value := range firefoxPreferences {
		literal, err := json.Marshal(value)
		if err != nil {
			return err
		}
		fmt.Fprintf(&preferences, "user_pref(%q, %s);\n", name, literal)
	}
	if err := os.WriteFile(filepath.Join(f.folder, "user.js"), preferences.Bytes(), 0o600); err != nil {
		return err
	}
	cmd := f.command(program, "--headless", "--marionette", "--remote-allow-system-access", "--no-remote",
		"--profile", f.folder, "about:blank")
	cmd.Env = append(cmd.Env, "MOZ_CRASHREPORTER_DISABLE=1", "MOZ_REMOTE_SETTINGS_DEVTOOLS=1")
	if err := f.start(cmd); err != nil {
		return err
	}
	for ctx.Err() == nil {
		written, err := os.ReadFile(filepath.Join(f.folder, "MarionetteActivePort"))
		if port, errPort := strconv.Atoi(strings.TrimSpace(string(written))); err == nil && errPort == nil {
			f.marionette, err = dialMarionette(ctx, port)
			return err
		}
		time.Sleep(50 * time.Millisecond)
	}
	return fmt.Errorf("firefox has not opened its port: %w", ctx.Err())
}

// newSession asks for the certificate to be taken, and for navigations that do not wait for all to load.
func (f *firefox) newSession(ctx context.Context) error {
	var session struct {
		Capabilities struct {
			BrowserVersion      string
			AcceptInsecureCerts bool
		}
	}
	params := map[string]any{"acceptInsecureCerts": true, "pageLoadStrategy": "eager"}
	if err := f.call(ctx, "WebDriver:NewSession", params, &session); err != nil {
		return err
	}
	if !session.Capabilities.AcceptInsecureCerts {
		return errors.New("firefox does not take the certificate")
	}
	f.product = session.Capabilities.BrowserVersion
	return nil
}

func (f *firefox) version() string { return f.product }

func (f *firefox) navigate(ctx context.Context, address string) error {
	return f.call(ctx, "WebDriver:Navigate", map[string]any{"url": address}, nil)
}

// clearCookies runs a script with the browser's own rights: WebDriver's command is for the page's host only.
func (f *firefox) clearCookies(ctx context.Context) error {
	setContext := func(value string) error {
		return f.call(ctx, "Marionette:SetContext", map[string]any{"value": value}, nil)
	}
	if err := setContext("chrome"); err != nil {
		return err
	}
	script := map[string]any{"script": "Services.cookies.removeAll();", "args": []any{}, "sandbox": "system"}
	if err := f.call(ctx, "WebDriver:ExecuteScript", script, nil); err != nil {
		return err
	}
	return setContext("content")
}

func (f *firefox) close() {
	if f.marionette != nil {
		f.connection.Close()
	}
	f.profile.close()
}
