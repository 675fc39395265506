#!/usr/bin/env python3
"""Prints src/heap/printable.c: the code points that repr() shows as they are.

Run it with each interpreter whose Unicode version the table shall have:

    tools/make-printable.py /usr/bin/python3.11 ... > src/heap/printable.c

The judge is str.isprintable() of that interpreter, asked for every code point.
"""
import subprocess
import sys

ASK = r"""
import sys, unicodedata
runs, start = [], None
for cp in range(0x110001):
    ok = cp < 0x110000 and chr(cp).isprintable()
    if ok and start is None:
        start = cp
    elif not ok and start is not None:
        runs.append((start, cp - 1))
        start = None
print(unicodedata.unidata_version, sys.version_info[0], sys.version_info[1], *("%x-%x" % r for r in runs))
"""


def main():
    tables, pythons = {}, []
    for python in sys.argv[1:]:
        words = subprocess.run([python, "-c", ASK], check=True, stdout=subprocess.PIPE, text=True).stdout.split()
        tables[words[0]] = [tuple(int(x, 16) for x in w.split("-")) for w in words[3:]]
        pythons.append((int(words[1]), int(words[2]), words[0]))
    print("/* Made by tools/make-printable.py from str.isprintable(). Do not edit. */")
    print('#include "heap/repr.h"\n')
    for version, runs in sorted(tables.items()):
        name = "unicode_" + version.replace(".", "_")
        print("static const struct kg_code_range %s[] = {" % name)
        for i in range(0, len(runs), 4):
            print("\t" + " ".join("{0x%x, 0x%x}," % r for r in runs[i:i + 4]))
        print("};\n")
    print("const struct kg_printable kg_printables[] = {")
    for major, minor, version in sorted(pythons):
        name = "unicode_" + version.replace(".", "_")
        print("\t{%d, %d, %s, KG_ARRAY_SIZE(%s)}," % (major, minor, name, name))
    print("};\n")
    print("const size_t kg_printables_n = KG_ARRAY_SIZE(kg_printables);")


main()
