"""Whatever type the library's C modules have, tried with a few arguments: those that nobody thought of."""

import importlib
import os
import pkgutil
import sys
import types
import warnings

from zoo_parts import section

# Modules whose import speaks, opens windows or belongs to other systems.
_UNWELCOME = {"antigravity", "this", "idlelib", "turtle", "turtledemo", "lib2to3", "tkinter", "test", "_tkinter",
              "pydoc_data", "ensurepip",
              "__main__", "msilib"}
_ARGUMENTS = ((), ([],), ("abc",), (b"abc",), ({},), (5,), (len,), (len, "ab"), ([1, 2], [3]), ("a", "b"), (2, 3, 4),
              (types.SimpleNamespace(),))
_UNSOUND = {"CDLL", "epoll", "_TkinterCallback"}
if sys.version_info < (3, 9, 10):
    # These have no tp_traverse though their instances are tracked: the next collection crashes.
    _UNSOUND.update(("HeapGcCType", "SignalDictMixin"))
if sys.version_info[:2] == (3, 10):
    # One that could not be made stays in the collector's list, without references.
    _UNSOUND.add("Cache")
# Debug builds of 3.9 end with an assertion in _PyType_Lookup() when this one is given what it does not take: it goes on
# to look for attributes while an exception is set (Modules/_csv.c, dialect_new()). Without arguments it can be made.
_ENDS_IT = {"Dialect"} if sys.version_info < (3, 10) and hasattr(sys, "gettotalrefcount") else set()
_FUNCTIONS = (types.FunctionType, classmethod, staticmethod, property)


def _library_names():
    if hasattr(sys, "stdlib_module_names"):
        return sys.stdlib_module_names
    folder = os.path.dirname(os.__file__)
    names = {m.name for m in pkgutil.iter_modules([folder, os.path.join(folder, "lib-dynload")])}
    names |= set(sys.builtin_module_names)
    # What sys.stdlib_module_names leaves out too: modules that only tests have.
    return {n for n in names if not n.startswith(("_test", "_xxtest", "xx")) and n != "_ctypes_test"}


def import_library():
    """Every module of the standard library that is installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in sorted(_library_names() - _UNWELCOME):
            try:
                importlib.import_module(name)
            except ImportError:
                continue


def _is_native(tp):
    """Made of C alone: no Python code runs when it is called."""
    if type(tp) is not type or "__slots__" in vars(tp):
        return False
    for base in tp.__mro__:
        if any(isinstance(value, _FUNCTIONS) and getattr(value, "__code__", 1) for value in vars(base).values()
               if not isinstance(value, (classmethod, staticmethod))):
            return False
    return "__new__" in dir(tp) and not tp.__flags__ & 1 << 7


def _all_types():
    found = [object]
    for tp in found:
        for sub in type.__subclasses__(tp):
            if sub not in found:
                found.append(sub)
    return found


@section
def every_native_type():
    import_library()
    made = []
    for tp in _all_types():
        if not _is_native(tp) or tp.__name__ in _UNSOUND:
            continue
        count = 0
        for arguments in _ARGUMENTS:
            if count == 3 or (arguments and tp.__name__ in _ENDS_IT):
                break
            try:
                made.append(tp(*arguments))
                count += 1
            except BaseException:
                continue
    return made
