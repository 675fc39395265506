"""Holds `kedge objects --json --refs` against the facts of the interpreter, object by object."""

import collections
import json
import subprocess
import threading

import facts as facts_module

SHOWN = 20
VALUE_CHARS = 60
# No reading takes a tenth of this; a kedge that hangs must not hang the tests.
HANG_S = 300


class Verdict:
    """Mismatches by category; the first of each are kept with what a person needs to look into them."""

    def __init__(self):
        self.counts = collections.Counter()
        self.by_type = collections.defaultdict(collections.Counter)
        self.examples = collections.defaultdict(list)

    def add(self, category, type_name, text):
        self.counts[category] += 1
        self.by_type[category][type_name] += 1
        # One of each type first: a page of the same mistake teaches nothing.
        if len(self.examples[category]) < SHOWN and self.by_type[category][type_name] <= 3:
            self.examples[category].append(text)

    def explain(self, category, text):
        """Beside what was added, and no mismatch of its own."""
        self.examples[category].append(text)

    def report(self, out):
        for category, count in self.counts.most_common():
            kinds = ", ".join(f"{n} {t}" for t, n in self.by_type[category].most_common(12))
            print(f"  {category}: {count} mismatches ({kinds})", file=out)
            for text in self.examples[category]:
                print(f"    {text}", file=out)


def _value_agrees(said, text, chars):
    if chars <= VALUE_CHARS:
        return said == text
    return said.endswith("\u2026") and VALUE_CHARS <= len(said) <= VALUE_CHARS + 1 and text.startswith(said[:-1])


def _check_row(facts, verdict, i, row, guessed, unsized):
    address = facts.ids[i]
    name, size = facts.name(i), facts.sizes[i]
    if size == facts_module.SIZE_BY_CODE or name in guessed or name in unsized:
        size = row["size"]
    count = facts.refcount(i)
    true = (name, size, count, count is None,
            facts_module.STATES[facts.states[i]], address in facts.collectable)
    said = (row["type"], row["size"], row["refcount"], row["immortal"], row["gc"], row["collectable"])
    if said != true:
        for category, its, real in zip(("type", "size", "refcount", "immortal", "gc", "collectable"), said, true):
            if its != real:
                _add(verdict, category, true[0], row, its, real)
    if i in facts.values and not _value_agrees(row["value"], *facts.values[i]):
        _add(verdict, "value", true[0], row, row["value"], facts.values[i][0])
    if name in guessed:
        return
    its = sorted(int(ref[0], 16) for ref in row["refs"] if ref[2] == "traverse")
    real = sorted(facts.referents(i))
    if its != real:
        _add_refs(facts, verdict, f"{row['addr']} {true[0]}", true[0], its, real)


def _add(verdict, category, name, row, said, true):
    verdict.add(category, name, f"{row['addr']} {name}: kedge says {said!r}, the interpreter {true!r}")


def _add_refs(facts, verdict, where, name, said, true):
    missing = list((collections.Counter(true) - collections.Counter(said)).elements())
    extra = list((collections.Counter(said) - collections.Counter(true)).elements())

    def words(ids):
        return ", ".join(f"{a:#x} {facts.name(facts.index[a]) if a in facts.index else '?'}" for a in ids[:5])

    verdict.add("refs", name, f"{where}: {len(true)} referents; missing {len(missing)}: {words(missing)}; "
                              f"not there {len(extra)}: {words(extra)}")


def objects(kedge, options, core, facts, verdict, guessed, unsized, out):
    """
    Reads all rows of one run. Prints what is no mismatch but worth knowing to @out. Objects of a type in @guessed
    need not have the right size and references, those of one in @unsized not the right size: kedge says of both that it
    does not know.
    """
    command = [kedge, "objects", "--json", "--refs", "--limit", "0", *options, core]
    found = bytearray(len(facts))
    beyond = collections.Counter()
    rows = 0
    with subprocess.Popen(command, stdout=subprocess.PIPE, encoding="utf-8", errors="strict") as process:
        timer = threading.Timer(HANG_S, process.kill)
        timer.daemon = True
        timer.start()
        for line in process.stdout:
            try:
                row = json.loads(line)
            except ValueError as exc:
                verdict.add("not JSON", "objects", f"{exc}: {line[:200]!r}")
                continue
            rows += 1
            i = facts.index.get(int(row["addr"], 16))
            if i is None:
                beyond[row["type"]] += 1
                # The collector's lists are known in full: nobody may add to them.
                if row["gc"] not in ("none", "untracked"):
                    verdict.add("not tracked", row["type"], f"{row['addr']} {row['type']}: kedge says {row['gc']}")
                continue
            if found[i]:
                verdict.add("twice", row["type"], f"{row['addr']} {row['type']}")
            found[i] = 1
            _check_row(facts, verdict, i, row, guessed, unsized)
        timer.cancel()
    if process.returncode != 0:
        verdict.add("exit status", "objects", f"{' '.join(command)}: {process.returncode}")
    for i, seen in enumerate(found):
        if not seen:
            verdict.add("not found", facts.name(i), f"{facts.ids[i]:#x} {facts.name(i)}")
    beyond_text = ", ".join(f"{n} {t}" for t, n in beyond.most_common(10))
    print(f"  {rows} rows; {sum(beyond.values())} objects that Python cannot name: {beyond_text}", file=out)
    return rows


def summary(kedge, options, core, verdict):
    """Its answer; an empty one when there is none."""
    command = [kedge, "summary", "--json", *options, core]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", timeout=HANG_S)
    if done.returncode != 0:
        verdict.add("exit status", "summary", f"{' '.join(command)}: {done.returncode}")
    try:
        return json.loads(done.stdout)
    except ValueError as exc:
        verdict.add("not JSON", "summary", f"{exc}: {done.stdout[:200]!r}")
        return {}


