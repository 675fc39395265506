#!/usr/bin/env python3
"""Writes the seeds of the fuzz target over ELF headers and notes.

    tests/fuzz/make-corpus.py tests/fuzz/corpus/core

Each is the smallest core of its kind: what a fuzzer then mutates. They are kept in the tree, so
this needs to be run only when a kind is added.
"""
import pathlib
import struct
import sys

ET_CORE, PT_LOAD, PT_NOTE, PT_DYNAMIC = 4, 1, 4, 2
X86_64, AARCH64 = 62, 183
BASE = 0x7f0000000000


def ehdr(e_type, machine, phnum, shoff=0):
    ident = b"\x7fELF\x02\x01\x01" + bytes(9)
    return ident + struct.pack("<HHIQQQIHHHHHH", e_type, machine, 1, 0, 64, shoff, 0, 64, 56, phnum, 0, 0, 0)


def phdr(p_type, flags, offset, vaddr, filesz, memsz):
    return struct.pack("<IIQQQQQQ", p_type, flags, offset, vaddr, 0, filesz, memsz, 1)


def pad(b, to=4):
    return b + bytes(-len(b) % to)


def note(owner, n_type, desc):
    name = owner + b"\0"
    return struct.pack("<III", len(name), len(desc), n_type) + pad(name) + pad(desc)


def prstatus(tid, nregs=27):
    d = bytearray(112 + 8 * nregs + 8)
    struct.pack_into("<h", d, 12, 11)
    struct.pack_into("<i", d, 32, tid)
    return note(b"CORE", 1, bytes(d))


def prpsinfo():
    return note(b"CORE", 3, struct.pack("<4xI Q II iiii 16s 80s", 0, 0, 0, 0, 100, 1, 1, 1, b"python3", b"python3 x.py"))


def auxv(*pairs):
    return note(b"CORE", 6, b"".join(struct.pack("<QQ", *p) for p in pairs) + bytes(16))


def files(*maps):
    d = struct.pack("<QQ", len(maps), 4096)
    d += b"".join(struct.pack("<QQQ", a, b, o) for a, b, o, _ in maps)
    return note(b"CORE", 0x46494c45, d + b"".join(p + b"\0" for *_, p in maps))


def core(notes, loads, machine=X86_64, extended=False, cut=None):
    """loads: (address, bytes, size in memory, flags)"""
    n = len(loads) + 1
    at = 64 + 56 * n
    out = phdr(PT_NOTE, 0, at, 0, len(notes), 0)
    at += len(notes)
    for addr, data, memsz, flags in loads:
        out += phdr(PT_LOAD, flags, at, addr, len(data), memsz)
        at += len(data)
    out = ehdr(ET_CORE, machine, 0xffff if extended else n, at if extended else 0) + out + notes
    out += b"".join(data for _, data, _, _ in loads)
    if extended:
        out += bytes(44) + struct.pack("<I", n) + bytes(16)
    return out[:cut]


def library(build_id=True):
    """The first bytes of a shared library as they are in memory."""
    gnu = note(b"GNU", 3, bytes(range(20))) if build_id else b""
    out = ehdr(3, X86_64, 3)
    out += phdr(PT_LOAD, 5, 0, 0, 0x1000, 0x1000)
    out += phdr(PT_LOAD, 6, 0x1000, 0x2000, 0x1000, 0x1800)
    return out + phdr(PT_NOTE, 4, 64 + 3 * 56, 64 + 3 * 56, len(gnu), len(gnu)) + gnu


def linked():
    """A program whose list of libraries is a cycle; there is no NT_FILE."""
    at = 0x600000
    page = bytearray(0x300)
    page[:64] = ehdr(2, X86_64, 2)
    page[64:176] = phdr(PT_LOAD, 5, 0, at, 0x300, 0x300) + phdr(PT_DYNAMIC, 4, 0xc0, at + 0xc0, 32, 32)
    struct.pack_into("<QQQQ", page, 0xc0, 21, at + 0x100, 0, 0)
    struct.pack_into("<QQ", page, 0x100, 1, at + 0x140)
    struct.pack_into("<QQQQ", page, 0x140, 0, at + 0x200, 0, at + 0x180)
    struct.pack_into("<QQQQ", page, 0x180, BASE, at + 0x220, 0, at + 0x140)
    page[0x220:0x230] = b"/nonexistent.so\0"
    return at, bytes(page)


def seeds():
    heap = (0x555500000000, bytes(range(64)), 64, 6)
    notes = prstatus(101) + prpsinfo() + auxv((6, 4096), (3, BASE + 64)) + prstatus(102)
    mapped = files((BASE, BASE + 0x1000, 0, b"/nonexistent/lib.so"), (BASE + 0x2000, BASE + 0x3000, 1, b"/nonexistent/lib.so"))
    lib = (BASE, library(), 0x1000, 5)
    whole = core(notes + mapped, [heap, lib, (BASE + 0x2000, b"", 0x1000, 6)])
    at, prog = linked()
    return {
        "kernel": whole,
        "aarch64": core(prstatus(7, 34) + note(b"LINUX", 0x401, bytes(8)) + prpsinfo(), [heap], machine=AARCH64),
        "no-notes": core(b"", [heap]),
        "extended-count": core(notes, [heap, lib], extended=True),
        "extended-count-cut": core(notes, [heap, lib], extended=True, cut=-64),
        "cut-in-memory": whole[:-40],
        "cut-in-notes": whole[:600],
        "overlap": core(b"", [heap, (heap[0] + 32, bytes(64), 64, 4), (heap[0] - 16, bytes(200), 4096, 4)]),
        "link-map": core(auxv((3, at + 64), (31, at + 0x220)), [(at, prog, 0x1000, 5), lib]),
        "no-build-id": core(notes + mapped, [(BASE, library(False), 0x1000, 5)]),
        "vsyscall": core(b"", [heap, (0xffffffffff600000, bytes(16), 4096, 5)]),
        "huge-count": core(note(b"CORE", 0x46494c45, struct.pack("<QQ", 1 << 60, 1 << 60) + bytes(64)), [heap]),
        "huge-range": core(b"", [heap, (0x1000, bytes(8), 1 << 60, 4)]),
    }


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, data in seeds().items():
        (folder / name).write_bytes(data)


main()
