"""What the checks of the virtual machine share."""

import json
import os
import subprocess
import time

PYTHON = "/usr/bin/python3.11"
KEDGE = "/usr/local/bin/kedge"
PATIENCE_S = 240


class Wrong(Exception):
    """Something was not as it should be."""


def check(good, text):
    if not good:
        raise Wrong(text)


def wait_until(what, condition, seconds=PATIENCE_S):
    deadline = time.monotonic() + seconds
    while True:
        got = condition()
        if got:
            return got
        check(time.monotonic() < deadline, f"it never came to this: {what}")
        time.sleep(0.05)


def read(path, default=None):
    try:
        with open(path) as f:
            return f.read()
    except OSError:
        if default is None:
            raise
        return default


def write(path, text):
    with open(path, "w") as f:
        f.write(text)


def kedge(*args, status=0, **options):
    options.setdefault("stdin", subprocess.DEVNULL)
    done = subprocess.run([KEDGE, *map(str, args)], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
                          timeout=PATIENCE_S, **options)
    check(done.returncode == status, f"kedge {' '.join(map(str, args))} ended with {done.returncode}: {done.stderr}")
    return done


def command(*args):
    done = subprocess.run(args, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
                          timeout=PATIENCE_S)
    check(done.returncode == 0, f"{' '.join(args)} ended with {done.returncode}: {done.stdout}")
    return done.stdout


def summary(*args):
    return json.loads(kedge("summary", "--json", *args).stdout)


def holds_python(path, *options):
    """A core with a Python that was read whole; deleted then."""
    answer = summary(*options, path)
    check(answer["objects"] > 5000, f"{path}: {answer['objects']} objects")
    os.unlink(path)
    return answer


class Program:
    """A Python that says "ready"; a context manager."""

    def __init__(self, text, cgroup=None, python=PYTHON, before=(), **options):
        def enter():
            if cgroup:
                write(f"{cgroup}/cgroup.procs", "0")

        self.process = subprocess.Popen([*before, python, "-c", text], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
                                        preexec_fn=enter, **options)
        self.pid = self.process.pid
        said = self.process.stdout.readline()
        check(said.split()[:1] == ["ready"], f"the program did not start: {said!r}")
        self.said = said.split()[1:]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        try:
            self.process.stdin.close()
        except BrokenPipeError:
            pass

    def say(self, text):
        self.process.stdin.write(f"{text}\n")
        self.process.stdin.flush()


class Watch:
    """A running kedge watch: its rows as they come."""

    def __init__(self, *args):
        self.process = subprocess.Popen([KEDGE, "watch", "--json", *map(str, args)], stdin=subprocess.DEVNULL,
                                        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
        self.rows = []
        self.row()
        check(self.rows[0]["event"] == "watching", f"{self.rows[0]}")

    def row(self):
        line = self.process.stdout.readline()
        if not line:
            check(False, f"no further line after {self.rows}: {self.process.stderr.read()}")
        self.rows.append(json.loads(line))
        return self.rows[-1]

    def until(self, event):
        while self.row()["event"] != event:
            pass
        return self.rows[-1]

    def end(self):
        try:
            out, err = self.process.communicate(timeout=PATIENCE_S)
        except subprocess.TimeoutExpired:
            self.process.kill()
            out, err = self.process.communicate()
            check(False, f"watch did not end: {self.rows} {out} {err}")
        check(self.process.returncode == 0, f"watch ended with {self.process.returncode}: {err}")
        self.rows += [json.loads(line) for line in out.splitlines()]
        return self.rows


def snapshots(rows):
    return [row for row in rows if row["event"] == "snapshot"]
