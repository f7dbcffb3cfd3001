package policy

import (
	"slices"
	"strconv"

	"github.com/corsim/corsim/rule"
)

// A PlatformObject is an object of a document that script of another origin can hold, and do something with.
type PlatformObject uint8

// The objects. Every other object of another document is out of reach, because no way leads to it.
const (
	WindowObject   PlatformObject = iota // what frames[0], parent and window.open() give: a WindowProxy
	LocationObject                       // its location
)

// String returns the object's variable in script: "window" or "location".
func (o PlatformObject) String() string { return [...]string{"window", "location"}[o&1] }

// An Operation is what script does with an object.
type Operation string

// The operations. The empty Operation stands for OperationGet.
const (
	OperationGet               Operation = "get"                // read a property
	OperationCall              Operation = "call"               // call a method
	OperationSet               Operation = "set"                // assign to a property
	OperationDelete            Operation = "delete"             // delete a property
	OperationDefine            Operation = "define"             // Object.defineProperty()
	OperationDescribe          Operation = "describe"           // Object.getOwnPropertyDescriptor(), and "property" in object
	OperationOwnKeys           Operation = "own-keys"           // Object.getOwnPropertyNames()
	OperationGetPrototype      Operation = "get-prototype"      // Object.getPrototypeOf()
	OperationSetPrototype      Operation = "set-prototype"      // Object.setPrototypeOf() with an object
	OperationClearPrototype    Operation = "clear-prototype"    // Object.setPrototypeOf() with null
	OperationIsExtensible      Operation = "is-extensible"      // Object.isExtensible()
	OperationPreventExtensions Operation = "prevent-extensions" // Object.preventExtensions()
)

// A PropertyAccess is what script does with a Window or a Location of another document.
type PropertyAccess struct {
	Object    PlatformObject
	Operation Operation
	// Property is the key. A well-known symbol is written as in script: "Symbol.toStringTag".
	Property string
	// Frames are the names of the document's child navigables in the order of their insertion, "" for one without.
	Frames []string
	// GuardsPrototype makes a SecurityError of a prototype that is set and of extensions that are prevented.
	GuardsPrototype bool
}

// A PropertyDescriptor is what script of another origin sees of a property. Every such property is configurable.
//
// https://html.spec.whatwg.org/#crossorigingetownpropertyhelper-(-o,-p-)
type PropertyDescriptor struct {
	Kind PropertyKind
	// Get and Set say which functions an accessor has.
	Get, Set   bool
	Enumerable bool
}

// A PropertyKind is what a property is across origins.
type PropertyKind uint8

// The kinds of properties.
const (
	AccessorProperty       PropertyKind = iota // an attribute, which is got or set or both
	MethodProperty                             // a method, which is called
	ChildNavigableProperty                     // the WindowProxy of a child navigable, by its index or its name
	UndefinedProperty                          // reads as undefined, whatever there is
)

// crossOriginProperty is an entry of the lists that follow: a method where it needs neither.
type crossOriginProperty struct {
	name               string
	needsGet, needsSet bool
}

var (
	windowProperties = []crossOriginProperty{
		{"window", true, false},
		{"self", true, false},
		{"location", true, true},
		{"close", false, false},
		{"closed", true, false},
		{"focus", false, false},
		{"blur", false, false},
		{"frames", true, false},
		{"length", true, false},
		{"top", true, false},
		{"opener", true, false},
		{"parent", true, false},
		{"postMessage", false, false},
	}
	locationProperties = []crossOriginProperty{
		{"href", false, true},
		{"replace", false, false},
	}
	// fallbackProperties read as undefined, so that promises and Object.prototype.toString() can look for them.
	fallbackProperties = []string{"then", "Symbol.toStringTag", "Symbol.hasInstance", "Symbol.isConcatSpreadable"}
)

// crossOriginProperties are the properties of an object that script of every origin has.
//
// https://html.spec.whatwg.org/#crossoriginproperties-(-o-)
func crossOriginProperties(object PlatformObject) []crossOriginProperty {
	if object == LocationObject {
		return locationProperties
	}
	return windowProperties
}

// CrossOriginOwnPropertyKeys returns the keys that script of another origin sees: those of the child navigables, of
// which a Location has none, those that it has, and those that read as undefined.
//
// https://html.spec.whatwg.org/#crossoriginownpropertykeys-(-o-)
func CrossOriginOwnPropertyKeys(object PlatformObject, frames int) []string {
	var keys []string
	for i := 0; object == WindowObject && i < frames; i++ {
		keys = append(keys, strconv.Itoa(i))
	}
	for _, property := range crossOriginProperties(object) {
		keys = append(keys, property.name)
	}
	return append(keys, fallbackProperties...)
}

