#!/bin/sh
# Makes the interpreters of the matrix: a chroot for each suite, with its Pythons, their debug builds
# and debug information, and for each a program that has the shared libpython do all the work. Beside them
# "nogil": a chroot with free-threaded builds, which no suite has as packages, made from source packages, and with one
# that is linked with musl instead of glibc.
#
#   tests/matrix/interpreters.sh CACHE [SUITE...]
#
# With KEDGE_MATRIX_TORCH in the environment trixie gets PyTorch, with KEDGE_MATRIX_ARROW sid gets pyarrow, too. What is in CACHE already stays as it is.
# Needs root, debootstrap, gcc and the archive the host's own packages come from (another one: MIRROR in the
# environment). Prints a line for what it makes.
set -eu

[ $# -ge 1 ] || { sed -n '2,11s/^# \{0,1\}//p' "$0" >&2; exit 2; }
mkdir -p "$1"
cache=$(cd "$1" && pwd)
shift
[ $# -gt 0 ] || set -- bullseye trixie sid nogil
here=$(cd "$(dirname "$0")" && pwd)
mirror=${MIRROR:-$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep '/debian$' | head -n 1)}

versions_of() {
	case $1 in
	bullseye) echo 3.9 ;;
	trixie) echo 3.13 ;;
	sid) echo 3.14 3.15 ;;
	*) echo "interpreters.sh: no Python is known of suite $1" >&2; exit 2 ;;
	esac
}

packages_of() {
	for version in $(versions_of "$1"); do
		printf 'python%s python%s-dbg libpython%s libpython%s-dbg ' "$version" "$version" "$version" "$version"
	done
}

# What kedge has plugins for, with the headers of NumPy's structs, where the suite's own Python is one of those above.
modules="python3-numpy python3-pandas python3-greenlet python3-lxml libpython3-dev"

# Packages into the chroot $1.
install_in() {
	root=$1
	shift
	chroot "$root" env DEBIAN_FRONTEND=noninteractive sh -c 'apt-get -q -o Acquire::Check-Valid-Until=false update && apt-get -q -y --no-install-recommends install "$@"' \
		apt "$@" >>"$root.log" 2>&1 </dev/null || { tail -n 5 "$root.log" >&2; return 1; }
	chroot "$root" apt-get clean
}

make_root() {
	suite=$1 root=$cache/$1
	[ ! -e "$root/.made" ] || return 0
	[ -n "$mirror" ] || { echo "interpreters.sh: no mirror is known; set MIRROR" >&2; return 1; }
	echo "making $suite"
	rm -rf "$root"
	mkdir -p "$root"
	if ! debootstrap --variant=minbase "$suite" "$root" "$mirror" >"$root.log" 2>&1 </dev/null; then
		tail -n 5 "$root.log" >&2
		return 1
	fi
	# shellcheck disable=SC2046
	install_in "$root" $(packages_of "$suite") || return 1
	touch "$root/.made"
}

# More of a suite, each beside the interpreters, so that a folder made before there was any gets it, too. Into $1 come packages,
# called $3, where no file $2 says that they are there.
make_more() {
	root=$cache/$1 mark=$2
	[ ! -e "$root/$mark" ] || return 0
	echo "installing $3 in $1"
	shift 3
	install_in "$root" "$@" || return 1
	touch "$root/$mark"
}

make_modules() {
	# shellcheck disable=SC2086
	make_more "$1" .modules "$modules" $modules
}

# PyTorch, where it is asked for: 174 MB to fetch, 1 GB on disk, and minutes on a busy machine.
make_torch() {
	[ -z "${KEDGE_MATRIX_TORCH:-}" ] || make_more "$1" .torch PyTorch python3-torch libtorch-dev
}

# Arrow, where it is asked for: 60 MB to fetch, 350 MB on disk.
make_arrow() {
	[ -z "${KEDGE_MATRIX_ARROW:-}" ] || make_more "$1" .arrow pyarrow python3-pyarrow
}

