/*
 * Modules by the dynamic linker's own list, for cores without NT_FILE:
 * AT_PHDR, PT_DYNAMIC, DT_DEBUG, r_debug, link_map (glibc elf/link.h; musl is
 * the same). The list is the target's: its length is bounded, not believed.
 *
 * The program's headers may be in no page of the core. Then its file has them: what it is
 * called says AT_EXECFN.
 */
#include <stdlib.h>
#include <string.h>

#include "process/process_priv.h"

#define MAX_LINKS 4096
#define PATH_CAP 4096

/* struct r_debug and struct link_map on 64-bit machines. */
#define R_DEBUG_MAP 8
#define LINK_ADDR 0
#define LINK_NAME 8
#define LINK_DYNAMIC 16
#define LINK_NEXT 24

static bool read_word(const struct kg_process *proc, kg_addr at, uint64_t *ret)
{
	struct kg_error *err = kg_image_read_u64(proc->image, at, ret);

	kg_error_destroy(err);
	return !err;
}

static bool read_name(const struct kg_process *proc, kg_addr at, char *buf)
{
	struct kg_error *err = kg_image_read_cstr(proc->image, at, buf, PATH_CAP);

	kg_error_destroy(err);
	return !err;
}

static struct kg_module *module_at(const struct kg_process *proc, kg_addr base)
{
	for (size_t i = 0; i < proc->nmodules; i++) {
		if (proc->modules[i].priv->base == base)
			return &proc->modules[i];
	}
	return NULL;
}

static struct kg_error *rename_module(struct kg_module *mod, const char *path)
{
	char *copy = strdup(path);

	if (!copy)
		return kg_error_nomem();
	free(mod->path);
	mod->path = copy;
	return NULL;
}

/* Reads the header at @base if the core has it, and what it says of size and bias. */
static void fill_from_head(struct kg_process *proc, struct kg_module *mod)
{
	const struct kg_bytes bytes = {proc->image, mod->priv->base, NULL, 0};
	const struct kg_elf_head *h = &mod->priv->head;

	mod->priv->in_core = kg_elf_head_read(&bytes, &mod->priv->head);
	if (mod->priv->in_core && !kg_elf_head_fits(h, proc->image)) {
		kg_elf_head_deinit(&mod->priv->head);
		mod->priv->in_core = false;
	}
	if (!mod->priv->in_core)
		return;
	kg_elf_head_build_id(h, &bytes, mod->build_id);
	mod->bias = mod->priv->base - kg_elf_head_base(h);
}

/* The program among what was found in memory: where AT_PHDR points to, or what the dynamic linker is named in. */
static struct kg_module *found_program(const struct kg_process *proc, uint64_t phdr)
{
	if (phdr)
		return module_at(proc, phdr - sizeof(Elf64_Ehdr));
	for (size_t i = 0; i < proc->nmodules; i++) {
		const struct kg_elf_head *h = &proc->modules[i].priv->head;

		for (size_t j = 0; j < h->eh.e_phnum; j++) {
			if (h->ph[j].p_type == PT_INTERP)
				return &proc->modules[i];
		}
	}
	return NULL;
}

/* The program itself, @ret_main: NULL when nothing says where it is. */
static struct kg_error *add_main(struct kg_process *proc, struct kg_module **ret_main)
{
	char path[PATH_CAP];
	uint64_t name, phdr = 0;
	struct kg_module *mod;
	struct kg_error *err;

	if (!kg_process_auxv(proc->image, AT_EXECFN, &name) || !read_name(proc, name, path))
		strcpy(path, proc->image->fname);
	/* Program headers follow the ELF header in every binary a linker makes. */
	kg_process_auxv(proc->image, AT_PHDR, &phdr);
	mod = found_program(proc, phdr);
	*ret_main = mod;
	if (!mod && !phdr)
		return NULL;
	if (mod) {
		err = *path ? rename_module(mod, path) : NULL;
	} else {
		err = kg_module_add(proc, path, phdr - sizeof(Elf64_Ehdr), &mod);
		if (!err)
			fill_from_head(proc, mod);
	}
	if (err)
		return err;
	mod->is_main = true;
	*ret_main = mod;
	return mod->priv->in_core ? NULL : kg_module_match(proc, mod);
}

/* Where its dynamic section is; 0 when it has none or nobody knows. */
static kg_addr dynamic_of(const struct kg_module *mod)
{
	const struct kg_elf_head *h = mod->priv->in_core ? &mod->priv->head : mod->priv->file ? &mod->priv->file->head : NULL;
	const Elf64_Phdr *ph = h ? kg_elf_head_dynamic(h) : NULL;

	return ph ? mod->priv->base - kg_elf_head_base(h) + ph->p_vaddr : 0;
}

/* The first link_map that DT_DEBUG of the dynamic section @at leads to; 0 when it leads nowhere. */
static kg_addr first_link(const struct kg_process *proc, kg_addr at)
{
	bool whole;
	uint64_t debug = kg_dynamic_value(proc->image, at, DT_DEBUG, &whole), link;

	return debug && read_word(proc, debug + R_DEBUG_MAP, &link) ? link : 0;
}

/* Reads one link_map: its module, unless it is known already (the list may have a cycle), and what follows it. */
static struct kg_error *add_link(struct kg_process *proc, kg_addr link, kg_addr *ret_next)
{
	uint64_t addr, name, next, dynamic;
	char path[PATH_CAP];
	struct kg_module *mod;
	struct kg_error *err;

	*ret_next = 0;
	if (!read_word(proc, link + LINK_ADDR, &addr) || !read_word(proc, link + LINK_NAME, &name) ||
	    !read_word(proc, link + LINK_DYNAMIC, &dynamic) || !read_word(proc, link + LINK_NEXT, &next))
		return NULL;
	*ret_next = next;
	/* The program itself has an empty name, the kernel's vdso no path. */
	if (!read_name(proc, name, path) || path[0] != '/')
		return NULL;
	mod = module_at(proc, addr);
	if (mod)
		return mod->path[0] == '/' ? NULL : rename_module(mod, path);
	err = kg_module_add(proc, path, addr, &mod);
	if (err)
		return err;
	fill_from_head(proc, mod);
	mod->bias = addr;
	mod->priv->dynamic = dynamic;
	return NULL;
}

struct kg_error *kg_modules_from_linkmap(struct kg_process *proc)
{
	kg_addr dynamic, link;
	struct kg_module *mod;
	struct kg_error *err = add_main(proc, &mod);

	if (err || !mod)
		return err;
	dynamic = dynamic_of(mod);
	link = dynamic ? first_link(proc, dynamic) : 0;
	for (size_t i = 0; link != 0 && i < MAX_LINKS && !err; i++)
		err = add_link(proc, link, &link);
	return err;
}
