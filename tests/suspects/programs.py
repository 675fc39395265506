"""
One program a story: programs.py NAME brings the process into the state that `kedge suspects` shall tell
of, prints what the finding must hold as one line of JSON, and waits to be looked at.

What is expected is computed by the program itself: sizes by sys.getsizeof(), counts by len(),
cache_info(), gc.get_count(). {"kind": None}: nothing may stand out.
"""

import gc
import json
import os
import signal
import sys

MIB = 1 << 20


class Record:
    __slots__ = ("number", "text")

    def __init__(self, number):
        self.number = number
        self.text = "record %d" % number


def size_of_records(records):
    """With what they alone own."""
    return sum(map(sys.getsizeof, records)) + sum(sys.getsizeof(r.number) + sys.getsizeof(r.text) for r in records)


def stop(kind, minimum=0, maximum=None, absent=(), guess=None, **facts):
    """@minimum, @maximum: the bytes of the finding; @absent: kinds of which nothing may be told;
    @guess: words of why the finding is a guess, None when it must be certain."""
    # json.dump() would leave garbage behind, dumps() does not.
    print(json.dumps({"kind": kind, "minimum": minimum, "maximum": minimum if maximum is None else maximum,
                      "absent": absent, "guess": guess, "facts": facts}), flush=True)
    while True:
        signal.pause()


def idle():
    """What any program has: modules, classes, a few containers, a thread-local, an exception that was handled."""
    import argparse, asyncio, collections, decimal, email.message, http.client, logging, threading, typing, unittest  # noqa

    parser = argparse.ArgumentParser()
    parser.add_argument("--number")
    local = threading.local()
    local.value = [parser] * 100
    counts = collections.Counter("some text" * 100)
    try:
        counts["nothing"].more
    except AttributeError as exc:
        kept = exc
    del kept
    gc.collect()
    stop(None)


def container():
    keeper = [None]
    records = [Record(1000 + i) for i in range(30000)]
    keeper[0] = records
    bytes_ = sys.getsizeof(records) + size_of_records(records)
    stop("container", bytes_, container=hex(id(records)), container_type="list", of_type="__main__.Record",
         references=len(records), all_references=len(records))


REGISTRY = {}


def module_global():
    for i in range(20000):
        REGISTRY[1000 + i] = bytearray(100)
    stop("module-global", sys.getsizeof(REGISTRY) + sum(map(sys.getsizeof, REGISTRY)) +
         sum(map(sys.getsizeof, REGISTRY.values())), module="__main__", variable="REGISTRY", container_type="dict",
         container=hex(id(REGISTRY)), all_references=2 * len(REGISTRY))


def lru_cache():
    import functools

    @functools.lru_cache(maxsize=None)
    def load(number):
        return bytes(1000)

    for i in range(3000):
        load(1000 + i)
    for i in range(7):
        load(1000)
    info = load.cache_info()
    # The dict is cleared, not freed; its size is that of a dict of as many ints.
    table = sys.getsizeof({1000 + i: None for i in range(info.currsize)})
    stop("lru-cache", table + info.currsize * (sys.getsizeof(bytes(1000)) + sys.getsizeof(1000)), entries=info.currsize,
         hits=info.hits, misses=info.misses, maxsize="None", cache=hex(id(load)),
         function="__main__." + load.__wrapped__.__qualname__ + "()")


def lru_cache_limited():
    import functools

    @functools.lru_cache(maxsize=2000)
    def load(number):
        return bytes(1000)

    for i in range(3000):
        load(1000 + i)
    info = load.cache_info()
    stop("lru-cache", info.currsize * sys.getsizeof(bytes(1000)), 2 * info.currsize * sys.getsizeof(bytes(1000)),
         entries=info.currsize, hits=info.hits, misses=info.misses, maxsize=info.maxsize, cache=hex(id(load)))


def make_garbage():
    arrays = 8
    for _ in range(arrays):
        first = [bytearray(MIB)]
        first.append([first])
    del first
    return arrays


