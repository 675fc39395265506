# The command line by itself: every wrong call is one line on standard error and
# the exit status of the contract; nothing but data ever is on standard output.
set -u
dir=$(mktemp -d)
trap 'rm -rf "$dir"' EXIT
failed=0

# expect STATUS PATTERN ARG...: one line on standard error that fits PATTERN
expect() {
	local status=$1 pattern=$2 got
	shift 2
	"$KEDGE" "$@" >"$dir/out" 2>"$dir/err" </dev/null
	got=$?
	if [ $got -ne "$status" ] || [ "$(wc -l <"$dir/err")" -ne 1 ] || [ -s "$dir/out" ] ||
		! grep -q "^kedge: .*$pattern" "$dir/err"; then
		echo "FAIL: kedge $*: status $got, expected $status and '$pattern':"
		cat "$dir/out" "$dir/err"
		failed=1
	fi
}

# helps ARG...: status 0, text on standard output, nothing on standard error
helps() {
	if ! "$KEDGE" "$@" >"$dir/out" 2>"$dir/err" || [ ! -s "$dir/out" ] || [ -s "$dir/err" ]; then
		echo "FAIL: kedge $*: failed, or said nothing, or something on standard error:"
		head -n 5 "$dir/out" "$dir/err"
		failed=1
	fi
}

echo "no core" >"$dir/text"
: >"$dir/empty"

helps --help
helps --version
for command in summary suspects types objects show referents referrers why dominators roots cycles buffers threads verify info diff dot snapshot watch; do
	helps $command --help
	expect 2 "no target given" $command
	expect 2 "has no such option" $command --no-such-option "$dir/text"
	grep -q "^  $command " <("$KEDGE" --help) || { echo "FAIL: --help lacks $command"; failed=1; }
done
for command in memory export sql; do
	expect 2 "not in this version; \"kedge " $command "$dir/text"
done

expect 2 "a command and a target"
expect 2 "a value is expected" info --plugin-dir
expect 2 "and it is empty" info --plugin-dir "" "$dir/text"
expect 2 "No such file" info --plugin-dir "$dir/none" "$dir/text"
expect 2 "it is no folder" info --plugin-dir "$dir/text" "$dir/text"
expect 2 "contradict" info --no-plugins --plugin-dir "$dir" "$dir/text"
expect 2 "one operand too many" info "$dir/text" more
expect 2 "neither a command nor a file" no-such-thing
expect 2 "a command comes first" --json
expect 2 "kedge summary" "$dir/text"
expect 2 "kedge summary" pid:1
expect 2 "a value is expected" types --limit
expect 2 "a number up to" types --limit -1 "$dir/text"
expect 2 "a number up to" types --limit 1e3 "$dir/text"
expect 2 "a size such as" types --min-size 10Q "$dir/text"
expect 2 "sorts by bytes, objects" types --sort color "$dir/text"
expect 2 "auto, always or never" types --color red "$dir/text"
expect 2 "needs --json" objects --refs "$dir/text"
expect 2 "a value is expected" summary --python
expect 3 "$dir/text: " summary --python 3.13 "$dir/text"
expect 3 "$dir/text: " summary --sysroot "$dir/none" "$dir/text"
expect 2 "has no such option" types --totals "$dir/text"
expect 2 "has no such option" types --all "$dir/text"
expect 3 "$dir/text: " verify --all "$dir/text"
expect 3 "$dir/text: " verify --made "$dir/text"
expect 2 "has no such option" types --made "$dir/text"
expect 2 "one operand too many" verify "$dir/text" 0x10
expect 3 "$dir/text: " cycles --totals "$dir/text"
expect 3 "$dir/text: " summary --no-cache "$dir/text"
expect 2 "an operand is missing" show "$dir/text"
expect 2 "one operand too many" suspects "$dir/text" more
expect 2 "kedge show is about one process" show --tree pid:1 0x10
expect 2 "kedge diff is about one process" diff --tree pid:1 pid:2
expect 2 "--tree needs a live process" summary --tree "$dir/text"
expect 2 "--tree needs a live process" types --tree "$dir/text"
expect 2 "with --tree it needs a %p" snapshot --tree -o "$dir/one" pid:1
expect 3 "$dir/text: " show "$dir/text" 0x10 0x20
expect 2 "one operand too many" dominators "$dir/text" 0x10 0x20
expect 2 "a size such as" dominators --min-size 1Z "$dir/text"
expect 2 "has no such option" dominators --sort retained "$dir/text"
expect 2 "sorts by bytes, objects, payload, collectable, type, retained" types --sort held "$dir/text"
expect 2 "sorts by addr, size, refcount, type, retained" objects --sort held "$dir/text"
expect 2 "either addresses or --type" why "$dir/text"
expect 2 "either addresses or --type" why --type dict "$dir/text" 0x10
expect 2 "an address such as" why "$dir/text" 10
expect 2 "an address such as" dot --from 0xzz "$dir/text"
expect 2 "one of --from" dot "$dir/text"
expect 2 "one of --from" dot --from 0x10 --cycle 1 "$dir/text"
expect 2 "counted from 1" dot --cycle 0 "$dir/text"
expect 2 "at least one" dot --max-nodes 0 --cycle 1 "$dir/text"
expect 2 "svg, png or pdf" dot --cycle 1 -T gif "$dir/text"

