#!/usr/bin/env python3
"""
run.py [--cache FOLDER] [--make] [--only TEXT] [--live] [--jobs N] [--until TIME] [--write FILE] [--results NAME]:
the oracle on every interpreter.

Makes the interpreters that are missing (interpreters.sh, foreign.sh), runs the oracle's programs on each, and
prints a line for each comparison, PASS, FAIL or SKIP, then a table. --write puts that table into
FILE, docs/versions.md for example; --only runs the cells whose name has TEXT in it and writes none;
--live reads the living processes alone, and no cores, and writes none; --make only makes the interpreters;
--until, in seconds since 1970: cells that have not begun by then are told as untested;
--results leaves NAME.log and NAME.trs, as automake's test driver does. Exit status: 0 all agree.

Environment: KEDGE the program under test; KEDGE_MATRIX_CACHE the folder of interpreters (build/matrix);
KEDGE_MATRIX_TORCH: PyTorch is installed in trixie, too; KEDGE_MATRIX_ARROW: pyarrow in sid;
PYENV_ROOT where versions no suite has are looked for; KEDGE_MATRIX_MORE root folders ("/" is one), ":" between them, with
builds that nothing here makes, with a GIL or without, below their opt/ as in the cells of BUILT: without it their rows say
that they were not run.
"""

import argparse
import collections
import concurrent.futures
import contextlib
import ctypes
import functools
import glob
import io
import math
import os
import re
import signal
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
TOP = os.path.dirname(os.path.dirname(HERE))
sys.path[:0] = [os.path.join(TOP, "tests", "oracle"), os.path.join(TOP, "tests", "plugins")]
sys.dont_write_bytecode = True

import arrow
import foreign
import heads
import interpreters
import run as oracle
import together
import why

# The whole zoo, garbage of imports, threads and frames, and what a collection runs on its way.
ALL = ("zoo", "imports", "threads", "finalizers")
# Where another build of the same version has gone through the zoo.
SOME = ("imports", "threads")

# PyTorch is large: this system's, and trixie's where KEDGE_MATRIX_TORCH had it installed.
TENSORS = "tensors"

# The chains of `kedge why`, and several interpreters in one process: once a version, where the whole zoo runs.
WHY, INTERPRETERS = "why", "interpreters"
# Of the packages that kedge has plugins for what the interpreter says of their objects: where a suite has them all. No suite
# has them for free-threaded builds: there of objects laid out as theirs are, and of the example's.
PLUGINS = "plugins"
PACKAGED = {"bullseye": "3.9", None: "3.11", "trixie": "3.13", "sid": "3.14"}
# Readings of the living processes, by copying and from forks of them.
LIVE = "live"
FORKED = ("zoo", "threads")
# What a free-threaded build alone has: threads that ended, counts in halves, frames that hold without counting.
FREE = "freethreaded"
# Every list of the collector with members and garbage: where it has other lists than usual.
LISTS = "generations"
COLUMNS = ALL + (LISTS, TENSORS, FREE, LIVE, WHY, INTERPRETERS, PLUGINS)

# Builds from sources that the archive has not, or not any more, or that would take too long to build each time.
BUILT = "built"
NOT_RUN = "table of such a build, which kedge has; not run here (KEDGE_MATRIX_MORE)"

