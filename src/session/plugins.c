#include "config.h"

#include "session/plugins.h"

#include <ctype.h>
#include <dirent.h>
#include <dlfcn.h>
#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/grow.h"
#include "heap/host.h"

#define NAME_BYTES 32
#define FILES_MAX 1000	   /* of a folder */
#define TYPES_MAX 10000	   /* of a plugin */
#define MEMBERS_MAX 1000   /* of a type */
#define PHDRS_MAX 256
#define BUILD_FOLDER "plugins/.libs" /* beside kedge where it was built */

/* What no plugin of this ABI can be without: all up to these was there from the beginning. */
#define PLUGIN_LEAST (offsetof(struct kg_plugin, host) + sizeof(void *))
#define OPS_LEAST offsetof(struct kg_type_ops, show)
#define MEMBER_LEAST offsetof(struct kg_member, at)
#define FIELD_LEAST offsetof(struct kg_field_name, at)

/* ABI 1 for good: plugins are compiled against these. Members are added behind them, or the ABI is another. */
_Static_assert(KG_PLUGIN_ABI == 1, "what follows is of ABI 1");
_Static_assert(sizeof(struct kg_obj) == 32 && sizeof(struct kg_member) == 48 && sizeof(struct kg_field_name) == 24, "ABI");
_Static_assert(sizeof(struct kg_payload) == 96 && sizeof(struct kg_told) == 24 && sizeof(struct kg_suspicion) == 248, "ABI");
_Static_assert(offsetof(struct kg_type_ops, edges) == 48 && offsetof(struct kg_type_ops, suspect) == 88, "ABI");
_Static_assert(offsetof(struct kg_plugin, name) == 32 && offsetof(struct kg_plugin, host) == 56, "ABI");
_Static_assert(offsetof(struct kg_plugin, able) == 64 && KG_ABLE_ANY_HEAD == 1 && KG_HEAD == 16, "ABI");
_Static_assert(offsetof(struct kg_host, corrupt) == 8 && offsetof(struct kg_host, field) == 168, "ABI");
_Static_assert(offsetof(struct kg_host, instance_dict) == 176 && offsetof(struct kg_host, head) == 184, "ABI");
_Static_assert(offsetof(struct kg_host, module_attribute) == 192 && offsetof(struct kg_plugin, guesses) == 72, "ABI");
_Static_assert(offsetof(struct kg_type_ops, parts) == 112 && sizeof(struct kg_part) == 104, "ABI");
_Static_assert(KG_EDGE_WEAK == 2 && KG_M_BASE == 13 && KG_TOLD_ADDR == 2 && KG_ABSENT == -1, "ABI");

/* Where a plugin is being looked at. */
struct loading {
	struct kg_plugins *all;
	struct kg_plugin_file *file;
	struct kg_plugin plugin; /* as this kedge's struct has it */
};

static void note(struct kg_plugins *p, const char *path, const char *fmt, ...) KG_PRINTF(3, 4);

static void note(struct kg_plugins *p, const char *path, const char *fmt, ...)
{
	struct kg_strbuf raw = {0}, line = {0};
	struct kg_error *err = kg_grow(&p->notes, &p->cap_notes, p->nnotes, sizeof(*p->notes));
	va_list ap;

	va_start(ap, fmt);
	kg_strbuf_printf(&raw, "plugin %s: ", path);
	kg_strbuf_vprintf(&raw, fmt, ap);
	va_end(ap);
	kg_strbuf_escape(&line, kg_strbuf_text(&raw), raw.len);
	if (!err && !line.failed)
		p->notes[p->nnotes] = strdup(kg_strbuf_text(&line));
	if (!err && !line.failed && p->notes[p->nnotes])
		p->nnotes++;
	kg_error_destroy(err);
	kg_strbuf_deinit(&raw);
	kg_strbuf_deinit(&line);
}

/* Memory that goes with the plugin. NULL: there is none. */
static void *part(struct kg_plugin_file *f, size_t n, size_t size)
{
	void **more = realloc(f->parts, (f->nparts + 1) * sizeof(*more));
	void *mem = more ? calloc(n, size) : NULL;

	if (more)
		f->parts = more;
	if (mem)
		f->parts[f->nparts++] = mem;
	return mem;
}

static bool all_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		if (p[i])
			return false;
	}
	return true;
}

