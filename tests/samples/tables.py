"""The three tables over all garbage, held against those of the process itself."""


def hold(run, core):
    totals = core.document("cycles", "--totals")
    run.hold_equal("objects are as many as in gc.garbage", totals["objects"], core.facts["objects"])
    run.hold_equal("garbage by type equals gc.garbage", totals["types"], core.facts["types"])
    frames = {f"{row['file']}\n{row['function']}": row["objects"] for row in totals["frames"]}
    run.hold_equal("frames by file and function equal gc.garbage", frames, core.facts["frames"])
    cells = {row["type"] or "(empty)": row["objects"] for row in totals["cells"]}
    run.hold_equal("contents of cells equal gc.garbage", cells, core.facts["cells"])
    return totals