def verify(kedge, options, core, verdict, out):
    """
    `kedge verify` of every object: nothing may disagree, and what could not be emulated is said. Without an emulator
    the invariants alone are held.
    """
    command = [kedge, "verify", "--all", "--json", "--strict", *options, core]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", timeout=HANG_S)
    if done.returncode != 0:
        verdict.add("exit status", "verify", f"{' '.join(command)}: {done.returncode}")
    answer = json.loads(done.stdout or "{}")
    for rule in answer.get("rules", ()):
        # Structs are compared only of types read by emulation with debug information: tests/structs has some.
        if rule["broken"] or (not rule["checked"] and rule["name"] != "structs"):
            plain = {name: value for name, value in rule.items() if name not in ("words", "explained")}
            verdict.add("rule", rule["name"], f"{rule['words']}: {plain}")
            for row in rule["explained"]:
                verdict.explain("rule", f"{row['addr']} {row['type']}, {row['found']}; {row['reading']}")
                for words in row["words"]:
                    verdict.explain("rule", f"  {words}")
    for kind in answer.get("types", ()):
        if kind["disagree"]:
            verdict.add("tp_traverse", kind["type"], f"{kind['disagree']} of {kind['checked']} objects: {kind['examples']}")
    if answer.get("emulator") and answer["checked"] < 1000:
        verdict.add("tp_traverse", "all", f"only {answer['checked']} objects were checked")
    unable = collections.Counter()
    for kind in answer.get("types", ()):
        if kind["unable"]:
            unable[kind["why"]] += kind["unable"]
    unable = ", ".join(f"{n} {why}" for why, n in unable.items())
    print(f"  {answer.get('checked')} of {answer.get('objects')} objects as their tp_traverse shows them"
          f"{'; not to be emulated: ' + unable if unable else ''}", file=out)


# Objects that are counted more often than references to them are found, where no word of a C stack or of a
# module's data is known to point there: held by C code that keeps its pointers in memory of its own. By program
# and type, in references; these are known. Everywhere the list of all objects that the recorder has from
# gc.get_objects(); an iterator that C code goes through; of the modules built to keep objects what their m_traverse does
# not show, and all of one that has none; of the zoo, functions and classes that sqlite3 was given to call, and an empty
# dict, a WeakSet and a set whose references are lost: no word of the whole core points there but for the module's namespace
# and its copy. An inference, from _asyncio's source: they were in its static variables (current_tasks, all_tasks,
# iscoroutine_typecache), which it sets once more when it is imported before asyncio and its initialization imports it within itself.
UNEXPLAINED = {
    "finalizers-release": {"list": 1},
    "frozen-release": {"list": 1},
    "deep-release": {"list": 1},
    "modules-release": {"list": 11, "str": 8, "__main__.Part": 3, "builtin_function_or_method": 1, "type": 2, "dict": 1},
    "imports-release": {"list": 1},
    "threads-release": {"list": 1, "list_iterator": 1},
    "zoo-release": {"list": 1, "function": 4, "type": 2, "dict": 1, "set": 1, "_weakrefset.WeakSet": 1},
}


def check_counts(kedge, options, core, answer, verdict, label):
    """No object has more references than it counts, and those with fewer found are the ones that are known."""
    if answer.get("negative") != 0:
        verdict.add("counts", "more references", f"{answer.get('negative')} objects have more references than they count")
    if label not in UNEXPLAINED:
        return
    command = [kedge, "roots", "--json", "--limit", "0", *options, core]
    done = subprocess.run(command, stdout=subprocess.PIPE, encoding="utf-8", timeout=HANG_S)
    if done.returncode != 0:
        verdict.add("exit status", "roots", f"{' '.join(command)}: {done.returncode}")
        return
    left = dict(UNEXPLAINED[label])
    for row in json.loads(done.stdout)["roots"]:
        if row["kind"] != "c-code":
            continue
        left[row["type"]] = left.get(row["type"], 0) - row["surplus"]
        if left[row["type"]] < 0:
            verdict.add("unexplained", row["type"], f"{row['addr']} {row['type']}: {row['name']}: {row['value']}")


# How programs/modules.py has the state of its modules read: those that no table knows.
MODULES = [("keeps_at_once", "emulated"), ("keeps_in_phases", "emulated"), ("keeps_in_variables", "emulated"),
           ("keeps_nameless", "emulated"), ("keeps_unshown", "scanned")]


def check_library(answer, verdict):
    """Of the library's modules no state is guessed at, where there is an emulator for the few that no table knows."""
    scanned = [m["name"] for m in answer.get("unknown_modules", ()) if m["references"] != "emulated"]
    if scanned and answer.get("verify") is not None:
        verdict.add("summary", "unknown_modules", f"guessed at: {scanned}")


def check_modules(answer, verdict):
    """Of the modules that programs/modules.py makes and of no others the state is emulated or scanned."""
    said = sorted((m["name"], m["references"]) for m in answer.get("unknown_modules", ()))
    if said != MODULES:
        verdict.add("summary", "unknown_modules", f"kedge says {said}, expected {MODULES}")


def check_summary(answer, verdict, expected):
    """@expected: dotted name -> value"""
    for path, true in expected.items():
        said = answer
        for key in path.split("."):
            said = said.get(key) if isinstance(said, dict) else None
        if said != true:
            more = f"; {answer[path.split('.')[0]]}" if path == "damage.count" and said else ""
            verdict.add("summary", path, f"{path}: kedge says {said!r}, expected {true!r}{more}")
