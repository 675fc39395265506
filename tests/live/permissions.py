#!/usr/bin/env python3
"""What stands in the way of looking into a process is said in one line, with a way round it."""

import contextlib
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from harness import ATTACH, KEDGE, PATIENCE_S, PYTHON, Program, attempt, check, kedge, may_be_traced, run, state_of, summary, wait_until

NOBODY = 65534
CLONE_NEWNS, CLONE_NEWUSER, CLONE_NEWPID = 0x20000, 0x10000000, 0x20000000


NOBODYS = {"user": NOBODY, "group": NOBODY, "extra_groups": []}


def refused(target, *words, options=(), program=KEDGE, **user):
    """kedge ends with one line that has all of @words."""
    done = attempt(program, "summary", *options, target, **user)
    check(done.returncode == 3, f"status {done.returncode}: {done.stderr}")
    check(done.stderr.count("\n") == 1 and done.stdout == "", f"not one line: {done.stderr!r}")
    for word in words:
        check(word in done.stderr, f"no {word!r} in {done.stderr!r}")


@contextlib.contextmanager
def copied_for_all():
    """A kedge that everybody may execute: the build folder may be closed to others."""
    folder = tempfile.mkdtemp(prefix="kedge-live.")
    try:
        os.chmod(folder, 0o755)
        copy = shutil.copy(KEDGE, os.path.join(folder, "kedge"))
        os.chmod(copy, 0o755)
        yield copy
    finally:
        shutil.rmtree(folder)


class Python(Program):
    """A Python that waits in a system call; a context manager."""

    def __init__(self, text="", python=PYTHON, **options):
        super().__init__([python, "-c", text + "\nimport sys\nprint('ready', flush=True)\nsys.stdin.readline()"], **options)
        self.expect("ready")
        self.rests()


def test_no_such_process(folder):
    refused("pid:2147483646", "no such process")


def test_itself_and_threads(folder):
    with Python("import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()") as target:
        other = next(int(tid) for tid in os.listdir(f"/proc/{target.pid}/task") if int(tid) != target.pid)
        refused(f"pid:{other}", f"a thread of process {target.pid}", f"use pid:{target.pid}")


def test_zombie(folder):
    child = subprocess.Popen(["true"])
    wait_until("it is a zombie", lambda: state_of(child.pid) == "Z")
    try:
        refused(f"pid:{child.pid}", "has ended", f"parent {os.getpid()}")
    finally:
        child.wait()


def test_kernel_thread(folder):
    try:
        with open("/proc/2/stat") as f:
            if "(kthreadd)" not in f.read():
                return "not tried, no kernel thread is seen here"
    except OSError:
        return "not tried, no kernel thread is seen here"
    refused("pid:2", "thread of the kernel")


def test_traced_by_another(folder):
    with Python() as target:
        tracer = subprocess.Popen(["gdb", "-nx", "-q", "-readnever", "-iex", "set debuginfod enabled off", "-p",
                                   str(target.pid)], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL,
                                  stderr=subprocess.DEVNULL)
        try:
            wait_until("gdb traces it", lambda: "TracerPid:\t0" not in open(f"/proc/{target.pid}/status").read())
            done = kedge("summary", f"pid:{target.pid}", status=3)
            lines = done.stderr.splitlines()
            check(len(lines) == 2 and done.stdout == "", f"not two lines: {done.stderr!r}")
            check(f"process {tracer.pid} (gdb) traces it; waiting" in lines[0], lines[0])
            check(f"process {tracer.pid} (gdb) traces it already" in lines[1], lines[1])
        finally:
            tracer.communicate(b"detach\nquit\n", timeout=PATIENCE_S)
        wait_until("gdb is gone", lambda: "TracerPid:\t0" in open(f"/proc/{target.pid}/status").read())
        summary(target.pid)


# A tracer by the name of kedge, which others of that name have much patience with: it traces until it is told to end.
TRACER = """
import ctypes, sys
libc = ctypes.CDLL(None, use_errno=True)
libc.prctl(15, b"kedge", 0, 0, 0)
assert libc.ptrace(0x4206, int(sys.argv[1]), None, None) == 0, ctypes.get_errno()
print("traces", flush=True)
sys.stdin.readline()
"""


