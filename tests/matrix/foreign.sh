#!/bin/sh
# Makes the interpreters of the matrix that are of another machine, aarch64: for each suite a folder
# with its Pythons, their debug information and what they need to run under qemu-aarch64-static.
#
#   tests/matrix/foreign.sh CACHE [SUITE...]
#
# Packages are unpacked and nothing of them is run, so no kernel support for foreign programs is
# needed. What is in CACHE already stays as it is. Needs apt, gcc, qemu-user-static, an assembler and linker
# for aarch64, and the archive the host's own packages come from (another one: MIRROR in the
# environment). Prints a line for what it makes.
set -eu

[ $# -ge 1 ] || { sed -n '2,10s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$1"
cache=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- bullseye bookworm trixie sid
here=$(cd "$(dirname "$0")" && pwd)
mirror=${MIRROR:-$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep '/debian$' | head -n 1)}

fail() {
	echo "foreign.sh: $*" >&2
	exit 1
}

versions_of() {
	case $1 in
	bullseye) echo 3.9 ;;
	bookworm) echo 3.11 ;;
	trixie) echo 3.13 ;;
	sid) echo 3.14 3.15 ;;
	*) fail "no Python is known of suite $1" ;;
	esac
}

packages_of() {
	for version in $(versions_of "$1"); do
		printf 'python%s python%s-dbg ' "$version" "$version"
	done
}

# apt for another machine, with a state of its own and no package installed.
apt_for() {
	place=$1
	shift
	apt-get -q -y -o APT::Architecture=arm64 -o APT::Architectures=arm64 -o Dir::State="$place" \
		-o Dir::State::status="$place/status" -o Dir::Cache="$place" -o Dir::Etc::SourceList="$place/list" \
		-o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
		-o APT::Sandbox::User=root -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none "$@"
}

unpack() {
	root=$1
	# Where these are links, as in every suite's installed system, since packages differ in what they name.
	for folder in bin sbin lib; do
		mkdir -p "$root/usr/$folder"
		ln -s "usr/$folder" "$root/$folder"
	done
	mkdir -p "$root/tmp" "$root/proc" "$root/dev/shm"
	chmod 1777 "$root/tmp"
	for package in "$root"/.apt/archives/*.deb; do
		dpkg-deb --fsys-tarfile "$package" | tar -C "$root" -x --keep-directory-symlink --no-same-owner
	done
}

make_root() {
	suite=$1 root=$cache/$1-arm64
	[ ! -e "$root/.made" ] || return 0
	[ -n "$mirror" ] || fail "no mirror is known; set MIRROR"
	echo "making $suite for aarch64"
	rm -rf "$root"
	mkdir -p "$root/.apt/lists/partial" "$root/.apt/archives/partial"
	: >"$root/.apt/status"
	echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$root/.apt/list"
	# shellcheck disable=SC2046
	if ! { apt_for "$root/.apt" update && apt_for "$root/.apt" --no-install-recommends --download-only install $(packages_of "$suite"); } \
		>"$root.log" 2>&1 </dev/null; then
		tail -n 5 "$root.log" >&2
		return 1
	fi
	unpack "$root"
	rm -rf "$root/.apt"
	touch "$root/.made"
}

# Bytecode, which a package's own script would make, and without which an emulated program takes longest to compile
# what it imports: it is the same for all machines. It comes from the same suite's chroot for this machine, or this
# machine's own Python of the version makes it. What does not fit would not be used.
compile_library() {
	root=$cache/$1-arm64 same=$cache/$1
	for version in $(versions_of "$1"); do
		library=usr/lib/python$version
		[ ! -d "$root/$library/__pycache__" ] || continue
		if [ -d "$same/$library/__pycache__" ]; then
			(cd "$same/$library" && find . -path '*/__pycache__/*.pyc' -print0 | tar -c --null -T -) | tar -C "$root/$library" -x
		elif [ -x "/usr/bin/python$version" ]; then
			"/usr/bin/python$version" -m compileall -q -s "$root" -x '/test/' "$root/$library" </dev/null || true
		else
			echo "compiling the library of Python $version for aarch64"
			chroot "$root" /usr/bin/qemu-aarch64-static -cpu max,pauth-impdef=on "/usr/bin/python$version" -m compileall -q \
				-x '/(test|lib2to3|idlelib|tkinter|ensurepip|turtledemo)/' "/$library" </dev/null || true
		fi
	done
}

# What the programs of the oracle expect of a system, and what runs and holds them.
furnish() {
	root=$cache/$1-arm64
	echo root:x:0:0:root:/root:/bin/sh >"$root/etc/passwd"
	echo root:x:0: >"$root/etc/group"
	cp -u "$(command -v qemu-aarch64-static)" "$root/usr/bin/"
	# A program that a program starts runs on this machine itself: cat, which called true copies nothing.
	[ -x "$root/bin/cat" ] || gcc -O1 -static -nostdlib -ffreestanding -fno-stack-protector -o "$root/bin/cat" "$here/cat.c"
	ln -sf cat "$root/bin/true"
	library=$root/usr/lib/kedge-pause.so
	[ "$library" -nt "$here/pause-aarch64.S" ] || {
		aarch64-linux-gnu-as -o "$root/tmp/pause.o" "$here/pause-aarch64.S"
		aarch64-linux-gnu-ld -shared -z noexecstack --hash-style=gnu --build-id -o "$root/tmp/pause.so" "$root/tmp/pause.o"
		mv "$root/tmp/pause.so" "$library"
		rm "$root/tmp/pause.o"
	}
}

for tool in qemu-aarch64-static aarch64-linux-gnu-as aarch64-linux-gnu-ld gcc apt-get dpkg-deb; do
	command -v "$tool" >/dev/null || fail "needs $tool (packages qemu-user-static, binutils-aarch64-linux-gnu)"
done

for suite in "$@"; do
	make_root "$suite"
	furnish "$suite"
	compile_library "$suite"
done
