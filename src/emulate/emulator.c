/* kedge's side of an emulator: requests for its process, and what is left of the answers once they are checked. */
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include "base/grow.h"
#include "emulate/runner.h"
#include "emulate/sandbox.h"

#define OUTPUTS_MAX (UINT64_C(16) << 20) /* references of one object */
#define OUTPUTS_KEPT (UINT64_C(1) << 17) /* touched memory for more is given back */
/*
 * Processor time. Whatever ends in the emulator ends within some seconds, on slow machines too, though it may show the most
 * that there is room for; and objects that take long, without being endless, are less than a twentieth of a second each.
 */
#define OBJECT_MS 20000
#define BATCH_PART 400 /* of the former, for each object more */
#define CRASHES_MAX 3 /* objects of one call that each ended its process: then its function is given up */
#define DEATHS_MAX 12 /* of processes in one call, whoever ended them */

struct kg_emulator {
	struct kg_emulator_options opts;
	struct kg_scratch scratch;
	struct kg_share *share;
	size_t share_size;
	struct kg_child child;
	struct kg_runner *runner; /* the process has one */
	struct kg_patches patches;
	enum kg_patched patched;
	kg_addr *visited;
	size_t nvisited, visited_cap;
	uint64_t *ends;
	size_t ends_cap;
	uint8_t *how;
	size_t how_cap;
	/* Of the call */
	kg_addr function;
	bool asks;
	size_t done;
	size_t singly; /* objects of a request that the process died of: one by one now */
	unsigned int failed, endless, crashed, deaths;
};

const char *kg_emulated_words(enum kg_emulated how)
{
	static const char *const words[KG_EMULATED_KINDS] = {
	    "came to its end",
	    "touched memory that is not there",
	    "jumped to what is no code of a matched file",
	    "used an instruction that cannot be emulated",
	    "made a system call",
	    "did not end",
	    "showed too many references",
	    "wrote to code or all over memory",
	    "changed the state of the processor",
	    "brought the emulator down",
	    "had no process to run in",
	    "had failed too often",
	};

	return words[how];
}

/*
 * Code of modules whose file was matched. A module's data may end inside a page: what follows there is
 * its own too, so that all ranges are whole pages.
 */
static bool module_code(void *arg, kg_addr addr, kg_addr *ret_start, kg_addr *ret_end)
{
	const struct kg_process *proc = arg;

	*ret_start = 0;
	*ret_end = KG_ADDR_LIMIT;
	for (size_t i = 0; i < proc->nmodules; i++) {
		const struct kg_module *mod = &proc->modules[i];
		kg_addr start = mod->start & ~(kg_addr)(KG_EMULATE_PAGE - 1);
		kg_addr end = (mod->end + KG_EMULATE_PAGE - 1) & ~(kg_addr)(KG_EMULATE_PAGE - 1);

		if (addr >= start && addr < end) {
			*ret_start = start;
			*ret_end = end;
			return mod->state == KG_MODULE_MATCHED;
		}
		if (end <= addr && end > *ret_start)
			*ret_start = end;
		if (start > addr && start < *ret_end)
			*ret_end = start;
	}
	return false;
}

/* What is shown stands somewhere in memory, a word each. */
static uint64_t most_outputs(const struct kg_image *img)
{
	uint64_t bytes = 0;

	for (size_t i = 0; i < img->nsegs; i++)
		bytes += img->segs[i].end - img->segs[i].start;
	return bytes / 8 + 1024 < OUTPUTS_MAX ? bytes / 8 + 1024 : OUTPUTS_MAX;
}

bool kg_emulator_filtered(void)
{
	return kg_sandbox_filters();
}

/* In the process. */

static bool open_runner(void *arg)
{
	struct kg_emulator *e = arg;
	struct kg_runner *r = calloc(1, sizeof(*r));

	if (!r)
		return false;
	*r = (struct kg_runner){.opts = &e->opts, .scratch = &e->scratch, .share = e->share, .patches = &e->patches,
				.patched = e->patched};
	e->runner = r;
	return kg_runner_open(r) == NULL;
}

static bool serve(void *arg)
{
	struct kg_emulator *e = arg;

	return kg_runner_serve(e->runner) == NULL;
}

/* In kedge. */

