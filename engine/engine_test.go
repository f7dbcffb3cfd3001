package engine_test

import (
	"fmt"

	"github.com/corsim/corsim/engine"
)

func ExampleProfile() {
	careful := engine.Profile{Name: "careful", Settings: engine.Settings{MaxPreflightAge: 600}}
	fmt.Println(engine.Standard, careful)
	// Output: standard careful
}
