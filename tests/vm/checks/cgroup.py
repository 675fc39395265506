"""kedge watch by the files of cgroup version 2: memory.max, memory.high, memory.pressure."""

import os
import signal
import tempfile
import time

from common import Program, Watch, check, holds_python, snapshots, write

ROOT = "/sys/fs/cgroup"
# Grows by objects, a MiB at a time, after a line on standard input.
GROW = """
import sys, time
print("ready", flush=True)
sys.stdin.readline()
kept = []
while True:
    kept.append([bytes(1000) for _ in range(1000)])
    time.sleep(0.1)
"""
FAST = GROW.replace("    time.sleep(0.1)\n", "")
# Forks three workers before it serves; the second one grows.
SERVER = """
import os, sys, time
shared = [bytes(1000) for _ in range(5000)]
for i in range(3):
    if os.fork() == 0:
        kept = []
        go = i == 1 and sys.stdin.readline()
        while go:
            kept.append([bytes(1000) for _ in range(1000)])
            time.sleep(0.1)
        time.sleep(600)
print("ready", flush=True)
time.sleep(600)
"""


class Group:
    """A cgroup with settings; a context manager that ends what is in it."""

    def __init__(self, name, **settings):
        write(f"{ROOT}/cgroup.subtree_control", "+memory")
        self.path = f"{ROOT}/{name}"
        os.mkdir(self.path)
        for key, value in settings.items():
            write(f"{self.path}/{key.replace('_', '.')}", str(value))

    def __enter__(self):
        return self

    def __exit__(self, *_):
        write(f"{self.path}/cgroup.kill", "1")
        while True:
            try:
                return os.rmdir(self.path)
            except OSError:
                time.sleep(0.05)

    def take(self, program):
        write(f"{self.path}/cgroup.procs", str(program.pid))


def caught(name, text, times, *options, **settings):
    """Every time the snapshot is there before the kernel ends the process."""
    for i in range(times):
        with Group(name, **settings) as group, Program(text) as program, tempfile.TemporaryDirectory() as folder:
            group.take(program)
            path = os.path.join(folder, "core")
            watch = Watch(*options, "-o", path, f"pid:{program.pid}")
            program.say("go")
            taken = snapshots(watch.end())
            check(len(taken) == 1 and f"cgroup {group.path} has" in taken[0]["text"], f"{i}: {watch.rows}")
            holds_python(path)
            check(program.process.wait(120) == -signal.SIGKILL, "the limit did not end it")
    return f"{times} times; {taken[0]['text'].replace(folder, '')}"


def test_before_memory_max():
    return caught("kedge-max", GROW, 2, "--cgroup", "70", memory_max=64 << 20)


def test_before_memory_max_at_full_speed():
    return caught("kedge-fast", FAST, 2, "--cgroup", "60", memory_max=192 << 20)


def stays(name, *options, **settings):
    """A cgroup that slows the process down in place of ending it."""
    with Group(name, **settings) as group, Program(FAST) as program, tempfile.TemporaryDirectory() as folder:
        group.take(program)
        path = os.path.join(folder, "core")
        watch = Watch(*options, "-o", path, f"pid:{program.pid}")
        program.say("go")
        taken = snapshots(watch.end())
        check(len(taken) == 1, f"{watch.rows}")
        check(program.process.poll() is None, "it has ended")
        holds_python(path)
        return taken[0]["text"].replace(folder, "")


def test_memory_high():
    text = stays("kedge-high", "--cgroup", "90", memory_high=48 << 20, memory_max=400 << 20)
    check("kedge-high has " in text and " of 48.0 MiB" in text, text)
    return text


def test_pressure():
    text = stays("kedge-pressure", "--pressure", "20", memory_high=32 << 20)
    check(text.startswith("memory pressure "), text)
    return text


def test_pressure_told_by_the_kernel():
    """An average of ten seconds is not there when two are: not while the pressure is well above the line."""
    text = stays("kedge-trigger", "--pressure", "30", memory_high=32 << 20)
    check("and rising, in the last 2 s above 30 %" in text, text)
    return text


def test_what_cannot_be_seen_is_said():
    with Group("kedge-none") as group, Program(GROW) as program:
        group.take(program)
        watch = Watch("--cgroup", "90", "--rlimit", "90", "--pressure", "90", f"pid:{program.pid}")
        watch.process.kill()
        watch.process.communicate()
        check(watch.rows[0]["text"] == "is watched, no memory limit of a cgroup of it is to be seen here, "
                                       "it has no limit of its own", f"{watch.rows}")


def test_tree_of_a_server():
    with Group("kedge-server", memory_max=128 << 20) as group, tempfile.TemporaryDirectory() as folder:
        with Program(SERVER, cgroup=group.path) as program:
            watch = Watch("--tree", "--cgroup", "70", "-o", os.path.join(folder, "%p.core"), f"pid:{program.pid}")
            program.say("go")
            row = watch.until("snapshot")
            check(row["pid"] != program.pid and "kedge-server has" in row["text"], f"{row}")
            rss = {row["pid"] for row in watch.rows if row["event"] == "watching"}
            check(len(rss) == 4, f"{watch.rows}")
            holds_python(os.path.join(folder, f"{row['pid']}.core"))
            watch.process.kill()
            watch.process.wait()
    return row["text"].replace(folder, "")
