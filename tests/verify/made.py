#!/usr/bin/env python3
"""
made.py: `kedge verify --made`, which holds decoders against tp_traverse over objects that no program has made.

Every decoder agrees, over the types of a program that has imported what the standard library has in C. Then traverse
functions are exchanged so that one shows a word that is not read, and is NULL in every real instance, and another one
does not show one that is: over real objects the first is not found, over made-up ones both are, with type, offset and
member.
"""

import contextlib
import gc
import importlib
import json
import os
import sys

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(HERE, ".."), os.path.join(HERE, "..", "damage")]

import support

TRAVERSE = 184 # of PyTypeObject of CPython 3.11 on 64-bit machines
INDEX, DELETER = 16, 32 # members of listiterator and propertyobject, see there
LEAST_OBJECTS, LEAST_TYPES = 50000, 300
# A module that needs a screen, or ends the process.
NOT_IMPORTED = {"_tkinter", "_curses", "_curses_panel"}


def target():
    folder = os.path.dirname(importlib.import_module("_bisect").__file__) if "_bisect" not in sys.builtin_module_names else ""
    names = set(sys.builtin_module_names)
    names |= {name.partition(".")[0] for name in (os.listdir(folder) if folder else ())}
    for name in sorted(n for n in names if n.isidentifier() and n not in NOT_IMPORTED and not n.startswith(("_test", "_xx", "xx"))):
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    gc.disable()
    kept = [iter([1, 2])]
    print(json.dumps({"list_iterator": id(type(kept[0])), "classmethod": id(classmethod), "property": id(property)}), flush=True)
    sys.stdin.read()


def verify(core, *options):
    done = support.attempt(support.KEDGE, "verify", *options, "--json", "--strict", "--no-cache", core.path)
    support.check(done.returncode in (0, 4), f"verify ended with {done.returncode}: {done.stderr}")
    return done.returncode, json.loads(done.stdout)


def words(answer):
    return {(w["type"], w["offset"], w["fault"]): w["member"] for w in answer["words"] if w["fault"] != "unnamed"}


def judge(hold, path, facts):
    import corefile

    core = corefile.Core(path)
    status, answer = verify(core, "--made")
    hold("every decoder agrees", status == 0 and answer["disagree"] == 0 and not words(answer), status, words(answer))
    hold("many objects were made up", answer["objects"] >= LEAST_OBJECTS and answer["types"] >= LEAST_TYPES, answer)
    # Both have a reference at 24; at 16 a list's iterator has a number, which is 0 as long as it is at the beginning.
    shown = core.word(facts["classmethod"] + TRAVERSE)
    core.patch_word(facts["list_iterator"] + TRAVERSE, shown)
    status, answer = verify(core, "--all", "--type", "list_iterator")
    hold("real objects do not tell of a word that is not read", status == 0 and answer["checked"] > 0, status, answer)
    status, answer = verify(core, "--made", "--type", "list_iterator")
    hold("made-up ones do", status == 4 and set(words(answer)) == {("list_iterator", INDEX, "unread")}, status, answer)
    core.restore()
    core.patch_word(facts["property"] + TRAVERSE, shown)
    status, answer = verify(core, "--made", "--type", "property")
    hold("and of a word that is not shown", status == 4 and ("property", DELETER, "unshown") in words(answer), status, answer)
    told = support.attempt(support.KEDGE, "verify", "--made", "--type", "property", "--no-cache", core.path).stdout
    hold("in a table too", any(line.split()[:1] == [str(DELETER)] and "property" in line for line in told.splitlines()), told)
    core.restore()
    status, answer = verify(core, "--made", "--type", "property")
    hold("nor any more after", status == 0 and answer["disagree"] == 0, status, answer)


if __name__ == "__main__":
    support.main(support.RELEASE_AND_DEBUG, "import gc", __file__, target, judge)
