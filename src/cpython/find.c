/* Where the interpreter is, and which version of CPython it is. */
#include "config.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "cpython/cpython_priv.h"

static const char *base_name(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

/*
 * The symbol is exported by static interpreters and by libpython and survives
 * strip; the section has its own name from 3.10 on, for files without symbols.
 */
static bool runtime_symbol(struct kg_process *proc, struct kg_module *mod, kg_addr *ret)
{
	uint64_t size;

	return kg_process_symbol(proc, mod, "_PyRuntime", ret, &size) ||
	       kg_process_section(proc, mod, ".PyRuntime", ret, &size);
}

/* 0: the program, 1: called python-something, 2: any other. */
static int likelihood(const struct kg_module *mod)
{
	return mod->is_main ? 0 : strstr(base_name(mod->path), "python") ? 1 : 2;
}

/* What costs next to nothing for each of a hundred libraries. */
static bool runtime_export(struct kg_process *proc, struct kg_module *mod, kg_addr *ret)
{
	uint64_t size;

	return mod->found && (kg_process_export(proc, mod, "_PyRuntime", ret, &size) ||
			      kg_process_section(proc, mod, ".PyRuntime", ret, &size));
}

struct kg_version kg_version_unpack(uint32_t hex)
{
	return (struct kg_version){.major = hex >> 24, .minor = hex >> 16 & 0xff, .micro = hex >> 8 & 0xff,
				   .level = hex >> 4 & 0xf, .serial = hex & 0xf};
}

/* Reads "3.9.2" or "3.12.0rc1" at @text; it need not end there. */
static bool version_parse(const char *text, struct kg_version *ret)
{
	unsigned int major, minor, micro, serial = 0;
	char level[3] = "";
	int used = 0;

	if (sscanf(text, "%1u.%3u.%3u%n", &major, &minor, &micro, &used) < 3 || !used || micro > 255 || minor > 255)
		return false;
	sscanf(text + used, "%2[abrc]%2u", level, &serial);
	*ret = (struct kg_version){.major = major, .minor = minor, .micro = micro, .serial = serial, .level = 0xf};
	if (serial || *level)
		ret->level = *level == 'a' ? 0xa : *level == 'b' ? 0xb : *level == 'r' ? 0xc : 0xf;
	return major == 2 || major == 3;
}

static bool version_char(uint8_t c)
{
	return isprint(c) || c == '\n';
}

/*
 * The text of sys.version, "3.9.2 (default, Feb 28 2021, 17:03:44) [GCC 10.2.1]",
 * in a static buffer: Python/getversion.c. Found by its last part, read from its
 * first.
 */
static bool version_in_bytes(const uint8_t *bytes, uint64_t len, struct kg_version *ret)
{
	static const char *const marks[] = {"[GCC ", "[Clang "};

	for (size_t m = 0; m < KG_ARRAY_SIZE(marks); m++) {
		const uint8_t *at = bytes, *hit;

		while ((hit = memmem(at, len - (at - bytes), marks[m], strlen(marks[m])))) {
			char text[256];
			uint64_t back = 0;

			while (back < sizeof(text) - 1 && back < (uint64_t)(hit - bytes) && version_char(*(hit - back - 1)))
				back++;
			memcpy(text, hit - back, back);
			text[back] = 0;
			if (strchr(text, '(') && version_parse(text, ret))
				return true;
			at = hit + 1;
		}
	}
	return false;
}

/* @flags: of the segments that are looked through */
static bool version_in_image(const struct kg_image *img, kg_addr start, kg_addr end, uint32_t flags, struct kg_version *ret)
{
	for (size_t i = 0; i < img->nsegs; i++) {
		const struct kg_segment *s = &img->segs[i];
		kg_addr from = s->start > start ? s->start : start, to = s->end < end ? s->end : end;

		if (from < to && (s->flags & flags) == flags && version_in_bytes(s->bytes + (from - s->start), to - from, ret))
			return true;
	}
	return false;
}

/* .bss follows the last mapping of the file but is not part of it. */
enum { BSS_MAX = 16 << 20 };

static bool version_by_text(const struct kg_process *proc, const struct kg_module *mod, struct kg_version *ret)
{
	return version_in_image(proc->image, mod->start, kg_module_data_end(proc, mod, BSS_MAX), 0, ret);
}

/* The buffer itself, which an interpreter that runs has filled. */
static bool version_by_data(const struct kg_process *proc, const struct kg_module *mod, struct kg_version *ret)
{
	return version_in_image(proc->image, mod->start, kg_module_data_end(proc, mod, likelihood(mod) < 2 ? BSS_MAX : 0),
				KG_SEG_WRITE, ret);
}

/* Does @mod hold a CPython? */
static bool candidate_in(struct kg_process *proc, struct kg_module *mod, struct kg_candidate *ret)
{
	*ret = (struct kg_candidate){.mod = mod};
	if (likelihood(mod) < 2 ? runtime_symbol(proc, mod, &ret->runtime) : runtime_export(proc, mod, &ret->runtime))
		return true;
	if (kg_runtime_by_cookie(proc, mod, &ret->runtime))
		return true;
	return version_by_data(proc, mod, &ret->build.version) &&
	       kg_runtime_by_shape(proc, mod, ret->build.version, &ret->runtime);
}

size_t kg_candidates_find(struct kg_process *proc, struct kg_candidate *ret_all, size_t cap)
{
	size_t n = 0;

	for (int pass = 0; pass < 3; pass++)
		for (size_t i = 0; i < proc->nmodules && n < cap; i++)
			if (likelihood(&proc->modules[i]) == pass)
				n += candidate_in(proc, &proc->modules[i], &ret_all[n]);
	return n;
}

static bool version_by_symbol(struct kg_process *proc, struct kg_module *mod, struct kg_version *ret)
{
	kg_addr addr;
	uint64_t size, hex;
	struct kg_error *err;

	if (!kg_process_symbol(proc, mod, "Py_Version", &addr, &size))
		return false;
	err = kg_image_read_u64(proc->image, addr, &hex);
	if (err) {
		kg_error_destroy(err);
		return false;
	}
	*ret = kg_version_unpack((uint32_t)hex);
	return ret->major == 3 && hex >> 32 == 0;
}

static struct kg_error *version_unsupported(const struct kg_candidate *c)
{
	char text[24], known[24];

	return kg_error_create(KG_ERR_TARGET, "CPython %s is not supported by this version of kedge (known: %s)",
			       kg_version_text(c->build.version, text), kg_versions_known(known));
}

static bool exports(struct kg_process *proc, struct kg_module *mod, const char *name, uint64_t *ret_size)
{
	kg_addr addr;

	return kg_process_symbol(proc, mod, name, &addr, ret_size);
}

/* Without symbols: a debug build has functions in sys that others lack, whose names are in its memory. */
static bool debug_by_text(const struct kg_process *proc, const struct kg_module *mod)
{
	static const char name[] = "gettotalrefcount";
	const struct kg_image *img = proc->image;

	for (size_t i = 0; i < img->nsegs; i++) {
		const struct kg_segment *s = &img->segs[i];
		kg_addr from = s->start > mod->start ? s->start : mod->start, to = s->end < mod->end ? s->end : mod->end;

		if (from < to && memmem(s->bytes + (from - s->start), to - from, name, sizeof(name)))
			return true;
	}
	return false;
}

/*
 * Flags of a build by what only such builds export: _Py_NegativeRefcount() with
 * Py_REF_DEBUG, _Py_MergeZeroLocalRefcount() with Py_GIL_DISABLED. Sizes of the runtime
 * and of a type object are a fingerprint of the version.
 */
static void build_flags(struct kg_process *proc, struct kg_candidate *c)
{
	uint64_t size;

	c->build.debug = exports(proc, c->mod, "_Py_NegativeRefcount", &size) || exports(proc, c->mod, "_Py_RefTotal", &size);
	c->build.free_threaded = exports(proc, c->mod, "_Py_MergeZeroLocalRefcount", &size) ||
				 kg_offsets_free_threaded(proc->image, c->runtime);
	if (!exports(proc, c->mod, "_PyRuntime", &c->build.runtime_size))
		c->build.runtime_size = kg_offsets_runtime_size(proc->image, c->runtime);
	if (exports(proc, c->mod, "PyType_Type", &c->build.type_size))
		return;
	c->build.type_size = 0;
	c->build.debug = c->build.debug || debug_by_text(proc, c->mod);
}

struct kg_error *kg_candidate_version(struct kg_process *proc, struct kg_candidate *c)
{
	struct kg_version *v = &c->build.version;

	if (!version_by_symbol(proc, c->mod, v) && !kg_offsets_version(proc->image, c->runtime, v) &&
	    !version_by_text(proc, c->mod, v))
		return kg_error_create(KG_ERR_TARGET,
				       "_PyRuntime is at 0x%jx, but neither Py_Version nor the text of sys.version "
				       "could be read: the core lacks the interpreter's data",
				       (uintmax_t)c->runtime);
	if (kg_version_number(*v) < KG_VERSION(3, 8, 0))
		return version_unsupported(c);
	build_flags(proc, c);
	return NULL;
}

static const char *state_text(const struct kg_module *mod)
{
	switch (mod->state) {
	case KG_MODULE_MISSING:
		return "file not found";
	case KG_MODULE_MISMATCH:
		return "file is another build";
	default:
		return "file found";
	}
}

static void modules_name(struct kg_process *proc, struct kg_strbuf *sb)
{
	size_t named = 0;

	for (int pass = 0; pass < 3; pass++) {
		for (size_t i = 0; i < proc->nmodules && named < 3; i++) {
			const struct kg_module *mod = &proc->modules[i];

			if (likelihood(mod) != pass)
				continue;
			kg_strbuf_puts(sb, named++ ? "; " : ": ");
			kg_strbuf_escape(sb, mod->path, strlen(mod->path));
			kg_strbuf_printf(sb, " (%s)", state_text(mod));
		}
	}
	if (proc->nmodules > named)
		kg_strbuf_puts(sb, "; ...");
}

/* Up to 3.6 there is no _PyRuntime, but such a process is still a CPython. */
static bool ancient(struct kg_process *proc, struct kg_candidate *ret)
{
	kg_addr addr;
	uint64_t size;

	for (size_t i = 0; i < proc->nmodules; i++) {
		ret->mod = &proc->modules[i];
		if (likelihood(ret->mod) < 2 && kg_process_symbol(proc, ret->mod, "PyType_Type", &addr, &size) &&
		    version_by_text(proc, ret->mod, &ret->build.version))
			return true;
	}
	return false;
}

struct kg_error *kg_candidates_none(struct kg_process *proc)
{
	struct kg_candidate old = {0};
	struct kg_strbuf sb = {0};
	struct kg_error *err;
	bool missing = false;

	if (ancient(proc, &old))
		return version_unsupported(&old);
	if (!proc->nmodules)
		return kg_error_create(KG_ERR_TARGET, "no CPython found: the core does not tell which files were mapped (its "
				       "notes are missing or cut off)");
	for (size_t i = 0; i < proc->nmodules; i++)
		missing |= proc->modules[i].state == KG_MODULE_MISSING || proc->modules[i].state == KG_MODULE_MISMATCH;
	modules_name(proc, &sb);
	err = kg_error_create(KG_ERR_NOPYTHON, "no CPython in this process: no module has _PyRuntime, neither by that symbol or section "
			      ".PyRuntime, nor in its data by the cookie " KG_OFFSETS_COOKIE " or a list of interpreters, %zu looked at%s%s",
			      proc->nmodules, kg_strbuf_text(&sb),
			      missing ? "; pass --exe or --sysroot for the files of the process" : "");
	kg_strbuf_deinit(&sb);
	return err;
}
