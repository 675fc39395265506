"""
A heap tied at random: containers, instances, closures, generators, iterators, views and weak references
of many types refer to each other, some are let go again, some are rewritten, some collected half way.
TANGLE_SEED chooses another one; the number stands in the output of the program.
"""

import abc
import array
import asyncio
import collections
import contextvars
import copy
import enum
import fractions
import functools
import gc
import io
import itertools
import operator
import os
import random
import re
import sys
import threading
import types
import typing
import warnings
import weakref

import recorder

SEED = int(os.environ.get("TANGLE_SEED", "1"))
NODES = int(os.environ.get("TANGLE_NODES", "8000"))
print("seed", SEED)
rnd = random.Random(SEED)
# Coroutines that nobody awaits are meant.
warnings.simplefilter("ignore")
gc.collect()
if SEED % 3 == 0:
    gc.set_threshold(rnd.randrange(50, 2000), rnd.randrange(2, 12), rnd.randrange(2, 12))
elif SEED % 3 == 1:
    gc.disable()


class Plain:
    pass


class Slotted:
    __slots__ = ("left", "right", "__weakref__")


class SlottedAndDict(Slotted):
    pass


class Child(Plain):
    __slots__ = ("extra",)


class MyList(list):
    pass


class MySlottedDict(dict):
    __slots__ = ("mark",)


class MyTuple(tuple):
    pass


class MyInt(int):
    pass


class MyStr(str):
    pass


class MySet(set):
    pass


class MyBytes(bytes):
    pass


class MyDeque(collections.deque):
    pass


class MyPartial(functools.partial):
    pass


class MyRef(weakref.ref):
    pass


class MyModule(types.ModuleType):
    pass


class MyProperty(property):
    pass


class Meta(type):
    pass


class WithMeta(metaclass=Meta):
    pass


class Error(Exception):
    pass


class Group(Exception):
    def __init__(self, *args):
        super().__init__(*args)
        self.members = args


class Generic(typing.Generic[typing.TypeVar("T")]):
    pass


class Shape(abc.ABC):
    @abc.abstractmethod
    def area(self):
        ...


class Color(enum.Enum):
    RED = 1
    BLUE = 2


class Finalized:
    def __init__(self, held):
        self.held = held
        self.me = self

    def __del__(self):
        pass


Point = collections.namedtuple("Point", "x y")
nodes = [object()]
variable = contextvars.ContextVar("variable")


def any_node():
    # The youngest ones more often: chains grow long and cycles stay local.
    if rnd.random() < 0.5:
        return nodes[-rnd.randrange(1, min(len(nodes), 64) + 1)]
    return rnd.choice(nodes)


def some(most=6):
    return [any_node() for _ in range(rnd.randrange(most))]


def hashable():
    kind = rnd.randrange(6)
    if kind == 0:
        return rnd.randrange(-2 ** rnd.randrange(1, 200), 2 ** 70)
    if kind == 1:
        return "k%d" % rnd.randrange(200)
    if kind == 2:
        return (rnd.random(), "é\u20ac\U0001f600"[:rnd.randrange(4)] * rnd.randrange(4))
    if kind == 3:
        return frozenset(range(rnd.randrange(9)))
    if kind == 4:
        return bytes(rnd.randrange(40))
    return MyInt(rnd.randrange(1000))


def closure():
    a, b = any_node(), any_node()

    def inner(x=any_node(), *, y=any_node()):
        return a, x, y

    def outer():
        return inner, b

    outer.attribute = any_node()
    return rnd.choice((inner, outer))


def walking(held):
    for item in held:
        try:
            yield item
        finally:
            held = None


async def waiting(held):
    await asyncio.sleep(0)
    return held


async def giving(held):
    for item in held:
        yield item


def generator():
    g = walking([any_node(), any_node(), any_node()])
    for _ in range(rnd.randrange(3)):
        next(g)
    return g


def delegating():
    def over(inner):
        yield from inner
    g = over(walking([any_node(), any_node()]))
    next(g)
    return g


def coroutine():
    c = waiting(any_node())
    if rnd.random() < 0.5:
        c.send(None)
    if rnd.random() < 0.2:
        outlasting.append(c)
    return c


