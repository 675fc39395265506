#include "config.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "fakecore.h"

void fake_load(struct fake_core *fc, uint64_t vaddr, const void *bytes, uint64_t filesz, uint64_t memsz, uint32_t flags)
{
	struct fake_load *l;

	if ((fc->nloads & (fc->nloads - 1)) == 0) /* full at each power of two */
		fc->loads = reallocarray(fc->loads, fc->nloads ? 2 * fc->nloads : 1, sizeof(*fc->loads));
	l = &fc->loads[fc->nloads++];
	*l = (struct fake_load){vaddr, filesz, memsz, flags, malloc(filesz + 1)};
	if (filesz > 0)
		memcpy(l->bytes, bytes, filesz);
}

void fake_note(struct fake_core *fc, const char *owner, uint32_t type, const void *desc, uint32_t len)
{
	uint32_t head[3] = {(uint32_t)strlen(owner) + 1, len, type};
	size_t name = (head[0] + 3) & ~3u, body = (len + 3) & ~(size_t)3;
	uint8_t *p;

	fc->notes = realloc(fc->notes, fc->notes_len + sizeof(head) + name + body);
	p = fc->notes + fc->notes_len;
	memset(p, 0, sizeof(head) + name + body);
	memcpy(p, head, sizeof(head));
	memcpy(p + sizeof(head), owner, head[0]);
	if (len > 0)
		memcpy(p + sizeof(head) + name, desc, len);
	fc->notes_len += sizeof(head) + name + body;
}

static void put64(uint8_t *p, uint64_t v)
{
	memcpy(p, &v, sizeof(v));
}

void fake_prstatus(struct fake_core *fc, int tid, int signal, uint64_t pc, uint64_t sp, uint64_t tp)
{
	uint8_t d[392] = {0};

	d[12] = (uint8_t)signal;
	memcpy(d + 32, &tid, sizeof(tid));
	if (fc->machine == EM_AARCH64) {
		put64(d + 112 + 8 * 30, 0x3030); /* x30 */
		put64(d + 112 + 8 * 31, sp);
		put64(d + 112 + 8 * 32, pc);
		fake_note(fc, "CORE", NT_PRSTATUS, d, 392);
		fake_note(fc, "LINUX", NT_ARM_TLS, &tp, sizeof(tp));
	} else {
		put64(d + 112 + 8 * 16, pc);
		put64(d + 112 + 8 * 19, sp);
		put64(d + 112 + 8 * 21, tp);
		fake_note(fc, "CORE", NT_PRSTATUS, d, 336);
	}
}

void fake_prpsinfo(struct fake_core *fc, int pid, const char *fname, const char *args)
{
	uint8_t d[136] = {0};

	memcpy(d + 24, &pid, sizeof(pid));
	memcpy(d + 40, fname, strnlen(fname, 16));
	memcpy(d + 56, args, strnlen(args, 80));
	fake_note(fc, "CORE", NT_PRPSINFO, d, sizeof(d));
}

void fake_auxv(struct fake_core *fc, const uint64_t (*pairs)[2], size_t n)
{
	uint8_t *d = calloc(n + 1, 16); /* AT_NULL at the end */

	memcpy(d, pairs, n * 16);
	fake_note(fc, "CORE", NT_AUXV, d, (uint32_t)(n + 1) * 16);
	free(d);
}

void fake_files(struct fake_core *fc, const struct fake_file *files, size_t n)
{
	size_t len = 16 + 24 * n, at;
	uint8_t *d;

	for (size_t i = 0; i < n; i++)
		len += strlen(files[i].path) + 1;
	d = calloc(1, len);
	put64(d, n);
	put64(d + 8, 4096);
	at = 16 + 24 * n;
	for (size_t i = 0; i < n; i++) {
		put64(d + 16 + 24 * i, files[i].start);
		put64(d + 24 + 24 * i, files[i].end);
		put64(d + 32 + 24 * i, files[i].offset / 4096);
		strcpy((char *)d + at, files[i].path);
		at += strlen(files[i].path) + 1;
	}
	fake_note(fc, "CORE", NT_FILE, d, (uint32_t)len);
	free(d);
}

