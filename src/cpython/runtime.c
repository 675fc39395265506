/* The runtime: from candidate modules to a validated layout, then its parts. */
#include <stdlib.h>
#include <string.h>

#include "cpython/cpython_priv.h"

enum { CANDIDATES_MAX = 8 };

uint64_t kg_runtime_word(const struct kg_runtime *rt, kg_addr addr)
{
	const void *span = kg_image_span(rt->image, addr, sizeof(uint64_t));
	uint64_t word = 0;

	/* Without an error: this is asked of many addresses that are none. */
	if (span)
		memcpy(&word, span, sizeof(word));
	return word;
}

int32_t kg_runtime_int(const struct kg_runtime *rt, kg_addr addr, int32_t missing)
{
	const void *span = kg_image_span(rt->image, addr, sizeof(int32_t));
	int32_t n = missing;

	if (span)
		memcpy(&n, span, sizeof(n));
	return n;
}

/* The type whose type is itself: by its symbol, or from the sys module's dict. */
static void type_type_find(struct kg_runtime *rt, struct kg_process *proc)
{
	int32_t type = rt->layout->off[F_OBJECT_TYPE];
	kg_addr interp, found;
	uint64_t size;

	if (!kg_process_symbol(proc, rt->module, "PyType_Type", &found, &size)) {
		interp = kg_runtime_word(rt, rt->addr + rt->layout->off[F_RUNTIME_INTERPRETERS_HEAD]);
		found = kg_runtime_word(rt, interp + rt->layout->off[F_INTERP_SYSDICT]);
		found = kg_runtime_word(rt, kg_runtime_word(rt, found + type) + type);
	}
	rt->type_type = found;
}

/* Whether the candidate's runtime is the one in use. Errors: TARGET, NOMEM */
static struct kg_error *candidate_try(struct kg_runtime *rt, struct kg_candidate *c, const char *const *wanted,
				      size_t nwanted, bool *ret_live)
{
	struct kg_error *err = kg_candidate_version(rt->proc, c);
	uint64_t head;

	if (err)
		return err;
	err = kg_layout_create(rt->proc, c->mod, c->version, c->debug, wanted, nwanted, &rt->layout);
	if (!err)
		err = kg_layout_check(rt->layout);
	if (err)
		return err;
	rt->module = c->mod;
	rt->addr = c->runtime;
	err = kg_image_read_u64(rt->image, rt->addr + rt->layout->off[F_RUNTIME_INTERPRETERS_HEAD], &head);
	if (err) {
		kg_error_destroy(err);
		return kg_error_create(KG_ERR_TARGET, "the core has no bytes for _PyRuntime at 0x%jx: it is cut short or "
				       "was dumped without the interpreter's data", (uintmax_t)c->runtime);
	}
	*ret_live = head != 0;
	return NULL;
}

static struct kg_error *not_running(const struct kg_candidate *c)
{
	char text[24];

	return kg_error_create(KG_ERR_TARGET, "CPython %s has no interpreter: the process was still starting, or Python "
			       "had already been finalized", kg_version_text(c->version, text));
}

/* Goes through the candidates until one is live; the first one's error is the one to tell. */
static struct kg_error *runtime_find(struct kg_runtime *rt, const char *const *wanted, size_t nwanted)
{
	struct kg_candidate all[CANDIDATES_MAX] = {0};
	size_t n = kg_candidates_find(rt->proc, all, CANDIDATES_MAX);
	struct kg_error *first = NULL;

	for (size_t i = 0; i < n; i++) {
		bool live = false;
		struct kg_error *err = candidate_try(rt, &all[i], wanted, nwanted, &live);

		if (!err && live) {
			kg_error_destroy(first);
			rt->priv->info = kg_version_info(all[i].version);
			return NULL;
		}
		kg_layout_destroy(rt->layout);
		rt->layout = NULL;
		if (!err)
			err = not_running(&all[i]);
		if (first)
			kg_error_destroy(err);
		else
			first = err;
	}
	return first ? first : kg_candidates_none(rt->proc);
}

static struct kg_error *runtime_read(struct kg_runtime *rt, const char *const *wanted, size_t nwanted)
{
	struct kg_error *err = runtime_find(rt, wanted, nwanted);

	if (err)
		return err;
	type_type_find(rt, rt->proc);
	err = kg_layout_validate(rt);
	if (!err)
		err = kg_runtime_read_interps(rt);
	if (!err)
		err = kg_runtime_read_refs(rt);
	if (!err)
		err = kg_runtime_read_arenas(rt);
	return err;
}

struct kg_error *kg_runtime_create(struct kg_process *proc, const char *const *wanted, size_t nwanted,
				   struct kg_runtime **ret)
{
	struct kg_runtime *rt = calloc(1, sizeof(*rt));
	struct kg_error *err = kg_error_nomem();

	if (!rt)
		return err;
	rt->proc = proc;
	rt->image = proc->image;
	rt->priv = calloc(1, sizeof(*rt->priv));
	if (rt->priv)
		err = runtime_read(rt, wanted, nwanted);
	if (err) {
		kg_runtime_destroy(rt);
		return err;
	}
	*ret = rt;
	return NULL;
}

void kg_runtime_destroy(struct kg_runtime *rt)
{
	if (!rt)
		return;
	kg_layout_destroy(rt->layout);
	free(rt->interps);
	free(rt->threads);
	free(rt->arenas);
	free(rt->refs);
	free(rt->priv);
	free(rt);
}
