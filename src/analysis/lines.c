#include "analysis/lines.h"

#include <stdlib.h>

#include "analysis/select.h"
#include "base/grow.h"

#define INDEX_MIN 1024
#define PROGRESS_STEP 65536

/* An open-addressed index of the lines: numbers from 1, 0 is free. */
struct index {
	uint32_t *slots;
	size_t mask, cap;
};

bool kg_line_trace(const struct kg_heap *h, const struct kg_tracemalloc *tm, kg_node n, struct kg_trace *ret)
{
	return kg_tracemalloc_find(tm, kg_heap_addr(h, n) - kg_heap_type(h, n)->presize, ret);
}

static size_t slot_of(const struct index *x, const struct kg_line_totals *l, kg_addr file, uint32_t line)
{
	size_t i = (size_t)((file >> 4) * UINT64_C(0x9e3779b97f4a7c15) + line * UINT64_C(0xff51afd7ed558ccd)) & x->mask;

	while (x->slots[i] && (l->items[x->slots[i] - 1].file != file || l->items[x->slots[i] - 1].line != line))
		i = (i + 1) & x->mask;
	return i;
}

static struct kg_error *index_grow(struct index *x, const struct kg_line_totals *l)
{
	size_t size = x->slots ? 2 * (x->mask + 1) : INDEX_MIN;
	uint32_t *slots = calloc(size, sizeof(*slots));

	if (!slots)
		return kg_error_nomem();
	free(x->slots);
	x->slots = slots;
	x->mask = size - 1;
	for (size_t i = 0; i < l->n; i++)
		slots[slot_of(x, l, l->items[i].file, l->items[i].line)] = (uint32_t)(i + 1);
	return NULL;
}

static struct kg_error *line_get(struct index *x, struct kg_line_totals *l, kg_addr file, uint32_t line,
				 struct kg_line_total **ret)
{
	struct kg_error *err = 2 * l->n < x->mask ? NULL : index_grow(x, l);
	size_t slot;

	if (err)
		return err;
	slot = slot_of(x, l, file, line);
	if (!x->slots[slot]) {
		err = kg_grow(&l->items, &x->cap, l->n, sizeof(*l->items));
		if (err)
			return err;
		l->items[l->n++] = (struct kg_line_total){.file = file, .line = line};
		x->slots[slot] = (uint32_t)l->n;
	}
	*ret = &l->items[x->slots[slot] - 1];
	return NULL;
}

static struct kg_error *count(const struct kg_heap *h, const struct kg_tracemalloc *tm, kg_node n, struct index *x,
			      struct kg_line_totals *l)
{
	struct kg_line_total *t;
	struct kg_payload payload;
	struct kg_trace trace;
	struct kg_error *err;
	kg_addr file = 0;
	uint32_t line = 0;

	if (kg_line_trace(h, tm, n, &trace) && !kg_tracemalloc_frame(tm, &trace, 0, &file, &line))
		file = 0;
	err = line_get(x, l, file, line, &t);
	if (err)
		return err;
	t->objects++;
	t->collectable += h->collectable && kg_heap_collectable(h, n);
	t->bytes += kg_heap_size(h, n);
	if (kg_heap_payload(h, n, &payload) && !payload.in_size)
		t->payload += payload.bytes;
	return NULL;
}

static bool go_on(void *arg, const struct kg_trace *t)
{
	(void)arg;
	(void)t;
	return true;
}

static struct kg_error *check(const struct kg_tracemalloc *tm)
{
	if (tm->state == KG_TRACEMALLOC_OFF)
		return kg_error_create(KG_ERR_NOTFOUND, "tracemalloc was off in this process, so no lines were recorded; "
				       "start it with PYTHONTRACEMALLOC=1, or call tracemalloc.start() early");
	if (tm->state == KG_TRACEMALLOC_UNKNOWN)
		return kg_error_create(KG_ERR_NOTFOUND, "what tracemalloc recorded cannot be read: %s", tm->why);
	return NULL;
}

struct kg_error *kg_line_totals_create(const struct kg_heap *h, const struct kg_tracemalloc *tm, const char *type,
				 struct kg_progress *progress, struct kg_line_totals *ret)
{
	struct index x = {0};
	struct kg_error *err = check(tm);

	*ret = (struct kg_line_totals){0};
	if (!err)
		err = index_grow(&x, ret);
	if (!err)
		ret->complete = kg_tracemalloc_each(tm, go_on, NULL);
	kg_progress_phase(progress, "looking up allocations", h->nodes);
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		if (kg_type_fits(kg_heap_type(h, n), type))
			err = count(h, tm, n, &x, ret);
		if (n % PROGRESS_STEP == PROGRESS_STEP - 1)
			kg_progress_add(progress, PROGRESS_STEP);
	}
	free(x.slots);
	if (err)
		kg_line_totals_deinit(ret);
	return err;
}

void kg_line_totals_deinit(struct kg_line_totals *l)
{
	free(l->items);
	*l = (struct kg_line_totals){0};
}

/* As long as the system lets a path be: kg_heap_name() cuts earlier. */
#define PATH_MAX_CHARS 4096

void kg_line_file(const struct kg_heap *h, kg_addr file, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};

	if (file && kg_heap_text(h, file, PATH_MAX_CHARS, &text))
		kg_strbuf_escape(sb, kg_strbuf_text(&text), text.len);
	else
		kg_strbuf_putc(sb, '?');
	sb->failed |= text.failed;
	kg_strbuf_deinit(&text);
}

void kg_line_name(const struct kg_heap *h, const struct kg_line_total *t, struct kg_strbuf *sb)
{
	if (!t->file) {
		kg_strbuf_puts(sb, "(not traced)");
		return;
	}
	kg_line_file(h, t->file, sb);
	if (t->line)
		kg_strbuf_printf(sb, ":%u", t->line);
}
