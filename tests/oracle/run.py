#!/usr/bin/env python3
"""
run.py PROGRAM-FLAVOR: one program on one interpreter, against every reading of its cores.

Starts programs/PROGRAM.py, waits until it sleeps in recorder.stop(), has gdb's gcore take its core
and fork it twice as it stands, lets one copy write the facts and the other collect, has the kernel
make a second core of the original, and compares what kedge reads in each core, with and without
DWARF. Prints a line for each comparison, PASS, FAIL or SKIP. Exit status: 0 all agree, 1 some do
not, 77 the interpreter is not here.

Environment: KEDGE the program under test; KEDGE_ORACLE_PYTHON, KEDGE_ORACLE_PYTHON_DEBUG the
interpreters; KEDGE_ORACLE_KEEP a folder in which cores and facts are left.
"""

import ctypes
import glob
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)
sys.dont_write_bytecode = True

import compare
import facts as facts_module
import threads

PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
PYTHON_DEBUG = os.environ.get("KEDGE_ORACLE_PYTHON_DEBUG", "/usr/bin/python3.11d")
FLAVORS = {
    "release": (PYTHON, {}),
    "debug": (PYTHON_DEBUG, {}),
    "malloc": (PYTHON, {"PYTHONMALLOC": "malloc"}),
    "mallocdebug": (PYTHON, {"PYTHONMALLOC": "debug"}),
}
# Half of the readings are enough where the other half was tried on another interpreter, or the point is size.
FEW = {"million-release", "deep-release", "zoo-debug", "finalizers-debug", "threads-debug", "imports-mallocdebug"}
# Programs with types of extension modules. Those that kedge calls unknown may be read by guess, the others not.
EXTENSIONS = {"arrays"}
WAIT_S = 600
PR_SET_PTRACER = 0x59616D61

# The words of pause(2) on x86-64: the kernel is made to run fork(2) where pause(2) was called, and the
# copy leaves pause() with 0. Registers are put back, so that the original sleeps on.
GDB_FORK = """
set $rip = $kg_rip - 2
set $orig_rax = -1
set $rax = 57
stepi
printf "forked %d\\n", (int) $rax
"""
GDB_SCRIPT = """
set pagination off
set height 0
set width 0
set use-coredump-filter on
set scheduler-locking on
thread 1
gcore {core}
set $kg_rip = $rip
set $kg_rax = $rax
set $kg_orig = $orig_rax
{forks}
set $rip = $kg_rip
set $rax = $kg_rax
set $orig_rax = $kg_orig
detach
quit
"""


class Trouble(Exception):
    """The harness could not do its part."""


class Skip(Exception):
    """The program cannot run here."""


