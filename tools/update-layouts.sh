#!/bin/sh
# Makes the layout tables anew: run PYTHON with every extension module of its
# standard library loaded, take its core, and write down what debug information
# says of each struct in src/cpython/layouts/structs.list.
#
#   tools/update-layouts.sh PYTHON TABLE MICRO-MIN MICRO-MAX BUILDS BUILD-DIR
#   tools/update-layouts.sh /usr/bin/python3.11 cpython_3_11_x86_64 0 255 both build
#
# Needs gcore (gdb) and the debug package of PYTHON; BUILD-DIR is where kedge was
# configured. BUILDS is release, debug or both: for which builds the table holds. With
# ROOT in the environment PYTHON lives in that chroot, and its debug files too; with EMULATOR (qemu-aarch64-static,
# by its path in the chroot) it is a program for another machine, whose table holds what is not in that for x86-64.
# A new table also needs its line in src/cpython/layouts/tables.c.
set -eu

[ $# -eq 6 ] || { sed -n '2,15s/^# \{0,1\}//p' "$0" >&2; exit 2; }
python=$1 table=$2 first=$3 last=$4 builds=$5 build=$6
here=$(cd "$(dirname "$0")/.." && pwd)
root=${ROOT:-}
work=$(mktemp -d "$root/tmp/layouts.XXXXXX")
pid=
trap '[ -z "$pid" ] || kill "$pid" 2>/dev/null; rm -rf "$work"' EXIT

make -s --no-print-directory -C "$build" tools/make-layouts >&2
ulimit -c unlimited
${root:+chroot "$root"} ${EMULATOR:-} "$python" - "${work#"$root"}/ready" <<'EOF' &
import importlib.machinery, os, sys, sysconfig, time
os.chdir(os.path.dirname(sys.argv[1]))
suffixes = importlib.machinery.EXTENSION_SUFFIXES
# Where they are installed, or where they were built.
folders = [f for f in [sysconfig.get_path("stdlib") + "/lib-dynload"] + sys.path if os.path.isdir(f)]
names = {f.split(".")[0] for folder in folders for f in os.listdir(folder) if any(f.endswith(s) for s in suffixes)}
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
if [ -n "${EMULATOR:-}" ]; then
	kill -ABRT "$pid" # SIGQUIT is ignored by what the shell has in the background
	wait "$pid" || true
	mv "$work"/qemu_*.core "$work/core.$pid"
else
	gcore -o "$work/core" "$pid" >/dev/null 2>&1
fi
"$build/tools/make-layouts" "$work/core.$pid" "$here/src/cpython/layouts/structs.list" "kg_layout_$table" \
	"$first" "$last" "$builds" ${root:+"$root/usr/lib/debug" "$root"} >"$work/table.c"
mv "$work/table.c" "$here/src/cpython/layouts/$table.c"
