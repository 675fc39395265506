#!/usr/bin/env python3
"""
What tracemalloc says of each object in the living process, against what kedge reads in its core.

Runs traced.py on each interpreter of the matrix that is at hand, with 1 and with 10 frames, takes its
core while it waits, lets it answer for every object, and compares all of them, with and without DWARF.
A line for each comparison: PASS, FAIL or SKIP. Exit status: 0 all agree, 1 some do not, 77 nothing could
be tried.

usage: allocations.py [PYTHON...]   (python3.13, say; environment: KEDGE, KEDGE_MATRIX_CACHE)
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "matrix"))
sys.dont_write_bytecode = True

import elsewhere

KEDGE = os.environ.get("KEDGE", "kedge")
SHOWN = 5
ATLEAST = 3000


def take_core(python, process, folder):
    """By gdb even where it cannot read the stacks of threads: they hold no traces."""
    core = os.path.join(folder, "core")
    why = elsewhere.gdb_core(process.pid, core)
    if why:
        raise RuntimeError("no core: " + why)
    return core


def record(python, frames, folder):
    """The core, and {address: traceback} as the process says it."""
    facts = os.path.join(folder, "facts")
    process = elsewhere.start(python, [os.path.join(HERE, "traced.py")], [facts], folder,
                              options=["-X", f"tracemalloc={frames}"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    try:
        if process.stdout.readline() != b"ready\n":
            raise RuntimeError("traced.py did not start")
        core = take_core(python, process, folder)
        process.stdin.write(b"\n")
        process.stdin.flush()
        if process.stdout.readline() != b"done\n":
            raise RuntimeError("traced.py did not answer")
    finally:
        process.kill()
        process.communicate()
    answers = {}
    with open(facts) as f:
        for line in f:
            addr, _, rest = line.partition(" ")
            answers[addr] = json.loads(rest)
    return core, answers


def read(core, options):
    out = subprocess.run([KEDGE, "objects", "--json", "--allocations", *options, core], stdout=subprocess.PIPE,
                         check=True, timeout=300).stdout
    rows = {}
    for line in out.splitlines():
        row = json.loads(line)
        at = row["allocation"]
        rows[row["addr"]] = (row["type"], at and [[f["file"], f["line"]] for f in at])
    return rows


def compare(label, answers, rows):
    wrong, traced, strangers, frames = [], 0, 0, 0
    for addr, said in answers.items():
        if addr not in rows:
            strangers += 1
            continue
        kind, seen = rows[addr]
        traced += said is not None
        frames += len(said or ())
        if said != seen:
            wrong.append(f"    {addr} {kind}: the process says {said}, kedge {seen}")
    compared = len(answers) - strangers
    bad = wrong or strangers or traced < ATLEAST
    print(f"{'FAIL' if bad else 'PASS'}: {label}: {compared} objects, {traced} with a traceback, {frames} frames, "
          f"{len(wrong)} mismatches, {strangers} made after the core was taken")
    print("\n".join(wrong[:SHOWN]), end="\n" if wrong else "")
    return not bad


def check_lines(label, core, options, rows):
    """The lines of "types --by line" add up to the objects that were read one by one."""
    out = json.loads(subprocess.run([KEDGE, "types", "--json", "--by", "line", *options, core],
                                    stdout=subprocess.PIPE, check=True).stdout)
    counts = {}
    for _, at in rows.values():
        key = tuple(at[0]) if at else (None, None)
        counts[key] = counts.get(key, 0) + 1
    said = {(row["file"], row["line"]): row["objects"] for row in out["lines"]}
    print(f"{'PASS' if said == counts else 'FAIL'}: {label} types --by line: {len(said)} lines")
    return said == counts


def check_off(name, python, folder):
    """Without tracemalloc there is one line that says how to turn it on, and exit status 1."""
    process = elsewhere.start(python, [os.path.join(HERE, "untraced.py")], [], folder, stdin=subprocess.PIPE,
                              stdout=subprocess.PIPE)
    try:
        process.stdout.readline()
        core = take_core(python, process, folder)
    finally:
        process.kill()
        process.communicate()
    done = subprocess.run([KEDGE, "types", "--by", "line", *python.options("gcore"), core], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE)
    os.unlink(core)
    good = done.returncode == 1 and not done.stdout and b"PYTHONTRACEMALLOC" in done.stderr and \
        done.stderr.count(b"\n") == 1
    print(f"{'PASS' if good else 'FAIL'}: {name} without tracemalloc: {done.stderr.decode().strip()}")
    return good


def check(name, python, frames, folder):
    core, answers = record(python, frames, folder)
    good = True
    for source, options in (("dwarf", []), ("table", ["--no-dwarf"])):
        if not options and not elsewhere.oracle.has_dwarf(python):
            print(f"SKIP: {name}: no DWARF of it is installed")
            continue
        options = python.options("gcore") + options
        label = f"{name}, {frames} frame(s), {source}"
        rows = read(core, options)
        good &= compare(label, answers, rows)
        good &= check_lines(label, core, options, rows)
    os.unlink(core)
    return good


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    pythons = elsewhere.at_hand((3, 9))
    pythons += [p for p in elsewhere.at_hand((3, 11), "debug") if p[0] == "python3.11d"]
    pythons = [p for p in pythons if p[0] in sys.argv[1:] or len(sys.argv) == 1]
    if not pythons:
        print("SKIP: needs python3.11")
        return 77
    results = []
    for name, python in pythons:
        folder = tempfile.mkdtemp(prefix="kedge-allocations.", dir=elsewhere.folder_for(python))
        try:
            results += [check(name, python, frames, folder) for frames in (1, 10)]
            results.append(check_off(name, python, folder))
        except (RuntimeError, subprocess.CalledProcessError) as error:
            print(f"FAIL: {name}: {error}")
            results.append(False)
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
