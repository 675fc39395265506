#!/usr/bin/env python3
"""
kedge on kernels that the machine of the tests has not: small virtual machines, emulated, with Debian's own kernel.

    tests/vm/run.py [--only EXPRESSION]

The first is this machine's kind, with systemd, cgroup v2, Yama and a core_pattern of its own; it runs the programs
of tests/vm/checks. The second is an aarch64 one, in which a Python program records the facts of its heap and the kernel
writes its core, which is read here. Each check is a line that begins with PASS or FAIL.

Needs root: missing Debian packages are installed, those of the virtual machines are unpacked. KEDGE: the program,
KEDGE_VM_CACHE: a folder for kernels and disks, which take minutes to make, KEDGE_MATRIX_CACHE: that of tests/matrix.
Exit status: 0, every check passed; 1.
"""

import argparse
import contextlib
import ctypes
import glob
import io
import os
import re
import select
import shutil
import signal
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
SRC = os.path.dirname(os.path.dirname(HERE))
ORACLE = os.path.join(SRC, "tests", "oracle")
sys.path.insert(0, ORACLE)
sys.dont_write_bytecode = True

import facts as facts_module
import run as oracle

KEDGE = os.environ.get("KEDGE", os.path.join(SRC, "build", "kedge"))
CACHE = os.path.abspath(os.environ.get("KEDGE_VM_CACHE", os.path.join(SRC, "build", "vm")))
PACKAGES = ["cpio", "debootstrap", "e2fsprogs", "qemu-system-x86", "qemu-system-arm",
            "binutils-aarch64-linux-gnu", "qemu-user-static"]
BOOT_S, CHECKS_S = 600, 3600
MEMORY_MIB, CPUS = 2048, 2
PR_SET_PDEATHSIG = 1
FOREIGN_PROGRAM = "zoo"
# The first line that the system writes itself, and the last.
STARTED, DONE = "kedge: the machine is up", "kedge: all checks have run"
EMULATORS = {
    # An emulated timer may be late on a busy machine, which the kernel would give up for.
    "amd64": ("qemu-system-x86_64", ["-cpu", "max"], "console=ttyS0 no_timer_check"),
    "arm64": ("qemu-system-aarch64", ["-machine", "virt", "-cpu", "max,pauth-impdef=on"], "console=ttyAMA0"),
}


class Trouble(Exception):
    """No virtual machine could be had."""


