/* Opening and closing: modules are found, matched and overlaid here; symbols and structs when asked for. */
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "process/process_priv.h"

#define DEFAULT_PAGE 4096
#define MAX_SPAN ((uint64_t)1 << 36) /* bytes one binary may reach over */

bool kg_process_auxv(const struct kg_image *img, uint64_t type, uint64_t *ret)
{
	for (size_t i = 0; i < img->nauxv; i++) {
		if (img->auxv[i][0] == type) {
			*ret = img->auxv[i][1];
			return true;
		}
	}
	return false;
}

const char *kg_process_printable(struct kg_process *proc, const char *path)
{
	struct kg_strbuf sb = {0};
	char *copy;

	kg_strbuf_escape(&sb, path, strlen(path));
	copy = kg_arena_strdup(&proc->priv->arena, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return copy ? copy : "?";
}

static uint64_t page_size(const struct kg_image *img)
{
	uint64_t page;

	if (!kg_process_auxv(img, AT_PAGESZ, &page) || page < 4096 || page > 65536 || (page & (page - 1)) != 0)
		return DEFAULT_PAGE;
	return page;
}

static struct kg_error *copy_option(struct kg_arena *arena, const char **text)
{
	if (!*text)
		return NULL;
	*text = kg_arena_strdup(arena, *text);
	return *text ? NULL : kg_error_nomem();
}

static struct kg_error *create(struct kg_image *img, const struct kg_process_options *opts, struct kg_process *proc)
{
	struct kg_process_priv *p = proc->priv;
	struct kg_error *err;

	proc->image = img;
	p->page = page_size(img);
	if (opts)
		p->opts = *opts;
	err = copy_option(&p->arena, &p->opts.exe);
	if (!err)
		err = copy_option(&p->arena, &p->opts.sysroot);
	if (!err)
		err = copy_option(&p->arena, &p->opts.map_files);
	if (!err)
		err = copy_option(&p->arena, &p->opts.debug_dir);
	return err;
}

static int module_by_start(const void *a, const void *b)
{
	const struct kg_module *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static void sort_modules(struct kg_process *proc)
{
	if (proc->nmodules > 1)
		qsort(proc->modules, proc->nmodules, sizeof(*proc->modules), module_by_start);
}

/* The module that the auxiliary vector's entry @type points into. */
static struct kg_module *module_of_auxv(const struct kg_process *proc, uint64_t type)
{
	uint64_t addr;

	return kg_process_auxv(proc->image, type, &addr) ? kg_process_module(proc, addr) : NULL;
}

/* Without an auxiliary vector: the lowest module, if it is one that the kernel starts. */
static struct kg_module *lowest_program(const struct kg_process *proc)
{
	const struct kg_elf_head *h;

	if (proc->nmodules == 0)
		return NULL;
	h = &proc->modules[0].priv->head;
	for (size_t i = 0; i < h->eh.e_phnum; i++) {
		if (h->eh.e_type == ET_EXEC || h->ph[i].p_type == PT_INTERP)
			return &proc->modules[0];
	}
	return NULL;
}

/* The program itself: where AT_PHDR or AT_ENTRY points to. */
static void mark_main(struct kg_process *proc)
{
	struct kg_module *mod;

	for (size_t i = 0; i < proc->nmodules; i++) {
		if (proc->modules[i].is_main)
			return;
	}
	mod = module_of_auxv(proc, AT_PHDR);
	if (!mod)
		mod = module_of_auxv(proc, AT_ENTRY);
	if (!mod && proc->image->nauxv == 0)
		mod = lowest_program(proc);
	if (mod)
		mod->is_main = true;
}

/* From the file, what the core did not say; and the .bss, which is in no mapping of the file. */
static void complete(struct kg_module *mod)
{
	const struct kg_elf_head *h = mod->priv->in_core ? &mod->priv->head
				      : mod->priv->file	 ? &mod->priv->file->head
							 : NULL;
	kg_addr low = UINT64_MAX;

	if (!h)
		return;
	if (!mod->priv->in_core && mod->priv->nmaps > 0)
		mod->bias = mod->priv->base - kg_elf_head_base(h);
	for (size_t i = 0; i < h->eh.e_phnum; i++) {
		const Elf64_Phdr *ph = &h->ph[i];
		kg_addr start = mod->bias + ph->p_vaddr;

		if (ph->p_type != PT_LOAD || ph->p_memsz > MAX_SPAN || start >= KG_ADDR_LIMIT)
			continue;
		if (start < low)
			low = start;
		if (start + ph->p_memsz > mod->end && start + ph->p_memsz - mod->start < MAX_SPAN)
			mod->end = start + ph->p_memsz;
	}
	if (mod->priv->nmaps == 0 && low != UINT64_MAX)
		mod->start = low;
}

static void module_deinit(struct kg_module *mod)
{
	struct kg_module_priv *p = mod->priv;

	kg_symtab_destroy(p->symbols);
	kg_symtab_destroy(p->debug_symbols);
	if (p->debug != p->file)
		kg_elf_file_close(p->debug);
	kg_elf_file_close(p->file);
	kg_elf_head_deinit(&p->head);
	free(p);
	free(mod->path);
	free(mod->found);
	free(mod->debug);
	free(mod->note);
}

/* One mapping with neither a header in the core nor a file here is nothing we know to be a binary. */
static bool is_doubtful(const struct kg_module *mod)
{
	return !mod->priv->in_core && !mod->priv->file && !mod->is_main && mod->priv->nmaps < 2;
}

static void drop_doubtful(struct kg_process *proc)
{
	size_t n = 0;

	for (size_t i = 0; i < proc->nmodules; i++) {
		if (is_doubtful(&proc->modules[i]))
			module_deinit(&proc->modules[i]);
		else
			proc->modules[n++] = proc->modules[i];
	}
	proc->nmodules = n;
}

static struct kg_error *find_modules(struct kg_process *proc)
{
	struct kg_error *err = kg_modules_from_files(proc);
	bool listed = proc->nmodules > 0;

	if (!err && !listed)
		err = kg_modules_from_memory(proc);
	if (!err && !listed)
		err = kg_modules_from_linkmap(proc);
	if (err)
		return err;
	sort_modules(proc);
	mark_main(proc);
	err = kg_sysroot_expect(proc);
	for (size_t i = 0; i < proc->nmodules && !err; i++) {
		if (!proc->modules[i].priv->file)
			err = kg_module_match(proc, &proc->modules[i]);
		complete(&proc->modules[i]);
	}
	if (err)
		return err;
	drop_doubtful(proc);
	sort_modules(proc);
	for (size_t i = 1; i < proc->nmodules; i++) {
		if (proc->modules[i - 1].end > proc->modules[i].start)
			proc->modules[i - 1].end = proc->modules[i].start;
	}
	return NULL;
}

static struct kg_error *overlay_all(struct kg_process *proc)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; i < proc->nmodules && !err; i++)
		err = kg_module_overlay(proc, &proc->modules[i]);
	return err ? err : kg_image_seal(proc->image);
}