# A build to test: @suite that has it, or None for this system or a version manager's.
Cell = collections.namedtuple("Cell", "version build suite path programs")
CELLS = (
    Cell("3.8", "release, shared", None, None, ALL),
    Cell("3.9", "release", "bullseye", "/usr/bin/python3.9", ALL),
    Cell("3.9", "release, shared", "bullseye", "/usr/bin/python3.9-shared", SOME),
    Cell("3.9", "debug", "bullseye", "/usr/bin/python3.9d", ALL),
    Cell("3.10", "release, shared", None, None, ALL),
    Cell("3.11", "release", None, "/usr/bin/python3.11", ALL + (TENSORS,)),
    Cell("3.11", "debug", None, "/usr/bin/python3.11d", SOME),
    Cell("3.12", "release, shared", None, None, ALL),
    Cell("3.13", "release", "trixie", "/usr/bin/python3.13", ALL + (TENSORS,)),
    Cell("3.13", "release, shared", "trixie", "/usr/bin/python3.13-shared", SOME),
    Cell("3.13", "debug", "trixie", "/usr/bin/python3.13d", ALL),
    Cell("3.13", "free-threaded", "nogil", "/opt/python3.13t/python", ALL + (FREE,)),
    Cell("3.13.5", "free-threaded, debug", BUILT, "/opt/python3.13td/python", SOME + (FREE,)),
    Cell("3.13", "musl", "nogil", "/opt/python3.13-musl/python", ALL),
    Cell("3.14.0", "release", BUILT, "/opt/python3.14.0/python", ALL + (LISTS,)),
    Cell("3.14.2", "release", BUILT, "/opt/python3.14.2/python", SOME + (LISTS,)),
    Cell("3.14.3", "release", BUILT, "/opt/python3.14.3/python", SOME + (LISTS,)),
    Cell("3.14.4", "release", BUILT, "/opt/python3.14.4/python", ALL + (LISTS,)),
    Cell("3.14.8", "release", BUILT, "/opt/python3.14.8/python", SOME),
    Cell("3.14", "release", "sid", "/usr/bin/python3.14", ALL),
    Cell("3.14", "release, shared", "sid", "/usr/bin/python3.14-shared", SOME),
    Cell("3.14", "debug", "sid", "/usr/bin/python3.14d", SOME),
    Cell("3.14", "free-threaded", "nogil", "/opt/python3.14t/python", ALL + (FREE,)),
    Cell("3.14.7", "free-threaded, debug", BUILT, "/opt/python3.14td/python", SOME + (FREE,)),
    Cell("3.14.10", "free-threaded", BUILT, "/opt/python3.14.10t/python", ALL + (FREE,)),
    Cell("3.15.0", "release", BUILT, "/opt/python3.15.0/python", SOME),
    Cell("3.15", "release", "sid", "/usr/bin/python3.15", ALL),
    Cell("3.15", "release, shared", "sid", "/usr/bin/python3.15-shared", SOME),
    Cell("3.15", "debug", "sid", "/usr/bin/python3.15d", SOME),
    Cell("3.15.0", "free-threaded", BUILT, "/opt/python3.15t/python", ALL + (FREE,)),
    Cell("3.15.2", "free-threaded", BUILT, "/opt/python3.15.2t/python", ALL + (FREE,)),
    Cell("3.9", "release, aarch64", "bullseye-arm64", "/usr/bin/python3.9", SOME),
    Cell("3.11", "release, aarch64", "bookworm-arm64", "/usr/bin/python3.11", ALL),
    Cell("3.11", "debug, aarch64", "bookworm-arm64", "/usr/bin/python3.11d", ("imports",)),
    Cell("3.13", "release, aarch64", "trixie-arm64", "/usr/bin/python3.13", ALL),
    Cell("3.14", "release, aarch64", "sid-arm64", "/usr/bin/python3.14", SOME),
    Cell("3.15", "release, aarch64", "sid-arm64", "/usr/bin/python3.15", SOME),
)

MAKE_S = 1500  # a suite that takes longer to make is hung

# Ends the name of a suite whose interpreters are for another machine, and run in an emulator of user programs.
FOREIGN, EMULATOR = "-arm64", "/usr/bin/qemu-aarch64-static"

Row = collections.namedtuple("Row", "cell full layout figures note")


def suites(cells):
    return sorted({cell.suite for cell in cells if cell.suite and cell.suite != BUILT})


def root_of(cell, cache):
    """The root folder that its interpreter is in, None for this system's own."""
    if cell.suite == BUILT:
        roots = [root.rstrip("/") for root in os.environ.get("KEDGE_MATRIX_MORE", "/nowhere").split(":")]
        return next((root for root in roots if os.access(root + cell.path, os.X_OK)), roots[0]) or None
    return os.path.join(cache, cell.suite) if cell.suite else None


def end_with_parent():
    """A worker whose run was ended would wait for its next job for ever, and a script go on making interpreters."""
    ctypes.CDLL(None).prctl(1, signal.SIGTERM)  # PR_SET_PDEATHSIG


