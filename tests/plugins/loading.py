#!/usr/bin/env python3
"""
What kedge loads and what it refuses: plugins of another ABI, without the symbol, with structs smaller and
larger than kedge's, files that are no plugins, folders that are none. Each is one line on standard error,
and the reading goes on.

A line for each case: PASS or FAIL. Exit status: 0 all hold, 1 some do not.

usage: loading.py   (environment: KEDGE, KEDGE_SRC, KEDGE_PYTHON, KEDGE_CC)
"""

import json
import os
import shlex
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

import support
from support import KEDGE, TOP, Program, Wrong

PYTHON = os.environ.get("KEDGE_PYTHON", "/usr/bin/python3.11")
CC = shlex.split(os.environ.get("KEDGE_CC", "cc"))

HEAD = '#include "kedge-plugin.h"\nstatic const struct kg_host *host __attribute__((unused));\n'
TYPES = 'static const struct kg_type_ops types[] = {%s {.name = NULL}};\n'
PLUGIN = 'const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "%s", .types = types, .host = &host%s};\n'


def plain(name, types="", more=""):
    return HEAD + TYPES % types + PLUGIN % (name, more)


# Types of a size of their own: what another version of the header has.
SMALLER = HEAD + '''
#include <stddef.h>
struct older { char bytes[offsetof(struct kg_type_ops, show)]; };
static union { struct older older[2]; const char *name; } types = {.name = "older.Thing"};
const struct kg_plugin kedge_plugin = {.abi = KG_PLUGIN_ABI, .size = sizeof(struct kg_plugin), .ops_size = sizeof(struct older),
	.member_size = sizeof(struct kg_member), .field_size = sizeof(struct kg_field_name), .name = "older",
	.types = (const void *)&types};
'''
LARGER = HEAD + '''
struct newer { struct kg_type_ops ops; const void *more; };
static const struct kg_member members[] = {KG_OWN_AT("x", 16, ".x"), KG_END};
static const struct newer types[] = {{{.name = "newer.Thing", .members = members}, NULL}, {{.name = "newer.Other"}, %s}, {{.name = NULL}, NULL}};
const struct kg_plugin kedge_plugin = {.abi = KG_PLUGIN_ABI, .size = sizeof(struct kg_plugin), .ops_size = sizeof(struct newer),
	.member_size = sizeof(struct kg_member), .field_size = sizeof(struct kg_field_name),
	.payload_size = sizeof(struct kg_payload) + 64, .name = "newer", .types = &types[0].ops};
'''
SIZES = HEAD + TYPES % "" + '''
const struct kg_plugin kedge_plugin = {.abi = KG_PLUGIN_ABI, .size = %s, .ops_size = %s, .member_size = sizeof(struct kg_member),
	.field_size = sizeof(struct kg_field_name), .payload_size = %s, .host_size = %s, .name = "sizes", .types = types};
'''
PLUGIN_SIZE, OPS_SIZE, HOST_SIZE = ("sizeof(struct kg_" + n + ")" for n in ("plugin", "type_ops", "host"))
# What stands behind the end that it states is none of its own.
BEFORE_ABLE = HEAD + TYPES % "" + '''
const struct kg_plugin kedge_plugin = {.abi = KG_PLUGIN_ABI, .size = offsetof(struct kg_plugin, able), .ops_size = sizeof(struct kg_type_ops),
	.member_size = sizeof(struct kg_member), .field_size = sizeof(struct kg_field_name), .host_size = offsetof(struct kg_host, head),
	.name = "before", .types = types, .able = UINT64_MAX};
'''
BIGGER = HEAD + TYPES % "" + '''
struct bigger { struct kg_plugin plugin; const char *more; };
const struct bigger bigger __asm__("kedge_plugin") __attribute__((visibility("default"))) =
	{{KG_PLUGIN_HEAD_OF_BIGGER, .name = "bigger", .types = types, .host = &host}, %s};
'''.replace("KG_PLUGIN_HEAD_OF_BIGGER", ".abi = KG_PLUGIN_ABI, .size = sizeof(struct bigger), .ops_size = sizeof(struct kg_type_ops), "
            ".member_size = sizeof(struct kg_member), .field_size = sizeof(struct kg_field_name)")


