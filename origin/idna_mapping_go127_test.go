//go:build go1.27

package origin_test

var idnaTestsTooNew []string
