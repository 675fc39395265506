#include "emulate/runner.h"

#include <string.h>
#include <sys/mman.h>

#include "emulate/watchdog.h"

#define BUDGET (UINT64_C(4) << 20)  /* blocks of code without a reference shown */
#define SCATTERED 8 /* pages that few objects write to */
#define TAKEN_MAX 256 /* pages that one object takes, those given back included: more than there can be, so that it ends */
#define OUTPUTS_KEPT (UINT64_C(1) << 17) /* touched memory for more is given back */

struct kg_error *kg_runner_open(struct kg_runner *r)
{
	struct kg_error *err = kg_engine_create(r->opts, r->scratch, 0, &r->fast);

	if (err)
		return err;
	if (r->patched != KG_UNPATCHED)
		kg_engine_patch(r->fast, r->patches);
	return NULL;
}

/* What the loop in machine code is to do. */
static void load(struct kg_runner *r, const kg_addr *objects, size_t n)
{
	struct kg_scratch *s = r->scratch;
	kg_addr output = s->base + KG_SCRATCH_OUTPUT;

	memcpy(s->host + KG_SCRATCH_OBJECTS, objects, n * sizeof(*objects));
	memset(s->host + KG_SCRATCH_ENDS, 0, n * sizeof(uint64_t));
	*kg_scratch_control(s) = (struct kg_emulate_control){
	    .out = output,
	    .out_end = output + s->outputs * 8,
	    .n = n,
	    .objects = s->base + KG_SCRATCH_OBJECTS,
	    .function = r->asks ? s->base + KG_SCRATCH_ASK : r->function,
	    .ends = s->base + KG_SCRATCH_ENDS,
	    .asked = r->function,
	};
}

/* The next object is over. */
static void finish(struct kg_runner *r, enum kg_emulated how)
{
	r->share->how[r->done] = (uint8_t)how;
	r->share->ends[r->done++] = r->nvisited;
	r->failed += how != KG_EMULATED_DONE;
	r->endless += how == KG_EMULATED_ENDLESS || how == KG_EMULATED_OUTPUT;
	r->singly -= r->singly > 0;
}

static uint64_t end_at(const struct kg_runner *r, size_t i)
{
	const uint64_t *ends = (const uint64_t *)(r->scratch->host + KG_SCRATCH_ENDS);

	return (ends[i] - r->scratch->base - KG_SCRATCH_OUTPUT) / 8;
}

/* How many of the run's @n objects are over. The numbers are hostile: one that cannot be is where it went wrong. */
static size_t finished(const struct kg_runner *r, size_t n)
{
	uint64_t index = kg_scratch_control(r->scratch)->index, from = 0;
	size_t i = 0;

	for (; i < n && i < index; i++) {
		uint64_t to = end_at(r, i);

		if (to < from || to > r->scratch->outputs)
			break;
		from = to;
	}
	return i;
}

/* Takes over what the first @n objects of the run showed: they are finished(). Unless there is no room, .full. */
static void commit(struct kg_runner *r, size_t n)
{
	const struct kg_scratch *s = r->scratch;
	uint64_t shown = n ? end_at(r, n - 1) : 0, before = r->nvisited;

	r->full = shown > s->outputs - before;
	if (r->full)
		return;
	if (shown)
		memcpy(r->share->visited + before, s->host + KG_SCRATCH_OUTPUT, shown * sizeof(kg_addr));
	for (size_t i = 0; i < n; i++) {
		r->nvisited = before + end_at(r, i);
		finish(r, KG_EMULATED_DONE);
	}
	if (shown > OUTPUTS_KEPT)
		madvise(s->host + KG_SCRATCH_OUTPUT, s->size - KG_SCRATCH_OUTPUT, MADV_DONTNEED);
}

