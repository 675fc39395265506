"""Both ends of a relationship, in two object-relational mappers."""

import tables

ORDERS = 20
PAYLOAD = 256 << 10


def check(run):
    for mapper, attribute in (("sqlalchemy", ".order"), ("django", "._prefetched_objects_cache")):
        core = run.take(mapper, "--orders", str(ORDERS), facts=True)
        totals = tables.hold(run, core)
        run.hold_garbage(core, 3 * ORDERS, ORDERS * PAYLOAD, "bytes")
        run.hold(f"{mapper}: the payloads go", totals["freed"] >= ORDERS * PAYLOAD, totals["freed"])
        mine = [row for row in core.rows("cycles") if row["along"]]
        run.hold(f"{mapper}: groups hold the payloads", mine)
        inside = {}
        for row in mine:
            run.hold_equal(f"{mapper}: the application's", row["owner"]["kind"], "application")
            run.hold(f"{mapper}: a structural cycle", row["verdict"].startswith("structural cycle"), row["verdict"])
            for kind in row["inside"]:
                name = kind["type"].rpartition(".")[2]
                inside[name] = inside.get(name, 0) + kind["objects"]
        run.hold_equal(f"{mapper}: all instances stand inside", inside, {"Order": ORDERS, "Line": 2 * ORDERS})
        run.hold(f"{mapper}: the attribute is named", all(f" through {attribute};" in row["verdict"] for row in mine),
                 [row["verdict"] for row in mine])
        run.hold_columns(core.text("cycles"))
