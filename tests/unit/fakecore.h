/* Builds the bytes of a core, the way the kernel lays one out. */
#ifndef KG_TESTS_FAKECORE_H
#define KG_TESTS_FAKECORE_H

#include <elf.h>
#include <stddef.h>
#include <stdint.h>

struct fake_file {
	uint64_t start, end, offset;
	const char *path;
};

struct fake_load {
	uint64_t vaddr, filesz, memsz;
	uint32_t flags;
	uint8_t *bytes; /* a copy */
};

struct fake_core {
	uint16_t machine; /* EM_X86_64 unless set */
	int extended;	  /* count program headers in section header 0 */
	struct fake_load *loads;
	size_t nloads;
	uint8_t *notes;
	size_t notes_len;
};

void fake_load(struct fake_core *fc, uint64_t vaddr, const void *bytes, uint64_t filesz, uint64_t memsz,
	       uint32_t flags);
void fake_note(struct fake_core *fc, const char *owner, uint32_t type, const void *desc, uint32_t len);
void fake_prstatus(struct fake_core *fc, int tid, int signal, uint64_t pc, uint64_t sp, uint64_t tp);
void fake_prpsinfo(struct fake_core *fc, int pid, const char *fname, const char *args);
void fake_auxv(struct fake_core *fc, const uint64_t (*pairs)[2], size_t n);
void fake_files(struct fake_core *fc, const struct fake_file *files, size_t n);
/** The whole file; to be freed. */
uint8_t *fake_build(const struct fake_core *fc, size_t *ret_len);
void fake_deinit(struct fake_core *fc);

/** Writes a file in a folder for temporary ones; the name is to be freed. */
char *fake_write(const char *name, const void *bytes, size_t len);
/** The folder that fake_write() uses, made on first call, for fake_cleanup() to remove. */
const char *fake_dir(void);
void fake_cleanup(void);

#endif
