#include "config.h"

#include "live/pages.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/mman.h>
#include <sys/uio.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "base/grow.h"
#include "base/workers.h"

/* Linux Documentation/admin-guide/mm/pagemap.rst */
#define PM_PRESENT ((uint64_t)1 << 63)
#define PM_SWAPPED ((uint64_t)1 << 62)
#define PM_FILE ((uint64_t)1 << 61) /* page of a file, or shared anonymous */
#define PM_EXCLUSIVE ((uint64_t)1 << 56) /* no other process has it; Linux 4.2 */

#define ENTRIES 65536

/* Linux 6.7 include/uapi/linux/fs.h, whose older copies do not have it. */
#define PAGE_IS_FILE (1 << 2)
#define PAGE_IS_PRESENT (1 << 3)
#define PAGE_IS_SWAPPED (1 << 4)
#define PAGE_IS_PFNZERO (1 << 5) /* the kernel's one page of zeros, where memory was read that nobody had written to */
#define PAGE_IS_GUARD (1 << 8) /* Linux 6.16; the page of a guard region counts as swapped out and cannot be read */
#define PAGEMAP_SCAN _IOWR('f', 16, struct pm_scan_arg)
#define REGIONS 512
struct page_region {
	uint64_t start, end, categories;
};
struct pm_scan_arg {
	uint64_t size, flags, start, end, walk_end, vec, vec_len, max_pages;
	uint64_t category_inverted, category_mask, category_anyof_mask, return_mask;
};

#ifndef MADV_POPULATE_WRITE
#define MADV_POPULATE_WRITE 23
#endif

#define BATCH_PIECES 256
#define BATCH_BYTES ((uint64_t)4 << 20)

static bool kernel_unshares(void)
{
	int major = 0, minor = 0;
	struct utsname u;

	if (uname(&u) != 0 || sscanf(u.release, "%d.%d", &major, &minor) != 2)
		return true;
	return major > 5 || (major == 5 && minor >= 19);
}

struct kg_error *kg_reader_init(struct kg_reader *r, pid_t pid)
{
	char path[64];

	*r = (struct kg_reader){.pid = pid, .page = (uint64_t)sysconf(_SC_PAGESIZE), .unshares = kernel_unshares()};
	snprintf(path, sizeof(path), "/proc/%d/pagemap", (int)pid);
	r->pagemap = open(path, O_RDONLY | O_CLOEXEC);
	snprintf(path, sizeof(path), "/proc/%d/mem", (int)pid);
	r->mem = open(path, O_RDONLY | O_CLOEXEC);
	return NULL;
}

void kg_reader_deinit(struct kg_reader *r)
{
	if (r->pagemap >= 0)
		close(r->pagemap);
	if (r->mem >= 0)
		close(r->mem);
	r->pagemap = r->mem = -1;
}

size_t kg_reader_read(const struct kg_reader *r, kg_addr addr, void *buf, size_t len)
{
	ssize_t n = r->unshares && r->mem >= 0 ? pread(r->mem, buf, len, (off_t)addr) : -1;

	return n > 0 ? (size_t)n : kg_reader_read_own(r, addr, buf, len);
}

size_t kg_reader_read_own(const struct kg_reader *r, kg_addr addr, void *buf, size_t len)
{
	struct iovec local = {buf, len}, remote = {(void *)(uintptr_t)addr, len};
	ssize_t n = process_vm_readv(r->pid, &local, 1, &remote, 1, 0);

	if (n < 0 && (errno == ENOSYS || errno == EPERM) && r->mem >= 0)
		n = pread(r->mem, buf, len, (off_t)addr);
	return n < 0 ? 0 : (size_t)n;
}

/* Page by page, as far as they can be read. */
static size_t gather_slowly(const struct kg_reader *r, const kg_addr *addrs, size_t n, char *buf)
{
	size_t done = 0;

	while (r->mem >= 0 && done < n &&
	       pread(r->mem, buf + done * r->page, r->page, (off_t)addrs[done]) == (ssize_t)r->page)
		done++;
	return done;
}

size_t kg_reader_gather(const struct kg_reader *r, const kg_addr *addrs, size_t n, void *buf)
{
	struct iovec local = {buf, n * r->page}, remote[KG_GATHER_MAX];
	size_t done = r->unshares ? gather_slowly(r, addrs, n, buf) : 0;
	ssize_t got;

	if (done > 0)
		return done;
	for (size_t i = 0; i < n; i++)
		remote[i] = (struct iovec){(void *)(uintptr_t)addrs[i], r->page};
	got = process_vm_readv(r->pid, &local, 1, remote, n, 0);
	if (got < 0 && (errno == ENOSYS || errno == EPERM)) /* a filter may know this call alone */
		return gather_slowly(r, addrs, n, buf);
	return got < 0 ? 0 : (size_t)got / r->page;
}