expect 2 "needs --json" objects --allocations "$dir/text"
expect 2 "type or line is expected" types --by owner "$dir/text"
expect 2 "an operand is missing" diff "$dir/text"
expect 2 "type, owner or line is expected" diff --by color "$dir/text" "$dir/text"
expect 2 "--fail-above 1X: a size such as" diff --fail-above 1X "$dir/text" "$dir/text"
expect 2 "one target only" diff - -
expect 3 "$dir/text: " diff "$dir/text" "$dir/none"

expect 3 "$dir/none: " summary "$dir/none"
expect 3 "$dir/text: " summary "$dir/text"
expect 3 "$dir/empty: " summary "$dir/empty"
expect 3 "gcore" summary "$KEDGE"
expect 3 "$dir: " summary "$dir"
expect 2 "takes a live process" snapshot "$dir/text" -o "$dir/x"
expect 2 "-o FILE is missing" snapshot pid:1
expect 2 "no line is given" watch pid:1
expect 2 "takes a live process" watch --rss 1M "$dir/text"
expect 2 "--cgroup 0: a number above 0 and up to 100" watch --cgroup 0 pid:1
expect 2 "--rlimit 101: a number above 0 and up to 100" watch --rlimit 101 pid:1
expect 2 "--times 0: at least one" watch --times 0 --rss 1 pid:1
expect 3 "pid:2147483647: no such process" watch --rss 1M -p 2147483647
expect 3 "pid:0: no such process" summary pid:0
expect 3 "pid:2147483647: no such process" summary -p 2147483647
expect 3 "pid:x: a process is named by its number" summary pid:x
expect 3 "pid:-3: a process is named by its number" summary pid:-3
expect 3 "" summary -
expect 3 "" summary "$(printf 'esc\033[31m')"
if grep -q "$(printf '\033')" "$dir/err"; then
	echo "FAIL: a control character of a file name is on the terminal"
	failed=1
fi
(cd "$dir" && cp text pid:7 && "$KEDGE" summary pid:7 2>&1 | grep -q "not an ELF core") ||
	{ echo "FAIL: a file called pid:7 is a file"; failed=1; }

"$KEDGE" --help >/dev/full 2>"$dir/err"
got=$?
[ $got -eq 3 ] && grep -q "^kedge: standard output: " "$dir/err" || { echo "FAIL: a full disk: status $got:"; cat "$dir/err"; failed=1; }

exit $failed
