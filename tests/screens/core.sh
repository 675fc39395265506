#!/bin/bash
# Every key in every view, over the core of a real program, without a terminal.
set -u
[ -x /usr/bin/python3.11 ] || { echo "SKIP: python3.11 is needed"; exit 77; }
src=$(realpath "$(dirname "$0")") dir=$(mktemp -d "${TMPDIR:-/tmp}/kedge-core.XXXXXX") || exit 1
trap 'rm -rf "$dir"' EXIT
trap 'exit 1' INT TERM
/usr/bin/python3.11 "$src/../take_core.py" "$dir/core" /usr/bin/python3.11 "$src/target.py" || exit 1
mkdir "$dir/files"
cd "$dir/files" || exit 1
export KEDGE_TEST_CORE=$dir/core
failed=0
"$KEDGE_BUILD/tests/screens/test_object" || failed=1
"$KEDGE_BUILD/tests/screens/test_keys" || failed=1
exit $failed
