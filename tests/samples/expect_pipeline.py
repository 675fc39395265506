"""The lazy import of a library keeps a task's output, and no array is in a cycle."""

import tables

MEGABYTES = 64


def check(run):
    core = run.take("--megabytes", str(MEGABYTES), facts=True)
    totals = tables.hold(run, core)
    run.hold_garbage(core, 40, MEGABYTES << 20, "numpy.ndarray")
    run.hold_equal("the collector is as CPython sets it", (core.top()["gc"], core.top()["threshold0"]), ("enabled", 700))
    run.hold("gc.collect() frees the array", totals["freed"] >= MEGABYTES << 20, totals["freed"])
    run.hold("no array is garbage", not any("ndarray" in name for name in core.facts["types"]), core.facts["types"])
    run.hold("cells and frames were left", totals["cells"] and totals["frames"])
    first = core.rows("cycles", "--limit", "1")[0]
    run.hold_equal("the library owns it", [first["owner"]["kind"], first["owner"]["name"]], ["library", "nibabel"])
    run.hold_equal("nothing stands inside", first["inside"], [])
    run.hold_equal("the array goes along", [row["type"] for row in first["along"]], ["numpy.ndarray"])
    run.hold("the verdict names the import", "import of nibabel left" in first["verdict"], first["verdict"])
    run.hold("the verdict tells the array apart", "only goes along" in first["verdict"], first["verdict"])
    run.hold("the advice names the import", "first import of nibabel" in first["advice"], first["advice"])
    run.hold("attrs' first versions of classes are told as such",
             [row for row in core.rows("cycles") if "attrs and dataclasses do" in row["verdict"]
              and any(name.startswith("attr.") for name in row["types"])])
    files = {frame["file"] for frame in first["frames"]}
    run.hold("frames of importlib are in it", any(name.startswith("<frozen importlib") for name in files), files)
    held = [row for row in core.rows("buffers") if row["type"] == "numpy.ndarray"]
    run.hold("buffers finds the array", any(row["bytes"] == MEGABYTES << 20 for row in held), held)
    run.hold_columns(core.text("cycles"))
