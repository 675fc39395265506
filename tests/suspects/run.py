#!/usr/bin/env python3
"""
run.py STORY-FLAVOR: one story of programs.py on one interpreter, and what `kedge suspects` says of its core.

The finding must be there, with the bytes and the facts that the program computed, and lead to a command
that works; of an idle process nothing may be told. Exit status: 0 so it is, 1 not so, 77 cannot be run here.
"""

import ctypes
import json
import os
import shlex
import shutil
import signal
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
PYTHONS = {
    "release": os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11"),
    "debug": os.environ.get("KEDGE_ORACLE_PYTHON_DEBUG", "/usr/bin/python3.11d"),
}
KEDGE = os.environ.get("KEDGE", "kedge")
TIMEOUT_S = 300
PR_SET_PTRACER = 0x59616D61
COLUMNS = 80


def _before_exec():
    # gdb is a sister of the program, which Yama does not let trace it unless the program agrees.
    ctypes.CDLL(None).prctl(PR_SET_PTRACER, ctypes.c_ulong(-1 & (1 << 64) - 1), 0, 0, 0)


def take_core(python, story, folder):
    """(core, what the program expects); None when the program cannot run here."""
    environ = dict(os.environ, PYTHONDONTWRITEBYTECODE="1")
    with subprocess.Popen([python, os.path.join(HERE, "programs.py"), story], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, encoding="utf-8", env=environ, preexec_fn=_before_exec) as program:
        try:
            line = program.stdout.readline()
            if not line:
                return None
            done = subprocess.run(["gdb", "-nx", "-batch", "-readnever", "-iex", "set debuginfod enabled off",
                                   "-iex", "set auto-load no", "-p", str(program.pid), "-ex",
                                   f"gcore {folder}/core"], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                  stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=TIMEOUT_S)
        finally:
            program.kill()
    core = os.path.join(folder, "core")
    if not os.path.exists(core):
        sys.exit(f"FAIL: gdb took no core:\n{done.stdout}")
    return core, json.loads(line)


def kedge(*arguments):
    done = subprocess.run([KEDGE, *arguments], stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8",
                          timeout=TIMEOUT_S)
    return done.returncode, done.stdout, done.stderr


def differences(finding, expected):
    facts = {fact["name"]: fact["value"] for fact in finding["evidence"]}
    if not expected["minimum"] <= finding["bytes"] <= expected["maximum"]:
        yield f"bytes {finding['bytes']}, expected {expected['minimum']} to {expected['maximum']}"
    for name, value in expected["facts"].items():
        if facts.get(name) != value:
            yield f"{name} is {facts.get(name)!r}, expected {value!r}"


def wrong_with(findings, expected):
    """What is not as the program says, "" when all is."""
    if expected["kind"] is None:
        return "".join(f"told of an idle process: {f['sentence']}\n" for f in findings)
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
        elif kedge(*command[1:])[0] != 0:
            yield f"fails: {f['next']}"
    if [f["bytes"] for f in findings] != sorted((f["bytes"] for f in findings), reverse=True):
        yield "not ranked by bytes"


def wrong_with_text(core, findings):
    status, text, _ = kedge("suspects", "--color", "never", "--limit", "0", core)
    lines = text.splitlines()
    if status != 0:
        yield f"text: status {status}"
    for line in lines:
        if len(line) > COLUMNS and " " in line.strip() and not line.startswith(("    next", "    kept by")):
            yield f"wider than {COLUMNS} columns: {line}"
    for f in findings:
        if "    next     " + f["next"] not in lines:
            yield f"text lacks {f['next']}"
    if not findings and not text.startswith("nothing stands out"):
        yield f"of nothing the text says: {text[:200]}"
    if len(findings) > 1:
        one = json.loads(kedge("suspects", "--json", "--limit", "1", core)[1])["findings"]
        if one != findings[:1]:
            yield "--limit 1 is not the first finding"


def wrong_with_redaction(core):
    out = kedge("suspects", "--json", "--redact", core)[1]
    if "the same words" in out:
        yield "--redact shows the text of a string"
    if any("--redact" not in f["next"] for f in json.loads(out)["findings"]):
        yield "the next command forgets --redact"


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    story, _, flavor = os.path.basename(sys.argv[1]).removesuffix(".suspects").rpartition("-")
    python = PYTHONS[flavor]
    if not os.access(python, os.X_OK) or shutil.which("gdb") is None:
        print(f"SKIP: needs {python} and gdb")
        return 77
    folder = tempfile.mkdtemp(prefix="kedge-suspects.")
    try:
        taken = take_core(python, story, folder)
        if taken is None:
            print(f"SKIP: {story} cannot run on {python}")
            return 77
        core, expected = taken
        status, out, err = kedge("suspects", "--json", core)
        if status != 0:
            print(f"FAIL: status {status}: {err}")
            return 1
        findings = json.loads(out)["findings"]
        wrong = [text for text in [wrong_with(findings, expected), *wrong_with_form(findings, core),
                                   *wrong_with_text(core, findings), *wrong_with_redaction(core)] if text]
        print(f"{'FAIL' if wrong else 'PASS'}: {story} on {flavor}: {len(findings)} finding(s)")
        for text in wrong:
            print("  " + text.rstrip().replace("\n", "\n  "))
        for f in findings:
            print(f"  {f['bytes']:>12} {f['kind']}: {f['sentence']}\n               kept by {f['kept_by']}")
        return 1 if wrong else 0
    finally:
        shutil.rmtree(folder, ignore_errors=True)


if __name__ == "__main__":
    sys.exit(main())
