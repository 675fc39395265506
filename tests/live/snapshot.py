#!/usr/bin/env python3
"""What `kedge snapshot` leaves: cores that others open too, whole or not at all, and without what was not to be in them."""

import fcntl
import json
import os
import shutil
import subprocess
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from harness import KEDGE, PYTHON, Program, attempt, check, has_nameless, kedge, nothing_else_left, run, run_command, state_of, wait_until

PROGRAM = """
import array, os, sys, time
text = "a confidential sentence " + str(os.getpid())
raw = b"some confidential bytes " + str(os.getpid()).encode()
account = {"a confidential key " + str(os.getpid()): 1}
class Account:
    def __init__(self):
        self.owner_name = "the confidential owner " + str(os.getpid())
accounts = [Account() for _ in range(100)]
numbers = array.array("q", range(1 << 20))
block = bytearray(b"z") * (8 << 20)
long_text = "q" * (3 << 20)
objects = [None] * (1 << 20)
print("ready", flush=True)
sys.stdin.readline()
assert sum(numbers) == (1 << 19) * ((1 << 20) - 1) and len(block) == 8 << 20
"""


class Confidential(Program):
    """PROGRAM, which in the end is as it was."""

    def __init__(self):
        super().__init__([PYTHON, "-c", PROGRAM])
        self.expect("ready")
        self.rests()

    def __exit__(self, kind, *_):
        try:
            if kind is None:
                self.say("end")
                check(self.wait() == 0, f"the program ended with {self.process.returncode}")
        finally:
            self.end()


def facts(core, *options):
    answer = json.loads(kedge("summary", "--json", *options, core).stdout)
    types = json.loads(kedge("types", "--json", "--limit", "0", *options, core).stdout)
    rows = types["types"] if isinstance(types, dict) and "types" in types else types
    return answer, sorted((row["type"], row["objects"], row["bytes"]) for row in rows)


def contains(path, text):
    with open(path, "rb") as f:
        return text in f.read()


def test_whole_core(folder):
    core = os.path.join(folder, "whole.core")
    with Confidential() as program:
        kedge("snapshot", f"pid:{program.pid}", "-o", core)
        live, types = facts(f"pid:{program.pid}", "--with-buffers")
    mode = os.stat(core).st_mode & 0o777
    check(mode == 0o600, f"mode {mode:o}")
    answer, same = facts(core)
    check(answer["complete"], f"{answer['doubts']}")
    check(answer["source"]["kind"] == "core" and answer["source"]["omitted_bytes"] == 0, f"{answer['source']}")
    check(same == types, "the core reads otherwise than the process")
    check(contains(core, b"a confidential sentence"), "the text is not there")
    if shutil.which("eu-readelf"):
        done = attempt("eu-readelf", "-hln", core)
        check(done.returncode == 0 and "CORE (Core file)" in done.stdout, f"eu-readelf: {done.stderr}")
    said = run_command("gdb", "-nx", "-batch", "-readnever", "-iex", "set debuginfod enabled off", "-ex", "info threads", PYTHON, core)
    check("* 1 " in said and f"LWP {program.pid}" in said, f"gdb: {said}")


def test_forked_and_packed(folder):
    core = os.path.join(folder, "packed.core.zst")
    with Confidential() as program:
        done = kedge("snapshot", "--fork", "--zstd", "--json", f"pid:{program.pid}", "-o", core)
        _, types = facts(f"pid:{program.pid}", "--with-buffers")
    said = json.loads(done.stdout)
    check(said["path"] == core and said["pause_seconds"] > 0, f"{said}")
    answer, same = facts(core)
    check(answer["source"]["format"] == "elf+zstd" and answer["source"]["forked"], f"{answer['source']}")
    check(answer["complete"] and same == types, "the core reads otherwise than the process")


