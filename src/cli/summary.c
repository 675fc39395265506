/* What the summary says of a process, gathered. */
#include "cli/summary.h"

#include <time.h>

#include "analysis/cycles.h"
#include "analysis/totals.h"
#include "analysis/verify.h"

#define SAMPLE 4 /* objects of each type that are held against its tp_traverse */

static uint64_t count_frozen(const struct kg_heap *h)
{
	uint64_t n = 0;

	for (kg_node i = 0; i < h->nodes; i++)
		n += kg_heap_place(h, i) == KG_GC_PERMANENT;
	return n;
}

struct kg_error *kg_summary_create(const struct kg_cli *cli, struct kg_summary *f)
{
	const struct kg_heap *h = cli->heap;
	struct kg_error *err = kg_session_totals(cli->session, &f->totals);

	f->cycles = kg_session_cycles_known(cli->session);
	if (!err && h->collectable_known && !f->cycles) {
		err = kg_cycles_create(h, false, cli->progress, &f->own);
		f->cycles = f->own;
	}
	if (!err)
		err = kg_session_buffers(cli->session, &f->buffers);
	if (!err && !cli->args->no_plugins)
		err = kg_verify_create(h, &(struct kg_verify_options){.sample = SAMPLE, .threads = cli->args->threads}, &f->verify);
	f->frozen = count_frozen(h);
	return err;
}

void kg_summary_deinit(struct kg_summary *f)
{
	kg_cycles_destroy(f->own);
	kg_verify_destroy(f->verify);
}

void kg_summary_version(const struct kg_version *v, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "%u.%u.%u", v->major, v->minor, v->micro);
	if (v->level != 0xf) /* alpha 0xa, beta 0xb, candidate 0xc */
		kg_strbuf_printf(sb, "%s%u", v->level == 0xc ? "rc" : v->level == 0xb ? "b" : "a", v->serial);
}

void kg_summary_time(int64_t seconds, struct kg_strbuf *sb)
{
	time_t t = (time_t)seconds;
	struct tm tm;
	char text[40];

	if (gmtime_r(&t, &tm) && strftime(text, sizeof(text), "%Y-%m-%dT%H:%M:%SZ", &tm))
		kg_strbuf_puts(sb, text);
}

int64_t kg_summary_garbage(const struct kg_heap *h)
{
	int64_t n = 0;

	for (uint32_t i = 0; i < h->rt->ninterps; i++) {
		kg_addr list = h->rt->interps[i].gc.garbage;
		struct kg_obj o;
		struct kg_error *err = list ? kg_heap_object(h, list, &o) : NULL;

		if (list && !err)
			n += kg_obj_size(h, o);
		kg_error_destroy(err);
	}
	return n;
}

bool kg_summary_unknown(const struct kg_heap *h, const struct kg_type_total *t)
{
	const struct kg_type *native = h->types[t->type]->native;

	return t->objects > 0 && native && (!native->ops || native->beside);
}
