#!/usr/bin/env python3
"""kedge watch takes its snapshot when a line is crossed, before the limit ends the process."""

import contextlib
import ctypes
import json
import mmap
import os
import re
import resource
import signal
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from harness import KEDGE, PYTHON, Program, check, kedge, remove_cgroup, run, wait_until

# Grows by objects, not by blocks, up to as many MiB as a line on standard input says; with a limit of its own when told "limit N".
GROW = """
import resource, sys, time
def size():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[0]) * resource.getpagesize()
print("ready", flush=True)
kept = []
for line in sys.stdin:
    word, number = line.split()
    if word == "limit":
        resource.setrlimit(resource.RLIMIT_AS, (size() + (int(number) << 20),) * 2)
    while word != "limit" and len(kept) < int(number):
        kept.append([bytes(1000) for _ in range(1000)])
        if word == "slowly":
            time.sleep(0.01)
    print("done", flush=True)
"""
SERVER = """
import ctypes, os, signal, sys, time
shared = [bytes(1000) for _ in range(20000)]
print("ready", flush=True)
sys.stdin.readline()
workers = []
gate, opener = os.pipe()
for i in range(3):
    pid = os.fork()
    if pid == 0:
        ctypes.CDLL(None).prctl(1, signal.SIGKILL, 0, 0, 0) # it goes with the server, whatever ends that
        kept = []
        if i == 1:
            os.read(gate, 1)
            while len(kept) < 60:
                kept.append([bytes(1000) for _ in range(1000)])
                time.sleep(0.02)
        time.sleep(600)
    workers.append(pid)
print(workers[1], flush=True)
sys.stdin.readline()
os.write(opener, b".")
sys.stdin.readline()
for pid in workers:
    os.kill(pid, 9)
    os.waitpid(pid, 0)
"""

NO_CGROUP = "not tried, no memory cgroup can be made here"


def started(text, **options):
    program = Program([PYTHON, "-c", text], **options)
    program.expect("ready")
    return program


class Watch(Program):
    """A running kedge watch; .rows are what it has said."""

    def __init__(self, *args):
        super().__init__([KEDGE, "watch", "--json", *map(str, args)], stdin=subprocess.DEVNULL, stderr=subprocess.PIPE)
        self.rows = []
        try:
            check(self.row()["event"] == "watching", f"{self.rows}")
        except BaseException:
            self.end()
            raise

    def row(self):
        line = self.line()
        check(line, f"no further line: {'' if line else self.process.stderr.read()}")
        self.rows.append(json.loads(line))
        return self.rows[-1]

    def last(self):
        """@return all that it says until it ends, which must be well."""
        while line := self.line():
            self.rows.append(json.loads(line))
        check(self.wait() == 0, f"watch ended with {self.process.returncode}: {self.process.stderr.read()}")
        return self.rows


def snapshots(rows):
    return [row for row in rows if row["event"] == "snapshot"]


def holds_python(path):
    answer = json.loads(kedge("summary", "--json", path).stdout)
    check(answer["objects"] > 10000 and answer["source"]["pause_seconds"] > 0, f"{path}: {answer['source']}")
    os.unlink(path)


def test_rss(folder):
    pattern = os.path.join(folder, "rss.%p.%n.core")
    with started(GROW) as program, Watch("--rss", "30M", "-o", pattern, "-p", program.pid) as watch:
        program.say("slowly 60")
        taken = snapshots(watch.last())
        check(len(taken) == 1 and taken[0]["pid"] == program.pid and taken[0]["text"].startswith("rss "), f"{taken}")
        check(taken[0]["path"] == os.path.join(folder, f"rss.{program.pid}.1.core"), f"{taken}")
        holds_python(taken[0]["path"])
        program.expect("done")


def test_growth_several_times_to_the_end(folder):
    options = ["--growth", "8M", "--within", "3600", "--times", "2", "--interval", "0.1", "--pss", "1T", "--every", "0.05",
               "--python-only", "-o", os.path.join(folder, "growth.%n.core")]
    with started(GROW) as program, Watch(*options, f"pid:{program.pid}") as watch:
        # Step by step: whatever it grows while nobody looks is one line crossed, not two.
        program.say("slowly 20")
        check(watch.row()["event"] == "snapshot", f"{watch.rows}")
        program.say("slowly 40")
        taken = snapshots(watch.last())
        check([os.path.basename(row["path"]) for row in taken] == ["growth.1.core", "growth.2.core"], f"{taken}")
        for row in taken:
            check("growth" in row["text"] and "within 3600 s" in row["text"], f"{row}")
            holds_python(row["path"])


