/* Which file on this machine is the one that was mapped: by build-id, or by what its memory shows of it. */
#include <stdlib.h>
#include <string.h>

#include "base/strbuf.h"
#include "process/process_priv.h"

#define DELETED " (deleted)"

/* What comparing a file with a module says. */
enum verdict { SAME, PLAUSIBLE, OTHER };

/* Whether what may be the file is it. */
static enum verdict prove(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_file *f)
{
	return kg_module_proved(proc, mod, f) ? SAME : PLAUSIBLE;
}

static enum verdict compare(const struct kg_process *proc, const struct kg_module *mod, const struct kg_elf_file *f)
{
	bool whole;

	if (!kg_elf_head_fits(&f->head, proc->image))
		return OTHER;
	if (mod->build_id[0])
		return strcmp(mod->build_id, f->build_id) == 0 ? SAME : OTHER;
	if (mod->priv->in_core) /* the core has the header, and no build-id */
		return !f->build_id[0] && kg_elf_head_equal(&mod->priv->head, &f->head) ? prove(proc, mod, f) : OTHER;
	if (!kg_module_layout_agrees(proc, mod, &f->head) || !kg_module_evidence_agrees(proc, mod, f, &whole))
		return OTHER;
	/*
	 * The core lacks the page with header and build-id, as those of qemu do of all files. The dynamic section says instead
	 * how large parts are and where code ends, for all that has changed its size; and addresses say where things are within.
	 */
	return whole ? prove(proc, mod, f) : PLAUSIBLE;
}

static const char *shown(const char *build_id)
{
	return build_id[0] ? build_id : "none";
}

static struct kg_error *set_note(struct kg_module *mod, struct kg_strbuf *sb)
{
	char *note = sb->failed ? NULL : strdup(kg_strbuf_text(sb));

	kg_strbuf_deinit(sb);
	if (!note)
		return kg_error_nomem();
	free(mod->note);
	mod->note = note;
	return NULL;
}

static struct kg_error *note_mismatch(const struct kg_process *proc, struct kg_module *mod, const struct kg_elf_file *f)
{
	struct kg_strbuf sb = {0};

	mod->state = KG_MODULE_MISMATCH;
	kg_strbuf_escape(&sb, f->path, strlen(f->path));
	if (!kg_elf_head_fits(&f->head, proc->image))
		kg_strbuf_puts(&sb, " is for another machine than the core's");
	else if (mod->build_id[0] || f->build_id[0])
		kg_strbuf_printf(&sb, " is another build: its build-id is %s, the core's is %s", shown(f->build_id),
				 shown(mod->build_id));
	else
		kg_strbuf_puts(&sb, " is another build: its headers differ from the core's");
	return set_note(mod, &sb);
}

static struct kg_error *note_missing(const struct kg_process *proc, struct kg_module *mod)
{
	struct kg_strbuf sb = {0};

	mod->state = KG_MODULE_MISSING;
	kg_strbuf_escape(&sb, mod->path, strlen(mod->path));
	kg_strbuf_printf(&sb, " (build-id %s) is ", shown(mod->build_id));
	if (proc->priv->opts.sysroot)
		kg_strbuf_printf(&sb, "neither in %s nor on this machine", proc->priv->opts.sysroot);
	else
		kg_strbuf_puts(&sb, "not on this machine");
	return set_note(mod, &sb);
}

static struct kg_error *accept(struct kg_module *mod, struct kg_elf_file *f, enum verdict v)
{
	mod->found = strdup(f->path);
	mod->priv->file = f;
	if (!mod->found)
		return kg_error_nomem();
	free(mod->note);
	mod->note = NULL;
	mod->state = v == SAME ? KG_MODULE_MATCHED : KG_MODULE_UNCHECKED;
	mod->by_functions = v == SAME && !mod->build_id[0];
	if (!mod->build_id[0])
		strcpy(mod->build_id, f->build_id);
	return NULL;
}

/*
 * Takes the file if it is the one, notes it if it is another.
 * @need_same: a file that only might be the one is none.
 */
static struct kg_error *try_file(const struct kg_process *proc, struct kg_module *mod, struct kg_elf_file *f, bool need_same)
{
	struct kg_error *err = NULL;
	enum verdict v;

