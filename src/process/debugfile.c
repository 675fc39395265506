/*
 * Where a module's debug information is: by build-id, by debuglink, in the file
 * itself, and from servers when the user's environment names some. A file that
 * cannot be shown to belong to the module is not used.
 *
 * Folders and debuglink: GDB manual, "Debugging Information in Separate Files".
 */
#include "config.h"

#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "process/process_priv.h"

#ifdef HAVE_DEBUGINFOD
#include <elfutils/debuginfod.h>
#endif

/* A folder with debug files; @inside: of --sysroot, else of this machine. */
struct root {
	const char *path;
	bool inside;
};

/* The folders that hold debug files, in order of search; at most three. */
static size_t debug_roots(const struct kg_process *proc, struct root roots[3])
{
	const struct kg_process_options *o = &proc->priv->opts;
	size_t n = 0;

	if (o->debug_dir)
		roots[n++] = (struct root){o->debug_dir, false};
	if (o->sysroot)
		roots[n++] = (struct root){KG_SYSTEM_DEBUG, true};
	roots[n++] = (struct root){KG_SYSTEM_DEBUG, false};
	return n;
}

/* With a table made on the spot: it is needed once or twice a run, if at all. */
uint32_t kg_crc32(const uint8_t *p, uint64_t len)
{
	uint32_t table[256], crc = 0xffffffff;

	for (uint32_t i = 0; i < 256; i++) {
		table[i] = i;
		for (int bit = 0; bit < 8; bit++)
			table[i] = table[i] >> 1 ^ (table[i] & 1 ? 0xedb88320 : 0);
	}
	for (uint64_t i = 0; i < len; i++)
		crc = crc >> 8 ^ table[(crc ^ p[i]) & 0xff];
	return ~crc;
}

/* The file at @path when its build-id is @mod's, or, with neither known, its CRC is *@crc. NULL: none such. */
static struct kg_elf_file *open_if_same(const struct kg_process *proc, const struct kg_module *mod, const char *path,
					bool inside, const uint32_t *crc)
{
	struct kg_elf_file *f = NULL;
	bool exists;

	/* What cannot be unpacked is not there: it is looked for further. */
	if (inside)
		kg_error_destroy(kg_sysroot_open(proc, path, &f));
	else
		f = kg_elf_file_open(path, &exists);
	if (!f)
		return NULL;
	if (mod->build_id[0] && f->build_id[0] ? strcmp(mod->build_id, f->build_id) == 0
					       : crc && kg_crc32(f->map, f->size) == *crc)
		return f;
	kg_elf_file_close(f);
	return NULL;
}

static struct kg_elf_file *by_build_id(const struct kg_process *proc, const struct kg_module *mod)
{
	struct root roots[3];
	size_t n = debug_roots(proc, roots);
	struct kg_elf_file *f = NULL;

	for (size_t i = 0; i < n && !f; i++) {
		struct kg_strbuf sb = {0};

		kg_strbuf_printf(&sb, "%s/.build-id/%.2s/%s.debug", roots[i].path, mod->build_id, mod->build_id + 2);
		if (!sb.failed)
			f = open_if_same(proc, mod, kg_strbuf_text(&sb), roots[i].inside, NULL);
		kg_strbuf_deinit(&sb);
	}
	return f;
}

/* The name and CRC in .gnu_debuglink; false when there is none that makes sense. */
static bool read_debuglink(const struct kg_elf_file *f, char *name, size_t cap, uint32_t *ret_crc)
{
	Elf64_Shdr sh;
	Elf_Scn *scn = kg_elf_file_section(f, ".gnu_debuglink", &sh);
	Elf_Data *data = scn ? elf_rawdata(scn, NULL) : NULL;
	size_t len, at;

	if (!data || !data->d_buf)
		return false;
	len = strnlen(data->d_buf, data->d_size);
	at = (len + 4) & ~(size_t)3; /* after the NUL, aligned */
	if (len == 0 || len >= cap || at + sizeof(*ret_crc) > data->d_size || memchr(data->d_buf, '/', len))
		return false;
	memcpy(name, data->d_buf, len);
	name[len] = '\0';
	memcpy(ret_crc, (const uint8_t *)data->d_buf + at, sizeof(*ret_crc));
	return true;
}