def test_waits_for_its_turn(folder):
    """While another kedge copies; the other lets go when this one was seen to wait."""
    for options in [], ["--fork"]:
        with Python() as target, Program([PYTHON, "-c", TRACER, str(target.pid)]) as other:
            other.expect("traces")
            with running("summary", "--strict", *options, f"pid:{target.pid}", stderr=subprocess.PIPE, text=True) as waiter:
                line = waiter.stderr.readline()
                check(f"pid:{target.pid}: process {other.pid} (kedge) traces it; waiting for that to end, up to 60 s" in line, line)
                other.say("end")
                out, rest = waiter.communicate(timeout=PATIENCE_S)
                check(waiter.returncode == 0 and "stood still" in rest, f"{waiter.returncode} {rest}")


def test_no_python(folder):
    with Program(["sleep", "600"]) as target:
        done = kedge("summary", f"pid:{target.pid}", status=3)
        check("CPython" in done.stderr or "Python" in done.stderr, done.stderr)
        check(target.process.poll() is None, "it ended")


def test_ends_half_way(folder):
    """Processes that end or become another program while they are looked at."""
    for text, times in (("import os\nos._exit(0)", 1000000), ("import os\nos.execv('/bin/sleep', ['sleep', '5'])", 30)):
        for delay in (0.02, 0.05, 0.08, 0.1):
            child = subprocess.Popen([PYTHON, "-c", f"import time\ntime.sleep({delay})\n{text}"], preexec_fn=may_be_traced)
            try:
                done = attempt(ATTACH, str(child.pid), str(times), stdout=subprocess.DEVNULL)
            finally:
                child.kill()
                child.wait()
            check(done.returncode in (0, 3) and done.stderr.count("\n") <= 1, f"{done.returncode} {done.stderr!r}")
            check("exec" in text or done.stderr, "its end was not noticed")


def test_another_users(folder):
    if os.geteuid() != 0:
        return "not tried, needs root to become another user"
    with Python() as target, copied_for_all() as copy:
        refused(f"pid:{target.pid}", "belongs to user 0", "sudo", "setcap", program=copy, **NOBODYS)


def drop_to_nobody():
    may_be_traced()
    os.setgroups([])
    os.setgid(NOBODY)
    os.setuid(NOBODY)


def test_setcap(folder):
    """A kedge that nobody runs and that has the one capability reads root's process."""
    setcap = shutil.which("setcap") or "/usr/sbin/setcap"
    if os.geteuid() != 0 or not os.access(setcap, os.X_OK):
        return "not tried, needs root and setcap"
    with copied_for_all() as copy:
        if attempt(setcap, "cap_sys_ptrace=ep", copy).returncode:
            return "not tried, no capability can be given to a file here"
        with Python() as target:
            kedge("summary", "--strict", f"pid:{target.pid}", program=copy, **NOBODYS)
    return ""


def test_root_reads_another_users(folder):
    if os.geteuid() != 0:
        return "not tried, needs root to become another user"
    with Python(preexec_fn=drop_to_nobody) as target:
        answer = summary(target.pid)
        check(answer["complete"], f"{answer['doubts']}")


def test_undumpable(folder):
    if os.geteuid() != 0:
        return "not tried, needs root to become another user"
    with Python("import ctypes\nctypes.CDLL(None).prctl(4, 0, 0, 0, 0)", preexec_fn=drop_to_nobody) as target:
        with copied_for_all() as copy:
            refused(f"pid:{target.pid}", "may not be traced", "sudo", program=copy, **NOBODYS)
        summary(target.pid)


