#!/usr/bin/env python3
"""
run.py STORY-FLAVOR: one story of programs.py on one interpreter, and what `kedge suspects` says of its core.

The finding must be there, with the bytes and the facts that the program computed, and lead to a command
that works; of an idle process nothing may be told. FLAVOR: release or debug, of 3.11; newer: each version
from 3.12 on that the matrix has here. Exit status: 0 so it is, 1 not so, 77 cannot be run here.
"""

import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(os.path.dirname(HERE), "matrix"))
sys.dont_write_bytecode = True

import elsewhere

KEDGE = os.environ.get("KEDGE", "kedge")
TIMEOUT_S = 300
COLUMNS = 80
OPTIONS = []  # what kedge needs for the core of a chroot


def pythons(flavor):
    """[(name, interpreter)]"""
    if flavor == "newer":
        return elsewhere.at_hand((3, 12))
    python = elsewhere.oracle.FLAVORS[flavor]
    return [(flavor, python)] if os.access(python.path, os.X_OK) else []


def take_core(python, story, folder):
    """(core, what the program expects); None when the program cannot run here. Sets OPTIONS."""
    with elsewhere.start(python, [os.path.join(HERE, "programs.py")], [story], folder, stdin=subprocess.DEVNULL,
                         stdout=subprocess.PIPE, encoding="utf-8") as program:
        try:
            line = program.stdout.readline()
            if not line:
                return None
            core, options = elsewhere.take_core(python, program, folder)
        finally:
            program.kill()
    if core is None:
        sys.exit(f"FAIL: no core: {options}")
    OPTIONS[:] = options
    return core, json.loads(line)


def kedge(*arguments):
    done = subprocess.run([KEDGE, *arguments, *OPTIONS], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                          timeout=TIMEOUT_S)
    return done.returncode, done.stdout, done.stderr


def document(*arguments):
    """An answer, which must be given."""
    status, out, err = kedge(*arguments)
    if status != 0:
        sys.exit(f"FAIL: kedge {' '.join(arguments)}: status {status}: {err}")
    return json.loads(out)


def differences(finding, expected):
    facts = {fact["name"]: fact["value"] for fact in finding["evidence"]}
    if not expected["minimum"] <= finding["bytes"] <= expected["maximum"]:
        yield f"bytes {finding['bytes']}, expected {expected['minimum']} to {expected['maximum']}"
    if expected["guess"] is None and finding["guess"] is not None:
        yield f"called a guess: {finding['guess']}"
    if expected["guess"] is not None and expected["guess"] not in (finding["guess"] or ""):
        yield f"its guess is {finding['guess']!r}, expected {expected['guess']!r}"
    for name, value in expected["facts"].items():
        if facts.get(name) != value:
            yield f"{name} is {facts.get(name)!r}, expected {value!r}"


def wrong_with(findings, expected):
    """What is not as the program says, "" when all is."""
    if expected["kind"] is None:
        return "".join(f"told of an idle process: {f['sentence']}\n" for f in findings)
    told = [f"{f['kind']} is told: {f['sentence']}" for f in findings if f["kind"] in expected["absent"]]
    if told:
        return "\n".join(told)
    tried = [list(differences(f, expected)) for f in findings if f["kind"] == expected["kind"]]
    if not tried:
        return f"no {expected['kind']} among {[(f['kind'], f['bytes']) for f in findings]}\n"
    return "\n".join(min(tried, key=len))


def wrong_with_form(findings, core):
    """Every finding has evidence, is whole, and names a command that works."""
    for f in findings:
        if not f["evidence"] or "?" in f["sentence"] or "{" in f["sentence"]:
            yield f"not a whole sentence: {f}"
        command = shlex.split(f["next"])
        if command[0] != "kedge" or core not in command:
            yield f"not a command: {f['next']}"
        else:
            status, _, err = kedge(*command[1:])
            if status != 0:
                yield f"fails with {status}: {f['next']}: {err}"
    if [f["bytes"] for f in findings] != sorted((f["bytes"] for f in findings), reverse=True):
        yield "not ranked by bytes"


def wrong_with_text(core, findings):
    status, text, err = kedge("suspects", "--color", "never", "--limit", "0", core)
    lines = text.splitlines()
    if status != 0:
        yield f"text: status {status}: {err}"
    for line in lines:
        if len(line) > COLUMNS and " " in line.strip() and not line.startswith(("    next", "    kept by")):
            yield f"wider than {COLUMNS} columns: {line}"
    for f in findings:
        if f["guess"] and "    guess    " + f["guess"].split()[0] not in text:
            yield f"text does not say that it is a guess: {f['guess']}"
        if "    next     " + f["next"] not in lines:
            yield f"text lacks {f['next']}"
    if not findings and not text.startswith("nothing stands out"):
        yield f"of nothing the text says: {text[:200]}"
    if len(findings) > 1:
        one = document("suspects", "--json", "--limit", "1", core)["findings"]
        if one != findings[:1]:
            yield "--limit 1 is not the first finding"


def wrong_with_redaction(core):
    answer = document("suspects", "--json", "--redact", core)
    if "the same words" in json.dumps(answer):
        yield "--redact shows the text of a string"
    if any("--redact" not in f["next"] for f in answer["findings"]):
        yield "the next command forgets --redact"


def tell(story, python, name, folder):
    """The exit status of this story on this interpreter."""
    taken = take_core(python, story, folder)
    if taken is None:
        print(f"SKIP: {story} cannot run on {name}")
        return 77
    core, expected = taken
    status, out, err = kedge("suspects", "--json", core)
    if status != 0:
        print(f"FAIL: {story} on {name}: status {status}: {err}")
        return 1
    findings = json.loads(out)["findings"]
    wrong = [text for text in [wrong_with(findings, expected), *wrong_with_form(findings, core),
                               *wrong_with_text(core, findings), *wrong_with_redaction(core)] if text]
    print(f"{'FAIL' if wrong else 'PASS'}: {story} on {name}: {len(findings)} finding(s)")
    for text in wrong:
        print("  " + text.rstrip().replace("\n", "\n  "))
    for f in findings:
        print(f"  {f['bytes']:>12} {f['kind']}: {f['sentence']}\n               kept by {f['kept_by']}")
    return 1 if wrong else 0


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    story, _, flavor = os.path.basename(sys.argv[1]).removesuffix(".suspects").rpartition("-")
    found = pythons(flavor)
    if not found:
        print(f"SKIP: needs a Python ({flavor})")
        return 77
    results = set()
    for name, python in found:
        folder = tempfile.mkdtemp(prefix="kedge-suspects.", dir=elsewhere.folder_for(python))
        try:
            results.add(tell(story, python, name, folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    return 1 if 1 in results else 0 if 0 in results else 77


if __name__ == "__main__":
    sys.exit(main())
