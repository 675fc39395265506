#!/usr/bin/env python3
"""
Cuts and breaks one real core in many ways, and holds kedge to this: it ends by itself, with exit
status 0, or 3 and one line on standard error; its JSON is whole; a heap that was broken is
reported as damaged, and with --strict by exit status 4. Prints PASS or FAIL for each variant.

Environment: KEDGE the program under test; KEDGE_ORACLE_PYTHON the interpreter; KEDGE_DAMAGE_ONLY a
word that the names of the variants to run contain.
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
sys.path[:0] = [HERE, os.path.dirname(HERE)]
sys.dont_write_bytecode = True

import corefile
from support import gdb_core

PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
KEDGE = os.environ.get("KEDGE", "kedge")
ONLY = os.environ.get("KEDGE_DAMAGE_ONLY", "")
# Nothing here takes a second by rights; this is what counts as hanging, on a loaded machine too.
HANG_S = 300
# CPython 3.11, Include/internal/pycore_runtime.h, pycore_interp.h, pycore_gc.h: offsets on 64-bit Linux.
INTERPRETERS_MAIN, INTERP_GC, GC_GENERATIONS, GC_COLLECTING = 48, 648, 24, 200

results = {"PASS": 0, "FAIL": 0}


def verdict(name, problems):
    word = "FAIL" if problems else "PASS"
    results[word] += 1
    print(f"{word}: {name}{': ' if problems else ''}{'; '.join(problems)}", flush=True)


def kedge(command, target, *options, stdin=subprocess.DEVNULL):
    """(exit status or None when it hangs, standard output, standard error)"""
    try:
        done = subprocess.run([KEDGE, *command, "--no-dwarf", *options, target], stdin=stdin, stdout=subprocess.PIPE,
                              stderr=subprocess.PIPE, timeout=HANG_S)
    except subprocess.TimeoutExpired:
        return None, b"", b""
    return done.returncode, done.stdout, done.stderr


def common_problems(status, err, allowed):
    if status is None:
        return [f"hangs ({HANG_S} s)"]
    problems = []
    if status not in allowed:
        said = err[-2000:].decode("utf-8", "replace")
        problems.append(f"exit status {status}, expected one of {allowed}; says {said!r}")
    if status == 3 and len(err.strip().splitlines()) != 1:
        problems.append(f"exit status 3 with {len(err.splitlines())} lines: {err[:500]!r}")
    return problems


def damage_of(answer):
    return answer.get("damage", {}).get("count", 0)


def reported(answer):
    """A heap caught in a collection can be whole; that it was caught is what must be said."""
    return damage_of(answer) > 0 or answer.get("gc", {}).get("collecting") not in (None, False)


def judge(name, path, must_report=False, allowed=(0, 3), objects=False, stdin=None):
    """Runs one variant."""
    if ONLY not in name:
        return
    target = "-" if stdin else path
    status, out, err = kedge(["summary", "--json"], target, stdin=open(stdin, "rb") if stdin else subprocess.DEVNULL)
    problems = common_problems(status, err, allowed)
    if status == 0:
        try:
            answer = json.loads(out)
        except ValueError as exc:
            answer = {}
            problems.append(f"not JSON: {exc}")
        damaged = damage_of(answer)
        if must_report and not reported(answer):
            problems.append("the damage is not reported")
        if damaged and not stdin:
            strict = kedge(["summary", "--json"], target, "--strict")[0]
            if strict != 4:
                problems.append(f"exit status {strict} with --strict, expected 4")
    if objects and status == 0:
        problems += objects_problems(target)
    verdict(name, problems)


def objects_problems(path):
    status, out, err = kedge(["objects", "--json", "--refs", "--limit", "0"], path)
    problems = common_problems(status, err, (0, 3))
    for line in out.splitlines():
        try:
            json.loads(line)
        except ValueError as exc:
            return problems + [f"objects: not JSON: {exc}: {line[:200]!r}"]
    return problems


def take_core(argv, folder, name):
    """The core of a program that writes a line and waits; returns its path and the line."""
    process = subprocess.Popen(argv, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, cwd=folder, encoding="utf-8")
    try:
        line = process.stdout.readline()
        path = os.path.join(folder, f"{name}.{process.pid}")
        why = gdb_core(process.pid, path)
        if why:
            sys.exit(f"FAIL: gcore could not take a core (ptrace allowed?)\n{why}")
        return path, line
    finally:
        process.kill()
        process.wait()


def runtime_address():
    done = subprocess.run(["readelf", "--dyn-syms", "-W", PYTHON], stdout=subprocess.PIPE, encoding="utf-8")
    return int(re.search(r"([0-9a-f]{16})\s.*\s_PyRuntime$", done.stdout, re.M).group(1), 16)


def cut_points(core):
    """About forty file lengths: in the headers, the notes, at and inside segments."""
    size = len(core.bytes)
    loads = core.loads()
    points = {0, 1, 4, 15, 16, 40, 63, 64, core.phoff + 1, core.phoff + 56, core.phoff + 56 * core.phnum // 2, size - 1,
              size - 4096}
    for offset, _, _, length in core.notes()[:12:2]:
        points |= {offset, offset + 7, offset + 12 + length // 2}
    for index in range(0, len(loads), max(1, len(loads) // 6)):
        offset, _, length = loads[index]
        points |= {offset, offset + length // 2 + 3}
    largest = max(loads, key=lambda load: load[2])
    points |= {largest[0] + largest[2] * part // 5 + 8 for part in range(5)}
    return sorted((p for p in points if 0 <= p < size), reverse=True)


def try_cuts(core, folder):
    """From the longest to the shortest, so that one copy serves for all."""
    path = os.path.join(folder, "cut.core")
    shutil.copyfile(core.path, path)
    # gdb puts section headers behind the memory, which nobody needs.
    end = max(offset + length for offset, _, length in core.loads())
    for size in cut_points(core):
        os.truncate(path, size)
        judge(f"cut at {size} of {len(core.bytes)}", path, must_report=size < end, objects=size % 3 == 0)
    os.unlink(path)


def flipped(core, offset, size, how):
    field = int.from_bytes(core.bytes[offset:offset + size], "little")
    bits = size * 8
    return {"low bit": field ^ 1, "high bit": field ^ 1 << bits - 1, "all": field ^ (1 << bits) - 1,
            "zero": 0}[how].to_bytes(size, "little")


def try_field(core, name, offset, size, ways=("low bit", "high bit", "all")):
    for how in ways:
        core.patch(offset, flipped(core, offset, size, how))
        judge(f"flipped {name}, {how}", core.path)
        core.restore()


def try_headers(core):
    for name, offset, size in corefile.EHDR_FIELDS:
        try_field(core, name, offset, size)
    kinds = [i for i, s in enumerate(core.segments) if s[0] == corefile.PT_NOTE][:1]
    largest = max(range(core.phnum), key=lambda i: core.segments[i][5])
    for index in (*kinds, core.phnum // 2, largest):
        for name, offset, size in corefile.PHDR_FIELDS:
            try_field(core, f"{name} of segment {index}", core.phoff + 56 * index + offset, size,
                      ("high bit", "all", "zero"))


def try_notes(core):
    for number, (offset, kind, contents, length) in enumerate(core.notes()):
        for name, at in (("namesz", 0), ("descsz", 4), ("type", 8)):
            try_field(core, f"{name} of note {number} ({kind:#x})", offset + at, 4, ("all", "zero"))
        for at in range(0, min(length, 32), 8):
            try_field(core, f"word {at // 8} of note {number} ({kind:#x})", contents + at, 8, ("high bit", "all"))


def gc_state(core):
    runtime = runtime_address()
    return core.word(runtime + INTERPRETERS_MAIN) + INTERP_GC


def gc_nodes(core, head):
    node, found = core.word(head), []
    while node != head and len(found) < 1 << 20:
        found.append(node)
        node = core.word(node) & ~3
    return found


def heap_variants(core, at):
    """[(name, [(address, value, bytes)], whether kedge must report it)]"""
    gc = gc_state(core)
    heads = [gc + GC_GENERATIONS + 24 * i for i in range(3)]
    instances = [address - 16 for address in at["instances"]]
    keys = core.word(at["dict"] + 32)
    wild, far = 0x41414141414141, 1 << 60
    old = gc_nodes(core, heads[2])
    mangled = [(gc + GC_COLLECTING, 1, 4)]
    for i, node in enumerate(old):
        mangled.append((node + 8, 5 << 2 | 2, 8))
        if i % 3 == 0:
            mangled.append((node, core.word(node) | 1, 8))
    lost = instances[10]
    unlinked = [(gc + GC_COLLECTING, 1, 4), (core.word(lost + 8) & ~3, core.word(instances[30]), 8)]
    pool = at["instance"] & ~0x3FFF
    return [
        ("a list of 2^60 items", [(at["list"] + 16, far, 8)], True),
        ("a list of -1 items", [(at["list"] + 16, 2 ** 64 - 1, 8)], True),
        ("a list whose items are nowhere", [(at["list"] + 24, wild, 8)], True),
        ("a list whose items end at the top of memory", [(at["list"] + 24, 2 ** 64 - 8, 8)], True),
        ("a list whose first item is no object", [(core.word(at["list"] + 24), at["list"] + 4, 8)], False),
        ("a list whose items lie in itself", [(at["list"] + 24, at["list"], 8)], False),
        ("a tuple of 2^60 items", [(at["tuple"] + 16, far, 8)], True),
        ("a dict with log2_size 200", [(keys + 8, 200, 1)], True),
        ("a dict with log2_index_bytes 200", [(keys + 9, 200, 1)], True),
        ("a dict of kind 77", [(keys + 10, 77, 1)], False),
        ("a dict of 2^60 entries", [(keys + 24, far, 8)], True),
        ("a dict without keys", [(at["dict"] + 32, 0, 8)], True),
        ("a dict whose keys are nowhere", [(at["unicode dict"] + 32, wild, 8)], True),
        ("a dict whose values are nowhere", [(at["dict"] + 40, wild, 8)], True),
        ("a set with mask 2^60 - 1", [(at["set"] + 32, far - 1, 8)], True),
        ("a set whose table is nowhere", [(at["set"] + 40, wild, 8)], True),
        ("a str of 2^60 characters", [(at["str"] + 16, far, 8)], True),
        ("a str of every state bit", [(at["str"] + 32, 0xFFFFFFFF, 4)], False),
        ("bytes of 2^60", [(at["bytes"] + 16, far, 8)], True),
        ("an int of 2^60 digits", [(at["int"] + 16, far, 8)], True),
        ("an instance whose type is nowhere", [(at["instance"] + 8, wild, 8)], True),
        ("an instance whose type is itself", [(at["instance"] + 8, at["instance"], 8)], True),
        ("an instance whose type is a list", [(at["instance"] + 8, at["list"], 8)], True),
        ("an instance whose type is NULL", [(at["instance"] + 8, 0, 8)], True),
        ("two types that are each other's type", [(at["type"] + 8, at["other type"], 8),
                                                  (at["other type"] + 8, at["type"], 8)], True),
        ("a type that is its own base", [(at["type"] + 256, at["type"], 8)], False),
        ("a type with basicsize 2^60", [(at["type"] + 32, far, 8)], False),
        ("a type with itemsize 2^60", [(at["type"] + 40, far, 8)], False),
        ("a type whose name is nowhere", [(at["type"] + 24, wild, 8)], False),
        ("a type without a method resolution order", [(at["type"] + 344, 0, 8)], False),
        ("type is not its own type", [(at["type of type"] + 8, wild, 8)], False),
        ("type of str is nowhere", [(at["str type"] + 8, wild, 8)], False),
        ("a generator with any state", [(at["generator"] + 75, 0x7F, 1)], False),
        ("a generator whose frame has no code", [(at["generator"] + 80 + 32, 0, 8)], False),
        ("a generator with a stack of 2^31", [(at["generator"] + 80 + 64, 0x7FFFFFFF, 4)], True),
        ("a function without code", [(at["function"] + 48, 0, 8)], False),
        ("code with 2^31 locals", [(at["code"] + 76, 0x7FFFFFFF, 4)], False),
        ("a negative refcount", [(at["instance"], 2 ** 64 - 5, 8)], False),
        ("a collector's list that ends nowhere", [(instances[5], wild, 8)], True),
        ("a collector's list that ends at NULL", [(instances[5], 0, 8)], True),
        ("a collector's list that points into itself", [(instances[20], instances[5], 8)], True),
        ("a node of the collector's list that follows itself", [(instances[5], instances[5], 8)], True),
        ("a node whose predecessor is another", [(instances[5] + 8, instances[25], 8)], True),
        ("a generation's head that is nowhere", [(heads[0], wild, 8)], True),
        ("two generations in one ring", [(heads[0], core.word(heads[2]), 8)], True),
        ("caught in a collection, references half counted", mangled, True),
        ("caught in a collection, objects unlinked", unlinked, True),
        ("a pool of no size class", [(pool + 36, 0xFFFFFFFF, 4)], False),
        ("a pool whose free list is nowhere", [(pool + 8, wild, 8)], False),
        ("a pool whose free list is a ring", [(pool + 8, at["instance"] - 32, 8),
                                              (at["instance"] - 32, at["instance"] - 32, 8)], False),
        ("a pool with more blocks than it holds", [(pool, 0xFFFFFFFF, 4)], False),
        ("a pool of arena 2^32 - 1", [(pool + 32, 0xFFFFFFFF, 4)], False),
        ("interpreters end nowhere", [(runtime_address() + 40, wild, 8)], False),
        ("an interpreter that follows itself", [(core.word(runtime_address() + 48), core.word(runtime_address() + 48),
                                                 8)], False),
        ("threads end nowhere", [(core.word(runtime_address() + 48) + 16, wild, 8)], False),
    ]


def try_heap(core, at):
    for name, patches, must_report in heap_variants(core, at):
        for address, value, size in patches:
            core.patch_word(address, value, size)
        judge(name, core.path, must_report, objects=True)
        core.restore()


def random_variants(core, count):
    """Bits all over the memory of the target, always the same ones; each is undone after its turn."""
    state = 12345
    loads = core.loads()
    for variant in range(count):
        for _ in range(2000):
            state = state * 6364136223846793005 + 1442695040888963407 & 2 ** 64 - 1
            offset, _, size = loads[(state >> 33) % len(loads)]
            at = offset + (state >> 20) % size
            core.patch(at, bytes([core.bytes[at] ^ 1 << (state >> 60) % 8]))
        yield variant
        core.restore()


def try_random(core):
    for variant in random_variants(core, 10):
        judge(f"2000 random bits, {variant}", core.path, objects=variant < 3)


def try_not_cores(core, folder):
    def path_of(name, data):
        path = os.path.join(folder, name)
        with open(path, "wb") as f:
            f.write(data)
        return path

    refused = (3,)
    judge("no such file", os.path.join(folder, "missing"), allowed=refused)
    judge("a folder", folder, allowed=refused)
    judge("an empty file", path_of("empty", b""), allowed=refused)
    judge("a text", path_of("text", b"this is no core\n" * 100), allowed=refused)
    judge("zeros", path_of("zeros", bytes(100000)), allowed=refused)
    judge("an executable", PYTHON, allowed=refused)
    judge("a core header alone", path_of("header", core.bytes[:64]), allowed=refused)
    sleeper, _ = take_core(["/bin/sh", "-c", "echo ready; exec sleep 1000"], folder, "sleep")
    judge("a core without Python", sleeper, allowed=refused)
    other = bytearray(core.bytes[:1 << 20])
    other[18] = 8
    judge("a core of another machine", path_of("mips", bytes(other)), allowed=refused)
    other = bytearray(core.bytes[:1 << 20])
    other[4] = 1
    judge("a 32-bit core", path_of("elf32", bytes(other)), allowed=refused)


def try_compressed(core, folder):
    for tool, suffix in (("gzip", ".gz"), ("zstd", ".zst"), ("xz", ".xz"), ("lz4", ".lz4")):
        if shutil.which(tool) is None:
            print(f"SKIP: {tool} is not installed")
            continue
        path = os.path.join(folder, "core" + suffix)
        with open(path, "wb") as f:
            subprocess.run([tool, "-1", "-c", core.path], stdout=f, check=True)
        judge(f"whole, by {tool}", path, allowed=(0,))
        judge(f"whole, by {tool}, on standard input", path, allowed=(0,), stdin=path)
        os.truncate(path, os.path.getsize(path) // 2)
        judge(f"half, by {tool}", path, must_report=True)
        os.truncate(path, 20)
        judge(f"twenty bytes, by {tool}", path)
        os.unlink(path)
    judge("whole, on standard input", core.path, allowed=(0,), stdin=core.path)


def check_whole(core):
    status, out, err = kedge(["summary", "--json"], core.path)
    problems = common_problems(status, err, (0,))
    if status == 0:
        answer = json.loads(out)
        if damage_of(answer):
            problems.append(f"an undamaged core is called damaged: {answer['damage']}")
        if kedge(["summary", "--json"], core.path, "--strict")[0] != 0:
            problems.append("--strict finds fault with an undamaged core")
    verdict("the core before it is damaged", problems + objects_problems(core.path))


def main():
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: needs {PYTHON}")
        return 77
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    folder = tempfile.mkdtemp(prefix="kedge-damage.")
    try:
        path, line = take_core([PYTHON, os.path.join(HERE, "target.py")], folder, "python")
        core, at = corefile.Core(path), json.loads(line)
        check_whole(core)
        try_not_cores(core, folder)
        try_headers(core)
        try_notes(core)
        try_heap(core, at)
        try_random(core)
        try_compressed(core, folder)
        try_cuts(core, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{results['PASS']} variants passed, {results['FAIL']} failed")
    return 1 if results["FAIL"] or not results["PASS"] else 0


if __name__ == "__main__":
    sys.exit(main())
