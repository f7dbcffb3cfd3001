// Package generator makes scenarios for browsers from a seed.
//
// A scenario belongs to a family, which aims at one part of the standards and has axes: members of the scenario with
// the values that they can have. Half of the scenarios differ from their family's default in one value, so that every
// value comes up by itself; the others take their values at random.
package generator

import (
	"fmt"
	"math/rand/v2"
	"strings"

	"github.com/corsim/corsim/internal/conformance/recording"
)

// An axis is a member of a scenario and its values, the default first. What they mean is up to the family; most are
// templates, see [draft.text].
type axis struct {
	name   string
	values []string
}

// A row has one of the values of each axis of a family, by the axis's name.
type row map[string]string

// A family is a way to make scenarios out of rows.
type family struct {
	name  string
	axes  []axis
	build func(d *draft)
}

// Families returns the names of the families.
func Families() []string {
	var names []string
	for i := range families {
		names = append(names, families[i].name)
	}
	return names
}

// Generate makes n scenarios. The same seed makes the same ones, and a larger n makes more of them.
func Generate(seed uint64, n int) []recording.Scenario {
	random := rand.New(rand.NewPCG(seed, 0))
	rows := make([][]row, len(families))
	for i := range families {
		rows[i] = families[i].singles()
		random.Shuffle(len(rows[i]), func(a, b int) { rows[i][a], rows[i][b] = rows[i][b], rows[i][a] })
	}
	turns := random.Perm(len(families))
	made := map[string]bool{}
	scenarios := make([]recording.Scenario, 0, n)
	for turn := 0; len(scenarios) < n; turn++ {
		// The families take turns, with a row that differs in one value and then with a random one.
		at := turns[turn/2%len(turns)]
		f := &families[at]
		var r row
		if turn%2 == 0 && len(rows[at]) > 0 {
			r, rows[at] = rows[at][0], rows[at][1:]
		} else {
			r = f.random(random)
		}
		tags := strings.Join(f.tags(r), "\n")
		if made[f.name+"\n"+tags] && turn < 100*n {
			continue
		}
		made[f.name+"\n"+tags] = true
		scenarios = append(scenarios, f.scenario(fmt.Sprintf("g%d-%04d", seed, len(scenarios)), r))
	}
	return scenarios
}

// singles are the row of defaults, and the rows that differ from it in one value.
func (f *family) singles() []row {
	rows := []row{f.defaults()}
	for _, axis := range f.axes {
		for _, value := range axis.values[1:] {
			r := f.defaults()
			r[axis.name] = value
			rows = append(rows, r)
		}
	}
	return rows
}

func (f *family) defaults() row {
	r := row{}
	for _, axis := range f.axes {
		r[axis.name] = axis.values[0]
	}
	return r
}

// random is a row in which about half of the values are not the default: where all are odd, the first one decides.
func (f *family) random(random *rand.Rand) row {
	r := f.defaults()
	for _, axis := range f.axes {
		if random.IntN(2) == 0 {
			r[axis.name] = axis.values[random.IntN(len(axis.values))]
		}
	}
	return r
}

// tags say where a row differs from the defaults.
func (f *family) tags(r row) []string {
	var tags []string
	for _, axis := range f.axes {
		if value := r[axis.name]; value != axis.values[0] {
			tags = append(tags, axis.name+"="+value)
		}
	}
	return tags
}

// scenario makes the scenario of a row.
func (f *family) scenario(id string, r row) recording.Scenario {
	d := &draft{row: r}
	d.ID, d.Family, d.Tags = id, f.name, f.tags(r)
	d.open(r["page"])
	f.build(d)
	return d.Scenario
}
