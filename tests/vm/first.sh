#!/bin/busybox sh
# The first program of a virtual machine: from memory it mounts the disk, and hands over to the system on it.
/bin/busybox mount -t proc proc /proc
/bin/busybox mount -t devtmpfs dev /dev
while read -r name; do
	/bin/busybox insmod "/modules/$name.ko" || echo "FAIL: first: module $name"
done </modules/order
/bin/busybox mount -t ext4 /dev/vda /disk && /bin/busybox mount -t ext4 /dev/vdb /disk/job || echo "FAIL: first: the disks cannot be mounted"
/bin/busybox cp /bin/busybox /disk/usr/bin/
program=$(/bin/busybox sed -n 's/.*kedge.program=\([^ ]*\).*/\1/p' /proc/cmdline)
/bin/busybox umount /dev /proc
exec /bin/busybox switch_root /disk "$program"
