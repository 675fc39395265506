#!/usr/bin/env python3
"""
The event loop and the task that a thread runs, which the thread's state holds from 3.13 and 3.14 on: both are roots,
with the interpreter's own layout and with the tables, and no more references to either are found than it counts.
"""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "matrix"), os.path.join(os.path.dirname(HERE), "oracle")]
sys.dont_write_bytecode = True

import elsewhere
from support import KEDGE, PATIENCE_S, attempt

PROGRAM = """
import asyncio, time
async def main():
    await asyncio.sleep(0)
    print(hex(id(asyncio.get_running_loop())), hex(id(asyncio.current_task())), flush=True)
    time.sleep(600)
asyncio.run(main())
"""


def roots_of(options, pid):
    done = attempt(KEDGE, "roots", "--json", "--quiet", "--limit", "0", *options, f"pid:{pid}")
    return done.stdout, done.stderr


def check(name, python):
    """What is wrong."""
    minor = int(name.partition("3.")[2].rstrip("d"))
    with tempfile.TemporaryDirectory(prefix="kedge-running.", dir=elsewhere.folder_for(python)) as place:
        program = os.path.join(place, "source.py")
        with open(program, "w") as f:
            f.write(PROGRAM)
        os.mkdir(os.path.join(place, "run"))
        process = elsewhere.start(python, [program], [], os.path.join(place, "run"), stdout=subprocess.PIPE)
        try:
            loop, task = process.stdout.readline().decode().split()
            wrong = []
            for options in ([], ["--no-dwarf"]):
                text, said = roots_of(python.options("live") + options, process.pid)
                lines = [line for line in text.splitlines()]
                for member, address, since in (("asyncio_running_loop", loop, 13), ("asyncio_running_task", task, 14)):
                    found = [line for line in lines if member in line]
                    right = len(found) == 1 and address in text if minor >= since else not found
                    if not right:
                        wrong.append(f"{name} {options}: {member} {address}: {found} {said}")
            return wrong
        finally:
            process.kill()
            process.wait(PATIENCE_S)


def main():
    failed = tried = 0
    for name, python in elsewhere.at_hand((3, 11)):
        if python.emulator:
            continue
        tried += 1
        wrong = check(name, python)
        failed += bool(wrong)
        print("\n".join(f"FAIL: {text}" for text in wrong) if wrong else f"PASS: {name}")
    if not tried:
        print("SKIP: no interpreter of the matrix is at hand")
        return 77
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
