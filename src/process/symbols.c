/*
 * Symbols by name and by address. A file's tables are read the first time
 * anything is asked of it; the debug file's only when its own do not answer.
 */
#include "config.h"

#include <gelf.h>
#include <stdlib.h>
#include <string.h>

#include "process/process_priv.h"

#define NONE UINT32_MAX
#define LOOK_BACK 32 /* symbols before an address that may still cover it */

struct sym {
	kg_addr addr; /* run-time */
	uint64_t size;
	const char *name; /* in the file's string table */
	uint32_t stem;	  /* bytes of the name without the compiler's suffixes */
	uint32_t next;	  /* of the same bucket */
};

struct kg_symtab {
	struct sym *syms; /* as in the file: .dynsym before .symtab */
	size_t n, cap;
	uint32_t *buckets;
	uint32_t *by_addr; /* indexes into syms */
	uint32_t mask;
};

void kg_symtab_destroy(struct kg_symtab *t)
{
	if (!t)
		return;
	free(t->syms);
	free(t->buckets);
	free(t->by_addr);
	free(t);
}

/* The length of @name without one ".word" or ".word.N" at its end, @len when there is none. */
static size_t strip_one(const char *name, size_t len)
{
	static const char *const words[] = {".lto_priv", ".constprop", ".isra", ".part"};
	size_t end = len;

	while (end > 0 && name[end - 1] >= '0' && name[end - 1] <= '9')
		end--;
	if (end < len && end > 0 && name[end - 1] == '.')
		end--;
	else
		end = len;
	for (size_t i = 0; i < KG_ARRAY_SIZE(words); i++) {
		size_t n = strlen(words[i]);

		if (end > n && memcmp(name + end - n, words[i], n) == 0)
			return end - n;
	}
	return len;
}

/*
 * What a C programmer called it: without suffixes that GCC gives to clones and
 * to local symbols of link-time optimization, and without "@VERSION". ".cold"
 * stays: that is another place than the function's own.
 */
static size_t stem_length(const char *name)
{
	size_t len = strcspn(name, "@"), shorter;

	while ((shorter = strip_one(name, len)) < len)
		len = shorter;
	return len;
}

static uint32_t hash(const char *name, size_t len)
{
	uint32_t h = 2166136261u; /* FNV-1a */

	for (size_t i = 0; i < len; i++)
		h = (h ^ (uint8_t)name[i]) * 16777619u;
	return h;
}

static bool wanted(const GElf_Sym *s)
{
	unsigned int type = GELF_ST_TYPE(s->st_info);

	return s->st_shndx != SHN_UNDEF && s->st_shndx != SHN_ABS && s->st_name != 0 &&
	       (type == STT_FUNC || type == STT_OBJECT || type == STT_NOTYPE || type == STT_GNU_IFUNC);
}

static void symtab_add(struct kg_symtab *t, const char *name, kg_addr addr, uint64_t size)
{
	if (t->n == t->cap) {
		size_t cap = t->cap ? 2 * t->cap : 4096;
		struct sym *syms = cap < NONE ? reallocarray(t->syms, cap, sizeof(*syms)) : NULL;

		if (!syms) /* what fitted is of use all the same */
			return;
		t->syms = syms;
		t->cap = cap;
	}
	t->syms[t->n++] = (struct sym){addr, size, name, (uint32_t)stem_length(name), NONE};
}

static void read_section(struct kg_symtab *t, const struct kg_elf_file *f, Elf_Scn *scn, const GElf_Shdr *sh,
			 kg_addr bias)
{
	Elf_Data *data = elf_getdata(scn, NULL);
	size_t n = data ? data->d_size / sizeof(Elf64_Sym) : 0;

	for (size_t i = 1; i < n && i < INT32_MAX; i++) {
		GElf_Sym s;
		const char *name;

		if (!gelf_getsym(data, (int)i, &s) || !wanted(&s))
			continue;
		name = elf_strptr(f->elf, sh->sh_link, s.st_name);
		if (name && *name)
			symtab_add(t, name, s.st_value + bias, s.st_size);
	}
}

