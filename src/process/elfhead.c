/* The headers of a binary, read from the target's memory or from a file: both hostile. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "process/process_priv.h"

#define MAX_NOTES 65536 /* bytes of one PT_NOTE that are looked at */
#define MAX_DYNAMIC 1024 /* entries of a dynamic section */

static bool get(const struct kg_bytes *b, uint64_t at, void *buf, size_t len)
{
	const void *p;

	if (!b->img) {
		if (at > b->len || b->len - at < len)
			return false;
		memcpy(buf, b->mem + at, len);
		return true;
	}
	p = kg_image_span(b->img, b->base + at, len);
	if (!p)
		return false;
	memcpy(buf, p, len);
	return true;
}

bool kg_elf_head_read(const struct kg_bytes *b, struct kg_elf_head *ret)
{
	Elf64_Ehdr eh;
	Elf64_Phdr *ph;

	if (!get(b, 0, &eh, sizeof(eh)) || memcmp(eh.e_ident, ELFMAG, SELFMAG) != 0 ||
	    eh.e_ident[EI_CLASS] != ELFCLASS64 || eh.e_ident[EI_DATA] != ELFDATA2LSB ||
	    (eh.e_type != ET_EXEC && eh.e_type != ET_DYN) || eh.e_phentsize != sizeof(*ph) || eh.e_phnum == 0 ||
	    eh.e_phnum > KG_MAX_PHDRS)
		return false;
	ph = calloc(eh.e_phnum, sizeof(*ph));
	if (!ph || !get(b, eh.e_phoff, ph, eh.e_phnum * sizeof(*ph))) {
		free(ph);
		return false;
	}
	ret->eh = eh;
	ret->ph = ph;
	return true;
}

void kg_elf_head_deinit(struct kg_elf_head *h)
{
	free(h->ph);
	*h = (struct kg_elf_head){0};
}

const Elf64_Phdr *kg_elf_head_dynamic(const struct kg_elf_head *h)
{
	for (size_t i = 0; i < h->eh.e_phnum; i++) {
		if (h->ph[i].p_type == PT_DYNAMIC)
			return &h->ph[i];
	}
	return NULL;
}

uint64_t kg_dynamic_value(const struct kg_image *img, kg_addr at, uint64_t tag, bool *ret_whole)
{
	uint64_t value = 0;
	bool found = false;

	*ret_whole = false;
	for (size_t i = 0; i < MAX_DYNAMIC && !*ret_whole; i++, at += sizeof(Elf64_Dyn)) {
		const void *p = kg_image_span(img, at, sizeof(Elf64_Dyn));
		Elf64_Dyn entry;

		if (!p)
			break;
		memcpy(&entry, p, sizeof(entry));
		*ret_whole = entry.d_tag == DT_NULL;
		if (!found && !*ret_whole && (uint64_t)entry.d_tag == tag) {
			value = entry.d_un.d_val;
			found = true;
		}
	}
	return value;
}

kg_addr kg_elf_head_base(const struct kg_elf_head *h)
{
	const Elf64_Phdr *first = NULL;

	for (size_t i = 0; i < h->eh.e_phnum; i++) {
		if (h->ph[i].p_type == PT_LOAD && (!first || h->ph[i].p_offset < first->p_offset))
			first = &h->ph[i];
	}
	return first ? first->p_vaddr - first->p_offset : 0;
}

bool kg_notes_build_id(const uint8_t *p, uint64_t len, char ret[KG_BUILD_ID_CAP])
{
	while (len >= 12) {
		Elf64_Nhdr nh;
		uint64_t desc, next;

		memcpy(&nh, p, sizeof(nh));
		desc = 12 + (((uint64_t)nh.n_namesz + 3) & ~(uint64_t)3);
		next = desc + (((uint64_t)nh.n_descsz + 3) & ~(uint64_t)3);
		if (desc + nh.n_descsz > len)
			return false;
		if (nh.n_type == NT_GNU_BUILD_ID && nh.n_namesz == 4 && memcmp(p + 12, "GNU", 4) == 0 &&
		    nh.n_descsz > 0 && nh.n_descsz <= (KG_BUILD_ID_CAP - 1) / 2) {
			for (uint32_t i = 0; i < nh.n_descsz; i++)
				snprintf(ret + 2 * i, 3, "%02x", p[desc + i]);
			return true;
		}
		if (next >= len)
			return false;
		p += next;
		len -= next;
	}
	return false;
}

void kg_elf_head_build_id(const struct kg_elf_head *h, const struct kg_bytes *b, char ret[KG_BUILD_ID_CAP])
{
	uint8_t *buf = malloc(MAX_NOTES);
	bool done = false;

	ret[0] = '\0';
	for (size_t i = 0; buf && i < h->eh.e_phnum && !done; i++) {
		const Elf64_Phdr *ph = &h->ph[i];
		uint64_t at = b->img ? ph->p_vaddr - kg_elf_head_base(h) : ph->p_offset;
		uint64_t len = ph->p_filesz < MAX_NOTES ? ph->p_filesz : MAX_NOTES;

		if (ph->p_type == PT_NOTE && get(b, at, buf, len))
			done = kg_notes_build_id(buf, len, ret);
	}
	free(buf);
}

bool kg_elf_head_fits(const struct kg_elf_head *h, const struct kg_image *img)
{
	return h->eh.e_machine == (img->machine == KG_MACHINE_AARCH64 ? EM_AARCH64 : EM_X86_64);
}

bool kg_elf_head_equal(const struct kg_elf_head *a, const struct kg_elf_head *b)
{
	return memcmp(&a->eh, &b->eh, sizeof(a->eh)) == 0 && memcmp(a->ph, b->ph, a->eh.e_phnum * sizeof(*a->ph)) == 0;
}