// CrossOriginGetOwnProperty returns what script of another origin sees of a property; a decision that stops it is a
// SecurityError.
//
// https://html.spec.whatwg.org/#windowproxy-getownproperty
func CrossOriginGetOwnProperty(access *PropertyAccess) (PropertyDescriptor, rule.Decision) {
	property := access.Property
	// An index is that of a child navigable.
	if index, is := arrayIndex(property); is && access.Object == WindowObject {
		if index < uint64(len(access.Frames)) {
			child := PropertyDescriptor{Kind: ChildNavigableProperty, Enumerable: true}
			return child, rule.Apply(rule.AccessChildNavigable, property, "")
		}
		return PropertyDescriptor{}, rule.Stop(rule.AccessProperty, property, "")
	}
	// The properties of the list are there.
	for _, p := range crossOriginProperties(access.Object) {
		if p.name != property {
			continue
		}
		if !p.needsGet && !p.needsSet {
			return PropertyDescriptor{Kind: MethodProperty}, rule.Pass(rule.AccessProperty)
		}
		return PropertyDescriptor{Get: p.needsGet, Set: p.needsSet}, rule.Pass(rule.AccessProperty)
	}
	// So are the child navigables by their names.
	if access.Object == WindowObject && property != "" && slices.Contains(access.Frames, property) {
		return PropertyDescriptor{Kind: ChildNavigableProperty}, rule.Apply(rule.AccessChildNavigable, property, "")
	}
	// A few more are looked for by the language itself: they are there, and undefined.
	if slices.Contains(fallbackProperties, property) {
		return PropertyDescriptor{Kind: UndefinedProperty}, rule.Apply(rule.AccessUndefined, property, "")
	}
	return PropertyDescriptor{}, rule.Stop(rule.AccessProperty, property, "")
}

// arrayIndex returns the number of an array index property name.
//
// https://webidl.spec.whatwg.org/#dfn-array-index-property-name
func arrayIndex(property string) (index uint64, is bool) {
	index, err := strconv.ParseUint(property, 10, 32)
	return index, err == nil && index < 1<<32-1 && strconv.FormatUint(index, 10) == property
}

// CrossOriginAccess says whether script may do what it does with an object of a document that is not same
// origin-domain with its own. Where it may not, exception is the name of what it gets.
//
// https://html.spec.whatwg.org/#cross-origin-objects
func CrossOriginAccess(access *PropertyAccess) (exception string, d rule.Decision) {
	switch access.Operation {
	case OperationDelete, OperationDefine:
		// Nothing can be changed.
		return "SecurityError", rule.Stop(rule.AccessChange, access.Property, "")
	case OperationSetPrototype, OperationPreventExtensions:
		// Nor can what no script can change.
		if access.GuardsPrototype {
			return "SecurityError", rule.Stop(rule.AccessPrototype, "", "")
		}
		return "TypeError", rule.Stop(rule.AccessPrototype, "", "")
	case OperationClearPrototype:
		// The prototype is null already.
		if access.GuardsPrototype {
			return "SecurityError", rule.Stop(rule.AccessPrototype, "", "")
		}
		return "", rule.Pass(rule.AccessPrototype)
	case OperationGetPrototype, OperationIsExtensible:
		return "", rule.Pass(rule.AccessPrototype)
	case OperationOwnKeys:
		return "", rule.Pass(rule.AccessProperty)
	}
	// Everything else begins with looking for the property.
	descriptor, d := CrossOriginGetOwnProperty(access)
	if d.OK() && !descriptor.allows(access.Operation) {
		d = rule.Stop(rule.AccessDirection, access.Property, "")
	}
	if !d.OK() {
		return "SecurityError", d
	}
	return "", d
}

// allows reports whether the property can be read or set: only an accessor is set, and one may have no getter.
//
// https://html.spec.whatwg.org/#crossoriginget-(-o,-p,-receiver-)
// https://html.spec.whatwg.org/#crossoriginset-(-o,-p,-v,-receiver-)
func (p PropertyDescriptor) allows(operation Operation) bool {
	switch operation {
	case OperationSet:
		return p.Set
	case OperationDescribe:
		return true
	}
	return p.Kind != AccessorProperty || p.Get
}
