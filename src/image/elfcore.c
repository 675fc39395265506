/*
 * The ELF headers of a core: what is where. Every number in them is hostile:
 * each is checked against the bytes of the file before it is used.
 *
 * Layouts: ELF-64 Object File Format 1.5; PN_XNUM in the kernel's fs/binfmt_elf.c.
 */
#include <elf.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "image/image_priv.h"

/* More entries than the kernel makes at its highest vm.max_map_count. */
#define MAX_PHDRS ((uint64_t)1 << 24)

/* One PT_LOAD. */
struct load {
	kg_addr start, end; /* of the bytes that are there */
	uint64_t offset;
};

struct core {
	struct kg_image *img;
	const uint8_t *mem;
	uint64_t size;
	const char *name;
	uint64_t phoff, phnum;
	struct load *loads;
	size_t nloads, cap_loads;
	uint64_t listed;		  /* ranges listed, with or without bytes */
	uint64_t budget;		  /* bytes that ranges may still claim: no byte of a core serves two */
	uint64_t lost_ranges, lost_bytes; /* past the end of the file */
};

static const char *machine_name(unsigned int machine)
{
	static const struct {
		unsigned int machine;
		const char *name;
	} names[] = {
	    {EM_386, "i386"},	 {EM_ARM, "32-bit ARM"}, {EM_PPC64, "PowerPC64"},  {EM_S390, "S/390"},
	    {EM_MIPS, "MIPS"},	 {EM_RISCV, "RISC-V"},	 {EM_SPARCV9, "SPARC V9"}, {EM_IA_64, "Itanium"},
	    {EM_ALPHA, "Alpha"}, {258, "LoongArch"},	 {EM_PPC, "PowerPC"},
	};

	for (size_t i = 0; i < KG_ARRAY_SIZE(names); i++) {
		if (names[i].machine == machine)
			return names[i].name;
	}
	return "an unknown machine";
}

static struct kg_error *check_ident(const struct core *c, const Elf64_Ehdr *eh)
{
	if (eh->e_ident[EI_CLASS] == ELFCLASS32)
		return kg_error_create(KG_ERR_TARGET,
				       "%s: a 32-bit ELF file; kedge reads cores of 64-bit processes only", c->name);
	if (eh->e_ident[EI_CLASS] != ELFCLASS64)
		return kg_error_create(
		    KG_ERR_TARGET, "%s: damaged ELF header (class %u is neither 32 nor 64 bits); take the core again",
		    c->name, eh->e_ident[EI_CLASS]);
	if (eh->e_ident[EI_DATA] == ELFDATA2MSB)
		return kg_error_create(
		    KG_ERR_TARGET, "%s: a big-endian ELF file; kedge reads little-endian cores (x86-64, aarch64) only",
		    c->name);
	if (eh->e_ident[EI_DATA] != ELFDATA2LSB)
		return kg_error_create(KG_ERR_TARGET,
				       "%s: damaged ELF header (byte order %u is neither); take the core again",
				       c->name, eh->e_ident[EI_DATA]);
	return NULL;
}

static struct kg_error *check_kind(const struct core *c, const Elf64_Ehdr *eh)
{
	switch (eh->e_type) {
	case ET_CORE:
		break;
	case ET_EXEC:
	case ET_DYN:
		return kg_error_create(
		    KG_ERR_TARGET,
		    "%s: a program or library, not a core; take a core of its process with 'gcore PID' and open that",
		    c->name);
	case ET_REL:
		return kg_error_create(KG_ERR_TARGET, "%s: an object file, not a core; open a core file or pid:N",
				       c->name);
	default:
		return kg_error_create(KG_ERR_TARGET,
				       "%s: an ELF file of type %u, not a core; open a core file or pid:N", c->name,
				       eh->e_type);
	}
	if (eh->e_machine == EM_X86_64) {
		c->img->machine = KG_MACHINE_X86_64;
	} else if (eh->e_machine == EM_AARCH64) {
		c->img->machine = KG_MACHINE_AARCH64;
	} else {
		return kg_error_create(KG_ERR_TARGET,
				       "%s: a core from %s (ELF machine %u); kedge reads x86-64 and aarch64", c->name,
				       machine_name(eh->e_machine), eh->e_machine);
	}
	return NULL;
}

static struct kg_error *read_ehdr(const struct core *c, Elf64_Ehdr *ret)
{
	struct kg_error *err;

	if (c->size == 0)
		return kg_error_create(
		    KG_ERR_TARGET, "%s: empty; check that the dump finished and that there was room for it", c->name);
	if (c->size < SELFMAG || memcmp(c->mem, ELFMAG, SELFMAG) != 0)
		return kg_error_create(KG_ERR_TARGET,
				       "%s: not an ELF core file; open a core (see 'man gcore') or pid:N", c->name);
	if (c->size < sizeof(*ret))
		return kg_error_create(KG_ERR_TARGET,
				       "%s: cut short inside the ELF header (%llu bytes); take the core again", c->name,
				       (unsigned long long)c->size);
	memcpy(ret, c->mem, sizeof(*ret));
	err = check_ident(c, ret);
	return err ? err : check_kind(c, ret);
}

