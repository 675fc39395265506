#!/usr/bin/env python3
"""
run.py PROGRAM-FLAVOR: one program on one interpreter, against every reading of its cores.

Starts programs/PROGRAM.py, waits until it sleeps in recorder.stop(), has gdb's gcore take its core
and fork it twice as it stands, lets one copy write the facts and the other collect, has kedge read the
living original, has the kernel make a second core of it, and compares what kedge reads in each, the cores
with and without DWARF. Prints a line for each comparison, PASS, FAIL or SKIP. Exit status: 0 all agree, 1 some do
not, 77 the interpreter is not here.

Environment: KEDGE the program under test; KEDGE_ORACLE_PYTHON, KEDGE_ORACLE_PYTHON_DEBUG the
interpreters; KEDGE_ORACLE_KEEP a folder in which cores and facts are left.
"""

import collections
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
sys.path[:0] = [HERE, os.path.dirname(HERE)]
sys.dont_write_bytecode = True

import compare
import facts as facts_module
import shares
import threads
from support import Wrong as Trouble, rests  # the harness could not do its part


class Interpreter:
    """
    A Python to run programs on. @root: the chroot it lives in, in which @path is meant; None for this system.
    @debug_files: a folder with its detached debug information, None where kedge finds it by itself. @offsets: it
    has _Py_DebugOffsets, which kedge takes before any table. @guarded: the C library, from 2.42 on, marks guard
    pages within threads' stacks, which nobody can read. @gcore: gdb's cores agree with what is seen from here; for
    guarded stacks it writes zeros. @emulator: what in the chroot runs it, a program for another machine, and @target
    the class of such programs. @cookie: False of a copy from which the start of _Py_DebugOffsets was taken.
    """

    def __init__(self, path, root=None, env=None, debug=False, free_threaded=False, debug_files=None,
                 offsets=False, gcore=True, guarded=False, emulator=None, target=None, cookie=True):
        self.path = path
        self.root = root
        self.env = env or {}
        self.debug = debug
        self.free_threaded = free_threaded
        self.debug_files = debug_files
        self.offsets = offsets
        self.gcore = gcore
        self.guarded = guarded
        self.cookie = cookie
        self.emulator = emulator
        self.target = target

    def command(self, *arguments):
        return [self.emulator, self.path, *arguments] if self.emulator else [self.path, *arguments]

    def outside(self):
        return self.root + self.path if self.root else self.path

    def sees(self, path):
        """How a program on this interpreter calls the file that is @path here."""
        return path[len(self.root):] if self.root else path

    def options(self, maker):
        """
        What kedge must be told. The kernel writes into a core the paths that the program itself sees, gdb those
        that it sees from outside.
        """
        options = ["--debug-dir", self.debug_files] if self.debug_files else []
        if self.root and maker in ("kernel", "qemu"):
            options += ["--sysroot", self.root]
        return options


PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
PYTHON_DEBUG = os.environ.get("KEDGE_ORACLE_PYTHON_DEBUG", "/usr/bin/python3.11d")
LIBRARIES = "/usr/lib/x86_64-linux-gnu/"
FLAVORS = {
    "release": Interpreter(PYTHON),
    "debug": Interpreter(PYTHON_DEBUG, debug=True),
    "malloc": Interpreter(PYTHON, env={"PYTHONMALLOC": "malloc"}),
    "mallocdebug": Interpreter(PYTHON, env={"PYTHONMALLOC": "debug"}),
    # Other allocators than the C library's, whose large blocks are told from objects by nothing.
    "jemalloc": Interpreter(PYTHON, env={"PYTHONMALLOC": "malloc", "LD_PRELOAD": LIBRARIES + "libjemalloc.so.2"}),
    "tcmalloc": Interpreter(PYTHON, env={"PYTHONMALLOC": "malloc", "LD_PRELOAD": LIBRARIES + "libtcmalloc_minimal.so.4"}),
}
# Half of the readings are enough where the other half was tried on another interpreter, or the point is size.
FEW = {"extensions-release", "modules-debug", "frames-release", "tensors-release", "million-release", "deep-release", "zoo-debug", "finalizers-debug", "threads-debug",
       "imports-mallocdebug", "arrays-jemalloc", "arrays-tcmalloc"}
