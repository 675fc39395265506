#!/usr/bin/env python3
"""
Asks damaged heaps everything: each variant of damage.py that breaks the heap, random bits, cut files, a core
without interpreter or thread states, and one whose tracemalloc tables are broken. Every command must end by
itself with exit status 0, or 1 or 3 and one line on standard error; its JSON is whole; and where the reading
is damaged each answer says so.

Environment: as damage.py; KEDGE_DAMAGE_ONLY picks variants by name.
"""

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

import corefile
import damage

CAN_BE_NO_ANSWER = {"cycles", "why"}  # not known; no type of that name; --by line: tables that cannot be read
LINES = {"cycles"}  # one JSON object a line: what is in doubt is told on standard error


def doubts_of(name, out):
    """What an answer of JSON says is in doubt; None when it has no place for it."""
    if name in LINES:
        for line in out.splitlines():
            json.loads(line)
        return None
    answer = json.loads(out)
    if name == "why":
        return answer["reading"]["doubts"]
    if name == "diff":
        return [doubt for target in answer["targets"] for doubt in target["doubts"]]
    return answer["doubts"]


def document(command, path):
    """An answer that is one JSON value; the test ends where there is none."""
    status, out, err = damage.kedge(command, path)
    if status != 0:
        sys.exit(f"FAIL: {' '.join(command)}: exit status {status}: {err[:500]!r}")
    return json.loads(out)


def problems_with(command, path, damaged):
    name = command[0]
    status, out, err = damage.kedge(command, path)
    no_answer = name in CAN_BE_NO_ANSWER or "line" in command
    problems = damage.common_problems(status, err, (0, 1, 3) if no_answer else (0, 3))
    if status == 1 and len(err.strip().splitlines()) != 1:
        problems.append(f"exit status 1 with {len(err.splitlines())} lines: {err[:500]!r}")
    if status == 0 and "--json" in command:
        try:
            said = doubts_of(name, out)
        except (ValueError, KeyError) as exc:
            return problems + [f"not the JSON that is expected: {exc!r}"]
        if damaged and said == []:
            problems.append("the answer does not say that the reading is damaged")
    if status == 0 and damaged and not err and "--json" not in command and b"INCOMPLETE" not in out \
            and b"Trust: " not in out:
        problems.append("neither the text nor standard error says that the reading is damaged")
    return [f"{' '.join(command)}: {problem}" for problem in problems]


def commands(whole):
    """In pairs of JSON and text, so that half of the variants see each."""
    kinds = [["suspects"], ["roots", "--limit", "0"], ["dominators"], ["cycles"], ["types", "--sort", "retained"],
             ["why", "--type", "Node"], ["why", "--type", "list"], ["diff", whole]]
    return [(kind[:1] + ["--json"] + kind[1:], kind) for kind in kinds]