class Run:
    def __init__(self, folder):
        self.folder, self.core, self.n, self.tally = folder, os.path.join(folder, "core"), 0, support.Tally()
        self.hold = self.tally.hold

    def build(self, text, where, name):
        source = os.path.join(self.folder, "source.c")
        with open(source, "w") as f:
            f.write(text)
        path = os.path.join(where, name)
        support.run(*CC, "-shared", "-fPIC", "-O1", "-I", os.path.join(TOP, "src", "api"), "-o", path, source)
        os.chmod(path, 0o755)
        return path

    def place(self):
        self.n += 1
        path = os.path.join(self.folder, f"dir{self.n}")
        os.mkdir(path, 0o755)
        return path

    def info(self, *options, cwd=None):
        done = support.attempt(KEDGE, "info", "--json", *options, self.core, cwd=cwd)
        return done.returncode, json.loads(done.stdout) if done.stdout else None, done.stderr.splitlines()

    def case(self, what, where, words, names, teaches=None):
        """One line with all of @words, none when there are none; and the plugins of the folder that are loaded."""
        status, doc, lines = self.info("--plugin-dir", where)
        mine = [p for p in (doc or {}).get("plugins", ()) if os.path.realpath(p["file"]).startswith(self.folder + "/")]
        ok = status == 0 and len(lines) == (1 if words else 0) and all(w in lines[0] for w in words)
        ok = ok and [p["name"] for p in mine] == names and [n.removeprefix("kedge: ") for n in lines] == doc["notes"]
        ok = ok and (teaches is None or [p["teaches"] for p in mine] == teaches)
        self.hold(what, ok, status, lines, mine)

    def refused(self, what, words, *options, cwd=None):
        """The user's own mistake: status 2, one line, no answer."""
        status, doc, lines = self.info(*options, cwd=cwd)
        self.hold(what, status == 2 and doc is None and len(lines) == 1 and all(w in lines[0] for w in words), status, lines)


def take_core(run):
    with Program([PYTHON, "-c", "print('ready', flush=True); input()"]) as target:
        target.expect("ready")
        target.core(run.core)


def good_and_bad(run):
    one = lambda text, name="x.so": (lambda where: (run.build(text, where, name), where)[1])(run.place())
    run.case("a plugin is loaded", one(plain("good", '{.name = "good.Thing"},')), [], ["good"], [1])
    run.case("another ABI is refused with both numbers", one(plain("good").replace("KG_PLUGIN_HEAD", "KG_PLUGIN_HEAD, .abi = 77")
             .replace("#include", "#pragma GCC diagnostic ignored \"-Woverride-init\"\n#include", 1)),
             ["x.so", "ABI 77", f"ABI {run.info()[1]['plugin_abi']}"], [])
    run.case("no symbol", one("int something;\n"), ["x.so", "no symbol kedge_plugin"], [])
    run.case("a symbol it lacks", one(plain("lacks").replace("static const", "extern int nowhere(void); int use(void) { return nowhere(); }\n"
             "static const", 1)), ["x.so", "nowhere", "not used"], [])
    run.case("a name that is none", one(plain("a b")), ["its name"], [])
    run.case("a type twice", one(plain("twice", '{.name = "t.T"}, {.name = "t.T"}, {.name = "t.U"},')), ["t.T twice"], ["twice"], [2])
    run.case("a type twice for other versions", one(plain("ranges", '{.name = "t.T", .until = KG_VERSION(3, 12, 0)}, '
             '{.name = "t.T", .since = KG_VERSION(3, 12, 0)},')), [], ["ranges"], [2])
    run.case("a type of Python's own", one(plain("dict", '{.name = "dict"}, {.name = "t.T"},')), ["dict is a type of Python's own"],
             ["dict"], [1])
    where = run.place()
    run.build(plain("first", '{.name = "t.T"},'), where, "a.so")
    run.build(plain("second", '{.name = "t.T"}, {.name = "t.U"},'), where, "b.so")
    run.case("a type of another plugin", where, ["b.so", "t.T is taught by plugin first"], ["first", "second"], [1, 1])
    where = run.place()
    run.build(plain("same"), where, "a.so")
    run.build(plain("same"), where, "b.so")
    run.case("a name twice in a folder", where, ["b.so", "same"], ["same"])
    where = run.place()
    run.build(plain("numpy", '{.name = "numpy.ndarray"},'), where, "own.so")
    run.case("one's own plugin stands in for kedge's of that name", where, [], ["numpy"], [1])
    names = [p["name"] for p in run.info("--plugin-dir", where)[1]["plugins"]]
    run.hold("and kedge's is not loaded", names.count("numpy") == 1, names)