static bool read_phdr(const struct core *c, uint64_t i, Elf64_Phdr *ret)
{
	uint64_t at = c->phoff + i * sizeof(*ret); /* no overflow: i < phnum, which find_phdrs() bounded */

	if (at > c->size || c->size - at < sizeof(*ret))
		return false;
	memcpy(ret, c->mem + at, sizeof(*ret));
	return true;
}

/*
 * The number of program headers when it does not fit 16 bits: sh_info of section
 * header 0, which the kernel writes at the very end of the file. When the end is
 * cut off: notes follow the table at once, and the first entry says where they are.
 */
static uint64_t extended_count(struct core *c, const Elf64_Ehdr *eh)
{
	Elf64_Shdr sh;
	Elf64_Phdr ph;

	if (eh->e_shoff != 0 && eh->e_shoff <= c->size && c->size - eh->e_shoff >= sizeof(sh)) {
		memcpy(&sh, c->mem + eh->e_shoff, sizeof(sh));
		return sh.sh_info;
	}
	c->phnum = 1;
	if (read_phdr(c, 0, &ph) && ph.p_type == PT_NOTE && ph.p_offset > c->phoff) {
		kg_damage_add(
		    &c->img->damage, 0,
		    "the section header that counts program headers is missing: counted from the notes' place");
		return (ph.p_offset - c->phoff) / sizeof(ph);
	}
	kg_damage_add(&c->img->damage, 0, "the section header that counts program headers is missing: 65535 taken");
	c->img->headers_cut = true;
	return PN_XNUM;
}

static struct kg_error *find_phdrs(struct core *c, const Elf64_Ehdr *eh)
{
	uint64_t fit;

	c->phoff = eh->e_phoff;
	if (c->phoff >= c->size)
		return kg_error_create(
		    KG_ERR_TARGET,
		    "%s: cut short before its program headers (at byte %llu of %llu); take the core again", c->name,
		    (unsigned long long)c->phoff, (unsigned long long)c->size);
	if (eh->e_phentsize != sizeof(Elf64_Phdr))
		kg_damage_add(&c->img->damage, 0, "program headers of %u bytes each are announced, 56 taken",
			      eh->e_phentsize);
	c->phnum = eh->e_phnum == PN_XNUM ? extended_count(c, eh) : eh->e_phnum;
	fit = (c->size - c->phoff) / sizeof(Elf64_Phdr);
	if (c->phnum > fit || c->phnum > MAX_PHDRS) {
		uint64_t n = fit < MAX_PHDRS ? fit : MAX_PHDRS;

		kg_damage_add(&c->img->damage, 0, "%llu program headers are announced, only %llu are there",
			      (unsigned long long)c->phnum, (unsigned long long)n);
		c->img->headers_cut = true;
		c->phnum = n;
	}
	return NULL;
}

static uint32_t segment_flags(uint32_t p_flags)
{
	return (p_flags & PF_R ? KG_SEG_READ : 0) | (p_flags & PF_W ? KG_SEG_WRITE : 0) |
	       (p_flags & PF_X ? KG_SEG_EXEC : 0);
}

/* Drops what cannot be of a PT_LOAD's numbers; @return false when nothing is left. */
static bool sane_load(struct core *c, Elf64_Phdr *ph)
{
	struct kg_damages *d = &c->img->damage;

	if (ph->p_memsz == 0 && ph->p_filesz == 0)
		return false;
	if (ph->p_vaddr >= KG_ADDR_LIMIT) {
		if (ph->p_vaddr < 0xffffffffff000000) /* else the kernel's vsyscall page */
			kg_damage_add(d, ph->p_vaddr, "a memory range starts above user space: left out");
		return false;
	}
	if (ph->p_filesz > ph->p_memsz) {
		kg_damage_add(d, ph->p_vaddr,
			      "a memory range holds %llu bytes in the file but %llu in memory: the smaller taken",
			      (unsigned long long)ph->p_filesz, (unsigned long long)ph->p_memsz);
		ph->p_filesz = ph->p_memsz;
	}
	if (ph->p_memsz > KG_ADDR_LIMIT - ph->p_vaddr) {
		kg_damage_add(d, ph->p_vaddr, "a memory range of %llu bytes reaches above user space: cut",
			      (unsigned long long)ph->p_memsz);
		ph->p_memsz = KG_ADDR_LIMIT - ph->p_vaddr;
		if (ph->p_filesz > ph->p_memsz)
			ph->p_filesz = ph->p_memsz;
	}
	return ph->p_memsz > 0;
}

static struct kg_error *read_load(struct core *c, Elf64_Phdr *ph)
{
	uint32_t flags = segment_flags(ph->p_flags);
	uint64_t have = ph->p_offset < c->size ? c->size - ph->p_offset : 0;
	struct kg_error *err;

