"""Runs every test function of the programs beside it, and writes a line for each; within the virtual machine."""

import importlib
import os
import re
import sys
import traceback

sys.dont_write_bytecode = True
sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))

from common import Wrong

PARTS = ["crash", "cgroup", "unit", "namespace", "containers", "forks", "permits"]


def run_part(part, only):
    module = importlib.import_module(part)
    for name, test in list(vars(module).items()):
        if not name.startswith("test_") or not re.search(only, f"{part}.{name[5:]}"):
            continue
        try:
            said = test()
            print(f"PASS: {part}.{name[5:]}" + (f": {said}" if said else ""), flush=True)
        except Wrong as e:
            print(f"FAIL: {part}.{name[5:]}: {e}", flush=True)
        except Exception:
            print(f"FAIL: {part}.{name[5:]}: {' | '.join(traceback.format_exc().splitlines())}", flush=True)


def main():
    print(f"kedge: the machine is up, {' '.join(os.uname()[i] for i in (0, 2, 4))}", flush=True)
    with open("/job/only") as f:
        only = f.read()
    for part in PARTS:
        run_part(part, only)
    print("kedge: all checks have run", flush=True)


main()
