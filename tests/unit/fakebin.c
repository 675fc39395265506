#include "config.h"

#include <stdlib.h>
#include <string.h>

#include "fakebin.h"

#define NOTE_AT 0x200
#define SECTIONS 8

struct out {
	uint8_t *bytes;
	size_t len;
	Elf64_Shdr sh[SECTIONS];
	size_t nsh;
	char names[256];
	size_t names_len;
};

static uint64_t append(struct out *o, const void *bytes, size_t len)
{
	size_t at = (o->len + 7) & ~(size_t)7;

	o->bytes = realloc(o->bytes, at + len);
	memset(o->bytes + o->len, 0, at - o->len);
	if (len > 0)
		memcpy(o->bytes + at, bytes, len);
	o->len = at + len;
	return at;
}

static Elf64_Shdr *section(struct out *o, const char *name, uint32_t type, uint64_t at, uint64_t len)
{
	Elf64_Shdr *sh = &o->sh[o->nsh++];

	*sh = (Elf64_Shdr){
	    .sh_name = (uint32_t)o->names_len, .sh_type = type, .sh_offset = at, .sh_size = len, .sh_addralign = 8};
	strcpy(o->names + o->names_len, name);
	o->names_len += strlen(name) + 1;
	return sh;
}

static void symbols(struct out *o, const char *name, uint32_t type, const struct fake_symbol *list, size_t n)
{
	Elf64_Sym *syms = calloc(n + 1, sizeof(*syms));
	char strings[4096] = "";
	size_t len = 1;
	Elf64_Shdr *sh;

	for (size_t i = 0; i < n; i++) {
		syms[i + 1] = (Elf64_Sym){(uint32_t)len, ELF64_ST_INFO(STB_LOCAL, list[i].type), 0, 1, list[i].value,
					  list[i].size};
		strcpy(strings + len, list[i].name);
		len += strlen(list[i].name) + 1;
	}
	sh = section(o, name, type, append(o, syms, (n + 1) * sizeof(*syms)), (n + 1) * sizeof(*syms));
	sh->sh_entsize = sizeof(*syms);
	sh->sh_link = (uint32_t)o->nsh;
	section(o, ".str", SHT_STRTAB, append(o, strings, len), len);
	free(syms);
}

static void build_id_note(uint8_t *at, uint8_t byte)
{
	Elf64_Nhdr nh = {4, 20, NT_GNU_BUILD_ID};

	memcpy(at, &nh, sizeof(nh));
	memcpy(at + sizeof(nh), "GNU", 4);
	memset(at + sizeof(nh) + 4, byte, 20);
}

static void segments(struct out *o, const struct fake_bin *fb)
{
	Elf64_Phdr ph[3] = {
	    {PT_LOAD, PF_R, 0, 0, 0, 0x1000, 0x1000, 4096},
	    {PT_LOAD, PF_R | PF_W, 0x1000, FAKE_BIN_DATA, 0, 0x1000, 0x1800, 4096},
	    {PT_NOTE, PF_R, NOTE_AT, NOTE_AT, 0, fb->build_id ? 36 : 0, fb->build_id ? 36 : 0, 4},
	};

	memset(o->bytes, fb->seed, 0x1000);
	memset(o->bytes + 0x1000, fb->seed + 1, 0x1000);
	memset(o->bytes, 0, 0x400);
	memcpy(o->bytes + sizeof(Elf64_Ehdr), ph, sizeof(ph));
	if (fb->build_id) {
		build_id_note(o->bytes + NOTE_AT, fb->build_id);
		section(o, ".note.gnu.build-id", SHT_NOTE, NOTE_AT, 36);
	}
}

uint8_t *fake_bin_build(const struct fake_bin *fb, size_t *ret_len)
{
	struct out o = {.bytes = calloc(1, 0x2000), .len = 0x2000, .nsh = 1, .names_len = 1};
	Elf64_Ehdr eh = {.e_ident = {0x7f, 'E', 'L', 'F', ELFCLASS64, ELFDATA2LSB, EV_CURRENT},
			 .e_type = ET_DYN,
			 .e_machine = EM_X86_64,
			 .e_version = EV_CURRENT,
			 .e_phoff = sizeof(eh),
			 .e_ehsize = sizeof(eh),
			 .e_phentsize = sizeof(Elf64_Phdr),
			 .e_phnum = 3,
			 .e_shentsize = sizeof(Elf64_Shdr)};
	Elf64_Shdr *sh;

	segments(&o, fb);
	sh = section(&o, ".PyRuntime", SHT_PROGBITS, 0x1100, 0x80);
	sh->sh_flags = SHF_ALLOC;
	sh->sh_addr = FAKE_BIN_DATA + 0x100;
	if (fb->ndynamic > 0)
		symbols(&o, ".dynsym", SHT_DYNSYM, fb->dynamic, fb->ndynamic);
	if (fb->nsymbols > 0)
		symbols(&o, ".symtab", SHT_SYMTAB, fb->symbols, fb->nsymbols);
	if (fb->debuglink) {
		size_t at = (strlen(fb->debuglink) + 4) & ~(size_t)3;
		char link[256] = "";

		strcpy(link, fb->debuglink);
		memcpy(link + at, &fb->crc, sizeof(fb->crc));
		section(&o, ".gnu_debuglink", SHT_PROGBITS, append(&o, link, at + 4), at + 4);
	}
	eh.e_shstrndx = (uint16_t)o.nsh;
	sh = section(&o, ".names", SHT_STRTAB, 0, 0);
	sh->sh_offset = append(&o, o.names, o.names_len);
	sh->sh_size = o.names_len;
	eh.e_shnum = (uint16_t)o.nsh;
	eh.e_shoff = append(&o, o.sh, o.nsh * sizeof(o.sh[0]));
	memcpy(o.bytes, &eh, sizeof(eh));
	*ret_len = o.len;
	return o.bytes;
}
