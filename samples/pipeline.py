#!/usr/bin/env python3
"""
An inference pipeline whose first task leaves its output behind.

What it does: one task makes a large array, and imports attrs and nibabel only then, as pipelines do that want
to start fast. The collector was told to come less often, as people do who read that it costs time. The import runs with the task's frame on the stack. Modules of the package probe for
others that are not installed, keep the exceptions, and with them the frames; attrs and enum build
classes twice and drop the first. All that is cyclic garbage of a few kilobytes that waits for a
collection for which the counters do not ask, because allocating an array of any size counts nothing.

What a person sees without kedge: memory does not go down after the task. gc.get_referrers() of the
output finds no variable of the application; gc.garbage under gc.DEBUG_SAVEALL lists functions, dicts,
tuples, cells, frames, and no array. gc.collect() gives hundreds of MB back. Nobody knows why.

What kedge says (kedge cycles CORE):

    owner    library nibabel; also of importlib, ...
    verdict  import of nibabel left frames ... ; ndarray of 64.0 MiB only goes along
    advice   call gc.collect() after the first import of nibabel, or import it at start

and kedge cycles --totals CORE gives the three tables one would make of gc.garbage: types, frames by
file and function, contents of cells.

    pipeline.py [--megabytes N] [--collect]

Waits to be looked at, with its pid in the last line; --collect shows what gc.collect() gives back.
With SAMPLE_FACTS=FILE a forked copy writes there what gc.garbage holds.
"""

import gc
import importlib
import importlib.util
import sys

import sampling

try:
    import numpy
except ImportError:
    sys.exit(77)


def infer(megabytes):
    return numpy.full(megabytes << 18, 0.5, dtype=numpy.float32)


def run_task(megabytes):
    output = infer(megabytes)
    # Lazy: whoever comes here first pays for the imports.
    importlib.import_module("attr")
    nibabel = importlib.import_module("nibabel")
    return nibabel.__version__, float(output[0])


def main():
    megabytes = sampling.option("--megabytes", 600)
    if importlib.util.find_spec("nibabel") is None or importlib.util.find_spec("attr") is None:
        print("nibabel and attrs are not both installed")
        sys.exit(77)
    gc.set_threshold(100_000, 50, 50)
    sampling.mark("start")
    run_task(megabytes)
    sampling.mark("after the task; no variable refers to its output")
    if "--collect" in sys.argv:
        found = gc.collect()
        sampling.mark(f"after gc.collect(), which found {found} objects")
        return
    sampling.wait()


if __name__ == "__main__":
    main()
