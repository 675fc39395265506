#!/usr/bin/env python3
"""
The samples about growth, run and held to what kedge says: ten cores that plateau, ten that grow,
and workers forked around a shared heap.

Every number is compared with what the program counted itself. A line for each check: PASS, FAIL or
SKIP. Exit status: 0 all agree, 1 some do not, 77 nothing could be tried.

Environment: KEDGE the program under test; KEDGE_SRC the source tree.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import PATIENCE_S, Wrong, gdb_core

SOURCE = os.environ.get("KEDGE_SRC") or os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
KEDGE = os.environ.get("KEDGE", "kedge")
PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
ROUNDS = 10

failed = []


def check(what, good, *said):
    print(f"{'PASS' if good else 'FAIL'}: {what}{': ' if said else ''}{' '.join(map(str, said))}", flush=True)
    if not good:
        failed.append(what)


def equal(what, kedge, process):
    check(what, kedge == process, f"kedge {kedge}, the process {process}")


def gcore(pid, core):
    why = gdb_core(pid, core)
    if why:
        raise RuntimeError(why)
    return core


class Sample:
    """A program of samples/ that answers with lines of JSON and waits for lines."""

    def __init__(self, name, *options):
        self.process = subprocess.Popen([PYTHON, os.path.join(SOURCE, "samples", name), *options],
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))

    def answer(self):
        return json.loads(self.process.stdout.readline())

    def next(self):
        self.process.stdin.write(b"\n")
        self.process.stdin.flush()

    def end(self):
        self.process.stdin.close()
        self.process.stdout.close()
        self.process.wait(PATIENCE_S)


def diff(cores, *options, status=0):
    done = subprocess.run([KEDGE, "diff", *options, *cores], stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=300)
    if done.returncode != status:
        raise RuntimeError(f"kedge diff: exit status {done.returncode}, {status} expected: {done.stderr.decode()}")
    return done


def by_name(doc, kind):
    return {row[kind]: row for row in doc[kind + "s"]}


def rounds(folder, *options):
    """Ten cores, and what the process said at each."""
    sample, cores, said = Sample("plateau.py", *options), [], []
    try:
        for number in range(ROUNDS):
            said.append(sample.answer())
            cores.append(gcore(said[-1]["pid"], os.path.join(folder, f"round{number}")))
            sample.next()
    finally:
        sample.end()
    return cores, said


def remove(cores):
    for core in cores:
        os.unlink(core)


def check_types(doc, said):
    """Each target's counts of the types that the process counts too."""
    types = by_name(doc, "type")
    for key, kind in (("sessions", "__main__.Session"),):
        rows = types.get(kind, {"targets": [None] * ROUNDS})["targets"]
        equal(f"{kind} at each round", [row["objects"] if row else 0 for row in rows], [s[key] for s in said])
        equal(f"bytes of {kind} at each round", [row["bytes"] if row else 0 for row in rows],
              [s["session_bytes"] for s in said])


def plateaus(folder):
    cores, said = rounds(folder)
    doc = json.loads(diff(cores, "--json").stdout)
    equal("ten that plateau: verdict", doc["trend"]["verdict"], "plateaus")
    answers = [s["answer_bytes"] for s in said]
    check("ten that plateau: it rose in the beginning", answers[-1] > 2 * answers[0] and doc["growth"] > 500000,
          f"{answers[0]} to {answers[-1]} bytes of answers, growth {doc['growth']}")
    check_types(doc, said)
    late = json.loads(diff(cores[4:], "--json", "--by", "type").stdout)
    check("ten that plateau: the gate lets the late ones pass", late["growth"] < 1 << 20, late["growth"])
    diff(cores[4:], "--quiet", "--fail-above", "1M")
    remove(cores)


def grows(folder):
    cores, said = rounds(folder, "--leak")
    doc = json.loads(diff(cores, "--json").stdout)
    equal("ten that grow: verdict", doc["trend"]["verdict"], "grows")
    equal("ten that grow: pairs that rise", doc["trend"]["rising_pairs"], doc["trend"]["pairs"])
    check_types(doc, said)
    bodies = by_name(doc, "type")["bytearray"]
    # A bytearray's content is in its size.
    equal("ten that grow: growth of bytearray", bodies["growth"], said[-1]["body_bytes"] - said[0]["body_bytes"])
    owners = [row for row in doc["owners"] if re.search(r"\bREGISTRY('\])?$", row["owner"])]
    check("ten that grow: the owner is REGISTRY", len(owners) == 1 and owners[0]["trend"]["verdict"] == "grows",
          owners and owners[0]["owner"])
    equal("ten that grow: objects REGISTRY holds grow with it, three a session",
          owners[0]["targets"][-1]["objects"] - owners[0]["targets"][1]["objects"],
          3 * (said[-1]["sessions"] - said[1]["sessions"]))
    gate = diff(cores, "--fail-above", "1M", "--quiet", status=1).stderr.decode()
    check("ten that grow: the gate names REGISTRY", "REGISTRY" in gate and gate.count("\n") == 1, gate.strip())
    same = json.loads(diff([cores[3], cores[3], cores[3]], "--json").stdout)
    equal("a core and itself: growth", same["growth"], 0)
    equal("a core and itself: all survive", same["survivors"]["objects"], same["targets"][0]["objects"])
    remove(cores)


def workers(folder):
    sample = Sample("workers.py")
    try:
        said = sample.answer()
        master = gcore(said["master"], os.path.join(folder, "master"))
        cores = [gcore(w["pid"], os.path.join(folder, f"worker{i}")) for i, w in enumerate(said["workers"])]
    finally:
        sample.end()
    for number, core in enumerate(cores, 1):
        one = said["workers"][number - 1]
        doc = json.loads(diff([master, core], "--json").stdout)
        survivors = doc["survivors"]["types"]
        equal(f"worker {number}: rows that it shares", survivors.get("__main__.Row", 0), one["rows"])
        results = by_name(doc, "type").get("__main__.Result", {"targets": [None, None], "growth": 0})
        row = results["targets"][1]
        # One that keeps nothing may have its last result in a local variable, but not in RESULTS.
        equal(f"worker {number}: results that it keeps", row["objects"] if row else 0, one["results"])
        owners = [row["owner"] for row in doc["owners"] if "RESULTS" in row["owner"] and row["growth"] > one["data_bytes"]]
        equal(f"worker {number}: RESULTS grew", len(owners) > 0, one["results"] > 0)
    remove([master, *cores])


def main():
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: needs {PYTHON}")
        return 77
    folder = tempfile.mkdtemp(prefix="kedge-growth.")
    try:
        plateaus(folder)
        grows(folder)
        workers(folder)
    except (RuntimeError, subprocess.SubprocessError, Wrong) as trouble:
        check("the samples run", False, trouble)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
