/*
 * The lengths of x86-64 instructions, and which must not be emulated: held against objdump on code as it is installed, then
 * what compilers seldom make, cut off at every byte, and random bytes. Nothing may be read beyond the given end.
 */
#define _GNU_SOURCE
#include <glob.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

#include <cmocka.h>

#include "emulate/vector.h"

#define PAGE ((size_t)4096)
#define LONGEST 15
#define WINDOWS 4
#define WINDOW_BYTES ((unsigned long)1 << 18) /* four of these of each file take less than a second */
#define SETTLED 32 /* instructions after which a reading that began inside one has fallen into step */

/* Two pages, of which the second cannot be touched. */
static int setup(void **ret)
{
	uint8_t *pages = mmap(NULL, 2 * PAGE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);

	assert_ptr_not_equal(pages, MAP_FAILED);
	assert_int_equal(mprotect(pages + PAGE, PAGE, PROT_NONE), 0);
	*ret = pages;
	return 0;
}

static int teardown(void **arg)
{
	return munmap(*arg, 2 * PAGE);
}

/* Of bytes that end where memory does. */
static size_t length_at_end(uint8_t *pages, const uint8_t *bytes, size_t n, bool *ret_forbidden)
{
	uint8_t *at = pages + PAGE - n;

	memcpy(at, bytes, n);
	return kg_x86_length(at, n, ret_forbidden);
}

/* An instruction as objdump prints it. */
struct line {
	unsigned long addr;
	uint8_t bytes[32];
	size_t n;
	const char *text; /* mnemonic and operands */
};

/* "  401000:\tf3 0f 1e fa \tendbr64". @return false when the line is none */
static bool parse(char *line, struct line *ret)
{
	char *bytes = strchr(line, '\t'), *text = bytes ? strchr(bytes + 1, '\t') : NULL, *end;

	if (!text)
		return false;
	*text = 0;
	ret->addr = strtoul(line, NULL, 16);
	ret->text = text + 1;
	ret->n = 0;
	for (char *p = bytes + 1; ret->n < sizeof(ret->bytes); p = end) {
		unsigned long byte = strtoul(p, &end, 16);

		if (end == p)
			break;
		ret->bytes[ret->n++] = (uint8_t)byte;
	}
	return ret->n > 0;
}

static bool begins(const char *text, const char *with)
{
	return strncmp(text, with, strlen(with)) == 0;
}

/* As an operand, and not to say where one is in memory. */
static bool has_general_register(const char *operands)
{
	bool inside = false;

	for (const char *p = operands; *p && *p != '#'; p++) {
		inside = *p == '(' || (inside && *p != ')');
		if (!inside && *p == '%' && p[1] != 'x')
			return true;
	}
	return false;
}

/* Of 128 bits and two operands, encoded with VEX: what vector.c lets through, told from the text alone. */
static bool may_run(const struct line *l)
{
	static const char *const names[] = {"vmovups ", "vmovupd ", "vmovaps ", "vmovapd ", "vmovdqa ", "vmovdqu "};

	if (l->bytes[0] == 0x62 || strstr(l->text, "%ymm"))
		return false;
	for (size_t i = 0; i < sizeof(names) / sizeof(names[0]); i++) {
		if (begins(l->text, names[i]))
			return true;
	}
	/* From or to a general register it is another instruction. */
	return begins(l->text, "vmovq ") && !has_general_register(l->text);
}

static bool must_not_run(const struct line *l)
{
	static const char *const general[] = {"verr", "verw", "vmcall", "vmclear", "vmfunc", "vmlaunch", "vmptr", "vmread",
					      "vmresume", "vmwrite", "vmxoff", "vmxon", "vmload", "vmmcall", "vmrun", "vmsave"};

	for (size_t i = 0; i < sizeof(general) / sizeof(general[0]); i++) {
		if (begins(l->text, general[i]))
			return false;
	}
	if (begins(l->text, "xbegin") || begins(l->text, "xabort"))
		return true;
	return (l->text[0] == 'v' || l->text[0] == 'k') && !may_run(l);
}