def test_python_only(folder):
    whole, small = os.path.join(folder, "a.core"), os.path.join(folder, "b.core")
    with Confidential() as program:
        kedge("snapshot", f"pid:{program.pid}", "-o", whole)
        kedge("snapshot", "--python-only", f"pid:{program.pid}", "-o", small)
    before, types = facts(whole)
    answer, same = facts(small)
    check(answer["complete"], f"what is missing is taken for damage: {answer['doubts']}")
    check(answer["source"]["omitted_bytes"] > 15 << 20, f"{answer['source']}")
    check(same == types, "objects are lost")
    check(answer["references"] == before["references"], "references are lost")
    sizes = [os.stat(path).st_blocks * 512 for path in (whole, small)]
    check(sizes[0] > sizes[1] + (15 << 20), f"{sizes}")
    rows = [json.loads(line) for line in kedge("objects", "--json", "--type", "str", "--min-size", "1M", small).stdout.splitlines()]
    check(len(rows) == 1 and "left out" in rows[0]["value"], f"{rows}")
    return f"{sizes[0] >> 20} MiB and {sizes[1] >> 20} MiB"


def test_redacted(folder):
    core, clear = os.path.join(folder, "r.core"), os.path.join(folder, "c.core")
    with Confidential() as program:
        kedge("snapshot", "--redact", f"pid:{program.pid}", "-o", core)
        kedge("snapshot", f"pid:{program.pid}", "-o", clear)
    for text in (b"a confidential sentence", b"some confidential bytes", b"a confidential key", b"the confidential owner"):
        check(contains(clear, text), f"{text} is nowhere to begin with")
        check(not contains(core, text), f"{text} is still there")
        wide = text.decode().encode("utf-32-le")
        check(not contains(core, wide), f"{text} is still there, in wide characters")
    answer, types = facts(core)
    check(answer["complete"] and answer["source"]["redacted"], f"{answer['doubts']}")
    check(types == facts(clear)[1], "the core tells other types than the process")
    row = json.loads(kedge("objects", "--json", "--refs", "--type", "Account", "--limit", "1", core).stdout)
    labels = [ref[1] for ref in row["refs"]]
    check(row["type"] == "__main__.Account" and any("owner_name" in label for label in labels), f"{row}")


def test_full_disk(folder):
    disk = os.path.join(folder, "disk")
    os.mkdir(disk)
    done = attempt("mount", "-t", "tmpfs", "-o", "size=12m", "none", disk)
    if done.returncode:
        return f"not tried, no tmpfs can be mounted here ({done.stderr.strip()})"
    try:
        core = os.path.join(disk, "x.core")
        with Confidential() as program:
            done = kedge("snapshot", f"pid:{program.pid}", "-o", core, status=3)
            check("free" in done.stderr, done.stderr)
            check(os.listdir(disk) == [], f"left: {os.listdir(disk)}")
            # Room at first, none later: the room is taken while it is being written.
            done = kedge("snapshot", "--zstd", f"pid:{program.pid}", "-o", core)
            os.unlink(core)
            with open(os.path.join(disk, "filler"), "wb") as f:
                f.write(b"\xff" * ((12 << 20) - (256 << 10)))
            done = kedge("snapshot", "--zstd", f"pid:{program.pid}", "-o", core, status=3)
            check("no room left" in done.stderr and done.stderr.count("\n") == 2, done.stderr)
            check(os.listdir(disk) == ["filler"], f"left: {os.listdir(disk)}")
            wait_until("it runs", lambda: state_of(program.pid) in ("R", "S"))
    finally:
        run_command("umount", "-l", disk)


def test_replaced_and_killed(folder):
    place = os.path.join(folder, "place")
    os.mkdir(place)
    core = os.path.join(place, "old.core")
    with open(core, "w") as f:
        f.write("what was there before")
    with Confidential() as program:
        for delay in (0.001, 0.01, 0.03, 0.06):
            child = subprocess.Popen([KEDGE, "snapshot", f"pid:{program.pid}", "-o", core], stdout=subprocess.DEVNULL,
                                     stderr=subprocess.DEVNULL)
            try:
                child.wait(delay)
            except subprocess.TimeoutExpired:
                child.kill()
                child.wait()
            with open(core, "rb") as f:
                check(f.read(4) in (b"what", b"\x7fELF"), "a half file has the name")
            if has_nameless(place):
                nothing_else_left(place, ["old.core"])
        wait_until("it runs", lambda: state_of(program.pid) in ("R", "S"))
        kedge("snapshot", f"pid:{program.pid}", "-o", core)
    check(facts(core)[0]["complete"], "the core is not whole")


