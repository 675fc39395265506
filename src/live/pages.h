/* Reading the memory of a process: which pages it has, and their bytes. */
#ifndef KG_LIVE_PAGES_H
#define KG_LIVE_PAGES_H

#include <sys/types.h>

#include "base/error.h"

/*
 * Two ways lead to the bytes. process_vm_readv() is the quicker one; but from Linux 5.19 on it makes a page
 * that the process still shares with another since a fork its own first, so that looking at the workers of a
 * server would take as much memory again as they share. Such pages are read through /proc/PID/mem, which
 * leaves them as they are. Source: Linux mm/internal.h, gup_must_unshare(); Documentation/core-api/pin_user_pages.rst
 */
struct kg_reader {
	pid_t pid;
	uint64_t page; /* bytes */
	int pagemap, mem; /* descriptors, -1 when there is none */
	bool unshares; /* process_vm_readv() does so here */
};

/** Needs the right to trace @pid. Errors: TARGET */
struct kg_error *kg_reader_init(struct kg_reader *r, pid_t pid) KG_MUST_CHECK;
void kg_reader_deinit(struct kg_reader *r);

/** Reads up to @len bytes in one call and leaves every page as it is; @return how many could be, from the start. */
size_t kg_reader_read(const struct kg_reader *r, kg_addr addr, void *buf, size_t len);
/** The same, quicker, of pages that a run with .shared false has. */
size_t kg_reader_read_own(const struct kg_reader *r, kg_addr addr, void *buf, size_t len);

/** Reads a whole page at each of @addrs, in one call; @return how many could be, from the first on. @n: up to KG_GATHER_MAX */
size_t kg_reader_gather(const struct kg_reader *r, const kg_addr *addrs, size_t n, void *buf);
#define KG_GATHER_MAX 64

#define KG_HEADS_MAX 256
#define KG_HEAD 16 /* bytes */

/**
 * Reads the first KG_HEAD bytes of each of @n pages from @addr on, all of one run, in one call where .shared is false.
 * Has the kernel know these pages as ones in use, too: the second look at a page, and the first since a fork, is when it puts
 * it elsewhere in its books, which would take a sixth of the pause. So each is looked at twice.
 * @return how many could be, from the first on. @n: up to KG_HEADS_MAX
 */
size_t kg_reader_heads(const struct kg_reader *r, kg_addr addr, size_t n, bool shared, uint8_t (*ret)[KG_HEAD]);

enum kg_page_kind {
	/*
	 * The process has a page of its own or of a file there, or swapped it out. Before Linux 6.7 also what was read and never
	 * written, where all such pages are the kernel's one page of zeros.
	 */
	KG_PAGES_TOUCHED,
	KG_PAGES_CHANGED, /* private mapping of a file: the page is no longer the file's */
	KG_PAGES_ALL,
};

struct kg_run {
	kg_addr start, end;
	bool shared; /* private memory that another process has as well since a fork: not for process_vm_readv() */
};

struct kg_runs {
	struct kg_run *items;
	size_t n, cap;
};

/** Adds the runs of such pages in [start, end). Where the kernel does not tell, all are. Errors: NOMEM */
struct kg_error *kg_runs_add(const struct kg_reader *r, kg_addr start, kg_addr end, enum kg_page_kind kind,
			     struct kg_runs *ret) KG_MUST_CHECK;
void kg_runs_deinit(struct kg_runs *r);

/* One piece to be copied. */
struct kg_piece {
	kg_addr addr;
	uint64_t len;
	uint8_t *to;
	bool shared; /* as the run that it is of */
};

/**
 * Copies all @pieces, in large batches, on @threads threads.
 * @ret_lost: bytes that could not be read; they are zeroes in the copy
 * Errors: OS (no room for the copy), TARGET (the process is gone)
 */
struct kg_error *kg_pieces_copy(const struct kg_reader *r, const struct kg_piece *pieces, size_t n, unsigned int threads,
				uint64_t *ret_lost) KG_MUST_CHECK;

#endif
