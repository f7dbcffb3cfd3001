package escape_test

import (
	"testing"

	"github.com/corsim/corsim/internal/escape"
)

func TestJSON(t *testing.T) {
	for _, test := range []struct{ about, encoded, want string }{
		{"nothing", "", ""},
		{"white space between tokens", "{\n\t\"a\": 1\r\n}\n", "{\n\t\"a\": 1\r\n}\n"},
		{"what shows", `"é日本👩"`, `"é日本👩"`},
		{"what is escaped already", `"\u001b\n"`, `"\u001b\n"`},
		{"DEL and a C1 control", "\"\x7f\u009b\"", `"\u007f\u009b"`},
		{"a change of direction", "\"\u202e\"", `"\u202e"`},
		{"two surrogates", "\"\U000e0001\"", `"\udb40\udc01"`},
		{"a replacement character", "\"\ufffd\"", "\"\ufffd\""},
		{"no UTF-8", "\"\xff\"", `"\ufffd"`},
	} {
		if got := string(escape.JSON([]byte(test.encoded))); got != test.want {
			t.Errorf("%s: %q, want %q", test.about, got, test.want)
		}
	}
}
