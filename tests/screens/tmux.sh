#!/bin/bash
# The real program in a real terminal: screens, resizing, stopping, ending by signal.
set -u
command -v tmux >/dev/null || { echo "SKIP: tmux is needed"; exit 77; }
[ -x /usr/bin/python3.11 ] || { echo "SKIP: python3.11 is needed"; exit 77; }
"$KEDGE" "$KEDGE" 2>&1 </dev/null | grep -q 'built without the explorer' && { echo "SKIP: built without ncurses"; exit 77; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/kedge-tmux.XXXXXX") || exit 1
export HOME=$dir LC_ALL=C.UTF-8
unset XDG_CACHE_HOME XDG_CONFIG_HOME TMUX
mux() { tmux -S "$dir/socket" -f /dev/null "$@"; }
trap 'mux kill-server 2>/dev/null; rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
failed=0
PATIENCE_S=900 # for all of it

cat >"$dir/target.py" <<'EOF'
import sys, time, types
app = types.ModuleType("app")
app.REG = {"key": [bytearray(200000)], "evil\x1b[31m\u202e": 1}
sys.modules["app"] = app
print("ready", flush=True)
time.sleep(600)
EOF
core=$dir/core
/usr/bin/python3.11 "$(dirname "$0")/../take_core.py" "$core" /usr/bin/python3.11 "$dir/target.py" || exit 1

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
	echo "FAIL: no \"$1\" on the screen:"
	screen
	exit 1
}
# The explorer itself; what it forks has the same words.
explorer() { pgrep -o -f -x "$KEDGE $core"; }
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
keys :
keys -l "typ"
keys Tab
expect ":types _"
keys -l -- "--lim"
keys Tab
keys -l "2"
keys Enter
expect "shown; --limit 0 shows all"
keys :
keys Up
expect ":types --limit 2_"
keys C-u
keys -l "dot --from 0x1 -T svg"
keys Enter
expect "needs -o FILE here"
keys :
keys -l "threads --help"
keys Enter
expect "usage: kedge threads"
# What is wider than the screen is folded: the last column of a table, and the end of a complaint.
keys :
keys -l "buffers --limit 1"
keys Enter
expect "['app'].REG['key'][0]"
keys :
keys -l "types --sort no-such-order"
keys Enter
expect "--sort no-such-order: kedge types sorts by"
expect "type, retained"
keys :
keys -l "diff $core"
keys Enter
expect "growth"
mux resize-window -x 60 -y 16
expect "? help"
[ "$(screen | wc -l)" -le 16 ] || { echo "FAIL: resize"; failed=1; }
mux resize-window -x 120 -y 30
expect "q back"
keys C-z
expect "Stopped"
keys "stty -a >$dir/stopped; echo state \$((40 + 2))" Enter
expect "state 42"
keys fg Enter
expect "? help"
kill -TERM "$(explorer)"
expect "prompt>"
mux resize-window -x 80 -y 24
keys "clear; stty -a >$dir/after; echo status done" Enter
expect "status done"
keys "clear; $KEDGE $core" Enter
expect "? help"
kill -SEGV "$(explorer)"
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