/* Linux mm/swap.c, folio_mark_accessed(); mm/memory.c, do_wp_page() */
size_t kg_reader_heads(const struct kg_reader *r, kg_addr addr, size_t n, bool shared, uint8_t (*ret)[KG_HEAD])
{
	struct iovec local = {ret, n * KG_HEAD}, remote[KG_HEADS_MAX];
	ssize_t got = 0;
	size_t done;

	for (size_t i = 0; i < n; i++)
		remote[i] = (struct iovec){(void *)(uintptr_t)(addr + i * r->page), KG_HEAD};
	for (int look = 0; look < 2 && !shared; look++)
		got = process_vm_readv(r->pid, &local, 1, remote, n, 0);
	done = got > 0 ? (size_t)got / KG_HEAD : 0;
	while (done < n && kg_reader_read(r, addr + done * r->page, ret[done], KG_HEAD) == KG_HEAD)
		done++;
	return done;
}

static struct kg_error *run_add(struct kg_runs *runs, kg_addr start, kg_addr end, bool shared)
{
	struct kg_error *err;

	if (runs->n > 0 && runs->items[runs->n - 1].end == start && runs->items[runs->n - 1].shared == shared) {
		runs->items[runs->n - 1].end = end;
		return NULL;
	}
	err = kg_grow(&runs->items, &runs->cap, runs->n, sizeof(*runs->items));
	if (!err)
		runs->items[runs->n++] = (struct kg_run){start, end, shared};
	return err;
}

static bool wanted(uint64_t entry, enum kg_page_kind kind)
{
	if (entry & PM_SWAPPED || kind == KG_PAGES_ALL)
		return true;
	return entry & PM_PRESENT && (kind == KG_PAGES_TOUCHED || !(entry & PM_FILE));
}

static bool is_shared(const struct kg_reader *r, uint64_t entry)
{
	return r->unshares && entry & (PM_PRESENT | PM_SWAPPED) && !(entry & (PM_FILE | PM_EXCLUSIVE));
}

/* Page by page, which alone tells whether another process has a page too. */
static struct kg_error *by_page(const struct kg_reader *r, kg_addr start, kg_addr end, enum kg_page_kind kind,
				struct kg_runs *ret)
{
	struct kg_error *err = NULL;
	uint64_t *entries;

	entries = malloc(ENTRIES * sizeof(*entries));
	if (!entries)
		return kg_error_nomem();
	while (start < end && !err) {
		uint64_t n = (end - start) / r->page;
		ssize_t got;

		if (n > ENTRIES)
			n = ENTRIES;
		got = pread(r->pagemap, entries, n * sizeof(*entries), (off_t)(start / r->page * sizeof(*entries)));
		if (got < (ssize_t)sizeof(*entries)) {
			err = run_add(ret, start, end, r->unshares);
			break;
		}
		n = (uint64_t)got / sizeof(*entries);
		for (uint64_t i = 0; i < n && !err; i++) {
			if (wanted(entries[i], kind))
				err = run_add(ret, start + i * r->page, start + (i + 1) * r->page, is_shared(r, entries[i]));
		}
		start += n * r->page;
	}
	free(entries);
	return err;
}

/*
 * By the kernel's own walk, which passes over page tables that are not there and gives runs, not pages. @without: kinds
 * of pages to pass over. @ret_end: how far it came; not at all on a kernel before 6.7, or that does not know a kind.
 */
static struct kg_error *scan(const struct kg_reader *r, kg_addr start, kg_addr end, enum kg_page_kind kind,
			     uint64_t without, struct kg_runs *ret, kg_addr *ret_end)
{
	struct page_region regions[REGIONS];
	struct kg_error *err = NULL;

	while (start < end && !err) {
		struct pm_scan_arg arg = {
			.size = sizeof(arg), .start = start, .end = end,
			.vec = (uintptr_t)regions, .vec_len = REGIONS,
			.category_inverted = without, .category_mask = without,
			.category_anyof_mask = PAGE_IS_PRESENT | PAGE_IS_SWAPPED,
			.return_mask = PAGE_IS_PRESENT | PAGE_IS_SWAPPED,
		};
		int n;

		n = ioctl(r->pagemap, PAGEMAP_SCAN, &arg);
		if (n < 0 || arg.walk_end <= start)
			break;
		for (int i = 0; i < n && !err; i++)
			err = r->unshares ? by_page(r, regions[i].start, regions[i].end, kind, ret)
					  : run_add(ret, regions[i].start, regions[i].end, false);
		start = arg.walk_end;
	}
	*ret_end = start;
	return err;
}

struct kg_error *kg_runs_add(const struct kg_reader *r, kg_addr start, kg_addr end, enum kg_page_kind kind,
			     struct kg_runs *ret)
{
	const uint64_t without = kind == KG_PAGES_CHANGED ? PAGE_IS_FILE : PAGE_IS_PFNZERO;
	struct kg_error *err = NULL;