def make_interpreters(cache, cells, until):
    """Returns the suites that could not be made, with what went wrong."""
    bad = {}
    for suite in suites(cells):
        script = "foreign.sh" if suite.endswith(FOREIGN) else "interpreters.sh"
        seconds = max(1, int(min(MAKE_S, until - time.time())))
        # timeout(1) ends what the script has started too.
        done = subprocess.run(["timeout", "--kill-after=10", str(seconds), "sh", os.path.join(HERE, script), cache,
                               suite.removesuffix(FOREIGN)], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", preexec_fn=end_with_parent)
        sys.stdout.write(done.stdout)
        sys.stdout.flush()
        if done.returncode:
            bad[suite] = f"not made within {seconds} s" if done.returncode in (124, 137) else \
                (done.stdout.strip().splitlines() or [f"{script} failed"])[-1]
    return bad


def managed(version):
    """The newest interpreter of that minor version that a version manager has, or None."""
    root = os.path.join(os.environ.get("PYENV_ROOT", os.path.expanduser("~/.pyenv")), "versions")
    found = [name for name in (os.listdir(root) if os.path.isdir(root) else ())
             if re.fullmatch(re.escape(version) + r"\.\d+", name)]
    if not found:
        return None
    newest = max(found, key=lambda name: int(name.rpartition(".")[2]))
    return os.path.join(root, newest, "bin", "python3")


@functools.lru_cache(maxsize=None)
def entered(root):
    """
    What a process in @root, with mounts of its own, calls its root when looked at from here; None when no such mounts
    can be made. Where this system's own root lies inside another one that is not @root: gdb then writes paths into
    cores that mean nothing here.
    """
    ready_r, ready_w = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            oracle.enter(root)
            os.write(ready_w, b"1")
            signal.pause()
        finally:
            os._exit(1)
    os.close(ready_w)
    try:
        with open(ready_r, "rb") as ready:
            return os.readlink(f"/proc/{pid}/root") if ready.read(1) else None
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


@functools.lru_cache(maxsize=None)
def marks_guards(root):
    """Does the C library there, from 2.42 on, mark guard pages within threads' stacks?"""
    for path in glob.glob((root or "") + "/usr/lib/x86_64-linux-gnu/libc.so.6"):
        with open(path, "rb") as f:
            found = re.search(rb"GNU C Library .*version (\d+)\.(\d+)", f.read())
        if found:
            return tuple(map(int, found.groups())) >= (2, 42)
    return False


def interpreter(cell, cache):
    """The interpreter of a cell, or None when it is not here."""
    root = root_of(cell, cache)
    path = cell.path or managed(cell.version)
    if path is None or not os.access((root or "") + path, os.X_OK):
        return None
    if cell.suite and cell.suite.endswith(FOREIGN):
        return oracle.Interpreter(path, root, debug="debug" in cell.build, debug_files=root + "/usr/lib/debug", gcore=False,
                                  offsets=int(cell.version.split(".")[1]) >= 13, emulator=EMULATOR, target=foreign.Target)
    return oracle.Interpreter(path, root, debug="debug" in cell.build, free_threaded="free-threaded" in cell.build,
                              debug_files=root and root + "/usr/lib/debug",
                              offsets=int(cell.version.split(".")[1]) >= 13,
                              guarded=marks_guards(root),
                              gcore=not marks_guards(root) and (root is None or entered(root) == root))


def full_version(python):
    """Its whole version, as it says itself."""
    command = python.command("-c", "import sys; print('.'.join(map(str, sys.version_info[:3])))")
    done = subprocess.run((["chroot", python.root] if python.root else []) + command, stdout=subprocess.PIPE,
                          encoding="utf-8")
    return done.stdout.strip()


def run_cell(kedge, cell, python, live):
    """{layout: {program: [results]}}, and what could not be compared."""
    layouts = collections.defaultdict(lambda: collections.defaultdict(list))
    trouble = []
    for program in cell.programs:
        label = f"{program}-{cell.version}-{re.sub('[^a-z0-9]+', '-', cell.build)}"
        try:
            results = oracle.run_in_new_folder(kedge, program, python, label, True, program in FORKED, cores=not live)
        except oracle.Skip as skip:
            print(f"SKIP: {label}: {skip}")
            continue
        except (oracle.Trouble, OSError, subprocess.SubprocessError) as error:
            print(f"FAIL: {label}: {error}")
            trouble.append(f"{program}: {str(error).splitlines()[0]}")
            continue
        for result in results:
            column = LIVE if result.reading.startswith("live") else program
            layouts[result.layout][column].append(result)
    if not live and set(ALL) <= set(cell.programs) and not python.debug and not python.emulator:
        checks = [(WHY, run_why), (INTERPRETERS, interpreters.check_in_new_folder)]
        if PACKAGED.get(cell.suite) == cell.version:
            checks.append((PLUGINS, run_plugins))
        elif python.free_threaded:
            checks.append((PLUGINS, heads.check_in_new_folder))
        for name, check in checks:
            result = run_once(cell, python, name, check, trouble)
            if result:
                layouts[result.layout][name].append(result)
    return {layout: dict(figures) for layout, figures in layouts.items()}, trouble


def run_why(python):
    return why.check_in_new_folder(python), len(why.WAYS)


def run_plugins(python):
    wrong, compared, versions = together.check_in_new_folder(python)
    # Arrow is there where it was asked for.
    try:
        more_wrong, more, its = arrow.check_in_new_folder(python)
        wrong, compared, versions = wrong + more_wrong, compared + more, {**versions, **its}
    except oracle.Skip:
        pass
    print(f"  {', '.join(' '.join(pair) for pair in versions.items())}")
    return wrong, compared


def run_once(cell, python, name, check, trouble):
    """The result of what runs once a version, or None when it could not be had."""
    label = f"{name}-{cell.version}"
    try:
        wrong, compared = check(python)
    except oracle.Skip as skip:
        print(f"SKIP: {label}: {skip}")
        return None
    except (oracle.Trouble, OSError, subprocess.SubprocessError) as error:
        print(f"FAIL: {label}: {error}")
        trouble.append(f"{name}: {str(error).splitlines()[0]}")
        return None
    layout = "dwarf" if oracle.has_dwarf(python) else "debug-offsets" if python.offsets else "table"
    print(f"{'FAIL' if wrong else 'PASS'}: {label} {layout}: {compared} compared, {len(wrong)} wrong")
    for line in wrong:
        print(f"  {line}")
    return oracle.Result(name, layout, compared, 0, 0, len(wrong))


def rows_of(kedge, cell, cache, bad, live, until):
    """The rows of one cell, and the number of failures."""
    name = f"{cell.version} {cell.build}"
    if time.time() > until:
        print(f"SKIP: {name}: no time was left for it")
        return [Row(cell, cell.version, "", {}, "untested: no time was left for it")], 0
    if cell.suite in bad and cell.suite.endswith(FOREIGN):
        print(f"SKIP: {name}: {bad[cell.suite]}")
        return [Row(cell, cell.version, "", {}, "untested: " + bad[cell.suite])], 0
    if cell.suite in bad:
        print(f"FAIL: {name}: {bad[cell.suite]}")
        return [Row(cell, cell.version, "", {}, "untested: its suite could not be made")], 1
    python = interpreter(cell, cache)
    if python is None and cell.suite == BUILT:
        print(f"SKIP: {name}: {NOT_RUN}")
        return [Row(cell, cell.version, "", {}, NOT_RUN)], 0
    if python is None:
        where = f"in suite {cell.suite}" if cell.suite else "here"
        print(f"SKIP: {name}: no such interpreter {where}")
        return [Row(cell, cell.version, "", {}, "untested: no such interpreter " + where)], 0
    if python.root and entered(python.root) is None:
        print(f"SKIP: {name}: no mounts of one's own can be made here (root and a root folder that is a mount point are needed)")
        return [Row(cell, cell.version, "", {}, "untested: no mounts of one's own can be made")], 0
    layouts, trouble = run_cell(kedge, cell, python, live)
    full = full_version(python)
    rows = [Row(cell, full, layout, figures, "") for layout, figures in sorted(layouts.items())]
    rows += [Row(cell, full, "", {}, text) for text in trouble]
    return rows, sum(bool(r.mismatches) for f in layouts.values() for rs in f.values() for r in rs) + len(trouble)


def job(kedge, cell, cache, bad, live, until):
    """What rows_of() gives, and what it prints: cells run side by side."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    text = io.StringIO()
    with contextlib.redirect_stdout(text):
        rows, failures = rows_of(kedge, cell, cache, bad, live, until)
    return rows, failures, text.getvalue()


def figure(results):
    if not results:
        return "–"
    objects = sum(r.objects for r in results)
    return f"{objects:,} / {sum(r.mismatches for r in results)}"


def table(rows):
    lines = ["| Version | Build | Layout | " + " | ".join(COLUMNS) + " |",
             "|---|---|---|" + "---:|" * len(COLUMNS)]
    for row in rows:
        cells = [row.full, row.cell.build, row.layout or "–"]
        if row.note:
            cells += [row.note] + [""] * (len(COLUMNS) - 1)
        else:
            cells += [figure(row.figures.get(program)) for program in COLUMNS]
        lines.append("| " + " | ".join(cells) + " |")
    return "\n".join(lines)


HEAD = """# Versions

Made by `./quickstart check --matrix`; not edited by hand. Each program of the oracle
(`tests/oracle/programs`) runs on the interpreter itself, which says what its heap holds; kedge reads
the core of the same moment. A figure is the number of objects compared one by one, with their
references, sizes, counts, values, generation and whether a collection would find them, and after the
stroke the number of differences. Layout: where kedge took the offsets of C structs from, `dwarf` the
interpreter's debug information, `debug-offsets` what it keeps in memory for debuggers (3.13 on), `table`
one of kedge's own. generations: a program in which each of the collector's lists has members and garbage, where the lists are
other ones than usual. live: the same programs read while they run, by copying and, two of them, from a fork. why: the number of ways to hold an object for which `kedge why` was asked, each
expression it gave evaluated by the interpreter itself. interpreters: the objects that three interpreters
in one process track, as each said of its own. plugins: facts of the objects of NumPy, pandas, lxml and greenlet as the
program itself has them, in the suite's own versions: memory and who shares it, shapes, trees, frames of suspended
greenlets; for free-threaded builds, for which no suite has them, facts of objects that are laid out as those of NumPy and pandas,
and of an extension module with a plugin of its own. "–": not run for this row.

aarch64: Debian's programs for that machine, run and their cores written by QEMU's emulator of user programs, read on
x86-64; once as it wrote them, without a list of mapped files, and once with that list and the first page of
each file, as a kernel's cores have them.

Free-threaded builds, `--disable-gil`, have no generations: all that is tracked is in the youngest.

Rows of builds that the run itself cannot make, most of the free-threaded ones, 3.14.0 to 3.14.4, 3.14.8 and 3.15.0, are of
interpreters had elsewhere, where they were run at all. 3.13.5t, 3.14.0 to 3.14.4, 3.14.7t and 3.15.0t (its first release
candidate) were built from their sources as these are; 3.14.8 and 3.15.0 are Debian's packages of these versions. The sources
of 3.14.10t and 3.15.2t are not to be had any more: these two are 3.14.7 and 3.15.0rc1 with the structs of 3.14.10's and
3.15.2's own headers, and with mimalloc as its project had it shortly before the version these have.

3.14.0 to 3.14.4 have the incremental collector, but for their free-threaded builds: `gc.get_objects()` says of both halves of
its old space that they are the oldest generation, and that the middle one is empty. 3.14.1 was not run: its structs and
traverse functions are those of 3.14.2. Debug builds of these versions, and those for aarch64, have no table and were not run.

musl: a release build from Debian's source package, linked with musl in place of glibc.

A version that has no table is read, where there is no debug information, by the nearest, which is held against the process
part by part; what does not fit is said.

"""


def write(path, text):
    with open(path, "w", encoding="utf-8") as f:
        f.write(HEAD + text + "\n")


class Tee:
    """Writes to standard output and to a file."""

    def __init__(self, path):
        self.out, self.file = sys.stdout, open(path, "w", encoding="utf-8")

    def write(self, text):
        self.out.write(text)
        self.file.write(text)

    def flush(self):
        self.out.flush()
        self.file.flush()


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cache", default=os.environ.get("KEDGE_MATRIX_CACHE", os.path.join(TOP, "build", "matrix")))
    parser.add_argument("--only", default="")
    parser.add_argument("--live", action="store_true")
    parser.add_argument("--make", action="store_true")
    parser.add_argument("--until", type=float, default=math.inf)
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--write")
    parser.add_argument("--results")
    options = parser.parse_args()
    if options.results:
        sys.stdout = Tee(options.results + ".log")
    cells = [c for c in CELLS if options.only in f"{c.version} {c.build}"]
    kedge = os.environ.get("KEDGE", os.path.join(TOP, "build", "kedge"))
    start, cache = time.monotonic(), os.path.abspath(options.cache)
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)  # as tests/bound.py does
    bad = make_interpreters(cache, cells, options.until)
    if options.make:
        print(f"made, or there already ({(time.monotonic() - start) / 60:.0f} min)")
        return 1 if bad else 0
    rows, failures = [], 0
    with concurrent.futures.ProcessPoolExecutor(options.jobs, initializer=end_with_parent) as pool:
        for found, wrong, text in pool.map(job, *zip(*((kedge, cell, cache, bad, options.live, options.until) for cell in cells))):
            sys.stdout.write(text)
            sys.stdout.flush()
            rows += found
            failures += wrong
    text = table(rows)
    print(f"\n{text}\n\n{len(rows)} rows, {failures} failed ({(time.monotonic() - start) / 60:.0f} min)")
    sys.stdout.flush()
    if options.write and not options.only and not options.live:
        write(options.write, text)
    if options.results:
        with open(options.results + ".trs", "w") as f:
            f.write(f":global-test-result: {'FAIL' if failures else 'PASS'}\n")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
