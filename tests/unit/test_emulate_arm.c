/* Emulated traverse functions of aarch64: good ones, and a corpus of hostile ones (arm-corpus.S). */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

#include "arm_corpus.h"
#include "emulate/emulate.h"

#define CODE ((kg_addr)0x400000)
#define FOREIGN ((kg_addr)0x500000) /* executable, of no matched file */
#define DATA ((kg_addr)0x600000)
#define DATA_BYTES ((size_t)1 << 20)
#define OBJECT_BYTES 64
#define OBJECTS 2000
#define AT(name) (CODE + (kg_addr)at_##name)

struct state {
	struct kg_image *img;
	struct kg_emulator *emulator;
	uint8_t *memory, *data, *before; /* data: at an odd place, as in a core by gcore */
	kg_addr objects[OBJECTS];
};

static kg_addr object(size_t i)
{
	return DATA + 4096 + i * OBJECT_BYTES;
}

static void put(struct state *s, kg_addr at, uint64_t v)
{
	memcpy(s->data + (at - DATA), &v, sizeof(v));
}

static void must(struct kg_error *err)
{
	if (err)
		fail_msg("%s", err->text);
}

static bool code(void *arg, kg_addr addr, kg_addr *ret_start, kg_addr *ret_end)
{
	kg_addr end = CODE + sizeof(corpus);

	(void)arg;
	*ret_start = addr >= end ? end : CODE;
	*ret_end = addr >= end ? KG_ADDR_LIMIT : end;
	return addr >= CODE && addr < end;
}

static int setup(void **ret)
{
	struct state *s = calloc(1, sizeof(*s));
	struct kg_emulator_options opts = {.code = code};
	static const uint32_t foreign[1024] = {0xd65f03c0}; /* ret */

	s->memory = calloc(1, DATA_BYTES + 8);
	s->data = s->memory + 3;
	for (size_t i = 0; i < OBJECTS; i++) {
		s->objects[i] = object(i);
		put(s, object(i), 1);
		put(s, object(i) + 16, object((i + 1) % OBJECTS));
		put(s, object(i) + 24, i % 3 ? object(i / 2) : 0);
	}
	must(kg_image_create(KG_MACHINE_AARCH64, &s->img));
	must(kg_image_add(s->img, CODE, corpus, sizeof(corpus), KG_SEG_READ | KG_SEG_EXEC));
	must(kg_image_add(s->img, FOREIGN, foreign, sizeof(foreign), KG_SEG_READ | KG_SEG_EXEC));
	must(kg_image_add(s->img, DATA, s->data, DATA_BYTES, KG_SEG_READ | KG_SEG_WRITE));
	must(kg_image_seal(s->img));
	opts.image = s->img;
	must(kg_emulator_create(&opts, &s->emulator));
	*ret = s;
	return 0;
}

static int teardown(void **arg)
{
	struct state *s = *arg;

	kg_emulator_destroy(s->emulator);
	kg_image_destroy(s->img);
	free(s->before);
	free(s->memory);
	free(s);
	return 0;
}

/* Runs; nothing in the image may change. */
static struct kg_emulation traverse(struct state *s, kg_addr function, size_t n)
{
	struct kg_emulation ret;

	free(s->before);
	s->before = malloc(DATA_BYTES);
	memcpy(s->before, s->data, DATA_BYTES);
	must(kg_emulator_traverse(s->emulator, function, s->objects, n, &ret));
	assert_memory_equal(s->before, s->data, DATA_BYTES);
	return ret;
}

/* Exactly what Py_VISIT of both words shows. */
static void assert_good(const struct kg_emulation *r, size_t i)
{
	uint64_t from = i ? r->ends[i - 1] : 0;

	if (r->how[i] != KG_EMULATED_DONE)
		fail_msg("object %zu: %s", i, kg_emulated_words(r->how[i]));
	assert_int_equal(r->ends[i] - from, i % 3 ? 2 : 1);
	assert_int_equal(r->visited[from], object((i + 1) % OBJECTS));
	if (i % 3)
		assert_int_equal(r->visited[from + 1], object(i / 2));
}

static void assert_all_good(struct state *s)
{
	struct kg_emulation r = traverse(s, AT(good), OBJECTS);

	for (size_t i = 0; i < OBJECTS; i++)
		assert_good(&r, i);
}

static void test_good(void **arg)
{
	assert_all_good(*arg);
	assert_all_good(*arg);
}

/* One object's end is its own: the others show what they show without it. */
static void test_one_bad(void **arg)
{
	struct state *s = *arg;
	static const size_t bad[] = {0, 1500};
	const kg_addr functions[] = {AT(picky), AT(seldom_endless)};

	for (size_t i = 0; i < 2; i++)
		put(s, object(bad[i]) + 32, 1);
	for (size_t f = 0; f < 2; f++) {
		struct kg_emulation r = traverse(s, functions[f], OBJECTS);

		for (size_t i = 0; i < OBJECTS; i++) {
			if (i != bad[0] && i != bad[1]) {
				assert_good(&r, i);
				continue;
			}
			assert_int_equal(r.how[i], f ? KG_EMULATED_ENDLESS : KG_EMULATED_FAULT);
			assert_int_equal(r.ends[i], i ? r.ends[i - 1] : 0);
		}
	}
}