def garbage_disabled():
    gc.collect()
    gc.disable()
    arrays = make_garbage()
    stop("garbage", arrays * sys.getsizeof(bytearray(MIB)), arrays * (sys.getsizeof(bytearray(MIB)) + 300),
         objects=2 * arrays, groups=arrays, gc="disabled", largest_type="bytearray",
         largest_bytes=sys.getsizeof(bytearray(MIB)), threshold0=gc.get_threshold()[0], threshold1=gc.get_threshold()[1],
         threshold2=gc.get_threshold()[2], count1=gc.get_count()[1], count2=gc.get_count()[2])


def garbage_threshold():
    gc.set_threshold(50000, 20, 30)
    gc.collect()
    arrays = make_garbage()
    stop("garbage", arrays * sys.getsizeof(bytearray(MIB)), arrays * (sys.getsizeof(bytearray(MIB)) + 300),
         objects=2 * arrays, gc="enabled", threshold0=50000, threshold1=20, threshold2=30)


def gc_garbage():
    gc.collect()
    gc.set_debug(gc.DEBUG_SAVEALL)
    arrays = make_garbage()
    gc.collect()
    gc.set_debug(0)
    gc.disable()
    own = sys.getsizeof(gc.garbage) + sum(sys.getsizeof(o) for o in gc.garbage)
    stop("gc-garbage", own + arrays * sys.getsizeof(bytearray(MIB)), items=len(gc.garbage), list=hex(id(gc.garbage)))


def frozen():
    kept = [[i] for i in range(30000)]
    gc.collect()
    gc.freeze()
    gc.disable()
    count = gc.get_freeze_count()
    stop("frozen", sum(map(sys.getsizeof, kept)), 100 * MIB, objects=count)


def last_traceback():
    def work():
        output = bytearray(5 * MIB)
        raise ValueError(len(output))

    try:
        work()
    except ValueError as exc:
        # As the interactive interpreter does.
        sys.last_type, sys.last_value, sys.last_traceback = type(exc), exc, exc.__traceback__
    output = sys.last_traceback.tb_next.tb_frame.f_locals["output"]
    size, address = sys.getsizeof(output), hex(id(output))
    # What f_locals made would hold it as well.
    sys.last_traceback.tb_next.tb_frame.f_locals.clear()
    del output
    stop("traceback", size, size + 3000, traceback=hex(id(sys.last_traceback)), frames=2, local="output",
         local_type="bytearray", local_address=address, local_bytes=size)


def stored_exceptions():
    errors = []

    def work(size):
        output = bytearray(size)
        raise KeyError(len(output))

    for i in range(5):
        try:
            work((1 + i) * MIB)
        except KeyError as exc:
            errors.append(exc)
    largest = errors[-1]
    stop("traceback", 15 * MIB, 15 * MIB + 10000, exceptions=len(errors), exception=hex(id(largest)),
         exception_type="KeyError", local="output",
         local_bytes=sys.getsizeof(largest.__traceback__.tb_next.tb_frame.f_locals["output"]))


def tasks():
    import asyncio

    async def receive(never):
        await never

    async def handle(never):
        request = bytearray(MIB)
        await receive(never)
        return request

    async def main():
        never = asyncio.get_running_loop().create_future()
        waiting = [asyncio.create_task(handle(never)) for _ in range(6)]
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        line = waiting[0].get_coro().cr_await.cr_frame.f_lineno
        stop("pending-tasks", 6 * MIB, 6 * MIB + 30000, tasks=len(waiting),
             suspended="tasks.<locals>.receive() at programs.py:%d" % line)

    asyncio.run(main())


def pending(make, kind, absent=()):
    """Tasks that share one request, two and two in a cycle, so that none of them alone keeps it."""
    import asyncio

    async def receive(never):
        await never

    async def handle(never, request, peers):
        await receive(never)
        return request, peers

    async def main():
        loop = asyncio.get_running_loop()
        never = loop.create_future()
        request = bytearray(6 * MIB)
        waiting = []
        for _ in range(3):
            peers = []
            peers += [make(handle(never, request, peers), loop) for _ in range(2)]
            waiting += peers
        size = sys.getsizeof(request)
        # Not the argument of main(): only the tasks' frames hold it.
        del request, peers
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        line = waiting[0].get_coro().cr_await.cr_frame.f_lineno
        stop("pending-tasks", size, size + 30000, tasks=len(waiting), task_type=kind, absent=absent,
             suspended="pending.<locals>.receive() at programs.py:%d" % line)

    asyncio.run(main())


