"""
holders.py: a marked object held in each of many ways, for why.py.

Writes one line of JSON (the address of the object of each way, thread ids), then reads expressions, one a line as
"address expression", and answers each with "same", "other" or the error, evaluated where only the
standard names and sys are known. Ends at the end of its input.
"""

import asyncio
import atexit
import codecs
import collections
import ctypes
import functools
import json
import sys
import threading
import warnings
import weakref

try:
    import numpy
except ImportError:
    numpy = None

IDS = {}


class Mark:
    """What is looked for: one instance a way."""

    __slots__ = ("way", "__weakref__")

    def __init__(self, way):
        self.way = way
        IDS[way] = id(self)


class Plain:
    pass


class Slotted:
    __slots__ = ("payload",)


class WithBoth(Slotted):
    pass


class Holder:
    attribute = Mark("class attribute")

    def method(self):
        return self


class Tracker(Mark):
    __slots__ = ()

    def callback(self, *args):
        return self


def with_default(a, b=Mark("default argument")):
    return a, b


def with_keyword(*, option=Mark("keyword default")):
    return option


def closure():
    captured = Mark("closure")

    def inner():
        return captured

    return inner


def generate():
    kept = Mark("suspended generator")
    yield 1
    yield kept


def outer_generator():
    yield from inner_generator()


def inner_generator():
    deep = Mark("yield from")
    yield 1
    yield deep


class Never:
    def __await__(self):
        yield self


async def wait_for_ever():
    kept = Mark("suspended coroutine")
    await Never()
    return kept


async def ticks():
    kept = Mark("async generator")
    yield 1
    yield kept


@functools.lru_cache(maxsize=None)
def cached(n):
    return Mark("lru_cache")


@functools.lru_cache(maxsize=8)
def bounded(n):
    return Mark("bounded lru_cache")


def fail():
    in_traceback = Mark("exception traceback")
    raise ValueError(str(in_traceback.way))


def search_codec(name, mark=Mark("codec registry")):
    return None


def at_end(*args, **kwargs):
    return None


def last_words(mark=Mark("atexit function")):
    return None


class Shadow:
    @property
    def shadow(self):
        return "not the mark"


class Computing:
    def __init__(self):
        IDS["descriptor of a class"] = id(self)

    def __get__(self, instance, owner):
        return "not the mark"


class Methods:
    computed = Computing()

    @staticmethod
    def fixed(mark=Mark("static method of a class")):
        return mark


async def celled():
    shared = Mark("cell of a suspended coroutine")

    def use():
        return shared

    await Never()
    return use


LIST = [0, [1, {"deep": (2, Mark("nested"))}]]
DICT = {"key": Mark("dict"), 7: Mark("int key"), ("a", 1): Mark("tuple key"), b"raw": Mark("bytes key"),
        "it's": Mark("quoted key"), "b\u00e9\n": Mark("odd key"), None: Mark("None key"), 1.5: Mark("float key"),
        True: Mark("bool key"), Plain: Mark("class key"), Mark("as a key"): 1}
SET = {Mark("set")}
FROZEN = frozenset([Mark("frozenset")])
TUPLE = (None, Mark("tuple"))
DEQUE = collections.deque([1, 2, Mark("deque")])
DEFAULT = collections.defaultdict(list)
DEFAULT["x"].append(Mark("defaultdict"))
ORDERED = collections.OrderedDict(a=1, b=Mark("OrderedDict"))
POINT = collections.namedtuple("Point", "x y")(1, Mark("namedtuple"))
INSTANCE = Plain()
INSTANCE.payload = Mark("instance attribute")
VIEWED = Plain()
VIEWED.payload = Mark("instance attribute, dict made")
vars(VIEWED)["odd name"] = Mark("instance attribute, no identifier")
SLOTTED = Slotted()
SLOTTED.payload = Mark("__slots__")
BOTH = WithBoth()
BOTH.payload = Mark("__slots__ under __dict__")
BOTH.more = Mark("__dict__ over __slots__")
GLOBAL = Mark("module global")
INNER = closure()
with_default.note = Mark("function attribute")
REGISTRY = {"on_save": [Tracker("bound method").callback]}
PARTIAL = functools.partial(print, Mark("partial"), sep=Mark("partial keyword"))
GENERATOR = generate()
next(GENERATOR)
OUTER = outer_generator()
next(OUTER)
COROUTINE = wait_for_ever()
COROUTINE.send(None)
ASYNC = ticks()
try:
    ASYNC.__anext__().send(None)