def test_seccomp(folder):
    """A fork would be one system call the filter does not expect; copying is none."""
    text = ("import ctypes, struct\nlibc = ctypes.CDLL(None)\nlibc.prctl(38, 1, 0, 0, 0)\n"
            "code = ctypes.create_string_buffer(struct.pack('HBBI', 6, 0, 0, 0x7fff0000))\n"
            "prog = struct.pack('HxxxxxxQ', 1, ctypes.addressof(code))\n"
            "assert libc.prctl(22, 2, ctypes.c_char_p(prog), 0, 0) == 0")
    with Python(text) as target:
        refused(f"pid:{target.pid}", "--fork is refused", "seccomp", "leave --fork out", options=["--fork"])
        check(summary(target.pid)["complete"], "it cannot be copied")


# Bits of <linux/capability.h>.
CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH, CAP_KILL, CAP_SYS_PTRACE, CAP_SYS_ADMIN, CAP_SYS_NICE, CAP_CHECKPOINT_RESTORE = 1, 2, 5, 19, 21, 23, 40
FILES = {CAP_DAC_OVERRIDE, CAP_DAC_READ_SEARCH}
LOOK = FILES | {CAP_KILL, CAP_SYS_PTRACE, CAP_SYS_NICE, CAP_CHECKPOINT_RESTORE}


def sets_of(pid, tid):
    """The sets of capabilities of a thread, by name; None when it ended meanwhile."""
    try:
        with open(f"/proc/{pid}/task/{tid}/status") as f:
            status = dict(line.rstrip("\n").split(":\t", 1) for line in f if ":\t" in line)
    except (FileNotFoundError, ProcessLookupError):
        return None
    return {name: {bit for bit in range(64) if int(status[name], 16) >> bit & 1} for name in ("CapInh", "CapPrm", "CapEff", "CapBnd")}


def capabilities(pid):
    """What all its threads have or could take up; what they could get by executing another program is files at most."""
    threads = {tid: sets_of(pid, tid) for tid in os.listdir(f"/proc/{pid}/task")}
    check(pid == "self" or threads.get(str(pid)), f"{pid} has ended")
    there = [sets for sets in threads.values() if sets]
    for sets in there:
        check(pid == "self" or sets["CapBnd"] <= FILES, f"another program could get {sets['CapBnd']}")
    return set().union(*(sets[kind] for sets in there for kind in ("CapInh", "CapPrm", "CapEff")))


@contextlib.contextmanager
def running(*command, before=(), **options):
    process = subprocess.Popen([*before, KEDGE, *command], **{"stdin": subprocess.DEVNULL, "stdout": subprocess.PIPE, **options})
    try:
        yield process
    finally:
        process.kill()
        process.communicate()


def test_rights_are_given_up(folder):
    """By what reads on once the process was copied, by what looks again and again, and by the explorer."""
    if os.geteuid() != 0 or CAP_SYS_PTRACE not in capabilities("self"):
        return "not tried, needs root"
    with open("/proc/sys/kernel/cap_last_cap") as f:
        if int(f.read()) < CAP_CHECKPOINT_RESTORE:
            return "not tried, needs Linux 5.9"
    mine = capabilities("self")
    # One after the other: a process has one tracer at a time.
    with Python("x = [str(i) for i in range(20000)]") as target:
        # It stands still as soon as nobody takes what it writes.
        with running("objects", "--json", "--limit", "0", f"pid:{target.pid}") as lister:
            check(lister.stdout.read(10), "no rows")
            kept = capabilities(lister.pid)
            check(kept <= FILES & mine, f"a command that reads on has {kept}")
        with running("watch", "--rss", "1T", "--pressure", "100", f"pid:{target.pid}") as watcher:
            check(b"is watched" in watcher.stdout.readline(), "it does not watch")
            kept = capabilities(watcher.pid)
            check(kept <= LOOK & mine, f"watch has {kept}")
        screen, terminal = os.openpty()
        try:
            with running(f"pid:{target.pid}", stdin=terminal, stdout=terminal, stderr=terminal, env=dict(os.environ, TERM="xterm"),
                         start_new_session=True) as explorer:
                shown = b""
                while b"objects" not in shown:
                    shown += os.read(screen, 4096)
                kept = capabilities(explorer.pid)
                check(kept <= LOOK & mine, f"the explorer has {kept}")
        finally:
            os.close(screen)
            os.close(terminal)
    return f"of {len(mine)} {len(FILES & mine)} and {len(LOOK & mine)} were kept"