class Target:
    """The running program."""

    def __init__(self, python, env, program, folder):
        self.folder = folder
        ready_r, ready_w = os.pipe()
        self.role_r, self.role_w = os.pipe()
        environ = dict(os.environ, PYTHONPATH=HERE, PYTHONDONTWRITEBYTECODE="1", MALLOC_ARENA_MAX="2",
                       ORACLE_OUT=folder,
                       ORACLE_FDS=f"{ready_w},{self.role_r}", TMPDIR=folder, **env)
        for name in ("PYTHONHOME", "PYTHONSTARTUP", "ASAN_OPTIONS"):
            environ.pop(name, None)
        self.log = open(os.path.join(folder, "target.log"), "wb")
        self.process = subprocess.Popen([python, program], cwd=folder, env=environ, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=self.log, pass_fds=(ready_w, self.role_r),
                                        preexec_fn=_before_exec)
        self.pid = self.process.pid
        os.close(ready_w)
        with open(ready_r, "rb") as ready:
            if not ready.read(1):
                if self.process.wait() == 77:
                    raise Skip(self.output().strip())
                raise Trouble(f"{program} ended before it stopped:\n{self.output()}")
        self._wait_paused()

    def _wait_paused(self):
        """Until the main thread sleeps in pause(2), and the others wherever they wait."""
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            states = [_state(path) for path in glob.glob(f"/proc/{self.pid}/task/*/stat")]
            with open(f"/proc/{self.pid}/syscall") as f:
                if f.read().startswith("34 ") and set(states) == {"S"}:
                    return
            time.sleep(0.02)
        raise Trouble("the program does not come to rest")

    def gcore_and_fork(self, core):
        script = os.path.join(self.folder, "gdb.script")
        with open(script, "w") as f:
            f.write(GDB_SCRIPT.format(core=core, forks=GDB_FORK * 2))
        done = subprocess.run(["gdb", "-nx", "-batch", "-readnever", "-iex", "set debuginfod enabled off",
                               "-iex", "set auto-load no", "-p", str(self.pid), "-x", script],
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              encoding="utf-8", errors="replace", timeout=WAIT_S)
        copies = [int(line.split()[1]) for line in done.stdout.splitlines() if line.startswith("forked ")]
        if len(copies) != 2 or min(copies) <= 0 or not os.path.exists(core):
            raise Trouble(f"gdb could not take the core and fork the process (ptrace allowed?):\n{done.stdout}")
        return copies

    def give_roles(self, copies):
        """One copy records, the other collects; which is which does not matter."""
        for pid in copies:
            resource.prlimit(pid, resource.RLIMIT_CORE, (0, 0))
        os.write(self.role_w, b"fc")
        deadline = time.monotonic() + WAIT_S
        for pid in copies:
            while _state(f"/proc/{pid}/stat") not in ("Z", ""):
                if time.monotonic() > deadline:
                    os.kill(pid, signal.SIGKILL)
                    raise Trouble(f"a copy of the process is stuck:\n{self.output()}")
                time.sleep(0.02)
        for name in ("facts.json", "threads.json", "garbage.facts"):
            if not os.path.exists(os.path.join(self.folder, name)):
                raise Trouble(f"a copy of the process failed:\n{self.output()}")

    def kernel_core(self):
        """The core that SIGQUIT leaves, or None and why not."""
        with open("/proc/sys/kernel/core_pattern") as f:
            pattern = f.read().strip()
        if pattern.startswith("|") or "/" in pattern:
            return None, f"core_pattern is {pattern!r}: the kernel leaves no core in the working directory"
        if resource.getrlimit(resource.RLIMIT_CORE)[1] != resource.RLIM_INFINITY:
            return None, "RLIMIT_CORE has a hard limit here"
        os.kill(self.pid, signal.SIGQUIT)
        self.process.wait(WAIT_S)
        cores = glob.glob(os.path.join(self.folder, pattern.split("%")[0] + "*"))
        if not cores:
            return None, "the kernel left no core"
        return cores[0], None

    def output(self):
        self.log.flush()
        with open(os.path.join(self.folder, "target.log"), "rb") as f:
            text = f.read().decode("utf-8", "replace")
        return text if len(text) < 8000 else text[:4000] + "\n[...]\n" + text[-4000:]

    def end(self):
        if self.process.poll() is None:
            self.process.kill()
            self.process.wait()


def _before_exec():
    resource.setrlimit(resource.RLIMIT_CORE, (resource.getrlimit(resource.RLIMIT_CORE)[1],) * 2)
    # gdb is a sister of the program, which Yama does not let trace it unless the program agrees.
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1 & (1 << 64) - 1), 0, 0, 0)
    with open("/proc/self/coredump_filter", "w") as f:
        f.write("0x33")


def _state(stat_path):
    try:
        with open(stat_path) as f:
            return f.read().rpartition(")")[2].split()[0]
    except (FileNotFoundError, ProcessLookupError):
        return ""


def _build_id(path):
    """The build-id of an ELF file, in hex."""
    done = subprocess.run(["readelf", "-n", path], stdout=subprocess.PIPE, encoding="utf-8")
    for line in done.stdout.splitlines():
        if "Build ID:" in line:
            return line.split()[-1]
    return ""


def _has_dwarf(python):
    build_id = _build_id(python)
    if os.path.exists(f"/usr/lib/debug/.build-id/{build_id[:2]}/{build_id[2:]}.debug"):
        return True
    done = subprocess.run(["readelf", "-SW", python], stdout=subprocess.PIPE, encoding="utf-8")
    return ".debug_info" in done.stdout


def _take_facts(target, folder):
    """The core by gcore, and all that the interpreter says of the same moment."""
    core = os.path.join(folder, "gcore.core")
    copies = target.gcore_and_fork(core)
    target.give_roles(copies)
    facts = facts_module.Facts(folder)
    strangers = facts.read_refcounts(target.pid)
    if strangers:
        kinds = sorted({facts.name(i) for i in strangers})
        raise Trouble(f"the recorder named {len(strangers)} objects that were not there: {', '.join(kinds)}")
    return core, facts


