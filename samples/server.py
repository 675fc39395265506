#!/usr/bin/env python3
"""
An asyncio server whose stuck tasks hold their buffers.

What it does: a server on a loopback socket reads each request into a buffer, and then waits for a
backend that never answers: the future of the answer is kept in a dict by request number. Clients hang
up; the tasks stay, with their coroutines, their locals and their buffers.

What a person sees without kedge: memory rises with each client that gave up; nothing is a leak by
name, and no cycle is garbage.

What kedge says: kedge why CORE ADDR of a buffer names the coroutine handle(), the line where it
is suspended, and its local `body`, and that the chain begins at the running loop or at PENDING; kedge
buffers CORE lists them; kedge cycles CORE has none of them.

    server.py [--clients N] [--kilobytes N]
"""

import asyncio
import os
import signal

import sampling

PENDING = {}


async def handle(reader, writer):
    length = int(await reader.readline())
    body = bytearray(await reader.readexactly(length))
    answer = asyncio.get_running_loop().create_future()
    PENDING[len(PENDING)] = answer
    await answer
    writer.write(b"%d" % len(body))


async def client(port, length):
    reader, writer = await asyncio.open_connection("127.0.0.1", port)
    writer.write(b"%d\n" % length)
    writer.write(bytes(length))
    await writer.drain()
    return reader, writer


async def serve():
    clients, length = sampling.option("--clients", 20), sampling.option("--kilobytes", 1024) << 10
    server = await asyncio.start_server(handle, "127.0.0.1", 0, limit=1 << 22)
    port = server.sockets[0].getsockname()[1]
    sampling.mark("start")
    for number in range(clients):
        reader, writer = await client(port, length)
        while len(PENDING) <= number:
            await asyncio.sleep(0.01)
        writer.close()
    sampling.mark(f"after {clients} clients gave up")
    print(f"ready: pid {os.getpid()}", flush=True)
    signal.pause()


if __name__ == "__main__":
    asyncio.run(serve())
