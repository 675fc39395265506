"""A late import of a package keeps 600 MB: what quickstart's demo shows."""

MEGABYTES = 32


def check(run):
    core = run.take("--megabytes", str(MEGABYTES))
    run.hold_garbage(core, 20, MEGABYTES << 20, "numpy.ndarray")
    run.hold_equal("the collector is as CPython sets it", (core.top()["gc"], core.top()["threshold0"]), ("enabled", 700))
    first = core.rows("cycles", "--limit", "1")[0]
    run.hold_equal("the package owns it", [first["owner"]["kind"], first["owner"]["name"]], ["library", "imaging"])
    run.hold("the verdict names the import and tells the array apart",
             "import of imaging left" in first["verdict"] and "only goes along" in first["verdict"], first["verdict"])
    run.hold("the advice names the import", "first import of imaging" in first["advice"], first["advice"])
    frame = [f for f in first["frames"] if f["function"] == "task"]
    run.hold("the task's frame is named, and its variable", frame and "output" in str(frame[0]["locals"]), frame)
    run.hold_columns(core.text("cycles"))
