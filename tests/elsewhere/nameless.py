#!/usr/bin/env python3
"""
A file without a build-id, as those linked for musl are: it is matched by where its functions are, and a file whose
headers are the same but whose functions are elsewhere is not. So are files whose build-ids are not in the core, as in those
that qemu writes of a user program, which have the first page of no file.
"""

import json
import os
import re
import shutil
import struct
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "matrix"), HERE]
sys.dont_write_bytecode = True

import elsewhere
import hide

KEDGE = os.environ.get("KEDGE", os.path.join(HERE, "..", "..", "build", "kedge"))
MODULE = "_json"
PT_LOAD = 1
PROGRAM = f"""import sys
sys.path.insert(0, sys.argv[1])
import {MODULE}
scanner = {MODULE}.make_scanner(type("C", (), dict(strict=True, object_hook=None, object_pairs_hook=None, parse_float=float,
                                                   parse_int=int, parse_constant=None, memo=dict())))
print({MODULE}.__file__, flush=True)
sys.stdin.read()
"""


def headless(core):
    """Takes out of the core what begins with the header of a file. Returns how often."""
    with open(core, "r+b") as f:
        head = f.read(64)
        phoff, = struct.unpack_from("<Q", head, 32)
        phnum, = struct.unpack_from("<H", head, 56)
        taken = 0
        for at in range(phoff, phoff + 56 * phnum, 56):
            f.seek(at)
            kind, offset, size = struct.unpack("<I4xQ16xQ16x", f.read(56))
            f.seek(offset)
            if kind == PT_LOAD and size and f.read(4) == b"\x7fELF":
                f.seek(at + 32)
                f.write(bytes(8))  # p_filesz
                taken += 1
    return taken


def state_of(core, path):
    """(how the file was matched, by what, what verify says of objects of its type, the same of the program)"""
    summary = subprocess.run([KEDGE, "summary", "--json", core], stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    verified = subprocess.run([KEDGE, "verify", "--all", "--limit", "0", core], stdin=subprocess.DEVNULL, capture_output=True,
                              encoding="utf-8", timeout=300)
    modules = {m["path"]: (m["state"], m["matched_by"]) for m in json.loads(summary.stdout)["modules"]}
    rows = [line.split() for line in verified.stdout.splitlines() if f" {MODULE}.Scanner" in line]
    return modules.get(path), rows[0][:3] if rows else None, modules.get(os.path.realpath(elsewhere.oracle.PYTHON))


def taken(place, name, data, core):
    """The core of a program that loaded @data from the file @name. Returns what went wrong, why there is no core."""
    path = os.path.join(place, name)
    with open(path, "wb") as f:
        f.write(data)
    with subprocess.Popen([elsewhere.oracle.PYTHON, "-c", PROGRAM, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          preexec_fn=elsewhere.oracle.allow_cores, encoding="utf-8") as program:
        try:
            wrong = [] if program.stdout.readline().strip() == path else [f"{path} is not what was loaded"]
            return wrong, elsewhere.gdb_core(program.pid, core)
        finally:
            program.kill()


def check(core, path, data, by, words):
    """What is wrong with how @core's file is matched, which has @data; and another one in its place. @by: what tells the program"""
    wrong = []
    state, row, program = state_of(core, path)
    if state != ("matched", "functions") or row != ["1", "1", "0"] or program != ("matched", by):
        wrong.append(f"{words}, its own file: {state}, verify {row}, the program: {program}")
    os.remove(path)
    with open(path, "wb") as f:
        f.write(hide.with_other_code(data))
    state, row, _ = state_of(core, path)
    if state != ("unchecked", "headers") or row == ["1", "1", "0"]:
        wrong.append(f"{words}, a file of other code: {state}, verify {row}")
    text = subprocess.run([KEDGE, "summary", core], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=300)
    told = re.search(r"mapped files matched(, \d+ of them without a build-id by where their functions are)?"
                     r", (\d+) of them without a build-id by size and headers alone", text.stdout)
    if not told or (told[1] is None) != (by == "build-id") or (by == "build-id" and told[2] != "1"):
        wrong.append(f"{words}, a file of other code is taken for one that was seen to match: {text.stdout}")
    return wrong


def main():
    python = elsewhere.oracle.FLAVORS["release"]
    folder = "/usr/lib/python3.11/lib-dynload"
    names = [n for n in os.listdir(folder) if n.startswith(MODULE + ".cpython-311-")] if os.path.isdir(folder) else []
    if shutil.which("gdb") is None or not os.access(python.path, os.X_OK) or not names:
        print(f"SKIP: needs gdb and {python.path} with {MODULE} in a file of its own")
        return 77
    with open(os.path.join(folder, names[0]), "rb") as f:
        data = f.read()
    wrong = []
    for words, its, by in (("without a build-id", hide.nameless(data), "build-id"), ("without headers in the core", data, "functions")):
        with tempfile.TemporaryDirectory(prefix="kedge-nameless.") as place:
            core = os.path.join(place, "core")
            more, why = taken(place, names[0], its, core)
            if why:
                print(f"SKIP: {why}")
                return 77
            if by == "functions" and headless(core) < 2:
                more.append("the core has no headers anyway")
            wrong += more + check(core, os.path.join(place, names[0]), its, by, words)
    for line in wrong:
        print("FAIL:", line)
    print("PASS" if not wrong else f"{len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
