#include "analysis/lines.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "analysis/select.h"
#include "base/grow.h"
#include "base/workers.h"

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
	t->payload += kg_heap_content_of(h, kg_heap_get(h, n));
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

struct job {
	const struct kg_heap *h;
	const struct kg_tracemalloc *tm;
	const char *type;
	struct kg_progress *progress;
	struct kg_pieces pieces;
	pthread_mutex_t lock;
	struct index x; /* of what all threads found */
	struct kg_line_totals *sum;
};

/* Adds what one thread found. */
static struct kg_error *merge(struct job *job, const struct kg_line_totals *part)
{
	struct kg_error *err = NULL;

	pthread_mutex_lock(&job->lock);
	for (size_t i = 0; i < part->n && !err; i++) {
		const struct kg_line_total *from = &part->items[i];
		struct kg_line_total *to;

		err = line_get(&job->x, job->sum, from->file, from->line, &to);
		if (err)
			break;
		to->objects += from->objects;
		to->collectable += from->collectable;
		to->bytes += from->bytes;
		to->payload += from->payload;
	}
	pthread_mutex_unlock(&job->lock);
	return err;
}

static struct kg_error *work(void *arg, unsigned int i)
{
	struct job *job = arg;
	struct kg_line_totals part = {0};
	struct index x = {0};
	struct kg_error *err = index_grow(&x, &part);
	uint64_t from, to;

	(void)i;
	while (!err && kg_pieces_take(&job->pieces, &from, &to)) {
		for (uint64_t n = from; n < to && !err; n++) {
			if (kg_type_fits(kg_heap_type(job->h, (kg_node)n), job->type))
				err = count(job->h, job->tm, (kg_node)n, &x, &part);
		}
		kg_progress_add(job->progress, to - from);
		if (!err)
			err = kg_progress_check(job->progress);
	}
	if (!err)
		err = merge(job, &part);
	free(x.slots);
	free(part.items);
	return err;
}

static unsigned int processors(unsigned int threads)
{
	long n = threads ? (long)threads : sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : (unsigned int)n;
}

struct kg_error *kg_line_totals_create(const struct kg_heap *h, const struct kg_tracemalloc *tm, const char *type,
				       unsigned int threads, struct kg_progress *progress, struct kg_line_totals *ret)
{
	struct job job = {.h = h, .tm = tm, .type = type, .progress = progress, .sum = ret,
			  .pieces = {0, h->nodes, PROGRESS_STEP}};
	struct kg_error *err = check(tm);

	*ret = (struct kg_line_totals){0};
	if (!err)
		err = index_grow(&job.x, ret);
	if (!err)
		ret->complete = kg_tracemalloc_each(tm, go_on, NULL);
	kg_progress_phase(progress, "looking up allocations", h->nodes);
	pthread_mutex_init(&job.lock, NULL);
	if (!err)
		err = kg_workers_run(processors(threads), work, &job);
	pthread_mutex_destroy(&job.lock);
	free(job.x.slots);
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
	const char *name = file ? kg_tracemalloc_name(h->rt, file) : NULL;
	struct kg_strbuf text = {0};

	if (name)
		kg_strbuf_escape(sb, name, strlen(name));
	else if (file && kg_heap_text(h, file, PATH_MAX_CHARS, &text))
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