def raised():
    local = any_node()
    try:
        try:
            raise Error(local, any_node())
        except Error as error:
            raise ValueError("after") from error
    except ValueError as error:
        if rnd.random() < 0.5:
            error.__traceback__ = None
        error.note = any_node()
        return error


def instance():
    o = rnd.choice((Plain, SlottedAndDict, Child, WithMeta))()
    for _ in range(rnd.randrange(5)):
        setattr(o, "a%d" % rnd.randrange(8), any_node())
    if rnd.random() < 0.1:
        for i in range(40):
            setattr(o, "n%d" % i, any_node())
    if rnd.random() < 0.2:
        o.__dict__["me"] = o
    if rnd.random() < 0.1:
        vars(o).clear()
    if rnd.random() < 0.1:
        o.__dict__ = {"fresh": any_node(), 5: o}
    return o


def slotted():
    o = Slotted()
    if rnd.random() < 0.8:
        o.left = any_node()
    if rnd.random() < 0.5:
        o.right = any_node()
    return o


def subclass():
    base = rnd.choice((Plain, Slotted, WithMeta, Error, MyList, int, dict, Generic))
    return type(base)("Made%d" % rnd.randrange(1000), (base,), {"held": any_node(), "method": closure()})


def weak():
    try:
        target = any_node()
        kind = rnd.randrange(6)
        if kind == 0:
            return weakref.ref(target)
        if kind == 1:
            return MyRef(target, lambda ref, held=any_node(): held)
        if kind == 2:
            return weakref.proxy(target, lambda ref, held=any_node(): held)
        if kind == 3:
            return weakref.WeakSet([target])
        if kind == 4:
            d = weakref.WeakValueDictionary()
            d["k"] = target
            return d
        return weakref.finalize(target, list)
    except (TypeError, ValueError):
        return [None]


def odd_dict():
    d = {}
    for _ in range(rnd.randrange(12)):
        d[hashable()] = any_node()
    for key in list(d)[:rnd.randrange(4)]:
        del d[key]
    if rnd.random() < 0.3:
        d = MySlottedDict(d)
        d.mark = any_node()
    elif rnd.random() < 0.3:
        d = collections.OrderedDict(d)
        if d:
            d.move_to_end(next(iter(d)))
    elif rnd.random() < 0.3:
        d = collections.defaultdict(closure(), d)
    return d


def view():
    d = odd_dict()
    kind = rnd.choice((dict.keys, dict.values, dict.items))
    v = kind(d)
    if rnd.random() < 0.5:
        v = iter(v)
        if d:
            next(v)
    return v


def iterator():
    held = some(5)
    kind = rnd.randrange(14)
    makers = (
        lambda: iter(held), lambda: reversed(held), lambda: enumerate(held), lambda: zip(held, some()),
        lambda: map(closure(), held), lambda: filter(None, held), lambda: itertools.chain(held, some()),
        lambda: itertools.cycle(held), lambda: itertools.product(held, some()), lambda: itertools.tee(held)[0],
        lambda: itertools.groupby(held, id), lambda: itertools.islice(iter(held), 2),
        lambda: itertools.permutations(held), lambda: iter(closure(), object()))
    it = makers[kind]()
    for _ in range(rnd.randrange(3)):
        if kind not in (4, 13):
            next(it, None)
    return it


def bound():
    kind = rnd.randrange(8)
    if kind == 0:
        return types.MethodType(closure(), any_node())
    if kind == 1:
        return [].append
    if kind == 2:
        return functools.partial(closure(), any_node(), key=any_node())
    if kind == 3:
        p = MyPartial(closure(), any_node())
        p.attribute = any_node()
        return p
    if kind == 4:
        return operator.methodcaller("name", any_node(), k=any_node())
    if kind == 5:
        return functools.lru_cache(maxsize=rnd.choice((None, 4)))(closure())
    if kind == 6:
        return MyProperty(closure(), closure())
    return functools.cmp_to_key(closure())(any_node())


def cached():
    @functools.lru_cache(maxsize=rnd.choice((None, 8)))
    def f(*args):
        return any_node()
    for _ in range(rnd.randrange(6)):
        f(rnd.randrange(100), hashable())
    return f


