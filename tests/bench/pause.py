#!/usr/bin/env python3
"""
How long a process stands still for kedge, by copying and with --fork, against gcore, and against a memcpy of the same bytes.

usage: pause.py [--mib N] [--runs N] [--python FILE] [--build DIR] [--no-gcore]

For each run a Python of its own is started, with N MiB of small objects (none of it payload), and takes in turn: kedge's
copy; memcpy; kedge's fork; gcore. The fork comes behind: it leaves pages that whoever looks next has to make the process's own.

"memcpy" is the process's own, of the same pages at the same addresses into memory that is there already, as kedge's is, by
one thread, at the priority that kedge copies with. "block" is one memcpy of as many bytes between two blocks that are there
already: libc writes around the caches for so many at once, and not for the process's mappings one by one. Both are told; the
second is the stricter measure. What the process itself notices is measured in it: the longest gap between two looks at the
clock by a thread that does nothing else. Prints least, median and most of each and of the ratios, run by run, the parts of
kedge's pauses, and the machine's load, without which the figures say little.
"""
import argparse
import os
import statistics
import subprocess
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
# The priority is that of kg_hurry_begin(): refused to those who may not, as there.
TARGET = """
import array, ctypes, mmap, os, sys, time
mib = int(sys.argv[1])
kept = [[(i, j) for j in range(10000)] for i in range(mib * (1 << 20) // 880000)]
print("ready", flush=True)
clock = time.perf_counter
libc = ctypes.CDLL(None)
libc.memcpy.argtypes = [ctypes.c_void_p, ctypes.c_void_p, ctypes.c_size_t]

def touched():
    "Runs of pages of private writable memory that are there: address, bytes."
    runs, page = [], mmap.PAGESIZE
    with open("/proc/self/pagemap", "rb", 0) as pagemap, open("/proc/self/maps") as maps:
        for line in maps.read().splitlines():
            span, rights = line.split()[:2]
            if rights[1] != "w" or rights[3] != "p":
                continue
            start, end = (int(text, 16) for text in span.split("-"))
            entries = array.array("Q")
            entries.frombytes(os.pread(pagemap.fileno(), (end - start) // page * 8, start // page * 8))
            for i, entry in enumerate(entries):
                if entry >> 63:
                    if runs and sum(runs[-1]) == start + i * page:
                        runs[-1][1] += page
                    else:
                        runs.append([start + i * page, page])
    return runs

def timed(calls):
    try:
        os.sched_setscheduler(0, os.SCHED_RR, os.sched_param(os.sched_get_priority_min(os.SCHED_RR)))
    except OSError:
        pass
    memcpy, begun = libc.memcpy, clock()
    for call in calls:
        memcpy(*call)
    seconds = clock() - begun
    try:
        os.sched_setscheduler(0, os.SCHED_OTHER, os.sched_param(0))
    except OSError:
        pass
    return seconds

def copied():
    runs = touched()
    size = sum(length for _, length in runs)
    to = mmap.mmap(-1, size)
    view = ctypes.c_char.from_buffer(to)
    at = ctypes.addressof(view)
    ctypes.memset(at, 1, size)
    calls = []
    for start, length in runs:
        calls.append((at, start, length))
        at += length
    seconds = timed(calls)
    del view
    to.close()
    return seconds, size

def block(size):
    maps = [mmap.mmap(-1, size) for _ in range(2)]
    views = [ctypes.c_char.from_buffer(m) for m in maps]
    to, source = (ctypes.addressof(view) for view in views)
    for at in to, source:
        ctypes.memset(at, 1, size)
    seconds = timed([(to, source, size)])
    del views
    for m in maps:
        m.close()
    return seconds

for line in sys.stdin:
    words = line.split()
    if words[0] == "gap":
        longest, last = 0.0, clock()
        print("watching", flush=True)
        end = last + float(words[1])
        while last < end:
            now = clock()
            longest, last = max(longest, now - last), now
        print(longest, flush=True)
    if words[0] == "memcpy":
        seconds, size = copied()
        print(seconds, size, block(size), flush=True)
"""
PARTS = ("stop", "plan", "copy", "fork", "finish")


