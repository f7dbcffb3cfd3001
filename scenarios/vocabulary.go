package scenarios

import (
	"errors"
	"reflect"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/origin"
	"github.com/corsim/corsim/policy"
	"github.com/corsim/corsim/rule"
)

// enumerations are the words of the types that have no other values. Those of a number's type stand in the order
// of the numbers.
var enumerations = map[reflect.Type][]string{
	reflect.TypeFor[policy.Mode]():        {"cors", "no-cors", "same-origin"},
	reflect.TypeFor[policy.Credentials](): {"omit", "same-origin", "include"},
	reflect.TypeFor[policy.Cache]():       {"default", "no-store", "reload", "no-cache", "force-cache", "only-if-cached"},
	reflect.TypeFor[policy.Redirect]():    {"follow", "error", "manual"},
	reflect.TypeFor[policy.ReferrerPolicy](): {
		"no-referrer", "no-referrer-when-downgrade", "same-origin", "origin", "strict-origin",
		"origin-when-cross-origin", "strict-origin-when-cross-origin", "unsafe-url",
	},
	reflect.TypeFor[policy.EmbedderPolicy]():     {"unsafe-none", "credentialless", "require-corp"},
	reflect.TypeFor[policy.PermissionState]():    {"prompt", "granted", "denied"},
	reflect.TypeFor[policy.TargetAddressSpace](): {"public", "local", "loopback"},
	reflect.TypeFor[fetch.BodyKind](): {
		"string", "URLSearchParams", "FormData", "Blob", "BufferSource", "ReadableStream", "HTMLDocument", "XMLDocument",
	},
	reflect.TypeFor[fetch.LoadKind](): {
		"image", "image-set", "script", "module", "style", "font", "audio", "video", "track",
		"worker", "shared-worker", "module-worker", "import-scripts",
		"preload", "module-preload", "manifest", "icon",
	},
	reflect.TypeFor[fetch.CrossOrigin]():  {"anonymous", "use-credentials"},
	reflect.TypeFor[fetch.Navigable]():    {"tab", "iframe", "frame", "object", "embed"},
	reflect.TypeFor[fetch.Event]():        {"none", "load", "error"},
	reflect.TypeFor[corsim.Outcome]():     {"undetermined", "readable", "opaque", "blocked", "threw"},
	reflect.TypeFor[fetch.ResponseType](): {"basic", "cors", "default", "opaque", "opaqueredirect"},
	reflect.TypeFor[rule.ID]():            slugs(),
}

// slugs returns the slugs of all rules.
func slugs() []string {
	var all []string
	for id := range rule.All {
		all = append(all, id.Slug())
	}
	return all
}

// callKeys says which interfaces a key of a call belongs to; it has no keys that belong to all.
var callKeys = func() map[string]string {
	keys := map[string]string{}
	t := reflect.TypeFor[Call]()
	for name, index := range fieldsOf(t).index {
		if of := t.Field(index).Tag.Get("of"); of != "" {
			keys[name] = of
		}
	}
	return keys
}()

// reason returns what is wrong with a URL, with the place in it, in words that repeat no long input.
func reason(err error) string {
	var bad *origin.Error
	if !errors.As(err, &bad) {
		return err.Error()
	}
	if bad.Rest == "" {
		return quote(bad.Input) + ": " + bad.Message
	}
	return quote(bad.Input) + ": " + bad.Message + " (at " + quote(bad.Rest) + ")"
}
