/* The runtime: from candidate modules to a validated layout, then its parts. */
#include <stdlib.h>
#include <string.h>

#include "cpython/cpython_priv.h"

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

	if (!err)
		err = kg_layout_create(rt->proc, c->mod, &c->build, wanted, nwanted, &rt->layout);
	if (err)
		return err;
	if (rt->layout->source == KG_LAYOUT_TABLE && kg_offsets_read(rt->image, c->runtime, rt->layout))
		rt->layout->source = KG_LAYOUT_DEBUG_OFFSETS;
	rt->layout->facts = kg_facts_by_collector(rt->layout->facts, rt->layout->off[F_GC_SIZE]);
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

static void runtime_deinit(struct kg_runtime *rt)
{
	kg_layout_destroy(rt->layout);
	for (uint32_t i = 0; i < rt->npythons; i++)
		free(rt->pythons[i].why);
	free(rt->pythons);
	free(rt->interps);
	free(rt->threads);
	free(rt->arenas);
	free(rt->pages);
	free(rt->dead);
	free(rt->refs);
	free(rt->unknown);
	free(rt->priv);
}

static struct kg_error *not_running(const struct kg_candidate *c)
{
	char text[24];

	return kg_error_create(KG_ERR_TARGET, "CPython %s has no interpreter: the process was still starting, or Python "
			       "had already been finalized", kg_version_text(c->build.version, text));
}

/* Takes the candidate when it is live, or when @any: *ret says so. @return why it cannot be read, or is not live */
static struct kg_error *candidate_take(struct kg_runtime *rt, struct kg_candidate *c, const char *const *wanted,
				       size_t nwanted, bool any, bool *ret)
{
	bool live = false;
	struct kg_error *err = candidate_try(rt, c, wanted, nwanted, &live);

	*ret = !err && (live || any);
	if (*ret)
		return NULL;
	kg_layout_destroy(rt->layout);
	rt->layout = NULL;
	return err ? err : not_running(c);
}

/* Goes through the candidates until one is live; the first one's error is the one to tell. */
static struct kg_error *runtime_find(struct kg_runtime *rt, const char *const *wanted, size_t nwanted, bool any)
{
	struct kg_runtime_priv *p = rt->priv;
	struct kg_error *first = NULL;

	for (size_t i = 0; i < p->ncandidates; i++) {
		struct kg_error *err;
		bool taken;

		if (p->only != SIZE_MAX && p->only != i)
			continue;
		err = candidate_take(rt, &p->candidates[i], wanted, nwanted, any, &taken);
		if (taken) {
			rt->pythons[i].read = true;
			rt->pythons[i].version = rt->layout->version;
			kg_error_destroy(first);
			return NULL;
		}
		if (first)
			kg_error_destroy(err);
		else
			first = err;
	}
	return first ? first : kg_candidates_none(rt->proc);
}

/* Pools in use without an interpreter that can be read: its pointers are damaged or not in the core, or Python
 * had been finalized and left objects. What a sweep of the pools finds is better than nothing. */
static struct kg_error *check_interps(struct kg_runtime *rt)
{
	kg_addr head = rt->addr + rt->layout->off[F_RUNTIME_INTERPRETERS_HEAD];

	if (rt->ninterps > 0)
		return NULL;
	if (rt->narenas == 0)
		return kg_error_create(KG_ERR_TARGET, "the interpreter at 0x%jx cannot be read: the core is cut short or "
				       "damaged", (uintmax_t)kg_runtime_word(rt, head));
	kg_damage_add(&rt->image->damage, head, "no interpreter can be read: Python had been finalized, or its data is "
		      "damaged or not in the core; objects are those found in the allocator's pools");
	return NULL;
}

static struct kg_error *runtime_fill(struct kg_runtime *rt)
{
	struct kg_error *err;

	type_type_find(rt, rt->proc);
	err = kg_layout_validate(rt);
	if (!err)
		err = kg_runtime_read_interps(rt);
	if (!err)
		err = kg_layout_probe(rt);
	if (!err)
		err = kg_runtime_read_refs(rt);
	if (!err)
		err = kg_runtime_read_arenas(rt);
	if (!err)
		err = kg_runtime_read_shares(rt);
	return err ? err : check_interps(rt);
}

