#!/usr/bin/env python3
"""
A core whose program is only in a container's image: OCI layouts and what `docker save` writes, read by --sysroot.

The program is a copy of the interpreter that is removed once its core is taken; images are made here, by tarfile, as
builders write them and as an attacker would. Each is held against the reading with the program in its place.
"""

import gzip
import hashlib
import io
import json
import os
import random
import shutil
import subprocess
import sys
import tarfile
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import KEDGE, PATIENCE_S, PYTHON, Program, Wrong, attempt, check

PROGRAM = "import json, time; kept = [{str(i): i} for i in range(500)]; print('up', flush=True); time.sleep(600)"
OTHER = "/bin/true"  # a program of another build
NOISE = random.Random(1).randbytes(5000)  # always the same: now and then some begin like an archive


def run(core, *options):
    done = attempt(KEDGE, "summary", "--json", "--quiet", "--no-cache", *options, core,
                   env=dict(os.environ, TMPDIR=os.path.dirname(core)))
    return done.returncode, json.loads(done.stdout) if done.returncode == 0 else None, done.stderr.strip()


# Making images.

def member(name, data=b"", kind=tarfile.REGTYPE, link="", size=None, mode=0o755):
    info = tarfile.TarInfo(name)
    info.type, info.linkname, info.mode = kind, link, mode
    info.size = len(data) if size is None else size
    return info, data


def folder(name):
    return member(name, kind=tarfile.DIRTYPE)


def symlink(name, link):
    return member(name, kind=tarfile.SYMTYPE, link=link)


def hardlink(name, link):
    return member(name, kind=tarfile.LNKTYPE, link=link)


def tar_of(members):
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for info, data in members:
            tar.addfile(info, io.BytesIO(data))
    return out.getvalue()


def zstd(data):
    return subprocess.run(["zstd", "-q", "-1", "-c"], input=data, stdout=subprocess.PIPE, check=True, timeout=PATIENCE_S).stdout


def digest(data):
    return "sha256:" + hashlib.sha256(data).hexdigest()


class Layout:
    """An OCI image layout in memory: {path: bytes}."""

    def __init__(self):
        self.files = {"oci-layout": b'{"imageLayoutVersion":"1.0.0"}'}
        self.index = []

    def blob(self, data):
        self.files["blobs/sha256/" + digest(data)[7:]] = data
        return {"digest": digest(data), "size": len(data)}

    def manifest(self, layers, machine, platform=True, absent=False):
        """The descriptor of an image."""
        config = self.blob(json.dumps({"architecture": machine, "os": "linux"}).encode())
        text = json.dumps({"schemaVersion": 2, "config": config, "layers": [self.blob(data) for data in layers]}).encode()
        row = self.blob(text)
        if absent:
            del self.files["blobs/sha256/" + row["digest"][7:]]
        row["mediaType"] = "application/vnd.oci.image.manifest.v1+json"
        if platform:
            row["platform"] = {"architecture": machine, "os": "linux"}
        return row

    def image(self, layers, machine="amd64", name=None, **options):
        row = self.manifest(layers, machine, **options)
        if name:
            row["annotations"] = {"org.opencontainers.image.ref.name": name}
        self.index.append(row)
        return self

    def nested(self, rows, name=None):
        """An index in the index, as builders for several platforms write."""
        row = self.blob(json.dumps({"schemaVersion": 2, "manifests": rows}).encode())
        row["mediaType"] = "application/vnd.oci.image.index.v1+json"
        if name:
            row["annotations"] = {"org.opencontainers.image.ref.name": name}
        self.index.append(row)
        return self

    def all_files(self):
        return dict(self.files, **{"index.json": json.dumps({"schemaVersion": 2, "manifests": self.index}).encode()})

    def tar(self):
        return tar_of([member("./" + name, data) for name, data in self.all_files().items()])

    def write(self, folder_path):
        for name, data in self.all_files().items():
            path = os.path.join(folder_path, name)
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "wb") as f:
                f.write(data)
        return folder_path


