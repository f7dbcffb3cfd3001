package explain

import "github.com/corsim/corsim"

// The members of the JSON object. The tags jsonschema are the descriptions in explain.schema.json.
type (
	documentJSON struct {
		Version   int            `json:"version" jsonschema:"The version of this format."`
		Call      callJSON       `json:"call" jsonschema:"What the page has asked for."`
		Engine    string         `json:"engine" jsonschema:"The browser whose part was taken: standard, chromium, firefox or webkit."`
		Outcome   corsim.Outcome `json:"outcome" jsonschema:"What the page gets."`
		Result    string         `json:"result" jsonschema:"The outcome and what script sees, in a few words."`
		Rule      ruleJSON       `json:"rule" jsonschema:"The rule that decided."`
		Cause     string         `json:"cause" jsonschema:"What the rule compared with what, in a sentence."`
		Hints     []hintJSON     `json:"hints" jsonschema:"The well-known mistakes that may be behind it."`
		Happened  []string       `json:"happened" jsonschema:"What really happened: what was sent, what the server may have done, what the page can read."`
		Exchanges []exchangeJSON `json:"exchanges" jsonschema:"The requests in order, the last of which may never have been sent."`
		Steps     []stepJSON     `json:"steps" jsonschema:"The rules that were reached, in order."`
		Browsers  []browserJSON  `json:"browsers" jsonschema:"What the browsers make of the same call; empty where none was asked."`
		Advice    *adviceJSON    `json:"advice" jsonschema:"What helps; null where that was not looked for."`
		Snippets  []snippetJSON  `json:"snippets" jsonschema:"The first fix in the languages of servers."`
	}
	callJSON struct {
		API    string `json:"api" jsonschema:"The interface by its name: fetch, XMLHttpRequest, EventSource, img, and so on."`
		Method string `json:"method" jsonschema:"The method."`
		URL    string `json:"url" jsonschema:"The URL."`
		Origin string `json:"origin" jsonschema:"The page's origin, \"null\" for an opaque one."`
		Page   string `json:"page" jsonschema:"The page's URL."`
	}
	ruleJSON struct {
		Slug      string `json:"slug" jsonschema:"The rule's stable name."`
		Lesson    string `json:"lesson" jsonschema:"What the rule does."`
		Standard  string `json:"standard" jsonschema:"The name of the standard; empty for corsim's own statements."`
		Algorithm string `json:"algorithm" jsonschema:"The name of the algorithm."`
		Step      string `json:"step" jsonschema:"The number of the step; empty where the text has none."`
		Link      string `json:"link" jsonschema:"The address of the algorithm; empty for corsim's own statements."`
	}
	hintJSON struct {
		Slug     string `json:"slug" jsonschema:"The mistake's stable name."`
		Sentence string `json:"sentence" jsonschema:"What it is, and what would be right."`
	}
	exchangeJSON struct {
		Preflight    bool       `json:"preflight" jsonschema:"Whether it is a CORS-preflight request."`
		Method       string     `json:"method" jsonschema:"The method."`
		URL          string     `json:"url" jsonschema:"The URL."`
		Why          string     `json:"why" jsonschema:"Why the request was made, or not made; empty where that is plain."`
		Sent         bool       `json:"sent" jsonschema:"Whether it was sent."`
		Request      []lineJSON `json:"request" jsonschema:"The request's headers that mattered."`
		Status       int        `json:"status" jsonschema:"The status of the answer, 0 where there was none."`
		StatusMark   markName   `json:"statusMark" jsonschema:"How the status was found."`
		StatusRemark string     `json:"statusRemark" jsonschema:"What is to be said of the status."`
		NoAnswer     string     `json:"noAnswer" jsonschema:"Why there was no answer."`
		Answer       []lineJSON `json:"answer" jsonschema:"The answer's headers that mattered, those that are missing among them."`
	}
	lineJSON struct {
		Name   string   `json:"name" jsonschema:"The header's name."`
		Value  string   `json:"value" jsonschema:"Its value."`
		Mark   markName `json:"mark" jsonschema:"How it was found."`
		Remark string   `json:"remark" jsonschema:"What is to be said of it."`
	}
	stepJSON struct {
		Rule     ruleJSON   `json:"rule" jsonschema:"The rule that was reached."`
		Result   resultName `json:"result" jsonschema:"How it came out."`
		Exchange int        `json:"exchange" jsonschema:"The index of the exchange that it belongs to, -1 before the first."`
		Operands []string   `json:"operands" jsonschema:"What it compared: what was found, then what that was held against."`
		Decisive bool       `json:"decisive" jsonschema:"Whether it decided."`
		Lead     bool       `json:"lead" jsonschema:"Whether it changed the course before what decided."`
	}
	browserJSON struct {
		Name       string         `json:"name" jsonschema:"The engine: chromium, firefox or webkit."`
		Outcome    corsim.Outcome `json:"outcome" jsonschema:"What the page gets in it."`
		Rule       string         `json:"rule" jsonschema:"The name of the rule that decided in it."`
		Console    []string       `json:"console" jsonschema:"The lines on its console."`
		Error      string         `json:"error" jsonschema:"What script gets as an error."`
		Difference string         `json:"difference" jsonschema:"What is different from this verdict, in a sentence; empty where nothing is."`
	}
	adviceJSON struct {
		Fixes   []fixJSON `json:"fixes" jsonschema:"Changes of the server's answers, each of which helps."`
		Ways    []wayJSON `json:"ways" jsonschema:"What the page could ask for instead."`
		Nothing string    `json:"nothing" jsonschema:"Why no answer of the server can help, where there is no fix."`
	}
	fixJSON struct {
		Edits   []editJSON `json:"edits" jsonschema:"The changes; all of them are needed."`
		Engines []string   `json:"engines" jsonschema:"The engines in which the page can then read the answer."`
		Caution string     `json:"caution" jsonschema:"What to know before it is taken; empty where there is nothing to say."`
	}
	snippetJSON struct {
		Server   string `json:"server" jsonschema:"The server's name."`
		Language string `json:"language" jsonschema:"The language of the text, as a block of code in Markdown names it."`
		Text     string `json:"text" jsonschema:"The configuration, or the code."`
	}
	editJSON struct {
		Preflight  bool   `json:"preflight" jsonschema:"Whether the answers to CORS-preflight requests are changed."`
		Method     string `json:"method" jsonschema:"The method of the request whose answers are changed."`
		URL        string `json:"url" jsonschema:"The URL of that request."`
		Header     string `json:"header" jsonschema:"The name of the header that is changed; empty where the status is."`
		From       string `json:"from" jsonschema:"The value before; empty for no such header."`
		To         string `json:"to" jsonschema:"The value after; empty for no such header."`
		FromStatus int    `json:"fromStatus" jsonschema:"The status before, where the status is changed."`
		ToStatus   int    `json:"toStatus" jsonschema:"The status after, where the status is changed."`
	}
	wayJSON struct {
		Advice  string   `json:"advice" jsonschema:"What to change in the page, and what is lost by it."`
		Engines []string `json:"engines" jsonschema:"The engines in which the page can then read the answer."`
	}

	// A markName is neutral, ok, wrong or missing; a resultName is passed, stopped or applied.
	markName   string
	resultName string
)
