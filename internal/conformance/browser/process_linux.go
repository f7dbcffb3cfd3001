package browser

import (
	"os/exec"
	"syscall"
	"time"
)

// ownGroup makes a program the leader of a process group, which does not outlive us.
func ownGroup(cmd *exec.Cmd) {
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true, Pdeathsig: syscall.SIGKILL}
}

// endGroup asks the process group to end, and ends it where it does not.
func endGroup(cmd *exec.Cmd) {
	const patience = 3 * time.Second
	group := -cmd.Process.Pid
	_ = syscall.Kill(group, syscall.SIGTERM)
	kill := time.AfterFunc(patience, func() { _ = syscall.Kill(group, syscall.SIGKILL) })
	defer kill.Stop()
	_ = cmd.Wait()
	_ = syscall.Kill(group, syscall.SIGKILL)
}
