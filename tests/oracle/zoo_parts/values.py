"""Values: numbers, text, bytes, and the containers in every state of their tables."""

import array
import collections
import ctypes
import datetime
import decimal
import enum
import fractions
import mmap
import random
import sys
import types
import uuid

from zoo_parts import section, since


@section
def integers():
    powers = [sign * 2 ** n + d for n in (0, 8, 15, 29, 30, 31, 59, 60, 61, 63, 64, 90, 300) for sign in (1, -1)
              for d in (-1, 0, 1)]
    return powers + [0, 10 ** 59, 10 ** 60, 10 ** 61, -10 ** 58, -10 ** 59, 7 ** 4700, -7 ** 4700, True, False]


@section
def floats():
    numbers = [0.0, -0.0, 1.0, -1.5, 0.1, 1e16, 1e17, 123456789012345680.0, 1e22, 1e23, 5e-324, 2.2250738585072014e-308,
               1.7976931348623157e308, 1e-4, 1e-5, 0.00012345, 3.0, 100000.0, 2.5e-7, 1 / 3, 2 ** 53 + 1.0]
    numbers += [float("nan"), float("inf"), -float("inf"), -float("nan")]
    shuffled = random.Random(4)
    numbers += [shuffled.uniform(-1, 1) * 10.0 ** shuffled.randint(-300, 300) for _ in range(500)]
    pairs = [complex(a, b) for a in numbers[:12] + [float("nan"), float("inf"), -0.0] for b in (0.0, -0.0, 1.5, -2e300,
             float("nan"), -float("inf"))]
    return numbers + pairs


@section
def strings():
    plain = ["", "a", "\x00", "'", '"', "'\"", "it's", 'say "x"', "\\", "\t\n\r\x0b\x0c\x7f\x1b", "x" * 59, "x" * 60,
             "x" * 58, "x" * 61, "y" * 100000, "\xe9", "\xa0\xad\xff\x80", "caf\xe9" * 30, "\u0100", "\u20ac" * 70,
             "\ud800", "\udfff\ud800", "\U0001f40d", "\U0010ffff", "a\U0001f40d'\u20ac\"", "\u2028\u2029\u200b\ufeff",
             "\u0378\u0600\ue000\ufdd0", "\U000e0001\U000f0000", "z\u0301", "\n" * 40, "\ud83d" * 20, "\x00" * 40]
    # Where isprintable() changes from one code point to the next is where an escape table can be wrong.
    printable, edges = False, []
    for point in range(0x110000):
        if chr(point).isprintable() != printable:
            printable = not printable
            edges.append(chr(point - 1) + chr(point) if point else chr(point))
    encoded = [text for text in plain + edges[:50]]
    for text in encoded:
        try:
            int(text)  # Makes the UTF-8 form that a str keeps beside itself.
        except ValueError:
            pass
    grown = "".join(["gr", "own"])
    grown += "n" * len(encoded)
    return plain + edges + [sys.intern("interned " + grown), grown, "%s" % grown]


@section
def byte_strings():
    joined = [b"", b"a", b"\x00", b"'", b'"', b"'\"", b"\\\t\n\r\x7f\x80\xff", bytes(range(256)), b"b" * 59, b"b" * 57,
              b"b" * 58, b"b" * 100000, bytes(14), bytes(15), bytes(16)]
    big = bytearray(b"0123456789" * 1000)
    cut = bytearray(b"0123456789")
    del cut[:5]
    over = bytearray()
    over.extend(b"x" * 33)
    return joined + [bytearray(), bytearray(b"abc"), big, cut, over, memoryview(b"abcdef"), memoryview(big)[10:200:3],
                     memoryview(array.array("d", range(24))).cast("B").cast("d", (4, 6)), memoryview(cut).toreadonly(),
                     iter(cut), iter(b"abc")]


class Text(str):
    pass


class SlottedText(str):
    __slots__ = ()


class Number(int):
    pass


class Pair(tuple):
    """Has an instance dictionary behind items of variable number."""


class Items(list):
    __slots__ = ("owner", "__weakref__")


class Table(dict):
    __slots__ = ("owner", "other")


class Bytes(bytes):
    pass


class Real(float):
    __slots__ = ("unit",)


class Members(set):
    pass


