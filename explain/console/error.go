package console

import (
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/rule"
)

// Error returns what script gets as its error, as its console prints it: the exception that a method throws, or that
// a promise is rejected with, by its name and its message in the engine's wording, such as "TypeError: Failed to
// fetch". Where the message is not known, and for the standard, it is the name alone. It is "" where script gets no
// more than an event, as with XMLHttpRequest and elements that have failed, a false, as from sendBeacon(), or no
// error. Control characters that script has passed stand in it as they are.
func Error(v corsim.Verdict) string {
	name := v.Exception()
	if name == "" {
		return ""
	}
	message := errorMessage(v, engineErrors[v.Profile().Name])
	if message == "" {
		return name
	}
	return name + ": " + message
}

// errorTexts are an engine's messages for errors that script gets.
type errorTexts struct {
	// network is for fetch() that has met a network error, font for a FontFace that cannot be loaded.
	network, font template
	// refused are for arguments that are refused, by the rule. Those of fetch() come after its prefix.
	prefix  template
	refused map[rule.ID]template
	// headerValue is for a value that setRequestHeader() refuses, where that is not the text for a name.
	headerValue template
	// write turns the bytes of a method, or of a header, into text.
	write func(bytes string) string
}

// engineErrors are the engines' messages, by the names of their profiles.
var engineErrors = map[string]*errorTexts{
	"chromium": &chromiumErrors,
	"firefox":  &firefoxErrors,
	"webkit":   &webKitErrors,
}

// errorMessage returns the message of the exception that script gets; "" where it is not known.
func errorMessage(v corsim.Verdict, texts *errorTexts) string {
	if texts == nil {
		return ""
	}
	_, isFetch := v.Call().(corsim.Request)
	load, _ := v.Call().(corsim.Load)
	switch {
	case v.Outcome() == corsim.Threw:
		return refusal(v, texts)
	case isFetch:
		return texts.network.text
	case load.Kind == corsim.Font && v.Rule() != rule.LoadURLInvalid:
		return texts.font.text
	}
	return ""
}

// refusal returns the message for arguments that are refused.
func refusal(v corsim.Verdict, texts *errorTexts) string {
	text, found := texts.refused[v.Rule()]
	if !found {
		return ""
	}
	step := v.Decisive()
	_, url := v.Target()
	name, value := refusedField(v.Call())
	if v.Rule() == rule.XHRHeaderInvalid && header.IsName(name) && texts.headerValue.text != "" {
		text = texts.headerValue
	}
	member, enumeration, given := refusedMember(v.Call())
	prefix := ""
	request, isFetch := v.Call().(corsim.Request)
	if isFetch {
		prefix = texts.prefix.fill("global", globalOf(v.Page()))
	}
	return prefix + text.fill(
		"url", url,
		"found", texts.write(step.Found()),
		"header", texts.write(name),
		"lower", texts.write(header.Lower(name)),
		"value", texts.write(value),
		"member", member,
		"enumeration", enumeration,
		"given", given,
		"referrer", request.Referrer,
		"mode", requestMode(request),
		"interface", workerInterface(v.Call()),
	)
}

// globalOf returns the name of the interface of a page's global object that has fetch().
func globalOf(page *corsim.Page) string {
	if page.IsWorker() {
		return "WorkerGlobalScope"
	}
	return "Window"
}

func requestMode(request corsim.Request) string {
	if request.Mode == "" {
		return "cors"
	}
	return string(request.Mode)
}

// workerInterface returns the name of the constructor that takes the URL of a worker's script.
func workerInterface(call any) string {
	if load, _ := call.(corsim.Load); load.Kind == corsim.SharedWorker {
		return "SharedWorker"
	}
	return "Worker"
}

// refusedField returns the first header of a call whose name or value is none.
func refusedField(call any) (name, value string) {
	for _, field := range askedBy(call).header {
		value := header.Normalize(field.Value)
		if !header.IsName(field.Name) || !header.IsValue(value) {
			return field.Name, value
		}
	}
	return "", ""
}

// isoLatin1 takes each byte for the character of that number.
func isoLatin1(bytes string) string {
	characters := make([]rune, len(bytes))
	for i := range len(bytes) {
		characters[i] = rune(bytes[i])
	}
	return string(characters)
}

// validUTF8 puts the replacement character in the place of what is not UTF-8, and ends before a NUL.
func validUTF8(bytes string) string {
	text, _, _ := strings.Cut(bytes, "\x00")
	return strings.ToValidUTF8(text, "\uFFFD")
}
