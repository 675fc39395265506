"""The recipe for core_pattern: a report of every process that ends by a signal."""

import glob
import os
import signal
import subprocess

from common import PYTHON, check, command, read, write

PATTERN = "/proc/sys/kernel/core_pattern"
KEPT = "kept = [bytes(1000) for _ in range(30000)]\n"
CRASHES = {
    "SIGSEGV": "import ctypes\ndef boom():\n    ctypes.string_at(8)\nboom()",
    "SIGABRT": "import os\nos.abort()",
}


def install():
    """As the recipe says: a program with its mode, and the lines that a shell runs."""
    lines = read("/job/kedge-report").splitlines()
    path, mode = lines[0].removeprefix("# ").split(", mode ")
    shell = [line.removeprefix("# ") for line in lines if line.startswith("# echo ")]
    program = lines[1:lines.index("# " + shell[0])]
    check(program[0] == "#!/bin/sh" and len(shell) == 2, f"{lines}")
    os.makedirs(os.path.dirname(path), exist_ok=True)
    write(path, "\n".join(program) + "\n")
    os.chmod(path, int(mode, 8))
    for line in shell:
        command("sh", "-c", line)
    check(path in read(PATTERN), f"core_pattern is {read(PATTERN)}")


def report_of(pid):
    """Whole when the process has ended, since it waits for its report. @return that one; others are removed."""
    text = None
    for path in glob.glob("/var/lib/kedge/*"):
        if f"/report.{pid}." in path:
            check(os.stat(path).st_mode & 0o777 == 0o600, f"{oct(os.stat(path).st_mode)}")
            text = read(path)
        os.unlink(path)
    check(text is not None, f"no report of {pid}")
    return text


def crash(text, name, *before, **options):
    process = subprocess.Popen([*before, PYTHON, "-c", text], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                               stderr=subprocess.DEVNULL, text=True, **options)
    said = process.stdout.readline().split()
    status = process.wait(300)
    check(abs(status) in (getattr(signal, name), 128 + getattr(signal, name)), f"it ended with {status}")
    return said, process.pid


def anchored(report):
    """It names what ate the memory: the list, by the global that holds it."""
    check("list kept of module __main__ holds 30,000" in " ".join(report.split()), f"the report: {report!r}")


def test_report_of_a_crash():
    install()
    for name, text in CRASHES.items():
        _, pid = crash(KEPT + text, name)
        anchored(report_of(pid))


def test_report_of_a_crash_of_another_user():
    install()
    os.makedirs("/var/lib/kedge", exist_ok=True)
    _, pid = crash(KEPT + CRASHES["SIGABRT"], "SIGABRT", user=1000, group=1000, extra_groups=[], cwd="/")
    anchored(report_of(pid))
