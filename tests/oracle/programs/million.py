"""A million small objects of mixed types, some of them garbage."""

import gc

import recorder


class Plain:
    def __init__(self, n):
        self.n = n
        self.text = "item %d" % n
        self.next = None


class Slotted:
    __slots__ = ("left", "right", "weight")

    def __init__(self, left, right):
        self.left = left
        self.right = right
        self.weight = 0.5 * id(left)


def make(count):
    items = []
    previous = None
    for n in range(count):
        plain = Plain(n)
        plain.next = previous
        previous = plain
        slotted = Slotted(plain, previous)
        items.append((plain, [n, n * 1.5, str(n)], {"key": plain, n: slotted}, {n, str(n)}, b"%d" % n, slotted))
    return items


def make_cycles(count):
    for n in range(count):
        plain = Plain(n)
        plain.next = [plain, {"back": plain}, lambda: plain]


items = make(70000)
gc.collect()
gc.disable()
more = make(1000)
make_cycles(10000)
recorder.stop()