def gap(target, seconds, action):
    """The longest time in which the target did not run, and what @action gave."""
    target.stdin.write(f"gap {seconds}\n")
    target.stdin.flush()
    target.stdout.readline()
    result = action()
    return float(target.stdout.readline()), result


def spread(values, unit=""):
    return f"least {min(values):8.2f}{unit}, median {statistics.median(values):8.2f}{unit}, most {max(values):8.2f}{unit}"


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--mib", type=int, default=1024)
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--python", default="/usr/bin/python3.11")
    parser.add_argument("--build", default=os.environ.get("KEDGE_BUILD", os.path.join(HERE, "..", "..", "build")))
    parser.add_argument("--no-gcore", action="store_true")
    args = parser.parse_args()
    attach = os.path.join(args.build, "tests", "live", "attach")
    rows = {"memcpy": [], "block": [], "copy": [], "fork": [], "gcore": []}
    seen = {"copy": [], "fork": [], "gcore": []}
    parts = {"copy": [], "fork": []}
    sizes = {"memcpy": [], "copy": []}
    loads = []

    def kedge(target, name, *words):
        def action():
            done = subprocess.run([attach, str(target.pid), "1", *words], stdout=subprocess.PIPE, text=True, check=True)
            return [int(word) for word in done.stdout.split()]
        longest, (pause, copied, _, _, *of) = gap(target, 3 + args.mib / 500, action)
        rows[name].append(pause / 1e6)
        seen[name].append(longest * 1e3)
        parts[name].append([ns / 1e6 for ns in of])
        return copied

    def memcpy(target):
        target.stdin.write("memcpy\n")
        target.stdin.flush()
        seconds, size, block = target.stdout.readline().split()
        rows["memcpy"].append(float(seconds) * 1e3)
        rows["block"].append(float(block) * 1e3)
        return int(size)

    def gcore(target, folder):
        def action():
            subprocess.run(["gcore", "-o", os.path.join(folder, "core"), str(target.pid)], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            os.unlink(os.path.join(folder, f"core.{target.pid}"))
        longest, _ = gap(target, 6 + args.mib / 50, action)
        rows["gcore"].append(longest * 1e3)
        seen["gcore"].append(longest * 1e3)

    def once(target, folder):
        target.stdout.readline()
        sizes["copy"].append(kedge(target, "copy"))
        sizes["memcpy"].append(memcpy(target))
        kedge(target, "fork", "fork")
        if not args.no_gcore:
            gcore(target, folder)
        loads.append(os.getloadavg()[0])

    with tempfile.TemporaryDirectory(prefix="kedge-pause.") as folder:
        for _ in range(args.runs):
            target = subprocess.Popen([args.python, "-c", TARGET, str(args.mib)], stdin=subprocess.PIPE,
                                      stdout=subprocess.PIPE, text=True)
            try:
                once(target, folder)
            finally:
                target.kill()
                target.communicate()
    copied = max(sizes["copy"])
    print(f"{max(sizes['memcpy']) >> 20} MiB by memcpy")
    print(f"{copied >> 20} MiB copied, {args.runs} runs, {os.cpu_count()} processors, load average {min(loads):.1f} to {max(loads):.1f}")
    for name, values in rows.items():
        if values:
            print(f"{name:8} {spread(values, ' ms')}" + (f"; seen by the process {spread(seen[name], ' ms')}" if name in seen else ""))
    for name, values in parts.items():
        print(f"{name:8} parts, medians: " + ", ".join(
            f"{part} {statistics.median(of):.2f} ms" for part, of in zip(PARTS, zip(*values)) if any(of)))
    rest = [row - of[PARTS.index("fork")] for row, of in zip(rows["fork"], parts["fork"])]
    print(f"fork     without the kernel's own fork {spread(rest, ' ms')}")
    for name, by in (("copy", "memcpy"), ("copy", "block"), ("gcore", "copy"), ("gcore", "fork"), ("copy", "fork")):
        ratios = [a / b for a, b in zip(rows[name], rows[by])]
        if ratios:
            print(f"{name} / {by:8} {spread(ratios)}")


if __name__ == "__main__":
    main()
