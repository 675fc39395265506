#!/bin/bash
# The real program in a real terminal: screens, resizing, stopping, ending by signal.
set -u
command -v tmux >/dev/null && command -v gcore >/dev/null || { echo "SKIP: tmux and gcore are needed"; exit 77; }
"$KEDGE" "$KEDGE" 2>&1 </dev/null | grep -q 'built without the explorer' && { echo "SKIP: built without ncurses"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/kedge-tmux.XXXXXX") || exit 1
export HOME=$dir LC_ALL=C.UTF-8
unset XDG_CACHE_HOME XDG_CONFIG_HOME TMUX
mux() { tmux -S "$dir/socket" -f /dev/null "$@"; }
python=
trap 'mux kill-server 2>/dev/null; [ -n "$python" ] && kill "$python" 2>/dev/null; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
failed=0

cat >"$dir/target.py" <<'EOF'
import sys, time, types
app = types.ModuleType("app")
app.REG = {"key": [bytearray(200000)], "evil\x1b[31m\u202e": 1}
sys.modules["app"] = app
print("ready", flush=True)
time.sleep(600)
EOF
/usr/bin/python3.11 "$dir/target.py" >"$dir/log" &
python=$!
until grep -q ready "$dir/log"; do sleep 0.1; done
gcore -o "$dir/core" "$python" >/dev/null 2>&1 || { echo "SKIP: gcore cannot take a core here"; exit 77; }
kill "$python"
wait "$python" 2>/dev/null
core=$dir/core.$python
python=

screen() { mux capture-pane -p -t 0; }
# expect TEXT: waits until the screen has it
expect() {
	for _ in $(seq 100); do
		screen | grep -qF -- "$1" && return 0
		sleep 0.1
	done
	echo "FAIL: no \"$1\" on the screen:"
	screen
	failed=1
}
keys() { mux send-keys -t 0 "$@"; }

mux new-session -d -x 80 -y 24 "bash --norc --noprofile -i" || exit 1
keys "PS1='prompt> '; stty -a >$dir/before; clear" Enter
expect "prompt>"
keys "$KEDGE $core" Enter
expect "▸ overview"
expect "gc.collect() would free"
keys 2
expect "OBJECTS"
keys g
keys -l app.REG
keys Enter
expect "kept by sys.modules['app'].REG"
screen | grep -q "$(printf '\033\|\342\200\256')" && { echo "FAIL: raw control characters"; failed=1; }
keys w
expect "1. sys.modules"
mux resize-window -x 60 -y 16
expect "? help"
[ "$(screen | wc -l)" -le 16 ] || { echo "FAIL: resize"; failed=1; }
mux resize-window -x 120 -y 30
expect "q back"
keys C-z
expect "Stopped"
keys "stty -a >$dir/stopped" Enter
sleep 0.5
keys fg Enter
expect "? help"
pid=$(pgrep -f -x "$KEDGE $core")
kill -TERM "$pid"
expect "prompt>"
mux resize-window -x 80 -y 24
keys "clear; stty -a >$dir/after; echo status done" Enter
expect "status done"
keys "clear; $KEDGE $core" Enter
expect "? help"
kill -SEGV "$(pgrep -f -x "$KEDGE $core")"
expect "prompt>"
keys "clear; stty -a >$dir/crashed; echo crash done" Enter
expect "crash done"
keys "clear; TERM=dumb $KEDGE $core; echo exit \$?" Enter
expect "TERM=dumb cannot"
expect "exit 2"
echo no core >"$dir/text"
keys "clear; $KEDGE $dir/text; echo exit \$?" Enter
expect "kedge: $dir/text"
expect "exit 3"
cp "$core" "$dir/torn"
size=$(stat -c %s "$core")
yes garbage | dd of="$dir/torn" bs=4096 seek=$((size / 8192)) count=100 conv=notrunc iflag=fullblock 2>/dev/null
keys "clear; $KEDGE $dir/torn; echo exit \$?" Enter
expect "overview"
keys 2
expect "OBJECTS"
keys 3
expect "VALUE"
sleep 2
keys Q
expect "exit 0"
keys "clear; NO_COLOR=1 $KEDGE $core; echo exit \$?" Enter
expect "▸ overview"
sleep 2
keys Q
expect "exit 0"
for state in stopped after crashed; do
	# bash's line editor keeps the same modes while a command runs; rows and columns may differ
	if ! diff <(sed 's/rows [0-9]*; columns [0-9]*//' "$dir/before") <(sed 's/rows [0-9]*; columns [0-9]*//' "$dir/$state"); then
		echo "FAIL: the terminal is not as before ($state)"
		failed=1
	fi
done
exit $failed
