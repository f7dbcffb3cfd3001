package conformance_test

import (
	"net/netip"
	"testing"

	"github.com/corsim/corsim/engine"
	"github.com/corsim/corsim/header"
	"github.com/corsim/corsim/policy"
)

func TestPureOpaqueResponseBlocking(t *testing.T) {
	type row struct {
		ContentType string
		Allowed     bool
	}
	holdRows(t, "orb", 21, func(t *testing.T, row row) {
		d := policy.OpaqueResponseBlocking(engine.Standard, policy.OpaqueResponse{
			Status: 200,
			Header: header.List{
				{Name: "Content-Type", Value: row.ContentType},
				{Name: "X-Content-Type-Options", Value: "nosniff"},
			},
			Body: []byte("\x89PNG\r\n\x1a\n"),
		})
		if d.OK() != row.Allowed {
			t.Errorf("%+v: %+v", row, d)
		}
	})
}

func TestPureAddressSpace(t *testing.T) {
	type row struct {
		Address, Space, LHS, RHS string
		LessPublic               bool
	}
	spaces := map[string]policy.AddressSpace{
		"public": policy.PublicAddress, "local": policy.LocalAddress, "loopback": policy.LoopbackAddress,
	}
	holdRows(t, "ip-address-space", 13, func(t *testing.T, row row) {
		if row.Address == "" {
			if spaces[row.LHS].LessPublic(spaces[row.RHS]) != row.LessPublic {
				t.Errorf("%+v", row)
			}
		} else if got := policy.DetermineAddressSpace(netip.MustParseAddr(row.Address)); got.String() != row.Space {
			t.Errorf("%+v: %s", row, got)
		}
	})
}