def _readings(label, has_dwarf, cores):
    """[(core, its maker, options, layout source)], and the words for those that cannot be had."""
    made, skipped = [], []
    for maker, (core, why) in cores.items():
        for layout, options in (("dwarf", []), ("table", ["--no-dwarf"])):
            name = f"{maker} {layout}"
            if label in FEW and (maker == "kernel") != (layout == "table"):
                continue
            if core is None:
                skipped.append((name, why))
            elif layout == "dwarf" and not has_dwarf:
                skipped.append((name, "no DWARF of this interpreter is installed"))
            else:
                made.append((name, core, options, layout))
    return made, skipped


def _judge(kedge, facts, reading, python, program, label):
    name, core, options, layout = reading
    verdict = compare.Verdict()
    start = time.monotonic()
    answer = compare.summary(kedge, options, core, verdict)
    guessed = {t["name"] for t in answer.get("unknown_types", ())} if program in EXTENSIONS else set()
    rows = compare.objects(kedge, options, core, facts, verdict, guessed, sys.stdout)
    compare.check_summary(answer, verdict, {
        "objects": rows, "collectable.objects": len(facts.collectable), "damage.count": 0, "layout_source": layout,
        "python.implementation": "cpython", "python.free_threaded": False, "python.debug": python == PYTHON_DEBUG})
    if program not in EXTENSIONS:
        compare.check_summary(answer, verdict, {"unknown_types": []})
    threads.check(kedge, options, core, facts, verdict)
    bad = sum(verdict.counts.values())
    print(f"{'FAIL' if bad else 'PASS'}: {label} {name}: {len(facts)} objects, {facts.references()} references, "
          f"{len(facts.collectable)} collectable, {bad} mismatches ({time.monotonic() - start:.1f} s)")
    verdict.report(sys.stdout)
    sys.stdout.flush()
    return bad == 0


def _describe(facts):
    agreeing = sum(1 for a, b in zip(facts.refcounts, facts.getrefcount) if a == b)
    print(f"  facts: {len(facts)} objects; ob_refcnt equals sys.getrefcount() for {agreeing}, the others are in use by "
          f"the recorder; {len(facts.collectable)} collectable, of which {len(facts.collectable - facts.saved)} "
          f"are not in gc.garbage after their finalizers ran")
    stray = facts.saved - facts.collectable
    if stray:
        raise Trouble(f"{len(stray)} objects are in gc.garbage that were not announced as collectable")


def _run(kedge, program, flavor, folder):
    python, env = FLAVORS[flavor]
    label = f"{program}-{flavor}"
    target = Target(python, env, os.path.join(HERE, "programs", program + ".py"), folder)
    try:
        core, facts = _take_facts(target, folder)
        _describe(facts)
        cores = {"gcore": (core, None), "kernel": target.kernel_core()}
    finally:
        target.end()
    readings, skipped = _readings(label, _has_dwarf(python), cores)
    for name, why in skipped:
        print(f"SKIP: {label} {name}: {why}")
    results = [_judge(kedge, facts, reading, python, program, label) for reading in readings]
    return 0 if results and all(results) else 1


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    # An interrupted run still removes its cores.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    program, _, flavor = os.path.basename(sys.argv[1]).removesuffix(".oracle").partition("-")
    python = FLAVORS[flavor][0]
    if not os.access(python, os.X_OK) or shutil.which("gdb") is None:
        print(f"SKIP: {program}-{flavor}: needs {python} and gdb")
        return 77
    keep = os.environ.get("KEDGE_ORACLE_KEEP")
    folder = tempfile.mkdtemp(prefix=f"kedge-{program}-{flavor}.", dir=keep)
    try:
        return _run(os.environ.get("KEDGE", "kedge"), program, flavor, folder)
    except Skip as skip:
        print(f"SKIP: {program}-{flavor}: {skip}")
        return 77
    except (Trouble, subprocess.TimeoutExpired) as trouble:
        print(f"FAIL: {program}-{flavor}: {trouble}")
        return 1
    finally:
        if not keep:
            shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