def test_ends_with_the_process(folder):
    options = ["--rss", "1T", "--pss", "1T", "--cgroup", "100", "--pressure", "100"]
    with started(GROW) as program, Watch(*options, f"pid:{program.pid}") as watch:
        program.process.kill()
        program.wait()
        rows = watch.last()
        check(rows[-1]["event"] == "ended" and not snapshots(rows), f"{rows}")


def test_children_of_a_server(folder):
    options = ["--tree", "--rss", "60M", "-o", os.path.join(folder, "tree.%p.core")]
    with started(SERVER) as program, Watch(*options, f"pid:{program.pid}") as watch:
        program.say("go")
        grower = int(program.line())
        while len(watch.rows) < 4:
            check(watch.row()["event"] == "watching", f"{watch.rows}")
        program.say("grow")
        row = watch.row()
        check(row["event"] == "snapshot", f"{watch.rows}")
        check(row["pid"] == grower, f"{row}, not {grower}")
        holds_python(row["path"])
        program.say("end")
        program.wait()
        rows = watch.last()
        check(sum(row["event"] == "watching" for row in rows) == 4, f"{rows}")
        check(len(snapshots(rows)) == 1 and rows[-1]["event"] == "ended", f"{rows}")


def memory_cgroup(name, limit):
    """A new cgroup with a memory limit, of either version: its folder, or None."""
    for root, file in (("/sys/fs/cgroup", "memory.max"), ("/sys/fs/cgroup/memory", "memory.limit_in_bytes")):
        path = os.path.join(root, name)
        try:
            os.mkdir(path)
        except OSError:
            continue
        if os.path.exists(os.path.join(path, file)):
            with open(os.path.join(path, file), "w") as f:
                f.write(str(limit))
            return path
        os.rmdir(path)
    return None


@contextlib.contextmanager
def in_a_cgroup(mib):
    """A function that puts a process under a limit of so many MiB; None where no memory cgroup can be made."""
    group = memory_cgroup(f"kedge-live-{os.getpid()}", mib << 20)

    def put(pid):
        with open(os.path.join(group, "cgroup.procs"), "w") as f:
            f.write(str(pid))
    try:
        yield put if group else None
    finally:
        if group:
            remove_cgroup(group)


def caught_between(program, watch, pace, path, why):
    """
    It grows past the line to @pace, which is below its limit, and rests there: who wins a race with the kernel is
    for tests/bench/watch.py, and here it is seen that whatever the machine does, no line is looked past.
    """
    program.say(pace)
    taken = snapshots(watch.last())
    check(len(taken) == 1 and taken[0]["text"].startswith(why), f"{taken}")
    program.expect("done")
    check(program.process.poll() is None, "it has ended")
    holds_python(path)
    return "stopped at once" if "stopped at once" in taken[0]["text"] else ""


def caught_in_a_cgroup(folder, mib, pace, *options):
    path = os.path.join(folder, "caught.core")
    with in_a_cgroup(mib) as put:
        if put is None:
            return NO_CGROUP
        with started(GROW) as program:
            put(program.pid)
            with Watch("--cgroup", "60", *options, "-o", path, f"pid:{program.pid}") as watch:
                word = caught_between(program, watch, pace, path, "cgroup ")
            program.say("fast 2000")
            check(program.wait() == -signal.SIGKILL, "the limit did not end it")
            return word


def test_before_the_limit_of_a_cgroup(folder):
    return caught_in_a_cgroup(folder, 64, "slowly 45")


def test_before_the_limit_of_a_cgroup_at_full_speed(folder):
    """However seldom it looks by itself: it looks in time for the fastest, or the kernel wakes it."""
    return caught_in_a_cgroup(folder, 512, "fast 400", "--every", "3600")


def above_its_line(folder, begin, options, why):
    """At the first look nothing is known of how fast it grows."""
    path = os.path.join(folder, "above.core")
    with started(GROW) as program:
        begin(program.pid)
        program.say("slowly 30")
        program.expect("done")
        with Watch(*options, "-o", path, f"pid:{program.pid}") as watch:
            taken = snapshots(watch.last())
        check(len(taken) == 1 and taken[0]["text"].startswith(why), f"{taken}")
        check(program.process.poll() is None, "it has ended")
        holds_python(path)
        return taken[0]["text"]