	if (kind == KG_PAGES_ALL)
		return r->unshares ? by_page(r, start, end, kind, ret) : run_add(ret, start, end, false);
	err = scan(r, start, end, kind, without | PAGE_IS_GUARD, ret, &start);
	if (!err && start < end)
		err = scan(r, start, end, kind, without, ret, &start);
	return err || start >= end ? err : by_page(r, start, end, kind, ret);
}

void kg_runs_deinit(struct kg_runs *r)
{
	free(r->items);
	*r = (struct kg_runs){0};
}

struct copy {
	const struct kg_reader *r;
	const struct kg_piece *pieces;
	size_t n, next;
	uint64_t lost;
};

/* Takes the next pieces, as many as make a good batch. */
static size_t take(struct copy *c, size_t *ret_first)
{
	size_t first = __atomic_load_n(&c->next, __ATOMIC_RELAXED), n;

	do {
		uint64_t bytes = 0;

		for (n = 0; first + n < c->n && n < BATCH_PIECES && bytes < BATCH_BYTES; n++)
			bytes += c->pieces[first + n].len;
	} while (n > 0 && !__atomic_compare_exchange_n(&c->next, &first, first + n, false, __ATOMIC_RELAXED,
						       __ATOMIC_RELAXED));
	*ret_first = first;
	return n;
}

/* Is there a page to write to at @to, or can one be had? Asked where copying failed: either side may be why. */
static bool has_room(uint8_t *to, uint64_t page)
{
	void *start = (void *)((uintptr_t)to & ~(uintptr_t)(page - 1));

	return madvise(start, page, MADV_POPULATE_WRITE) == 0 || errno == EINVAL; /* EINVAL: a kernel before 5.14 */
}

/* The bytes from @done on of piece by piece, where a batch came to an end: a page that cannot be read is left out. */
static struct kg_error *copy_slowly(struct copy *c, struct kg_piece p)
{
	while (p.len > 0) {
		size_t n;

		errno = 0;
		n = p.shared ? kg_reader_read(c->r, p.addr, p.to, p.len) : kg_reader_read_own(c->r, p.addr, p.to, p.len);
		if (n == 0) {
			if (errno == ESRCH)
				return kg_error_create(KG_ERR_TARGET, "pid:%d: it ended while it was copied", (int)c->r->pid);
			if (!has_room(p.to, c->r->page))
				return kg_error_create(KG_ERR_OS, "pid:%d: no room for the copy of its memory", (int)c->r->pid);
			n = c->r->page - p.addr % c->r->page;
			if (n > p.len)
				n = p.len;
			__atomic_fetch_add(&c->lost, n, __ATOMIC_RELAXED);
		}
		p.addr += n;
		p.to += n;
		p.len -= n;
	}
	return NULL;
}

/* Pieces of memory that is the process's alone, in one call. */
static struct kg_error *copy_own(struct copy *c, const struct kg_piece *const *p, size_t n)
{
	struct iovec local[BATCH_PIECES] = {{0}}, remote[BATCH_PIECES] = {{0}};
	struct kg_error *err = NULL;
	uint64_t done;
	ssize_t got;

	for (size_t i = 0; i < n; i++) {
		local[i] = (struct iovec){p[i]->to, p[i]->len};
		remote[i] = (struct iovec){(void *)(uintptr_t)p[i]->addr, p[i]->len};
	}
	got = n > 0 ? process_vm_readv(c->r->pid, local, n, remote, n, 0) : 0;
	done = got > 0 ? (uint64_t)got : 0;
	for (size_t i = 0; i < n && !err; i++) {
		if (done >= p[i]->len) {
			done -= p[i]->len;
			continue;
		}
		err = copy_slowly(c, (struct kg_piece){p[i]->addr + done, p[i]->len - done, p[i]->to + done, false});
		done = 0;
	}
	return err;
}

static struct kg_error *copy_batch(struct copy *c, const struct kg_piece *p, size_t n)
{
	const struct kg_piece *own[BATCH_PIECES];
	struct kg_error *err = NULL;
	size_t nown = 0;

	for (size_t i = 0; i < n && !err; i++) {
		if (p[i].shared)
			err = copy_slowly(c, p[i]);
		else
			own[nown++] = &p[i];
	}
	return err ? err : copy_own(c, own, nown);
}

static struct kg_error *copy_some(void *arg, unsigned int i)
{
	struct copy *c = arg;
	struct kg_error *err = NULL;
	size_t first, n;

	(void)i;
	while (!err && (n = take(c, &first)) > 0)
		err = copy_batch(c, c->pieces + first, n);
	return err;
}

struct kg_error *kg_pieces_copy(const struct kg_reader *r, const struct kg_piece *pieces, size_t n, unsigned int threads,
				uint64_t *ret_lost)
{
	struct copy c = {.r = r, .pieces = pieces, .n = n};
	struct kg_error *err = kg_workers_run(threads, copy_some, &c);

	*ret_lost = c.lost;
	return err;
}
