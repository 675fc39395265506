"""Classes, functions, generators, frames, exceptions: what the language itself makes."""

import _weakref
import abc
import ast
import collections
import contextlib
import contextvars
import dataclasses
import dis
import functools
import inspect
import itertools
import operator
import sys
import types
import typing
import weakref

from zoo_parts import section, since

if sys.version_info >= (3, 11):
    from zoo_parts import groups


@section
def instances():
    class Plain:
        shared = []

        def __init__(self, **values):
            self.__dict__.update(values)

        def method(self):
            return self

    class Inline:
        def __init__(self, n):
            self.first = n
            self.second = [self]
            self.third = None

    class Slots:
        __slots__ = ("a", "b", "__weakref__")

    class SlotsAndDict(Slots):
        __slots__ = ("c", "__dict__")

    class Deep(SlotsAndDict, typing.Generic[typing.TypeVar("T")]):
        pass

    class Finalized:
        def __del__(self):
            self.gone = True

    inline = [Inline(i) for i in range(5)]
    materialized = Inline(1)
    materialized.__dict__["extra"] = [materialized]
    vars(inline[1])
    broken = Inline(2)
    del broken.first
    broken.other = {}
    reordered = Inline.__new__(Inline)
    reordered.third = 1
    reordered.first = []
    many = Inline(3)
    for i in range(60):
        setattr(many, "attribute%d" % i, [i])
    replaced = Inline(4)
    replaced.__dict__ = {"swapped": [replaced]}
    emptied = Inline(5)
    for name in list(vars(emptied)):
        delattr(emptied, name)
    slots, both, deep = Slots(), SlotsAndDict(), Deep()
    slots.a = both
    both.a, both.c, both.d = slots, deep, [1]
    deep.b, deep.z = deep, "z"
    finalized = Finalized()
    finalized.me = finalized
    return [Plain(), Plain(a=1, b=[2]), Plain().method, Plain.method, inline, materialized, broken, reordered, many,
            replaced, emptied, slots, both, deep, Slots(), Finalized(), finalized, Plain, Deep, object(),
            types.SimpleNamespace(a=1),
            [Inline(i) for i in range(100)]]


@section
def classes():
    class Meta(type):
        def __call__(cls, *args):
            return super().__call__(*args)

        def __prepare__(name, bases, **kw):
            return {"prepared": []}

    class SlottedMeta(type):
        note = "x"

    class WithMeta(metaclass=Meta):
        attribute: "int" = 1

        class Inner:
            pass

        @property
        def prop(self):
            "Doc."
            return 1

        @prop.setter
        def prop(self, value):
            pass

        @classmethod
        def cls(cls):
            return cls

        @staticmethod
        def static():
            return 1

        @functools.cached_property
        def cached(self):
            return [self]

        @functools.singledispatchmethod
        def dispatch(self, value):
            return value

    class Abstract(abc.ABC):
        @abc.abstractmethod
        def must(self):
            pass

    Abstract.register(WithMeta)
    issubclass(int, Abstract)
    isinstance([], Abstract)

    @dataclasses.dataclass
    class Data:
        x: int
        y: list = dataclasses.field(default_factory=list)

    @dataclasses.dataclass(frozen=True, order=True, **(since(3, 10, lambda: {"slots": True}) or {}))
    class SlotData:
        x: int
        y: tuple = ()

    class Descriptor:
        def __set_name__(self, owner, name):
            self.owner = owner

        def __get__(self, obj, tp):
            return obj

    class User:
        field = Descriptor()

    class ListType(list, metaclass=SlottedMeta):
        pass

    made = type("Made", (WithMeta,), {"__slots__": ("a", "b"), "__doc__": "made"})
    odd = type("Odd", (), {"__module__": "some.where", "__qualname__": "Outer.Odd"})
    homeless = type("Homeless", (), {})
    homeless.__module__ = None
    changed = type("Old", (), {})
    changed.__qualname__ = "Changed.Later"
    changed.__name__ = "New"
    item = WithMeta()
    item.cached
    return [Meta, WithMeta, item, Abstract, Data, Data(1), SlotData, SlotData(1), User, User(), made, made(), odd,
            odd(), changed,
            changed(), homeless, homeless(), WithMeta.__dict__["prop"], WithMeta.__dict__["cls"],
            WithMeta.__dict__["static"], item.cls,
            item.static, WithMeta.Inner(), ListType([1]), super(made, made()), type.__dict__["__mro__"],
            int.__dict__["real"],
            int.__add__, (5).__add__, dict.__dict__["fromkeys"], str.join, "".join, len, [].append, type.mro]


