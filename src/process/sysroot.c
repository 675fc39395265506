/* --sysroot: the core's own file system, as a folder or a container image, asked by the paths that the core has. */
#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/strbuf.h"
#include "process/process_priv.h"

struct kg_error *kg_sysroot_init(struct kg_process *proc)
{
	struct kg_process_priv *p = proc->priv;
	const struct kg_container_options opts = {
		.machine = proc->image->machine, .damage = &proc->image->damage, .progress = p->opts.progress};
	struct stat st;

	if (!p->opts.sysroot)
		return NULL;
	/* What a process has for its root is no image, whatever is in it. */
	if (!p->opts.map_files && kg_container_is(p->opts.sysroot))
		return kg_container_open(p->opts.sysroot, &opts, &p->container);
	if (stat(p->opts.sysroot, &st) != 0)
		return kg_error_create(KG_ERR_USAGE, "--sysroot %s: cannot be opened (%s); a folder or an image of a container is "
				       "expected", p->opts.sysroot, strerror(errno));
	return NULL;
}

void kg_sysroot_deinit(struct kg_process *proc)
{
	kg_container_destroy(proc->priv->container);
}

static struct kg_error *want(struct kg_process *proc, const struct kg_module *mod)
{
	struct kg_container *c = proc->priv->container;
	struct kg_strbuf sb = {0};
	struct kg_error *err = kg_container_want(c, mod->path);

	if (!err && mod->build_id[0] && !proc->priv->opts.no_dwarf) {
		kg_strbuf_printf(&sb, KG_SYSTEM_DEBUG "/.build-id/%.2s/%s.debug", mod->build_id, mod->build_id + 2);
		err = sb.failed ? kg_error_nomem() : kg_container_want(c, kg_strbuf_text(&sb));
	}
	kg_strbuf_deinit(&sb);
	return err;
}

struct kg_error *kg_sysroot_expect(struct kg_process *proc)
{
	struct kg_error *err = NULL;

	for (size_t i = 0; proc->priv->container && i < proc->nmodules && !err; i++)
		err = want(proc, &proc->modules[i]);
	return err;
}

struct kg_error *kg_sysroot_open(const struct kg_process *proc, const char *path, struct kg_elf_file **ret)
{
	const struct kg_process_priv *p = proc->priv;
	struct kg_strbuf sb = {0};
	struct kg_error *err = NULL;
	bool exists;
	int fd = -1;

	*ret = NULL;
	if (p->container)
		err = kg_container_file(p->container, path, &fd);
	else
		fd = kg_root_open(p->opts.sysroot, path);
	if (err || fd < 0)
		return err;
	kg_strbuf_printf(&sb, "%s%s%s", p->opts.sysroot, p->container ? ":" : *path == '/' ? "" : "/", path);
	if (sb.failed)
		close(fd);
	else
		*ret = kg_elf_file_take(fd, kg_strbuf_text(&sb), &exists);
	err = sb.failed ? kg_error_nomem() : NULL;
	kg_strbuf_deinit(&sb);
	return err;
}
