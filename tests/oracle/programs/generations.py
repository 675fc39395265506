"""
Collections that come by themselves, so that each of the collector's lists has members, garbage among them, and some of
it old; and tuples that hold nothing to look at, which certain collectors stop tracking first, in the order of a list.
"""

import gc

import recorder

ROUNDS, AGE, KEPT = 6000, 40, 900

gc.collect()
gc.set_threshold(150, 3, 2)


class Node:
    def __init__(self, number):
        self.me = self
        self.number = number


def idle(number):
    """Such tuples. One that is filled from an iterator is tracked before what the iterator makes."""
    plain = tuple(str(n) for n in range(number, number + 2))
    inner_first = tuple(t for t in [plain, tuple(iter([number, plain]))])
    outer_first = tuple(tuple(str(n) for n in range(k)) for k in range(1, 3))
    return plain, inner_first, outer_first


def busy(number):
    return tuple(x for x in [number, [number], tuple(x for x in [{}])])


kept, growing = [], []
for i in range(ROUNDS):
    node = Node(i)
    node.idle = idle(i)
    node.busy = busy(i)
    growing.append(node)
    if i % 7 == 0 and len(kept) < KEPT:
        kept.append((node, idle(i), busy(i)))
    # What has lived through collections by now becomes garbage, unless it is kept.
    if len(growing) > AGE:
        del growing[0]
gc.disable()
for i in range(30):
    last = Node(i)
    last.idle = idle(i)
    last.busy = busy(i)
del node, last
del growing[:AGE // 2]
recorder.stop()
