"""Whatever type the library's C modules have, tried with a few arguments: those that nobody thought of."""

import importlib
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
_FUNCTIONS = (types.FunctionType, classmethod, staticmethod, property)


def import_library():
    """Every module of the standard library that is installed."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in sorted(sys.stdlib_module_names - _UNWELCOME):
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
        if not _is_native(tp) or tp.__name__ in ("CDLL", "epoll", "_TkinterCallback"):
            continue
        count = 0
        for arguments in _ARGUMENTS:
            if count == 3:
                break
            try:
                made.append(tp(*arguments))
                count += 1
            except BaseException:
                continue
    return made
