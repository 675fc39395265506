/*
 * What the emulated processor has of the image. Pages are mapped when code first touches them, straight from the
 * image's own bytes and never writable; those that are patched, written or have an instruction taken out are copies.
 */
#include "config.h"

#include "emulate/emulate_priv.h"

#ifdef HAVE_UNICORN

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "emulate/engine_priv.h"
#include "emulate/vector.h"

#define INSTRUCTION_MAX 15  /* bytes; a processor takes no longer ones */
#define NO_INSTRUCTION 0x06 /* in 64-bit mode */

/* Cuts [start, end) down to whole pages. @return false when none is left */
static bool whole_pages(kg_addr *start, kg_addr *end)
{
	*start = (*start + KG_EMULATE_PAGE - 1) & ~(kg_addr)(KG_EMULATE_PAGE - 1);
	*end &= ~(kg_addr)(KG_EMULATE_PAGE - 1);
	return *start < *end;
}

/* The page as code is to read it, where that is not as in the image. */
static const uint8_t *patched_page(const struct kg_engine *e, kg_addr page)
{
	for (size_t i = 0; i < e->npatched; i++) {
		if (e->patched[i].addr == page)
			return e->patched[i].copy;
	}
	return NULL;
}

/* Puts a copy with its patches in place of a page that is mapped. */
static bool patch_page(struct kg_engine *e, kg_addr page, uint32_t prot)
{
	struct kg_error *err = kg_grow(&e->patched, &e->patched_cap, e->npatched, sizeof(*e->patched));
	const uint8_t *original = kg_image_span(e->image, page, KG_EMULATE_PAGE);
	uint8_t *copy = err || !original ? NULL : malloc(KG_EMULATE_PAGE);

	kg_error_destroy(err);
	if (!copy)
		return false;
	memcpy(copy, original, KG_EMULATE_PAGE);
	for (size_t i = e->patches ? kg_patches_from(e->patches, page) : 0; e->patches && i < e->patches->n; i++) {
		if (e->patches->items[i].at >= page + KG_EMULATE_PAGE)
			break;
		memcpy(copy + (e->patches->items[i].at - page), &e->patches->items[i].value, sizeof(uint64_t));
	}
	e->patched[e->npatched++] = (struct kg_engine_page){page, original, copy};
	return kg_unicorn.mem_unmap(e->uc, page, KG_EMULATE_PAGE) == UC_ERR_OK &&
	       kg_unicorn.mem_map_ptr(e->uc, page, KG_EMULATE_PAGE, prot, copy) == UC_ERR_OK;
}

/* Every page of [start, end), which was just mapped, that has patches. */
static bool patch_range(struct kg_engine *e, kg_addr start, kg_addr end, uint32_t prot)
{
	size_t i = e->patches ? kg_patches_from(e->patches, start) : 0;

	while (e->patches && i < e->patches->n && e->patches->items[i].at < end) {
		kg_addr page = e->patches->items[i].at & ~(kg_addr)(KG_EMULATE_PAGE - 1);

		if (!patch_page(e, page, prot))
			return false;
		i = kg_patches_from(e->patches, page + KG_EMULATE_PAGE);
	}
	return true;
}

/* The bytes at @addr up to where they are no longer together. @return NULL: none */
static const uint8_t *bytes_at(const struct kg_engine *e, kg_addr addr, uint64_t *ret_avail)
{
	const uint8_t *p = patched_page(e, addr & ~(kg_addr)(KG_EMULATE_PAGE - 1));

	if (!p)
		return kg_image_avail(e->image, addr, ret_avail);
	*ret_avail = KG_EMULATE_PAGE - (addr & (KG_EMULATE_PAGE - 1));
	return p + (addr & (KG_EMULATE_PAGE - 1));
}

/* The length of the instruction at @addr, 0: not known. It may begin on a page that is a copy and end on another. */
static size_t instruction_at(const struct kg_engine *e, kg_addr addr, bool *ret_forbidden)
{
	uint8_t pieces[INSTRUCTION_MAX];
	uint64_t avail = 0, n = 0;
	const uint8_t *p = bytes_at(e, addr, &avail);

	if (p && avail >= INSTRUCTION_MAX)
		return kg_x86_length(p, INSTRUCTION_MAX, ret_forbidden);
	for (; p && n < INSTRUCTION_MAX; p = bytes_at(e, addr + n, &avail)) {
		if (avail > INSTRUCTION_MAX - n)
			avail = INSTRUCTION_MAX - n;
		memcpy(pieces + n, p, avail);
		n += avail;
	}
	return kg_x86_length(pieces, n, ret_forbidden);
}