/* A struct of a plugin as this kedge has it. @return false when it says what this kedge knows nothing of */
static bool adopt(void *to, size_t to_size, const void *from, size_t from_size)
{
	memset(to, 0, to_size);
	memcpy(to, from, from_size < to_size ? from_size : to_size);
	return from_size <= to_size || all_zero((const char *)from + to_size, from_size - to_size);
}

static const char *const too_new = "it uses what this kedge does not know yet: it is not used; it needs a newer kedge";

static bool adopt_members(struct loading *l, struct kg_type_ops *ops)
{
	size_t n = 0, size = l->plugin.member_size;
	const char *from = (const char *)ops->members;
	struct kg_member *to;

	if (!from)
		return true;
	while (n < MEMBERS_MAX && ((const struct kg_member *)(from + n * size))->how != KG_M_END)
		n++;
	to = part(l->file, n + 1, sizeof(*to));
	for (size_t i = 0; to && i < n; i++) {
		if (!adopt(&to[i], sizeof(*to), from + i * size, size) || to[i].how > KG_M_BASE) {
			note(l->all, l->file->path, "%s: %s", ops->name, too_new);
			return false;
		}
	}
	ops->members = to;
	return to;
}

static bool adopt_fields(struct loading *l, struct kg_type_ops *ops)
{
	size_t n = 0, size = l->plugin.field_size;
	const char *from = (const char *)ops->fields;
	struct kg_field_name *to;

	if (!from)
		return true;
	while (n < MEMBERS_MAX && ((const struct kg_field_name *)(from + n * size))->strct)
		n++;
	if (n > KG_TYPE_FIELDS) {
		note(l->all, l->file->path, "%s has %zu fields, more than %d: it is not used", ops->name, n, KG_TYPE_FIELDS);
		return false;
	}
	to = part(l->file, n + 1, sizeof(*to));
	for (size_t i = 0; to && i < n; i++) {
		if (!adopt(&to[i], sizeof(*to), from + i * size, size)) {
			note(l->all, l->file->path, "%s: %s", ops->name, too_new);
			return false;
		}
	}
	ops->fields = to;
	return to;
}

/* The ranges of versions that two entries are for have one in common. */
static bool overlap(const struct kg_type_ops *a, const struct kg_type_ops *b)
{
	return (!b->until || a->since < b->until) && (!a->until || b->since < a->until);
}

static bool among(const struct kg_type_ops *types, size_t n, const struct kg_type_ops *ops)
{
	for (size_t i = 0; i < n && types[i].name; i++) {
		if (strcmp(types[i].name, ops->name) == 0 && overlap(&types[i], ops))
			return true;
	}
	return false;
}

/* Nobody has taught this type yet. */
static bool unclaimed(struct loading *l, const struct kg_type_ops *ops)
{
	const struct kg_plugins *p = l->all;

	if (among(l->file->types, l->file->ntypes, ops)) {
		note(l->all, l->file->path, "it teaches %s twice: the first counts", ops->name);
		return false;
	}
	for (size_t g = 0; g < kg_type_groups_n; g++) {
		if (among(kg_type_groups[g].types, SIZE_MAX, ops)) {
			note(l->all, l->file->path, "%s is a type of Python's own: what it teaches of that is not used", ops->name);
			return false;
		}
	}
	for (size_t i = 0; i < p->n; i++) {
		if (among(p->items[i].types, p->items[i].ntypes, ops)) {
			note(l->all, l->file->path, "%s is taught by plugin %s already, which counts", ops->name, p->items[i].name);
			return false;
		}
	}
	return true;
}

static bool adopt_types(struct loading *l)
{
	size_t n = 0, size = l->plugin.ops_size;
	const char *from = (const char *)l->plugin.types;

	while (from && n < TYPES_MAX && ((const struct kg_type_ops *)(from + n * size))->name)
		n++;
	l->file->types = part(l->file, n + 1, sizeof(*l->file->types));
	for (size_t i = 0; l->file->types && i < n; i++) {
		struct kg_type_ops ops;

		if (!adopt(&ops, sizeof(ops), from + i * size, size)) {
			note(l->all, l->file->path, "%s", too_new);
			return false;
		}
		if (!unclaimed(l, &ops))
			continue;
		if (!adopt_members(l, &ops) || !adopt_fields(l, &ops))
			return false;
		l->file->types[l->file->ntypes++] = ops;
	}
	return l->file->types;
}

