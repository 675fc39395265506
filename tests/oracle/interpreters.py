#!/usr/bin/env python3
"""
interpreters.py interpreters-FLAVOR: several interpreters in one process, against what each of them says.

Starts programs/interpreters.py, takes its core with gcore while its interpreters wait, and holds what kedge
reads to what each one's own collector showed: the objects it tracks with their types and referents, which of them are
garbage, and whose they are. Prints a line for each difference. Exit status: 0 none, 1 some, 77 the interpreter is not
here or makes no others.
"""

import collections
import json
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import threading

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
sys.dont_write_bytecode = True

import run
from support import gdb_core, rests, wait_until

WAIT_S = 300
SHOWN = 5
NAMES = ("main", "isolated", "legacy")


def kedge(*arguments):
    done = subprocess.run([os.environ.get("KEDGE", "kedge"), *arguments], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, encoding="utf-8", timeout=WAIT_S)
    if done.returncode:
        raise run.Trouble(f"kedge {arguments[0]}: status {done.returncode}")
    return done.stdout


class Program:
    """The running program, its core, and what its interpreters said."""

    def __init__(self, interpreter, folder):
        inside, here = interpreter.sees(folder), run._oracle_inside(interpreter, folder)

        def before_exec():
            run.allow_cores()
            if interpreter.root:
                run.enter(interpreter.root)
                os.chdir(inside)

        self.process = subprocess.Popen(
            [interpreter.path, os.path.join(here, "programs", "interpreters.py"), inside], cwd=folder,
            env={"PYTHONDONTWRITEBYTECODE": "1", "PYTHONHASHSEED": "0"}, stdin=subprocess.PIPE,
            stdout=subprocess.PIPE, encoding="utf-8", preexec_fn=before_exec)
        # A program that fails after its threads began would wait for ever, and so would its reader.
        patience = threading.Timer(WAIT_S, self.process.kill)
        patience.daemon = True
        patience.start()
        line = self.process.stdout.readline()
        if not line and self.process.wait(WAIT_S) == 77:
            raise run.Skip("this Python makes no interpreters")
        self.numbers = json.loads(line or "{}")
        waits = self.process.stdout.read(1) == "."
        patience.cancel()
        if not waits:
            raise run.Trouble("the program ended before it waited")

    def core(self, path):
        why = gdb_core(self.process.pid, path)
        if why:
            raise run.Trouble(why)
        return path

    def kernel_core(self, folder):
        """The kernel's core, which ends the program."""
        wait_until("the program waits", lambda: rests(self.process.pid))
        self.process.send_signal(signal.SIGQUIT)
        self.process.wait(WAIT_S)
        cores = [name for name in os.listdir(folder) if name.startswith("core")]
        if not cores:
            raise run.Skip("the kernel leaves no core here, and gdb cannot read this program's stacks")
        return os.path.join(folder, cores[0])

    def end(self):
        self.process.stdin.close()
        try:
            return self.process.wait(WAIT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


class Said:
    """What one interpreter wrote of itself."""

    def __init__(self, path):
        self.objects, self.garbage, self.one = {}, [], {}
        with open(path, encoding="utf-8") as f:
            for line in f.read().split("\n"):
                kind, *words = line.split(" ")
                if kind == "object":
                    self.objects[int(words[0])] = (words[1], sorted(int(w) for w in words[2:] if w))
                elif kind == "garbage":
                    self.garbage.append(int(words[0]))
                else:
                    self.one[kind] = int(words[0])


def check_objects(name, said, rows):
    """Every object that its collector tracks, with type, referents and fate."""
    wrong = collections.defaultdict(list)
    for at, (kind, referents) in said.objects.items():
        row = rows.get(at)
        if row is None:
            wrong["is not there"].append(f"{at:#x} {kind}")
            continue
        if row["type"].rpartition(".")[2] != kind:
            wrong["has another type"].append(f"{at:#x} {kind}: {row['type']}")
        if row["gc"] in ("none", "untracked"):
            wrong["is not tracked"].append(f"{at:#x} {kind}: {row['gc']}")
        if row["collectable"] != (at in said.garbage):
            wrong["is garbage to one and not the other"].append(f"{at:#x} {kind}")
        shown = sorted(int(ref[0], 16) for ref in row["refs"] if ref[2] == "traverse")
        if shown != referents:
            wrong["has other referents"].append(f"{at:#x} {kind}: {len(shown)}, {len(referents)}")
    for what, examples in wrong.items():
        yield f"{name}: {len(examples)} of {len(said.objects)} objects: one {what}: {'; '.join(examples[:SHOWN])}"
    if said.one["word"] not in rows:
        yield f"{name}: its interned string is not there"


def check_why(name, number, said, core, options):
    """Whose an object is, and that no other interpreter is offered an expression for it."""
    mine = "" if name == "main" else f"interpreter {number} "
    module = "recorded" if name == "main" else "__main__"
    chain = json.loads(kedge("why", "--json", core, hex(said.one["kept"]), *options))["objects"][0]["chains"][0]
    if chain["path"] != f"{mine}sys.modules['{module}'].KEPT":
        yield f"{name}: what is kept is kept by {chain['path']}"
    if (chain["expression"] is not None) != (name == "main"):
        yield f"{name}: the expression is {chain['expression']}"
    roots = json.loads(kedge("roots", "--json", core, *options))["roots"]
    if not any(root["name"] == f"{mine}sys.modules" and int(root["addr"], 16) == said.one["modules"] for root in roots):
        yield f"{name}: no root is its sys.modules"


def check_whole(numbers, core, options):
    answer = json.loads(kedge("summary", "--json", core, *options))
    if answer["python"]["interpreters"] != len(numbers):
        yield f"summary: {answer['python']['interpreters']} interpreters"
    if answer["negative"] or answer["damage"]["count"] or answer["verify"]["disagree"]:
        yield f"summary: {answer['negative']} with too few counts, {answer['damage']}, {answer['verify']}"
    text = kedge("summary", core, *options)
    if f"{len(numbers)} interpreters" not in text:
        yield "summary: the text does not tell of the interpreters"
    threads = [json.loads(line) for line in kedge("threads", "--json", core, *options).splitlines()]
    if {thread["interpreter"] for thread in threads} != set(numbers.values()):
        yield f"threads: of interpreters {[thread['interpreter'] for thread in threads]}"
    verified = json.loads(kedge("verify", "--all", "--json", core, *options))
    if verified["disagree"] or verified["broken"]:
        yield f"verify: {verified['disagree']} disagree, {[r for r in verified['rules'] if r['broken']]}"


def check(interpreter, folder):
    """What differs, as lines, and how many objects were compared: (lines, number)."""
    program = Program(interpreter, folder)
    options = interpreter.options("gcore" if interpreter.gcore else "kernel")
    try:
        core = program.core(os.path.join(folder, "core")) if interpreter.gcore else program.kernel_core(folder)
        said = {name: Said(os.path.join(folder, name)) for name in NAMES}
        rows = {}
        for line in kedge("objects", "--json", "--refs", "--limit", "0", core, *options).splitlines():
            row = json.loads(line)
            rows[int(row["addr"], 16)] = row
        wrong = []
        for name in NAMES:
            wrong += check_objects(name, said[name], rows)
            wrong += check_why(name, program.numbers[name], said[name], core, options)
        wrong += check_whole(program.numbers, core, options)
    finally:
        status = program.end()
    if status not in (0, -signal.SIGQUIT):
        wrong.append(f"the program ended with {status}")
    return wrong, sum(len(one.objects) for one in said.values())


def check_in_new_folder(interpreter):
    """The same in a folder of its own, which is removed with its core. Raises run.Trouble, run.Skip."""
    folder = tempfile.mkdtemp(prefix="kedge-interpreters.", dir=os.path.join(interpreter.root, "tmp") if interpreter.root else None)
    try:
        return check(interpreter, folder)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    interpreter = run.FLAVORS[os.path.basename(sys.argv[1]).removesuffix(".interpreters").partition("-")[2]]
    if not os.path.exists(interpreter.path):
        print(f"SKIP: {interpreter.path} is not here")
        return 77
    try:
        wrong, objects = check_in_new_folder(interpreter)
    except run.Skip as skip:
        print(f"SKIP: {skip}")
        return 77
    for line in wrong:
        print("FAIL:", line)
    print(f"{'FAIL' if wrong else 'PASS'}: {len(NAMES)} interpreters, {objects} objects on {interpreter.path}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
