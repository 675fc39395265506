"""Tasks that wait for ever, and their buffers."""

CLIENTS, KILOBYTES = 8, 512


def check(run):
    core = run.take("--clients", str(CLIENTS), "--kilobytes", str(KILOBYTES))
    bodies = [row for row in core.rows("buffers", "--min-size", "256K")
              if row["type"] == "bytearray" and row["bytes"] < 2 * KILOBYTES << 10]
    chains = [core.text("why", row["addr"]) for row in bodies]
    named = [chain for chain in chains if "handle()" in chain and "local body" in chain]
    run.hold_equal("each stuck task's buffer is named by frame and local", len(named), CLIENTS)
    run.hold("with file and line", all("server.py:" in chain for chain in named), "\n".join(named))
    top = core.top()
    run.hold_equal("the first suspect are the tasks", (top["kind"], top["tasks"], top["suspended"].partition(":")[0]),
                   ("pending-tasks", CLIENTS, "handle() at server.py"))
    run.hold("and what they keep", top["bytes"] >= CLIENTS * KILOBYTES << 10, top["bytes"])
    garbage = [row for row in core.rows("cycles") if any(kind["type"] == "bytearray" for kind in row["along"])]
    run.hold_equal("none of it is garbage", garbage, [])
    threads = core.text("threads")
    run.hold("the main thread runs serve()", "serve()" in threads, threads)
