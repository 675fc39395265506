#!/usr/bin/env python3
"""
planted.py: errors put into a real core, one at a time, and whether `kedge verify` finds each of them.

The core as it was taken has none. Then a reference of a list, tuple, dict, set, instance, cell or deque is turned to
what it must not lead to, a count is made too small, a link of the collector's lists is turned aside, an object is put
inside another one, a traverse function is exchanged: verify names the rule or the type that is broken and the object,
and ends with status 4 when that is asked for, while summary tells of it in its line.
"""

import collections
import gc
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, ".."), os.path.join(HERE, "..", "damage")]
sys.dont_write_bytecode = True

import support

# CPython 3.11: PyObject, PyListObject, PyDictObject, PySetObject and dequeobject on 64-bit machines; what stands before
# an instance.
REFCOUNT, TYPE, LIST_ITEMS, DICT_KEYS, SET_TABLE, DEQUE_BLOCK, INSTANCE_VALUES = 0, 8, 24, 32, 40, 24, -32
LIST_NEXT, LIST_PREVIOUS = -16, -8
TRAVERSE = 184 # of PyTypeObject
NEAR = 4096    # bytes that a reference is looked for in


class Child:
    __slots__ = ("name",)


class Instance:
    pass


def target():
    def cell(kept):
        return lambda: kept

    gc.disable()
    children = {name: Child() for name in ("list", "tuple", "dict", "set", "instance", "cell", "deque", "spare")}
    instance = Instance()
    instance.attribute = children["instance"]
    # Built at run time, so that no constant of the code is one of them.
    parents = {
        "list": [children["list"]], "tuple": tuple([children["tuple"]]), "dict": {"key": children["dict"]},
        "set": {children["set"]}, "instance": instance, "cell": cell(children["cell"]).__closure__[0],
        "deque": collections.deque([children["deque"]]),
    }
    inside = bytes(64) + bytes(range(64)) * 8
    others = {"inside": inside, "float": float, "list type": list, "tuple type": tuple}
    between = [[1.5], [2.5], [3.5]]
    facts = {"parents": {n: id(o) for n, o in parents.items()}, "children": {n: id(o) for n, o in children.items()},
             "others": {n: id(o) for n, o in others.items()}, "between": [id(o) for o in between]}
    print(json.dumps(facts), flush=True)
    sys.stdin.read()


def find(core, start, value):
    """The address of the first word from @start on that is @value."""
    for address in range(start, start + NEAR, 8):
        if core.word(address) == value:
            return address
    raise support.Wrong(f"{value:#x} is not found from {start:#x} on")


def place(core, facts, name):
    """Where the parent of that name keeps its child."""
    parent, child = facts["parents"][name], facts["children"][name]
    start = {"list": lambda: core.word(parent + LIST_ITEMS), "dict": lambda: core.word(parent + DICT_KEYS),
             "set": lambda: core.word(parent + SET_TABLE), "instance": lambda: core.word(parent + INSTANCE_VALUES),
             "deque": lambda: core.word(parent + DEQUE_BLOCK)}.get(name, lambda: parent + 16)()
    return find(core, start, child)


def verify(core):
    done = support.attempt(support.KEDGE, "verify", "--all", "--json", "--strict", "--no-cache", core.path)
    support.check(done.returncode in (0, 4), f"verify ended with {done.returncode}: {done.stderr}")
    return done.returncode, json.loads(done.stdout)


def broken(answer):
    """{rule: addresses} of those that do not hold, and {type: addresses} of those that disagree."""
    rules = {r["name"]: [int(a, 16) for a in r["examples"]] for r in answer["rules"] if r["broken"]}
    types = {t["type"]: [int(e["addr"], 16) for e in t["examples"]] for t in answer["types"] if t["disagree"]}
    return rules, types


def explained(answer, rule, address):
    """What is told of the object that breaks the rule: its row, and the lines of it as one text."""
    for r in answer["rules"]:
        for row in r["explained"]:
            if r["name"] == rule and int(row["addr"], 16) == address:
                return row, "; ".join(row["words"])
    return {}, ""


