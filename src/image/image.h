/*
 * An image: what a process had in memory, as spans of host memory.
 *
 * A segment is a run of target addresses whose bytes are all present. Segments
 * are sorted, never overlap, and neighbors with the same flags whose bytes are
 * adjacent too are merged. What the core left out and no file could supply is
 * in no segment. Nothing at or above KG_ADDR_LIMIT is kept.
 *
 * Reading is safe from any number of threads; adding and sealing are not.
 */
#ifndef KG_IMAGE_IMAGE_H
#define KG_IMAGE_IMAGE_H

#include "base/error.h"
#include "base/progress.h"

enum {
	KG_SEG_READ = 1,
	KG_SEG_WRITE = 2,
	KG_SEG_EXEC = 4,
	KG_SEG_OVERLAY = 8, /* from a file on this machine, not from the core */
};

/* User space ends here on x86-64 and aarch64 with 48-bit addresses; above it
 * cores list only the vsyscall page. */
#define KG_ADDR_LIMIT ((kg_addr)1 << 48)

struct kg_segment {
	kg_addr start, end;   /* [start, end) */
	const uint8_t *bytes; /* host pointer to the byte at start; may be unaligned (gcore) */
	/* Number of the 16-byte granule (address >> 4) that holds start. Numbers go up
	 * over all segments and no two segments share one; those of one 512-byte block
	 * of addresses share a 32-granule block of numbers:
	 * granule of addr = granule + ((addr >> 4) - (start >> 4)) */
	uint64_t granule;
	uint32_t flags;
};

/* A range that the core lists but has no bytes for. */
struct kg_gap {
	kg_addr start, end;
	uint32_t flags;
	bool truncated; /* the file is cut short; otherwise the dumper left it out */
};

/* One line of NT_FILE. */
struct kg_mapping {
	kg_addr start, end;
	uint64_t offset;  /* bytes into the file */
	const char *path; /* hostile text, but NUL-terminated; owned by the image */
};

#define KG_OS_REGS 31

/* One NT_PRSTATUS. */
struct kg_os_thread {
	int tid;
	int signal;
	uint64_t regs[KG_OS_REGS]; /* x86-64: user_regs_struct; aarch64: x0..x30. Zero from kg_machine_regs() on */
	kg_addr pc, sp, tp; /* program counter, stack pointer, thread pointer (fs base, TPIDR_EL0; 0: not known) */
};

/* What kedge noted when it took the core itself, of a live process. */
struct kg_live {
	bool known;
	bool forked, stopped, python_only, redacted;
	double pause_seconds; /* the process stood still */
	int64_t time_s;	      /* since 1970 */
	uint64_t copied_bytes, untouched_bytes, payload_bytes, shared_bytes, unreadable_bytes, rss_bytes;
	uint32_t threads, blocked;
};

/* Bytes left out on purpose: payload. */
struct kg_omitted {
	kg_addr start, end;
};

enum kg_machine { KG_MACHINE_X86_64, KG_MACHINE_AARCH64 };

/** How many registers of kg_os_thread a machine has. */
static inline size_t kg_machine_regs(enum kg_machine machine)
{
	return machine == KG_MACHINE_X86_64 ? 27 : 31;
}

/* Something that could not be read, for the first screen. */
struct kg_damage {
	kg_addr addr;
	char text[160]; /* one line, cut to fit; may quote hostile text */
};

#define KG_DAMAGE_KEPT 64

/* All zeroes is an empty one. */
struct kg_damages {
	struct kg_damage items[KG_DAMAGE_KEPT]; /* the first ones, as examples */
	size_t kept;
	uint64_t count;
};

/* Memory of kedge's own that the image has at addresses where the target has nothing. */
struct kg_spare {
	kg_addr start;
	uint8_t *bytes;
	uint64_t len; /* 0: none was made */
};

#define KG_INDEX_ROW 4096 /* MiB in 4 GiB */

