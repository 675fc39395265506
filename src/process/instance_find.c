/*
 * Which struct of a module's debug information is that of a type's instances: told by the units that the type's functions
 * are from, by its size, and by what those functions work with.
 */
#include "config.h"

#ifdef HAVE_LIBDW
#include <dwarf.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "base/strbuf.h"
#include "process/process_priv.h"

#define ENTRIES_MAX (UINT64_C(4) << 20)	  /* of debug information, looked at for one type */
#define UNITS_MAX 64
#define CANDIDATES_MAX 4096
#define DISTINCT_MAX 16
#define FUNCTIONS_MAX 64
#define DEPTH_MAX 8
#define NAMES_SHOWN 4
#define NAME_MAX_BYTES 200

/* A struct that fits. */
struct candidate {
	Dwarf_Die die;
	const char *name; /* of the debug information, not escaped */
	unsigned int votes;
};

struct function {
	kg_addr addr; /* ELF address */
	Dwarf_Die die;
	bool found;
};

struct finding {
	const struct kg_instance_query *q;
	Dwarf *dwarf;
	Dwarf_Off units[UNITS_MAX]; /* walked */
	const Dwarf *owners[UNITS_MAX];
	size_t nunits;
	struct candidate *candidates;
	size_t ncandidates, candidates_cap;
	bool many;	/* there are more than can be kept: nothing is certain then */
	struct function functions[FUNCTIONS_MAX];
	size_t nfunctions;
	kg_addr object; /* where the type itself is, looked for when no function helps */
	bool object_here; /* in the unit at hand, as .variable */
	Dwarf_Die variable;
	uint64_t left;	/* entries */
	const char *voter; /* name of the function that decided */
};

/* Does its last member, an array, begin before basicsize ends? Then its first element is counted with the items. */
static bool ends_with_items(Dwarf_Die *die, const struct kg_instance_query *q)
{
	Dwarf_Die child, type;
	uint64_t offset;
	bool ends = false;

	if (dwarf_child(die, &child) != 0)
		return false;
	do {
		if (dwarf_tag(&child) == DW_TAG_member)
			ends = kg_dwarf_member_offset(&child, &offset) && offset <= q->size && kg_dwarf_type(&child, &type) &&
			       kg_dwarf_peel(&type, &type) && dwarf_tag(&type) == DW_TAG_array_type;
	} while (kg_dwarf_next(&child));
	return ends;
}

static bool fits(const struct finding *f, Dwarf_Die *die)
{
	uint64_t size;

	if (dwarf_tag(die) == DW_TAG_union_type || !kg_dwarf_has_members(die) || !kg_dwarf_uint(die, DW_AT_byte_size, &size))
		return false;
	if (size != f->q->size && !(f->q->item_size && size > f->q->size && ends_with_items(die, f->q)))
		return false;
	return f->q->bare || kg_dwarf_is_object(die);
}

static bool same_die(Dwarf_Die *a, Dwarf_Die *b)
{
	return a->addr == b->addr;
}

/* @name: a typedef's, for a struct without a tag. @return its number, or -1 */
static int candidate_add(struct finding *f, Dwarf_Die *die, const char *name)
{
	const char *tag = dwarf_diename(die);
	struct kg_error *err;

	name = tag ? tag : name;
	for (size_t i = 0; i < f->ncandidates; i++) {
		if (same_die(&f->candidates[i].die, die)) {
			if (!f->candidates[i].name)
				f->candidates[i].name = name;
			return (int)i;
		}
	}
	err = f->ncandidates < CANDIDATES_MAX ? kg_grow(&f->candidates, &f->candidates_cap, f->ncandidates, sizeof(*f->candidates))
					      : kg_error_nomem();
	if (err) {
		kg_error_destroy(err);
		f->many = true;
		return -1;
	}
	f->candidates[f->ncandidates] = (struct candidate){*die, name, 0};
	return (int)f->ncandidates++;
}

/* A typedef directly of a struct without a tag lends it its name. */
static void see_typedef(struct finding *f, Dwarf_Die *die)
{
	Dwarf_Die type;

	if (!kg_dwarf_type(die, &type) || dwarf_tag(&type) != DW_TAG_structure_type || !kg_dwarf_peel(&type, &type))
		return;
	if (!dwarf_diename(&type) && fits(f, &type))
		candidate_add(f, &type, dwarf_diename(die));
}

static void see_function(struct finding *f, Dwarf_Die *die)
{
	Dwarf_Addr at;

	if (dwarf_lowpc(die, &at) != 0)
		return;
	for (size_t i = 0; i < f->nfunctions; i++) {
		if (f->functions[i].addr == at && !f->functions[i].found) {
			f->functions[i].die = *die;
			f->functions[i].found = true;
		}
	}
}

