"""Plain cycles around arrays, one by one and all alike; and the variant that has none."""

import tables

COUNT, MEGABYTES = 20, 8


def check(run):
    size = ("--count", str(COUNT), "--megabytes", str(MEGABYTES))
    core = run.take(*size, facts=True)
    totals = tables.hold(run, core)
    run.hold("gc.collect() frees all arrays", totals["freed"] >= COUNT * MEGABYTES << 20, totals["freed"])
    run.hold_garbage(core, 2 * COUNT, COUNT * MEGABYTES << 20, "numpy.ndarray")
    run.hold("it says that gc is disabled", core.top()["gc"] == "disabled" and "never comes" in core.top()["sentence"])
    big = core.rows("cycles", "--min-size", "1M")
    run.hold_equal("a group for each array", len(big), COUNT)
    for row in big:
        run.hold_equal("two lists", row["types"], {"list": 2})
        run.hold_equal("nothing of value stands inside", row["inside"], [])
        run.hold_equal("one array goes along", [(k["type"], k["objects"]) for k in row["along"]],
                       [("numpy.ndarray", 1)])
        run.hold("the verdict says so", "plain containers" in row["verdict"] and "only goes along" in row["verdict"],
                 row["verdict"])
        run.hold("gc is disabled, says the advice", "gc is disabled" in row["advice"], row["advice"])
        run.hold_equal("nobody's code is in it", row["owner"]["kind"], "unknown")
    text = core.text("cycles", "--min-size", "1M")
    run.hold("alike groups are shown once", text.count("cycle 1:") == 1 and "cycle 2:" not in text, text)
    run.hold("and counted", f"{COUNT - 1} more just like it" in text, text)
    run.hold_columns(text)
    flat = run.take(*size, "--no-cycle", facts=True)
    totals = tables.hold(run, flat)
    run.hold("without the cycle nothing is left", totals["freed"] < 1 << 20, totals["freed"])
    run.hold("and nothing stands out", flat.top() == {}, flat.top())
    run.hold_equal("and no array is alive", [row for row in flat.rows("buffers", "--min-size", "1M")
                                             if row["type"] == "numpy.ndarray"], [])
