"""--fork, and where it is refused, by the limits of version 2 of cgroups."""

import os
import signal

from cgroup import ROOT, Group
from common import Program, check, kedge, read, summary, wait_until, write

SLEEP = """
import sys
kept = [[bytes(1000) for _ in range(1000)] for _ in range(20)]
print("ready", flush=True)
for line in sys.stdin:
    print(line.strip(), flush=True)
"""
FILTERED = """
import ctypes, struct
libc = ctypes.CDLL(None)
libc.prctl(38, 1, 0, 0, 0)
code = ctypes.create_string_buffer(struct.pack('HBBI', 6, 0, 0, 0x7fff0000))
prog = struct.pack('HxxxxxxQ', 1, ctypes.addressof(code))
assert libc.prctl(22, 2, ctypes.c_char_p(prog), 0, 0) == 0
""" + SLEEP
# A thread waits, as in vfork(), for a child that sleeps, with a stack of its own in the same memory.
WAITS = """
import ctypes, signal, threading
libc = ctypes.CDLL(None)
stack = ctypes.create_string_buffer(1 << 16)
top = ctypes.c_void_p(ctypes.addressof(stack) + (1 << 16) - 64)
CLONE_VM, CLONE_VFORK = 0x100, 0x4000
threading.Thread(target=lambda: libc.clone(libc.sleep, top, CLONE_VM | CLONE_VFORK | signal.SIGCHLD, ctypes.c_void_p(600)),
                 daemon=True).start()
""" + SLEEP


def group(name, **settings):
    write(f"{ROOT}/cgroup.subtree_control", "+pids")
    return Group(name, **settings)


def forked(program):
    """It is read by a fork, nothing is left of that, and it goes on."""
    answer = summary("--fork", f"pid:{program.pid}")
    check(answer["objects"] > 5000 and answer["damage"]["count"] == 0, f"{answer['damage']}")
    program.say("on")
    check(program.process.stdout.readline() == "on\n", "it does not go on")
    check(not read(f"/proc/{program.pid}/task/{program.pid}/children"), "the fork is left")


def refused(program, *words):
    """In one line, with what to do; what is named works, and the process goes on."""
    done = kedge("summary", "--fork", f"pid:{program.pid}", status=3)
    lines = done.stderr.splitlines()
    check(len(lines) == 1 and not done.stdout, f"{done.stderr} {done.stdout}")
    for word in (f"pid:{program.pid}: --fork is refused: ", *words, "leave --fork out"):
        check(word in lines[0], f"no {word!r} in {lines[0]!r}")
    check(summary(f"pid:{program.pid}")["objects"] > 5000, "nothing is read without it")
    return lines[0]


def test_far_from_all_limits():
    with group("kedge-far", memory_max=400 << 20, pids_max=20) as far, Program(SLEEP, cgroup=far.path) as program:
        forked(program)


def test_limit_of_processes():
    with group("kedge-pids", pids_max=2) as few, Program(SLEEP, cgroup=few.path) as program:
        said = refused(program, "its cgroup has 1 of 2 processes")
        write(f"{few.path}/pids.max", "3")
        forked(program)
    return said


def test_limit_of_processes_above():
    with group("kedge-above", pids_max=2) as above:
        write(f"{above.path}/cgroup.subtree_control", "+pids")
        os.mkdir(f"{above.path}/worker")
        try:
            with Program(SLEEP, cgroup=f"{above.path}/worker") as program:
                said = refused(program, "its cgroup has 1 of 2 processes")
        finally:
            wait_until("it is empty", lambda: not read(f"{above.path}/worker/cgroup.procs"))
            os.rmdir(f"{above.path}/worker")
    return said


def test_limit_of_memory():
    said = []
    for setting in "memory_max", "memory_high":
        with group("kedge-near", **{setting: 400 << 20}) as near, Program(SLEEP, cgroup=near.path) as program:
            used = int(read(f"{near.path}/memory.current"))
            write(f"{near.path}/{setting.replace('_', '.')}", str(used + (4 << 20)))
            said.append(refused(program, "its cgroup is too near its memory limit"))
    return " | ".join(said)


def test_filter_of_system_calls():
    with Program(FILTERED) as program:
        return refused(program, "a seccomp filter watches its system calls")


def test_waits_for_a_vfork_child():
    with group("kedge-vfork") as both, Program(WAITS, cgroup=both.path) as program:
        wait_until("a thread waits", lambda: any(" D " in read(f"/proc/{program.pid}/task/{tid}/stat", "").rpartition(")")[2]
                                                 for tid in os.listdir(f"/proc/{program.pid}/task")))
        return refused(program, "uninterruptible system call", "vfork() child")


def test_stopped():
    with Program(SLEEP) as program:
        program.process.send_signal(signal.SIGSTOP)
        wait_until("it is stopped", lambda: read(f"/proc/{program.pid}/stat").rpartition(")")[2].split()[0] == "T")
        said = refused(program, "it is stopped by a signal")
        program.process.send_signal(signal.SIGCONT)
        forked(program)
    return said
