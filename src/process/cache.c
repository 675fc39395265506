/*
 * Structs that were read from debug information, kept for the next time: unpacking and
 * parsing them is most of the time that opening a core takes.
 *
 * One file for each build-id, in the user's cache folder. It begins with a checksum and
 * a stamp that names all that the answer depends on: this very kedge, the file with the
 * debug information as it is now, the names that were asked for. A file that is not
 * exactly what would be written is as good as none, and is written anew.
 */
#define _GNU_SOURCE /* dl_iterate_phdr */
#include "config.h"

#include <fcntl.h>
#include <link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "process/process_priv.h"

#define MAGIC "kedge structs 1\n" /* the number is the format's */
#define HEAD (sizeof(MAGIC) - 1 + sizeof(uint32_t)) /* and the checksum of what follows */
#define MAX_SIZE ((off_t)16 << 20)
#define MEMBER_LEAST 16 /* bytes that a member takes at least */

/* The folder @name in @parent (a path when that is AT_FDCWD), the caller's own; -1 when there is none. */
static int open_own(int parent, const char *name, bool make)
{
	struct stat st;
	int fd;

	if (make)
		mkdirat(parent, name, 0700);
	fd = openat(parent, name, O_RDONLY | O_DIRECTORY | O_CLOEXEC | (parent == AT_FDCWD ? 0 : O_NOFOLLOW));
	if (fd >= 0 && (fstat(fd, &st) != 0 || st.st_uid != geteuid())) {
		close(fd);
		return -1;
	}
	return fd;
}

/* XDG Base Directory Specification: a path that is not absolute counts as none. */
static int open_folder(bool make)
{
	const char *base = getenv("XDG_CACHE_HOME"), *home = getenv("HOME");
	struct kg_strbuf path = {0};
	int parent = -1, fd = -1;

	if (base && base[0] == '/')
		kg_strbuf_puts(&path, base);
	else if (home && home[0] == '/')
		kg_strbuf_printf(&path, "%s/.cache", home);
	if (path.len > 0 && !path.failed)
		parent = open_own(AT_FDCWD, kg_strbuf_text(&path), make);
	if (parent >= 0) {
		fd = open_own(parent, "kedge", make);
		close(parent);
	}
	kg_strbuf_deinit(&path);
	return fd;
}

static int own_build_id(struct dl_phdr_info *info, size_t size, void *ret)
{
	(void)size;
	for (size_t i = 0; i < info->dlpi_phnum; i++) {
		const ElfW(Phdr) *ph = &info->dlpi_phdr[i];

		if (ph->p_type == PT_NOTE &&
		    kg_notes_build_id((const uint8_t *)(info->dlpi_addr + ph->p_vaddr), ph->p_memsz, ret))
			break;
	}
	return 1; /* the program itself comes first */
}

/* All that the structs depend on, and the names of those that were asked for. */
static bool put_stamp(struct kg_strbuf *sb, const struct kg_elf_file *f, const char *const *names, size_t n)
{
	char self[KG_BUILD_ID_CAP] = "";
	struct stat st;

	if (fstat(f->fd, &st) != 0)
		return false;
	dl_iterate_phdr(own_build_id, self);
	kg_strbuf_printf(sb, "kedge %s %s\n%s %llu %llu %lld %lld.%09ld\n%s\n", PACKAGE_VERSION, self, f->build_id,
			 (unsigned long long)st.st_dev, (unsigned long long)st.st_ino, (long long)st.st_size,
			 (long long)st.st_mtim.tv_sec, st.st_mtim.tv_nsec, f->path);
	for (size_t i = 0; i < n; i++)
		kg_strbuf_printf(sb, "%s\n", names[i]);
	kg_strbuf_putc(sb, '\0');
	return !sb->failed;
}

static void put_u32(struct kg_strbuf *sb, uint32_t v)
{
	kg_strbuf_add(sb, (const char *)&v, sizeof(v));
}