# Read once more from a fork of the living process; all programs are read from the living process itself.
FORKED = {"zoo-release", "threads-release"}
# Programs with types of extension modules. Those that kedge knows nothing of and that have no traverse function may be
# read by guess; the others not.
EXTENSIONS = {"arrays", "columns", "extensions", "frames", "tensors"}
# Those that need the emulator.
EMULATED = {"columns", "extensions", "frames", "modules", "tensors"}
WAIT_S = 600
PR_SET_PTRACER = 0x59616D61
CLONE_NEWNS = 0x20000
MS_REC, MS_PRIVATE = 0x4000, 0x40000

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


# One reading: what it was compared with, and how often it differed.
Result = collections.namedtuple("Result", "reading layout objects references collectable mismatches")


class Skip(Exception):
    """The program cannot run here."""


class Target:
    """The running program."""

    def __init__(self, interpreter, program, folder):
        self.folder = folder
        self.interpreter = interpreter
        here = _oracle_inside(interpreter, folder)
        ready_r, ready_w = os.pipe()
        self.role_r, self.role_w = os.pipe()
        inside = interpreter.sees(folder)
        environ = dict(os.environ, PYTHONPATH=here, PYTHONDONTWRITEBYTECODE="1", MALLOC_ARENA_MAX="2",
                       ORACLE_OUT=inside,
                       ORACLE_FDS=f"{ready_w},{self.role_r}", TMPDIR=inside, **interpreter.env, **self.environment())
        for name in ("PYTHONHOME", "PYTHONSTARTUP", "ASAN_OPTIONS"):
            environ.pop(name, None)
        self.log = open(os.path.join(folder, "target.log"), "wb")

        def before_exec():
            allow_cores()
            if interpreter.root:
                enter(interpreter.root)
                os.chdir(inside)

        program = os.path.join(here, "programs", program + ".py")
        self.process = subprocess.Popen(interpreter.command(program), cwd=folder, env=environ, stdin=subprocess.DEVNULL,
                                        stdout=self.log, stderr=self.log,
                                        pass_fds=(ready_w, self.role_r, *self.kept_open()),
                                        preexec_fn=before_exec)
        self.pid = self.process.pid
        os.close(ready_w)
        with open(ready_r, "rb") as ready:
            if not ready.read(1):
                if self.process.wait() == 77:
                    raise Skip(self.output().strip())
                raise Trouble(f"{program} ended before it stopped:\n{self.output()}")
        self._wait_paused()

    def kept_open(self):
        """Descriptors that it is to have besides, by these numbers."""
        return ()

    def environment(self):
        """What else it is told."""
        return {}

    def _wait_paused(self):
        """Until the main thread sleeps in pause(2), and the others wherever they wait."""
        deadline = time.monotonic() + WAIT_S
        while time.monotonic() < deadline:
            with open(f"/proc/{self.pid}/syscall") as f:
                if f.read().startswith("34 ") and rests(self.pid):
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
                ends = ", ".join(f"{pid}: wait status {_wait_status(pid)}" for pid in copies)
                raise Trouble(f"a copy of the process left no {name} ({ends}):\n{self.output()}")

    def kernel_core(self):
        """{maker: (the core that SIGQUIT leaves, or None; why not)}"""
        return {"kernel": self._kernel_core()}

    def _kernel_core(self):
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


def enter(root):
    """Into a chroot with /proc and shared memory, mounted where nobody else sees them and gone with the process."""
    libc = ctypes.CDLL(None, use_errno=True)

    def must(result):
        if result != 0:
            raise OSError(ctypes.get_errno(), f"cannot enter {root}")

    must(libc.unshare(CLONE_NEWNS))
    must(libc.mount(b"none", b"/", None, ctypes.c_ulong(MS_REC | MS_PRIVATE), None))
    for kind, place in ((b"proc", "/proc"), (b"tmpfs", "/dev/shm")):
        os.makedirs(root + place, exist_ok=True)
        must(libc.mount(b"none", (root + place).encode(), kind, ctypes.c_ulong(0), None))
    os.chroot(root)


def _oracle_inside(interpreter, folder):
    """Where the interpreter finds the programs: a copy in @folder when it lives in a chroot."""
    if not interpreter.root:
        return HERE
    copy = os.path.join(folder, "oracle")
    shutil.copytree(HERE, copy, ignore=shutil.ignore_patterns("__pycache__"))
    return interpreter.sees(copy)


def allow_cores():
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


def _wait_status(pid):
    try:
        with open(f"/proc/{pid}/stat") as f:
            return f.read().split()[-1]
    except (FileNotFoundError, ProcessLookupError):
        return "unknown"


def _build_id(path):
    """The build-id of an ELF file, in hex."""
    done = subprocess.run(["readelf", "-n", path], stdout=subprocess.PIPE, encoding="utf-8")
    for line in done.stdout.splitlines():
        if "Build ID:" in line:
            return line.split()[-1]
    return ""


