package console

import (
	"slices"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

// maxOrdered is the number of headers beyond which their order is not looked for.
const maxOrdered = 200

// refusedHeader returns the name that Chromium complains of where a CORS-preflight refuses one or more: the first
// that it meets in its table of the request's headers. operand is the one that our own rule has met.
func (c *chromiumCase) refusedHeader(operand string) string {
	operand = header.Lower(operand)
	names := c.requestHeaderNames()
	if len(names) > maxOrdered {
		return operand
	}
	asked, _ := c.exchange.Request.Header.Get("Access-Control-Request-Headers")
	allowed := c.exchange.Answer.Header.Tokens("Access-Control-Allow-Headers")
	refused := strings.Split(asked, ",")
	for _, name := range tableOrder(names) {
		if slices.Contains(refused, name) && !allowed.ContainsFold(name) {
			return name
		}
	}
	return operand
}

// requestHeaderNames returns the names of the request's headers in lower case, in the order in which they come into
// Chromium's table: those of the script, which fetch() sorts, and then its own.
func (c *chromiumCase) requestHeaderNames() []string {
	var names []string
	for _, field := range c.asked.header {
		if !policy.IsForbiddenRequestHeader(field.Name, field.Value) {
			names = append(names, header.Lower(field.Name))
		}
	}
	if c.asked.body != nil {
		names = append(names, "content-type")
	}
	if _, isFetch := c.verdict.Call().(corsim.Request); isFetch {
		slices.Sort(names)
	}
	names = append(names, "accept")
	if c.place.url.PotentiallyTrustworthy() {
		names = append(names, "sec-ch-ua", "sec-ch-ua-mobile", "sec-ch-ua-platform")
	}
	return names
}

// tableOrder returns names, each once, in the order in which Chromium's hash table holds them: at least half of its
// places, the number of which is a power of two from 8, are free, and it looks for one at growing distances.
func tableOrder(names []string) []string {
	table, count := make([]string, 8), 0
	for _, name := range names {
		if slices.Contains(table, name) {
			continue
		}
		placeInTable(table, name)
		count++
		if 2*count < len(table) {
			continue
		}
		grown := make([]string, 2*len(table))
		for _, old := range table {
			placeInTable(grown, old)
		}
		table = grown
	}
	return slices.DeleteFunc(table, func(name string) bool { return name == "" })
}

// placeInTable puts a name, if it is one, in the first free place that its hash leads to.
func placeInTable(table []string, name string) {
	if name == "" {
		return
	}
	mask := len(table) - 1
	place := int(stringHash(name)) & mask
	for step := 1; table[place] != ""; step++ {
		place = (place + step) & mask
	}
	table[place] = name
}