except StopIteration:
    pass
cached(1)
bounded(2)
PROPERTY = property(INNER)
SHADOWED = Shadow()
vars(SHADOWED)["shadow"] = Mark("instance attribute under a property")
CELLED = celled()
CELLED.send(None)
TWICE = [Mark("twice")]
AGAIN = {"again": TWICE[0]}
try:
    fail()
except ValueError as error:
    FAILURE = error
LOCAL = threading.local()
LOCAL.mine = Mark("thread-local of the main thread")
ITERATOR = iter([Mark("iterator")])
CHAIN = collections.ChainMap({"k": Mark("ChainMap")})
INTERNED = sys.intern("a string of this program " + str(len(IDS)))
IDS["interned string"] = id(INTERNED)
LOCKED = threading.Thread(target=print, args=(Mark("thread not started"),))
METHOD = {"static": staticmethod(with_keyword), "class": classmethod(with_keyword)}
WEAK_TARGET = Mark("held and weakly referenced")
WEAK = weakref.WeakValueDictionary(k=WEAK_TARGET)
REFERENCE = weakref.ref(WEAK_TARGET)
if numpy is not None:
    VIEW = numpy.zeros(50000)[10:20]
    IDS["numpy base"] = id(VIEW.base)
    OBJECTS = numpy.array([None, Mark("numpy object array")], dtype=object)

codecs.register(search_codec)
atexit.register(at_end, Mark("atexit argument"), word=Mark("atexit keyword"))
atexit.register(last_words)
warnings.simplefilter("ignore", DeprecationWarning)


def handle_codec_error(error, mark=Mark("codec error handler")):
    return "", error.end


codecs.register_error("holders", handle_codec_error)
MODULE = type(sys)("app.cache")
MODULE.ENTRY = Mark("sys.modules entry")
sys.modules["app.cache"] = MODULE
sys.modules["not a module"] = Mark("sys.modules value")
del MODULE, search_codec, handle_codec_error, last_words


def hold_in_c():
    """One reference that no object explains."""
    mark = [Mark("C code")]
    IDS["C code list"] = id(mark)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(mark))


def only_weak():
    """Alive through C code, and seen by a weak reference."""
    global SEEN
    mark = Mark("only weakly referenced")
    SEEN = weakref.ref(mark)
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(mark))


def garbage():
    a = Plain()
    a.me = a
    a.mark = Mark("garbage")


def work(ready, stop):
    thread_local = Mark("local of another thread")
    LOCAL.mine = Mark("thread-local of another thread")
    for value in iter([Mark("loop variable")]):
        ready.set()
        stop.wait()
    return thread_local


def held_by_max(ready, stop):
    """max() keeps the best so far in a C variable alone, while it asks for the key of the next."""
    def key(value):
        if value is None:
            ready.set()
            stop.wait()
        return value is not None

    def values():
        yield Mark("C stack of another thread")
        yield None

    max(values(), key=key)


def answer():
    names = {"sys": sys}
    for line in sys.stdin:
        address, expression = line.rstrip("\n").split(" ", 1)
        try:
            found = eval(expression, dict(names))
            print("same" if id(found) == int(address, 16) else f"other: {type(found).__name__}", flush=True)
            del found
        except Exception as problem:
            print(f"{type(problem).__name__}: {problem}", flush=True)


def main():
    in_main = Mark("local of the main thread")
    cell_in_main = Mark("cell of the main thread")
    stop = threading.Event()
    threads = []
    for function in work, held_by_max:
        ready = threading.Event()
        threads.append(threading.Thread(target=function, args=(ready, stop)))
        threads[-1].start()
        ready.wait()

    def use():
        return cell_in_main

    hold_in_c()
    only_weak()
    garbage()
    tids = dict(zip(["worker", "max"], [thread.native_id for thread in threads]), main=threading.get_native_id())
    print(json.dumps({"marks": {way: hex(at) for way, at in IDS.items()}, "threads": tids,
                      "version": sys.version_info[:2]}), flush=True)
    answer()
    stop.set()
    for thread in threads:
        thread.join()
    return in_main, use


if __name__ == "__main__":
    import gc

    gc.disable()
    main()
