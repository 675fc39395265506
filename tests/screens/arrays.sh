#!/bin/bash
# The real program in a real terminal over arrays of NumPy: blocks of memory, their views, what the plugin tells, C structs.
set -u
command -v tmux >/dev/null || { echo "SKIP: tmux is needed"; exit 77; }
"$KEDGE" "$KEDGE" 2>&1 </dev/null | grep -q 'built without the explorer' && { echo "SKIP: built without ncurses"; exit 77; }
/usr/bin/python3.11 -c 'import numpy' 2>/dev/null || { echo "SKIP: /usr/bin/python3.11 with numpy is needed"; exit 77; }
here=$(dirname "$0") dir=$(mktemp -d "${TMPDIR:-/tmp}/kedge-arrays.XXXXXX") || exit 1
export HOME=$dir LC_ALL=C.UTF-8
unset XDG_CACHE_HOME XDG_CONFIG_HOME XDG_STATE_HOME TMUX NO_COLOR
mux() { tmux -S "$dir/socket" -f /dev/null "$@"; }
trap 'mux kill-server 2>/dev/null; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
failed=0
PATIENCE_S=1000 # for all of it

cat >"$dir/target.py" <<'EOP'
import sys, time, types
import numpy
app = types.ModuleType("app")
sys.modules["app"] = app
app.grid = numpy.ones((300, 1000))
app.rows = app.grid[::2, 5:]
app.parts = [app.grid[i] for i in range(20)]
app.evil = numpy.array(["evil\x1b[31m\u202e", {"key": 1}], dtype=object)
app.memory = memoryview(app.grid)
print("ready", flush=True)
time.sleep(600)
EOP
# take NAME PROGRAM...: its core is $dir/NAME
take() {
	/usr/bin/python3.11 "$here/../take_core.py" "$dir/$1" "${@:2}" || exit 1
}
take arrays /usr/bin/python3.11 "$dir/target.py"
take plain /usr/bin/python3.11 "$here/target.py"

screen() { mux capture-pane -p -t 0; }
# within COMMAND...: waits until it succeeds; what never comes ends the test, the machine may be slow
within() {
	until "$@"; do
		[ $SECONDS -lt $PATIENCE_S ] || return 1
		sleep 0.1
	done
}
shows() { screen | grep -qF -- "$1"; }
# expect TEXT: waits until the screen has it
expect() {
	within shows "$1" && return 0
	echo "FAIL: no \"$1\" on the screen of $title:"
	screen
	exit 1
}
# unless TEXT: the screen, which is there, must not have it
unless() {
	screen | grep -qF -- "$1" || return 0
	echo "FAIL: \"$1\" on the screen of $title:"
	screen
	failed=1
}
keys() { mux send-keys -t 0 "$@"; }
# line TEXT: typed, with Enter
line() { keys -l -- "$1"; keys Enter; }
# session WIDTH HEIGHT COMMAND...
session() {
	title="$*"
	mux kill-server 2>/dev/null
	within ended
	mux new-session -d -x "$1" -y "$2" "${*:3}" || exit 1
	expect "gc.collect() would free"
}
ended() { ! mux list-sessions >/dev/null 2>&1; }
# Leaves by the key for it: kedge must end, and with it the session.
leave() {
	keys Q
	within ended && return 0
	echo "FAIL: $title does not end:"
	screen
	exit 1
}

walk() {
	keys 5
	expect "VIEWS KEPT BY"
	expect "numpy.ndarray"
	expect " 22 " # two rows apart, twenty rows, and the buffer of the memoryview's
	keys Enter
	expect "shape     (300, 1000)"
	expect "dtype     float64"
	expect "strides   (8000, 8)"
	expect "its own"
	expect "shared    with "
	keys v
	expect "owner 0x"
	expect "+40 0x"
	keys /
	line "(150, 995)"
	keys Enter
	expect "shape     (150, 995)"
	expect "strides   (16000, 8)"
	expect "flags     does not own its data, writable"
	expect "block     0x"
	expect ".base"
	keys w
	expect "['rows'] -> numpy.ndarray"
	keys q
	expect "strides   (16000, 8)"
	keys /
	line "block "
	keys Enter
	expect "strides   (8000, 8)"
	keys S
	expect "C struct "
	keys S
	expect "strides   (8000, 8)"
	keys g
	line app.memory
	expect "and shows 2.3 MiB"
	keys S
	expect "C struct PyMemoryViewObject, "
	expect "view.len"
	expect "2400000"
	keys /
	line view.obj
	keys Enter
	expect "strides   (8000, 8)"
	keys q
	expect "C struct PyMemoryViewObject, "
	keys g
	line app.evil
	expect "shape     (2,)"
	keys End k
	expect 'evil\x1b'
	screen | grep -q "$(printf '\033\|\342\200\256')" && { echo "FAIL: raw control characters"; failed=1; }
	keys w
	expect "1. sys.modules['app'].evil"
	keys "?"
	expect "keys of every view"
	leave
}

# screen has 8 colors; the other way there are none.
for size in "80 24" "300 100"; do
	for environment in "TERM=screen" "TERM=screen NO_COLOR=1"; do
		session $size "env $environment $KEDGE $dir/arrays"
		walk
	done
done

# What was given when it was started holds for what is typed in it.
mkdir -m 755 "$dir/plugins"
cc -shared -fPIC -I "$KEDGE_SRC/src/api" -o "$dir/plugins/kedge-ring.so" "$KEDGE_SRC/samples/plugin/kedge-ring.c" || exit 1
session 80 24 "$KEDGE $dir/arrays --plugin-dir $dir/plugins"
keys :
line info
expect "ring"
keys q :
line "verify --type numpy.ndarray"
expect "WHAT MUST HOLD"
leave
session 80 24 "$KEDGE $dir/arrays --no-plugins"
keys g
line app.rows
expect "type      numpy.ndarray"
unless "strides"
unless "shared "
keys :
line "types --type numpy.ndarray"
expect "OBJECTS"
keys q :
line info
expect "no plugin is loaded"
leave

# Nothing of it where there are no arrays.
session 80 24 "$KEDGE $dir/plain"
keys g
line app.REG
expect "retained"
unless "shared "
unless "block "
unless "strides"
keys v
expect "it has no memory beside itself that others could show"
leave
exit $failed
