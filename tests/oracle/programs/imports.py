"""
The second run dies: import frames, class-building closures and cells form cycles of a few kilobytes
that wait for a collection, and a large array is alive beside them.
"""

import gc
import importlib.util
import os
import sys
import types

import recorder

gc.collect()
gc.set_threshold(100000, 50, 50)

FOLDER = os.environ["ORACLE_OUT"]


class MagicProxy:
    """Stands for a library's proxy that remembers who made it."""

    def __init__(self, name, parent):
        self.name = name
        self.parent = parent
        parent._children = getattr(parent, "_children", {})
        parent._children[name] = self


def class_builder(name, fields):
    """As attrs does: functions that close over the builder, which holds the functions."""
    builder = types.SimpleNamespace(name=name, fields=fields, methods={})

    def add_init():
        def __init__(self, **values):
            for field in builder.fields:
                setattr(self, field, values.get(field))

        builder.methods["__init__"] = __init__
        return builder

    def add_repr():
        def __repr__(self):
            return f"{builder.name}({', '.join(builder.fields)})"

        builder.methods["__repr__"] = __repr__
        return builder

    builder.steps = (add_init, add_repr)
    for step in builder.steps:
        step()
    return type(name, (), builder.methods)


def write_module(name, text):
    path = os.path.join(FOLDER, name + ".py")
    with open(path, "w") as f:
        f.write(text)


write_module("lazy_leaf", """
import sys
def optional_package(name):
    try:
        __import__(name)
    except ImportError as exc:
        error = exc
        frame = sys._getframe()
        def report():
            return error, frame
        return report
    return None
missing = [optional_package('no_such_package_%d' % i) for i in range(5)]
raise ImportError('half of this module ran')
""")
write_module("lazy_middle", """
try:
    import lazy_leaf
except ImportError as exc:
    held = exc
    def why():
        return held
""")
sys.path.insert(0, FOLDER)


def task():
    """The lazy import fires inside the first task; its frames stay in what it leaves behind."""
    output = bytearray(40 << 20)
    inputs = [float(i) for i in range(1000)]
    for i in range(20):
        cls = class_builder(f"Model{i}", ["a", "b", "c"])
        instance = cls(a=1, b=[2], c={"three": 3})
        proxy = MagicProxy(f"proxy{i}", types.SimpleNamespace())
        proxy.instance = instance
    for i in range(3):
        sys.modules.pop("lazy_middle", None)
        sys.modules.pop("lazy_leaf", None)
        import lazy_middle
        spec = importlib.util.find_spec("lazy_middle")
        module = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(module)
        del lazy_middle, module, spec
    sys.modules.pop("lazy_middle", None)
    return output, inputs


result, inputs = task()
try:
    raise RuntimeError("kept")
except RuntimeError as exc:
    kept_error = exc


def suspended():
    mine = list(inputs[:10])
    yield mine
    yield result


waiting = suspended()
next(waiting)
recorder.stop()
