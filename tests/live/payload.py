#!/usr/bin/env python3
"""What is left out as payload holds no reference; and where it came to hold one at the last moment, that is said."""

import json
import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from harness import ATTACH, KEDGE, PYTHON, Program, attempt, check, kedge, run, run_command
from support import document

# A large array of packed structs: pointers at odd addresses, one of them across two pages.
PACKED = """
import ctypes, sys
class Packed(ctypes.Structure):
    _pack_ = 1
    _fields_ = [("flag", ctypes.c_char), ("object", ctypes.c_void_p), ("count", ctypes.c_int)]
array = (Packed * 200000)()
base = ctypes.addressof(array)
kept = [object() for _ in range(3)]
odd = [i for i in range(2000, 200000) if (base + i * 13 + 1) % 8]
across = [i for i in odd if (base + i * 13 + 1) % 4096 > 4090]
# A number that is no address of anything wherever among eight bytes it lies: small ones are, one process in ten, of the heap.
writable = [[int(end, 16) for end in line.split()[0].split("-")] for line in open("/proc/self/maps") if "rw" in line]
number = next(b for b in range(128, 256)
              if not any(start <= b << 8 * k < end + (64 << 20) for k in range(5) for start, end in writable))
print("ready", flush=True)
for line in sys.stdin:
    word = line.strip()
    for i in (odd[0], across[0]):
        array[i].object = None
    if word != "none":
        array[{"odd": odd[0], "across": across[0]}[word]].object = id(kept[0])
    for i in range(1000):  # not a row of zeroes alone
        array[i].count = number
    print("done", flush=True)
"""
# A list that is empty but for its first item, and now and then has one more, far behind, in a page of which no sample is taken.
FLIPPING = """
import ctypes, time
N, FAR = 400000, 6 * 512 + 100
items = [None] * N
kept = object()
size = ctypes.c_ssize_t.from_address(id(items) + 2 * ctypes.sizeof(ctypes.c_void_p))
first = ctypes.c_void_p.from_address(id(items) + 3 * ctypes.sizeof(ctypes.c_void_p)).value
far = ctypes.c_void_p.from_address(first + FAR * 8)
ctypes.pythonapi.Py_IncRef(ctypes.py_object(kept))
size.value = 1
ctypes.memset(first + 8, 0, (N - 1) * 8)
print("ready", hex(id(items)), hex(id(kept)), flush=True)
while True:
    far.value = id(kept)
    size.value = FAR + 1
    time.sleep(0.005)
    size.value = 1
    far.value = None
    time.sleep(0.01)
"""
# Memory that was read and never written to, but for one page in 64.
ZEROS = """
import mmap, sys
block = mmap.mmap(-1, 64 << 20, mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
try:
    block.madvise(mmap.MADV_NOHUGEPAGE)
except OSError:
    pass  # a kernel without huge pages
print("ready", flush=True)
for line in sys.stdin:
    for i in range(0, len(block), 4096):
        block[i] if i % (64 << 12) else block.__setitem__(i, 7)
    print("done", flush=True)
"""
# A name, which the interpreter interns, so long that its text is left out.
LONG_NAME = """
import sys
class Named:
    pass
name = sys.intern("x" * (4 << 20))
setattr(Named, name, 1)
print("ready", hex(id(name)), sys.getrefcount(name) - 1, flush=True)
sys.stdin.readline()
"""
TRIES, EVENTS = 60, 3


class Sleeper(Program):
    """A program that answers "done" to each line."""

    def __init__(self, text):
        super().__init__([PYTHON, "-c", text])
        self.ready = self.expect("ready")

    def tell(self, text):
        self.say(text)
        self.expect("done")
        self.rests()


def left_out(pid):
    return int(run_command(ATTACH, str(pid), "1").split()[2])


def test_pointers_at_odd_addresses(folder):
    with Sleeper(PACKED) as program:
        for word, payload in (("none", True), ("odd", False), ("none", True), ("across", False)):
            program.tell(word)
            got = left_out(program.pid)
            check((got > 2 << 20) == payload, f"{word}: {got} bytes were left out")


def test_pages_of_zeros(folder):
    """The kernel's page of zeros is not copied thousands of times, and what is left out is zeros for whoever reads the copy."""
    with Sleeper(ZEROS) as program:
        def copied():
            return int(run_command(ATTACH, str(program.pid), "1", "buffers").split()[1])
        before = copied()
        program.tell("read")
        core = os.path.join(folder, "core")
        kedge("snapshot", "--with-buffers", f"pid:{program.pid}", "-o", core)
        with open(core, "rb") as f:
            whole = f.read()
        check(b"\7" + bytes((64 << 12) - 1) + b"\7" in whole, "the block is not what it is in the process")
        os.unlink(core)
        if tuple(map(int, os.uname().release.split("-")[0].split(".")[:2])) < (6, 7):
            return "this kernel does not tell such pages from others"
        grown = copied() - before
        check(1 << 20 <= grown < 8 << 20, f"{grown} bytes more were copied for one of 64 MiB")
        return f"{grown >> 10} KiB of 64 MiB were copied"


def test_text_left_out(folder):
    """Whether a string is interned stands in its head: the table of those is not counted, whether there is a text or not."""
    with Sleeper(LONG_NAME) as program:
        address, count = program.ready
        program.rests()
        target = f"pid:{program.pid}"
        row = document("show", target, address)
        check("left out" in row["value"], f"the text is there: {row['value']}")
        check(row["refcount"] == int(count), f"{row['refcount']} references, the interpreter says {count}")
        broken = [r for r in document("verify", target)["rules"] if r["broken"]]
        check(not broken, f"{broken}")
        return f"{count} references to a name of which no character was copied"


def test_reference_at_the_last_moment(folder):
    """Never in silence: either the list is as it was, or the reading says that it is not whole."""
    seen = {"as it was": 0, "said": 0}
    with Sleeper(FLIPPING) as program:
        address, kept = program.ready
        for _ in range(TRIES):
            done = attempt(KEDGE, "show", "--json", "--strict", f"pid:{program.pid}", address)
            check(done.returncode in (0, 4), f"status {done.returncode}: {done.stderr}")
            answer = json.loads(done.stdout)
            long = answer["value"] != "list(1)"
            found = kept in done.stdout
            if long and not found:
                check(done.returncode == 4, f"a reference is missing and nothing is said: {answer} {done.stderr}")
                check("--with-buffers" in done.stdout + done.stderr, f"not said why: {done.stdout} {done.stderr}")
                seen["said"] += 1
            else:
                check(found == long, f"{answer}")
                seen["as it was"] += 1
            if seen["said"] >= EVENTS:
                break
    return ", ".join(f"{word} {n} times" for word, n in seen.items())


if __name__ == "__main__":
    sys.exit(run([test_pointers_at_odd_addresses, test_pages_of_zeros, test_text_left_out,
                  test_reference_at_the_last_moment]))