def sizes(run):
    one = lambda text: (lambda where: (run.build(text, where, "x.so"), where)[1])(run.place())
    run.case("structs of an older header", one(SMALLER), [], ["older"], [1])
    run.case("structs of a newer header that say nothing new", one(LARGER % "NULL"), [], ["newer"], [2])
    run.case("structs of a newer header that do", one(LARGER % '"x"'), ["newer kedge"], [])
    run.case("a larger plugin that says nothing new", one(BIGGER % "NULL"), [], ["bigger"])
    run.case("a larger plugin that does", one(BIGGER % '"x"'), ["newer kedge"], [])
    run.case("a plugin whose struct ends before what it is able of", one(BEFORE_ABLE), [], ["before"])
    run.case("a plugin that can do with any head of objects", one(plain("any", more=", .able = KG_ABLE_ANY_HEAD")), [], ["any"])
    run.case("a plugin that is able of what nobody knows", one(plain("wonder", more=", .able = (uint64_t)1 << 40")), ["newer kedge"], [])
    run.case("a plugin struct too small", one(SIZES % (8, OPS_SIZE, 0, 0)), ["struct kg_plugin has 8 bytes"], [])
    run.case("types too small", one(SIZES % (PLUGIN_SIZE, 16, 0, 0)), ["struct kg_type_ops has 16 bytes"], [])
    run.case("types of no size that can be", one(SIZES % (PLUGIN_SIZE, "0x7fffffffu", 0, 0)), ["struct kg_type_ops has"], [])
    run.case("a payload larger than kedge's room", one(SIZES % (PLUGIN_SIZE, OPS_SIZE, 4096, 0)), ["struct kg_payload has 4096"], [])
    run.case("more of the host than it has", one(SIZES % (PLUGIN_SIZE, OPS_SIZE, 0, HOST_SIZE + " + 8")), ["struct kg_host has"], [])


def files(run):
    where = run.place()
    good = run.build(plain("good"), where, "good.so")
    with open(good, "rb") as f:
        image = f.read()
    for what, content, words in (("an empty file", b"", ["no shared object"]), ("text", b"no plugin\n" * 100, ["no shared object"]),
                                 ("a file cut short", image[:len(image) // 4], ["cut short"]),
                                 ("a file of which only the head is left", image[:80], ["cut short"]),
                                 ("another machine's", image[:4] + b"\x01" + image[5:], ["no shared object"])):
        place = run.place()
        with open(os.path.join(place, "bad.so"), "wb") as f:
            f.write(content)
        run.case(what, place, ["bad.so", "not used", *words], [])
    place = run.place()
    os.mkfifo(os.path.join(place, "pipe.so"))
    run.case("a pipe", place, ["pipe.so", "no regular file"], [])
    place = run.place()
    os.mkdir(os.path.join(place, "folder.so"))
    run.case("a folder called like one", place, ["folder.so", "no regular file"], [])
    place = run.place()
    os.symlink(os.path.join(place, "none"), os.path.join(place, "dangling.so"))
    run.case("a link to nothing", place, ["dangling.so", "No such file"], [])
    place = run.place()
    os.symlink(good, os.path.join(place, "link.so"))
    run.case("a link to a plugin", place, [], ["good"])
    place = run.place()
    shutil.copy(good, os.path.join(place, "open.so"))
    os.chmod(os.path.join(place, "open.so"), 0o777)
    run.case("a file that anybody may write to", place, ["open.so", "anybody may write"], [])
    place = run.place()
    for name in (".hidden.so", "good.so.1", "good.la", "README"):
        shutil.copy(good, os.path.join(place, name))
    run.case("files of other names", place, ["no plugin is there"], [])


def folders(run):
    where = run.place()
    run.build(plain("good"), where, "good.so")
    run.case("an empty folder", run.place(), ["no plugin is there"], [])
    run.refused("no such folder", ["--plugin-dir", "No such file"], "--plugin-dir", os.path.join(run.folder, "none"))
    run.refused("a file", ["--plugin-dir", "no folder"], "--plugin-dir", os.path.join(where, "good.so"))
    run.refused("an empty name", ["--plugin-dir", "empty"], "--plugin-dir", "")
    run.refused("with --no-plugins", ["contradict"], "--no-plugins", "--plugin-dir", where)
    place = run.place()
    os.chmod(place, 0o777)
    run.refused("a folder that anybody may write to", ["anybody may write"], "--plugin-dir", place)
    link = os.path.join(run.folder, "link")
    os.symlink(where, link)
    run.case("a link to a folder", link, [], ["good"])
    status, doc, lines = run.info("--plugin-dir", os.path.basename(where), cwd=run.folder)
    run.hold("a relative path is said in full", status == 0 and len(lines) == 1 and where in lines[0] and
             "good" in [p["name"] for p in doc["plugins"]], status, lines)
    status, doc, lines = run.info(cwd=where)
    run.hold("nothing comes from the current folder", status == 0 and not lines and
             "good" not in [p["name"] for p in doc["plugins"]], status, lines, doc)
    run.hold("kedge's own are there", "numpy" in [p["name"] for p in doc["plugins"]], doc)
    status, doc, lines = run.info("--no-plugins")
    run.hold("--no-plugins loads none", status == 0 and not lines and doc["plugins"] == [], doc, lines)


def main():
    folder = os.path.realpath(tempfile.mkdtemp(prefix="kedge-plugins."))
    os.umask(0o022)
    run = Run(folder)
    try:
        take_core(run)
        good_and_bad(run)
        sizes(run)
        files(run)
        folders(run)
    except (Wrong, OSError) as wrong:
        run.hold(f"all of it could be tried: {wrong}", False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return run.tally.status()


if __name__ == "__main__":
    sys.exit(main())
