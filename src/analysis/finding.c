#include "analysis/finding.h"

#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/heap.h"

#define FINDER(x) extern const struct kg_finder kg_finder_##x;
#include "analysis/finders/finders.def"
#undef FINDER

const struct kg_finder *const kg_finders[] = {
#define FINDER(x) &kg_finder_##x,
#include "analysis/finders/finders.def"
#undef FINDER
};

const size_t kg_finders_n = KG_ARRAY_SIZE(kg_finders);

static bool told(const struct kg_search *s, kg_node subject)
{
	for (size_t i = 0; i < s->n && subject != KG_NODE_NONE; i++) {
		if (s->items[i].subject == subject || s->items[i].also == subject)
			return true;
	}
	return false;
}

struct kg_finding *kg_search_always(struct kg_search *s, const struct kg_finder *self, kg_node subject, uint64_t bytes)
{
	struct kg_finding *f;
	struct kg_error *err;

	if (told(s, subject))
		return NULL;
	err = kg_grow(&s->items, &s->cap, s->n, sizeof(*s->items));
	if (err) {
		kg_error_destroy(err);
		s->failed = true;
		return NULL;
	}
	f = &s->items[s->n++];
	*f = (struct kg_finding){
	    .kind = self->name, .subject = subject, .also = KG_NODE_NONE, .bytes = bytes, .sentence = "", .next = ""};
	if (subject != KG_NODE_NONE && kg_heap_provenance(s->heap, subject) == KG_FOUND_SCANNED)
		f->guess = "nothing leads to it, a scan of the allocator's blocks found it";
	return f;
}

struct kg_finding *kg_search_add(struct kg_search *s, const struct kg_finder *self, kg_node subject, uint64_t bytes)
{
	return bytes < s->least ? NULL : kg_search_always(s, self, subject, bytes);
}

static struct kg_fact *add_fact(struct kg_finding *f, const char *name, enum kg_fact_kind kind, uint64_t value)
{
	struct kg_fact *fact;

	if (!f || f->nfacts == KG_FACTS_MAX)
		return NULL;
	fact = &f->facts[f->nfacts++];
	*fact = (struct kg_fact){name, kind, value, NULL};
	return fact;
}

void kg_finding_count(struct kg_finding *f, const char *name, uint64_t n)
{
	add_fact(f, name, KG_FACT_COUNT, n);
}

void kg_finding_id(struct kg_finding *f, const char *name, uint64_t id)
{
	add_fact(f, name, KG_FACT_ID, id);
}

void kg_finding_bytes(struct kg_finding *f, const char *name, uint64_t bytes)
{
	add_fact(f, name, KG_FACT_BYTES, bytes);
}

void kg_finding_addr(struct kg_finding *f, const char *name, kg_addr addr)
{
	add_fact(f, name, KG_FACT_ADDR, addr);
}

void kg_finding_text(struct kg_search *s, struct kg_finding *f, const char *name, struct kg_strbuf *sb)
{
	if (sb->failed)
		s->failed = true;
	kg_finding_word(s, f, name, kg_strbuf_text(sb));
	kg_strbuf_deinit(sb);
	*sb = (struct kg_strbuf){0};
}

void kg_finding_word(struct kg_search *s, struct kg_finding *f, const char *name, const char *text)
{
	struct kg_fact *fact = add_fact(f, name, KG_FACT_TEXT, 0);

	if (!fact)
		return;
	fact->text = strdup(text);
	if (!fact->text) {
		s->failed = true;
		f->nfacts--;
	}
}

void kg_finding_parts(struct kg_search *s, struct kg_finding *f, const kg_node *nodes, size_t n)
{
	size_t kept = n < KG_PARTS_MAX ? n : KG_PARTS_MAX;

	if (!f || f->parts || kept == 0)
		return;
	f->parts = malloc(kept * sizeof(*f->parts));
	if (!f->parts) {
		s->failed = true;
		return;
	}
	memcpy(f->parts, nodes, kept * sizeof(*f->parts));
	f->nparts = kept;
}

