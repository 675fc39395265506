#!/bin/sh
# The system's first program: has systemd run the checks, then turn the machine off.
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
cp /job/kedge /usr/local/bin/kedge
chmod 755 /usr/local/bin/kedge
cat >/etc/systemd/system/kedge-checks.target <<'END'
[Unit]
Requires=basic.target
After=basic.target
Wants=kedge-checks.service
END
cat >/etc/systemd/system/kedge-checks.service <<'END'
[Unit]
After=basic.target

[Service]
ExecStart=/usr/bin/python3.11 /job/checks/main.py
ExecStopPost=systemctl --no-block poweroff -ff
StandardInput=null
StandardOutput=tty
StandardError=tty
TTYPath=/dev/console
LimitCORE=infinity
END
# What only takes time here.
for unit in e2scrub_reap.service systemd-update-utmp.service systemd-pcrphase.service systemd-pcrphase-sysinit.service \
	apt-daily.timer apt-daily-upgrade.timer dpkg-db-backup.timer e2scrub_all.timer fstrim.timer; do
	ln -sf /dev/null "/etc/systemd/system/$unit"
done
echo kedge-vm >/etc/hostname
exec /lib/systemd/systemd
