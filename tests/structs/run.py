#!/usr/bin/env python3
"""
run.py: names of members by debug information, in a real core.

Builds two extension modules, in C and in C++, in each of several forms of debug information, makes objects of their
types, takes the core, and checks what kedge says of their structs: names, C types and values, the labels and kinds of
references, that an ambiguous struct is said to be one, and that nothing is claimed without debug information. Exit
status: 0 as it should be, 1 not, 77 no Python.
"""

import glob
import json
import os
import shutil
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.dirname(HERE))
sys.dont_write_bytecode = True

from support import gdb_core

PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
WAIT_S = 300
FORMS = {
    "dwarf 5": ["-O1"],
    "dwarf 4, no ranges": ["-O0", "-gdwarf-4"],
    "optimized at link time": ["-O2", "-flto", "-ffat-lto-objects"],
    "split": ["-O1", "-gsplit-dwarf"],
    "type units": ["-O1", "-fdebug-types-section"],
    "compressed, in a file of its own": ["-O2", "-gz"],
}

failed = []


def check(form, what, got, wanted):
    if got != wanted:
        failed.append(form)
        print(f"FAIL: {form}: {what} is {got!r}, not {wanted!r}")


def build(folder, flags):
    include = subprocess.run([PYTHON, "-c", "import sysconfig; print(sysconfig.get_paths()['include'])"], check=True,
                             stdout=subprocess.PIPE, encoding="utf-8").stdout.strip()
    common = ["-g", *flags, "-w", "-fPIC", "-I" + include]
    for compiler, out, sources in (("gcc", "made_in_c", ["made_in_c.c", "made_in_c_too.c"]),
                                   ("g++", "made_in_cxx", ["made_in_cxx.cpp"])):
        objects = []
        for source in sources:
            objects.append(source + ".o")
            subprocess.run([compiler, *common, "-c", os.path.join(HERE, source), "-o", objects[-1]], cwd=folder, check=True)
        subprocess.run([compiler, *common, "-shared", "-Wl,--build-id", *objects, "-o", out + ".so"], cwd=folder, check=True)


def separate(folder):
    """Moves the debug information where a debug package would put it; @return the options that find it"""
    for path in glob.glob(os.path.join(folder, "*.so")):
        notes = subprocess.run(["readelf", "-n", path], check=True, stdout=subprocess.PIPE, encoding="utf-8").stdout
        build_id = notes.partition("Build ID:")[2].split()[0]
        place = os.path.join(folder, "debug", ".build-id", build_id[:2])
        os.makedirs(place, exist_ok=True)
        subprocess.run(["objcopy", "--only-keep-debug", path, os.path.join(place, build_id[2:] + ".debug")], check=True)
        subprocess.run(["strip", path], check=True)
    return ["--debug-dir", os.path.join(folder, "debug")]


def take_core(folder, *arguments):
    shutil.copy(os.path.join(HERE, "program.py"), folder)
    with subprocess.Popen([PYTHON, "program.py", *arguments], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          encoding="utf-8") as target:
        facts = json.loads(target.stdout.readline() or "null")
        if facts is None:
            sys.exit("run.py: the program did not start")
        core = os.path.join(folder, f"core.{facts['pid']}")
        why = gdb_core(facts["pid"], core)
        target.stdin.close()
    if why:
        sys.exit(f"FAIL: {why}")
    return core, facts


class Kedge:
    def __init__(self, folder, core, options):
        self.folder, self.core, self.options = folder, core, options

    def text(self, command, *rest):
        return subprocess.run([os.environ["KEDGE"], command, *self.options, self.core, *rest], check=True, timeout=WAIT_S,
                              stdout=subprocess.PIPE, encoding="utf-8",
                              env=dict(os.environ, XDG_CACHE_HOME=os.path.join(self.folder, "cache"))).stdout

    def show(self, addr, *options):
        return json.loads(self.text("show", "--json", *options, addr))


def references(answer):
    return [(r["label"], r["kind"], r["addr"]) for r in answer["referents"]]


def values(answer):
    return {m["name"]: (m["type"], m["value"]) for m in answer["struct"]["members"]}


def check_c(form, kedge, facts):
    made, parts = facts["made"], facts["parts"]
    held = kedge.show(made["Held"])
    check(form, "Held's struct", held["struct"]["name"], "Held")
    check(form, "Held's references", references(held), [
        (".name", "owned", parts[0]), (".pairs[0].key", "owned", parts[1]), (".pairs[1].value", "owned", parts[2]),
        (".deep", "owned", parts[3]), (".items[0]", "owned", parts[4]), (".items[2]", "owned", parts[5]),
        (".kind", "owned", facts["kind"])])
    seen = values(held)
    for name, wanted in {"level": ("int8_t", "-7"), "facts.low": ("unsigned int", "5"), "facts.high": ("unsigned int", "99"),
                         "facts.ratio": ("double", "0.25"), "facts.text": ("char [8]", '"abc"'),
                         "either.number": ("long int", "12345"), "other": ("struct held *", "NULL"),
                         "never": ("PyObject *", "0x10, where no object is"), "call": ("function *", "NULL")}.items():
        check(form, f"Held.{name}", seen.get(name), wanted)
    check(form, "the type of Held.items", seen["items"][0], "PyObject *[3]")
    check(form, "Held.facts.text, redacted", values(kedge.show(made["Held"], "--redact"))["facts.text"][1], "(8 bytes)")
    shown = kedge.show(made["Shown"])
    check(form, "Shown's struct", shown["struct"]["name"], "Shown")
    check(form, "Shown's references", references(shown), [(".base", "traverse", parts[6]), (".many[1]", "traverse", parts[7]),
                                                          (".hidden", "guess", parts[8])])
    either = kedge.show(made["Either"])
    check(form, "Either's struct", either["struct"]["name"], None)
    check(form, "why not", sorted(either["struct"]["how"].partition(": ")[2].split(", ")), ["Left", "Right"])
    for name, wanted in {"Chosen": [(".chosen", "owned", parts[0])],
                         "Row": [(f".item[{i}]", "owned", parts[i]) for i in range(3)],
                         "Bare": [(".anything", "guess", parts[3])]}.items():
        answer = kedge.show(made[name])
        check(form, f"{name}'s struct", answer["struct"]["name"], name)
        check(form, f"{name}'s references", references(answer), wanted)