@section
def functions():
    free = [1]

    def plain(a, b=[2], *args, c: int = 3, d={}, **kw) -> "str":
        "Documented."
        return a, free

    def outer():
        seen = []

        def inner():
            nonlocal seen
            seen = [inner, plain]
            return inner

        return inner

    plain.attribute = plain
    closed = outer()
    closed()
    empty_cell = types.CellType()
    code = compile("def f(x, *, y):\n  z = [x for x in y if x]\n"
                   "  return lambda: (x, z, 1.5, b'c', ('n', ('e',)), 2**70)",
                   "<zoo>", "exec")
    eval_code = compile("a + 1j", "<zoo>", "eval")
    code.co_code, code.co_varnames
    namespace = {}
    exec(code, namespace)
    return [plain, outer, closed, lambda: free, empty_cell, types.CellType(5), plain.__code__, code, eval_code,
            namespace,
            namespace["f"](1, y=[1, 2]), plain.__get__(free), types.MethodType(len, [1]), inspect.signature(plain),
            plain.__code__.replace(co_name="renamed"), types.FunctionType(plain.__code__, {}, "made", (),
                                                                          plain.__closure__),
            since(3, 10, lambda: code.co_lines()), since(3, 11, lambda: code.co_positions()), list(dis.get_instructions(plain))[:3],
            types.ModuleType("made", "doc")]


def _failing(depth, local):
    if depth == 0:
        raise ValueError("deep", local)
    _failing(depth - 1, [local])


def _caught(function, *args):
    try:
        function(*args)
    except BaseException as exc:
        return exc
    raise AssertionError("nothing was raised")


@section
def exceptions():
    deep = _caught(_failing, 5, ["mine"])
    since(3, 11, lambda: deep.add_note("noted"))
    chained = _caught(lambda: exec("try:\n 1/0\nexcept ZeroDivisionError as e:\n raise KeyError('k') from e"))
    context = _caught(lambda: exec("try:\n [][1]\nexcept IndexError:\n undefined_name"))
    cycle = ValueError("cycle")
    cycle.__cause__ = RuntimeError(cycle)
    stop = StopIteration([1])
    ended = SystemExit({"code": 1})
    made = [
        _caught(open, "/no/such/file"), _caught(eval, "1 +"), _caught(eval, "(\n a b"),
        _caught(b"\xff".decode, "utf-8"),
        _caught("\u20ac".encode, "latin-1"), UnicodeTranslateError("text", 0, 1, "reason"),
        _caught(getattr, deep, "nothing"),
        _caught(__import__, "no_such_module"), _caught(exec, "from sys import no_such_name"),
        OSError(2, "text", "file", None, "file2"),
        BlockingIOError(11, "again", 5), ImportError("m", name="n", path="p"), since(3, 10, lambda: NameError("n", name="x")),
        since(3, 10, lambda: AttributeError("a", name="x", obj=[1])), KeyboardInterrupt(), BaseException(1, [2]), Exception(), MemoryError(),
        since(3, 11, lambda: ExceptionGroup("g", [ValueError(1), KeyError(2)])),
        # Neither list nor tuple: 3.14 and later keep the text of what was given.
        since(3, 11, lambda: ExceptionGroup("d", collections.deque([ValueError(3)]))),
        since(3, 11, lambda: BaseExceptionGroup("b", [KeyboardInterrupt()])),
        _caught(exec, "if 1:\nx"), RecursionError("r"), Warning("w"), AssertionError(), *(since(3, 11, lambda: groups.caught()) or ()),
    ]

    class Own(LookupError):
        def __init__(self, field):
            super().__init__(field)
            self.field = field

    frame = deep.__traceback__.tb_next.tb_frame
    own = Own([Own])
    frame_with_locals = _caught(_failing, 0, []).__traceback__.tb_next.tb_frame
    frame_with_locals.f_locals
    traced = _caught(_failing, 1, []).__traceback__.tb_next.tb_frame
    traced.f_trace = lambda *a: None
    return [deep, chained, context, cycle, stop, ended, made, own, frame, deep.__traceback__, frame_with_locals, traced]


def _counting(limit):
    held = [limit]
    try:
        for i in range(limit):
            got = yield i, held
    finally:
        held.append("finally")


def _delegating():
    inner = _counting(4)
    result = yield from inner
    return result


@contextlib.contextmanager
def _managed(value):
    local = [value]
    yield local


