package explain

import (
	"slices"
	"strconv"
	"strings"

	"github.com/corsim/corsim/explain/console"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// said says what was behind a message, if it was this rule.
func said(r *console.Recognition, id rule.ID) string {
	answer := answerIn(r)
	value := quotedValue(r, "value")
	switch id {
	case rule.CORSAllowOriginMissing:
		return answer + " has no Access-Control-Allow-Origin, so " + readerIn(r) + " may not read it."
	case rule.CORSWildcardWithCredentials:
		return answer + ` allows "*", which is no wildcard when credentials are included.`
	case rule.CORSAllowOriginMultiple:
		return answer + " allows " + orElse(value, "more than one origin") +
			"; Access-Control-Allow-Origin takes one origin."
	case rule.CORSAllowOriginMismatch:
		sentence := answer + " allows " + orElse(value, "another origin") + ", which is not, byte for byte, " +
			orElse(quotedValue(r, "origin"), "the page's origin") + "."
		if mistakes := originMistakesOf(r.Value("value"), r.Value("origin")); r.Value("origin") != "" {
			for _, mistake := range mistakes {
				sentence += " " + mistakeNames[mistake.slug]
			}
		}
		return strings.TrimSpace(sentence)
	case rule.CORSAllowCredentialsNotTrue:
		return answer + " does not have Access-Control-Allow-Credentials: true, exactly so, and credentials are " +
			"included."
	case rule.PreflightStatus:
		status := ""
		if code := r.Value("status"); code != "" {
			status = ", but " + code
		}
		return "The status of the answer to the CORS-preflight" + of(r) + " is not ok, 200 to 299" + status + "."
	case rule.PreflightSyntax:
		return "The answer to the CORS-preflight" + of(r) + " lists " + orElse(value, "something") +
			", which is not a name: no list of methods or of header names can be read from it."
	case rule.PreflightMethod:
		return "The answer to the CORS-preflight" + of(r) + " does not list the method" + spaced(r.Value("method")) +
			" in Access-Control-Allow-Methods."
	case rule.PreflightHeader:
		if strings.Contains(r.Message, "`*`") {
			return `The answer to the CORS-preflight` + of(r) + ` has "*" in Access-Control-Allow-Headers. Firefox ` +
				"lets it cover Authorization for now; the standard does not."
		}
		return "The answer to the CORS-preflight" + of(r) + " does not list the request header" +
			spaced(r.Value("header")) + " in Access-Control-Allow-Headers."
	case rule.PreflightAuthorization:
		if name := r.Value("header"); name != "" && !header.EqualFold(name, "Authorization") {
			return "If the request has an Authorization header too, that one is not listed either: the message " +
				"names one " +
				`header, and "*" does not cover Authorization.`
		}
		return "The answer to the CORS-preflight" + of(r) + ` does not list Authorization in ` +
			`Access-Control-Allow-Headers; "*" does not cover it.`
	}
	return id.Rule().Lesson
}

// mistakeNames say the mistakes in a value of Access-Control-Allow-Origin that is nearly right.
var mistakeNames = map[string]string{
	"trailing-slash": "An origin has no slash at the end.",
	"path":           "An origin has no path.",
	"default-port":   "An origin has no default port.",
	"missing-scheme": "An origin begins with its scheme.",
	"wrong-scheme":   "The schemes differ.",
	"wrong-port":     "The ports differ.",
	"www":            "One host begins with www., the other does not.",
	"localhost":      "Names of one machine are different hosts.",
	"quotes":         "Quotes are a part of the value.",
	"upper-case":     "An origin is in lower case.",
}

// answerIn names the answer that a message is about.
func answerIn(r *console.Recognition) string {
	if r.Preflight {
		return "The answer to the CORS-preflight" + of(r)
	}
	status := ""
	if code := r.Value("status"); code != "" && code != "(null)" {
		status = ", with status " + code + ","
	}
	return "The answer" + of(r) + status
}

// of says whose answer it is.
func of(r *console.Recognition) string {
	if url := quotedValue(r, "url"); url != "" {
		return " of " + url
	}
	return ""
}

// readerIn names who may not read.
func readerIn(r *console.Recognition) string {
	if origin := quotedValue(r, "origin"); origin != "" {
		return "a page of " + origin
	}
	return "the page"
}

// quotedValue is a value of the message in quotes, cut if it is long; "" where there is none.
func quotedValue(r *console.Recognition, name string) string {
	value := r.Value(name)
	if value == "" {
		return ""
	}
	if len(value) > maxValue {
		value = beginning(value, maxValue) + "…"
	}
	return strconv.Quote(value)
}

func orElse(text, other string) string {
	if text == "" {
		return other
	}
	return text
}

func spaced(text string) string {
	if text == "" {
		return ""
	}
	return " " + strconv.Quote(text)
}

// fixesOf are what usually helps against a rule.
func fixesOf(r *console.Recognition, id rule.ID) []string {
	origin := orElse(r.Value("origin"), "ORIGIN, the page's own")
	if origin == "null" {
		return fixesOfNull(id)
	}
	allow := "Let the server answer with Access-Control-Allow-Origin: " + origin +
		", and Vary: Origin where the value depends on the request. Errors and redirects need it too."
	switch id {
	case rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch:
		return []string{allow}
	case rule.CORSAllowOriginMultiple:
		return []string{"Let one layer alone add the header, with the one origin that asks: " + origin + "."}
	case rule.CORSWildcardWithCredentials:
		return []string{allow, "Leave credentials out, if the page needs none."}
	case rule.CORSAllowCredentialsNotTrue:
		return []string{
			"Let the server answer with Access-Control-Allow-Credentials: true, if it trusts the page with the " +
				"user's data.",
			"Leave credentials out, if the page needs none.",
		}
	case rule.PreflightStatus:
		return []string{"Answer OPTIONS with a status of 200 to 299, before any login, router or redirect sees it."}
	case rule.PreflightSyntax:
		return []string{"Write the list as names with commas between them."}
	case rule.PreflightMethod:
		return []string{"List the method in Access-Control-Allow-Methods, as the page writes it: PATCH is not patch."}
	case rule.PreflightHeader, rule.PreflightAuthorization:
		return []string{"List the header by its name in Access-Control-Allow-Headers."}
	}
	return []string{}
}

// fixesOfNull are what helps a page whose origin is null.
func fixesOfNull(id rule.ID) []string {
	switch id {
	case rule.CORSAllowOriginMissing, rule.CORSAllowOriginMismatch, rule.CORSAllowOriginMultiple,
		rule.CORSWildcardWithCredentials, rule.CORSAllowCredentialsNotTrue:
		return []string{"Give the page an origin: serve it over HTTP, without a sandbox, and let no redirect lead " +
			"across origins. To allow null would be to trust every file, every sandbox and every such redirect."}
	}
	return []string{}
}

// unsaid is what a message leaves out.
func unsaid(r *console.Recognition) []string {
	sentences := []string{}
	add := func(sentence string, when bool) {
		if when {
			sentences = append(sentences, sentence)
		}
	}
	has := func(id rule.ID) bool { return slices.Contains(r.Rules, id) }
	few := len(r.Rules) > 0 && len(r.Rules) <= maxCauses
	add("Which URL was asked.", few && r.Value("url") == "")
	add("The origin of the page.", few && r.Engine == "firefox")
	add("Which method was asked for.", has(rule.PreflightMethod) && few && r.Value("method") == "")
	add("What the answer does allow.", few && r.Engine == "chromium" &&
		(has(rule.PreflightMethod) || has(rule.PreflightHeader)))
	add("Whether the header is missing or has another value.", few && r.Engine == "webkit" && len(r.Rules) == 2 &&
		has(rule.CORSAllowOriginMissing))
	add("Which status it was.", few && has(rule.PreflightStatus) && r.Value("status") == "")
	if few && r.Rules[0] >= rule.PreflightStatus && r.Rules[len(r.Rules)-1] <= rule.PreflightHeader || r.Preflight {
		warns := strings.Contains(r.Message, "soon.")
		add("That the request itself was not sent: the CORS-preflight stopped it.", !warns)
		return sentences
	}
	add("Whether the server has acted on the request. CORS keeps the answer from the page; it does not undo a "+
		"request that was sent.", true)
	return sentences
}
