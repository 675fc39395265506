/*
 * Layouts: Linux include/uapi/linux/elfcore.h by <sys/procfs.h>; fs/binfmt_elf.c
 * fill_files_note() for NT_FILE and for the order of notes.
 */
#include "config.h"

#include "live/corefile.h"

#include <stdio.h>
#include <string.h>
#include <sys/procfs.h>
#include <unistd.h>

#ifdef __aarch64__
#define MACHINE EM_AARCH64
#else
#define MACHINE EM_X86_64
#endif

void kg_core_note(struct kg_strbuf *sb, const char *owner, uint32_t type, const void *desc, size_t len)
{
	static const char zeroes[4];
	const uint32_t head[3] = {(uint32_t)strlen(owner) + 1, (uint32_t)len, type};

	kg_strbuf_add(sb, (const char *)head, sizeof(head));
	kg_strbuf_add(sb, owner, head[0]);
	kg_strbuf_add(sb, zeroes, -sb->len & 3);
	kg_strbuf_add(sb, desc, len);
	kg_strbuf_add(sb, zeroes, -sb->len & 3);
}

static void note_thread(struct kg_strbuf *sb, const struct kg_stop_thread *t, const struct kg_proc_status *s)
{
	struct elf_prstatus p = {.pr_pid = t->tid, .pr_ppid = s->ppid};

	if (t->regs_len != sizeof(p.pr_reg))
		return;
	memcpy(&p.pr_reg, t->regs, sizeof(p.pr_reg));
	p.pr_fpvalid = t->fpregs_len > 0;
	kg_core_note(sb, "CORE", NT_PRSTATUS, &p, sizeof(p));
}

static void note_process(struct kg_strbuf *sb, pid_t pid, pid_t source, const struct kg_proc_status *s)
{
	struct elf_prpsinfo p = {.pr_sname = s->state, .pr_pid = pid, .pr_ppid = s->ppid};
	char args[ELF_PRARGSZ + 1] = "";
	ssize_t n = kg_proc_read(source, "cmdline", args, ELF_PRARGSZ);

	for (ssize_t i = 0; i + 1 < n; i++) {
		if (args[i] == '\0')
			args[i] = ' ';
	}
	p.pr_uid = (unsigned short)s->uid[0];
	p.pr_gid = (unsigned short)s->gid[0];
	memcpy(p.pr_fname, s->name, sizeof(p.pr_fname) - 1);
	memcpy(p.pr_psargs, args, ELF_PRARGSZ);
	kg_core_note(sb, "CORE", NT_PRPSINFO, &p, sizeof(p));
}

static void note_files(struct kg_strbuf *sb, const struct kg_maps *maps)
{
	uint64_t page = (uint64_t)sysconf(_SC_PAGESIZE), head[2] = {0, page};
	struct kg_strbuf desc = {0};

	for (size_t i = 0; i < maps->n; i++)
		head[0] += maps->items[i].inode != 0;
	kg_strbuf_add(&desc, (const char *)head, sizeof(head));
	for (size_t i = 0; i < maps->n; i++) {
		const struct kg_vma *v = &maps->items[i];
		uint64_t row[3] = {v->start, v->end, v->offset / page};

		if (v->inode != 0)
			kg_strbuf_add(&desc, (const char *)row, sizeof(row));
	}
	for (size_t i = 0; i < maps->n; i++) {
		if (maps->items[i].inode != 0)
			kg_strbuf_add(&desc, maps->items[i].path, strlen(maps->items[i].path) + 1);
	}
	sb->failed |= desc.failed;
	kg_core_note(sb, "CORE", NT_FILE, kg_strbuf_text(&desc), desc.len);
	kg_strbuf_deinit(&desc);
}

void kg_core_notes(struct kg_strbuf *sb, const struct kg_stop *stop, const struct kg_maps *maps, pid_t source)
{
	struct kg_proc_status s;
	char auxv[4096];
	ssize_t n;

	if (!kg_proc_status(stop->pid, &s))
		kg_proc_status(source, &s);
	n = kg_proc_read(source, "auxv", auxv, sizeof(auxv));
	for (size_t i = 0; i < stop->n; i++) {
		const struct kg_stop_thread *t = &stop->threads[i];

		note_thread(sb, t, &s);
		if (i == 0) {
			note_process(sb, stop->pid, source, &s);
			if (n > 0)
				kg_core_note(sb, "CORE", NT_AUXV, auxv, (size_t)n);
			note_files(sb, maps);
		}
		if (t->regs_len && t->fpregs_len)
			kg_core_note(sb, "CORE", NT_FPREGSET, t->fpregs, t->fpregs_len);
	}
}

void kg_core_live_note(struct kg_strbuf *sb, struct kg_live_note note, const uint64_t (*omitted)[2], size_t n)
{
	struct kg_strbuf desc = {0};

	note.size = sizeof(note);
	note.nomitted = n;
	kg_strbuf_add(&desc, (const char *)&note, sizeof(note));
	kg_strbuf_add(&desc, (const char *)omitted, n * sizeof(*omitted));
	sb->failed |= desc.failed;
	kg_core_note(sb, KG_NOTE_OWNER, KG_NOTE_LIVE, kg_strbuf_text(&desc), desc.len);
	kg_strbuf_deinit(&desc);
}

Elf64_Phdr kg_core_load(const struct kg_range *g)
{
	bool bytes = g->how == KG_RANGE_ALL || g->how == KG_RANGE_TOUCHED;

	return (Elf64_Phdr){
		.p_type = PT_LOAD,
		.p_flags = (g->flags & KG_VMA_READ ? PF_R : 0u) | (g->flags & KG_VMA_WRITE ? PF_W : 0u) |
			   (g->flags & KG_VMA_EXEC ? PF_X : 0u),
		.p_offset = bytes ? g->offset : 0,
		.p_vaddr = g->start,
		.p_filesz = bytes ? g->end - g->start : 0,
		.p_memsz = g->end - g->start,
		.p_align = 4096,
	};
}

void kg_core_header(Elf64_Ehdr *eh, uint64_t phoff, uint64_t nph, uint64_t shoff, Elf64_Shdr *ret_sh)
{
	*eh = (Elf64_Ehdr){
		.e_ident = {ELFMAG0, ELFMAG1, ELFMAG2, ELFMAG3, ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
		.e_type = ET_CORE,
		.e_machine = MACHINE,
		.e_version = EV_CURRENT,
		.e_phoff = phoff,
		.e_ehsize = sizeof(*eh),
		.e_phentsize = sizeof(Elf64_Phdr),
		.e_phnum = (uint16_t)nph,
	};
	*ret_sh = (Elf64_Shdr){0};
	if (nph < PN_XNUM)
		return;
	eh->e_phnum = PN_XNUM;
	eh->e_shoff = shoff;
	eh->e_shentsize = sizeof(*ret_sh);
	eh->e_shnum = 1;
	*ret_sh = (Elf64_Shdr){.sh_type = SHT_NULL, .sh_size = 1, .sh_info = (uint32_t)nph};
}
