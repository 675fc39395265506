#!/bin/bash
# Screens of the explorer as text, for the README: tools/capture-screens.sh KEDGE CORE
set -u
[ $# = 2 ] || { echo "usage: tools/capture-screens.sh KEDGE CORE" >&2; exit 2; }
dir=$(mktemp -d "${TMPDIR:-/tmp}/kedge-screens.XXXXXX") || exit 1
mux() { tmux -S "$dir/socket" -f /dev/null "$@"; }
trap 'mux kill-server 2>/dev/null; rm -rf "$dir"' EXIT
kedge=$(realpath "$1") core=$(realpath "$2")
ln -s "$core" "$dir/core"
mux new-session -d -x 104 -y 18 "cd $dir && HOME=$dir LC_ALL=C.UTF-8 NO_COLOR=1 $kedge core"

# shot KEYS...: types them, waits until the screen stands still, shows it
shot() {
	[ $# = 0 ] || mux send-keys -t 0 "$@"
	last=
	for _ in $(seq 100); do
		sleep 0.5
		now=$(mux capture-pane -p -t 0)
		[ "$now" = "$last" ] && ! grep -q '░.*░$\|…$' <<<"$(tail -1 <<<"$now")" && break
		last=$now
	done
	# rows that nothing stands in are left out
	printf '%s\n' "$now" | sed '/^ *│ *│ *$/d; s/^/    /; s/ *$//' | cat -s
	echo
}

shot
shot 5
shot Enter
shot c '>' '>' '>' # the group that holds it, by retained bytes
shot / 't' 'a' 's' 'k' Enter Enter
