"""The facts that recorder.py wrote, and the words of the stopped process that go with them."""

import array
import json
import os
import re
import struct

STATES = ("gen0", "gen1", "gen2", "permanent", "untracked", "none")
# The size of an object whose type answers __sizeof__() in Python, as recorder.py has it.
SIZE_BY_CODE = 2 ** 64 - 1
_IMMORTAL = 2 ** 63 - 1
_COLLECTABLE = re.compile(rb"^gc: (?:un)?collectable <.* (0x[0-9a-f]+)>$", re.M)


def _column(folder, name, kind="Q"):
    column = array.array(kind)
    path = os.path.join(folder, name + ".facts")
    with open(path, "rb") as f:
        column.frombytes(f.read())
    return column


class Facts:
    """Columns, one entry an object, in the order in which the interpreter named them."""

    def __init__(self, folder):
        with open(os.path.join(folder, "facts.json")) as f:
            header = json.load(f)
        self.ids = _column(folder, "ids")
        self.types = _column(folder, "types")
        self.sizes = _column(folder, "sizes")
        self.states = _column(folder, "states", "B")
        self.getrefcount = _column(folder, "getrefcount")
        self._names = header["names"]
        self._name_index = _column(folder, "names")
        self._counts = _column(folder, "counts")
        self._refs = _column(folder, "refs")
        self._first = array.array("Q", [0])
        for count in self._counts:
            self._first.append(self._first[-1] + count)
        self.values = {i: (text, chars) for i, text, chars in header["values"]}
        self.index = {address: i for i, address in enumerate(self.ids)}
        with open(os.path.join(folder, "threads.json")) as f:
            self.threads = json.load(f)
        with open(os.path.join(folder, "collectable.txt"), "rb") as f:
            self.collectable = {int(m, 16) for m in _COLLECTABLE.findall(f.read())}
        self.saved = set(_column(folder, "garbage"))
        self.refcounts = array.array("q")
        self.hexversion = header["python"]
        self.free_threaded = header["free_threaded"]
        self.shares = {}  # what threads count of an object beside its header

    def __len__(self):
        return len(self.ids)

    def name(self, i):
        return self._names[self._name_index[i]]

    def referents(self, i):
        return self._refs[self._first[i]:self._first[i + 1]]

    def references(self):
        return len(self._refs)

    def refcount(self, i):
        """The object's count, None when it is immortal: CPython's own Include/refcount.h of each version."""
        count = self.refcounts[i]
        if self.free_threaded:
            return count if count != _IMMORTAL else None
        if self.hexversion < 0x030c0000:
            return count
        if count & 0x80000000:
            return None
        return count & 0xffffffff if self.hexversion >= 0x030e0000 else count

    def _split_count(self, header):
        """
        Count, what it has too much, and type in the header of a free-threaded build: Include/refcount.h. An object
        that is not freed by its count has one more, from 3.14 on an eighth of all numbers, and no reference for it.
        """
        gc_bits, local, shared, tp = struct.unpack("=11xBIqQ", header)
        if local == 0xffffffff:
            return _IMMORTAL, 0, tp
        bias = 0 if not gc_bits & 64 else ((1 << 63) - 1) // 8 if self.hexversion >= 0x030e0000 else 1
        return local + (shared >> 2) - bias, bias, tp

    def read_refcounts(self, pid):
        """
        Takes ob_refcnt from the stopped process itself. A word beside it, ob_type, tells whether the
        object was there when the process stopped, which is what the recorder promises.

        Returns the indices of objects for which that is not so.
        """
        strangers = []
        self.refcounts = array.array("q", bytes(8 * len(self.ids)))
        fd = os.open(f"/proc/{pid}/mem", os.O_RDONLY)
        try:
            for i, address in enumerate(self.ids):
                if self.free_threaded:
                    count, bias, tp = self._split_count(os.pread(fd, 32, address))
                    count += self.shares.get(address, 0)
                else:
                    bias, (count, tp) = 0, struct.unpack("=qQ", os.pread(fd, 16, address))
                self.refcounts[i] = count
                if tp != self.types[i] or count + bias <= 0:
                    strangers.append(i)
        finally:
            os.close(fd)
        return strangers
