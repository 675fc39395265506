"""Observers and registries, strong and weak."""

import tables

COUNT = 10


def check(run):
    core = run.take("--count", str(COUNT), facts=True)
    tables.hold(run, core)
    run.hold_garbage(core, 12 * COUNT, 4 * COUNT * 97 << 10, "bytearray")
    mine = [row for row in core.rows("cycles") if row["owner"]["kind"] == "application"]
    run.hold_equal("a group for each pair", len(mine), 4 * COUNT)
    for row in mine:
        run.hold("through .subject", "through .subject" in row["verdict"], row["verdict"])
        run.hold("a weakref is the advice", "make .subject a weakref" in row["advice"], row["advice"])
    kinds = [final["kind"] for row in mine for final in row["finalizers"]]
    for kind in ("__del__", "weakref callback", "weakref.finalize"):
        run.hold_equal(f"{kind}: each is found", kinds.count(kind), COUNT)
    run.hold_equal("and no others", len(kinds), 3 * COUNT)
    run.hold("all of them run", all(final["runs"] for row in mine for final in row["finalizers"]))
    views = core.rows("objects", "--type", "View")
    run.hold_equal("views are kept", len(views), COUNT)
    chain = core.text("why", views[0]["addr"])
    run.hold("by the class attribute", "known" in chain and "View" in chain, chain)
    run.hold_columns(core.text("cycles"))
    weak = run.take("--count", str(COUNT), "--weak", facts=True)
    tables.hold(run, weak)
    alive = {row["type"] for row in weak.document("types", "--limit", "0")["types"] if row["objects"]}
    run.hold("weak: nothing stands out", weak.top() == {}, weak.top())
    run.hold("weak: the types are told", "dict" in alive)
    for name in ("Subject", "Closing", "WeakObserver", "View"):
        run.hold(f"weak: no {name} is left", f"__main__.{name}" not in alive)