static void read_sections(struct kg_symtab *t, const struct kg_elf_file *f, uint32_t type, kg_addr bias)
{
	Elf_Scn *scn = NULL;

	while ((scn = elf_nextscn(f->elf, scn)) != NULL) {
		GElf_Shdr sh;

		if (gelf_getshdr(scn, &sh) && sh.sh_type == type)
			read_section(t, f, scn, &sh, bias);
	}
}

static int by_address(const void *a, const void *b, void *arg)
{
	const struct sym *x = (const struct sym *)arg + *(const uint32_t *)a;
	const struct sym *y = (const struct sym *)arg + *(const uint32_t *)b;

	if (x->addr != y->addr)
		return x->addr < y->addr ? -1 : 1;
	if (x->size != y->size)
		return x->size < y->size ? -1 : 1;
	return x < y ? 1 : -1; /* of equals the first in the file comes last, where look-ups begin */
}

static bool symtab_index(struct kg_symtab *t)
{
	uint32_t n = 16;

	while (n < t->n && n < 1u << 30)
		n *= 2;
	t->mask = n - 1;
	t->buckets = malloc(n * sizeof(*t->buckets));
	t->by_addr = malloc((t->n + 1) * sizeof(*t->by_addr));
	if (!t->buckets || !t->by_addr)
		return false;
	memset(t->buckets, 0xff, n * sizeof(*t->buckets));
	for (size_t i = t->n; i-- > 0;) { /* so that chains keep the file's order */
		uint32_t *bucket = &t->buckets[hash(t->syms[i].name, t->syms[i].stem) & t->mask];

		t->syms[i].next = *bucket;
		*bucket = (uint32_t)i;
		t->by_addr[i] = (uint32_t)i;
	}
	qsort_r(t->by_addr, t->n, sizeof(*t->by_addr), by_address, t->syms);
	return true;
}

/* The symbols of @f; *@cache keeps them. NULL when out of memory or without a file. */
static struct kg_symtab *symtab_of(const struct kg_elf_file *f, kg_addr bias, struct kg_symtab **cache)
{
	struct kg_symtab *t;

	if (*cache || !f)
		return *cache;
	t = calloc(1, sizeof(*t));
	if (!t)
		return NULL;
	read_sections(t, f, SHT_DYNSYM, bias);
	read_sections(t, f, SHT_SYMTAB, bias);
	if (!symtab_index(t)) {
		kg_symtab_destroy(t);
		return NULL;
	}
	*cache = t;
	return t;
}

/* The module's own symbols, or those of its debug file. */
static struct kg_symtab *module_symtab(const struct kg_process *proc, struct kg_module *mod, bool debug, bool remote)
{
	struct kg_elf_file *f;

	if (!debug)
		return symtab_of(mod->priv->file, mod->bias, &mod->priv->symbols);
	f = kg_module_debug((struct kg_process *)proc, mod, remote);
	return f && f != mod->priv->file ? symtab_of(f, mod->bias, &mod->priv->debug_symbols) : NULL;
}

/* The exact name wins over one that is the same but for suffixes. */
static const struct sym *find_name(const struct kg_symtab *t, const char *name)
{
	size_t stem = stem_length(name);
	const struct sym *close = NULL;

	if (!t || t->n == 0)
		return NULL;
	for (uint32_t i = t->buckets[hash(name, stem) & t->mask]; i != NONE; i = t->syms[i].next) {
		const struct sym *s = &t->syms[i];

		if (strcmp(s->name, name) == 0)
			return s;
		/* "free_list.lto_priv.3" is not "free_list.lto_priv.0", but "free_list" may be either. */
		if (!close && s->stem == stem && name[stem] == '\0' && memcmp(s->name, name, stem) == 0)
			close = s;
	}
	return close;
}

static const struct sym *module_find(const struct kg_process *proc, struct kg_module *mod, const char *name, bool debug,
				     bool remote)
{
	return find_name(module_symtab(proc, mod, debug, remote), name);
}

/* In all modules: own tables first, so that debug files are opened only when those do not answer. */
static const struct sym *find_anywhere(const struct kg_process *proc, const char *name)
{
	for (int debug = 0; debug < 2; debug++) {
		for (size_t i = 0; i < proc->nmodules; i++) {
			const struct sym *s = module_find(proc, &proc->modules[i], name, debug, false);

			if (s)
				return s;
		}
	}
	return NULL;
}