def _libpython(interpreter):
    """The file that holds the interpreter: that of the program or of the shared library it is linked with."""
    done = subprocess.run(["readelf", "-dW", interpreter.outside()], stdout=subprocess.PIPE, encoding="utf-8")
    names = [line.rpartition("[")[2].rstrip("]") for line in done.stdout.splitlines() if "(NEEDED)" in line]
    shared = [name for name in names if name.startswith("libpython")]
    if not shared:
        return interpreter.outside()
    beside = os.path.join(os.path.dirname(os.path.realpath(interpreter.outside())), "..", "lib")
    for folder in (beside, (interpreter.root or "") + "/usr/lib/x86_64-linux-gnu", (interpreter.root or "") + "/usr/lib"):
        if os.path.exists(os.path.join(folder, shared[0])):
            return os.path.join(folder, shared[0])
    return interpreter.outside()


def has_dwarf(interpreter):
    """Whether debug information of the interpreter is at hand."""
    binary = _libpython(interpreter)
    build_id = _build_id(binary)
    for folder in filter(None, (interpreter.debug_files, "/usr/lib/debug")):
        if os.path.exists(f"{folder}/.build-id/{build_id[:2]}/{build_id[2:]}.debug"):
            return True
    done = subprocess.run(["readelf", "-SW", binary], stdout=subprocess.PIPE, encoding="utf-8")
    return ".debug_info" in done.stdout


def _take_facts(target, folder):
    """The core by gcore, and all that the interpreter says of the same moment."""
    core = os.path.join(folder, "gcore.core")
    copies = target.gcore_and_fork(core)
    target.give_roles(copies)
    facts = facts_module.Facts(folder)
    if facts.free_threaded and facts.hexversion >= 0x030e0000:
        facts.shares = shares.read(target.interpreter.outside(), core)
    strangers = facts.read_refcounts(target.pid)
    if strangers:
        kinds = sorted({f"{facts.name(i)} {facts.ids[i]:#x} of count {facts.refcounts[i]}, which "
                        f"{', '.join(facts.name(n) for n in range(len(facts)) if facts.ids[i] in facts.referents(n))} names"
                        for i in strangers})
        raise Trouble(f"the recorder named {len(strangers)} objects that were not there: {', '.join(kinds)}")
    return core, facts


def _readings(interpreter, few, cores):
    """[(core, its maker, options, layout source)], and the words for those that cannot be had."""
    made, skipped = [], []
    known = has_dwarf(interpreter)
    for maker, (core, why) in cores.items():
        for layout, options in (("dwarf", []), ("debug-offsets" if interpreter.offsets else "table", ["--no-dwarf"])):
            name = f"{maker} {layout}"
            if few and (interpreter.gcore or interpreter.emulator) and (maker == "kernel") != bool(options):
                continue
            if core is None:
                skipped.append((name, why))
            elif layout == "dwarf" and not known:
                skipped.append((name, "no DWARF of this interpreter is installed"))
            else:
                made.append((name, core, interpreter.options(maker) + options, layout))
    return made, skipped


def _live_readings(interpreter, pid, fork):
    """The same of the living process, which stands in pause(2), in the form of _readings(); not of an emulator."""
    if interpreter.emulator:
        return []
    made_of = "debug-offsets" if interpreter.offsets else "table"
    layout, options = ("dwarf", []) if has_dwarf(interpreter) else (made_of, ["--no-dwarf"])
    options = interpreter.options("live") + options
    made = [(f"live {layout}", f"pid:{pid}", options, layout)]
    if fork:
        made.append((f"live fork {layout}", f"pid:{pid}", options + ["--fork", "--with-buffers"], layout))
    return made


def _source(layout, facts, interpreter):
    """Without debug information 3.13 and later have offsets of their own."""
    return "debug-offsets" if layout == "table" and facts.hexversion >= 0x030d0000 and interpreter.cookie else layout


