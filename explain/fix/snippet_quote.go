package fix

import (
	"encoding/json"
	"regexp"
	"strconv"
	"strings"
)

// isPlain reports whether a value has printable ASCII characters only.
func isPlain(value string) bool {
	return strings.IndexFunc(value, func(r rune) bool { return r < ' ' || r > '~' }) < 0
}

// asItIs is for comments.
func asItIs(value string) (string, bool) { return value, true }

// headerName is for what stands in a configuration without quotes.
func headerName(name string) (string, bool) {
	return name, plainName.MatchString(name)
}

var plainName = regexp.MustCompile(`^[A-Za-z0-9][A-Za-z0-9_-]*$`)

func goString(value string) (string, bool) { return strconv.Quote(value), true }

// jsString writes a string of JavaScript: it reads what JSON escapes.
func jsString(value string) (string, bool) {
	text, err := json.Marshal(value)
	return string(text), err == nil
}

var backslashes = strings.NewReplacer(`\`, `\\`, `"`, `\"`)

// nginxValue writes a value in which nginx looks for variables.
func nginxValue(value string) (string, bool) {
	return `"` + backslashes.Replace(value) + `"`, !strings.Contains(value, "$")
}

// nginxPath writes a path, in which it looks for none.
func nginxPath(path string) (string, bool) {
	if strings.ContainsAny(path, ` "';{}\#`) {
		return `"` + backslashes.Replace(path) + `"`, true
	}
	return path, true
}

// apacheValue writes a value in which a percent sign begins a specifier.
func apacheValue(value string) (string, bool) {
	return `"` + strings.ReplaceAll(backslashes.Replace(value), "%", "%%") + `"`, !strings.Contains(value, "${")
}

// apacheExactly writes a regular expression that matches the path and no other.
func apacheExactly(path string) (string, bool) {
	return `"^` + backslashInPattern.Replace(regexp.QuoteMeta(path)) + `$"`, !strings.Contains(path, "${")
}

// apacheOneOf writes a regular expression that matches the origins and no other.
func apacheOneOf(origins []string) string {
	patterns := make([]string, len(origins))
	for i, origin := range origins {
		patterns[i] = regexp.QuoteMeta(origin)
	}
	return `"^(` + backslashInPattern.Replace(strings.Join(patterns, "|")) + `)$"`
}

// backslashInPattern keeps the backslashes of a pattern, which Apache takes away only before another and a quote.
var backslashInPattern = strings.NewReplacer(`\\`, `\\\\`, `"`, `\"`)

// caddyValue writes a value in which Caddy looks for placeholders.
func caddyValue(value string) (string, bool) {
	return `"` + strings.ReplaceAll(value, `"`, `\"`) + `"`, !strings.ContainsAny(value, `{}\`)
}

// caddyPath writes a path, in which it looks for wildcards, too.
func caddyPath(path string) (string, bool) {
	if strings.ContainsAny(path, ` "#`) {
		quoted, ok := caddyValue(path)
		return quoted, ok && !strings.Contains(path, "*")
	}
	return path, !strings.ContainsAny(path, "*{}\\`")
}
