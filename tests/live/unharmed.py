#!/usr/bin/env python3
"""Processes at work of every kind are looked into, and must not notice."""

import os
import random
import signal
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from harness import ATTACH, KEDGE, Target, attempt, check, has_nameless, kedge, nothing_else_left, remove_cgroup, run, state_of, summary, wait_until

ATTACHES = 100
KILLS = 40
LOOKS = 30


def attach(pid, *words, count=1, status=0):
    done = attempt(ATTACH, str(pid), str(count), *words)
    check(done.returncode == status, f"attach ended with {done.returncode}: {done.stderr}")
    return done


def undamaged(target, *options):
    """A reading without damage. An instant may fall into a collection, or between two stores that link an object; one of
    many does not."""
    for _ in range(LOOKS):
        answer = summary(target.pid, *options)
        if answer["damage"]["count"] == 0:
            return answer
        check(not answer["complete"], "damaged and said to be complete")
    check(False, f"damage each time: {answer['damage']['examples'][:3]}")


def look(target, fork=True):
    """Both ways, with signals before, between and after."""
    target.signal(3)
    answer = undamaged(target)
    target.signal(3)
    if fork:
        check(undamaged(target, "--fork")["source"]["forked"], "not from a fork")
    target.signal(3)
    target.parent_sees_nothing()
    target.nothing_left()
    return answer


def goes_on(target):
    report = target.leave()
    check(report["alarms"] > 0 and report["children"] > 0 and report["rounds"] > 0 and report["ticks"] > 0, f"it did not work: {report}")
    return (f"{report['rounds']} rounds, {report['queued']} signals, {report['alarms']} alarms, {report['ticks']} ticks, "
            f"{report['children']} children")


def test_threads_that_allocate_without_pause(folder):
    with Target("alloc", folder) as target:
        answer = look(target)
        check(answer["source"]["omitted_bytes"] > 7 << 20, "the ballast was copied")
        whole = summary(target.pid, "--with-buffers")
        check(whole["source"]["omitted_bytes"] == 0, "with --with-buffers something was left out")
        return goes_on(target)


def test_sleep(folder):
    with Target("sleep", folder) as target:
        look(target)
        return goes_on(target)


def test_blocking_read(folder):
    with Target("read", folder) as target:
        look(target)
        return goes_on(target)


def test_five_hundred_threads(folder):
    with Target("threads", folder) as target:
        answer = look(target)
        check(answer["source"]["threads"] >= 500, f"{answer['source']['threads']} threads")
        return goes_on(target)


def test_c_function_that_never_returns(folder):
    with Target("spin", folder) as target:
        address = int(target.ready[0])

        def count():
            with open(f"/proc/{target.pid}/mem", "rb") as memory:
                memory.seek(address)
                return int.from_bytes(memory.read(8), "little")
        wait_until("it counts", lambda: count() > 0)
        for options in ([], ["--fork"]):
            before = count()
            answer = summary(target.pid, *options)
            check(answer["damage"]["count"] == 0, "damage")
            wait_until("it counts on", lambda: count() > before)
        target.parent_sees_nothing()
        target.nothing_left()


def test_middle_of_a_collection(folder):
    with Target("collecting", folder) as target:
        for options in ([], ["--fork"]):
            answer = summary(target.pid, *options)
            check(answer["gc"]["collecting"], "the collection was not recognized")
            check(any("inside a collection" in doubt for doubt in answer["doubts"]), f"not said: {answer['doubts']}")
            check(not answer["complete"], "said to be complete")
        kedge("summary", "--strict", f"pid:{target.pid}", status=4)
        target.leave("go on")


def test_stopped_process(folder):
    with Target("stopped", folder) as target:
        os.kill(target.pid, signal.SIGSTOP)
        told = os.waitid(os.P_PID, target.pid, os.WSTOPPED)
        check(told.si_status == signal.SIGSTOP, f"stopped by {told}")
        answer = summary(target.pid)
        check(answer["source"]["stopped"], "not said to be stopped")
        target.signal(2)
        attach(target.pid, count=5)
        # Let go, it runs as far as its stop inside the kernel, which takes a moment on a busy machine.
        wait_until("it stands still again", lambda: state_of(target.pid) == "T")
        target.parent_sees_nothing()
        done = kedge("summary", "--fork", "-p", target.pid, status=3)
        check("stopped by a signal" in done.stderr, done.stderr)
        # Let go, it runs as far as its stop inside the kernel, which takes a moment on a busy machine.
        wait_until("it stands still again", lambda: state_of(target.pid) == "T")
        os.kill(target.pid, signal.SIGCONT)
        told = os.waitid(os.P_PID, target.pid, os.WCONTINUED)
        check(told.si_code == os.CLD_CONTINUED, f"continued by {told}")
        wait_until("it runs on", lambda: state_of(target.pid) in "RS")
        return goes_on(target)


def has_child(pid):
    for name in os.listdir("/proc"):
        if name.isdigit():
            try:
                with open(f"/proc/{name}/stat") as f:
                    if int(f.read().rpartition(")")[2].split()[1]) == pid:
                        return True
            except (FileNotFoundError, ProcessLookupError):
                continue
    return False


