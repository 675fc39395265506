"""
Memory that happens to lie where the counts of objects that the C compiler laid out would be addresses: with a brk
heap below 4 GiB that is a matter of chance, here it is made sure.
"""

import ctypes
import gc

import recorder

FROZEN = 999999999  # CPython 3.11 Include/internal/pycore_object.h, _PyObject_IMMORTAL_REFCNT
LENGTH = 1 << 16
PROT_READ, PROT_WRITE = 1, 2
MAP_PRIVATE, MAP_ANONYMOUS, MAP_FIXED_NOREPLACE = 2, 0x20, 0x100000

mmap = ctypes.CDLL(None, use_errno=True).mmap
mmap.restype = ctypes.c_void_p
mmap.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int, ctypes.c_int, ctypes.c_int, ctypes.c_long]
start = FROZEN - LENGTH // 2 & ~0xfff
got = mmap(start, LENGTH, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED_NOREPLACE, -1, 0)
# Something lies there already: as well.
if got == start:
    ctypes.memset(start, 1, LENGTH)
gc.collect()
gc.disable()
recorder.stop()
