/*
 * The notes of a core: threads, what ended the process, the files mapped into
 * it, the auxiliary vector.
 *
 * Layouts: Linux include/uapi/linux/elfcore.h (elf_prstatus, elf_prpsinfo),
 * fs/binfmt_elf.c fill_files_note() for NT_FILE; 64-bit, little-endian.
 */
#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/word.h"
#include "image/image_priv.h"
#include "live/note.h"

/* Offsets in struct elf_prstatus; the registers are the last but one member. */
#define PRSTATUS_CURSIG 12
#define PRSTATUS_PID 32
#define PRSTATUS_REGS 112
#define X86_WORDS 27 /* struct user_regs_struct */
#define ARM_WORDS 34 /* struct user_pt_regs: x0..x30, sp, pc, pstate */

/* Offsets in struct elf_prpsinfo. */
#define PRPSINFO_PID 24
#define PRPSINFO_FNAME 40
#define PRPSINFO_ARGS 56
#define PRPSINFO_SIZE 136

struct note {
	uint32_t type;
	bool core; /* the owner is "CORE" or "LINUX", as the kernel and gdb write */
	bool ours; /* the owner is KG_NOTE_OWNER */
	const uint8_t *desc;
	uint64_t len;
};

static void read_registers(struct kg_os_thread *t, enum kg_machine machine, const uint8_t *regs)
{
	for (size_t i = 0; i < kg_machine_regs(machine); i++)
		t->regs[i] = kg_u64(regs + 8 * i);
	if (machine == KG_MACHINE_X86_64) {
		t->pc = t->regs[16];
		t->sp = t->regs[19];
		t->tp = t->regs[21];
	} else {
		t->sp = kg_u64(regs + 8 * 31);
		t->pc = kg_u64(regs + 8 * 32);
	}
}

static struct kg_error *read_prstatus(struct kg_image *img, const struct note *n)
{
	size_t nregs = img->machine == KG_MACHINE_X86_64 ? X86_WORDS : ARM_WORDS;
	struct kg_os_thread *t;
	struct kg_error *err;

	if (n->len < PRSTATUS_REGS + 8 * nregs) {
		kg_damage_add(&img->damage, 0, "a thread's status of %llu bytes is too short: thread left out",
			      (unsigned long long)n->len);
		return NULL;
	}
	err = kg_grow(&img->threads, &img->priv->cap_threads, img->nthreads, sizeof(*img->threads));
	if (err)
		return err;
	t = &img->threads[img->nthreads++];
	*t = (struct kg_os_thread){0};
	t->signal = n->desc[PRSTATUS_CURSIG] | n->desc[PRSTATUS_CURSIG + 1] << 8;
	t->tid = (int)kg_u32(n->desc + PRSTATUS_PID);
	read_registers(t, img->machine, n->desc + PRSTATUS_REGS);
	if (img->nthreads == 1)
		img->signal = t->signal;
	return NULL;
}

static void read_prpsinfo(struct kg_image *img, const struct note *n)
{
	if (n->len < PRPSINFO_SIZE) {
		kg_damage_add(&img->damage, 0, "the process's name and arguments are cut short");
		return;
	}
	img->pid = (int)kg_u32(n->desc + PRPSINFO_PID);
	memcpy(img->fname, n->desc + PRPSINFO_FNAME, sizeof(img->fname) - 1);
	memcpy(img->psargs, n->desc + PRPSINFO_ARGS, sizeof(img->psargs) - 1);
}

static struct kg_error *read_auxv(struct kg_image *img, const struct note *n)
{
	size_t count = n->len / 16;

	if (img->auxv || count == 0)
		return NULL;
	img->auxv = calloc(count, sizeof(*img->auxv));
	if (!img->auxv)
		return kg_error_nomem();
	for (size_t i = 0; i < count; i++) {
		img->auxv[i][0] = kg_u64(n->desc + 16 * i);
		img->auxv[i][1] = kg_u64(n->desc + 16 * i + 8);
		if (img->auxv[i][0] == AT_NULL)
			break;
		img->nauxv++;
	}
	return NULL;
}

