#!/usr/bin/env python3
"""
The offsets of plugins/numpy.h, against NumPy's own headers: a C file of static asserts, compiled with those of each
NumPy at hand, of this system and of the matrix' suites; and each assert is seen to fail where offsets are wrong.

A line for each NumPy: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 there are no headers.

usage: layout.py [ROOT...]   (environment: CC; KEDGE_MATRIX_CACHE the folder of suites)
"""

import glob
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import SKIPPED, TOP, Tally, attempt

# The plugin's name, and what it is by the headers.
COMMON = {
    "A_DATA": "offsetof(PyArrayObject_fields, data)", "A_ND": "offsetof(PyArrayObject_fields, nd)",
    "A_DIMENSIONS": "offsetof(PyArrayObject_fields, dimensions)", "A_STRIDES": "offsetof(PyArrayObject_fields, strides)",
    "A_BASE": "offsetof(PyArrayObject_fields, base)", "A_DESCR": "offsetof(PyArrayObject_fields, descr)",
    "A_FLAGS": "offsetof(PyArrayObject_fields, flags)",
    "FLAG_C_ORDER": "NPY_ARRAY_C_CONTIGUOUS", "FLAG_F_ORDER": "NPY_ARRAY_F_CONTIGUOUS", "FLAG_OWNDATA": "NPY_ARRAY_OWNDATA",
    "FLAG_ALIGNED": "NPY_ARRAY_ALIGNED", "FLAG_WRITEABLE": "NPY_ARRAY_WRITEABLE",
    "FLAG_WRITEBACK": "NPY_ARRAY_WRITEBACKIFCOPY",
    "TYPE_OBJECT": "NPY_OBJECT", "TYPE_VOID": "NPY_VOID", "TYPE_USER": "NPY_USERDEF",
    "V_DATA": "offsetof(PyVoidScalarObject, obval)", "V_DESCR": "offsetof(PyVoidScalarObject, descr)",
    "V_FLAGS": "offsetof(PyVoidScalarObject, flags)", "V_BASE": "offsetof(PyVoidScalarObject, base)",
    "S_VALUE": "offsetof(PyDoubleScalarObject, obval)", "FLATITER_ARRAY": "offsetof(PyArrayIterObject, ao)",
    "BROADCAST_N": "offsetof(PyArrayMultiIterObject, numiter)", "BROADCAST_ITERS": "offsetof(PyArrayMultiIterObject, iters)",
    "FLAGS_ARRAY": "offsetof(PyArrayFlagsObject, arr)",
}
FIRST = {"D_TYPEOBJ": "typeobj", "D_KIND": "kind", "D_TYPE_NUM": "type_num", "D1_ELSIZE": "elsize", "D1_SUBARRAY": "subarray",
         "D1_FIELDS": "fields", "D1_NAMES": "names", "D1_METADATA": "metadata"}
SECOND = {"D_TYPEOBJ": "typeobj", "D_KIND": "kind", "D_TYPE_NUM": "type_num", "D2_ELSIZE": "elsize", "D2_METADATA": "metadata",
          "D2_SUBARRAY": "subarray", "D2_FIELDS": "fields", "D2_NAMES": "names"}


def asserts(major, mem_handler, smallest):
    """{the plugin's name: an expression of the headers}"""
    them = dict(COMMON)
    if mem_handler:
        them["A_MEM_HANDLER"] = "offsetof(PyArrayObject_fields, mem_handler)"
    if smallest:
        them["A_SIZE_OLD"] = "sizeof(PyArrayObject_fields)"
    if major == 1:
        them.update((name, f"offsetof(PyArray_Descr, {member})") for name, member in FIRST.items())
        return them
    del them["FLAGS_ARRAY"]  # that struct is in no header any more
    them.update((name, f"offsetof(_PyArray_LegacyDescr, {member})") for name, member in SECOND.items())
    them["D2_PLAIN"], them["D2_LEGACY"] = "sizeof(PyArray_Descr)", "sizeof(_PyArray_LegacyDescr)"
    return them


def compiles(folder, flags, them, wrong=0):
    """What the compiler says, "" when all holds; @wrong: what is added to each offset of the plugin."""
    path = os.path.join(folder, "layout.c")
    with open(path, "w") as f:
        f.write('#define NPY_NO_DEPRECATED_API NPY_1_7_API_VERSION\n#define NPY_TARGET_VERSION 0x00000012\n'
                '#include <Python.h>\n#include <stddef.h>\n#include <numpy/arrayobject.h>\n#include <numpy/arrayscalars.h>\n'
                '#include "numpy.h"\n')
        for name, there in them.items():
            f.write(f'_Static_assert((size_t)({name}) + {wrong} == (size_t)({there}), "{name}");\n')
    done = attempt(os.environ.get("CC", "cc").split()[-1], "-std=gnu17", "-fsyntax-only", "-w", *flags, path)
    return "" if done.returncode == 0 else done.stderr


def numpys(roots):
    """[(name, folder of NumPy's headers, folder of Python's)]"""
    found = []
    for root in roots:
        for version in glob.glob(f"{root}/usr/include/python3.*[0-9]/Python.h"):
            for headers in glob.glob(f"{root}/usr/lib/python3/dist-packages/numpy/*/include/numpy/arrayobject.h"):
                found.append((root or "/", os.path.dirname(os.path.dirname(headers)), os.path.dirname(version)))
    return found


def check(tally, folder, headers, python):
    own = os.path.join(headers, "numpy")
    with open(os.path.join(own, "ndarraytypes.h"), encoding="utf-8") as f:
        types = f.read()
    major = 2 if "_PyArray_LegacyDescr" in types else 1
    them = asserts(major, "PyObject *mem_handler" in types, not re.search(r"_buffer_info", types))
    flags = ["-I", headers, "-I", python, "-I", os.path.join(TOP, "plugins"), "-I", os.path.join(TOP, "src", "api")]
    # pyconfig.h is in the folder of the machine, which is named from the one above; the C library is this system's.
    flags += ["-idirafter", os.path.dirname(python)]
    said = compiles(folder, flags, them)
    if not tally.hold(f"{headers}: {len(them)} offsets and numbers of NumPy {major}", not said, said[:2000]):
        return
    said = compiles(folder, flags, them, wrong=1)
    blind = [name for name in them if f'"{name}"' not in said]
    tally.hold(f"{headers}: each that is wrong would be found", not blind, blind)


def main():
    cache = os.environ.get("KEDGE_MATRIX_CACHE", os.path.join(TOP, "build", "matrix"))
    found = numpys(sys.argv[1:] or ["", *sorted(glob.glob(f"{cache}/*"))])
    if not found:
        print("SKIP: no headers of NumPy and Python are here")
        return SKIPPED
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="kedge-layout.") as folder:
        for _, headers, python in found:
            check(tally, folder, headers, python)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
