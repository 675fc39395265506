#!/usr/bin/env python3
"""
Arrow's memory as pyarrow has it, against what kedge says of the core: of arrays of many types type, length, nulls, offset,
each buffer's address and size and the bytes that a slice shows; whose memory it is, the pools' in all what
pyarrow.total_allocated_bytes() says; what shows the memory of bytes and of NumPy's arrays, and NumPy's arrays that show
Arrow's; tables, chunks and columns that share theirs; a file that is mapped; an import of what was exported; a slice
of a few rows that keeps all of them among the suspects.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: arrow.py [PYTHON [ROOT]]   (of this system, or in a chroot, with mounts of its own; environment: KEDGE)
"""

import gc
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE), os.path.join(os.path.dirname(HERE), "oracle")]
sys.dont_write_bytecode = True

from support import PYTHON, SKIPPED, document, main, rows, shown

ROWS, FEW_OF = 30000, 500000
SMALL_POOL = "MIMALLOC_ARENA_RESERVE"  # otherwise the pool takes a gigabyte of addresses, which would be in the core


def arrays(pa, numpy):
    """Arrays by name, of all kinds of layouts."""
    ints = list(range(1000))
    texts = ["x" * (i % 7) for i in ints]
    made = {
        "int64": pa.array(ints), "nulls": pa.array([None if i % 3 == 0 else i for i in ints]), "double": pa.array([float(i) for i in ints]),
        "bool": pa.array([i % 2 == 0 for i in ints]), "int8": pa.array([i % 100 for i in ints], pa.int8()),
        "halffloat": pa.array(numpy.arange(1000, dtype="f2")),
        "string": pa.array(texts), "binary": pa.array([t.encode() for t in texts]), "large_string": pa.array(texts, pa.large_string()),
        "fixed": pa.array([b"abc"] * 1000, pa.binary(3)), "timestamp": pa.array(ints, pa.timestamp("us")),
        "decimal": pa.array([1, 2, None, 4], pa.decimal128(20, 3)), "list": pa.array([[1, 2], None, [], [3] * 500]),
        "large_list": pa.array([[1.5], [2.5, 3.5]] * 300, pa.large_list(pa.float64())),
        "fixed_list": pa.array([[1, 2, 3]] * 400, pa.list_(pa.int32(), 3)),
        "struct": pa.array([{"a": i, "b": str(i)} for i in ints]), "map": pa.array([[("k", 1)], [("l", 2), ("m", 3)]] * 200,
                                                                                    pa.map_(pa.string(), pa.int64())),
        "dictionary": pa.array(texts).dictionary_encode(), "null": pa.nulls(50), "empty": pa.array([], pa.int64()),
        "union": pa.UnionArray.from_sparse(pa.array([0, 1] * 50, pa.int8()), [pa.array(ints[:100]), pa.array(texts[:100])]),
        "view": pa.array(["a long text that is in no view itself"] * 99, pa.string_view()),
        "runs": pa.RunEndEncodedArray.from_arrays(pa.array([5, 9], pa.int32()), pa.array([1.5, 2.5])),
        "extension": pa.ExtensionArray.from_storage(pa.uuid(), pa.array([b"0123456789abcdef"] * 70, pa.binary(16))),
    }
    for name in ("int64", "nulls", "bool", "string", "list", "struct", "fixed_list", "large_list", "map", "dictionary", "extension"):
        made["slice of " + name] = made[name].slice(1, 3) if len(made[name]) < 50 else made[name].slice(13, 21)
    made["struct"].field(0)
    return made


def uncounted(pa, array):
    """What nbytes leaves out: of the offsets, which are one more than the values, the last."""
    t = array.type
    if isinstance(array, pa.ExtensionArray):
        return uncounted(pa, array.storage)
    if pa.types.is_dictionary(t):
        return uncounted(pa, array.dictionary)
    if pa.types.is_struct(t):
        return sum(uncounted(pa, array.field(i)) for i in range(t.num_fields))
    if pa.types.is_fixed_size_list(t):
        return uncounted(pa, array.values)
    if pa.types.is_map(t):
        return 4 + uncounted(pa, array.keys) + uncounted(pa, array.items)
    if pa.types.is_list(t) or pa.types.is_large_list(t):
        return (8 if pa.types.is_large_list(t) else 4) + uncounted(pa, array.values)
    if pa.types.is_string(t) or pa.types.is_binary(t):
        return 4
    return 8 if pa.types.is_large_string(t) or pa.types.is_large_binary(t) else 0


