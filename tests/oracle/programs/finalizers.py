"""What a collection runs on its way: __del__ that resurrects, weak references' callbacks, open generators."""

import asyncio
import gc
import tempfile
import threading
import weakref

import recorder

gc.collect()
gc.disable()
called = []
saved = []


class Finalized:
    def __init__(self, name):
        self.name = name
        self.me = self

    def __del__(self):
        called.append(self.name)


class Resurrecting(Finalized):
    def __del__(self):
        saved.append(self)


class Breaking(Finalized):
    """Frees what it holds while the collector looks on."""

    def __del__(self):
        self.__dict__.clear()


class Target:
    pass


def once_resurrected():
    """__del__ has run once: the next collection will not call it again."""
    node = Resurrecting("again")
    del node
    gc.collect()
    saved.clear()


def holding(local):
    try:
        yield local
    finally:
        called.append("closed")


async def waiting(local):
    try:
        await asyncio.get_event_loop().create_future()
    finally:
        local.append("cancelled")


async def giving(local):
    try:
        yield local
    finally:
        local.append("closed")


def make_garbage():
    for i in range(10):
        Finalized("f%d" % i).held = [Finalized("inner%d" % i)]
        Resurrecting("r%d" % i).held = {"payload": [Target()]}
        Breaking("b%d" % i).held = [Target(), [i]]
    # A generator in a cycle: its close() runs when the collector finalizes it.
    box = []
    generator = holding(box)
    next(generator)
    box.append(generator)
    box = []
    coroutine = giving(box).__anext__()
    box.append(coroutine)
    # Callbacks: a reference outside garbage is called, one inside it is not.
    inside = Target()
    inside.me = inside
    inside.ref = weakref.ref(inside, lambda ref: called.append("never"))
    for number in range(5):
        target = Target()
        target.me = target
        outside.append(weakref.ref(target, called.append))
        outside.append(weakref.proxy(target, called.append))
        table[target] = number
        values[number] = target
        keyed.append(weakref.finalize(target, called.append, "finalized"))
        keyed[-1].atexit = False
    # A thread's local, a lock, a folder that removes itself.
    local = threading.local()
    local.me = [local]
    folder = tempfile.TemporaryDirectory()
    holder = [folder]
    holder.append(holder)
    # Type objects are cycles by birth.
    for name in ("One", "Two"):
        dropped = type(name, (Target,), {"__del__": lambda self: called.append("typed")})
        dropped.instance = dropped()


def reached_from_garbage():
    """Garbage may point at what lives; what lives is not garbage."""
    node = Target()
    node.me = node
    node.live = alive


outside, table, values, keyed = [], weakref.WeakKeyDictionary(), weakref.WeakValueDictionary(), []
alive = Target()
alive.parts = [Target()]
once_resurrected()
make_garbage()
reached_from_garbage()
open_generator = holding(["kept"])
next(open_generator)
recorder.stop()