const struct kg_fact *kg_finding_fact(const struct kg_finding *f, const char *name)
{
	for (size_t i = 0; i < f->nfacts; i++) {
		if (strcmp(f->facts[i].name, name) == 0)
			return &f->facts[i];
	}
	return NULL;
}

static bool counted(uint32_t word)
{
	return KG_WORD_KIND(word) == KG_EDGE_TRAVERSE || KG_WORD_KIND(word) == KG_EDGE_OWNED;
}

struct kg_error *kg_search_contents(const struct kg_search *s, kg_node n, struct kg_contents *ret)
{
	const struct kg_heap *h = s->heap;
	uint64_t *by_type = calloc(h->ntypes ? h->ntypes : 1, sizeof(*by_type));
	struct kg_contents c = {0};

	if (!by_type)
		return kg_error_nomem();
	KG_GRAPH_OUT(&h->graph, n, w, {
		if (counted(w)) {
			uint32_t type = kg_heap_type(h, KG_WORD_TO(w))->index;

			c.refs++;
			if (++by_type[type] > c.most) {
				c.most = by_type[type];
				c.type = type;
			}
		}
	});
	free(by_type);
	*ret = c;
	return NULL;
}

void kg_top_add(struct kg_top *t, kg_node node, uint64_t key)
{
	size_t at = t->n;

	while (at > 0 && t->items[at - 1].key < key)
		at--;
	if (at == KG_FINDINGS_EACH)
		return;
	if (t->n < KG_FINDINGS_EACH)
		t->n++;
	memmove(&t->items[at + 1], &t->items[at], (t->n - 1 - at) * sizeof(t->items[0]));
	t->items[at].node = node;
	t->items[at].key = key;
}

static int by_bytes(const void *a, const void *b)
{
	const struct kg_finding *x = a, *y = b;

	if (x->bytes != y->bytes)
		return x->bytes > y->bytes ? -1 : 1;
	if (x->subject != y->subject)
		return x->subject < y->subject ? -1 : 1;
	return strcmp(x->kind, y->kind);
}

static struct kg_error *look(struct kg_search *s)
{
	struct kg_error *err = NULL;

	kg_progress_phase(s->progress, "suspects", kg_finders_n);
	for (size_t i = 0; i < kg_finders_n && !err; i++) {
		err = kg_finders[i]->run(s, kg_finders[i]);
		kg_progress_add(s->progress, 1);
		if (!err)
			err = kg_progress_check(s->progress);
	}
	return !err && s->failed ? kg_error_nomem() : err;
}

struct kg_error *kg_findings_create(const struct kg_heap *h, const struct kg_found *known, struct kg_progress *progress,
				    struct kg_findings *ret)
{
	struct kg_search s = {
	    .heap = h,
	    .progress = progress,
	    .totals = known->totals,
	    .cycles = known->cycles,
	    .retained = known->retained,
	    .heap_bytes = known->totals->all.bytes + known->totals->all.payload,
	};
	struct kg_error *err = kg_freed_create(h, &s.freed);

	s.least = s.heap_bytes / KG_FINDING_PART;
	if (s.least < KG_FINDING_BYTES)
		s.least = KG_FINDING_BYTES;
	if (!err)
		err = look(&s);
	kg_freed_destroy(s.freed);
	*ret = (struct kg_findings){s.items, s.n, s.heap_bytes, s.least, known->cycles != NULL};
	if (err) {
		kg_findings_deinit(ret);
		return err;
	}
	if (s.n > 0)
		qsort(ret->items, ret->n, sizeof(*ret->items), by_bytes);
	return NULL;
}

void kg_findings_deinit(struct kg_findings *f)
{
	for (size_t i = 0; i < f->n; i++) {
		for (size_t j = 0; j < f->items[i].nfacts; j++)
			free(f->items[i].facts[j].text);
	}
	for (size_t i = 0; i < f->n; i++)
		free(f->items[i].parts);
	free(f->items);
	*f = (struct kg_findings){0};
}