def tasks_shared():
    import asyncio

    pending(lambda coro, loop: asyncio.tasks._CTask(coro, loop=loop), "_asyncio.Task")


def tasks_python():
    import asyncio

    pending(lambda coro, loop: asyncio.tasks._PyTask(coro, loop=loop), "asyncio.tasks.Task")


def tasks_derived():
    import asyncio

    class Named:
        pass

    class Job(Named, asyncio.tasks._PyTask):
        pass

    pending(lambda coro, loop: Job(coro, loop=loop), "__main__.tasks_derived.<locals>.Job")


def tasks_eager():
    """Since 3.12: a task that runs at once, and is in no list of scheduled tasks until it waits."""
    import asyncio

    if not hasattr(asyncio, "eager_task_factory"):
        sys.exit(0)
    pending(lambda coro, loop: asyncio.Task(coro, loop=loop, eager_start=True), "_asyncio.Task")


def decoys():
    """Much of everything, and nothing wrong with it: the container that keeps it is all there is to tell."""
    import asyncio, functools, threading  # noqa

    async def answer():
        return bytearray(2 * MIB)

    async def answers():
        done = [asyncio.create_task(answer()) for _ in range(4)]
        await asyncio.wait(done)
        return done

    def fail(size):
        output = bytearray(size)
        raise ValueError(len(output))

    kept = {"done": asyncio.run(answers()), "errors": [], "records": [Record(1000 + i) for i in range(20000)]}
    for _ in range(4):
        try:
            fail(2 * MIB)
        except ValueError as exc:
            kept["errors"].append(exc.with_traceback(None))
    base = bytes(8 * MIB)
    kept["views"] = [base, memoryview(base)[10:20]]
    kept["half"] = memoryview(bytes(4 * MIB))[:3 * MIB]
    local = threading.local()

    def worker():
        local.buffer = bytearray(4 * MIB)

    thread = threading.Thread(target=worker)
    thread.start()
    thread.join()

    @functools.lru_cache(maxsize=2)
    def load(number):
        return bytes(1000)

    for i in range(100):
        load(i)
    text = "the same words again and again " * 100
    kept["words"] = [text] * 30000
    kept["full"] = {i: None for i in range(180000)}
    kept["list"] = []
    for i in range(200000):
        kept["list"].append(None)
    gc.freeze()
    gc.unfreeze()
    gc.collect()
    del base, text, thread
    size = sys.getsizeof(kept["records"]) + size_of_records(kept["records"])
    stop("container", size, container=hex(id(kept["records"])), absent=[
        "garbage", "gc-garbage", "frozen", "lru-cache", "pending-tasks", "traceback", "finished-thread",
        "thread-local", "small-view", "module-global", "unexplained-references", "equal-strings", "empty-tables"])


def thread_local():
    import threading

    local = threading.local()
    ready, forever = threading.Barrier(4), threading.Event()

    def worker(mib):
        local.buffer = bytearray(mib * MIB)
        ready.wait()
        forever.wait()

    for mib in (1, 2, 3):
        threading.Thread(target=worker, args=(mib,), daemon=True).start()
    ready.wait()
    stop("thread-local", 6 * MIB, 6 * MIB + 3000, local=hex(id(local)), threads=3)


def finished_thread():
    """A thread of C code that never calls PyGILState_Release()."""
    import ctypes
    import threading
    import time

    local = threading.local()
    pthread = ctypes.CDLL(None)
    ident = []

    @ctypes.CFUNCTYPE(ctypes.c_void_p, ctypes.c_void_p)
    def body(arg):
        ctypes.pythonapi.PyGILState_Ensure()
        local.buffer = bytearray(3 * MIB)
        ident.append((threading.get_ident(), threading.get_native_id()))
        return None

    thread = ctypes.c_ulong()
    pthread.pthread_create(ctypes.byref(thread), None, body, None)
    pthread.pthread_join(thread, None)
    while os.path.exists("/proc/self/task/%d" % ident[0][1]):
        time.sleep(0.01)
    stop("finished-thread", 3 * MIB, 3 * MIB + 3000, native_id=ident[0][1], ident=hex(ident[0][0]))


