package policy_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/internal/outside"
	"github.com/corsim/corsim/policy"
)

func TestIsCORSSafelistedRequestHeader(t *testing.T) {
	tests := []struct {
		name, value string
		want        bool
	}{
		{"Accept", "text/html, */*;q=0.8", true},
		{"ACCEPT", "", true},
		{"Accept", "a\tb\x80\xff", true},
		{"Accept", `a"b`, false},
		{"Accept", "a\x7f", false},
		{"Accept", strings.Repeat("a", 128), true},
		{"Accept", strings.Repeat("a", 129), false},

		{"Accept-Language", "de-CH, de;q=0.9, *", true},
		{"Content-Language", "de_CH", false},

		{"Content-Type", "text/plain", true},
		{"Content-Type", "TEXT/PLAIN; charset=utf-8", true},
		{"Content-Type", "multipart/form-data;boundary=x", true},
		{"Content-Type", "application/x-www-form-urlencoded", true},
		{"Content-Type", "application/json", false},
		{"Content-Type", `text/plain;charset="utf-8"`, false},
		{"Content-Type", "text/plain, text/plain", false},
		{"Content-Type", "", false},

		{"Range", "bytes=0-99", true},
		{"Range", "bytes=500-", true},
		{"Range", "bytes=-500", false},
		{"Range", "bytes=0-1,5-6", false},
		{"Range", "bytes= 0-1", false},

		{"Authorization", strings.Repeat("a", 500), false},
		{"X-Requested-With", "XMLHttpRequest", false},
		{"Last-Event-ID", "1", false},
		{"DPR", "2.0", false},
	}
	for _, test := range tests {
		if got := policy.IsCORSSafelistedRequestHeader(&engine.Standard, test.name, test.value); got != test.want {
			t.Errorf("%s: %q: got %v, want %v", test.name, test.value, got, test.want)
		}
	}
}

func TestCORSUnsafeRequestHeaderByte(t *testing.T) {
	const unsafe = `"():<>?@[\]{}` + "\x7f"
	for c := range 256 {
		want := (c >= 0x20 || c == '\t') && strings.IndexByte(unsafe, byte(c)) < 0
		if got := policy.IsCORSSafelistedRequestHeader(&engine.Standard, "Accept", string([]byte{byte(c)})); got != want {
			t.Errorf("byte %#02x: got %v, want %v", c, got, want)
		}
	}
}

func TestIsCORSSafelistedRequestHeaderOfEngines(t *testing.T) {
	with := func(fact engine.Fact) engine.Profile { return engine.Standard.With(fact) }
	hints, range63 := with(engine.SafelistClientHints), with(engine.SafelistRangeSigned)
	tests := []struct {
		about       string
		profile     engine.Profile
		name, value string
		want        bool
	}{
		{"no client hints", engine.Standard, "DPR", "2", false},
		{"a client hint", hints, "DPR", "2", true},
		{"with a fraction", hints, "Device-Memory", "0.25", true},
		{"a fraction without digits", hints, "Downlink", "1.", false},
		{"a fraction of a width", hints, "Width", "1.5", false},
		{"no width", hints, "Viewport-Width", "", false},
		{"a time", hints, "RTT", "100", true},
		{"a kind of connection", hints, "ECT", "4g", true},
		{"none that there is", hints, "ECT", "6g", false},
		{"in upper case", hints, "ECT", "4G", false},
		{"an intervention", hints, "Intervention", "x", true},
		{"save data", hints, "Save-Data", "ON", true},
		{"do not", hints, "Save-Data", "off", false},
		{"too long", hints, "DPR", strings.Repeat("1", 129), false},
		{"no user agent", engine.Standard, "User-Agent", "x", false},
		{"a user agent", with(engine.SafelistUserAgent), "User-Agent", strings.Repeat("x", 200), true},
		{"beyond ASCII", with(engine.SafelistASCII), "Accept", "text/\xe9", false},
		{"a type beyond ASCII", with(engine.SafelistASCII), "Content-Type", "text/plain;a=\xe9", false},
		{"any number", engine.Standard, "Range", "bytes=9223372036854775808-", true},
		{"63 bits", range63, "Range", "bytes=0-9223372036854775806", true},
		{"65 bits", with(engine.SafelistRangeUnsigned), "Range", "bytes=18446744073709551616-", false},
		{"64 bits unsigned", with(engine.SafelistRangeUnsigned), "Range", "bytes=9223372036854775808-", true},
		{"64 bits", range63, "Range", "bytes=9223372036854775808-", false},
		{"64 bits at the end", range63, "Range", "bytes=0-9223372036854775808", false},
		{"a unit in upper case", engine.Standard, "Range", "BYTES=0-", false},
		{"in any case", with(engine.SafelistRangeLenient), "Range", "ByTES=0-", true},
		{"with signs", with(engine.SafelistRangeLenient), "Range", "bytes=+1-+2", true},
		{"another unit", with(engine.SafelistRangeLenient), "Range", "items=0-", false},
	}
	for _, test := range tests {
		if got := policy.IsCORSSafelistedRequestHeader(&test.profile, test.name, test.value); got != test.want {
			t.Errorf("%s: %s: %s: %v, want %v", test.about, test.name, test.value, got, test.want)
		}
	}
}