	if (!sane_load(c, ph))
		return NULL;
	c->listed++;
	if (have > ph->p_filesz)
		have = ph->p_filesz;
	if (have > c->budget) {
		kg_damage_add(&c->img->damage, ph->p_vaddr,
			      "memory ranges claim more bytes than the file has: the rest left out");
		have = c->budget;
	}
	c->budget -= have;
	if (have > 0) {
		err = kg_grow(&c->loads, &c->cap_loads, c->nloads, sizeof(*c->loads));
		if (!err)
			err = kg_image_add(c->img, ph->p_vaddr, c->mem + ph->p_offset, have, flags);
		if (err)
			return err;
		c->loads[c->nloads++] = (struct load){ph->p_vaddr, ph->p_vaddr + have, ph->p_offset};
	}
	if (have < ph->p_filesz) {
		c->lost_ranges++;
		c->lost_bytes += ph->p_filesz - have;
		err = kg_image_add_gap(c->img, ph->p_vaddr + have, ph->p_filesz - have, flags, true);
		if (err)
			return err;
	}
	return kg_image_add_gap(c->img, ph->p_vaddr + ph->p_filesz, ph->p_memsz - ph->p_filesz, flags, false);
}

static struct kg_error *read_note_segment(struct core *c, const Elf64_Phdr *ph)
{
	uint64_t len = ph->p_offset < c->size ? c->size - ph->p_offset : 0;

	if (len > ph->p_filesz)
		len = ph->p_filesz;
	if (len < ph->p_filesz)
		kg_damage_add(&c->img->damage, 0,
			      "the notes (threads, files, auxiliary vector) are cut short: %llu of %llu bytes",
			      (unsigned long long)len, (unsigned long long)ph->p_filesz);
	return len > 0 ? kg_notes_parse(c->img, c->mem + ph->p_offset, len) : NULL;
}

static struct kg_error *read_phdrs(struct core *c)
{
	Elf64_Phdr ph;
	struct kg_error *err = NULL;

	for (uint64_t i = 0; i < c->phnum && !err && read_phdr(c, i, &ph); i++) {
		if (ph.p_type == PT_LOAD)
			err = read_load(c, &ph);
		else if (ph.p_type == PT_NOTE)
			err = read_note_segment(c, &ph);
	}
	return err;
}

static int load_by_start(const void *a, const void *b)
{
	const struct load *x = a, *y = b;

	return x->start < y->start ? -1 : x->start > y->start;
}

static int load_by_offset(const void *a, const void *b)
{
	const struct load *x = a, *y = b;

	return x->offset < y->offset ? -1 : x->offset > y->offset;
}

/* No dumper writes ranges that share addresses or bytes: one of the two is wrong. */
static void check_overlaps(struct core *c)
{
	if (c->nloads == 0)
		return;
	qsort(c->loads, c->nloads, sizeof(*c->loads), load_by_start);
	for (size_t i = 1; i < c->nloads; i++) {
		if (c->loads[i].start < c->loads[i - 1].end)
			kg_damage_add(&c->img->damage, c->loads[i].start,
				      "two memory ranges overlap: the first listed wins");
	}
	qsort(c->loads, c->nloads, sizeof(*c->loads), load_by_offset);
	for (size_t i = 1; i < c->nloads; i++) {
		const struct load *a = &c->loads[i - 1], *b = &c->loads[i];

		if (b->offset - a->offset < a->end - a->start)
			kg_damage_add(&c->img->damage, b->start,
				      "this memory range shares bytes of the file with that at 0x%llx: one is wrong",
				      (unsigned long long)a->start);
	}
}

/* What the whole list of ranges says. */
static struct kg_error *judge(struct core *c)
{
	if (c->listed == 0)
		return kg_error_create(
		    KG_ERR_TARGET,
		    "%s: a core with no memory in it (no PT_LOAD among %llu program headers%s); take the core again",
		    c->name, (unsigned long long)c->phnum, c->img->headers_cut ? ", cut short" : "");
	if (c->nloads == 0 && c->lost_ranges > 0)
		return kg_error_create(
		    KG_ERR_TARGET,
		    "%s: cut short after its headers (%llu bytes): no memory is left in it; take the core again",
		    c->name, (unsigned long long)c->size);
	if (c->nloads == 0)
		return kg_error_create(KG_ERR_TARGET,
				       "%s: a core whose dumper left all memory out; set /proc/PID/coredump_filter to "
				       "0x33 and take it again",
				       c->name);
	if (c->lost_ranges > 0)
		kg_damage_add(&c->img->damage, 0,
			      "the file ends at %llu bytes, too early: %llu bytes of %llu memory ranges are missing",
			      (unsigned long long)c->size, (unsigned long long)c->lost_bytes,
			      (unsigned long long)c->lost_ranges);
	check_overlaps(c);
	return NULL;
}

struct kg_error *kg_elfcore_parse(struct kg_image *img, const uint8_t *mem, uint64_t size, const char *name)
{
	struct core c = {.img = img, .mem = mem, .size = size, .name = name, .budget = size};
	struct kg_error *err;
	Elf64_Ehdr eh;

	img->file_bytes = size;
	err = read_ehdr(&c, &eh);
	if (!err)
		err = find_phdrs(&c, &eh);
	if (!err)
		err = read_phdrs(&c);
	if (!err)
		err = judge(&c);
	if (!err)
		err = kg_image_seal(img);
	free(c.loads);
	return err;
}
