"""Copies of interpreters from which something is gone that kedge would find them by."""

import struct

SHT_RELA, SHT_NOTE, SHT_DYNSYM = 4, 7, 11
R_X86_64_RELATIVE = 8
PT_LOAD = 1


def _sections(data):
    """[(type, offset, size, index of the linked section)]"""
    at, size, count = struct.unpack_from("<Q", data, 0x28)[0], *struct.unpack_from("<HH", data, 0x3A)
    rows = [struct.unpack_from("<IIQQQQII", data, at + i * size) for i in range(count)]
    return [(row[1], row[4], row[5], row[6]) for row in rows]


def _place(data, address):
    """Where in the file the byte is that is mapped at @address."""
    at, size, count = struct.unpack_from("<Q", data, 0x20)[0], *struct.unpack_from("<HH", data, 0x36)
    for i in range(count):
        kind, offset, start, length = struct.unpack_from("<I4xQQ8xQ", data, at + i * size)
        if kind == PT_LOAD and start <= address < start + length:
            return address - start + offset
    raise ValueError(f"{address:#x} is not in the file")


def without_build_id(data):
    """Another build-id, so that no debug information is found."""
    out = bytearray(data)
    at = out.index(b"\x14\0\0\0\x03\0\0\0GNU\0") + 12
    out[at:at + 20] = bytes(b ^ 0xFF for b in out[at:at + 20])
    return bytes(out)


def nameless(data):
    """No build-id at all: its note is of another kind."""
    return data.replace(b"\x14\0\0\0\x03\0\0\0GNU\0", b"\x14\0\0\0\x7f\0\0\0GNU\0", 1)


def with_other_code(data):
    """Tables of functions that each begin 16 bytes later, as if there were more code before them; headers are the same."""
    out = bytearray(data)
    for kind, start, size, _ in _sections(data):
        for at in range(start, start + size, 24) if kind == SHT_RELA else ():
            place, info, addend = struct.unpack_from("<QQq", data, at)
            if info == R_X86_64_RELATIVE:
                struct.pack_into("<QQq", out, at, place, info, addend + 16)
    return bytes(out)


def without_symbols(data):
    """
    None of CPython's names is exported any more: as a version script does it, or linking without -rdynamic. Extension
    modules find nothing then.
    """
    out = bytearray(data)
    sections = _sections(data)
    kind, start, size, link = next(row for row in sections if row[0] == SHT_DYNSYM)
    strings = sections[link][1]
    for at in range(start, start + size, 24):
        name, _, _, section = struct.unpack_from("<IBBH", data, at)
        first = strings + name + (data[strings + name] == ord("_"))
        if section and data[first:first + 2] == b"Py":
            out[first:first + 2] = b"Qy"
    return bytes(out)


def called(data, major, minor):
    """It calls itself @major.@minor.0: in Py_Version, and where it has _Py_DebugOffsets there too."""
    out, version = bytearray(data), struct.pack("<BBBB", 0xf0, 0, minor, major)
    _, start, size, link = next(row for row in _sections(data) if row[0] == SHT_DYNSYM)
    strings = _sections(data)[link][1]
    for at in range(start, start + size, 24):
        name, value = struct.unpack_from("<I4xQ", data, at)
        if data.startswith(b"Py_Version\0", strings + name):
            place = _place(data, value)
            out[place:place + 4] = version
    cookie = data.find(b"xdebugpy")
    if cookie >= 0:
        out[cookie + 8:cookie + 12] = version
    return bytes(out)


def without_sections(data):
    """No section headers."""
    out = bytearray(data)
    out[0x28:0x30] = bytes(8)
    out[0x3A:0x40] = bytes(6)
    return bytes(out)


def without_cookie(data):
    """Of 3.13 and later: nothing at the start of the runtime that is known."""
    return data.replace(b"xdebugpy", b"XDEBUGPY")
