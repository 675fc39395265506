#!/bin/bash
# The stages of a reading and canceling it, without and with the explorer, on the core of a small program.
set -u
[ -x /usr/bin/python3.11 ] || { echo "SKIP: python3.11 is needed"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/kedge-session.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
cat >"$dir/target.py" <<'EOT'
import array, asyncio, time, tracemalloc
tracemalloc.start(3)
class Node:
    def __init__(self, i, prev):
        self.i, self.prev, self.name, self.items = i, prev, "n%d" % i, [i, float(i), {"k": i}, bytearray(i % 300)]
keep = []
for i in range(2000):
    keep.append(Node(i, keep[-1] if keep else None))
loop = []
for i in range(200):
    pair = [keep[i], array.array("d", range(i))]
    pair.append(pair)
async def idle():
    await asyncio.sleep(1000)
loop = asyncio.new_event_loop()
task = loop.create_task(idle(), name="idle task")
loop.call_later(0.05, loop.stop)
loop.run_forever()
def work():
    local_name = "here"
    print("ready", flush=True)
    time.sleep(600)
work()
EOT
/usr/bin/python3.11 "$(dirname "$0")/../take_core.py" "$dir/core" /usr/bin/python3.11 "$dir/target.py" || exit 1
"$KEDGE_BUILD/tests/session/stages" "$dir/core" || exit 1
"$KEDGE_BUILD/tests/screens/phases" "$dir/core"
