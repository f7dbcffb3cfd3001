package main

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/scenarios"
)

// requestFlags say a page, a call and its answers without a file.
type requestFlags struct {
	page, request               string
	headers                     []string
	body                        string
	credentials, mode, redirect string
	preflight, answer           string
	preflightHeaders            []string
	answerHeaders               []string
	hasBody                     bool
}

// The names of the flags.
var requestFlagNames = []string{
	"page", "request", "header", "body", "credentials", "mode", "redirect",
	"preflight", "preflight-header", "answer", "answer-header",
}

// The values of the flags that are enumerations.
var (
	credentialsModes = []string{"omit", "same-origin", "include"}
	requestModes     = []string{"cors", "no-cors", "same-origin"}
	redirectModes    = []string{"follow", "error", "manual"}
)

// add adds the flags to a command.
func (f *requestFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.SortFlags = false
	flags.StringVar(&f.page, "page", "", "the `URL` of the page")
	flags.StringVar(&f.request, "request", "", "what it fetches: 'METHOD URL', or a `URL`")
	flags.StringArrayVar(&f.headers, "header", nil, "a `line` 'Name: value' of the request; repeatable")
	flags.StringVar(&f.body, "body", "", "the body, a `string`")
	flags.StringVar(&f.credentials, "credentials", "", "credentials `mode`: "+strings.Join(credentialsModes, ", "))
	flags.StringVar(&f.mode, "mode", "", "request `mode`: "+strings.Join(requestModes, ", "))
	flags.StringVar(&f.redirect, "redirect", "", "redirect `mode`: "+strings.Join(redirectModes, ", "))
	flags.StringVar(&f.preflight, "preflight", "", "the `status` that answers the CORS-preflight")
	flags.StringArrayVar(&f.preflightHeaders, "preflight-header", nil, "a `line` 'Name: value' of it; repeatable")
	flags.StringVar(&f.answer, "answer", "", "the `status` that answers the request")
	flags.StringArrayVar(&f.answerHeaders, "answer-header", nil, "a `line` 'Name: value' of it; repeatable")
}

// used reports whether any of the flags is set.
func (f *requestFlags) used(cmd *cobra.Command) bool {
	f.hasBody = cmd.Flags().Changed("body")
	return slices.ContainsFunc(requestFlagNames, cmd.Flags().Changed)
}

// scenario returns the scenario that the flags say. The error has all that is wrong with them.
func (f *requestFlags) scenario() (*scenarios.Scenario, error) {
	var problems []error
	problem := func(flag, format string, args ...any) {
		problems = append(problems, fmt.Errorf("--"+flag+": "+format, args...))
	}
	fields := func(flag string, lines []string) scenarios.Headers {
		var list scenarios.Headers
		for _, line := range lines {
			name, value, found := strings.Cut(line, ":")
			if !found || !header.IsName(name) {
				problem(flag, "%q is no header; one is written 'Name: value'", line)
			}
			list = append(list, header.Field{Name: name, Value: strings.TrimSpace(value)})
		}
		return list
	}
	answers := func(flag, text string, status int, lines []string) scenarios.Answers {
		list := fields(flag+"-header", lines)
		if text == "" && len(lines) == 0 {
			return nil
		}
		if text != "" {
			var err error
			if status, err = strconv.Atoi(text); err != nil || status < 200 || status > 999 {
				problem(flag, "%q is no status of an answer; 200 to 999 are", text)
			}
		}
		for _, field := range list {
			if !header.IsValue(field.Value) {
				problem(flag+"-header", "%q is no value of %s: there can be no line break in it", field.Value, field.Name)
			}
		}
		return scenarios.Answers{{Status: status, Headers: list}}
	}
	word := func(flag, value string, values []string) {
		if value != "" && !slices.Contains(values, value) {
			problem(flag, "there is no %q; it is one of %s", value, strings.Join(values, ", "))
		}
	}

	page, err := origin.Parse(f.page)
	switch {
	case f.page == "":
		problem("page", "missing; it says the URL of the page, like https://app.example/")
	case err != nil:
		problem("page", "%s", reason(err))
	case page.Scheme() == "localhost" || strings.Contains(page.Scheme(), "."):
		problem("page", "%q reads as a scheme; the URL of a page on a server begins with http:// or https://", page.Scheme()+":")
	}
	method, url, found := strings.Cut(strings.TrimSpace(f.request), " ")
	if !found {
		method, url = "", method
	}
	url = strings.TrimSpace(url)
	to, err := page.Parse(url)
	switch {
	case f.request == "":
		problem("request", "missing; it says what the page fetches, like 'PUT https://api.example/users/1'")
	case method != "" && !policy.IsMethod(method):
		problem("request", "%q is no method; a space in a URL is %%20", method)
	case err != nil && !page.IsZero():
		problem("request", "%s", reason(err))
	}
	word("credentials", f.credentials, credentialsModes)
	word("mode", f.mode, requestModes)
	word("redirect", f.redirect, redirectModes)
	entry := scenarios.Entry{
		URL:       to.WithoutFragment().WithoutCredentials(),
		Preflight: answers("preflight", f.preflight, 204, f.preflightHeaders),
		Answers:   answers("answer", f.answer, 200, f.answerHeaders),
	}
	scenario := &scenarios.Scenario{
		Page: scenarios.Page{URL: f.page},
		Calls: []scenarios.Call{{
			Fetch: &scenarios.Target{Method: method, URL: url}, Headers: fields("header", f.headers),
			Credentials: policy.Credentials(f.credentials), Mode: policy.Mode(f.mode), Redirect: policy.Redirect(f.redirect),
		}},
		Server: scenarios.Server{entry},
	}
	if policy.NormalizeMethod(method) == "OPTIONS" {
		// An entry without a method does not answer it.
		scenario.Server = append(scenario.Server, scenarios.Entry{Method: "OPTIONS", URL: entry.URL, Answers: entry.Answers})
	}
	if f.hasBody {
		scenario.Calls[0].Body = &scenarios.Body{Text: f.body}
	}
	if len(problems) > 0 {
		return nil, errors.Join(problems...)
	}
	return scenario, nil
}

// reason is what is wrong with a URL, without the name of the package that says so.
func reason(err error) string { return strings.TrimPrefix(err.Error(), "origin: ") }
