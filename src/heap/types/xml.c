/*
 * XML: pyexpat and ElementTree. Source: CPython 3.11.2 Modules/pyexpat.c, _elementtree.c.
 */
#include "heap/types/tables.h"

/* pyexpat.c, enum HandlerTypes; expat without SkippedEntity is older than any that CPython 3.11 builds with. */
#define EXPAT_HANDLERS 22

/* Parsers for external entities show the parser they came from in the last 3.11 micros. */
static const struct kg_member expat_members[] = {KG_O(intern), KG_V_OPT(parent), KG_VISIT_TYPE, KG_END};
static const struct kg_field_name expat_fields[] = {KG_FIELD("xmlparseobject", "handlers"), KG_FIELDS_END};

static struct kg_error *expat_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_sink *sink)
{
	kg_addr handlers = kg_obj_addr(o, native->field[0]);

	return handlers ? kg_heap_push_items(h, handlers, EXPAT_HANDLERS, KG_EDGE_TRAVERSE, ".handlers", sink) : NULL;
}

/* text and tail carry a flag in bit 0: a list of pieces not yet joined. */
static const struct kg_member element_members[] = {
	KG_V(tag), KG_VISIT_TAGGED("text", ".text"), KG_VISIT_TAGGED("tail", ".tail"), KG_END};

enum { ELEMENT_EXTRA, EXTRA_ATTRIB, EXTRA_LENGTH, EXTRA_ALLOCATED, EXTRA_CHILDREN, EXTRA_STATIC, EXTRA_SIZE };
static const struct kg_field_name element_fields[] = {
	KG_FIELD("ElementObject", "extra"), KG_FIELD("ElementObjectExtra", "attrib"),
	KG_FIELD("ElementObjectExtra", "length"), KG_FIELD("ElementObjectExtra", "allocated"),
	KG_FIELD("ElementObjectExtra", "children"), KG_FIELD("ElementObjectExtra", "_children"),
	KG_FIELD("ElementObjectExtra", ""), KG_FIELDS_END,
};

/* Attributes and children stand in memory of their own. @ret NULL when there are none. */
static struct kg_error *element_extra(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      const void **ret)
{
	kg_addr extra = kg_obj_addr(o, native->field[ELEMENT_EXTRA]);

	*ret = NULL;
	return extra ? kg_heap_array(h, extra, 1, (uint64_t)native->field[EXTRA_SIZE], ret) : NULL;
}

static struct kg_error *element_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_sink *sink)
{
	const int32_t *f = native->field;
	const void *p;
	struct kg_error *err = element_extra(h, o, native, &p);

	if (err || !p)
		return err;
	kg_sink_visit(sink, kg_word(p, f[EXTRA_ATTRIB]), ".attrib");
	return kg_heap_push_items(h, kg_word(p, f[EXTRA_CHILDREN]), (int64_t)kg_word(p, f[EXTRA_LENGTH]),
				  KG_EDGE_TRAVERSE, "", sink);
}

/* Element.__sizeof__: up to four children are inside the extra struct. */
static struct kg_error *element_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     uint64_t *ret)
{
	const int32_t *f = native->field;
	kg_addr extra = kg_obj_addr(o, f[ELEMENT_EXTRA]);
	uint64_t bytes = (uint64_t)o.type->basicsize;
	const void *p;
	struct kg_error *err = element_extra(h, o, native, &p);

	if (!err && p) {
		bytes += (uint64_t)f[EXTRA_SIZE];
		if (kg_word(p, f[EXTRA_CHILDREN]) != extra + (uint32_t)f[EXTRA_STATIC])
			err = kg_types_size_add(o.addr, bytes, (int64_t)kg_word(p, f[EXTRA_ALLOCATED]), 8, &bytes);
	}
	if (!err)
		*ret = bytes;
	return err;
}

static const struct kg_member element_iter_members[] = {KG_V(root_element), KG_V(sought_tag), KG_END};

enum { ITER_STACK, ITER_USED, LOCATOR_PARENT, LOCATOR_SIZE };
static const struct kg_field_name element_iter_fields[] = {
	KG_FIELD("ElementIterObject", "parent_stack"), KG_FIELD("ElementIterObject", "parent_stack_used"),
	KG_FIELD("ParentLocator", "parent"), KG_FIELD("ParentLocator", ""), KG_FIELDS_END,
};

static struct kg_error *element_iter_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					   struct kg_sink *sink)
{
	const int32_t *f = native->field;
	uint64_t n = kg_obj_u64(o, f[ITER_USED]), size = (uint64_t)f[LOCATOR_SIZE];
	const void *p;
	struct kg_error *err;

	if (n == 0)
		return NULL;
	err = kg_heap_array(h, kg_obj_addr(o, f[ITER_STACK]), n, size, &p);
	if (err)
		return err;
	for (uint64_t i = 0; i < n; i++)
		kg_sink_visit(sink, kg_word((const char *)p + i * size, f[LOCATOR_PARENT]), ".parent_stack");
	return NULL;
}

static const struct kg_member treebuilder_members[] = {
	KG_V(root), KG_V(this), KG_V(last), KG_V(last_for_tail), KG_V(data), KG_V(stack), KG_V(element_factory),
	KG_V(comment_factory), KG_V(pi_factory), KG_V(events_append), KG_V(start_event_obj), KG_V(end_event_obj),
	KG_V(start_ns_event_obj), KG_V(end_ns_event_obj), KG_V(comment_event_obj), KG_V(pi_event_obj), KG_END};
static const struct kg_member xmlparser_members[] = {
	KG_V(target), KG_V(entity), KG_V(names), KG_V(handle_start_ns), KG_V(handle_end_ns), KG_V(handle_start),
	KG_V(handle_data), KG_V(handle_end), KG_V(handle_comment), KG_V(handle_pi), KG_V(handle_doctype),
	KG_V(handle_close), KG_O_OPT(elementtree_module), KG_END};

const struct kg_type_ops kg_types_xml[] = {
	{.name = "pyexpat.xmlparser", .strct = "xmlparseobject", .members = expat_members, .fields = expat_fields,
	 .edges = expat_edges},
	{.name = "xml.etree.ElementTree.Element", .strct = "ElementObject", .members = element_members,
	 .fields = element_fields, .edges = element_edges, .size = element_size},
	{.name = "_elementtree._element_iterator", .strct = "ElementIterObject", .members = element_iter_members,
	 .fields = element_iter_fields, .edges = element_iter_edges},
	{.name = "xml.etree.ElementTree.TreeBuilder", .strct = "TreeBuilderObject", .members = treebuilder_members},
	{.name = "xml.etree.ElementTree.XMLParser", .strct = "XMLParserObject", .members = xmlparser_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_xml[] = {{.name = NULL}};