void kg_engine_on_generated(uc_engine *uc, uc_tb *block, uc_tb *before, void *arg)
{
	struct kg_engine *e = arg;
	uint64_t scratch = block->pc - e->scratch->base;
	bool forbidden;

	(void)uc;
	(void)before;
	if (scratch < e->scratch->size)
		return;
	for (size_t at = 0, n; at < block->size; at += n) {
		n = instruction_at(e, block->pc + at, &forbidden);
		if (forbidden) {
			if (e->nforbidden < KG_ENGINE_FORBIDDEN_MAX)
				e->forbidden[e->nforbidden++] = block->pc + at;
			kg_engine_stop_for(e, e->nforbidden < KG_ENGINE_FORBIDDEN_MAX ? KG_ENGINE_FORBIDDEN
										      : KG_ENGINE_TRAP);
			return;
		}
		if (n == 0)
			return;
	}
}

/* Puts what no processor runs in place of the instructions of [start, end) that must not be, which nothing has translated yet. */
static bool take_out(struct kg_engine *e, kg_addr start, kg_addr end, uint32_t prot)
{
	for (unsigned int i = 0; i < e->nforbidden; i++) {
		kg_addr at = e->forbidden[i], page = at & ~(kg_addr)(KG_EMULATE_PAGE - 1);
		uint8_t *copy;

		if (at < start || at >= end)
			continue;
		if (!patched_page(e, page) && !patch_page(e, page, prot))
			return false;
		copy = (uint8_t *)patched_page(e, page);
		copy[at - page] = NO_INSTRUCTION;
	}
	return true;
}

bool kg_engine_map_around(struct kg_engine *e, kg_addr addr)
{
	const struct kg_segment *seg = kg_image_segment(e->image, addr);
	kg_addr start, end;
	uint32_t prot = UC_PROT_READ;

	if (!seg)
		return false;
	if (e->code(e->code_arg, addr, &start, &end) && seg->flags & KG_SEG_EXEC)
		prot |= UC_PROT_EXEC;
	start = start > seg->start ? start : seg->start;
	end = end < seg->end ? end : seg->end;
	if (!whole_pages(&start, &end) || addr < start || addr >= end)
		return false;
	if (kg_unicorn.mem_map_ptr(e->uc, start, end - start, prot, (void *)(seg->bytes + (start - seg->start))) !=
	    UC_ERR_OK)
		return false;
	return patch_range(e, start, end, prot) && take_out(e, start, end, prot);
}

static bool is_private(const struct kg_engine *e, kg_addr page)
{
	for (unsigned int i = 0; i < e->npages; i++) {
		if (e->pages[i].addr == page)
			return true;
	}
	return false;
}

bool kg_engine_private(struct kg_engine *e, kg_addr addr)
{
	kg_addr page = addr & ~(kg_addr)(KG_EMULATE_PAGE - 1), start, end;
	struct kg_engine_page *p = &e->pages[e->npages];
	const struct kg_segment *seg;
	const uint8_t *original;

	/* A write over the border of a page that is private already: it is the next one that is not. */
	if (is_private(e, page))
		page += KG_EMULATE_PAGE;
	seg = kg_image_segment(e->image, page);
	original = kg_image_span(e->image, page, KG_EMULATE_PAGE);

	/* Code that changes itself is none that a traverse function needs; nor is it what the module's file holds. */
	if (!original || e->npages == KG_ENGINE_PRIVATE_MAX || is_private(e, page) ||
	    (e->code(e->code_arg, page, &start, &end) && seg->flags & KG_SEG_EXEC))
		return false;
	*p = (struct kg_engine_page){page, original, malloc(KG_EMULATE_PAGE)};
	if (!p->copy)
		return false;
	if (patched_page(e, page))
		p->original = patched_page(e, page);
	memcpy(p->copy, p->original, KG_EMULATE_PAGE);
	/* Where code has not been yet nothing is mapped: all stays as it is, and the page is private when code writes to it. */
	if (kg_unicorn.mem_unmap(e->uc, page, KG_EMULATE_PAGE) != UC_ERR_OK) {
		free(p->copy);
		return false;
	}
	if (kg_unicorn.mem_map_ptr(e->uc, page, KG_EMULATE_PAGE, UC_PROT_READ | UC_PROT_WRITE, p->copy) != UC_ERR_OK) {
		free(p->copy);
		e->broken = true;
		return false;
	}
	e->npages++;
	return true;
}

void kg_engine_restore(struct kg_engine *e)
{
	for (unsigned int i = 0; i < e->npages; i++)
		memcpy(e->pages[i].copy, e->pages[i].original, KG_EMULATE_PAGE);
}

unsigned int kg_engine_pages(const struct kg_engine *e)
{
	return e->npages;
}

bool kg_engine_forget(struct kg_engine *e)
{
	if (e->npages == 0)
		return false;
	e->broken = true;
	return true;
}

#endif
