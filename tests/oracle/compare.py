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


def _check_row(facts, verdict, i, row, guessed):
    address = facts.ids[i]
    name, size = facts.name(i), facts.sizes[i]
    if size == facts_module.SIZE_BY_CODE or name in guessed:
        size = row["size"]
    true = (name, size, facts.refcounts[i], False,
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


def objects(kedge, options, core, facts, verdict, guessed, out):
    """
    Reads all rows of one run. Prints what is no mismatch but worth knowing to @out. Objects of a type in @guessed
    need not have the right size and references.
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
            _check_row(facts, verdict, i, row, guessed)
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


def check_summary(answer, verdict, expected):
    """@expected: dotted name -> value"""
    for path, true in expected.items():
        said = answer
        for key in path.split("."):
            said = said.get(key) if isinstance(said, dict) else None
        if said != true:
            more = f"; {answer[path.split('.')[0]]}" if path == "damage.count" and said else ""
            verdict.add("summary", path, f"{path}: kedge says {said!r}, expected {true!r}{more}")