static bool good_name(const char *name)
{
	size_t n = name ? strnlen(name, NAME_BYTES + 1) : 0;

	for (size_t i = 0; i < n; i++) {
		if (!isalnum((unsigned char)name[i]) && !strchr("-_.", name[i]))
			return false;
	}
	return n > 0 && n <= NAME_BYTES;
}

static bool same_folder(const char *a, const char *b)
{
	size_t n = (size_t)(strrchr(a, '/') - a);

	return n == (size_t)(strrchr(b, '/') - b) && strncmp(a, b, n) == 0;
}

/* A size that a plugin states, of a struct that has been at least @least bytes at all times and is @now here. */
static bool good_size(struct loading *l, const char *what, uint32_t size, size_t least, size_t now, size_t most)
{
	if (size >= least && size <= most && size % _Alignof(uint32_t) == 0)
		return true;
	note(l->all, l->file->path, "its struct %s has %u bytes, this kedge's %zu: it is not used", what, size, now);
	return false;
}

#define GOOD_SIZE(what, member, least, most) good_size(l, #what, l->plugin.member, least, sizeof(struct what), most)

static bool check(struct loading *l, const struct kg_plugin *plugin)
{
	const struct kg_plugins *p = l->all;

	if (plugin->abi != KG_PLUGIN_ABI) {
		note(l->all, l->file->path, "it is made for plugin ABI %u, and this kedge has ABI %u: it is not used; compile it anew",
		     plugin->abi, KG_PLUGIN_ABI);
		return false;
	}
	l->plugin.size = plugin->size;
	if (!GOOD_SIZE(kg_plugin, size, PLUGIN_LEAST, 1 << 16))
		return false;
	if (!adopt(&l->plugin, sizeof(l->plugin), plugin, plugin->size) || l->plugin.able & ~KG_ABLE_ANY_HEAD) {
		note(l->all, l->file->path, "%s", too_new);
		return false;
	}
	if (!GOOD_SIZE(kg_type_ops, ops_size, OPS_LEAST, 1 << 16) || !GOOD_SIZE(kg_member, member_size, MEMBER_LEAST, 1 << 16) ||
	    !GOOD_SIZE(kg_field_name, field_size, FIELD_LEAST, 1 << 16) ||
	    !GOOD_SIZE(kg_payload, payload_size, 0, KG_PAYLOAD_ROOM) ||
	    !GOOD_SIZE(kg_suspicion, suspicion_size, 0, KG_SUSPICION_ROOM) ||
	    !GOOD_SIZE(kg_host, host_size, 0, sizeof(struct kg_host)))
		return false;
	if (!good_name(l->plugin.name)) {
		note(l->all, l->file->path, "its name is not one of letters, digits, '-', '_' and '.': it is not used");
		return false;
	}
	for (size_t i = 0; i < p->n; i++) {
		if (strcmp(p->items[i].name, l->plugin.name) != 0)
			continue;
		/* That of the user's folder stands in for kedge's, as who put it there wants. */
		if (same_folder(p->items[i].path, l->file->path))
			note(l->all, l->file->path, "%s has the name %s too: it is not used", p->items[i].path, l->plugin.name);
		return false;
	}
	return true;
}

static bool read_at(int fd, void *to, size_t n, uint64_t at)
{
	return at <= INT64_MAX && pread(fd, to, n, (off_t)at) == (ssize_t)n;
}

/* The dynamic linker trusts what it maps: a file that is cut short would end this process. */
static const char *elf_trouble(int fd, uint64_t size)
{
	Elf64_Ehdr head;
	Elf64_Phdr ph;

	if (!read_at(fd, &head, sizeof(head), 0) || memcmp(head.e_ident, ELFMAG, SELFMAG) != 0 ||
	    head.e_ident[EI_CLASS] != ELFCLASS64 || head.e_type != ET_DYN || head.e_phentsize != sizeof(ph) ||
	    head.e_phnum == 0 || head.e_phnum > PHDRS_MAX)
		return "it is no shared object of this machine";
	for (unsigned int i = 0; i < head.e_phnum; i++) {
		if (!read_at(fd, &ph, sizeof(ph), head.e_phoff + i * sizeof(ph)))
			return "it is cut short";
		if (ph.p_filesz && (ph.p_offset > size || ph.p_filesz > size - ph.p_offset))
			return "it is cut short";
		if (ph.p_type == PT_LOAD && (ph.p_filesz > ph.p_memsz || ph.p_vaddr > INT64_MAX || ph.p_memsz > INT64_MAX))
			return "its segments make no sense";
	}
	return NULL;
}

