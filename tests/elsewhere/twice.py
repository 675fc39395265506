#!/usr/bin/env python3
"""
Two CPythons in one process: a program that loads two libpythons (twice.c), and an interpreter that loads a libpython
beside what it has inside. Each is found, the one with the most is read unless --python says another, the other one is
said not to be read, and no object of one is in the reading of the other.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "matrix"), os.path.join(os.path.dirname(HERE), "oracle")]
sys.dont_write_bytecode = True

import elsewhere
import run as oracle
from support import KEDGE, PATIENCE_S, Wrong, attempt, check
from support import run as run_command

LIBRARY = "/usr/lib/x86_64-linux-gnu/libpython3.11.so.1.0"
CODE = """
import gc, time
class %s: pass
kept = [%s() for i in range(%d)]
gc.disable()
with open(%r, 'w') as f:
    known = gc.get_objects()
    f.write(' '.join(str(id(o)) for o in known if type(o) in (dict, %s, type)))
    del known
"""
# What an interpreter does that has a libpython loaded for itself. The library's name space comes first in its own eyes.
BESIDE = """
import ctypes, os, sys, threading
lib = ctypes.CDLL(sys.argv[1], mode=os.RTLD_NOW | os.RTLD_LOCAL | os.RTLD_DEEPBIND)
up = threading.Event()
def other():
    lib.Py_InitializeEx(0)
    lib.PyRun_SimpleString(sys.argv[2].encode())
    up.set()
    lib.PyRun_SimpleString(b"time.sleep(600)")
