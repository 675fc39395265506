/* A core of one library at BASE, and the process made from it. */
#ifndef KG_TESTS_FIXTURE_H
#define KG_TESTS_FIXTURE_H

#include "fakebin.h"
#include "fakecore.h"
#include "process/process.h"

#define BASE ((kg_addr)0x7f0000000000)
#define DATA (BASE + FAKE_BIN_DATA)

struct fixture {
	struct fake_bin bin;
	struct fake_core core;
	uint8_t *bin_bytes, *core_bytes;
	size_t bin_len, core_len;
	char *path;
	struct kg_image *img;
	struct kg_process *proc;
};

/** Writes the library under @name; its core is empty as yet. */
void fixture_init(struct fixture *f, struct fake_bin bin, const char *name);
void fixture_deinit(struct fixture *f);
/** NT_FILE as the kernel writes it for the library, under the name @path. */
void add_files(struct fixture *f, const char *path);
/** As much of the library as the kernel dumps: its first page, and the data if it was changed. */
void add_loads(struct fixture *f, bool header, bool data);
/** Opens the core, to be closed or deinitialized whether it went well or not. */
struct kg_error *fixture_try(struct fixture *f, const struct kg_process_options *opts);
/** The same when it must go well. @return the first module, NULL without any */
struct kg_module *fixture_open(struct fixture *f, const struct kg_process_options *opts);
void fixture_close(struct fixture *f);
/** The byte at @addr, -1 when there is none. */
int byte_at(const struct fixture *f, kg_addr addr);

#endif
