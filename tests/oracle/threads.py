"""Holds `kedge threads --json` against sys._current_frames(): files, lines, functions and names of locals."""

import json
import subprocess

# Wherever the programs were copied to.
RECORDER = "/recorder.py"
TIMEOUT_S = 300


def _stacks(out, verdict):
    """thread identifier -> [(file, line, function, names of locals)], innermost first."""
    stacks = {}
    for line in out.splitlines():
        try:
            row = json.loads(line)
        except ValueError as exc:
            verdict.add("not JSON", "threads", f"{exc}: {line[:200]!r}")
            continue
        stacks[row["thread_id"]] = [
            (f["file"], f["line"], f["function"], sorted(local["name"] for local in f["locals"]))
            for f in row["frames"] if not f["file"].endswith(RECORDER)]
    return stacks


def check(kedge, options, core, facts, verdict):
    """The frames of the recorder are left out: they ran while the facts were written."""
    done = subprocess.run([kedge, "threads", "--json", *options, core], stdout=subprocess.PIPE, encoding="utf-8",
                          timeout=TIMEOUT_S)
    if done.returncode != 0:
        verdict.add("exit status", "threads", f"threads: {done.returncode}")
    said = _stacks(done.stdout, verdict)
    true = {ident: [tuple(frame) for frame in stack] for ident, stack in facts.threads}
    for ident in true.keys() | said.keys():
        stack, its = true.get(ident, []), said.get(ident, [])
        if [f[:3] for f in its] != [f[:3] for f in stack]:
            verdict.add("threads", str(ident), f"thread {ident}: kedge says {its}, the interpreter {stack}")
            continue
        for frame, real in zip(its, stack):
            # The locals of a module's body are its globals, which is no list of the frame.
            if real[2] != "<module>" and frame[3] != real[3]:
                verdict.add("locals", real[2],
                            f"{real[2]} at line {real[1]}: kedge says {frame[3]}, the interpreter {real[3]}")
