/*
 * Fuzz target: the ELF headers and notes of a core, and what is made of them.
 *
 * To search with libFuzzer, from a build folder:
 *	clang -g -O1 -fsanitize=fuzzer,address,undefined -std=gnu17 -I. -I../src -o fuzz_core \
 *		../tests/fuzz/fuzz_core.c ../src/base/[a-z]*.c ../src/image/[a-z]*.c ../src/process/[a-z]*.c \
 *		-lelf -ldw -ldebuginfod -larchive
 *	mkdir -p found && ./fuzz_core -max_len=4096 found ../tests/fuzz/corpus/core
 * "make check" links the same target with replay.c and runs it over the corpus.
 */
#include <stdint.h>
#include <stdlib.h>

#include "process/process.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* Each answer must be consistent, whatever the input was. */
static void check(const struct kg_image *img)
{
	uint8_t buf[64];

	for (size_t i = 0; i < img->nsegs; i++) {
		const struct kg_segment *s = &img->segs[i];
		struct kg_error *err;

		if (kg_image_segment(img, s->start) != s || kg_image_segment(img, s->end - 1) != s ||
		    (i > 0 && img->segs[i - 1].end > s->start))
			abort();
		err = kg_image_read(img, s->start, buf, sizeof(buf));
		kg_error_destroy(err);
		err = kg_image_read_cstr(img, s->end - 1, (char *)buf, sizeof(buf));
		kg_error_destroy(err);
	}
	for (size_t i = 0; i < img->ngaps; i++) {
		if (img->gaps[i].start >= img->gaps[i].end || kg_image_segment(img, img->gaps[i].start))
			abort();
	}
}

static void use_process(struct kg_image *img)
{
	struct kg_process_options opts = {.no_dwarf = true};
	struct kg_process *proc;
	struct kg_error *err = kg_process_create(img, &opts, &proc);
	uint64_t size;
	kg_addr addr;

	if (err) {
		kg_error_destroy(err);
		return;
	}
	check(img);
	for (size_t i = 0; i < proc->nmodules; i++) {
		kg_process_symbol(proc, &proc->modules[i], "_PyRuntime", &addr, &size);
		kg_process_section(proc, &proc->modules[i], ".PyRuntime", &addr, &size);
		kg_process_symbolize(proc, proc->modules[i].start, &size);
	}
	kg_process_destroy(proc);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct kg_image *img;
	struct kg_error *err = kg_image_open_memory(data, size, "input", &img);

	if (err) {
		kg_error_destroy(err);
		return 0;
	}
	check(img);
	use_process(img);
	kg_image_destroy(img);
	return 0;
}
