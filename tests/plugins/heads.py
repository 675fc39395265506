#!/usr/bin/env python3
"""
Plugins where objects begin with more than a count and a type, as in free-threaded builds: the example outside the tree
(samples/plugin), objects laid out as NumPy's and pandas' are (lookalike.c), and types that nobody teaches, whose
own tp_traverse is emulated. The modules are compiled with debug information for the interpreter at hand, and its core is read
with that and without. And of plugins that do not say that they can: each is refused in one line.

A line for each fact that does not hold. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: heads.py [PYTHON [ROOT]]   (of this system, or in a chroot, with mounts of its own; environment: KEDGE, KEDGE_SRC, KEDGE_CC)
"""

import gc
import json
import os
import shlex
import shutil
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
TESTS = os.path.dirname(HERE)
sys.path[:0] = [HERE, TESTS, os.path.join(TESTS, "oracle")]
sys.dont_write_bytecode = True

import support

CC = shlex.split(os.environ.get("KEDGE_CC", "cc"))
SAMPLES = os.path.join(support.TOP, "samples", "plugin")
PLAIN_HEAD = 16

# As plugins from before there was the flag: their structs end before it, and what lies behind is none of theirs.
OLDER = '''
#include "kedge-plugin.h"
static const struct kg_type_ops types[] = {{.name = "ring.Ring"}, {.name = NULL}};
const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .size = offsetof(struct kg_plugin, able), .host_size = offsetof(struct kg_host, head),
	.name = "older", .types = types, .able = KG_ABLE_ANY_HEAD};
'''
FLAG = '''
#include "kedge-plugin.h"
static const struct kg_type_ops types[] = {{.name = "%s.Thing"}, {.name = NULL}};
const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "%s", .types = types, .able = %s};
'''


def made():
    """Objects of lookalike.c, and what the interpreter says of them."""
    import lookalike

    things = [["thing", i] for i in range(3)]
    objects = lookalike.array(lookalike.dtype("O", 17), 5, tuple(things))
    numbers = lookalike.array(lookalike.dtype("i", 7), 1 << 19, ())
    view = lookalike.view(numbers, 100, 8)
    manager = lookalike.manager((lookalike.block(numbers), lookalike.block(objects)))
    bag = lookalike.Bag(*things, objects)
    number = lookalike.int64(-77)
    kept = {"objects": objects, "numbers": numbers, "view": view, "manager": manager, "bag": bag, "number": number}
    facts = {name: {"addr": hex(id(o)), "size": sys.getsizeof(o), "shown": sorted(hex(id(r)) for r in gc.get_referents(o))}
             for name, o in kept.items()}
    facts["things"] = [hex(id(thing)) for thing in things]
    facts["data"] = {name: hex(lookalike.data(kept[name])) for name in ("objects", "numbers", "view")}
    facts["head"] = object.__basicsize__
    return facts, (kept, things)


def target():
    """The example's program, which says its facts and waits, with ours on the line before."""
    facts, kept = made()
    print(json.dumps(facts), flush=True)
    with open("use.py", encoding="utf-8") as f:
        exec(compile(f.read(), "use.py", "exec"), {"__name__": "use", "kept": kept})


def headers(interpreter, oracle):
    """Folders of the interpreter's own headers, seen from here."""
    code = "import sysconfig; p = sysconfig.get_paths(); print(p['include']); print(p['platinclude']); print(sysconfig.get_config_h_filename())"
    said = support.run(*interpreter.command("-c", code), **({"preexec_fn": lambda: oracle.enter(interpreter.root)}
                                                            if interpreter.root else {})).split()
    said[2] = os.path.dirname(said[2])  # a build that lies where it was built
    folders = [(interpreter.root or "") + folder for folder in said]
    if not os.path.exists(os.path.join(folders[0], "Python.h")):
        raise oracle.Skip("the interpreter's headers are not installed")
    return [option for folder in folders for option in ("-I", folder)]


def compile_all(interpreter, folder, oracle):
    include = headers(interpreter, oracle)
    for name, source in (("ring", SAMPLES), ("lookalike", HERE)):
        support.run(*CC, "-g", "-O1", "-w", "-fPIC", "-shared", *include, "-o", os.path.join(folder, name + ".so"),
                    os.path.join(source, name + ".c"))
    os.mkdir(os.path.join(folder, "plugins"), 0o755)
    plugin(os.path.join(folder, "plugins"), "kedge-ring.so", open(os.path.join(SAMPLES, "kedge-ring.c"), encoding="utf-8").read())