@section
def subclasses():
    text, number, pair, real, blob = Text("t\u20ac"), Number(5), Pair((1, [2])), Real(2.5), Bytes(b"b")
    text.note = number
    number.note = [text]
    pair.note = pair
    real.unit = "m"
    blob.note = text
    items, table, members = Items([1, 2]), Table(a=1), Members([1, 2])
    items.owner = table
    table.owner = items
    members.note = members
    big = Number(10 ** 40)
    big.note = 1
    long_pair = Pair(range(7))
    long_pair.note = 7
    return [text, SlottedText("s"), number, pair, real, items, table, members, blob, big, long_pair, Text("plain"),
            Pair(), Text("\xe9"), Text("\U0001f40d"), Text("")]


@section
def lists_and_tuples():
    grown = []
    for i in range(1000):
        grown.append(i)
    shrunk = list(range(1000))
    del shrunk[3:]
    cleared = [1, 2, 3]
    cleared.clear()
    loop = []
    loop.append((loop, [loop]))
    steps = [iter(grown), reversed(grown), iter((1, 2, 3)), iter(range(5)), iter(range(2 ** 70)), iter([])]
    for step in steps[:5]:
        next(step)
    done = iter([1])
    list(done)
    return [grown, shrunk, cleared, loop, [], (), (1,), ((), ((),)), tuple(range(50)), tuple([[]]), [None] * 100,
            *steps, done, range(3), range(0, 2 ** 80, 7), slice(1, [2], None), slice(None), ..., NotImplemented]


@section
def dictionaries():
    unicode_keys = {"k%d" % i: i for i in range(100)}
    int_keys = {i * 7: [i] for i in range(100)}
    mixed = {"a": 1, 2: "b", (3,): None, 4.5: {}, None: ()}
    holes = {"h%d" % i: [i] for i in range(200)}
    for i in range(0, 200, 3):
        del holes["h%d" % i]
    int_holes = {i: [i] for i in range(300)}
    for i in range(0, 300, 2):
        del int_holes[i]
    emptied = {"x": [1]}
    emptied.clear()
    popped = {"x": [1], "y": [2]}
    popped.popitem()
    # Past 65536 slots the table's indices are four bytes wide.
    large = dict.fromkeys(range(50000))
    large_text = {str(i): None for i in range(6000)}
    turned = {"text": 1}
    turned[5] = []
    views = [unicode_keys.keys(), int_keys.values(), mixed.items()]
    steps = [iter(mixed), iter(int_keys.values()), iter(holes.items()), reversed(mixed), reversed(int_keys.items()),
             reversed(holes.values())]
    for step in steps:
        next(step)
    done = iter({"once": 1})
    list(done)
    return [unicode_keys, int_keys, mixed, holes, int_holes, emptied, popped, large, large_text, turned, {}, dict(a=[]),
            {"untracked": 1}, unicode_keys.copy(), dict.fromkeys("abc"), views, steps, done,
            types.MappingProxyType(mixed)]


@section
def sets():
    small, big = {1, 2, 3}, set(range(1000))
    holes = set(range(100))
    for i in range(0, 100, 3):
        holes.discard(i)
    few = set(range(500))
    for i in range(499):
        few.discard(i)
    emptied = {(1,), (2,)}
    emptied.clear()
    step = iter(holes)
    next(step)
    done = iter({1})
    list(done)
    return [small, big, holes, few, emptied, set(), frozenset(), frozenset([1, (2, 3)]), frozenset(big), step, done,
            {"a", b"a", (1, (2,))}, {frozenset([frozenset()])}]


@section
def collection_types():
    deque = collections.deque([i, [i]] for i in range(200))
    deque.rotate(3)
    bounded = collections.deque(range(300), maxlen=70)
    short = collections.deque([1])
    popped = collections.deque(range(200))
    for _ in range(130):
        popped.popleft()
    steps = [iter(deque), reversed(bounded)]
    for step in steps:
        next(step)
    ordered = collections.OrderedDict(("o%d" % i, [i]) for i in range(50))
    del ordered["o7"]
    ordered.move_to_end("o3")
    ordered.note = ordered
    numbered = collections.OrderedDict((i, [i]) for i in range(20))
    del numbered[4]
    odict_steps = [iter(ordered), iter(numbered.items()), reversed(ordered), ordered.keys(), numbered.values()]
    next(odict_steps[0])
    next(odict_steps[1])
    defaults = collections.defaultdict(list, a=[1])
    defaults["b"].append(defaults)
    point = collections.namedtuple("Point", "x y", defaults=(None,))
    return [deque, bounded, short, popped, collections.deque(), collections.deque(maxlen=3), steps, ordered, numbered,
            collections.OrderedDict(), odict_steps, defaults, collections.defaultdict(), point, point(1), point([], {}),
            collections.Counter("abracadabra"), collections.ChainMap({"a": 1}, {"b": []}), collections.UserDict(a=1),
            collections.UserList([1]), collections.UserString("u")]


