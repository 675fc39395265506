#!/bin/bash
# tests/bound.py: a test that hangs fails and takes what it started with it; every other status is the test's own.
set -u
dir=$(mktemp -d "${TMPDIR:-/tmp}/kedge-bound.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
failed=0
# expect STATUS WHAT SECONDS COMMAND...
expect() {
	status=$1 what=$2
	shift 2
	"$KEDGE_PYTHON" "$KEDGE_SRC/tests/bound.py" "$@" >"$dir/out" 2>&1
	got=$?
	if [ $got = "$status" ]; then echo "PASS: $what"; else echo "FAIL: $what: status $got, not $status:"; cat "$dir/out"; failed=1; fi
}
expect 0 "a test that passes" 60 true
expect 77 "a test that is skipped" 60 sh -c 'exit 77'
expect 139 "a test that crashes" 60 sh -c 'kill -SEGV $$'
expect 124 "a test that hangs" 1 sh -c 'sleep 600 & echo $! >"$0"; trap "" TERM; wait; sleep 600' "$dir/child"
grep -q '^FAIL: .* has not ended after 1 s$' "$dir/out" || { echo "FAIL: it is not said: $(cat "$dir/out")"; failed=1; }
expect 0 "a test that leaves something running" 60 sh -c 'sleep 600 & echo $! >>"$0"' "$dir/child"
while read -r pid; do
	# It may take a moment until somebody has taken note of its end.
	for _ in $(seq 3000); do
		case $(ps -o stat= -p "$pid") in ''|Z*) continue 2 ;; esac
		sleep 0.1
	done
	echo "FAIL: process $pid runs on"
	failed=1
done <"$dir/child"
exit $failed