static void see_variable(struct finding *f, Dwarf_Die *die)
{
	Dwarf_Attribute attr, indirect;
	Dwarf_Addr at;
	Dwarf_Op *ops;
	size_t n;

	if (!f->object || !dwarf_attr(die, DW_AT_location, &attr) || dwarf_getlocation(&attr, &ops, &n) != 0 || n != 1)
		return;
	if (ops[0].atom == DW_OP_addr)
		at = ops[0].number;
	else if (dwarf_getlocation_attr(&attr, ops, &indirect) != 0 || dwarf_formaddr(&indirect, &at) != 0)
		return;
	if (at != f->object)
		return;
	f->object_here = true;
	f->variable = *die;
}

static bool see_imported(struct finding *f, Dwarf_Die *die, Dwarf_Die *ret);

/* Is there more below? @ret: where it begins */
static bool see(struct finding *f, Dwarf_Die *die, Dwarf_Die *ret)
{
	Dwarf_Die type;

	switch (dwarf_tag(die)) {
	case DW_TAG_structure_type:
	case DW_TAG_class_type:
		if (kg_dwarf_peel(die, &type) && fits(f, &type))
			candidate_add(f, &type, NULL);
		return dwarf_child(die, ret) == 0;
	case DW_TAG_typedef:
		see_typedef(f, die);
		return false;
	case DW_TAG_subprogram:
		see_function(f, die);
		return false;
	case DW_TAG_variable:
		see_variable(f, die);
		return false;
	case DW_TAG_namespace:
		return dwarf_child(die, ret) == 0;
	case DW_TAG_imported_unit:
		return see_imported(f, die, ret);
	default:
		return false;
	}
}

/* @return false when it was walked before, or there are too many */
static bool unit_note(struct finding *f, Dwarf_Die *unit)
{
	const Dwarf *owner = dwarf_cu_getdwarf(unit->cu);
	Dwarf_Off at = dwarf_dieoffset(unit);

	for (size_t i = 0; i < f->nunits; i++) {
		if (f->units[i] == at && f->owners[i] == owner)
			return false;
	}
	if (f->nunits == UNITS_MAX)
		return false;
	f->units[f->nunits] = at;
	f->owners[f->nunits++] = owner;
	return true;
}

/* Parts of units that dwz made once for several; not the whole units that link-time optimization refers to. */
static bool see_imported(struct finding *f, Dwarf_Die *die, Dwarf_Die *ret)
{
	Dwarf_Attribute attr;
	Dwarf_Die unit;

	return dwarf_attr(die, DW_AT_import, &attr) && dwarf_formref_die(&attr, &unit) &&
	       dwarf_tag(&unit) == DW_TAG_partial_unit && unit_note(f, &unit) && dwarf_child(&unit, ret) == 0;
}

/* All that may matter in a unit: its own entries, those of namespaces and classes. */
static void walk(struct finding *f, Dwarf_Die *unit)
{
	Dwarf_Die stack[DEPTH_MAX];
	size_t depth = 0;

	if (dwarf_child(unit, &stack[depth]) == 0)
		depth++;
	while (depth > 0 && f->left > 0) {
		Dwarf_Die die = stack[depth - 1], below;
		bool more = kg_dwarf_next(&stack[depth - 1]);

		f->left--;
		if (!more)
			depth--;
		if (see(f, &die, &below) && depth < DEPTH_MAX)
			stack[depth++] = below;
	}
}

static void walk_once(struct finding *f, Dwarf_Die *unit)
{
	if (unit_note(f, unit))
		walk(f, unit);
}

/* The struct that a pointer points to, when it fits. @return its number, or -1 */
static int pointed(struct finding *f, Dwarf_Die *variable)
{
	const char *name = NULL;
	Dwarf_Attribute attr;
	Dwarf_Die at;

	if (!dwarf_attr_integrate(variable, DW_AT_type, &attr) || !dwarf_formref_die(&attr, &at) || !kg_dwarf_peel(&at, &at) ||
	    dwarf_tag(&at) != DW_TAG_pointer_type || !kg_dwarf_type(&at, &at))
		return -1;
	for (int i = 0; i < DEPTH_MAX && (dwarf_tag(&at) == DW_TAG_typedef || dwarf_tag(&at) == DW_TAG_const_type); i++) {
		if (dwarf_tag(&at) == DW_TAG_typedef)
			name = dwarf_diename(&at);
		if (!kg_dwarf_type(&at, &at))
			return -1;
	}
	return fits(f, &at) ? candidate_add(f, &at, name) : -1;
}

