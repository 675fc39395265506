#!/usr/bin/env python3
"""
bound.py SECONDS COMMAND...: runs one test program, which ends after so many seconds at the latest.

A test that hangs is then one failure and not the end of the run. The program is the leader of a process group, so what it
started goes with it, whether it hangs, ends or is interrupted. The exit status is the program's, 124 when it was ended.
"""

import os
import signal
import subprocess
import sys

GRACE_S = 10  # to remove what it has made


def send(process, number):
    try:
        os.killpg(process.pid, number)
    except ProcessLookupError:
        pass


def end(process):
    send(process, signal.SIGTERM)
    try:
        process.wait(GRACE_S)
    except subprocess.TimeoutExpired:
        pass


def main():
    seconds, command = int(sys.argv[1]), sys.argv[2:]
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda number, _: sys.exit(128 + number))
    # Ignored where a shell started all this in the background, and inherited: but targets end by SIGQUIT and leave a core.
    signal.signal(signal.SIGQUIT, signal.SIG_DFL)
    process = subprocess.Popen(command, preexec_fn=os.setpgrp)
    try:
        status = process.wait(seconds)
        return status if status >= 0 else 128 - status
    except subprocess.TimeoutExpired:
        print(f"FAIL: {' '.join(command)}: it has not ended after {seconds} s", flush=True)
        end(process)
        return 124
    except BaseException:
        end(process)
        raise
    finally:
        send(process, signal.SIGKILL)
        process.wait()


if __name__ == "__main__":
    sys.exit(main())
