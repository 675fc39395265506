"""Everything that an unbounded cache has seen."""

QUERIES = 100


def check(run):
    core = run.take("--queries", str(QUERIES), "--kilobytes", "64")
    pages = core.rows("objects", "--type", "Page")
    run.hold_equal("every result is alive", len(pages), QUERIES)
    for page in pages[:: QUERIES // 4]:
        chain = core.text("why", page["addr"])
        run.hold("the cache holds it", "_lru_cache_wrapper" in chain and "/search?q=" in chain, chain)
        run.hold("under the module's name", "render" in chain, chain)
    top = core.top()
    run.hold_equal("the first suspect is the cache", (top["kind"], top["function"], top["entries"], top["maxsize"]),
                   ("lru-cache", "__main__.render()", QUERIES, "None"))
    run.hold("no page is garbage", not any("Page" in name for row in core.rows("cycles") for name in row["types"]))
