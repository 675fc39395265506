"""
What the interpreter itself says of its heap, asked without touching the heap that is judged.

A program builds its heap and calls stop(), which blocks in pause(2). Its core is taken there.
The driver then makes the kernel fork the stopped process (not os.fork(), whose hooks run
Python), so that a copy with the same addresses comes out of pause() while the original sleeps on.
One copy writes down the facts, another one collects; neither can disturb what the core holds.

Inside a copy nothing is allowed to change a fact before it was written: the collector is off, the
collector's lists are taken before anything is allocated that could join them, no module is
imported, no attribute is looked up in a way that runs the program's code, nothing is encoded (a
str caches its UTF-8 form, which shows in its size). Until all text is held no attribute is looked up at all: the cache of
types drops the name that it had in the same place, by chance of addresses, which may be the last reference to an interned
string (Objects/typeobject.c, update_cache), and from 3.14 on their dict is the collector's.
"""

import array
import gc
import io
import os
import signal
import sys
import weakref

_READY, _ROLE = (int(fd) for fd in os.environ["ORACLE_FDS"].split(","))
_OUT = os.environ["ORACLE_OUT"]

_HAVE_GC = 1 << 14
_HEAPTYPE = 1 << 9
# A field of the C struct in every version: others became computed ones.
_MEMBER = type(type.__dict__["__basicsize__"])
_MRO = type.__dict__["__mro__"].__get__
_BASES = type.__dict__["__bases__"].__get__
_DICT = type.__dict__["__dict__"].__get__
_MODULE = type.__dict__["__module__"].__get__
_QUALNAME = type.__dict__["__qualname__"].__get__
_NAME = type.__dict__["__name__"].__get__
_KEYS = dict.__iter__
_FLAGS = type.__dict__["__flags__"].__get__
_SUBCLASSES = type.__dict__["__subclasses__"]
_DEREF = weakref.ref.__call__
_PLAIN = (int, float, complex, bool, type(None), str, bytes)
_VALUE_CHARS = 200
_NATIVE = type(object.__sizeof__)
_BYTESIO = io.BytesIO
_PAUSE, _READ, _DISABLE = signal.pause, os.read, gc.disable
_OBJECTS, _REFERENTS, _UNFREEZE = gc.get_objects, gc.get_referents, gc.unfreeze
SIZE_BY_CODE = 2 ** 64 - 1
_ONE_GENERATION = "t" in getattr(sys, "abiflags", "")

class _PLAIN_CLASS:
    pass


# An argument parser makes its keyword tuple on first use: here, not in a copy.
gc.get_objects(generation=0)


def stop():
    """Sleeps until the core is taken. Only copies of the process return from pause()."""
    if sys.version_info < (3, 11):
        _warm_up()
    os.write(_READY, b".")
    _PAUSE()
    try:
        if _READ(_ROLE, 1) == b"f":
            _record()
        else:
            _collect()
    except BaseException:
        import traceback

        sys.stderr = sys.__stderr__
        traceback.print_exc()
        os._exit(1)
    os._exit(0)


def _text_in(*lists):
    """The text that their objects refer to, for what is in @lists to stay as it is."""
    return [r for objs in lists for o in objs for r in _REFERENTS(o) if type(r) is str]


def _tracked():
    """
    The objects of each generation, 0 to 2, and of the permanent one, then what holds their text. No variable here may be
    captured: its cell would be made on entry, before the youngest are listed.
    """
    _DISABLE()
    if _ONE_GENERATION:
        return _tracked_in_one()
    young = _OBJECTS(generation=0)
    middle = _OBJECTS(generation=1)
    old = _OBJECTS(generation=2)
    # The permanent generation cannot be listed, but unfreeze() appends it to the oldest.
    _UNFREEZE()
    old_and_permanent = _OBJECTS(generation=2)
    text = _text_in(young, middle, old_and_permanent)
    old_ids = set(map(id, old))
    permanent = []
    for o in old_and_permanent:
        if id(o) not in old_ids:
            permanent.append(o)
    return young, middle, old, permanent, text