def docker_save(images):
    """[(tags, machine, layers)] as `docker save` wrote them before OCI layouts: equal layers are links to one."""
    members, manifest, seen = [], [], {}
    for tags, machine, layers in images:
        config = json.dumps({"architecture": machine, "os": "linux"}).encode()
        names = []
        for i, data in enumerate(layers):
            name = f"{hashlib.sha256(f'{tags}{i}'.encode()).hexdigest()}/layer.tar"
            if digest(data) in seen:
                members.append(symlink(name, "../" + seen[digest(data)]))
            else:
                members.append(member(name, data))
            seen.setdefault(digest(data), name)
            names.append(name)
        members.append(member(digest(config)[7:] + ".json", config))
        manifest.append({"Config": digest(config)[7:] + ".json", "RepoTags": tags, "Layers": names})
    return tar_of(members + [member("manifest.json", json.dumps(manifest).encode())])


class Sample:
    """The core, what it reads like with its program at hand, and layers that have the program."""

    def __init__(self, place):
        self.place = place
        self.app = os.path.join(place, "app")
        os.makedirs(os.path.join(self.app, "bin"))
        self.program = os.path.join(self.app, "bin", "py")
        shutil.copy(PYTHON, self.program)
        with Program([self.program, "-c", PROGRAM], env=dict(os.environ, PYTHONHOME="/usr")) as process:
            process.expect("up")
            self.core = process.core(os.path.join(place, "core"))
        status, self.expected, said = run(self.core)
        check(status == 0, f"with its program at hand: {said}")
        with open(self.program, "rb") as f:
            self.bytes = f.read()
        with open(OTHER, "rb") as f:
            self.other = f.read()
        shutil.rmtree(self.app)
        self.number = 0
        self.layers = self._layers()

    def _layers(self):
        """Three layers in which only one way leads to the right file."""
        app, place = self.app.lstrip("/"), self.place.lstrip("/")
        base = [folder(app), folder(app + "/bin"), member(app + "/bin/py", self.other), member("opt/store/late", self.other),
                member("opt/full/old", b"old")]
        middle = [member("opt/store/program", self.bytes), hardlink("opt/store/kept", "opt/store/program"),
                  member(place + "/.wh.app"), folder(app), symlink(app + "/bin", "../../../../../../../opt/./real"),
                  folder("opt/real"), symlink("opt/real/py", "/opt/here/../store/kept"), folder("opt/here")]
        top = [member("opt/store/.wh.program"), member("opt/store/.wh.late"), folder("opt/full"), member("opt/full/.wh..wh..opq")]
        return [tar_of(base), gzip.compress(tar_of(middle), 1), tar_of(top)]

    def flat(self):
        return tar_of([member("./" + self.program.lstrip("/"), self.bytes)])

    def write(self, data):
        self.number += 1
        path = os.path.join(self.place, f"image-{self.number}.tar")
        with open(path, "wb") as f:
            f.write(data)
        return path

    def main_module(self, answer):
        return next(m for m in answer["modules"] if m["path"].startswith(self.program))

    def reads(self, what, sysroot, told=None):
        status, answer, said = run(self.core, "--sysroot", sysroot)
        check(status == 0, f"{what}: {said}")
        module = self.main_module(answer)
        check(module["state"] == "matched" and module["found"] == f"{sysroot}:{self.program}", f"{what}: {module}")
        for key in ("objects", "references", "python_bytes", "payload_bytes", "layout_source", "python"):
            check(answer[key] == self.expected[key], f"{what}: {key} is {answer[key]}, not {self.expected[key]}")
        texts = [d["text"] for d in answer["damage"]["examples"]]
        check(bool(texts) == bool(told) and all(told in t for t in texts), f"{what}: damage {texts}")

    def refuses(self, what, sysroot, *parts):
        status, _, said = run(self.core, "--sysroot", sysroot)
        check(status == 2 and said.count("\n") == 0 and all(part in said for part in (*parts, "--sysroot")),
              f"{what}: status {status}: {said}")

    def survives(self, what, sysroot):
        """Read or refused, in a line; never by the wrong file."""
        status, answer, said = run(self.core, "--sysroot", sysroot)
        check(status in (2, 3) and said.count("\n") == 0 and said or status == 0, f"{what}: status {status}: {said}")
        if answer:
            module = self.main_module(answer)
            check(module["state"] in ("missing", "mismatch"), f"{what}: {module}")


def test_layouts(s):
    layout = Layout().image(s.layers, name="app:1")
    s.reads("a folder", layout.write(os.path.join(s.place, "layout")))
    s.reads("a tar", s.write(layout.tar()))
    s.reads("a compressed tar", s.write(gzip.compress(layout.tar(), 1)))
    s.reads("a tar by name", s.write(layout.tar()) + "@app:1")
    s.reads("a platform that only the configuration names", s.write(Layout().image(s.layers, platform=False).tar()))
    if shutil.which("zstd"):
        s.reads("zstd", s.write(zstd(Layout().image([zstd(layer) for layer in (s.layers[0], gzip.decompress(s.layers[1]), s.layers[2])]).tar())))


