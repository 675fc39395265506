#!/usr/bin/env python3
"""
Native memory behind NumPy's arrays as the interpreter has it, against what kedge says of the core: of every
array of a program its owner by walking .base, its address by __array_interface__, the bytes it shows, its
shape, strides and dtype; who shares which block; objects inside arrays and records, every count explained;
and the small view that keeps a large block.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: buffers.py [--target]   (environment: KEDGE)
"""

import gc
import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import RELEASE_AND_DEBUG, document, main, rows, shown

MIB = 1 << 20


class Element:
    pass


def owner_of(view):
    """The object that the bytes belong to, as Python tells it."""
    while True:
        if isinstance(view, memoryview):
            view = view.obj
        elif getattr(view, "base", None) is not None:
            view = view.base
        else:
            return view


def made():
    """What is in the heap, as the interpreter has it, and what keeps it there."""
    import numpy

    with open("mapped", "wb") as f:
        f.write(b"m" * (2 * MIB))
    elements = [Element() for _ in range(12)]
    base = numpy.ones((1024, 1024))
    mapped = numpy.memmap("mapped", dtype="u1", mode="r")
    raw = bytes(MIB)
    array = bytearray(MIB)
    kept = {
        "base": base, "row": base[7], "transposed": base.T, "column": base[::2, 3], "reversed": base[::-1, ::-1],
        "broadcast": numpy.broadcast_to(base[0], (50, 1024)), "empty": base[5:5], "scalar": base[3, 4:5].reshape(()),
        "mapped": mapped, "part": mapped[100:300], "frombytes": numpy.frombuffer(raw, "u2"),
        "frombytearray": numpy.frombuffer(array, "u1")[50:60], "frommemory": numpy.asarray(memoryview(array)[10:90]),
        "small": numpy.ones(2 * MIB)[3:5],
        "objects": numpy.array(elements[:4], dtype=object).reshape(2, 2), "fortran": numpy.array([[1, 2, 3]] * 2, order="F"),
    }
    record = numpy.dtype([("n", "i4"), ("o", "O"), ("inner", [("p", "O"), ("x", "f8"), ("many", "O", (2,))])])
    records = numpy.zeros(2, dtype=record)
    for i in range(2):
        records[i]["o"] = elements[4 + i]
        records[i]["inner"]["p"] = elements[6 + i]
        records[i]["inner"]["many"][:] = elements[8 + 2 * i:10 + 2 * i]
    kept["records"] = records
    kept["record"] = records[1]
    scalars = [numpy.float64(1.5), numpy.float32(0.1), numpy.int16(-7), numpy.uint64(2 ** 64 - 1), numpy.bool_(True),
               numpy.complex128(1j), numpy.int64(-2 ** 60), numpy.datetime64("2020-01-01")]
    views = [memoryview(array)[:64]]
    facts = {"arrays": {}, "scalars": [], "elements": [hex(id(e)) for e in elements], "record_type": hex(id(record)),
             "memoryview": [hex(id(views[0])), hex(id(array)), 64]}
    for name, a in kept.items():
        owner = owner_of(a)
        facts["arrays"][name] = {
            "addr": hex(id(a)), "size": sys.getsizeof(a), "owner": hex(id(owner)) if owner is not a else None,
            "owner_type": type(owner).__name__, "data": hex(a.__array_interface__["data"][0]), "nbytes": a.nbytes,
            "shape": str(a.shape), "strides": str(a.strides) if name != "record" else "", "kind": a.dtype.kind,
            "itemsize": a.dtype.itemsize, "broadcast": name == "broadcast",
            "contiguous": [a.flags.c_contiguous, a.flags.f_contiguous], "writable": bool(a.flags.writeable)}
    for s in scalars:
        facts["scalars"].append({"addr": hex(id(s)), "size": sys.getsizeof(s), "text": str(s) if s.dtype.kind not in "cM" else None})
    # Held by the arrays alone from here on; the locals of this frame hold the list.
    kept["elements gone"] = None
    facts["counts"] = 1
    del elements, a, owner, records, s, i
    gc.collect()
    return facts, [kept, record, scalars, views, base, mapped, raw, array]


def target():
    facts, kept = made()
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    kept.clear()


def order_of(contiguous):
    return {(True, True): "C and Fortran", (True, False): "C", (False, True): "Fortran", (False, False): "neither C nor Fortran"}[
        tuple(contiguous)]


