"""
interpreters.py OUT: several interpreters in one process, for interpreters.py of the oracle.

Each but the main one runs in a thread of its own, makes garbage, writes to OUT/NAME what its collector tracks with the
referents, and then waits, frames and all, for a byte; the main one for the end of standard input. Writes a line of
JSON, the number of each name, and a dot when all wait. Exit status 77: this Python has no interpreters to make.
"""

import gc
import json
import os
import sys
import threading

try:
    import _interpreters as interpreters
except ImportError:
    try:
        import _xxsubinterpreters as interpreters
    except ImportError:
        sys.exit(77)

# What each of them runs. Nothing that it shows may change while it is shown or after. To look up an attribute is such a
# change: the cache of types (Objects/typeobject.c, update_cache) drops the name that it had in the same place, by chance of
# addresses, and with it maybe the last reference to an interned string, whose dict the collector tracks from 3.14 on. So
# all that is called from the listing on was looked up before; and what is written goes out at one go.
CODE = """
import gc, os, sys

class Mark:
    pass

class Node:
    __slots__ = ("other",)

KEPT = Mark()
WORD = sys.intern("only of interpreter " + NAME)

def make_garbage():
    a, b = Node(), Node()
    a.other, b.other = b, a
    return id(a), id(b)

def record(fd, ready, stop):
    get_objects, get_referents, write, read = gc.get_objects, gc.get_referents, os.write, os.read
    name_of, encode = type.__dict__["__name__"].__get__, str.encode
    join_words, join_lines = " ".join, "\\n".join
    lines = [f"kept {id(KEPT)}", f"word {id(WORD)}", f"modules {id(sys.modules)}"]
    append = lines.append
    # 3.8 has one collector for all of them: what it tracks changes until the last, the main one, has recorded.
    alone = sys.version_info >= (3, 9) or NAME == "main"
    if alone:
        lines += [f"garbage {at}" for at in make_garbage()]
    for o in get_objects() if alone else ():
        if o is not lines:
            append(f"object {id(o)} {name_of(type(o))} {join_words([str(id(r)) for r in get_referents(o)])}")
    write(fd, encode(join_lines(lines)))
    write(ready, b".")
    read(stop, 1)

gc.disable()
gc.collect()
record(FD, READY, STOP)
"""


def create(kind):
    if hasattr(interpreters, "exec"):
        return interpreters.create(kind)
    # An object, and the interpreter ends with it.
    if sys.version_info < (3, 9):
        return interpreters.create()
    return interpreters.create(isolated=kind == "isolated")


def code_for(name, fd, ready, stop):
    return f"NAME, FD, READY, STOP = {name!r}, {fd}, {ready}, {stop}\n{CODE}"


def run(number, code):
    if hasattr(interpreters, "exec"):
        problem = interpreters.exec(number, code)
        if problem:
            os.write(2, str(problem).encode())
    else:
        interpreters.run_string(number, code)


def open_for(out, name):
    return os.open(os.path.join(out, name), os.O_WRONLY | os.O_CREAT, 0o600)


def main():
    out = sys.argv[1]
    ready_r, ready_w = os.pipe()
    stop_r, stop_w = os.pipe()
    numbers = {"isolated": create("isolated"), "legacy": create("legacy")}
    for name, number in numbers.items():
        code = code_for(name, open_for(out, name), ready_w, stop_r)
        threading.Thread(target=run, args=(number, code)).start()
        os.read(ready_r, 1)
    print(json.dumps(dict(numbers, main=0), default=int), flush=True)
    recorded = type(sys)("recorded")
    sys.modules["recorded"] = recorded
    exec(code_for("main", open_for(out, "main"), 1, 0), recorded.__dict__)
    os.write(stop_w, b"..")


gc.disable()
main()
