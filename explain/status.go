package explain

import "strconv"

// statusDigits are the statuses from 100 to 599 in digits.
var statusDigits = func() string {
	digits := make([]byte, 0, 3*500)
	for status := 100; status < 600; status++ {
		digits = strconv.AppendInt(digits, int64(status), 10)
	}
	return string(digits)
}()

// statusText is a status in digits. It takes no memory for those that there are.
func statusText(status int) string {
	if at := 3 * (status - 100); 0 <= at && at < len(statusDigits) {
		return statusDigits[at : at+3]
	}
	return strconv.Itoa(status)
}
