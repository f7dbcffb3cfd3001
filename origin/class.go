package origin

// A class is a set of properties a byte can have. The low eight bits are the
// percent-encode sets.
type class uint16

const (
	forbiddenHost   class = 1 << (iota + 8) // https://url.spec.whatwg.org/#forbidden-host-code-point
	forbiddenDomain                         // https://url.spec.whatwg.org/#forbidden-domain-code-point
	hexDigit
	schemeByte  // may follow the first letter of a scheme
	hostBreak   // ends a host in normal form, or shows that it is not in normal form
	pathBreak   // ends the path of a special URL, or may show that it is not in normal form
	removedByte // ASCII tab or newline
	delimiter   // may end a segment of a path, and the authority
)

// classes knows every byte. One lookup answers all questions about it, which
// is what makes a single pass over a URL enough.
var classes = buildClasses()

func buildClasses() (table [256]class) {
	add := func(c class, bytes string) {
		for i := range len(bytes) {
			table[bytes[i]] |= c
		}
	}
	// Each percent-encode set is an earlier one and some more.
	sets := []struct {
		set  EncodeSet
		more string
	}{
		{C0ControlPercentEncodeSet, ""},
		{FragmentPercentEncodeSet, " \"<>`"},
		{QueryPercentEncodeSet, " \"#<>"},
		{SpecialQueryPercentEncodeSet, " \"#<>'"},
		{PathPercentEncodeSet, " \"#<>?^`{}"},
		{UserinfoPercentEncodeSet, " \"#<>?^`{}/:;=@[\\]|"},
		{ComponentPercentEncodeSet, " \"#<>?^`{}/:;=@[\\]|$%&+,"},
		{FormURLEncodedPercentEncodeSet, " \"#<>?^`{}/:;=@[\\]|$%&+,!'()~"},
	}
	const allSets = class(FormURLEncodedPercentEncodeSet<<1 - 1)
	for _, s := range sets {
		add(class(s.set), s.more)
	}
	for c := range 256 {
		switch {
		case c < 0x20, c == 0x7F:
			table[c] |= allSets | forbiddenDomain | hostBreak | pathBreak
		case c > 0x7F:
			table[c] |= allSets | hostBreak | pathBreak
		}
	}
	const forbidden = "\x00\t\n\r #/:<>?@[\\]^|"
	add(forbiddenHost|forbiddenDomain|hostBreak, forbidden)
	add(forbiddenDomain|hostBreak, "%")
	add(hexDigit, "0123456789ABCDEFabcdef")
	add(removedByte, "\t\n\r")
	add(pathBreak, " \"#<>?^`{}\\.%")
	add(schemeByte, "0123456789+-.abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ")
	add(delimiter, "/\\?#")
	add(hostBreak, "ABCDEFGHIJKLMNOPQRSTUVWXYZ")
	return table
}

func is(b byte, c class) bool { return classes[b]&c != 0 }

func isDigit(b byte) bool { return b-'0' <= 9 }

func isAlpha(b byte) bool { return b|0x20-'a' < 26 }

// scan returns the index of the first byte at or after i that is in the class
// stop, or len(s).
func scan(s string, i int, stop class) int {
	for i+8 <= len(s) {
		eight := s[i : i+8]
		found := classes[eight[0]] | classes[eight[1]] | classes[eight[2]] | classes[eight[3]] |
			classes[eight[4]] | classes[eight[5]] | classes[eight[6]] | classes[eight[7]]
		if found&stop != 0 {
			break
		}
		i += 8
	}
	for i < len(s) && classes[s[i]]&stop == 0 {
		i++
	}
	return i
}
