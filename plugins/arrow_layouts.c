/*
 * Where each version of Arrow keeps things: what offsetof() says of its classes, which tests/plugins/arrow_layout.py holds
 * against the headers of the version at hand. A row is used for what fits it, whatever its version, and "show" says when the
 * target names another.
 *
 * Sources: Arrow 25.0 cpp/src/arrow/buffer.h, array/data.h, array/array_base.h, array_nested.h, array_dict.h, chunked_array.h,
 * table.h, record_batch.h, type.h, type_fwd.h, scalar.h, extension_type.h; pyarrow/lib.pxd; of classes that are in no header
 * (arrow::PoolBuffer, SimpleTable, SimpleRecordBatch, py::PyBuffer) the members that follow those of the base.
 */
#include "arrow.h"

/* arrow::Type::type: new ones are appended. */
static const struct {
	const char *name;
	uint8_t width;
} types[] = {
	{"null", 0}, {"bool", 0}, {"uint8", 1}, {"int8", 1}, {"uint16", 2}, {"int16", 2}, {"uint32", 4}, {"int32", 4},
	{"uint64", 8}, {"int64", 8}, {"halffloat", 2}, {"float", 4}, {"double", 8}, {"string", 0}, {"binary", 0},
	{"fixed_size_binary", 0}, {"date32", 4}, {"date64", 8}, {"timestamp", 8}, {"time32", 4}, {"time64", 8},
	{"month_interval", 4}, {"day_time_interval", 8}, {"decimal128", 16}, {"decimal256", 32}, {"list", 0}, {"struct", 0},
	{"sparse_union", 0}, {"dense_union", 0}, {"dictionary", 0}, {"map", 0}, {"extension", 0}, {"fixed_size_list", 0},
	{"duration", 8}, {"large_string", 0}, {"large_binary", 0}, {"large_list", 0}, {"month_day_nano_interval", 16},
	{"run_end_encoded", 0}, {"string_view", 16}, {"binary_view", 16}, {"list_view", 0}, {"large_list_view", 0},
	{"decimal32", 4}, {"decimal64", 8},
};
#define TYPES (sizeof(types) / sizeof(types[0]))

const struct arrow_layout arrow_layouts[] = {
	{
		.version = "25.",
		.types = 45,
		.wrapped = 32,
		.is_cpu = 9, .data = 16, .size = 24, .capacity = 32, .parent = 48, .buffer_end = 80,
		.type = 0, .length = 16, .null_count = 24, .offset = 32, .buffers = 40, .children = 64, .dictionary = 88,
		.array_data = 8, .list_values = 40, .map_keys = 72, .map_items = 88, .struct_impl = 32, .union_impl = 48,
		.dictionary_indices = 40, .dictionary_values = 56,
		.chunks = 0, .chunked_length = 40, .chunked_nulls = 48, .rows = 24, .columns = 32, .boxed = 56,
		.type_id = 40, .byte_width = 72, .list_size = 72, .type_inner = 72,
		.scalar_type = 24, .scalar_valid = 40, .scalar_value = 48,
	},
	{.version = NULL},
};

const char *arrow_type_name(uint32_t id)
{
	return id < TYPES ? types[id].name : "type not known";
}

uint64_t arrow_type_width(uint32_t id)
{
	return id < TYPES ? types[id].width : 0;
}
