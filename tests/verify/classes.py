#!/usr/bin/env python3
"""
A class made in Python whose tp_traverse C code has exchanged, as PyTorch's metaclass does: its instances lie lower than all
others, so that kedge meets them first. It must take that function for the class's own, and all other classes for what
they are. With one thread and with several: which class a thread meets first is chance.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: classes.py [--target]   (environment: KEDGE)
"""

import ctypes
import gc
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.dont_write_bytecode = True

from support import RELEASE_AND_DEBUG, document, main, run, shown

TRAVERSE = 184         # of PyTypeObject, CPython 3.11 on 64-bit machines
MAPPED = 1 << 46       # above are arenas, below the heap of the C library
AT_ONCE, LOWEST = 100000, 50000 # instances: the lowest fill more than two arenas


class Foreign:
    __slots__ = ("kept",)


class Plain:
    __slots__ = ("kept",)


class Common:
    pass


class Number(int):
    pass


def target():
    gc.disable()
    run("gcc", "-shared", "-fPIC", "-O2", "-o", "traverses.so", os.path.join(HERE, "traverses.c"))
    function = ctypes.CDLL(os.path.abspath("traverses.so")).shows_class
    ctypes.c_void_p.from_address(id(Foreign) + TRAVERSE).value = ctypes.cast(function, ctypes.c_void_p).value
    plain, common, number = Plain(), Common(), Number(0)
    plain.kept = common.kept = number.kept = ["by the others"]
    foreign, lowest = [], []
    # Newer arenas lie lower, but for gaps that they fill.
    while not lowest or any(type(o) is not Foreign for o in lowest):
        assert len(foreign) < 30 * AT_ONCE
        foreign.extend(Foreign() for _ in range(AT_ONCE))
        lowest = sorted((o for o in gc.get_objects() if id(o) > MAPPED), key=id)[:LOWEST]
    one = lowest[0]
    one.kept = ["by the first"]
    facts = {name: {"addr": hex(id(o)), "referents": sorted(hex(id(r)) for r in gc.get_referents(o))}
             for name, o in {"foreign": one, "plain": plain, "common": common, "number": number}.items()}
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()


def check(hold, core, facts):
    for threads in ("1", "2"):
        said = shown(core, *(fact["addr"] for fact in facts.values()), "--threads", threads)
        for name, fact in facts.items():
            referents = said[fact["addr"]]["referents"]
            hold(f"{threads} threads: {name}: what gc.get_referents() says",
                 sorted(r["addr"] for r in referents if r["kind"] == "traverse") == fact["referents"], referents, fact)
        verify = document("verify", core, "--threads", threads)
        hold(f"{threads} threads: verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, verify["rules"])
        how = {kind["type"]: kind["references"] for kind in verify["types"]}
        hold(f"{threads} threads: that class goes by its own function, and the others are known",
             {name: how.get(f"__main__.{name}") for name in ("Foreign", "Plain", "Common", "Number")} ==
             {"Foreign": "emulated", "Plain": "decoded", "Common": "decoded", "Number": "decoded"}, how)


if __name__ == "__main__":
    main(RELEASE_AND_DEBUG, "pass", __file__, target, check)
