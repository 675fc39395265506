#!/usr/bin/env python3
"""
Worker processes forked around a shared heap: one of them grows, and most of it is not its own.

The master loads a table once, freezes it (gc.freeze(), so that collections do not write to its
pages) and forks workers. Each works on tasks; worker 2 keeps all its results. Every worker's
resident size is large, since the table is in all of them; which bytes are a worker's own, and which
worker keeps what, cannot be told from that.

    workers.py [--workers N] [--rows N] [--results N]

Prints a line of JSON when all workers have done their tasks (pids, and what each holds by its own
count), and waits for the end of standard input.

What a person sees without kedge: N processes of the same large size.
What kedge says: "kedge diff core.MASTER core.WORKER" says that the whole table survived, at the same
addresses, and that what the worker has beyond it is in RESULTS, under the function that fills it; for
the other workers hardly anything grew.
"""

import argparse
import gc
import json
import os
import sys

LEAKING = 2
RESULT_BYTES = 8192

TABLE = {}
RESULTS = []


class Row:
    def __init__(self, number):
        self.number = number
        self.name = f"row {number}"


class Result:
    __slots__ = ("row", "data")

    def __init__(self, row):
        self.row = row
        self.data = bytearray(RESULT_BYTES)


def work(worker, results):
    for i in range(results):
        result = Result(TABLE[i % len(TABLE)])
        if worker == LEAKING:
            RESULTS.append(result)
    return {"pid": os.getpid(), "results": len(RESULTS), "rows": len(TABLE),
            "result_bytes": sum(map(sys.getsizeof, RESULTS)),
            "data_bytes": sum(sys.getsizeof(r.data) for r in RESULTS)}


def worker_main(number, results, report, end):
    os.write(report, json.dumps(work(number, results)).encode() + b"\n")
    os.read(end, 1)  # nothing ever comes: it ends with the master
    os._exit(0)


def fork_workers(count, results):
    """The workers' reports, and the end of a pipe that keeps them alive while it is open."""
    report_r, report_w = os.pipe()
    end_r, end_w = os.pipe()
    for number in range(1, count + 1):
        if os.fork() == 0:
            os.close(end_w)
            worker_main(number, results, report_w, end_r)
    os.close(report_w)
    os.close(end_r)
    with open(report_r) as reports:
        return [json.loads(reports.readline()) for _ in range(count)], end_w


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--workers", type=int, default=3)
    parser.add_argument("--rows", type=int, default=5000)
    parser.add_argument("--results", type=int, default=300)
    args = parser.parse_args()
    for number in range(args.rows):
        TABLE[number] = Row(number)
    gc.collect()
    gc.freeze()
    workers, end = fork_workers(args.workers, args.results)
    print(json.dumps({"master": os.getpid(), "rows": len(TABLE), "workers": workers}), flush=True)
    sys.stdin.read()
    os.close(end)
    for _ in workers:
        os.wait()


if __name__ == "__main__":
    main()