threading.Thread(target=other, daemon=True).start()
up.wait()
exec(sys.argv[3])
print("up", flush=True)
time.sleep(600)
"""
# A libpython that is loaded and never initialized.
IDLE = "import ctypes, sys, time; ctypes.CDLL(sys.argv[1]); print('up', flush=True); time.sleep(600)"


def code(name, number, path):
    return CODE % (name, name, number, path, name)


def call(*arguments):
    return attempt(KEDGE, *arguments)


def rows(core, options, *more):
    done = call("objects", "--json", "--quiet", *options, *more, core)
    check(done.returncode in (0, 1), f"{options}: {done.stderr}")
    return [json.loads(line) for line in done.stdout.splitlines()]


def one_reading(core, options, name, number, ids_path):
    """Addresses of all that is read; what the interpreter itself listed must be among them."""
    all_rows = rows(core, options)
    found = {int(row["addr"], 16): row for row in all_rows}
    own = [row for row in all_rows if row["type"] == "__main__." + name]
    check(len(own) == number, f"{options}: {len(own)} of {number} {name}")
    with open(ids_path) as f:
        ids = {int(word) for word in f.read().split()}
    lost = [i for i in ids if i not in found or found[i]["gc"] in ("none", "untracked")]
    # What it made while it wrote the list is gone.
    check(len(ids) > 300 and len(lost) <= 3, f"{options}: {len(lost)} of {len(ids)} objects lost")
    return {address for address, row in found.items() if row["gc"] != "none"}


def judge(core, options, pythons):
    """@pythons: [(version, path, name, number, file of ids)] as they are to be listed; the first has the most."""
    done = call("summary", "--json", "--quiet", "--strict", *options, core)
    check(done.returncode == 4, f"strict: {done.returncode}: {done.stderr}")
    answer = json.loads(call("summary", "--json", "--quiet", *options, core).stdout)
    listed = answer["pythons"]
    check(len(listed) == 2 and all(p["initialized"] and p["why"] is None for p in listed), f"listed: {listed}")
    check([p["version"] for p in listed if p["read"]] == [pythons[0][0]], f"read: {listed}, not {pythons[0][:2]}")
    check(not answer["complete"] and any(f"not read is CPython {pythons[1][0]} in" in d for d in answer["doubts"]),
          f"doubts: {answer['doubts']}")
    seen = []
    for version, path, name, number, ids in pythons:
        entry = next(p for p in listed if p["path"] == path)
        ways = [str(entry["number"]), path] + ([version] if pythons[0][0] != pythons[1][0] else [])
        answers = [one_reading(core, [*options, "--python", way], name, number, ids) for way in ways]
        check(all(a == answers[0] for a in answers), f"{ways} do not read the same")
        seen.append(answers[0])
    both = seen[0] & seen[1]
    check(not both, f"{len(both)} objects are in both readings: {[hex(a) for a in list(both)[:5]]}")
    check(one_reading(core, options, *pythons[0][2:]) == seen[0], "the one with the most is not read")
    for which, said in (("9", "no CPython"), ("3.7", "no CPython"), ("nothing", "no CPython"), ("3", "no CPython")):
        done = call("types", *options, "--python", which, core)
        check(done.returncode == 2 and done.stderr.count("\n") == 1 and said in done.stderr and "1: CPython" in done.stderr,
              f"--python {which}: {done.returncode}: {done.stderr}")
    if pythons[0][0] == pythons[1][0]:
        done = call("types", *options, "--python", pythons[0][0], core)
        check(done.returncode == 2 and "more than one" in done.stderr, f"an ambiguous version: {done.stderr}")


def version_of(python):
    command = (["chroot", python.root] if python.root else []) + [python.path]
    return attempt(*command, "-c", "import sys; print('%d.%d.%d' % sys.version_info[:3])").stdout.strip()


def started(python, command, place):
    inside = python.sees(place)

    def before_exec():
        oracle.allow_cores()
        if python.root:
            oracle.enter(python.root)
            os.chdir(inside)

    process = subprocess.Popen([python.sees(part) if part.startswith(place) else part for part in command], cwd=place,
                               preexec_fn=before_exec, stdout=subprocess.PIPE, env=dict(os.environ, PYTHONHOME="/usr"))
    if process.stdout.readline() != b"up\n":
        process.kill()
        process.wait(PATIENCE_S)
        raise oracle.Skip(f"{command[0]} does not start")
    return process


def with_core(python, command, place, judge_core):
    process = started(python, command, place)
    try:
        core, options = elsewhere.take_core(python, process, place)
        if core is None:
            raise oracle.Skip(options)
        judge_core(core, options)
    finally:
        process.kill()
        process.wait(PATIENCE_S)


def test_two_libraries(place, python, libraries, versions):
    """Each of @libraries in its own name space, in a program that has none inside."""
    program = os.path.join(place, "twice")
    run_command("gcc", "-o", program, os.path.join(HERE, "twice.c"), "-D_GNU_SOURCE", "-ldl", "-lpthread")
    files = [os.path.join(place, f"ids-{i}") for i in range(2)]
    codes = [code("Many", 3000, python.sees(files[0])), code("Few", 40, python.sees(files[1]))]
    pythons = [(versions[0], libraries[0], "Many", 3000, files[0]), (versions[1], libraries[1], "Few", 40, files[1])]
    # Both orders: it is not the first one found that is read.
    for order in ((0, 1), (1, 0)):
        command = [program] + [word for i in order for word in (libraries[i], codes[i])]
        with_core(python, command, place, lambda core, options: judge(core, options, pythons))
        for name in os.listdir(place):
            if name.startswith("core"):
                os.unlink(os.path.join(place, name))


def test_beside(place, python):
    # So many that those of the modules which the interpreter itself needs for this are the fewer.
    files = [os.path.join(place, f"ids-{i}") for i in range(2)]
    codes = [code("Many", 40000, files[0]), code("Few", 40, files[1])]
    for mine in range(2):
        paths = [python.path, LIBRARY]
        pythons = [(version_of(python), paths[i ^ mine], ("Many", "Few")[i], (40000, 40)[i], files[i]) for i in range(2)]
        command = [python.path, "-c", BESIDE, LIBRARY, codes[1 - mine], codes[mine]]
        with_core(python, command, place, lambda core, options: judge(core, options, pythons))
        os.unlink(os.path.join(place, "core"))


def test_idle(place, python):
    def judge_idle(core, options):
        answer = json.loads(call("summary", "--json", "--quiet", *options, core).stdout)
        check(answer["complete"] and [(p["read"], p["initialized"]) for p in answer["pythons"]] == [(True, True), (False, False)],
              f"{answer['pythons']} {answer['doubts']}")
        done = call("summary", *options, "--python", LIBRARY, core)
        check(done.returncode == 3 and "has no interpreter" in done.stderr, f"the idle one: {done.returncode} {done.stderr}")
        check(call("summary", *options, "--python", version_of(python), core).returncode == 0, "of one version the one that runs")

    with_core(python, [python.path, "-c", IDLE, LIBRARY], place, judge_idle)


def managed_library():
    """(libpython, version) of a 3.11 that is no Debian package, or None."""
    path = elsewhere.matrix.managed("3.11")
    library = path and os.path.join(os.path.dirname(os.path.dirname(path)), "lib", "libpython3.11.so.1.0")
    return (library, version_of(oracle.Interpreter(path))) if library and os.path.exists(library) else None


def cases():
    """[(name, python, what to run)]"""
    host = oracle.Interpreter("/usr/bin/python3.11")
    version = version_of(host)
    other = managed_library()

    def copied(place):
        copy = shutil.copy(LIBRARY, os.path.join(place, "libpython-copy.so"))
        test_two_libraries(place, host, [LIBRARY, copy], [version, version])

    yield "a copy of itself", host, copied
    if other:
        yield "two micro versions", host, lambda place: test_two_libraries(place, host, [LIBRARY, other[0]], [version, other[1]])
    yield "beside an interpreter", host, lambda place: test_beside(place, host)
    yield "one that is not initialized", host, lambda place: test_idle(place, host)
    both = [python for name, python in elsewhere.at_hand((3, 14)) if python.root]
    if len(both) == 2 and both[0].root == both[1].root:
        libraries = [f"/usr/lib/x86_64-linux-gnu/libpython3.{minor}.so.1.0" for minor in (14, 15)]
        versions = [version_of(python) for python in both]
        yield "3.14 and 3.15", both[0], lambda place: test_two_libraries(place, both[0], libraries, versions)


def main():
    if not os.path.exists(LIBRARY):
        print(f"SKIP: needs {LIBRARY}")
        return 77
    failed = 0
    for name, python, run in cases():
        with tempfile.TemporaryDirectory(prefix="kedge-twice.", dir=elsewhere.folder_for(python)) as place:
            os.chmod(place, 0o755)
            try:
                run(place)
                print(f"PASS: {name}")
            except oracle.Skip as skip:
                print(f"SKIP: {name}: {skip}")
            except Wrong as wrong:
                failed += 1
                print(f"FAIL: {name}: {wrong}")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