def test_no_more_rights_than_the_process(folder):
    """Root in a container has no CAP_SYS_PTRACE, and may look into what has the same rights."""
    if os.geteuid() != 0 or CAP_SYS_PTRACE not in capabilities("self"):
        return "not tried, needs root"
    limited = ["setpriv", "--bounding-set", "-all,+chown,+dac_override,+setpcap,+setuid,+net_bind_service"]
    text = "import sys\nprint('ready', flush=True)\nsys.stdin.readline()"
    with Program([*limited, PYTHON, "-c", text]) as target:
        target.expect("ready")
        target.rests()
        done = attempt(*limited, KEDGE, "summary", "--strict", f"pid:{target.pid}")
        check(done.returncode == 0, done.stderr)
        with running("objects", "--json", "--limit", "0", f"pid:{target.pid}", before=limited) as lister:
            check(lister.stdout.read(10), "no rows")
            kept = capabilities(lister.pid)
            check(kept <= FILES, f"a command that reads on has {kept}")
    with Python() as target:
        done = attempt(*limited, KEDGE, "summary", f"pid:{target.pid}")
        check(done.returncode == 3 and done.stderr.count("\n") == 1, done.stderr)
        check("root without CAP_SYS_PTRACE" in done.stderr and "--cap-add SYS_PTRACE" in done.stderr, done.stderr)
    return ""


def test_container(folder):
    """A process with a root of its own: its binaries are where only it sees them."""
    root = os.path.join(folder, "root")
    os.mkdir(root)
    done = attempt("unshare", "-m", "sh", "-c", "mount -t tmpfs none /mnt")
    if done.returncode:
        return f"not tried, no mount namespace can be made here ({done.stderr.strip()})"
    # The interpreter at a path that does not exist outside: copied to a tmpfs of that namespace.
    script = (f"mount --make-rprivate / && mount -t tmpfs none {root} && mkdir -p {root}/usr {root}/own {root}/proc {root}/dev && "
              f"mount --rbind /usr {root}/usr && ln -s usr/lib {root}/lib && ln -s usr/lib64 {root}/lib64 && "
              f"ln -s usr/bin {root}/bin && mkdir {root}/etc && cp /usr/bin/python3.11 {root}/own/python && "
              f"exec chroot {root} /own/python -c 'import sys; print(\"ready\", flush=True); sys.stdin.readline()'")
    with Program(["unshare", "-m", "sh", "-c", script], stderr=subprocess.PIPE, env=dict(os.environ, PYTHONHOME="/usr")) as child:
        if child.line() != "ready":
            child.process.kill()
            return f"not tried, no root can be made ({child.process.stderr.read().strip()[:200]})"
        child.rests()
        answer = summary(child.pid)
        check(answer["complete"], f"{answer['doubts']}")
        main = [m for m in answer["modules"] if m["path"].endswith("/own/python")]
        check(main and main[0]["state"] == "matched", f"{main}")
        return main[0]["found"].split("/own")[0].replace(str(child.pid), "N")


def test_removed_program(folder):
    """The interpreter was replaced while it ran, as by an upgrade."""
    own = os.path.join(folder, "python-of-its-own")
    shutil.copy(PYTHON, own)
    with Python(python=own, env=dict(os.environ, PYTHONHOME="/usr")) as target:
        os.unlink(own)
        answer = summary(target.pid)
        check(answer["complete"], f"{answer['doubts']}")


if __name__ == "__main__":
    sys.exit(run([test_no_such_process, test_itself_and_threads, test_zombie, test_kernel_thread, test_traced_by_another, test_waits_for_its_turn,
                  test_no_python, test_ends_half_way, test_another_users, test_setcap, test_root_reads_another_users, test_undumpable,
                  test_rights_are_given_up, test_no_more_rights_than_the_process, test_seccomp, test_container, test_removed_program]))
