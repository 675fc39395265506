"""Makes one object of each type of the modules beside it, says where they are, and waits."""
import gc
import json
import os
import sys
import weakref

sys.path.insert(0, os.getcwd())
import made_in_c
import made_in_cxx

gc.disable()


class Part(list):
    pass


class Kind:
    pass


parts = [Part([i]) for i in range(9)]
made = {
    "Held": made_in_c.Held(*parts[:6], Kind),
    "Shown": made_in_c.Shown(*parts[6:]),
    "Either": made_in_c.Either(),
    "Chosen": made_in_c.Chosen(parts[0]),
    "Row": made_in_c.Row(*parts[:3]),
    "Bare": made_in_c.Bare(),
    "Derived": made_in_cxx.Derived(parts[4], parts[5]),
}
if "liar" in sys.argv:
    made["Liar"] = made_in_c.Liar(parts[0])
made["Bare"].anything = parts[3]
made["module"] = made_in_c
made_in_c.keep(parts[0], parts[1], parts[2])
watcher = weakref.ref(made["Held"])
print(json.dumps({"pid": os.getpid(), "kind": hex(id(Kind)), "parts": [hex(id(p)) for p in parts],
                  "made": {name: hex(id(o)) for name, o in made.items()}}), flush=True)
sys.stdin.read()