def fact_of(pa, name, array):
    plain = array.storage if isinstance(array, pa.ExtensionArray) else array
    own = plain.type.num_buffers if hasattr(plain.type, "num_buffers") else 2
    fact = {"addr": hex(id(array)), "length": str(len(array)), "offset": str(array.offset), "nulls": str(array.null_count),
            "type": str(plain.type), "size": sys.getsizeof(array), "shown": None,
            "buffers": [None if b is None else [hex(b.address), b.size] for b in plain.buffers()[:own]]}
    if name not in ("union", "view", "runs"):
        fact["shown"] = array.nbytes + uncounted(pa, array)
    return fact


def tables(pa):
    """Tables by name, and what must live as long as they do."""
    table = pa.table({"n": pa.array(range(ROWS)), "s": pa.array(["y" * (i % 5) for i in range(ROWS)]),
                      "z": pa.array([None if i % 2 else i for i in range(ROWS)])})
    with pa.OSFile("file.arrow", "wb") as f, pa.ipc.new_file(f, table.schema) as writer:
        writer.write_table(table)
    with pa.memory_map("file.arrow") as f:
        mapped = pa.ipc.open_file(f).read_all()
    read = pa.ipc.open_file(pa.OSFile("file.arrow")).read_all()
    with open("file.arrow", "rb") as f:
        raw = f.read()
    inside = pa.ipc.open_file(pa.py_buffer(raw)).read_all()
    few = pa.table({"n": pa.repeat(7, FEW_OF), "m": pa.repeat(7, FEW_OF)}).slice(5, 10)
    chunked = pa.chunked_array([pa.array(range(100)), pa.array(range(200)), pa.array([], pa.int64())])
    return {"table": table, "mapped": mapped, "read": read, "inside": inside, "few": few}, chunked, raw


def target():
    if SMALL_POOL not in os.environ:
        os.environ[SMALL_POOL] = "0"
        os.execv(sys.executable, [sys.executable, *sys.argv])
    try:
        import numpy
        import pandas
        import pyarrow as pa
        import pyarrow.ipc
    except ImportError as problem:
        print(f"{problem}: not all of the packages are installed")
        return SKIPPED
    named = arrays(pa, numpy)
    wholes, chunked, raw = tables(pa)
    batch = wholes["table"].to_batches()[0]
    column = wholes["read"].column("s")
    text, plain, memory = b"x" * 100000, b"y" * 70000, bytearray(50000)
    shared = pa.py_buffer(text)
    again = pa.Array.from_buffers(pa.uint8(), 100000, [None, shared])
    alone = pa.py_buffer(plain)
    foreign = pa.foreign_buffer(numpy.frombuffer(memory, "u1").ctypes.data, len(memory), memory)
    numbers = numpy.arange(20000)
    over = pa.array(numbers)
    numbers_at = hex(id(numbers))
    del numbers
    big = pa.array([i / 3 for i in range(50000)])
    back = big.to_numpy()[:]
    view = memoryview(named["int64"].buffers()[1])
    pool, resizable = pa.allocate_buffer(300000), pa.allocate_buffer(1000, resizable=True)
    part = pool.slice(100, 50)
    few = pa.repeat(2.5, FEW_OF).slice(5, 10)
    exported = pa.array(range(4000))
    before = pa.total_allocated_bytes()
    imported = pa.Array._import_from_c_capsule(*exported.__arrow_c_array__())
    describing = pa.total_allocated_bytes() - before  # what says whose the memory is, is in the pool, too
    frame = pandas.DataFrame({"x": pandas.array([1, 2, 3] * 1000, dtype="int64[pyarrow]")})
    scalars = [pa.scalar("a text"), pa.scalar([1, 2, 3]), pa.scalar(None, pa.int64()), pa.scalar(5)]
    extension = frame["x"].array
    facts = {
        "versions": {"pyarrow": pa.__version__, "cpp": pa.cpp_version, "pool": pa.default_memory_pool().backend_name},
        "arrays": {name: fact_of(pa, name, a) for name, a in named.items()},
        "tables": {name: {"addr": hex(id(t)), "rows": str(t.num_rows), "columns": str(t.num_columns), "size": sys.getsizeof(t),
                          "shown": t.nbytes + sum(uncounted(pa, c) for col in t.columns for c in col.chunks)} for name, t in wholes.items()},
        "file": os.path.getsize("file.arrow"), "raw": hex(id(raw)),
        "chunked": {"addr": hex(id(chunked)), "length": str(len(chunked)), "chunks": str(chunked.num_chunks)},
        "batch": hex(id(batch)), "column": hex(id(column)), "text": hex(id(text)), "shared": hex(id(shared)), "again": hex(id(again)),
        "plain": hex(id(plain)), "alone": hex(id(alone)), "memory": hex(id(memory)), "foreign": hex(id(foreign)),
        "numbers": numbers_at, "over": hex(id(over)), "big": hex(id(big)), "back": hex(id(back)), "view": hex(id(view)),
        "pool": [hex(id(pool)), pool.address, pool.size], "part": [hex(id(part)), part.address, part.size],
        "resizable": hex(id(resizable)), "few": hex(id(few)), "exported": hex(id(exported)), "imported": hex(id(imported)),
        "pandas": hex(id(extension._pa_array)), "scalars": [hex(id(s)) for s in scalars], "sizes": {},
    }
    facts["sizes"] = {hex(id(o)): sys.getsizeof(o) for o in (pool, chunked, batch, scalars[0], named["dictionary"], again, over, alone)}
    del extension, plain, text, raw, memory
    gc.collect()
    facts["allocated"] = pa.total_allocated_bytes() - describing
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    return 0


