/*
 * A runtime that no symbol and no section leads to: a program without symbols that has CPython inside, or a library that
 * hides what it is linked with. From 3.13 on the runtime begins with a cookie for debuggers. Before, and where that was
 * lost, it is told by what it leads to: nothing else in writable memory has a list of interpreters behind it, with the
 * main one among them, whose threads name it and are threads of this process, and whose sys.__dict__ has a type of types.
 */
#include "config.h" /* first: memmem() */

#include <string.h>

#include "cpython/cpython_priv.h"

enum {
	INTERPS_MAX = 4096,
	THREADS_MAX = 16384,
	AHEAD_MAX = 1 << 20, /* by how much the next number may be ahead of those in use */
};

/* Of a module whose file is not known its .bss is what follows, as far as nothing else does. */
kg_addr kg_module_data_end(const struct kg_process *proc, const struct kg_module *mod, uint64_t beyond)
{
	kg_addr end = mod->end + beyond;

	for (size_t i = 0; i < proc->nmodules; i++)
		if (proc->modules[i].start >= mod->end && proc->modules[i].start < end)
			end = proc->modules[i].start;
	return end;
}

/* Offsets of the members that lead from the runtime on. */
struct shape {
	int32_t head, main, next_id;
	int32_t next, id, threads, sysdict;
	int32_t thread_next, thread_interp, thread_id;
	int32_t type;
};

static bool shape_read(const struct kg_layout_table *t, struct shape *ret)
{
	const struct {
		int32_t *at;
		const char *strct, *member;
	} all[] = {
		{&ret->head, "_PyRuntimeState", "interpreters.head"},
		{&ret->main, "_PyRuntimeState", "interpreters.main"},
		{&ret->next_id, "_PyRuntimeState", "interpreters.next_id"},
		{&ret->next, "PyInterpreterState", "next"},
		{&ret->id, "PyInterpreterState", "id"},
		{&ret->threads, "PyInterpreterState", "threads.head|tstate_head"},
		{&ret->sysdict, "PyInterpreterState", "sysdict"},
		{&ret->thread_next, "PyThreadState", "next"},
		{&ret->thread_interp, "PyThreadState", "interp"},
		{&ret->thread_id, "PyThreadState", "thread_id"},
		{&ret->type, "PyObject", "ob_type"},
	};

	for (size_t i = 0; i < KG_ARRAY_SIZE(all); i++) {
		const struct kg_cstruct *s = kg_layout_table_struct(t, all[i].strct);
		const char *tag = s ? NULL : kg_layout_alias(all[i].strct);

		s = tag ? kg_layout_table_struct(t, tag) : s;
		*all[i].at = s ? kg_cstruct_offset(s, all[i].member) : KG_ABSENT;
		if (*all[i].at == KG_ABSENT)
			return false;
	}
	return true;
}

/* One word; false when it is not there. */
static bool word(const struct kg_image *img, kg_addr addr, uint64_t *ret)
{
	const void *p = kg_image_span(img, addr, sizeof(*ret));

	if (p)
		memcpy(ret, p, sizeof(*ret));
	return p != NULL;
}

/* A pointer that may lead to a struct: aligned, and to bytes that are there. */
static bool pointer(const struct kg_image *img, kg_addr addr, kg_addr *ret)
{
	return word(img, addr, ret) && *ret && *ret % 8 == 0 && kg_image_segment(img, *ret);
}

/* Is @id what a thread of the process calls itself? Any will do for an image that does not tell. */
static bool os_thread(const struct kg_image *img, uint64_t id, bool *ret_told)
{
	for (size_t i = 0; i < img->nthreads; i++) {
		*ret_told |= img->threads[i].tp != 0;
		if (id && img->threads[i].tp == id)
			return true;
	}
	return false;
}

/* The interpreter has threads, each of which names it, and one at least is of this process. */
static bool threads_sound(const struct kg_image *img, const struct shape *s, kg_addr interp)
{
	bool told = false, known = false;
	uint64_t thread, owner, id;

	if (!pointer(img, interp + s->threads, &thread))
		return false;
	for (int i = 0; thread && i < THREADS_MAX; i++) {
		if (!word(img, thread + s->thread_interp, &owner) || owner != interp || !word(img, thread + s->thread_id, &id))
			return false;
		known = known || os_thread(img, id, &told);
		if (!word(img, thread + s->thread_next, &thread))
			return false;
	}
	return !thread && (known || !told);
}