def _tracked_in_one():
    """
    The same where every generation is said to have all objects: a free-threaded build has one collection of all. Text that
    is interned stays there for good.
    """
    young = _OBJECTS(generation=0)
    _UNFREEZE()
    young_ids = set(map(id, young))
    permanent = []
    for o in _OBJECTS(generation=0):
        if id(o) not in young_ids and o is not young and o is not young_ids and o is not permanent:
            permanent.append(o)
    return young, (), (), permanent, ()


def _mro(tp):
    # A static type that nobody made ready has none of these.
    return _MRO(tp) or (tp,)


def _dict(tp):
    proxy = _DICT(tp)
    return {} if proxy is None else gc.get_referents(proxy)[0]


def _members(tp, cache):
    """Descriptors that read a field of the C struct of an instance of @tp: what they give is stored there."""
    found = cache.get(id(tp))
    if found is None:
        found = []
        for base in _mro(tp):
            for d in _dict(base).values():
                if type(d) is _MEMBER:
                    found.append(d)
        cache[id(tp)] = found
    return found


def _named(o, cache):
    """Existing objects that @o names and tp_traverse does not show."""
    tp = type(o)
    found = []
    for member in _members(tp, cache):
        try:
            value = member.__get__(o)
            again = member.__get__(o)
        except Exception:
            continue
        # A field that is no object is made into a new one by each call.
        if value is again:
            found.append(value)
    mro = _mro(tp)
    if weakref.ref in mro:
        found.append(_DEREF(o))
    if dict in mro:
        # The keys of a table that has only text in it are not shown.
        found.extend(_KEYS(o))
    if type in mro:
        if _FLAGS(o) & _HEAPTYPE:
            found.append(_NAME(o))
            found.append(_QUALNAME(o))
        if _DICT(o) is not None:
            found.append(_dict(o))
        if _MRO(o) is not None:
            found.append(_BASES(o))
        found.extend(_SUBCLASSES(o))
    return found


def _closure(objs):
    """Appends to @objs what can be reached from it, until nothing is new."""
    seen = set(map(id, objs))
    cache = {}
    for o in objs:
        for other in gc.get_referents(o):
            if id(other) not in seen:
                seen.add(id(other))
                objs.append(other)
        for other in _named(o, cache):
            if id(other) not in seen:
                seen.add(id(other))
                objs.append(other)
        # Its type last, whether traversed or not: a heap type is owned by each instance.
        if id(type(o)) not in seen:
            seen.add(id(type(o)))
            objs.append(type(o))


def _type_name(tp):
    module = _MODULE(tp) if _FLAGS(tp) & _HEAPTYPE == 0 or "__module__" in _dict(tp) else None
    name = _QUALNAME(tp)
    if type(module) is not str or module == "builtins":
        return name
    return module + "." + name


def _is_gc(o, tp):
    if _FLAGS(tp) & _HAVE_GC == 0:
        return False
    # A static type is not a collector's object though its type has the flag (type_is_gc).
    return type not in _mro(tp) or _FLAGS(o) & _HEAPTYPE != 0


def _size(o, tp):
    """What sys.getsizeof() answers; SIZE_BY_CODE where that would run the program's own code."""
    for base in _mro(tp):
        found = _dict(base).get("__sizeof__")
        if found is not None:
            return sys.getsizeof(o) if type(found) is _NATIVE else SIZE_BY_CODE
    return SIZE_BY_CODE


def _value(o):
    text = repr(o)
    return [text[:_VALUE_CHARS], len(text)]