def check_arrays(hold, facts, seen):
    for name, fact in facts["arrays"].items():
        its = seen[fact["addr"]]
        fields = its["fields"]
        hold(f"{name}: read by the plugin", its["plugin"] == "arrow" and fields["layout"] == f"that of Arrow {facts['versions']['cpp']}", its)
        hold(f"{name}: size", its["size"] == fact["size"], its["size"], fact)
        hold(f"{name}: length and offset", (fields["length"], fields["offset"]) == (fact["length"], fact["offset"]), fields, fact)
        hold(f"{name}: nulls", fields["null_count"] == fact["nulls"], fields, fact)
        kind = fact["type"].split("<")[0].split("[")[0].split("(")[0]
        hold(f"{name}: type", fields["arrow_type"].replace("_interval", "") == {"fixed_size_binary": "fixed_size_binary"}.get(kind, kind),
             fields, fact)
        told = {f.split(" ")[3].rstrip(","): int(f.split(" ")[0]) for key, f in fields.items() if " bytes at 0x" in f}
        hold(f"{name}: each of its buffers", told == {at: size for at, size in filter(None, fact["buffers"])} or name == "view", fields, fact)
        hold(f"{name}: nothing is not read", "not_read" not in fields, fields)
        if fact["shown"] is not None:
            hold(f"{name}: bytes shown", fields["shows"].split(" ")[0] == str(fact["shown"]), fields, fact)


def check_tables(hold, facts, seen, blocks):
    for name, fact in facts["tables"].items():
        its = seen[fact["addr"]]
        fields = its["fields"]
        hold(f"{name}: rows and columns", (fields["rows"], fields["columns"]) == (fact["rows"], fact["columns"]), fields, fact)
        hold(f"{name}: bytes shown", fields["shows"].split(" ")[0] == str(fact["shown"]), fields, fact)
        hold(f"{name}: size", its["size"] == fact["size"], its["size"], fact)
    mapped = blocks[facts["tables"]["mapped"]["addr"]]
    hold("what is mapped is the file", (mapped["where"], mapped["bytes"]) == ("mmap", facts["file"]), mapped, facts["file"])
    hold("a file that was closed is kept by the table alone", mapped["retained"] >= facts["file"], mapped)
    read = blocks[facts["tables"]["read"]["addr"]]
    hold("what was read is in the pool, and its column shares it", read["where"] == "heap" and
         facts["column"] in {v["addr"] for v in read["shared_with"]}, read)
    inside = seen[facts["tables"]["inside"]["addr"]]
    hold("a table inside of bytes is a view of them", inside["payload"]["owner"] == facts["raw"] and
         [".buffer", "owned"] in [[r["label"], r["kind"]] for r in inside["referents"] if r["addr"] == facts["raw"]], inside["payload"])
    # They show equally much: one of them keeps it.
    both = {facts["tables"]["table"]["addr"], facts["batch"]}
    told = [{addr, *(v["addr"] for v in blocks[addr]["shared_with"])} for addr in both & blocks.keys()]
    hold("a batch of the table shares its memory, which is told once", len(told) == 1 and both <= told[0], told, both)
    chunked = seen[facts["chunked"]["addr"]]["fields"]
    hold("chunks", (chunked["length"], chunked["chunks"]) == (facts["chunked"]["length"], facts["chunked"]["chunks"]), chunked)


def held(hold, what, seen, addr, by):
    """By an owned reference of Arrow's object, and no count is without a reason."""
    its = seen[addr]
    hold(f"{what}: held, every count explained", its["counts"]["unexplained"] == 0 and
         [".buffer", "owned"] in [[r["label"], r["kind"]] for r in its["referrers"] if r["addr"] == by], its["counts"], its["referrers"])
    hold(f"{what}: a view", seen[by]["payload"] and seen[by]["payload"]["owner"] == addr, seen[by]["payload"])


