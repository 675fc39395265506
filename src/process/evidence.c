/* Whether a file can be the one that was mapped, or is it, where no build-id tells. */
#include "config.h"

#include <gelf.h>
#include <string.h>

#include "process/process_priv.h"

/* Addresses of functions that prove a file, and of how many one may be another: programs change some. */
enum { FUNCTIONS_MIN = 8, FUNCTIONS_EACH = 16, FUNCTIONS_MAX = 1 << 20 };

struct proof {
	const struct kg_image *img;
	kg_addr bias;
	const struct kg_elf_head *head;
	uint32_t same, other;
};

/* What the kernel told the program of itself. */
static bool auxv_agrees(const struct kg_process *proc, kg_addr base, kg_addr bias, const struct kg_elf_file *f)
{
	const Elf64_Ehdr *eh = &f->head.eh;
	uint64_t value;

	return (!kg_process_auxv(proc->image, AT_PHDR, &value) || value == base + eh->e_phoff) &&
	       (!kg_process_auxv(proc->image, AT_PHNUM, &value) || value == eh->e_phnum) &&
	       (!kg_process_auxv(proc->image, AT_ENTRY, &value) || value == bias + eh->e_entry);
}

/*
 * Its dynamic section in memory, entry by entry; the dynamic linker makes some values addresses, and sets DT_DEBUG.
 * @ret_whole: it is there to its end
 */
static bool dynamic_agrees(const struct kg_process *proc, kg_addr bias, const struct kg_elf_file *f, const Elf64_Phdr *ph,
			   bool *ret_whole)
{
	for (uint64_t at = 0; at + sizeof(Elf64_Dyn) <= ph->p_filesz; at += sizeof(Elf64_Dyn)) {
		const void *there = kg_image_span(proc->image, bias + ph->p_vaddr + at, sizeof(Elf64_Dyn));
		Elf64_Dyn ours, its;

		if (!there || ph->p_offset > f->size || f->size - ph->p_offset < at + sizeof(ours))
			return true;
		memcpy(&ours, f->map + ph->p_offset + at, sizeof(ours));
		memcpy(&its, there, sizeof(its));
		if (ours.d_tag != its.d_tag)
			return false;
		*ret_whole = ours.d_tag == DT_NULL;
		if (*ret_whole)
			return true;
		if (ours.d_tag != DT_DEBUG && its.d_un.d_val != ours.d_un.d_val && its.d_un.d_val != ours.d_un.d_val + bias)
			return false;
	}
	return true;
}

bool kg_module_evidence_agrees(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_file *f,
			       bool *ret_whole)
{
	const Elf64_Phdr *dynamic = kg_elf_head_dynamic(&f->head);
	kg_addr bias = mod->priv->base - kg_elf_head_base(&f->head);

	*ret_whole = false;
	if (mod->is_main && !auxv_agrees(proc, mod->priv->base, bias, f))
		return false;
	if (mod->priv->dynamic && (!dynamic || mod->priv->dynamic != bias + dynamic->p_vaddr))
		return false;
	return !dynamic || dynamic_agrees(proc, bias, f, dynamic, ret_whole);
}

/* Whether the file has code at ELF address @addr. */
static bool is_code(const struct kg_elf_head *h, kg_addr addr)
{
	for (size_t i = 0; i < h->eh.e_phnum; i++) {
		if (h->ph[i].p_type == PT_LOAD && h->ph[i].p_flags & PF_X && addr - h->ph[i].p_vaddr < h->ph[i].p_memsz)
			return true;
	}
	return false;
}

static bool is_relative(const struct kg_image *img, uint64_t info)
{
	return ELF64_R_TYPE(info) == (img->machine == KG_MACHINE_AARCH64 ? R_AARCH64_RELATIVE : R_X86_64_RELATIVE);
}

/* Does the word at @at say what it says in the process that the file was mapped into? */
static void word_prove(struct proof *p, kg_addr at, uint64_t ought)
{
	const void *there = kg_image_span(p->img, at, sizeof(uint64_t));
	uint64_t word;

	if (!there)
		return;
	memcpy(&word, there, sizeof(word));
	if (word == ought)
		p->same++;
	else
		p->other++;
}

/* The words in memory that the dynamic linker made addresses of functions, against those that the file asks for. */
static void section_prove(struct proof *p, Elf_Scn *scn)
{
	Elf_Data *data = elf_getdata(scn, NULL);
	size_t n = data ? data->d_size / sizeof(Elf64_Rela) : 0;

	for (size_t i = 0; i < n && i < FUNCTIONS_MAX; i++) {
		GElf_Rela r;

		if (gelf_getrela(data, (int)i, &r) && is_relative(p->img, r.r_info) && is_code(p->head, (kg_addr)r.r_addend))
			word_prove(p, p->bias + r.r_offset, p->bias + (uint64_t)r.r_addend);
	}
}

/* Of a program that is loaded where it was linked to be nothing is asked: addresses are in the file's data already. */
static void data_prove(struct proof *p, const struct kg_elf_file *f, const Elf64_Phdr *ph)
{
	uint64_t bytes = ph->p_offset > f->size ? 0 : ph->p_filesz < f->size - ph->p_offset ? ph->p_filesz : f->size - ph->p_offset;
	uint32_t n = 0;

	for (uint64_t at = -ph->p_vaddr & 7; at + 8 <= bytes && n < FUNCTIONS_MAX; at += 8) {
		uint64_t word;

		memcpy(&word, f->map + ph->p_offset + at, sizeof(word));
		if (!is_code(p->head, word))
			continue;
		word_prove(p, p->bias + ph->p_vaddr + at, word);
		n++;
	}
}

bool kg_module_proved(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_file *f)
{
	struct proof p = {.img = proc->image, .bias = mod->priv->base - kg_elf_head_base(&f->head), .head = &f->head};
	Elf_Scn *scn = NULL;

	while ((scn = elf_nextscn(f->elf, scn)) != NULL) {
		GElf_Shdr sh;

		if (gelf_getshdr(scn, &sh) && sh.sh_type == SHT_RELA && sh.sh_flags & SHF_ALLOC)
			section_prove(&p, scn);
	}
	for (size_t i = 0; i < f->head.eh.e_phnum && f->head.eh.e_type == ET_EXEC; i++) {
		if (f->head.ph[i].p_type == PT_LOAD && f->head.ph[i].p_flags & PF_W)
			data_prove(&p, f, &f->head.ph[i]);
	}
	return p.same >= FUNCTIONS_MIN && p.other <= p.same / FUNCTIONS_EACH;
}
