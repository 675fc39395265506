/* The parts of an ELF core: notes as the Linux kernel writes them, program headers. */
#ifndef KG_LIVE_COREFILE_H
#define KG_LIVE_COREFILE_H

#include <elf.h>

#include "base/strbuf.h"
#include "live/note.h"
#include "live/plan.h"
#include "live/stop.h"

/** One note, padded. */
void kg_core_note(struct kg_strbuf *sb, const char *owner, uint32_t type, const void *desc, size_t len);

/** NT_PRSTATUS, NT_PRPSINFO, NT_AUXV, NT_FILE and NT_FPREGSET: registers from @stop, the rest from
 * /proc of @source, which is the process or a fork of it. */
void kg_core_notes(struct kg_strbuf *sb, const struct kg_stop *stop, const struct kg_maps *maps, pid_t source);

/** kedge's own note; .size and .nomitted are set here. @omitted: pairs of addresses */
void kg_core_live_note(struct kg_strbuf *sb, struct kg_live_note note, const uint64_t (*omitted)[2], size_t n);

/** The program header of a range. */
Elf64_Phdr kg_core_load(const struct kg_range *g);

/**
 * Fills the ELF header of a core whose @nph program headers are at @phoff; when they
 * are more than 16 bits count, a section header is to follow at @shoff.
 */
void kg_core_header(Elf64_Ehdr *eh, uint64_t phoff, uint64_t nph, uint64_t shoff, Elf64_Shdr *ret_sh);

#endif