/* The one struct that fits among a function's parameters and variables: its number, -1 none, -2 several. */
static int works_with(struct finding *f, Dwarf_Die *function)
{
	Dwarf_Die stack[DEPTH_MAX];
	size_t depth = 0;
	int found = -1;

	if (dwarf_child(function, &stack[depth]) == 0)
		depth++;
	while (depth > 0 && f->left > 0) {
		Dwarf_Die die = stack[depth - 1], below;
		int tag = dwarf_tag(&die), one = -1;

		f->left--;
		if (!kg_dwarf_next(&stack[depth - 1]))
			depth--;
		if (tag == DW_TAG_formal_parameter || tag == DW_TAG_variable)
			one = pointed(f, &die);
		else if (tag == DW_TAG_lexical_block && depth < DEPTH_MAX && dwarf_child(&die, &below) == 0)
			stack[depth++] = below;
		if (one >= 0 && found >= 0 && one != found)
			return -2;
		found = one >= 0 ? one : found;
	}
	return found;
}

/* What a function was made from, where that stands in another unit: its types are there. */
static bool origin(Dwarf_Die *function, Dwarf_Die *ret)
{
	Dwarf_Attribute attr;

	return (dwarf_attr(function, DW_AT_abstract_origin, &attr) || dwarf_attr(function, DW_AT_specification, &attr)) &&
	       dwarf_formref_die(&attr, ret);
}

/* Where the entries of a unit are that has them in a file of its own. */
static void to_split(Dwarf_Die *unit)
{
	Dwarf_Die split;
	uint8_t type;

	if (dwarf_cu_info(unit->cu, NULL, &type, NULL, &split, NULL, NULL, NULL) == 0 && type == DW_UT_skeleton && split.addr)
		*unit = split;
}

static bool unit_at(const struct finding *f, kg_addr addr, Dwarf_Die *ret)
{
	Dwarf_Aranges *aranges;
	Dwarf_CU *cu = NULL;
	size_t n = 0;

	if (dwarf_addrdie(f->dwarf, addr, ret))
		return true;
	if (dwarf_getaranges(f->dwarf, &aranges, &n) == 0 && n > 0)
		return false;
	while (dwarf_get_units(f->dwarf, cu, &cu, NULL, NULL, ret, NULL) == 0) {
		if (dwarf_haspc(ret, addr) > 0)
			return true;
	}
	return false;
}

static void walk_functions(struct finding *f)
{
	for (size_t i = 0; i < f->nfunctions; i++) {
		Dwarf_Die unit;

		if (unit_at(f, f->functions[i].addr, &unit)) {
			to_split(&unit);
			walk_once(f, &unit);
		}
	}
	for (size_t i = 0; i < f->nfunctions; i++) {
		Dwarf_Die from, unit;

		if (f->functions[i].found && origin(&f->functions[i].die, &from) && dwarf_diecu(&from, &unit, NULL, NULL))
			walk_once(f, &unit);
	}
}

/* The unit of the type object's own symbol, for a type without functions of its own. */
static void walk_object(struct finding *f)
{
	Dwarf_CU *cu = NULL;
	Dwarf_Die unit, from;

	while (f->left > 0 && !f->object_here && dwarf_get_units(f->dwarf, cu, &cu, NULL, NULL, &unit, NULL) == 0) {
		f->ncandidates = 0;
		to_split(&unit);
		walk(f, &unit);
	}
	if (!f->object_here)
		f->ncandidates = 0;
	else if (origin(&f->variable, &from) && dwarf_diecu(&from, &unit, NULL, NULL))
		walk(f, &unit);
}

/* What each function works with counts for that one. */
static void vote(struct finding *f)
{
	for (size_t i = 0; i < f->nfunctions; i++) {
		Dwarf_Die from;
		int one = f->functions[i].found ? works_with(f, &f->functions[i].die) : -1;

		if (one == -1 && f->functions[i].found && origin(&f->functions[i].die, &from))
			one = works_with(f, &from);
		if (one < 0)
			continue;
		f->candidates[one].votes++;
		if (!f->voter)
			f->voter = dwarf_diename(&f->functions[i].die);
	}
}

/* The functions of the type that are code of the module. */
static void take_functions(struct finding *f, const struct kg_module *mod)
{
	const struct kg_elf_head *h = &mod->priv->head;

	for (size_t i = 0; i < f->q->nfunctions && f->nfunctions < FUNCTIONS_MAX; i++) {
		kg_addr at = f->q->functions[i] - mod->bias;

		for (size_t k = 0; k < h->eh.e_phnum; k++) {
			if (h->ph[k].p_type == PT_LOAD && h->ph[k].p_flags & PF_X && at - h->ph[k].p_vaddr < h->ph[k].p_memsz) {
				f->functions[f->nfunctions++].addr = at;
				break;
			}
		}
	}
}

static bool same_fields(const struct kg_cinstance *a, const struct kg_cinstance *b)
{
	if (a->size != b->size || a->nfields != b->nfields)
		return false;
	for (uint32_t i = 0; i < a->nfields; i++) {
		if (a->fields[i].offset != b->fields[i].offset || strcmp(a->fields[i].label, b->fields[i].label) != 0 ||
		    strcmp(a->fields[i].type, b->fields[i].type) != 0)
			return false;
	}
	return true;
}