/* Each ends as it must, shows nothing, and leaves the emulator as good as before. */
static void test_hostile(void **arg)
{
	static const struct {
		const char *name;
		uint32_t at;
		enum kg_emulated how;
	} ends[] = {
#define END(name, how) {#name, at_##name, KG_EMULATED_##how}
	    END(endless, ENDLESS),	   END(pretends, ENDLESS),	   END(wild, CODE),
	    END(to_data, CODE),		   END(to_foreign, CODE),	   END(to_noncanonical, CODE),
	    END(to_end, CODE),		   END(syscalls, SYSCALL),	   END(huge, OUTPUT),
	    END(rewinds, ENDLESS),	   END(modifies_itself, WRITES),   END(overflows, FAULT),
	    END(scribbles, WRITES),	   END(halts, INSTRUCTION),	   END(undefined, INSTRUCTION),
	    END(breaks, INSTRUCTION),	   END(hypervisor, INSTRUCTION),   END(monitor, INSTRUCTION),
	    END(pages, STATE),		   END(switches, STATE),	   END(vectors_of, STATE),
	    END(no_tp, STATE),		   END(masks, STATE),		   END(drops, STATE),
	    END(breaks_loop, FAULT),	   END(other_arg, CODE),	   END(missing, FAULT),
	    END(missing_write, FAULT),	   END(unaligned, INSTRUCTION),	   END(to_nowhere, CODE),
	    END(to_output, CODE),	   END(to_loop, ENDLESS),	   END(vectors_long, INSTRUCTION),
	    END(tags, INSTRUCTION),	   END(rounds, STATE),		   END(moves_stack, STATE),
	    END(far_stack, STATE),	   END(clears_much, WRITES),	   END(signs_any, INSTRUCTION),
#undef END
	};
	size_t wrong = 0;

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct kg_emulation r = traverse(*arg, CODE + ends[i].at, 2);

		for (size_t k = 0; k < 2; k++) {
			if (r.how[k] != ends[i].how) {
				print_error("%s, object %zu: %s, not: %s\n", ends[i].name, k, kg_emulated_words(r.how[k]),
					    kg_emulated_words(ends[i].how));
				wrong++;
			}
			assert_int_equal(r.ends[k], 0);
		}
		assert_all_good(*arg);
	}
	assert_int_equal(wrong, 0);
}

/*
 * What one object's function writes no other object's sees, in this call or the next, not even when a third puts it back;
 * vectors and atomics work, and what looks strange is nobody's harm.
 */
static void test_writes(void **arg)
{
	static const struct {
		const char *name;
		uint32_t at;
	} functions[] = {
#define GOOD(name) {#name, at_##name}
	    GOOD(counts),      GOOD(marks),	  GOOD(counter), GOOD(straddles),  GOOD(vectors), GOOD(slow), GOOD(locks), GOOD(puts_back),
	    GOOD(rounds_back), GOOD(far_and_back), GOOD(signs), GOOD(signed),	 GOOD(jumps_back), GOOD(yields),  GOOD(asks), GOOD(fails),
#undef GOOD
	};
	struct state *s = *arg;

	for (int again = 0; again < 2; again++) {
		for (size_t f = 0; f < sizeof(functions) / sizeof(functions[0]); f++) {
			size_t n = functions[f].at == at_slow ? 2 : 50;
			struct kg_emulation r = traverse(s, CODE + functions[f].at, n);

			for (size_t i = 0; i < n; i++) {
				if (r.how[i] != KG_EMULATED_DONE)
					fail_msg("%s, object %zu: %s", functions[f].name, i, kg_emulated_words(r.how[i]));
				assert_good(&r, i);
			}
		}
	}
}

/* A function that never works is not tried for ever; claims about the emulator's own memory are not believed. */
static void test_given_up(void **arg)
{
	const kg_addr functions[] = {AT(endless), AT(missing), AT(syscalls)};
	struct kg_emulation r;

	for (size_t f = 0; f < 3; f++) {
		r = traverse(*arg, functions[f], OBJECTS);
		assert_int_not_equal(r.how[0], KG_EMULATED_DONE);
		assert_int_equal(r.how[OBJECTS - 1], KG_EMULATED_GIVEN_UP);
		assert_int_equal(r.ends[OBJECTS - 1], 0);
	}
	r = traverse(*arg, AT(claims), 100);
	for (size_t i = 0; i < 100; i++)
		assert_in_range(r.ends[i], i ? r.ends[i - 1] : 0, 1 << 20);
	assert_all_good(*arg);
}

/* Entered anywhere, also between instructions: whatever comes, the emulator goes on. */
static void test_anywhere(void **arg)
{
	struct state *s = *arg;

	for (uint32_t at = 0; at < at_end; at += 2) {
		struct kg_emulation r;

		/* Those are known to take their time. */
		if ((at >= at_endless && at < at_wild) || (at >= at_huge && at < at_modifies_itself))
			continue;
		must(kg_emulator_traverse(s->emulator, CODE + at, s->objects, 1, &r));
		assert_in_range(r.how[0], 0, KG_EMULATED_KINDS - 1);
	}
	assert_all_good(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_good, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_one_bad, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_hostile, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_writes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_given_up, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_anywhere, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
