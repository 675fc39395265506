/*
 * Text: re, csv, json, codecs of East Asian encodings, unicodedata.
 * Source: CPython 3.11.2 Modules/_sre/, _csv.c, _json.c, cjkcodecs/multibytecodec.c, unicodedata.c.
 */
#include "heap/core.h"
#include "heap/heap.h"
#include "heap/types/tables.h"

static const struct kg_member class_members[] = {KG_VISIT_TYPE, KG_END};

static const struct kg_member pattern_members[] = {
	KG_VISIT_TYPE, KG_V(groupindex), KG_V(indexgroup), KG_V(pattern),
	KG_V_OPT(fail_after_exc), /* debug builds since 3.13: what interrupts a search after so many steps */
	KG_END};
static const struct kg_member match_members[] = {
	KG_VISIT_TYPE, KG_V(string), KG_V(regs), KG_VISIT("pattern", ".re"), KG_END};
/* state_init holds the string, and for bytes its buffer too; neither is shown. */
static const struct kg_member scanner_members[] = {
	KG_VISIT_TYPE, KG_V(pattern), KG_OWN("state.string", ".string"), KG_OWN("state.buffer.obj", ".buffer"), KG_END};

static const struct kg_field_name pattern_fields[] = {KG_FIELD("PatternObject", "pattern"), KG_FIELDS_END};

static struct kg_error *pattern_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					size_t width, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};
	kg_addr pattern = kg_obj_addr(o, native->field[0]);

	if (kg_heap_text(h, pattern, width, &text)) {
		kg_strbuf_puts(sb, "re.compile('");
		kg_strbuf_escape(sb, kg_strbuf_text(&text), text.len);
		kg_strbuf_puts(sb, "')");
	} else {
		kg_strbuf_puts(sb, "pattern of bytes");
	}
	kg_strbuf_deinit(&text);
	return NULL;
}

enum { TEMPLATE_ITEMS };
static const struct kg_member template_members[] = {KG_VISIT_TYPE, KG_V(literal), KG_END};
static const struct kg_field_name template_fields[] = {
	KG_FIELD("TemplateObject", "items"), KG_FIELDS_END};

/* After the first literal pairs of a group's number and the literal behind it: Modules/_sre/sre.h, TemplateObject. */
static struct kg_error *template_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				       struct kg_sink *sink)
{
	int64_t n = kg_obj_size(h, o);
	const uint8_t *p;
	struct kg_error *err;

	if (n < 0)
		return kg_error_at(KG_ERR_CORRUPT, o.addr, "a template of %lld items", (long long)n);
	err = kg_heap_array(h, o.addr + (uint32_t)native->field[TEMPLATE_ITEMS], (uint64_t)n, 16, (const void **)&p);
	for (int64_t i = 0; i < n && !err; i++)
		kg_sink_edge(sink, kg_word(p, i * 16 + 8), KG_EDGE_TRAVERSE, KG_ITEM((uint64_t)i));
	return err;
}

static const struct kg_member dialect_members[] = {KG_V(lineterminator), KG_VISIT_TYPE, KG_END};
static const struct kg_member reader_members[] = {
	KG_V(dialect), KG_V(input_iter), KG_V(fields), KG_VISIT_TYPE, KG_END};
static const struct kg_member writer_members[] = {
	KG_V(dialect), KG_V(write), KG_V(error_obj), KG_VISIT_TYPE, KG_END};

static const struct kg_member json_scanner_members[] = {
	KG_VISIT_TYPE, KG_V(object_hook), KG_V(object_pairs_hook), KG_V_OPT(array_hook), KG_V(parse_float), KG_V(parse_int),
	KG_V(parse_constant), {KG_M_VISIT, "memo", ".memo", NULL, true, KG_VERSION(3, 9, 0), 0, 0},
	KG_OWN_WITHIN(0, KG_VERSION(3, 9, 0), "memo", ".memo"), KG_END};