static struct kg_error *map_share(struct kg_emulator *e)
{
	size_t size = sizeof(struct kg_share) + e->scratch.outputs * sizeof(kg_addr);
	void *mem = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);

	if (mem == MAP_FAILED)
		return kg_error_nomem();
	e->share = mem;
	e->share_size = size;
	return NULL;
}

struct kg_error *kg_emulator_create(const struct kg_emulator_options *opts, struct kg_emulator **ret)
{
	struct kg_emulator *e;
	struct kg_error *err;

	if (!kg_emulator_available(opts->image->machine))
		return kg_error_create(KG_ERR_NOTFOUND, "there is no emulator for this machine in this build of kedge, or libunicorn is not installed");
	e = calloc(1, sizeof(*e));
	if (!e)
		return kg_error_nomem();
	e->opts = *opts;
	if (!opts->code) {
		e->opts.code = module_code;
		e->opts.arg = (void *)opts->process;
	}
	if (!opts->cpu_ms)
		e->opts.cpu_ms = OBJECT_MS;
	err = kg_scratch_init(&e->scratch, opts->image, most_outputs(opts->image));
	if (!err)
		err = map_share(e);
	kg_child_init(&e->child, e->share ? &e->share->words : NULL, open_runner, serve, e);
	if (err)
		kg_emulator_destroy(e);
	else
		*ret = e;
	return err;
}

void kg_emulator_destroy(struct kg_emulator *e)
{
	if (!e)
		return;
	kg_child_deinit(&e->child);
	if (e->share)
		munmap(e->share, e->share_size);
	kg_scratch_deinit(&e->scratch);
	kg_patches_deinit(&e->patches);
	free(e->visited);
	free(e->ends);
	free(e->how);
	free(e);
}

/* The next object is over. */
static void finish(struct kg_emulator *e, enum kg_emulated how)
{
	e->how[e->done] = (uint8_t)how;
	e->ends[e->done++] = e->nvisited;
	e->failed += how != KG_EMULATED_DONE;
	e->endless += how == KG_EMULATED_ENDLESS || how == KG_EMULATED_OUTPUT;
	e->crashed += how == KG_EMULATED_CRASH;
	e->singly -= e->singly > 0;
}

static void request(struct kg_emulator *e, const kg_addr *objects, size_t n)
{
	struct kg_share *s = e->share;

	memcpy(s->objects, objects, n * sizeof(*objects));
	s->function = e->function;
	s->asks = e->asks;
	s->n = (uint32_t)n;
	s->before = e->done;
	s->failed = e->failed;
	s->endless = e->endless;
	s->patched = e->patched;
	s->npatches = (uint32_t)e->patches.n;
	s->done = s->patch = 0;
}

/* One word of the answer, read once: the process may still be writing to it. */
#define ONCE(word) __atomic_load_n(&(word), __ATOMIC_RELAXED)

/* Takes what became of the first objects of @n. @return false when that cannot be an answer: nothing is taken then */
static bool check(struct kg_emulator *e, size_t n, size_t *ret_done, uint64_t *ret_shown)
{
	size_t done = ONCE(e->share->done);
	uint64_t from = 0;

	if (done > n)
		return false;
	for (size_t i = 0; i < done; i++) {
		uint64_t end = ONCE(e->share->ends[i]);
		uint8_t how = ONCE(e->share->how[i]);

		if (end < from || end > e->scratch.outputs || (how != KG_EMULATED_DONE && end != from) ||
		    (how >= KG_EMULATED_CRASH && how != KG_EMULATED_GIVEN_UP))
			return false;
		e->how[e->done + i] = how;
		e->ends[e->done + i] = end;
		from = end;
	}
	*ret_done = done;
	*ret_shown = from;
	return true;
}

/* Whole pages of references. */
static void give_back(struct kg_emulator *e)
{
	size_t from = (offsetof(struct kg_share, visited) + KG_EMULATE_PAGE - 1) & ~(size_t)(KG_EMULATE_PAGE - 1);

	if (from < e->share_size)
		madvise((uint8_t *)e->share + from, e->share_size - from, MADV_REMOVE);
}

/* The references of an answer that was checked. */
static struct kg_error *take(struct kg_emulator *e, size_t done, uint64_t shown)
{
	size_t before = e->nvisited;
	struct kg_error *err = kg_grow_to(&e->visited, &e->visited_cap, before + shown, sizeof(*e->visited));

