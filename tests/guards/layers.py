#!/usr/bin/env python3
"""
Holds every #include of src/ against src/LAYERS: a file includes headers of its own folder and of
folders listed before it, as "layer/name.h"; *_priv.h stays in its folder; a library that only one
layer may know is included nowhere else. Exit status: 0 all hold, 1 some do not.
"""

import os
import re
import sys

INCLUDE = re.compile(r'^\s*#\s*include\s+(?:"([^"]+)"|<([^>]+)>)', re.M)
# Header prefix -> where it may be included: a folder, or the number of files in that folder.
THIRD_PARTY = {
    "gelf.h": ("image", "process"),
    "libelf.h": ("image", "process"),
    "archive": ("image",),
    "elfutils/": ("process",),
    "dwarf.h": ("process",),
    # A layer of its own: it knows images and modules, nothing of Python, and heap/ need not know the library.
    "unicorn/": ("emulate",),
    "graphviz/": ("report",),
    "sqlite3.h": ("report",),
    "dlfcn.h": ("session", "emulate"),
    "curses.h": ("tui",),
    "ncurses": ("tui",),
}
# In each folder that may know it.
ONE_FILE = ("unicorn/", "graphviz/", "sqlite3.h", "dlfcn.h", "curses.h", "ncurses")


def layers_of(root):
    with open(os.path.join(root, "src", "LAYERS")) as f:
        return [line.strip() for line in f if line.strip() and not line.startswith("#")]


def sources_of(root):
    for folder, _, names in os.walk(os.path.join(root, "src")):
        for name in sorted(names):
            if name.endswith((".c", ".h")):
                yield os.path.relpath(os.path.join(folder, name), os.path.join(root, "src"))


def check_quoted(path, header, layers, root):
    own = path.split("/")[0]
    if header == "config.h":
        return None
    layer, slash, rest = header.partition("/")
    if not slash or layer not in layers:
        return f'{path}: "{header}" is not written as "layer/name.h"'
    if layers.index(layer) > layers.index(own):
        return f'{path}: "{header}" lies above {own}'
    if rest.endswith("_priv.h") and layer != own:
        return f'{path}: "{header}" is private to {layer}'
    if not os.path.exists(os.path.join(root, "src", header)):
        return f'{path}: "{header}" is not there'
    return None


def check_angled(path, header, users):
    own = path.split("/")[0]
    for prefix, allowed in THIRD_PARTY.items():
        if header.startswith(prefix):
            users.setdefault(prefix, set()).add(path)
            if own not in allowed:
                return f"{path}: <{header}> may only be included in {', '.join(allowed)}"
    return None


def main():
    root = os.environ.get("KEDGE_SRC", os.path.join(os.path.dirname(__file__), "..", ".."))
    layers = layers_of(root)
    wrong, users, files = [], {}, 0
    for path in sources_of(root):
        files += 1
        if path.split("/")[0] not in layers:
            wrong.append(f"{path}: its folder is not in src/LAYERS")
            continue
        with open(os.path.join(root, "src", path), encoding="utf-8") as f:
            text = f.read()
        for quoted, angled in INCLUDE.findall(text):
            wrong.append(check_quoted(path, quoted, layers, root) if quoted else check_angled(path, angled, users))
    for prefix in ONE_FILE:
        for folder in THIRD_PARTY[prefix]:
            files_of = sorted(path for path in users.get(prefix, ()) if path.startswith(f"{folder}/"))
            if len(files_of) > 1:
                wrong.append(f"<{prefix}> is included in more than one file: {', '.join(files_of)}")
    wrong = [text for text in wrong if text]
    print("\n".join(wrong) if wrong else f"{files} files keep to {len(layers)} layers")
    return 1 if wrong or not files else 0


if __name__ == "__main__":
    sys.exit(main())