def strace(program, folder, inject):
    """kedge snapshot onto old.core, and SIGKILL as a call begins: @inject is "CALL:when=N", counted in each of its processes."""
    words = ["-e", "trace=linkat,rename", "-e", "inject=" + inject.replace(":", ":signal=KILL:")]
    return attempt("strace", "-f", "-qq", "-o", os.devnull, *words, KEDGE, "snapshot", f"pid:{program.pid}", "-o",
                   os.path.join(folder, "old.core"))


def left_in(place):
    return sorted(set(os.listdir(place)) - {"old.core"})


def test_killed_at_each_step(folder):
    """Whatever is killed on the way to the name: the old file or the new one has it, and the next run clears away the rest."""
    if not shutil.which("strace"):
        return "not tried, needs strace"
    place = os.path.join(folder, "steps")
    os.mkdir(place)
    core = os.path.join(place, "old.core")
    with Confidential() as program:
        if not has_nameless(place):
            return "not tried, the file system has no files without a name"
        # Nothing has the name: killed before it is given, and there is nothing.
        done = strace(program, place, "linkat:when=1")
        check(done.returncode in (-9, 137) and os.listdir(place) == [], f"{done.returncode} {os.listdir(place)}")
        # By kedge before it knows that there is an old one; by its child and then by kedge itself, which takes the child's place.
        for inject, left in (("linkat:when=1", 0), ("rename:when=1", 1)):
            with open(core, "w") as f:
                f.write("what was there before")
            done = strace(program, place, inject)
            check(done.returncode in (-9, 137), f"{inject}: {done.returncode} {done.stderr}")
            with open(core, "rb") as f:
                check(f.read() == b"what was there before", f"{inject}: the old file is gone")
            names = left_in(place)
            check(len(names) == left and all(name.startswith("old.core.kedge-") for name in names), f"{inject}: left {names}")
        # Not kedge's: another's file, and one that another kedge is still about.
        for name in ("old.core.1234", "old.core.kedge-short", "old.core.kedge-longer1", "old.core.kedge-locked"):
            with open(os.path.join(place, name), "w") as f:
                f.write("kept")
        with open(os.path.join(place, "old.core.kedge-locked")) as locked:
            fcntl.flock(locked, fcntl.LOCK_EX)
            kedge("snapshot", f"pid:{program.pid}", "-o", core)
            check(left_in(place) == ["old.core.1234", "old.core.kedge-locked", "old.core.kedge-longer1", "old.core.kedge-short"],
                  f"{left_in(place)}")
        kedge("snapshot", f"pid:{program.pid}", "-o", core)
        check("old.core.kedge-locked" not in left_in(place), f"{left_in(place)}")
        wait_until("it runs", lambda: state_of(program.pid) in ("R", "S"))
    check(facts(core)[0]["complete"], "the core is not whole")
    return ""


def test_usage(folder):
    check("takes a live process" in kedge("snapshot", os.path.join(folder, "none"), "-o", "x", status=2).stderr, "")
    check("-o FILE is missing" in kedge("snapshot", "pid:1", status=2).stderr, "")
    with Confidential() as program:
        done = kedge("snapshot", f"pid:{program.pid}", "-o", os.path.join(folder, "no", "where"), status=2)
        check("cannot be made" in done.stderr, done.stderr)


if __name__ == "__main__":
    sys.exit(run([test_whole_core, test_forked_and_packed, test_python_only, test_redacted, test_full_disk,
                  test_replaced_and_killed, test_killed_at_each_step, test_usage]))
