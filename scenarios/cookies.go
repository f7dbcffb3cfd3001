package scenarios

import (
	"slices"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
)

// Cookies are what the browser's jar holds before the first call. In a file they are URLs, each with the
// Set-Cookie header, or the list of them, that it answered a visit with.
type Cookies []corsim.Cookie

// decodeNode takes a mapping, and stores the cookies as a browser does on a visit.
func (c *Cookies) decodeNode(d *decoder, n *node, path string) {
	if !d.want(n, path, mappingNode) {
		return
	}
	var jar fetch.CookieJar
	for _, p := range n.pairs {
		path := path + "[" + p.key.text + "]"
		url, err := origin.Parse(p.key.text)
		if err != nil {
			d.problem(p.key.place, path, "no absolute URL: %s", printable(reason(err)))
			continue
		}
		visit := fetch.CookieContext{
			Host: url.Hostname(), Path: url.Pathname(), Secure: url.Scheme() == "https", Mode: policy.StrictOrLess,
		}
		for _, value := range oneOrMore(p.value) {
			if !d.want(value, path, scalarNode) {
				continue
			}
			if result := jar.Store(visit, value.text); result != policy.CookieOK {
				d.problem(value.place, path, "no browser stores this cookie: %s", printable(result.String()))
			}
		}
	}
	*c = slices.Collect(jar.All())
}
