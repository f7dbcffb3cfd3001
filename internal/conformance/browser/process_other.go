//go:build !linux

package browser

import "os/exec"

// ownGroup does nothing: the browsers' processes end with the first one.
func ownGroup(*exec.Cmd) {}

func endGroup(cmd *exec.Cmd) {
	_ = cmd.Process.Kill()
	_ = cmd.Wait()
}
