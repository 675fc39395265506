#!/usr/bin/python3.11
"""
The first and only program of an aarch64 machine: runs a program of the oracle, keeps what it says of its heap, and has
this kernel write its core. All is left in /job, for the machine outside to compare.
"""

import ctypes
import os
import signal
import sys
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, "/job/oracle")
LIBC = ctypes.CDLL(None, use_errno=True)
POWER_OFF = 0x4321FEDC
OUT, CORE = "/job/out", "/job/out/kernel.core"


def mount(kind, place):
    os.makedirs(place, exist_ok=True)
    if LIBC.mount(kind, place.encode(), kind, ctypes.c_ulong(0), None) != 0:
        raise OSError(ctypes.get_errno(), f"mounting {place}")


def write(path, text):
    with open(path, "w") as f:
        f.write(text)


def record(program):
    import foreign
    import run

    class Target(foreign.Target):
        read_call = 63

    interpreter = run.Interpreter("/usr/bin/python3.11")
    target = Target(interpreter, program, OUT)
    try:
        _, facts = run._take_facts(target, OUT)
        write("/proc/sys/kernel/core_pattern", CORE)
        os.kill(target.pid, signal.SIGQUIT)
        status = target.process.wait(run.WAIT_S)
    finally:
        target.end()
    with open(os.path.join(OUT, "refcounts"), "wb") as f:
        facts.refcounts.tofile(f)
    print(f"PASS: {program}: the kernel left a core of {os.stat(CORE).st_size >> 20} MiB of {len(facts)} objects" if
          status == -signal.SIGQUIT else f"FAIL: {program}: it ended with {status}", flush=True)


def main():
    os.environ.update(PATH="/usr/bin:/bin", HOME="/root")
    mount(b"proc", "/proc")
    mount(b"devtmpfs", "/dev")
    mount(b"tmpfs", "/dev/shm")
    # Those of the folder are for an emulator of programs alone.
    for name in ("cat", "true"):
        os.unlink(f"/usr/bin/{name}")
        os.symlink("busybox", f"/usr/bin/{name}")
    console = os.open("/dev/console", os.O_RDWR)
    for fd in range(3):
        os.dup2(console, fd)
    print(f"kedge: the machine is up, {' '.join(os.uname()[i] for i in (0, 2, 4))}", flush=True)
    os.mkdir(OUT)
    with open("/job/program") as f:
        record(f.read())
    print("kedge: all checks have run", flush=True)


try:
    main()
except BaseException:
    print("FAIL: arm64: it went wrong inside", traceback.format_exc(), flush=True)
os.sync()
LIBC.reboot(POWER_OFF)
