package scenarios

import "net/netip"

// Addresses are the IP addresses of hosts. In a file they are a mapping of host names.
type Addresses map[string]netip.Addr

// decodeNode takes a mapping.
func (a *Addresses) decodeNode(d *decoder, n *node, path string) {
	if !d.want(n, path, mappingNode) {
		return
	}
	*a = make(Addresses, len(n.pairs))
	for _, p := range n.pairs {
		path := join(path, p.key.text)
		if !d.want(p.value, path, scalarNode) {
			continue
		}
		address, err := netip.ParseAddr(p.value.text)
		if err != nil {
			d.problem(p.value.place, path, "%s is no IP address", quote(p.value.text))
			continue
		}
		(*a)[p.key.text] = address
	}
}

// lookup returns the address of a host, the zero Addr for one that is missing.
func (a Addresses) lookup(host string) netip.Addr { return a[host] }