def judge(name, path, whole, all_of_it, extra=()):
    if damage.ONLY not in name:
        return
    judge.turn += 1
    status, out, _ = damage.kedge(["summary", "--json"], path)
    damaged = status == 0 and not json.loads(out)["complete"]
    problems = []
    for i, (as_json, as_text) in enumerate(commands(whole)):
        if all_of_it or (i + judge.turn) % 4 == 0:
            problems += problems_with(as_json if (i + judge.turn // 4) % 2 else as_text, path, damaged)
    for command in extra:
        problems += problems_with(command, path, damaged)
    damage.verdict(name, problems)


judge.turn = 0


def check_without_interpreter(core, whole):
    """All that a sweep finds is listed, and nothing certain is said of who holds it."""
    runtime = damage.runtime_address()
    before = {row["addr"]: row["type"] for row in rows("objects", core.path)}
    for address in (runtime + 40, runtime + damage.INTERPRETERS_MAIN):
        core.patch_word(address, 0)
    after = {row["addr"]: row["type"] for row in rows("objects", core.path)}
    summary = document(["summary", "--json"], core.path)
    doubts = document(["suspects", "--json"], core.path)["doubts"]
    status, _, err = damage.kedge(["cycles"], core.path)
    chains = document(["why", "--json", "--type", "Node"], core.path)
    roots = document(["roots", "--json"], core.path)
    problems = []
    if len(after) < 0.99 * len(before) or any(before.get(a, t) != t for a, t in after.items()):
        problems.append(f"{len(after)} objects are found of {len(before)}")
    if summary["complete"] or summary["collectable"]["objects"]:
        problems.append(f"called complete, or with garbage: {summary['collectable']}")
    if not any("no interpreter can be read" in text for text in doubts + chains["reading"]["doubts"]):
        problems.append(f"no interpreter: not told in {doubts}")
    if status != 1 or b"no interpreter can be read" not in err:
        problems.append(f"cycles: status {status}, {err!r}")
    if any(row["chain"]["root"].startswith(("sys.modules", "thread", "garbage")) for row in chains["merged"]):
        problems.append(f"a certain answer: {[row['chain']['root'] for row in chains['merged']]}")
    for row in roots["roots"]:
        if row["kind"] == "c-code" and "or what could not be read" not in row["name"]:
            problems.append(f"a certain answer: {row['name']}")
            break
    damage.verdict("no interpreter, what the answers are", problems)
    judge("no interpreter", core.path, whole, True)
    core.restore()


def check_without_threads(core, whole):
    core.patch_word(core.word(damage.runtime_address() + damage.INTERPRETERS_MAIN) + 16, 0)
    doubts = document(["suspects", "--json"], core.path)["doubts"]
    damage.verdict("no thread state, what the answers are",
                   [] if any("no thread's state" in text for text in doubts) else [f"not told: {doubts}"])
    judge("no thread state", core.path, whole, True)
    core.restore()


def check_certain_words(core, at, whole):
    """A list that cannot be read does not make C code the holder of what was in it."""
    core.patch_word(at["list"] + 16, 1 << 60)
    roots = document(["roots", "--json"], core.path)["roots"]
    text = damage.kedge(["roots"], core.path)[1].decode()
    lost = [row["name"] for row in roots if row["kind"] == "c-code"]
    problems = []
    if len(lost) < 100 or any("or what could not be read" not in name for name in lost):
        problems.append(f"{len(lost)} objects that nothing explains: {lost[:3]}")
    if "C code holds them, or what could not be read" not in text:
        problems.append("the table of kinds is certain of what nobody knows")
    damage.verdict("what an unreadable list held is not C code's for certain", problems)
    core.restore()


def rows(command, path):
    status, out, err = damage.kedge([command, "--json", "--limit", "0"], path)
    if status != 0:
        raise RuntimeError(f"{command}: status {status}: {err!r}")
    return [json.loads(line) for line in out.splitlines()]


def table_address(path):
    """Of the static pointer of Modules/_tracemalloc.c, None when no debug information names it."""
    done = subprocess.run(["gdb", "-nx", "-batch", "-iex", "set debuginfod enabled off", damage.PYTHON, path,
                           "-ex", "printf \"at %p\\n\", &tracemalloc_traces"], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8", errors="replace",
                          timeout=300)
    found = re.search(r"^at (0x\w+)$", done.stdout, re.M)
    return int(found.group(1), 16) if found else None


def try_tracemalloc(folder, whole):
    """Its table is the only place where addresses of the target are hashed."""
    path, line = damage.take_core([damage.PYTHON, "-X", "tracemalloc=5", os.path.join(HERE, "target.py")], folder,
                                  "traced")
    core, at = corefile.Core(path), table_address(path)
    by_line = [["types", "--by", "line"], ["diff", "--by", "line", path]]
    judge("tracemalloc is on", path, whole, True, by_line)
    if at is None:
        print("SKIP: no debug information says where tracemalloc's table is")
        return
    # Python/hashtable.c, _Py_hashtable_t: nentries, nbuckets, buckets; an entry: next, hash, key, value.
    wild, far, table = 0x41414141414141, 1 << 60, core.word(at)
    buckets, count = core.word(table + 16), core.word(table + 8)
    entry = next(e for e in (core.word(buckets + 8 * i) for i in range(count)) if e)
    for what, address, value in (("is nowhere", at, wild), ("is NULL", at, 0), ("has 2^60 entries", table, far),
                                 ("has 2^60 buckets", table + 8, far), ("has no buckets", table + 8, 0),
                                 ("has buckets that are nowhere", table + 16, wild),
                                 ("is its own buckets", table + 16, table), ("has a ring of entries", entry, entry),
                                 ("has an entry that is nowhere", entry, wild),
                                 ("has a trace that is nowhere", entry + 24, wild),
                                 ("has a trace that is its entry", entry + 24, entry)):
        core.patch_word(address, value)
        judge(f"tracemalloc's table {what}", path, whole, False, by_line)
        damage_show(f"tracemalloc's table {what}, show", ["show", "--json", path, hex(json.loads(line)["list"])])
        core.restore()
    os.unlink(path)


def damage_show(name, command):
    if damage.ONLY not in name:
        return
    done = subprocess.run([damage.KEDGE, *command, "--no-dwarf"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE, timeout=damage.HANG_S)
    damage.verdict(name, damage.common_problems(done.returncode, done.stderr, (0, 1)))


def try_variants(core, at, whole):
    for number, (name, patches, _) in enumerate(damage.heap_variants(core, at)):
        for address, value, size in patches:
            core.patch_word(address, value, size)
        judge(name, core.path, whole, number % 8 == 0)
        core.restore()


def try_cuts(core, whole, folder):
    path = os.path.join(folder, "cut")
    shutil.copyfile(core.path, path)
    points = [p for p in damage.cut_points(core) if p > len(core.bytes) // 10]
    for size in points[::3]:
        os.truncate(path, size)
        judge(f"cut at {size}", path, whole, False)
    os.unlink(path)


def main():
    if not os.access(damage.PYTHON, os.X_OK):
        print(f"SKIP: needs {damage.PYTHON}")
        return 77
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = tempfile.mkdtemp(prefix="kedge-answers.")
    try:
        path, line = damage.take_core([damage.PYTHON, os.path.join(HERE, "target.py")], folder, "python")
        whole = os.path.join(folder, "whole")
        shutil.copyfile(path, whole)
        core, at = corefile.Core(path), json.loads(line)
        judge("the core before it is damaged", path, whole, True)
        check_without_interpreter(core, whole)
        check_without_threads(core, whole)
        check_certain_words(core, at, whole)
        try_variants(core, at, whole)
        for variant in damage.random_variants(core, 4):
            judge(f"2000 random bits, {variant}", core.path, whole, True)
        try_cuts(core, whole, folder)
        try_tracemalloc(folder, whole)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{damage.results['PASS']} variants passed, {damage.results['FAIL']} failed")
    return 1 if damage.results["FAIL"] or not damage.results["PASS"] else 0


if __name__ == "__main__":
    sys.exit(main())
