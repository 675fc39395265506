#!/usr/bin/env python3
"""
pandas through its NumPy blocks: what a frame's manager holds as pandas says it, the blocks' arrays among the
buffers, and a slice of three rows that keeps the whole frame it was made from.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: frames.py [--target]   (environment: KEDGE)
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import PYTHON, document, main, rows, shown


def made():
    """What is in the heap, as the interpreter has it, and what keeps it there."""
    import numpy
    import pandas

    frame = pandas.DataFrame({"a": numpy.ones(1 << 17), "b": numpy.ones(1 << 17), "n": numpy.arange(1 << 17)})
    part = frame.iloc[5:9]
    slice_ = pandas.DataFrame(numpy.ones((1 << 19, 4))).iloc[:3]

    def fact(f):
        m = f._mgr
        arrays = []
        for b in m.blocks:
            a = b.values
            while a.base is not None:
                a = a.base
            arrays.append([hex(id(a)), a.nbytes])
        native = any(t.__module__ == "pandas._libs.internals" for t in type(m).__mro__)
        return {"addr": hex(id(m)), "native": native, "blocks": len(m.blocks), "items": int(f.size), "arrays": arrays,
                "parent": hex(id(m.parent)) if getattr(m, "parent", None) is not None else None,
                "parent_items": int(sum(b.values.size for b in m.parent.blocks)) if getattr(m, "parent", None) is not None else 0}

    facts = {"pandas": pandas.__version__, "frame": fact(frame), "part": fact(part), "slice": fact(slice_)}
    return facts, [frame, part, slice_]


def target():
    facts, kept = made()
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    kept.clear()


def check(hold, core, facts):
    blocks = {row["addr"]: row for row in rows("buffers", "--min-size", "1", "--type", "numpy.ndarray", core)}
    names = ("frame", "part", "slice")
    seen = shown(core, *(facts[name]["addr"] for name in names))
    for name in names:
        fact = facts[name]
        its = seen[fact["addr"]]
        for addr, bytes_ in fact["arrays"]:
            hold(f"{name}: its arrays are blocks of memory", addr in blocks and blocks[addr]["bytes"] == bytes_, fact, blocks.get(addr))
        hold(f"{name}: the manager is pandas'", its["plugin"] == ("pandas" if fact["native"] else None), its["plugin"])
        if not fact["native"]:
            continue
        words = f"{fact['items']} items in {fact['blocks']} block" + ("" if fact["blocks"] == 1 else "s")
        hold(f"{name}: its blocks and items", its["value"] == words and its["fields"]["blocks"] == str(fact["blocks"]) and
             its["fields"]["items"] == str(fact["items"]), its["value"], its["fields"], fact)
        parent = f"{fact['parent']}, of {fact['parent_items']} items" if fact["parent"] else None
        hold(f"{name}: its parent", its["fields"].get("parent") == parent, its["fields"], fact)
    check_slice(hold, facts["slice"], document("suspects", core)["findings"])
    verify = document("verify", core, "--all")
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])


def check_slice(hold, slice_, findings):
    """Up to 1.5 its manager keeps the one of the frame, and with 1.3 to 1.5 the plugin knows; else its array alone does."""
    if not slice_["parent"]:
        bases = [e["value"] for f in findings if f["kind"] == "small-view" for e in f["evidence"] if e["name"] == "base"]
        hold("the slice's array is a small view that keeps the frame's", bases.count(slice_["arrays"][0][0]) == 1, bases)
        hold("and no manager keeps another", not any(f["kind"] == "plugin" for f in findings), findings)
        return
    found = [f for f in findings if f["kind"] == "plugin"]
    evidence = {e["name"]: e["value"] for e in found[0]["evidence"]} if found else {}
    hold("the slice that keeps its frame, and no other", len(found) == 1 and evidence["object"] == slice_["addr"] and
         evidence["plugin"] == "pandas" and (evidence["items"], evidence["all_items"]) == (slice_["items"], slice_["parent_items"]) and
         found[0]["bytes"] >= 16 << 20, found)


if __name__ == "__main__":
    main([PYTHON], "import pandas", __file__, target, check)