def check_array(hold, name, fact, its, blocks):
    hold(f"{name}: size", its["size"] == fact["size"], its["size"], fact)
    payload, fields = its["payload"], its["fields"]
    hold(f"{name}: read by the plugin", its["plugin"] == "numpy", its)
    if name != "record":
        hold(f"{name}: shape and strides", (fields["shape"], fields["strides"]) == (fact["shape"], fact["strides"]), fields, fact)
        hold(f"{name}: order", fields["order"] == order_of(fact["contiguous"]), fields, fact)
        hold(f"{name}: flags", ("writable" in fields["flags"]) == fact["writable"], fields, fact)
        hold(f"{name}: item size", fields["itemsize"] == str(fact["itemsize"]), fields, fact)
    shown_bytes = fact["nbytes"] // 50 if fact["broadcast"] else fact["nbytes"]
    if fact["owner"] is None and fact["nbytes"] == 0:
        return
    hold(f"{name}: bytes and address", payload and payload["bytes"] == shown_bytes and payload["addr"] == fact["data"], payload, fact)
    hold(f"{name}: its own or another's", payload and (payload["owner"] is None) == (fact["owner"] is None), payload, fact)
    if fact["owner"] and fact["owner"] in blocks:
        views = {v["addr"]: v["bytes"] for v in blocks[fact["owner"]]["shared_with"]}
        hold(f"{name}: among those that share the block of its owner", views.get(fact["addr"]) == shown_bytes, views, fact)


def check(hold, core, facts, alone=True):
    """@alone: the program has nothing but this, so that every block can be asked for, and no word of a type that is
    scanned equals an element by chance."""
    every = [("1",)] if alone else [("4096",), ("1", "--type", "numpy.ndarray")]
    blocks = {row["addr"]: row for least in every for row in rows("buffers", "--min-size", *least, core)}
    arrays = facts["arrays"]
    seen = shown(core, facts["record_type"], *facts["elements"], *(f["addr"] for f in [*arrays.values(), *facts["scalars"]]))
    for name, fact in arrays.items():
        if fact["owner"]:
            hold(f"{name}: its owner is a block", fact["owner"] in blocks, fact)
        check_array(hold, name, fact, seen[fact["addr"]], blocks)
    base = blocks[arrays["base"]["addr"]]
    expected = {f["addr"] for f in arrays.values() if f["owner"] == arrays["base"]["addr"]}
    hold("all views of the base, and no others", {v["addr"] for v in base["shared_with"]} == expected and base["views"] == len(expected),
         base, expected)
    hold("the base: bytes and place", (base["bytes"], base["where"]) == (8 * MIB, "heap"), base)
    mapped = blocks[arrays["mapped"]["owner"]]
    hold("what is mapped from a file is the mmap's", (mapped["type"], mapped["where"], mapped["bytes"]) == ("mmap.mmap", "mmap", 2 * MIB),
         mapped)
    view, owner, bytes_ = facts["memoryview"]
    shared = {v["addr"]: v["bytes"] for v in blocks[owner]["shared_with"]}
    hold("a memoryview", shared.get(view) == bytes_, shared)
    for fact in facts["scalars"]:
        its = seen[fact["addr"]]
        hold("a scalar", its["size"] == fact["size"] and its["plugin"] == "numpy" and fact["text"] in (None, its["value"]), its, fact)
    for i, addr in enumerate(facts["elements"]):
        its = seen[addr]
        hold(f"element {i}: held by an array, every count explained", its["counts"]["unexplained"] == 0 and
             [r["type"] for r in its["referrers"] if alone or r["kind"] != "guess"] == ["numpy.ndarray"], its["counts"], its["referrers"])
    record = seen[facts["record_type"]]
    hold("a dtype: every count explained", record["counts"]["unexplained"] == 0, record["counts"])
    verify = document("verify", core, "--all")
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])
    found = [f for f in document("suspects", core)["findings"] if f["kind"] == "small-view"]
    evidence = [{e["name"]: e["value"] for e in f["evidence"]} for f in found]
    small = [e for e in evidence if e["view"] == arrays["small"]["addr"]]
    hold("the small view is a suspect", len(small) == 1 and small[0]["shown_bytes"] == 16 and small[0]["base_bytes"] == 16 * MIB and
         small[0]["base"] == arrays["small"]["owner"], evidence)
    hold("and what many hold is not", not any(e["base"] == arrays["base"]["addr"] for e in evidence), evidence)


if __name__ == "__main__":
    main(RELEASE_AND_DEBUG, "import numpy", __file__, target, check)
