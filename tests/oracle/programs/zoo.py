"""An instance of nearly every type that the standard library can make, kept and in garbage."""

import gc
import sys
import warnings

import recorder
import zoo_parts
from zoo_parts import callables, concurrency, library, types_at_large, values

warnings.simplefilter("ignore")
if hasattr(sys, "set_int_max_str_digits"):
    sys.set_int_max_str_digits(0)
types_at_large.import_library()
gc.collect()
gc.disable()


def drop(make):
    """In a cycle of its own, which only the collector can find."""
    cage = [make()]
    cage.append(cage)


kept = {}
for make in zoo_parts.SECTIONS:
    kept[make.__name__] = make()
    drop(make)
del make
recorder.stop()