/* A file called @name in @root joined with the folder of @of and @sub. */
static struct kg_elf_file *open_joined(const struct kg_process *proc, const struct kg_module *mod, struct root root,
				       const char *of, const char *sub, const char *name, uint32_t crc)
{
	const char *slash = strrchr(of, '/');
	struct kg_strbuf sb = {0};
	struct kg_elf_file *f = NULL;

	kg_strbuf_printf(&sb, "%s%.*s/%s%s", root.path, slash ? (int)(slash - of) : 1, slash ? of : ".", sub, name);
	/* A debuglink that leads back to the binary itself says nothing. */
	if (!sb.failed && strcmp(kg_strbuf_text(&sb), of) != 0)
		f = open_if_same(proc, mod, kg_strbuf_text(&sb), root.inside, &crc);
	kg_strbuf_deinit(&sb);
	return f;
}

static struct kg_elf_file *by_debuglink(const struct kg_process *proc, const struct kg_module *mod)
{
	/* Beside the binary, which may be one of --sysroot's: there it has the core's name. */
	const struct root beside = {"", mod->priv->in_sysroot};
	const char *own = mod->priv->in_sysroot ? mod->path : mod->found;
	struct root roots[3];
	struct kg_elf_file *f;
	char name[256];
	uint32_t crc;
	size_t n;

	if (!mod->priv->file || !read_debuglink(mod->priv->file, name, sizeof(name), &crc))
		return NULL;
	f = open_joined(proc, mod, beside, own, "", name, crc);
	if (!f && strchr(own, '/'))
		f = open_joined(proc, mod, beside, own, ".debug/", name, crc);
	n = strchr(own, '/') && strchr(mod->path, '/') ? debug_roots(proc, roots) : 0;
	for (size_t i = 0; i < n && !f; i++)
		f = open_joined(proc, mod, roots[i], mod->path, "", name, crc);
	return f;
}

static struct kg_elf_file *by_itself(const struct kg_module *mod)
{
	Elf64_Shdr sh;

	if (!mod->priv->file || !kg_elf_file_section(mod->priv->file, ".debug_info", &sh))
		return NULL;
	return mod->priv->file;
}

#ifdef HAVE_DEBUGINFOD
static int fetch_progress(debuginfod_client *client, long done, long total)
{
	(void)done;
	(void)total;
	kg_progress_add(debuginfod_get_user_data(client), 0);
	return 0;
}

static struct kg_elf_file *by_server(struct kg_process *proc, const struct kg_module *mod)
{
	const char *urls = getenv(DEBUGINFOD_URLS_ENV_VAR);
	struct kg_elf_file *f = NULL;
	debuginfod_client *client;
	char *path = NULL;
	int fd;

	if (!urls || !*urls || !mod->build_id[0])
		return NULL;
	client = debuginfod_begin();
	if (!client)
		return NULL;
	kg_progress_phase(proc->priv->opts.progress, "fetching debug information", 0);
	debuginfod_set_user_data(client, proc->priv->opts.progress);
	debuginfod_set_progressfn(client, fetch_progress);
	/* A length of 0 says that the build-id is in hexadecimal. */
	fd = debuginfod_find_debuginfo(client, (const unsigned char *)mod->build_id, 0, &path);
	if (fd >= 0) {
		close(fd);
		f = open_if_same(proc, mod, path, false, NULL);
	}
	kg_progress_clear(proc->priv->opts.progress);
	free(path);
	debuginfod_end(client);
	return f;
}
#else
static struct kg_elf_file *by_server(struct kg_process *proc, const struct kg_module *mod)
{
	(void)proc;
	(void)mod;
	return NULL;
}
#endif

struct kg_elf_file *kg_module_debug(struct kg_process *proc, struct kg_module *mod, bool remote)
{
	struct kg_module_priv *p = mod->priv;

	if (proc->priv->opts.no_dwarf)
		return NULL;
	if (!p->debug && p->searched < KG_DEBUG_LOCAL) {
		if (mod->build_id[0])
			p->debug = by_build_id(proc, mod);
		if (!p->debug)
			p->debug = by_debuglink(proc, mod);
		if (!p->debug)
			p->debug = by_itself(mod);
		p->searched = KG_DEBUG_LOCAL;
	}
	if (!p->debug && remote && p->searched < KG_DEBUG_REMOTE) {
		p->debug = by_server(proc, mod);
		p->searched = KG_DEBUG_REMOTE;
	}
	if (p->debug && !mod->debug)
		mod->debug = strdup(p->debug->path);
	return p->debug;
}