def _record():
    *generations, text = _tracked()
    where = {}
    objs = []
    for number, members in enumerate(generations):
        for o in members:
            where[id(o)] = number
        objs += members
    # Its size depends on whether anybody else refers to its bytes, as this list is about to.
    early_sizes = {id(o): _size(o, type(o)) for o in objs if _BYTESIO in _mro(type(o))}
    del generations, members, o
    _closure(objs)
    # All of it is among the objects now.
    del text

    type_numbers = {}
    names = []
    ids = array.array("Q")
    types = array.array("Q")
    name_index = array.array("Q")
    sizes = array.array("Q")
    states = array.array("B")
    ref_counts = array.array("Q")
    refs = array.array("Q")
    for o in objs:
        tp = type(o)
        referents = gc.get_referents(o)
        ids.append(id(o))
        types.append(id(tp))
        sizes.append(early_sizes.get(id(o)) or _size(o, tp))
        # What says by its tp_is_gc that it is not the collector's, a suspended greenlet, stands in a list all the same.
        if gc.is_tracked(o) or id(o) in where:
            states.append(where[id(o)])
        else:
            states.append(4 if _is_gc(o, tp) else 5)
        ref_counts.append(len(referents))
        for other in referents:
            refs.append(id(other))
    # The name of a static type's module is made and interned, for good in a free-threaded build: after all references.
    for o in objs:
        tp = type(o)
        if id(tp) not in type_numbers:
            type_numbers[id(tp)] = len(names)
            names.append(_type_name(tp))
        name_index.append(type_numbers[id(tp)])
    # Makes sys.flags anew in some versions: not before all references are known.
    if hasattr(sys, "set_int_max_str_digits"):
        sys.set_int_max_str_digits(0)
    values = [[i, *_value(o)] for i, o in enumerate(objs) if type(o) in _PLAIN]
    # Everything about the heap is known; from here on ordinary Python may do as it likes.
    counts = _refcounts(objs)
    import json

    with open(os.path.join(_OUT, "facts.json"), "w") as f:
        json.dump({"python": sys.hexversion, "free_threaded": _ONE_GENERATION, "names": names, "values": values}, f)
    for name, column in (("ids", ids), ("types", types), ("names", name_index), ("sizes", sizes), ("states", states),
                         ("counts", ref_counts), ("refs", refs), ("getrefcount", counts)):
        with open(os.path.join(_OUT, name + ".facts"), "wb") as f:
            column.tofile(f)
    with open(os.path.join(_OUT, "threads.json"), "w") as f:
        json.dump(_threads(), f)


def _warm_up():
    """
    Up to 3.10 code that ran often gets a cache of its own, which shows in its size: all that runs in a copy
    before sizes are taken has run that often before.
    """
    objs = [[], {}, 1, "a", int, weakref.ref(_PLAIN_CLASS), _PLAIN_CLASS, _PLAIN_CLASS()]
    for _ in range(200):
        cache = {}
        for o in objs:
            tp = type(o)
            _named(o, cache)
            _type_name(tp)
            _is_gc(o, tp)
            _size(o, tp)


def _refcounts(objs):
    """sys.getrefcount() of each, less what this function and @objs hold themselves."""
    counts = array.array("Q")
    probe = [object()]
    for o in probe:
        own = sys.getrefcount(o)
    for o in objs:
        counts.append(sys.getrefcount(o) - own)
    return counts


def _threads():
    """For each thread that has a Python stack: [identifier, [[file, line, function, names of locals], ...]]."""
    result = []
    for ident, frame in sys._current_frames().items():
        stack = []
        while frame is not None:
            code = frame.f_code
            if code.co_filename != __file__:
                stack.append([code.co_filename, frame.f_lineno, getattr(code, "co_qualname", code.co_name),
                              sorted(frame.f_locals)])
            frame = frame.f_back
        result.append([ident, stack])
    return result


def _collect():
    """
    What gc.collect() finds unreachable. DEBUG_COLLECTABLE names each object as it is found, before
    a finalizer or a weak reference's callback can run; DEBUG_SAVEALL gives what was left after them.
    """
    gc.disable()
    sys.stderr = open(os.path.join(_OUT, "collectable.txt"), "w", encoding="utf-8", errors="backslashreplace")
    before = len(gc.garbage)
    gc.set_debug(gc.DEBUG_COLLECTABLE | gc.DEBUG_UNCOLLECTABLE | gc.DEBUG_SAVEALL)
    gc.collect()
    gc.set_debug(0)
    sys.stderr.close()
    saved = array.array("Q", map(id, gc.garbage[before:]))
    with open(os.path.join(_OUT, "garbage.facts"), "wb") as f:
        saved.tofile(f)
