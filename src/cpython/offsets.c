/*
 * _Py_DebugOffsets: what CPython since 3.13 says of its own structs, at the start of _PyRuntime, for debuggers. A
 * build without debug information still has it, whatever was patched or configured: where it speaks it is believed
 * before any table. Source: CPython Include/internal/pycore_debug_offsets.h (3.13: pycore_runtime.h).
 */
#include <string.h>

#include "base/word.h"
#include "cpython/cpython_priv.h"

#define OFFSET_MAX (1 << 24) /* no struct is so long */

/* Where in it a field's offset stands, for 3.13, 3.14 and 3.15; 0: nowhere. */
static const struct {
	enum kg_field field;
	uint16_t at[3];
} places[] = {
	{F_RUNTIME_SIZE, {24, 24, 24}},
	{F_RUNTIME_INTERPRETERS_HEAD, {40, 40, 40}},
	{F_INTERP_ID, {56, 56, 56}},
	{F_INTERP_NEXT, {64, 64, 64}},
	{F_INTERP_THREADS_HEAD, {72, 72, 72}},
	{F_INTERP_GC, {80, 88, 88}},
	{F_INTERP_SYSDICT, {96, 104, 104}},
	{F_THREAD_NEXT, {168, 192, 192}},
	{F_THREAD_INTERP, {176, 200, 200}},
	{F_THREAD_CURRENT_FRAME, {184, 208, 208}},
	{F_THREAD_ID, {192, 216, 240}},
	{F_THREAD_NATIVE_ID, {200, 224, 248}},
	{F_IFRAME_SIZE, {224, 248, 312}},
	{F_IFRAME_PREVIOUS, {232, 256, 320}},
	{F_IFRAME_CODE, {240, 264, 328}},
	{F_IFRAME_PREV_INSTR, {248, 272, 336}},
	{F_IFRAME_LOCALSPLUS, {256, 280, 344}},
	{F_IFRAME_OWNER, {264, 288, 352}},
	{F_IFRAME_STACKPOINTER, {0, 296, 360}},
	{F_CODE_SIZE, {272, 312, 376}},
	{F_CODE_FILENAME, {280, 320, 384}},
	{F_CODE_NAME, {288, 328, 392}},
	{F_CODE_QUALNAME, {296, 336, 400}},
	{F_CODE_LINETABLE, {304, 344, 408}},
	{F_CODE_FIRSTLINENO, {312, 352, 416}},
	{F_CODE_LOCALSPLUSNAMES, {328, 368, 432}},
	{F_CODE_LOCALSPLUSKINDS, {336, 376, 440}},
	{F_CODE_ADAPTIVE, {344, 384, 448}},
	{F_OBJECT_SIZE, {352, 400, 464}},
	{F_OBJECT_TYPE, {360, 408, 472}},
	{F_TYPE_SIZE, {368, 416, 480}},
	{F_TYPE_NAME, {376, 424, 488}},
	{F_TYPE_REPR, {384, 432, 496}},
	{F_TYPE_FLAGS, {392, 440, 504}},
	{F_TUPLE_ITEM, {408, 456, 552}},
	{F_LIST_ITEM, {432, 480, 576}},
	{F_SET_USED, {0, 504, 600}},
	{F_SET_TABLE, {0, 512, 608}},
	{F_SET_MASK, {0, 520, 616}},
	{F_DICT_KEYS, {456, 536, 632}},
	{F_DICT_VALUES, {464, 544, 640}},
	{F_FLOAT_FVAL, {480, 560, 656}},
	{F_LONG_TAG, {496, 576, 672}},
	{F_LONG_DIGIT, {504, 584, 680}},
	{F_BYTES_SVAL, {528, 608, 704}},
	{F_ASCII_STATE, {544, 624, 720}},
	{F_ASCII_LENGTH, {552, 632, 728}},
	{F_ASCII_SIZE, {560, 640, 736}},
	{F_GC_SIZE, {568, 648, 752}},
	{F_GC_COLLECTING, {576, 656, 760}},
	{F_GEN_NAME, {0, 672, 800}},
	{F_GEN_IFRAME, {0, 680, 808}},
	{F_GEN_FRAME_STATE, {0, 688, 816}},
};

/*
 * The first words: cookie, version, whether it is free-threaded, and then offsets, those of the runtime first: its size, finalizing,
 * interpreters_head. 3.13 Include/internal/pycore_runtime.h, from 3.14 on pycore_debug_offsets.h, struct _Py_DebugOffsets.
 */
static const uint8_t *head(const struct kg_image *img, kg_addr runtime)
{
	const uint8_t *p = kg_image_span(img, runtime, 48);

	return p && !memcmp(p, KG_OFFSETS_COOKIE, 8) ? p : NULL;
}

bool kg_offsets_version(const struct kg_image *img, kg_addr runtime, struct kg_version *ret)
{
	const uint8_t *p = head(img, runtime);

	if (!p || kg_u64(p + 8) >> 32 || kg_u64(p + 16) > 1 || kg_u64(p + 24) > OFFSET_MAX || kg_u64(p + 40) >= kg_u64(p + 24))
		return false;
	*ret = kg_version_unpack((uint32_t)kg_u64(p + 8));
	return ret->major == 3 && ret->minor >= 13;
}

uint64_t kg_offsets_runtime_size(const struct kg_image *img, kg_addr runtime)
{
	const uint8_t *p = head(img, runtime);

	return p && kg_u64(p + 24) <= OFFSET_MAX ? kg_u64(p + 24) : 0;
}

bool kg_offsets_live(const struct kg_image *img, kg_addr runtime)
{
	const uint8_t *p = head(img, runtime);
	const void *first = p ? kg_image_span(img, runtime + kg_u64(p + 40), 8) : NULL;

	return first && kg_u64(first);
}

bool kg_offsets_free_threaded(const struct kg_image *img, kg_addr runtime)
{
	const uint8_t *p = kg_image_span(img, runtime, 24);
	uint64_t free_threaded;

	if (!p || memcmp(p, KG_OFFSETS_COOKIE, 8))
		return false;
	memcpy(&free_threaded, p + 16, sizeof(free_threaded));
	return free_threaded == 1;
}

bool kg_offsets_read(const struct kg_image *img, kg_addr runtime, struct kg_layout *lay)
{
	int column = lay->version.minor - 13;
	const uint8_t *p = kg_image_span(img, runtime, 24);
	uint64_t hex;

	if (!p || memcmp(p, KG_OFFSETS_COOKIE, 8) || lay->version.major != 3 || column < 0)
		return false;
	memcpy(&hex, p + 8, sizeof(hex));
	if (hex >> 24 != lay->version.major || (hex >> 16 & 0xff) != lay->version.minor)
		return false;
	/* Members were added in every version so far, but what is there is not known beyond the last. */
	if (column >= (int)KG_ARRAY_SIZE(places[0].at))
		return false;
	for (size_t i = 0; i < KG_ARRAY_SIZE(places); i++) {
		uint16_t at = places[i].at[column];
		uint64_t offset;

		p = at ? kg_image_span(img, runtime + at, sizeof(offset)) : NULL;
		if (!p)
			continue;
		memcpy(&offset, p, sizeof(offset));
		if (offset < OFFSET_MAX)
			lay->off[places[i].field] = (int32_t)offset;
	}
	return true;
}