	if (!f)
		return NULL;
	v = compare(proc, mod, f);
	if (v == SAME || (v == PLAUSIBLE && !need_same))
		return accept(mod, f, v);
	if (!mod->note)
		err = note_mismatch(proc, mod, f);
	kg_elf_file_close(f);
	return err;
}

static struct kg_error *try_path(const struct kg_process *proc, struct kg_module *mod, const char *path, bool need_same)
{
	bool exists;

	return try_file(proc, mod, kg_elf_file_open(path, &exists), need_same);
}

static struct kg_error *try_exe(struct kg_process *proc, struct kg_module *mod)
{
	const char *exe = proc->priv->opts.exe;
	bool exists;
	struct kg_elf_file *f = kg_elf_file_open(exe, &exists);
	struct kg_error *err;
	enum verdict v;

	if (!f)
		return kg_error_create(KG_ERR_USAGE, "--exe %s: %s; give the program the core was made by", exe,
				       exists ? "not a 64-bit ELF program" : "no such file, or not to be read");
	v = compare(proc, mod, f);
	if (v != OTHER)
		return accept(mod, f, v);
	if (!kg_elf_head_fits(&f->head, proc->image)) {
		kg_elf_file_close(f);
		return kg_error_create(KG_ERR_USAGE, "--exe %s: a program for another machine; give the one the core was made by", exe);
	}
	err = kg_error_create(
	    KG_ERR_USAGE,
	    "--exe %s: build-id %s, but the core's program %s has %s; give the program the core was made by", exe,
	    shown(f->build_id), kg_process_printable(proc, mod->path), shown(mod->build_id));
	kg_elf_file_close(f);
	return err;
}

/* The core's path, without what the kernel appends to the name of a removed file. */
static char *clean_path(const struct kg_module *mod)
{
	size_t len = strlen(mod->path), cut = strlen(DELETED);

	if (len > cut && strcmp(mod->path + len - cut, DELETED) == 0)
		len -= cut;
	return strndup(mod->path, len);
}

static struct kg_error *try_sysroot(struct kg_process *proc, struct kg_module *mod, const char *path)
{
	struct kg_elf_file *f;
	struct kg_error *err = kg_sysroot_open(proc, path, &f);

	if (!err)
		err = try_file(proc, mod, f, false);
	mod->priv->in_sysroot = mod->found != NULL;
	return err;
}

/* The file itself, as long as the process has it mapped: the program, which needs no right but to look at the process. */
static struct kg_error *try_own_program(struct kg_process *proc, struct kg_module *mod)
{
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	kg_strbuf_printf(&sb, "%s/../exe", proc->priv->opts.map_files);
	err = sb.failed ? kg_error_nomem() : try_path(proc, mod, kg_strbuf_text(&sb), false);
	kg_strbuf_deinit(&sb);
	return err;
}

/* Any file: by where it is mapped. */
static struct kg_error *try_map_files(struct kg_process *proc, struct kg_module *mod)
{
	const struct kg_mapping *m = &proc->image->mappings[mod->priv->map];
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	if (mod->priv->nmaps == 0)
		return NULL;
	kg_strbuf_printf(&sb, "%s/%llx-%llx", proc->priv->opts.map_files, (unsigned long long)m->start,
			 (unsigned long long)m->end);
	err = sb.failed ? kg_error_nomem() : try_path(proc, mod, kg_strbuf_text(&sb), false);
	kg_strbuf_deinit(&sb);
	return err;
}

struct kg_error *kg_module_match(struct kg_process *proc, struct kg_module *mod)
{
	const struct kg_process_options *opts = &proc->priv->opts;
	struct kg_error *err = NULL;
	char *path;

	if (mod->is_main && opts->exe)
		return try_exe(proc, mod);
	path = clean_path(mod);
	if (!path)
		return kg_error_nomem();
	if (opts->sysroot)
		err = try_sysroot(proc, mod, path);
	/* With a sysroot this machine's own file is the last resort, and only if it is certain. */
	if (!err && !mod->found && path[0] == '/')
		err = try_path(proc, mod, path, opts->sysroot != NULL);
	if (!err && !mod->found && opts->map_files)
		err = try_map_files(proc, mod);
	if (!err && !mod->found && opts->map_files && mod->is_main)
		err = try_own_program(proc, mod);
	if (!err && !mod->found && !mod->note)
		err = note_missing(proc, mod);
	free(path);
	return err;
}
