"""Threads, queues, locks, tasks, coroutines and asynchronous generators."""

import _asyncio
import asyncio
import concurrent.futures
import multiprocessing
import multiprocessing.pool
import queue
import sched
import threading
import _queue
import _thread

from zoo_parts import section, since


@section
def threads():
    local = threading.local()
    local.here = [local]

    class Local(threading.local):
        def __init__(self, value):
            self.value = value

    own = Local([1])
    finished = threading.Thread(target=lambda: setattr(local, "there", 1), name="finished")
    finished.start()
    finished.join()
    gate = threading.Lock()
    gate.acquire()
    other_local = [own]

    def wait(mine):
        own.value = mine
        local.there = mine
        gate.acquire()

    waiting = threading.Thread(target=wait, args=([other_local],), daemon=True)
    waiting.start()
    while not isinstance(getattr(waiting, "ident", None), int):
        pass
    held = threading.RLock()
    held.acquire()
    condition = threading.Condition()
    jobs, simple, ranked = queue.Queue(), queue.SimpleQueue(), queue.PriorityQueue()
    for i in range(20):
        jobs.put([i])
        simple.put([simple, i])
        ranked.put((i, "x"))
    for i in range(7):
        simple.get()
    return [local, own, finished, gate, waiting, held, condition, threading.Event(), threading.Semaphore(3),
            threading.Barrier(2),
            threading.Timer(1000, print), jobs, simple, ranked, queue.LifoQueue(), _thread.allocate_lock(),
            _queue.SimpleQueue(),
            threading.Thread(target=print), threading.current_thread(), sched.scheduler(), threading.excepthook]


async def _sleeper(started, future):
    local = [future]
    started.append(local)
    return await future


async def _agen(limit):
    held = []
    try:
        for i in range(limit):
            held.append(i)
            yield held
            await asyncio.sleep(0)
    finally:
        held.append("done")


class _Awaitable:
    def __await__(self):
        yield [self]


async def _awaiting():
    return await _Awaitable()


@section
def coroutines():
    fresh = _awaiting()
    suspended = _awaiting()
    suspended.send(None)
    wrapper = _awaiting().__await__()
    finished = _awaiting()
    finished.send(None)
    try:
        finished.send(None)
    except StopIteration:
        pass
    agens = [_agen(2) for _ in range(6)]
    asends = [agens[0].asend(None), agens[1].__anext__(), agens[2].athrow(KeyError, "k"), agens[3].aclose()]
    try:
        asends[1].send(None)
    except StopIteration as exc:
        produced = exc
    mid = agens[4].__anext__()
    try:
        mid.send(None)
    except StopIteration:
        pass
    stepping = agens[4].asend([1])
    stepping.send(None)
    gone = agens[5].aclose()
    try:
        gone.send(None)
    except StopIteration:
        pass

    async def comprehension():
        return [x async for x in _agen(2)]

    running = comprehension()
    running.send(None)
    default = since(3, 10, lambda: anext(_agen(3), [1]))
    return [fresh, suspended, wrapper, finished, agens, asends, produced, mid, stepping, gone, running, default,
            since(3, 10, lambda: aiter(_agen(1)))]


def _loop_with_tasks(make_task):
    loop = asyncio.new_event_loop()
    futures = [loop.create_future() for _ in range(8)]
    started = []
    tasks = [make_task(loop, _sleeper(started, future)) for future in futures]

    async def settle():
        for _ in range(3):
            await asyncio.sleep(0)

    async def failing():
        raise ValueError("in a task")

    tasks.append(make_task(loop, failing()))
    loop.run_until_complete(settle())
    futures[0].set_result([1])
    futures[1].set_exception(KeyError("set"))
    since(3, 9, lambda: tasks[2].cancel("message")) or tasks[2].cancel()
    futures[3].add_done_callback(started.append)
    futures[3].add_done_callback(lambda f: started)
    futures[3].add_done_callback(lambda f: tasks)
    futures[4].cancel()
    loop.run_until_complete(settle())
    futures[5].note = futures
    gathered = asyncio.gather(*tasks[5:7])
    handles = [loop.call_soon(print, [1]), loop.call_later(1000, print, [2]), loop.call_later(2000, print, [3])]
    handles[2].cancel()
    iterator = iter(futures[6])
    next(iterator)
    return [loop, futures, tasks, gathered, handles, iterator, started]


@section
def event_loops():
    def c_task(loop, coroutine):
        return _asyncio.Task(coroutine, loop=loop, name="c")

    return _loop_with_tasks(c_task)


@section
def python_event_loops():
    def python_task(loop, coroutine):
        return asyncio.tasks._PyTask(coroutine, loop=loop, name="py")

    made = _loop_with_tasks(python_task)
    future = asyncio.futures._PyFuture(loop=made[0])
    return made + [future]


@section
def asyncio_parts():
    loop = asyncio.new_event_loop()

    async def make():
        lock, event, condition = asyncio.Lock(), asyncio.Event(), asyncio.Condition()
        pending = asyncio.Queue()
        await pending.put([1])
        getter = asyncio.ensure_future(asyncio.Queue().get())
        await lock.acquire()
        waiter = asyncio.ensure_future(lock.acquire())
        reader = asyncio.StreamReader()
        reader.feed_data(b"line\n")
        shielded = asyncio.shield(waiter)
        waited = asyncio.ensure_future(asyncio.wait([waiter, getter]))
        await asyncio.sleep(0)
        return [lock, event, condition, pending, getter, waiter, reader, shielded, waited, since(3, 11, lambda: asyncio.timeout(1000)),
                since(3, 11, lambda: asyncio.TaskGroup()), asyncio.Semaphore(2), asyncio.all_tasks()]

    return [loop, loop.run_until_complete(make())]


@section
def executors():
    pool = concurrent.futures.ThreadPoolExecutor(1)
    done = pool.submit(sorted, [3, 1])
    done.result()
    failed = pool.submit(lambda: {}["missing"])
    failed.exception()
    pool.shutdown()
    pending = concurrent.futures.Future()
    pending.add_done_callback(print)
    left, right = multiprocessing.Pipe()
    return [pool, done, failed, pending, left, right, multiprocessing.Process(target=print),
            multiprocessing.Value("i", 5),
            multiprocessing.Array("d", 3), multiprocessing.Lock(), multiprocessing.SimpleQueue(),
            multiprocessing.Event(), concurrent.futures.ProcessPoolExecutor(1)]
