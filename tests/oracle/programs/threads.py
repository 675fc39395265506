"""Threads that wait in known functions, one inside a generator, one below a C function, and tasks in a loop."""

import asyncio
import contextvars
import functools
import gc
import threading

import recorder

gate = threading.Lock()
gate.acquire()
ready = threading.Semaphore(0)
variable = contextvars.ContextVar("variable")


def wait_here(depth, payload):
    local_list = [payload, depth]
    if depth:
        return wait_here(depth - 1, local_list)
    ready.release()
    gate.acquire()
    return local_list


def in_closure(captured):
    cell_value = {"captured": captured}

    def inner(argument, *rest, **named):
        later = [argument]
        ready.release()
        gate.acquire()
        return cell_value, later, rest, named

    inner([1], 2, 3, key=captured)


def steps(items):
    for item in items:
        ready.release()
        gate.acquire()
        yield item


def in_generator():
    total = 0
    for value in steps([10, 20]):
        total += value


def below_c():
    numbers = [3, 1, 2]

    def key(number):
        ready.release()
        gate.acquire()
        return number

    sorted(numbers, key=key)


def in_handler():
    try:
        {}["missing"]
    except KeyError as caught:
        ready.release()
        gate.acquire()
        raise RuntimeError from caught


class Worker(threading.Thread):
    def run(self):
        context = contextvars.copy_context()
        context.run(self.with_context, "value")

    def with_context(self, value):
        variable.set([value])
        ready.release()
        gate.acquire()


async def child(future, name):
    local = [name]
    await future
    return local


async def parent(future):
    await child(future, "grandchild")


def loop_with_tasks():
    loop = asyncio.new_event_loop()
    future = loop.create_future()
    tasks = [loop.create_task(child(future, "c%d" % i), name="task%d" % i) for i in range(3)]
    tasks.append(loop.create_task(parent(future), name="parent"))

    async def settle():
        await asyncio.sleep(0)

    loop.run_until_complete(settle())
    return loop, future, tasks


def main():
    targets = [functools.partial(wait_here, 10, ["payload"]), functools.partial(in_closure, ("captured",)),
               in_generator, below_c,
               in_handler]
    threads = [threading.Thread(target=target, name="thread%d" % i, daemon=True) for i, target in enumerate(targets)]
    threads.append(Worker(daemon=True))
    for thread in threads:
        thread.start()
        ready.acquire()
    loop, future, tasks = loop_with_tasks()
    large = bytearray(1 << 20)
    gc.disable()
    recorder.stop()
    return large, tasks


main()
