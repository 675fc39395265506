"""The recipe for systemd: a service that grows into its limit, and the unit beside it, installed as the manual has it."""

import glob
import os
import shutil
import subprocess
import time

from common import Wrong, check, command, holds_python, read, wait_until, write

# It grows when the file is there, and else only serves.
PROGRAM = """
import os, time
kept = []
while True:
    if os.path.exists('/run/app-grows'):
        kept.append([bytes(1000) for _ in range(1000)])
    time.sleep(0.2)
"""
APP = """
[Service]
ExecStart=/usr/bin/python3.11 /srv/app.py
MemoryMax=96M
Restart=on-failure
RestartSec=1
"""


def show(unit, name):
    return command("systemctl", "show", "-p", name, "--value", unit).strip()


def active(unit):
    return subprocess.run(["systemctl", "is-active", "-q", unit], check=False).returncode == 0


def watched(pid):
    """The number of the watching process, when there is one and it watches process @pid."""
    main = show("app-kedge", "MainPID") # 0 while it is not running
    return active("app-kedge") and read(f"/proc/{main}/cmdline", "").rstrip("\0").endswith(f"\0pid:{pid}") and main


def test_service_is_saved_and_watched_again():
    shutil.copy("/job/app-kedge.service", "/etc/systemd/system/app-kedge.service")
    write("/srv/app.py", PROGRAM)
    write("/etc/systemd/system/app.service", APP)
    command("systemd-analyze", "verify", "/etc/systemd/system/app-kedge.service")
    command("systemctl", "daemon-reload")
    command("systemctl", "enable", "app-kedge.service")
    command("systemctl", "start", "app.service")
    try:
        return saved_and_watched_again()
    except Wrong as e:
        raise Wrong(f"{e}: {journal()}") from e
    finally:
        subprocess.run(["systemctl", "stop", "app.service"], check=True)


def journal():
    return command("journalctl", "--no-pager", "-q", "-o", "cat", "-u", "app-kedge.service", "-u", "app.service").strip(
        ).replace("\n", " | ")


def saved_and_watched_again():
    pid = show("app", "MainPID")
    main = wait_until("the unit watches the service", lambda: watched(pid))
    write("/run/app-grows", "")
    cores = wait_until("a snapshot", lambda: glob.glob("/var/lib/kedge/app.*.core"))
    check(cores == [f"/var/lib/kedge/app.{pid}.1.core"], f"{cores}")
    wait_until("the limit ends the service", lambda: not os.path.exists(f"/proc/{pid}"))
    os.unlink("/run/app-grows")
    # While what was written for the first one may go on.
    wait_until("the watch of the first one has ended", lambda: not os.path.exists(f"/proc/{main}"))
    holds_python(cores[0])
    later = wait_until("it is started again", lambda: active("app") and show("app", "MainPID"))
    check(later not in (pid, "0"), later)
    wait_until("the unit watches it again", lambda: watched(later))
    log = journal()
    check(f"pid {pid}: is watched" in log and f"app.{pid}.1.core" in log, log)
    return log


def test_ends_with_the_service():
    command("systemctl", "start", "app.service")
    pid = show("app", "MainPID")
    main = wait_until("the unit watches the service", lambda: watched(pid))
    # Of a process that ends before it was looked at kedge says that there is none.
    wait_until("it has looked at it", lambda: f"pid {pid}: is watched" in journal())
    command("systemctl", "stop", "app.service")
    wait_until("the unit has ended", lambda: not active("app-kedge") and not os.path.exists(f"/proc/{main}"), 60)
    time.sleep(0.2)
    check(not glob.glob("/var/lib/kedge/app.*"), "there is a snapshot")
    check(show("app-kedge", "Result") == "success", show("app-kedge", "Result"))
