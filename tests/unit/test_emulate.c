/* Emulated traverse functions: good ones, and a corpus of hostile ones. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

#include <cmocka.h>

#include "emulate/emulate.h"

#define CODE ((kg_addr)0x400000)
#define FOREIGN ((kg_addr)0x500000) /* executable, of no matched file */
#define DATA ((kg_addr)0x600000)
#define DATA_BYTES ((size_t)1 << 20)
#define BEYOND_BYTES ((size_t)8 * 4096) /* of another mapping, right after the data */
#define OBJECT_BYTES 64
#define OBJECTS 3000

/*
 * Functions that stand at CODE: traverse(rdi object, rsi visit, rdx arg). rdx is the emulator's own memory, which
 * hostile code may write to: struct kg_emulate_control.
 */
__asm__(".section .rodata\n"
	".balign 4096\n"
	"corpus:\n"
	".macro FUNCTION name\n"
	".balign 16\n"
	"at_\\name:\n"
	".endm\n"
	".intel_syntax noprefix\n"
	/* Py_VISIT of the words at 16 and 24. */
	"FUNCTION good\n"
	"push rbx; push rbp; push r12; mov rbx, rdi; mov rbp, rsi; mov r12, rdx\n"
	"mov rdi, [rbx+16]; test rdi, rdi; jz 1f; mov rsi, r12; call rbp; test eax, eax; jnz 2f\n"
	"1: mov rdi, [rbx+24]; test rdi, rdi; jz 2f; mov rsi, r12; call rbp\n"
	"2: pop r12; pop rbp; pop rbx; ret\n"
	/* Good but for objects whose word at 32 is 1. */
	"FUNCTION picky\n"
	"cmp qword ptr [rdi+32], 1; jne at_good; mov rax, [0x123000]; ret\n"
	/* No traverse function: says whether the word at 32 is 1. */
	"FUNCTION answers\n"
	"xor eax, eax; cmp qword ptr [rdi+32], 1; sete al; ret\n"
	"FUNCTION endless\n"
	"jmp at_endless\n"
	/* Ends for all but those whose word at 32 is 1. */
	"FUNCTION seldom_endless\n"
	"cmp qword ptr [rdi+32], 1; jne at_good; jmp at_endless\n"
	"FUNCTION pretends\n"
	"1: xor qword ptr [rdx+16], 1; jmp 1b\n"
	"FUNCTION slow\n" /* ends, after six million steps */
	"mov ecx, 3000000\n"
	"1: dec ecx; jnz 1b; jmp at_good\n"
	"FUNCTION wild\n"
	"mov rax, 0x7000000; jmp rax\n"
	"FUNCTION to_data\n"
	"mov rax, 0x600000; jmp rax\n"
	"FUNCTION to_foreign\n"
	"mov rax, 0x500000; jmp rax\n"
	"FUNCTION to_noncanonical\n"
	"mov rax, 0x7fffffffffffff00; jmp rax\n"
	"FUNCTION to_end\n" /* of the emulator's loop */
	"mov rax, [rsp]; add rax, 0x4d; jmp rax\n"
	"FUNCTION syscalls\n"
	"mov eax, 231; xor edi, edi; syscall; ret\n"
	"FUNCTION int80\n"
	"mov eax, 1; int 0x80; ret\n"
	"FUNCTION sysenters\n"
	"sysenter; ret\n"
	"FUNCTION huge\n"
	"push rbx; push rbp; push r12; mov rbx, rdi; mov rbp, rsi; mov r12, rdx\n"
	"1: mov rdi, rbx; mov rsi, r12; call rbp; jmp 1b\n"
	"FUNCTION rewinds\n" /* shows without end, and takes back what it showed */
	"push rbx; push rbp; push r12; push r13; mov rbx, rdi; mov rbp, rsi; mov r12, rdx; mov r13, [rdx]\n"
	"1: mov rdi, rbx; mov rsi, r12; mov [r12], r13; call rbp; jmp 1b\n"
	"FUNCTION modifies_itself\n"
	"lea rax, [rip+1f]; mov byte ptr [rax], 0x90\n"
	"1: ret\n"
	"FUNCTION overflows\n"
	"call at_overflows; ret\n"
	"FUNCTION counts\n" /* a reference taken and given back */
	"inc dword ptr [rdi]; dec dword ptr [rdi]; jmp at_good\n"
	"FUNCTION marks\n" /* shows an object once only */
	"cmp qword ptr [rdi+40], 0; jne 1f; mov qword ptr [rdi+40], 1; jmp at_good\n"
	"1: ret\n"
	"FUNCTION counter\n" /* shows only the first object that comes */
	"mov rax, 0x600000; inc qword ptr [rax]; cmp qword ptr [rax], 1; je at_good; ret\n"
	"FUNCTION straddles\n" /* writes over the border of two pages */
	"mov rax, 0x600ffc; mov rcx, [rax]; mov [rax], rcx; jmp at_good\n"
	"FUNCTION scribbles\n"
	"mov rax, 0x600000; mov ecx, 200\n"
	"1: inc qword ptr [rax]; add rax, 4096; dec ecx; jnz 1b; ret\n"
	"FUNCTION runs_on\n" /* over the end of one mapping, page by page, into the next, where it has not been before */
	"mov rax, 0x6fe000; mov ecx, 6\n"
	"1: inc dword ptr [rax]; dec dword ptr [rax]; add rax, 4096; dec ecx; jnz 1b; jmp at_good\n"
	"FUNCTION halts\n"
	"hlt; ret\n"
	"FUNCTION undefined\n"
	"ud2\n"
	"FUNCTION divides\n"
	"xor ecx, ecx; mov eax, 1; xor edx, edx; div ecx; ret\n"
	"FUNCTION port\n"
	"in al, dx; ret\n"
	"FUNCTION pages\n" /* turns paging upside down */
	"mov rax, 0x600000; mov cr3, rax; jmp at_good\n"
	"FUNCTION no_fs\n"
	"mov ecx, 0xc0000100; mov r8, rdx; mov eax, 4096; xor edx, edx; wrmsr; mov rdx, r8; jmp at_good\n"
	"FUNCTION backwards\n" /* leaves the direction flag set */
	"std; jmp at_good\n"
	"FUNCTION checks_alignment\n"
	"pushfq; or dword ptr [rsp], 0x40000; popfq; jmp at_good\n"
	"FUNCTION steps\n" /* one by one, by the trap flag */
	"pushfq; or dword ptr [rsp], 0x100; popfq; jmp at_good\n"
	"FUNCTION rounds\n"
	"push 0x7f80; ldmxcsr [rsp]; pop rax; jmp at_good\n"
	"FUNCTION rounds_x87\n"
	"push 0xc7f; fldcw [rsp]; pop rax; jmp at_good\n"
	"FUNCTION rounds_both\n" /* and puts it back, as the ABI has it */
	"push 0x7fff; push 0x1f80; ldmxcsr [rsp+8]; ldmxcsr [rsp]; fldcw [rsp+8]; mov word ptr [rsp], 0x37f; fldcw [rsp]\n"
	"std; cld; add rsp, 16; jmp at_good\n"
	"FUNCTION moves_stack\n"
	"pop rax; sub rsp, 4096; jmp rax\n"
	"FUNCTION far_stack\n"
	"pop rax; mov rsp, 0x600800; jmp rax\n"
	"FUNCTION far_and_back\n"
	"mov rax, rsp; mov rsp, 0x600800; mov r8, [rsp]; mov rsp, rax; jmp at_good\n"
	"FUNCTION leading_zeros\n" /* by an instruction that is another one on old processors */
	"mov eax, 2; lzcnt ecx, eax; cmp ecx, 30; jne 1f; mov rsi, rsi; jmp at_good\n"
	"1: ret\n"
	"FUNCTION trailing_zeros\n"
	"xor eax, eax; tzcnt ecx, eax; cmp ecx, 32; jne 1f; jmp at_good\n"
	"1: ret\n"
	"FUNCTION xop\n"
	".byte 0x8f, 0xe9, 0x78, 0x80, 0xc1; jmp at_good\n"
	"FUNCTION transacts\n"
	".byte 0xc7, 0xf8, 0, 0, 0, 0; jmp at_good\n"
	"FUNCTION aborts\n"
	".byte 0xc6, 0xf8, 1; jmp at_good\n"
	"FUNCTION pauses\n"
	"pause; jmp at_good\n"
	"FUNCTION asks_random\n"
	"rdrand rax; jnc at_asks_random; jmp at_good\n"
	"FUNCTION asks_seed\n"
	"rdseed rax; jnc at_asks_seed; jmp at_good\n"
	"FUNCTION asks_features\n"
	"xor ecx, ecx; xgetbv; jmp at_good\n"
	"FUNCTION asks_clock\n"
	"mov r8, rdx; mov r9, rbx; rdtsc; cpuid; mov rbx, r9; mov rdx, r8; jmp at_good\n"
	"FUNCTION breaks\n"
	"int3; ret\n"
	"FUNCTION debugs\n"
	".byte 0xf1; ret\n"
	"FUNCTION port_out\n"
	"out dx, al; ret\n"
	"FUNCTION ports\n"
	"rep outsb; ret\n"
	"FUNCTION to_vsyscall\n"
	"mov rax, -10485760; call rax; jmp at_good\n"
	"FUNCTION to_nowhere\n"
	"push 0x345000; ret\n"
	"FUNCTION to_output\n" /* where what visit showed stands */
	"mov rax, 0xc3; mov rcx, [rdx]; mov [rcx], rax; jmp rcx\n"
	"FUNCTION to_loop\n" /* from the beginning */
	"mov rax, [rsp]; sub rax, 0x1f; jmp rax\n"
	"FUNCTION into_loop\n" /* between instructions */
	"mov rax, [rsp]; sub rax, 6; jmp rax\n"
	"FUNCTION into_visit\n"
	"add rsi, 1; jmp rsi\n"
	"FUNCTION jumps_back\n" /* over frames, as longjmp does */
	"mov r8, rsp; mov ecx, 100\n"
	"1: push rcx; dec ecx; jnz 1b; mov rsp, r8; jmp at_good\n"
	"FUNCTION jumps_out\n" /* over the frame of the loop as well */
	"lea rsp, [rsp+64]; ret\n"
	"FUNCTION moves_much\n"
	"mov rcx, 1 << 40; mov rsi, 0x600000; lea rdi, [rsp-0x10000]; rep movsb; ret\n"
	"FUNCTION clears_much\n"
	"mov rcx, 1 << 40; lea rdi, [rsp-0x10000]; rep stosq; ret\n"
	"FUNCTION locks\n"
	"mov eax, 1; lock xadd [rdi], rax; mov rcx, 1; lock sub [rdi], rcx; mov rax, [rdi]; lock cmpxchg [rdi], rax; mfence; jmp at_good\n"
	"FUNCTION puts_back\n" /* what one writes others see, and one of them puts it back */
	"mov rax, 0x600000; xor qword ptr [rax], 1; test qword ptr [rax], 1; jnz at_good; ret\n"
	"FUNCTION nulls\n" /* shows what no object is: nothing, unaligned, inside, far out */
	"push rbx; push rbp; push r12; mov rbx, rdi; mov rbp, rsi; mov r12, rdx\n"
	"xor edi, edi; mov rsi, r12; call rbp; lea rdi, [rbx+3]; mov rsi, r12; call rbp; mov rdi, -1; mov rsi, r12; call rbp\n"
	"pop r12; pop rbp; pop rbx; ret\n"
	"FUNCTION millions\n" /* of times the same */
	"push rbx; push rbp; push r12; push r13; mov rbx, rdi; mov rbp, rsi; mov r12, rdx; mov r13d, 100000\n"
	"1: mov rdi, rbx; mov rsi, r12; call rbp; dec r13d; jnz 1b; pop r13; pop r12; pop rbp; pop rbx; xor eax, eax; ret\n"
	"FUNCTION fails\n" /* says that visit had had enough */
	"call at_good; mov eax, -1; ret\n"
	"FUNCTION breaks_loop\n" /* not what the ABI allows */
	"xor ebx, ebx; ret\n"
	"FUNCTION claims\n" /* that everything is done, and showed much */
	"mov rax, [rdx+24]; dec rax; mov [rdx+16], rax; mov rax, -8; mov [rdx], rax; ret\n"
	"FUNCTION other_arg\n" /* has references written to somewhere else */
	"mov rax, rsi; mov rsi, 0x500000; jmp rax\n"
	"FUNCTION missing\n"
	"mov rax, [0x123000]; ret\n"
	"FUNCTION missing_write\n"
	"mov [0x123000], rax; ret\n"
	".att_syntax\n"
	".balign 4096\n"
	"corpus_end:\n"
	".text\n");