/* Its sys.__dict__ has a type, and that one's type is its own type. */
static bool dict_sound(const struct kg_image *img, const struct shape *s, kg_addr interp)
{
	kg_addr dict, type, meta, own;

	return pointer(img, interp + s->sysdict, &dict) && pointer(img, dict + s->type, &type) &&
	       pointer(img, type + s->type, &meta) && pointer(img, meta + s->type, &own) && own == meta;
}

static bool runtime_sound(const struct kg_image *img, const struct shape *s, kg_addr at)
{
	kg_addr main, interp;
	uint64_t next_id, id, greatest = 0;
	bool has_main = false;

	if (!pointer(img, at + s->main, &main) || !pointer(img, at + s->head, &interp) || !word(img, at + s->next_id, &next_id) ||
	    next_id == 0 || next_id > INT64_MAX)
		return false;
	for (int i = 0; interp; i++) {
		if (i == INTERPS_MAX || !word(img, interp + s->id, &id) || id >= next_id)
			return false;
		has_main |= interp == main;
		greatest = id > greatest ? id : greatest;
		if (!word(img, interp + s->next, &interp))
			return false;
	}
	return has_main && next_id - greatest <= AHEAD_MAX && threads_sound(img, s, main) && dict_sound(img, s, main);
}

/* Calls for each piece of writable memory in [@start, @end). */
typedef kg_addr piece_fn(const struct kg_image *img, const void *arg, kg_addr from, kg_addr to);

static kg_addr each_piece(const struct kg_image *img, kg_addr start, kg_addr end, piece_fn *fn, const void *arg)
{
	size_t lo = 0, hi = img->nsegs;
	kg_addr found = 0;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (img->segs[mid].end <= start)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (size_t i = lo; i < img->nsegs && img->segs[i].start < end && !found; i++) {
		const struct kg_segment *s = &img->segs[i];
		kg_addr from = s->start > start ? s->start : start, to = s->end < end ? s->end : end;

		if (s->flags & KG_SEG_WRITE)
			found = fn(img, arg, (from + 7) & ~(kg_addr)7, to);
	}
	return found;
}

static kg_addr sound_in(const struct kg_image *img, const void *arg, kg_addr from, kg_addr to)
{
	const struct shape *s = arg;
	const kg_addr last = to > from ? to - from : 0;

	for (kg_addr at = 0; at + 8 <= last; at += 8) {
		/* The word that may be the list's head decides nearly always. */
		kg_addr head;

		if (pointer(img, from + at, &head) && runtime_sound(img, s, from + at - (kg_addr)s->head))
			return from + at - (kg_addr)s->head;
	}
	return 0;
}

static kg_addr cookie_in(const struct kg_image *img, const void *arg, kg_addr from, kg_addr to)
{
	uint64_t len = to > from ? to - from : 0;
	const uint8_t *p = len ? kg_image_span(img, from, len) : NULL, *at = p, *hit;

	(void)arg;
	while (p && (hit = memmem(at, len - (uint64_t)(at - p), KG_OFFSETS_COOKIE, 8))) {
		kg_addr addr = from + (kg_addr)(hit - p);
		struct kg_version v;

		if (addr % 8 == 0 && kg_offsets_version(img, addr, &v))
			return addr;
		at = hit + 1;
	}
	return 0;
}

static uint64_t beyond(const struct kg_module *mod)
{
	return mod->state == KG_MODULE_MATCHED || mod->state == KG_MODULE_UNCHECKED ? 0 : KG_BSS_BYTES;
}

bool kg_runtime_by_cookie(const struct kg_process *proc, const struct kg_module *mod, kg_addr *ret)
{
	*ret = each_piece(proc->image, mod->start, kg_module_data_end(proc, mod, beyond(mod)), cookie_in, NULL);
	return *ret != 0;
}

bool kg_runtime_by_shape(const struct kg_process *proc, const struct kg_module *mod, struct kg_version version, kg_addr *ret)
{
	const struct kg_build build = {.version = version};
	bool exact;
	const struct kg_layout_table *t = kg_layout_table_choose(&build, proc->image->machine, &exact);
	struct shape s;

	if (!t || !shape_read(t, &s))
		return false;
	*ret = each_piece(proc->image, mod->start, kg_module_data_end(proc, mod, beyond(mod)), sound_in, &s);
	return *ret != 0;
}
