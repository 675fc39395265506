#!/usr/bin/env python3
"""Each header compiles alone, so that nobody depends on what another header happens to include."""

import os
import shlex
import subprocess
import sys


def main():
    root = os.path.abspath(os.environ.get("KEDGE_SRC", os.path.join(os.path.dirname(__file__), "..", "..")))
    build = os.environ.get("KEDGE_BUILD", root)
    command = shlex.split(os.environ.get("KEDGE_CC", "cc")) + shlex.split(os.environ.get("KEDGE_CPPFLAGS", ""))
    command += ["-std=gnu17", "-D_GNU_SOURCE", "-I", os.path.join(root, "src"), "-I", build, "-I", root, "-Wall",
                "-Wextra", "-Werror",
                "-fsyntax-only", "-x", "c", "-"]
    failed = headers = 0
    for folder, _, names in sorted(os.walk(os.path.join(root, "src"))):
        for name in sorted(names):
            if not name.endswith(".h"):
                continue
            headers += 1
            header = os.path.relpath(os.path.join(folder, name), os.path.join(root, "src"))
            # Twice, since a header that lacks its guard shows only then.
            text = f'#include "config.h"\n#include "{header}"\n#include "{header}"\nint kg_headers_guard;\n'
            done = subprocess.run(command, input=text, encoding="utf-8", stderr=subprocess.PIPE, cwd=build)
            if done.returncode != 0:
                failed += 1
                print(f"{header} does not compile alone:\n{done.stderr}")
    print(f"{headers} headers, {failed} failed")
    return 1 if failed or not headers else 0


if __name__ == "__main__":
    sys.exit(main())