def test_docker(s):
    filler = tar_of([member("etc/filler", b"x")])
    s.reads("docker save", s.write(docker_save([(["app:1", "app:latest"], "amd64", [filler, *s.layers, filler])])))
    s.reads("docker save, compressed", s.write(gzip.compress(docker_save([(["app:1"], "amd64", s.layers)]), 1)))
    two = s.write(docker_save([(["app:1"], "amd64", [filler]), (["app:2", "app:latest"], "amd64", s.layers)]))
    s.refuses("two images", two, "2 images", "app:1", "app:2, app:latest", "@NAME")
    s.reads("one of two", two + "@app:2")
    s.reads("one of two by its other name", two + "@app:latest")
    s.refuses("none of two", two + "@app:3", "no image called app:3")
    s.reads("a file system", s.write(s.flat()))
    s.reads("a file system, compressed", s.write(gzip.compress(s.flat(), 1)))


def test_platforms(s):
    filler = [tar_of([member("etc/filler", b"x")])]
    layout = Layout()
    layout.nested([layout.manifest(filler, "arm64"), layout.manifest(s.layers, "amd64"), layout.manifest(filler, "unknown"),
                   layout.manifest(filler, "s390x", absent=True)], name="app:1")
    s.reads("several platforms", s.write(layout.tar()))
    s.refuses("another platform", s.write(Layout().image(s.layers, machine="arm64", name="app:1").tar()), "amd64", "app:1 (arm64)")
    layout = Layout()
    layout.nested([layout.manifest(filler, "arm64"), layout.manifest(s.layers, "amd64", absent=True)], name="app:1")
    s.refuses("a platform that was not saved", s.write(layout.tar()), "amd64", "names some that are not there")
    both = Layout().image(filler, name="app:1").image(s.layers, name="app:2")
    s.refuses("two that suit", s.write(both.tar()), "2 images", "app:1 (amd64); app:2 (amd64)")
    s.reads("one of two that suit", s.write(both.tar()) + "@app:2")
    s.reads("one image under two names", s.write(Layout().image(s.layers, name="a").image(s.layers, name="b").tar()))


def test_another_build(s):
    wrong = s.write(Layout().image([tar_of([member(s.program.lstrip("/"), s.other)])]).tar())
    s.survives("another build", wrong)
    status, answer, said = run(s.core, "--sysroot", wrong)
    note = s.main_module(answer)["note"] if answer else said
    check("is another build" in note and wrong in note, f"the file refused is not named: {note}")
    gone = s.layers + [tar_of([member(s.program.lstrip("/").replace("app/bin/py", ".wh.app"))])]
    s.survives("a program that a later layer removed", s.write(Layout().image(gone).tar()))