struct tally {
	uint8_t *pages;
	size_t instructions, forbidden, let;
};

static void hold(struct tally *t, const struct line *l)
{
	bool forbidden, waits = l->bytes[0] == 0x9b && l->n > 1; /* FWAIT is an instruction, and not a prefix of the next */
	const uint8_t *bytes = l->bytes + waits;
	size_t n = l->n - waits, said = length_at_end(t->pages, bytes, n, &forbidden);

	if (forbidden != must_not_run(l))
		fail_msg("%s: said to be %s", l->text, forbidden ? "one that must not run" : "one that may run");
	/* Of those that are not run the length may be that of the first byte. */
	if (said != n && !(forbidden && said == 1))
		fail_msg("%s: %zu bytes, not %zu", l->text, n, said);
	t->instructions++;
	t->forbidden += forbidden;
	t->let += !forbidden && l->text[0] == 'v';
}

static void hold_window(struct tally *t, const char *path, unsigned long from, unsigned long to)
{
	char command[512], *line = NULL;
	size_t size = 0, seen = 0;
	FILE *f;

	snprintf(command, sizeof(command), "objdump -d -w -j .text --start-address=0x%lx --stop-address=0x%lx '%s'", from, to, path);
	f = popen(command, "r");
	assert_non_null(f);
	while (getline(&line, &size, f) > 0) {
		struct line l;

		/* What the window cuts off objdump shows byte by byte. */
		if (parse(line, &l) && seen++ >= SETTLED && l.addr < to - LONGEST && !strstr(l.text, "(bad)"))
			hold(t, &l);
	}
	free(line);
	assert_int_equal(pclose(f), 0);
}

/* @return bytes of the file's .text, and where it begins */
static unsigned long text_of(const char *path, unsigned long *ret_start)
{
	char command[512], *line = NULL, name[64];
	size_t size = 0;
	unsigned long bytes = 0, n, start;
	FILE *f;

	snprintf(command, sizeof(command), "objdump -h -w '%s'", path);
	f = popen(command, "r");
	assert_non_null(f);
	while (getline(&line, &size, f) > 0) {
		if (sscanf(line, "%*d %63s %lx %lx", name, &n, &start) == 3 && strcmp(name, ".text") == 0) {
			bytes = n;
			*ret_start = start;
		}
	}
	free(line);
	assert_int_equal(pclose(f), 0);
	return bytes;
}

/* All of a small file, of a large one as much from places that are equally far from each other. */
static void hold_file(struct tally *t, const char *path)
{
	unsigned long start = 0, bytes = text_of(path, &start);

	if (bytes <= WINDOWS * WINDOW_BYTES) {
		if (bytes > 0)
			hold_window(t, path, start, start + bytes);
		return;
	}
	for (unsigned long i = 0; i < WINDOWS; i++) {
		unsigned long from = start + (bytes - WINDOW_BYTES) / (WINDOWS - 1) * i;

		hold_window(t, path, from, from + WINDOW_BYTES);
	}
}

/* What kedge is about, what has variants for each processor, and what uses vectors most. */
static void test_objdump(void **arg)
{
	static const struct {
		const char *pattern;
		size_t most; /* files */
	} files[] = {
	    {"/usr/bin/python3.*[0-9]", 2},
	    {"/usr/lib/x86_64-linux-gnu/libpython3*.so.1.0", 1},
	    {"/lib/x86_64-linux-gnu/libc.so.6", 1},
	    {"/lib/x86_64-linux-gnu/libm.so.6", 1},
	    {"/usr/lib/python3.*/lib-dynload/*.so", 10},
	    {"/usr/lib/python3/dist-packages/numpy/*core/_multiarray_umath*.so", 1},
	};
	struct tally t = {.pages = *arg};

	if (system("objdump --version >/dev/null 2>&1") != 0)
		skip();
	for (size_t i = 0; i < sizeof(files) / sizeof(files[0]); i++) {
		glob_t found;

		if (glob(files[i].pattern, 0, NULL, &found) == 0) {
			for (size_t k = 0; k < found.gl_pathc && k < files[i].most; k++)
				hold_file(&t, found.gl_pathv[k]);
			globfree(&found);
		}
	}
	print_message("%zu instructions, %zu of them not to be run, %zu moves of vectors let through\n", t.instructions, t.forbidden,
		      t.let);
	assert_true(t.instructions > 100000); /* the C library is everywhere */
	assert_true(t.forbidden > 1000);
	assert_true(t.let > 100);
}

