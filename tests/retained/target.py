"""
A heap whose retained sizes are known: writes what it expects as one line of JSON, then sleeps.

Each expectation is [name, address, bytes that it retains, address of its dominator or None to leave
that open]; the bytes are sums of sys.getsizeof().
"""

import gc
import json
import signal
import sys
import types

gc.collect()
gc.disable()
size = sys.getsizeof
expected = []


def expect(name, thing, parts=(), owner=None):
    """@thing retains itself and @parts, each of which must be in @parts once."""
    assert len({id(part) for part in parts}) == len(parts)
    expected.append([name, id(thing), size(thing) + sum(map(size, parts)), owner and id(owner)])


class Link:
    __slots__ = ("next", "load")


def chain(length):
    first, links, loads = None, [], []
    for i in range(length):
        link = Link()
        link.next, link.load = first, bytes(200 + i)
        first = link
        links.append(link)
        loads.append(link.load)
    expect("chain", first, links[:-1] + loads)
    for at in (0, length // 2):
        expect(f"link {at}", links[at], links[:at] + loads[:at + 1], links[at + 1])
    return first


def module():
    made = types.ModuleType("side")
    key = "".join(["only", "the", "module", "has", "this"])
    value = bytearray(70000)
    # Not by setattr(), which leaves the name in the interpreter's cache of attribute look-ups.
    vars(made)[key] = value
    expect("module", made, [vars(made), value, key])
    expect("module dict", vars(made), [value, key], made)
    return made


def garbage():
    alone = [bytearray(300000)]
    alone.append(alone)
    expect("cycle of one", alone, [alone[0]])
    expect("bytearray of the cycle", alone[0], [], alone)
    hangs = [bytes(1234), bytes(4321)]
    one, other = [bytearray(200000), hangs], []
    one.append(other)
    other.append(one)
    expect("member of a cycle", one, [one[0], hangs] + hangs)
    expect("its other member", other)
    expect("what hangs off a cycle", hangs, hangs, one)


def arrays():
    try:
        import numpy
    except ImportError:
        return None
    base = numpy.zeros(100000)
    views = [base[1:], base[2:], base[3:]]
    expect("views", views, views + [base])
    expect("view", views[0], [], views)
    expect("base of views", base, [], views)
    shared = numpy.zeros(50000)
    sharers = [[shared[1:]], [shared[2:]]]
    for sharer in sharers:
        expect("holder of one of two views", sharer, sharer, sharers)
    expect("base of two holders", shared, [], sharers)
    expect("holders of views", sharers, sharers + [s[0] for s in sharers] + [shared])
    return views, sharers


own = [bytes(1000 + i) for i in range(50)]
expect("list of bytes", own, own, globals())
expect("bytes in it", own[7], [], own)

shared = bytes(50000)
left, right = [shared, bytes(77)], [shared, bytes(99)]
expect("left sharer", left, left[1:], globals())
expect("right sharer", right, right[1:], globals())
expect("what both share", shared, [], globals())
del shared

text = sys.intern("".join(["interned", "text", "of", "one", "list"]))
interned = [text]
expect("holder of an interned string", interned, [text], globals())
expect("interned string", text, [], interned)
text = sys.intern("".join(["interned", "text", "of", "two", "dicts"]))
first, second = {1: text}, {2: text}
expect("dict with a shared interned string", first)
expect("another one", second)
expect("interned string of two dicts", text, [], globals())
del text

numbers = {i + 100000: str(i) * 50 for i in range(300)}
expect("dict", numbers, list(numbers) + list(numbers.values()), globals())

links = chain(1000)
side = module()
garbage()
kept = arrays() if "arrays" in sys.argv[1:] else None


def stop():
    local = [bytes(9999), bytes(8888)]
    expect("local variable", local, local)
    print(json.dumps(expected), flush=True)
    signal.pause()


stop()