def command(*args):
    done = subprocess.run(args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
    if done.returncode:
        raise Trouble(f"{' '.join(args[:3])} ...: {done.stdout.strip()[-500:]}")
    return done.stdout


def install_missing():
    missing = [name for name in PACKAGES if subprocess.run(["dpkg-query", "-W", "-f", "${Status}", name], text=True,
                                                           stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
                                                           ).stdout != "install ok installed"]
    if missing:
        print("installing", *missing, flush=True)
        command("apt-get", "-q", "update")
        command("env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-y", "--no-install-recommends", "install", *missing)


def make(machine, *system):
    done = subprocess.run(["sh", os.path.join(HERE, "machine.sh"), CACHE, machine, *system], stdin=subprocess.DEVNULL,
                          stderr=subprocess.PIPE, text=True)
    if done.returncode:
        raise Trouble(f"no virtual machine for {machine} could be made: {done.stderr.strip()}")


class Machine:
    """A virtual machine that runs: a context manager that ends it."""

    def __init__(self, machine, program, job_disk):
        emulator, options, words = EMULATORS[machine]
        place = os.path.join(CACHE, machine)
        self.process = subprocess.Popen([
            emulator, *options, "-accel", "tcg,thread=multi", "-m", str(MEMORY_MIB), "-smp", str(CPUS), "-nodefaults",
            "-no-reboot", "-display", "none", "-serial", "stdio", "-kernel", os.path.join(place, "kernel"),
            "-initrd", os.path.join(place, "initrd"),
            "-drive", f"file={place}/disk,format=raw,if=virtio,snapshot=on", "-drive", f"file={job_disk},format=raw,if=virtio",
            "-append", f"{words} quiet panic=-1 kedge.program={program} systemd.unit=kedge-checks.target "
                       "systemd.show_status=false systemd.journald.forward_to_console=0"],
            stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, preexec_fn=ends_with_this)
        self.began = time.monotonic()
        self.rest = b""

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()

    def lines(self):
        """What comes on its console, until it ends or its time is over."""
        up = False
        while True:
            left = self.began + (CHECKS_S if up else BOOT_S) - time.monotonic()
            if left <= 0 or not select.select([self.process.stdout], [], [], left)[0]:
                raise Trouble(f"it was not ready after {time.monotonic() - self.began:.0f} s")
            data = os.read(self.process.stdout.fileno(), 65536)
            if not data:
                return
            *whole, self.rest = (self.rest + data).split(b"\n")
            for line in whole:
                text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", line.decode(errors="replace")).strip()
                if text.startswith(STARTED):
                    up = True
                    print(f"{text}, after {time.monotonic() - self.began:.0f} s", flush=True)
                yield text


def ends_with_this():
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


class Count:
    def __init__(self):
        self.passed = self.failed = 0

    def line(self, text):
        """Shows a line of a console and counts it; @return whether it was a check's."""
        match = re.match(r"(PASS|FAIL): ", text)
        if not match:
            return False
        print(text, flush=True)
        if match[1] == "PASS":
            self.passed += 1
        else:
            self.failed += 1
        return True


def run_machine(machine, program, job, folder, count):
    """Boots one with the files of @job below /job; @return the disk with these when it has ended."""
    disk = os.path.join(folder, f"{machine}.disk")
    command("mke2fs", "-q", "-t", "ext4", "-E", "root_owner=0:0", "-d", job, disk, "1500M")
    tail, done = [], False
    try:
        with Machine(machine, program, disk) as m:
            for text in m.lines():
                done |= text.startswith(DONE)
                if not count.line(text):
                    tail = [*tail[-60:], text]
                    if os.environ.get("KEDGE_VM_CONSOLE"):
                        print("|", text, flush=True)
    except Trouble as e:
        tail.append(str(e))
    if not done:
        print("\n".join(tail))
        count.line(f"FAIL: {machine}: the virtual machine did not come to the end of its checks")
    return disk


def recipe(name):
    """A recipe of the manual: the literal block that begins with @name."""
    with open(os.path.join(SRC, "docs", "kedge.1")) as f:
        blocks = re.findall(r"^\.Bd -literal -offset indent\n(.*?)^\.Ed", f.read(), re.M | re.S)
    for block in blocks:
        if block.startswith(name):
            return block.replace("\\e", "\\")
    raise Trouble(f"docs/kedge.1 has no recipe {name}")


def checks_job(folder, only):
    job = os.path.join(folder, "job")
    shutil.copytree(os.path.join(HERE, "checks"), os.path.join(job, "checks"), ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(KEDGE, os.path.join(job, "kedge"))
    command("strip", "-g", os.path.join(job, "kedge"))
    with open(os.path.join(job, "app-kedge.service"), "w") as f:
        f.write(recipe("# /etc/systemd/system/app-kedge.service"))
    with open(os.path.join(job, "kedge-report"), "w") as f:
        f.write(recipe("# /usr/local/lib/kedge-report"))
    with open(os.path.join(job, "container-recipe"), "w") as f:
        f.write(recipe("docker run --rm --pid host"))
    with open(os.path.join(job, "only"), "w") as f:
        f.write(only)
    return job


def check_names():
    """part.name of each check of the first machine."""
    for path in glob.glob(os.path.join(HERE, "checks", "*.py")):
        with open(path) as f:
            for name in re.findall(r"^def test_(\w+)", f.read(), re.M):
                yield f"{os.path.basename(path).removesuffix('.py')}.{name}"


def run_checks(folder, only, count):
    make("amd64")
    run_machine("amd64", "/job/checks/boot.sh", checks_job(folder, only), folder, count)


def foreign_system():
    """The folder of tests/matrix with aarch64's Python, made when it is not there."""
    cache = os.path.abspath(os.environ.get("KEDGE_MATRIX_CACHE", os.path.join(SRC, "build", "matrix")))
    done = subprocess.run(["sh", os.path.join(SRC, "tests", "matrix", "foreign.sh"), cache, "bookworm"], text=True,
                          stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    if done.returncode:
        raise Trouble(f"the system for aarch64 could not be made: {done.stdout.strip()[-500:]}")
    return os.path.join(cache, "bookworm-arm64")


def judge(program, root, folder, count):
    """The core that the machine's kernel wrote against what the program said of itself."""
    facts = facts_module.Facts(folder)
    with open(os.path.join(folder, "refcounts"), "rb") as f:
        facts.refcounts.frombytes(f.read())
    interpreter = oracle.Interpreter("/usr/bin/python3.11", root, debug_files=root + "/usr/lib/debug", gcore=False)
    readings, skipped = oracle._readings(interpreter, False, {"kernel": (os.path.join(folder, "kernel.core"), None)})
    for name, why in skipped:
        count.line(f"FAIL: arm64: {program} {name}: {why}")
    for reading in readings:
        with contextlib.redirect_stdout(io.StringIO()) as out:
            oracle._judge(KEDGE, facts, reading, interpreter, program, f"arm64: {program}")
        for line in out.getvalue().splitlines():
            if not count.line(line):
                print(line)


def run_foreign(program, folder, count):
    root = foreign_system()
    make("arm64", root)
    job = os.path.join(folder, "foreign")
    shutil.copytree(os.path.join(HERE, "foreign"), job, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copytree(ORACLE, os.path.join(job, "oracle"), ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(os.path.join(os.path.dirname(HERE), "support.py"), job)
    with open(os.path.join(job, "program"), "w") as f:
        f.write(program)
    failed = count.failed
    disk = run_machine("arm64", "/job/boot.py", job, folder, count)
    if count.failed > failed:
        return
    command("debugfs", "-R", f"rdump /out {folder}", disk)
    os.unlink(disk)
    judge(program, root, os.path.join(folder, "out"), count)


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", default="", help="checks in whose name this regular expression is found")
    args = parser.parse_args()
    count = Count()
    # An interrupted run removes its disks too.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))
    with tempfile.TemporaryDirectory(prefix="kedge-vm.") as folder:
        try:
            if os.geteuid() != 0:
                raise Trouble("needs root: packages are installed, and a system is made in a folder")
            install_missing()
            if any(re.search(args.only, name) for name in check_names()):
                run_checks(folder, args.only, count)
            if re.search(args.only, f"arm64.{FOREIGN_PROGRAM}"):
                run_foreign(FOREIGN_PROGRAM, folder, count)
        except Trouble as e:
            count.line(f"FAIL: {e}")
    if count.passed == 0:
        count.line("FAIL: nothing was checked")
    print(f"{count.passed} passed, {count.failed} failed")
    return 1 if count.failed else 0


if __name__ == "__main__":
    sys.exit(main())
