#!/usr/bin/env python3
"""
A hundred arrays that nobody can reach.

What it does: with gc disabled, a loop makes an array, puts it in a list `a`, puts that in a list `b`,
and `b` back into `a`: a.append(b). Both names are bound anew in the next round. Each round leaves 32 MB.
With --no-cycle the last step is a = a + [b], which makes a third list: no cycle, and memory stays flat.

What a person sees without kedge: 3.2 GB of memory and no name that refers to any of it; the two
programs differ by one operator.

What kedge says (kedge cycles CORE): one hundred groups that look alike, shown once,

    verdict  plain containers that hold each other: list[1][0] ...; ndarray of 32.0 MiB only goes along
    advice   take one link out when done, or call gc.collect(); gc is disabled, ...
    inside   nothing; along numpy.ndarray 1 (32.0 MiB)

and of --no-cycle that nothing of it is garbage.

    arrays_in_cycles.py [--count N] [--megabytes N] [--no-cycle]
"""

import gc
import sys

import sampling

try:
    import numpy
except ImportError:
    sys.exit(77)


def leave(megabytes, cycle):
    array = numpy.full(megabytes << 17, 0.5)
    a = [array]
    b = [a]
    if cycle:
        a.append(b)
    else:
        a = a + [b]


def main():
    count, megabytes = sampling.option("--count", 100), sampling.option("--megabytes", 32)
    gc.collect()
    gc.disable()
    sampling.mark("start")
    for _ in range(count):
        leave(megabytes, "--no-cycle" not in sys.argv)
    sampling.mark(f"after {count} rounds; no variable refers to any array")
    sampling.wait()


if __name__ == "__main__":
    main()