def test_above_its_line_at_the_first_look(folder):
    """Where no limit is behind the line it runs on while its copy is made ready."""
    text = above_its_line(folder, lambda pid: None, ["--rss", "20M"], "rss ")
    check("stopped at once" not in text, text)


def test_above_its_line_in_a_cgroup_at_the_first_look(folder):
    """Far from its limit, and stopped first: it may be there with the next look."""
    with in_a_cgroup(600) as put:
        if put is None:
            return NO_CGROUP
        text = above_its_line(folder, put, ["--cgroup", "3"], "cgroup ")
        check("stopped at once" in text, text)


def test_above_its_line_below_its_own_limit_at_the_first_look(folder):
    def begin(pid):
        resource.prlimit(pid, resource.RLIMIT_AS, (1 << 29, 1 << 29))
    text = above_its_line(folder, begin, ["--rlimit", "5"], "address space has ")
    check("stopped at once" in text, text)


def test_before_a_limit_of_its_own(folder):
    """RLIMIT_AS, which it sets when it is watched already: the process ends by a MemoryError."""
    path = os.path.join(folder, "caught.core")
    with started(GROW, stderr=subprocess.PIPE) as program, Watch("--rlimit", "70", "-o", path, f"pid:{program.pid}") as watch:
        program.say("limit 128")
        program.expect("done")
        word = caught_between(program, watch, "fast 105", path, "address space has ")
        program.say("fast 2000")
        program.wait()
        err = program.process.stderr.read()
        check(b"MemoryError" in err, f"the limit did not end it: {err}")
        return word


def test_failure_is_told_and_it_goes_on(folder):
    options = ["--rss", "1M", "--interval", "0.1", "-o", os.path.join(folder, "no", "where")]
    with started(GROW) as program, Watch(*options, f"pid:{program.pid}") as watch:
        rows = [watch.row(), watch.row()]
        check(all(row["event"] == "failed" and "cannot be made" in row["text"] for row in rows), f"{rows}")
        program.process.kill()
        program.wait()
        check(watch.last()[-1]["event"] == "ended", f"{watch.rows}")


def test_its_code_stays_in_memory(folder):
    """Whoever is short of memory must not wait for kedge's own pages to come from the disk."""
    room = mmap.mmap(-1, 16 << 20)
    if ctypes.CDLL(None).mlock(ctypes.c_void_p(ctypes.addressof(ctypes.c_char.from_buffer(room))), ctypes.c_size_t(len(room))):
        return "not tried, so much memory cannot be locked here"
    with started(GROW) as program, Watch("--rss", "1T", f"pid:{program.pid}") as watch:
        def locked():
            with open(f"/proc/{watch.pid}/status") as f:
                return int(re.search(r"^VmLck:\s+(\d+) kB$", f.read(), re.M).group(1))
        wait_until("the code of kedge watch is locked", lambda: locked() >= 1024)
        return None


def test_words(folder):
    with started(GROW) as program:
        done = kedge("watch", "--rss", "1M", "-o", os.path.join(folder, "words.core"), f"pid:{program.pid}")
        lines = done.stdout.splitlines()
        stamp = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ pid %d: " % program.pid
        check(len(lines) == 2 and re.match(stamp + "is watched$", lines[0]), f"{lines}")
        check(re.match(stamp + r"rss [\d.]+ MiB, the line is 1.0 MiB: snapshot \S+, .* stood still [\d.]+ s", lines[1]), f"{lines}")
    kedge("watch", f"pid:{os.getpid()}", status=2)
    kedge("watch", "--cgroup", "101", f"pid:{os.getpid()}", status=2)
    kedge("watch", "--rss", "1M", "core", status=2)
    kedge("watch", "--rss", "1M", "pid:2147483646", status=3)


if __name__ == "__main__":
    sys.exit(run([test_rss, test_growth_several_times_to_the_end, test_ends_with_the_process, test_children_of_a_server,
                  test_before_the_limit_of_a_cgroup, test_before_the_limit_of_a_cgroup_at_full_speed,
                  test_above_its_line_at_the_first_look, test_above_its_line_in_a_cgroup_at_the_first_look,
                  test_above_its_line_below_its_own_limit_at_the_first_look, test_before_a_limit_of_its_own,
                  test_failure_is_told_and_it_goes_on, test_its_code_stays_in_memory, test_words]))
