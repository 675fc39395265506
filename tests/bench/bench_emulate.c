/*
 * bench_emulate CORE: objects and references a second, by the target's own tp_traverse in the emulator and by kedge's
 * decoders, on one thread, over the same objects: all that have a traverse function. Figures of this machine.
 */
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <time.h>

#include "emulate/emulate.h"
#include "heap/heap_priv.h"
#include "session/session.h"

#define BATCH 4096
#define ROUNDS 5

struct set {
	kg_addr *addrs; /* type by type */
	uint32_t *types;
	size_t n;
};

struct figures {
	double seconds; /* processor time, the best round's */
	uint64_t objects, edges, failed;
};

static double clock_seconds(clockid_t clock)
{
	struct timespec t = {0};

	clock_gettime(clock, &t);
	return (double)t.tv_sec + (double)t.tv_nsec / 1e9;
}

/* Of the processes that threads of this one have made, those that have ended too: the emulator's. */
static double children_seconds(void)
{
	DIR *tasks = opendir("/proc/self/task");
	struct rusage ended = {0};
	double sum;

	getrusage(RUSAGE_CHILDREN, &ended);
	sum = (double)(ended.ru_utime.tv_sec + ended.ru_stime.tv_sec) + (double)(ended.ru_utime.tv_usec + ended.ru_stime.tv_usec) / 1e6;

	for (struct dirent *d = tasks ? readdir(tasks) : NULL; d; d = readdir(tasks)) {
		char path[300];
		clockid_t clock;
		FILE *f;
		int pid;

		snprintf(path, sizeof(path), "/proc/self/task/%s/children", d->d_name);
		f = fopen(path, "r");
		while (f && fscanf(f, "%d", &pid) == 1) {
			if (clock_getcpuclockid(pid, &clock) == 0)
				sum += clock_seconds(clock);
		}
		if (f)
			fclose(f);
	}
	if (tasks)
		closedir(tasks);
	return sum;
}

/* Of this thread and of the emulator's process: other programs' work is not counted. */
static double cpu_seconds(void)
{
	return clock_seconds(CLOCK_THREAD_CPUTIME_ID) + children_seconds();
}

static bool checkable(const struct kg_heap *h, kg_node n)
{
	return kg_heap_place(h, n) != KG_GC_NONE && kg_heap_type(h, n)->traverse &&
	       kg_heap_provenance(h, n) != KG_FOUND_SCANNED;
}

static void must(struct kg_error *err)
{
	if (!err)
		return;
	fprintf(stderr, "bench_emulate: %s\n", err->text);
	exit(1);
}

static struct set collect(const struct kg_heap *h)
{
	struct set s = {malloc((h->nodes + 1) * sizeof(kg_addr)), malloc((h->nodes + 1) * sizeof(uint32_t)), 0};

	if (!s.addrs || !s.types)
		must(kg_error_nomem());
	for (uint32_t t = 0; t < h->ntypes; t++) {
		for (kg_node n = 0; n < h->nodes; n++) {
			if (kg_heap_type(h, n)->index != t || !checkable(h, n))
				continue;
			s.addrs[s.n] = kg_heap_addr(h, n);
			s.types[s.n++] = t;
		}
	}
	return s;
}

static struct figures emulate(const struct kg_heap *h, const struct set *s, struct kg_emulator *e)
{
	struct figures f = {0};
	double start = cpu_seconds();

	for (size_t from = 0, to; from < s->n; from = to) {
		struct kg_emulation r;

		for (to = from + 1; to < s->n && to - from < BATCH && s->types[to] == s->types[from];)
			to++;
		must(kg_emulator_traverse(e, h->types[s->types[from]]->traverse, s->addrs + from, to - from, &r));
		f.edges += r.ends[to - from - 1];
		for (size_t i = 0; i < to - from; i++)
			f.failed += r.how[i] != KG_EMULATED_DONE;
	}
	f.objects = s->n;
	f.seconds = cpu_seconds() - start;
	return f;
}

static struct figures decode(const struct kg_heap *h, const struct set *s)
{
	struct kg_sink sink = {.cap = UINT64_C(1) << 22};
	struct figures f = {0};
	double start;

	sink.edges = malloc(sink.cap * sizeof(*sink.edges));
	if (!sink.edges)
		must(kg_error_nomem());
	start = cpu_seconds();
	for (size_t i = 0; i < s->n; i++) {
		struct kg_obj o = {.addr = s->addrs[i], .type = h->types[s->types[i]]};

		o.p = kg_image_avail(h->image, o.addr, &o.avail);
		sink.count = 0;
		kg_error_destroy(kg_decode(h, o, &sink));
		f.edges += sink.count;
	}
	f.objects = s->n;
	f.seconds = cpu_seconds() - start;
	free(sink.edges);
	return f;
}

static void print(const char *name, struct figures f)
{
	printf("%-10s %8.3f s  %7.2f M objects/s  %7.2f M references/s  %llu of %llu failed\n", name, f.seconds,
	       (double)f.objects / f.seconds / 1e6, (double)f.edges / f.seconds / 1e6, (unsigned long long)f.failed,
	       (unsigned long long)f.objects);
}

int main(int argc, char **argv)
{
	struct kg_session_options opts = {.target = argv[1], .quiet = true, .threads = 1};
	struct figures emulated = {0}, decoded = {0};
	struct kg_emulator *e;
	struct kg_session *session;
	struct set s;

	if (argc != 2) {
		fputs("usage: bench_emulate CORE\n", stderr);
		return 2;
	}
	must(kg_session_create(&opts, &session));
	must(kg_heap_emulator(session->heap, &e));
	s = collect(session->heap);
	print("first", emulate(session->heap, &s, e));
	for (int round = 0; round < ROUNDS; round++) {
		struct figures f = emulate(session->heap, &s, e), g = decode(session->heap, &s);

		if (round == 0 || f.seconds < emulated.seconds)
			emulated = f;
		if (round == 0 || g.seconds < decoded.seconds)
			decoded = g;
	}
	print("emulated", emulated);
	print("decoded", decoded);
	printf("emulated takes %.1f times as long\n", emulated.seconds / decoded.seconds);
	kg_emulator_destroy(e);
	kg_session_destroy(session);
	free(s.addrs);
	free(s.types);
	return 0;
}
