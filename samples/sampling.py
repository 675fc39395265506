"""What the samples share: options, a line for each step, and waiting to be looked at."""

import gc
import json
import os
import signal
import sys


def option(name, default):
    """The number after @name on the command line."""
    return int(sys.argv[sys.argv.index(name) + 1]) if name in sys.argv else default


def mark(what):
    """Prints the resident memory and what was just done."""
    with open("/proc/self/statm") as f:
        resident = int(f.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") >> 20
    print(f"{resident:6d} MB  {what}", flush=True)


def _type_name(cls):
    module = cls.__module__
    return cls.__qualname__ if module == "builtins" else f"{module}.{cls.__qualname__}"


def _count(table, key):
    table[key] = table.get(key, 0) + 1


def _write_facts(path):
    """What gc.garbage holds, as three tables."""
    gc.set_debug(gc.DEBUG_SAVEALL)
    gc.collect()
    gc.set_debug(0)
    types, frames, cells = {}, {}, {}
    for thing in gc.garbage:
        kind = type(thing)
        _count(types, _type_name(kind))
        if kind.__name__ == "frame":
            _count(frames, f"{thing.f_code.co_filename}\n{thing.f_code.co_qualname}")
        elif kind.__name__ == "cell":
            try:
                _count(cells, _type_name(type(thing.cell_contents)))
            except ValueError:
                _count(cells, "(empty)")
    facts = {"objects": len(gc.garbage), "types": types, "frames": frames, "cells": cells}
    with open(path, "w") as f:
        json.dump(facts, f)


def _record(path):
    """A forked copy collects and writes; this process goes on as it was."""
    copy = os.fork()
    if copy == 0:
        try:
            _write_facts(path)
        except BaseException as error:
            os.write(2, repr(error).encode())
            os._exit(1)
        os._exit(0)
    os.waitpid(copy, 0)


def wait():
    """Says that everything is as it shall be looked at, and sleeps for good."""
    facts = os.environ.get("SAMPLE_FACTS")
    if facts:
        _record(facts)
    print(f"ready: pid {os.getpid()}", flush=True)
    signal.pause()
