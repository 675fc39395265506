#!/usr/bin/env python3
"""
What looks like an object in C's memory and is none: copies of a live list and a live dict with their GC headers, as
objects leave them behind in memory that was freed, to which a global variable of C points. The collector's lists
do not know them, so they are no objects, and no damage either. A copy that says of itself that no list has it
contradicts nothing: that one is taken for an object, as one that only C code knows, and so is a real one. And a tuple that
was given back to the allocator, whose words are all there still, and its address in a slot of a frame that runs, where
the call's arguments had been.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: stale.py [--target]   (environment: KEDGE)
"""

import ctypes
import gc
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import KEDGE, RELEASE_AND_DEBUG, attempt, document, main

# Variables of libc that it lets programs write to, which nothing here reads.
GLOBALS = ["optarg", "argp_program_version", "argp_program_bug_address", "error_print_progname"]
GC_HEAD = 16  # bytes before an object


ITEMS = 37  # of tuples that no free list keeps, of a size that nothing here asks for afterwards


def called(*args):
    return [id(arg) for arg in args]


def target():
    libc = ctypes.CDLL(None)
    libc.malloc.restype = ctypes.c_void_p
    libc.malloc.argtypes = [ctypes.c_size_t]
    kept = {"list": [object() for _ in range(20)], "dict": {str(i): [] for i in range(20)}, "untracked": [object()]}
    assert all(gc.is_tracked(one) for one in kept.values())
    facts = {"live": {name: hex(id(one)) for name, one in kept.items()}, "copy": {}}
    places = [ctypes.c_void_p.in_dll(libc, name) for name in GLOBALS]
    for place, (name, one) in zip(places, kept.items()):
        size = GC_HEAD + type(one).__basicsize__
        block = libc.malloc(size + 1000)  # larger than what the allocator of objects has
        ctypes.memset(block, 0, size + 1000)
        ctypes.memmove(block, id(one) - GC_HEAD, size)
        if name == "untracked":
            ctypes.memset(block, 0, GC_HEAD)
        place.value = block + GC_HEAD
        facts["copy"][name] = hex(block + GC_HEAD)
    real = tuple(range(1000, 1200))
    gc.collect()
    assert not gc.is_tracked(real)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(real))
    places[-1].value = id(real)
    facts["real"] = hex(id(real))
    del real
    items = [object() for _ in range(ITEMS)]
    others = [tuple(items), tuple(items)]
    facts["left"], facts["items"] = hex(called(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, tuple(items))[10]), [hex(id(one)) for one in items]
    ctypes.c_byte.from_address(int(facts["left"], 16)).value = 1
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    return 0 if others else 1


def check(hold, core, facts):
    summary = document("summary", core)
    hold("no damage", summary["complete"] and summary["damage"]["count"] == 0, summary["doubts"], summary["damage"])
    hold("--strict finds no fault", attempt(KEDGE, "summary", "--strict", core).returncode == 0)
    verify = document("verify", core)
    hold("what copies refer to has no fewer counts than references that are no guess", verify["broken"] == 0, verify["rules"])
    for name in ("list", "dict"):
        done = attempt(KEDGE, "show", core, facts["copy"][name])
        hold(f"{name}: no object is where its copy is", done.returncode == 1 and "no object starts there" in done.stderr, done)
        shown = document("show", core, facts["live"][name])
        hold(f"{name}: the live one is one", shown["type"] == name and shown["gc"] != "untracked", shown["gc"])
    done = attempt(KEDGE, "show", core, facts["left"])
    hold("a slot of a frame that is in use no more: no object is in a block that was given back",
         done.returncode == 1 and "no object starts there" in done.stderr, done)
    items = document("show", core, facts["items"][0])
    hold("what was in it is held by the others", items["refcount"] == 3 and len(items["referrers"]) == 3, items)
    known = {"untracked": facts["copy"]["untracked"], "real": facts["real"]}
    for (name, addr), variable in zip(known.items(), GLOBALS[2:]):
        shown = document("show", core, addr)
        hold(f"{name}: taken for an object that C code knows, which is called a guess",
             shown["gc"] == "untracked" and shown["chain"]["trust"] == "guess" and shown["referrers"] == [] and
             shown["counts"]["unexplained"] == shown["refcount"] and len(shown["roots"]) == 1 and
             shown["roots"][0]["root"].startswith(f"C variable {variable} in ") and "(guess)" in shown["roots"][0]["root"], shown)


if __name__ == "__main__":
    main(RELEASE_AND_DEBUG, "pass", __file__, target, check)