bool kg_process_symbol(const struct kg_process *proc, struct kg_module *mod, const char *name, kg_addr *ret_addr,
		       uint64_t *ret_size)
{
	const struct sym *s;

	pthread_mutex_lock(&proc->priv->lock);
	if (mod) {
		s = module_find(proc, mod, name, false, false);
		if (!s)
			s = module_find(proc, mod, name, true, true);
	} else {
		s = find_anywhere(proc, name);
	}
	if (s) {
		*ret_addr = s->addr;
		*ret_size = s->size;
	}
	pthread_mutex_unlock(&proc->priv->lock);
	return s != NULL;
}

static bool export_find(const struct kg_elf_file *f, Elf_Scn *scn, const GElf_Shdr *sh, const char *name, GElf_Sym *ret)
{
	Elf_Data *data = elf_getdata(scn, NULL);
	size_t n = data ? data->d_size / sizeof(Elf64_Sym) : 0;

	for (size_t i = 1; i < n && i < INT32_MAX; i++) {
		const char *s = gelf_getsym(data, (int)i, ret) && wanted(ret) ? elf_strptr(f->elf, sh->sh_link, ret->st_name) : NULL;

		if (s && strcmp(s, name) == 0)
			return true;
	}
	return false;
}

bool kg_process_export(const struct kg_process *proc, const struct kg_module *mod, const char *name, kg_addr *ret_addr,
		       uint64_t *ret_size)
{
	const struct kg_elf_file *f = mod->priv->file;
	Elf_Scn *scn = NULL;
	bool found = false;
	GElf_Sym sym;

	pthread_mutex_lock(&proc->priv->lock);
	while (f && !found && (scn = elf_nextscn(f->elf, scn)) != NULL) {
		GElf_Shdr sh;

		found = gelf_getshdr(scn, &sh) && sh.sh_type == SHT_DYNSYM && export_find(f, scn, &sh, name, &sym);
	}
	pthread_mutex_unlock(&proc->priv->lock);
	if (found) {
		*ret_addr = sym.st_value + mod->bias;
		*ret_size = sym.st_size;
	}
	return found;
}

/* The smallest symbol that covers @addr, or one without a size that begins there. */
static const struct sym *find_cover(const struct kg_symtab *t, kg_addr addr)
{
	size_t lo = 0, hi = t ? t->n : 0;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;

		if (t->syms[t->by_addr[mid]].addr <= addr)
			lo = mid + 1;
		else
			hi = mid;
	}
	for (size_t back = 0; back < LOOK_BACK && back < lo; back++) {
		const struct sym *s = &t->syms[t->by_addr[lo - 1 - back]];

		if (addr - s->addr < s->size || (s->size == 0 && s->addr == addr))
			return s;
	}
	return NULL;
}

const char *kg_process_symbolize(const struct kg_process *proc, kg_addr addr, uint64_t *ret_offset)
{
	struct kg_module *mod = kg_process_module(proc, addr);
	const struct sym *s = NULL;

	if (!mod)
		return NULL;
	pthread_mutex_lock(&proc->priv->lock);
	for (int debug = 0; debug < 2 && !s; debug++)
		s = find_cover(module_symtab(proc, mod, debug, false), addr);
	pthread_mutex_unlock(&proc->priv->lock);
	if (!s)
		return NULL;
	*ret_offset = addr - s->addr;
	return s->name;
}

bool kg_process_section(const struct kg_process *proc, struct kg_module *mod, const char *name, kg_addr *ret_addr,
			uint64_t *ret_size)
{
	const struct kg_elf_file *f;
	Elf64_Shdr sh;
	bool found;

	pthread_mutex_lock(&proc->priv->lock);
	/* A debug file keeps the section headers of the binary it belongs to. */
	f = mod->priv->file ? mod->priv->file : kg_module_debug((struct kg_process *)proc, mod, true);
	found = f && kg_elf_file_section(f, name, &sh) && (sh.sh_flags & SHF_ALLOC);
	if (found) {
		*ret_addr = sh.sh_addr + mod->bias;
		*ret_size = sh.sh_size;
	}
	pthread_mutex_unlock(&proc->priv->lock);
	return found;
}
