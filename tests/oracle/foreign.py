"""
Programs of another machine, run by an emulator of user programs (qemu-aarch64-static), for the oracle of run.py.

No debugger can make such a process fork: a library preloaded in place of pause(2) does
(tests/matrix/pause-aarch64.S). Guest addresses are addresses of the emulator's own process, so that its
memory is read as that of any process. The core is the one that the emulator writes of its guest; a second one is made of it
that has what a kernel's would have besides: the list of mapped files, and the first pages of these.
"""

import collections
import glob
import os
import resource
import signal
import struct
import time

import run

# What pause-aarch64.S reads its order from and writes its copies' process ids to.
ORDER, COPIES = 200, 201
PAGE = 4096
PT_LOAD, PT_NOTE, NT_FILE = 1, 4, 0x46494C45

Mapping = collections.namedtuple("Mapping", "start end offset path")


class Target(run.Target):
    """The running program; run.Target's steps as an emulator can do them."""

    # read(2), as the kernel that runs the emulator counts system calls.
    read_call = 0

    def __init__(self, interpreter, program, folder):
        order_r, self.order_w = os.pipe()
        self.copies_r, copies_w = os.pipe()
        os.dup2(order_r, ORDER, inheritable=False)
        os.dup2(copies_w, COPIES, inheritable=False)
        try:
            super().__init__(interpreter, program, folder)
        finally:
            for fd in (order_r, copies_w, ORDER, COPIES):
                os.close(fd)

    def environment(self):
        # Return addresses are signed, by a cipher that costs a fifth of the architecture's own.
        return {"LD_PRELOAD": "/usr/lib/kedge-pause.so", "QEMU_CPU": "max,pauth-impdef=on"}

    def kept_open(self):
        return ORDER, COPIES

    def _wait_paused(self):
        """Until the main thread reads its order, and the others sleep wherever they wait."""
        deadline = time.monotonic() + run.WAIT_S
        while time.monotonic() < deadline:
            with open(f"/proc/{self.pid}/syscall") as f:
                if f.read().startswith(f"{self.read_call} {ORDER:#x} ") and run.rests(self.pid):
                    return
            time.sleep(0.02)
        raise run.Trouble("the program does not come to rest")

    def gcore_and_fork(self, core):
        """Its two copies; the core comes when it ends."""
        os.write(self.order_w, b".")
        data = b""
        while len(data) < 8:
            more = os.read(self.copies_r, 8 - len(data))
            if not more:
                raise run.Trouble(f"the emulated process could not be forked:\n{self.output()}")
            data += more
        return list(struct.unpack("=2i", data))

    def kernel_core(self):
        """{maker: (core, why there is none)}: the emulator's core, and as a kernel would have written it."""
        files = self._mapped_files()
        os.kill(self.pid, signal.SIGQUIT)
        self.process.wait(run.WAIT_S)
        cores = glob.glob(os.path.join(self.folder, "qemu_*.core"))
        if not cores:
            why = "the emulator left no core" + (": RLIMIT_CORE has a hard limit here"
                                                 if resource.getrlimit(resource.RLIMIT_CORE)[1] == 0 else "")
            return {"qemu": (None, why), "kernel": (None, why)}
        whole = os.path.join(self.folder, "kernel.core")
        complete(cores[0], whole, files, self.interpreter.root)
        return {"qemu": (cores[0], None), "kernel": (whole, None)}

    def _mapped_files(self):
        found = []
        with open(f"/proc/{self.pid}/maps") as f:
            for line in f:
                words = line.split(None, 5)
                path = words[5].strip() if len(words) == 6 else ""
                if path.startswith(self.interpreter.root + "/") and not path.endswith("/qemu-aarch64-static"):
                    start, end = (int(word, 16) for word in words[0].split("-"))
                    found.append(Mapping(start, end, int(words[2], 16), path))
        return found


def _align(data):
    return data + bytes(-len(data) % 4)


def _file_note(files, root):
    """NT_FILE, as fs/binfmt_elf.c has it: counts, ranges, names."""
    desc = struct.pack("<QQ", len(files), PAGE)
    for m in files:
        desc += struct.pack("<QQQ", m.start, m.end, m.offset // PAGE)
    desc += b"".join(m.path[len(root):].encode() + b"\0" for m in files)
    return struct.pack("<III", 5, len(desc), NT_FILE) + _align(b"CORE\0") + _align(desc)


def complete(core, out, files, root):
    """Writes to @out what is in @core, and what it lacks of a kernel's."""
    with open(core, "rb") as f:
        data = f.read()
    head = bytearray(data[:64])
    phoff, = struct.unpack_from("<Q", head, 32)
    phnum, = struct.unpack_from("<H", head, 56)
    starts = {m.start: m for m in files if m.offset == 0}
    loads, notes = [], b""
    for i in range(phnum):
        kind, flags, offset, addr, _, filesz, memsz, _ = struct.unpack_from("<IIQQQQQQ", data, phoff + 56 * i)
        content = data[offset:offset + filesz]
        if kind == PT_NOTE:
            notes = content + bytes(-len(content) % 4)
        elif kind == PT_LOAD:
            if not filesz and addr in starts:
                with open(starts[addr].path, "rb") as f:
                    content = f.read(PAGE).ljust(PAGE, b"\0")
            loads.append((flags, addr, content, memsz))
    notes += _file_note(files, root)
    struct.pack_into("<Q", head, 32, 64)
    struct.pack_into("<H", head, 56, len(loads) + 1)
    at = 64 + 56 * (len(loads) + 1)
    table = struct.pack("<IIQQQQQQ", PT_NOTE, 0, at, 0, 0, len(notes), 0, 4)
    at = start = (at + len(notes) + PAGE - 1) // PAGE * PAGE
    for flags, addr, content, memsz in loads:
        table += struct.pack("<IIQQQQQQ", PT_LOAD, flags, at, addr, 0, len(content), memsz, PAGE)
        at += len(content)
    with open(out, "wb") as f:
        f.write((bytes(head) + table + notes).ljust(start, b"\0"))
        for _, _, content, _ in loads:
            f.write(content)
