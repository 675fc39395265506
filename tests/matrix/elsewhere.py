"""
Runs programs of other tests on the interpreters of the matrix, those in chroots included.

Only interpreters that are at hand: nothing is made here. interpreters.sh makes them, `./quickstart check
--matrix` calls it.
"""

import glob
import importlib.util
import os
import resource
import shutil
import signal
import subprocess
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "oracle"), os.path.dirname(HERE)]
sys.dont_write_bytecode = True

import run as oracle
from support import check, gdb_core, rests, wait_until

_spec = importlib.util.spec_from_file_location("kedge_matrix", os.path.join(HERE, "run.py"))
matrix = importlib.util.module_from_spec(_spec)
_spec.loader.exec_module(matrix)


def at_hand(since=(3, 8), build="release"):
    """[(name, interpreter)] of those of version @since and later, the oldest first, one of each version: of a build
    that is called so or begins so."""
    cache = os.path.abspath(os.environ.get("KEDGE_MATRIX_CACHE", os.path.join(matrix.TOP, "build", "matrix")))
    found = {}
    for cell in matrix.CELLS:
        version = tuple(map(int, cell.version.split(".")))
        if version < since or not cell.build.startswith(build) or version in found:
            continue
        if cell.suite and os.geteuid() != 0:
            continue
        python = matrix.interpreter(cell, cache)
        if python:
            found[version] = (f"python{cell.version}{'d' if python.debug else ''}", python)
    return [found[version] for version in sorted(found)]


def folder_for(python):
    """Where a folder must be for the interpreter to see it; None: anywhere."""
    return os.path.join(python.root, "tmp") if python.root else None


def start(python, files, arguments, folder, options=(), env=None, **pipes):
    """
    Starts the program @files[0] with @arguments, which are paths in @folder or words; the files are copied into
    @folder, which lies in folder_for(). gdb may trace it, and the kernel may leave its core in @folder.
    """
    for path in files:
        shutil.copy(path, folder)
    inside = python.sees(folder)
    arguments = [python.sees(a) if a.startswith(folder) else a for a in arguments]

    def before_exec():
        oracle.allow_cores()
        if python.root:
            oracle.enter(python.root)
            os.chdir(inside)

    program = os.path.join(inside, os.path.basename(files[0]))
    return subprocess.Popen([python.path, *options, program, *arguments], cwd=folder, preexec_fn=before_exec,
                            env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1", TMPDIR=inside, **(env or {})), **pipes)


def take_core(python, process, folder):
    """
    (core, options that kedge needs for it), or (None, why) where only the kernel could leave one and does
    not. The kernel's ends the process.
    """
    if python.gcore:
        core = os.path.join(folder, "core")
        why = gdb_core(process.pid, core)
        check(not why, why)
        return core, python.options("gcore")
    with open("/proc/sys/kernel/core_pattern") as f:
        pattern = f.read().strip()
    if pattern.startswith("|") or "/" in pattern or resource.getrlimit(resource.RLIMIT_CORE)[1] >= 0:
        return None, "the kernel leaves no core in the working directory"
    wait_until(f"process {process.pid} waits", lambda: rests(process.pid))
    os.kill(process.pid, signal.SIGQUIT)
    process.wait(300)
    cores = glob.glob(os.path.join(folder, pattern.split("%")[0] + "*"))
    return (cores[0], python.options("kernel")) if cores else (None, "the kernel left no core")
