#!/usr/bin/env python3
"""
Interpreters that no symbol leads to: CPython linked into another program, stripped, without exports, without section
headers, without the cookie. A program of the oracle runs on each, and every object must be read as it is.

Copies of the interpreters at hand are changed so (hide.py); a program with libpython3.11.a is built where that is.
"""

import os
import subprocess
import sys
import tempfile

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path[:0] = [os.path.join(os.path.dirname(HERE), "matrix"), os.path.join(os.path.dirname(HERE), "oracle"), HERE]
sys.dont_write_bytecode = True

import elsewhere
import hide
import run as oracle
from support import KEDGE, PYTHON, attempt

ARCHIVE = "/usr/lib/python3.11/config-3.11-x86_64-linux-gnu/libpython3.11.a"
PROGRAM = "int Py_BytesMain(int, char **); int main(int argc, char **argv) { return Py_BytesMain(argc, argv); }\n"


def changed(python, name, place, *changes):
    """The interpreter, with a copy of its program that was changed."""
    with open(python.outside(), "rb") as f:
        data = hide.without_build_id(f.read())
    for change in changes:
        data = change(data)
    path = os.path.join(place, name)
    with open(path, "wb") as f:
        f.write(data)
    os.chmod(path, 0o755)
    cookie = hide.without_cookie not in changes
    return oracle.Interpreter(python.sees(path), python.root, env={"PYTHONHOME": "/usr"}, debug=python.debug,
                              offsets=python.offsets and cookie, cookie=cookie, guarded=python.guarded, gcore=python.gcore)


def embedded(place):
    """A program of another name that has CPython 3.11 inside and tells nobody, or None where it cannot be built."""
    source, path = os.path.join(place, "server.c"), os.path.join(place, "server")
    if not os.path.exists(ARCHIVE):
        return None
    with open(source, "w") as f:
        f.write(PROGRAM)
    done = attempt("gcc", "-no-pie", "-s", "-o", path, source, ARCHIVE, "-lexpat", "-lz", "-lm", "-ldl")
    if done.returncode:
        print(f"SKIP: server: {done.stderr.strip().splitlines()[-1]}")
        return None
    return oracle.Interpreter(path, env={"PYTHONHOME": "/usr"})


def variants(name, python, place):
    yield f"{name}-exports", changed(python, f"{name}-exports", place, hide.without_symbols)
    if python.offsets:
        yield f"{name}-cookie", changed(python, f"{name}-cookie", place, hide.without_cookie)
        yield f"{name}-nothing", changed(python, f"{name}-nothing", place, hide.without_cookie, hide.without_symbols,
                                         hide.without_sections)
    else:
        yield f"{name}-nothing", changed(python, f"{name}-nothing", place, hide.without_symbols, hide.without_sections)


def check(label, python, program="imports"):
    """Whether all readings of the program on that interpreter agree with it; None when it cannot be run."""
    try:
        results = oracle.run_in_new_folder(KEDGE, program, python, f"{program}-{label}", True, False)
    except oracle.Skip as skip:
        print(f"SKIP: {label}: {skip}")
        return None
    except (oracle.Trouble, OSError, subprocess.SubprocessError) as trouble:
        print(f"FAIL: {label}: {trouble}")
        return False
    return bool(results) and not any(result.mismatches for result in results)


def interpreters(only):
    if not only or "3.11" in only:
        yield "python3.11", oracle.Interpreter("/usr/bin/python3.11")
    for name, python in elsewhere.at_hand():
        if python.root and not python.emulator and (not only or any(text in name for text in only)):
            yield name, python


def main():
    """inside.py [VERSION...]: of these alone"""
    only, done = sys.argv[1:], []
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: needs {PYTHON}")
        return 77
    if not only or "server" in only:
        with tempfile.TemporaryDirectory(prefix="kedge-inside.") as place:
            server = embedded(place)
            done += [check("server", server)] if server else []
    for name, python in interpreters(only):
        with tempfile.TemporaryDirectory(prefix="kedge-inside.", dir=elsewhere.folder_for(python)) as place:
            os.chmod(place, 0o755)
            done += [check(label, one) for label, one in variants(name, python, place)]
    done = [result for result in done if result is not None]
    print(f"{sum(done)} passed, {len(done) - sum(done)} failed")
    return 0 if all(done) and done else 1


if __name__ == "__main__":
    sys.exit(main())
