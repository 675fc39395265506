"""
traced.py OUT: allocates all sorts of objects under tracemalloc, stops in pause(2) and, in a copy of
the process, writes what tracemalloc says of each of them to OUT: a line "ADDRESS [[FILE, LINE], ...]"
or "ADDRESS null", the innermost frame first.

tracemalloc.get_object_traceback() of CPython 3.11.2 looks 16 bytes before every object with a GC
header. What has an inline dict starts 32 bytes before: such objects are looked up by the address
of their block, with the function that it calls itself.
"""

import array
import collections
import ctypes
import datetime
import decimal
import gc
import itertools
import json
import os
import signal
import sys
import threading
import tracemalloc
import types

MANAGED_DICT = 1 << 4
IS_GC = 1 << 14


class Plain:
    def __init__(self, n):
        self.n = n
        self.text = f"text {n}"


class Slots:
    __slots__ = ("a", "b")


class Dict(dict):
    pass


class List(list):
    __slots__ = ()


class Int(int):
    pass


class Error(ValueError):
    pass


def generator(n):
    yield Plain(n)
    yield n


def closure(n):
    return lambda: n


def deep(n, depth):
    return make(n) if depth == 0 else deep(n, depth - 1)


def error(n):
    try:
        raise Error(n)
    except Error as e:
        return e


def make(n):
    started = generator(n)
    return [
        Plain(n), Slots(), Dict({n: n}), List([n]), Int(n + 1000), error(n), started, next(started), closure(n),
        {n: str(n)}, {n, n + 1}, frozenset((n,)), [n] * (n % 7), (n, n), float(n), complex(n, n), f"{n} ü", f"{n} 日",
        bytes(n % 50 + 2), bytearray(n), array.array("d", range(n % 9)), collections.deque([n]),
        collections.OrderedDict({n: n}), collections.defaultdict(list, {n: []}), datetime.datetime.now(),
        decimal.Decimal(n) / 3, range(n, 2 * n), slice(n, n), 1 << (n + 60), types.SimpleNamespace(n=n),
        memoryview(bytes(n)), itertools.count(n + 10 ** 9), make.__get__(n), type(f"T{n}", (), {}) if n % 10 == 0 else None,
    ]


def reachable(roots):
    """All that the collector's objects lead to."""
    seen = {id(o): o for o in roots}
    todo = list(roots)
    while todo:
        for o in gc.get_referents(todo.pop()):
            if id(o) not in seen:
                seen[id(o)] = o
                todo.append(o)
    return seen


def traceback_of(o, ask):
    """Innermost first, as (file, line), or None."""
    flags = type.__dict__["__flags__"].__get__(type(o))
    if flags & MANAGED_DICT:
        frames = ask(0, id(o) - (16 if flags & IS_GC else 0) - 16)
        return frames and [list(f) for f in frames]
    found = tracemalloc.get_object_traceback(o)
    return found and [[f.filename, f.lineno] for f in reversed(found)]


def write(path, objects, ask):
    with open(path + ".part", "w") as out:
        for addr, o in objects.items():
            out.write(f"{addr:#x} {json.dumps(traceback_of(o, ask))}\n")
    os.rename(path + ".part", path)


def main():
    path = sys.argv[1]
    ask = ctypes.pythonapi._PyTraceMalloc_GetTraceback
    ask.argtypes, ask.restype = [ctypes.c_uint, ctypes.c_size_t], ctypes.py_object
    held = [make(n) for n in range(60)]
    held += [deep(n, n % 15) for n in range(60)]
    thread = threading.Thread(target=lambda: held.append([make(n) for n in range(5)]))
    thread.start()
    thread.join()
    gc.collect()
    gc.disable()
    # The copy's objects must be those of the core: the core is taken while the process waits for a line.
    print("ready", flush=True)
    sys.stdin.readline()
    write(path, reachable(gc.get_objects()), ask)
    print("done", flush=True)
    signal.pause()


main()