def misc():
    kind = rnd.randrange(18)
    if kind == 0:
        m = MyModule("m%d" % rnd.randrange(100))
        m.value = any_node()
        return m
    if kind == 1:
        return types.SimpleNamespace(a=any_node(), b=any_node())
    if kind == 2:
        return types.MappingProxyType(odd_dict())
    if kind == 3:
        return Point(any_node(), any_node())
    if kind == 4:
        return slice(any_node(), any_node(), any_node())
    if kind == 5:
        context = contextvars.copy_context()
        context.run(variable.set, any_node())
        return context
    if kind == 6:
        return MyTuple(some())
    if kind == 7:
        return array.array(rnd.choice("bdiQ"), range(rnd.randrange(50)))
    if kind == 8:
        return memoryview(bytearray(rnd.randrange(1, 300)))[::rnd.choice((1, 2, -1))]
    if kind == 9:
        b = io.BytesIO(b"x" * rnd.randrange(500))
        b.attribute = any_node()
        return b
    if kind == 10:
        return fractions.Fraction(rnd.randrange(1, 10 ** 30), rnd.randrange(1, 10 ** 9))
    if kind == 11:
        return re.compile("a{%d}(b|c)*" % rnd.randrange(40))
    if kind == 12:
        return list[int] if rnd.random() < 0.5 else typing.Dict[str, Generic]
    if kind == 13:
        return Finalized(any_node())
    if kind == 14:
        return threading.Lock()
    if kind == 15:
        return operator.itemgetter(*([1] + some(4))) if rnd.random() < 0.5 else operator.attrgetter("a.b", "c")
    if kind == 16:
        return staticmethod(closure()) if rnd.random() < 0.5 else classmethod(closure())
    return copy.copy(rnd.choice((Color.RED, MyBytes(b"abc"), MyStr("text" * 10), 2 ** 100, -0.0, 3 + 4j, True, ...)))


outlasting = []
MAKERS = (
    lambda: some(12), lambda: tuple(some(6)), lambda: set(hashable() for _ in range(rnd.randrange(20))), odd_dict,
    instance, instance, slotted, closure, generator, coroutine, raised, subclass, weak, view, iterator, bound, cached,
    misc, misc, lambda: MyList(some()), lambda: MyDeque(some(), rnd.choice((None, 3))), lambda: types.CellType(any_node()),
    delegating, lambda: giving(some()),
    lambda: MySet(hashable() for _ in range(rnd.randrange(5))))


def rewrite(o):
    """Ties a knot: lets something made early refer to something made late, or lets go of what it had."""
    late = any_node()
    if type(o) in weakref.ProxyTypes:
        return
    if type(o) in (list, MyList):
        if o and rnd.random() < 0.4:
            del o[rnd.randrange(len(o))]
        else:
            o.insert(rnd.randrange(len(o) + 1), late)
    elif isinstance(o, dict):
        if o and rnd.random() < 0.3:
            o.popitem()
        else:
            o["late"] = late
    elif isinstance(o, (Plain, WithMeta, types.SimpleNamespace, SlottedAndDict)):
        o.late = late
    elif type(o) is Slotted:
        o.right = late
    elif isinstance(o, types.CellType):
        o.cell_contents = late
    elif isinstance(o, collections.deque):
        o.append(late)
    elif isinstance(o, types.FunctionType):
        o.__dict__["late"] = late
    elif isinstance(o, BaseException):
        o.__context__ = late if issubclass(type(late), BaseException) and late is not o else None
    elif isinstance(o, type) and o.__name__.startswith("Made"):
        o.late = late


for step in range(NODES):
    nodes.append(rnd.choice(MAKERS)())
    rewrite(any_node())
    if step % 997 == 996:
        # Part of it becomes garbage, and part of that is collected at once.
        keep = len(nodes) // 2
        rnd.shuffle(nodes)
        del nodes[keep:]
        if rnd.random() < 0.4:
            gc.collect(rnd.randrange(3))

gc.disable()
for _ in range(2 * len(nodes)):
    rewrite(any_node())
rnd.shuffle(nodes)
del nodes[len(nodes) // 20:]
recorder.stop()