/*
 * Leaves one of each: a struct that stands in a header is in the debug information of all units that include it.
 * Where functions voted the others are out of the question.
 */
static struct kg_error *distinct(struct finding *f, struct kg_arena *arena, struct kg_cinstance *ret, size_t *ret_n)
{
	bool voted = false;
	size_t n = 0;

	for (size_t i = 0; i < f->ncandidates; i++)
		voted = voted || f->candidates[i].votes;
	for (size_t i = 0; i < f->ncandidates && n < DISTINCT_MAX; i++) {
		struct kg_cinstance c = {.name = f->candidates[i].name ? f->candidates[i].name : "{...}"};
		struct kg_error *err;
		size_t k = 0;

		if (voted && !f->candidates[i].votes)
			continue;
		err = kg_dwarf_fields(arena, &f->candidates[i].die, &c);
		if (err)
			return err;
		while (k < n && !(strcmp(ret[k].name, c.name) == 0 && same_fields(&ret[k], &c)))
			k++;
		if (k == n)
			ret[n++] = c;
	}
	*ret_n = n;
	return NULL;
}

static void add_name(struct kg_strbuf *sb, const char *name)
{
	kg_strbuf_escape(sb, name, strnlen(name, NAME_MAX_BYTES));
}

static const struct kg_cinstance *ambiguous(struct kg_process *proc, const struct finding *f, const struct kg_cinstance *c,
					    size_t n)
{
	const struct kg_cinstance *answer;
	struct kg_strbuf sb = {0};

	for (size_t i = 0; i < n && i < NAMES_SHOWN; i++) {
		kg_strbuf_puts(&sb, i ? ", " : "");
		add_name(&sb, c[i].name);
	}
	if (n > NAMES_SHOWN)
		kg_strbuf_puts(&sb, " and others");
	answer = kg_instance_unknown(proc, "%zu%s structs of %llu bytes may be it: %s", n, n == DISTINCT_MAX ? " or more" : "",
				     (unsigned long long)f->q->size, kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
	return answer;
}

static const struct kg_cinstance *certain(struct kg_process *proc, const struct finding *f, const struct kg_cinstance *c)
{
	struct kg_cinstance *answer = kg_arena_alloc(&proc->priv->arena, sizeof(*answer));
	struct kg_strbuf name = {0}, how = {0};

	if (!answer)
		return NULL;
	add_name(&name, c->name);
	if (f->voter) {
		kg_strbuf_puts(&how, "what ");
		add_name(&how, f->voter);
		kg_strbuf_puts(&how, "() works with");
	} else {
		kg_strbuf_puts(&how, "a guess by its size alone: the only such struct of its unit");
	}
	*answer = *c;
	answer->sized = !f->voter;
	answer->name = kg_arena_strdup(&proc->priv->arena, kg_strbuf_text(&name));
	answer->how = kg_arena_strdup(&proc->priv->arena, kg_strbuf_text(&how));
	kg_strbuf_deinit(&name);
	kg_strbuf_deinit(&how);
	return answer->name && answer->how ? answer : NULL;
}

struct kg_error *kg_instance_find(struct kg_process *proc, const struct kg_module *mod, Dwarf *dwarf,
				  const struct kg_instance_query *q, const struct kg_cinstance **ret)
{
	struct kg_cinstance *fit = calloc(DISTINCT_MAX, sizeof(*fit));
	struct finding *f = calloc(1, sizeof(*f));
	struct kg_error *err = fit && f ? NULL : kg_error_nomem();
	size_t n = 0;

	if (!err) {
		f->q = q;
		f->dwarf = dwarf;
		f->left = ENTRIES_MAX;
		take_functions(f, mod);
		walk_functions(f);
		if (f->nunits == 0 && q->object) {
			f->object = q->object - mod->bias;
			walk_object(f);
		}
		vote(f);
		err = distinct(f, &proc->priv->arena, fit, &n);
	}
	if (!err && (f->left == 0 || f->many))
		*ret = kg_instance_unknown(proc, "the debug information of %s is too large to find it",
					   kg_process_printable(proc, mod->path));
	else if (!err && n == 1)
		*ret = certain(proc, f, &fit[0]);
	else if (!err && n > 1)
		*ret = ambiguous(proc, f, fit, n);
	else if (!err)
		*ret = kg_instance_unknown(proc,
					   f->nunits || f->object_here ? "no struct of %llu bytes that begins as objects do is in its unit"
								       : "no unit of the debug information has its functions or itself (%llu bytes)",
					   (unsigned long long)q->size);
	if (f)
		free(f->candidates);
	free(f);
	free(fit);
	return err;
}

#endif
