/* Finders' questions about types of the target and about members of their instances. */
#include <stdlib.h>
#include <string.h>

#include "analysis/finding.h"
#include "heap/core.h"

#define BASES_MAX 1000  /* of one class */
#define SHOWN_AROUND 16 /* characters of "<class ''>", and more */

struct kg_error *kg_search_types(const struct kg_search *s, const char *const *names, struct kg_types_of *ret)
{
	const struct kg_heap *h = s->heap;
	struct kg_types_of types = {.fits = calloc(h->ntypes ? h->ntypes : 1, sizeof(*types.fits))};

	if (!types.fits)
		return kg_error_nomem();
	for (uint32_t i = 0; i < h->ntypes; i++) {
		const struct kg_type *native = h->types[i]->native;

		for (size_t j = 0; native && names[j]; j++)
			types.fits[i] = types.fits[i] || strcmp(native->tp_name, names[j]) == 0;
		types.objects += types.fits[i] ? s->totals->items[i].objects : 0;
	}
	*ret = types;
	return NULL;
}

int32_t kg_search_member(const struct kg_search *s, const struct kg_type *type, const char *strct, const char *member)
{
	const struct kg_runtime *rt = s->heap->rt;
	const struct kg_type *native = type->native ? type->native : type;
	struct kg_module *mod = native->traverse ? kg_process_module(rt->proc, native->traverse) : NULL;
	const struct kg_cstruct *st = kg_layout_struct(rt->layout, mod ? mod : rt->module, strct);
	int32_t off = st ? kg_cstruct_offset(st, member) : KG_ABSENT;

	return off >= 0 && off < native->basicsize ? off : KG_ABSENT;
}

uint64_t kg_search_word(struct kg_obj o, int32_t off)
{
	if (off < 0 || o.avail < 8 || (uint64_t)off > o.avail - 8)
		return 0;
	return kg_obj_u64(o, off);
}

kg_node kg_search_to(const struct kg_search *s, struct kg_obj o, int32_t off)
{
	kg_addr addr = kg_search_word(o, off);

	return addr ? kg_heap_node(s->heap, addr) : KG_NODE_NONE;
}

/* Is the class called @name among those that @t looks attributes up in? A class without instances is no
 * type of kg_heap's list, so that names of class objects are compared. */
static struct kg_error *derives(const struct kg_search *s, const struct kg_type *t, const char *name, bool *ret)
{
	struct kg_strbuf sb = {0};
	struct kg_refs refs;
	struct kg_error *err;
	size_t len = strlen(name);

	*ret = strcmp(t->name, name) == 0;
	if (*ret || !t->mro)
		return NULL;
	err = kg_heap_refs(s->heap, t->mro, &refs);
	if (err)
		return err;
	for (size_t i = 0; i < refs.n && i < BASES_MAX && !*ret; i++) {
		const char *text;

		kg_strbuf_reset(&sb);
		kg_heap_value(s->heap, refs.items[i].addr, len + SHOWN_AROUND, &sb);
		text = strchr(kg_strbuf_text(&sb), '\'');
		*ret = text && strncmp(text + 1, name, len) == 0 && text[1 + len] == '\'';
	}
	kg_strbuf_deinit(&sb);
	kg_refs_deinit(&refs);
	return NULL;
}

struct kg_error *kg_search_classes(const struct kg_search *s, const char *name, struct kg_types_of *ret)
{
	const struct kg_heap *h = s->heap;
	struct kg_types_of types = {.fits = calloc(h->ntypes ? h->ntypes : 1, sizeof(*types.fits))};
	struct kg_error *err = types.fits ? NULL : kg_error_nomem();

	for (uint32_t i = 0; i < h->ntypes && !err; i++) {
		if (!h->types[i]->python_class || s->totals->items[i].objects == 0)
			continue;
		err = derives(s, h->types[i], name, &types.fits[i]);
		types.objects += types.fits[i] ? s->totals->items[i].objects : 0;
	}
	if (err)
		free(types.fits);
	else
		*ret = types;
	return err;
}

struct kg_error *kg_search_attribute(const struct kg_search *s, kg_node n, const char *name, kg_addr *ret)
{
	return kg_heap_attribute(s->heap, kg_heap_addr(s->heap, n), name, ret);
}
