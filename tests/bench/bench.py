#!/usr/bin/env python3
"""
How long the whole reading takes, against gc.collect() of the same heap in the living process.

usage: bench.py [--objects N] [--runs N] [--python FILE] [--kedge FILE] [--threads N] [--no-cache]

Starts heap.py, takes its core with gcore, reads the core once to have it in the page cache, lets kedge
read it once so that the C structs of this python are in kedge's cache, and then runs gc.collect() in the process and kedge on the core in turn. Prints medians of both, the ratio run
by run, each phase, and the memory that kedge took beside the mapped core. Needs about 4 GB of memory
and 1 GB below the temporary folder for ten million objects; the core is removed at the end.
"""
import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))


def warm(path):
    with open(path, "rb", buffering=0) as core:
        while core.read(1 << 24):
            pass


def reading(kedge, core, threads, options=()):
    command = [kedge, "summary", "--json", "--quiet", *options, core]
    if threads:
        command[2:2] = ["--threads", str(threads)]
    return json.loads(subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout)


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--objects", type=int, default=10_000_000)
    parser.add_argument("--runs", type=int, default=7)
    parser.add_argument("--python", default="/usr/bin/python3.11")
    parser.add_argument("--kedge", default=os.environ.get("KEDGE", "kedge"))
    parser.add_argument("--threads", type=int, default=0)
    parser.add_argument("--no-cache", action="store_true")
    args = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="kedge-bench.") as folder:
        heap = subprocess.Popen([args.python, os.path.join(HERE, "heap.py"), str(args.objects)], text=True,
                                stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        try:
            pid = heap.stdout.readline().split()[1]
            subprocess.run(["gcore", "-o", os.path.join(folder, "core"), pid], check=True,
                           stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            core = os.path.join(folder, "core." + pid)
            warm(core)
            report(args, heap, core)
        finally:
            heap.stdin.close()
            heap.wait()



def report(args, heap, core):
    collects, reads, phases, last, cached = [], [], {}, None, 0
    options = ["--no-cache"] if args.no_cache else []
    reading(args.kedge, core, args.threads, options)
    for _ in range(args.runs):
        print("", file=heap.stdin, flush=True)
        collects.append(float(heap.stdout.readline()))
        last = reading(args.kedge, core, args.threads, options)
        cached += last["layout_cache"]["read"] > 0 and last["layout_cache"]["written"] == 0
        reads.append(sum(p["seconds"] for p in last["phases"]))
        for p in last["phases"]:
            phases.setdefault(p["name"], []).append(p["seconds"])
    ratios = [r / c for r, c in zip(reads, collects)]
    peak = max(p["peak_bytes"] for p in last["phases"])
    budget = 24 * last["objects"] + 8 * last["references"]
    print(f"objects {last['objects']:,}, references {last['references']:,}, core {os.path.getsize(core) / 2**20:,.0f} MiB, "
          f"{args.runs} runs, {args.threads or os.cpu_count()} threads")
    print(f"C structs                     from the cache in {cached} of {args.runs} runs, else from debug information")
    print(f"gc.collect() in the process   median {statistics.median(collects):.3f} s")
    print(f"whole reading by kedge        median {statistics.median(reads):.3f} s, least {min(reads):.3f} s")
    print(f"ratio, run by run             median {statistics.median(ratios):.2f}, least {min(ratios):.2f}, most {max(ratios):.2f}")
    for name, seconds in phases.items():
        print(f"  {name:28}{statistics.median(seconds):.3f} s")
    print(f"memory beside the core        {peak / 2**20:.0f} MiB, {peak / budget:.2f} of 24 bytes an object and 8 an edge")


if __name__ == "__main__":
    sys.exit(main())
