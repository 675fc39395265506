/* C structs by name out of DWARF, in one pass over all compile units. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "process/process_priv.h"

#ifdef HAVE_LIBDW
#include <dwarf.h>
#include <gelf.h>

#define PASSES 3 /* a typedef of a tag that is declared elsewhere takes a second one */

struct want {
	const char *name; /* asked for */
	const char *tag;  /* searched for: the name, or the tag that it is a typedef of */
	const struct kg_cstruct *found;
	bool retry;	   /* .tag was changed in this pass */
	struct want *next; /* of the same bucket */
};

struct scan {
	struct kg_arena *arena;
	struct want *wants, **buckets;
	size_t n, mask, missing;
	bool partial; /* a file that belongs to the debug information is not here now */
	struct kg_error *err;
};

static size_t hash(const char *name)
{
	size_t h = 5381;

	for (; *name; name++)
		h = h * 33 ^ (uint8_t)*name;
	return h;
}

static struct kg_error *scan_init(struct scan *s, struct kg_arena *arena, const char *const *names, size_t n)
{
	size_t nbuckets = 64;

	while (nbuckets < 4 * n)
		nbuckets *= 2;
	*s = (struct scan){.arena = arena, .n = n, .mask = nbuckets - 1, .missing = n};
	s->wants = calloc(n + 1, sizeof(*s->wants));
	s->buckets = calloc(nbuckets, sizeof(*s->buckets));
	if (!s->wants || !s->buckets)
		return kg_error_nomem();
	for (size_t i = 0; i < n; i++)
		s->wants[i].name = s->wants[i].tag = names[i];
	return NULL;
}

/* Hashes the tags that are still searched for; @return how many. */
static size_t scan_index(struct scan *s, bool only_retries)
{
	size_t count = 0;

	memset(s->buckets, 0, (s->mask + 1) * sizeof(*s->buckets));
	for (size_t i = 0; i < s->n; i++) {
		struct want *w = &s->wants[i], **bucket = &s->buckets[hash(w->tag) & s->mask];

		if (w->found || (only_retries && !w->retry))
			continue;
		w->retry = false;
		w->next = *bucket;
		*bucket = w;
		count++;
	}
	return count;
}

/* @die is called what @w asks for: describes it, or notes the tag that it stands for. */
static void resolve(struct scan *s, struct want *w, Dwarf_Die *die)
{
	Dwarf_Die type;
	const char *tag;

	if (!kg_dwarf_peel(die, &type))
		return;
	if (kg_dwarf_has_members(&type)) {
		const char *name = kg_arena_strdup(s->arena, w->name);

		s->err = name ? kg_dwarf_struct(s->arena, name, &type, &w->found) : kg_error_nomem();
		if (!s->err)
			s->missing--;
		return;
	}
	tag = dwarf_diename(&type);
	if (tag && strcmp(tag, w->tag) != 0 && dwarf_tag(&type) == DW_TAG_structure_type) {
		char *copy = kg_arena_strdup(s->arena, tag);

		if (copy && !w->retry) {
			w->retry = true;
			w->tag = copy;
		}
	}
}

static void visit(struct scan *s, Dwarf_Die *die)
{
	const char *name;

	switch (dwarf_tag(die)) {
	case DW_TAG_typedef:
	case DW_TAG_structure_type:
	case DW_TAG_union_type:
	case DW_TAG_class_type:
		break;
	default:
		return;
	}
	name = dwarf_diename(die);
	if (!name)
		return;
	for (struct want *w = s->buckets[hash(name) & s->mask]; w && !s->err; w = w->next) {
		/* A retry's new tag is for the next pass: in this one its bucket is another's. */
		if (!w->found && !w->retry && strcmp(w->tag, name) == 0)
			resolve(s, w, die);
	}
}

static void scan_unit(struct scan *s, Dwarf_Die *unit)
{
	Dwarf_Off last = 0;
	Dwarf_Die die;

	if (dwarf_child(unit, &die) != 0)
		return;
	do {
		/* Sibling attributes may point anywhere; the walk goes forward only. */
		if (dwarf_dieoffset(&die) <= last)
			return;
		last = dwarf_dieoffset(&die);
		visit(s, &die);
	} while (s->missing > 0 && !s->err && dwarf_siblingof(&die, &die) == 0);
}

static void scan_dwarf(struct scan *s, Dwarf *dw)
{
	Dwarf_CU *cu = NULL;
	Dwarf_Die die, split;
	uint8_t type;

	while (s->missing > 0 && !s->err && dwarf_get_units(dw, cu, &cu, NULL, &type, &die, &split) == 0) {
		if (type == DW_UT_skeleton && split.addr)
			scan_unit(s, &split);
		else
			scan_unit(s, &die);
		s->partial = s->partial || (type == DW_UT_skeleton && !split.addr);
	}
}

