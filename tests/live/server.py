"""
A pre-fork server without a network: python server.py MODE...

The parent makes a heap, forks a worker for each MODE, starts one child that is no Python, prints
"ready" with the pids of all and waits for a line on standard input; then it has them end.

idle     does nothing
collect  runs a full collection: it writes to the links of every object that the collector follows
use      takes a reference to each of the shared strings and keeps it
grow     makes a heap of its own
"""

import gc
import os
import signal
import sys

BOXES = 60000


class Box:
    __slots__ = ("value", "next")

    def __init__(self, value):
        self.value = value
        self.next = None


def work(mode, boxes, words):
    if mode == "collect":
        gc.collect()
    elif mode == "use":
        work.kept = list(words)
    elif mode == "grow":
        work.kept = [Box(str(i) * 5) for i in range(BOXES)]


def main():
    # the collector in the parent would write to the pages too
    gc.disable()
    words = [f"shared text number {i}" for i in range(BOXES)]
    boxes = [Box(i * 1000003) for i in range(BOXES)]
    pids = []
    for mode in sys.argv[1:]:
        ready, say = os.pipe()
        pid = os.fork()
        if pid == 0:
            signal.signal(signal.SIGTERM, signal.SIG_DFL)
            work(mode, boxes, words)
            os.write(say, b".")
            signal.pause()
            os._exit(0)
        os.close(say)
        os.read(ready, 1)
        os.close(ready)
        pids.append(pid)
    other = os.posix_spawn("/bin/sleep", ["sleep", "600"], os.environ)
    print("ready", other, *pids, flush=True)
    sys.stdin.readline()
    for pid in pids + [other]:
        os.kill(pid, signal.SIGTERM)
        os.waitpid(pid, 0)
    print("done", flush=True)


main()