class Index:
    def __init__(self):
        self.parts = {"part %d" % i: [bytearray(100) for _ in range(4000)] for i in range(10)}


def dominator():
    index = Index()
    lists = index.parts.values()
    bytes_ = sum(sys.getsizeof(part) + len(part) * sys.getsizeof(part[0]) for part in lists)
    stop("dominator", bytes_ + sys.getsizeof(index.parts) + sum(map(sys.getsizeof, index.parts)),
         bytes_ + 10000, dominator=hex(id(index.parts)))


def strings():
    kept = [("the same words again and again %d" % (i % 3)) * 10 for i in range(30000)]
    extra = len(kept) - 3
    stop("equal-strings", sys.getsizeof(kept[0]) * extra, sys.getsizeof(kept[0]) * extra + 500000, copies=10000)


def dicts():
    table = {i: None for i in range(200000)}
    for i in range(199000):
        del table[i]
    stop("empty-tables", sys.getsizeof(table) - sys.getsizeof(dict(table)),
         sys.getsizeof(table) - sys.getsizeof(dict(table)) + 100000, largest=hex(id(table)),
         largest_bytes=sys.getsizeof(table) - sys.getsizeof(dict(table)), items=len(table))


def lists():
    items = [None] * 1000000
    del items[600000:]
    stop("empty-tables", sys.getsizeof(items) - sys.getsizeof(items[:]),
         sys.getsizeof(items) - sys.getsizeof(items[:]) + 100000, largest=hex(id(items)),
         largest_bytes=sys.getsizeof(items) - sys.getsizeof(items[:]), items=len(items), room=1000000)


def leaked_dict():
    """Only C code knows of it and no collector: it refers to nothing that could be in a cycle."""
    import ctypes

    table = {100000 + i: None for i in range(40000)}
    ctypes.pythonapi.Py_IncRef(ctypes.py_object(table))
    address, own = hex(id(table)), sys.getsizeof(table)
    own += sum(map(sys.getsizeof, table))
    assert not gc.is_tracked(table)
    del table
    stop("container", own, guess="a scan of the allocator's blocks found it", container=address,
         all_references=80000)


def surplus_unknown():
    """The same leak beside objects of types that nobody taught kedge: they might hold what is missing."""
    from numpy.random import RandomState

    kept = RandomState(1)
    surplus("does not know", kept)


def surplus(guess=None, kept=None):
    """What a C extension does that forgets Py_DECREF()."""
    import ctypes

    incref = ctypes.pythonapi.Py_IncRef
    incref.argtypes = [ctypes.py_object]
    gc.disable()
    leaked = [Record(1000 + i) for i in range(20000)]
    for record in leaked:
        incref(record)
    bytes_ = size_of_records(leaked)
    count = len(leaked)
    del leaked[:], record
    stop("unexplained-references", bytes_, guess=guess, objects=count, surplus=count, type="__main__.Record")


def view():
    base = bytes(20 * MIB)
    kept = [memoryview(base)[10:110], memoryview(base)[1000:1100]]
    size, address = sys.getsizeof(base), hex(id(base))
    del base
    stop("small-view", size, size + 2000, base=address, base_bytes=20 * MIB, shown_bytes=200,
         views=len(kept), base_type="bytes", view_type="memoryview")


def numpy_view():
    import numpy

    base = numpy.zeros(4 * MIB)
    kept = base[5:8]
    size, address = sys.getsizeof(base), hex(id(base))
    del base
    stop("small-view", size, size + 1000, base=address, base_bytes=32 * MIB, shown_bytes=kept.nbytes, views=1,
         base_type="numpy.ndarray", view_type="numpy.ndarray")


if __name__ == "__main__":
    globals()[sys.argv[1]]()