def test_hostile(s):
    name = s.program.lstrip("/")
    good = s.flat()
    s.reads("paths that lead out, and loops", s.write(Layout().image([tar_of([
        member("../../../../etc/passwd", b"x"), member("/" + name, s.bytes), symlink("loop", "loop"), symlink("a", "b"),
        symlink("b", "a/b/../a"), hardlink("self", "self"), hardlink("none", "nothing"), member("loop/below", b"x"),
        member("..", kind=tarfile.DIRTYPE), member(".wh."), member(".wh..wh..opq"), member("x/" * 2000 + "deep", b"x"),
        member("device", kind=tarfile.CHRTYPE), member("fifo", kind=tarfile.FIFOTYPE), member(b"\xff\n\x1b[31m".decode("latin-1"), b"x"),
    ])]).tar()))
    out = tar_of([symlink(name, "../" * 30 + PYTHON.lstrip("/"))])
    s.survives("a symlink out of the image", s.write(Layout().image([out]).tar()))
    s.survives("a symlink out of a folder", _folder_with_link(s))
    s.reads("a layer cut short", s.write(Layout().image([good, tar_of([member("big", b"x" * 100000)])[:50000]]).tar()), "layer 2 of 2")
    s.reads("a layer of noise", s.write(Layout().image([good, NOISE]).tar()), "layer 2 of 2")
    layout = Layout().image([good, b"gone"])
    del layout.files["blobs/sha256/" + digest(b"gone")[7:]]
    s.reads("a layer that is not there", s.write(layout.tar()), "layer 2 of 2")
    short = tar_of([member(name, s.bytes)])
    s.survives("the program cut short", s.write(Layout().image([short[:len(short) // 2]]).tar()))
    s.survives("a file larger than all", s.write(Layout().image([sparse(name, 1 << 62)]).tar()))
    for text in (b"", b"{", b"[" * 100000, b"[]", b"7", b'{"manifests":7}', b'{"manifests":[7,[],{}]}',
                 b'{"manifests":[{"digest":"sha256:../../../../etc/passwd"}]}', b'{"manifests":[{"digest":7}]}'):
        layout = Layout()
        layout.all_files = lambda text=text: {"oci-layout": b"{}", "index.json": text}
        s.refuses(f"an index of {text[:40]}", s.write(layout.tar()))
    for text in (b"{}", b'{"layers":[7]}', b'{"layers":{}}', b'{"layers":[{"digest":"x"}]}', b'{"config":7,"layers":[]}', b"x"):
        layout = Layout()
        layout.index.append(layout.blob(text))
        s.refuses(f"a manifest of {text[:40]}", s.write(layout.tar()))
    for layers in (["../core"], ["/etc/passwd"], [""], [7], ["manifest.json"]):
        s.survives(f"docker save of layers {layers}", s.write(tar_of([member("manifest.json", json.dumps(
            [{"Config": "c.json", "RepoTags": None, "Layers": layers}]).encode())])))
    s.survives("noise", s.write(NOISE))
    s.survives("nothing", s.write(b""))
    s.refuses("a folder that is not there", os.path.join(s.place, "none"))
    s.refuses("a device", "/dev/null")
    whole = Layout().image(s.layers).tar()
    for at in (100, 600, len(whole) // 2):
        s.survives(f"an archive cut off at {at}", s.write(whole[:at]))
    packed = gzip.compress(whole, 1)
    s.survives("a compressed archive cut off", s.write(packed[:len(packed) // 2]))


def sparse(name, size):
    """A file that says it is @size long and has a byte, as GNU tar writes such."""
    head = tarfile.TarInfo(name)
    head.size, head.type = 512, b"S"
    block = bytearray(head.tobuf(tarfile.GNU_FORMAT))
    block[386:398], block[398:410] = b"%011o\0" % 0, b"%011o\0" % 512
    block[483:495] = (0x80).to_bytes(1, "big") + size.to_bytes(11, "big")
    block[148:156] = b" " * 8
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block) + b"x" * 512 + bytes(1024)


def _folder_with_link(s):
    """A --sysroot folder in which the program is a link that leads to one of this machine, unless it is its root."""
    top = os.path.join(s.place, "sysroot")
    os.makedirs(top + os.path.dirname(s.program))
    os.symlink(PYTHON, top + s.program)
    return top


def test_folder(s):
    """A folder is a root too: its absolute links lead into it."""
    top = os.path.join(s.place, "root")
    os.makedirs(top + os.path.dirname(s.program))
    os.makedirs(top + "/opt")
    with open(top + "/opt/program", "wb") as f:
        f.write(s.bytes)
    os.symlink("/opt/program", top + s.program)
    status, answer, said = run(s.core, "--sysroot", top)
    check(status == 0, f"a folder: {said}")
    module = s.main_module(answer)
    check(module["state"] == "matched" and module["found"] == top + s.program, f"a folder: {module}")
    check(answer["objects"] == s.expected["objects"], "a folder: other objects")


def main():
    if not os.access(PYTHON, os.X_OK):
        print(f"SKIP: needs {PYTHON}")
        return 77
    place = tempfile.mkdtemp(prefix="kedge-images.")
    tests, failed = [test_layouts, test_docker, test_platforms, test_another_build, test_folder, test_hostile], 0
    try:
        sample = Sample(place)
        if "libarchive" in run(sample.core, "--sysroot", sample.write(b"x"))[2]:
            print("SKIP: this kedge was built without libarchive")
            return 77
        for test in tests:
            try:
                test(sample)
                print(f"PASS: {test.__name__}")
            except Wrong as wrong:
                failed += 1
                print(f"FAIL: {test.__name__}: {wrong}")
    finally:
        shutil.rmtree(place, ignore_errors=True)
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
