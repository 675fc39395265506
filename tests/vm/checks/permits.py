"""Who may look into whom, by Yama and by capabilities, as ordinary users."""

import os
import shutil
import signal
import subprocess

from common import KEDGE, PATIENCE_S, Program, check, command, holds_python, read, write

SCOPE = "/proc/sys/kernel/yama/ptrace_scope"
PATTERN = "/proc/sys/kernel/core_pattern"
ABLE = "/usr/local/bin/kedge-able"
USER, OTHER = 1000, 1001
SLEEP = "print('ready', flush=True)\nimport time\ntime.sleep(600)"
ALLOWS = "import ctypes\nctypes.CDLL(None).prctl(0x59616d61, ctypes.c_ulong(-1 & (1 << 64) - 1), 0, 0, 0)\n" + SLEEP
ENDLESS = "import resource\nresource.setrlimit(resource.RLIMIT_CORE, (-1, -1))\n" + SLEEP


def as_user(user):
    return {"user": user, "group": user, "extra_groups": [], "cwd": "/tmp"}


def look(pid, user=USER, program=KEDGE):
    return subprocess.run([program, "summary", "--no-cache", f"pid:{pid}"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, text=True, timeout=PATIENCE_S, **as_user(user))


def works(pid, **options):
    done = look(pid, **options)
    check(done.returncode == 0 and "objects" in done.stdout, f"status {done.returncode}: {done.stderr}")


def refused(pid, *words, **options):
    """One line that says what stands in the way, and a way round it."""
    done = look(pid, **options)
    check(done.returncode == 3 and done.stdout == "", f"status {done.returncode}: {done.stdout}")
    check(done.stderr.count("\n") == 1, f"not one line: {done.stderr!r}")
    for word in (f"pid:{pid}: ", *words):
        check(word in done.stderr, f"no {word!r} in {done.stderr!r}")


def scope(number):
    write(SCOPE, str(number))
    check(read(SCOPE).strip() == str(number), f"ptrace_scope is {read(SCOPE)}")


def make_able():
    """The recipe of kedge's own words."""
    shutil.copy(KEDGE, ABLE)
    command("sh", "-c", "setcap cap_sys_ptrace=ep $(command -v kedge-able)")


def test_scope_0():
    scope(0)
    with Program(SLEEP, **as_user(USER)) as program:
        works(program.pid)
    with Program(SLEEP) as program:
        refused(program.pid, "belongs to user 0", f"runs as {USER}", "sudo", "setcap cap_sys_ptrace=ep")
    with Program(SLEEP, **as_user(OTHER)) as program:
        refused(program.pid, f"belongs to user {OTHER}", "sudo", "setcap cap_sys_ptrace=ep")


def test_scope_1():
    scope(1)
    with Program(SLEEP, **as_user(USER)) as program:
        refused(program.pid, "kernel.yama.ptrace_scope is 1", "sudo", "setcap cap_sys_ptrace=ep", "ptrace_scope=0")
        works(program.pid, user=0)
    with Program(ALLOWS, **as_user(USER)) as program:
        works(program.pid)


def test_scope_2():
    scope(2)
    with Program(ALLOWS, **as_user(USER)) as program:
        refused(program.pid, "ptrace_scope is 2", "sudo", "setcap cap_sys_ptrace=ep")
        works(program.pid, user=0)


def test_setcap():
    make_able()
    for number in (1, 2):
        scope(number)
        for user in (USER, OTHER, 0):
            with Program(SLEEP, **as_user(user)) as program:
                works(program.pid, program=ABLE)


def test_scope_3():
    """Last: there is no way back. Nobody may, root neither, and the way round that is named leaves a core."""
    scope(3)
    write(PATTERN, "/tmp/core.%p")
    with Program(ENDLESS, **as_user(USER)) as program:
        for options in ({}, {"program": ABLE}, {"user": 0}):
            refused(program.pid, "ptrace_scope is 3", "until the next boot", "kill -QUIT", **options)
        program.process.send_signal(signal.SIGQUIT)
        check(program.process.wait(PATIENCE_S) == -signal.SIGQUIT, "it did not end")
        holds_python(f"/tmp/core.{program.pid}")
