#!/usr/bin/env python3
"""
A task that leaves 600 MB behind although nothing refers to its output any more.

The task imports a package late. The package looks for optional packages, each attempt fails, and
each failure is a small cycle: exception -> traceback -> frame -> cell -> exception. The frame knows
its caller (f_back), that one its own, up through importlib to the frame of the task, whose local
variable `output` is the array. The cycles are a few kilobytes; until the collector visits the
generation they have reached, they hold everything.

    anchored.py [--megabytes N] [--collect]

Prints its memory at each step, then waits to be looked at, with its pid in the last line.
--collect shows what gc.collect() gives back, and ends.
"""

import array
import gc
import importlib
import os
import signal
import sys
import tempfile

try:
    import numpy
except ImportError:
    numpy = None

PACKAGE = '''
"""A package that probes for others, and builds a class with closures."""


class Placeholder:
    def __init__(self, name):
        self.name = name


def optional_package(name):
    failure = None
    try:
        return __import__(name), True
    except ImportError as exc:
        failure = exc

    def complain():
        return f"install {name}: {failure}"

    hints = {"name": name, "complain": complain}
    return Placeholder(name), not hints


class ClassBuilder:
    def __init__(self, name, fields):
        self.name = name
        self.fields = fields
        self.methods = {}

    def build(self):
        def __init__(this, *values):
            this.__dict__.update(zip(self.fields, values))

        def __repr__(this):
            return f"{self.name}({', '.join(self.fields)})"

        self.methods.update(__init__=__init__, __repr__=__repr__)
        return type(self.name, (), dict(self.methods))


reader, have_reader = optional_package("imaging_fast_reader")
viewer, have_viewer = optional_package("imaging_viewer")
codec, have_codec = optional_package("imaging_codec")
Header = ClassBuilder("Header", ["shape", "spacing", "origin"]).build()
'''


def resident_mb():
    with open("/proc/self/statm") as f:
        return int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20


def mark(what):
    print(f"{resident_mb():6d} MB  {what}", flush=True)


def load(megabytes):
    """Numbers, written, so that the memory is really there."""
    count = megabytes << 18
    if numpy is not None:
        return numpy.full(count, 0.5, dtype=numpy.float32)
    return array.array("f", [0.5]) * count


def save(output, folder):
    with open(os.path.join(folder, "result"), "wb") as f:
        f.write(memoryview(output)[:1024])


def task(megabytes, folder):
    output = load(megabytes)
    # Lazy: the first task that comes here pays for the import, with its frame on the stack.
    imaging = importlib.import_module("imaging")
    header = imaging.Header(len(output), 1.0, 0.0)
    save(output, folder)
    return header


def main():
    arguments = sys.argv[1:]
    collect = "--collect" in arguments
    megabytes = int(arguments[arguments.index("--megabytes") + 1]) if "--megabytes" in arguments else 600
    mark("start")
    with tempfile.TemporaryDirectory() as folder:
        # Where installed packages lie, which is how one tells them from the application's own files.
        packages = os.path.join(folder, "site-packages")
        os.mkdir(packages)
        with open(os.path.join(packages, "imaging.py"), "w") as f:
            f.write(PACKAGE)
        sys.path.insert(0, packages)
        task(megabytes, folder)
        sys.path.remove(packages)
    mark("after the task; no variable refers to its output")
    if collect:
        found = gc.collect()
        mark(f"after gc.collect(), which found {found} objects")
        return
    print(f"ready: pid {os.getpid()}", flush=True)
    signal.pause()


if __name__ == "__main__":
    main()