struct kg_image {
	struct kg_segment *segs; /* one more follows the last, above all addresses */
	size_t nsegs;
	/* The row of address >> 32; in it, by MiB, the first segment that ends after
	 * the MiB's start. Row 0 is for all places without segments. */
	uint16_t *index;
	uint32_t (*index_rows)[KG_INDEX_ROW];
	struct kg_gap *gaps; /* sorted */
	size_t ngaps;
	struct kg_mapping *mappings; /* sorted by start */
	size_t nmappings;
	struct kg_os_thread *threads; /* the one that got the signal first */
	size_t nthreads;
	uint64_t (*auxv)[2];
	size_t nauxv;
	enum kg_machine machine;
	int pid;		    /* 0: unknown */
	int signal;		    /* that ended the process; 0: none (gcore) */
	char fname[17], psargs[81]; /* from NT_PRPSINFO, hostile text */
	char *path;		    /* as given; "-" for standard input */
	const char *format;	    /* "elf", "elf+zstd", "elf+lz4", "elf+xz", "elf+gzip" */
	int64_t mtime_s;	    /* of the file, seconds since 1970; 0 for a stream */
	uint64_t file_bytes;	    /* apparent size of the (unpacked) core */
	struct kg_live live;
	struct kg_omitted *omitted; /* sorted */
	size_t nomitted;
	bool headers_cut;	    /* the list of memory ranges itself is incomplete */
	struct kg_damages damage;
	uint64_t granules; /* total; set by kg_image_seal() */
	struct kg_spare spare;
	struct kg_image_priv *priv;
};

struct kg_image_options {
	struct kg_progress *progress; /* may be NULL */
};

/**
 * Opens a core file: ELF64 little-endian, plain, sparse, or compressed with zstd,
 * lz4, xz or gzip; "-" is standard input. The file is mapped, never loaded.
 * Errors: TARGET (not a core, wrong machine, nothing in it; one line that says
 * what to do), OS, NOMEM. A truncated core opens, with gaps and damage.
 * Cost: headers and notes only; a compressed one is unpacked whole into an
 * unlinked sparse temporary file.
 */
struct kg_error *kg_image_open_core(const char *path, const struct kg_image_options *opts,
				    struct kg_image **ret) KG_MUST_CHECK;

/**
 * Opens the core in the file @fd, which may be closed then. @name stands for it in messages.
 * Errors: as kg_image_open_core()
 */
struct kg_error *kg_image_open_fd(int fd, const char *name, struct kg_image **ret) KG_MUST_CHECK;

/**
 * Opens a core whose unpacked bytes are in memory already; the image keeps the
 * pointer. @name stands for it in messages.
 * Errors: as kg_image_open_core()
 */
struct kg_error *kg_image_open_memory(const void *bytes, uint64_t len, const char *name,
				      struct kg_image **ret) KG_MUST_CHECK;

/** An empty image for tests and for building by kg_image_add(). Errors: NOMEM */
struct kg_error *kg_image_create(enum kg_machine machine, struct kg_image **ret) KG_MUST_CHECK;
void kg_image_destroy(struct kg_image *img);

/**
 * Adds bytes at [start, start+len). The image keeps the pointer. What an earlier
 * segment already holds wins (the core before any overlay). Call kg_image_seal()
 * before looking anything up again. Errors: NOMEM
 */
struct kg_error *kg_image_add(struct kg_image *img, kg_addr start, const void *bytes, uint64_t len,
			      uint32_t flags) KG_MUST_CHECK;

/** Notes that [start, start+len) was mapped but has no bytes. What a segment
 * holds by the time of kg_image_seal() is taken out of the gaps. */
struct kg_error *kg_image_add_gap(struct kg_image *img, kg_addr start, uint64_t len, uint32_t flags,
				  bool truncated) KG_MUST_CHECK;