static void put_text(struct kg_strbuf *sb, const char *text)
{
	kg_strbuf_add(sb, text, strlen(text) + 1);
}

/* Size and members; the name is the one asked for. */
static void put_struct(struct kg_strbuf *sb, const struct kg_cstruct *s)
{
	put_u32(sb, s->size);
	put_u32(sb, s->nmembers);
	for (uint32_t i = 0; i < s->nmembers; i++) {
		const struct kg_cmember *m = &s->members[i];

		put_u32(sb, m->offset);
		put_u32(sb, m->size);
		put_u32(sb, m->elem);
		kg_strbuf_putc(sb, (char)m->bit_offset);
		kg_strbuf_putc(sb, (char)m->bit_size);
		kg_strbuf_putc(sb, (char)m->pointer);
		put_text(sb, m->name);
	}
}

/* What is left of the file that is being read. */
struct input {
	const char *p;
	size_t left;
	bool bad;
};

static void get(struct input *in, void *ret, size_t len)
{
	if (in->left < len) {
		in->bad = true;
		memset(ret, 0, len);
		return;
	}
	memcpy(ret, in->p, len);
	in->p += len;
	in->left -= len;
}

static uint32_t get_u32(struct input *in)
{
	uint32_t v;

	get(in, &v, sizeof(v));
	return v;
}

static const char *get_text(struct input *in)
{
	const char *text = in->p, *end = memchr(in->p, '\0', in->left);

	if (!end) {
		in->bad = true;
		return "";
	}
	in->left -= (size_t)(end + 1 - text);
	in->p = end + 1;
	return text;
}

static const struct kg_cstruct *get_struct(struct input *in, struct kg_arena *arena, const char *name)
{
	struct kg_cstruct *s = kg_arena_alloc(arena, sizeof(*s));
	struct kg_cmember *m;
	uint32_t size = get_u32(in), n = get_u32(in);

	if (!s || n > in->left / MEMBER_LEAST || !(m = kg_arena_alloc(arena, n * sizeof(*m)))) {
		in->bad = true;
		return NULL;
	}
	*s = (struct kg_cstruct){name, size, n, m};
	for (uint32_t i = 0; i < n; i++) {
		m[i].offset = get_u32(in);
		m[i].size = get_u32(in);
		m[i].elem = get_u32(in);
		get(in, &m[i].bit_offset, 1);
		get(in, &m[i].bit_size, 1);
		get(in, &m[i].pointer, 1);
		m[i].name = get_text(in);
	}
	return s;
}