def check_python(hold, facts, seen, blocks):
    """Memory of Python's objects that Arrow shows, and the other way."""
    held(hold, "bytes", seen, facts["plain"], facts["alone"])
    held(hold, "a bytearray", seen, facts["memory"], facts["foreign"])
    held(hold, "an array of NumPy", seen, facts["numbers"], facts["over"])
    text = seen[facts["text"]]
    hold("bytes that two have by one count: it is of neither", text["counts"]["unexplained"] == 1, text["counts"])
    hold("and both are views", {seen[facts[n]]["payload"]["owner"] for n in ("shared", "again")} == {facts["text"]}, text)
    numbers = {v["addr"] for v in blocks[facts["numbers"]]["shared_with"]}
    hold("Arrow is among those that share an array of NumPy", facts["over"] in numbers, numbers)
    back, big = seen[facts["back"]], blocks.get(facts["big"])
    hold("an array of NumPy that shows Arrow's", back["payload"]["owner"] is not None and back["payload"]["bytes"] == 400000 and
         facts["back"] in {v["addr"] for row in blocks.values() for v in row["shared_with"]}, back["payload"], big)
    pool, at, size = facts["pool"]
    part, part_at, part_size = facts["part"]
    row = blocks[pool]
    hold("a buffer of the pool", (row["payload_addr"], row["where"]) == (hex(at), "heap") and size <= row["bytes"] < size + 64, row)
    hold("a part of it", {v["addr"]: (v["payload_addr"], v["bytes"]) for v in row["shared_with"]}.get(part) == (hex(part_at), part_size), row)
    hold("pool: by its allocator", f"({facts['versions']['pool']})" in seen[pool]["fields"]["memory"].replace("malloc)", "malloc)"), seen[pool])
    one, other = facts["exported"], facts["imported"]
    both = [(addr, {v["addr"] for v in blocks[addr]["shared_with"]}) for addr in (one, other) if addr in blocks]
    hold("what is imported is what was exported, once", len(both) == 1 and both[0][1] == {one, other} - {both[0][0]}, both)


def check_suspects(hold, core, facts):
    findings = [f for f in document("suspects", "--limit", "0", core)["findings"] if f["kind"] == "small-view"]
    evidence = {e["view"]: e for e in ({e["name"]: e["value"] for e in f["evidence"]} for f in findings)}
    for name, addr, least in (("array", facts["few"], FEW_OF * 8), ("table", facts["tables"]["few"]["addr"], 2 * FEW_OF * 8)):
        its = evidence.get(addr)
        hold(f"a slice of an {name} keeps all of it", its and its["shown_bytes"] == 80 * (1 if name == "array" else 2) and
             least <= its["base_bytes"] < least + 200, evidence)
    for name in ("big", "over", "shared"):
        hold(f"{name} is none", facts[name] not in evidence, evidence)


def check(hold, core, facts):
    blocks = {}
    for types in ("pyarrow.*", "numpy.*", "bytes", "bytearray"):
        blocks.update((r["addr"], r) for r in rows("buffers", "--min-size", "1", "--limit", "0", "--type", types, core))
    names = ("batch", "column", "text", "shared", "again", "plain", "alone", "memory", "foreign", "numbers", "over", "big", "back", "few",
             "pandas", "resizable", "raw", "imported", "exported", "view")
    seen = shown(core, facts["pool"][0], facts["chunked"]["addr"], *facts["scalars"], *(facts[n] for n in names),
                 *(f["addr"] for f in [*facts["arrays"].values(), *facts["tables"].values()]))
    check_arrays(hold, facts, seen)
    check_tables(hold, facts, seen, blocks)
    check_python(hold, facts, seen, blocks)
    # The bytes of a str that is a scalar are a string of C++.
    allocated = sum(r["bytes"] for r in blocks.values() if r["type"].startswith("pyarrow.") and r["where"] == "heap" and
                    r["type"] != "pyarrow.lib.StringScalar")
    hold("all memory of the pool is told, and once", allocated == facts["allocated"], allocated, facts["allocated"])
    for addr, size in facts["sizes"].items():
        hold("sys.getsizeof()", seen[addr]["size"] == size, seen[addr]["size"], size)
    path = json.dumps(document("why", core, facts["pandas"]))
    hold("what keeps a column of pandas", "_pa_array" in path, path)
    hold("a scalar has its type", seen[facts["scalars"][0]]["value"] == "Arrow scalar, string", seen[facts["scalars"][0]]["value"])
    few = blocks[facts["few"]]
    hold("a slice retains what it keeps", few["retained"] >= few["bytes"] == 8 * FEW_OF, few)
    check_suspects(hold, core, facts)
    verify = document("verify", "--all", core)
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])


def check_in_new_folder(interpreter):
    """What does not hold of that interpreter's pyarrow, as lines, how many facts were held, and its version."""
    import together

    return together.check_in_new_folder(interpreter, names=("arrow",), judge=together.judged_by(check))


if __name__ == "__main__":
    if len(sys.argv) > 1 and "--target" not in sys.argv:
        import together

        sys.exit(together.told(together.named(sys.argv[1:]), check_in_new_folder))
    main([PYTHON], "import pyarrow, numpy, pandas", __file__, target, check)
