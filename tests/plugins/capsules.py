#!/usr/bin/env python3
"""
What plugins teach of capsules, by their names: arrays and schemas of the Arrow C data interface, made here by its stable structs
over memory of malloc(), among them such as cannot be; and blocks of memory that several capsules have by ways of which each is
counted, as a plugin tells that is compiled here: who shares them, who keeps them, and when they are nobody's.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not.

usage: capsules.py [--target]   (environment: KEDGE, CC)
"""

import ctypes
import json
import os
import shlex
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import RELEASE_AND_DEBUG, TOP, attempt, check as must, document, kedge, main, rows, shown

MIB = 1 << 20
FREE = ctypes.CFUNCTYPE(None, ctypes.c_void_p)


class Schema(ctypes.Structure):
    _fields_ = [("format", ctypes.c_char_p), ("name", ctypes.c_char_p), ("metadata", ctypes.c_char_p), ("flags", ctypes.c_int64),
                ("n_children", ctypes.c_int64), ("children", ctypes.c_void_p), ("dictionary", ctypes.c_void_p), ("release", ctypes.c_void_p),
                ("private_data", ctypes.c_void_p)]


class Array(ctypes.Structure):
    _fields_ = [("length", ctypes.c_int64), ("null_count", ctypes.c_int64), ("offset", ctypes.c_int64), ("n_buffers", ctypes.c_int64),
                ("n_children", ctypes.c_int64), ("buffers", ctypes.c_void_p), ("children", ctypes.c_void_p), ("dictionary", ctypes.c_void_p),
                ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


class Stream(ctypes.Structure):
    _fields_ = [("get_schema", ctypes.c_void_p), ("get_next", ctypes.c_void_p), ("get_last_error", ctypes.c_void_p),
                ("release", ctypes.c_void_p), ("private_data", ctypes.c_void_p)]


# Of the plugin that is compiled here: something that is counted, and what it leads to.
class Counted(ctypes.Structure):
    _fields_ = [("holders", ctypes.c_uint64), ("bytes", ctypes.c_uint64), ("memory", ctypes.c_void_p), ("next", ctypes.c_void_p)]


PLUGIN = r'''
#include "kedge-plugin.h"

static const struct kg_host *host;
struct counted { uint64_t holders, bytes, memory, next; };
struct capsule { uint64_t shown, next; };

static void parts(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
		  void (*fn)(void *arg, const struct kg_part *part), void *arg)
{
	kg_addr at = kg_get_u64(&o, kg_moved(host, h, 16)), parent = 0, slot = at + 8;
	struct capsule c;
	struct kg_error *err = host->read(h, at, &c, sizeof(c));

	(void)native;
	for (int i = 0; i < 100 && !err && c.next; i++) {
		struct counted to;

		err = host->read(h, c.next, &to, sizeof(to));
		if (err)
			break;
		fn(arg, &(struct kg_part){.block = c.next, .parent = parent, .at = slot, .holders = to.holders, .addr = to.memory,
					  .bytes = to.bytes, .where = "heap", .shown_addr = to.memory, .shown = to.bytes ? c.shown : 0});
		parent = c.next;
		slot = c.next + 24;
		c.next = to.next;
	}
	host->forget(err);
}

static const struct kg_type_ops types[] = {{.name = "PyCapsule kedge_counted", .parts = parts}, {.name = NULL}};
const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "counted", .types = types, .host = &host, .able = KG_ABLE_ANY_HEAD};
'''


def capsule(struct, name):
    new = ctypes.pythonapi.PyCapsule_New
    new.restype, new.argtypes = ctypes.py_object, [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_void_p]
    return new(ctypes.addressof(struct) if isinstance(struct, ctypes.Structure) else struct, name, None)


def made_up():
    """What is in the heap, and what keeps it there."""
    libc = ctypes.CDLL(None)
    libc.malloc.restype, libc.malloc.argtypes = ctypes.c_void_p, [ctypes.c_size_t]
    names = [b"arrow_array", b"arrow_schema", b"arrow_array_stream", b"kedge_counted", b"nobody's"]
    release = FREE(lambda _: None)
    end = ctypes.cast(release, ctypes.c_void_p).value
    kept = [libc, names, release]

    def pointers(*them):
        kept.append((ctypes.c_void_p * max(1, len(them)))(*them))
        return ctypes.addressof(kept[-1])

    def array(**fields):
        kept.append(Array(**{"release": end, **fields}))
        return kept[-1]

    values, valid = libc.malloc(8000), libc.malloc(125)
    good = array(length=1000, null_count=-1, offset=3, n_buffers=2, buffers=pointers(valid, values))
    child = array(length=5, n_buffers=2, buffers=pointers(None, values))
    parent = array(length=5, n_buffers=1, buffers=pointers(None), n_children=2,
                   children=pointers(ctypes.addressof(good), ctypes.addressof(child)))
    cycle = array(length=1, n_children=2)
    cycle.children = pointers(ctypes.addressof(cycle), ctypes.addressof(cycle))
    wild = array(length=1, n_buffers=2, buffers=0x123456789abc, n_children=3, children=8, dictionary=0xdead)
    huge = array(length=1 << 62, n_buffers=1 << 60, buffers=pointers(values), n_children=1 << 61, children=pointers(values))
    negative = array(length=-1, n_buffers=-1, n_children=-1)
    text = array(length=1, private_data=values)
    arrays = {"good": good, "parent": parent, "cycle": cycle, "wild": wild, "huge": huge, "negative": negative, "plain": text,
              "released": array(release=None, length=7)}
    field = Schema(format=b"u", name=b"\x1b[31mred", release=end)
    number = Schema(format=b"l", name=b"n", flags=2, release=end)
    schemas = {"number": number, "table": Schema(format=b"+s", n_children=2, release=end,
                                                 children=pointers(ctypes.addressof(number), ctypes.addressof(field))),
               "wild": Schema(format=b"tss:UTC", n_children=1 << 60, children=64, release=end), "released": Schema()}
    unterminated = libc.malloc(5000)
    ctypes.memset(unterminated, 0x41, 5000)
    schemas["long"] = Schema(release=end)
    ctypes.c_void_p.from_buffer(schemas["long"], 0).value = unterminated
    made = {name: capsule(a, names[0]) for name, a in arrays.items()}
    made.update(("schema " + name, capsule(s, names[1])) for name, s in schemas.items())
    stream = Stream(release=end, private_data=values)
    made["stream"], made["nobody"], made["nowhere"] = capsule(stream, names[2]), capsule(stream, names[4]), capsule(0x1000, names[0])
    # Two ways to one block; a block of which somebody else holds the way; one that is shown a little; one in a circle.
    large = libc.malloc(8 * MIB)
    block = Counted(2, 4 * MIB, large, None)
    ways = [Counted(1, 0, None, ctypes.addressof(block)), Counted(1, 0, None, ctypes.addressof(block))]
    foreign = Counted(1, 3 * MIB, large, None)
    held = Counted(2, 0, None, ctypes.addressof(foreign))
    little = Counted(1, 2 * MIB, large, None)
    twice = Counted(1, MIB, large, None)
    once = Counted(2, 0, None, ctypes.addressof(twice))
    circle = Counted(1, 5000, large, None)
    circle.next = ctypes.addressof(circle)
    starts = {"first": (4 * MIB, ways[0]), "second": (1000, ways[1]), "open": (3 * MIB, held), "little": (100, little), "one": (MIB, once),
              "other": (MIB, once), "circle": (5000, circle)}
    for name, (part, to) in starts.items():
        made[name] = capsule(pointers(part, ctypes.addressof(to)), names[3])
    facts = {"made": {name: hex(id(c)) for name, c in made.items()}, "values": hex(values), "valid": hex(valid),
             "large": hex(large)}
    holder = {"both": [made.pop("first"), made.pop("second")]}
    return facts, [kept, made, stream, arrays, schemas, field, number, ways, starts, block, foreign, little, twice, circle, holder]


def target():
    facts, kept = made_up()
    print(json.dumps(facts), flush=True)
    sys.stdin.readline()
    return 0 if kept else 1


def check_arrow(hold, core, facts):
    made = facts["made"]
    seen = shown(core, *made.values())
    fields = {name: seen[addr]["fields"] for name, addr in made.items()}
    good = fields["good"]
    hold("an array", (good["state"], good["length"], good["null_count"], good["offset"], good["buffer_0"], good["buffer_1"]) ==
         ("in use", "1000", "not counted yet", "3", facts["valid"], facts["values"]), good)
    hold("the sizes of its buffers are not told", "are not told" in good["buffers"] and not seen[made["good"]]["payload"], good)
    hold("an array and its children", fields["parent"]["in_all"] == "5 buffers in 3 arrays" and "not_read" not in fields["parent"], fields["parent"])
    hold("an array that is its own child", "not_right" in fields["cycle"] and fields["cycle"]["in_all"] == "0 buffers in 1 arrays", fields["cycle"])
    for name in ("wild", "huge", "negative"):
        hold(f"an array that cannot be: {name}", "not_read" in fields[name] and fields[name]["buffers"].startswith("not read"), fields[name])
    hold("an array that is released", fields["released"] == {"state": "released: moved elsewhere, or freed"}, fields["released"])
    hold("an array that is nowhere", fields["nowhere"]["state"].startswith("not read"), fields["nowhere"])
    hold("an array whose maker's own is no object", fields["plain"]["made_by"] == "another library", fields["plain"])
    schema = fields["schema number"]
    hold("a schema", (schema["format"], schema["name"], schema["flags"]) == ("int64 (l)", "n", "nullable"), schema)
    table = fields["schema table"]
    hold("a schema with children", (table["format"], table["children"], table["child_0"]) == ("struct (+s)", "2", "n: int64 (l)"), table)
    hold("names are escaped", "\x1b" not in table["child_1"] and "[31mred: string (u)" in table["child_1"], table)
    hold("a schema that cannot be", fields["schema wild"]["children"].startswith("not read") and
         fields["schema wild"]["format"] == "tss:UTC", fields["schema wild"])
    hold("a format without an end", fields["schema long"]["format"] == "not read", fields["schema long"])
    hold("a schema that is released", fields["schema released"]["state"].startswith("released"), fields["schema released"])
    hold("a stream", fields["stream"]["state"] == "in use", fields["stream"])
    hold("a capsule of another name has no fields", not fields["nobody"], fields["nobody"])


def check_counted(hold, core, facts, folder):
    made = facts["made"]
    with_plugin = ("--plugin-dir", folder)
    blocks = {r["addr"]: r for r in rows("buffers", *with_plugin, "--min-size", "1", "--limit", "0", "--type", "PyCapsule", core)}
    shares = {addr: {v["addr"]: v["bytes"] for v in row["shared_with"]} for addr, row in blocks.items()}
    hold("a block is told by who shows most of it", blocks[made["first"]]["bytes"] == 4 * MIB and made["second"] not in blocks, blocks)
    hold("and shared with the other", shares[made["first"]] == {made["second"]: 1000}, shares)
    hold("two that come by the same count: one block", len({made["one"], made["other"]} & blocks.keys()) == 1, blocks)
    hold("a block in a circle", blocks[made["circle"]]["bytes"] == 5000, blocks.get(made["circle"]))
    seen = {r["addr"]: r for r in rows("show", *with_plugin, core, *made.values())}
    hold("none retains what another has, too", seen[made["first"]]["retained"] < MIB and seen[made["second"]]["retained"] < MIB, seen[made["first"]])
    holder = rows("show", *with_plugin, core, seen[made["first"]]["dominator"], made["first"])[0]
    hold("what holds both does", 4 * MIB <= holder["retained"] < 6 * MIB, holder)
    hold("what somebody else holds the way to is nobody's", seen[made["open"]]["retained"] < MIB, seen[made["open"]])
    hold("what is alone is its own", seen[made["little"]]["retained"] >= 2 * MIB, seen[made["little"]])
    totals = {r["type"]: r for r in document("types", *with_plugin, "--limit", "0", core)["types"]}
    own = {addr: row["bytes"] for addr, row in blocks.items()}
    hold("each is counted once", totals["PyCapsule"]["payload"] == sum(own.values()) == 10 * MIB + 5000, totals["PyCapsule"], own)
    findings = [f for f in document("suspects", *with_plugin, "--limit", "0", core)["findings"] if f["kind"] == "small-view"]
    evidence = [{e["name"]: e["value"] for e in f["evidence"]} for f in findings]
    little = [e for e in evidence if e.get("view") == made["little"]]
    hold("a small view of a large block", len(little) == 1 and (little[0]["shown_bytes"], little[0]["base_bytes"]) == (100, 2 * MIB), evidence)
    hold("and none else", {e.get("view") for e in evidence} == {made["little"]}, evidence)


def check(hold, core, facts):
    check_arrow(hold, core, facts)
    with tempfile.TemporaryDirectory(prefix="kedge-capsules.") as folder:
        source = os.path.join(folder, "counted.c")
        with open(source, "w") as f:
            f.write(PLUGIN)
        command = shlex.split(os.environ.get("CC", "cc"))[-1:] + ["-O1", "-fPIC", "-shared", "-I", os.path.join(TOP, "src", "api"), source, "-o",
                                                                 os.path.join(folder, "counted.so")]
        done = attempt(*command)
        must(done.returncode == 0, f"{' '.join(command)}: {done.stderr}")
        check_counted(hold, core, facts, folder)
    verify = document("verify", "--all", core)
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])
    hold("a capsule is kept by who has it", "['good']" in kedge("why", core, facts["made"]["good"]).stdout)


if __name__ == "__main__":
    main(RELEASE_AND_DEBUG, "import ctypes", __file__, target, check)