static const char *file_trouble(const char *path)
{
	const char *trouble;
	struct stat st;
	int fd;

	/* A FIFO or a device is not even opened. */
	if (stat(path, &st) != 0)
		return strerror(errno);
	if (!S_ISREG(st.st_mode))
		return "it is no regular file";
	fd = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK);
	if (fd < 0 || fstat(fd, &st) != 0)
		trouble = strerror(errno);
	else if (!S_ISREG(st.st_mode))
		trouble = "it is no regular file";
	else if (st.st_mode & S_IWOTH)
		trouble = "anybody may write to it";
	else
		trouble = elf_trouble(fd, (uint64_t)st.st_size);
	if (fd >= 0)
		close(fd);
	return trouble;
}

static void file_deinit(struct kg_plugin_file *f)
{
	for (size_t i = 0; i < f->nparts; i++)
		free(f->parts[i]);
	free(f->parts);
	free(f->path);
	if (f->handle)
		dlclose(f->handle);
	*f = (struct kg_plugin_file){0};
}

/* Fills in @f. @return false when it is of no use */
static bool load(struct kg_plugins *p, struct kg_plugin_file *f)
{
	struct loading l = {.all = p, .file = f};
	const char *trouble = file_trouble(f->path);
	const struct kg_plugin *plugin;

	if (!trouble) {
		f->handle = dlopen(f->path, RTLD_NOW | RTLD_LOCAL);
		trouble = f->handle ? NULL : dlerror();
	}
	if (trouble) {
		note(p, f->path, "%s: it is not used", trouble);
		return false;
	}
	plugin = dlsym(f->handle, "kedge_plugin");
	if (!plugin) {
		note(p, f->path, "it has no symbol kedge_plugin, so it is no plugin of kedge: it is not used");
		return false;
	}
	if (!check(&l, plugin) || !adopt_types(&l))
		return false;
	if (l.plugin.host)
		*l.plugin.host = &kg_plugin_host;
	f->name = l.plugin.name;
	f->version = l.plugin.version;
	f->able = l.plugin.able;
	f->guesses = l.plugin.guesses;
	return true;
}

static struct kg_error *load_file(struct kg_plugins *p, const char *dir, const char *name)
{
	struct kg_plugin_file f = {0};
	struct kg_error *err = NULL;

	if (asprintf(&f.path, "%s/%s", dir, name) < 0)
		return kg_error_nomem();
	if (load(p, &f))
		err = kg_grow(&p->items, &p->cap, p->n, sizeof(*p->items));
	else
		f.name = NULL;
	if (f.name && !err)
		p->items[p->n++] = f;
	else
		file_deinit(&f);
	return err;
}

static int is_plugin(const struct dirent *e)
{
	size_t n = strlen(e->d_name);

	return n > 3 && strcmp(e->d_name + n - 3, ".so") == 0 && e->d_name[0] != '.';
}

/* In the order of their names, so that the same files give the same answers. */
static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static struct kg_error *load_folder(struct kg_plugins *p, const char *dir, int *ret_n)
{
	struct dirent **files = NULL;
	struct kg_error *err = NULL;
	int n = scandir(dir, &files, is_plugin, by_name);

	*ret_n = n;
	for (int i = 0; i < n; i++) {
		if (!err && i < FILES_MAX)
			err = load_file(p, dir, files[i]->d_name);
		free(files[i]);
	}
	free(files);
	return err;
}

/* A path may be relative where a person wrote it, and is then said in full. */
static struct kg_error *load_given(struct kg_plugins *p, const char *dir)
{
	struct kg_error *err;
	struct stat st;
	int n;

