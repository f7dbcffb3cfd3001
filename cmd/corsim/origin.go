package main

import (
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"github.com/corsim/corsim/origin"
)

func newOrigin() *cobra.Command {
	return &cobra.Command{
		Use:   "origin [URL ...]",
		Short: "Say the origin and the site of URLs, and whether two are the same",
		Long: `origin parses URLs as browsers do, and prints of each the origin, the site, and
whether it is potentially trustworthy. Of two URLs it says whether they are same
origin and same site, and in which parts their origins differ.

With --json and URLs it writes one object:

  {"urls": [{"href", "origin", "site", "trustworthy"}],
   "comparison": {"sameOrigin", "sameSite", "schemelesslySameSite", "differ"}}

With --json and no URL it reads lines {"input": ..., "base": ...} from the
standard input, where base may be null or absent, and writes for each

  {"href", "origin", "protocol", "username", "password", "host", "hostname",
   "port", "pathname", "search", "hash"}

or {"failure": true}.`,
		Example: `  corsim origin https://app.example https://api.app.example:8443

  echo '{"input": "../x", "base": "https://app.example/a/b"}' |
    corsim origin --json`,
		RunE: func(cmd *cobra.Command, inputs []string) error {
			if len(inputs) == 0 {
				if wantsJSON(cmd) {
					return originLines(cmd.InOrStdin(), cmd.OutOrStdout())
				}
				return errors.New("origin needs a URL, or --json and lines on the standard input; see corsim origin --help")
			}
			facts, err := originsOf(inputs)
			if err != nil {
				return err
			}
			if wantsJSON(cmd) {
				return writeJSON(cmd.OutOrStdout(), facts)
			}
			_, err = io.WriteString(cmd.OutOrStdout(), facts.text())
			return err
		},
	}
}

// originFacts are what the command says of its URLs, in JSON.
type originFacts struct {
	URLs       []urlFacts  `json:"urls"`
	Comparison *comparison `json:"comparison,omitempty"`
}

type urlFacts struct {
	Href        string `json:"href"`
	Origin      string `json:"origin"`
	Site        string `json:"site"`
	Trustworthy bool   `json:"trustworthy"`
}

// comparison is what two origins have in common.
type comparison struct {
	SameOrigin           bool   `json:"sameOrigin"`
	SameSite             bool   `json:"sameSite"`
	SchemelesslySameSite bool   `json:"schemelesslySameSite"`
	Differ               string `json:"differ"`
}

// originsOf parses the URLs. The error names all that cannot be parsed.
func originsOf(inputs []string) (originFacts, error) {
	var facts originFacts
	var problems []error
	var mint origin.Mint
	var origins []origin.Origin
	for _, input := range inputs {
		url, err := origin.Parse(input)
		if err != nil {
			problems = append(problems, errors.New(reason(err)))
			continue
		}
		o := url.Origin(&mint)
		origins = append(origins, o)
		facts.URLs = append(facts.URLs, urlFacts{url.Href(), o.String(), o.Site(nil).String(), url.PotentiallyTrustworthy()})
	}
	if len(problems) > 0 {
		return originFacts{}, errors.Join(problems...)
	}
	if len(origins) == 2 {
		a, b := origins[0], origins[1]
		facts.Comparison = &comparison{
			SameOrigin:           origin.SameOrigin(a, b),
			SameSite:             origin.SameSite(a, b, nil),
			SchemelesslySameSite: origin.SchemelesslySameSite(a, b, nil),
			Differ:               origin.Differ(a, b).String(),
		}
	}
	return facts, nil
}

// text is what the command prints.
func (f *originFacts) text() string {
	var b strings.Builder
	for _, url := range f.URLs {
		scheme, _, _ := strings.Cut(url.Href, ":")
		fmt.Fprintf(&b, "%s\n  origin       %s\n  site         %s\n  trustworthy  %s\n",
			printable(url.Href), orOpaque(url.Origin, scheme), orOpaque(url.Site, scheme), yesNo(url.Trustworthy))
	}
	if c := f.Comparison; c != nil {
		b.WriteString("same origin    " + yesNo(c.SameOrigin))
		switch {
		case c.Differ == origin.OpaquePart.String():
			b.WriteString(": an opaque origin is same origin with itself only")
		case !c.SameOrigin:
			b.WriteString(": they differ in " + c.Differ)
		}
		b.WriteString("\nsame site      " + yesNo(c.SameSite))
		if c.SchemelesslySameSite && !c.SameSite {
			b.WriteString(": only schemelessly same site")
		}
		b.WriteString("\n")
	}
	return b.String()
}

// orOpaque says of the serialization null what it stands for. The scheme tells who writes localhost:8080 that this
// names no host.
func orOpaque(serialized, scheme string) string {
	if serialized == "null" {
		return "null (an opaque origin; the scheme is " + printable(scheme) + ":)"
	}
	return printable(serialized)
}

func yesNo(b bool) string {
	if b {
		return "yes"
	}
	return "no"
}
