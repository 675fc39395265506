#include "analysis/totals.h"

#include <pthread.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/workers.h"

#define STEP 65536

struct job {
	const struct kg_heap *h;
	struct kg_totals *sum;
	struct kg_progress *progress;
	struct kg_pieces pieces;
	pthread_mutex_t lock; /* of sum */
};

static void add(struct kg_type_total *to, const struct kg_type_total *from)
{
	to->objects += from->objects;
	to->collectable += from->collectable;
	to->scanned += from->scanned;
	to->bytes += from->bytes;
	to->payload += from->payload;
}

static void count_node(const struct kg_heap *h, kg_node n, struct kg_obj o, struct kg_type_total *items)
{
	struct kg_type_total *t = &items[o.type->index];

	t->objects++;
	t->collectable += kg_heap_collectable(h, n);
	t->scanned += kg_heap_provenance(h, n) == KG_FOUND_SCANNED;
	t->bytes += kg_heap_size_of(h, o);
	t->payload += kg_heap_content_of(h, o);
}

static bool has_surplus(const struct kg_heap *h, kg_node n, struct kg_obj o)
{
	int64_t count = kg_heap_refcount_of(h, o);

	return count > 0 && count != KG_IMMORTAL && (uint64_t)count > kg_heap_references(h, n) && !kg_heap_laid_out(h, n);
}

static struct kg_error *work(void *arg, unsigned int i)
{
	struct job *job = arg;
	struct kg_type_total *items = calloc(job->h->ntypes, sizeof(*items));
	uint64_t from, to, surplus = 0;

	(void)i;
	if (!items)
		return kg_error_nomem();
	while (!kg_progress_canceled(job->progress) && kg_pieces_take(&job->pieces, &from, &to)) {
		for (uint64_t n = from; n < to; n++) {
			struct kg_obj o = kg_heap_get(job->h, (kg_node)n);

			count_node(job->h, (kg_node)n, o, items);
			surplus += has_surplus(job->h, (kg_node)n, o);
		}
		kg_progress_add(job->progress, to - from);
	}
	pthread_mutex_lock(&job->lock);
	for (uint32_t t = 0; t < job->h->ntypes; t++)
		add(&job->sum->items[t], &items[t]);
	job->sum->surplus += surplus;
	pthread_mutex_unlock(&job->lock);
	free(items);
	return kg_progress_check(job->progress);
}

static unsigned int processors(unsigned int threads)
{
	long n = threads ? (long)threads : sysconf(_SC_NPROCESSORS_ONLN);

	return n < 1 ? 1 : (unsigned int)n;
}

struct kg_error *kg_totals_create(const struct kg_heap *h, unsigned int threads, struct kg_progress *progress,
				  struct kg_totals **ret)
{
	struct kg_totals *t = calloc(1, sizeof(*t));
	struct job job = {.h = h, .sum = t, .progress = progress, .pieces = {0, h->nodes, STEP}};
	struct kg_error *err;

	if (t)
		t->items = calloc(h->ntypes ? h->ntypes : 1, sizeof(*t->items));
	if (!t || !t->items) {
		kg_totals_destroy(t);
		return kg_error_nomem();
	}
	t->n = h->ntypes;
	pthread_mutex_init(&job.lock, NULL);
	kg_progress_phase(progress, "measuring objects", h->nodes);
	err = kg_workers_run(processors(threads), work, &job);
	pthread_mutex_destroy(&job.lock);
	if (err) {
		kg_totals_destroy(t);
		return err;
	}
	for (uint32_t i = 0; i < t->n; i++) {
		t->items[i].type = i;
		add(&t->all, &t->items[i]);
	}
	*ret = t;
	return NULL;
}

void kg_totals_destroy(struct kg_totals *t)
{
	if (!t)
		return;
	free(t->items);
	free(t);
}
