/*
 * Modules by the dynamic linker's own list, for cores without NT_FILE:
 * AT_PHDR, PT_DYNAMIC, DT_DEBUG, r_debug, link_map (glibc elf/link.h; musl is
 * the same). The list is the target's: its length is bounded, not believed.
 */
#include <string.h>

#include "process/process_priv.h"

#define MAX_LINKS 4096
#define MAX_DYNAMIC 1024
#define PATH_CAP 4096

/* struct r_debug and struct link_map on 64-bit machines. */
#define R_DEBUG_MAP 8
#define LINK_ADDR 0
#define LINK_NAME 8
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

/* Reads the header at @base if the core has it, and what it says of size and bias. */
static void fill_from_head(struct kg_process *proc, struct kg_module *mod)
{
	const struct kg_bytes bytes = {proc->image, mod->priv->base, NULL, 0};
	const struct kg_elf_head *h = &mod->priv->head;

	mod->priv->in_core = kg_elf_head_read(&bytes, &mod->priv->head);
	if (!mod->priv->in_core)
		return;
	kg_elf_head_build_id(h, &bytes, mod->build_id);
	mod->bias = mod->priv->base - kg_elf_head_base(h);
}

/* The main program by AT_PHDR; @ret_dynamic: its dynamic section, 0 when it has none. */
static struct kg_error *add_main(struct kg_process *proc, uint64_t phdr, kg_addr *ret_dynamic)
{
	char path[PATH_CAP];
	struct kg_module *mod;
	struct kg_error *err;
	uint64_t name;

	if (!kg_process_auxv(proc->image, AT_EXECFN, &name) || !read_name(proc, name, path))
		strcpy(path, proc->image->fname);
	/* Program headers follow the ELF header in every binary a linker makes. */
	err = kg_module_add(proc, path, phdr - sizeof(Elf64_Ehdr), &mod);
	if (err)
		return err;
	fill_from_head(proc, mod);
	mod->is_main = true;
	*ret_dynamic = 0;
	for (size_t i = 0; i < mod->priv->head.eh.e_phnum; i++) {
		if (mod->priv->head.ph[i].p_type == PT_DYNAMIC)
			*ret_dynamic = mod->bias + mod->priv->head.ph[i].p_vaddr;
	}
	return NULL;
}

/* The first link_map that DT_DEBUG of the dynamic section @at leads to; 0 when it leads nowhere. */
static kg_addr first_link(const struct kg_process *proc, kg_addr at)
{
	for (size_t i = 0; i < MAX_DYNAMIC; i++, at += 16) {
		uint64_t tag, value, link;

		if (!read_word(proc, at, &tag) || !read_word(proc, at + 8, &value) || tag == DT_NULL)
			return 0;
		if (tag == DT_DEBUG)
			return read_word(proc, value + R_DEBUG_MAP, &link) ? link : 0;
	}
	return 0;
}

/* Reads one link_map: its module, unless it is known already (the list may have a cycle), and what follows it. */
static struct kg_error *add_link(struct kg_process *proc, kg_addr link, kg_addr *ret_next)
{
	uint64_t addr, name, next;
	char path[PATH_CAP];
	struct kg_module *mod;
	struct kg_error *err;

	*ret_next = 0;
	if (!read_word(proc, link + LINK_ADDR, &addr) || !read_word(proc, link + LINK_NAME, &name) ||
	    !read_word(proc, link + LINK_NEXT, &next))
		return NULL;
	*ret_next = next;
	/* The program itself has an empty name, the kernel's vdso no path. */
	if (!read_name(proc, name, path) || path[0] != '/')
		return NULL;
	for (size_t i = 0; i < proc->nmodules; i++) {
		if (proc->modules[i].priv->base == addr)
			return NULL;
	}
	err = kg_module_add(proc, path, addr, &mod);
	if (err)
		return err;
	fill_from_head(proc, mod);
	mod->bias = addr;
	return NULL;
}

struct kg_error *kg_modules_from_linkmap(struct kg_process *proc)
{
	kg_addr dynamic = 0, link;
	struct kg_error *err;
	uint64_t phdr;

	if (!kg_process_auxv(proc->image, AT_PHDR, &phdr))
		return NULL;
	err = add_main(proc, phdr, &dynamic);
	if (err)
		return err;
	link = dynamic ? first_link(proc, dynamic) : 0;
	for (size_t i = 0; link != 0 && i < MAX_LINKS && !err; i++)
		err = add_link(proc, link, &link);
	return err;
}
