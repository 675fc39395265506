#!/usr/bin/env python3
"""
A file without a build-id, as those linked for musl are: it is matched by where its functions are, and a file whose
headers are the same but whose functions are elsewhere is not.
"""

import json
import os
import shutil
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
PROGRAM = f"""import sys
sys.path.insert(0, sys.argv[1])
import {MODULE}
scanner = {MODULE}.make_scanner(type("C", (), dict(strict=True, object_hook=None, object_pairs_hook=None, parse_float=float,
                                                   parse_int=int, parse_constant=None, memo=dict())))
print({MODULE}.__file__, flush=True)
sys.stdin.read()
"""


def state_of(core, path):
    """(how the file was matched, what verify says of objects of its type)"""
    summary = subprocess.run([KEDGE, "summary", "--json", core], stdin=subprocess.DEVNULL, capture_output=True, timeout=300)
    verified = subprocess.run([KEDGE, "verify", "--all", "--limit", "0", core], stdin=subprocess.DEVNULL, capture_output=True,
                              encoding="utf-8", timeout=300)
    states = [m["state"] for m in json.loads(summary.stdout)["modules"] if m["path"] == path]
    rows = [line.split() for line in verified.stdout.splitlines() if f" {MODULE}.Scanner" in line]
    return states[0] if states else None, rows[0][:3] if rows else None


def main():
    python = elsewhere.oracle.FLAVORS["release"]
    folder = "/usr/lib/python3.11/lib-dynload"
    names = [n for n in os.listdir(folder) if n.startswith(MODULE + ".cpython-311-")] if os.path.isdir(folder) else []
    if shutil.which("gdb") is None or not os.access(python.path, os.X_OK) or not names:
        print(f"SKIP: needs gdb and {python.path} with {MODULE} in a file of its own")
        return 77
    with open(os.path.join(folder, names[0]), "rb") as f:
        data = hide.nameless(f.read())
    with tempfile.TemporaryDirectory(prefix="kedge-nameless.") as place:
        path, core = os.path.join(place, names[0]), os.path.join(place, "core")
        with open(path, "wb") as f:
            f.write(data)
        with subprocess.Popen([python.path, "-c", PROGRAM, place], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                              preexec_fn=elsewhere.oracle.allow_cores, encoding="utf-8") as program:
            try:
                wrong = [] if program.stdout.readline().strip() == path else [f"{path} is not what was loaded"]
                why = elsewhere.gdb_core(program.pid, core)
            finally:
                program.kill()
        if why:
            print(f"SKIP: {why}")
            return 77
        state, row = state_of(core, path)
        if state != "matched" or row != ["1", "1", "0"]:
            wrong.append(f"its own file: {state}, verify {row}")
        os.remove(path)
        with open(path, "wb") as f:
            f.write(hide.with_other_code(data))
        state, row = state_of(core, path)
        if state != "unchecked" or row == ["1", "1", "0"]:
            wrong.append(f"a file of other code: {state}, verify {row}")
        text = subprocess.run([KEDGE, "summary", core], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=300)
        if "1 of them without a build-id" not in text.stdout:
            wrong.append(f"a file of other code is taken for one that was seen to match: {text.stdout}")
    for line in wrong:
        print("FAIL:", line)
    print("PASS" if not wrong else f"{len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
