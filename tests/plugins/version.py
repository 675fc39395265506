#!/usr/bin/env python3
"""
A PyTorch that names a version which the plugin was not made for, though its objects fit: summary and show say that what is
told of tensors is a guess, and of which version; and one that names none.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: version.py [--target VERSION]   (environment: KEDGE)
"""

import json
import os
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import PYTHON, SKIPPED, Program, Tally, document, has, kedge

NAMED = "1.130.2+other"  # which begins as 1.13 does


def target(version):
    import torch

    if version:
        torch.version.__version__ = version
    else:
        del sys.modules["torch.version"]
    tensor = torch.ones(3)
    print(json.dumps({"addr": hex(id(tensor))}), flush=True)
    sys.stdin.readline()


def check(hold, core, facts, version):
    said = document("summary", core)["guesses"]
    text = kedge("summary", core).stdout
    fields = document("show", core, facts["addr"])["fields"]
    if version:
        hold("another version: summary says so", [g["plugin"] for g in said] == ["torch"] and f"PyTorch {version}, " in said[0]["text"] and
             f"plugin torch: {said[0]['text']}" in text, said, text)
    else:
        hold("no version: nothing to say of it", said == [] and "plugin torch:" not in text, said, text)
    words = f"a guess, for the target has {version}" if version else "a guess, for the target names no version"
    hold("what fits is told, and called a guess", fields["shape"] == "[3]" and fields["class"].endswith(words), fields)


def main():
    if "--target" in sys.argv:
        return target(sys.argv[-1])
    if not has(PYTHON, "import torch"):
        print("SKIP: python3-torch is not installed")
        return SKIPPED
    tally = Tally()
    for version in (NAMED, ""):
        with tempfile.TemporaryDirectory(prefix="kedge-version.") as folder:
            with Program([PYTHON, os.path.abspath(__file__), "--target", version], cwd=folder) as program:
                facts = program.facts()
                core = program.core(os.path.join(folder, "core"))
            check(tally.hold, core, facts, version)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
