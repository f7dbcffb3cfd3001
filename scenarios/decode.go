package scenarios

import (
	"encoding"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strconv"
	"strings"
)

// A decoder makes values of nodes. It goes by the types and their json tags, as encoding/json does, and notes
// every mistake with its place.
type decoder struct {
	source
}

// The types that say themselves how they are written.
type (
	// A scalarDecoder is a struct with a short form: a single value in the place of the mapping.
	scalarDecoder interface {
		decodeScalar(d *decoder, n *node, path string)
	}
	// A nodeDecoder takes a node of any kind.
	nodeDecoder interface {
		decodeNode(d *decoder, n *node, path string)
	}
	// A placed struct is told where it stands, and where its keys do.
	placed interface {
		setPlace(at place, keys map[string]place)
	}
	// A checker looks at what its fields say together, once they are decoded.
	checker interface {
		check(d *decoder, n *node, path string)
	}
)

// decode sets into by n, unless there are so many mistakes that no more are noted.
func (d *decoder) decode(n *node, path string, into reflect.Value) {
	if d.full() {
		return
	}
	if into.Kind() == reflect.Pointer {
		into.Set(reflect.New(into.Type().Elem()))
		into = into.Elem()
	}
	address := into.Addr().Interface()
	if special, ok := address.(nodeDecoder); ok {
		special.decodeNode(d, n, path)
		return
	}
	if n.kind == nullNode {
		d.problem(n.place, path, "nothing stands here; leave the key out, or give it a value")
		return
	}
	switch into.Kind() {
	case reflect.Struct:
		d.decodeStruct(n, path, into)
	case reflect.Slice:
		d.decodeList(n, path, into)
	default:
		d.decodeScalar(n, path, into)
	}
}

// decodeStruct sets the fields of a struct by the keys of a mapping.
func (d *decoder) decodeStruct(n *node, path string, into reflect.Value) {
	address := into.Addr().Interface()
	keys := map[string]place{}
	if p, ok := address.(placed); ok {
		p.setPlace(n.place, keys)
	}
	short, hasShort := address.(scalarDecoder)
	if n.kind == scalarNode && hasShort {
		short.decodeScalar(d, n, path)
		return
	}
	if !d.want(n, path, mappingNode) {
		return
	}
	fields := fieldsOf(into.Type())
	misspelt := map[string]bool{}
	for _, p := range n.pairs {
		index, known := fields.index[p.key.text]
		if !known {
			d.problem(p.key.place, path, "unknown key %s; %s", quote(p.key.text), oneOf(p.key.text, fields.names))
			if d.full() {
				return
			}
			misspelt[nearest(p.key.text, fields.names)] = true
			continue
		}
		keys[p.key.text] = p.key.place
		d.decode(p.value, join(path, p.key.text), into.Field(index))
	}
	for _, name := range fields.required {
		if n.child(name) == nil && !misspelt[name] {
			d.problem(n.place, path, "the key %s is missing", name)
		}
	}
	if c, ok := address.(checker); ok {
		c.check(d, n, path)
	}
}

// decodeList sets a slice by a list.
func (d *decoder) decodeList(n *node, path string, into reflect.Value) {
	if !d.want(n, path, listNode) {
		return
	}
	list := reflect.MakeSlice(into.Type(), len(n.items), len(n.items))
	for i, item := range n.items {
		d.decode(item, fmt.Sprintf("%s[%d]", path, i), list.Index(i))
	}
	into.Set(list)
}

// decodeScalar sets a string, a number or a truth value.
func (d *decoder) decodeScalar(n *node, path string, into reflect.Value) {
	if !d.want(n, path, scalarNode) {
		return
	}
	if text, ok := into.Addr().Interface().(encoding.TextUnmarshaler); ok {
		if err := text.UnmarshalText([]byte(n.text)); err != nil {
			d.problem(n.place, path, "%s", printable(strings.TrimPrefix(err.Error(), "rule: ")))
		}
		return
	}
	if values, ok := enumerations[into.Type()]; ok && !slices.Contains(values, n.text) {
		d.problem(n.place, path, "there is no %s; %s", quote(n.text), oneOf(n.text, values))
		return
	}
	switch into.Kind() {
	case reflect.Uint8:
		into.SetUint(uint64(slices.Index(enumerations[into.Type()], n.text)))
	case reflect.String:
		into.SetString(n.text)
	case reflect.Bool:
		value, err := strconv.ParseBool(n.text)
		if err != nil || n.text != "true" && n.text != "false" {
			d.problem(n.place, path, "%s is neither true nor false", quote(n.text))
		}
		into.SetBool(value)
	default:
		value, err := strconv.ParseUint(n.text, 10, 31)
		switch {
		case errors.Is(err, strconv.ErrRange):
			d.problem(n.place, path, "%s is too large; the most is %d", quote(n.text), math.MaxInt32)
		case err != nil:
			d.problem(n.place, path, "%s is no whole number; write it in digits alone", quote(n.text))
		}
		into.SetInt(int64(value))
	}
}

// form is how a node that belongs somewhere is written.
var form = map[nodeKind]string{
	listNode:    `, with "- " before each item`,
	mappingNode: `, in lines of "key: value"`,
}

// want notes a mistake unless n is of the kind.
func (d *decoder) want(n *node, path string, kind nodeKind) bool {
	if n.kind != kind {
		d.problem(n.place, path, "this is %s; %s belongs here%s", n.kind, kind, form[kind])
		return false
	}
	return true
}

// fields are the keys that a struct has.
type fields struct {
	index    map[string]int
	names    []string
	required []string
}

func fieldsOf(t reflect.Type) fields {
	f := fields{index: map[string]int{}}
	for i := range t.NumField() {
		name, options, tagged := strings.Cut(t.Field(i).Tag.Get("json"), ",")
		if name == "" || name == "-" {
			continue
		}
		f.index[name] = i
		f.names = append(f.names, name)
		if !tagged || options == "" {
			f.required = append(f.required, name)
		}
	}
	return f
}

// join appends a key to a path.
func join(path, key string) string {
	if path == "" {
		return key
	}
	return path + "." + key
}
