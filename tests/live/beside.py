#!/usr/bin/env python3
"""kedge watch --cgroup where the process's cgroup lies in another namespace: from a second container, the host, the same container."""

import json
import os
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from harness import KEDGE, PATIENCE_S, PYTHON, Program, attempt, check, kedge, run, wait_until

SERVICE = """
import sys
kept = [[bytes(1000) for _ in range(1000)] for _ in range(30)]
print("ready", flush=True)
sys.stdin.readline()
"""
LIMIT = 600 << 20
# Where a hierarchy with memory is, a file of it that all of it has, the limit, and how a container mounts what its namespace shows.
VERSIONS = [("/sys/fs/cgroup", "cgroup.controllers", "memory.max", "mount -t cgroup2 cgroup2"),
            ("/sys/fs/cgroup/memory", "memory.usage_in_bytes", "memory.limit_in_bytes", "mount -t cgroup -o memory cgroup")]
NOT_TRIED = "not tried, no memory cgroup can be made here"


class Groups:
    """Cgroups apps/service and tool below one of their own; a context manager."""

    def __init__(self):
        for self.top, file, limit, self.mount in VERSIONS:
            if not os.path.exists(os.path.join(self.top, file)):
                continue
            self.path = os.path.join(self.top, f"kedge-beside-{os.getpid()}")
            self.service, self.tool = os.path.join(self.path, "apps", "service"), os.path.join(self.path, "tool")
            self.made = []
            if self.make(limit):
                return
            self.__exit__()
        raise FileNotFoundError(NOT_TRIED)

    def make(self, limit):
        for folder in self.path, os.path.dirname(self.service), self.service, self.tool:
            try:
                os.mkdir(folder)
                self.made.append(folder)
                if self.mount.endswith("cgroup2") and folder not in (self.service, self.tool):
                    with open(os.path.join(folder, "cgroup.subtree_control"), "w") as f:
                        f.write("+memory")
            except OSError:
                return False
        if not os.path.exists(os.path.join(self.service, limit)):
            return False
        with open(os.path.join(self.service, limit), "w") as f:
            f.write(str(LIMIT))
        return True

    def __enter__(self):
        return self

    def __exit__(self, *_):
        for folder in reversed(self.made):
            wait_until(f"{folder} is empty", lambda: removed(folder))

    def inside(self, group, mounted, *command):
        """@command in namespaces of its own, its cgroup @group: @mounted: the cgroups there, "host", "own" or "none"."""
        script = "" if mounted == "host" else f"umount {self.top} && "
        if mounted == "own":
            script += f"{self.mount} {self.top} && "
        return ["sh", "-c", f'echo $$ >{group}/cgroup.procs && exec unshare --mount --cgroup sh -c \'{script}exec "$@"\' sh "$@"',
                "sh", *command]


def removed(folder):
    try:
        os.rmdir(folder)
    except OSError:
        return False
    return True


def watch(folder, pid, before=lambda *command: command, take=True):
    """Rows of a watch that finds the process above its line; without @take it is ended after the first."""
    path = os.path.join(folder, "beside.core")
    process = subprocess.Popen(before(KEDGE, "watch", "--json", "--cgroup", "3", "-o", path, f"pid:{pid}"), text=True,
                               stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    try:
        line = process.stdout.readline()
        check(line, f"watch said nothing: {'' if line else process.stderr.read()}")
        rows = [json.loads(line)]
        if take:
            out, err = process.communicate(timeout=PATIENCE_S)
            check(process.returncode == 0, f"watch ended with {process.returncode}: {err}")
            rows += [json.loads(line) for line in out.splitlines()]
    finally:
        process.kill()
        process.communicate()
    check(rows[0].get("event") == "watching", f"{rows}")
    if take:
        check([row["event"] for row in rows] == ["watching", "snapshot"], f"{rows}")
        kedge("summary", path)
        os.unlink(path)
    return rows[-1]["text"]


def with_service(folder, mounted, judge):
    try:
        groups = Groups()
    except OSError:
        return NOT_TRIED
    with groups:
        for group in groups.service, groups.tool:
            done = attempt(*groups.inside(group, mounted, "true"))
            if done.returncode:
                return f"not tried, no namespace of cgroups can be made here ({done.stderr.strip()})"
        with Program(groups.inside(groups.service, mounted, PYTHON, "-c", SERVICE), cwd=folder) as program:
            program.expect("ready")
            return judge(groups, program.pid)


def seen_at(text, folder):
    check(text.startswith(f"cgroup {folder} has ") and " of 600.0 MiB, " in text, text)


def test_from_a_second_container(folder):
    """Its namespace shows its own cgroup alone: the process's mounts have the other."""
    def judge(groups, pid):
        for mounted in "own", "none":
            text = watch(folder, pid, lambda *command: groups.inside(groups.tool, mounted, *command))
            seen_at(text, f"/proc/{pid}/root{groups.top}")
    return with_service(folder, "own", judge)


def test_from_a_second_container_with_the_cgroups_of_the_host(folder):
    """Names above its own cgroup are hidden, and found."""
    def judge(groups, pid):
        seen_at(watch(folder, pid, lambda *command: groups.inside(groups.tool, "host", *command)), groups.service)
    return with_service(folder, "none", judge)


def test_from_a_second_container_where_nobody_sees_it(folder):
    def judge(groups, pid):
        text = watch(folder, pid, lambda *command: groups.inside(groups.tool, "own", *command), take=False)
        check("is watched, --cgroup does not see its cgroup /../apps/service from here: run kedge on the host" in text, text)
        check("-v /sys/fs/cgroup:/sys/fs/cgroup" in text, text)
        done = kedge("summary", "--fork", f"pid:{pid}")
        check(done.returncode == 0, done.stderr)
        done = subprocess.run(groups.inside(groups.tool, "own", KEDGE, "summary", "--fork", f"pid:{pid}"), text=True,
                              stdin=subprocess.DEVNULL, capture_output=True, timeout=PATIENCE_S)
        check(done.returncode == 3 and "--fork is refused" in done.stderr and done.stderr.count("\n") == 1, done.stderr)
    return with_service(folder, "none", judge)


def test_from_the_host(folder):
    def judge(groups, pid):
        seen_at(watch(folder, pid), groups.service)
    for mounted in "own", "none":
        word = with_service(folder, mounted, judge)
    return word


def test_in_the_same_container(folder):
    def judge(groups, pid):
        seen_at(watch(folder, pid, lambda *command: ("nsenter", "--target", str(pid), "--mount", "--cgroup", "--", *command)),
                groups.top)
    return with_service(folder, "own", judge)


if __name__ == "__main__":
    if os.geteuid() != 0:
        print("SKIP: needs root, to make namespaces and cgroups")
        sys.exit(77)
    sys.exit(run([test_from_a_second_container, test_from_a_second_container_with_the_cgroups_of_the_host,
                  test_from_a_second_container_where_nobody_sees_it, test_from_the_host, test_in_the_same_container]))