func TestCORSUnsafeRequestHeaderNamesOfEngines(t *testing.T) {
	long := strings.Repeat("a", 120)
	var accepts []string
	for range 10 {
		accepts = append(accepts, "Accept", long)
	}
	tests := []struct {
		about   string
		profile engine.Profile
		list    header.List
		want    []string
	}{
		{"too much in all", engine.Standard, headerList(accepts...), []string{"accept"}},
		{"never too much", engine.Standard.With(engine.SafelistWithoutTotal), headerList(accepts...), nil},
		{"a name twice", engine.Standard, headerList("X-B", "", "X-A", "", "x-b", ""), []string{"x-a", "x-b"}},
		{"as often as it is there", engine.Standard.With(engine.PreflightRepeatsNames),
			headerList("X-B", "", "X-A", "", "x-b", ""), []string{"x-a", "x-b", "x-b"}},
	}
	for _, test := range tests {
		got := policy.CORSUnsafeRequestHeaderNames(&test.profile, test.list, nil)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: %v, want %v", test.about, got, test.want)
		}
		if has := policy.HasCORSUnsafeRequestHeader(&test.profile, test.list); has != (len(test.want) > 0) {
			t.Errorf("%s: has unsafe headers %v", test.about, has)
		}
	}
}

func TestCORSUnsafeRequestHeaderNames(t *testing.T) {
	full := strings.Repeat("a", 128)
	eightFull := slices.Repeat(headerList("Accept", full), 8)
	tests := []struct {
		about string
		list  header.List
		want  []string
	}{
		{"no headers", nil, nil},
		{"safelisted headers only", headerList("Accept", "*/*", "Content-Type", "text/plain"), nil},
		{"sorted and in lower case", headerList("X-B", "", "Authorization", "", "X-A", ""), []string{"authorization", "x-a", "x-b"}},
		{"each name once", headerList("X-A", "1", "x-a", "2"), []string{"x-a"}},
		{"one unsafe value is enough", headerList("Content-Type", "text/plain", "content-type", "text/html"), []string{"content-type"}},
		{"1024 bytes of safelisted values are safe", eightFull, nil},
		{"1025 bytes are not", append(eightFull[:8:8], header.Field{Name: "Accept-Language", Value: "a"}), []string{"accept", "accept-language"}},
		{"unsafe values do not count", append(eightFull[:8:8], header.Field{Name: "X-A", Value: full}), []string{"x-a"}},
	}
	for _, test := range tests {
		got := policy.CORSUnsafeRequestHeaderNames(&engine.Standard, test.list, nil)
		if !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.about, got, test.want)
		}
		if got := policy.HasCORSUnsafeRequestHeader(&engine.Standard, test.list); got != (len(test.want) > 0) {
			t.Errorf("%s: has unsafe: got %v", test.about, got)
		}
	}
}

