#include "config.h"

#include "session/snapshot.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

#include "base/grow.h"
#include "base/strbuf.h"
#include "image/pack.h"
#include "live/corefile.h"
#include "live/note.h"
#include "session/output.h"
#include "session/snapshot_priv.h"

#define PAGE ((uint64_t)4096)
#define OMIT_MIN (2 * PAGE) /* bytes of payload from which on it is left out */
#define LOOK_MAX ((uint64_t)1 << 16) /* words of payload that are looked at for references */

uint8_t *kg_snap_avail(const struct kg_snap *s, kg_addr addr, uint64_t *ret_len)
{
	uint64_t lo = 0, hi = s->nph;

	*ret_len = 0;
	while (lo < hi) { /* PT_LOADs follow the one PT_NOTE in order of address */
		uint64_t mid = lo + (hi - lo) / 2;

		if (s->ph[mid].p_type != PT_LOAD || s->ph[mid].p_vaddr + s->ph[mid].p_memsz <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	if (lo == s->nph || addr < s->ph[lo].p_vaddr || addr - s->ph[lo].p_vaddr >= s->ph[lo].p_filesz)
		return NULL;
	*ret_len = s->ph[lo].p_filesz - (addr - s->ph[lo].p_vaddr);
	return s->mem + s->ph[lo].p_offset + (addr - s->ph[lo].p_vaddr);
}

uint8_t *kg_snap_at(const struct kg_snap *s, kg_addr addr, uint64_t len)
{
	uint64_t have;
	uint8_t *p = kg_snap_avail(s, addr, &have);

	return p && have >= len ? p : NULL;
}

/* Does it hold references after all, as an array of objects does? */
static bool holds_objects(const struct kg_snap *s, const struct kg_payload *pl)
{
	uint64_t words = pl->bytes / 8 < LOOK_MAX ? pl->bytes / 8 : LOOK_MAX;

	if (pl->addr & 7)
		return false;
	for (uint64_t i = 0; i < words; i++) {
		kg_addr word;
		const uint8_t *p = kg_snap_at(s, pl->addr + 8 * i, 8);

		if (!p)
			break;
		memcpy(&word, p, 8);
		if (word && kg_heap_node(s->heap, word) != KG_NODE_NONE)
			return true;
	}
	return false;
}

bool kg_snap_payload(const struct kg_snap *s, kg_node n, struct kg_payload *ret)
{
	const struct kg_type *t = kg_heap_type(s->heap, n)->native;

	if (!kg_heap_payload(s->heap, n, ret) || !ret->addr || !ret->bytes)
		return false;
	return t->is_str || strcmp(t->name, "bytes") == 0 || strcmp(t->name, "bytearray") == 0 || !holds_objects(s, ret);
}

static struct kg_error *omit(struct kg_snap *s, kg_addr start, kg_addr end)
{
	struct kg_error *err = kg_grow(&s->omitted, &s->cap_omitted, s->nomitted, sizeof(*s->omitted));

	if (!err)
		s->omitted[s->nomitted++] = (struct kg_omitted){start, end};
	return err;
}

struct kg_error *kg_snap_omit(struct kg_snap *s)
{
	struct kg_error *err = NULL;

	for (kg_node n = 0; n < s->heap->nodes && !err; n++) {
		struct kg_payload pl;
		kg_addr start, end;

		if (!kg_snap_payload(s, n, &pl) || pl.bytes < OMIT_MIN)
			continue;
		/* The first page stays: values are shown by their beginning. */
		start = ((pl.addr + PAGE - 1) & ~(PAGE - 1)) + (pl.addr & (PAGE - 1) ? 0 : PAGE);
		end = (pl.addr + pl.bytes) & ~(PAGE - 1);
		if (start < end && kg_snap_at(s, start, 1))
			err = omit(s, start, end);
	}
	return err;
}

static int by_start(const void *a, const void *b)
{
	const struct kg_omitted *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

/* In order, and without those that overlap an earlier one. */
static void tidy(struct kg_snap *s)
{
	size_t kept = 0;

	if (s->nomitted > 1)
		qsort(s->omitted, s->nomitted, sizeof(*s->omitted), by_start);
	for (size_t i = 0; i < s->nomitted; i++) {
		if (kept > 0 && s->omitted[i].start < s->omitted[kept - 1].end)
			continue;
		s->payload_bytes += s->omitted[i].end - s->omitted[i].start;
		s->omitted[kept++] = s->omitted[i];
	}
	s->nomitted = kept;
}

static struct kg_error *snap_init(struct kg_snap *s, int fd, const struct kg_image *img, const struct kg_heap *heap)
{
	struct kg_error *err = NULL;
	Elf64_Ehdr eh;
	Elf64_Shdr sh;
	struct stat st;

	*s = (struct kg_snap){.img = img, .heap = heap};
	if (fstat(fd, &st) != 0)
		return kg_error_os(errno, "%s", img->path);
	s->size = (uint64_t)st.st_size;
	s->mem = mmap(NULL, s->size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_NORESERVE, fd, 0);
	if (s->mem == MAP_FAILED) {
		s->mem = NULL;
		return kg_error_os(errno, "%s: cannot be mapped", img->path);
	}
	memcpy(&eh, s->mem, sizeof(eh));
	s->ph = (const Elf64_Phdr *)(s->mem + eh.e_phoff);
	s->nph = eh.e_phnum;
	if (eh.e_phnum == PN_XNUM) {
		memcpy(&sh, s->mem + eh.e_shoff, sizeof(sh));
		s->nph = sh.sh_info;
	}
	for (size_t i = 0; i < img->nomitted && !err; i++)
		err = omit(s, img->omitted[i].start, img->omitted[i].end);
	return err;
}

static void snap_deinit(struct kg_snap *s)
{
	if (s->mem)
		munmap(s->mem, s->size);
	free(s->omitted);
}

/* All notes but kedge's own, then that one anew. */
static void copy_notes(const struct kg_snap *s, const struct kg_snapshot_options *o, struct kg_strbuf *sb)
{
	const Elf64_Phdr *ph = &s->ph[0];
	const uint8_t *p = s->mem + ph->p_offset, *end = p + ph->p_filesz;
	struct kg_live_note note = {0};

	while (end - p >= 12) {
		uint32_t head[3];
		uint64_t len, name;

		memcpy(head, p, sizeof(head));
		name = 12 + ((head[0] + 3) & ~3u);
		len = name + ((head[1] + 3) & ~3u);
		if (head[2] == KG_NOTE_LIVE && head[0] == sizeof(KG_NOTE_OWNER) && memcmp(p + 12, KG_NOTE_OWNER, head[0]) == 0)
			memcpy(&note, p + name, sizeof(note));
		else
			kg_strbuf_add(sb, (const char *)p, len);
		p += len;
	}
	note.flags |= (o->python_only ? KG_LIVE_PYTHON_ONLY : 0u) | (o->redact ? KG_LIVE_REDACTED : 0u);
	if (s->nomitted > 0)
		note.flags &= ~(uint32_t)KG_LIVE_WITH_BUFFERS;
	note.payload_bytes = s->payload_bytes;
	kg_core_live_note(sb, note, (const uint64_t(*)[2])s->omitted, s->nomitted);
}

/* The command line, in NT_PRPSINFO, may be what nobody is to see. */
static void redact_args(struct kg_snap *s)
{
	uint8_t *p = s->mem + s->ph[0].p_offset, *end = p + s->ph[0].p_filesz;

	while (end - p >= 12) {
		uint32_t head[3];
		uint64_t name;

		memcpy(head, p, sizeof(head));
		name = 12 + ((head[0] + 3) & ~3u);
		if (head[2] == NT_PRPSINFO && head[1] >= 136)
			memset(p + name + 56, 0, 80);
		p += name + ((head[1] + 3) & ~3u);
	}
}

struct out {
	const struct kg_snap *s;
	struct kg_pack *pack;
	int fd; /* of the copy, to find its holes */
	Elf64_Phdr *ph;
	uint64_t *from; /* where the bytes of .ph are in the copy */
	size_t n, cap, cap_from;
};

static struct kg_error *add_load(struct out *o, const Elf64_Phdr *ph, kg_addr start, kg_addr end, bool bytes)
{
	struct kg_error *err;

	if (start >= end)
		return NULL;
	err = kg_grow(&o->ph, &o->cap, o->n, sizeof(*o->ph));
	if (!err)
		err = kg_grow(&o->from, &o->cap_from, o->n, sizeof(*o->from));
	if (err)
		return err;
	o->ph[o->n] = *ph;
	o->ph[o->n].p_vaddr = start;
	o->ph[o->n].p_memsz = end - start;
	o->ph[o->n].p_filesz = bytes ? end - start : 0;
	o->from[o->n++] = ph->p_offset + (start - ph->p_vaddr);
	return NULL;
}

/* One PT_LOAD of the copy, cut where something is left out. */
static struct kg_error *cut_load(struct out *o, const Elf64_Phdr *ph, size_t *at)
{
	const struct kg_snap *s = o->s;
	kg_addr start = ph->p_vaddr, end = start + ph->p_memsz;
	struct kg_error *err = NULL;

	if (ph->p_filesz == 0)
		return add_load(o, ph, start, end, false);
	while (*at < s->nomitted && s->omitted[*at].end <= start)
		++*at;
	for (size_t i = *at; i < s->nomitted && s->omitted[i].start < end && !err; i++) {
		kg_addr from = s->omitted[i].start > start ? s->omitted[i].start : start;
		kg_addr to = s->omitted[i].end < end ? s->omitted[i].end : end;

		err = add_load(o, ph, start, from, true);
		if (!err)
			err = add_load(o, ph, from, to, false);
		start = to;
	}
	return err ? err : add_load(o, ph, start, end, true);
}

static struct kg_error *plan_loads(struct out *o)
{
	struct kg_error *err = NULL;
	size_t at = 0;

	for (uint64_t i = 1; i < o->s->nph && !err; i++)
		err = cut_load(o, &o->s->ph[i], &at);
	return err;
}

static uint64_t page_up(uint64_t v)
{
	return (v + PAGE - 1) & ~(PAGE - 1);
}

/* @len bytes of the copy from @from on; its holes are found by the file system, not by reading zeroes. */
static struct kg_error *copy_bytes(struct out *o, uint64_t from, uint64_t len)
{
	const uint64_t end = from + len;
	struct kg_error *err = NULL;

	while (from < end && !err) {
		off_t data = lseek(o->fd, (off_t)from, SEEK_DATA), hole;
		uint64_t start = data < 0 ? (errno == ENXIO ? end : from) : (uint64_t)data, stop = end;

		if (start > end)
			start = end;
		err = start > from ? kg_pack_zeroes(o->pack, start - from) : NULL;
		hole = start < end ? lseek(o->fd, (off_t)start, SEEK_HOLE) : -1;
		if (hole >= 0 && (uint64_t)hole < end)
			stop = (uint64_t)hole;
		if (!err && stop > start)
			err = kg_pack_write(o->pack, o->s->mem + start, stop - start);
		from = stop;
	}
	return err;
}

static struct kg_error *write_core(struct out *o, const struct kg_strbuf *notes, uint64_t *ret_apparent)
{
	uint64_t phoff = sizeof(Elf64_Ehdr), shoff = phoff + (o->n + 1) * sizeof(Elf64_Phdr), noteoff, at;
	Elf64_Phdr note = {.p_type = PT_NOTE, .p_filesz = notes->len, .p_align = 4};
	struct kg_error *err;
	Elf64_Ehdr eh;
	Elf64_Shdr sh;

	kg_core_header(&eh, phoff, o->n + 1, shoff, &sh);
	noteoff = note.p_offset = shoff + (eh.e_shnum ? sizeof(sh) : 0);
	at = page_up(noteoff + notes->len);
	for (size_t i = 0; i < o->n; i++) {
		o->ph[i].p_offset = at;
		at += page_up(o->ph[i].p_filesz);
	}
	err = kg_pack_write(o->pack, &eh, sizeof(eh));
	if (!err)
		err = kg_pack_write(o->pack, &note, sizeof(note));
	if (!err)
		err = kg_pack_write(o->pack, o->ph, o->n * sizeof(*o->ph));
	if (!err && eh.e_shnum)
		err = kg_pack_write(o->pack, &sh, sizeof(sh));
	if (!err)
		err = kg_pack_write(o->pack, notes->text, notes->len);
	if (!err)
		err = kg_pack_zeroes(o->pack, page_up(noteoff + notes->len) - (noteoff + notes->len));
	for (size_t i = 0; i < o->n && !err; i++) {
		err = copy_bytes(o, o->from[i], o->ph[i].p_filesz);
		if (!err)
			err = kg_pack_zeroes(o->pack, page_up(o->ph[i].p_filesz) - o->ph[i].p_filesz);
	}
	*ret_apparent = at;
	return err ? err : kg_pack_finish(o->pack);
}

static struct kg_error *write_to(int fd, int core_fd, struct kg_snap *s, const struct kg_snapshot_options *opts,
				 struct kg_snapshot_done *ret)
{
	struct out o = {.s = s, .fd = core_fd};
	struct kg_strbuf notes = {0};
	struct kg_error *err;
	struct stat st;

	copy_notes(s, opts, &notes);
	err = notes.failed ? kg_error_nomem() : plan_loads(&o);
	if (!err)
		err = kg_pack_create(fd, opts->output, opts->zstd, &o.pack);
	if (!err)
		err = write_core(&o, &notes, &ret->apparent);
	if (!err && fsync(fd) != 0 && errno != EINVAL)
		err = kg_error_os(errno, "%s: cannot be written", opts->output);
	if (!err && fstat(fd, &st) == 0)
		ret->bytes = (uint64_t)st.st_blocks * 512;
	kg_pack_destroy(o.pack);
	kg_strbuf_deinit(&notes);
	free(o.ph);
	free(o.from);
	return err;
}

struct kg_error *kg_snapshot_check(const struct kg_snapshot_options *opts, uint64_t bytes)
{
	char folder[4096];
	struct statvfs vfs;
	struct stat st;

	if (stat(opts->output, &st) == 0 && !S_ISREG(st.st_mode))
		return kg_error_create(KG_ERR_USAGE, "%s: not a file; -o takes the name of one", opts->output);
	kg_output_folder(opts->output, folder, sizeof(folder));
	if (statvfs(*folder ? folder : ".", &vfs) != 0)
		return kg_error_create(KG_ERR_USAGE, "%s: cannot be made (%s)", opts->output, strerror(errno));
	if (!opts->zstd && vfs.f_bavail < bytes / vfs.f_frsize)
		return kg_error_create(KG_ERR_OS, "%s: %llu MiB are needed there and %llu are free; name a file elsewhere, or use "
						  "--zstd or --python-only", opts->output, (unsigned long long)(bytes >> 20),
				       (unsigned long long)((uint64_t)vfs.f_bavail * vfs.f_frsize >> 20));
	return NULL;
}

struct kg_error *kg_snapshot_write(int core_fd, const struct kg_image *img, const struct kg_heap *heap,
				   const struct kg_snapshot_options *opts, struct kg_snapshot_done *ret)
{
	struct kg_snap s = {0};
	struct kg_output out;
	struct kg_error *err = kg_output_open(&out, opts->output);

	*ret = (struct kg_snapshot_done){0};
	if (!err)
		err = snap_init(&s, core_fd, img, heap);
	kg_progress_phase(opts->progress, "writing", 0);
	if (!err && opts->python_only)
		err = kg_snap_omit(&s);
	if (!err && opts->redact) {
		redact_args(&s);
		err = kg_snap_redact(&s);
	}
	tidy(&s);
	if (!err)
		err = write_to(out.fd, core_fd, &s, opts, ret);
	if (!err)
		err = kg_output_name(&out);
	kg_output_close(&out);
	kg_progress_clear(opts->progress);
	snap_deinit(&s);
	return err;
}
