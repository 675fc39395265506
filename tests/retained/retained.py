#!/usr/bin/env python3
"""
Retained sizes on real heaps, in two ways.

Against the program itself: target.py builds lists, dicts, views, cycles and says by sys.getsizeof()
what each retains and which object dominates it. Against the definition: for some hundred objects of
the same heap the object is removed from the graph of "objects --json --refs", what the roots still
reach is searched anew, and the bytes that are out of reach must be what kedge says; likewise for all
instances of each type at once. The roots are found here as well, from reference counts.

Environment: KEDGE; KEDGE_ORACLE_PYTHON the interpreter. Exit status 0, 1, or 77 when it cannot run.
"""

import json
import os
import random
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.dont_write_bytecode = True

from support import gdb_core

PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
KEDGE = os.environ.get("KEDGE", "kedge")
SAMPLES = 150
FROZEN = 500_000_000  # static objects with such counts count nothing that they refer to
HOLDS = {"traverse", "owned", "guess"}

failed = 0


def fail(text):
    global failed
    failed += 1
    if failed <= 20:
        print("FAIL:", text)


def take_core(folder, *args):
    """The core of target.py, and what it expects."""
    core = os.path.join(folder, "core")
    target = subprocess.Popen([PYTHON, "-I", os.path.join(HERE, "target.py"), *args], cwd=folder,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE)
    try:
        line = target.stdout.readline()
        if not line:
            sys.exit("target.py ended early")
        why = gdb_core(target.pid, core)
        if why:
            sys.exit(f"FAIL: {why}")
        return core, json.loads(line)
    finally:
        target.kill()
        target.wait()


def kedge(*args):
    return subprocess.run([KEDGE, *args], check=True, stdout=subprocess.PIPE).stdout


def rows(*args):
    return [json.loads(line) for line in kedge(*args, "--json").splitlines()]


def check_expected(core, objects, expected):
    """What the program says of itself. Its list of expectations holds only addresses."""
    for name, address, size, owner in expected:
        row = objects.get(hex(address))
        if row is None:
            fail(f"{name}: no object at {address:#x}")
            continue
        if row["retained"] != size:
            fail(f"{name}: {row['type']} {hex(address)} retains {row['retained']}, expected {size}")
        if owner is not None:
            shown = json.loads(kedge("show", core, hex(address), "--json"))
            if shown["dominator"] != hex(owner) or shown["retained"] != size:
                fail(f"{name}: show says {shown['dominator']}, {shown['retained']}, expected {hex(owner)}, {size}")
    print(f"{len(expected)} objects of the program compared")


