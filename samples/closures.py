#!/usr/bin/env python3
"""
The frame that would not go: three ways to keep a large local alive.

What it does: makes three outputs, each held by something that is not a variable of the application:
a function kept in a registry that captures the output in its closure; a generator-based context
manager that is suspended at its `yield`, kept open in a list; an exception kept for a report, whose
traceback keeps the frame that raised it, with its locals. A fourth is garbage: a closure that refers
to itself, as recursive inner functions do, with the output in another cell.

What a person sees without kedge: no variable named output anywhere; gc.get_referrers() gives cells,
frames and tracebacks without a name.

What kedge says: kedge why CORE ADDR names for each output the function whose cell holds it, the line
where the generator is suspended, or the frame and the local of the traceback; kedge cycles CORE says
of the fourth that the function is held by its own closure, and that the output goes along.

    closures.py [--megabytes N]
"""

import contextlib
import gc

import sampling

HANDLERS = {}
OPEN = []
REPORTS = []


def capture(megabytes):
    closure_output = bytearray(megabytes << 20)

    def handler():
        return len(closure_output)

    HANDLERS["length"] = handler


@contextlib.contextmanager
def session(megabytes):
    session_output = bytearray(megabytes << 20)
    yield len(session_output)


def suspend(megabytes):
    manager = session(megabytes)
    manager.__enter__()
    OPEN.append(manager)


def fail(megabytes):
    failed_output = bytearray(megabytes << 20)
    raise ValueError(f"{len(failed_output)} is too much")


def report(megabytes):
    try:
        fail(megabytes)
    except ValueError as error:
        REPORTS.append(error)


def recurse(megabytes):
    output = bytearray(megabytes << 20)

    def visit(depth):
        return visit(depth - 1) if depth else len(output)

    return visit(3)


def main():
    megabytes = sampling.option("--megabytes", 100)
    gc.collect()
    sampling.mark("start")
    for keep in (capture, suspend, report, recurse):
        keep(megabytes)
        sampling.mark(f"after {keep.__name__}()")
    sampling.wait()


if __name__ == "__main__":
    main()
