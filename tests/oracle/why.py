#!/usr/bin/env python3
"""
why.py why-FLAVOR: an object held in each of many ways, and what `kedge why` says of it.

Starts programs/holders.py, takes its core with gcore while it waits, asks kedge why each marked
object is alive, and holds the path to what a programmer would write. Where the path is a Python
expression, the program itself, still as it was, evaluates it and must get the very object. Prints
a line for each way that is wrong. Exit status: 0 all right, 1 not, 77 the interpreter is not here.
"""

import json
import os
import re
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [HERE, os.path.dirname(HERE)]
sys.dont_write_bytecode = True

import run
from support import gdb_core

WAIT_S = 300
MAIN = r"sys\.modules\['__main__'\]\."
FRAME = r"thread \d+ frame "

# Way -> the whole path as a regular expression, and whether it is one that Python evaluates.
WAYS = {
    "class attribute": (MAIN + r"Holder\.attribute", True),
    "default argument": (MAIN + r"with_default\.__defaults__\[0\]", True),
    "keyword default": (MAIN + r"with_keyword\.__kwdefaults__\['option'\]", True),
    "codec registry": (r"codec registry, search functions\[\d+\]\.__defaults__\[0\]", False),
    "codec error handler": (r"codec registry, error handlers\['holders'\]\.__defaults__\[0\]", False),
    "atexit function": (r"atexit, callback\.__defaults__\[0\]", False),
    "atexit argument": (r"atexit, arguments\[0\]", False),
    "atexit keyword": (r"atexit, keywords\['word'\]", False),
    "nested": (MAIN + r"LIST\[1\]\[1\]\['deep'\]\[1\]", True),
    "dict": (MAIN + r"DICT\['key'\]", True),
    "int key": (MAIN + r"DICT\[7\]", True),
    "tuple key": (MAIN + r"DICT\[\('a', 1\)\]", True),
    "bytes key": (MAIN + r"DICT\[b'raw'\]", True),
    "quoted key": (MAIN + r"""DICT\["it's"\]""", True),
    "odd key": (MAIN + r"DICT\['b\u00e9\\n'\]", True),
    "None key": (MAIN + r"DICT\[None\]", True),
    "float key": (MAIN + r"DICT\[1\.5\]", True),
    "bool key": (MAIN + r"DICT\[True\]", True),
    "class key": (MAIN + r"DICT\[<class '__main__\.Plain'>\]", True),
    "as a key": (MAIN + r"DICT\.keys\(\)\{<__main__\.Mark>\}", True),
    "set": (MAIN + r"SET\{<__main__\.Mark>\}", True),
    "frozenset": (MAIN + r"FROZEN\{<__main__\.Mark>\}", True),
    "tuple": (MAIN + r"TUPLE\[1\]", True),
    "deque": (MAIN + r"DEQUE\[2\]", True),
    "defaultdict": (MAIN + r"DEFAULT\['x'\]\[0\]", True),
    "OrderedDict": (MAIN + r"ORDERED\['b'\]", True),
    "namedtuple": (MAIN + r"POINT\[1\]", True),
    "instance attribute": (MAIN + r"INSTANCE\.payload", True),
    "instance attribute, dict made": (MAIN + r"VIEWED\.payload", True),
    "instance attribute, no identifier": (MAIN + r"VIEWED\.__dict__\['odd name'\]", True),
    "instance attribute under a property": (MAIN + r"SHADOWED\.shadow", True),
    "static method of a class": (MAIN + r"Methods\.fixed\.__func__\.__defaults__\[0\]", True),
    "descriptor of a class": (MAIN + r"Methods\.computed", True),
    "__slots__": (MAIN + r"SLOTTED\.payload", True),
    "__slots__ under __dict__": (MAIN + r"BOTH\.payload", True),
    "__dict__ over __slots__": (MAIN + r"BOTH\.more", True),
    "twice": (MAIN + r"AGAIN\['again'\]", True),
    "module global": (MAIN + r"GLOBAL", True),
    "closure": (MAIN + r"INNER\.<closure>\.captured", True),
    "function attribute": (MAIN + r"with_default\.note", True),
    "bound method": (MAIN + r"REGISTRY\['on_save'\]\[0\]\.__self__", True),
    "partial": (MAIN + r"PARTIAL\.args\[0\]", True),
    "partial keyword": (MAIN + r"PARTIAL\.keywords\['sep'\]", True),
    "suspended generator": (MAIN + r"GENERATOR<suspended in generate\(\) holders\.py:\d+>\.kept", True),
    "yield from": (MAIN + r"OUTER<suspended in outer_generator\(\) holders\.py:\d+>\.<stack>\[0\]"
                   r"<suspended in inner_generator\(\) holders\.py:\d+>\.deep", False),
    "suspended coroutine": (MAIN + r"COROUTINE<suspended in wait_for_ever\(\) holders\.py:\d+>\.kept", True),
    "cell of a suspended coroutine": (MAIN + r"CELLED<suspended in celled\(\) holders\.py:\d+>\.shared", True),
    "async generator": (MAIN + r"ASYNC<suspended in ticks\(\) holders\.py:\d+>\.kept", True),
    "lru_cache": (MAIN + r"cached\.cache\[1\]", False),
    "bounded lru_cache": (MAIN + r"bounded\.link\.result", False),
    "exception traceback": (MAIN + r"FAILURE\.__traceback__\.tb_next\.tb_frame<fail\(\) holders\.py:\d+>"
                            r"\.in_traceback", True),
    "thread-local of the main thread": (MAIN + r"LOCAL<thread {main}>\.mine", False),
    "thread-local of another thread": (MAIN + r"LOCAL<thread {worker}>\.mine", False),
    "iterator": (MAIN + r"ITERATOR\.it_seq\[0\]", False),
    "ChainMap": (MAIN + r"CHAIN\.maps\[0\]\['k'\]", True),
    "interned string": (MAIN + r"INTERNED", True),
    "thread not started": (MAIN + r"LOCKED\._args\[0\]", True),
    "held and weakly referenced": (MAIN + r"WEAK_TARGET", True),
    "numpy base": (MAIN + r"VIEW\.base", True),
    "numpy object array": (MAIN + r"OBJECTS\[1\]", False),
    "sys.modules entry": (r"sys\.modules\['app\.cache'\]\.ENTRY", True),
    "sys.modules value": (r"sys\.modules\['not a module'\]", True),
    "local of the main thread": (r"thread {main} frame main\(\) holders\.py:\d+ local in_main", False),
    "cell of the main thread": (r"thread {main} frame main\(\) holders\.py:\d+ local cell_in_main", False),
    "local of another thread": (r"thread {worker} frame work\(\) holders\.py:\d+ local thread_local", False),
    "loop variable": (r"thread {worker} frame work\(\) holders\.py:\d+ local value", False),
    "C stack of another thread": (r"C code \(1 reference unaccounted for\), C stack of thread {max} "
                                  r"\(a word there points to it; guess\)", False),
    "C code": (r"C code \(1 reference unaccounted for\): object\[0\]", False),
    "C code list": (r"C code \(1 reference unaccounted for\)", False),
    "only weakly referenced": (r"C code \(1 reference unaccounted for\)", False),
    "garbage": (r"garbage \(cycle \d+\)\.mark|garbage \(cycle \d+\): object\.mark|garbage \(cycle \d+\)", False),
}
# What other versions have otherwise. Up to 3.9 atexit keeps its own state.
UNTIL_39 = {
    "atexit function": (r"sys\.modules\['atexit'\]\.callback\[0\]\.__defaults__\[0\]", False),
    "atexit argument": (r"sys\.modules\['atexit'\]\.callback\[1\]\[0\]", False),
    "atexit keyword": (r"sys\.modules\['atexit'\]\.callback\[2\]\['word'\]", False),
}
# Up to 3.10 a frame is an object always.
UNTIL_310 = {
    "suspended generator": (MAIN + r"GENERATOR\.gi_frame<generate\(\) holders\.py:\d+>\.kept", True),
    "yield from": (MAIN + r"OUTER\.gi_frame<outer_generator\(\) holders\.py:\d+>\.<stack>\[0\]"
                   r"\.gi_frame<inner_generator\(\) holders\.py:\d+>\.deep", False),
    "suspended coroutine": (MAIN + r"COROUTINE\.cr_frame<wait_for_ever\(\) holders\.py:\d+>\.kept", True),
    "cell of a suspended coroutine": (MAIN + r"CELLED\.cr_frame<celled\(\) holders\.py:\d+>\.shared", True),
    "async generator": (MAIN + r"ASYNC\.ag_frame<ticks\(\) holders\.py:\d+>\.kept", True),
    "local of the main thread": (r"thread {main} frame main\(\) holders\.py:\d+ frame object"
                                 r"<main\(\) holders\.py:\d+>\.in_main", False),
    "cell of the main thread": (r"thread {main} frame main\(\) holders\.py:\d+ frame object"
                                r"<main\(\) holders\.py:\d+>\.cell_in_main", False),
    "local of another thread": (r"thread {worker} frame work\(\) holders\.py:\d+ frame object"
                                r"<work\(\) holders\.py:\d+>\.thread_local", False),
    "loop variable": (r"thread {worker} frame work\(\) holders\.py:\d+ frame object"
                      r"<work\(\) holders\.py:\d+>\.value", False),
}
# From 3.14 on atexit has a list.
SINCE_314 = {
    "atexit function": (r"atexit, callbacks\[0\]\[0\]\.__defaults__\[0\]", False),
    "atexit argument": (r"atexit, callbacks\[1\]\[1\]\[0\]", False),
    "atexit keyword": (r"atexit, callbacks\[1\]\[2\]\['word'\]", False),
}
TRUST = {"C stack of another thread": "guess", "C code": "count", "C code list": "count",
         "only weakly referenced": "count"}
