"""Closures, suspended context managers and tracebacks that keep a local alive."""

import tables

MEGABYTES = 12


def check(run):
    core = run.take("--megabytes", str(MEGABYTES), facts=True)
    tables.hold(run, core)
    outputs = [row for row in core.rows("buffers", "--min-size", "8M") if row["type"] == "bytearray"]
    run.hold_equal("four outputs are there", len(outputs), 4)
    chains = [core.text("why", row["addr"]) for row in outputs]
    for name, words in (("the closure", ("HANDLERS", "handler", "closure_output")),
                        ("the context manager", ("OPEN", "session_output", "session()")),
                        ("the traceback", ("REPORTS", "failed_output", "fail()"))):
        run.hold(f"{name} is named", any(all(word in chain for word in words) for chain in chains), "\n".join(chains))
    top, findings = core.top(), core.document("suspects")["findings"]
    run.hold_equal("the first suspect is the traceback", (top["kind"], top["local"], top["frame"].partition(":")[0]),
                   ("traceback", "failed_output", "fail() at closures.py"))
    told = " ".join(f"{f['kind']} {f['sentence']} {f['kept_by']}" for f in findings)
    run.hold("the others are told too", all(word in told for word in ("HANDLERS", "OPEN", "garbage")), told)
    run.hold("and nothing twice", len(findings) == 4 and told.count("REPORTS") == 1, told)
    rows = [row for row in core.rows("cycles") if row["along"]]
    run.hold_equal("one output is garbage", len(rows), 1)
    run.hold("its closure holds it", "recurse.<locals>.visit()" in rows[0]["verdict"], rows[0]["verdict"])
    run.hold_equal("it is the application's", [rows[0]["owner"]["kind"], rows[0]["owner"]["name"]],
                   ["application", "closures.py"])
    run.hold_equal("the array goes along", [kind["type"] for kind in rows[0]["along"]], ["bytearray"])
    run.hold("the cells say what they hold", {cell["type"] for cell in rows[0]["cells"]} == {"function", "bytearray"},
             rows[0]["cells"])
    run.hold_columns(core.text("cycles"))