def test_parent_in_vfork(folder):
    with Target("vfork", folder) as target:
        # With the child there it is not for a page of a file that its thread waits.
        wait_until("it waits in vfork()", lambda: has_child(target.pid) and any(
            state_of(f"{target.pid}/task/{tid}") == "D" for tid in os.listdir(f"/proc/{target.pid}/task")))
        answer = summary(target.pid)
        check(answer["source"]["blocked_threads"] == 1, "the thread in vfork() was not noticed")
        check(any("uninterruptible" in doubt for doubt in answer["doubts"]), f"not said: {answer['doubts']}")
        done = kedge("summary", "--fork", "-p", target.pid, status=3)
        check("vfork" in done.stderr, done.stderr)
        target.parent_sees_nothing()
        target.leave()


def test_frozen_process(folder):
    """In the freezer of version 1 no thread can come to a stop: the nearest to a wait that nothing interrupts."""
    group = f"/sys/fs/cgroup/freezer/kedge-live-{os.getpid()}"
    try:
        os.mkdir(group)
    except OSError as error:
        return f"not tried, no freezer of version 1 is here ({error.strerror})"
    try:
        with Target("alloc", folder) as target:
            try:
                put(group, "cgroup.procs", target.pid)
                put(group, "freezer.state", "FROZEN")
                wait_until("it is frozen", lambda: "FROZEN" in open(f"{group}/freezer.state").read())
                target.signal(2)
                answer = summary(target.pid)
                check(answer["source"]["blocked_threads"] > 3, f"{answer['source']['blocked_threads']} threads were noticed")
                check(any("uninterruptible" in doubt for doubt in answer["doubts"]), f"not said: {answer['doubts']}")
                check("refused" in kedge("summary", "--fork", f"pid:{target.pid}", status=3).stderr, "forked")
                target.parent_sees_nothing()
                target.nothing_left()
            finally:
                put(group, "freezer.state", "THAWED")
            said = goes_on(target)
        return said
    finally:
        remove_cgroup(group)


def put(folder, name, value):
    with open(os.path.join(folder, name), "w") as f:
        f.write(str(value))


def test_a_hundred_attaches_in_a_row(folder):
    with Target("alloc", folder) as target:
        for words in ([], ["fork"]):
            child = subprocess.Popen([ATTACH, str(target.pid), str(ATTACHES // 2), *words], stdout=subprocess.PIPE, text=True)
            while child.poll() is None:
                target.signal()
                time.sleep(0.02)
            lines = child.stdout.read().splitlines()
            child.stdout.close()
            check(child.returncode == 0 and len(lines) == ATTACHES // 2, f"{len(lines)} attaches, status {child.returncode}")
        target.parent_sees_nothing()
        target.nothing_left()
        return goes_on(target)


def no_clone_left(pid):
    """A fork's helper takes its time to end what it made."""
    def ended():
        for name in os.listdir("/proc"):
            if name.isdigit():
                try:
                    with open(f"/proc/{name}/status") as f:
                        status = dict(line.split(":\t", 1) for line in f.read().splitlines() if ":\t" in line)
                except OSError:
                    continue
                if status.get("PPid") == str(pid) and status.get("TracerPid") != "0":
                    return False
        return True
    wait_until("the fork is ended", ended)


def test_kedge_killed_at_random_moments(folder):
    """While it copies, forks, saves and watches."""
    seed = int.from_bytes(os.urandom(4), "little")
    random.seed(seed)
    place = os.path.join(folder, "place")
    os.mkdir(place)
    with Target("alloc", folder) as target:
        pid = f"pid:{target.pid}"
        ways = [[ATTACH, str(target.pid), "1000"], [ATTACH, str(target.pid), "1000", "fork"],
                [KEDGE, "snapshot", pid, "-o", os.path.join(place, "a.core")],
                [KEDGE, "snapshot", "--fork", "--python-only", pid, "-o", os.path.join(place, "b.core")],
                [KEDGE, "watch", "--rss", "1", "--times", "1000", "--interval", "0.001", "--every", "0.001", "-o",
                 os.path.join(place, "c.core"), pid]]
        for i in range(KILLS):
            child = subprocess.Popen(ways[i % len(ways)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            target.signal()
            time.sleep(random.uniform(0.001, 0.12))
            child.kill()
            child.wait()
            target.signal()
        cores = ["a.core", "b.core", "c.core"]
        if has_nameless(place):
            nothing_else_left(place, cores)
        for name in set(cores) & set(os.listdir(place)):
            with open(os.path.join(place, name), "rb") as f:
                check(f.read(4) == b"\x7fELF", f"{name} is half there")
        no_clone_left(target.pid)
        wait_until("nobody traces it", lambda: "TracerPid:\t0\n" in open(f"/proc/{target.pid}/status").read())
        wait_until("it is in no stop of a tracer", lambda: state_of(target.pid) != "t")
        target.parent_sees_nothing()
        look(target, fork=False)
        return goes_on(target)


if __name__ == "__main__":
    sys.exit(run([test_threads_that_allocate_without_pause, test_sleep, test_blocking_read, test_five_hundred_threads,
                  test_c_function_that_never_returns, test_middle_of_a_collection, test_stopped_process, test_parent_in_vfork,
                  test_frozen_process, test_a_hundred_attaches_in_a_row, test_kedge_killed_at_random_moments]))