/** Hands memory obtained by mmap() to the image, to unmap it in the end. */
struct kg_error *kg_image_own_mapping(struct kg_image *img, void *mem, size_t len) KG_MUST_CHECK;

/** Sorts, cuts overlaps, merges, numbers granules, builds the look-up index.
 * May be called again after further kg_image_add(). Errors: NOMEM */
struct kg_error *kg_image_seal(struct kg_image *img) KG_MUST_CHECK;

/**
 * Adds @len bytes (whole pages) of kedge's own, zeros at first, which may be written at any time: objects can be made up
 * there. Once, before anything is looked up. Errors: NOMEM; TARGET when there is no room
 */
struct kg_error *kg_image_spare(struct kg_image *img, uint64_t len) KG_MUST_CHECK;

/** One more thing that could not be read; keeps the first examples. Thread-safe. */
void kg_damage_add(struct kg_damages *d, kg_addr addr, const char *fmt, ...) KG_PRINTF(3, 4);
void kg_damages_deinit(struct kg_damages *d);

static inline bool kg_segment_has(const struct kg_segment *s, kg_addr addr)
{
	return addr - s->start < s->end - s->start;
}

/** kg_image_segment() by binary search, for places with many small segments. */
const struct kg_segment *kg_image_segment_search(const struct kg_image *img, kg_addr addr);

/** The segment that holds @addr, or NULL. Cost: two or three loads. */
static inline const struct kg_segment *kg_image_segment(const struct kg_image *img, kg_addr addr)
{
	const struct kg_segment *s;

	if (KG_UNLIKELY(addr >= KG_ADDR_LIMIT))
		return NULL;
	s = img->segs + img->index_rows[img->index[addr >> 32]][addr >> 20 & (KG_INDEX_ROW - 1)];
	for (int i = 0; i < 8; i++, s++) {
		if (addr < s->end)
			return addr >= s->start ? s : NULL;
	}
	return kg_image_segment_search(img, addr);
}

/** Host pointer to the @len bytes at @addr when one segment holds them all, else NULL. */
static inline const void *kg_image_span(const struct kg_image *img, kg_addr addr, uint64_t len)
{
	const struct kg_segment *s = kg_image_segment(img, addr);

	if (!s || s->end - addr < len)
		return NULL;
	return s->bytes + (addr - s->start);
}

/** Host pointer to the byte at @addr and how many follow it in its segment; NULL and 0. */
static inline const uint8_t *kg_image_avail(const struct kg_image *img, kg_addr addr, uint64_t *ret_len)
{
	const struct kg_segment *s = kg_image_segment(img, addr);

	*ret_len = s ? s->end - addr : 0;
	return s ? s->bytes + (addr - s->start) : NULL;
}

/** The @len bytes at @p, inside a segment, are about to be read: their pages are mapped together. */
void kg_image_expect(const uint8_t *p, uint64_t len);

/** Were the bytes at @addr left out on purpose, as payload? Then they are missing, and nothing is damaged. */
bool kg_image_omitted(const struct kg_image *img, kg_addr addr);

/** Was @addr mapped, and its bytes are in neither the core nor a file? An address that was never mapped is no excuse.
 * Cost: a look at each gap and mapping */
bool kg_image_left_out(const struct kg_image *img, kg_addr addr);

/** Copies @len bytes, over segment borders where need be. Errors: FAULT at the first byte missing */
struct kg_error *kg_image_read(const struct kg_image *img, kg_addr addr, void *buf, size_t len) KG_MUST_CHECK;
struct kg_error *kg_image_read_u64(const struct kg_image *img, kg_addr addr, uint64_t *ret) KG_MUST_CHECK;

/** Copies a C string of at most @cap - 1 bytes, always terminated.
 * Errors: FAULT; CORRUPT when no NUL comes within cap bytes */
struct kg_error *kg_image_read_cstr(const struct kg_image *img, kg_addr addr, char *buf, size_t cap) KG_MUST_CHECK;

#endif