class Color(enum.Enum):
    RED = 1
    BLUE = [2]


class Flags(enum.Flag):
    A = enum.auto()
    B = enum.auto()


@section
def numbers_and_dates():
    context = decimal.Context(prec=50)
    for spec in ("z.2f", "_f", "x<10N"):  # some are left to decimal in Python, which the module keeps then
        try:
            format(decimal.Decimal("1.25"), spec)
        except ValueError:
            pass
    zone = datetime.timezone(datetime.timedelta(hours=2), "here")
    aware = datetime.datetime(2023, 1, 2, 3, 4, 5, 6, tzinfo=zone)
    found = []
    zoneinfo = since(3, 9, lambda: __import__("zoneinfo"))
    try:
        found.append(zoneinfo.ZoneInfo.no_cache("Europe/Berlin"))
        found.append(datetime.datetime(2023, 1, 1, tzinfo=found[0]))
    except (LookupError, AttributeError):
        pass
    local_enum = enum.IntEnum("Local", "ONE TWO")
    return [decimal.Decimal("1.5"), decimal.Decimal("NaN"), decimal.Decimal("1" * 200), decimal.Decimal("-Infinity"),
            context.divide(decimal.Decimal(1), 3), context, context.flags, fractions.Fraction(1, 3), Color.RED, Color,
            Flags.A | Flags.B, local_enum, local_enum.ONE, datetime.date(2000, 2, 3), datetime.time(1, 2, 3, 4), aware,
            datetime.time(1, tzinfo=zone), datetime.datetime(1, 1, 1), datetime.timedelta(3, 4, 5), zone,
            datetime.timezone.utc, datetime.datetime.now(), random.Random(1), random.SystemRandom(), uuid.uuid4(),
            uuid.uuid5(uuid.NAMESPACE_DNS, "x"), aware.isocalendar(), aware.timetuple(), *found]


@section
def buffers():
    typed = [array.array(code, range(5)) for code in "bBhHiIlLqQfd"]
    typed += [array.array("u", "text"), array.array("d"), array.array("q", range(10000))]
    popped = array.array("i", range(100))
    del popped[5:]
    mapped = mmap.mmap(-1, 8192)
    mapped[:5] = b"hello"
    closed = mmap.mmap(-1, 4096)
    closed.close()
    held = memoryview(mapped)
    released = memoryview(b"x")
    released.release()
    return [*typed, popped, iter(typed[0]), mapped, closed, held, released, held[1:5]]


class Point(ctypes.Structure):
    _fields_ = [("x", ctypes.c_int), ("name", ctypes.c_char_p), ("next", ctypes.c_void_p)]


class Either(ctypes.Union):
    _fields_ = [("number", ctypes.c_double), ("point", Point)]


class Bits(ctypes.BigEndianStructure):
    _fields_ = [("low", ctypes.c_uint16, 4), ("high", ctypes.c_uint16, 12)]


@section
def foreign():
    point = Point(1, b"name", None)
    pointer = ctypes.pointer(point)
    four = (Point * 4)()
    four[1].name = b"second"
    callback_type = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)
    callback = callback_type(lambda n: n)
    shared = ctypes.c_int * 4
    buffer = bytearray(64)
    library = ctypes.CDLL(None)
    function = library.strlen
    function.argtypes = [ctypes.c_char_p]
    function.restype = ctypes.c_size_t
    function.errcheck = lambda result, f, args: result
    function(b"x")
    either = Either()
    either.point.x = 3
    return [point, pointer, four, four[1], ctypes.byref(point), callback_type, callback, shared.from_buffer(buffer),
            buffer, library, function, either, either.point, ctypes.c_char_p(b"kept"), ctypes.c_wchar_p("wide"),
            ctypes.create_string_buffer(b"text", 100), ctypes.py_object([point]), ctypes.c_double(1.5),
            ctypes.cast(pointer, ctypes.c_void_p), ctypes.cast(four, ctypes.POINTER(Point)), Bits(1, 2),
            pointer.contents,
            ctypes.c_longdouble(1), ctypes.POINTER(ctypes.c_int)(), Point.x, type(point), (ctypes.c_int * 0)()]
