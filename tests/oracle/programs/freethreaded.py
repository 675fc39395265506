"""
What a free-threaded build alone has: objects of threads that ended, alive and garbage; counts in two halves, negative
ones, and objects queued for their own thread, which sleeps; frames that hold without counting; garbage of nested tuples,
which a collection may stop tracking on its way; memory to be freed later; huge blocks.
"""

import gc
import sys
import threading

import recorder

if "t" not in getattr(sys, "abiflags", ""):
    print("no free-threaded interpreter")
    sys.exit(77)

gc.disable()
ready = threading.Semaphore(0)
kept = []
handed = []
given = [threading.Lock(), threading.Lock()]
for lock in given:
    lock.acquire()


class Node:
    def __init__(self, payload):
        self.payload = payload
        self.me = self


class Slots:
    __slots__ = ("a", "__weakref__")


def leave_behind(number):
    """Ends with live objects and garbage in its own memory."""
    kept.append([Node((number, i, [i])) for i in range(200)])
    for i in range(200):
        Node({"left": i, "text": "x" * i})
    kept.append({i: bytes(64 + i) for i in range(300)})


def owner():
    """Its objects are taken away and let go of by others while it sleeps."""
    mine = [Node(i) for i in range(50)] + [Slots() for _ in range(50)] + [[i, str(i) * 3] for i in range(50)]
    handed.append(mine)
    del mine
    ready.release()
    given[0].acquire()


def waiting(depth, values):
    """A frame whose functions and classes are held without a count."""
    here = [depth, values]
    if depth:
        return waiting(depth - 1, here)
    ready.release()
    given[1].acquire()
    return here, len(here)


threads = [threading.Thread(target=leave_behind, args=(n,)) for n in range(4)]
for t in threads:
    t.start()
for t in threads:
    t.join()
del threads, t

sleepers = [threading.Thread(target=owner, daemon=True),
            threading.Thread(target=waiting, args=(5, ["v"]), daemon=True)]
for t in sleepers:
    t.start()
ready.acquire()
ready.acquire()

# Another thread's objects: some referred to from here alone, some let go of here, some garbage from here on.
mine = handed.pop()
kept.append(mine[::3])
taken = [(o, o) for o in mine]
del mine
kept.append(taken[:20])
del taken

# Suspended frames are all that holds their functions and code.
generators = [(x * y for x in [i, i + 1]) for i, y in enumerate("abcdef" * 5)]
for g in generators:
    next(g)
kept.append(generators)
del generators, g


def closing(cell):
    def inner():
        return cell

    return inner


kept.append([closing([i]) for i in range(20)])
# Functions that nothing refers to any more and a collection alone frees, and classes with what hangs on them.
for i in range(30):
    closing(Node(i))
    type(f"Gone{i}", (), {"method": lambda self: self, "number": i})

# Garbage that leads to tuples of tuples; and tuples alive.
for i in range(50):
    cycle = [(i, (str(i), (i + 1000, (float(i), b"q" * i)))), ((), ((),), (cycle if i else None,)), {i: (i, i)}]
    cycle.append(cycle)
    cycle.append({"plain": i, "text": str(i)})
del cycle
kept.append([(i, (str(i), (i,))) for i in range(50)])

# Tables that grew while others might have looked at them: the old ones wait to be freed.
table = {}
for i in range(5000):
    table[f"key {i}"] = i
shared = [table]
reader = threading.Thread(target=lambda: (list(shared[0]), shared[0].update({("late", i): i for i in range(2000)})))
reader.start()
reader.join()
for i in range(3000):
    shared.append([i])
kept.append(shared)
del table, reader, shared

# More than half a segment; and blocks of each size.
kept.append(bytes(20_000_000))
kept.append([[None] * n for n in (1, 10, 100, 1000, 20_000)])
kept.append([bytes(n) for n in (1, 700, 9000, 70_000, 600_000, 5_000_000)])

for i in range(40):
    Node(i)
kept.append([Node(i) for i in range(40)])
del i, t
recorder.stop()
