#!/usr/bin/env python3
"""
An inference pipeline whose first task leaves its output behind.

What it does: one task makes a large array, and imports a module of its own only then, as pipelines do that
want to start fast; that module defines a few attrs classes and imports nibabel's support of DICOM. The
import runs with the task's frame on the stack. nibabel probes for a package that is not installed; its
function keeps the exception, which keeps the traceback, which keeps the frame, and each frame its caller up
to the task. attrs builds each class twice and drops the first. All that is cyclic garbage of a few kilobytes
that waits for a collection for which the counters do not ask, because allocating an array of any size counts
nothing.

What of it is real: nibabel and attrs as Debian installs them, the collector with its own thresholds. What is
arranged: nibabel does not use attrs itself, the module in between does, as an application's own would; and of
nibabel the DICOM support is imported, whose probe is the last thing its import does. After "import nibabel"
alone nothing is left: what it imports after its own probes makes the collector come by.

What a person sees without kedge: memory does not go down after the task. gc.get_referrers() of the
output finds no variable of the application; gc.garbage under gc.DEBUG_SAVEALL lists frames, functions,
tuples, cells, and no array. gc.collect() gives hundreds of MB back. Nobody knows why.

What kedge says (kedge cycles CORE):

    owner    library nibabel; also of importlib, application pipeline_scans.py, application pipeline.py
    verdict  import of nibabel left frames in cycles; ndarray of 64.0 MiB only goes along
    advice   call gc.collect() after the first import of nibabel, or import it at start

kedge cycles --totals CORE gives the three tables one would make of gc.garbage: types, frames by
file and function, contents of cells. kedge suspects CORE puts it first.

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
    # Lazy: whoever comes here first pays for the import.
    scans = importlib.import_module("pipeline_scans")
    return scans.Batch(), float(output[0])


def main():
    megabytes = sampling.option("--megabytes", 600)
    if importlib.util.find_spec("nibabel") is None or importlib.util.find_spec("attr") is None:
        print("nibabel and attrs are not both installed")
        sys.exit(77)
    if importlib.util.find_spec("pydicom") is not None:
        print("pydicom is installed, so nibabel does not look for it in vain")
        sys.exit(77)
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