@section
def generators():
    fresh, suspended, delegating, finished, closed, failed = (_counting(3), _counting(5), _delegating(), _counting(1),
                                                              _counting(3), _counting(3))
    next(suspended)
    next(delegating)
    list(finished)
    next(closed)
    closed.close()
    next(failed)
    kept = _caught(failed.throw, KeyError("thrown"))
    expression = (x * y for x in [1, 2] for y in [3])
    next(expression)
    manager = _managed([5])
    manager.__enter__()
    framed = _counting(2)
    next(framed)
    frame = framed.gi_frame
    frame.f_locals
    handling = (lambda: (yield))()
    next(handling)

    def in_handler():
        try:
            raise ValueError("being handled")
        except ValueError:
            yield [1]

    def owner():
        me = yield
        yield [me]

    handler = in_handler()
    next(handler)
    own = owner()
    next(own)
    own.send(own)
    stack = contextlib.ExitStack()
    stack.enter_context(_managed(stack))
    return [fresh, suspended, delegating, finished, closed, failed, kept, expression, manager, framed, frame, handling,
            handler, own,
            stack, types.coroutine(_counting)(1)]


@section
def iterators():
    source = [[i] for i in range(20)]
    counter = itertools.count(10, 0.5)
    tees = itertools.tee(iter(source), 3)
    next(tees[0])
    list(itertools.islice(tees[1], 15))
    long_tee = itertools.tee(range(200), 2)
    list(itertools.islice(long_tee[0], 150))
    grouped = itertools.groupby(source, len)
    key, group = next(grouped)
    next(group)
    made = [itertools.accumulate(source), itertools.accumulate(source, operator.add, initial=[]),
            itertools.batched(source, 2)
            if hasattr(itertools, "batched") else iter(()), itertools.chain(source, source),
            itertools.chain.from_iterable([source]),
            itertools.combinations(source, 3), itertools.combinations_with_replacement(source, 2),
            itertools.compress(source, [1] * 9),
            itertools.cycle(source), itertools.dropwhile(bool, source), itertools.filterfalse(None, [0, [], 1]),
            itertools.islice(source, 1, 10, 2),
            since(3, 10, lambda: itertools.pairwise(source)) or iter(()), itertools.permutations(source, 3),
            itertools.product(source, [1, 2], repeat=2), itertools.repeat(source, 5), itertools.repeat(source),
            itertools.starmap(lambda *a: a, source), itertools.takewhile(bool, source),
            itertools.zip_longest(source, [1]),
            enumerate(source), enumerate(source, 2 ** 70), zip(source, source), since(3, 10, lambda: zip(source, strict=True)) or zip(source),
            map(len, source),
            filter(None, source), reversed(source), iter(lambda: source, None), iter("text"), iter("\u20acx"), counter,
            itertools.count(2 ** 65), itertools.count(), iter(range(3))]
    untouched = [itertools.cycle("ab"), itertools.product("ab"), itertools.permutations("abc"),
                 itertools.combinations("abc", 2),
                 itertools.groupby("ab"), since(3, 10, lambda: itertools.pairwise("ab")), itertools.accumulate("ab"), zip(), map(len, "")]
    for iterator in made:
        next(iterator, None)
        next(iterator, None)
    sequence = type("Sequence", (), {"__getitem__": lambda self, i: i, "__len__": lambda self: 3})()
    return [*made, *untouched, tees, long_tee, grouped, group, iter(sequence), reversed(sequence)]


@section
def functional():
    @functools.lru_cache(maxsize=4)
    def bounded(a, *, key=None):
        return [a, key]

    @functools.lru_cache(maxsize=None)
    def unbounded(a):
        return [a]

    @functools.lru_cache(maxsize=0)
    def none(a):
        return a

    @functools.lru_cache(typed=True)
    def empty(a):
        return a

    for i in range(6):
        bounded(i)
        bounded(i, key="x")
        unbounded("key%d" % i)
        unbounded(i)
    unbounded((1, 2))
    none(1)
    bounded.note = bounded

    @functools.singledispatch
    def dispatch(value):
        return value

    @dispatch.register(int)
    def for_int(value):
        return value

    dispatch(True)
    partial = functools.partial(dict, [], a=1)
    partial.note = [partial]
    key = functools.cmp_to_key(lambda a, b: 0)
    # A first call by name makes 3.13 and later keep the names.
    called = operator.methodcaller("split", sep=",")
    called("a,b")
    return [bounded, unbounded, none, empty, dispatch, partial, functools.partial(partial, b=2),
            functools.partialmethod(len), key,
            key([1]), operator.itemgetter(1), operator.itemgetter("a", 2), operator.attrgetter("a.b", "c"),
            operator.methodcaller("m", 1, k=[2]), called, functools.reduce, functools.wraps(bounded)(lambda: 1),
            bounded.cache_info(), functools._make_key((1, 2), {"k": 3}, False)]


