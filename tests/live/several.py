#!/usr/bin/env python3
"""
Several processes at once: a pre-fork server whose workers did different things. What kedge says they
share must be what the kernel says, what made them part must be what they did, and looking at them
must leave shared what was shared.

Environment: KEDGE the program under test, KEDGE_BUILD the build folder.
"""

import ctypes
import json
import os
import re
import shutil
import signal
import sys
import threading

sys.dont_write_bytecode = True

from harness import HERE, PYTHON, Program, check, kedge, may_be_traced, rests, run, run_command, wait_until

MODES = ["idle", "collect", "use", "grow"]
MIB = 1 << 20
PAGE = os.sysconf("SC_PAGESIZE")
PR_SET_THP_DISABLE = 41


def with_small_pages():
    """For preexec_fn: where the kernel gives huge pages without being asked, it copies shared pages into one when it comes to that."""
    may_be_traced()
    ctypes.CDLL(None).prctl(PR_SET_THP_DISABLE, 1, 0, 0, 0)


class Server(Program):
    """
    A running server.py: .pid, .workers by mode, .other; a context manager. @folder: its interpreter and the libraries of that
    are copies there, so that no process but its own has pages of those files, whatever else runs here.
    """

    def __init__(self, modes=MODES, folder=None):
        python = shutil.copy(PYTHON, os.path.join(folder, "python")) if folder else PYTHON
        environ = dict(os.environ, PYTHONHOME="/usr")
        if folder:
            for path in re.findall(r"=> (/\S+)", run_command("ldd", PYTHON)):
                shutil.copy(path, folder)
            environ["LD_LIBRARY_PATH"] = folder
        super().__init__([python, os.path.join(HERE, "server.py"), *modes], start_new_session=True, env=environ,
                         preexec_fn=with_small_pages)
        other, *workers = map(int, self.expect("ready"))
        self.other, self.workers = other, dict(zip(modes, workers))
        for pid in self.pids():
            wait_until(f"process {pid} waits", lambda: rests(pid))

    def end(self):
        os.killpg(self.pid, signal.SIGKILL)
        super().end()

    def pids(self):
        return [self.pid, *self.workers.values()]


def rollup(pid):
    """Bytes by name, as the kernel sums up the process's memory."""
    with open(f"/proc/{pid}/smaps_rollup") as f:
        return {name.rstrip(":"): int(kib) << 10 for name, kib, _ in (line.split() for line in f.readlines()[1:])}


def private(pid):
    """What was written to, that is: a page of a file is a process's alone until some other process maps the file."""
    return rollup(pid)["Private_Dirty"]


