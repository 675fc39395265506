/*
 * Modules by what memory looks like, for cores without NT_FILE: an ELF header at
 * the start of a page that nobody may write to, whose dynamic section is where its program
 * headers say. A file that is mapped as plain data has it elsewhere.
 */
#include <stdio.h>
#include <string.h>

#include "process/process_priv.h"

#define STEP 4096		       /* the smallest page there is */
#define MAX_STEPS ((uint64_t)1 << 20)  /* pages looked at: 4 GiB of what is not written to */
#define MAX_FOUND 8192
#define NAME_CAP 4096

static kg_addr dynamic_of(const struct kg_module *mod)
{
	const Elf64_Phdr *ph = kg_elf_head_dynamic(&mod->priv->head);

	return ph ? mod->bias + ph->p_vaddr : 0;
}

/* Is it mapped as a program or library is? */
static bool is_placed(const struct kg_image *img, const struct kg_module *mod)
{
	kg_addr dynamic = dynamic_of(mod);
	bool whole;

	if (!dynamic)
		return mod->priv->head.eh.e_type == ET_EXEC && mod->bias == 0;
	return kg_dynamic_value(img, dynamic, DT_STRTAB, &whole) && whole;
}

/* Its DT_SONAME; else where it is. The C library puts run-time addresses into the section, others leave it as it was. */
static void name_of(const struct kg_image *img, const struct kg_module *mod, char *buf)
{
	kg_addr dynamic = dynamic_of(mod);
	bool whole;
	uint64_t name = dynamic ? kg_dynamic_value(img, dynamic, DT_SONAME, &whole) : 0;
	uint64_t strings = dynamic ? kg_dynamic_value(img, dynamic, DT_STRTAB, &whole) : 0;

	if (strings < mod->priv->base)
		strings += mod->bias;
	if (name) {
		struct kg_error *err = kg_image_read_cstr(img, strings + name, buf, NAME_CAP);
		bool good = !err && *buf;

		kg_error_destroy(err);
		if (good)
			return;
	}
	snprintf(buf, NAME_CAP, "[binary at 0x%llx]", (unsigned long long)mod->priv->base);
}

static struct kg_error *try_address(struct kg_process *proc, kg_addr at)
{
	const struct kg_bytes bytes = {proc->image, at, NULL, 0};
	struct kg_module_priv priv = {.base = at, .in_core = true};
	struct kg_module found = {.priv = &priv}, *mod;
	struct kg_error *err = NULL;
	char name[NAME_CAP];

	if (!kg_elf_head_read(&bytes, &priv.head))
		return NULL;
	found.bias = at - kg_elf_head_base(&priv.head);
	if (kg_elf_head_fits(&priv.head, proc->image) && is_placed(proc->image, &found)) {
		name_of(proc->image, &found, name);
		/* The kernel's own, of which there is no file. */
		if (strncmp(name, "linux-vdso", 10) != 0)
			err = kg_module_add(proc, name, at, &mod);
		else
			mod = NULL;
		if (!err && mod) {
			mod->bias = found.bias;
			mod->priv->in_core = true;
			mod->priv->head = priv.head;
			priv.head = (struct kg_elf_head){0};
			kg_elf_head_build_id(&mod->priv->head, &bytes, mod->build_id);
		}
	}
	kg_elf_head_deinit(&priv.head);
	return err;
}

struct kg_error *kg_modules_from_memory(struct kg_process *proc)
{
	const struct kg_image *img = proc->image;
	uint64_t steps = 0;
	struct kg_error *err = NULL;

	for (size_t i = 0; i < img->nsegs && !err; i++) {
		const struct kg_segment *s = &img->segs[i];
		kg_addr at = (s->start + STEP - 1) & ~(kg_addr)(STEP - 1);

		if (s->flags & KG_SEG_WRITE)
			continue;
		for (; at < s->end && s->end - at >= sizeof(Elf64_Ehdr) && !err; at += STEP) {
			if (steps++ == MAX_STEPS || proc->nmodules == MAX_FOUND) {
				kg_damage_add(&proc->image->damage, at,
					      "too much memory to look for binaries in: from here on none is found");
				return NULL;
			}
			if (memcmp(s->bytes + (at - s->start), ELFMAG, SELFMAG) == 0)
				err = try_address(proc, at);
		}
	}
	return err;
}
