#!/usr/bin/env python3
"""
Files that were removed or replaced since, and files that only a process in mounts of its own sees: of a living process
all is read as before; of a core as much as it holds, and the file that is another one now is named.
"""

import ctypes
import glob
import json
import os
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import KEDGE, PYTHON, Program, Wrong, attempt, check, gdb_core, kedge, rests, wait_until

EXTENSION = "/usr/lib/python3.11/lib-dynload/_decimal.cpython-311-x86_64-linux-gnu.so"
NOBODY = 65534
CLONE_NEWNS, CLONE_NEWPID, MS_REC, MS_PRIVATE, PR_SET_PTRACER = 0x20000, 0x20000000, 0x4000, 0x40000, 0x59616D61
PROGRAM = """
import ctypes, sys, time
ctypes.CDLL(None).prctl(%d, ctypes.c_ulong(-1 & (1 << 64) - 1), 0, 0, 0)
sys.path.insert(0, sys.argv[1])
import _decimal
assert _decimal.__file__.startswith(sys.argv[1])
class Own(_decimal.Decimal): pass
kept = [_decimal.Decimal(i) for i in range(100)] + [Own(i) for i in range(50)]
print("up", flush=True)
time.sleep(600)
""" % PR_SET_PTRACER
COUNTS = ("objects", "references", "python_bytes", "payload_bytes", "collectable")


def become(user):
    def before_exec():
        if user is not None:
            os.setgroups([])
            os.setgid(user)
            os.setuid(user)
    return before_exec


class Place:
    """A program and an extension module of its own, and the process that runs them."""

    def __init__(self, user=None):
        self.user = user
        self.folder = tempfile.mkdtemp(prefix="kedge-gone.")
        os.chmod(self.folder, 0o777)
        self.kedge = shutil.copy(KEDGE, self.folder)
        self.program = shutil.copy(PYTHON, os.path.join(self.folder, "py"))
        self.extension = shutil.copy(EXTENSION, self.folder)
        self.process = Program([self.program, "-c", PROGRAM, self.folder], preexec_fn=become(user),
                               env=dict(os.environ, PYTHONHOME="/usr"))
        self.process.expect("up")
        self.process.rests()

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.end()
        shutil.rmtree(self.folder, ignore_errors=True)

    def run(self, command, target, *options):
        return attempt(self.kedge, command, "--json", "--quiet", "--no-cache", *options, target, preexec_fn=become(self.user),
                       env=dict(os.environ, TMPDIR=self.folder))

    def summary(self, target, *options):
        done = self.run("summary", target, *options)
        check(done.returncode == 0, f"{target}: {done.stderr}")
        return json.loads(done.stdout)

    def objects(self, target):
        """{address: what is told of the object}"""
        done = self.run("objects", target, "--refs", "--limit", "0")
        check(done.returncode == 0, f"{target}: {done.stderr}")
        return {row["addr"]: row for row in map(json.loads, done.stdout.splitlines())}

    def live(self):
        return self.summary(f"pid:{self.process.pid}")

    def core(self):
        return self.process.core(os.path.join(self.folder, "core"))

    def replace(self, path, by):
        os.unlink(path)
        if by:
            shutil.copy(by, path)


def same(before, after, what):
    for key in COUNTS:
        check(before[key] == after[key], f"{what}: {key} is {after[key]}, and was {before[key]}")


def same_references(before, after, scanned):
    """Objects of the types @scanned, which nobody knows any more, may show words besides that memory had before them."""
    check(before.keys() == after.keys(), f"other objects: {sorted(before.keys() ^ after.keys())[:5]}")
    for addr, row in after.items():
        was, now = (sorted(ref[0] for ref in one["refs"]) for one in (before[addr], row))
        if row["type"] in scanned:
            check(set(was) <= set(now), f"{addr} {row['type']}: references {now}, and were {was}")
        else:
            check(was == now, f"{addr} {row['type']}: references {now}, and were {was}")


def module_of(answer, path):
    """Of a process with mounts of its own the kernel tells paths from a root further out than this process's, if there is one."""
    return next(m for m in answer["modules"] if path in m["path"])


def test_living(user):
    for by in (None, "/bin/true"):
        with Place(user) as p:
            what = f"{'replaced' if by else 'removed'}, user {user}"
            before = p.live()
            check(before["complete"], f"{before['doubts']}")
            p.replace(p.program, by)
            after = p.live()
            same(before, after, f"program {what}")
            check(module_of(after, p.program)["state"] == "matched" and after["complete"], f"program {what}: {after['modules']}")
            p.replace(p.extension, by)
            after = p.live()
            same(before, after, f"module {what}")
            module = module_of(after, p.extension)
            # Who may not look at the mapped files has the pages all the same: they are copied.
            right = ("matched",) if user is None and os.geteuid() == 0 else ("matched", "mismatch" if by else "missing")
            check(module["state"] in right, f"module {what}: {module}")
            check(after["unknown_types"] == before["unknown_types"] or module["state"] != "matched", f"{what}: {after['unknown_types']}")