static enum kg_emulated reason(enum kg_engine_end end)
{
	switch (end) {
	case KG_ENGINE_MISSING:
		return KG_EMULATED_FAULT;
	case KG_ENGINE_SHARED:
		return KG_EMULATED_WRITES;
	case KG_ENGINE_SYSCALL:
		return KG_EMULATED_SYSCALL;
	case KG_ENGINE_BUDGET:
		return KG_EMULATED_ENDLESS;
	case KG_ENGINE_STATE:
		return KG_EMULATED_STATE;
	case KG_ENGINE_TRAP:
	case KG_ENGINE_FORBIDDEN:
	case KG_ENGINE_STOPPED:
		return KG_EMULATED_INSTRUCTION;
	case KG_ENGINE_DONE: /* by jumping to the end of the loop */
	case KG_ENGINE_FETCH:
		break;
	}
	return KG_EMULATED_CODE;
}

/* The same when the loop may have ended by itself. */
static enum kg_emulated reason_of(const struct kg_runner *r, enum kg_engine_end end)
{
	uint64_t why = kg_scratch_control(r->scratch)->why;

	if (end == KG_ENGINE_DONE && why == KG_LOOP_FULL)
		return KG_EMULATED_OUTPUT;
	return end == KG_ENGINE_DONE && why == KG_LOOP_CHANGED ? KG_EMULATED_STATE : reason(end);
}

/* How an object's writes go on over pages: each new one costs a run from the beginning, so that long strides become longer. */
struct strides {
	kg_addr next;	      /* where the last one ended */
	unsigned int pages, taken;
	bool crowded, cleared; /* the objects before it took pages; they were given back */
};

/* Lets one object write at @fault. @return false when it may not */
static bool let_write(struct kg_engine *engine, struct strides *w, kg_addr fault)
{
	kg_addr page = fault & ~(kg_addr)(KG_EMULATE_PAGE - 1);

	if (w->taken >= TAKEN_MAX)
		return false;
	if (!kg_engine_private(engine, fault)) {
		w->cleared = !w->cleared && w->crowded && kg_engine_forget(engine);
		w->crowded = false;
		return w->cleared;
	}
	w->pages = page == w->next ? 2 * w->pages : 1;
	w->next = page + KG_EMULATE_PAGE;
	w->taken++;
	for (unsigned int i = 1; i < w->pages && kg_engine_private(engine, w->next); i++, w->taken++)
		w->next += KG_EMULATE_PAGE;
	return true;
}

/*
 * Runs @n objects, one again as long as it writes to pages that were not its own yet. Several stop at the first write: what
 * one wrote another may see, and a third put back, and then nothing would tell.
 */
static struct kg_error *run(struct kg_runner *r, struct kg_engine *engine, const kg_addr *objects, size_t n,
			    enum kg_engine_end *ret)
{
	struct strides strides = {.crowded = kg_engine_pages(engine) > 0};
	bool again = true;

	while (again) {
		struct kg_error *err = kg_engine_prepare(engine);
		kg_addr fault;

		if (err)
			return err;
		load(r, objects, n);
		if (engine == r->fast)
			kg_watchdog_on(engine, kg_scratch_control(r->scratch));
		*ret = kg_engine_run(engine, &fault);
		kg_watchdog_off();
		r->writes = r->writes || *ret == KG_ENGINE_SHARED;
		again = *ret == KG_ENGINE_FORBIDDEN || (*ret == KG_ENGINE_SHARED && n == 1 && let_write(engine, &strides, fault));
		kg_engine_restore(engine);
	}
	/* One that writes all over memory takes its time, like one that does not end. */
	r->endless += *ret == KG_ENGINE_SHARED && strides.taken > SCATTERED;
	return NULL;
}

/* An object that took too long: once more, and now its steps are counted. */
static struct kg_error *run_counted(struct kg_runner *r, kg_addr object)
{
	bool made = r->counted;
	struct kg_error *err = made ? NULL : kg_engine_create(r->opts, r->scratch, BUDGET, &r->counted);
	enum kg_engine_end end;