func TestCORSUnsafeRequestHeaderNamesAppends(t *testing.T) {
	got := policy.CORSUnsafeRequestHeaderNames(&engine.Standard, headerList("X-A", ""), []string{"x-z", "x-a"})
	if want := []string{"x-z", "x-a", "x-a"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestCORSSafelistAllocations(t *testing.T) {
	safe := headerList("Accept", "*/*", "Content-Type", "Text/Plain;charset=utf-8", "Range", "bytes=0-")
	unsafe := headerList("Content-Type", "application/json", "Authorization", "Bearer x", "X-Requested-With", "XMLHttpRequest", "x-own", "1")
	room := make([]string, 0, len(unsafe))
	for about, run := range map[string]func(){
		"nothing unsafe":         func() { policy.CORSUnsafeRequestHeaderNames(&engine.Standard, safe, nil) },
		"room for the names":     func() { policy.CORSUnsafeRequestHeaderNames(&engine.Standard, unsafe, room) },
		"only asked if any":      func() { policy.HasCORSUnsafeRequestHeader(&engine.Standard, unsafe) },
		"forbidden by its value": func() { policy.IsForbiddenRequestHeader("X-HTTP-Method", "GET, TRACE") },
		"method normalized":      func() { policy.NormalizeMethod("delete") },
	} {
		if allocations := testing.AllocsPerRun(100, run); allocations != 0 {
			t.Errorf("%s: %v allocations", about, allocations)
		}
	}
}

func BenchmarkCORSUnsafeRequestHeaderNames(b *testing.B) {
	list := headerList("Content-Type", "application/json", "Authorization", "Bearer x", "X-Requested-With", "XMLHttpRequest")
	room := make([]string, 0, len(list))
	b.ReportAllocs()
	for b.Loop() {
		policy.CORSUnsafeRequestHeaderNames(&engine.Standard, list, room)
	}
}

func ExampleIsCORSSafelistedRequestHeader() {
	for _, value := range []string{"text/plain", "application/json", `text/plain; charset="utf-8"`} {
		fmt.Println(policy.IsCORSSafelistedRequestHeader(&engine.Standard, "Content-Type", value), value)
	}
	// Output:
	// true text/plain
	// false application/json
	// false text/plain; charset="utf-8"
}

func ExampleCORSUnsafeRequestHeaderNames() {
	request := header.List{
		{Name: "X-Requested-With", Value: "XMLHttpRequest"},
		{Name: "Content-Type", Value: "application/json"},
		{Name: "Accept", Value: "application/json"},
	}
	fmt.Println(policy.CORSUnsafeRequestHeaderNames(&engine.Standard, request, nil))
	// Output: [content-type x-requested-with]
}

// unsafeNamesSlowly keeps the two lists of the text.
func unsafeNamesSlowly(list header.List) []string {
	var unsafeNames, potentiallyUnsafeNames []string
	safelistValueSize := 0
	for _, field := range list {
		if policy.IsCORSSafelistedRequestHeader(&engine.Standard, field.Name, field.Value) {
			potentiallyUnsafeNames = append(potentiallyUnsafeNames, field.Name)
			safelistValueSize += len(field.Value)
		} else {
			unsafeNames = append(unsafeNames, field.Name)
		}
	}
	if safelistValueSize > 1024 {
		unsafeNames = append(unsafeNames, potentiallyUnsafeNames...)
	}
	set := map[string]bool{}
	for _, name := range unsafeNames {
		set[header.Lower(name)] = true
	}
	return slices.Sorted(maps.Keys(set))
}

func FuzzCORSUnsafeRequestHeaderNames(f *testing.F) {
	f.Add("Accept", "a", "X-A", "b", uint8(1))
	f.Add("Accept", strings.Repeat("a", 128), "Accept-Language", "a", uint8(8))
	f.Add("Content-Type", "text/plain", "content-type", "text/html", uint8(2))
	f.Fuzz(func(t *testing.T, name1, value1, name2, value2 string, times uint8) {
		list := append(slices.Repeat(headerList(name1, value1), int(times)), headerList(name2, value2)...)
		got, want := policy.CORSUnsafeRequestHeaderNames(&engine.Standard, list, nil), unsafeNamesSlowly(list)
		if !slices.Equal(got, want) || policy.HasCORSUnsafeRequestHeader(&engine.Standard, list) != (len(want) > 0) {
			t.Errorf("%q: got %q, want %q", list, got, want)
		}
	})
}

func TestWPTCORSSafelistedRequestHeader(t *testing.T) {
	type row struct {
		ID          string
		Name, Value outside.Bytes
		Safelisted  bool
		SpecSays    *bool
	}
	for _, row := range outside.Rows[row](t, "pure/cors-safelisted-request-header.json") {
		want := row.Safelisted
		if row.SpecSays != nil {
			want = *row.SpecSays
		}
		if got := policy.IsCORSSafelistedRequestHeader(&engine.Standard, string(row.Name), string(row.Value)); got != want {
			t.Errorf("%s: %s: %q: got %v, want %v", row.ID, row.Name, row.Value, got, want)
		}
	}
}

func TestWPTCORSUnsafeRequestHeaderNames(t *testing.T) {
	type row struct {
		ID      string
		Headers [][2]outside.Bytes
		Names   []string
	}
	for _, row := range outside.Rows[row](t, "pure/cors-unsafe-request-header-names.json") {
		var list header.List
		for _, field := range row.Headers {
			list = append(list, header.Field{Name: string(field[0]), Value: string(field[1])})
		}
		if got := policy.CORSUnsafeRequestHeaderNames(&engine.Standard, list, nil); !slices.Equal(got, row.Names) {
			t.Errorf("%s: got %q, want %q", row.ID, got, row.Names)
		}
	}
}
