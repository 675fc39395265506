"""About ten million objects of mixed types, reachable.

usage: heap.py [OBJECTS]

Prints "ready PID"; then, for each line read from standard input, runs gc.collect() and prints the
seconds it took. Ends with its input.
"""
import gc
import os
import sys
import time


class Node:
    def __init__(self, i):
        self.id = i
        self.name = "n%d" % i
        self.next = None
        self.data = None


class Slotted:
    __slots__ = ("a", "b")

    def __init__(self, a, b):
        self.a = a
        self.b = b


def build(n):
    heap = []
    prev = None
    for i in range(n // 24):
        node = Node(i)                              # instance, values, int, str
        node.next = prev
        node.data = {"k": i, "v": [i, float(i)]}    # dict, list, float
        pair = (node, [node, None, i])              # tuple, list
        s = Slotted(pair, {i, i + 1})               # slots, set
        rec = {"node": node, "pair": pair, i: s}    # dict with a general table
        objs = [object() for _ in range(4)]         # list, 4 plain objects
        text = ["%d-%d" % (i, k) for k in range(4)]  # list, 4 strings
        heap.append((rec, objs, text, i * 1.5, b"%d" % i))
        prev = node if i % 100 else None
    return heap


def main():
    n = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000_000
    gc.disable()
    heap = build(n)
    gc.collect()
    print("ready", os.getpid(), flush=True)
    for _ in sys.stdin:
        start = time.perf_counter()
        gc.collect()
        print("%.4f" % (time.perf_counter() - start), flush=True)
    return heap


if __name__ == "__main__":
    main()
