package lesson

import (
	"strconv"
	"strings"

	"github.com/corsim/corsim"
	"github.com/corsim/corsim/fetch"
	"github.com/corsim/corsim/header"
)

// script says a call as a line of script or markup.
func script(call any) string {
	switch call := call.(type) {
	case corsim.Request:
		return fetchScript(&call)
	case corsim.XHR:
		return xhrScript(&call)
	case corsim.EventSource:
		return "new EventSource(" + strconv.Quote(call.URL) + ")"
	case corsim.WebSocket:
		return webSocketScript(&call)
	case corsim.Beacon:
		return "navigator.sendBeacon(" + strconv.Quote(call.URL) + bodyArgument(", ", call.Body) + ")"
	case corsim.Load:
		return loadMarkup(&call)
	case corsim.Navigation:
		return navigationMarkup(&call)
	}
	return ""
}

func fetchScript(r *corsim.Request) string {
	var members []string
	add := func(name, value string) {
		if value != "" {
			members = append(members, name+": "+value)
		}
	}
	quoted := func(name, value string) {
		if value != "" {
			add(name, strconv.Quote(value))
		}
	}
	quoted("method", r.Method)
	quoted("mode", string(r.Mode))
	quoted("credentials", string(r.Credentials))
	quoted("cache", string(r.Cache))
	quoted("redirect", string(r.Redirect))
	add("headers", headersObject(r.Header))
	add("body", bodyArgument("", r.Body))
	quoted("duplex", r.Duplex)
	quoted("referrer", r.Referrer)
	quoted("referrerPolicy", string(r.ReferrerPolicy))
	quoted("integrity", r.Integrity)
	if r.Keepalive {
		add("keepalive", "true")
	}
	add("window", [...]string{fetch.WindowAbsent: "", fetch.WindowNull: "null", fetch.WindowOther: "window"}[r.Window])
	quoted("targetAddressSpace", string(r.TargetAddressSpace))
	if len(members) == 0 {
		return "fetch(" + strconv.Quote(r.URL) + ")"
	}
	return "fetch(" + strconv.Quote(r.URL) + ", {" + strings.Join(members, ", ") + "})"
}

// headersObject is the member headers; "" for none.
func headersObject(list header.List) string {
	if len(list) == 0 {
		return ""
	}
	var pairs []string
	for _, field := range list {
		pairs = append(pairs, strconv.Quote(field.Name)+": "+strconv.Quote(field.Value))
	}
	return "{" + strings.Join(pairs, ", ") + "}"
}

// bodyArgument is a body behind what comes before it; "" for none.
func bodyArgument(before string, body *corsim.Body) string {
	switch {
	case body == nil:
		return ""
	case body.Kind == fetch.StreamBody:
		return before + "aReadableStream"
	case body.Bytes == nil:
		return before + `"x".repeat(` + strconv.FormatInt(body.Size, 10) + ")"
	}
	return before + strconv.Quote(string(body.Bytes))
}

func xhrScript(x *corsim.XHR) string {
	method := x.Method
	if method == "" {
		method = "GET"
	}
	open := []string{strconv.Quote(method), strconv.Quote(x.URL)}
	if x.Username != "" || x.Password != "" {
		open = append(open, "true", strconv.Quote(x.Username), strconv.Quote(x.Password))
	}
	calls := []string{"xhr.open(" + strings.Join(open, ", ") + ")"}
	for _, field := range x.Header {
		calls = append(calls, "xhr.setRequestHeader("+strconv.Quote(field.Name)+", "+strconv.Quote(field.Value)+")")
	}
	if x.UploadListener {
		calls = append(calls, "xhr.upload.onprogress = show")
	}
	if x.WithCredentials {
		calls = append(calls, "xhr.withCredentials = true")
	}
	return strings.Join(append(calls, "xhr.send("+bodyArgument("", x.Body)+")"), "; ")
}

func webSocketScript(w *corsim.WebSocket) string {
	var protocols []string
	for _, protocol := range w.Protocols {
		protocols = append(protocols, strconv.Quote(protocol))
	}
	if protocols == nil {
		return "new WebSocket(" + strconv.Quote(w.URL) + ")"
	}
	return "new WebSocket(" + strconv.Quote(w.URL) + ", [" + strings.Join(protocols, ", ") + "])"
}

// loadElements are the elements that load something, with the attribute that has the URL in the place of the verb.
var loadElements = map[fetch.LoadKind]string{
	corsim.Image:        "<img src=%>",
	corsim.Script:       "<script src=%></script>",
	corsim.ModuleScript: `<script type="module" src=%></script>`,
	corsim.Stylesheet:   `<link rel="stylesheet" href=%>`,
	corsim.Font:         `@font-face { font-family: "f"; src: url(%) }`,
	corsim.Preload:      `<link rel="preload" href=%>`,
}

func loadMarkup(load *corsim.Load) string {
	attributes := strconv.Quote(load.URL)
	if load.As != "" {
		attributes += " as=" + strconv.Quote(load.As)
	}
	return strings.Replace(loadElements[load.Kind], "%", attributes, 1)
}

func navigationMarkup(n *corsim.Navigation) string {
	if n.Navigable == corsim.IframeElement {
		return "<iframe src=" + strconv.Quote(n.URL) + ">"
	}
	return "<a href=" + strconv.Quote(n.URL) + ">, clicked"
}
