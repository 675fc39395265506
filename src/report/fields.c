#include "report/fields.h"


static void add_offset(const struct kg_cfield *f, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "+%u", f->offset);
	if (f->bit_size)
		kg_strbuf_printf(sb, " bit %d", f->bit_offset);
}

static void add_type(const struct kg_cfield *f, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, f->type);
	if (f->bit_size)
		kg_strbuf_printf(sb, " : %d", f->bit_size);
}

const struct kg_column kg_report_member_columns[KG_MEMBER_COLUMNS] = {
	{"OFFSET", true}, {"MEMBER", false}, {"C TYPE", false}, {"VALUE", false}};

void kg_report_member(const struct kg_heap *h, struct kg_obj o, const struct kg_cfield *f, unsigned int column, size_t width,
		      struct kg_strbuf *sb)
{
	switch (column) {
	case 0:
		add_offset(f, sb);
		break;
	case 1:
		kg_strbuf_puts(sb, f->label + 1);
		break;
	case 2:
		add_type(f, sb);
		break;
	default:
		if (f->value != KG_C_STRUCT || f->elem)
			kg_heap_field(h, o, f, width, sb);
		break;
	}
}

void kg_report_struct(const struct kg_cinstance *c, struct kg_strbuf *sb)
{
	if (c->name)
		kg_strbuf_printf(sb, "C struct %s, %u bytes (%s)", c->name, c->size, c->how);
	else
		kg_strbuf_printf(sb, "C struct not known: %s", c->how);
}

static struct kg_error *print_members(const struct kg_heap *h, struct kg_obj o, const struct kg_cinstance *c, size_t width,
				      bool color, FILE *out)
{
	struct kg_table *t;
	struct kg_error *err = kg_table_create(out, kg_report_member_columns, KG_MEMBER_COLUMNS, color, &t);

	if (err)
		return err;
	for (uint32_t i = 0; i < c->nfields && i < KG_MEMBERS_MAX; i++) {
		for (unsigned int column = 0; column < KG_MEMBER_COLUMNS; column++) {
			kg_report_member(h, o, &c->fields[i], column, width, kg_table_cell(t));
			kg_table_next(t);
		}
	}
	err = kg_table_finish(t);
	kg_table_destroy(t);
	if (!err && c->nfields > KG_MEMBERS_MAX)
		fprintf(out, "and %u more members\n", c->nfields - KG_MEMBERS_MAX);
	return err;
}

struct kg_error *kg_report_fields(const struct kg_heap *h, kg_node n, size_t width, bool color, FILE *out)
{
	const struct kg_type *t = kg_heap_type(h, n);
	const struct kg_cinstance *c = kg_heap_struct(h, t);
	struct kg_strbuf sb = {0};
	struct kg_error *err;

	if (!c)
		return kg_error_nomem();
	if (!c->name && t->native->ops)
		return NULL;
	kg_report_struct(c, &sb);
	fprintf(out, "\n%s\n", kg_strbuf_text(&sb));
	err = sb.failed ? kg_error_nomem() : NULL;
	kg_strbuf_deinit(&sb);
	return err || !c->name ? err : print_members(h, kg_heap_get(h, n), c, width, color, out);
}

static struct kg_json *member_json(const struct kg_heap *h, struct kg_obj o, const struct kg_cfield *f, size_t width)
{
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};

	kg_json_set(row, "name", kg_json_text(f->label + 1));
	kg_json_set(row, "offset", kg_json_u64(f->offset));
	kg_json_set(row, "size", kg_json_u64(f->size));
	if (f->bit_size) {
		kg_json_set(row, "bit_offset", kg_json_u64((uint64_t)f->bit_offset));
		kg_json_set(row, "bits", kg_json_u64((uint64_t)f->bit_size));
	}
	kg_json_set(row, "type", kg_json_text(f->type));
	if (f->value == KG_C_STRUCT && !f->elem) {
		kg_json_set(row, "value", kg_json_null());
		return row;
	}
	kg_heap_field(h, o, f, width, &sb);
	kg_json_set(row, "value", sb.failed ? NULL : kg_json_text(kg_strbuf_text(&sb)));
	kg_strbuf_deinit(&sb);
	return row;
}

struct kg_json *kg_report_fields_json(const struct kg_heap *h, kg_node n, size_t width)
{
	const struct kg_cinstance *c = kg_heap_struct(h, kg_heap_type(h, n));
	struct kg_json *doc, *members;

	if (!c)
		return NULL;
	doc = kg_json_object();
	kg_json_set(doc, "name", c->name ? kg_json_text(c->name) : kg_json_null());
	kg_json_set(doc, "size", kg_json_u64(c->size));
	kg_json_set(doc, "how", kg_json_text(c->how));
	members = kg_json_array();
	for (uint32_t i = 0; i < c->nfields; i++)
		kg_json_push(members, member_json(h, kg_heap_get(h, n), &c->fields[i], width));
	kg_json_set(doc, "members", members);
	return doc;
}