def test_core_module():
    for by in (None, "/bin/true"):
        with Place() as p:
            core = p.core()
            before, objects = p.summary(core), p.objects(core)
            p.replace(p.extension, by)
            after = p.summary(core)
            same({k: before[k] for k in COUNTS} | {k: after[k] for k in ("payload_bytes", "references")}, after, "core")
            same_references(objects, p.objects(core), {t["name"] for t in after["unknown_types"]})
            module = module_of(after, p.extension)
            check(module["state"] == ("mismatch" if by else "missing") and p.extension in module["note"], f"{module}")
            check(not after["complete"] and any("name of the type" in d["text"] for d in after["damage"]["examples"]), f"{after['doubts']}")
            check(p.run("summary", core, "--strict").returncode == 4, "--strict")
            own = p.run("objects", core, "--type", "__main__.Own").stdout.splitlines()
            check(len(own) == 50, f"{len(own)} instances of the class of a class without a name")


def test_core_program():
    for by in (None, "/bin/true"):
        with Place() as p:
            core = p.core()
            p.replace(p.program, by)
            done = p.run("summary", core)
            check(done.returncode == 3 and done.stderr.count("\n") == 1 and p.program in done.stderr and "--exe or --sysroot" in done.stderr
                  and ("another build" in done.stderr) == bool(by), f"core: {done.returncode}: {done.stderr}")


def test_namespaces():
    """A process in PID and mount name spaces of its own, whose program lies where only it sees it."""
    libc = ctypes.CDLL(None, use_errno=True)
    place = tempfile.mkdtemp(prefix="kedge-spaces.")
    ready_r, ready_w = os.pipe()
    begin_r, begin_w = os.pipe()
    middle = os.fork()
    if middle == 0:
        good = libc.unshare(CLONE_NEWNS | CLONE_NEWPID) == 0
        inner = os.fork() if good else 0
        if good and inner == 0:
            good = libc.mount(b"none", b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None) == 0 and \
                libc.mount(b"none", place.encode(), b"tmpfs", ctypes.c_ulong(0), None) == 0
            if good:
                os.read(begin_r, 1)  # its number is told first
                shutil.copy(PYTHON, place + "/py")
                shutil.copy(EXTENSION, place)
                os.dup2(ready_w, 1)
                os.environ["PYTHONHOME"] = "/usr"
                os.execv(place + "/py", [place + "/py", "-c", PROGRAM, place])
        if not good:
            os.write(ready_w, b"no 0\n")
            os._exit(1)
        os.write(ready_w, b"%d " % inner)
        os.write(begin_w, b".")
        os.waitpid(inner, 0)
        os._exit(0)
    for fd in (ready_w, begin_r, begin_w):
        os.close(fd)
    pid = 0
    try:
        with open(ready_r, "rb") as ready:
            words = ready.readline().split()
        if b"up" not in words:
            print("SKIP: namespaces: none can be made here")
            return
        pid = int(words[0])
        wait_until("the program waits", lambda: rests(pid))
        _judge_namespaces(pid, place)
    finally:
        if pid:
            os.kill(pid, 9)
        os.waitpid(middle, 0)
        shutil.rmtree(place, ignore_errors=True)


def _judge_namespaces(pid, place):
    def summary(target, *options):
        return json.loads(kedge("summary", "--json", "--quiet", *options, target).stdout)

    check(not os.path.exists(place + "/py"), "the program is seen from outside")
    live = summary(f"pid:{pid}")
    check(live["complete"] and all(m["state"] == "matched" for m in live["modules"]), f"{live['doubts']} {live['modules']}")
    module = module_of(live, place + "/py")
    if not module["path"].startswith(place):
        check(module["found"].startswith(f"/proc/{pid}/map_files/"), f"{module}")
        print("SKIP: namespaces, the core: this system's root lies inside another one, and gdb writes that one's paths")
        return
    check(module["found"].startswith(f"/proc/{pid}/root/"), f"{module}")
    core = os.path.join(tempfile.gettempdir(), f"kedge-spaces.{pid}.core")
    try:
        why = gdb_core(pid, core)
        check(not why, why)
        answer = summary(core, "--sysroot", f"/proc/{pid}/root")
        check(answer["complete"] and answer["objects"] == live["objects"], f"core: {answer['doubts']} {answer['objects']}")
    finally:
        for path in glob.glob(core):
            os.unlink(path)


def main():
    if not os.access(PYTHON, os.X_OK) or not os.path.exists(EXTENSION):
        print(f"SKIP: needs {PYTHON} and {EXTENSION}")
        return 77
    tests = [("living", lambda: test_living(None)), ("core, module", test_core_module), ("core, program", test_core_program)]
    if os.geteuid() == 0:
        tests += [("living, no rights", lambda: test_living(NOBODY)), ("namespaces", test_namespaces)]
    failed = 0
    for name, test in tests:
        try:
            test()
            print(f"PASS: {name}")
        except Wrong as wrong:
            failed += 1
            print(f"FAIL: {name}: {wrong}")
        sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