static const struct kg_member json_encoder_members[] = {
	KG_VISIT_TYPE, KG_V(markers), KG_VISIT("defaultfn", ".default"), KG_V(encoder), KG_V(indent),
	KG_V(key_separator), KG_V(item_separator), KG_END};

/* multibytecodec.h: errors is an object, or 1 to 3 for strict, ignore and replace. */
#define ERROR_REPLACE 3

static struct kg_error *mb_errors(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				  struct kg_sink *sink)
{
	kg_addr errors = kg_obj_addr(o, native->field[0]);

	(void)h;
	if (errors > ERROR_REPLACE)
		kg_sink_visit(sink, errors, ".errors");
	return NULL;
}

#define MB_FIELDS(s) {KG_FIELD(s, "errors"), KG_FIELDS_END}
static const struct kg_field_name mb_encoder_fields[] = MB_FIELDS("MultibyteIncrementalEncoderObject");
static const struct kg_field_name mb_decoder_fields[] = MB_FIELDS("MultibyteIncrementalDecoderObject");
static const struct kg_field_name mb_reader_fields[] = MB_FIELDS("MultibyteStreamReaderObject");
static const struct kg_field_name mb_writer_fields[] = MB_FIELDS("MultibyteStreamWriterObject");

/* The module came in 3.12, as the last member. */
static const struct kg_member mb_codec_members[] = {KG_VISIT_TYPE, KG_VISIT_OPT_AT("cjk_module", 24, ".cjk_module"), KG_END};
static const struct kg_member mb_encoder_members[] = {KG_O(pending), KG_END};
static const struct kg_member mb_reader_members[] = {KG_V(stream), KG_END};
/* mbstreamwriter_dealloc leaves pending alone, but the encoder half has put a counted str there. */
static const struct kg_member mb_writer_members[] = {KG_V(stream), KG_O(pending), KG_END};

#define MULTIBYTE(module) \
	{.name = module "MultibyteCodec", .strct = "MultibyteCodecObject", .members = mb_codec_members}, \
	{.name = module "MultibyteIncrementalEncoder", .strct = "MultibyteIncrementalEncoderObject", \
	 .members = mb_encoder_members, .fields = mb_encoder_fields, .edges = mb_errors, .class_hidden = true}, \
	{.name = module "MultibyteIncrementalDecoder", .strct = "MultibyteIncrementalDecoderObject", \
	 .fields = mb_decoder_fields, .edges = mb_errors, .class_hidden = true}, \
	{.name = module "MultibyteStreamReader", .strct = "MultibyteStreamReaderObject", \
	 .members = mb_reader_members, .fields = mb_reader_fields, .edges = mb_errors, .class_hidden = true}, \
	{.name = module "MultibyteStreamWriter", .strct = "MultibyteStreamWriterObject", \
	 .members = mb_writer_members, .fields = mb_writer_fields, .edges = mb_errors, .class_hidden = true}

const struct kg_type_ops kg_types_text[] = {
	{.name = "re.Pattern", .strct = "PatternObject", .members = pattern_members, .fields = pattern_fields,
	 .preview = pattern_preview},
	{.name = "re.Match", .strct = "MatchObject", .members = match_members},
	{.name = "_sre.SRE_Scanner", .strct = "ScannerObject", .members = scanner_members},
	{.name = "_sre.SRE_Template", .strct = "TemplateObject", .members = template_members, .fields = template_fields,
	 .edges = template_edges},
	{.name = "_csv.Dialect", .strct = "DialectObj", .members = dialect_members},
	{.name = "_csv.reader", .strct = "ReaderObj", .members = reader_members},
	{.name = "_csv.writer", .strct = "WriterObj", .members = writer_members},
	{.name = "_json.Scanner", .strct = "PyScannerObject", .members = json_scanner_members},
	{.name = "_json.Encoder", .strct = "PyEncoderObject", .members = json_encoder_members},
	MULTIBYTE("_multibytecodec."),
	MULTIBYTE(""), /* static types, before 3.10 */
	{.name = "unicodedata.UCD", .members = class_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_text[] = {{.name = NULL}};
