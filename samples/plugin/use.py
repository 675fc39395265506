"""A program that uses ring.c: a full ring, one that is nearly empty, and a view that keeps a large one."""

import json
import sys

import ring


class Reader:
    pass


reader = Reader()
numbers = [1, 2, 3]
full = ring.Ring("network", 1 << 16, 60000, (reader, None, numbers))
idle = ring.Ring(reader, 8 << 20, 4096, ())
view = ring.View(ring.Ring("file", 16 << 20, 16 << 20, ()), 100, 64)
broken = ring.Ring("broken", 100, 100, ())
broken.break_it()

facts = {name: {"addr": hex(id(o)), "size": sys.getsizeof(o) if name != "broken" else 0}
         for name, o in (("full", full), ("idle", idle), ("view", view), ("broken", broken))}
facts.update(reader=hex(id(reader)), numbers=hex(id(numbers)), network=hex(id("network")), buffer=hex(full.address()))
print(json.dumps(facts), flush=True)
sys.stdin.readline()