class Planting:
    def __init__(self, hold, core, facts):
        self.hold, self.core, self.facts = hold, core, facts

    def rule(self, what, rule, address, *words):
        """The rule is broken, the object at @address is named, and with @words it is said why. @return what is told of it"""
        status, answer = verify(self.core)
        rules, types = broken(answer)
        self.core.restore()
        self.hold(f"{what}: rule {rule!r}", status == 4 and address in rules.get(rule, ()), status, rules, types)
        row, lines = explained(answer, rule, address)
        self.hold(f"{what}: it is explained", lines and all(word in lines for word in words), words, row)
        return row

    def reference(self, name):
        """A reference that leads where no object is, into an object, and to an object that does not count it."""
        core, parent = self.core, self.facts["parents"][name]
        at, spare = place(core, self.facts, name), self.facts["children"]["spare"]
        for what, to in (("nowhere", 0x123456789abc0), ("into another object", spare + 8),
                         ("16 bytes into one", self.facts["others"]["inside"] + 16)):
            core.patch_word(at, to)
            self.rule(f"a {name} refers {what}", "targets", parent, f"leads to {to:#x}, where no object begins")
        core.patch_word(at, spare)
        what = f"a {name} refers to what does not count it"
        row = self.rule(what, "counts", spare, "refcount 1 = 2 references", f" of {parent:#x}, ")
        self.hold(f"{what}: who refers to it", row.get("refcount") == 1 and row["references"] == 2 and
                  hex(parent) in [r["addr"] for r in row["referrers"] if r["certain"] and r["found"] in ("listed", "reached")], row)

    def count(self):
        child = self.facts["children"]["list"]
        self.core.patch_word(child + REFCOUNT, self.core.word(child + REFCOUNT) - 1)
        text = support.kedge("verify", "--no-cache", self.core.path).stdout
        self.hold("a count is one too small: in words", f"  {child:#x}, __main__.Child (listed; " in text and
                  f" of {self.facts['parents']['list']:#x}, list (" in text, text)
        self.rule("a count is one too small", "counts", child, "refcount 1 = 2 references", f" of {self.facts['parents']['list']:#x}, list")

    def links(self):
        """The middle one of three neighbors in a list of the collector is left out, from either side."""
        first, middle, last = self.facts["between"]
        core = self.core
        core.patch_word(first + LIST_NEXT, last - 16)
        self.rule("a link forward goes past an object", "lists", first,
                  f"the previous of its next at {last - 16 + 8:#x} is {middle - 16:#x}")
        core.patch_word(last + LIST_PREVIOUS, first - 16 | core.word(last + LIST_PREVIOUS) & 3)
        self.rule("a link back goes past an object", "lists", last, f"the next of its previous at {first - 16:#x} is {middle - 16:#x}")

    def room(self):
        """A float where a bytes object has its text."""
        bytes_at, inner = self.facts["others"]["inside"], self.facts["others"]["inside"] + 64
        self.core.patch_word(inner + REFCOUNT, 1)
        self.core.patch_word(inner + TYPE, self.facts["others"]["float"])
        self.core.patch_word(place(self.core, self.facts, "list"), inner)
        self.rule("an object begins inside another", "room", bytes_at, f"begins before they end: {inner:#x}, float")

    def function(self):
        """Lists are shown by the traverse function of tuples."""
        core, others = self.core, self.facts["others"]
        core.patch_word(others["list type"] + TRAVERSE, core.word(others["tuple type"] + TRAVERSE))
        status, answer = verify(core)
        rules, types = broken(answer)
        told = support.attempt(support.KEDGE, "summary", "--no-cache", core.path).stdout
        core.restore()
        self.hold("a traverse function shows something else: its type disagrees", status == 4 and "list" in types, status,
                  rules, types)
        self.hold("summary says so", "DISAGREE" in told, told)


def judge(hold, path, facts):
    import corefile

    core = corefile.Core(path)
    planting = Planting(hold, core, facts)
    status, answer = verify(core)
    hold("nothing is broken before", status == 0 and broken(answer) == ({}, {}), status, broken(answer))
    told = support.kedge("summary", core.path).stdout
    hold("summary has a line of it", "checked " in told and "as their own tp_traverse shows them" in told, told)
    for name in facts["parents"]:
        planting.reference(name)
    planting.count()
    planting.links()
    planting.room()
    planting.function()
    status, answer = verify(core)
    hold("nor after", status == 0 and broken(answer) == ({}, {}), status, broken(answer))


if __name__ == "__main__":
    support.main(support.RELEASE_AND_DEBUG, "import gc", __file__, target, judge)