/* What stands in no installed program, or seldom. FORBIDDEN: not to be run, and of no interest how long it is. */
static const struct {
	const char *bytes;
	size_t n;
	bool forbidden;
} made[] = {
#define MADE(text) {text, sizeof(text) - 1, false}
#define FORBIDDEN(text) {text, sizeof(text) - 1, true}
    MADE("\x90"), MADE("\xf3\x90"), MADE("\x66\x90"),			/* nop, pause, xchg %ax,%ax */
    MADE("\x0f\x1f\x00"), MADE("\x0f\x1f\x40\x00"), MADE("\x0f\x1f\x44\x00\x00"), /* long nops */
    MADE("\x66\x0f\x1f\x44\x00\x00"), MADE("\x0f\x1f\x80\x00\x00\x00\x00"),
    MADE("\x66\x66\x66\x66\x66\x2e\x0f\x1f\x84\x00\x00\x00\x00\x00"),	/* with many prefixes */
    MADE("\xf0\x48\x0f\xb1\x0f"), MADE("\xf0\xff\x07"), MADE("\xf0\x48\x83\x44\x24\x08\x01"), /* lock */
    MADE("\xf2\xf0\x0f\xc1\x07"),					/* xacquire lock xadd */
    MADE("\xa0\x01\x02\x03\x04\x05\x06\x07\x08"),			/* movabs from an address of eight bytes */
    MADE("\x48\xa3\x01\x02\x03\x04\x05\x06\x07\x08"), MADE("\x67\xa1\x01\x02\x03\x04"), MADE("\x66\xa1\x01\x02\x03\x04\x05\x06\x07\x08"),
    MADE("\x48\xb8\x01\x02\x03\x04\x05\x06\x07\x08"), MADE("\xb8\x01\x02\x03\x04"), MADE("\x66\xb8\x01\x02"),
    MADE("\x66\x48\xb8\x01\x02\x03\x04\x05\x06\x07\x08"),		/* REX.W is stronger than 66 */
    MADE("\xc8\x10\x00\x00"), MADE("\xc2\x08\x00"), MADE("\xca\x08\x00"), /* enter, ret, lret */
    MADE("\xf6\x07\x01"), MADE("\xf6\x0f\x01"), MADE("\xf6\x17"),	/* test has an immediate, not does not */
    MADE("\xf7\x07\x01\x02\x03\x04"), MADE("\x66\xf7\x07\x01\x02"), MADE("\x48\xf7\xd8"), MADE("\x48\xf7\x47\x08\x01\x02\x03\x04"),
    MADE("\x0f\x38\x00\xc1"), MADE("\x66\x0f\x38\x17\xc1"), MADE("\xf2\x48\x0f\x38\xf1\xc1"), /* 0F38 */
    MADE("\x0f\x38\xf0\x07"), MADE("\x66\x0f\x38\x82\x07"), MADE("\xf3\x48\x0f\x38\xf6\xc1"),
    MADE("\x66\x0f\x3a\x0f\xc1\x08"), MADE("\x66\x0f\x3a\x63\x44\x24\x10\x0c"), MADE("\x0f\x3a\x0f\xc1\x08"), /* 0F3A */
    MADE("\x0f\x3a\xcc\xc1\x03"), MADE("\x66\x48\x0f\x3a\x16\xc0\x01"),
    MADE("\x0f\x0f\xc1\xb4"), MADE("\x0f\x0f\x44\x24\x08\x9e"), MADE("\x0f\x0e"), MADE("\x0f\x0d\x0f"), /* 3DNow! */
    MADE("\x66\x0f\x78\xc0\x01\x02"), MADE("\xf2\x0f\x78\xc1\x01\x02"), /* extrq, insertq of SSE4a */
    MADE("\x0f\x78\xc1"), MADE("\x66\x0f\x79\xc1"),			/* vmread; extrq of registers */
    MADE("\x0f\x05"), MADE("\x0f\x34"), MADE("\xcd\x80"), MADE("\xcc"), MADE("\xf1"), MADE("\x0f\x0b"), MADE("\xf4"),
    MADE("\x0f\xb9\xc1"), MADE("\x0f\xff\xc1"),				/* ud1, ud0 */
    MADE("\x0f\xa2"), MADE("\x0f\x31"), MADE("\x0f\x01\xd0"), MADE("\x0f\x01\xf9"), MADE("\x0f\xc7\xf0"), MADE("\x48\x0f\xc7\x0f"),
    MADE("\xf3\x48\x0f\x1e\xc8"), MADE("\xf3\x0f\x1e\xfa"),		/* rdsspq, endbr64 */
    MADE("\xf3\x0f\xbd\xc1"), MADE("\xf3\x0f\xbc\xc1"), MADE("\xf3\x0f\xb8\xc1"), /* lzcnt, tzcnt, popcnt */
    MADE("\xf3\xa4"), MADE("\xf3\x48\xab"), MADE("\x67\xf3\xa4"), MADE("\x64\x48\x8b\x04\x25\x28\x00\x00\x00"),
    MADE("\x64\x65\x2e\x36\x3e\x26\x8b\x07"),				/* every segment */
    MADE("\x40\x90"), MADE("\x4f\x01\xff"), MADE("\x8f\xc0"), MADE("\x8f\x44\x24\x08"), MADE("\x41\x8f\x00"), /* pop */
    MADE("\x69\xc1\x01\x02\x03\x04"), MADE("\x66\x69\xc1\x01\x02"), MADE("\x6b\xc1\x08"), MADE("\x68\x01\x02\x03\x04"), MADE("\x66\x68\x01\x02"),
    MADE("\xc6\x07\x01"), MADE("\xc7\x07\x01\x02\x03\x04"), MADE("\x66\xc7\x07\x01\x02"), MADE("\x48\xc7\x84\x24\x01\x02\x03\x04\x01\x02\x03\x04"),
    MADE("\x8b\x05\x01\x02\x03\x04"), MADE("\x8b\x04\x25\x01\x02\x03\x04"), MADE("\x8b\x84\x88\x01\x02\x03\x04"), MADE("\x8b\x04\x8d\x01\x02\x03\x04"),
    MADE("\xe8\x01\x02\x03\x04"), MADE("\x66\x66\x48\xe8\x01\x02\x03\x04"), MADE("\x0f\x84\x01\x02\x03\x04"), MADE("\xeb\x01"), MADE("\xe3\x01"),
    MADE("\xff\x15\x01\x02\x03\x04"), MADE("\xff\x64\x24\x08"), MADE("\xd9\x7c\x24\x02"), MADE("\x9b"),
    /* One byte each, of which 64-bit mode has none: far pointers, BCD, 32-bit pushes; REX2 was not when this was written */
    MADE("\x9a"), MADE("\xea"), MADE("\x06"), MADE("\x27"), MADE("\x60"), MADE("\xce"), MADE("\xd6"),
    /* Let through: moves of 128 bits, and what works on general registers */
    MADE("\xc5\xf8\x10\xc1"), MADE("\xc5\xfa\x6f\x06"), MADE("\xc4\xc1\x7a\x7f\x44\x24\x10"), MADE("\xc5\xfa\x7e\xc1"), MADE("\xc5\xf9\xd6\x07"),
    MADE("\xc4\xe2\x70\xf2\xc2"), MADE("\xc4\xe2\xf1\xf7\xc2"), MADE("\xc4\xe3\xfb\xf0\xc1\x07"), MADE("\xc4\xe2\x78\xf3\xd1"),
    /* VEX, where 32-bit mode has LES and LDS */
    FORBIDDEN("\xc5\xf8\x77"), FORBIDDEN("\xc5\xf1\xef\xc2"), FORBIDDEN("\xc5\xfe\x6f\x06"), FORBIDDEN("\xc4\xe2\x7d\x58\x07"),
    FORBIDDEN("\xc4\xe3\x71\x0f\xc2\x08"), FORBIDDEN("\xc5\xfa\x10\xc1"), FORBIDDEN("\xc5\xf0\x10\xc1"),
    FORBIDDEN("\xc4\xe1\xf9\x6e\xc0"), FORBIDDEN("\xc4\xe1\xf9\x7e\xc0"), FORBIDDEN("\xc4\xe2\x71\x92\x04\x0f"), FORBIDDEN("\xc5\xf8\x90\xc1"),
    FORBIDDEN("\x66\xc5\xf8\x77"), FORBIDDEN("\xf0\xc5\xf8\x77"), FORBIDDEN("\x48\xc5\xf8\x77"),
    FORBIDDEN("\xc4\xe2\x4b\xe0\x07"),					/* cmpoxadd */
    /* EVEX, where 32-bit mode has BOUND */
    FORBIDDEN("\x62\xf1\x7c\x48\x10\x06"), FORBIDDEN("\x62\xf1\xfe\x28\x6f\x06"), FORBIDDEN("\x62\xf3\xfd\x48\x00\xc1\x02"), FORBIDDEN("\x66\x62\xf1\x7c\x48"),
    /* XOP, where others have pop; transactions, where others have mov */
    FORBIDDEN("\x8f\xe9\x78\x80\xc1"), FORBIDDEN("\x8f\xe8\x70\xa2\xc2\x30"), FORBIDDEN("\x8f\xe9\x78\x12\xc0"), FORBIDDEN("\x8f\xea\x78\x10\xc1\x01\x02\x03\x04"),
    FORBIDDEN("\xc7\xf8\x01\x02\x03\x04"), FORBIDDEN("\xc6\xf8\x01"),
#undef MADE
#undef FORBIDDEN
};

