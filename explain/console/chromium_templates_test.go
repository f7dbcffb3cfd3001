package console

import "testing"

// TestChromiumTemplates holds that each of Chromium's messages has a text, and the rules that can be behind it.
func TestChromiumTemplates(t *testing.T) {
	if len(chromiumReasons) != int(chromiumPrivateNetworkInvalid)+1 ||
		len(chromiumMessages) != int(chromiumEventStreamType)+1 {
		t.Errorf("%d reasons, %d messages", len(chromiumReasons), len(chromiumMessages))
	}
	for _, table := range [][]template{chromiumReasons[chromiumNoReason+1:], chromiumMessages[chromiumNoMessage+1:]} {
		for i, message := range table {
			if message.text == "" || len(message.rules) == 0 {
				t.Errorf("%d: %q by %v", i+1, message.text, message.rules)
			}
		}
	}
}
