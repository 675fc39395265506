"""Containers of a real runtime, podman with crun, as the manual's recipe starts them; by version 2 of cgroups."""

import contextlib
import json
import os
import re
import shutil
import subprocess

from common import KEDGE, PATIENCE_S, PYTHON, check, command, holds_python, read, wait_until, write
from namespace import BOX, INSIDE, TOOL, make_roots, read_whole

OUT = "/var/lib/kedge"
# Objects of 30 MiB; then more, when the file is there, until its limit ends it.
SERVICE = """
import os, time
kept = [[bytes(1000) for _ in range(1000)] for _ in range(30)]
open('/tmp/ready', 'w').close()
while True:
    if os.path.exists('/tmp/grow'):
        kept.append([bytes(1000) for _ in range(1000)])
    time.sleep(0.1)
"""
# A filter of system calls that lets all pass but one.
PROFILE = '{"defaultAction": "SCMP_ACT_ALLOW", "syscalls": [{"names": ["%s"], "action": "SCMP_ACT_ERRNO", "errnoRet": %d}]}'


def install():
    """podman as docker, without what the disk has no kernel modules for: networks, overlays."""
    make_roots()
    if os.path.exists("/usr/local/bin/docker"):
        return
    os.makedirs(OUT, exist_ok=True)
    os.makedirs("/etc/containers", exist_ok=True)
    write("/etc/containers/containers.conf", '[containers]\nnetns = "none"\nlog_driver = "k8s-file"\n'
                                             '[engine]\ncgroup_manager = "cgroupfs"\nevents_logger = "none"\nruntime = "crun"\n')
    write("/etc/containers/storage.conf", '[storage]\ndriver = "vfs"\nrunroot = "/run/containers"\ngraphroot = "/var/lib/containers"\n')
    os.symlink(shutil.which("podman"), "/usr/local/bin/docker")


@contextlib.contextmanager
def container(name, *options, text=SERVICE, root=BOX, program=(INSIDE, "-c")):
    """A container that runs; @return the number of its process 1 as the host sees it."""
    install()
    command("docker", "run", "-d", "--name", name, *options, "--rootfs", root, *program, *([text] if text else []))
    try:
        pid = int(command("docker", "inspect", "-f", "{{.State.Pid}}", name))
        if text:
            wait_until("the service runs", lambda: os.path.exists(f"/proc/{pid}/root/tmp/ready"))
        yield pid
    finally:
        for path in glob_tmp(root):
            os.unlink(path)
        subprocess.run(["docker", "rm", "-f", "-t", "0", name], stdout=subprocess.DEVNULL, check=False)


def glob_tmp(root):
    return [path for path in (f"{root}/tmp/ready", f"{root}/tmp/grow") if os.path.exists(path)]


def beside(*options):
    """A command that runs kedge in a second container."""
    install()
    return ["docker", "run", "--rm", "-v", f"{OUT}:/out", *options, "--rootfs", TOOL, KEDGE]


def attempt(*args):
    return subprocess.run(args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=PATIENCE_S)


def refused(done, pid, *words):
    """One line of kedge's, which says why and what to do."""
    lines = [line for line in done.stderr.splitlines() if line.startswith("kedge: ")]
    check(done.returncode == 3 and len(lines) == 1, f"status {done.returncode}: {done.stderr}")
    for word in (f"pid:{pid}: ", *words):
        check(word in lines[0], f"no {word!r} in {lines[0]!r}")
    return lines[0]


def taken_at(done, pattern):
    """The line of the one snapshot, whose cgroup is @pattern's."""
    lines = [line for line in done.stdout.splitlines() if ": snapshot " in line]
    check(done.returncode == 0 and len(lines) == 1, f"status {done.returncode}: {done.stdout} {done.stderr}")
    check(re.search(f"cgroup {pattern} has [0-9.]+ MiB of [0-9.]+ MiB", lines[0]), lines[0])
    return lines[0]


def core(name):
    holds_python(f"{OUT}/{name}", "--sysroot", BOX)


def test_recipe():
    """The manual's: a service that its limit ends, and a second container that sees all processes."""
    recipe = read("/job/container-recipe").replace("IMAGE-WITH-KEDGE", f"--rootfs {TOOL}")
    with container("app", "--memory", "96m", "--memory-swap", "96m") as pid:
        watch = subprocess.Popen(["sh", "-c", recipe], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE,
                                 text=True)
        line = watch.stdout.readline()
        check(line.endswith(f"pid {pid}: is watched\n"), f"{line!r} {'' if line else watch.stderr.read()}")
        write(f"{BOX}/tmp/grow", "")
        out, err = watch.communicate(timeout=PATIENCE_S)
        done = subprocess.CompletedProcess(recipe, watch.returncode, line + out, err)
        text = taken_at(done, f"/proc/{pid}/root/sys/fs/cgroup")
        state = wait_until("the limit ends the service",
                           lambda: not os.path.exists(f"/proc/{pid}") and command("docker", "inspect", "app"))
        check(json.loads(state)[0]["State"]["ExitCode"] == 137, state)
    core(f"app.{pid}.1.core")
    return text


