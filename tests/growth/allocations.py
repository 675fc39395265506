#!/usr/bin/env python3
"""
What tracemalloc says of each object in the living process, against what kedge reads in its core.

Runs traced.py on each interpreter with 1 and with 10 frames, takes its core while it waits, lets
it answer for every object, and compares all of them, with and without DWARF. A line for each
comparison: PASS, FAIL or SKIP. Exit status: 0 all agree, 1 some do not, 77 nothing could be tried.

Environment: KEDGE the program under test.
"""

import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
KEDGE = os.environ.get("KEDGE", "kedge")
PYTHONS = [os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11"),
           os.environ.get("KEDGE_ORACLE_PYTHON_DEBUG", "/usr/bin/python3.11d")]
SHOWN = 5
ATLEAST = 3000


def gcore(pid, folder):
    prefix = os.path.join(folder, "core")
    done = subprocess.run(["gcore", "-o", prefix, str(pid)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.STDOUT, timeout=300)
    core = f"{prefix}.{pid}"
    if not os.path.exists(core):
        raise RuntimeError("gcore left no core: " + done.stdout.decode("utf-8", "replace"))
    return core


def record(python, frames, folder):
    """The core, and {address: traceback} as the process says it."""
    facts = os.path.join(folder, "facts")
    command = [python, "-X", f"tracemalloc={frames}"] if frames else [python]
    process = subprocess.Popen(command + [os.path.join(HERE, "traced.py"), facts], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
    try:
        if process.stdout.readline() != b"ready\n":
            raise RuntimeError("traced.py did not start")
        core = gcore(process.pid, folder)
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


def check_off(python, folder):
    """Without tracemalloc there is one line that says how to turn it on, and exit status 1."""
    process = subprocess.Popen([python, "-c", "print(1, flush=True); input()"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE)
    try:
        process.stdout.readline()
        core = gcore(process.pid, folder)
    finally:
        process.kill()
        process.communicate()
    done = subprocess.run([KEDGE, "types", "--by", "line", core], stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    os.unlink(core)
    good = done.returncode == 1 and not done.stdout and b"PYTHONTRACEMALLOC" in done.stderr and \
        done.stderr.count(b"\n") == 1
    print(f"{'PASS' if good else 'FAIL'}: {os.path.basename(python)} without tracemalloc: {done.stderr.decode().strip()}")
    return good


def check(python, frames, folder):
    core, answers = record(python, frames, folder)
    good = True
    for name, options in (("dwarf", []), ("table", ["--no-dwarf"])):
        label = f"{os.path.basename(python)}, {frames} frame(s), {name}"
        rows = read(core, options)
        good &= compare(label, answers, rows)
        good &= check_lines(label, core, options, rows)
    os.unlink(core)
    return good


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    pythons = [p for p in PYTHONS if os.access(p, os.X_OK)]
    if not pythons or shutil.which("gcore") is None:
        print("SKIP: needs python3.11 and gcore")
        return 77
    folder = tempfile.mkdtemp(prefix="kedge-allocations.")
    try:
        results = [check(python, frames, folder) for python in pythons for frames in (1, 10)]
        results += [check_off(python, folder) for python in pythons]
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 0 if all(results) else 1


if __name__ == "__main__":
    sys.exit(main())
