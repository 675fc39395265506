# What the tests of the explorer look at: a wide branch, hostile names, garbage, objects with many references, a block
# of memory that several show.
import gc
import sys
import time
import types

gc.disable()
app = types.ModuleType("app")


class Wide:
    def __init__(self):
        self.items = [bytearray(100 + i) for i in range(3000)]


class Loop:
    pass


app.WIDE = Wide()
app.REG = {"key": [bytearray(200000)], "evil\x1b[31m\u202e": 1}
app.TABLES = [dict.fromkeys(range(70)) for _ in range(100)]
app.BLOCK = bytearray(70000)
app.VIEW = memoryview(app.BLOCK)[1000:21000]
app.VIEWS = [app.VIEW[100 * i:100 * i + 100] for i in range(12)]
sys.modules["app"] = app
loop = Loop()
loop.itself, loop.content = loop, {"held": bytearray(100000)}
del loop
print("ready", flush=True)
time.sleep(600)
