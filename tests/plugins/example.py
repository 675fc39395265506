#!/usr/bin/env python3
"""
The example outside the tree, as docs/plugins.md walks it: kedge installed to a folder of its own, the plugin
built there by the example's Makefile and pkg-config, a program that uses the extension module, and what kedge
says of its core with and without the plugin.

A line for each fact: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 it cannot be tried here.

usage: example.py   (environment: KEDGE_BUILD, KEDGE_SRC, KEDGE_PYTHON)
"""

import json
import os
import shutil
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import BUILD, Program, SKIPPED, TOP, Tally, Wrong, run

PYTHON = os.environ.get("KEDGE_PYTHON", "/usr/bin/python3.11")
tally = Tally()
hold = tally.hold


def install(root):
    """As a packager does it; what pkg-config answers is then below @root too."""
    env = {k: v for k, v in os.environ.items() if k not in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS")}
    run("make", "-C", BUILD, "install", f"DESTDIR={root}", "prefix=/opt/kedge", "exec_prefix=/opt/kedge", env=env)
    prefix = os.path.join(root, "opt", "kedge")
    pc = [os.path.join(folder, name) for folder, _, names in os.walk(prefix) for name in names if name == "kedge-plugin.pc"]
    hold("kedge-plugin.pc is installed", len(pc) == 1, pc)
    return prefix, os.path.dirname(pc[0])


def pkg_environment(prefix, folder):
    """The file says the prefix that kedge was configured with; this one stands where a user put it."""
    return dict(os.environ, PKG_CONFIG_PATH=folder, PKG_CONFIG="pkg-config"), ["--define-variable=prefix=" + prefix]


def build(folder, env, prefix):
    """The Makefile as it is, with a pkg-config that knows the prefix."""
    bin_ = os.path.join(folder, "bin")
    os.mkdir(bin_)
    with open(os.path.join(bin_, "pkg-config"), "w") as f:
        f.write(f'#!/bin/sh\nexec {shutil.which("pkg-config")} --define-variable=prefix={prefix} "$@"\n')
    os.chmod(os.path.join(bin_, "pkg-config"), 0o755)
    env = dict(env, PATH=bin_ + os.pathsep + os.environ["PATH"])
    for name in ("MAKEFLAGS", "MAKELEVEL", "MFLAGS", "CFLAGS"):
        env.pop(name, None)
    flags = run("pkg-config", "--cflags", "kedge-plugin", env=env).split()
    hold("pkg-config names the installed header", any(os.path.exists(os.path.join(f[2:], "kedge-plugin.h")) for f in flags), flags)
    hold("pkg-config knows the folder of plugins", run("pkg-config", "--variable=plugindir", "kedge-plugin", env=env).strip()
         .endswith("/kedge/plugins"))
    for name in ("Makefile", "kedge-ring.c", "ring.c", "use.py"):
        shutil.copy(os.path.join(TOP, "samples", "plugin", name), folder)
    with open(os.path.join(folder, "Makefile")) as f:
        hold("the Makefile has three lines", len(f.read().splitlines()) == 3)
    run("make", "-C", folder, env=env)
    os.mkdir(os.path.join(folder, "plugins"), 0o755)
    shutil.copy(os.path.join(folder, "kedge-ring.so"), os.path.join(folder, "plugins"))


def build_module(folder):
    paths = run(PYTHON, "-c", "import sysconfig; print(sysconfig.get_paths()['include'])").strip()
    if not os.path.exists(os.path.join(paths, "Python.h")):
        print(f"SKIP: the headers of {PYTHON} are not installed")
        sys.exit(SKIPPED)
    run("cc", "-O2", "-fPIC", "-shared", "-Wno-missing-field-initializers", "-I", paths, "-o", os.path.join(folder, "ring.so"),
        os.path.join(folder, "ring.c"))


def take_core(folder):
    with Program([PYTHON, "use.py"], cwd=folder) as target:
        facts = target.facts()
        return target.core(os.path.join(folder, "core")), facts


class Kedge:
    def __init__(self, program, core, options):
        self.program, self.core, self.options = program, core, options

    def __call__(self, command, *words):
        return run(self.program, command, "--json", *self.options, self.core, *words)

    def document(self, command, *words):
        return json.loads(self(command, *words))

    def rows(self, command, *words):
        return [json.loads(line) for line in self(command, *words).splitlines()]

    def text(self, command, *words):
        return run(self.program, command, *self.options, self.core, *words)


def references(row):
    return sorted((r["label"], r["addr"], r["kind"]) for r in row["referents"])


def check_full(kedge, facts):
    full = kedge.document("show", facts["full"]["addr"])
    hold("the size is what sys.getsizeof() says", full["size"] == facts["full"]["size"], full["size"], facts["full"])
    hold("the references are there, with their labels", references(full) ==
         [(".listeners[0]", facts["reader"], "owned"), (".listeners[2]", facts["numbers"], "owned"),
          (".owner", facts["network"], "owned")], references(full))
    hold("the payload", {k: full["payload"][k] for k in ("addr", "bytes", "where", "owner")} ==
         {"addr": facts["buffer"], "bytes": 1 << 16, "where": "heap", "owner": None}, full["payload"])
    hold("the preview", full["value"] == "ring, 60000 of 65536 bytes used", full["value"])
    hold("the fields", full["fields"] == {"listeners": "3", "begins": "rrrrrrrr"}, full["fields"])
    hold("who read it", full["plugin"] == "ring" and "plugin ring" in full["decoder"], full["plugin"], full["decoder"])
    text = kedge.text("show", facts["full"]["addr"])
    hold("show tells them to people", all(w in text for w in ("(plugin ring)", "listeners  3", "begins     rrrrrrrr", "64.0 KiB of content")),
         text)


def check_types(kedge, facts):
    rows = {r["type"]: r for r in kedge.document("types", "--limit", "0")["types"]}
    hold("types says which plugin", rows["ring.Ring"]["plugin"] == "ring" and rows["dict"]["plugin"] is None, rows["ring.Ring"])
    hold("all rings, and what they own", rows["ring.Ring"]["objects"] == 4 and
         rows["ring.Ring"]["payload"] == (1 << 16) + (8 << 20) + (16 << 20) + 100, rows["ring.Ring"])
    plugins = {p["name"]: p for p in kedge.document("info")["plugins"]}
    hold("info says what it taught", (plugins["ring"]["teaches"], plugins["ring"]["types"], plugins["ring"]["objects"]) == (2, 2, 5),
         plugins)
    # The program's own type objects know their instances as little as anybody: all come from the plugin.
    view = kedge.document("show", facts["view"]["addr"])
    owner = view["payload"]["owner"]
    hold("a view names whose it shows", view["payload"]["bytes"] == 64 and [(".ring", owner, "owned")] == references(view), view)
    buffers = kedge.rows("buffers")
    hold("buffers has the blocks", {b["bytes"] for b in buffers if b["type"] == "ring.Ring"} == {1 << 16, 8 << 20, 16 << 20}, buffers)


def check_suspects(kedge, facts):
    found = kedge.document("suspects")["findings"]
    mine = [f for f in found if f["kind"] == "plugin"]
    hold("the plugin's own suspicion", len(mine) == 1 and mine[0]["bytes"] == (8 << 20) - 4096 and mine[0]["sentence"] ==
         "a ring of 8.0 MiB of which 4.0 KiB are used: it could be smaller", mine)
    evidence = {e["name"]: e["value"] for e in mine[0]["evidence"]} if mine else {}
    hold("its evidence", evidence == {"plugin": "ring", "object": facts["idle"]["addr"], "object_type": "ring.Ring",
                                      "capacity": 8 << 20, "used": 4096}, evidence)
    hold("its next command", mine and mine[0]["next"].endswith(f" {facts['idle']['addr']}") and " show " in mine[0]["next"], mine)
    views = [f for f in found if f["kind"] == "small-view"]
    said = {e["name"]: e["value"] for e in views[0]["evidence"]} if views else {}
    hold("the small view that keeps a large ring", len(views) == 1 and said["view"] == facts["view"]["addr"] and
         said["shown_bytes"] == 64 and said["base_bytes"] == 16 << 20, views)


def check_broken(kedge, facts):
    shown = kedge.document("show", facts["broken"]["addr"])
    hold("a count that makes no sense is damage of one object", references(shown) == [(".owner", shown["referents"][0]["addr"], "owned")],
         shown["referents"])
    damage = kedge.document("summary")["damage"]
    hold("and said", damage["count"] >= 1 and any("not mapped" in str(e) or "0x" in str(e) for e in damage["examples"]), damage)


# All that a plugin could read where nothing is: each must be an error, or nothing.
WILD = r"""
#include <kedge-plugin.h>
static const struct kg_host *host;
static bool never(void *arg, kg_addr key, kg_addr value)
{
	(void)key;
	(void)value;
	++*(unsigned int *)arg;
	return true;
}
static struct kg_error *edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	static const kg_addr places[] = {0, 1, 8, 4096, UINT64_MAX, UINT64_MAX - 7, (kg_addr)1 << 47, (kg_addr)1 << 63};
	char buf[64];
	const void *p;
	int64_t number;
	kg_addr before;
	struct kg_obj to;
	unsigned int went = 0;

	(void)native;
	for (unsigned int i = 0; i < sizeof(places) / sizeof(places[0]); i++) {
		struct kg_error *errs[] = {
			host->read(h, places[i], buf, sizeof(buf)), host->string(h, places[i], buf, sizeof(buf)),
			host->array(h, places[i], 4, 8, &p), host->array(h, o.addr, UINT64_MAX / 8, 8, &p),
			host->array(h, o.addr, UINT64_MAX, UINT64_MAX, &p), host->object(h, places[i], &to),
			host->items(h, places[i], INT64_MAX, KG_EDGE_OWNED, "", sink), host->items(h, o.addr, INT64_MAX, KG_EDGE_OWNED, "", sink),
			host->dict(h, places[i], never, &went), host->frame(h, places[i], sink, &before),
			host->base(h, o, "no.Such", sink)};
		for (unsigned int k = 0; k < sizeof(errs) / sizeof(errs[0]); k++) {
			went += !errs[k];
			host->forget(errs[k]);
		}
		went += host->integer(h, places[i], &number);
		host->edge(sink, places[i] & ~(kg_addr)3, KG_EDGE_WEAK, "wild");
		host->edge(sink, o.addr, (enum kg_edge_kind)77, "wild");
	}
	went += kg_get_u64(&o, INT64_MAX) || kg_get_u64(&o, -8) || kg_get_u64(&o, (int64_t)o.avail - 7) || kg_get_u32(&o, INT64_MIN) ||
		kg_get_u8(&o, (int64_t)o.avail) || host->offset(native, 0) != KG_ABSENT || host->offset(native, 1000) != KG_ABSENT;
	return host->corrupt(o.addr, "went on %u times \033[31m", went);
}
static struct kg_error *size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	(void)native;
	*ret = 0;
	return host->read(h, o.addr + ((kg_addr)1 << 46), ret, 8);
}
static bool payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	(void)h;
	(void)native;
	*ret = (struct kg_payload){.addr = 1, .bytes = 1 << 24, .owner = o.addr};
	return true;
}
static struct kg_error *preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width, struct kg_strbuf *sb)
{
	(void)native;
	host->print(sb, "%s ", "\033[31m\xff");
	host->value(h, 1, width, sb);
	host->value(h, o.addr + 8, width, sb);
	return NULL;
}
static bool suspect(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_suspicion *ret)
{
	(void)h;
	(void)o;
	(void)native;
	ret->sentence = "{nothing} {x:a|b} {y#a|b} { {";
	ret->bytes = (uint64_t)1 << 40;
	return true;
}
static const struct kg_type_ops types[] = {
	{.name = "ring.Ring", .edges = edges, .size = size, .payload = payload, .preview = preview, .suspect = suspect},
	{.name = NULL},
};
const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "ring", .types = types, .host = &host};
"""


def check_wild(program, core, facts, folder, env):
    """A plugin of one's own that is wrong in every way that the interface has."""
    where = os.path.join(folder, "wild")
    os.mkdir(where, 0o755)
    with open(os.path.join(folder, "wild.c"), "w") as f:
        f.write(WILD)
    run("cc", "-Wall", "-Wextra", "-Werror", *run("pkg-config", "--cflags", "kedge-plugin", env=env).split(), "-fPIC", "-shared", "-o",
        os.path.join(where, "wild.so"), os.path.join(folder, "wild.c"))
    kedge = Kedge(program, core, ["--plugin-dir", where])
    shown = kedge.document("show", facts["full"]["addr"])
    hold("reads of nothing are errors", shown["plugin"] == "ring" and {r["kind"] for r in shown["referents"]} <= {"weak"}, shown)
    hold("what it prints is escaped", "\033" not in shown["value"] and "\\x1b[31m\\xff" in shown["value"], shown["value"])
    text = str(kedge.document("summary")["damage"])
    hold("and said as damage, none went on", "went on 0 times" in text and "\033" not in text, text)
    for command in ("suspects", "buffers", "types", "verify", "info"):
        kedge.text(command)
    hold("a view of itself ends nowhere", not any(f["kind"] == "small-view" for f in kedge.document("suspects")["findings"]))


def check_without(kedge, facts):
    plugins = [p["name"] for p in kedge.document("info")["plugins"]]
    hold("without --plugin-dir it is not there", "ring" not in plugins, plugins)
    full = kedge.document("show", facts["full"]["addr"])
    hold("and the type is a guess", full["plugin"] is None and full["payload"] is None and
         {r["kind"] for r in full["referents"]} <= {"guess", "owned"}, full)


def main():
    folder = os.path.realpath(tempfile.mkdtemp(prefix="kedge-example."))
    os.umask(0o022)
    try:
        prefix, pc = install(os.path.join(folder, "root"))
        env, _ = pkg_environment(prefix, pc)
        build(folder, env, prefix)
        build_module(folder)
        core, facts = take_core(folder)
        program = os.path.join(prefix, "bin", "kedge")
        taught = Kedge(program, core, ["--plugin-dir", os.path.join(folder, "plugins")])
        check_full(taught, facts)
        check_types(taught, facts)
        check_suspects(taught, facts)
        check_broken(taught, facts)
        check_without(Kedge(program, core, []), facts)
        env["PATH"] = os.path.join(folder, "bin") + os.pathsep + os.environ["PATH"]
        check_wild(program, core, facts, folder, env)
    except (Wrong, OSError) as wrong:
        hold(f"all of it could be tried: {wrong}", False)
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
