"""An ELF core as a file to be cut and patched: where headers, notes and target addresses lie in it."""

import struct

EHDR = "<16sHHIQQQIHHHHHH"
EHDR_FIELDS = (("e_ident", 0, 16), ("e_type", 16, 2), ("e_machine", 18, 2), ("e_version", 20, 4), ("e_entry", 24, 8),
               ("e_phoff", 32, 8),
               ("e_shoff", 40, 8), ("e_flags", 48, 4), ("e_ehsize", 52, 2), ("e_phentsize", 54, 2), ("e_phnum", 56, 2),
               ("e_shentsize", 58, 2), ("e_shnum", 60, 2), ("e_shstrndx", 62, 2))
PHDR_FIELDS = (("p_type", 0, 4), ("p_flags", 4, 4), ("p_offset", 8, 8), ("p_vaddr", 16, 8), ("p_paddr", 24, 8),
               ("p_filesz", 32, 8),
               ("p_memsz", 40, 8), ("p_align", 48, 8))
PT_LOAD, PT_NOTE = 1, 4


class Core:
    """Patches are undone by restore(), so that one file serves for many variants."""

    def __init__(self, path):
        self.path = path
        with open(path, "rb") as f:
            self.bytes = f.read()
        header = struct.unpack_from(EHDR, self.bytes)
        self.phoff, self.phnum = header[5], header[10]
        self.segments = [struct.unpack_from("<IIQQQQQQ", self.bytes, self.phoff + 56 * i) for i in range(self.phnum)]
        self._undo = []

    def loads(self):
        """[(file offset, address, bytes in the file)]"""
        return [(s[2], s[3], s[5]) for s in self.segments if s[0] == PT_LOAD and s[5]]

    def notes(self):
        """[(offset of the note's header, type, offset of its contents, their length)]"""
        found = []
        for kind, _, offset, _, _, size, _, _ in self.segments:
            if kind != PT_NOTE:
                continue
            end = offset + size
            while offset + 12 <= end:
                name, length, number = struct.unpack_from("<III", self.bytes, offset)
                contents = offset + 12 + (name + 3 & ~3)
                found.append((offset, number, contents, length))
                offset = contents + (length + 3 & ~3)
        return found

    def offset_of(self, address):
        for offset, start, size in self.loads():
            if start <= address < start + size:
                return offset + address - start
        raise KeyError(f"{address:#x} is not in the core")

    def word(self, address):
        return struct.unpack_from("<Q", self.bytes, self.offset_of(address))[0]

    def patch(self, offset, data):
        with open(self.path, "r+b") as f:
            f.seek(offset)
            f.write(data)
        self._undo.append((offset, self.bytes[offset:offset + len(data)]))

    def patch_word(self, address, value, size=8):
        self.patch(self.offset_of(address), value.to_bytes(size, "little"))

    def restore(self):
        with open(self.path, "r+b") as f:
            for offset, data in reversed(self._undo):
                f.seek(offset)
                f.write(data)
        self._undo.clear()