ANCHORS = {"C stack of another thread": "guess", "C code": "c-code", "C code list": "c-code",
           "only weakly referenced": "c-code", "garbage": "garbage"}
WEAK = {"held and weakly referenced": 2, "only weakly referenced": 1}
# What is no __main__.Mark.
OTHERS = {"bound method", "interned string", "C code list", "numpy base", "descriptor of a class"}
# Found by more than one chain: the path that must be among those shown.
ALSO = {"twice": MAIN + r"TWICE\[0\]"}


class Holders:
    """The program, waiting for expressions."""

    def __init__(self, interpreter, folder):
        inside, here = interpreter.sees(folder), run._oracle_inside(interpreter, folder)
        environ = dict(os.environ, PYTHONDONTWRITEBYTECODE="1", PYTHONHASHSEED="0", TMPDIR=inside)
        for name in ("PYTHONHOME", "PYTHONSTARTUP", "PYTHONPATH", "ASAN_OPTIONS"):
            environ.pop(name, None)

        def before_exec():
            run.allow_cores()
            if interpreter.root:
                run.enter(interpreter.root)
                os.chdir(inside)

        self.process = subprocess.Popen([interpreter.path, os.path.join(here, "programs", "holders.py")], cwd=folder,
                                        env=environ, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        encoding="utf-8", preexec_fn=before_exec)
        self.options = interpreter.options("gcore")
        state = json.loads(self.process.stdout.readline())
        self.version = tuple(state["version"])
        self.ways = dict(WAYS)
        self.ways.update(UNTIL_39 if self.version < (3, 10) else {})
        self.ways.update(UNTIL_310 if self.version < (3, 11) else {})
        self.ways.update(SINCE_314 if self.version >= (3, 14) else {})
        self.unknown = "C code"
        self.marks, self.threads = state["marks"], state["threads"]

    def core(self, path):
        why = gdb_core(self.process.pid, path)
        if why:
            raise run.Trouble(why)
        return path

    def evaluate(self, address, expression):
        self.process.stdin.write(f"{address} {expression}\n")
        self.process.stdin.flush()
        return self.process.stdout.readline().strip()

    def end(self):
        self.process.stdin.close()
        try:
            return self.process.wait(WAIT_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            return self.process.wait()


def kedge(*arguments, options=()):
    done = subprocess.run([os.environ.get("KEDGE", "kedge"), *arguments, *options], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                          encoding="utf-8", timeout=WAIT_S)
    if done.returncode:
        raise run.Trouble(f"kedge {' '.join(arguments[:2])}: status {done.returncode}")
    return done.stdout


def matches(pattern, path, threads):
    for name, tid in threads.items():
        pattern = pattern.replace("{%s}" % name, str(tid))
    return re.fullmatch(pattern, path)


def check_way(holders, way, answer):
    """What is wrong with one answer, as lines."""
    pattern, evaluable = holders.ways[way]
    pattern = re.sub("^C code", holders.unknown, pattern)
    chains = answer["chains"]
    if not chains:
        yield "nothing holds it"
        return
    best = next((c for c in chains if matches(pattern, c["path"], holders.threads)), None)
    if best is None:
        yield f"no path is as expected: {[c['path'] for c in chains]}"
        return
    if best["anchor"] != ANCHORS.get(way, "root"):
        yield f"the anchor is {best['anchor']}"
    if best["trust"] != TRUST.get(way, "certain"):
        yield f"trust is {best['trust']}"
    if evaluable != (best["expression"] is not None):
        yield f"the expression is {best['expression']}"
    if answer["weak"] != WEAK.get(way, 0):
        yield f"weak references: {answer['weak']}"
    for chain in chains:
        if any(step["kind"] == "weak" for step in chain["steps"]):
            yield f"a weak reference in {chain['path']}"
        if chain["expression"] is not None:
            found = holders.evaluate(answer["addr"], chain["expression"])
            if found != "same":
                yield f"{chain['expression']} is {found}"


def check_disjoint(answer):
    inner = set()
    for chain in answer["chains"]:
        own = {step["addr"] for step in chain["steps"][1:-1]}
        if own & inner and not chain["shares"]:
            yield f"{chain['path']} passes what another chain passes and does not say so"
        inner |= own


def check_roots(target, options, version, unknown):
    roots = json.loads(kedge("roots", "--json", target, options=options))
    names = {root["name"] for root in roots["roots"]}
    atexit = {"atexit, callbacks"} if version >= (3, 14) else {"atexit, callback"} if version >= (3, 10) else set()
    for name in atexit | {"sys.modules", "sys.modules['app.cache']", "static type dict", "gc.callbacks",
                          "codec registry, search functions", "codec registry, error handlers", "interned strings",
                          "warnings.filters", f"{unknown} (1 reference unaccounted for)"}:
        if name not in names:
            yield f"roots: no {name!r}"
    for kind in roots["kinds"]:
        if kind["roots"] != sum(root["kind"] == kind["kind"] for root in roots["roots"]):
            yield f"roots: the count of {kind['kind']} is wrong"
    for root in roots["roots"]:
        if root["guess"] and not root["surplus"]:
            yield f"roots: {root['name']} explains no surplus"


def check_guess(target, options, marks):
    """Without what kedge knows of numpy, the word of the view that is its base is only a word."""
    if "numpy base" not in marks:
        return
    chain = json.loads(kedge("why", "--json", "--no-plugins", target, marks["numpy base"], options=options))["objects"][0]["chains"][0]
    if not re.fullmatch(MAIN + r"VIEW \+0x[0-9a-f]+ \(guess\)", chain["path"]):
        yield f"unknown type: the path is {chain['path']}"
    if chain["trust"] != "guess" or chain["expression"] is not None or chain["steps"][-1]["kind"] != "guess":
        yield f"unknown type: {chain['trust']}, {chain['expression']}, {chain['steps'][-1]['kind']}"


def check_redacted(target, options, marks):
    """Strings of the target are in no path, and no expression can be had without them."""
    text = kedge("why", "--json", "--redact", target, marks["quoted key"], options=options)
    for chain in json.loads(text)["objects"][0]["chains"]:
        if chain["expression"] is not None or "it's" in text:
            yield f"redacted: {chain['path']}, {chain['expression']}"


def check_cut(core, options, marks):
    """A core that is cut short still answers, and says what it lacks."""
    os.truncate(core, os.path.getsize(core) * 3 // 4)
    address = marks["twice"]
    done = subprocess.run([os.environ.get("KEDGE", "kedge"), "why", "--json", core, address, *options], stdin=subprocess.DEVNULL,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE, encoding="utf-8", timeout=WAIT_S)
    if done.returncode == 0:
        if not any("cut short" in line for line in json.loads(done.stdout)["reading"]["doubts"]):
            yield "cut core: no doubt is told"
    elif done.returncode not in (1, 3) or len(done.stderr.splitlines()) != 1:
        yield f"cut core: status {done.returncode}, {done.stderr}"


def check(interpreter, folder):
    """What is wrong, as lines. Where gdb cannot read stacks, kedge reads the living process in the core's stead."""
    holders = Holders(interpreter, folder)
    options = holders.options
    try:
        core = holders.core(os.path.join(folder, "core"))
        target = core if interpreter.gcore else f"pid:{holders.process.pid}"
        document = json.loads(kedge("why", "--json", "--limit", "4", target, *holders.marks.values(), options=options))
        # The guard pages of stacks, which nobody can read: a kernel before 6.16 does not tell which they are.
        if interpreter.guarded and document["reading"]["doubts"]:
            holders.unknown = "C code or what could not be read"
        for way, answer in zip(holders.marks, document["objects"]):
            for line in check_way(holders, way, answer):
                yield f"{way}: {line}"
            for line in check_disjoint(answer):
                yield f"{way}: {line}"
            if way in ALSO and not any(matches(ALSO[way], c["path"], {}) for c in answer["chains"]):
                yield f"{way}: {ALSO[way]} is not among {[c['path'] for c in answer['chains']]}"
        yield from (f"{way}: not asked" for way in set(WAYS) - set(holders.marks) if "numpy" not in way)
        if document["reading"]["roots"] == 0:
            yield "no roots"
        merged = json.loads(kedge("why", "--json", "--type", "__main__.Mark", target, options=options))
        if sum(row["objects"] for row in merged["merged"]) != len(set(holders.marks) - OTHERS):
            yield f"merged chains: {sum(row['objects'] for row in merged['merged'])} objects"
        yield from check_roots(target, options, holders.version, holders.unknown)
        yield from check_guess(target, options, holders.marks)
        yield from check_redacted(target, options, holders.marks)
        yield from check_cut(core, options, holders.marks)
    finally:
        status = holders.end()
    if status:
        yield f"the program ended with {status}"


def check_in_new_folder(interpreter):
    """The same in a folder of its own, which is removed with its core."""
    place = os.path.join(interpreter.root, "tmp") if interpreter.root else None
    folder = tempfile.mkdtemp(prefix="kedge-why.", dir=place)
    try:
        return list(check(interpreter, folder))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def main():
    flavor = os.path.basename(sys.argv[1]).removesuffix(".why").partition("-")[2]
    interpreter = run.FLAVORS[flavor]
    if not os.path.exists(interpreter.path):
        print(f"SKIP {interpreter.path} is not here")
        return 77
    wrong = check_in_new_folder(interpreter)
    for line in wrong:
        print("FAIL", line)
    print(f"{'FAIL' if wrong else 'PASS'} {len(WAYS)} ways on {interpreter.path}")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
