#!/usr/bin/env python3
"""
Frames of suspended greenlets: what only their locals hold is held by the greenlet, every count of it is
explained, and the sizes of what goes with it are right; with generators among the frames, deep stacks, one
that was not started, one that ended and one that runs.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: greenlets.py [--target]   (environment: KEDGE)
"""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import RELEASE_AND_DEBUG, document, main, shown



class Mark:
    def __init__(self):
        self.block = bytearray(3 << 20)


def target(more=None):
    """Ends in a greenlet that runs. @more: facts of others, which are told in the same line."""
    import greenlet

    facts = {"objects": sys.version_info < (3, 11)}  # each call has a frame object
    main = greenlet.getcurrent()

    def note(name, mark):
        facts[name] = hex(id(mark))

    def inner(argument):
        mark = Mark()
        note("plain", mark)
        main.switch()
        return mark, argument

    def outer():
        mark = Mark()
        note("outer", mark)
        return inner([mark])

    def generator():
        mark = Mark()
        note("generator", mark)
        main.switch()
        yield mark

    def runs_generator():
        mark = Mark()
        note("around", mark)
        for _ in generator():
            pass
        return mark

    def deep(n):
        if n:
            return deep(n - 1), n
        mark = Mark()
        note("deep", mark)
        main.switch()
        return mark

    def runs():
        mark = Mark()
        note("runs", mark)
        print(json.dumps(dict(more, greenlets=facts) if more else facts), flush=True)
        sys.stdin.readline()
        return mark

    sys.setrecursionlimit(10000)
    greenlets = {"outer": greenlet.greenlet(outer), "generator": greenlet.greenlet(runs_generator)}
    greenlets["deep"] = greenlet.greenlet(lambda: deep(5000))
    greenlets["ended"] = greenlet.greenlet(lambda: None)
    for one in greenlets.values():
        one.switch()
    greenlets["new"] = greenlet.greenlet(outer)
    greenlets["runs"] = greenlet.greenlet(runs)
    facts["greenlets"] = {name: hex(id(one)) for name, one in greenlets.items()}
    greenlets["runs"].switch()


def check_objects(hold, core, facts, holder, seen):
    """Up to 3.10: a frame object has the locals, and the greenlet holds the frames, but not those of generators."""
    frames = {name: [r["addr"] for r in seen[facts[name]]["referrers"] if r["label"] == "local mark"] for name in holder}
    its = shown(core, *(addr for found in frames.values() for addr in found))
    for name, greenlet in holder.items():
        hold(f"{name}: every count is explained", seen[facts[name]]["counts"]["unexplained"] == 0, seen[facts[name]]["counts"])
        hold(f"{name}: it is a local of one frame", len(frames[name]) == 1, seen[facts[name]]["referrers"])
        frame = its[frames[name][0]]
        from_ = [(r["addr"], r["kind"]) for r in frame["referrers"] if r["label"].startswith("frame[")]
        hold(f"{name}: its greenlet holds the frame", from_ == ([(facts["greenlets"][greenlet], "owned")] if greenlet else []), from_)
        hold(f"{name}: every count of the frame is explained", frame["counts"]["unexplained"] == 0, frame["counts"])


def check(hold, core, facts):
    holder = {"plain": "outer", "outer": "outer", "generator": None, "around": "generator", "deep": "deep"}
    seen = shown(core, facts["runs"], *(facts[name] for name in holder), *facts["greenlets"].values())
    if facts["objects"]:
        check_objects(hold, core, facts, holder, seen)
    for name, greenlet in () if facts["objects"] else holder.items():
        its = seen[facts[name]]
        hold(f"{name}: every count is explained", its["counts"]["unexplained"] == 0, its["counts"])
        from_ = [(r["addr"], r["label"], r["kind"]) for r in its["referrers"]]
        if greenlet:
            hold(f"{name}: its greenlet holds it as a local", (facts["greenlets"][greenlet], "local mark", "owned") in from_, from_)
        else:
            hold(f"{name}: the generator holds it and no frame twice", [r["type"] for r in its["referrers"]] == ["generator"], from_)
        hold(f"{name}: it is in use", not its["collectable"], its)
    for name in ("outer", "deep"):
        its = seen[facts["greenlets"][name]]
        hold(f"greenlet {name}: goes with what its frames hold", its["retained"] >= 3 << 20, its["retained"])
        words = {"suspended"} if facts["objects"] else {"suspended", "stack"}
        hold(f"greenlet {name}: is said to be suspended", its["value"].startswith("greenlet suspended in <frame") and
             its["plugin"] == "greenlet" and set(its["fields"]) == words, its["value"], its["fields"])
    for name in ("new", "ended", "runs"):
        its = seen[facts["greenlets"][name]]
        hold(f"greenlet {name}: is not suspended, and has no frames", its["value"] == "greenlet" and its["fields"] == {} and
             not any(r["label"].startswith(("local", "frame[")) for r in its["referents"]), its)
    runs = seen[facts["runs"]]
    if facts["objects"]:
        hold("what runs is a thread's", [r["type"] for r in runs["referrers"]] == ["frame"] and runs["counts"]["unexplained"] == 0,
             runs["referrers"])
    else:
        hold("what runs is a thread's", any("frame" in r["root"] or "local" in r["root"] for r in runs["roots"]), runs["roots"])
    verify = document("verify", core, "--all")
    hold("verify finds nothing", verify["broken"] == 0 and verify["disagree"] == 0, [r for r in verify["rules"] if r["broken"]])
    kinds = {r["type"]: r for r in verify["types"]}
    hold("by the emulated tp_traverse, and the plugin", kinds["greenlet.greenlet"]["references"] == "emulated" and
         kinds["greenlet.greenlet"]["plugin"] == "greenlet", kinds["greenlet.greenlet"])


if __name__ == "__main__":
    main(RELEASE_AND_DEBUG, "import greenlet", __file__, target, check)