	if (!*dir)
		return kg_error_create(KG_ERR_USAGE, "--plugin-dir: the name of a folder is expected, and it is empty");
	p->given = realpath(dir, NULL);
	if (!p->given || stat(p->given, &st) != 0)
		return kg_error_create(KG_ERR_USAGE, "--plugin-dir %s: %s", dir, strerror(errno));
	if (!S_ISDIR(st.st_mode))
		return kg_error_create(KG_ERR_USAGE, "--plugin-dir %s: it is no folder; name the folder that the plugin is in", dir);
	if (st.st_mode & S_IWOTH)
		return kg_error_create(KG_ERR_USAGE, "--plugin-dir %s: anybody may write to it, and kedge would run what is there; "
						     "use a folder of your own", dir);
	if (dir[0] != '/')
		note(p, dir, "plugins are taken from %s", p->given);
	err = load_folder(p, p->given, &n);
	if (!err && n < 0)
		err = kg_error_create(KG_ERR_USAGE, "--plugin-dir %s: %s", dir, strerror(errno));
	if (!err && n == 0)
		note(p, p->given, "no plugin is there: no file's name ends in .so");
	return err;
}

/* The folder of the build tree, when this very program was built and not installed. */
static char *build_folder(void)
{
	char self[PATH_MAX];
	ssize_t n = readlink("/proc/self/exe", self, sizeof(self) - sizeof(BUILD_FOLDER) - sizeof("config.status"));
	char *slash;

	if (n <= 0)
		return NULL;
	self[n] = '\0';
	slash = strrchr(self, '/');
	if (!slash)
		return NULL;
	strcpy(slash + 1, "config.status");
	if (access(self, F_OK) != 0)
		return NULL;
	strcpy(slash + 1, BUILD_FOLDER);
	return realpath(self, NULL);
}

static struct kg_error *load_library(struct kg_plugins *p)
{
	struct stat st = {0};
	int n;

	p->library = build_folder();
	if (!p->library)
		p->library = realpath(KG_PLUGIN_FOLDER, NULL);
	if (!p->library)
		return NULL; /* an installation without plugins */
	if (stat(p->library, &st) != 0 || !S_ISDIR(st.st_mode) || st.st_mode & S_IWOTH) {
		note(p, p->library, "%s: nothing of it is used",
		     S_ISDIR(st.st_mode) ? "anybody may write to this folder" : "it is no folder");
		return NULL;
	}
	return load_folder(p, p->library, &n);
}

static struct kg_error *groups(struct kg_plugins *p)
{
	p->groups = calloc(p->n + 1, sizeof(*p->groups));
	if (!p->groups)
		return kg_error_nomem();
	for (size_t i = 0; i < p->n; i++)
		p->groups[i] = (struct kg_type_group){.name = p->items[i].name, .types = p->items[i].types,
						    .any_head = p->items[i].able & KG_ABLE_ANY_HEAD,
						    .guesses = p->items[i].guesses};
	return NULL;
}

struct kg_error *kg_plugins_create(const char *dir, struct kg_plugins **ret)
{
	struct kg_plugins *p = calloc(1, sizeof(*p));
	struct kg_error *err = p ? NULL : kg_error_nomem();

	if (!err && dir)
		err = load_given(p, dir);
	if (!err)
		err = load_library(p);
	if (!err)
		err = groups(p);
	if (err)
		kg_plugins_destroy(p);
	else
		*ret = p;
	return err;
}

void kg_plugins_destroy(struct kg_plugins *p)
{
	if (!p)
		return;
	for (size_t i = 0; i < p->n; i++)
		file_deinit(&p->items[i]);
	for (size_t i = 0; i < p->nnotes; i++)
		free(p->notes[i]);
	free(p->items);
	free(p->notes);
	free(p->groups);
	free(p->given);
	free(p->library);
	free(p);
}

bool kg_session_unasked(const struct kg_session *s, size_t i, struct kg_strbuf *sb)
{
	const struct kg_plugins *p = s->options.plugins;
	struct kg_strbuf raw = {0};
	size_t at = 0;

	while (p && s->heap && at < p->n && (kg_heap_asks(s->heap, &p->groups[at]) || i-- > 0))
		at++;
	if (!p || !s->heap || at == p->n)
		return false;
	kg_strbuf_printf(&raw, "plugin %s: it is made for objects that begin with %d bytes, and those of %s begin with %d%s: it is not asked; "
			 "it would have to say KG_ABLE_ANY_HEAD", p->items[at].path, KG_HEAD, s->options.target,
			 s->runtime->layout->off[F_OBJECT_SIZE],
			 s->runtime->layout->free_threaded ? ", of a free-threaded build" : "");
	kg_strbuf_escape(sb, kg_strbuf_text(&raw), raw.len);
	kg_strbuf_deinit(&raw);
	return true;
}
