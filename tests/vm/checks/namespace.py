"""A container as the kernel has it: namespaces of its own and a root whose files are nowhere else."""

import json
import os
import shutil
import subprocess

import crash
from common import KEDGE, PATIENCE_S, PYTHON, Program, check, kedge

BOX, TOOL = "/srv/box", "/srv/tool"
INSIDE = "/opt/python/bin/python-of-the-box"
TEXT = """
import sys, time
print("ready", flush=True)
sys.stdin.readline()
kept = []
while True:
    kept.append([bytes(1000) for _ in range(1000)])
    time.sleep(0.1)
"""
CRASH = """
import os, resource, sys
resource.setrlimit(resource.RLIMIT_CORE, (-1, -1))
kept = [bytes(1000) for _ in range(30000)]
print("ready", flush=True)
sys.stdin.readline()
os.abort()
"""


def make_roots():
    """The box has Python where the host has nothing; the tool has kedge and no Python."""
    if os.path.exists(BOX):
        return
    for root in BOX, TOOL:
        for folder in "usr/lib", "usr/bin", "usr/local/bin", "proc", "tmp", "sys/fs/cgroup", "dev", "out":
            os.makedirs(f"{root}/{folder}")
        for link in "lib", "lib64", "bin":
            os.symlink(f"usr/{link}", f"{root}/{link}")
        shutil.copytree("/usr/lib/x86_64-linux-gnu", f"{root}/usr/lib/x86_64-linux-gnu", symlinks=True,
                        ignore=shutil.ignore_patterns("systemd", "*.a", "perl*", "security"))
        shutil.copytree("/usr/lib64", f"{root}/usr/lib64", symlinks=True)
        os.chmod(f"{root}/tmp", 0o1777)
    os.makedirs(os.path.dirname(BOX + INSIDE))
    shutil.copy(PYTHON, BOX + INSIDE)
    shutil.copytree("/usr/lib/python3.11", f"{BOX}/opt/python/lib/python3.11", ignore=shutil.ignore_patterns("test", "lib2to3"))
    shutil.copy(KEDGE, TOOL + KEDGE)
    shutil.copy("/usr/bin/sleep", TOOL + "/usr/bin/sleep")


def boxed(*options, text=TEXT, **others):
    """A program in namespaces of its own; @return it, and its number as the host sees it."""
    make_roots()
    script = f"mount -t cgroup2 cgroup2 {BOX}/sys/fs/cgroup && exec chroot {BOX} \"$@\""
    program = Program(text, before=("unshare", "--mount", "--pid", "--fork", "--kill-child", "--uts", "--ipc", "--cgroup", *options,
                                    "sh", "-c", script, "sh"), python=INSIDE, **others)
    with open(f"/proc/{program.pid}/task/{program.pid}/children") as f:
        return program, int(f.read().split()[0])


def read_whole(text):
    """A summary in JSON that has all of the box's Python, its binary found where only the box has it."""
    answer = json.loads(text)
    check(answer["objects"] > 5000 and answer["damage"]["count"] == 0, f"{answer['objects']} objects, {answer['damage']}")
    python = [m for m in answer["modules"] if m["path"].endswith(os.path.basename(INSIDE))]
    check(len(python) == 1 and python[0]["state"] == "matched", f"{answer['modules']}")
    others = [m for m in answer["modules"] if m["state"] != "matched" and m["path"].startswith("/")]
    check(not others, f"{others}")
    return python[0]["found"]


def test_from_the_host():
    program, pid = boxed()
    with program:
        check(os.readlink(f"/proc/{pid}/exe").endswith(INSIDE) and not os.path.exists(INSIDE), "it is no box")
        return read_whole(kedge("summary", "--json", f"pid:{pid}").stdout)


def test_with_users_of_its_own():
    """As rootless containers are: an ordinary user is root in there."""
    program, pid = boxed("--user", "--map-root-user", user=1000, group=1000, extra_groups=[], cwd="/")
    with program:
        found = read_whole(kedge("summary", "--json", f"pid:{pid}").stdout)
        done = kedge("summary", f"pid:{pid}", status=3, user=1001, group=1001, extra_groups=[], cwd="/")
        check(done.stderr.count("\n") == 1 and "sudo" in done.stderr, done.stderr)
        # Of the same user, and root in a namespace of its own, which has no rights in the other.
        done = subprocess.run(["unshare", "--user", "--map-root-user", KEDGE, "summary", f"pid:{pid}"], stdin=subprocess.DEVNULL,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=PATIENCE_S, user=1000,
                              group=1000, extra_groups=[], cwd="/")
        check(done.returncode == 3 and done.stderr.count("\n") == 1 and "another user namespace" in done.stderr and
              "run kedge on the host" in done.stderr, done.stderr)
        return f"{found} | {done.stderr.strip()}"


def in_the_tool(pid, *args):
    """
    A second container, with a root and a cgroup namespace of its own; @pid: in the namespace of that process's
    processes, None: it sees all.
    """
    script = f"mount -t proc proc {TOOL}/proc && mount -t cgroup2 cgroup2 {TOOL}/sys/fs/cgroup && exec chroot {TOOL} {KEDGE} \"$@\""
    enter = ["nsenter", "--target", str(pid), "--pid", "--"] if pid else []
    return subprocess.run([*enter, "unshare", "--mount", "--cgroup", "sh", "-c", script,
                           "sh", *args], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=PATIENCE_S)


def test_from_a_second_container():
    program, pid = boxed()
    with program:
        done = in_the_tool(pid, "summary", "--json", "pid:1")
        check(done.returncode == 0, done.stderr)
        return read_whole(done.stdout)


def test_crash():
    """The handler of core_pattern reads the binaries where the process that ends sees them."""
    crash.install()
    program, pid = boxed(text=CRASH)
    with program:
        program.say("go")
        program.process.wait(PATIENCE_S)
        crash.anchored(crash.report_of(pid))
