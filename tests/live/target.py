"""
target.py MODE SO: a program that is looked into while it works.

Whatever the mode, it computes a chain of hashes, takes queued signals one by one, has an interval timer,
and starts children whose exit statuses it checks. "ready" is its first line; after a line on standard
input it prints one JSON document: what it did and whether anything went wrong.
"""

import ctypes
import gc
import hashlib
import json
import os
import resource
import signal
import sys
import threading
import time

MODE, SO = sys.argv[1:3]
SEED = b"kedge"
QUEUED, LAST, TICK = signal.SIGRTMIN + 3, signal.SIGRTMIN + 4, signal.SIGRTMIN + 5
TICK_NS = 4000000
report = {"mode": MODE, "errors": [], "queued": 0, "alarms": 0, "children": 0, "rounds": 0, "ticks": 0}
stop = threading.Event()
resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def guarded(function):
    def run(*args):
        try:
            function(*args)
        except BaseException as error:
            report["errors"].append(f"{function.__name__}: {error!r}")
    return run


@guarded
def chain():
    state, n = SEED, 0
    while not stop.is_set():
        for _ in range(200):
            state = hashlib.sha256(state).digest()
        n += 200
        report["rounds"], report["sum"] = n, state.hex()
        time.sleep(0)


@guarded
def take_signals():
    # Not sigtimedwait(): CPython takes an interruption at the last moment for a signal.
    while signal.sigwaitinfo({QUEUED, LAST}).si_signo != LAST:
        report["queued"] += 1


class TimerSpec(ctypes.Structure):
    _fields_ = [("interval_s", ctypes.c_long), ("interval_ns", ctypes.c_long), ("first_s", ctypes.c_long), ("first_ns", ctypes.c_long)]


class SigEvent(ctypes.Structure):
    _fields_ = [("value", ctypes.c_void_p), ("signo", ctypes.c_int), ("notify", ctypes.c_int), ("rest", ctypes.c_char * 48)]


@guarded
def take_timer():
    """A timer of timer_create(): every expiration arrives, as a signal or as one more overrun of it."""
    libc, timer = ctypes.CDLL(None, use_errno=True), ctypes.c_void_p()
    event = SigEvent(None, TICK, 0)
    if libc.timer_create(time.CLOCK_MONOTONIC, ctypes.byref(event), ctypes.byref(timer)) != 0:
        raise OSError(ctypes.get_errno(), "timer_create")
    ticks, before, now = 0, 0, 0
    spec = TimerSpec(0, TICK_NS, 0, TICK_NS)
    # It begins between these two, which are apart when another thread comes between.
    first = time.monotonic()
    libc.timer_settime(timer, 0, ctypes.byref(spec), None)
    last = time.monotonic()
    while not stop.is_set():
        before = time.monotonic()
        signal.sigwaitinfo({TICK})
        ticks += 1 + libc.timer_getoverrun(timer)
        now = time.monotonic()
        report["ticks"] = ticks
    libc.timer_delete(timer)
    least, most = (before - last) * 1e9 / TICK_NS, (now - first) * 1e9 / TICK_NS
    if not least - 1 <= ticks <= most + 1:
        report["errors"].append(f"a timer expired {ticks} times, not {least:.1f} to {most:.1f}")


@guarded
def start_children():
    while not stop.is_set():
        want = report["children"] % 100
        pid = os.fork()
        if pid == 0:
            os._exit(want)
        got = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        if got != want:
            report["errors"].append(f"a child ended with {got}, not {want}")
        report["children"] += 1
        try:
            while True:
                stray = os.waitpid(-1, os.WNOHANG)
                report["errors"].append(f"a stray child: {stray}")
                if stray[0] == 0:
                    break
        except ChildProcessError:
            pass
        time.sleep(0.02)


@guarded
def allocate(seed):
    while not stop.is_set():
        nodes = [{"n": i, "seed": seed, "text": str(i) * 3} for i in range(300)]
        for a, b in zip(nodes, nodes[1:]):
            a["next"], b["previous"] = b, a
        if sum(node["n"] for node in nodes) != 300 * 299 // 2:
            report["errors"].append("a sum is wrong")


def on_alarm(*_):
    report["alarms"] += 1


