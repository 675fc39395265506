/*
 * Modules by NT_FILE: mappings of one path, one after another, that begin with
 * an ELF header. The same file may be mapped again as plain data; there its
 * segments are not where its program headers put them.
 */
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "process/process_priv.h"

#define MAX_MODULES 8192

struct kg_error *kg_module_add(struct kg_process *proc, const char *path, kg_addr base, struct kg_module **ret)
{
	struct kg_module *mod;
	struct kg_error *err = kg_grow(&proc->modules, &proc->priv->cap_modules, proc->nmodules, sizeof(*mod));

	if (err)
		return err;
	mod = &proc->modules[proc->nmodules];
	*mod = (struct kg_module){.path = strdup(path), .start = base, .end = base, .state = KG_MODULE_MISSING};
	mod->priv = calloc(1, sizeof(*mod->priv));
	if (!mod->path || !mod->priv) {
		free(mod->path);
		free(mod->priv);
		return kg_error_nomem();
	}
	mod->priv->base = base;
	proc->nmodules++;
	*ret = mod;
	return NULL;
}

bool kg_module_layout_agrees(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_head *h)
{
	kg_addr bias = mod->priv->base - kg_elf_head_base(h);

	for (size_t i = 0; i < h->eh.e_phnum; i++) {
		const Elf64_Phdr *ph = &h->ph[i];
		kg_addr at = bias + ph->p_vaddr;

		if (ph->p_type != PT_LOAD || ph->p_filesz == 0)
			continue;
		for (size_t j = 0; j < mod->priv->nmaps; j++) {
			const struct kg_mapping *m = &proc->image->mappings[mod->priv->map + j];

			if (at >= m->start && at < m->end && m->offset + (at - m->start) != ph->p_offset)
				return false;
		}
	}
	return true;
}

/* Is @m, which maps the start of the file once more, a segment of @mod? Small binaries share that page. */
static bool is_first_page_again(const struct kg_process *proc, const struct kg_module *mod, const struct kg_mapping *m)
{
	const struct kg_elf_head *h = &mod->priv->head;
	uint64_t page = proc->priv->page;

	if (!mod->priv->in_core)
		return false;
	for (size_t i = 0; i < h->eh.e_phnum; i++) {
		kg_addr at = mod->priv->base - kg_elf_head_base(h) + h->ph[i].p_vaddr;

		if (h->ph[i].p_type == PT_LOAD && h->ph[i].p_offset < page && (at & ~(page - 1)) == m->start)
			return true;
	}
	return false;
}

/* The mappings from @first on that belong to one module with it. */
static size_t group_length(const struct kg_process *proc, const struct kg_module *mod, size_t first)
{
	const struct kg_image *img = proc->image;
	size_t n = 1;

	for (; first + n < img->nmappings; n++) {
		const struct kg_mapping *m = &img->mappings[first + n];

		if (strcmp(m->path, mod->path) != 0)
			break;
		if (m->offset == 0 && !is_first_page_again(proc, mod, m))
			break;
	}
	return n;
}

static void module_drop_last(struct kg_process *proc)
{
	struct kg_module *mod = &proc->modules[--proc->nmodules];

	kg_elf_head_deinit(&mod->priv->head);
	free(mod->priv);
	free(mod->path);
}

/* A module whose header is at mapping @i, if that is what it is; @ret_used: mappings it takes. */
static struct kg_error *try_module(struct kg_process *proc, size_t i, size_t *ret_used)
{
	const struct kg_mapping *m = &proc->image->mappings[i];
	const struct kg_bytes bytes = {proc->image, m->start, NULL, 0};
	bool has_bytes = kg_image_span(proc->image, m->start, 4) != NULL;
	struct kg_module *mod;
	struct kg_error *err = kg_module_add(proc, m->path, m->start, &mod);

	if (err)
		return err;
	mod->priv->in_core = kg_elf_head_read(&bytes, &mod->priv->head);
	if (mod->priv->in_core && !kg_elf_head_fits(&mod->priv->head, proc->image)) {
		module_drop_last(proc);
		return NULL;
	}
	mod->priv->map = i;
	mod->priv->nmaps = group_length(proc, mod, i);
	mod->end = proc->image->mappings[i + mod->priv->nmaps - 1].end;
	*ret_used = mod->priv->nmaps;
	if (mod->priv->in_core) {
		kg_elf_head_build_id(&mod->priv->head, &bytes, mod->build_id);
		mod->bias = mod->start - kg_elf_head_base(&mod->priv->head);
	}
	/* Without the header in the core it stays a candidate until its file is found. */
	if ((has_bytes && !mod->priv->in_core) ||
	    (mod->priv->in_core && !kg_module_layout_agrees(proc, mod, &mod->priv->head)))
		module_drop_last(proc);
	return NULL;
}

struct kg_error *kg_modules_from_files(struct kg_process *proc)
{
	const struct kg_image *img = proc->image;
	struct kg_error *err = NULL;
	size_t used = 1;

	for (size_t i = 0; i < img->nmappings && !err; i += used) {
		used = 1;
		if (img->mappings[i].offset != 0 || img->mappings[i].path[0] != '/')
			continue;
		if (proc->nmodules == MAX_MODULES) {
			kg_damage_add(&proc->image->damage, img->mappings[i].start,
				      "more than %d mapped binaries: the rest left out", MAX_MODULES);
			break;
		}
		err = try_module(proc, i, &used);
	}
	return err;
}