static int mapping_by_start(const void *a, const void *b)
{
	const struct kg_mapping *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

/* Pairs @count ranges at @p with as many names in @paths; @return how many could be. */
static size_t fill_mappings(struct kg_image *img, const uint8_t *p, uint64_t count, uint64_t page, const char *paths,
			    const char *paths_end)
{
	size_t n = 0;

	for (uint64_t i = 0; i < count; i++, p += 24) {
		struct kg_mapping m = {kg_u64(p), kg_u64(p + 8), 0, paths};
		const char *nul = memchr(paths, '\0', (size_t)(paths_end - paths));

		if (!nul) {
			kg_damage_add(&img->damage, m.start,
				      "the list of mapped files ends early: %llu of %llu names are there",
				      (unsigned long long)i, (unsigned long long)count);
			break;
		}
		paths = nul + 1;
		if (m.start < m.end && !__builtin_mul_overflow(kg_u64(p + 16), page, &m.offset))
			img->mappings[n++] = m;
		else
			kg_damage_add(&img->damage, m.start, "a mapped file's range makes no sense: left out");
	}
	return n;
}

static struct kg_error *read_files(struct kg_image *img, const struct note *n)
{
	uint64_t count, room;

	if (img->mappings || n->len < 16)
		return NULL;
	count = kg_u64(n->desc);
	room = (n->len - 16) / 24;
	if (count > room) {
		kg_damage_add(&img->damage, 0, "%llu mapped files are announced where %llu fit: list left out",
			      (unsigned long long)count, (unsigned long long)room);
		return NULL;
	}
	if (count == 0)
		return NULL;
	img->mappings = calloc(count, sizeof(*img->mappings));
	img->priv->paths = malloc(n->len - 16 - count * 24 + 1);
	if (!img->mappings || !img->priv->paths)
		return kg_error_nomem();
	/* Copied, so that names stay terminated even if the file changes under us. */
	memcpy(img->priv->paths, n->desc + 16 + count * 24, n->len - 16 - count * 24);
	img->nmappings = fill_mappings(img, n->desc + 16, count, kg_u64(n->desc + 8), img->priv->paths,
				       img->priv->paths + (n->len - 16 - count * 24));
	qsort(img->mappings, img->nmappings, sizeof(*img->mappings), mapping_by_start);
	return NULL;
}

static int omitted_by_start(const void *a, const void *b)
{
	const struct kg_omitted *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

/* Ranges that make no sense, or overlap, are dropped: they would only make a missing byte a damaged one. */
static struct kg_error *read_omitted(struct kg_image *img, const uint8_t *p, uint64_t n)
{
	size_t kept = 0;

	if (n == 0 || img->omitted)
		return NULL;
	img->omitted = calloc(n, sizeof(*img->omitted));
	if (!img->omitted)
		return kg_error_nomem();
	for (uint64_t i = 0; i < n; i++, p += 16) {
		struct kg_omitted o = {kg_u64(p), kg_u64(p + 8)};

		if (o.start < o.end && o.end <= KG_ADDR_LIMIT)
			img->omitted[kept++] = o;
	}
	qsort(img->omitted, kept, sizeof(*img->omitted), omitted_by_start);
	for (size_t i = 0; i < kept; i++) {
		if (img->nomitted == 0 || img->omitted[i].start >= img->omitted[img->nomitted - 1].end)
			img->omitted[img->nomitted++] = img->omitted[i];
	}
	return NULL;
}

static struct kg_error *read_live(struct kg_image *img, const struct note *n)
{
	struct kg_live_note l;
	uint64_t room;

	if (n->len < sizeof(l) || img->live.known) {
		kg_damage_add(&img->damage, 0, "what kedge noted when it took this core is cut short or there twice");
		return NULL;
	}
	memcpy(&l, n->desc, sizeof(l));
	img->live = (struct kg_live){
	    .known = true,
	    .forked = l.flags & KG_LIVE_FORKED,
	    .stopped = l.flags & KG_LIVE_STOPPED,
	    .python_only = l.flags & KG_LIVE_PYTHON_ONLY,
	    .redacted = l.flags & KG_LIVE_REDACTED,
	    .pause_seconds = (double)l.pause_ns / 1e9,
	    .time_s = l.time_ns / 1000000000,
	    .copied_bytes = l.copied_bytes,
	    .untouched_bytes = l.untouched_bytes,
	    .payload_bytes = l.payload_bytes,
	    .shared_bytes = l.shared_bytes,
	    .unreadable_bytes = l.unreadable_bytes,
	    .rss_bytes = l.rss_bytes,
	    .threads = l.threads,
	    .blocked = l.blocked,
	};
	if (l.unreadable_bytes > 0)
		kg_damage_add(&img->damage, 0, "%llu bytes of the process could not be read and are zeroes here",
			      (unsigned long long)l.unreadable_bytes);
	room = l.size >= sizeof(l) && l.size <= n->len ? (n->len - l.size) / 16 : 0;
	if (l.nomitted > room)
		kg_damage_add(&img->damage, 0, "the list of what was left out of this core is cut short");
	return read_omitted(img, n->desc + (room ? l.size : 0), l.nomitted < room ? l.nomitted : room);
}

static struct kg_error *read_note(struct kg_image *img, const struct note *n)
{
	if (n->ours && n->type == KG_NOTE_LIVE)
		return read_live(img, n);
	if (!n->core)
		return NULL;
	switch (n->type) {
	case NT_PRSTATUS:
		return read_prstatus(img, n);
	case NT_PRPSINFO:
		read_prpsinfo(img, n);
		return NULL;
	case NT_AUXV:
		return read_auxv(img, n);
	case NT_FILE:
		return read_files(img, n);
	case NT_ARM_TLS: /* follows the NT_PRSTATUS of its thread */
		if (img->machine == KG_MACHINE_AARCH64 && img->nthreads > 0 && n->len >= 8)
			img->threads[img->nthreads - 1].tp = kg_u64(n->desc);
		return NULL;
	}
	return NULL;
}

static bool is_ours(const uint8_t *name, uint32_t len)
{
	return len == sizeof(KG_NOTE_OWNER) && memcmp(name, KG_NOTE_OWNER, len) == 0;
}

static bool known_owner(const uint8_t *name, uint32_t len)
{
	/* Either with the NUL counted, as it should be, or without. */
	return ((len == 4 || len == 5) && memcmp(name, "CORE", 4) == 0) ||
	       ((len == 5 || len == 6) && memcmp(name, "LINUX", 5) == 0);
}

struct kg_error *kg_notes_parse(struct kg_image *img, const uint8_t *p, uint64_t len)
{
	struct kg_error *err = NULL;

	while (!err && len >= 12) {
		uint64_t namesz = kg_u32(p), descsz = kg_u32(p + 4);
		uint64_t desc_at = 12 + ((namesz + 3) & ~(uint64_t)3), next = desc_at + ((descsz + 3) & ~(uint64_t)3);
		struct note n;

		if (desc_at + descsz > len) {
			kg_damage_add(
			    &img->damage, 0,
			    "a note of %llu bytes does not fit the %llu that are left: the rest of the notes is lost",
			    (unsigned long long)(desc_at + descsz), (unsigned long long)len);
			break;
		}
		n = (struct note){kg_u32(p + 8), known_owner(p + 12, (uint32_t)namesz), is_ours(p + 12, (uint32_t)namesz),
				  p + desc_at, descsz};
		err = read_note(img, &n);
		if (next >= len) /* the padding of the last note may be left out */
			break;
		p += next;
		len -= next;
	}
	return err;
}
