/* The C struct of a type's instances: the debug information that may have it, and the answers that are kept. */
#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "process/process_priv.h"

/* Answers of one file: kept ones and new ones. */
struct kg_instances {
	struct kg_instance_known *known;
	bool changed;
	bool partial; /* a file that belongs to the debug information is not here now: another day the answer may be another */
	Elf *elf; /* a view of the file with other sections than kg_process_structs() needs */
	struct Dwarf *dwarf;
	const char *trouble; /* why there is none */
};

static struct kg_instances *instances_of(struct kg_process *proc, struct kg_elf_file *f)
{
	if (!f->instances) {
		f->instances = calloc(1, sizeof(*f->instances));
		if (f->instances)
			kg_cache_read_instances(proc, f, &f->instances->known);
	}
	return f->instances;
}

void kg_instances_keep(struct kg_process *proc, struct kg_elf_file *f)
{
	if (f && f->instances && f->instances->changed)
		kg_cache_write_instances(proc, f, f->instances->known);
}

const struct kg_cinstance *kg_instance_unknown(struct kg_process *proc, const char *format, ...)
{
	struct kg_cinstance *c = kg_arena_alloc(&proc->priv->arena, sizeof(*c));
	struct kg_strbuf sb = {0};
	va_list ap;

	va_start(ap, format);
	kg_strbuf_vprintf(&sb, format, ap);
	va_end(ap);
	if (c)
		c->how = kg_arena_strdup(&proc->priv->arena, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return c && c->how ? c : NULL;
}

#ifdef HAVE_LIBDW
#include <gelf.h>

#define UNPACKED_MAX (UINT64_C(1) << 30) /* bytes of compressed debug information that are unpacked for this */

/* Sections that nothing here reads and that would be unpacked: not those about where units have their code. */
static uint64_t hide_unread(Elf *elf)
{
	static const char *const unread[] = {".debug_frame", ".debug_line", ".debug_loc", ".debug_loclists", ".debug_macro",
					     ".debug_names", ".debug_pubnames", ".debug_pubtypes"};
	uint64_t packed = 0;
	Elf_Scn *scn = NULL;
	size_t strings;

	if (elf_getshdrstrndx(elf, &strings) != 0)
		return 0;
	while ((scn = elf_nextscn(elf, scn)) != NULL) {
		GElf_Shdr sh;
		GElf_Chdr ch;
		const char *name = gelf_getshdr(scn, &sh) ? elf_strptr(elf, strings, sh.sh_name) : NULL;
		bool hidden = false;

		for (size_t i = 0; name && i < KG_ARRAY_SIZE(unread); i++)
			hidden = hidden || strcmp(name, unread[i]) == 0;
		if (hidden) {
			sh.sh_type = SHT_NOBITS;
			sh.sh_flags &= ~(GElf_Xword)SHF_COMPRESSED;
			gelf_update_shdr(scn, &sh);
		} else if (name && strncmp(name, ".debug_", 7) == 0 && sh.sh_flags & SHF_COMPRESSED && gelf_getchdr(scn, &ch)) {
			packed += ch.ch_size;
		}
	}
	return packed;
}

static void instances_open(struct kg_instances *i, const struct kg_elf_file *f)
{
	Elf64_Shdr sh;

	i->elf = elf_begin(f->fd, ELF_C_READ_MMAP_PRIVATE, NULL);
	if (!i->elf)
		i->trouble = "its debug information cannot be read";
	else if (hide_unread(i->elf) > UNPACKED_MAX)
		i->trouble = "its debug information is compressed and too large to be unpacked for this";
	if (!i->trouble) {
		i->dwarf = dwarf_begin_elf(i->elf, DWARF_C_READ, NULL);
		i->trouble = i->dwarf ? NULL : "its debug information cannot be read";
	}
	i->partial = i->dwarf && kg_elf_file_section(f, ".gnu_debugaltlink", &sh) && !dwarf_getalt(i->dwarf);
}

void kg_instances_destroy(struct kg_instances *i)
{
	if (!i)
		return;
	dwarf_end(i->dwarf);
	elf_end(i->elf);
	free(i);
}

static struct kg_error *search(struct kg_process *proc, struct kg_module *mod, struct kg_elf_file *f,
			       const struct kg_instance_query *q, const struct kg_cinstance **ret)
{
	struct kg_instances *i = f->instances;

	if (!i->dwarf && !i->trouble)
		instances_open(i, f);
	if (i->dwarf)
		return kg_instance_find(proc, mod, i->dwarf, q, ret);
	*ret = kg_instance_unknown(proc, "%s (%s)", i->trouble, f->path);
	return NULL;
}

#else

void kg_instances_destroy(struct kg_instances *i)
{
	free(i);
}

static struct kg_error *search(struct kg_process *proc, struct kg_module *mod, struct kg_elf_file *f,
			       const struct kg_instance_query *q, const struct kg_cinstance **ret)
{
	(void)mod;
	(void)f;
	(void)q;
	*ret = kg_instance_unknown(proc, "this kedge was built without libdw and reads no debug information");
	return NULL;
}

#endif

/* What tells one question from another, wherever the module lies. */
static char *key_of(struct kg_process *proc, const struct kg_module *mod, const struct kg_instance_query *q)
{
	struct kg_strbuf sb = {0};
	char *key;

	if (q->bare)
		kg_strbuf_puts(&sb, "(bare) ");
	kg_strbuf_escape(&sb, q->type, strlen(q->type));
	kg_strbuf_printf(&sb, " %llu %llu %llx", (unsigned long long)q->size, (unsigned long long)q->item_size,
			 (unsigned long long)(q->object ? q->object - mod->bias : 0));
	for (size_t i = 0; i < q->nfunctions; i++)
		kg_strbuf_printf(&sb, " %llx", (unsigned long long)(q->functions[i] - mod->bias));
	key = sb.failed ? NULL : kg_arena_strdup(&proc->priv->arena, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return key;
}

static struct kg_error *answer(struct kg_process *proc, struct kg_module *mod, struct kg_elf_file *f,
			       const struct kg_instance_query *q, const struct kg_cinstance **ret)
{
	struct kg_instances *all = instances_of(proc, f);
	const char *key = key_of(proc, mod, q);
	struct kg_instance_known *k;
	struct kg_error *err;

	if (!all || !key)
		return kg_error_nomem();
	for (k = all->known; k; k = k->next) {
		if (strcmp(k->key, key) == 0) {
			*ret = &k->answer;
			return NULL;
		}
	}
	*ret = NULL;
	err = search(proc, mod, f, q, ret);
	if (err)
		return err;
	k = kg_arena_alloc(&proc->priv->arena, sizeof(*k));
	if (!k || !*ret)
		return kg_error_nomem();
	*k = (struct kg_instance_known){key, **ret, all->known};
	all->known = k;
	all->changed = !all->partial;
	return NULL;
}

struct kg_error *kg_process_instance(struct kg_process *proc, struct kg_module *mod, const struct kg_instance_query *query,
				     const struct kg_cinstance **ret)
{
	struct kg_elf_file *f;
	struct kg_error *err = NULL;

	pthread_mutex_lock(&proc->priv->lock);
	f = kg_module_debug(proc, mod, true);
	if (f) {
		err = answer(proc, mod, f, query, ret);
	} else {
		*ret = kg_instance_unknown(proc, "%s: %s", kg_process_printable(proc, mod->path),
			       proc->priv->opts.no_dwarf ? "debug information is not looked for (--no-dwarf)"
							 : "no debug information for it is here");
		if (!*ret)
			err = kg_error_nomem();
	}
	pthread_mutex_unlock(&proc->priv->lock);
	return err;
}
