#!/bin/sh
# Makes the layout tables anew: run PYTHON with every extension module of its
# standard library loaded, take its core, and write down what debug information
# says of each struct in src/cpython/layouts/structs.list.
#
#   tools/update-layouts.sh PYTHON TABLE MICRO-MIN MICRO-MAX BUILD-DIR
#   tools/update-layouts.sh /usr/bin/python3.11 cpython_3_11_x86_64 0 255 build
#
# Needs gcore (gdb) and the debug package of PYTHON; BUILD-DIR is where kedge was
# configured. A new table also needs its line in src/cpython/layouts/tables.c.
set -eu

[ $# -eq 5 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2; }
python=$1 table=$2 first=$3 last=$4 build=$5
here=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT

make -s --no-print-directory -C "$build" tools/make-layouts >&2
"$python" - "$work/ready" <<'EOF' &
import importlib.machinery, os, sys, sysconfig, time
folder = sysconfig.get_path("platstdlib") + "/lib-dynload"
suffixes = importlib.machinery.EXTENSION_SUFFIXES
names = {f.split(".")[0] for f in os.listdir(folder) if any(f.endswith(s) for s in suffixes)}
for name in sorted(names):
    try:
        __import__(name)
    except Exception as e:
        print("left out:", name, e, file=sys.stderr)
open(sys.argv[1], "w").close()
time.sleep(600)
EOF
pid=$!
while [ ! -e "$work/ready" ]; do
	kill -0 "$pid"
	sleep 0.2
done
gcore -o "$work/core" "$pid" >/dev/null 2>&1
"$build/tools/make-layouts" "$work/core.$pid" "$here/src/cpython/layouts/structs.list" "kg_layout_$table" \
	"$first" "$last" >"$work/table.c"
mv "$work/table.c" "$here/src/cpython/layouts/$table.c"
