"""Chains a million long and containers nested deep: whoever recurses on the heap falls here."""

import gc

import recorder


class Link:
    __slots__ = ("next",)

    def __init__(self, after):
        self.next = after


def chain(count):
    head = None
    for _ in range(count):
        head = Link(head)
    return head


def nested(count, wrap):
    item = wrap(())
    for _ in range(count):
        item = wrap((item,))
    return item


def through_dicts(count):
    item = {}
    for _ in range(count):
        item = {"in": item}
    return item


def ring(count):
    last = first = Link(None)
    for _ in range(count):
        last = Link(last)
    first.next = last


gc.disable()
head = chain(500000)
tuples = nested(100000, tuple)
lists = nested(100000, list)
dicts = through_dicts(50000)
ring(200000)
recorder.stop()
