/* Binaries and debug files on this machine. */
#include "config.h"

#include <fcntl.h>
#include <gelf.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "process/process_priv.h"

Elf_Scn *kg_elf_file_section(const struct kg_elf_file *f, const char *name, Elf64_Shdr *ret)
{
	Elf_Scn *scn = NULL;
	size_t strings;

	if (elf_getshdrstrndx(f->elf, &strings) != 0)
		return NULL;
	while ((scn = elf_nextscn(f->elf, scn)) != NULL) {
		GElf_Shdr sh;
		const char *s;

		if (!gelf_getshdr(scn, &sh))
			continue;
		s = elf_strptr(f->elf, strings, sh.sh_name);
		if (s && strcmp(s, name) == 0) {
			*ret = sh;
			return scn;
		}
	}
	return NULL;
}

/*
 * By section first: in a debug file the program headers describe the binary it
 * belongs to, not where things are in the debug file itself.
 */
static void find_build_id(struct kg_elf_file *f)
{
	const struct kg_bytes bytes = {NULL, 0, f->map, f->size};
	Elf_Scn *scn = NULL;

	while ((scn = elf_nextscn(f->elf, scn)) != NULL) {
		GElf_Shdr sh;
		Elf_Data *data;

		if (!gelf_getshdr(scn, &sh) || sh.sh_type != SHT_NOTE)
			continue;
		data = elf_rawdata(scn, NULL);
		if (data && data->d_buf && kg_notes_build_id(data->d_buf, data->d_size, f->build_id))
			return;
	}
	kg_elf_head_build_id(&f->head, &bytes, f->build_id);
}

static bool open_elf(struct kg_elf_file *f, const char *path)
{
	struct kg_bytes bytes;

	f->path = strdup(path);
	f->map = mmap(NULL, f->size, PROT_READ, MAP_PRIVATE, f->fd, 0);
	if (!f->path || f->map == MAP_FAILED) {
		f->map = NULL;
		return false;
	}
	bytes = (struct kg_bytes){NULL, 0, f->map, f->size};
	if (!kg_elf_head_read(&bytes, &f->head))
		return false;
	elf_version(EV_CURRENT);
	/* Private, since structs.c hides sections that it has no use for. */
	f->elf = elf_begin(f->fd, ELF_C_READ_MMAP_PRIVATE, NULL);
	if (!f->elf || elf_kind(f->elf) != ELF_K_ELF)
		return false;
	find_build_id(f);
	return true;
}

struct kg_elf_file *kg_elf_file_open(const char *path, bool *ret_exists)
{
	/* The name may come from the target: not to wait on a FIFO, nor read from a device. */
	return kg_elf_file_take(open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY), path, ret_exists);
}

struct kg_elf_file *kg_elf_file_take(int fd, const char *path, bool *ret_exists)
{
	struct kg_elf_file *f;
	struct stat st;

	*ret_exists = fd >= 0;
	if (fd < 0)
		return NULL;
	f = calloc(1, sizeof(*f));
	if (!f || fstat(fd, &st) != 0 || !S_ISREG(st.st_mode) || st.st_size == 0) {
		close(fd);
		free(f);
		return NULL;
	}
	f->fd = fd;
	f->size = (uint64_t)st.st_size;
	if (!open_elf(f, path)) {
		kg_elf_file_close(f);
		return NULL;
	}
	return f;
}

void kg_elf_file_close(struct kg_elf_file *f)
{
	if (!f)
		return;
	kg_dwarf_close(f->dwarf);
	kg_instances_destroy(f->instances);
	if (f->elf)
		elf_end(f->elf);
	if (f->map && !f->map_given)
		munmap(f->map, f->size);
	kg_elf_head_deinit(&f->head);
	close(f->fd);
	free(f->path);
	free(f);
}