extern const uint8_t corpus[], corpus_end[];
#define AT(name)                          \
	({                                \
		extern const uint8_t at_##name[]; \
		CODE + (kg_addr)(at_##name - corpus); \
	})

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
	kg_addr end = CODE + (kg_addr)(corpus_end - corpus);

	(void)arg;
	*ret_start = addr >= end ? end : CODE;
	*ret_end = addr >= end ? KG_ADDR_LIMIT : end;
	return addr >= CODE && addr < end;
}

static int setup(void **ret)
{
	struct state *s = calloc(1, sizeof(*s));
	struct kg_emulator_options opts = {.code = code};
	static const uint8_t foreign[4096] = {0xc3}, beyond[BEYOND_BYTES];

	/* An image does not change; this one does between calls, and the emulator's process is to see it. */
	s->memory = mmap(NULL, DATA_BYTES + 8, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
	assert_ptr_not_equal(s->memory, MAP_FAILED);
	s->data = s->memory + 3;
	for (size_t i = 0; i < OBJECTS; i++) {
		s->objects[i] = object(i);
		put(s, object(i), 1);
		put(s, object(i) + 16, object((i + 1) % OBJECTS));
		put(s, object(i) + 24, i % 3 ? object(i / 2) : 0);
	}
	must(kg_image_create(KG_MACHINE_X86_64, &s->img));
	must(kg_image_add(s->img, CODE, corpus, (uint64_t)(corpus_end - corpus), KG_SEG_READ | KG_SEG_EXEC));
	must(kg_image_add(s->img, FOREIGN, foreign, sizeof(foreign), KG_SEG_READ | KG_SEG_EXEC));
	must(kg_image_add(s->img, DATA, s->data, DATA_BYTES, KG_SEG_READ | KG_SEG_WRITE));
	must(kg_image_add(s->img, DATA + DATA_BYTES, beyond, sizeof(beyond), KG_SEG_READ | KG_SEG_WRITE));
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
	munmap(s->memory, DATA_BYTES + 8);
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

	assert_int_equal(r->how[i], KG_EMULATED_DONE);
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
	struct kg_emulation r = traverse(*arg, AT(good), 0);

	(void)r;
	assert_all_good(*arg);
	assert_all_good(*arg);
}

/* One object's end is its own: the others show what they show without it. */
static void test_one_bad(void **arg)
{
	struct state *s = *arg;
	static const size_t bad[] = {0, 7, 8, 1500, OBJECTS - 1};
	const kg_addr functions[] = {AT(picky), AT(seldom_endless)};
	size_t b = 0;

	for (size_t i = 0; i < 5; i++)
		put(s, object(bad[i]) + 32, 1);
	for (size_t f = 0; f < 2; f++) {
		struct kg_emulation r;

		if (f == 1) {
			put(s, object(7) + 32, 0);
			put(s, object(8) + 32, 0);
			put(s, object(OBJECTS - 1) + 32, 0);
		}
		r = traverse(s, functions[f], OBJECTS);
		for (size_t i = b = 0; i < OBJECTS; i++) {
			if (s->data[object(i) + 32 - DATA] == 0) {
				assert_good(&r, i);
				continue;
			}
			assert_int_equal(r.how[i], f ? KG_EMULATED_ENDLESS : KG_EMULATED_FAULT);
			assert_int_equal(r.ends[i], i ? r.ends[i - 1] : 0);
			b++;
		}
		assert_int_equal(b, f ? 2 : 5);
	}
}

/* A yes shows the object, a no nothing; what goes wrong is no answer; and the next call shows references again. */
static void test_asked(void **arg)
{
	struct state *s = *arg;
	struct kg_emulation r;

	for (size_t i = 0; i < OBJECTS; i += 3)
		put(s, object(i) + 32, 1);
	assert_null(kg_emulator_ask(s->emulator, AT(answers), s->objects, OBJECTS, &r));
	for (size_t i = 0; i < OBJECTS; i++) {
		assert_int_equal(r.how[i], KG_EMULATED_DONE);
		assert_int_equal(r.ends[i] - (i ? r.ends[i - 1] : 0), i % 3 == 0);
		if (i % 3 == 0)
			assert_int_equal(r.visited[r.ends[i] - 1], object(i));
	}
	assert_null(kg_emulator_ask(s->emulator, AT(syscalls), s->objects, 2, &r));
	assert_int_equal(r.how[0], KG_EMULATED_SYSCALL);
	assert_int_equal(r.ends[1], 0);
	r = traverse(s, AT(good), OBJECTS);
	for (size_t i = 0; i < OBJECTS; i++)
		assert_good(&r, i);
}

/* Each ends as it must, shows nothing, and leaves the emulator as good as before. */
static void test_hostile(void **arg)
{
	const struct {
		const char *name;
		kg_addr function;
		enum kg_emulated how;
	} ends[] = {
#define END(name, how) {#name, AT(name), KG_EMULATED_##how}
	    END(endless, ENDLESS),	    END(pretends, ENDLESS),	    END(wild, CODE),
	    END(to_data, CODE),		    END(to_foreign, CODE),	    END(to_noncanonical, CODE),
	    END(to_end, CODE),		    END(to_vsyscall, CODE),	    END(to_nowhere, CODE),
	    END(to_output, CODE),	    END(to_loop, FAULT),	    END(jumps_out, CODE),
	    END(syscalls, SYSCALL),	    END(int80, SYSCALL),	    END(sysenters, INSTRUCTION),
	    END(huge, OUTPUT),		    END(rewinds, ENDLESS),	    END(modifies_itself, WRITES),
	    END(overflows, FAULT),	    END(scribbles, WRITES),	    END(halts, INSTRUCTION),
	    END(undefined, INSTRUCTION),    END(divides, INSTRUCTION),	    END(port, INSTRUCTION),
	    END(port_out, INSTRUCTION),	    END(ports, INSTRUCTION),	    END(breaks, INSTRUCTION),
	    END(debugs, INSTRUCTION),	    END(pages, STATE),		    END(no_fs, STATE),
	    END(backwards, STATE),	    END(checks_alignment, STATE),   END(steps, INSTRUCTION),
	    END(rounds, STATE),		    END(rounds_x87, STATE),	    END(moves_stack, STATE),
	    END(far_stack, STATE),	    END(xop, INSTRUCTION),	    END(transacts, INSTRUCTION),
	    END(aborts, INSTRUCTION),	    END(asks_random, INSTRUCTION),  END(asks_seed, INSTRUCTION),
	    END(asks_features, INSTRUCTION), END(moves_much, FAULT),	    END(clears_much, FAULT),
	    END(breaks_loop, FAULT),	    END(other_arg, CODE),	    END(missing, FAULT),
	    END(missing_write, FAULT),
#undef END
	};
	size_t wrong = 0;

	for (size_t i = 0; i < sizeof(ends) / sizeof(ends[0]); i++) {
		struct kg_emulation r = traverse(*arg, ends[i].function, 2);

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

/* A function that never works is not tried for ever. */
static void test_given_up(void **arg)
{
	const kg_addr functions[] = {AT(endless), AT(missing), AT(syscalls)};

	for (size_t f = 0; f < 3; f++) {
		struct kg_emulation r = traverse(*arg, functions[f], OBJECTS);

		assert_int_not_equal(r.how[0], KG_EMULATED_DONE);
		assert_int_equal(r.how[OBJECTS - 1], KG_EMULATED_GIVEN_UP);
		assert_int_equal(r.ends[OBJECTS - 1], 0);
	}
	assert_all_good(*arg);
}

/*
 * What one object's function writes no other object's sees, in this call or the next, not even when a third puts it back; and
 * what looks strange but is nobody's harm.
 */
static void test_writes(void **arg)
{
	const struct {
		const char *name;
		kg_addr function;
	} functions[] = {
#define GOOD(name) {#name, AT(name)}
	    GOOD(counts),	 GOOD(marks),	       GOOD(counter),	   GOOD(straddles), GOOD(slow),	      GOOD(locks),	 GOOD(puts_back),
	    GOOD(rounds_both),	 GOOD(far_and_back),   GOOD(jumps_back),   GOOD(pauses),    GOOD(asks_clock), GOOD(fails),
	    GOOD(leading_zeros), GOOD(trailing_zeros), GOOD(runs_on),
#undef GOOD
	};
	struct state *s = *arg;

	for (int again = 0; again < 2; again++) {
		for (size_t f = 0; f < sizeof(functions) / sizeof(functions[0]); f++) {
			size_t n = functions[f].function == AT(slow) ? 2 : 50;
			struct kg_emulation r = traverse(s, functions[f].function, n);

			for (size_t i = 0; i < n; i++) {
				if (r.ends[i] - (i ? r.ends[i - 1] : 0) != (i % 3 ? 2 : 1))
					fail_msg("%s, object %zu: %s", functions[f].name, i, kg_emulated_words(r.how[i]));
				assert_good(&r, i);
			}
		}
	}
}

/* Pages that objects write to are many: each object has all that there are. */
static void test_spread(void **arg)
{
	struct kg_emulation r = traverse(*arg, AT(counts), OBJECTS);

	for (size_t i = 0; i < OBJECTS; i++)
		assert_good(&r, i);
}

/* What is shown comes as it is, whatever it is and however often. */
static void test_shown(void **arg)
{
	struct state *s = *arg;
	struct kg_emulation r = traverse(s, AT(nulls), 2);

	for (size_t i = 0; i < 2; i++) {
		assert_int_equal(r.how[i], KG_EMULATED_DONE);
		assert_int_equal(r.ends[i], 3 * (i + 1));
		assert_int_equal(r.visited[3 * i], 0);
		assert_int_equal(r.visited[3 * i + 1], object(i) + 3);
		assert_true(r.visited[3 * i + 2] == UINT64_MAX);
	}
	r = traverse(s, AT(millions), 20);
	for (size_t i = 0; i < 20; i++) {
		assert_int_equal(r.how[i], KG_EMULATED_DONE);
		assert_int_equal(r.ends[i], 100000 * (i + 1));
		for (size_t k = 0; k < 100000; k++)
			assert_true(r.visited[100000 * i + k] == object(i));
	}
	assert_all_good(s);
}

/* Claims about the emulator's own memory are not believed beyond it. */
static void test_claims(void **arg)
{
	struct kg_emulation r = traverse(*arg, AT(claims), 100);

	for (size_t i = 0; i < 100; i++)
		assert_in_range(r.ends[i], i ? r.ends[i - 1] : 0, 1 << 20);
	assert_all_good(*arg);
}

/* Random bytes of code entered anywhere: whatever comes, the emulator goes on. */
static void test_anywhere(void **arg)
{
	struct state *s = *arg;

	for (kg_addr at = CODE; at < AT(missing_write); at += 3) {
		struct kg_emulation r;

		/* Those are known to take their time. */
		if (at >= AT(endless) && at < AT(wild))
			continue;
		if (at >= AT(huge) && at < AT(modifies_itself))
			continue;
		must(kg_emulator_traverse(s->emulator, at, s->objects, 1, &r));
		assert_in_range(r.how[0], 0, KG_EMULATED_KINDS - 1);
	}
	assert_all_good(s);
}

int main(void)
{
	const struct CMUnitTest tests[] = {
	    cmocka_unit_test_setup_teardown(test_good, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_one_bad, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_asked, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_hostile, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_given_up, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_writes, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_spread, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_shown, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_claims, setup, teardown),
	    cmocka_unit_test_setup_teardown(test_anywhere, setup, teardown),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
