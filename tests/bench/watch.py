#!/usr/bin/env python3
"""
How often kedge watch has its snapshot before the kernel ends a process that grows as fast as it can, and how often its
process had to stop at once for it.

usage: watch.py [--times N] [--build DIR] [WORD...]

Three kinds, of which WORDs name some: "cgroup slowly" (100 MB/s at most, 25 MB from its line to its limit), "cgroup fast"
(as fast as Python makes objects, 200 MB) and "rlimit fast" (RLIMIT_AS, 40 MB). Prints a line for each that was missed,
then for each kind how many were caught, and the machine's load, which decides. It ends with 1 when one was missed.
"""
import argparse
import os
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "live"))
sys.dont_write_bytecode = True


def in_cgroup(live, mib, pace, *options):
    def once(path):
        with live.in_a_cgroup(mib) as put:
            if put is None:
                sys.exit(live.NO_CGROUP)
            with live.started(live.GROW) as program:
                put(program.pid)
                with live.Watch("--cgroup", "60", *options, "-o", path, f"pid:{program.pid}") as watch:
                    program.say(pace)
                    rows = watch.last()
                live.check(program.wait() == -signal.SIGKILL, "the limit did not end it")
                return rows
    return once


def below_rlimit(live):
    def once(path):
        with live.started(live.GROW, stderr=subprocess.DEVNULL) as program, \
                live.Watch("--rlimit", "70", "-o", path, f"pid:{program.pid}") as watch:
            program.say("limit 128\nfast 2000")
            rows = watch.last()
            live.check(program.wait() == 1, "the limit did not end it")
            return rows
    return once


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=100)
    parser.add_argument("--build", default="build")
    parser.add_argument("words", nargs="*")
    args = parser.parse_args()
    os.environ["KEDGE_BUILD"] = args.build
    import watch as live

    kinds = {"cgroup slowly": in_cgroup(live, 64, "slowly 2000"),
             "cgroup fast": in_cgroup(live, 512, "fast 2000", "--every", "3600"),
             "rlimit fast": below_rlimit(live)}
    missed = 0
    with tempfile.TemporaryDirectory(prefix="kedge-bench.") as folder:
        path = os.path.join(folder, "core")
        for kind, once in kinds.items():
            if not all(word in kind for word in args.words):
                continue
            caught = held = 0
            for _ in range(args.times):
                rows = once(path)
                taken = live.snapshots(rows)
                if len(taken) == 1:
                    caught += 1
                    held += "stopped at once" in taken[0]["text"]
                    live.holds_python(path)
                else:
                    print(f"missed, {kind}: {rows}", flush=True)
            missed += args.times - caught
            load = os.getloadavg()[0]
            print(f"{kind}: caught {caught} of {args.times}, stopped at once {held} times, load {load:.1f}", flush=True)
    return 1 if missed else 0


if __name__ == "__main__":
    sys.exit(main())
