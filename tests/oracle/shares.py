"""
What the threads of a free-threaded interpreter, from 3.14 on, count by themselves and no object's header has, as gdb
reads it in a core with the interpreter's debug information: Include/internal/pycore_interp_structs.h,
struct _Py_unique_id_pool.
"""

import json
import os
import subprocess
import tempfile

SCRIPT = """
import json
shares = {}
interp = gdb.parse_and_eval("_PyRuntime.interpreters.head")
while interp:
    pool = interp["unique_ids"]
    table = gdb.parse_and_eval("(unsigned long *) %d" % int(pool["table"]))
    size = int(pool["size"])
    thread = interp["threads"]["head"]
    counts = [0] * size
    while thread:
        own = thread.cast(gdb.lookup_type("_PyThreadStateImpl").pointer())["refcounts"]
        for i in range(int(own["size"])):
            counts[i] += int(own["values"][i])
        thread = thread["next"]
    for i in range(size):
        if counts[i]:
            shares[int(table[i])] = counts[i]
    interp = interp["next"]
with open(OUT, "w") as f:
    json.dump(shares, f)
"""


def read(program, core):
    """{address of an object: the sum of what threads count of it}. @program: the file with debug information."""
    with tempfile.TemporaryDirectory(prefix="kedge-shares.") as folder:
        script, out = os.path.join(folder, "shares.py"), os.path.join(folder, "shares.json")
        with open(script, "w") as f:
            f.write(f"OUT = {out!r}\n" + SCRIPT)
        done = subprocess.run(["gdb", "-nx", "-batch", "-iex", "set debuginfod enabled off", "-iex", "set auto-load no",
                               program, core, "-x", script], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                              stderr=subprocess.STDOUT, encoding="utf-8", errors="replace", timeout=600)
        if not os.path.exists(out):
            raise OSError(f"gdb could not read the counts of threads:\n{done.stdout}")
        with open(out) as f:
            return {int(address): count for address, count in json.load(f).items()}
