"""NumPy arrays: owners and views, every item type, objects inside, subclasses; some anchored by garbage alone."""

import gc
import sys

try:
    import numpy
except ImportError:
    print("numpy is not installed for this interpreter")
    sys.exit(77)

import recorder

gc.collect()
gc.disable()


class Tagged(numpy.ndarray):
    pass


class Holder:
    pass


def arrays():
    base = numpy.zeros((30, 40))
    objects = numpy.array([[1], {"two": 2}, None, base], dtype=object)
    tagged = numpy.zeros(10).view(Tagged)
    tagged.note = [tagged]
    owned_tagged = Tagged((3, 5))
    made = [base, base[3:, ::2], base.T, base.reshape(-1), base.copy(order="F"),
            numpy.empty_like(numpy.zeros((2, 3, 4)).transpose(1, 2, 0)),
            objects, objects[1:], numpy.array(5), numpy.array(2.5 + 1j), numpy.zeros(0), numpy.zeros((0, 5)),
            numpy.zeros((1, 1, 7)),
            numpy.frombuffer(b"some bytes that are shared", dtype="u1"), numpy.array(["text", "more"]),
            numpy.zeros(3, "S7"),
            numpy.zeros(4, dtype=[("a", "i4"), ("b", "f8", (2,))]), numpy.ma.array([1, 2, 3], mask=[0, 1, 0]), tagged,
            owned_tagged,
            numpy.matrix([[1, 2]]), numpy.broadcast_to(base, (2, 30, 40)), numpy.array([], dtype=object).reshape(0, 2)]
    made += [numpy.ones((3, 5), dtype=code) for code in "?bBhHiIlLqQefdgFDG"]
    made += [numpy.zeros(4, "M8[s]"), numpy.zeros(4, "m8[ms]"), numpy.array(7, "f4"), numpy.array(True)]
    return made


def drop():
    holder = Holder()
    holder.me = holder
    holder.arrays = arrays()
    holder.large = numpy.ones(1 << 20)


kept = arrays()
large = numpy.ones(1 << 19)
drop()
recorder.stop()
