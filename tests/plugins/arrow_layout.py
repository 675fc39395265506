#!/usr/bin/env python3
"""
The offsets of plugins/arrow_layouts.c, against Arrow's own headers: a C++ file of static asserts, compiled with those of each Arrow
at hand that the table has, of this system and of the matrix' suites; each assert is seen to fail where the offset is
wrong, and each number of the table has one, but those of classes that are in no header.

A line for each Arrow: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 there are no headers.

usage: arrow_layout.py [ROOT...]   (environment: CXX; KEDGE_MATRIX_CACHE the folder of suites)
"""

import glob
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import SKIPPED, TOP, Tally, attempt

# The C++ library's own headers come before private members are opened.
INCLUDES = """
#include <bits/stdc++.h>
#define private public
#define protected public
#include <arrow/api.h>
#include <arrow/array/array_run_end.h>
#include <arrow/extension_type.h>
#include <arrow/scalar.h>
using namespace arrow;
"""

# The plugin's name, and what it is by the headers.
THERE = {
    "types": "(int)Type::MAX_ID", "is_cpu": "offsetof(Buffer, is_cpu_)", "data": "offsetof(Buffer, data_)", "size": "offsetof(Buffer, size_)",
    "capacity": "offsetof(Buffer, capacity_)", "parent": "offsetof(Buffer, parent_)", "buffer_end": "sizeof(ResizableBuffer)",
    "type": "offsetof(ArrayData, type)", "length": "offsetof(ArrayData, length)", "null_count": "offsetof(ArrayData, null_count)",
    "offset": "offsetof(ArrayData, offset)", "buffers": "offsetof(ArrayData, buffers)", "children": "offsetof(ArrayData, child_data)",
    "dictionary": "offsetof(ArrayData, dictionary)", "array_data": "offsetof(Array, data_)", "list_values": "offsetof(ListArray, values_)",
    "map_keys": "offsetof(MapArray, keys_)", "map_items": "offsetof(MapArray, items_)", "struct_impl": "offsetof(StructArray, impl_)",
    "union_impl": "offsetof(UnionArray, impl_)", "dictionary_indices": "offsetof(DictionaryArray, indices_)",
    "dictionary_values": "offsetof(DictionaryArray, dictionary_)", "chunks": "offsetof(ChunkedArray, chunks_)",
    "chunked_length": "offsetof(ChunkedArray, length_)", "chunked_nulls": "offsetof(ChunkedArray, null_count_)",
    "rows": "offsetof(Table, num_rows_)", "columns": "sizeof(Table)", "boxed": "sizeof(RecordBatch) + sizeof(ArrayDataVector)",
    "type_id": "offsetof(DataType, id_)", "byte_width": "offsetof(FixedSizeBinaryType, byte_width_)",
    "list_size": "offsetof(FixedSizeListType, list_size_)", "type_inner": "offsetof(DictionaryType, index_type_)",
    "scalar_type": "offsetof(Scalar, type)", "scalar_valid": "offsetof(Scalar, is_valid)", "scalar_value": "offsetof(BaseBinaryScalar, value)",
}
# Several classes that one number serves.
ALSO = {
    "list_values": ["LargeListArray, values_", "ListViewArray, values_", "LargeListViewArray, values_", "FixedSizeListArray, values_"],
    "rows": ["RecordBatch, num_rows_"], "struct_impl": ["ExtensionArray, storage_", "RunEndEncodedArray, run_ends_array_"],
    "union_impl": ["RunEndEncodedArray, values_array_"], "type_inner": ["ExtensionType, storage_type_"],
    "scalar_value": ["BaseListScalar, value"],
}
# Of pyarrow's own objects, which have no header but Cython's.
NO_HEADER = {"wrapped"}


def numbers(version):
    """{name: value} of the row of the table for that version, None: it has none"""
    with open(os.path.join(TOP, "plugins", "arrow_layouts.c"), encoding="utf-8") as f:
        found = re.findall(r'\.version = "([^"]*)",(.*?)\n\t\},', f.read(), re.S)
    row = next((text for name, text in found if version.startswith(name)), None)
    return row and {name: int(value) for name, value in re.findall(r"\.(\w+) = (\d+)", row)}


def compiles(folder, headers, them, wrong=0):
    """What the compiler says, "" when all holds; @wrong: what is added to each number of the plugin."""
    path = os.path.join(folder, "layout.cc")
    with open(path, "w") as f:
        f.write(INCLUDES)
        for name, value in them.items():
            for there in [THERE[name], *(f"offsetof({member})" for member in ALSO.get(name, ()))]:
                f.write(f'static_assert({value} + {wrong} == ({there}), "[{name}] {there}");\n')
    done = attempt(os.environ.get("CXX", "g++").split()[-1], "-std=c++20", "-fsyntax-only", "-w", "-idirafter", headers, path)
    return "" if done.returncode == 0 else done.stderr


def check(tally, folder, headers):
    with open(os.path.join(headers, "arrow", "util", "config.h"), encoding="utf-8") as f:
        version = re.search(r'ARROW_VERSION_STRING "([^"]*)"', f.read()).group(1)
    row = numbers(version)
    if row is None:
        print(f"SKIP: Arrow {version} is not in the table")
        return
    row = {name: value for name, value in row.items() if name not in NO_HEADER}
    lacking = sorted(set(row) ^ set(THERE))
    tally.hold(f"Arrow {version}: each number of the table is held against the headers", not lacking, lacking)
    them = {name: row[name] for name in THERE if name in row}
    said = compiles(folder, headers, them)
    if tally.hold(f"Arrow {version}: {len(them)} offsets and numbers", not said, said[:3000]):
        said = compiles(folder, headers, them, wrong=1)
        blind = [name for name in them if f"[{name}]" not in said]
        tally.hold(f"Arrow {version}: each that is wrong would be found", not blind, blind)


def main():
    cache = os.environ.get("KEDGE_MATRIX_CACHE", os.path.join(TOP, "build", "matrix"))
    found = [root + "/usr/include" for root in sys.argv[1:] or ["", *sorted(glob.glob(f"{cache}/*"))]
             if os.path.exists(root + "/usr/include/arrow/api.h")]
    if not found:
        print("SKIP: no headers of Arrow are here")
        return SKIPPED
    tally = Tally()
    with tempfile.TemporaryDirectory(prefix="kedge-arrow.") as folder:
        for headers in found:
            check(tally, folder, headers)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
