/*
 * Databases: sqlite3, dbm. Source: CPython 3.11.2 Modules/_sqlite/, _dbmmodule.c, _gdbmmodule.c.
 */
#include "heap/types/tables.h"

static const struct kg_member class_members[] = {KG_VISIT_TYPE, KG_END};

/* The exception classes in a connection are borrowed from the module (connection.h). */
static const struct kg_member connection_members[] = {
	KG_VISIT_TYPE, KG_V(statement_cache), KG_V(cursors), KG_V(blobs), KG_V(row_factory), KG_V(text_factory),
	KG_END};

enum { TRACE, PROGRESS, AUTHORIZER, CTX_CALLABLE, CTX_MODULE, CTX_SIZE };
static const struct kg_field_name connection_fields[] = {
	KG_FIELD("pysqlite_Connection", "trace_ctx"), KG_FIELD("pysqlite_Connection", "progress_ctx"),
	KG_FIELD("pysqlite_Connection", "authorizer_ctx"),
	KG_FIELD("_callback_context", "callable"), KG_FIELD("_callback_context", "module"),
	KG_FIELD("_callback_context", ""), KG_FIELDS_END,
};

/* Three callbacks in plain memory. Those of functions, aggregates and collations
 * hang in SQLite's own structures, where nobody but SQLite finds them. */
static struct kg_error *connection_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					 struct kg_sink *sink)
{
	const int32_t *f = native->field;

	for (int i = TRACE; i <= AUTHORIZER; i++) {
		kg_addr ctx = kg_obj_addr(o, f[i]);
		const void *p;
		struct kg_error *err;

		if (!ctx)
			continue;
		err = kg_heap_array(h, ctx, 1, (uint64_t)f[CTX_SIZE], &p);
		if (err)
			return err;
		kg_sink_visit(sink, kg_word(p, f[CTX_CALLABLE]), ".callback");
		kg_sink_visit(sink, kg_word(p, f[CTX_MODULE]), ".callback.module");
	}
	return NULL;
}

static const struct kg_member cursor_members[] = {
	KG_VISIT_TYPE, KG_V(connection), KG_V(description), KG_V(row_cast_map), KG_V(lastrowid), KG_V(row_factory),
	KG_V(statement), KG_END};
static const struct kg_member blob_members[] = {KG_VISIT_TYPE, KG_V(connection), KG_END};
static const struct kg_member row_members[] = {KG_VISIT_TYPE, KG_V(data), KG_V(description), KG_END};

/* Up to 3.9 the collector knows none of them; statements are cached by objects of their own. */
static const struct kg_member old_connection_members[] = {
	KG_O(isolation_level), KG_O(statement_cache), KG_O(statements), KG_O(cursors), KG_O(row_factory), KG_O(text_factory),
	KG_O(function_pinboard_trace_callback), KG_O(function_pinboard_progress_handler),
	KG_O(function_pinboard_authorizer_cb), KG_O(collations), KG_END};
static const struct kg_member old_cursor_members[] = {
	KG_O(connection), KG_O(description), KG_O(row_cast_map), KG_O(lastrowid), KG_O(row_factory), KG_O(statement),
	KG_O(next_row), KG_END};
static const struct kg_member old_statement_members[] = {KG_O(sql), KG_END};
/* A cache that is its own factory has given back that reference (decref_factory); the list's links are borrowed. */
static const struct kg_member old_cache_members[] = {KG_O(mapping), KG_W(factory), KG_END};
static const struct kg_member old_node_members[] = {KG_O(key), KG_O(data), KG_END};

/* 3.10: the same objects, known to the collector. */
static const struct kg_member mid_connection_members[] = {
	KG_VISIT_TYPE, KG_V(isolation_level), KG_V(statement_cache), KG_V(statements), KG_V(cursors), KG_V(row_factory),
	KG_V(text_factory), KG_V(function_pinboard_trace_callback), KG_V(function_pinboard_progress_handler),
	KG_V(function_pinboard_authorizer_cb), KG_V(collations), KG_END};
static const struct kg_member mid_cursor_members[] = {
	KG_VISIT_TYPE, KG_V(connection), KG_V(description), KG_V(row_cast_map), KG_V(lastrowid), KG_V(row_factory),
	KG_V(statement), KG_V(next_row), KG_END};