def check_module(form, kedge, facts):
    """What a module keeps for itself, as its m_traverse shows it, under the names of its state's struct."""
    parts = facts["parts"]
    answer = kedge.show(facts["made"]["module"])
    kept = [r for r in references(answer) if r[0] not in ("__dict__", ".md_name")]
    check(form, "references of the module's state", kept, [
        (".cache", "traverse", parts[0]), (".inner.error", "traverse", parts[1]), (".hidden", "traverse", parts[2])])
    if "m_traverse, emulated" not in kedge.text("show", facts["made"]["module"]):
        check(form, "how the module's state is read", None, "its m_traverse, emulated")


def check_cxx(form, kedge, facts):
    parts = facts["parts"]
    answer = kedge.show(facts["made"]["Derived"])
    check(form, "Derived's struct", answer["struct"]["name"], "Derived")
    check(form, "Derived's references", references(answer), [
        (".first", "owned", parts[4]), (".held.ptr", "owned", parts[5]), (".more[1]", "owned", parts[4])])
    check(form, "Derived.flag", values(answer).get("flag"), ("bool", "true"))


def check_everywhere(form, kedge, facts):
    parts = facts["parts"]
    rows = {t["name"]: t["references"] for t in json.loads(kedge.text("summary", "--json"))["unknown_types"]}
    for name, wanted in {"made_in_c.Held": "struct", "made_in_c.Shown": "emulated", "made_in_c.Either": "scanned",
                         "made_in_cxx.Derived": "struct"}.items():
        check(form, f"how {name} is read", rows.get(name), wanted)
    if ".pairs[1].value" not in kedge.text("referrers", parts[2]):
        check(form, "the label in referrers", None, ".pairs[1].value")
    if ".held.ptr" not in kedge.text("dot", "--from", facts["made"]["Derived"]):
        check(form, "the label in dot", None, ".held.ptr")
    if ".many[1]" not in kedge.text("why", parts[7]) and "many[1]" not in kedge.text("why", parts[7]):
        check(form, "the label in why", None, ".many[1]")
    verdict = json.loads(kedge.text("verify", "--json", "--all", "--strict"))
    check(form, "what verify finds", (verdict["disagree"], verdict["broken"]), (0, 0))
    check(form, "objects held against their structs", {r["name"]: r["checked"] for r in verdict["rules"]}["structs"], 1)


def check_without(form, kedge, facts):
    answer = kedge.show(facts["made"]["Held"], "--no-dwarf")
    check(form, "Held's struct without debug information", answer["struct"]["name"], None)
    check(form, "kinds of its references then", {r["kind"] for r in answer["referents"]}, {"guess"})
    kept = [r for r in references(kedge.show(facts["made"]["module"], "--no-dwarf")) if r[0] not in ("__dict__", ".md_name")]
    check(form, "references of the module's state then", [r[:2] for r in kept],
          [("state+0x0", "traverse"), ("state+0x10", "traverse"), ("state+0x20", "traverse")])


def check_liar(form, folder):
    """Of a type that shows an object where its struct has a number verify says that the two do not agree."""
    core, facts = take_core(folder, "liar")
    done = subprocess.run([os.environ["KEDGE"], "verify", "--no-cache", "--json", "--all", "--strict", core], timeout=WAIT_S,
                          stdout=subprocess.PIPE, encoding="utf-8")
    rule = {r["name"]: r for r in json.loads(done.stdout)["rules"]}["structs"]
    check(form, "what verify says of a struct that does not agree", (done.returncode, rule["broken"], rule["examples"]),
          (4, 1, [facts["made"]["Liar"]]))


def one(form, flags):
    folder = tempfile.mkdtemp(prefix="kedge-structs-")
    try:
        build(folder, flags)
        options = separate(folder) if "file of its own" in form else []
        core, facts = take_core(folder)
        before = len(failed)
        for cached in (False, True):
            kedge = Kedge(folder, core, options)
            name = form + (", from the cache" if cached else "")
            check_c(name, kedge, facts)
            check_module(name, kedge, facts)
            check_cxx(name, kedge, facts)
        check_everywhere(form, kedge, facts)
        check_without(form, Kedge(folder, core, []), facts)
        kept = glob.glob(os.path.join(folder, "cache", "kedge", "*.instances"))
        check(form, "files in the cache, and whether there are any", bool(kept), "split" != form or bool(kept))
        if form == "dwarf 5":
            check_liar(form, folder)
        print(f"{'PASS' if len(failed) == before else 'FAIL'}: {form}")
    finally:
        shutil.rmtree(folder)


def main():
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: {PYTHON} is not here")
        return 77
    for form, flags in FORMS.items():
        one(form, flags)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