def plugin(where, name, text):
    source = os.path.join(where, name + ".c")
    with open(source, "w", encoding="utf-8") as f:
        f.write(text)
    support.run(*CC, "-w", "-O1", "-fPIC", "-shared", "-I", os.path.join(support.TOP, "src", "api"), "-o", os.path.join(where, name), source)
    os.chmod(os.path.join(where, name), 0o755)


def take(interpreter, folder, oracle):
    """The core and both lines of facts."""
    shutil.copy(os.path.join(SAMPLES, "use.py"), folder)
    shutil.copy(os.path.join(HERE, "heads.py"), folder)
    shutil.copy(os.path.join(TESTS, "support.py"), folder)
    inside = interpreter.sees(folder)

    def before_exec():
        oracle.allow_cores()
        if interpreter.root:
            oracle.enter(interpreter.root)
            os.chdir(inside)

    with support.Program([interpreter.path, os.path.join(inside, "heads.py"), "--target"], cwd=folder, preexec_fn=before_exec,
                         env={"PYTHONDONTWRITEBYTECODE": "1", "PATH": os.environ["PATH"]}) as program:
        facts, ring = program.facts(), program.facts()
        return program.core(os.path.join(folder, "core")), facts, ring


def check_lookalike(hold, kedge, facts):
    """What kedge's own plugins say of what is laid out as their packages' objects are."""
    shown = {name: kedge.document("show", facts[name]["addr"]) for name in ("objects", "numbers", "view", "manager", "bag", "number")}
    for name, row in shown.items():
        hold(f"size of {name}", row["size"] == facts[name]["size"], row["size"], facts[name]["size"])
        hold(f"what tp_traverse shows of {name}", sorted(r["addr"] for r in row["referents"] if r["kind"] == "traverse") ==
             facts[name]["shown"], row["referents"], facts[name]["shown"])
        hold(f"who read {name}", row["plugin"] == {"manager": "pandas", "bag": None}.get(name, "numpy"), row["plugin"])
    labels = lambda name: {r["label"]: r["addr"] for r in shown[name]["referents"] if r["kind"] == "owned"}
    hold("objects in an array", {f"[{i}]": thing for i, thing in enumerate(facts["things"])}.items() <= labels("objects").items() and
         set(labels("objects")) == {"[0]", "[1]", "[2]", ".dtype"}, labels("objects"))
    hold("a view's base", labels("view").get(".base") == facts["numbers"]["addr"], labels("view"))
    for name, length in (("objects", 40), ("numbers", 8 << 19), ("view", 64)):
        payload = shown[name]["payload"]
        hold(f"memory of {name}", (payload["addr"], payload["bytes"]) == (facts["data"][name], length), payload)
    hold("whose the view's is", shown["view"]["payload"]["owner"] == facts["numbers"]["addr"], shown["view"]["payload"])
    hold("an array's preview", shown["objects"]["value"] == "array of shape (5,), object", shown["objects"]["value"])
    hold("a view's preview", shown["view"]["value"] == "array of shape (8,), int64, a view", shown["view"]["value"])
    hold("a number", shown["number"]["value"] == "-77", shown["number"]["value"])
    hold("a manager of blocks", shown["manager"]["value"] == f"{(1 << 19) + 5} items in 2 blocks", shown["manager"]["value"])
    hold("its fields", shown["manager"]["fields"] == {"blocks": "2", "items": str((1 << 19) + 5)}, shown["manager"]["fields"])
    hold("all of the bag's counts", all(kedge.document("show", thing)["counts"]["unexplained"] == 0 for thing in facts["things"]),
         [kedge.document("show", thing)["counts"]["unexplained"] for thing in facts["things"]])


def check_verify(hold, kedge):
    """Decoders and emulation, held against each other over all objects."""
    rows = kedge.document("verify", "--limit", "0")
    types = {t["type"]: t for t in rows["types"]}
    bad = [t for t in rows["types"] if t["disagree"] or t["unable"]]
    hold("verify finds no disagreement", not bad and not any(r["broken"] for r in rows["rules"]), bad, rows["rules"])
    hold("the bag is emulated", types.get("lookalike.Bag", {}).get("references") == "emulated", types.get("lookalike.Bag"))


