"""Tasks in known states. Prints as JSON what asyncio itself says of each, and sleeps."""
import asyncio
import gc
import json
import threading
import time
import types

EXPECTED = {}  # name: names of the tasks it waits for
NAMES = {}  # task: its name, where it is not to be asked


async def leaf(future):
    await future


async def deep(future):
    payload = bytearray(1000)
    await leaf(future)
    return payload


async def task_of(task):
    await task


async def sleeper():
    await asyncio.sleep(1000)


async def gatherer(tasks):
    await asyncio.gather(*tasks)


async def waiter(tasks):
    await asyncio.wait(tasks)


async def for_one(task):
    await asyncio.wait_for(asyncio.shield(task), 1000)


async def numbers():
    yield 1
    await asyncio.sleep(1000)
    yield 2


async def between():
    async for x in numbers():
        await asyncio.sleep(1000)


async def consumer():
    async for x in numbers():
        pass


async def grouped():
    async with asyncio.TaskGroup() as group:
        group.create_task(sleeper(), name="in the group")


@types.coroutine
def plain():
    for number in (x for x in range(3)):  # its stack holds a generator that it does not await
        yield


@types.coroutine
def delegating():
    yield from asyncio.sleep(1000).__await__()


async def old_style(generator):
    await generator()


async def locked(lock):
    async with lock:
        pass


async def getter(queue):
    await queue.get()


async def done():
    return 5


async def fails():
    raise ValueError("on purpose")


async def never():
    pass


class Sub(asyncio.Task):
    __slots__ = ("more",)


def frame_of(o):
    for name in ("cr_frame", "gi_frame", "ag_frame"):
        if getattr(o, name, None) is not None:
            return getattr(o, name)
    return None


def awaited(o):
    for name in ("cr_await", "gi_yieldfrom", "ag_await"):
        if hasattr(o, name):
            return getattr(o, name)
    return None


def chain(coroutine):
    """Places, the outermost first, and what the last of them awaits."""
    places, o = [], coroutine
    while o is not None:
        if type(o).__name__ in ("async_generator_asend", "async_generator_athrow", "coroutine_wrapper", "FutureIter"):
            o = next((x for x in gc.get_referents(o) if not isinstance(x, type)), None)
            continue
        frame = frame_of(o)
        if frame is None:
            break
        # up to 3.10 a code object does not know its qualified name
        name = getattr(frame.f_code, "co_qualname", frame.f_code.co_name)
        places.append([frame.f_code.co_filename, frame.f_lineno, name])
        o = awaited(o)
    return places, o


def facts(tasks, current, pending):
    rows = []
    for t in tasks:
        places, last = chain(t.get_coro())
        name = NAMES.get(t) or t.get_name()
        rows.append({
            "addr": hex(id(t)), "name": name, "state": t._state.lower(), "running": t in current,
            "coroutine": places, "awaits": hex(id(last)) if last is not None and not t.done() else None,
            "waits_for": hex(id(t._fut_waiter)) if t._fut_waiter is not None else None,
            "loop": hex(id(t.get_loop())), "loop_running": t.get_loop().is_running(),
            "thread": t.get_loop()._thread_id or threading.main_thread().ident,
            "pending": t in pending, "waits_for_tasks": EXPECTED.get(name, []),
        })
    return rows


def make(loop):
    keep = {}

    def new(name, coroutine, waits=(), how=None):
        t = how(coroutine, loop=loop, name=name) if how else loop.create_task(coroutine, name=name)
        keep[name] = t
        EXPECTED[name] = list(waits)
        return t

    new("deep", deep(loop.create_future()))
    new("sleeper", sleeper())
    new("done", done())
    new("fails", fails())
    new("consumer", consumer())
    new("between", between())
    new("delegating", old_style(delegating))
    new("task of", task_of(keep["deep"]), ["deep"])
    new("gatherer", gatherer([keep["deep"], keep["sleeper"]]), ["deep", "sleeper"])
    new("waiter", waiter([keep["sleeper"], keep["consumer"]]), ["consumer", "sleeper"])
    new("for one", for_one(keep["sleeper"]), ["sleeper"])
    if hasattr(asyncio, "TaskGroup"):
        new("grouped", grouped(), ["in the group"])
    new("sub", sleeper(), how=Sub)
    new("in Python", task_of(keep["deep"]), ["deep"], how=asyncio.tasks._PyTask)
    new("in Python done", done(), how=asyncio.tasks._PyTask)
    new("name with \x1b[31m and \u202e", sleeper())
    new("to be canceled", sleeper())
    return keep, new


async def settle():
    """Until every task has come to its wait: turns of the loop, whatever time they take."""
    for _ in range(50):
        await asyncio.sleep(0)


async def main(other, stopped):
    loop = asyncio.get_running_loop()
    keep, new = make(loop)
    lock, queue = asyncio.Lock(), asyncio.Queue()
    await lock.acquire()
    new("locked", locked(lock))
    new("getter", getter(queue))
    await settle()
    keep["to be canceled"].cancel()
    await settle()
    new("plain", old_style(plain))
    keep["not begun"] = loop.create_task(never(), name="not begun")
    keep["main"] = asyncio.current_task()
    # The names of two tasks that nobody named count up; since 3.12 each is made when it is asked for.
    asked, unasked = loop.create_task(never()), loop.create_task(never())
    keep["asked"], keep["unasked"] = asked, unasked
    NAMES[unasked] = "Task-%d" % (int(asked.get_name()[5:]) + 1)
    # asked to go on once more, so that it stands in its plain yield
    keep["plain"].get_coro().send(None)
    tasks = list(keep.values()) + [t for t in asyncio.all_tasks() if t not in keep.values()] + other + stopped
    try:
        keep["fails"].result()
    except ValueError:
        pass
    pending = set()
    for one in {t.get_loop() for t in tasks}:
        # from 3.14 on each of the two implementations lists its own tasks alone
        pending |= asyncio.all_tasks(one) | getattr(asyncio.tasks, "_py_all_tasks", asyncio.all_tasks)(one)
    print(json.dumps(facts(tasks, {asyncio.current_task()}, pending)), flush=True)
    time.sleep(600)


def beside(tasks, ready):
    async def body():
        tasks.append(asyncio.create_task(sleeper(), name="beside"))
        tasks.append(asyncio.current_task())
        await settle()
        asyncio.get_running_loop().call_soon(ready.set)  # with its next turn, when this waits too
        await asyncio.sleep(1000)
    asyncio.run(body())


def stop_with_tasks():
    loop = asyncio.new_event_loop()
    t = loop.create_task(sleeper(), name="of a stopped loop")
    loop.call_later(0.05, loop.stop)
    loop.run_forever()
    return [t]


if __name__ == "__main__":
    other, ready = [], threading.Event()
    threading.Thread(target=beside, args=(other, ready), daemon=True).start()
    ready.wait()
    asyncio.run(main(other, stop_with_tasks()))
