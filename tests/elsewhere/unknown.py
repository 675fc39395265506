#!/usr/bin/env python3
"""
A CPython that is newer than every one kedge knows: a copy of the newest at hand that calls itself the next one is
read as that, and so is a copy of 3.11 that calls itself 3.99, since it looks like 3.11; every answer says so.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "matrix"), os.path.join(os.path.dirname(HERE), "oracle"), HERE]
sys.dont_write_bytecode = True

import elsewhere
import hide
import run as oracle

KEDGE = os.environ.get("KEDGE", os.path.join(HERE, "..", "..", "build", "kedge"))
PROGRAM = """import sys
kept = [{number: str(number)} for number in range(1000)]
print(sys.hexversion, flush=True)
sys.stdin.read()
"""
PROBED = "types, collector, tuples, dicts, threads, frames"


def renamed(python, major, minor, place):
    """(a copy without debug information that calls itself @major.@minor.0, its version before)"""
    with open(python.outside(), "rb") as f:
        data = hide.called(hide.without_build_id(f.read()), major, minor)
    asked = ["-S", "-c", "import sys; print(sys.hexversion)"]
    command = (["chroot", python.root] if python.root else []) + python.command(*asked)
    version = int(subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8").stdout)
    path = os.path.join(place, "python-unknown")
    with open(path, "wb") as f:
        f.write(data)
    os.chmod(path, 0o755)
    return oracle.Interpreter(python.sees(path), python.root, debug_files=python.debug_files, guarded=python.guarded,
                              gcore=python.gcore), version


def core_of(python, place):
    """(core, options), or (None, why)"""
    source = os.path.join(place, "program.py")
    with open(source, "w") as f:
        f.write(PROGRAM)
    with tempfile.TemporaryDirectory(prefix="kedge-unknown.", dir=elsewhere.folder_for(python)) as folder:
        with elsewhere.start(python, [source], [], folder, ["-S"], {"PYTHONHOME": "/usr"}, stdin=subprocess.PIPE,
                             stdout=subprocess.PIPE) as program:
            try:
                if not program.stdout.readline():
                    return None, "the program does not run"
                core, options = elsewhere.take_core(python, program, folder)
            finally:
                program.kill()
        if core:
            core = shutil.move(core, os.path.join(place, "taken"))
    return core, options


def kedge(*arguments):
    done = subprocess.run([KEDGE, *arguments], stdin=subprocess.DEVNULL, capture_output=True, encoding="utf-8", timeout=300)
    return done.returncode, done.stdout, done.stderr


def wrong_with_read(core, options, told, known):
    status, out, err = kedge("summary", "--json", core, *options)
    if status:
        yield f"status {status}: {err}"
        return
    answer = json.loads(out)
    table, doubt = answer["layout_table"], answer["doubts"][0] if answer["doubts"] else ""
    if answer["python"]["version"] != told or not table or known not in table:
        yield f"read as {answer['python']['version']} by {table}"
    if answer["complete"] or answer["damage"]["count"]:
        yield f"complete: {answer['complete']}, damage: {answer['damage']}"
    if answer["negative"] or (answer["verify"] or {}).get("disagree"):
        yield f"{answer['negative']} with too few counts, {answer['verify']}"
    if not doubt.startswith(f"this kedge does not know CPython {told} ") or str(table) not in doubt:
        yield f"the first doubt is {doubt!r}"
    if not doubt.endswith(f"fit: {PROBED}"):
        yield f"what fits: {doubt!r}"
    text = kedge("summary", core, *options)[1]
    if f"layouts from the nearest table, {table}\n" not in text or doubt not in text:
        yield f"the text does not tell:\n{text}"
    if doubt not in kedge("threads", core, *options)[2]:
        yield "threads does not tell"


def check(name, python, major, minor, place):
    """Whether all is as it should be; None when it cannot be tried."""
    copy, version = renamed(python, major, minor, place)
    core, options = core_of(copy, place)
    if core is None:
        print(f"SKIP: {name}: {options}")
        return None
    told, known = f"{major}.{minor}.0", f"cpython-{version >> 24}.{version >> 16 & 0xff}."
    wrong = list(wrong_with_read(core, options, told, known))
    print(f"{'FAIL' if wrong else 'PASS'}: {name} called {told}")
    for line in wrong:
        print("  " + line)
    return not wrong


def main():
    tried = [("python3.11", oracle.Interpreter("/usr/bin/python3.11"), 3, 99)]
    tried += [(name, python, 3, 16) for name, python in elsewhere.at_hand((3, 15))]
    if shutil.which("gdb") is None or not os.access(tried[0][1].path, os.X_OK):
        print("SKIP: needs gdb and /usr/bin/python3.11")
        return 77
    done = []
    for name, python, major, minor in tried:
        with tempfile.TemporaryDirectory(prefix="kedge-unknown.", dir=elsewhere.folder_for(python)) as place:
            os.chmod(place, 0o755)
            done.append(check(name, python, major, minor, place))
    done = [result for result in done if result is not None]
    return 0 if all(done) and done else 77 if not done else 1


if __name__ == "__main__":
    sys.exit(main())