	if (err)
		return err;
	if (shown)
		memcpy(e->visited + before, e->share->visited, shown * sizeof(*e->visited));
	for (size_t i = 0; i < done; i++) {
		e->nvisited = before + e->ends[e->done];
		finish(e, (enum kg_emulated)e->how[e->done]);
	}
	if (shown > OUTPUTS_KEPT)
		give_back(e);
	return NULL;
}

/* Too many patches for the shared memory go to a new process, which gets them with all other memory. */
static struct kg_error *patch(struct kg_emulator *e, enum kg_patched to)
{
	struct kg_error *err =
	    kg_patches_find(e->opts.process, e->scratch.base + KG_SCRATCH_ROUTINES, to == KG_BOUND, &e->patches);

	if (err)
		return err;
	e->patched = to;
	if (e->patches.n > KG_SHARED_PATCHES) {
		kg_child_kill(&e->child);
		return NULL;
	}
	if (e->patches.n > 0)
		memcpy(e->share->patches, e->patches.items, e->patches.n * sizeof(*e->patches.items));
	return NULL;
}

/*
 * The process died of a request. Many objects go one by one then. One alone is to blame when it was all that its process
 * had ever seen: otherwise others may have done it, or somebody who ends processes.
 */
static void died(struct kg_emulator *e, size_t n, bool blame)
{
	e->deaths++;
	if (n > 1)
		e->singly = n;
	else if (blame)
		finish(e, KG_EMULATED_CRASH);
}

static struct kg_error *answered(struct kg_emulator *e, size_t n)
{
	uint32_t to = ONCE(e->share->patch);
	size_t done;
	uint64_t shown;
	struct kg_error *err;

	if (!check(e, n, &done, &shown) || to > KG_BOUND || (done == 0 && (to <= e->patched || !e->opts.process))) {
		kg_child_kill(&e->child);
		died(e, n, e->child.fresh);
		return NULL;
	}
	err = take(e, done, shown);
	if (!err && to > e->patched && e->opts.process)
		err = patch(e, (enum kg_patched)to);
	return err;
}

/* Has the next objects done; at least one is over then, or is to be tried in another way, or patched. */
static struct kg_error *step(struct kg_emulator *e, const kg_addr *objects, size_t n)
{
	if (n > KG_EMULATE_BATCH)
		n = KG_EMULATE_BATCH;
	if (e->singly)
		n = 1;
	request(e, objects, n);
	switch (kg_child_ask(&e->child, e->opts.cpu_ms + (n - 1) * e->opts.cpu_ms / BATCH_PART, e->opts.progress)) {
	case KG_CHILD_ANSWERED:
		return answered(e, n);
	case KG_CHILD_DIED:
		died(e, n, e->child.fresh);
		break;
	case KG_CHILD_SPENT:
		died(e, n, true);
		break;
	case KG_CHILD_CANCELED:
		return kg_progress_check(e->opts.progress);
	case KG_CHILD_NONE:
		finish(e, KG_EMULATED_PROCESS);
		break;
	}
	return NULL;
}

static bool given_up(const struct kg_emulator *e)
{
	return kg_given_up(e->done, e->failed, e->endless) || e->crashed >= CRASHES_MAX || e->deaths >= DEATHS_MAX;
}

static struct kg_error *call(struct kg_emulator *e, kg_addr function, const kg_addr *objects, size_t n,
			     struct kg_emulation *ret)
{
	struct kg_error *err = kg_grow_to(&e->ends, &e->ends_cap, n, sizeof(*e->ends));

	if (!err)
		err = kg_grow_to(&e->how, &e->how_cap, n, sizeof(*e->how));
	e->function = function;
	e->nvisited = e->done = e->singly = 0;
	e->failed = e->endless = e->crashed = e->deaths = 0;
	while (!err && e->done < n) {
		if (given_up(e))
			finish(e, KG_EMULATED_GIVEN_UP);
		else
			err = step(e, objects + e->done, n - e->done);
	}
	*ret = (struct kg_emulation){e->visited, e->ends, e->how};
	return err;
}

struct kg_error *kg_emulator_traverse(struct kg_emulator *e, kg_addr function, const kg_addr *objects, size_t n,
				      struct kg_emulation *ret)
{
	e->asks = false;
	return call(e, function, objects, n, ret);
}

struct kg_error *kg_emulator_ask(struct kg_emulator *e, kg_addr function, const kg_addr *objects, size_t n,
				 struct kg_emulation *ret)
{
	e->asks = true;
	return call(e, function, objects, n, ret);
}
