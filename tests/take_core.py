#!/usr/bin/env python3
"""take_core.py CORE COMMAND...: starts a program, and writes its core once it has said a line and waits; then it is ended."""

import os
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from support import Program, Wrong


def main():
    core, command = sys.argv[1], sys.argv[2:]
    try:
        with Program(command) as program:
            program.expect("ready")
            program.core(core)
    except Wrong as wrong:
        print(f"FAIL: {wrong}")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
