package origin

import (
	_ "embed"
	"strings"
	"sync"
)

// PublicSuffixList is a copy of the Public Suffix List, as net/http/cookiejar
// has it. Where a function takes one, nil means the list embedded in this
// package, which is that of golang.org/x/net/publicsuffix.
type PublicSuffixList interface {
	// PublicSuffix returns the public suffix of domain, a lower-case domain
	// in ASCII form without a dot at the end. Rules of the private section
	// count; where no rule matches, the last label is the suffix.
	PublicSuffix(domain string) string

	// String says where the list comes from and which version it is.
	String() string
}

// PublicSuffixListVersion says which list is embedded. Lists differ from
// browser to browser, so an answer about sites should name it.
func PublicSuffixListVersion() string { return embeddedList().version }

func lookUpPublicSuffix(list PublicSuffixList, domain string) string {
	if list == nil {
		return embeddedList().publicSuffix(domain)
	}
	return list.PublicSuffix(domain)
}

// x/net/publicsuffix has the rules in a form only it can read, tries each host
// as an IP address first and imports net/http. So its rules are copied, and a
// test holds the copy against it.
//
//go:generate go run public_suffix_gen.go
//go:embed public_suffix_list.txt
var publicSuffixRules string

var embeddedList = sync.OnceValue(func() *suffixTable { return newSuffixTable(publicSuffixRules) })

// suffixTable is a hash table of the names that rules are about.
type suffixTable struct {
	version string
	rules   string
	longest int
	slots   [1 << suffixBits]suffixSlot
}

// A suffixSlot says where in the rules a name stands, how long it is, and what
// the rules about it say. Zero is empty.
type suffixSlot uint32

const suffixBits = 15

const (
	suffixNormal    suffixSlot = 1 << iota // the name is a public suffix
	suffixWildcard                         // and so is each name one label longer
	suffixException                        // the name is none, although a wildcard says so

	suffixFlags  = 3
	suffixLength = 8 // bits
)

func newSuffixTable(list string) *suffixTable {
	t := &suffixTable{rules: list}
	for start := 0; start < len(list); {
		end := start + strings.IndexByte(list[start:], '\n')
		line := list[start:end]
		switch {
		case strings.HasPrefix(line, "// "):
			// The last line of the head is the version.
			t.version = line[len("// "):]
		case strings.HasPrefix(line, "*."):
			t.add(start+len("*."), end, suffixWildcard)
		case strings.HasPrefix(line, "!"):
			t.add(start+len("!"), end, suffixException)
		default:
			t.add(start, end, suffixNormal)
		}
		start = end + 1
	}
	return t
}

func (t *suffixTable) add(start, end int, flag suffixSlot) {
	name := t.rules[start:end]
	t.longest = max(t.longest, len(name))
	hash := uint32(0)
	for i := len(name) - 1; i >= 0; i-- {
		hash = hashByte(hash, name[i])
	}
	slot := t.find(hash, name)
	if *slot == 0 {
		*slot = suffixSlot(start<<suffixLength|len(name)) << suffixFlags
	}
	*slot |= flag
}

// publicSuffix runs the Public Suffix List algorithm: an exception prevails,
// then the longest rule, then "*".
//
// https://github.com/publicsuffix/list/wiki/Format#formal-algorithm
func (t *suffixTable) publicSuffix(domain string) string {
	suffix := strings.LastIndexByte(domain, '.') + 1
	wildcard := false
	hash := uint32(0)
	for i := len(domain); i > 0 && len(domain)-i <= t.longest; {
		// One label to the left.
		for i > 0 && domain[i-1] != '.' {
			i--
			hash = hashByte(hash, domain[i])
		}
		slot := *t.find(hash, domain[i:])
		if slot&suffixException != 0 {
			return domain[i+strings.IndexByte(domain[i:], '.')+1:]
		}
		if wildcard || slot&suffixNormal != 0 {
			suffix = i
		}
		wildcard = slot&suffixWildcard != 0
		if i > 0 {
			i--
			hash = hashByte(hash, '.')
		}
	}
	return domain[suffix:]
}

// find returns the slot of name, or the empty one where it would be.
func (t *suffixTable) find(hash uint32, name string) *suffixSlot {
	for i := hash >> (32 - suffixBits); ; i++ {
		slot := &t.slots[i%(1<<suffixBits)]
		if *slot == 0 {
			return slot
		}
		at := *slot >> suffixFlags
		start, length := int(at>>suffixLength), int(at&(1<<suffixLength-1))
		if length == len(name) && t.rules[start:start+length] == name {
			return slot
		}
	}
}

// hashByte goes on with the hash of a name, which is read from its end.
func hashByte(hash uint32, b byte) uint32 { return (hash ^ uint32(b)) * 0x9E3779B1 }