/* Of what cannot be read: up to 3.12 the text of its version, which it sets when it starts, is the only sign. */
static bool may_be_live(const struct kg_image *img, const struct kg_candidate *c)
{
	struct kg_version v;

	return kg_offsets_version(img, c->runtime, &v) ? kg_offsets_live(img, c->runtime) : c->build.version.major != 0;
}

/*
 * What can be said of one of several without reading its heap: read into a runtime of its own, and what is wrong with it
 * is no damage of the reading.
 */
static struct kg_error *look_at(struct kg_runtime *rt, struct kg_candidate *c, const char *const *wanted, size_t nwanted,
				struct kg_python *ret)
{
	struct kg_runtime other = {.proc = rt->proc, .image = rt->image, .priv = calloc(1, sizeof(*other.priv))};
	struct kg_damages *kept = malloc(sizeof(*kept));
	struct kg_error *err = kg_error_nomem();

	if (kept && other.priv) {
		*kept = rt->image->damage;
		err = candidate_try(&other, c, wanted, nwanted, &ret->live);
		if (err)
			ret->live = may_be_live(rt->image, c);
		else
			err = ret->live ? runtime_fill(&other) : not_running(c);
		rt->image->damage = *kept;
	}
	ret->version = c->build.version;
	ret->interps = other.ninterps;
	ret->threads = other.nthreads;
	for (size_t i = 0; i < other.narenas; i++)
		ret->arena_bytes += other.arenas[i].end - other.arenas[i].start;
	runtime_deinit(&other);
	free(kept);
	if (!err || err->code == KG_ERR_NOMEM)
		return err;
	ret->why = strdup(err->text);
	kg_error_destroy(err);
	return ret->why ? NULL : kg_error_nomem();
}

/* Lists all CPythons of the process, and chooses where there are several. */
static struct kg_error *pythons_read(struct kg_runtime *rt, const char *const *wanted, size_t nwanted, const char *python)
{
	struct kg_runtime_priv *p = rt->priv;
	struct kg_error *err = NULL;
	uint32_t chosen;

	p->ncandidates = kg_candidates_find(rt->proc, p->candidates, KG_CANDIDATES_MAX);
	p->only = SIZE_MAX;
	rt->pythons = calloc(p->ncandidates + 1, sizeof(*rt->pythons));
	if (!rt->pythons)
		return kg_error_nomem();
	rt->npythons = (uint32_t)p->ncandidates;
	for (uint32_t i = 0; i < rt->npythons && !err; i++) {
		rt->pythons[i].module = p->candidates[i].mod;
		rt->pythons[i].runtime = p->candidates[i].runtime;
		rt->pythons[i].live = rt->npythons == 1;
		if (rt->npythons > 1 || python)
			err = look_at(rt, &p->candidates[i], wanted, nwanted, &rt->pythons[i]);
	}
	if (err || !rt->npythons || (rt->npythons == 1 && !python))
		return err;
	err = kg_pythons_choose(rt, python, &chosen);
	if (!err && (python || rt->pythons[chosen].live))
		p->only = chosen;
	return err;
}

static struct kg_error *runtime_read(struct kg_runtime *rt, const char *const *wanted, size_t nwanted, const char *python)
{
	struct kg_error *why = pythons_read(rt, wanted, nwanted, python), *err;

	if (why)
		return why;
	why = rt->npythons ? runtime_find(rt, wanted, nwanted, false) : kg_candidates_none(rt->proc);
	if (!why)
		return runtime_fill(rt);
	if ((why->code != KG_ERR_TARGET && why->code != KG_ERR_NOPYTHON) || !rt->npythons)
		return why;
	err = runtime_find(rt, wanted, nwanted, true);
	if (!err)
		err = runtime_fill(rt);
	if (err) {
		kg_error_destroy(err);
		return why;
	}
	kg_error_destroy(why);
	return NULL;
}

struct kg_error *kg_runtime_create(struct kg_process *proc, const char *const *wanted, size_t nwanted, const char *python,
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
		err = runtime_read(rt, wanted, nwanted, python);
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
	runtime_deinit(rt);
	free(rt);
}