class Graph:
    def __init__(self, core, objects):
        self.rows = list(objects.values())
        number = {row["addr"]: i for i, row in enumerate(self.rows)}
        self.own = [row["size"] for row in self.rows]
        for row in rows("buffers", core, "--min-size", "0"):
            if not row["in_size"]:
                self.own[number[row["addr"]]] += row["bytes"]
        self.out = [[] for _ in self.rows]
        self.into = [[] for _ in self.rows]
        found = [0] * len(self.rows)
        for i, row in enumerate(self.rows):
            # The dict of interned strings shows its values to the collector and counts neither them nor its keys.
            uncounted = {address for address, label, kind in row["refs"] if (label, kind) == ("key", "weak")}
            for address, _, kind in row["refs"]:
                to = number.get(address)
                if to is None or kind not in HOLDS or address in uncounted:
                    continue
                self.out[i].append(to)
                self.into[to].append(i)
                found[to] += kind != "guess" and row["refcount"] < FROZEN
        self.roots = {i for i, row in enumerate(self.rows) if row["refcount"] > found[i] and not row["collectable"]}
        self.add_sources()

    def reach(self, start, edges, without=(), within=None):
        seen = bytearray(len(self.rows))
        for i in without:
            seen[i] = 1
        queue = [i for i in start if not seen[i]]
        for i in queue:
            seen[i] = 1
        for i in queue:
            for to in edges[i]:
                if not seen[to] and (within is None or to in within):
                    seen[to] = 1
                    queue.append(to)
        return queue

    def add_sources(self):
        """Of what the roots do not reach, the components that nothing else leads to: candidates are
        the nodes that a search finishes last."""
        rest = set(range(len(self.rows))) - set(self.reach(self.roots, self.out))
        finished, seen = [], set()
        for start in sorted(rest):
            if start in seen:
                continue
            seen.add(start)
            stack = [(start, iter(self.out[start]))]
            while stack:
                node, more = stack[-1]
                to = next((t for t in more if t in rest and t not in seen), None)
                if to is None:
                    finished.append(node)
                    stack.pop()
                else:
                    seen.add(to)
                    stack.append((to, iter(self.out[to])))
        reached = set()
        for node in reversed(finished):
            if node not in reached:
                reached.update(self.reach([node], self.out, within=rest))
                self.roots.update(self.reach([node], self.into, within=rest))

    def lost(self, *nodes):
        """Bytes and objects out of reach without @nodes, themselves included."""
        left = self.reach(self.roots, self.out, without=nodes)
        return self.total - sum(self.own[i] for i in left), len(self.rows) - len(left)

    def check(self, core):
        self.total = sum(self.own)
        if len(self.reach(self.roots, self.out)) != len(self.rows):
            fail("some objects are out of reach from all roots")
        largest = sorted(range(len(self.rows)), key=lambda i: -self.rows[i]["retained"])
        holders = [i for i in range(len(self.rows)) if self.rows[i]["retained"] > self.own[i]]
        pick = random.Random(1)
        chosen = set(largest[:SAMPLES // 3]) | set(pick.sample(holders, SAMPLES // 3))
        chosen |= set(pick.sample(range(len(self.rows)), SAMPLES // 3))
        for i in sorted(chosen):
            size, count = self.lost(i)
            row = self.rows[i]
            if row["retained"] != size:
                fail(f"{row['type']} {row['addr']} retains {row['retained']}, without it {size} are lost ({count})")
        print(f"{len(self.rows)} objects, {len(self.roots)} roots: {len(chosen)} removed one by one")

    def check_types(self, core):
        """All instances of a type are removed at once, for every type."""
        instances = {}
        for i, row in enumerate(self.rows):
            instances.setdefault(row["type"], []).append(i)
        types = json.loads(kedge("types", core, "--json", "--sort", "retained", "--limit", "0"))["types"]
        if {row["type"]: row["objects"] for row in types} != {name: len(them) for name, them in instances.items()}:
            fail("types: not the types of the objects")
        if [row["retained"] for row in types] != sorted((row["retained"] for row in types), reverse=True):
            fail("types --sort retained")
        more = 0
        for row in types:
            size, _ = self.lost(*instances[row["type"]])
            # Those that no other instance holds already: what the type holds together is beyond their sum.
            more += size > sum(self.rows[i]["retained"] for i in instances[row["type"]])
            if row["retained"] != size:
                fail(f"all {row['type']} retain {row['retained']}, without them {size} are lost")
        if not more:
            fail("no type holds anything together, so nothing was tried")
        few = json.loads(kedge("types", core, "--json", "--limit", "5"))["types"]
        if any(row not in types for row in few):
            fail("types: a few rows are not those of the whole list")
        print(f"{len(types)} types removed one by one; {more} hold something only together")


def check_tree(core, objects, graph):
    """The levels of the tree add up, and the top level holds all."""
    top = json.loads(kedge("dominators", core, "--json", "--limit", "0"))
    total = sum(row["retained"] for row in top["rows"])
    if not total == top["total"] == top["retained"] == top["children_retained"] == graph.total:
        fail(f"the top level retains {total} of {graph.total}: {top['total']}, {top['children_retained']}")
    if sum(row["objects"] for row in top["rows"]) != len(objects):
        fail("the top level does not hold all objects")
    number = {row["addr"]: i for i, row in enumerate(graph.rows)}
    for row in top["rows"][:30]:
        below = json.loads(kedge("dominators", core, row["addr"], "--json", "--limit", "0"))
        own = graph.own[number[row["addr"]]]
        if below["addr"] != row["addr"] or below["retained"] != own + sum(r["retained"] for r in below["rows"]):
            fail(f"{row['addr']}: the parts do not add up to what it retains")
        if any(r["retained"] != objects[r["addr"]]["retained"] for r in below["rows"]):
            fail(f"{row['addr']}: dominators and objects differ")
    shown = [r["retained"] for r in top["rows"]]
    if shown != sorted(shown, reverse=True):
        fail("the top level is not sorted by retained bytes")
    if {number[row["addr"]] for row in top["rows"]} < graph.roots:
        fail("a root is missing from the top level")


def check_columns(core, objects):
    """The column is the same number wherever it is shown."""
    for row in rows("buffers", core, "--min-size", "10K"):
        if row["retained"] != objects[row["addr"]]["retained"]:
            fail(f"buffers: {row['addr']}")
    frames = [f for thread in rows("threads", core) for f in thread["frames"]]
    values = [v for f in frames for v in f["locals"]]
    if not any(v["name"] == "local" for v in values):
        fail("threads: the local variable is missing")
    for v in values:
        if v["retained"] != objects[v["addr"]]["retained"]:
            fail(f"threads: local {v['name']}")
    sorted_rows = rows("objects", core, "--sort", "retained")
    if [r["retained"] for r in sorted_rows] != sorted((r["retained"] for r in objects.values()), reverse=True):
        fail("objects --sort retained")


def check(folder, *args):
    core, expected = take_core(folder, *args)
    objects = {row["addr"]: row for row in rows("objects", core, "--refs")}
    check_expected(core, objects, expected)
    if "arrays" not in args:
        graph = Graph(core, objects)
        graph.check(core)
        graph.check_types(core)
        check_tree(core, objects, graph)
        check_columns(core, objects)
    os.unlink(core)


def main():
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: needs {PYTHON}")
        return 77
    with tempfile.TemporaryDirectory(prefix="kedge-retained.") as folder:
        check(folder)
        if subprocess.run([PYTHON, "-I", "-c", "import numpy"], stderr=subprocess.DEVNULL).returncode == 0:
            check(folder, "arrays")
        else:
            print("no numpy for this interpreter: shared arrays are not compared")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