static struct kg_error *scan_run(struct scan *s, Dwarf *dw)
{
	for (int pass = 0; pass < PASSES && scan_index(s, pass > 0) > 0; pass++) {
		Dwarf *alt;

		scan_dwarf(s, dw);
		alt = s->missing > 0 && !s->err ? dwarf_getalt(dw) : NULL; /* what dwz moved out */
		if (alt)
			scan_dwarf(s, alt);
		if (s->err)
			return s->err;
	}
	return NULL;
}

/*
 * libdw unpacks every compressed section as it opens a file. Those about code
 * and places are half of that time and nothing here reads them, so they are
 * made to look empty, in our private view of the file alone.
 */
static void hide_unread(Elf *elf)
{
	static const char *const unread[] = {
	    ".debug_aranges", ".debug_frame",	 ".debug_line",	    ".debug_loc",    ".debug_loclists", ".debug_macro",
	    ".debug_names",   ".debug_pubnames", ".debug_pubtypes", ".debug_ranges", ".debug_rnglists",
	};
	Elf_Scn *scn = NULL;
	size_t strings;

	if (elf_getshdrstrndx(elf, &strings) != 0)
		return;
	while ((scn = elf_nextscn(elf, scn)) != NULL) {
		GElf_Shdr sh;
		const char *name = gelf_getshdr(scn, &sh) ? elf_strptr(elf, strings, sh.sh_name) : NULL;

		for (size_t i = 0; name && i < KG_ARRAY_SIZE(unread); i++) {
			if (strcmp(name, unread[i]) != 0)
				continue;
			sh.sh_type = SHT_NOBITS;
			sh.sh_flags &= ~(GElf_Xword)SHF_COMPRESSED;
			gelf_update_shdr(scn, &sh);
		}
	}
}

void kg_dwarf_close(struct Dwarf *dwarf)
{
	dwarf_end(dwarf);
}

/* Does it refer to a file that dwz made of what it shares with others, and that is not here? */
static bool alt_missing(const struct kg_elf_file *f)
{
	Elf64_Shdr sh;

	return kg_elf_file_section(f, ".gnu_debugaltlink", &sh) && !dwarf_getalt(f->dwarf);
}

static struct kg_error *scan_file(struct kg_process *proc, struct kg_elf_file *f, const char *const *names, size_t n,
				  const struct kg_cstruct **ret)
{
	struct scan s = {0};
	struct kg_error *err;

	if (!f->dwarf) {
		hide_unread(f->elf);
		f->dwarf = dwarf_begin_elf(f->elf, DWARF_C_READ, NULL);
	}
	if (!f->dwarf)
		return kg_error_create(KG_ERR_NOTFOUND, "%s: holds no debug information that can be read (%s)", f->path,
				       dwarf_errmsg(-1));
	err = scan_init(&s, &proc->priv->arena, names, n);
	if (!err)
		err = scan_run(&s, f->dwarf);
	for (size_t i = 0; i < n && !err; i++)
		ret[i] = s.wants[i].found;
	/* An answer that another file may complete tomorrow is not kept. */
	if (!err && (s.missing == 0 || !(s.partial || alt_missing(f))))
		kg_cache_write(proc, f, names, n, ret);
	free(s.wants);
	free(s.buckets);
	return err;
}

static struct kg_error *no_debug(struct kg_process *proc, const struct kg_module *mod)
{
	const char *path = kg_process_printable(proc, mod->path);

	if (proc->priv->opts.no_dwarf)
		return kg_error_create(KG_ERR_NOTFOUND, "%s: debug information is not looked for (--no-dwarf)", path);
	if (!mod->build_id[0])
		return kg_error_create(KG_ERR_NOTFOUND, "%s: no debug information, and no build-id to find it by",
				       path);
	return kg_error_create(KG_ERR_NOTFOUND,
			       "%s: no debug information for build-id %s: no .build-id/%.2s/%s.debug in %s; install "
			       "its -dbg or -dbgsym package or name a folder by --debug-dir",
			       path, mod->build_id, mod->build_id, mod->build_id + 2,
			       proc->priv->opts.debug_dir ? proc->priv->opts.debug_dir : "/usr/lib/debug");
}

struct kg_error *kg_process_structs(struct kg_process *proc, struct kg_module *mod, const char *const *names, size_t n,
				    const struct kg_cstruct **ret)
{
	struct kg_elf_file *f;
	struct kg_error *err;

	pthread_mutex_lock(&proc->priv->lock);
	f = kg_module_debug(proc, mod, true);
	if (f && kg_cache_read(proc, f, names, n, ret))
		err = NULL;
	else
		err = f ? scan_file(proc, f, names, n, ret) : no_debug(proc, mod);
	pthread_mutex_unlock(&proc->priv->lock);
	return err;
}

#else

void kg_dwarf_close(struct Dwarf *dwarf)
{
	(void)dwarf;
}

struct kg_error *kg_process_structs(struct kg_process *proc, struct kg_module *mod, const char *const *names, size_t n,
				    const struct kg_cstruct **ret)
{
	(void)names;
	(void)n;
	(void)ret;
	return kg_error_create(KG_ERR_NOTFOUND, "%s: this kedge was built without libdw and reads no debug information",
			       kg_process_printable(proc, mod->path));
}

#endif