def _judge(kedge, facts, reading, interpreter, program, label):
    name, core, options, layout = reading
    verdict = compare.Verdict()
    start = time.monotonic()
    answer = compare.summary(kedge, options, core, verdict)
    guessed = {t["name"] for t in answer.get("unknown_types", ()) if t["references"] != "emulated"}
    guessed = guessed if program in EXTENSIONS else set()
    unsized = {t["name"] for t in answer.get("unknown_types", ()) if not t["size_known"]} if program in EXTENSIONS else set()
    if program in EMULATED and answer.get("verify") is None:
        raise Skip("this kedge has no emulator, and guesses at these types")
    rows = compare.objects(kedge, options, core, facts, verdict, guessed, unsized, sys.stdout)
    compare.check_summary(answer, verdict, {
        "objects": rows, "collectable.objects": len(facts.collectable), "damage.count": 0, "layout_source": _source(layout, facts, interpreter),
        "python.implementation": "cpython", "python.free_threaded": interpreter.free_threaded,
        "python.debug": interpreter.debug})
    compare.check_counts(kedge, options, core, answer, verdict, label)
    if program == "modules":
        compare.check_modules(answer, verdict)
    if program not in EXTENSIONS:
        if program != "modules":
            compare.check_library(answer, verdict)
        compare.check_summary(answer, verdict, {"unknown_types": []})
    compare.verify(kedge, options, core, verdict, sys.stdout)
    threads.check(kedge, options, core, facts, verdict)
    bad = sum(verdict.counts.values())
    print(f"{'FAIL' if bad else 'PASS'}: {label} {name}: {len(facts)} objects, {facts.references()} references, "
          f"{len(facts.collectable)} collectable, {bad} mismatches ({time.monotonic() - start:.1f} s)")
    verdict.report(sys.stdout)
    sys.stdout.flush()
    return Result(name, layout, len(facts), facts.references(), len(facts.collectable), bad)


def _describe(facts):
    agreeing = sum(1 for a, b in zip(facts.refcounts, facts.getrefcount) if a == b)
    print(f"  facts: {len(facts)} objects; ob_refcnt equals sys.getrefcount() for {agreeing}, the others are in use by "
          f"the recorder; {len(facts.collectable)} collectable, of which {len(facts.collectable - facts.saved)} "
          f"are not in gc.garbage after their finalizers ran")
    stray = facts.saved - facts.collectable
    if stray:
        raise Trouble(f"{len(stray)} objects are in gc.garbage that were not announced as collectable")


def run(kedge, program, interpreter, label, few, folder, fork, cores=True):
    """
    All readings of one program in @folder, which lies below the interpreter's root; @few: every second one; @fork: of
    a fork of the living process too; @cores: not of the living process alone.
    Returns their results. Raises Trouble, Skip.
    """
    target = (interpreter.target or Target)(interpreter, program, folder)
    try:
        core, facts = _take_facts(target, folder)
        _describe(facts)
        results = [_judge(kedge, facts, reading, interpreter, program, label)
                   for reading in _live_readings(interpreter, target.pid, fork)]
        if not cores:
            return results
        cores = {"gcore": (core, None)} if interpreter.gcore else {}
        cores.update(target.kernel_core())
    finally:
        target.end()
    readings, skipped = _readings(interpreter, few, cores)
    for name, why in skipped:
        print(f"SKIP: {label} {name}: {why}")
    return results + [_judge(kedge, facts, reading, interpreter, program, label) for reading in readings]


def run_in_new_folder(kedge, program, interpreter, label, few, fork, cores=True):
    """The same in a folder of its own, which is removed, with its cores, unless KEDGE_ORACLE_KEEP is set."""
    keep = os.environ.get("KEDGE_ORACLE_KEEP")
    place = os.path.join(interpreter.root, "tmp") if interpreter.root else keep
    folder = tempfile.mkdtemp(prefix=f"kedge-{label}.", dir=place)
    try:
        return run(kedge, program, interpreter, label, few, folder, fork, cores)
    finally:
        if keep and interpreter.root:
            shutil.move(folder, keep)
        elif not keep:
            shutil.rmtree(folder, ignore_errors=True)


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    # An interrupted run still removes its cores.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    program, _, flavor = os.path.basename(sys.argv[1]).removesuffix(".oracle").partition("-")
    interpreter, label = FLAVORS[flavor], f"{program}-{flavor}"
    preloaded = interpreter.env.get("LD_PRELOAD", interpreter.path)
    if not os.access(interpreter.path, os.X_OK) or not os.path.exists(preloaded):
        print(f"SKIP: {label}: needs {interpreter.path} and {preloaded}")
        return 77
    try:
        results = run_in_new_folder(os.environ.get("KEDGE", "kedge"), program, interpreter, label, label in FEW, label in FORKED)
        return 0 if results and not any(r.mismatches for r in results) else 1
    except Skip as skip:
        print(f"SKIP: {label}: {skip}")
        return 77
    except (Trouble, subprocess.TimeoutExpired) as trouble:
        print(f"FAIL: {label}: {trouble}")
        return 1


if __name__ == "__main__":
    sys.exit(main())
