/* Words that the dynamic linker fills in with functions' addresses. */
#include "config.h"

#include <gelf.h>

#include "process/process_priv.h"

#define SLOTS_MAX (1u << 20) /* of one module */

static bool is_slot(const struct kg_process *proc, uint64_t info)
{
	uint32_t type = ELF64_R_TYPE(info);

	if (proc->image->machine == KG_MACHINE_AARCH64)
		return type == R_AARCH64_JUMP_SLOT || type == R_AARCH64_GLOB_DAT;
	return type == R_X86_64_JUMP_SLOT || type == R_X86_64_GLOB_DAT;
}

/* The name of symbol number @i of the table @scn, NULL when that makes no sense. */
static const char *symbol_name(const struct kg_elf_file *f, Elf_Scn *scn, size_t i)
{
	Elf_Data *data = scn ? elf_getdata(scn, NULL) : NULL;
	GElf_Shdr sh;
	GElf_Sym sym;

	if (!data || i == 0 || i > INT32_MAX || !gelf_getshdr(scn, &sh) || !gelf_getsym(data, (int)i, &sym))
		return NULL;
	return elf_strptr(f->elf, sh.sh_link, sym.st_name);
}

static void section_slots(const struct kg_process *proc, const struct kg_module *mod, Elf_Scn *scn, const GElf_Shdr *sh,
			  kg_process_slot *fn, void *arg)
{
	const struct kg_elf_file *f = mod->priv->file;
	Elf_Scn *symbols = elf_getscn(f->elf, sh->sh_link);
	Elf_Data *data = elf_getdata(scn, NULL);
	size_t n = data ? data->d_size / sizeof(Elf64_Rela) : 0;

	for (size_t i = 0; i < n && i < SLOTS_MAX; i++) {
		const char *name;
		GElf_Rela rela;

		if (!gelf_getrela(data, (int)i, &rela) || !is_slot(proc, rela.r_info))
			continue;
		name = symbol_name(f, symbols, ELF64_R_SYM(rela.r_info));
		if (name && *name)
			fn(arg, name, rela.r_offset + mod->bias);
	}
}

void kg_process_slots(const struct kg_process *proc, const struct kg_module *mod, kg_process_slot *fn, void *arg)
{
	Elf_Scn *scn = NULL;

	pthread_mutex_lock(&proc->priv->lock);
	while (mod->priv->file && (scn = elf_nextscn(mod->priv->file->elf, scn)) != NULL) {
		GElf_Shdr sh;

		if (gelf_getshdr(scn, &sh) && sh.sh_type == SHT_RELA && sh.sh_flags & SHF_ALLOC)
			section_slots(proc, mod, scn, &sh, fn, arg);
	}
	pthread_mutex_unlock(&proc->priv->lock);
}