static void test_made(void **arg)
{
	bool forbidden;

	for (size_t i = 0; i < sizeof(made) / sizeof(made[0]); i++) {
		const uint8_t *bytes = (const uint8_t *)made[i].bytes;
		uint8_t more[32];
		size_t said = length_at_end(*arg, bytes, made[i].n, &forbidden);

		if (forbidden != made[i].forbidden || (!forbidden && said != made[i].n))
			fail_msg("encoding %zu, %02x %02x: %zu bytes and %d", i, bytes[0], bytes[made[i].n > 1], said, forbidden);
		/* What follows it does not matter, and what it lacks is not guessed. */
		memcpy(more, bytes, made[i].n);
		memset(more + made[i].n, 0x0f, sizeof(more) - made[i].n);
		assert_int_equal(length_at_end(*arg, more, sizeof(more), &forbidden), said);
		assert_int_equal(forbidden, made[i].forbidden);
		for (size_t n = 0; n < made[i].n && !made[i].forbidden; n++)
			assert_int_equal(length_at_end(*arg, bytes, n, &forbidden), 0);
	}
}

static uint64_t next_random(uint64_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 7;
	*state ^= *state << 17;
	return *state;
}

/* Whatever the bytes are: within them, and the same however many follow. */
static void test_random(void **arg)
{
	uint64_t state = 0x9e3779b97f4a7c15;
	uint8_t bytes[3 * LONGEST];

	for (unsigned int k = 0; k < 1000000; k++) {
		size_t n = next_random(&state) % sizeof(bytes), said, again;
		bool forbidden, too;

		for (size_t i = 0; i < sizeof(bytes); i++)
			bytes[i] = (uint8_t)(next_random(&state) >> 32);
		if (k % 2) /* the half begins with what has most cases */
			bytes[0] = (uint8_t[]){0x0f, 0x66, 0xc4, 0xc5, 0x62, 0x48, 0x8f, 0xf0}[k / 2 % 8];
		said = length_at_end(*arg, bytes, n, &forbidden);
		assert_true(said <= n);
		if (said == 0 || forbidden)
			continue;
		again = length_at_end(*arg, bytes, sizeof(bytes), &too);
		assert_int_equal(again, said);
		assert_false(too);
	}
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_objdump, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_made, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_random, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