/* All bytes of the file, in the arena; NULL when it is not a file of the caller's of sensible size. */
static const char *file_read(struct kg_arena *arena, const char *name, size_t *ret_len)
{
	int folder = open_folder(false);
	int fd = folder < 0 ? -1 : openat(folder, name, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
	struct stat st;
	char *bytes = NULL;

	if (fd >= 0 && fstat(fd, &st) == 0 && S_ISREG(st.st_mode) && st.st_uid == geteuid() &&
	    st.st_size >= (off_t)HEAD && st.st_size <= MAX_SIZE)
		bytes = kg_arena_alloc(arena, (size_t)st.st_size);
	if (bytes && read(fd, bytes, (size_t)st.st_size) != (ssize_t)st.st_size)
		bytes = NULL;
	if (bytes)
		*ret_len = (size_t)st.st_size;
	if (fd >= 0)
		close(fd);
	if (folder >= 0)
		close(folder);
	return bytes;
}

static void file_name(const struct kg_elf_file *f, const char *kind, char ret[KG_BUILD_ID_CAP + 16])
{
	snprintf(ret, KG_BUILD_ID_CAP + 16, "%s.%s", f->build_id, kind);
}

/* What follows the checksum, when that is right. */
static bool checked(const char *bytes, size_t len, struct input *ret)
{
	uint32_t sum;

	if (!bytes || memcmp(bytes, MAGIC, sizeof(MAGIC) - 1) != 0)
		return false;
	memcpy(&sum, bytes + sizeof(MAGIC) - 1, sizeof(sum));
	*ret = (struct input){bytes + HEAD, len - HEAD, false};
	return kg_crc32((const uint8_t *)ret->p, ret->left) == sum;
}

bool kg_cache_read(struct kg_process *proc, const struct kg_elf_file *f, const char *const *names, size_t n,
		   const struct kg_cstruct **ret)
{
	struct kg_arena *arena = &proc->priv->arena;
	struct kg_strbuf stamp = {0};
	char name[KG_BUILD_ID_CAP + 16];
	struct input in;
	const char *bytes;
	size_t len = 0;
	bool same;

	if (!proc->priv->opts.cache || !f->build_id[0])
		return false;
	file_name(f, "structs", name);
	bytes = file_read(arena, name, &len);
	same = checked(bytes, len, &in) && put_stamp(&stamp, f, names, n) && in.left > stamp.len &&
	       memcmp(in.p, stamp.text, stamp.len) == 0;
	if (same) {
		in.p += stamp.len;
		in.left -= stamp.len;
	}
	kg_strbuf_deinit(&stamp);
	for (size_t i = 0; same && i < n && !in.bad; i++) {
		uint8_t found;
		const char *own = NULL;

		get(&in, &found, 1);
		if (found)
			own = kg_arena_strdup(arena, names[i]);
		in.bad = in.bad || (found && !own);
		ret[i] = found && !in.bad ? get_struct(&in, arena, own) : NULL;
	}
	same = same && !in.bad && in.left == 0;
	for (size_t i = 0; i < n && !same; i++)
		ret[i] = NULL;
	proc->cache.read += same;
	return same;
}

/* Under a name of its own first: whoever reads meanwhile sees the old file or the new one. */
static bool file_write(int folder, const char *name, const struct kg_strbuf *sb)
{
	char temporary[KG_BUILD_ID_CAP + 48];
	bool done;
	int fd;

	snprintf(temporary, sizeof(temporary), "%s.%ld", name, (long)getpid());
	fd = openat(folder, temporary, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600);
	if (fd < 0)
		return false;
	done = write(fd, sb->text, sb->len) == (ssize_t)sb->len;
	done = close(fd) == 0 && done && renameat(folder, temporary, folder, name) == 0;
	if (!done)
		unlinkat(folder, temporary, 0);
	return done;
}

static void put_head(struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, MAGIC);
	put_u32(sb, 0);
}

/* Fills in the checksum and writes it all. */
static void keep(struct kg_process *proc, const struct kg_elf_file *f, const char *kind, struct kg_strbuf *sb)
{
	char name[KG_BUILD_ID_CAP + 16];
	uint32_t sum;
	int folder;

	if (sb->failed || sb->len > (size_t)MAX_SIZE)
		return;
	sum = kg_crc32((const uint8_t *)sb->text + HEAD, sb->len - HEAD);
	memcpy(sb->text + sizeof(MAGIC) - 1, &sum, sizeof(sum));
	folder = open_folder(true);
	if (folder >= 0) {
		file_name(f, kind, name);
		proc->cache.written += file_write(folder, name, sb);
		close(folder);
	}
}

void kg_cache_write(struct kg_process *proc, const struct kg_elf_file *f, const char *const *names, size_t n,
		    const struct kg_cstruct *const *structs)
{
	struct kg_strbuf sb = {0};

	if (!proc->priv->opts.cache || !f->build_id[0])
		return;
	put_head(&sb);
	if (put_stamp(&sb, f, names, n)) {
		for (size_t i = 0; i < n; i++) {
			kg_strbuf_putc(&sb, structs[i] != NULL);
			if (structs[i])
				put_struct(&sb, structs[i]);
		}
		keep(proc, f, "structs", &sb);
	}
	kg_strbuf_deinit(&sb);
}

/* Structs of types: key, how, name, size, members. */

