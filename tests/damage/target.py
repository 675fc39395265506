"""A small heap whose addresses are told, so that its core can be damaged where it hurts."""

import gc
import json
import signal


class Node:
    def __init__(self):
        self.me = self
        self.list = [1, 2, 3]


class Slotted:
    __slots__ = ("a", "b")


def suspended(local):
    yield local


gc.collect()
gc.disable()
nodes = [Node() for _ in range(50)]
slotted = Slotted()
slotted.a = nodes
general = {1: "one", "two": 2, (3,): [3]}
text_keys = {"k%d" % i: i for i in range(20)}
numbers = [[i] for i in range(200)]
members = set(range(100))
text = "some text of the heap \u20ac"
long_bytes = b"x" * 5000
big = 10 ** 50
generator = suspended(numbers)
next(generator)
Node().lost = [1]
print(json.dumps({
    "list": id(numbers), "list items": id(nodes), "dict": id(general), "unicode dict": id(text_keys),
    "set": id(members), "str": id(text),
    "bytes": id(long_bytes), "int": id(big), "tuple": id(Node.__mro__), "type": id(Node), "other type": id(Slotted),
    "instance": id(nodes[3]), "instances": [id(n) for n in nodes], "function": id(suspended),
    "code": id(suspended.__code__),
    "generator": id(generator), "module dict": id(globals()), "type of type": id(type), "object": id(object),
    "str type": id(str), "dict type": id(dict), "name": id("nodes"),
}), flush=True)
signal.pause()
