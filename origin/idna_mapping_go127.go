//go:build go1.27

package origin

// amendMapping has nothing to do: x/net/idna knows Unicode 17 from Go 1.27 on.
func amendMapping(domain string) string { return domain }