class Target:
    def method(self):
        pass


@section
def weak_references():
    target, other, dying = Target(), Target(), Target()
    target.other = other
    called = []
    refs = [weakref.ref(target), weakref.ref(target, called.append), weakref.proxy(target),
            weakref.proxy(target, called.append),
            weakref.WeakMethod(other.method), weakref.KeyedRef(other, called.append, "key")]
    callable_proxy = weakref.proxy(Target)
    dead = weakref.ref(dying, called.append)
    del dying
    keys = weakref.WeakKeyDictionary({target: [1], other: target})
    values = weakref.WeakValueDictionary(a=target, b=other)
    members = weakref.WeakSet([target, other])
    final = weakref.finalize(target, print, "gone", target.__dict__)
    final.atexit = False

    class Ref(weakref.ref):
        __slots__ = ("extra",)

    own = Ref(target)
    own.extra = [own]
    only = Target()
    target.only_by_weak = weakref.ref(only)
    other.back = target
    return [target, other, refs, callable_proxy, dead, keys, values, members, final, own, only,
            _weakref.getweakrefs(target)]


@section
def contexts():
    variables = [contextvars.ContextVar("v%d" % i, default=[i]) for i in range(4)]
    variables += [contextvars.ContextVar("n%d" % i) for i in range(80)]
    context = contextvars.Context()

    def fill():
        tokens = [v.set([v]) for v in variables]
        tokens.append(variables[0].set("again"))
        variables[0].reset(tokens[-1])
        return tokens, contextvars.copy_context()

    tokens, copy = context.run(fill)
    small = contextvars.Context()
    small.run(variables[5].set, 1)
    steps = [iter(copy), iter(copy.items()), iter(copy.values()), copy.items(), copy.keys()]
    for step in steps[:3]:
        next(step)
    return [variables, context, tokens, copy, small, contextvars.Context(), steps]


@section
def annotations():
    T = typing.TypeVar("T", bound=list)
    K = typing.TypeVar("K", int, str, covariant=False)

    class Box(typing.Generic[T]):
        item: T

    class Proto(typing.Protocol):
        def method(self) -> int: ...

    class Named(typing.NamedTuple):
        a: int
        b: str = ""

    class Typed(typing.TypedDict, total=False):
        a: int

    def aliases():
        return [list[int], dict[str, T], dict[str, T][int], typing.Annotated[int, []], types.GenericAlias(list, (T,))]

    def specifications():
        P = typing.ParamSpec("P")
        return [P, int | str, int | None | list[T], typing.Callable[P, int], P.args, P.kwargs]

    def unpacked():
        Ts = typing.TypeVarTuple("Ts")
        return [Ts, tuple[typing.Unpack[Ts]], iter(list[int]), next(iter(tuple[int]), None)]

    return [T, K, Box, Box[list], Box[list](), Proto, Named, Named(1), Typed, typing.Union[int, str],
            typing.Literal["a", 1], typing.Optional[T], typing.ForwardRef("X"), typing.NewType("N", int), typing.Any,
            since(3, 9, aliases), since(3, 10, specifications), since(3, 11, unpacked)]


@section
def syntax():
    tree = ast.parse("def f(a, *, b=[1]):\n    x: int = a if b else {**a}\n    return [i async for i in f'{x!r:>{a}}']",
                     type_comments=True)
    import symtable
    import tokenize
    import io
    table = symtable.symtable("def f(a):\n  global g\n  return lambda: a\n"
                              "class C:\n  x: int = 1\n  def f(self, __y: str): return self.__z", "<zoo>", "exec")
    tokens = list(tokenize.generate_tokens(io.StringIO("a = [1, 'x']\n").readline))
    return [tree, tree.body[0], ast.Constant(5), table, table.get_children(), tokens, ast.NodeVisitor(),
            sys.version_info, sys.flags, sys.float_info, sys.hash_info, sys.implementation, sys.thread_info]


@section
def templates():
    if sys.version_info < (3, 14):
        return []
    made = eval("t'a{1!r:>{2}}b{[3]}'")
    begun = iter(made)
    next(begun)
    return [made, begun, iter(made), made.interpolations[0]]