static void put_instance(struct kg_strbuf *sb, const struct kg_instance_known *k)
{
	put_text(sb, k->key);
	put_text(sb, k->answer.how);
	kg_strbuf_putc(sb, k->answer.name != NULL);
	kg_strbuf_putc(sb, k->answer.sized);
	put_text(sb, k->answer.name ? k->answer.name : "");
	put_u32(sb, k->answer.size);
	put_u32(sb, k->answer.nfields);
	for (uint32_t i = 0; i < k->answer.nfields; i++) {
		const struct kg_cfield *m = &k->answer.fields[i];

		put_u32(sb, m->offset);
		put_u32(sb, m->size);
		put_u32(sb, m->elem);
		kg_strbuf_putc(sb, (char)m->bit_offset);
		kg_strbuf_putc(sb, (char)m->bit_size);
		kg_strbuf_putc(sb, (char)m->value);
		kg_strbuf_putc(sb, (char)m->in_union);
		put_text(sb, m->label);
		put_text(sb, m->type);
	}
}

static struct kg_instance_known *get_instance(struct input *in, struct kg_arena *arena)
{
	struct kg_instance_known *k = kg_arena_alloc(arena, sizeof(*k));
	struct kg_cfield *m;
	uint8_t known, sized;

	if (!k)
		return NULL;
	k->key = get_text(in);
	k->answer.how = get_text(in);
	get(in, &known, 1);
	get(in, &sized, 1);
	k->answer.sized = sized;
	k->answer.name = get_text(in);
	if (!known)
		k->answer.name = NULL;
	k->answer.size = get_u32(in);
	k->answer.nfields = get_u32(in);
	if (in->bad || k->answer.nfields > in->left / MEMBER_LEAST ||
	    !(m = kg_arena_alloc(arena, (k->answer.nfields + 1) * sizeof(*m))))
		return NULL;
	k->answer.fields = m;
	for (uint32_t i = 0; i < k->answer.nfields; i++, m++) {
		m->offset = get_u32(in);
		m->size = get_u32(in);
		m->elem = get_u32(in);
		get(in, &m->bit_offset, 1);
		get(in, &m->bit_size, 1);
		get(in, &m->value, 1);
		get(in, &known, 1);
		m->in_union = known;
		m->label = get_text(in);
		m->type = get_text(in);
	}
	return in->bad ? NULL : k;
}

void kg_cache_read_instances(struct kg_process *proc, const struct kg_elf_file *f, struct kg_instance_known **list)
{
	struct kg_arena *arena = &proc->priv->arena;
	struct kg_instance_known *all = NULL;
	struct kg_strbuf stamp = {0};
	char name[KG_BUILD_ID_CAP + 16];
	const char *bytes;
	struct input in;
	size_t len = 0;

	if (!proc->priv->opts.cache || !f->build_id[0])
		return;
	file_name(f, "instances", name);
	bytes = file_read(arena, name, &len);
	if (checked(bytes, len, &in) && put_stamp(&stamp, f, NULL, 0) && in.left > stamp.len &&
	    memcmp(in.p, stamp.text, stamp.len) == 0) {
		in.p += stamp.len;
		in.left -= stamp.len;
		while (in.left > 0) {
			struct kg_instance_known *k = get_instance(&in, arena);

			if (!k)
				break;
			k->next = all;
			all = k;
		}
		if (in.left == 0) {
			*list = all;
			proc->cache.read++;
		}
	}
	kg_strbuf_deinit(&stamp);
}

void kg_cache_write_instances(struct kg_process *proc, const struct kg_elf_file *f, const struct kg_instance_known *list)
{
	struct kg_strbuf sb = {0};

	if (!proc->priv->opts.cache || !f->build_id[0])
		return;
	put_head(&sb);
	if (put_stamp(&sb, f, NULL, 0)) {
		for (; list; list = list->next)
			put_instance(&sb, list);
		keep(proc, f, "instances", &sb);
	}
	kg_strbuf_deinit(&sb);
}
