/*
 * Pages that the core left out, from the file that was mapped there.
 *
 * What can be written to is taken only where the dumper chose to leave it out,
 * which it does for private file pages that were never changed. Where the core is cut
 * short the target's bytes are lost, and those of the file would be a lie.
 */
#include "process/process_priv.h"

static uint32_t flags_of(uint32_t p_flags)
{
	return KG_SEG_OVERLAY | (p_flags & PF_R ? KG_SEG_READ : 0) | (p_flags & PF_W ? KG_SEG_WRITE : 0) |
	       (p_flags & PF_X ? KG_SEG_EXEC : 0);
}

/* The first gap that ends after @addr. */
static size_t gap_after(const struct kg_image *img, kg_addr addr)
{
	size_t lo = 0, hi = img->ngaps;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (img->gaps[mid].end <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	return lo;
}

/* Adds [start, end) but for the parts whose true bytes were lost. */
static struct kg_error *add_outside_gaps(struct kg_image *img, kg_addr start, kg_addr end, const uint8_t *bytes,
					 uint32_t flags)
{
	struct kg_error *err = NULL;

	for (size_t i = gap_after(img, start); i < img->ngaps && img->gaps[i].start < end && !err; i++) {
		const struct kg_gap *g = &img->gaps[i];

		if (!g->truncated || !((flags | g->flags) & KG_SEG_WRITE))
			continue;
		if (g->start > start)
			err = kg_image_add(img, start, bytes, g->start - start, flags);
		if (g->end >= end)
			return err;
		if (g->end > start) {
			bytes += g->end - start;
			start = g->end;
		}
	}
	return err ? err : kg_image_add(img, start, bytes, end - start, flags);
}

static struct kg_error *overlay_segment(struct kg_process *proc, const struct kg_module *mod, const Elf64_Phdr *ph)
{
	const struct kg_elf_file *f = mod->priv->file;
	uint64_t from = ph->p_offset, to, page = proc->priv->page;
	kg_addr at;

	if (from >= f->size || ph->p_filesz == 0)
		return NULL;
	to = ph->p_filesz < f->size - from ? from + ph->p_filesz : f->size;
	if (ph->p_flags & PF_W) {
		if (proc->image->headers_cut) /* it may have been dumped and lost */
			return NULL;
	} else { /* whole pages of the file are mapped */
		from &= ~(page - 1);
		to = to + page - 1 < f->size ? (to + page - 1) & ~(page - 1) : f->size;
	}
	at = mod->bias + ph->p_vaddr - (ph->p_offset - from);
	if (at >= KG_ADDR_LIMIT || to - from > KG_ADDR_LIMIT - at)
		return NULL;
	return add_outside_gaps(proc->image, at, at + (to - from), f->map + from, flags_of(ph->p_flags));
}

struct kg_error *kg_module_overlay(struct kg_process *proc, struct kg_module *mod)
{
	struct kg_elf_file *f = mod->priv->file;
	struct kg_error *err;

	if (!f)
		return NULL;
	err = kg_image_own_mapping(proc->image, f->map, f->size);
	if (err)
		return err;
	f->map_given = true;
	for (size_t i = 0; i < f->head.eh.e_phnum && !err; i++) {
		if (f->head.ph[i].p_type == PT_LOAD)
			err = overlay_segment(proc, mod, &f->head.ph[i]);
	}
	return err;
}
