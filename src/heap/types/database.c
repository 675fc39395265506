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

const struct kg_type_ops kg_types_database[] = {
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