def frames(pid):
    """Numbers of the page frames that a process has; None where they are not told."""
    found = set()
    with open(f"/proc/{pid}/maps") as maps, open(f"/proc/{pid}/pagemap", "rb") as pagemap:
        for line in maps:
            start, end = (int(word, 16) for word in line.split()[0].split("-"))
            if start >> 63:
                continue
            pagemap.seek(start // PAGE * 8)
            entries = memoryview(pagemap.read((end - start) // PAGE * 8)).cast("Q")
            found.update(e & (1 << 55) - 1 for e in entries if e >> 63)
    return found if found - {0} else None


def tree(server, *options, status=0):
    done = kedge("summary", "--json", "--tree", *options, "-p", server.pid, status=status)
    return json.loads(done.stdout), done.stderr


def near(a, b, tolerance, what):
    check(abs(a - b) <= tolerance, f"{what}: {a} and {b}")


def between(a, ends, tolerance, what):
    """Files' pages are shared with whatever else runs here: what the kernel says changes with what comes and goes."""
    check(min(ends) - tolerance <= a <= max(ends) + tolerance, f"{what}: {a} and {ends}")


def test_each_process_and_all_together(folder):
    with Server(folder=folder) as server:
        kernel = {pid: rollup(pid) for pid in server.pids()}
        seen = [frames(pid) for pid in server.pids()]
        doc, said = tree(server)
        later = {pid: rollup(pid) for pid in server.pids()}
        seen = [seen, [frames(pid) for pid in server.pids()]]
        rows = {row["pid"]: row for row in doc["processes"]}
        check(set(rows) == {*server.pids(), server.other}, f"not the processes of the server: {sorted(rows)}")
        check(rows[server.other]["skipped"] == "no-python", "sleep is a Python")
        check(said.count(f"pid:{server.other}: no CPython in it (sleep); left out") == 1, f"it is not said: {said}")
        for pid in server.pids():
            check(f"pid:{pid} stood still for " in said, f"the pause of {pid} is not said")
            memory, told = rows[pid]["memory"], (kernel[pid], later[pid])
            between(memory["rss"], [t["Rss"] for t in told], MIB // 4, "rss")
            between(memory["pss"], [t["Pss"] for t in told], MIB // 4, "pss")
            between(memory["private"], [t["Private_Clean"] + t["Private_Dirty"] for t in told], MIB // 4, "private")
            check(rows[pid]["objects"] > 100000 and rows[pid]["top_retained"]["bytes"] > MIB, "its heap")
        together = doc["together"]
        check(together["processes"] == 6 and together["read"] == 5, "how many there are")
        if all(map(all, seen)):
            check(together["method"] == "frames", "frames can be read, and were not")
            between(together["once_bytes"], [len(set.union(*told)) * PAGE for told in seen], MIB // 2, "counted once")
            method = "by frames"
        else:
            check(together["method"] == "pss", "frames cannot be read, and are said to be")
            between(together["once_bytes"], [sum(k["Pss"] for k in told.values()) for told in (kernel, later)], MIB, "sum of pss")
            method = "by pss"
        check(together["once_bytes"] < together["rss_bytes"] * 2 // 3, "nothing is shared")
        return method


def test_why_pages_are_no_longer_shared(folder):
    with Server() as server:
        doc, _ = tree(server)
        rows = {row["pid"]: row for row in doc["processes"]}
        parted = {mode: rows[pid]["parted"] for mode, pid in server.workers.items()}
        check(rows[server.pid]["parted"] is None, "the parent has no parent here")
        for mode, pid in server.workers.items():
            check(parted[mode]["parent"] == server.pid, f"{mode}: whose child it is")
            check(parted[mode]["bytes"] <= private(pid) + MIB // 4, f"{mode}: more than it has for itself")
        quiet = parted["idle"]["bytes"]
        check(quiet < MIB, f"an idle worker parted {quiet} bytes")
        # 60000 objects with a header of 16 bytes and two slots, in whole pages
        check(parted["collect"]["freezable"] > 60000 * 48 * 9 // 10, "what the collection cost is not seen")
        check(parted["collect"]["refcounts"] < MIB, "a collection changes no counts")
        check(parted["use"]["refcounts"] > 60000 * 64 * 9 // 10, "what the references cost is not seen")
        check(parted["use"]["freezable"] < MIB, "gc.freeze() does not help against references")
        types = {row["type"]: row for row in parted["collect"]["types"]}
        check(types["__main__.Box"]["bytes"] > parted["collect"]["same"] // 2, "boxes were collected")
        types = {row["type"]: row for row in parted["use"]["types"]}
        check(types["str"]["objects"] >= 59000, "strings were used")
        check(parted["grow"]["refcounts"] + parted["grow"]["freezable"] < MIB, "its own objects are no pages of a fork")


def test_looking_leaves_shared_what_is_shared(folder):
    with Server() as server:
        before = {pid: private(pid) for pid in server.pids()}
        for options in ([], ["--fork"], ["--with-buffers"]):
            tree(server, *options)
            for pid in server.pids():
                near(private(pid), before[pid], MIB // 2, f"{options}: pages of {pid} that only it has")


def test_workers_that_end_meanwhile(folder):
    with Server(["idle"] * 2) as server:
        stop = threading.Event()

        def come_and_go():
            while not stop.is_set():
                # a worker's number is free again only when the server waits for it: here it becomes a zombie
                victim = server.workers.pop("idle", None)
                if victim:
                    os.kill(victim, signal.SIGKILL)
                stop.wait(0.01)

        thread = threading.Thread(target=come_and_go)
        thread.start()
        try:
            doc, _ = tree(server)
        finally:
            stop.set()
            thread.join()
        check(doc["together"]["read"] >= 1, "the others are not told")
        check(all(row["skipped"] in (None, "ended", "no-python") for row in doc["processes"]), "it counts as a failure")


def test_named_ones_and_a_tree_without_python(folder):
    with Server(["idle"]) as server:
        worker = server.workers["idle"]
        doc = json.loads(kedge("summary", "--json", f"pid:{server.pid}", f"pid:{worker}").stdout)
        check([row["pid"] for row in doc["processes"]] == [server.pid, worker], "the order is not that of the names")
        done = kedge("summary", f"pid:{worker}", f"pid:{server.other}", status=3)
        check("1 of 2 could not be read" in done.stderr and f"pid:{server.other}" in done.stderr, done.stderr)
        check(str(worker) in done.stdout, "the one that could be read is not told")
        done = kedge("summary", "--tree", f"pid:{server.other}", status=3)
        check("no CPython in it" in done.stderr and not done.stdout, "a tree without Python")
        done = kedge("summary", "--tree", "/bin/true", status=2)
        check("--tree needs a live process" in done.stderr, done.stderr)


def test_cores_and_other_commands(folder):
    with Server(["idle"]) as server:
        worker = server.workers["idle"]
        done = kedge("snapshot", "--tree", f"pid:{server.pid}", "-o", os.path.join(folder, "worker.%p.core"))
        check(done.stdout.count(" on disk") == 3, f"not three files: {done.stdout}")
        kedge("snapshot", "--tree", f"pid:{server.pid}", "-o", os.path.join(folder, "one.core"), status=2)
        cores = [os.path.join(folder, f"worker.{pid}.core") for pid in (server.pid, worker)]
        live, _ = tree(server)
        rows = [json.loads(line) for line in kedge("types", "--json", "--tree", f"pid:{server.pid}").stdout.splitlines()]
        check([row["pid"] for row in rows] == [server.pid, worker], "types of each")
        check(all(row["answer"][0]["types"] for row in rows), "types of each: nothing")
        text = kedge("threads", "--tree", f"pid:{server.pid}").stdout
        check(text.count("== pid:") == 2 and f"== pid:{worker} ==" in text, "threads of each")
        done = kedge("show", "--tree", f"pid:{server.pid}", "0x1", status=2)
        check("kedge show is about one process" in done.stderr, done.stderr)
    doc = json.loads(kedge("summary", "--json", *cores).stdout)
    check([row["pid"] for row in doc["processes"]] == [server.pid, worker], "cores tell their processes")
    check(doc["together"]["method"] is None and doc["processes"][0]["memory"] is None, "cores tell no shared pages")
    for row, was in zip(doc["processes"], live["processes"]):
        check(row["objects"] == was["objects"], "the core has other objects than the process")
    for core in cores + [os.path.join(folder, f"worker.{server.other}.core")]:
        os.unlink(core)


if __name__ == "__main__":
    sys.exit(run([test_each_process_and_all_together, test_why_pages_are_no_longer_shared,
                  test_looking_leaves_shared_what_is_shared, test_workers_that_end_meanwhile,
                  test_named_ones_and_a_tree_without_python, test_cores_and_other_commands]))