static const struct kg_member mid_statement_members[] = {KG_VISIT_TYPE, KG_V(sql), KG_END};
static const struct kg_member mid_cache_members[] = {KG_VISIT_TYPE, KG_V(mapping), KG_END};
static const struct kg_member mid_node_members[] = {KG_VISIT_TYPE, KG_V(key), KG_V(data), KG_END};

enum { CACHE_FIRST, CACHE_FACTORY, CACHE_OWNS, NODE_NEXT, NODE_SIZE };
static const struct kg_field_name cache_fields[] = {
	KG_FIELD("pysqlite_Cache", "first"), KG_FIELD("pysqlite_Cache", "factory"), KG_FIELD("pysqlite_Cache", "decref_factory"),
	KG_FIELD("_pysqlite_Node|pysqlite_Node", "next"), KG_FIELD("_pysqlite_Node|pysqlite_Node", ""), KG_FIELDS_END,
};

/* CPython 3.10 Modules/_sqlite/cache.c cache_traverse: all nodes of the list; the factory unless it is borrowed. */
static struct kg_error *cache_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				    struct kg_sink *sink)
{
	const int32_t *f = native->field;
	kg_addr node = kg_obj_addr(o, f[CACHE_FIRST]);
	struct kg_walk walk = KG_WALK_INIT;

	if (kg_obj_u32(o, f[CACHE_OWNS]))
		kg_sink_visit(sink, kg_obj_addr(o, f[CACHE_FACTORY]), ".factory");
	while (node && !sink->full) {
		const void *p;
		struct kg_error *err = kg_heap_array(h, node, 1, (uint64_t)f[NODE_SIZE], &p);

		if (!err && !kg_walk_step(&walk, node))
			err = kg_error_at(KG_ERR_CORRUPT, node, "a cache of statements whose nodes form a ring");
		if (err)
			return err;
		kg_sink_visit(sink, node, ".node");
		node = kg_word(p, f[NODE_NEXT]);
	}
	return NULL;
}

#define ONLY_310 .since = KG_VERSION(3, 10, 0), .until = KG_VERSION(3, 11, 0)
#define BEFORE_310 .until = KG_VERSION(3, 10, 0)

const struct kg_type_ops kg_types_database[] = {
	{.name = "sqlite3.Connection", .strct = "pysqlite_Connection", .members = old_connection_members, BEFORE_310},
	{.name = "sqlite3.Cursor", .strct = "pysqlite_Cursor", .members = old_cursor_members, BEFORE_310},
	{.name = "sqlite3.Statement", .strct = "pysqlite_Statement", .members = old_statement_members, BEFORE_310},
	{.name = "sqlite3.Cache", .strct = "pysqlite_Cache", .members = old_cache_members, BEFORE_310},
	{.name = "sqlite3.Connection", .strct = "pysqlite_Connection", .members = mid_connection_members, ONLY_310},
	{.name = "sqlite3.Cursor", .strct = "pysqlite_Cursor", .members = mid_cursor_members, ONLY_310},
	{.name = "sqlite3.Statement", .strct = "pysqlite_Statement", .members = mid_statement_members, ONLY_310},
	{.name = "sqlite3.Cache", .strct = "pysqlite_Cache", .members = mid_cache_members, .fields = cache_fields,
	 .edges = cache_edges, ONLY_310},
	{.name = "sqlite3.Node", .strct = "_pysqlite_Node|pysqlite_Node", .members = mid_node_members, ONLY_310},
	{.name = "sqlite3Node", .strct = "_pysqlite_Node|pysqlite_Node", .members = old_node_members, BEFORE_310},
	{.name = "sqlite3.Connection", .strct = "pysqlite_Connection", .members = connection_members,
	 .fields = connection_fields, .edges = connection_edges},
	{.name = "sqlite3.Cursor", .strct = "pysqlite_Cursor", .members = cursor_members},
	{.name = "sqlite3.Blob", .strct = "pysqlite_Blob", .members = blob_members},
	{.name = "sqlite3.Row", .strct = "pysqlite_Row", .members = row_members},
	{.name = "sqlite3.Statement", .members = class_members},
	{.name = "sqlite3.PrepareProtocol", .members = class_members},
	{.name = "_dbm.dbm", .members = class_members},
	{.name = "_gdbm.gdbm", .members = class_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_database[] = {{.name = NULL}};