def test_processes_of_a_pod():
    """As with shareProcessNamespace: process 1 is neither's, so the limit ends the service alone."""
    with container("pause", text=None, root=TOOL, program=("/usr/bin/sleep", "infinity")) as one:
        with container("app", "--memory", "96m", "--memory-swap", "96m", "--pid", "container:pause") as pid:
            inside = read(f"/proc/{pid}/status").split("NSpid:")[1].split("\n")[0].split()[-1]
            watch = subprocess.Popen([*beside("--pid", "container:pause", "--cap-add", "SYS_PTRACE"), "watch", "--cgroup", "90",
                                      "-o", "/out/pod.core", f"pid:{inside}"], stdin=subprocess.DEVNULL,
                                     stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
            line = watch.stdout.readline()
            check(line.endswith(f"pid {inside}: is watched\n"), f"{line!r} {'' if line else watch.stderr.read()}")
            write(f"{BOX}/tmp/grow", "")
            out, err = watch.communicate(timeout=PATIENCE_S)
            text = taken_at(subprocess.CompletedProcess((), watch.returncode, line + out, err),
                            f"/proc/{inside}/root/sys/fs/cgroup")
            wait_until("the limit ends the service", lambda: not os.path.exists(f"/proc/{pid}"))
            check(os.path.exists(f"/proc/{one}"), "process 1 has ended too")
    core("pod.core")
    return text


def test_beside_process_1():
    """--pid container:app: every command works on pid:1, and by watch it is saved as long as it lives."""
    with container("app", "--memory", "400m") as pid:
        with_cap = beside("--pid", "container:app", "--cap-add", "SYS_PTRACE")
        done = attempt(*with_cap, "summary", "--json", "pid:1")
        check(done.returncode == 0, done.stderr)
        read_whole(done.stdout)
        text = taken_at(attempt(*with_cap, "watch", "--cgroup", "5", "-o", "/out/one.core", "pid:1"), "/proc/1/root/sys/fs/cgroup")
        check(os.path.exists(f"/proc/{pid}"), "it has ended")
        core("one.core")
        # With the host's cgroups: its own place there, whose names the namespace hides.
        hosts = [*with_cap[:3], "-v", "/sys/fs/cgroup:/sys/fs/cgroup:ro", *with_cap[3:]]
        taken_at(attempt(*hosts, "watch", "--cgroup", "5", "-o", "/out/hosts.core", "pid:1"), "/sys/fs/cgroup/[^ ]+")
        core("hosts.core")
        # And without a namespace of its own.
        taken_at(attempt(*with_cap[:3], "--cgroupns", "host", *with_cap[3:], "watch", "--cgroup", "5", "-o", "/out/ns.core", "pid:1"),
                 "/(proc/1/root/)?sys/fs/cgroup[^ ]*")
        core("ns.core")
    return text


def test_from_the_host():
    with container("app", "--memory", "400m") as pid:
        done = attempt(KEDGE, "watch", "--cgroup", "5", "-o", f"{OUT}/host.core", f"pid:{pid}")
        text = taken_at(done, "/sys/fs/cgroup/[^ ]+")
        core("host.core")
        done = attempt(KEDGE, "summary", "--json", f"pid:{pid}")
        check(done.returncode == 0, done.stderr)
        read_whole(done.stdout)
    return text


def test_inside():
    """In the service's own container, by the runtime's own filter and capabilities."""
    with container("app", "--memory", "400m", "-v", f"{KEDGE}:{KEDGE}:ro"):
        done = attempt("docker", "exec", "app", KEDGE, "summary", "pid:1")
        check(done.returncode == 0 and "objects" in done.stdout, f"{done.returncode} {done.stderr}")
        text = taken_at(attempt("docker", "exec", "app", KEDGE, "watch", "--cgroup", "5", "-o", "/tmp/in.core", "pid:1"),
                        "/sys/fs/cgroup")
        holds_python(f"{BOX}/tmp/in.core", "--sysroot", BOX)
        done = attempt("docker", "exec", "app", KEDGE, "summary", "--fork", "pid:1")
        return text + " | " + refused(done, 1, "--fork is refused", "seccomp", "leave --fork out")


def test_without_the_capability():
    """A service of another user, and one with more rights: the way round that is named works."""
    said = []
    for options in ("--user", "1000"), ("--cap-add", "SYS_TIME"):
        with container("app", *options):
            plain = beside("--pid", "container:app")
            said.append(refused(attempt(*plain, "summary", "pid:1"), 1, "root without CAP_SYS_PTRACE", "--cap-add SYS_PTRACE"))
            done = attempt(*beside("--pid", "container:app", "--cap-add", "SYS_PTRACE"), "summary", "pid:1")
            check(done.returncode == 0, done.stderr)
    return " | ".join(said)


def test_filtered():
    """By seccomp filters of one's own: no ptrace; and without the calls that copy, all is copied nevertheless."""
    said = []
    with container("app"):
        for name, number, words in (("ptrace", 1, ("a seccomp filter or a security module", "seccomp=unconfined")),
                                    ("ptrace", 38, ("ptrace is not there", "seccomp=unconfined"))):
            write("/tmp/profile.json", PROFILE % (name, number))
            tool = beside("--pid", "container:app", "--cap-add", "SYS_PTRACE", "--security-opt", "seccomp=/tmp/profile.json")
            said.append(refused(attempt(*tool, "summary", "pid:1"), 1, *words))
        for number in 1, 38:
            write("/tmp/profile.json", PROFILE % ("process_vm_readv", number))
            tool = beside("--pid", "container:app", "--cap-add", "SYS_PTRACE", "--security-opt", "seccomp=/tmp/profile.json")
            done = attempt(*tool, "summary", "--json", "pid:1")
            check(done.returncode == 0, done.stderr)
            read_whole(done.stdout)
        tool = beside("--pid", "container:app", "--cap-add", "SYS_PTRACE", "--security-opt", "seccomp=unconfined")
        check(attempt(*tool, "summary", "pid:1").returncode == 0, "seccomp=unconfined does not help")
    return " | ".join(said)
