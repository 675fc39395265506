#!/usr/bin/env python3
"""Holds "kedge threads" against what asyncio says of its own tasks.

usage: run.py [PYTHON...]   (environment: KEDGE, KEDGE_MATRIX_CACHE)

PYTHON: python3.13, say: of the interpreters that the matrix has here, 3.9 and later; all of them when none is
named, and the debug build of 3.11.
"""
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "matrix"))
sys.dont_write_bytecode = True

import elsewhere

SAME = ["name", "state", "running", "waits_for", "loop", "loop_running"]


def take(python, folder):
    """@return the program's own words, a core and what kedge needs for it"""
    p = elsewhere.start(python, [os.path.join(HERE, "program.py")], [], folder, stdout=subprocess.PIPE, text=True)
    try:
        line = p.stdout.readline()
        if not line:
            return None, None, "the program ended"
        core, options = elsewhere.take_core(python, p, folder)
        return json.loads(line), core, options
    finally:
        p.kill()
        p.wait()


def kedge(*args):
    return subprocess.run([os.environ["KEDGE"], *args], check=True, stdout=subprocess.PIPE, text=True).stdout


def differences(own, rows):
    seen = {t["addr"]: (t, row) for row in rows for t in row["tasks"]}
    names = {t["addr"]: t["name"] for t in own}
    for o in own:
        if o["addr"] not in seen:
            yield "%s is not found" % o["name"]
            continue
        t, row = seen.pop(o["addr"])
        t = dict(t, waits_for=t["waits_for"] and t["waits_for"]["addr"])
        for key in SAME:
            if t[key] != o[key]:
                yield "%s: %s is %r, not %r" % (o["name"], key, t[key], o[key])
        if row["thread_id"] != o["thread"]:
            yield "%s: thread %r, not %r" % (o["name"], row["thread_id"], o["thread"])
        places = [[p["file"], p["line"], p["function"]] for p in t["coroutine"]]
        if places != o["coroutine"] and not o["running"]:
            yield "%s: suspended in %r, not %r" % (o["name"], places, o["coroutine"])
        if o["running"] and [p[2] for p in places] != [p[2] for p in o["coroutine"]]:
            yield "%s: runs %r, not %r" % (o["name"], places, o["coroutine"])
        if (t["awaits"] and t["awaits"]["addr"]) != o["awaits"]:
            yield "%s: awaits %r, not %r" % (o["name"], t["awaits"], o["awaits"])
        waits = sorted(names.get(a, a) for a in t["waits_for_tasks"])
        if waits != sorted(o["waits_for_tasks"]):
            yield "%s: waits for %r, not %r" % (o["name"], waits, o["waits_for_tasks"])
        if (t["state"] == "pending") != o["pending"]:
            yield "%s: pending for asyncio is %r" % (o["name"], o["pending"])
    for t, row in seen.values():  # done ones that nobody keeps may still be garbage
        if t["state"] == "pending":
            yield "%s %s: a task that asyncio does not know" % (t["addr"], t["name"])


def text_differences(own, text):
    for o in own:
        if o["state"] == "pending" and "0x%x, %s" % (int(o["addr"], 16), "runs now" if o["running"] else "pending") not in text:
            yield "%s is not in the text" % o["name"]
    if "\x1b" in text or "\u202e" in text:
        yield "a name reaches the terminal raw"
    if text.count("asyncio loop") != 3:
        yield "not three loops"


def check(name, python):
    folder = tempfile.mkdtemp(prefix="kedge-tasks.", dir=elsewhere.folder_for(python))
    try:
        own, core, options = take(python, folder)
        if not core:
            print("%s: %s: no core: %s" % ("FAIL" if own is None else "SKIP", name, options))
            return 1 if own is None else 77
        rows = [json.loads(line) for line in kedge("threads", "--json", *options, core).splitlines()]
        wrong = list(differences(own, rows)) + list(text_differences(own, kedge("threads", *options, core)))
        redacted = kedge("threads", "--json", "--redact", *options, core)
        if "to be canceled" in redacted:
            wrong.append("--redact shows a name")
        for line in wrong:
            print("FAIL: %s: %s" % (name, line))
        print("%s: %d tasks compared" % (name, len(own)))
        return 1 if wrong or len(own) < 20 else 0
    finally:
        shutil.rmtree(folder)


if __name__ == "__main__":
    pythons = elsewhere.at_hand((3, 9))
    pythons += [p for p in elsewhere.at_hand((3, 11), "debug") if p[0] == "python3.11d"]
    pythons = [p for p in pythons if p[0] in sys.argv[1:] or len(sys.argv) == 1]
    if not pythons:
        print("SKIP: python3.11 is needed")
        sys.exit(77)
    results = {check(*p) for p in pythons}
    sys.exit(1 if 1 in results else 0 if 0 in results else 77)