static uint64_t up(uint64_t n)
{
	return (n + 4095) & ~(uint64_t)4095;
}

uint8_t *fake_build(const struct fake_core *fc, size_t *ret_len)
{
	size_t nph = fc->nloads + 1, notes_at = sizeof(Elf64_Ehdr) + nph * sizeof(Elf64_Phdr);
	uint64_t at = up(notes_at + fc->notes_len), len = at;
	Elf64_Ehdr eh = {.e_ident = {0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT}, .e_type = ET_CORE};
	Elf64_Shdr sh = {.sh_info = (uint32_t)nph};
	Elf64_Phdr ph = {.p_type = PT_NOTE, .p_offset = notes_at, .p_filesz = fc->notes_len};
	uint8_t *out;

	for (size_t i = 0; i < fc->nloads; i++)
		len += up(fc->loads[i].filesz);
	out = calloc(1, len + sizeof(sh));
	eh.e_machine = fc->machine ? fc->machine : EM_X86_64;
	eh.e_version = EV_CURRENT;
	eh.e_phoff = eh.e_ehsize = sizeof(eh);
	eh.e_phentsize = sizeof(ph);
	eh.e_phnum = fc->extended ? PN_XNUM : (uint16_t)nph;
	eh.e_shoff = fc->extended ? len : 0;
	memcpy(out, &eh, sizeof(eh));
	memcpy(out + sizeof(eh), &ph, sizeof(ph));
	if (fc->notes_len > 0)
		memcpy(out + notes_at, fc->notes, fc->notes_len);
	for (size_t i = 0; i < fc->nloads; i++) {
		const struct fake_load *l = &fc->loads[i];

		ph = (Elf64_Phdr){PT_LOAD, l->flags, at, l->vaddr, 0, l->filesz, l->memsz, 4096};
		memcpy(out + sizeof(eh) + (i + 1) * sizeof(ph), &ph, sizeof(ph));
		memcpy(out + at, l->bytes, l->filesz);
		at += up(l->filesz);
	}
	if (fc->extended) {
		memcpy(out + len, &sh, sizeof(sh));
		len += sizeof(sh);
	}
	*ret_len = len;
	return out;
}

void fake_deinit(struct fake_core *fc)
{
	for (size_t i = 0; i < fc->nloads; i++)
		free(fc->loads[i].bytes);
	free(fc->loads);
	free(fc->notes);
	*fc = (struct fake_core){0};
}

static char dir[256];
static char *names[256];
static size_t nnames;

const char *fake_dir(void)
{
	const char *tmp = getenv("TMPDIR");

	if (!dir[0]) {
		snprintf(dir, sizeof(dir), "%s/kedge-test-XXXXXX", tmp && *tmp ? tmp : "/tmp");
		if (!mkdtemp(dir))
			abort();
	}
	return dir;
}

/* Makes the folders of @path below the temporary one. */
static void make_parents(char *path)
{
	for (char *slash = strchr(path + strlen(dir) + 1, '/'); slash; slash = strchr(slash + 1, '/')) {
		*slash = '\0';
		if (mkdir(path, 0700) == 0 && nnames < 256)
			names[nnames++] = strdup(path);
		*slash = '/';
	}
}

char *fake_write(const char *name, const void *bytes, size_t len)
{
	char path[4096];
	bool known;
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", fake_dir(), name);
	make_parents(path);
	known = access(path, F_OK) == 0;
	f = fopen(path, "w");
	if (!f || (len > 0 && fwrite(bytes, 1, len, f) != len) || fclose(f) != 0)
		abort();
	if (!known && nnames < 256)
		names[nnames++] = strdup(path);
	return strdup(path);
}

void fake_cleanup(void)
{
	while (nnames > 0) {
		remove(names[--nnames]);
		free(names[nnames]);
	}
	if (dir[0])
		rmdir(dir);
	dir[0] = '\0';
}
