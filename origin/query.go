package origin

import "strings"

// queryAndFragment is the query state and the fragment state. Each part is
// null without its delimiter.
//
// https://url.spec.whatwg.org/#query-state,
// https://url.spec.whatwg.org/#fragment-state
func (p *parser) queryAndFragment() error {
	if p.c() == '?' {
		p.url.searchStart = uint32(len(p.out))
		query, _, _ := strings.Cut(p.rest(), "#")
		set := QueryPercentEncodeSet
		if p.url.special != notSpecial {
			set = SpecialQueryPercentEncodeSet
		}
		p.out = append(p.out, '?')
		p.out = appendPercentEncoded(p.out, query[1:], set)
		p.pos += len(query)
	}
	p.url.hashStart = uint32(len(p.out))
	if p.c() == '#' {
		p.out = append(p.out, '#')
		p.out = appendPercentEncoded(p.out, p.rest()[1:], FragmentPercentEncodeSet)
	}
	return nil
}