# A program without a C library of its own, so that it runs with the suite's: all it does is call Py_BytesMain().
make_shared() {
	root=$cache/$1
	for version in $(versions_of "$1"); do
		program=$root/usr/bin/python$version-shared
		library=$(ls "$root"/usr/lib/*/libpython"$version".so.1.0)
		[ -x "$program" ] || gcc -O1 -nostdlib -nostartfiles -o "$program" "$here/embed.c" "$library" \
			-Wl,--unresolved-symbols=ignore-in-shared-libs
	done
}

# Compilers come from the suite whose own source package is the first of them.
nogil_suite=trixie
nogil_needs="gcc libc6-dev make dpkg-dev pkgconf zlib1g-dev libssl-dev libffi-dev libbz2-dev liblzma-dev libsqlite3-dev
	libexpat1-dev uuid-dev libzstd-dev libncurses-dev libreadline-dev"

# Source packages: that of the suite, and one that the archive's pool still has.
nogil_sources="3.13:
	3.14:python3.14_3.14.7-1.dsc"

make_nogil_root() {
	root=$cache/nogil
	[ ! -e "$root/.made" ] || return 0
	[ -n "$mirror" ] || { echo "interpreters.sh: no mirror is known; set MIRROR" >&2; return 1; }
	echo "making nogil"
	rm -rf "$root"
	mkdir -p "$root"
	if ! debootstrap --variant=minbase "$nogil_suite" "$root" "$mirror" >"$root.log" 2>&1 </dev/null; then
		tail -n 5 "$root.log" >&2
		return 1
	fi
	echo "deb-src $mirror $nogil_suite main" >>"$root/etc/apt/sources.list"
	# shellcheck disable=SC2086
	install_in "$root" $nogil_needs || return 1
	touch "$root/.made"
}

# The source package of $1 into the current folder: $2 of the pool, or what the suite has when that is empty.
fetch_source() {
	if [ -z "$2" ]; then
		chroot "$root" sh -c 'cd /usr/src && apt-get -q source --download-only "$1"' apt "python$1"
		return
	fi
	pool=$mirror/pool/main/p/python$1
	wget -q --timeout=60 --tries=3 -O "$2" "$pool/$2"
	# Their check sums, sizes and names.
	for name in $(sed -n '/^Checksums-Sha256:/,/^[^ ]/s/^ [0-9a-f]* [0-9]* //p' "$2"); do
		wget -q --timeout=60 --tries=3 -O "$name" "$pool/$name"
	done
}

# Where a build lies is where it runs: what installing adds (a compiled standard library) takes as long as all the rest.
make_nogil() {
	version=$1 root=$cache/nogil folder=$cache/nogil/opt/python$1t
	[ ! -e "$folder/.made" ] || return 0
	echo "making python${version}t"
	rm -rf "$folder" "$root/usr/src/python${version}_"*
	if ! { cd "$root/usr/src" && fetch_source "$version" "$2" &&
		chroot "$root" sh -ec '
			dpkg-source --no-copy -x /usr/src/python"$1"_*.dsc "/opt/python$1t"
			cd "/opt/python$1t"
			./configure -q --disable-gil --disable-test-modules --with-ensurepip=no OPT="-O2 -g -Wall"
			make -s -j"$(nproc)" build_all
			find . -name "*.[oa]" -delete' sh "$version"; } >>"$root.log" 2>&1 </dev/null; then
		tail -n 5 "$root.log" >&2
		cd "$cache"
		return 1
	fi
	cd "$cache"
	touch "$folder/.made"
}

make_all_nogil() {
	make_nogil_root
	for source in $nogil_sources; do
		make_nogil "${source%%:*}" "${source#*:}"
	done
}

# Linked with musl: by its own dynamic linker, with its own threads and allocator. It has the modules that need no
# library and, with a few names that glibc has and musl has not (musl.c), those whose static libraries can be linked.
musl_version=3.13
musl_libraries="libz libsqlite3 liblzma libffi_pic"

make_musl() {
	version=$musl_version root=$cache/nogil folder=$cache/nogil/opt/python$musl_version-musl
	[ ! -e "$folder/.made" ] || return 0
	echo "making python$version with musl"
	rm -rf "$folder" "$folder-with"
	mkdir -p "$folder-with"
	cp "$here/musl.c" "$folder-with"
	for library in $musl_libraries; do
		cp "$root/usr/lib/x86_64-linux-gnu/$library.a" "$folder-with/${library%_pic}.a"
	done
	# Headers of the kernel and of the libraries are looked for last, where glibc's are.
	cat >"$folder-with/cc" <<-EOF
		#!/bin/sh
		[ "\$*" != --print-multiarch ] || { echo x86_64-linux-musl; exit; }
		exec musl-gcc -idirafter /usr/include -idirafter /usr/include/x86_64-linux-gnu "\$@" \\
			-Wl,-Bsymbolic -L"${folder#"$root"}-with" -lmusl-more
	EOF
	chmod +x "$folder-with/cc"
	[ -e "$root/usr/src/python${version}_"*.dsc ] || (cd "$root/usr/src" && fetch_source "$version" "")
	if ! chroot "$root" env DEBIAN_FRONTEND=noninteractive sh -ec '
			command -v musl-gcc >/dev/null || apt-get -q -y --no-install-recommends install musl-tools
			cd "/opt/python$1-musl-with"
			musl-gcc -O1 -fPIC -c musl.c
			ar rcs libmusl-more.a musl.o
			dpkg-source --no-copy -x /usr/src/python"$1"_*.dsc "/opt/python$1-musl"
			cd "/opt/python$1-musl"
			./configure -q CC="/opt/python$1-musl-with/cc" PKG_CONFIG=/bin/false --build=x86_64-linux-musl \
				--disable-test-modules --with-ensurepip=no OPT="-O1 -g -Wall"
			make -s -j"$(nproc)" build_all
			find . -name "*.[oa]" -delete' sh "$version" >>"$root.log" 2>&1 </dev/null; then
		tail -n 5 "$root.log" >&2
		return 1
	fi
	touch "$folder/.made"
}

for suite in "$@"; do
	if [ "$suite" = nogil ]; then
		make_all_nogil
		make_musl
		continue
	fi
	make_root "$suite"
	make_shared "$suite"
	make_modules "$suite"
	[ "$suite" != trixie ] || make_torch "$suite"
	[ "$suite" != sid ] || make_arrow "$suite"
done