	if (!err && !made && r->patched != KG_UNPATCHED)
		kg_engine_patch(r->counted, r->patches);
	if (!err)
		err = run(r, r->counted, &object, 1, &end);
	if (err)
		return err;
	if (end == KG_ENGINE_DONE && finished(r, 1) == 1)
		commit(r, 1);
	else
		finish(r, reason_of(r, end));
	return NULL;
}

static bool in_dynamic_linker(const struct kg_runner *r, kg_addr pc)
{
	const struct kg_module *mod = kg_process_module(r->opts->process, pc);

	return mod && (strstr(mod->path, "/ld-linux") || strstr(mod->path, "/ld-2") || strstr(mod->path, "/ld.so"));
}

/*
 * A run ended with an instruction that this processor lacks. Patches that may help are wished for: to find them takes files,
 * which this process cannot open.
 */
static bool wish(struct kg_runner *r)
{
	enum kg_patched patch;

	if (!r->opts->process || r->patched == KG_BOUND)
		return false;
	patch = in_dynamic_linker(r, kg_engine_pc(r->fast)) ? KG_BOUND : KG_PATCHED;
	if (patch == r->patched)
		return false;
	r->patch = patch;
	return true;
}

/* Runs the next objects; at least one is over then, or there is a reason to try again in another way. */
static struct kg_error *step(struct kg_runner *r)
{
	const kg_addr *objects = r->share->objects + r->done;
	size_t n = r->singly ? 1 : r->n - r->done, good;
	enum kg_engine_end end;
	struct kg_error *err = run(r, r->fast, objects, n, &end);
	bool full;

	if (err || (end == KG_ENGINE_TRAP && wish(r)))
		return err;
	if ((r->writes || end == KG_ENGINE_STATE) && n > 1) {
		r->singly = n;
		return NULL;
	}
	if (end == KG_ENGINE_STATE) {
		finish(r, KG_EMULATED_STATE);
		return NULL;
	}
	full = kg_scratch_control(r->scratch)->why == KG_LOOP_FULL;
	good = finished(r, n);
	commit(r, good);
	if (r->full || (good == n && end == KG_ENGINE_DONE) || (full && good > 0))
		return NULL;
	if (good == n) /* The end was not reached although all are done: of the last one no more is known. */
		return NULL;
	if (end == KG_ENGINE_STOPPED)
		return run_counted(r, objects[good]);
	finish(r, reason_of(r, end));
	return NULL;
}

/* kedge has found what was wished for. */
static void take_patches(struct kg_runner *r)
{
	const struct kg_share *s = r->share;

	r->shared = (struct kg_patches){.items = r->share->patches, .n = s->npatches};
	r->patches = &r->shared;
	r->patched = (enum kg_patched)s->patched;
	kg_engine_patch(r->fast, r->patches);
	if (r->counted)
		kg_engine_patch(r->counted, r->patches);
}

/* Of another function than the last: what was learned of that one does not hold. */
static void begin_function(struct kg_runner *r, kg_addr function)
{
	r->function = function;
	r->writes = false;
	kg_engine_forget(r->fast);
	if (r->counted)
		kg_engine_forget(r->counted);
}

struct kg_error *kg_runner_serve(struct kg_runner *r)
{
	struct kg_share *s = r->share;
	struct kg_error *err = NULL;

	if (r->function != s->function)
		begin_function(r, s->function);
	r->asks = s->asks;
	r->n = s->n < KG_EMULATE_BATCH ? s->n : KG_EMULATE_BATCH;
	r->before = s->before;
	r->failed = s->failed;
	r->endless = s->endless;
	r->done = 0;
	r->singly = r->writes ? r->n : 0;
	r->nvisited = 0;
	r->full = false;
	r->patch = KG_UNPATCHED;
	if (s->patched > r->patched)
		take_patches(r);
	while (!err && r->done < r->n && !r->full && !r->patch) {
		if (kg_given_up(r->before + r->done, r->failed, r->endless))
			finish(r, KG_EMULATED_GIVEN_UP);
		else
			err = step(r);
	}
	s->done = (uint32_t)r->done;
	s->patch = r->patch;
	return err;
}