def check_refusals(hold, core, folder, head):
    """A plugin that cannot is refused in one line where it would have to, and used where it need not."""
    others = head != PLAIN_HEAD
    for name, text, taken in (("older", OLDER, not others), ("unable", FLAG % ("unable", "unable", "0"), not others),
                              ("able", FLAG % ("able", "able", "KG_ABLE_ANY_HEAD"), True),
                              ("newer", FLAG % ("newer", "newer", "KG_ABLE_ANY_HEAD | (uint64_t)1 << 40"), None)):
        where = os.path.join(folder, name)
        os.mkdir(where, 0o755)
        plugin(where, name + ".so", text)
        done = support.kedge("info", "--json", "--plugin-dir", where, core)
        lines = [line.removeprefix("kedge: ") for line in done.stderr.splitlines()]
        doc = json.loads(done.stdout)
        there = name in [p["name"] for p in doc["plugins"]]
        words = {True: [], False: [name + ".so", f"{PLAIN_HEAD} bytes", f"{head}", "KG_ABLE_ANY_HEAD"], None: ["newer kedge"]}[taken]
        hold(f"a plugin that is {name}", len(lines) == (0 if taken else 1) and all(w in lines[0] for w in words) and
             doc["notes"] == lines and there == (taken is not None), lines, doc["notes"])
        if name == "older" and others:
            kept = support.document("types", "--plugin-dir", where, "--limit", "0", core)["types"]
            hold("what it teaches is not used", {t["plugin"] for t in kept if t["type"] == "ring.Ring"} == {None}, kept)


def judge(core, folder, facts, ring):
    """What does not hold, as lines, and how many facts were held."""
    import example
    import together

    tally = together.Silent()
    hold = example.hold = tally.hold
    for names in ([], ["--no-dwarf"]):
        options = ["--plugin-dir", os.path.join(folder, "plugins"), *names, *support.FOREIGN]
        taught = example.Kedge(support.KEDGE, core, options)
        for check in (example.check_full, example.check_types, example.check_suspects, example.check_broken):
            check(taught, ring)
        check_lookalike(hold, taught, facts)
        check_verify(hold, taught)
    example.check_without(example.Kedge(support.KEDGE, core, ["--no-dwarf", *support.FOREIGN]), ring)
    check_refusals(hold, core, folder, facts["head"])
    return tally.wrong, tally.number


def check(interpreter, folder):
    """What does not hold, as lines, and how many facts were held."""
    import run as oracle

    compile_all(interpreter, folder, oracle)
    core, facts, ring = take(interpreter, folder, oracle)
    support.FOREIGN[:] = interpreter.options("gcore")
    try:
        return judge(core, folder, facts, ring)
    except support.Wrong as problem:
        raise oracle.Trouble(str(problem)) from problem
    finally:
        support.FOREIGN.clear()


def check_in_new_folder(interpreter):
    """The same in a folder of its own, which is removed with its core. Raises the oracle's Trouble and Skip."""
    folder = os.path.realpath(tempfile.mkdtemp(prefix="kedge-heads.", dir=os.path.join(interpreter.root, "tmp") if interpreter.root else None))
    os.umask(0o022)
    try:
        return check(interpreter, folder)
    finally:
        if os.environ.get("KEDGE_KEEP"):
            print(folder)
        else:
            shutil.rmtree(folder, ignore_errors=True)


def main():
    if "--target" in sys.argv:
        return target()
    import run as oracle

    path = sys.argv[1] if len(sys.argv) > 1 else support.PYTHON
    root = sys.argv[2] if len(sys.argv) > 2 else None
    try:
        wrong, number = check_in_new_folder(oracle.Interpreter(path, root, debug_files=root and root + "/usr/lib/debug"))
    except oracle.Skip as skip:
        print(f"SKIP: {skip}")
        return support.SKIPPED
    for line in wrong:
        print("FAIL:", line)
    print(f"{'FAIL' if wrong else 'PASS'}: {number} facts of {path}: {len(wrong)} wrong")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
