#!/bin/sh
# Makes what the virtual machines of tests/vm start from: Debian's own kernel for virtual machines, a first
# root that mounts the disk, and the disk with its system, which for another machine is what foreign.sh of
# tests/matrix has made.
#
#   tests/vm/machine.sh CACHE amd64
#   tests/vm/machine.sh CACHE arm64 FOLDER-WITH-THE-SYSTEM
#
# Packages of kernels are unpacked, and nothing of them is installed or run here. What is in CACHE already stays
# as it is. Needs root, debootstrap, mke2fs, cpio, and the archive the host's own packages come from (another one:
# MIRROR in the environment). Prints a line for what it makes.
set -eu

[ $# -ge 2 ] || { sed -n '2,12s/^# \{0,1\}//p' "$0" >&2; exit 2; }
machine=$2 system=${3:-}
mkdir -p "$1/$machine"
place=$(cd "$1/$machine" && pwd)
suite=bookworm
mirror=${MIRROR:-$(apt-get indextargets --format '$(SITE)' 2>/dev/null | grep '/debian$' | head -n 1)}

# What a disk needs to be there, in this order: what a kernel has built in has no file.
modules="virtio virtio_ring virtio_pci_modern_dev virtio_pci_legacy_dev virtio_pci virtio_blk crc16 crc32c_generic mbcache jbd2 ext4"

# kedge's libraries when it runs, the interpreter that is looked at, and what the checks call.
packages="systemd,systemd-sysv,python3.11,libcap2-bin,procps,util-linux
libarchive13,libcgraph6,libdebuginfod1,libdw1,libelf1,libgvc6,libjansson4,libncursesw6,libzstd1"

# Installed by apt, since debootstrap does not know what provides another package: what runs containers.
containers="podman crun netavark apparmor uidmap systemd-container"
[ -z "$system" ] || containers=

fail() {
	echo "machine.sh: $*" >&2
	exit 1
}

# apt for the machine, with a state of its own and no package installed.
apt_for() {
	command=$1
	shift
	"$command" -q -o APT::Architecture="$machine" -o APT::Architectures="$machine" -o Dir::State="$place/apt" \
		-o Dir::State::status="$place/apt/status" -o Dir::Cache="$place/apt" -o Dir::Etc::SourceList="$place/apt/list" \
		-o Dir::Etc::SourceParts=/dev/null -o Dir::Etc::Preferences=/dev/null -o Dir::Etc::PreferencesParts=/dev/null \
		-o APT::Sandbox::User=root -o Acquire::Check-Valid-Until=false -o Acquire::Languages=none "$@"
}

fetch_kernel() {
	mkdir -p "$place/apt/lists/partial" "$place/apt/archives/partial"
	: >"$place/apt/status"
	echo "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $suite main" >"$place/apt/list"
	apt_for apt-get update || return 1
	image=$(apt_for apt-cache depends "linux-image-cloud-$machine" | sed -n 's/.*Depends: \(linux-image-[0-9]\)/\1/p' | head -n 1)
	[ -n "$image" ] || return 1
	(cd "$place/apt" && apt_for apt-get download "$image" busybox-static)
}

# The kernel, and a root in memory whose only work is to find the disk.
make_kernel() {
	[ ! "$place/initrd" -nt "$here/first.sh" ] || return 0
	echo "making the kernel for $machine"
	rm -rf "$place/apt" "$place/tree" "$place/first"
	mkdir -p "$place/apt" "$place/tree" "$place/first/bin" "$place/first/modules"
	fetch_kernel >"$place/log" 2>&1 </dev/null || { tail -n 5 "$place/log" >&2; return 1; }
	for package in "$place"/apt/*.deb; do
		dpkg-deb -x "$package" "$place/tree"
	done
	for name in $modules; do
		file=$(find "$place/tree/lib/modules" -name "$name.ko" | head -n 1)
		[ -z "$file" ] || { cp "$file" "$place/first/modules/"; echo "$name" >>"$place/first/modules/order"; }
	done
	cp "$place/tree/bin/busybox" "$place/first/bin/"
	cp "$here/first.sh" "$place/first/init"
	chmod 755 "$place/first/init"
	mkdir -p "$place/first/proc" "$place/first/sys" "$place/first/dev" "$place/first/disk"
	cp "$place"/tree/boot/vmlinuz-* "$place/kernel"
	(cd "$place/first" && find . | cpio -o -H newc --quiet | gzip -1) >"$place/initrd.part"
	rm -rf "$place/apt" "$place/tree" "$place/first"
	mv "$place/initrd.part" "$place/initrd"
}

# A system of its own for what is to run under systemd.
install_system() {
	system=$place/system
	rm -rf "$system"
	if ! debootstrap --variant=minbase --include="$(echo $packages | tr ' ' ,)" "$suite" "$system" "$mirror" \
		>"$place/log" 2>&1 </dev/null; then
		tail -n 5 "$place/log" >&2
		return 1
	fi
	printf '#!/bin/sh\nexit 101\n' >"$system/usr/sbin/policy-rc.d" # no service is started here
	chmod 755 "$system/usr/sbin/policy-rc.d"
	if ! { chroot "$system" apt-get -q update && DEBIAN_FRONTEND=noninteractive chroot "$system" apt-get -q -y \
		--no-install-recommends install $containers; } >"$place/log" 2>&1 </dev/null; then
		tail -n 5 "$place/log" >&2
		return 1
	fi
	rm "$system/usr/sbin/policy-rc.d"
	chroot "$system" apt-get clean
	rm -rf "$system"/var/lib/apt/lists/* "$system"/usr/share/doc "$system"/usr/share/man "$system"/usr/share/locale
}

make_disk() {
	[ ! -e "$place/disk" ] || [ "$(cat "$place/packages")" != "$packages${containers:+ $containers}" ] || return 0
	echo "making the disk for $machine"
	[ -n "$system" ] || install_system
	rm -f "$place/disk.part"
	mke2fs -q -t ext4 -E root_owner=0:0 -d "$system" "$place/disk.part" 3G >"$place/log" 2>&1 || { tail -n 5 "$place/log" >&2; return 1; }
	# Not in the folder, which may be another's.
	for folder in job sys; do
		debugfs -w -R "mkdir /$folder" "$place/disk.part" >>"$place/log" 2>&1
	done
	[ "$system" != "$place/system" ] || rm -rf "$system"
	mv "$place/disk.part" "$place/disk"
	echo "$packages${containers:+ $containers}" >"$place/packages"
}

here=$(cd "$(dirname "$0")" && pwd)
for tool in apt-get cpio debootstrap dpkg-deb mke2fs; do
	command -v "$tool" >/dev/null || fail "needs $tool"
done
[ "$(id -u)" = 0 ] || fail "needs root"
[ -n "$mirror" ] || fail "no mirror is known; set MIRROR"
make_kernel
make_disk