struct kg_error *kg_process_create(struct kg_image *img, const struct kg_process_options *opts, struct kg_process **ret)
{
	struct kg_process *proc = calloc(1, sizeof(*proc));
	struct kg_error *err;

	if (!proc)
		return kg_error_nomem();
	proc->priv = calloc(1, sizeof(*proc->priv));
	if (!proc->priv) {
		free(proc);
		return kg_error_nomem();
	}
	pthread_mutex_init(&proc->priv->lock, NULL);
	err = create(img, opts, proc);
	if (!err)
		err = kg_sysroot_init(proc);
	if (!err)
		err = find_modules(proc);
	if (!err)
		err = overlay_all(proc);
	if (err)
		kg_process_destroy(proc);
	else
		*ret = proc;
	return err;
}

void kg_process_destroy(struct kg_process *proc)
{
	if (!proc)
		return;
	for (size_t i = 0; i < proc->nmodules; i++) {
		if (proc->modules[i].priv)
			kg_instances_keep(proc, proc->modules[i].priv->debug);
		module_deinit(&proc->modules[i]);
	}
	free(proc->modules);
	kg_sysroot_deinit(proc);
	pthread_mutex_destroy(&proc->priv->lock);
	kg_arena_deinit(&proc->priv->arena);
	free(proc->priv);
	free(proc);
}

struct kg_module *kg_process_module(const struct kg_process *proc, kg_addr addr)
{
	size_t lo = 0, hi = proc->nmodules;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (proc->modules[mid].start <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo > 0 && addr < proc->modules[lo - 1].end ? &proc->modules[lo - 1] : NULL;
}