class Slow:
    """Ends slowly: a collection that finds it stands in the middle meanwhile."""

    def __del__(self):
        say("ready")
        sys.stdin.readline()


def no_address():
    """A byte that is no address of anything wherever among eight of zeroes it lies: small numbers are, now and then, of the heap."""
    with open("/proc/self/maps") as maps:
        writable = [[int(end, 16) for end in line.split()[0].split("-")] for line in maps if "rw" in line]
    return next(b for b in range(128, 256)
                if not any(start <= b << 8 * k < end + (64 << 20) for k in range(5) for start, end in writable))


def say(text):
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def work():
    """All of it has begun when this returns."""
    for function in (chain, take_signals, take_timer, start_children):
        threading.Thread(target=function).start()
    signal.signal(signal.SIGALRM, on_alarm)
    signal.setitimer(signal.ITIMER_REAL, 0.02, 0.02)
    while not report["errors"] and not all(report[kind] for kind in ("rounds", "ticks", "children", "alarms")):
        time.sleep(0.005)


def main():
    signal.pthread_sigmask(signal.SIG_BLOCK, {QUEUED, LAST, TICK})
    lib = ctypes.CDLL(SO)
    if MODE == "collecting":
        # Alone: the others would wait for the interpreter all the same.
        gc.disable()
        cycle = [Slow()]
        cycle.append(cycle)
        del cycle
        gc.collect()
    elif MODE == "spin":
        counter, quit_ = ctypes.c_ulong(), ctypes.c_int()
        os.write(1, f"ready {ctypes.addressof(counter)} {ctypes.addressof(quit_)}\n".encode())
        ctypes.PyDLL(SO).spin(ctypes.byref(counter), ctypes.byref(quit_))
    elif MODE == "read":
        r, w = os.pipe()
        work_in_c = []
        byte = ctypes.create_string_buffer(2)
        reader = threading.Thread(target=lambda: work_in_c.append(lib.plain_read(r, byte)))
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})  # not for this thread to take
        reader.start()
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGALRM})
        work()
        say("ready")
        sys.stdin.readline()
        os.write(w, b"x")
        reader.join()
        if work_in_c != [1] or byte.value != b"x":
            report["errors"].append(f"read() gave {work_in_c} {byte.value!r}")
    elif MODE == "sleep":
        slept = []

        def sleep():
            start = time.monotonic()
            time.sleep(3)
            slept.append(time.monotonic() - start)
        sleeper = threading.Thread(target=sleep)
        sleeper.start()
        work()
        say("ready")
        sys.stdin.readline()
        sleeper.join()
        if not slept or slept[0] < 3:
            report["errors"].append(f"slept {slept}")
    elif MODE == "threads":
        gate = threading.Event()
        done = []
        threads = [threading.Thread(target=lambda: done.append(gate.wait())) for _ in range(500)]
        for thread in threads:
            thread.start()
        work()
        say("ready")
        sys.stdin.readline()
        gate.set()
        for thread in threads:
            thread.join()
        if len(done) != 500:
            report["errors"].append(f"{len(done)} threads came to their end")
    elif MODE == "vfork":
        r, w = os.pipe()
        status = []
        waiter = threading.Thread(target=lambda: status.append(lib.vfork_child(r)))
        waiter.start()
        say("ready")
        sys.stdin.readline()
        os.write(w, b"x")
        waiter.join()
        if status != [7 << 8]:
            report["errors"].append(f"the vfork child ended with {status}")
    elif MODE == "alloc":
        ballast, byte = bytearray(8 << 20), no_address()
        for i in range(0, len(ballast), 1024):
            ballast[i] = byte
        for i in range(3):
            threading.Thread(target=allocate, args=(i,)).start()
        work()
        say("ready")
        sys.stdin.readline()
        if sum(ballast) != byte * (8 << 10):
            report["errors"].append("the ballast changed")
    elif MODE == "stopped":
        work()
        say("ready")
        sys.stdin.readline()
    stop.set()
    os.kill(os.getpid(), LAST)  # queued behind all that came before
    signal.setitimer(signal.ITIMER_REAL, 0)
    for thread in threading.enumerate():
        if thread is not threading.main_thread():
            thread.join()
    if MODE in ("spin", "vfork", "collecting"):
        take_signals()
    say(json.dumps(report))


main()
