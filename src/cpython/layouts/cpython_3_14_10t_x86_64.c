/* Made by tools/update-layouts.sh from debug information of CPython 3.14.10, x86_64. Not to be edited. */
#include "cpython/cpython_priv.h"

#define V(name, offset, size) {name, offset, size, 0, 0, 0, 0}
#define P(name, offset) {name, offset, 8, 0, 0, 0, 1}
#define A(name, offset, size, elem, pointer) {name, offset, size, elem, 0, 0, pointer}
#define S(text, name, size) {text, size, KG_ARRAY_SIZE(m_##name), m_##name}

static const struct kg_cmember m_AST_object[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32),
};
static const struct kg_cmember m_BLOCK[] = {
	P("leftlink", 0), A("data", 8, 512, 8, 1), P("rightlink", 520),
};
static const struct kg_cmember m_BZ2Compressor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("bzs", 32, 80), P("bzs.next_in", 32),
	V("bzs.avail_in", 40, 4), V("bzs.total_in_lo32", 44, 4), V("bzs.total_in_hi32", 48, 4), P("bzs.next_out", 56),
	V("bzs.avail_out", 64, 4), V("bzs.total_out_lo32", 68, 4), V("bzs.total_out_hi32", 72, 4), P("bzs.state", 80),
	P("bzs.bzalloc", 88), P("bzs.bzfree", 96), P("bzs.opaque", 104), V("flushed", 112, 4), P("lock", 120),
};
static const struct kg_cmember m_BZ2Decompressor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("bzs", 32, 80), P("bzs.next_in", 32),
	V("bzs.avail_in", 40, 4), V("bzs.total_in_lo32", 44, 4), V("bzs.total_in_hi32", 48, 4), P("bzs.next_out", 56),
	V("bzs.avail_out", 64, 4), V("bzs.total_out_lo32", 68, 4), V("bzs.total_out_hi32", 72, 4), P("bzs.state", 80),
	P("bzs.bzalloc", 88), P("bzs.bzfree", 96), P("bzs.opaque", 104), P("unused_data", 120),
	V("needs_input", 128, 1), P("input_buffer", 136), V("input_buffer_size", 144, 8), P("lock", 160),
};
static const struct kg_cmember m_Blake2State[] = {
	P("blake2b_type", 0), P("blake2s_type", 8), V("flags", 16, 9), V("flags.sse", 16, 1), V("flags.sse2", 17, 1),
	V("flags.sse3", 18, 1), V("flags.sse41", 19, 1), V("flags.sse42", 20, 1), V("flags.cmov", 21, 1),
	V("flags.avx", 22, 1), V("flags.avx2", 23, 1), V("flags.done", 24, 1),
};
static const struct kg_cmember m_CDataObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("b_ptr", 32), V("b_needsfree", 40, 4),
	P("b_base", 48), V("b_size", 56, 8), V("b_length", 64, 8), V("b_index", 72, 8), P("b_objects", 80),
	V("b_value", 96, 16), A("b_value.c", 96, 16, 1, 0), V("b_value.s", 96, 2), V("b_value.i", 96, 4),
	V("b_value.l", 96, 8), V("b_value.f", 96, 4), V("b_value.d", 96, 8), V("b_value.ll", 96, 8),
	V("b_value.D", 96, 16),
};
static const struct kg_cmember m_CFieldObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("byte_offset", 32, 8), V("byte_size", 40, 8),
	V("index", 48, 8), P("proto", 56), P("getfunc", 64), P("setfunc", 72), {"anonymous", 80, 1, 0, 0, 1, 0},
	V("bitfield_size", 81, 1), V("bit_offset", 82, 1), P("name", 88),
};
static const struct kg_cmember m_CThunkObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("pcl_write", 40), P("pcl_exec", 48),
	V("cif", 56, 32), V("cif.abi", 56, 4), V("cif.nargs", 60, 4), P("cif.arg_types", 64), P("cif.rtype", 72),
	V("cif.bytes", 80, 4), V("cif.flags", 84, 4), V("flags", 88, 4), P("converters", 96), P("callable", 104),
	P("restype", 112), P("setfunc", 120), P("ffi_restype", 128), A("atypes", 136, 8, 8, 1),
};
static const struct kg_cmember m_Compressor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("alloc", 32, 24), P("alloc.alloc", 32),
	P("alloc.free", 40), P("alloc.opaque", 48), V("lzs", 56, 136), P("lzs.next_in", 56), V("lzs.avail_in", 64, 8),
	V("lzs.total_in", 72, 8), P("lzs.next_out", 80), V("lzs.avail_out", 88, 8), V("lzs.total_out", 96, 8),
	P("lzs.allocator", 104), P("lzs.internal", 112), P("lzs.reserved_ptr1", 120), P("lzs.reserved_ptr2", 128),
	P("lzs.reserved_ptr3", 136), P("lzs.reserved_ptr4", 144), V("lzs.seek_pos", 152, 8),
	V("lzs.reserved_int2", 160, 8), V("lzs.reserved_int3", 168, 8), V("lzs.reserved_int4", 176, 8),
	V("lzs.reserved_enum1", 184, 4), V("lzs.reserved_enum2", 188, 4), V("flushed", 192, 4), P("lock", 200),
};
static const struct kg_cmember m_DecCondMap[] = {
	P("name", 0), P("fqname", 8), V("flag", 16, 4), P("ex", 24),
};
static const struct kg_cmember m_Decompressor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("alloc", 32, 24), P("alloc.alloc", 32),
	P("alloc.free", 40), P("alloc.opaque", 48), V("lzs", 56, 136), P("lzs.next_in", 56), V("lzs.avail_in", 64, 8),
	V("lzs.total_in", 72, 8), P("lzs.next_out", 80), V("lzs.avail_out", 88, 8), V("lzs.total_out", 96, 8),
	P("lzs.allocator", 104), P("lzs.internal", 112), P("lzs.reserved_ptr1", 120), P("lzs.reserved_ptr2", 128),
	P("lzs.reserved_ptr3", 136), P("lzs.reserved_ptr4", 144), V("lzs.seek_pos", 152, 8),
	V("lzs.reserved_int2", 160, 8), V("lzs.reserved_int3", 168, 8), V("lzs.reserved_int4", 176, 8),
	V("lzs.reserved_enum1", 184, 4), V("lzs.reserved_enum2", 188, 4), V("check", 192, 4), V("eof", 196, 1),
	P("unused_data", 200), V("needs_input", 208, 1), P("input_buffer", 216), V("input_buffer_size", 224, 8),
	P("lock", 232),
};
static const struct kg_cmember m_DialectObj[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("doublequote", 32, 1),
	V("skipinitialspace", 33, 1), V("strict", 34, 1), V("quoting", 36, 4), V("delimiter", 40, 4),
	V("quotechar", 44, 4), V("escapechar", 48, 4), P("lineterminator", 56),
};
static const struct kg_cmember m_DictRemoverObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("key", 32), P("dict", 40),
};
static const struct kg_cmember m_DirEntry[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("name", 32), P("path", 40), P("stat", 48),
	P("lstat", 56), V("d_type", 64, 1), V("d_ino", 72, 8), V("dir_fd", 80, 4),
};
static const struct kg_cmember m_EVPobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ctx", 32), V("use_mutex", 40, 1),
	V("mutex", 41, 1), V("mutex._bits", 41, 1),
};
static const struct kg_cmember m_ElementIterObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("parent_stack", 32),
	V("parent_stack_used", 40, 8), V("parent_stack_size", 48, 8), P("root_element", 56), P("sought_tag", 64),
	V("gettext", 72, 4),
};
static const struct kg_cmember m_ElementObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("tag", 32), P("text", 40), P("tail", 48),
	P("extra", 56), P("weakreflist", 64),
};
static const struct kg_cmember m_ElementObjectExtra[] = {
	P("attrib", 0), V("length", 8, 8), V("allocated", 16, 8), P("children", 24), A("_children", 32, 32, 8, 1),
};
static const struct kg_cmember m_FutureObj[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("fut_loop", 32), P("fut_callback0", 40),
	P("fut_context0", 48), P("fut_callbacks", 56), P("fut_exception", 64), P("fut_exception_tb", 72),
	P("fut_result", 80), P("fut_source_tb", 88), P("fut_cancel_msg", 96), P("fut_cancelled_exc", 104),
	P("fut_awaited_by", 112), V("fut_state", 120, 4), V("fut_is_task", 124, 1), {"fut_log_tb", 124, 4, 0, 16, 1, 0},
	{"fut_blocking", 124, 4, 0, 17, 1, 0}, V("fut_awaited_by_is_set", 125, 1),
};
static const struct kg_cmember m_HMACobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ctx", 32), V("use_mutex", 40, 1),
	V("mutex", 41, 1), V("mutex._bits", 41, 1),
};
static const struct kg_cmember m_MD5State[] = {
	P("md5_type", 0),
};
static const struct kg_cmember m_MD5object[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("use_mutex", 32, 1), V("mutex", 33, 1),
	V("mutex._bits", 33, 1), P("hash_state", 40),
};
static const struct kg_cmember m_MatchObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("string", 40), P("regs", 48), P("pattern", 56),
	V("pos", 64, 8), V("endpos", 72, 8), V("lastindex", 80, 8), V("groups", 88, 8), A("mark", 96, 8, 8, 0),
};
static const struct kg_cmember m_Memo[] = {
	V("type", 0, 4), P("node", 8), V("mark", 16, 4), P("next", 24),
};
static const struct kg_cmember m_MultibyteCodec[] = {
	P("encoding", 0), P("config", 8), P("codecinit", 16), P("encode", 24), P("encinit", 32), P("encreset", 40),
	P("decode", 48), P("decinit", 56), P("decreset", 64), P("modstate", 72),
};
static const struct kg_cmember m_MultibyteCodecObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), P("cjk_module", 40),
};
static const struct kg_cmember m_MultibyteDecodeBuffer[] = {
	P("inbuf", 0), P("inbuf_top", 8), P("inbuf_end", 16), P("excobj", 24), V("writer", 32, 56),
	P("writer.buffer", 32), P("writer.data", 40), V("writer.kind", 48, 4), V("writer.maxchar", 52, 4),
	V("writer.size", 56, 8), V("writer.pos", 64, 8), V("writer.min_length", 72, 8), V("writer.min_char", 80, 4),
	V("writer.overallocate", 84, 1), V("writer.readonly", 85, 1),
};
static const struct kg_cmember m_MultibyteEncodeBuffer[] = {
	P("inobj", 0), V("inpos", 8, 8), V("inlen", 16, 8), P("outbuf", 24), P("outbuf_end", 32), P("excobj", 40),
	P("outobj", 48),
};
static const struct kg_cmember m_MultibyteIncrementalDecoderObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), V("state", 40, 8),
	A("state.c", 40, 8, 1, 0), P("errors", 48), A("pending", 56, 8, 1, 0), V("pendingsize", 64, 8),
};
static const struct kg_cmember m_MultibyteIncrementalEncoderObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), V("state", 40, 8),
	A("state.c", 40, 8, 1, 0), P("errors", 48), P("pending", 56),
};
static const struct kg_cmember m_MultibyteStatefulCodecContext[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), V("state", 40, 8),
	A("state.c", 40, 8, 1, 0), P("errors", 48),
};
static const struct kg_cmember m_MultibyteStatefulDecoderContext[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), V("state", 40, 8),
	A("state.c", 40, 8, 1, 0), P("errors", 48), A("pending", 56, 8, 1, 0), V("pendingsize", 64, 8),
};
static const struct kg_cmember m_MultibyteStatefulEncoderContext[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), V("state", 40, 8),
	A("state.c", 40, 8, 1, 0), P("errors", 48), P("pending", 56),
};
static const struct kg_cmember m_MultibyteStreamReaderObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), V("state", 40, 8),
	A("state.c", 40, 8, 1, 0), P("errors", 48), A("pending", 56, 8, 1, 0), V("pendingsize", 64, 8), P("stream", 72),
};
static const struct kg_cmember m_MultibyteStreamWriterObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("codec", 32), V("state", 40, 8),
	A("state.c", 40, 8, 1, 0), P("errors", 48), P("pending", 56), P("stream", 64),
};
static const struct kg_cmember m_ParentLocator[] = {
	P("parent", 0), V("child_index", 8, 8),
};
static const struct kg_cmember m_PatternObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), V("groups", 40, 8), P("groupindex", 48),
	P("indexgroup", 56), P("pattern", 64), V("flags", 72, 4), P("weakreflist", 80), V("isbytes", 88, 4),
	V("codesize", 96, 8), A("code", 104, 4, 4, 0),
};
static const struct kg_cmember m_Pdata[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("data", 40), V("mark_set", 48, 4),
	V("fence", 56, 8), V("allocated", 64, 8),
};
static const struct kg_cmember m_PickleState[] = {
	P("PickleError", 0), P("PicklingError", 8), P("UnpicklingError", 16), P("dispatch_table", 24),
	P("extension_registry", 32), P("extension_cache", 40), P("inverted_registry", 48), P("name_mapping_2to3", 56),
	P("import_mapping_2to3", 64), P("name_mapping_3to2", 72), P("import_mapping_3to2", 80), P("codecs_encode", 88),
	P("getattr", 96), P("partial", 104), P("Pickler_Type", 112), P("Unpickler_Type", 120), P("Pdata_Type", 128),
	P("PicklerMemoProxyType", 136), P("UnpicklerMemoProxyType", 144),
};
static const struct kg_cmember m_PicklerMemoProxyObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pickler", 32),
};
static const struct kg_cmember m_PicklerObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("memo", 32), P("persistent_id", 40),
	P("persistent_id_attr", 48), P("dispatch_table", 56), P("reducer_override", 64), P("write", 72),
	P("output_buffer", 80), V("output_len", 88, 8), V("max_output_len", 96, 8), V("proto", 104, 4),
	V("bin", 108, 4), V("framing", 112, 4), V("frame_start", 120, 8), V("buf_size", 128, 8), V("fast", 136, 4),
	V("fast_nesting", 140, 4), V("fix_imports", 144, 4), V("running", 148, 4), P("fast_memo", 152),
	P("buffer_callback", 160),
};
static const struct kg_cmember m_ProfilerContext[] = {
	V("t0", 0, 8), V("subt", 8, 8), P("previous", 16), P("ctxEntry", 24),
};
static const struct kg_cmember m_ProfilerEntry[] = {
	V("header", 0, 24), P("header.key", 0), P("header.left", 8), P("header.right", 16), P("userObj", 24),
	V("tt", 32, 8), V("it", 40, 8), V("callcount", 48, 8), V("recursivecallcount", 56, 8),
	V("recursionLevel", 64, 8), P("calls", 72),
};
static const struct kg_cmember m_ProfilerObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("profilerEntries", 32),
	P("currentProfilerContext", 40), P("freelistProfilerContext", 48), V("flags", 56, 4), P("externalTimer", 64),
	V("externalTimerUnit", 72, 8), V("tool_id", 80, 4), P("missing", 88),
};
static const struct kg_cmember m_PyASCIIObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("length", 32, 8), V("hash", 40, 8),
	V("state", 48, 4), V("state.interned", 48, 1), {"state.kind", 48, 4, 0, 8, 3, 0},
	{"state.compact", 48, 4, 0, 11, 1, 0}, {"state.ascii", 48, 4, 0, 12, 1, 0},
	{"state.statically_allocated", 48, 4, 0, 13, 1, 0},
};
static const struct kg_cmember m_PyAsyncGenASend[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ags_gen", 32), P("ags_sendval", 40),
	V("ags_state", 48, 4),
};
static const struct kg_cmember m_PyAsyncGenAThrow[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("agt_gen", 32), P("agt_args", 40),
	V("agt_state", 48, 4),
};
static const struct kg_cmember m_PyAsyncGenObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ag_weakreflist", 32), P("ag_name", 40),
	P("ag_qualname", 48), V("ag_exc_state", 56, 16), P("ag_exc_state.exc_value", 56),
	P("ag_exc_state.previous_item", 64), P("ag_origin_or_finalizer", 72), V("ag_hooks_inited", 80, 1),
	V("ag_closed", 81, 1), V("ag_running_async", 82, 1), V("ag_frame_state", 83, 1), V("ag_iframe", 88, 88),
	V("ag_iframe.f_executable", 88, 8), V("ag_iframe.f_executable.bits", 88, 8), P("ag_iframe.previous", 96),
	V("ag_iframe.f_funcobj", 104, 8), V("ag_iframe.f_funcobj.bits", 104, 8), P("ag_iframe.f_globals", 112),
	P("ag_iframe.f_builtins", 120), P("ag_iframe.f_locals", 128), P("ag_iframe.frame_obj", 136),
	P("ag_iframe.instr_ptr", 144), P("ag_iframe.stackpointer", 152), V("ag_iframe.tlbc_index", 160, 4),
	V("ag_iframe.return_offset", 164, 2), V("ag_iframe.owner", 166, 1), V("ag_iframe.visited", 167, 1),
	A("ag_iframe.localsplus", 168, 8, 8, 0),
};
static const struct kg_cmember m_PyAsyncMethods[] = {
	P("am_await", 0), P("am_aiter", 8), P("am_anext", 16), P("am_send", 24),
};
static const struct kg_cmember m_PyAttributeErrorObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("obj", 88), P("name", 96),
};
static const struct kg_cmember m_PyBaseExceptionGroupObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("msg", 88), P("excs", 96),
	P("excs_str", 104),
};
static const struct kg_cmember m_PyBaseExceptionObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1),
};
static const struct kg_cmember m_PyBufferProcs[] = {
	P("bf_getbuffer", 0), P("bf_releasebuffer", 8),
};
static const struct kg_cmember m_PyByteArrayObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), V("ob_alloc", 40, 8), P("ob_bytes", 48),
	P("ob_start", 56), V("ob_exports", 64, 8),
};
static const struct kg_cmember m_PyBytesObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), V("ob_shash", 40, 8), A("ob_sval", 48, 1, 1, 0),
};
static const struct kg_cmember m_PyCArgObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pffi_type", 32), V("tag", 40, 1),
	V("value", 48, 32), V("value.c", 48, 1), V("value.b", 48, 1), V("value.h", 48, 2), V("value.i", 48, 4),
	V("value.l", 48, 8), V("value.q", 48, 8), V("value.g", 48, 16), V("value.d", 48, 8), V("value.f", 48, 4),
	P("value.p", 48), A("value.D", 48, 16, 8, 0), A("value.F", 48, 8, 4, 0), A("value.G", 48, 32, 16, 0),
	P("obj", 80), V("size", 88, 8),
};
static const struct kg_cmember m_PyCFuncPtrObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("b_ptr", 32), V("b_needsfree", 40, 4),
	P("b_base", 48), V("b_size", 56, 8), V("b_length", 64, 8), V("b_index", 72, 8), P("b_objects", 80),
	V("b_value", 96, 16), A("b_value.c", 96, 16, 1, 0), V("b_value.s", 96, 2), V("b_value.i", 96, 4),
	V("b_value.l", 96, 8), V("b_value.f", 96, 4), V("b_value.d", 96, 8), V("b_value.ll", 96, 8),
	V("b_value.D", 96, 16), P("thunk", 112), P("callable", 120), P("converters", 128), P("argtypes", 136),
	P("restype", 144), P("checker", 152), P("errcheck", 160), P("paramflags", 168),
};
static const struct kg_cmember m_PyCFunctionObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("m_ml", 32), P("m_self", 40), P("m_module", 48),
	P("m_weakreflist", 56), P("vectorcall", 64),
};
static const struct kg_cmember m_PyCMethodObject[] = {
	V("func", 0, 72), V("func.ob_base", 0, 32), V("func.ob_base.ob_tid", 0, 8), V("func.ob_base.ob_flags", 8, 2),
	V("func.ob_base.ob_mutex", 10, 1), V("func.ob_base.ob_mutex._bits", 10, 1), V("func.ob_base.ob_gc_bits", 11, 1),
	V("func.ob_base.ob_ref_local", 12, 4), V("func.ob_base.ob_ref_shared", 16, 8), P("func.ob_base.ob_type", 24),
	P("func.m_ml", 32), P("func.m_self", 40), P("func.m_module", 48), P("func.m_weakreflist", 56),
	P("func.vectorcall", 64), P("mm_class", 72),
};
static const struct kg_cmember m_PyCapsule[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pointer", 32), P("name", 40), P("context", 48),
	P("destructor", 56), P("traverse_func", 64), P("clear_func", 72),
};
static const struct kg_cmember m_PyCellObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ob_ref", 32),
};
static const struct kg_cmember m_PyCodeObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("co_consts", 40), P("co_names", 48),
	P("co_exceptiontable", 56), V("co_flags", 64, 4), V("co_argcount", 68, 4), V("co_posonlyargcount", 72, 4),
	V("co_kwonlyargcount", 76, 4), V("co_stacksize", 80, 4), V("co_firstlineno", 84, 4), V("co_nlocalsplus", 88, 4),
	V("co_framesize", 92, 4), V("co_nlocals", 96, 4), V("co_ncellvars", 100, 4), V("co_nfreevars", 104, 4),
	V("co_version", 108, 4), P("co_localsplusnames", 112), P("co_localspluskinds", 120), P("co_filename", 128),
	P("co_name", 136), P("co_qualname", 144), P("co_linetable", 152), P("co_weakreflist", 160),
	P("co_executors", 168), P("_co_cached", 176), V("_co_instrumentation_version", 184, 8),
	P("_co_monitoring", 192), V("_co_unique_id", 200, 8), V("_co_firsttraceable", 208, 4), P("co_extra", 216),
	P("co_tlbc", 224), A("co_code_adaptive", 232, 1, 1, 0),
};
static const struct kg_cmember m_PyCompactUnicodeObject[] = {
	V("_base", 0, 56), V("_base.ob_base", 0, 32), V("_base.ob_base.ob_tid", 0, 8),
	V("_base.ob_base.ob_flags", 8, 2), V("_base.ob_base.ob_mutex", 10, 1), V("_base.ob_base.ob_mutex._bits", 10, 1),
	V("_base.ob_base.ob_gc_bits", 11, 1), V("_base.ob_base.ob_ref_local", 12, 4),
	V("_base.ob_base.ob_ref_shared", 16, 8), P("_base.ob_base.ob_type", 24), V("_base.length", 32, 8),
	V("_base.hash", 40, 8), V("_base.state", 48, 4), V("_base.state.interned", 48, 1),
	{"_base.state.kind", 48, 4, 0, 8, 3, 0}, {"_base.state.compact", 48, 4, 0, 11, 1, 0},
	{"_base.state.ascii", 48, 4, 0, 12, 1, 0}, {"_base.state.statically_allocated", 48, 4, 0, 13, 1, 0},
	V("utf8_length", 56, 8), P("utf8", 64),
};
static const struct kg_cmember m_PyComplexObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("cval", 32, 16), V("cval.real", 32, 8),
	V("cval.imag", 40, 8),
};
static const struct kg_cmember m_PyContext[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ctx_prev", 32), P("ctx_vars", 40),
	P("ctx_weakreflist", 48), V("ctx_entered", 56, 4),
};
static const struct kg_cmember m_PyContextToken[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("tok_ctx", 32), P("tok_var", 40),
	P("tok_oldval", 48), V("tok_used", 56, 4),
};
static const struct kg_cmember m_PyContextVar[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("var_name", 32), P("var_default", 40),
	V("var_hash", 48, 8),
};
static const struct kg_cmember m_PyCoroObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("cr_weakreflist", 32), P("cr_name", 40),
	P("cr_qualname", 48), V("cr_exc_state", 56, 16), P("cr_exc_state.exc_value", 56),
	P("cr_exc_state.previous_item", 64), P("cr_origin_or_finalizer", 72), V("cr_hooks_inited", 80, 1),
	V("cr_closed", 81, 1), V("cr_running_async", 82, 1), V("cr_frame_state", 83, 1), V("cr_iframe", 88, 88),
	V("cr_iframe.f_executable", 88, 8), V("cr_iframe.f_executable.bits", 88, 8), P("cr_iframe.previous", 96),
	V("cr_iframe.f_funcobj", 104, 8), V("cr_iframe.f_funcobj.bits", 104, 8), P("cr_iframe.f_globals", 112),
	P("cr_iframe.f_builtins", 120), P("cr_iframe.f_locals", 128), P("cr_iframe.frame_obj", 136),
	P("cr_iframe.instr_ptr", 144), P("cr_iframe.stackpointer", 152), V("cr_iframe.tlbc_index", 160, 4),
	V("cr_iframe.return_offset", 164, 2), V("cr_iframe.owner", 166, 1), V("cr_iframe.visited", 167, 1),
	A("cr_iframe.localsplus", 168, 8, 8, 0),
};
static const struct kg_cmember m_PyCoroWrapper[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("cw_coroutine", 32),
};
static const struct kg_cmember m_PyCursesPanelObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pan", 32), P("wo", 40),
};
static const struct kg_cmember m_PyCursesWindowObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("win", 32), P("encoding", 40), P("orig", 48),
};
static const struct kg_cmember m_PyDateTime_CAPI[] = {
	P("DateType", 0), P("DateTimeType", 8), P("TimeType", 16), P("DeltaType", 24), P("TZInfoType", 32),
	P("TimeZone_UTC", 40), P("Date_FromDate", 48), P("DateTime_FromDateAndTime", 56), P("Time_FromTime", 64),
	P("Delta_FromDelta", 72), P("TimeZone_FromTimeZone", 80), P("DateTime_FromTimestamp", 88),
	P("Date_FromTimestamp", 96), P("DateTime_FromDateAndTimeAndFold", 104), P("Time_FromTimeAndFold", 112),
};
static const struct kg_cmember m_PyDateTime_Date[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("hashcode", 32, 8), V("hastzinfo", 40, 1),
	A("data", 41, 4, 1, 0),
};
static const struct kg_cmember m_PyDateTime_DateTime[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("hashcode", 32, 8), V("hastzinfo", 40, 1),
	A("data", 41, 10, 1, 0), V("fold", 51, 1), P("tzinfo", 56),
};
static const struct kg_cmember m_PyDateTime_Delta[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("hashcode", 32, 8), V("days", 40, 4),
	V("seconds", 44, 4), V("microseconds", 48, 4),
};
static const struct kg_cmember m_PyDateTime_IsoCalendarDate[] = {
	V("tuple", 0, 56), V("tuple.ob_base", 0, 40), V("tuple.ob_base.ob_base", 0, 32),
	V("tuple.ob_base.ob_base.ob_tid", 0, 8), V("tuple.ob_base.ob_base.ob_flags", 8, 2),
	V("tuple.ob_base.ob_base.ob_mutex", 10, 1), V("tuple.ob_base.ob_base.ob_mutex._bits", 10, 1),
	V("tuple.ob_base.ob_base.ob_gc_bits", 11, 1), V("tuple.ob_base.ob_base.ob_ref_local", 12, 4),
	V("tuple.ob_base.ob_base.ob_ref_shared", 16, 8), P("tuple.ob_base.ob_base.ob_type", 24),
	V("tuple.ob_base.ob_size", 32, 8), V("tuple.ob_hash", 40, 8), A("tuple.ob_item", 48, 8, 8, 1),
};
static const struct kg_cmember m_PyDateTime_TZInfo[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24),
};
static const struct kg_cmember m_PyDateTime_Time[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("hashcode", 32, 8), V("hastzinfo", 40, 1),
	A("data", 41, 6, 1, 0), V("fold", 47, 1), P("tzinfo", 48),
};
static const struct kg_cmember m_PyDateTime_TimeZone[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("offset", 32), P("name", 40),
};
static const struct kg_cmember m_PyDecContextManagerObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("local", 32), P("global", 40),
};
static const struct kg_cmember m_PyDecContextObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("ctx", 32, 48), V("ctx.prec", 32, 8),
	V("ctx.emax", 40, 8), V("ctx.emin", 48, 8), V("ctx.traps", 56, 4), V("ctx.status", 60, 4),
	V("ctx.newtrap", 64, 4), V("ctx.round", 68, 4), V("ctx.clamp", 72, 4), V("ctx.allcr", 76, 4), P("traps", 80),
	P("flags", 88), V("capitals", 96, 4), P("tstate", 104), P("modstate", 112),
};
static const struct kg_cmember m_PyDecObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("hash", 32, 8), V("dec", 40, 48),
	V("dec.flags", 40, 1), V("dec.exp", 48, 8), V("dec.digits", 56, 8), V("dec.len", 64, 8), V("dec.alloc", 72, 8),
	P("dec.data", 80), A("data", 88, 32, 8, 0),
};
static const struct kg_cmember m_PyDecSignalDictObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("flags", 32),
};
static const struct kg_cmember m_PyDescrObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("d_type", 32), P("d_name", 40),
	P("d_qualname", 48),
};
static const struct kg_cmember m_PyDictKeyEntry[] = {
	V("me_hash", 0, 8), P("me_key", 8), P("me_value", 16),
};
static const struct kg_cmember m_PyDictKeysObject[] = {
	V("dk_refcnt", 0, 8), V("dk_log2_size", 8, 1), V("dk_log2_index_bytes", 9, 1), V("dk_kind", 10, 1),
	V("dk_mutex", 11, 1), V("dk_mutex._bits", 11, 1), V("dk_version", 12, 4), V("dk_usable", 16, 8),
	V("dk_nentries", 24, 8), A("dk_indices", 32, 0, 1, 0),
};
static const struct kg_cmember m_PyDictObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("ma_used", 32, 8), V("_ma_watcher_tag", 40, 8),
	P("ma_keys", 48), P("ma_values", 56),
};
static const struct kg_cmember m_PyDictUnicodeEntry[] = {
	P("me_key", 0), P("me_value", 8),
};
static const struct kg_cmember m_PyDictValues[] = {
	V("capacity", 0, 1), V("size", 1, 1), V("embedded", 2, 1), V("valid", 3, 1), A("values", 8, 8, 8, 1),
};
static const struct kg_cmember m_PyEncoderObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("markers", 32), P("defaultfn", 40),
	P("encoder", 48), P("indent", 56), P("key_separator", 64), P("item_separator", 72), V("sort_keys", 80, 1),
	V("skipkeys", 81, 1), V("allow_nan", 84, 4), P("fast_encode", 88),
};
static const struct kg_cmember m_PyFloatObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("ob_fval", 32, 8),
};
static const struct kg_cmember m_PyFrameObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("f_back", 32), P("f_frame", 40),
	P("f_trace", 48), V("f_lineno", 56, 4), V("f_trace_lines", 60, 1), V("f_trace_opcodes", 61, 1),
	P("f_extra_locals", 64), P("f_locals_cache", 72), P("f_overwritten_fast_locals", 80),
	A("_f_frame_data", 88, 8, 8, 1),
};
static const struct kg_cmember m_PyFunctionObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("func_globals", 32), P("func_builtins", 40),
	P("func_name", 48), P("func_qualname", 56), P("func_code", 64), P("func_defaults", 72),
	P("func_kwdefaults", 80), P("func_closure", 88), P("func_doc", 96), P("func_dict", 104),
	P("func_weakreflist", 112), P("func_module", 120), P("func_annotations", 128), P("func_annotate", 136),
	P("func_typeparams", 144), P("vectorcall", 152), V("func_version", 160, 4),
};
static const struct kg_cmember m_PyGC_Head[] = {
	V("_gc_next", 0, 8), V("_gc_prev", 8, 8),
};
static const struct kg_cmember m_PyGenObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("gi_weakreflist", 32), P("gi_name", 40),
	P("gi_qualname", 48), V("gi_exc_state", 56, 16), P("gi_exc_state.exc_value", 56),
	P("gi_exc_state.previous_item", 64), P("gi_origin_or_finalizer", 72), V("gi_hooks_inited", 80, 1),
	V("gi_closed", 81, 1), V("gi_running_async", 82, 1), V("gi_frame_state", 83, 1), V("gi_iframe", 88, 88),
	V("gi_iframe.f_executable", 88, 8), V("gi_iframe.f_executable.bits", 88, 8), P("gi_iframe.previous", 96),
	V("gi_iframe.f_funcobj", 104, 8), V("gi_iframe.f_funcobj.bits", 104, 8), P("gi_iframe.f_globals", 112),
	P("gi_iframe.f_builtins", 120), P("gi_iframe.f_locals", 128), P("gi_iframe.frame_obj", 136),
	P("gi_iframe.instr_ptr", 144), P("gi_iframe.stackpointer", 152), V("gi_iframe.tlbc_index", 160, 4),
	V("gi_iframe.return_offset", 164, 2), V("gi_iframe.owner", 166, 1), V("gi_iframe.visited", 167, 1),
	A("gi_iframe.localsplus", 168, 8, 8, 0),
};
static const struct kg_cmember m_PyGetSetDef[] = {
	P("name", 0), P("get", 8), P("set", 16), P("doc", 24), P("closure", 32),
};
static const struct kg_cmember m_PyHamtIterator[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("hi_obj", 32), V("hi_iter", 40, 136),
	A("hi_iter.i_nodes", 40, 64, 8, 1), A("hi_iter.i_pos", 104, 64, 8, 0), V("hi_iter.i_level", 168, 1),
	P("hi_yield", 176),
};
static const struct kg_cmember m_PyHamtIteratorState[] = {
	A("i_nodes", 0, 64, 8, 1), A("i_pos", 64, 64, 8, 0), V("i_level", 128, 1),
};
static const struct kg_cmember m_PyHamtNode[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24),
};
static const struct kg_cmember m_PyHamtNode_Array[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), A("a_array", 32, 256, 8, 1), V("a_count", 288, 8),
};
static const struct kg_cmember m_PyHamtNode_Bitmap[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), V("b_bitmap", 40, 4), A("b_array", 48, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtNode_Collision[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), V("c_hash", 40, 4), A("c_array", 48, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("h_root", 32), P("h_weakreflist", 40),
	V("h_count", 48, 8),
};
static const struct kg_cmember m_PyHeapTypeObject[] = {
	V("ht_type", 0, 432), V("as_async", 432, 32), V("as_number", 464, 288), V("as_mapping", 752, 24),
	V("as_sequence", 776, 80), V("as_buffer", 856, 16), P("ht_name", 872), P("ht_slots", 880),
	P("ht_qualname", 888), P("ht_cached_keys", 896), P("ht_module", 904), P("_ht_tpname", 912), P("ht_token", 920),
	V("_spec_cache", 928, 24), P("_spec_cache.getitem", 928), V("_spec_cache.getitem_version", 936, 4),
	P("_spec_cache.init", 944), V("unique_id", 952, 8),
};
static const struct kg_cmember m_PyImportErrorObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("msg", 88), P("name", 96),
	P("path", 104), P("name_from", 112),
};
static const struct kg_cmember m_PyInstanceMethodObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("func", 32),
};
static const struct kg_cmember m_PyInterpreterState[] = {
	V("ceval", 0, 7264), P("_malloced", 7264), P("next", 7272), V("id", 7280, 8), V("id_refcount", 7288, 8),
	V("requires_idref", 7296, 4), V("_whence", 7304, 8), V("_initialized", 7312, 4), V("_ready", 7316, 4),
	V("finalizing", 7320, 4), V("last_restart_version", 7328, 8), V("threads", 7336, 48),
	V("threads.next_unique_id", 7336, 8), P("threads.head", 7344), P("threads.preallocated", 7352),
	P("threads.main", 7360), V("threads.count", 7368, 8), V("threads.stacksize", 7376, 8), P("runtime", 7384),
	P("_finalizing", 7392), V("_finalizing_id", 7400, 8), V("gc", 7408, 288), P("gc.trash_delete_later", 7408),
	V("gc.trash_delete_nesting", 7416, 4), V("gc.enabled", 7420, 4), V("gc.debug", 7424, 4),
	V("gc.young", 7432, 24), V("gc.young.head", 7432, 16), V("gc.young.head._gc_next", 7432, 8),
	V("gc.young.head._gc_prev", 7440, 8), V("gc.young.threshold", 7448, 4), V("gc.young.count", 7452, 4),
	A("gc.old", 7456, 48, 24, 0), V("gc.permanent_generation", 7504, 24),
	V("gc.permanent_generation.head", 7504, 16), V("gc.permanent_generation.head._gc_next", 7504, 8),
	V("gc.permanent_generation.head._gc_prev", 7512, 8), V("gc.permanent_generation.threshold", 7520, 4),
	V("gc.permanent_generation.count", 7524, 4), A("gc.generation_stats", 7528, 72, 24, 0),
	V("gc.collecting", 7600, 4), P("gc.garbage", 7608), P("gc.callbacks", 7616), V("gc.heap_size", 7624, 8),
	V("gc.dummy1", 7632, 8), V("gc.dummy2", 7640, 4), V("gc.dummy3", 7644, 4), V("gc.long_lived_total", 7648, 8),
	V("gc.long_lived_pending", 7656, 8), V("gc.freeze_active", 7664, 4), V("gc.last_mem", 7672, 8),
	V("gc.deferred_count", 7680, 8), V("gc.mutex", 7688, 1), V("gc.mutex._bits", 7688, 1), P("sysdict", 7696),
	P("builtins", 7704), V("imports", 7712, 96), P("imports.modules", 7712), P("imports.modules_by_index", 7720),
	P("imports.importlib", 7728), V("imports.override_frozen_modules", 7736, 4),
	V("imports.override_multi_interp_extensions_check", 7740, 4), V("imports.dlopenflags", 7744, 4),
	P("imports.import_func", 7752), V("imports.lock", 7760, 24), V("imports.lock.mutex", 7760, 1),
	V("imports.lock.mutex._bits", 7760, 1), V("imports.lock.thread", 7768, 8), V("imports.lock.level", 7776, 8),
	V("imports.find_and_load", 7784, 24), V("imports.find_and_load.import_level", 7784, 4),
	V("imports.find_and_load.accumulated", 7792, 8), V("imports.find_and_load.header", 7800, 4),
	V("_gil", 7808, 216), V("_gil.enabled", 7808, 4), V("_gil.interval", 7816, 8), P("_gil.last_holder", 7824),
	V("_gil.locked", 7832, 4), V("_gil.switch_number", 7840, 8), V("_gil.cond", 7848, 48),
	V("_gil.cond.__data", 7848, 48), V("_gil.cond.__data.__wseq", 7848, 8),
	V("_gil.cond.__data.__wseq.__value64", 7848, 8), V("_gil.cond.__data.__wseq.__value32", 7848, 8),
	A("_gil.cond.__size", 7848, 48, 1, 0), V("_gil.cond.__align", 7848, 8),
	V("_gil.cond.__data.__g1_start", 7856, 8), V("_gil.cond.__data.__g1_start.__value64", 7856, 8),
	V("_gil.cond.__data.__g1_start.__value32", 7856, 8), A("_gil.cond.__data.__g_size", 7864, 8, 4, 0),
	V("_gil.cond.__data.__g1_orig_size", 7872, 4), V("_gil.cond.__data.__wrefs", 7876, 4),
	A("_gil.cond.__data.__g_signals", 7880, 8, 4, 0), V("_gil.cond.__data.__unused_initialized_1", 7888, 4),
	V("_gil.cond.__data.__unused_initialized_2", 7892, 4), V("_gil.mutex", 7896, 40),
	V("_gil.mutex.__data", 7896, 40), V("_gil.mutex.__data.__lock", 7896, 4),
	A("_gil.mutex.__size", 7896, 40, 1, 0), V("_gil.mutex.__align", 7896, 8),
	V("_gil.mutex.__data.__count", 7900, 4), V("_gil.mutex.__data.__owner", 7904, 4),
	V("_gil.mutex.__data.__nusers", 7908, 4), V("_gil.mutex.__data.__kind", 7912, 4),
	V("_gil.mutex.__data.__spins", 7916, 2), V("_gil.mutex.__data.__elision", 7918, 2),
	V("_gil.mutex.__data.__list", 7920, 16), P("_gil.mutex.__data.__list.__prev", 7920),
	P("_gil.mutex.__data.__list.__next", 7928), V("_gil.switch_cond", 7936, 48),
	V("_gil.switch_cond.__data", 7936, 48), V("_gil.switch_cond.__data.__wseq", 7936, 8),
	V("_gil.switch_cond.__data.__wseq.__value64", 7936, 8), V("_gil.switch_cond.__data.__wseq.__value32", 7936, 8),
	A("_gil.switch_cond.__size", 7936, 48, 1, 0), V("_gil.switch_cond.__align", 7936, 8),
	V("_gil.switch_cond.__data.__g1_start", 7944, 8), V("_gil.switch_cond.__data.__g1_start.__value64", 7944, 8),
	V("_gil.switch_cond.__data.__g1_start.__value32", 7944, 8),
	A("_gil.switch_cond.__data.__g_size", 7952, 8, 4, 0), V("_gil.switch_cond.__data.__g1_orig_size", 7960, 4),
	V("_gil.switch_cond.__data.__wrefs", 7964, 4), A("_gil.switch_cond.__data.__g_signals", 7968, 8, 4, 0),
	V("_gil.switch_cond.__data.__unused_initialized_1", 7976, 4),
	V("_gil.switch_cond.__data.__unused_initialized_2", 7980, 4), V("_gil.switch_mutex", 7984, 40),
	V("_gil.switch_mutex.__data", 7984, 40), V("_gil.switch_mutex.__data.__lock", 7984, 4),
	A("_gil.switch_mutex.__size", 7984, 40, 1, 0), V("_gil.switch_mutex.__align", 7984, 8),
	V("_gil.switch_mutex.__data.__count", 7988, 4), V("_gil.switch_mutex.__data.__owner", 7992, 4),
	V("_gil.switch_mutex.__data.__nusers", 7996, 4), V("_gil.switch_mutex.__data.__kind", 8000, 4),
	V("_gil.switch_mutex.__data.__spins", 8004, 2), V("_gil.switch_mutex.__data.__elision", 8006, 2),
	V("_gil.switch_mutex.__data.__list", 8008, 16), P("_gil.switch_mutex.__data.__list.__prev", 8008),
	P("_gil.switch_mutex.__data.__list.__next", 8016), V("_code_object_generation", 8024, 8), V("codecs", 8032, 32),
	P("codecs.search_path", 8032), P("codecs.search_cache", 8040), P("codecs.error_registry", 8048),
	V("codecs.search_path_mutex", 8056, 1), V("codecs.search_path_mutex._bits", 8056, 1),
	V("codecs.initialized", 8060, 4), V("config", 8064, 464), V("feature_flags", 8528, 8), P("dict", 8536),
	P("sysdict_copy", 8544), P("builtins_copy", 8552), P("eval_frame", 8560), A("func_watchers", 8568, 64, 8, 1),
	V("active_func_watchers", 8632, 1), V("co_extra_user_count", 8640, 8),
	A("co_extra_freefuncs", 8648, 2040, 8, 1), V("xi", 10688, 48), V("xi.data_lookup", 10688, 24),
	V("xi.data_lookup.registry", 10688, 24), V("xi.data_lookup.registry.global", 10688, 4),
	V("xi.data_lookup.registry.initialized", 10692, 4), V("xi.data_lookup.registry.mutex", 10696, 1),
	V("xi.data_lookup.registry.mutex._bits", 10696, 1), P("xi.data_lookup.registry.head", 10704),
	V("xi.exceptions", 10712, 24), P("xi.exceptions.PyExc_InterpreterError", 10712),
	P("xi.exceptions.PyExc_InterpreterNotFoundError", 10720), P("xi.exceptions.PyExc_NotShareableError", 10728),
	P("before_forkers", 10736), P("after_forkers_parent", 10744), P("after_forkers_child", 10752),
	V("warnings", 10760, 64), P("warnings.filters", 10760), P("warnings.once_registry", 10768),
	P("warnings.default_action", 10776), V("warnings.lock", 10784, 24), V("warnings.lock.mutex", 10784, 1),
	V("warnings.lock.mutex._bits", 10784, 1), V("warnings.lock.thread", 10792, 8),
	V("warnings.lock.level", 10800, 8), V("warnings.filters_version", 10808, 8), P("warnings.context", 10816),
	V("atexit", 10824, 24), V("atexit.ll_callbacks_lock", 10824, 1), V("atexit.ll_callbacks_lock._bits", 10824, 1),
	P("atexit.ll_callbacks", 10832), P("atexit.callbacks", 10840), V("stoptheworld", 10848, 24),
	V("stoptheworld.mutex", 10848, 1), V("stoptheworld.mutex._bits", 10848, 1),
	V("stoptheworld.requested", 10849, 1), V("stoptheworld.world_stopped", 10850, 1),
	V("stoptheworld.is_global", 10851, 1), V("stoptheworld.stop_event", 10852, 1),
	V("stoptheworld.stop_event.v", 10852, 1), V("stoptheworld.thread_countdown", 10856, 8),
	P("stoptheworld.requester", 10864), V("qsbr", 10872, 56), V("qsbr.wr_seq", 10872, 8),
	V("qsbr.rd_seq", 10880, 8), P("qsbr.array", 10888), P("qsbr.array_raw", 10896), V("qsbr.size", 10904, 8),
	V("qsbr.mutex", 10912, 1), V("qsbr.mutex._bits", 10912, 1), P("qsbr.freelist", 10920), V("mimalloc", 10928, 8),
	P("mimalloc.subproc", 10928), V("brc", 10936, 6168), A("brc.table", 10936, 6168, 24, 0),
	V("unique_ids", 17104, 32), V("unique_ids.mutex", 17104, 1), V("unique_ids.mutex._bits", 17104, 1),
	P("unique_ids.table", 17112), P("unique_ids.freelist", 17120), V("unique_ids.size", 17128, 8),
	A("weakref_locks", 17136, 127, 1, 0), V("tlbc_indices", 17264, 40), V("tlbc_indices.mutex", 17264, 1),
	V("tlbc_indices.mutex._bits", 17264, 1), V("tlbc_indices.free_indices", 17272, 24),
	P("tlbc_indices.free_indices.values", 17272), V("tlbc_indices.free_indices.size", 17280, 8),
	V("tlbc_indices.free_indices.capacity", 17288, 8), V("tlbc_indices.next_index", 17296, 4),
	V("tlbc_indices.tlbc_generation", 17300, 4), V("asyncio_tasks_head", 17304, 16),
	P("asyncio_tasks_head.next", 17304), P("asyncio_tasks_head.prev", 17312), V("asyncio_tasks_lock", 17320, 1),
	V("asyncio_tasks_lock._bits", 17320, 1), P("obmalloc", 17328), P("audit_hooks", 17336),
	A("type_watchers", 17344, 64, 8, 1), A("code_watchers", 17408, 64, 8, 1),
	A("context_watchers", 17472, 64, 8, 1), V("active_code_watchers", 17536, 1),
	V("active_context_watchers", 17537, 1), V("object_state", 17540, 4), V("unicode", 17544, 56),
	V("unicode.fs_codec", 17544, 32), P("unicode.fs_codec.encoding", 17544), V("unicode.fs_codec.utf8", 17552, 4),
	P("unicode.fs_codec.errors", 17560), V("unicode.fs_codec.error_handler", 17568, 4),
	P("unicode.ucnhash_capi", 17576), V("unicode.ids", 17584, 16), V("unicode.ids.size", 17584, 8),
	P("unicode.ids.array", 17592), V("long_state", 17600, 4), V("long_state.max_str_digits", 17600, 4),
	V("dtoa", 17608, 2440), A("dtoa.p5s", 17608, 64, 8, 1), A("dtoa.freelist", 17672, 64, 8, 1),
	A("dtoa.preallocated", 17736, 2304, 8, 0), P("dtoa.preallocated_next", 20040), V("func_state", 20048, 65544),
	V("func_state.mutex", 20048, 1), V("func_state.mutex._bits", 20048, 1), V("func_state.next_version", 20052, 4),
	A("func_state.func_version_cache", 20056, 65536, 16, 0), V("code_state", 85592, 16),
	V("code_state.mutex", 85592, 1), V("code_state.mutex._bits", 85592, 1), P("code_state.constants", 85600),
	V("dict_state", 85608, 72), V("exc_state", 85680, 32), P("exc_state.errnomap", 85680),
	P("exc_state.memerrors_freelist", 85688), V("exc_state.memerrors_numfree", 85696, 4),
	V("exc_state.memerrors_lock", 85700, 1), V("exc_state.memerrors_lock._bits", 85700, 1),
	P("exc_state.PyExc_ExceptionGroup", 85704), V("mem_free_queue", 85712, 24),
	V("mem_free_queue.has_work", 85712, 4), V("mem_free_queue.mutex", 85716, 1),
	V("mem_free_queue.mutex._bits", 85716, 1), V("mem_free_queue.head", 85720, 16),
	P("mem_free_queue.head.next", 85720), P("mem_free_queue.head.prev", 85728), V("ast", 85736, 1976),
	V("ast.once", 85736, 1), V("ast.once.v", 85736, 1), V("ast.finalized", 85740, 4), P("ast.AST_type", 85744),
	P("ast.Add_singleton", 85752), P("ast.Add_type", 85760), P("ast.And_singleton", 85768),
	P("ast.And_type", 85776), P("ast.AnnAssign_type", 85784), P("ast.Assert_type", 85792),
	P("ast.Assign_type", 85800), P("ast.AsyncFor_type", 85808), P("ast.AsyncFunctionDef_type", 85816),
	P("ast.AsyncWith_type", 85824), P("ast.Attribute_type", 85832), P("ast.AugAssign_type", 85840),
	P("ast.Await_type", 85848), P("ast.BinOp_type", 85856), P("ast.BitAnd_singleton", 85864),
	P("ast.BitAnd_type", 85872), P("ast.BitOr_singleton", 85880), P("ast.BitOr_type", 85888),
	P("ast.BitXor_singleton", 85896), P("ast.BitXor_type", 85904), P("ast.BoolOp_type", 85912),
	P("ast.Break_type", 85920), P("ast.Call_type", 85928), P("ast.ClassDef_type", 85936),
	P("ast.Compare_type", 85944), P("ast.Constant_type", 85952), P("ast.Continue_type", 85960),
	P("ast.Del_singleton", 85968), P("ast.Del_type", 85976), P("ast.Delete_type", 85984),
	P("ast.DictComp_type", 85992), P("ast.Dict_type", 86000), P("ast.Div_singleton", 86008),
	P("ast.Div_type", 86016), P("ast.Eq_singleton", 86024), P("ast.Eq_type", 86032),
	P("ast.ExceptHandler_type", 86040), P("ast.Expr_type", 86048), P("ast.Expression_type", 86056),
	P("ast.FloorDiv_singleton", 86064), P("ast.FloorDiv_type", 86072), P("ast.For_type", 86080),
	P("ast.FormattedValue_type", 86088), P("ast.FunctionDef_type", 86096), P("ast.FunctionType_type", 86104),
	P("ast.GeneratorExp_type", 86112), P("ast.Global_type", 86120), P("ast.GtE_singleton", 86128),
	P("ast.GtE_type", 86136), P("ast.Gt_singleton", 86144), P("ast.Gt_type", 86152), P("ast.IfExp_type", 86160),
	P("ast.If_type", 86168), P("ast.ImportFrom_type", 86176), P("ast.Import_type", 86184),
	P("ast.In_singleton", 86192), P("ast.In_type", 86200), P("ast.Interactive_type", 86208),
	P("ast.Interpolation_type", 86216), P("ast.Invert_singleton", 86224), P("ast.Invert_type", 86232),
	P("ast.IsNot_singleton", 86240), P("ast.IsNot_type", 86248), P("ast.Is_singleton", 86256),
	P("ast.Is_type", 86264), P("ast.JoinedStr_type", 86272), P("ast.LShift_singleton", 86280),
	P("ast.LShift_type", 86288), P("ast.Lambda_type", 86296), P("ast.ListComp_type", 86304),
	P("ast.List_type", 86312), P("ast.Load_singleton", 86320), P("ast.Load_type", 86328),
	P("ast.LtE_singleton", 86336), P("ast.LtE_type", 86344), P("ast.Lt_singleton", 86352), P("ast.Lt_type", 86360),
	P("ast.MatMult_singleton", 86368), P("ast.MatMult_type", 86376), P("ast.MatchAs_type", 86384),
	P("ast.MatchClass_type", 86392), P("ast.MatchMapping_type", 86400), P("ast.MatchOr_type", 86408),
	P("ast.MatchSequence_type", 86416), P("ast.MatchSingleton_type", 86424), P("ast.MatchStar_type", 86432),
	P("ast.MatchValue_type", 86440), P("ast.Match_type", 86448), P("ast.Mod_singleton", 86456),
	P("ast.Mod_type", 86464), P("ast.Module_type", 86472), P("ast.Mult_singleton", 86480),
	P("ast.Mult_type", 86488), P("ast.Name_type", 86496), P("ast.NamedExpr_type", 86504),
	P("ast.Nonlocal_type", 86512), P("ast.NotEq_singleton", 86520), P("ast.NotEq_type", 86528),
	P("ast.NotIn_singleton", 86536), P("ast.NotIn_type", 86544), P("ast.Not_singleton", 86552),
	P("ast.Not_type", 86560), P("ast.Or_singleton", 86568), P("ast.Or_type", 86576), P("ast.ParamSpec_type", 86584),
	P("ast.Pass_type", 86592), P("ast.Pow_singleton", 86600), P("ast.Pow_type", 86608),
	P("ast.RShift_singleton", 86616), P("ast.RShift_type", 86624), P("ast.Raise_type", 86632),
	P("ast.Return_type", 86640), P("ast.SetComp_type", 86648), P("ast.Set_type", 86656), P("ast.Slice_type", 86664),
	P("ast.Starred_type", 86672), P("ast.Store_singleton", 86680), P("ast.Store_type", 86688),
	P("ast.Sub_singleton", 86696), P("ast.Sub_type", 86704), P("ast.Subscript_type", 86712),
	P("ast.TemplateStr_type", 86720), P("ast.TryStar_type", 86728), P("ast.Try_type", 86736),
	P("ast.Tuple_type", 86744), P("ast.TypeAlias_type", 86752), P("ast.TypeIgnore_type", 86760),
	P("ast.TypeVarTuple_type", 86768), P("ast.TypeVar_type", 86776), P("ast.UAdd_singleton", 86784),
	P("ast.UAdd_type", 86792), P("ast.USub_singleton", 86800), P("ast.USub_type", 86808),
	P("ast.UnaryOp_type", 86816), P("ast.While_type", 86824), P("ast.With_type", 86832),
	P("ast.YieldFrom_type", 86840), P("ast.Yield_type", 86848), P("ast.__dict__", 86856), P("ast.__doc__", 86864),
	P("ast.__match_args__", 86872), P("ast.__module__", 86880), P("ast._attributes", 86888),
	P("ast._fields", 86896), P("ast.alias_type", 86904), P("ast.annotation", 86912), P("ast.arg", 86920),
	P("ast.arg_type", 86928), P("ast.args", 86936), P("ast.argtypes", 86944), P("ast.arguments_type", 86952),
	P("ast.asname", 86960), P("ast.ast", 86968), P("ast.attr", 86976), P("ast.bases", 86984), P("ast.body", 86992),
	P("ast.boolop_type", 87000), P("ast.bound", 87008), P("ast.cases", 87016), P("ast.cause", 87024),
	P("ast.cls", 87032), P("ast.cmpop_type", 87040), P("ast.col_offset", 87048), P("ast.comparators", 87056),
	P("ast.comprehension_type", 87064), P("ast.context_expr", 87072), P("ast.conversion", 87080),
	P("ast.ctx", 87088), P("ast.decorator_list", 87096), P("ast.default_value", 87104), P("ast.defaults", 87112),
	P("ast.elt", 87120), P("ast.elts", 87128), P("ast.end_col_offset", 87136), P("ast.end_lineno", 87144),
	P("ast.exc", 87152), P("ast.excepthandler_type", 87160), P("ast.expr_context_type", 87168),
	P("ast.expr_type", 87176), P("ast.finalbody", 87184), P("ast.format_spec", 87192), P("ast.func", 87200),
	P("ast.generators", 87208), P("ast.guard", 87216), P("ast.handlers", 87224), P("ast.id", 87232),
	P("ast.ifs", 87240), P("ast.is_async", 87248), P("ast.items", 87256), P("ast.iter", 87264), P("ast.key", 87272),
	P("ast.keys", 87280), P("ast.keyword_type", 87288), P("ast.keywords", 87296), P("ast.kind", 87304),
	P("ast.kw_defaults", 87312), P("ast.kwarg", 87320), P("ast.kwd_attrs", 87328), P("ast.kwd_patterns", 87336),
	P("ast.kwonlyargs", 87344), P("ast.left", 87352), P("ast.level", 87360), P("ast.lineno", 87368),
	P("ast.lower", 87376), P("ast.match_case_type", 87384), P("ast.mod_type", 87392), P("ast.module", 87400),
	P("ast.msg", 87408), P("ast.name", 87416), P("ast.names", 87424), P("ast.op", 87432), P("ast.operand", 87440),
	P("ast.operator_type", 87448), P("ast.ops", 87456), P("ast.optional_vars", 87464), P("ast.orelse", 87472),
	P("ast.pattern", 87480), P("ast.pattern_type", 87488), P("ast.patterns", 87496), P("ast.posonlyargs", 87504),
	P("ast.rest", 87512), P("ast.returns", 87520), P("ast.right", 87528), P("ast.simple", 87536),
	P("ast.slice", 87544), P("ast.step", 87552), P("ast.stmt_type", 87560), P("ast.str", 87568),
	P("ast.subject", 87576), P("ast.tag", 87584), P("ast.target", 87592), P("ast.targets", 87600),
	P("ast.test", 87608), P("ast.type", 87616), P("ast.type_comment", 87624), P("ast.type_ignore_type", 87632),
	P("ast.type_ignores", 87640), P("ast.type_param_type", 87648), P("ast.type_params", 87656),
	P("ast.unaryop_type", 87664), P("ast.upper", 87672), P("ast.value", 87680), P("ast.values", 87688),
	P("ast.vararg", 87696), P("ast.withitem_type", 87704), V("types", 87712, 141192),
	V("types.next_version_tag", 87712, 4), V("types.type_cache", 87720, 98304),
	A("types.type_cache.hashtable", 87720, 98304, 24, 0), V("types.builtins", 186024, 9608),
	V("types.builtins.num_initialized", 186024, 8), A("types.builtins.initialized", 186032, 9600, 48, 0),
	V("types.for_extensions", 195632, 496), V("types.for_extensions.num_initialized", 195632, 8),
	V("types.for_extensions.next_index", 195640, 8), A("types.for_extensions.initialized", 195648, 480, 48, 0),
	V("types.mutex", 196128, 1), V("types.mutex._bits", 196128, 1),
	A("types.type_version_cache", 196136, 32768, 8, 1), V("callable_cache", 228904, 32),
	P("callable_cache.isinstance", 228904), P("callable_cache.len", 228912),
	P("callable_cache.list_append", 228920), P("callable_cache.object__getattribute__", 228928),
	A("common_consts", 228936, 40, 8, 1), V("jit", 228976, 1), P("executor_list_head", 228984),
	P("executor_deletion_list_head", 228992), V("executor_deletion_list_remaining_capacity", 229000, 4),
	V("trace_run_counter", 229008, 8), V("rare_events", 229016, 5), V("rare_events.set_class", 229016, 1),
	V("rare_events.set_bases", 229017, 1), V("rare_events.set_eval_frame_func", 229018, 1),
	V("rare_events.builtin_dict", 229019, 1), V("rare_events.func_modification", 229020, 1),
	P("builtins_dict_watcher", 229024), V("monitors", 229032, 16), V("sys_profile_once_flag", 229048, 1),
	V("sys_profile_once_flag.v", 229048, 1), V("sys_trace_once_flag", 229049, 1),
	V("sys_trace_once_flag.v", 229049, 1), V("sys_profiling_threads", 229056, 8),
	V("sys_tracing_threads", 229064, 8), A("monitoring_callables", 229072, 1216, 8, 1),
	A("monitoring_tool_names", 230288, 64, 8, 1), A("monitoring_tool_versions", 230352, 64, 8, 0),
	V("cached_objects", 230416, 168), V("cached_objects.interned_mutex", 230416, 1),
	V("cached_objects.interned_mutex._bits", 230416, 1), P("cached_objects.interned_strings", 230424),
	P("cached_objects.objreduce", 230432), P("cached_objects.type_slots_pname", 230440),
	A("cached_objects.type_slots_ptrs", 230448, 80, 8, 1), P("cached_objects.generic_type", 230528),
	P("cached_objects.typevar_type", 230536), P("cached_objects.typevartuple_type", 230544),
	P("cached_objects.paramspec_type", 230552), P("cached_objects.paramspecargs_type", 230560),
	P("cached_objects.paramspeckwargs_type", 230568), P("cached_objects.constevaluator_type", 230576),
	V("static_objects", 230584, 168), V("static_objects.singletons", 230584, 168),
	V("static_objects.singletons._not_used", 230584, 4),
	V("static_objects.singletons._hamt_empty_gc_not_used", 230592, 16),
	V("static_objects.singletons._hamt_empty_gc_not_used._gc_next", 230592, 8),
	V("static_objects.singletons._hamt_empty_gc_not_used._gc_prev", 230600, 8),
	V("static_objects.singletons.hamt_empty", 230608, 56),
	V("static_objects.singletons.hamt_empty.ob_base", 230608, 32),
	V("static_objects.singletons.hamt_empty.ob_base.ob_tid", 230608, 8),
	V("static_objects.singletons.hamt_empty.ob_base.ob_flags", 230616, 2),
	V("static_objects.singletons.hamt_empty.ob_base.ob_mutex", 230618, 1),
	V("static_objects.singletons.hamt_empty.ob_base.ob_gc_bits", 230619, 1),
	V("static_objects.singletons.hamt_empty.ob_base.ob_ref_local", 230620, 4),
	V("static_objects.singletons.hamt_empty.ob_base.ob_ref_shared", 230624, 8),
	P("static_objects.singletons.hamt_empty.ob_base.ob_type", 230632),
	P("static_objects.singletons.hamt_empty.h_root", 230640),
	P("static_objects.singletons.hamt_empty.h_weakreflist", 230648),
	V("static_objects.singletons.hamt_empty.h_count", 230656, 8),
	V("static_objects.singletons.last_resort_memory_error", 230664, 88),
	V("static_objects.singletons.last_resort_memory_error.ob_base", 230664, 32),
	V("static_objects.singletons.last_resort_memory_error.ob_base.ob_tid", 230664, 8),
	V("static_objects.singletons.last_resort_memory_error.ob_base.ob_flags", 230672, 2),
	V("static_objects.singletons.last_resort_memory_error.ob_base.ob_mutex", 230674, 1),
	V("static_objects.singletons.last_resort_memory_error.ob_base.ob_gc_bits", 230675, 1),
	V("static_objects.singletons.last_resort_memory_error.ob_base.ob_ref_local", 230676, 4),
	V("static_objects.singletons.last_resort_memory_error.ob_base.ob_ref_shared", 230680, 8),
	P("static_objects.singletons.last_resort_memory_error.ob_base.ob_type", 230688),
	P("static_objects.singletons.last_resort_memory_error.dict", 230696),
	P("static_objects.singletons.last_resort_memory_error.args", 230704),
	P("static_objects.singletons.last_resort_memory_error.notes", 230712),
	P("static_objects.singletons.last_resort_memory_error.traceback", 230720),
	P("static_objects.singletons.last_resort_memory_error.context", 230728),
	P("static_objects.singletons.last_resort_memory_error.cause", 230736),
	V("static_objects.singletons.last_resort_memory_error.suppress_context", 230744, 1),
	V("_interactive_src_count", 230752, 8), V("_initial_thread", 230760, 19216),
};
static const struct kg_cmember m_PyListObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("ob_item", 40), V("allocated", 48, 8),
};
static const struct kg_cmember m_PyLongObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("long_value", 32, 16),
	V("long_value.lv_tag", 32, 8), A("long_value.ob_digit", 40, 4, 4, 0),
};
static const struct kg_cmember m_PyMappingMethods[] = {
	P("mp_length", 0), P("mp_subscript", 8), P("mp_ass_subscript", 16),
};
static const struct kg_cmember m_PyMemberDef[] = {
	P("name", 0), V("type", 8, 4), V("offset", 16, 8), V("flags", 24, 4), P("doc", 32),
};
static const struct kg_cmember m_PyMemoEntry[] = {
	P("me_key", 0), V("me_value", 8, 8),
};
static const struct kg_cmember m_PyMemoTable[] = {
	V("mt_mask", 0, 8), V("mt_used", 8, 8), V("mt_allocated", 16, 8), P("mt_table", 24),
};
static const struct kg_cmember m_PyMemoryViewObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("mbuf", 40), V("hash", 48, 8),
	V("flags", 56, 4), V("exports", 64, 8), V("view", 72, 80), P("view.buf", 72), P("view.obj", 80),
	V("view.len", 88, 8), V("view.itemsize", 96, 8), V("view.readonly", 104, 4), V("view.ndim", 108, 4),
	P("view.format", 112), P("view.shape", 120), P("view.strides", 128), P("view.suboffsets", 136),
	P("view.internal", 144), P("weakreflist", 152), A("ob_array", 160, 8, 8, 0),
};
static const struct kg_cmember m_PyMethodDef[] = {
	P("ml_name", 0), P("ml_meth", 8), V("ml_flags", 16, 4), P("ml_doc", 24),
};
static const struct kg_cmember m_PyMethodObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("im_func", 32), P("im_self", 40),
	P("im_weakreflist", 48), P("vectorcall", 56),
};
static const struct kg_cmember m_PyModuleDef[] = {
	V("m_base", 0, 56), V("m_base.ob_base", 0, 32), V("m_base.ob_base.ob_tid", 0, 8),
	V("m_base.ob_base.ob_flags", 8, 2), V("m_base.ob_base.ob_mutex", 10, 1),
	V("m_base.ob_base.ob_mutex._bits", 10, 1), V("m_base.ob_base.ob_gc_bits", 11, 1),
	V("m_base.ob_base.ob_ref_local", 12, 4), V("m_base.ob_base.ob_ref_shared", 16, 8),
	P("m_base.ob_base.ob_type", 24), P("m_base.m_init", 32), V("m_base.m_index", 40, 8), P("m_base.m_copy", 48),
	P("m_name", 56), P("m_doc", 64), V("m_size", 72, 8), P("m_methods", 80), P("m_slots", 88), P("m_traverse", 96),
	P("m_clear", 104), P("m_free", 112),
};
static const struct kg_cmember m_PyModuleDef_Base[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("m_init", 32), V("m_index", 40, 8),
	P("m_copy", 48),
};
static const struct kg_cmember m_PyModuleDef_Slot[] = {
	V("slot", 0, 4), P("value", 8),
};
static const struct kg_cmember m_PyModuleObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("md_dict", 32), P("md_def", 40),
	P("md_state", 48), P("md_weaklist", 56), P("md_name", 64), P("md_gil", 72),
};
static const struct kg_cmember m_PyNameErrorObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("name", 88),
};
static const struct kg_cmember m_PyNumberMethods[] = {
	P("nb_add", 0), P("nb_subtract", 8), P("nb_multiply", 16), P("nb_remainder", 24), P("nb_divmod", 32),
	P("nb_power", 40), P("nb_negative", 48), P("nb_positive", 56), P("nb_absolute", 64), P("nb_bool", 72),
	P("nb_invert", 80), P("nb_lshift", 88), P("nb_rshift", 96), P("nb_and", 104), P("nb_xor", 112), P("nb_or", 120),
	P("nb_int", 128), P("nb_reserved", 136), P("nb_float", 144), P("nb_inplace_add", 152),
	P("nb_inplace_subtract", 160), P("nb_inplace_multiply", 168), P("nb_inplace_remainder", 176),
	P("nb_inplace_power", 184), P("nb_inplace_lshift", 192), P("nb_inplace_rshift", 200), P("nb_inplace_and", 208),
	P("nb_inplace_xor", 216), P("nb_inplace_or", 224), P("nb_floor_divide", 232), P("nb_true_divide", 240),
	P("nb_inplace_floor_divide", 248), P("nb_inplace_true_divide", 256), P("nb_index", 264),
	P("nb_matrix_multiply", 272), P("nb_inplace_matrix_multiply", 280),
};
static const struct kg_cmember m_PyODictObject[] = {
	V("od_dict", 0, 64), V("od_dict.ob_base", 0, 32), V("od_dict.ob_base.ob_tid", 0, 8),
	V("od_dict.ob_base.ob_flags", 8, 2), V("od_dict.ob_base.ob_mutex", 10, 1),
	V("od_dict.ob_base.ob_mutex._bits", 10, 1), V("od_dict.ob_base.ob_gc_bits", 11, 1),
	V("od_dict.ob_base.ob_ref_local", 12, 4), V("od_dict.ob_base.ob_ref_shared", 16, 8),
	P("od_dict.ob_base.ob_type", 24), V("od_dict.ma_used", 32, 8), V("od_dict._ma_watcher_tag", 40, 8),
	P("od_dict.ma_keys", 48), P("od_dict.ma_values", 56), P("od_first", 64), P("od_last", 72),
	P("od_fast_nodes", 80), V("od_fast_nodes_size", 88, 8), P("od_resize_sentinel", 96), V("od_state", 104, 8),
	P("od_inst_dict", 112), P("od_weakreflist", 120),
};
static const struct kg_cmember m_PyOSErrorObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("myerrno", 88),
	P("strerror", 96), P("filename", 104), P("filename2", 112), V("written", 120, 8),
};
static const struct kg_cmember m_PyObject[] = {
	V("ob_tid", 0, 8), V("ob_flags", 8, 2), V("ob_mutex", 10, 1), V("ob_mutex._bits", 10, 1),
	V("ob_gc_bits", 11, 1), V("ob_ref_local", 12, 4), V("ob_ref_shared", 16, 8), P("ob_type", 24),
};
static const struct kg_cmember m_PyPickleBufferObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("view", 32, 80), P("view.buf", 32),
	P("view.obj", 40), V("view.len", 48, 8), V("view.itemsize", 56, 8), V("view.readonly", 64, 4),
	V("view.ndim", 68, 4), P("view.format", 72), P("view.shape", 80), P("view.strides", 88),
	P("view.suboffsets", 96), P("view.internal", 104), P("weakreflist", 112),
};
static const struct kg_cmember m_PySSLCertificate[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("cert", 32), V("hash", 40, 8),
};
static const struct kg_cmember m_PySSLContext[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ctx", 32), P("alpn_protocols", 40),
	V("alpn_protocols_len", 48, 4), P("set_sni_cb", 56), V("check_hostname", 64, 4), V("protocol", 68, 4),
	V("post_handshake_auth", 72, 4), P("msg_cb", 80), P("keylog_filename", 88), P("keylog_bio", 96),
	P("state", 104), P("psk_client_callback", 112), P("psk_server_callback", 120), V("tstate_mutex", 128, 1),
	V("tstate_mutex._bits", 128, 1),
};
static const struct kg_cmember m_PySSLMemoryBIO[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("bio", 32), V("eof_written", 40, 4),
};
static const struct kg_cmember m_PySSLSession[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("session", 32), P("ctx", 40),
};
static const struct kg_cmember m_PySSLSocket[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("Socket", 32), P("ssl", 40), P("ctx", 48),
	V("shutdown_seen_zero", 56, 1), V("socket_type", 60, 4), P("owner", 64), P("server_hostname", 72),
	V("err", 80, 8), V("err.ssl", 80, 4), V("err.c", 84, 4), P("exc", 88),
};
static const struct kg_cmember m_PySTEntryObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ste_id", 32), P("ste_symbols", 40),
	P("ste_name", 48), P("ste_varnames", 56), P("ste_children", 64), P("ste_directives", 72),
	P("ste_mangled_names", 80), V("ste_type", 88, 4), P("ste_scope_info", 96), V("ste_nested", 104, 4),
	{"ste_generator", 108, 4, 0, 0, 1, 0}, {"ste_coroutine", 108, 4, 0, 1, 1, 0},
	{"ste_annotations_used", 108, 4, 0, 2, 1, 0}, V("ste_comprehension", 112, 4),
	{"ste_varargs", 116, 4, 0, 0, 1, 0}, {"ste_varkeywords", 116, 4, 0, 1, 1, 0},
	{"ste_returns_value", 116, 4, 0, 2, 1, 0}, {"ste_needs_class_closure", 116, 4, 0, 3, 1, 0},
	{"ste_needs_classdict", 116, 4, 0, 4, 1, 0}, {"ste_comp_inlined", 116, 4, 0, 5, 1, 0},
	{"ste_comp_iter_target", 116, 4, 0, 6, 1, 0}, {"ste_can_see_class_scope", 116, 4, 0, 7, 1, 0},
	{"ste_has_docstring", 116, 4, 0, 8, 1, 0}, {"ste_method", 116, 4, 0, 9, 1, 0},
	{"ste_has_conditional_annotations", 116, 4, 0, 10, 1, 0}, {"ste_in_conditional_block", 116, 4, 0, 11, 1, 0},
	{"ste_in_unevaluated_annotation", 116, 4, 0, 12, 1, 0}, V("ste_comp_iter_expr", 120, 4), V("ste_loc", 124, 16),
	V("ste_loc.lineno", 124, 4), V("ste_loc.end_lineno", 128, 4), V("ste_loc.col_offset", 132, 4),
	V("ste_loc.end_col_offset", 136, 4), P("ste_annotation_block", 144), P("ste_table", 152),
};
static const struct kg_cmember m_PyScannerObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("strict", 32, 1), P("object_hook", 40),
	P("object_pairs_hook", 48), P("parse_float", 56), P("parse_int", 64), P("parse_constant", 72),
};
static const struct kg_cmember m_PySequenceMethods[] = {
	P("sq_length", 0), P("sq_concat", 8), P("sq_repeat", 16), P("sq_item", 24), P("was_sq_slice", 32),
	P("sq_ass_item", 40), P("was_sq_ass_slice", 48), P("sq_contains", 56), P("sq_inplace_concat", 64),
	P("sq_inplace_repeat", 72),
};
static const struct kg_cmember m_PySetObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("fill", 32, 8), V("used", 40, 8),
	V("mask", 48, 8), P("table", 56), V("hash", 64, 8), V("finger", 72, 8), A("smalltable", 80, 128, 16, 0),
	P("weakreflist", 208),
};
static const struct kg_cmember m_PySliceObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("start", 32), P("stop", 40), P("step", 48),
};
static const struct kg_cmember m_PySocketModule_APIObject[] = {
	P("Sock_Type", 0), P("error", 8), P("timeout_error", 16),
};
static const struct kg_cmember m_PySocketSockObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("sock_fd", 32, 4), V("sock_family", 36, 4),
	V("sock_type", 40, 4), V("sock_proto", 44, 4), P("errorhandler", 48), V("sock_timeout", 56, 8), P("state", 64),
};
static const struct kg_cmember m_PyStdPrinter_Object[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("fd", 32, 4),
};
static const struct kg_cmember m_PyStopIterationObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("value", 88),
};
static const struct kg_cmember m_PyStructObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("s_size", 32, 8), V("s_len", 40, 8),
	P("s_codes", 48), P("s_format", 56), P("weakreflist", 64),
};
static const struct kg_cmember m_PySyntaxErrorObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("msg", 88),
	P("filename", 96), P("lineno", 104), P("offset", 112), P("end_lineno", 120), P("end_offset", 128),
	P("text", 136), P("print_file_and_line", 144), P("metadata", 152),
};
static const struct kg_cmember m_PySystemExitObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("code", 88),
};
static const struct kg_cmember m_PyThreadState[] = {
	P("prev", 0), P("next", 8), P("interp", 16), V("eval_breaker", 24, 8), V("_status", 32, 4),
	{"_status.initialized", 32, 4, 0, 0, 1, 0}, {"_status.bound", 32, 4, 0, 1, 1, 0},
	{"_status.unbound", 32, 4, 0, 2, 1, 0}, {"_status.bound_gilstate", 32, 4, 0, 3, 1, 0},
	{"_status.active", 32, 4, 0, 4, 1, 0}, {"_status.finalizing", 32, 4, 0, 5, 1, 0},
	{"_status.cleared", 32, 4, 0, 6, 1, 0}, {"_status.finalized", 32, 4, 0, 7, 1, 0}, V("holds_gil", 36, 4),
	V("_whence", 40, 4), V("state", 44, 4), V("py_recursion_remaining", 48, 4), V("py_recursion_limit", 52, 4),
	V("recursion_headroom", 56, 4), V("tracing", 60, 4), V("what_event", 64, 4), P("current_frame", 72),
	P("c_profilefunc", 80), P("c_tracefunc", 88), P("c_profileobj", 96), P("c_traceobj", 104),
	P("current_exception", 112), P("exc_info", 120), P("dict", 128), V("gilstate_counter", 136, 4),
	P("async_exc", 144), V("thread_id", 152, 8), V("native_thread_id", 160, 8), P("delete_later", 168),
	V("critical_section", 176, 8), V("coroutine_origin_tracking_depth", 184, 4), P("async_gen_firstiter", 192),
	P("async_gen_finalizer", 200), P("context", 208), V("context_ver", 216, 8), V("id", 224, 8),
	P("datastack_chunk", 232), P("datastack_top", 240), P("datastack_limit", 248), V("exc_state", 256, 16),
	P("exc_state.exc_value", 256), P("exc_state.previous_item", 264), P("current_executor", 272),
	V("dict_global_version", 280, 8), P("threading_local_key", 288), P("threading_local_sentinel", 296),
	V("remote_debugger_support", 304, 516), V("remote_debugger_support.debugger_pending_call", 304, 4),
	A("remote_debugger_support.debugger_script_path", 308, 512, 1, 0), P("datastack_cached_chunk", 824),
};
static const struct kg_cmember m_PyTracebackObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("tb_next", 32), P("tb_frame", 40),
	V("tb_lasti", 48, 4), V("tb_lineno", 52, 4),
};
static const struct kg_cmember m_PyTupleObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), V("ob_hash", 40, 8), A("ob_item", 48, 8, 8, 1),
};
static const struct kg_cmember m_PyTypeObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("tp_name", 40), V("tp_basicsize", 48, 8),
	V("tp_itemsize", 56, 8), P("tp_dealloc", 64), V("tp_vectorcall_offset", 72, 8), P("tp_getattr", 80),
	P("tp_setattr", 88), P("tp_as_async", 96), P("tp_repr", 104), P("tp_as_number", 112), P("tp_as_sequence", 120),
	P("tp_as_mapping", 128), P("tp_hash", 136), P("tp_call", 144), P("tp_str", 152), P("tp_getattro", 160),
	P("tp_setattro", 168), P("tp_as_buffer", 176), V("tp_flags", 184, 8), P("tp_doc", 192), P("tp_traverse", 200),
	P("tp_clear", 208), P("tp_richcompare", 216), V("tp_weaklistoffset", 224, 8), P("tp_iter", 232),
	P("tp_iternext", 240), P("tp_methods", 248), P("tp_members", 256), P("tp_getset", 264), P("tp_base", 272),
	P("tp_dict", 280), P("tp_descr_get", 288), P("tp_descr_set", 296), V("tp_dictoffset", 304, 8),
	P("tp_init", 312), P("tp_alloc", 320), P("tp_new", 328), P("tp_free", 336), P("tp_is_gc", 344),
	P("tp_bases", 352), P("tp_mro", 360), P("tp_cache", 368), P("tp_subclasses", 376), P("tp_weaklist", 384),
	P("tp_del", 392), V("tp_version_tag", 400, 4), P("tp_finalize", 408), P("tp_vectorcall", 416),
	V("tp_watched", 424, 1), V("tp_versions_used", 426, 2),
};
static const struct kg_cmember m_PyUnicodeErrorObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("args", 40), P("notes", 48),
	P("traceback", 56), P("context", 64), P("cause", 72), V("suppress_context", 80, 1), P("encoding", 88),
	P("object", 96), V("start", 104, 8), V("end", 112, 8), P("reason", 120),
};
static const struct kg_cmember m_PyUnicodeObject[] = {
	V("_base", 0, 72), V("_base._base", 0, 56), V("_base._base.ob_base", 0, 32),
	V("_base._base.ob_base.ob_tid", 0, 8), V("_base._base.ob_base.ob_flags", 8, 2),
	V("_base._base.ob_base.ob_mutex", 10, 1), V("_base._base.ob_base.ob_mutex._bits", 10, 1),
	V("_base._base.ob_base.ob_gc_bits", 11, 1), V("_base._base.ob_base.ob_ref_local", 12, 4),
	V("_base._base.ob_base.ob_ref_shared", 16, 8), P("_base._base.ob_base.ob_type", 24),
	V("_base._base.length", 32, 8), V("_base._base.hash", 40, 8), V("_base._base.state", 48, 4),
	V("_base._base.state.interned", 48, 1), {"_base._base.state.kind", 48, 4, 0, 8, 3, 0},
	{"_base._base.state.compact", 48, 4, 0, 11, 1, 0}, {"_base._base.state.ascii", 48, 4, 0, 12, 1, 0},
	{"_base._base.state.statically_allocated", 48, 4, 0, 13, 1, 0}, V("_base.utf8_length", 56, 8),
	P("_base.utf8", 64), V("data", 72, 8), P("data.any", 72), P("data.latin1", 72), P("data.ucs2", 72),
	P("data.ucs4", 72),
};
static const struct kg_cmember m_PyVarObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("ob_size", 32, 8),
};
static const struct kg_cmember m_PyWeakReference[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("wr_object", 32), P("wr_callback", 40),
	V("hash", 48, 8), P("wr_prev", 56), P("wr_next", 64), P("vectorcall", 72), P("weakrefs_lock", 80),
};
static const struct kg_cmember m_PyWrapperDescrObject[] = {
	V("d_common", 0, 56), V("d_common.ob_base", 0, 32), V("d_common.ob_base.ob_tid", 0, 8),
	V("d_common.ob_base.ob_flags", 8, 2), V("d_common.ob_base.ob_mutex", 10, 1),
	V("d_common.ob_base.ob_mutex._bits", 10, 1), V("d_common.ob_base.ob_gc_bits", 11, 1),
	V("d_common.ob_base.ob_ref_local", 12, 4), V("d_common.ob_base.ob_ref_shared", 16, 8),
	P("d_common.ob_base.ob_type", 24), P("d_common.d_type", 32), P("d_common.d_name", 40),
	P("d_common.d_qualname", 48), P("d_base", 56), P("d_wrapped", 64),
};
static const struct kg_cmember m_PyZoneInfo_ZoneInfo[] = {
	V("base", 0, 32), V("base.ob_base", 0, 32), V("base.ob_base.ob_tid", 0, 8), V("base.ob_base.ob_flags", 8, 2),
	V("base.ob_base.ob_mutex", 10, 1), V("base.ob_base.ob_mutex._bits", 10, 1), V("base.ob_base.ob_gc_bits", 11, 1),
	V("base.ob_base.ob_ref_local", 12, 4), V("base.ob_base.ob_ref_shared", 16, 8), P("base.ob_base.ob_type", 24),
	P("key", 32), P("file_repr", 40), P("weakreflist", 48), V("num_transitions", 56, 8), V("num_ttinfos", 64, 8),
	P("trans_list_utc", 72), A("trans_list_wall", 80, 16, 8, 1), P("trans_ttinfos", 96), P("ttinfo_before", 104),
	V("tzrule_after", 112, 96), V("tzrule_after.std", 112, 32), P("tzrule_after.std.utcoff", 112),
	P("tzrule_after.std.dstoff", 120), P("tzrule_after.std.tzname", 128),
	V("tzrule_after.std.utcoff_seconds", 136, 8), V("tzrule_after.dst", 144, 32), P("tzrule_after.dst.utcoff", 144),
	P("tzrule_after.dst.dstoff", 152), P("tzrule_after.dst.tzname", 160),
	V("tzrule_after.dst.utcoff_seconds", 168, 8), V("tzrule_after.dst_diff", 176, 4), P("tzrule_after.start", 184),
	P("tzrule_after.end", 192), V("tzrule_after.std_only", 200, 1), P("_ttinfos", 208), V("fixed_offset", 216, 1),
	V("source", 217, 1),
};
static const struct kg_cmember m_Py_buffer[] = {
	P("buf", 0), P("obj", 8), V("len", 16, 8), V("itemsize", 24, 8), V("readonly", 32, 4), V("ndim", 36, 4),
	P("format", 40), P("shape", 48), P("strides", 56), P("suboffsets", 64), P("internal", 72),
};
static const struct kg_cmember m_Py_complex[] = {
	V("real", 0, 8), V("imag", 8, 8),
};
static const struct kg_cmember m_RandomObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("index", 32, 4), A("state", 36, 2496, 4, 0),
};
static const struct kg_cmember m_ReaderObj[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("input_iter", 32), P("dialect", 40),
	P("fields", 48), V("state", 56, 4), P("field", 64), V("field_size", 72, 8), V("field_len", 80, 8),
	V("unquoted_field", 88, 1), V("line_num", 96, 8),
};
static const struct kg_cmember m_SHA1State[] = {
	P("sha1_type", 0),
};
static const struct kg_cmember m_SHA1object[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("use_mutex", 32, 1), V("mutex", 33, 1),
	V("mutex._bits", 33, 1), P("lock", 40), P("hash_state", 48),
};
static const struct kg_cmember m_SHA3State[] = {
	P("sha3_224_type", 0), P("sha3_256_type", 8), P("sha3_384_type", 16), P("sha3_512_type", 24),
	P("shake_128_type", 32), P("shake_256_type", 40),
};
static const struct kg_cmember m_SRE_REPEAT[] = {
	V("count", 0, 8), P("pattern", 8), P("last_ptr", 16), P("prev", 24), P("pool_prev", 32), P("pool_next", 40),
};
static const struct kg_cmember m_SRE_REPEAT_T[] = {
	V("count", 0, 8), P("pattern", 8), P("last_ptr", 16), P("prev", 24), P("pool_prev", 32), P("pool_next", 40),
};
static const struct kg_cmember m_ScandirIterator[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("path", 32, 96), P("path.function_name", 32),
	P("path.argument_name", 40), V("path.nullable", 48, 4), V("path.nonstrict", 52, 4), V("path.make_wide", 56, 4),
	V("path.suppress_value_error", 60, 4), V("path.allow_fd", 64, 4), P("path.wide", 72), P("path.narrow", 80),
	V("path.fd", 88, 4), V("path.is_fd", 92, 1), V("path.value_error", 96, 4), V("path.length", 104, 8),
	P("path.object", 112), P("path.cleanup", 120), P("dirp", 128), V("fd", 136, 4),
};
static const struct kg_cmember m_ScannerObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pattern", 32), P("state.ptr", 40),
	P("state.beginning", 48), P("state.start", 56), P("state.end", 64), P("state.string", 72),
	V("state.buffer", 80, 80), P("state.buffer.buf", 80), P("state.buffer.obj", 88), V("state.buffer.len", 96, 8),
	V("state.buffer.itemsize", 104, 8), V("state.buffer.readonly", 112, 4), V("state.buffer.ndim", 116, 4),
	P("state.buffer.format", 120), P("state.buffer.shape", 128), P("state.buffer.strides", 136),
	P("state.buffer.suboffsets", 144), P("state.buffer.internal", 152), V("state.pos", 160, 8),
	V("state.endpos", 168, 8), V("state.isbytes", 176, 4), V("state.charsize", 180, 4),
	V("state.match_all", 184, 4), V("state.must_advance", 188, 4), V("state.debug", 192, 4),
	V("state.lastmark", 196, 4), V("state.lastindex", 200, 4), P("state.mark", 208), P("state.data_stack", 216),
	V("state.data_stack_size", 224, 8), V("state.data_stack_base", 232, 8), P("state.repeat", 240),
	P("state.repeat_pool_used", 248), P("state.repeat_pool_unused", 256),
};
static const struct kg_cmember m_SemLockObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("handle", 32), V("last_tid", 40, 8),
	V("count", 48, 4), V("maxvalue", 52, 4), V("kind", 56, 4), P("name", 64),
};
static const struct kg_cmember m_StgInfo[] = {
	V("initialized", 0, 4), V("size", 8, 8), V("align", 16, 8), V("length", 24, 8), V("ffi_type_pointer", 32, 24),
	V("ffi_type_pointer.size", 32, 8), V("ffi_type_pointer.alignment", 40, 2), V("ffi_type_pointer.type", 42, 2),
	P("ffi_type_pointer.elements", 48), P("proto", 56), P("setfunc", 64), P("getfunc", 72), P("paramfunc", 80),
	P("argtypes", 88), P("converters", 96), P("restype", 104), P("checker", 112), P("pointer_type", 120),
	P("module", 128), V("flags", 136, 4), V("mutex", 140, 1), V("mutex._bits", 140, 1), V("dict_final", 141, 1),
	P("format", 144), V("ndim", 152, 4), P("shape", 160),
};
static const struct kg_cmember m_StrongCacheNode[] = {
	P("next", 0), P("prev", 8), P("key", 16), P("zone", 24),
};
static const struct kg_cmember m_StructParamObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ptr", 32), P("keep", 40),
};
static const struct kg_cmember m_TaskObj[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("task_loop", 32), P("task_callback0", 40),
	P("task_context0", 48), P("task_callbacks", 56), P("task_exception", 64), P("task_exception_tb", 72),
	P("task_result", 80), P("task_source_tb", 88), P("task_cancel_msg", 96), P("task_cancelled_exc", 104),
	P("task_awaited_by", 112), V("task_state", 120, 4), V("task_is_task", 124, 1),
	{"task_log_tb", 124, 4, 0, 16, 1, 0}, {"task_blocking", 124, 4, 0, 17, 1, 0},
	{"task_must_cancel", 124, 4, 0, 18, 1, 0}, {"task_log_destroy_pending", 124, 4, 0, 19, 1, 0},
	V("task_awaited_by_is_set", 125, 1), V("task_num_cancels_requested", 128, 4), P("task_fut_waiter", 136),
	P("task_coro", 144), P("task_name", 152), P("task_context", 160), V("task_node", 168, 16),
	P("task_node.next", 168), P("task_node.prev", 176), V("task_tid", 184, 8),
};
static const struct kg_cmember m_TaskStepMethWrapper[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("sw_task", 32), P("sw_arg", 40),
};
static const struct kg_cmember m_TemplateObject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), V("chunks", 40, 8), P("literal", 48),
	A("items", 56, 0, 16, 0),
};
static const struct kg_cmember m_TreeBuilderObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("root", 32), P("this", 40), P("last", 48),
	P("last_for_tail", 56), P("data", 64), P("stack", 72), V("index", 80, 8), P("element_factory", 88),
	P("comment_factory", 96), P("pi_factory", 104), P("events_append", 112), P("start_event_obj", 120),
	P("end_event_obj", 128), P("start_ns_event_obj", 136), P("end_ns_event_obj", 144), P("comment_event_obj", 152),
	P("pi_event_obj", 160), V("insert_comments", 168, 1), V("insert_pis", 169, 1), P("state", 176),
};
static const struct kg_cmember m_UnpicklerMemoProxyObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("unpickler", 32),
};
static const struct kg_cmember m_UnpicklerObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("stack", 32), P("memo", 40),
	V("memo_size", 48, 8), V("memo_len", 56, 8), P("persistent_load", 64), P("persistent_load_attr", 72),
	V("buffer", 80, 80), P("buffer.buf", 80), P("buffer.obj", 88), V("buffer.len", 96, 8),
	V("buffer.itemsize", 104, 8), V("buffer.readonly", 112, 4), V("buffer.ndim", 116, 4), P("buffer.format", 120),
	P("buffer.shape", 128), P("buffer.strides", 136), P("buffer.suboffsets", 144), P("buffer.internal", 152),
	P("input_buffer", 160), P("input_line", 168), V("input_len", 176, 8), V("next_read_idx", 184, 8),
	V("prefetched_idx", 192, 8), V("frame_end", 200, 8), V("saved_input_len", 208, 8), P("read", 216),
	P("readinto", 224), P("readline", 232), P("peek", 240), P("buffers", 248), P("encoding", 256), P("errors", 264),
	P("marks", 272), V("num_marks", 280, 8), V("marks_size", 288, 8), V("proto", 296, 4), V("fix_imports", 300, 4),
	V("running", 304, 4),
};
static const struct kg_cmember m_WarningsState[] = {
	P("filters", 0), P("once_registry", 8), P("default_action", 16), V("lock", 24, 24), V("lock.mutex", 24, 1),
	V("lock.mutex._bits", 24, 1), V("lock.thread", 32, 8), V("lock.level", 40, 8), V("filters_version", 48, 8),
	P("context", 56),
};
static const struct kg_cmember m_WriterObj[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("write", 32), P("dialect", 40), P("rec", 48),
	V("rec_size", 56, 8), V("rec_len", 64, 8), V("num_fields", 72, 4), P("error_obj", 80),
};
static const struct kg_cmember m_XMLParserObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("parser", 32), P("target", 40), P("entity", 48),
	P("names", 56), P("handle_start_ns", 64), P("handle_end_ns", 72), P("handle_start", 80), P("handle_data", 88),
	P("handle_end", 96), P("handle_comment", 104), P("handle_pi", 112), P("handle_doctype", 120),
	P("handle_close", 128), P("state", 136), P("elementtree_module", 144),
};
static const struct kg_cmember m_ZlibDecompressor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("zst", 32, 112), P("zst.next_in", 32),
	V("zst.avail_in", 40, 4), V("zst.total_in", 48, 8), P("zst.next_out", 56), V("zst.avail_out", 64, 4),
	V("zst.total_out", 72, 8), P("zst.msg", 80), P("zst.state", 88), P("zst.zalloc", 96), P("zst.zfree", 104),
	P("zst.opaque", 112), V("zst.data_type", 120, 4), V("zst.adler", 128, 8), V("zst.reserved", 136, 8),
	P("zdict", 144), P("lock", 152), P("unused_data", 160), P("input_buffer", 168), V("input_buffer_size", 176, 8),
	V("avail_in_real", 184, 8), V("is_initialised", 192, 1), V("eof", 193, 1), V("needs_input", 194, 1),
};
static const struct kg_cmember m_ZstdCompressor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("cctx", 32), P("dict", 40),
	V("last_mode", 48, 4), V("use_multithread", 52, 4), V("compression_level", 56, 4), V("lock", 60, 1),
	V("lock._bits", 60, 1),
};
static const struct kg_cmember m_ZstdDecompressor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dctx", 32), P("dict", 40),
	P("input_buffer", 48), V("input_buffer_size", 56, 8), V("in_begin", 64, 8), V("in_end", 72, 8),
	P("unused_data", 80), V("needs_input", 88, 1), V("eof", 89, 1), V("lock", 90, 1), V("lock._bits", 90, 1),
};
static const struct kg_cmember m__InternalNameMapperState[] = {
	P("set", 0), V("error", 8, 4),
};
static const struct kg_cmember m__ODictNode[] = {
	P("key", 0), V("hash", 8, 8), P("next", 16), P("prev", 24),
};
static const struct kg_cmember m__PyAsyncGenWrappedValue[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("agw_val", 32),
};
static const struct kg_cmember m__PyCStackRef[] = {
	V("ref", 0, 8), V("ref.bits", 0, 8), P("next", 8),
};
static const struct kg_cmember m__PyCoCached[] = {
	P("_co_code", 0), P("_co_varnames", 8), P("_co_cellvars", 16), P("_co_freevars", 24),
};
static const struct kg_cmember m__PyDateTime_BaseTZInfo[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("hashcode", 32, 8), V("hastzinfo", 40, 1),
};
static const struct kg_cmember m__PyDictViewObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dv_dict", 32),
};
static const struct kg_cmember m__PyErr_StackItem[] = {
	P("exc_value", 0), P("previous_item", 8),
};
static const struct kg_cmember m__PyIO_State[] = {
	V("initialized", 0, 4), P("unsupported_operation", 8), P("PyIOBase_Type", 16),
	P("PyIncrementalNewlineDecoder_Type", 24), P("PyRawIOBase_Type", 32), P("PyBufferedIOBase_Type", 40),
	P("PyBufferedRWPair_Type", 48), P("PyBufferedRandom_Type", 56), P("PyBufferedReader_Type", 64),
	P("PyBufferedWriter_Type", 72), P("PyBytesIOBuffer_Type", 80), P("PyBytesIO_Type", 88), P("PyFileIO_Type", 96),
	P("PyStringIO_Type", 104), P("PyTextIOBase_Type", 112), P("PyTextIOWrapper_Type", 120),
};
static const struct kg_cmember m__PyInstructionSequence[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("s_instrs", 32), V("s_allocated", 40, 4),
	V("s_used", 44, 4), V("s_next_free_label", 48, 4), P("s_labelmap", 56), V("s_labelmap_size", 64, 4),
	P("s_nested", 72), P("s_annotations_code", 80),
};
static const struct kg_cmember m__PyInterpreterFrame[] = {
	V("f_executable", 0, 8), V("f_executable.bits", 0, 8), P("previous", 8), V("f_funcobj", 16, 8),
	V("f_funcobj.bits", 16, 8), P("f_globals", 24), P("f_builtins", 32), P("f_locals", 40), P("frame_obj", 48),
	P("instr_ptr", 56), P("stackpointer", 64), V("tlbc_index", 72, 4), V("return_offset", 76, 2), V("owner", 78, 1),
	V("visited", 79, 1), A("localsplus", 80, 8, 8, 0),
};
static const struct kg_cmember m__PyListIterObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
};
static const struct kg_cmember m__PyManagedBufferObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("flags", 32, 4), V("exports", 40, 8),
	V("master", 48, 80), P("master.buf", 48), P("master.obj", 56), V("master.len", 64, 8),
	V("master.itemsize", 72, 8), V("master.readonly", 80, 4), V("master.ndim", 84, 4), P("master.format", 88),
	P("master.shape", 96), P("master.strides", 104), P("master.suboffsets", 112), P("master.internal", 120),
};
static const struct kg_cmember m__PyNamespaceObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ns_dict", 32),
};
static const struct kg_cmember m__PyObjectStackChunk[] = {
	P("prev", 0), V("n", 8, 8), A("objs", 16, 2032, 8, 1),
};
static const struct kg_cmember m__PyRuntimeState[] = {
	V("debug_offsets", 0, 760), V("_initialized", 760, 4), V("preinitializing", 764, 4),
	V("preinitialized", 768, 4), V("core_initialized", 772, 4), V("initialized", 776, 4), P("_finalizing", 784),
	V("_finalizing_id", 792, 8), V("interpreters", 800, 32), V("interpreters.mutex", 800, 1),
	V("interpreters.mutex._bits", 800, 1), P("interpreters.head", 808), P("interpreters.main", 816),
	V("interpreters.next_id", 824, 8), V("main_thread", 832, 8), P("main_tstate", 840), V("xi", 848, 24),
	V("xi.data_lookup", 848, 24), V("xi.data_lookup.registry", 848, 24),
	V("xi.data_lookup.registry.global", 848, 4), V("xi.data_lookup.registry.initialized", 852, 4),
	V("xi.data_lookup.registry.mutex", 856, 1), V("xi.data_lookup.registry.mutex._bits", 856, 1),
	P("xi.data_lookup.registry.head", 864), V("allocators", 872, 304), V("allocators.mutex", 872, 1),
	V("allocators.mutex._bits", 872, 1), V("allocators.standard", 880, 120), V("allocators.standard.raw", 880, 40),
	P("allocators.standard.raw.ctx", 880), P("allocators.standard.raw.malloc", 888),
	P("allocators.standard.raw.calloc", 896), P("allocators.standard.raw.realloc", 904),
	P("allocators.standard.raw.free", 912), V("allocators.standard.mem", 920, 40),
	P("allocators.standard.mem.ctx", 920), P("allocators.standard.mem.malloc", 928),
	P("allocators.standard.mem.calloc", 936), P("allocators.standard.mem.realloc", 944),
	P("allocators.standard.mem.free", 952), V("allocators.standard.obj", 960, 40),
	P("allocators.standard.obj.ctx", 960), P("allocators.standard.obj.malloc", 968),
	P("allocators.standard.obj.calloc", 976), P("allocators.standard.obj.realloc", 984),
	P("allocators.standard.obj.free", 992), V("allocators.debug", 1000, 144), V("allocators.debug.raw", 1000, 48),
	V("allocators.debug.raw.api_id", 1000, 1), V("allocators.debug.raw.alloc", 1008, 40),
	P("allocators.debug.raw.alloc.ctx", 1008), P("allocators.debug.raw.alloc.malloc", 1016),
	P("allocators.debug.raw.alloc.calloc", 1024), P("allocators.debug.raw.alloc.realloc", 1032),
	P("allocators.debug.raw.alloc.free", 1040), V("allocators.debug.mem", 1048, 48),
	V("allocators.debug.mem.api_id", 1048, 1), V("allocators.debug.mem.alloc", 1056, 40),
	P("allocators.debug.mem.alloc.ctx", 1056), P("allocators.debug.mem.alloc.malloc", 1064),
	P("allocators.debug.mem.alloc.calloc", 1072), P("allocators.debug.mem.alloc.realloc", 1080),
	P("allocators.debug.mem.alloc.free", 1088), V("allocators.debug.obj", 1096, 48),
	V("allocators.debug.obj.api_id", 1096, 1), V("allocators.debug.obj.alloc", 1104, 40),
	P("allocators.debug.obj.alloc.ctx", 1104), P("allocators.debug.obj.alloc.malloc", 1112),
	P("allocators.debug.obj.alloc.calloc", 1120), P("allocators.debug.obj.alloc.realloc", 1128),
	P("allocators.debug.obj.alloc.free", 1136), V("allocators.is_debug_enabled", 1144, 4),
	V("allocators.obj_arena", 1152, 24), P("allocators.obj_arena.ctx", 1152), P("allocators.obj_arena.alloc", 1160),
	P("allocators.obj_arena.free", 1168), V("obmalloc", 1176, 16), V("obmalloc.dump_debug_stats", 1176, 4),
	V("obmalloc.interpreter_leaks", 1184, 8), V("pyhash_state", 1192, 24),
	V("pyhash_state.urandom_cache", 1192, 24), V("pyhash_state.urandom_cache.fd", 1192, 4),
	V("pyhash_state.urandom_cache.st_dev", 1200, 8), V("pyhash_state.urandom_cache.st_ino", 1208, 8),
	V("threads", 1216, 40), V("threads.initialized", 1216, 4), V("threads._condattr_monotonic", 1224, 16),
	P("threads._condattr_monotonic.ptr", 1224), V("threads._condattr_monotonic.val", 1232, 4),
	A("threads._condattr_monotonic.val.__size", 1232, 4, 1, 0),
	V("threads._condattr_monotonic.val.__align", 1232, 4), V("threads.handles", 1240, 16),
	P("threads.handles.next", 1240), P("threads.handles.prev", 1248), V("signals", 1256, 1080),
	A("signals.handlers", 1256, 1040, 16, 0), V("signals.wakeup", 2296, 8), V("signals.wakeup.fd", 2296, 4),
	V("signals.wakeup.warn_on_full_buffer", 2300, 4), V("signals.is_tripped", 2304, 4),
	P("signals.default_handler", 2312), P("signals.ignore_handler", 2320),
	V("signals.unhandled_keyboard_interrupt", 2328, 4), V("autoTSSkey", 2336, 8),
	V("autoTSSkey._is_initialized", 2336, 4), V("autoTSSkey._key", 2340, 4), V("trashTSSkey", 2344, 8),
	V("trashTSSkey._is_initialized", 2344, 4), V("trashTSSkey._key", 2348, 4), V("orig_argv", 2352, 16),
	V("orig_argv.length", 2352, 8), P("orig_argv.items", 2360), V("parser", 2368, 64),
	V("parser._not_used", 2368, 4), V("parser.dummy_name", 2376, 56), V("parser.dummy_name.kind", 2376, 4),
	V("parser.dummy_name.v", 2384, 32), V("parser.dummy_name.v.BoolOp", 2384, 16),
	V("parser.dummy_name.v.BoolOp.op", 2384, 4), V("parser.dummy_name.v.NamedExpr", 2384, 16),
	P("parser.dummy_name.v.NamedExpr.target", 2384), V("parser.dummy_name.v.BinOp", 2384, 24),
	P("parser.dummy_name.v.BinOp.left", 2384), V("parser.dummy_name.v.UnaryOp", 2384, 16),
	V("parser.dummy_name.v.UnaryOp.op", 2384, 4), V("parser.dummy_name.v.Lambda", 2384, 16),
	P("parser.dummy_name.v.Lambda.args", 2384), V("parser.dummy_name.v.IfExp", 2384, 24),
	P("parser.dummy_name.v.IfExp.test", 2384), V("parser.dummy_name.v.Dict", 2384, 16),
	P("parser.dummy_name.v.Dict.keys", 2384), V("parser.dummy_name.v.Set", 2384, 8),
	P("parser.dummy_name.v.Set.elts", 2384), V("parser.dummy_name.v.ListComp", 2384, 16),
	P("parser.dummy_name.v.ListComp.elt", 2384), V("parser.dummy_name.v.SetComp", 2384, 16),
	P("parser.dummy_name.v.SetComp.elt", 2384), V("parser.dummy_name.v.DictComp", 2384, 24),
	P("parser.dummy_name.v.DictComp.key", 2384), V("parser.dummy_name.v.GeneratorExp", 2384, 16),
	P("parser.dummy_name.v.GeneratorExp.elt", 2384), V("parser.dummy_name.v.Await", 2384, 8),
	P("parser.dummy_name.v.Await.value", 2384), V("parser.dummy_name.v.Yield", 2384, 8),
	P("parser.dummy_name.v.Yield.value", 2384), V("parser.dummy_name.v.YieldFrom", 2384, 8),
	P("parser.dummy_name.v.YieldFrom.value", 2384), V("parser.dummy_name.v.Compare", 2384, 24),
	P("parser.dummy_name.v.Compare.left", 2384), V("parser.dummy_name.v.Call", 2384, 24),
	P("parser.dummy_name.v.Call.func", 2384), V("parser.dummy_name.v.FormattedValue", 2384, 24),
	P("parser.dummy_name.v.FormattedValue.value", 2384), V("parser.dummy_name.v.Interpolation", 2384, 32),
	P("parser.dummy_name.v.Interpolation.value", 2384), V("parser.dummy_name.v.JoinedStr", 2384, 8),
	P("parser.dummy_name.v.JoinedStr.values", 2384), V("parser.dummy_name.v.TemplateStr", 2384, 8),
	P("parser.dummy_name.v.TemplateStr.values", 2384), V("parser.dummy_name.v.Constant", 2384, 16),
	P("parser.dummy_name.v.Constant.value", 2384), V("parser.dummy_name.v.Attribute", 2384, 24),
	P("parser.dummy_name.v.Attribute.value", 2384), V("parser.dummy_name.v.Subscript", 2384, 24),
	P("parser.dummy_name.v.Subscript.value", 2384), V("parser.dummy_name.v.Starred", 2384, 16),
	P("parser.dummy_name.v.Starred.value", 2384), V("parser.dummy_name.v.Name", 2384, 16),
	P("parser.dummy_name.v.Name.id", 2384), V("parser.dummy_name.v.List", 2384, 16),
	P("parser.dummy_name.v.List.elts", 2384), V("parser.dummy_name.v.Tuple", 2384, 16),
	P("parser.dummy_name.v.Tuple.elts", 2384), V("parser.dummy_name.v.Slice", 2384, 24),
	P("parser.dummy_name.v.Slice.lower", 2384), P("parser.dummy_name.v.BoolOp.values", 2392),
	P("parser.dummy_name.v.NamedExpr.value", 2392), V("parser.dummy_name.v.BinOp.op", 2392, 4),
	P("parser.dummy_name.v.UnaryOp.operand", 2392), P("parser.dummy_name.v.Lambda.body", 2392),
	P("parser.dummy_name.v.IfExp.body", 2392), P("parser.dummy_name.v.Dict.values", 2392),
	P("parser.dummy_name.v.ListComp.generators", 2392), P("parser.dummy_name.v.SetComp.generators", 2392),
	P("parser.dummy_name.v.DictComp.value", 2392), P("parser.dummy_name.v.GeneratorExp.generators", 2392),
	P("parser.dummy_name.v.Compare.ops", 2392), P("parser.dummy_name.v.Call.args", 2392),
	V("parser.dummy_name.v.FormattedValue.conversion", 2392, 4), P("parser.dummy_name.v.Interpolation.str", 2392),
	P("parser.dummy_name.v.Constant.kind", 2392), P("parser.dummy_name.v.Attribute.attr", 2392),
	P("parser.dummy_name.v.Subscript.slice", 2392), V("parser.dummy_name.v.Starred.ctx", 2392, 4),
	V("parser.dummy_name.v.Name.ctx", 2392, 4), V("parser.dummy_name.v.List.ctx", 2392, 4),
	V("parser.dummy_name.v.Tuple.ctx", 2392, 4), P("parser.dummy_name.v.Slice.upper", 2392),
	P("parser.dummy_name.v.BinOp.right", 2400), P("parser.dummy_name.v.IfExp.orelse", 2400),
	P("parser.dummy_name.v.DictComp.generators", 2400), P("parser.dummy_name.v.Compare.comparators", 2400),
	P("parser.dummy_name.v.Call.keywords", 2400), P("parser.dummy_name.v.FormattedValue.format_spec", 2400),
	V("parser.dummy_name.v.Interpolation.conversion", 2400, 4), V("parser.dummy_name.v.Attribute.ctx", 2400, 4),
	V("parser.dummy_name.v.Subscript.ctx", 2400, 4), P("parser.dummy_name.v.Slice.step", 2400),
	P("parser.dummy_name.v.Interpolation.format_spec", 2408), V("parser.dummy_name.lineno", 2416, 4),
	V("parser.dummy_name.col_offset", 2420, 4), V("parser.dummy_name.end_lineno", 2424, 4),
	V("parser.dummy_name.end_col_offset", 2428, 4), V("atexit", 2432, 272), V("atexit.mutex", 2432, 1),
	V("atexit.mutex._bits", 2432, 1), A("atexit.callbacks", 2440, 256, 8, 1), V("atexit.ncallbacks", 2696, 4),
	V("imports", 2704, 40), P("imports.inittab", 2704), V("imports.last_module_index", 2712, 8),
	V("imports.extensions", 2720, 16), V("imports.extensions.mutex", 2720, 1),
	V("imports.extensions.mutex._bits", 2720, 1), P("imports.extensions.hashtable", 2728),
	P("imports.pkgcontext", 2736), V("ceval", 2744, 7344), V("gilstate", 10088, 16),
	V("gilstate.check_enabled", 10088, 4), P("gilstate.autoInterpreterState", 10096), V("getargs", 10104, 8),
	P("getargs.static_parsers", 10104), V("fileutils", 10112, 4), V("fileutils.force_ascii", 10112, 4),
	V("faulthandler", 10120, 176), V("faulthandler.fatal_error", 10120, 40),
	V("faulthandler.fatal_error.enabled", 10120, 4), P("faulthandler.fatal_error.file", 10128),
	V("faulthandler.fatal_error.fd", 10136, 4), V("faulthandler.fatal_error.all_threads", 10140, 4),
	P("faulthandler.fatal_error.interp", 10144), V("faulthandler.fatal_error.c_stack", 10152, 4),
	V("faulthandler.thread", 10160, 80), P("faulthandler.thread.file", 10160),
	V("faulthandler.thread.fd", 10168, 4), V("faulthandler.thread.timeout_us", 10176, 8),
	V("faulthandler.thread.repeat", 10184, 4), P("faulthandler.thread.interp", 10192),
	V("faulthandler.thread.exit", 10200, 4), P("faulthandler.thread.header", 10208),
	V("faulthandler.thread.header_len", 10216, 8), P("faulthandler.thread.cancel_event", 10224),
	P("faulthandler.thread.running", 10232), P("faulthandler.user_signals", 10240),
	V("faulthandler.stack", 10248, 24), P("faulthandler.stack.ss_sp", 10248),
	V("faulthandler.stack.ss_flags", 10256, 4), V("faulthandler.stack.ss_size", 10264, 8),
	V("faulthandler.old_stack", 10272, 24), P("faulthandler.old_stack.ss_sp", 10272),
	V("faulthandler.old_stack.ss_flags", 10280, 4), V("faulthandler.old_stack.ss_size", 10288, 8),
	V("tracemalloc", 10296, 232), V("tracemalloc.config", 10296, 12), V("tracemalloc.config.initialized", 10296, 4),
	V("tracemalloc.config.tracing", 10300, 4), V("tracemalloc.config.max_nframe", 10304, 4),
	V("tracemalloc.allocators", 10312, 120), V("tracemalloc.allocators.mem", 10312, 40),
	P("tracemalloc.allocators.mem.ctx", 10312), P("tracemalloc.allocators.mem.malloc", 10320),
	P("tracemalloc.allocators.mem.calloc", 10328), P("tracemalloc.allocators.mem.realloc", 10336),
	P("tracemalloc.allocators.mem.free", 10344), V("tracemalloc.allocators.raw", 10352, 40),
	P("tracemalloc.allocators.raw.ctx", 10352), P("tracemalloc.allocators.raw.malloc", 10360),
	P("tracemalloc.allocators.raw.calloc", 10368), P("tracemalloc.allocators.raw.realloc", 10376),
	P("tracemalloc.allocators.raw.free", 10384), V("tracemalloc.allocators.obj", 10392, 40),
	P("tracemalloc.allocators.obj.ctx", 10392), P("tracemalloc.allocators.obj.malloc", 10400),
	P("tracemalloc.allocators.obj.calloc", 10408), P("tracemalloc.allocators.obj.realloc", 10416),
	P("tracemalloc.allocators.obj.free", 10424), V("tracemalloc.tables_lock", 10432, 1),
	V("tracemalloc.tables_lock._bits", 10432, 1), V("tracemalloc.traced_memory", 10440, 8),
	V("tracemalloc.peak_traced_memory", 10448, 8), P("tracemalloc.filenames", 10456),
	P("tracemalloc.traceback", 10464), P("tracemalloc.tracebacks", 10472), P("tracemalloc.traces", 10480),
	P("tracemalloc.domains", 10488), V("tracemalloc.empty_traceback", 10496, 24),
	V("tracemalloc.empty_traceback.hash", 10496, 8), V("tracemalloc.empty_traceback.nframe", 10504, 2),
	V("tracemalloc.empty_traceback.total_nframe", 10506, 2),
	A("tracemalloc.empty_traceback.frames", 10508, 12, 12, 0), V("tracemalloc.reentrant_key", 10520, 8),
	V("tracemalloc.reentrant_key._is_initialized", 10520, 4), V("tracemalloc.reentrant_key._key", 10524, 4),
	V("ref_tracer", 10528, 16), P("ref_tracer.tracer_func", 10528), P("ref_tracer.tracer_data", 10536),
	V("stoptheworld_mutex", 10544, 8), V("stoptheworld_mutex.bits", 10544, 8), V("stoptheworld", 10552, 24),
	V("stoptheworld.mutex", 10552, 1), V("stoptheworld.mutex._bits", 10552, 1),
	V("stoptheworld.requested", 10553, 1), V("stoptheworld.world_stopped", 10554, 1),
	V("stoptheworld.is_global", 10555, 1), V("stoptheworld.stop_event", 10556, 1),
	V("stoptheworld.stop_event.v", 10556, 1), V("stoptheworld.thread_countdown", 10560, 8),
	P("stoptheworld.requester", 10568), V("preconfig", 10576, 40), P("open_code_hook", 10616),
	P("open_code_userdata", 10624), V("audit_hooks", 10632, 16), V("audit_hooks.mutex", 10632, 1),
	V("audit_hooks.mutex._bits", 10632, 1), P("audit_hooks.head", 10640), V("object_state", 10648, 4),
	V("object_state._not_used", 10648, 4), V("float_state", 10652, 8), V("float_state.float_format", 10652, 4),
	V("float_state.double_format", 10656, 4), V("unicode_state", 10664, 16), V("unicode_state.ids", 10664, 16),
	V("unicode_state.ids.mutex", 10664, 1), V("unicode_state.ids.mutex._bits", 10664, 1),
	V("unicode_state.ids.next_index", 10672, 8), V("types", 10680, 3368), V("time", 14048, 1),
	V("time._unused", 14048, 1), V("cached_objects", 14056, 8), P("cached_objects.interned_strings", 14056),
	V("static_objects", 14064, 101584), V("_main_interpreter", 115648, 249976),
};
static const struct kg_cmember m__PySSLPasswordInfo[] = {
	P("thread_state", 0), P("callable", 8), P("password", 16), V("size", 24, 4), V("error", 28, 4),
};
static const struct kg_cmember m__PyStackChunk[] = {
	P("previous", 0), V("size", 8, 8), V("top", 16, 8), A("data", 24, 8, 8, 1),
};
static const struct kg_cmember m__PyThreadStateImpl[] = {
	V("base", 0, 832), V("refcount", 832, 8), V("c_stack_top", 840, 8), V("c_stack_soft_limit", 848, 8),
	V("c_stack_hard_limit", 856, 8), P("asyncio_running_loop", 864), P("asyncio_running_task", 872),
	V("asyncio_tasks_head", 880, 16), P("asyncio_tasks_head.next", 880), P("asyncio_tasks_head.prev", 888),
	P("qsbr", 896), V("mem_free_queue", 904, 16), P("mem_free_queue.next", 904), P("mem_free_queue.prev", 912),
	P("c_stack_refs", 920), V("gc", 928, 8), V("gc.alloc_count", 928, 8), V("mimalloc", 936, 17504),
	P("mimalloc.current_object_heap", 936), A("mimalloc.heaps", 944, 12352, 3088, 0),
	V("mimalloc.tld", 13296, 5120), V("mimalloc.initialized", 18416, 4), V("mimalloc.page_list", 18424, 16),
	P("mimalloc.page_list.next", 18424), P("mimalloc.page_list.prev", 18432), V("freelists", 18440, 624),
	V("brc", 19064, 40), V("brc.bucket_node", 19064, 16), P("brc.bucket_node.next", 19064),
	P("brc.bucket_node.prev", 19072), V("brc.tid", 19080, 8), V("brc.objects_to_merge", 19088, 8),
	P("brc.objects_to_merge.head", 19088), V("brc.local_objects_to_merge", 19096, 8),
	P("brc.local_objects_to_merge.head", 19096), V("refcounts", 19104, 24), P("refcounts.values", 19104),
	V("refcounts.size", 19112, 8), V("refcounts.is_finalized", 19120, 4), V("tlbc_index", 19128, 4),
	V("suppress_co_const_immortalization", 19132, 4), V("c_stack_init_base", 19136, 8),
	V("c_stack_init_top", 19144, 8), A("__padding", 19152, 64, 1, 0),
};
static const struct kg_cmember m__PyTraceMalloc_Config[] = {
	V("initialized", 0, 4), V("tracing", 4, 4), V("max_nframe", 8, 4),
};
static const struct kg_cmember m__PyTupleIterObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
};
static const struct kg_cmember m__PyUnicodeWriter[] = {
	P("buffer", 0), P("data", 8), V("kind", 16, 4), V("maxchar", 20, 4), V("size", 24, 8), V("pos", 32, 8),
	V("min_length", 40, 8), V("min_char", 48, 4), V("overallocate", 52, 1), V("readonly", 53, 1),
};
static const struct kg_cmember m__Py_AuditHookEntry[] = {
	P("next", 0), P("hookCFunction", 8), P("userData", 16),
};
static const struct kg_cmember m__Py_exc_state[] = {
	P("errnomap", 0), P("memerrors_freelist", 8), V("memerrors_numfree", 16, 4), V("memerrors_lock", 20, 1),
	V("memerrors_lock._bits", 20, 1), P("PyExc_ExceptionGroup", 24),
};
static const struct kg_cmember m__Py_hashtable_entry_t[] = {
	V("_Py_slist_item", 0, 8), P("_Py_slist_item.next", 0), V("key_hash", 8, 8), P("key", 16), P("value", 24),
};
static const struct kg_cmember m__Py_hashtable_t[] = {
	V("nentries", 0, 8), V("nbuckets", 8, 8), P("buckets", 16), P("get_entry_func", 24), P("hash_func", 32),
	P("compare_func", 40), P("key_destroy_func", 48), P("value_destroy_func", 56), V("alloc", 64, 16),
	P("alloc.malloc", 64), P("alloc.free", 72),
};
static const struct kg_cmember m__Py_unicode_fs_codec[] = {
	P("encoding", 0), V("utf8", 8, 4), P("errors", 16), V("error_handler", 24, 4),
};
static const struct kg_cmember m__Py_unicode_ids[] = {
	V("size", 0, 8), P("array", 8),
};
static const struct kg_cmember m__Py_unicode_state[] = {
	V("fs_codec", 0, 32), P("fs_codec.encoding", 0), V("fs_codec.utf8", 8, 4), P("fs_codec.errors", 16),
	V("fs_codec.error_handler", 24, 4), P("ucnhash_capi", 32), V("ids", 40, 16), V("ids.size", 40, 8),
	P("ids.array", 48),
};
static const struct kg_cmember m__Row[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("data", 32), P("description", 40),
};
static const struct kg_cmember m__abc_data[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("_abc_registry", 32), P("_abc_cache", 40),
	P("_abc_negative_cache", 48), V("_abc_negative_cache_version", 56, 8),
};
static const struct kg_cmember m__abcmodule_state[] = {
	P("_abc_data_type", 0), V("abc_invalidation_counter", 8, 8),
};
static const struct kg_cmember m__bz2_state[] = {
	P("bz2_compressor_type", 0), P("bz2_decompressor_type", 8),
};
static const struct kg_cmember m__callback_context[] = {
	P("callable", 0), P("module", 8), P("state", 16), V("refcount", 24, 8),
};
static const struct kg_cmember m__csvstate[] = {
	P("error_obj", 0), P("dialects", 8), P("dialect_type", 16), P("reader_type", 24), P("writer_type", 32),
	V("field_limit", 40, 8), P("str_write", 48),
};
static const struct kg_cmember m__curses_panel_state[] = {
	P("PyCursesError", 0), P("PyCursesPanel_Type", 8),
};
static const struct kg_cmember m__dictkeysobject[] = {
	V("dk_refcnt", 0, 8), V("dk_log2_size", 8, 1), V("dk_log2_index_bytes", 9, 1), V("dk_kind", 10, 1),
	V("dk_mutex", 11, 1), V("dk_mutex._bits", 11, 1), V("dk_version", 12, 4), V("dk_usable", 16, 8),
	V("dk_nentries", 24, 8), A("dk_indices", 32, 0, 1, 0),
};
static const struct kg_cmember m__dictvalues[] = {
	V("capacity", 0, 1), V("size", 1, 1), V("embedded", 2, 1), V("valid", 3, 1), A("values", 8, 8, 8, 1),
};
static const struct kg_cmember m__formatdef[] = {
	V("format", 0, 1), V("size", 8, 8), V("alignment", 16, 8), P("unpack", 24), P("pack", 32),
};
static const struct kg_cmember m__functools_state[] = {
	P("kwd_mark", 0), P("placeholder_type", 8), P("placeholder", 16), P("partial_type", 24),
	P("keyobject_type", 32), P("lru_list_elem_type", 40),
};
static const struct kg_cmember m__gc_runtime_state[] = {
	P("trash_delete_later", 0), V("trash_delete_nesting", 8, 4), V("enabled", 12, 4), V("debug", 16, 4),
	V("young", 24, 24), V("young.head", 24, 16), V("young.head._gc_next", 24, 8), V("young.head._gc_prev", 32, 8),
	V("young.threshold", 40, 4), V("young.count", 44, 4), A("old", 48, 48, 24, 0),
	V("permanent_generation", 96, 24), V("permanent_generation.head", 96, 16),
	V("permanent_generation.head._gc_next", 96, 8), V("permanent_generation.head._gc_prev", 104, 8),
	V("permanent_generation.threshold", 112, 4), V("permanent_generation.count", 116, 4),
	A("generation_stats", 120, 72, 24, 0), V("collecting", 192, 4), P("garbage", 200), P("callbacks", 208),
	V("heap_size", 216, 8), V("dummy1", 224, 8), V("dummy2", 232, 4), V("dummy3", 236, 4),
	V("long_lived_total", 240, 8), V("long_lived_pending", 248, 8), V("freeze_active", 256, 4),
	V("last_mem", 264, 8), V("deferred_count", 272, 8), V("mutex", 280, 1), V("mutex._bits", 280, 1),
};
static const struct kg_cmember m__grouperobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("parent", 32), P("tgtkey", 40),
};
static const struct kg_cmember m__hashlibstate[] = {
	P("EVPtype", 0), P("HMACtype", 8), P("EVPXOFtype", 16), P("constructs", 24),
	P("unsupported_digestmod_error", 32), P("hashtable", 40),
};
static const struct kg_cmember m__internal_name_mapper_state[] = {
	P("set", 0), V("error", 8, 4),
};
static const struct kg_cmember m__list_of_panels[] = {
	P("po", 0), P("next", 8),
};
static const struct kg_cmember m__locale_state[] = {
	P("Error", 0),
};
static const struct kg_cmember m__lsprof_state[] = {
	P("profiler_type", 0), P("stats_entry_type", 8), P("stats_subentry_type", 16),
};
static const struct kg_cmember m__lzma_state[] = {
	P("lzma_compressor_type", 0), P("lzma_decompressor_type", 8), P("error", 16), P("empty_tuple", 24),
};
static const struct kg_cmember m__obmalloc_state[] = {
	V("pools", 0, 512), A("pools.used", 0, 512, 8, 1), V("mgmt", 512, 584), P("mgmt.arenas", 512),
	V("mgmt.maxarenas", 520, 4), P("mgmt.unused_arena_objects", 528), P("mgmt.usable_arenas", 536),
	A("mgmt.nfp2lasta", 544, 520, 8, 1), V("mgmt.narenas_currently_allocated", 1064, 8),
	V("mgmt.ntimes_arena_allocated", 1072, 8), V("mgmt.narenas_highwater", 1080, 8),
	V("mgmt.raw_allocated_blocks", 1088, 8), V("usage", 1096, 262152), V("usage.arena_map_root", 1096, 262144),
	A("usage.arena_map_root.ptrs", 1096, 262144, 8, 1), V("usage.arena_map_mid_count", 263240, 4),
	V("usage.arena_map_bot_count", 263244, 4),
};
static const struct kg_cmember m__odictnode[] = {
	P("key", 0), V("hash", 8, 8), P("next", 16), P("prev", 24),
};
static const struct kg_cmember m__odictobject[] = {
	V("od_dict", 0, 64), V("od_dict.ob_base", 0, 32), V("od_dict.ob_base.ob_tid", 0, 8),
	V("od_dict.ob_base.ob_flags", 8, 2), V("od_dict.ob_base.ob_mutex", 10, 1),
	V("od_dict.ob_base.ob_mutex._bits", 10, 1), V("od_dict.ob_base.ob_gc_bits", 11, 1),
	V("od_dict.ob_base.ob_ref_local", 12, 4), V("od_dict.ob_base.ob_ref_shared", 16, 8),
	P("od_dict.ob_base.ob_type", 24), V("od_dict.ma_used", 32, 8), V("od_dict._ma_watcher_tag", 40, 8),
	P("od_dict.ma_keys", 48), P("od_dict.ma_values", 56), P("od_first", 64), P("od_last", 72),
	P("od_fast_nodes", 80), V("od_fast_nodes_size", 88, 8), P("od_resize_sentinel", 96), V("od_state", 104, 8),
	P("od_inst_dict", 112), P("od_weakreflist", 120),
};
static const struct kg_cmember m__operator_state[] = {
	P("itemgetter_type", 0), P("attrgetter_type", 8), P("methodcaller_type", 16),
};
static const struct kg_cmember m__posixstate[] = {
	P("billion", 0), P("DirEntryType", 8), P("ScandirIteratorType", 16), P("SchedParamType", 24),
	P("statresult_new_orig", 32), P("StatResultType", 40), P("StatVFSResultType", 48), P("TerminalSizeType", 56),
	P("TimesResultType", 64), P("UnameResultType", 72), P("WaitidResultType", 80), P("struct_rusage", 88),
	P("st_mode", 96), V("ticks_per_second", 104, 8),
};
static const struct kg_cmember m__pycontextobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ctx_prev", 32), P("ctx_vars", 40),
	P("ctx_weakreflist", 48), V("ctx_entered", 56, 4),
};
static const struct kg_cmember m__pycontexttokenobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("tok_ctx", 32), P("tok_var", 40),
	P("tok_oldval", 48), V("tok_used", 56, 4),
};
static const struct kg_cmember m__pycontextvarobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("var_name", 32), P("var_default", 40),
	V("var_hash", 48, 8),
};
static const struct kg_cmember m__randomstate[] = {
	P("Random_Type", 0), P("Long___abs__", 8),
};
static const struct kg_cmember m__selectstate[] = {
	P("close", 0), P("poll_Type", 8), P("devpoll_Type", 16), P("pyEpoll_Type", 24),
};
static const struct kg_cmember m__signal_module_state[] = {
	P("default_handler", 0), P("ignore_handler", 8), P("itimer_error", 16), P("siginfo_type", 24),
};
static const struct kg_cmember m__socket_state[] = {
	P("sock_type", 0), P("socket_herror", 8), P("socket_gaierror", 16), V("defaulttimeout", 24, 8),
};
static const struct kg_cmember m__specialization_cache[] = {
	P("getitem", 0), V("getitem_version", 8, 4), P("init", 16),
};
static const struct kg_cmember m__sremodulestate[] = {
	P("Pattern_Type", 0), P("Match_Type", 8), P("Scanner_Type", 16), P("Template_Type", 24),
	P("compile_template", 32),
};
static const struct kg_cmember m__sslmodulestate[] = {
	P("PySSLContext_Type", 0), P("PySSLSocket_Type", 8), P("PySSLMemoryBIO_Type", 16), P("PySSLSession_Type", 24),
	P("PySSLCertificate_Type", 32), P("PySSLErrorObject", 40), P("PySSLCertVerificationErrorObject", 48),
	P("PySSLZeroReturnErrorObject", 56), P("PySSLWantReadErrorObject", 64), P("PySSLWantWriteErrorObject", 72),
	P("PySSLSyscallErrorObject", 80), P("PySSLEOFErrorObject", 88), P("err_codes_to_names", 96),
	P("lib_codes_to_names", 104), P("Sock_Type", 112), P("str_library", 120), P("str_reason", 128),
	P("str_verify_code", 136), P("str_verify_message", 144), P("keylog_lock", 152),
};
static const struct kg_cmember m__structmodulestate[] = {
	P("cache", 0), P("PyStructType", 8), P("unpackiter_type", 16), P("StructError", 24),
};
static const struct kg_cmember m__symtable_entry[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("ste_id", 32), P("ste_symbols", 40),
	P("ste_name", 48), P("ste_varnames", 56), P("ste_children", 64), P("ste_directives", 72),
	P("ste_mangled_names", 80), V("ste_type", 88, 4), P("ste_scope_info", 96), V("ste_nested", 104, 4),
	{"ste_generator", 108, 4, 0, 0, 1, 0}, {"ste_coroutine", 108, 4, 0, 1, 1, 0},
	{"ste_annotations_used", 108, 4, 0, 2, 1, 0}, V("ste_comprehension", 112, 4),
	{"ste_varargs", 116, 4, 0, 0, 1, 0}, {"ste_varkeywords", 116, 4, 0, 1, 1, 0},
	{"ste_returns_value", 116, 4, 0, 2, 1, 0}, {"ste_needs_class_closure", 116, 4, 0, 3, 1, 0},
	{"ste_needs_classdict", 116, 4, 0, 4, 1, 0}, {"ste_comp_inlined", 116, 4, 0, 5, 1, 0},
	{"ste_comp_iter_target", 116, 4, 0, 6, 1, 0}, {"ste_can_see_class_scope", 116, 4, 0, 7, 1, 0},
	{"ste_has_docstring", 116, 4, 0, 8, 1, 0}, {"ste_method", 116, 4, 0, 9, 1, 0},
	{"ste_has_conditional_annotations", 116, 4, 0, 10, 1, 0}, {"ste_in_conditional_block", 116, 4, 0, 11, 1, 0},
	{"ste_in_unevaluated_annotation", 116, 4, 0, 12, 1, 0}, V("ste_comp_iter_expr", 120, 4), V("ste_loc", 124, 16),
	V("ste_loc.lineno", 124, 4), V("ste_loc.end_lineno", 128, 4), V("ste_loc.col_offset", 132, 4),
	V("ste_loc.end_col_offset", 136, 4), P("ste_annotation_block", 144), P("ste_table", 152),
};
static const struct kg_cmember m__ttinfo[] = {
	P("utcoff", 0), P("dstoff", 8), P("tzname", 16), V("utcoff_seconds", 24, 8),
};
static const struct kg_cmember m__tuplegetterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("index", 32, 8), P("doc", 40),
};
static const struct kg_cmember m__tzrule[] = {
	V("std", 0, 32), P("std.utcoff", 0), P("std.dstoff", 8), P("std.tzname", 16), V("std.utcoff_seconds", 24, 8),
	V("dst", 32, 32), P("dst.utcoff", 32), P("dst.dstoff", 40), P("dst.tzname", 48), V("dst.utcoff_seconds", 56, 8),
	V("dst_diff", 64, 4), P("start", 72), P("end", 80), V("std_only", 88, 1),
};
static const struct kg_cmember m__warnings_runtime_state[] = {
	P("filters", 0), P("once_registry", 8), P("default_action", 16), V("lock", 24, 24), V("lock.mutex", 24, 1),
	V("lock.mutex._bits", 24, 1), V("lock.thread", 32, 8), V("lock.level", 40, 8), V("filters_version", 48, 8),
	P("context", 56),
};
static const struct kg_cmember m__zstd_state[] = {
	P("ZstdDict_type", 0), P("ZstdCompressor_type", 8), P("ZstdDecompressor_type", 16), P("ZstdError", 24),
	P("CParameter_type", 32), P("DParameter_type", 40),
};
static const struct kg_cmember m_accumulateobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("total", 32), P("it", 40), P("binop", 48),
	P("initial", 56), P("state", 64),
};
static const struct kg_cmember m_anextawaitableobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("wrapped", 32), P("default_value", 40),
};
static const struct kg_cmember m_arena_object[] = {
	V("address", 0, 8), P("pool_address", 8), V("nfreepools", 16, 4), V("ntotalpools", 20, 4), P("freepools", 24),
	P("nextarena", 32), P("prevarena", 40),
};
static const struct kg_cmember m_array_state[] = {
	P("ArrayType", 0), P("ArrayIterType", 8), P("array_reconstructor", 16), P("str_read", 24), P("str_write", 32),
	P("str___dict__", 40), P("str_iter", 48),
};
static const struct kg_cmember m_arraydescr[] = {
	V("typecode", 0, 1), V("itemsize", 4, 4), P("getitem", 8), P("setitem", 16), P("compareitems", 24),
	P("formats", 32), V("is_integer_type", 40, 4), V("is_signed", 44, 4),
};
static const struct kg_cmember m_arrayiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("index", 32, 8), P("ao", 40), P("getitem", 48),
};
static const struct kg_cmember m_arrayobject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("ob_item", 40), V("allocated", 48, 8),
	P("ob_descr", 56), P("weakreflist", 64), V("ob_exports", 72, 8),
};
static const struct kg_cmember m_asyncio_state[] = {
	P("FutureIterType", 0), P("TaskStepMethWrapper_Type", 8), P("FutureType", 16), P("TaskType", 24),
	P("asyncio_mod", 32), P("context_kwname", 40), P("non_asyncio_tasks", 48), P("non_asyncio_eager_tasks", 56),
	P("iscoroutine_typecache", 64), P("asyncio_get_event_loop_policy", 72), P("asyncio_future_repr_func", 80),
	P("asyncio_CancelledError", 88), P("asyncio_InvalidStateError", 96), P("asyncio_task_get_stack_func", 104),
	P("asyncio_task_print_stack_func", 112), P("asyncio_task_repr_func", 120), P("asyncio_iscoroutine_func", 128),
	P("traceback_extract_stack", 136), V("task_name_counter", 144, 8), P("debug_offsets", 152),
};
static const struct kg_cmember m_atexit_callback[] = {
	P("func", 0), P("data", 8), P("next", 16),
};
static const struct kg_cmember m_atexit_state[] = {
	V("ll_callbacks_lock", 0, 1), V("ll_callbacks_lock._bits", 0, 1), P("ll_callbacks", 8), P("callbacks", 16),
};
static const struct kg_cmember m_attrgetterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("nattrs", 32, 8), P("attr", 40),
	P("vectorcall", 48),
};
static const struct kg_cmember m_batchedobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("it", 32), V("batch_size", 40, 8),
	V("strict", 48, 1),
};
static const struct kg_cmember m_binascii_state[] = {
	P("Error", 0), P("Incomplete", 8),
};
static const struct kg_cmember m_bisect_state[] = {
	P("str_insert", 0),
};
static const struct kg_cmember m_buffered[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("raw", 32), V("ok", 40, 4), V("detached", 44, 4),
	V("readable", 48, 4), V("writable", 52, 4), V("finalizing", 56, 1), V("fast_closed_checks", 60, 4),
	V("abs_pos", 64, 8), P("buffer", 72), V("pos", 80, 8), V("raw_pos", 88, 8), V("read_end", 96, 8),
	V("write_pos", 104, 8), V("write_end", 112, 8), P("lock", 120), V("owner", 128, 8), V("buffer_size", 136, 8),
	V("buffer_mask", 144, 8), P("dict", 152), P("weakreflist", 160),
};
static const struct kg_cmember m_bytesio[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("buf", 32), V("pos", 40, 8),
	V("string_size", 48, 8), P("dict", 56), P("weakreflist", 64), V("exports", 72, 8), V("buf_shared", 80, 4),
};
static const struct kg_cmember m_bytesiobuf[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("source", 32),
};
static const struct kg_cmember m_bytesiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
};
static const struct kg_cmember m_callable_cache[] = {
	P("isinstance", 0), P("len", 8), P("list_append", 16), P("object__getattribute__", 24),
};
static const struct kg_cmember m_callback_context[] = {
	P("callable", 0), P("module", 8), P("state", 16), V("refcount", 24, 8),
};
static const struct kg_cmember m_calliterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("it_callable", 32), P("it_sentinel", 40),
};
static const struct kg_cmember m_chainobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("source", 32), P("active", 40),
};
static const struct kg_cmember m_classmethod[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("cm_callable", 32), P("cm_dict", 40),
};
static const struct kg_cmember m_collections_state[] = {
	P("deque_type", 0), P("defdict_type", 8), P("dequeiter_type", 16), P("dequereviter_type", 24),
	P("tuplegetter_type", 32),
};
static const struct kg_cmember m_combinationsobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pool", 32), P("indices", 40), P("result", 48),
	V("r", 56, 8), V("stopped", 64, 4),
};
static const struct kg_cmember m_compobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("zst", 32, 112), P("zst.next_in", 32),
	V("zst.avail_in", 40, 4), V("zst.total_in", 48, 8), P("zst.next_out", 56), V("zst.avail_out", 64, 4),
	V("zst.total_out", 72, 8), P("zst.msg", 80), P("zst.state", 88), P("zst.zalloc", 96), P("zst.zfree", 104),
	P("zst.opaque", 112), V("zst.data_type", 120, 4), V("zst.adler", 128, 8), V("zst.reserved", 136, 8),
	P("unused_data", 144), P("unconsumed_tail", 152), V("eof", 160, 1), V("is_initialised", 161, 1),
	P("zdict", 168), P("lock", 176),
};
static const struct kg_cmember m_compressobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("data", 32), P("selectors", 40),
};
static const struct kg_cmember m_countobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("cnt", 32, 8), P("long_cnt", 40),
	P("long_step", 48),
};
static const struct kg_cmember m_ctypes_state[] = {
	P("DictRemover_Type", 0), P("PyCArg_Type", 8), P("PyCField_Type", 16), P("PyCThunk_Type", 24),
	P("StructParam_Type", 32), P("PyCType_Type", 40), P("PyCStructType_Type", 48), P("UnionType_Type", 56),
	P("PyCPointerType_Type", 64), P("PyCArrayType_Type", 72), P("PyCSimpleType_Type", 80),
	P("PyCFuncPtrType_Type", 88), P("PyCData_Type", 96), P("Struct_Type", 104), P("Union_Type", 112),
	P("PyCArray_Type", 120), P("Simple_Type", 128), P("PyCPointer_Type", 136), P("PyCFuncPtr_Type", 144),
	P("_unpickle", 152), P("array_cache", 160), P("error_object_name", 168), P("PyExc_ArgError", 176),
	P("swapped_suffix", 184),
};
static const struct kg_cmember m_cursesmodule_state[] = {
	P("error", 0), P("window_type", 8),
};
static const struct kg_cmember m_cwrobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pool", 32), P("indices", 40), P("result", 48),
	V("r", 56, 8), V("stopped", 64, 4),
};
static const struct kg_cmember m_cycleobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("it", 32), P("saved", 40), V("index", 48, 8),
};
static const struct kg_cmember m_datetime_state[] = {
	P("isocalendar_date_type", 0), P("us_per_ms", 8), P("us_per_second", 16), P("us_per_minute", 24),
	P("us_per_hour", 32), P("us_per_day", 40), P("us_per_week", 48), P("seconds_per_day", 56), P("epoch", 64),
};
static const struct kg_cmember m_decimal_state[] = {
	P("PyDecContextManager_Type", 0), P("PyDecContext_Type", 8), P("PyDecSignalDictMixin_Type", 16),
	P("PyDec_Type", 24), P("PyDecSignalDict_Type", 32), P("DecimalTuple", 40), P("DecimalException", 48),
	P("current_context_var", 56), P("default_context_template", 64), P("basic_context_template", 72),
	P("extended_context_template", 80), A("round_map", 88, 64, 8, 1), P("Rational", 152), P("PyDecimal", 160),
	P("SignalTuple", 168), P("signal_map", 176), P("cond_map", 184), P("_py_long_multiply", 192),
	P("_py_long_floor_divide", 200), P("_py_long_power", 208), P("_py_float_abs", 216),
	P("_py_long_bit_length", 224), P("_py_float_as_integer_ratio", 232),
};
static const struct kg_cmember m_defdictobject[] = {
	V("dict", 0, 64), V("dict.ob_base", 0, 32), V("dict.ob_base.ob_tid", 0, 8), V("dict.ob_base.ob_flags", 8, 2),
	V("dict.ob_base.ob_mutex", 10, 1), V("dict.ob_base.ob_mutex._bits", 10, 1), V("dict.ob_base.ob_gc_bits", 11, 1),
	V("dict.ob_base.ob_ref_local", 12, 4), V("dict.ob_base.ob_ref_shared", 16, 8), P("dict.ob_base.ob_type", 24),
	V("dict.ma_used", 32, 8), V("dict._ma_watcher_tag", 40, 8), P("dict.ma_keys", 48), P("dict.ma_values", 56),
	P("default_factory", 64),
};
static const struct kg_cmember m_dequeiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("b", 32), V("index", 40, 8), P("deque", 48),
	V("state", 56, 8), V("counter", 64, 8),
};
static const struct kg_cmember m_dequeobject[] = {
	V("ob_base", 0, 40), V("ob_base.ob_base", 0, 32), V("ob_base.ob_base.ob_tid", 0, 8),
	V("ob_base.ob_base.ob_flags", 8, 2), V("ob_base.ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_base.ob_gc_bits", 11, 1),
	V("ob_base.ob_base.ob_ref_local", 12, 4), V("ob_base.ob_base.ob_ref_shared", 16, 8),
	P("ob_base.ob_base.ob_type", 24), V("ob_base.ob_size", 32, 8), P("leftblock", 40), P("rightblock", 48),
	V("leftindex", 56, 8), V("rightindex", 64, 8), V("state", 72, 8), V("maxlen", 80, 8), V("numfreeblocks", 88, 8),
	A("freeblocks", 96, 128, 8, 1), P("weakreflist", 224),
};
static const struct kg_cmember m_dictiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("di_dict", 32), V("di_used", 40, 8),
	V("di_pos", 48, 8), P("di_result", 56), V("len", 64, 8),
};
static const struct kg_cmember m_dropwhileobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("func", 32), P("it", 40), V("start", 48, 8),
};
static const struct kg_cmember m_elementtreestate[] = {
	P("parseerror_obj", 0), P("deepcopy_obj", 8), P("elementpath_obj", 16), P("comment_factory", 24),
	P("pi_factory", 32), P("str_text", 40), P("str_tail", 48), P("str_append", 56), P("str_find", 64),
	P("str_findtext", 72), P("str_findall", 80), P("str_iterfind", 88), P("str_doctype", 96),
	P("Element_Type", 104), P("ElementIter_Type", 112), P("TreeBuilder_Type", 120), P("XMLParser_Type", 128),
	P("expat_capsule", 136), P("expat_capi", 144),
};
static const struct kg_cmember m_encoding_map[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), A("level1", 32, 32, 1, 0), V("count2", 64, 4),
	V("count3", 68, 4), A("level23", 72, 1, 1, 0),
};
static const struct kg_cmember m_enumobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("en_index", 32, 8), P("en_sit", 40),
	P("en_result", 48), P("en_longindex", 56), P("one", 64),
};
static const struct kg_cmember m_ffi_type[] = {
	V("size", 0, 8), V("alignment", 8, 2), V("type", 10, 2), P("elements", 16),
};
static const struct kg_cmember m_fileio[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("fd", 32, 4), {"created", 36, 4, 0, 0, 1, 0},
	{"readable", 36, 4, 0, 1, 1, 0}, {"writable", 36, 4, 0, 2, 1, 0}, {"appending", 36, 4, 0, 3, 1, 0},
	{"seekable", 36, 4, 0, 4, 2, 0}, {"closefd", 36, 4, 0, 6, 1, 0}, V("finalizing", 37, 1), P("stat_atopen", 40),
	P("weakreflist", 48), P("dict", 56),
};
static const struct kg_cmember m_filterfalseobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("func", 32), P("it", 40),
};
static const struct kg_cmember m_filterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("func", 32), P("it", 40),
};
static const struct kg_cmember m_formatcode[] = {
	P("fmtdef", 0), V("offset", 8, 8), V("size", 16, 8), V("repeat", 24, 8),
};
static const struct kg_cmember m_formatdef[] = {
	V("format", 0, 1), V("size", 8, 8), V("alignment", 16, 8), P("unpack", 24), P("pack", 32),
};
static const struct kg_cmember m_frame_t[] = {
	P("filename", 0), V("lineno", 8, 4),
};
static const struct kg_cmember m_futureiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("future", 32),
};
static const struct kg_cmember m_gaiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("obj", 32),
};
static const struct kg_cmember m_gaobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("origin", 32), P("args", 40),
	P("parameters", 48), P("weakreflist", 56), V("starred", 64, 1), P("vectorcall", 72),
};
static const struct kg_cmember m_gc_generation[] = {
	V("head", 0, 16), V("head._gc_next", 0, 8), V("head._gc_prev", 8, 8), V("threshold", 16, 4), V("count", 20, 4),
};
static const struct kg_cmember m_gc_generation_stats[] = {
	V("collections", 0, 8), V("collected", 8, 8), V("uncollectable", 16, 8),
};
static const struct kg_cmember m_groupbyobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("it", 32), P("keyfunc", 40), P("tgtkey", 48),
	P("currkey", 56), P("currvalue", 64), P("currgrouper", 72), P("state", 80),
};
static const struct kg_cmember m_grpmodulestate[] = {
	P("StructGrpType", 0),
};
static const struct kg_cmember m_hmacmodule_state[] = {
	P("hinfo_table", 0), P("unknown_hash_error", 8), P("hmac_type", 16), P("str_lower", 24),
	V("can_run_simd128", 32, 1), V("can_run_simd256", 33, 1),
};
static const struct kg_cmember m_interpolationobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("value", 32), P("expression", 40),
	P("conversion", 48), P("format_spec", 56),
};
static const struct kg_cmember m_iobase[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), P("weakreflist", 40),
};
static const struct kg_cmember m_isliceobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("it", 32), V("next", 40, 8), V("stop", 48, 8),
	V("step", 56, 8), V("cnt", 64, 8),
};
static const struct kg_cmember m_itemgetterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("nitems", 32, 8), P("item", 40),
	V("index", 48, 8), P("vectorcall", 56),
};
static const struct kg_cmember m_itertools_state[] = {
	P("accumulate_type", 0), P("batched_type", 8), P("chain_type", 16), P("combinations_type", 24),
	P("compress_type", 32), P("count_type", 40), P("cwr_type", 48), P("cycle_type", 56), P("dropwhile_type", 64),
	P("filterfalse_type", 72), P("groupby_type", 80), P("_grouper_type", 88), P("islice_type", 96),
	P("pairwise_type", 104), P("permutations_type", 112), P("product_type", 120), P("repeat_type", 128),
	P("starmap_type", 136), P("takewhile_type", 144), P("tee_type", 152), P("teedataobject_type", 160),
	P("ziplongest_type", 168),
};
static const struct kg_cmember m_keyobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("cmp", 32), P("object", 40),
};
static const struct kg_cmember m_lineiterator[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("li_code", 32), V("li_line", 40, 40),
	V("li_line.ar_start", 40, 4), V("li_line.ar_end", 44, 4), V("li_line.ar_line", 48, 4),
	V("li_line.opaque", 56, 24), V("li_line.opaque.computed_line", 56, 4), P("li_line.opaque.lo_next", 64),
	P("li_line.opaque.limit", 72),
};
static const struct kg_cmember m_list_of_panels[] = {
	P("po", 0), P("next", 8),
};
static const struct kg_cmember m_listreviterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
};
static const struct kg_cmember m_localdummyobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("weakreflist", 32),
};
static const struct kg_cmember m_localobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("args", 32), P("kw", 40), P("weakreflist", 48),
	P("localdicts", 56), P("thread_watchdogs", 64),
};
static const struct kg_cmember m_lockobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("lock", 32, 1), V("lock._bits", 32, 1),
};
static const struct kg_cmember m_longrangeiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("start", 32), P("step", 40), P("len", 48),
};
static const struct kg_cmember m_lru_cache_object[] = {
	V("root", 0, 72), V("root.ob_base", 0, 32), V("root.ob_base.ob_tid", 0, 8), V("root.ob_base.ob_flags", 8, 2),
	V("root.ob_base.ob_mutex", 10, 1), V("root.ob_base.ob_mutex._bits", 10, 1), V("root.ob_base.ob_gc_bits", 11, 1),
	V("root.ob_base.ob_ref_local", 12, 4), V("root.ob_base.ob_ref_shared", 16, 8), P("root.ob_base.ob_type", 24),
	P("root.prev", 32), P("root.next", 40), V("root.hash", 48, 8), P("root.key", 56), P("root.result", 64),
	P("wrapper", 72), V("typed", 80, 4), P("cache", 88), V("hits", 96, 8), P("func", 104), V("maxsize", 112, 8),
	V("misses", 120, 8), P("kwd_mark", 128), P("lru_list_elem_type", 136), P("cache_info_type", 144),
	P("dict", 152), P("weakreflist", 160),
};
static const struct kg_cmember m_lru_list_elem[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("prev", 32), P("next", 40), V("hash", 48, 8),
	P("key", 56), P("result", 64),
};
static const struct kg_cmember m_managed_static_type_state[] = {
	P("type", 0), V("isbuiltin", 8, 4), V("readying", 12, 4), V("ready", 16, 4), P("tp_dict", 24),
	P("tp_subclasses", 32), P("tp_weaklist", 40),
};
static const struct kg_cmember m_mapobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("iters", 32), P("func", 40), V("strict", 48, 4),
};
static const struct kg_cmember m_mappingproxyobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("mapping", 32),
};
static const struct kg_cmember m_memoryiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
	V("it_length", 48, 8), P("it_fmt", 56),
};
static const struct kg_cmember m_methodcallerobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("name", 32), P("args", 40), P("kwds", 48),
	P("vectorcall_args", 56), P("vectorcall_kwnames", 64), P("vectorcall", 72),
};
static const struct kg_cmember m_mi_heap_s[] = {
	P("tld", 0), P("thread_delayed_free", 8), V("thread_id", 16, 8), V("arena_id", 24, 4), V("cookie", 32, 8),
	A("keys", 40, 16, 8, 0), V("random", 56, 136), A("random.input", 56, 64, 4, 0),
	A("random.output", 120, 64, 4, 0), V("random.output_available", 184, 4), V("random.weak", 188, 1),
	V("page_count", 192, 8), V("page_retired_min", 200, 8), V("page_retired_max", 208, 8),
	V("pages_full_size", 216, 8), V("generic_count", 224, 8), V("generic_collect_count", 232, 8), P("next", 240),
	V("no_reclaim", 248, 1), V("tag", 249, 1), V("debug_offset", 250, 1), V("page_use_qsbr", 251, 1),
	A("pages_free_direct", 256, 1032, 8, 1), A("pages", 1288, 1800, 24, 0),
};
static const struct kg_cmember m_mi_page_queue_s[] = {
	P("first", 0), P("last", 8), V("block_size", 16, 8),
};
static const struct kg_cmember m_mi_page_s[] = {
	V("slice_count", 0, 4), V("slice_offset", 4, 4), {"is_committed", 8, 1, 0, 0, 1, 0},
	{"is_zero_init", 8, 1, 0, 1, 1, 0}, {"is_huge", 8, 1, 0, 2, 1, 0}, V("capacity", 10, 2), V("reserved", 12, 2),
	V("flags", 14, 1), V("flags.full_aligned", 14, 1), V("flags.x", 14, 1), {"flags.x.in_full", 14, 1, 0, 0, 1, 0},
	{"flags.x.has_aligned", 14, 1, 0, 1, 1, 0}, {"free_is_zero", 15, 1, 0, 0, 1, 0},
	{"retire_expire", 15, 1, 0, 1, 7, 0}, P("free", 16), P("local_free", 24), V("used", 32, 2),
	V("block_size_shift", 34, 1), V("heap_tag", 35, 1), {"use_qsbr", 36, 1, 0, 0, 1, 0}, V("debug_offset", 37, 1),
	V("block_size", 40, 8), P("page_start", 48), V("xthread_free", 56, 8), V("xheap", 64, 8), P("next", 72),
	P("prev", 80), V("qsbr_node", 88, 16), P("qsbr_node.next", 88), P("qsbr_node.prev", 96), V("qsbr_goal", 104, 8),
};
static const struct kg_cmember m_mi_segment_s[] = {
	V("memid", 0, 24), V("memid.mem", 0, 16), V("memid.mem.os", 0, 16), P("memid.mem.os.base", 0),
	V("memid.mem.arena", 0, 16), V("memid.mem.arena.block_index", 0, 8), V("memid.mem.os.size", 8, 8),
	V("memid.mem.arena.id", 8, 4), V("memid.mem.arena.is_exclusive", 12, 1), V("memid.is_pinned", 16, 1),
	V("memid.initially_committed", 17, 1), V("memid.initially_zero", 18, 1), V("memid.memkind", 20, 4),
	V("allow_decommit", 24, 1), V("allow_purge", 25, 1), V("segment_size", 32, 8), P("subproc", 40),
	V("purge_expire", 48, 8), V("purge_mask", 56, 64), A("purge_mask.mask", 56, 64, 8, 0),
	V("commit_mask", 120, 64), A("commit_mask.mask", 120, 64, 8, 0), P("next", 184), V("was_reclaimed", 192, 1),
	V("dont_free", 193, 1), V("free_is_zero", 194, 1), V("abandoned", 200, 8), V("abandoned_visits", 208, 8),
	V("used", 216, 8), V("cookie", 224, 8), P("abandoned_os_next", 232), P("abandoned_os_prev", 240),
	V("segment_slices", 248, 8), V("segment_info_slices", 256, 8), V("kind", 264, 4), V("slice_entries", 272, 8),
	V("thread_id", 280, 8), A("slices", 288, 57456, 112, 0),
};
static const struct kg_cmember m_mi_subproc_s[] = {
	V("abandoned_count", 0, 8), V("abandoned_os_list_count", 8, 8), V("abandoned_os_lock", 16, 40),
	V("abandoned_os_lock.mutex", 16, 40), V("abandoned_os_lock.mutex.__data", 16, 40),
	V("abandoned_os_lock.mutex.__data.__lock", 16, 4), A("abandoned_os_lock.mutex.__size", 16, 40, 1, 0),
	V("abandoned_os_lock.mutex.__align", 16, 8), V("abandoned_os_lock.mutex.__data.__count", 20, 4),
	V("abandoned_os_lock.mutex.__data.__owner", 24, 4), V("abandoned_os_lock.mutex.__data.__nusers", 28, 4),
	V("abandoned_os_lock.mutex.__data.__kind", 32, 4), V("abandoned_os_lock.mutex.__data.__spins", 36, 2),
	V("abandoned_os_lock.mutex.__data.__elision", 38, 2), V("abandoned_os_lock.mutex.__data.__list", 40, 16),
	P("abandoned_os_lock.mutex.__data.__list.__prev", 40), P("abandoned_os_lock.mutex.__data.__list.__next", 48),
	V("abandoned_os_visit_lock", 56, 40), V("abandoned_os_visit_lock.mutex", 56, 40),
	V("abandoned_os_visit_lock.mutex.__data", 56, 40), V("abandoned_os_visit_lock.mutex.__data.__lock", 56, 4),
	A("abandoned_os_visit_lock.mutex.__size", 56, 40, 1, 0), V("abandoned_os_visit_lock.mutex.__align", 56, 8),
	V("abandoned_os_visit_lock.mutex.__data.__count", 60, 4),
	V("abandoned_os_visit_lock.mutex.__data.__owner", 64, 4),
	V("abandoned_os_visit_lock.mutex.__data.__nusers", 68, 4),
	V("abandoned_os_visit_lock.mutex.__data.__kind", 72, 4),
	V("abandoned_os_visit_lock.mutex.__data.__spins", 76, 2),
	V("abandoned_os_visit_lock.mutex.__data.__elision", 78, 2),
	V("abandoned_os_visit_lock.mutex.__data.__list", 80, 16),
	P("abandoned_os_visit_lock.mutex.__data.__list.__prev", 80),
	P("abandoned_os_visit_lock.mutex.__data.__list.__next", 88), P("abandoned_os_list", 96),
	P("abandoned_os_list_tail", 104), V("memid", 112, 24), V("memid.mem", 112, 16), V("memid.mem.os", 112, 16),
	P("memid.mem.os.base", 112), V("memid.mem.arena", 112, 16), V("memid.mem.arena.block_index", 112, 8),
	V("memid.mem.os.size", 120, 8), V("memid.mem.arena.id", 120, 4), V("memid.mem.arena.is_exclusive", 124, 1),
	V("memid.is_pinned", 128, 1), V("memid.initially_committed", 129, 1), V("memid.initially_zero", 130, 1),
	V("memid.memkind", 132, 4),
};
static const struct kg_cmember m_mmap_object[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("data", 32), V("size", 40, 8), V("pos", 48, 8),
	V("offset", 56, 8), V("exports", 64, 8), V("fd", 72, 4), V("trackfd", 76, 1), V("flags", 80, 4),
	P("weakreflist", 88), V("access", 96, 4),
};
static const struct kg_cmember m_module_state__interpchannels[] = {
	P("send_channel_type", 0), P("recv_channel_type", 8), P("ChannelInfoType", 16), P("ChannelIDType", 24),
	P("ChannelError", 32), P("ChannelNotFoundError", 40), P("ChannelClosedError", 48), P("ChannelEmptyError", 56),
	P("ChannelNotEmptyError", 64),
};
static const struct kg_cmember m_module_state__interpqueues[] = {
	P("queue_type", 0), P("QueueError", 8), P("QueueNotFoundError", 16), P("QueueEmpty", 24), P("QueueFull", 32),
};
static const struct kg_cmember m_module_state__interpreters[] = {
	V("_notused", 0, 4), P("XIBufferViewType", 8),
};
static const struct kg_cmember m_module_state__multibytecodec[] = {
	P("encoder_type", 0), P("decoder_type", 8), P("reader_type", 16), P("writer_type", 24),
	P("multibytecodec_type", 32), P("str_write", 40),
};
static const struct kg_cmember m_nldecoder_object[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("decoder", 32), P("errors", 40),
	{"pendingcr", 48, 4, 0, 0, 1, 0}, {"translate", 48, 4, 0, 1, 1, 0}, {"seennl", 48, 4, 0, 2, 3, 0},
};
static const struct kg_cmember m_odictiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("kind", 32, 4), P("di_odict", 40),
	V("di_size", 48, 8), V("di_state", 56, 8), P("di_current", 64), P("di_result", 72),
};
static const struct kg_cmember m_pairwiseobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("it", 32), P("old", 40), P("result", 48),
};
static const struct kg_cmember m_paramspecattrobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("__origin__", 32),
};
static const struct kg_cmember m_paramspecobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("name", 32), P("bound", 40),
	P("default_value", 48), P("evaluate_default", 56), V("covariant", 64, 1), V("contravariant", 65, 1),
	V("infer_variance", 66, 1),
};
static const struct kg_cmember m_partialobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("fn", 32), P("args", 40), P("kw", 48),
	P("dict", 56), P("weakreflist", 64), P("placeholder", 72), V("phcount", 80, 8), P("vectorcall", 88),
};
static const struct kg_cmember m_permutationsobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pool", 32), P("indices", 40), P("cycles", 48),
	P("result", 56), V("r", 64, 8), V("stopped", 72, 4),
};
static const struct kg_cmember m_pollObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dict", 32), V("ufd_uptodate", 40, 4),
	V("ufd_len", 44, 4), P("ufds", 48), V("poll_running", 56, 4),
};
static const struct kg_cmember m_pool_header[] = {
	V("ref", 0, 8), P("ref._padding", 0), V("ref.count", 0, 4), P("freeblock", 8), P("nextpool", 16),
	P("prevpool", 24), V("arenaindex", 32, 4), V("szidx", 36, 4), V("nextoffset", 40, 4), V("maxnextoffset", 44, 4),
};
static const struct kg_cmember m_positionsiterator[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pi_code", 32), V("pi_range", 40, 40),
	V("pi_range.ar_start", 40, 4), V("pi_range.ar_end", 44, 4), V("pi_range.ar_line", 48, 4),
	V("pi_range.opaque", 56, 24), V("pi_range.opaque.computed_line", 56, 4), P("pi_range.opaque.lo_next", 64),
	P("pi_range.opaque.limit", 72), V("pi_offset", 80, 4), V("pi_endline", 84, 4), V("pi_column", 88, 4),
	V("pi_endcolumn", 92, 4),
};
static const struct kg_cmember m_productobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pools", 32), P("indices", 40), P("result", 48),
	V("stopped", 56, 4),
};
static const struct kg_cmember m_propertyobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("prop_get", 32), P("prop_set", 40),
	P("prop_del", 48), P("prop_doc", 56), P("prop_name", 64), V("getter_doc", 72, 4),
};
static const struct kg_cmember m_pwdmodulestate[] = {
	P("StructPwdType", 0),
};
static const struct kg_cmember m_pyEpoll_Object[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("epfd", 32, 4),
};
static const struct kg_cmember m_pyexpat_state[] = {
	P("xml_parse_type", 0), P("error", 8), P("str_read", 16),
};
static const struct kg_cmember m_pylist[] = {
	P("obj", 0), V("fd", 8, 4), V("sentinel", 12, 4),
};
static const struct kg_cmember m_pysqlite_Blob[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("connection", 32), P("blob", 40),
	V("offset", 48, 4), P("in_weakreflist", 56),
};
static const struct kg_cmember m_pysqlite_Connection[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("db", 32), P("state", 40),
	V("detect_types", 48, 4), P("isolation_level", 56), V("autocommit", 64, 4), V("check_same_thread", 68, 4),
	V("initialized", 72, 4), V("thread_ident", 80, 8), P("statement_cache", 88), P("cursors", 96), P("blobs", 104),
	V("created_cursors", 112, 4), P("row_factory", 120), P("text_factory", 128), P("trace_ctx", 136),
	P("progress_ctx", 144), P("authorizer_ctx", 152), P("Warning", 160), P("Error", 168), P("InterfaceError", 176),
	P("DatabaseError", 184), P("DataError", 192), P("OperationalError", 200), P("IntegrityError", 208),
	P("InternalError", 216), P("ProgrammingError", 224), P("NotSupportedError", 232),
};
static const struct kg_cmember m_pysqlite_Cursor[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("connection", 32), P("description", 40),
	P("row_cast_map", 48), V("arraysize", 56, 4), P("lastrowid", 64), V("rowcount", 72, 8), P("row_factory", 80),
	P("statement", 88), V("closed", 96, 4), V("locked", 100, 4), V("initialized", 104, 4), P("in_weakreflist", 112),
};
static const struct kg_cmember m_pysqlite_Row[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("data", 32), P("description", 40),
};
static const struct kg_cmember m_pysqlite_Statement[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("st", 32), V("is_dml", 40, 4),
};
static const struct kg_cmember m_pysqlite_state[] = {
	P("DataError", 0), P("DatabaseError", 8), P("Error", 16), P("IntegrityError", 24), P("InterfaceError", 32),
	P("InternalError", 40), P("NotSupportedError", 48), P("OperationalError", 56), P("ProgrammingError", 64),
	P("Warning", 72), P("converters", 80), P("lru_cache", 88), P("psyco_adapters", 96),
	V("BaseTypeAdapted", 104, 4), V("enable_callback_tracebacks", 108, 4), P("BlobType", 112),
	P("ConnectionType", 120), P("CursorType", 128), P("PrepareProtocolType", 136), P("RowType", 144),
	P("StatementType", 152), P("str___adapt__", 160), P("str___conform__", 168), P("str_executescript", 176),
	P("str_finalize", 184), P("str_inverse", 192), P("str_step", 200), P("str_upper", 208), P("str_value", 216),
};
static const struct kg_cmember m_rangeobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("start", 32), P("stop", 40), P("step", 48),
	P("length", 56),
};
static const struct kg_cmember m_readlinestate[] = {
	P("completion_display_matches_hook", 0), P("startup_hook", 8), P("pre_input_hook", 16), P("completer", 24),
	P("begidx", 32), P("endidx", 40),
};
static const struct kg_cmember m_repeatobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("element", 32), V("cnt", 40, 8),
};
static const struct kg_cmember m_resourcemodulestate[] = {
	P("StructRUsageType", 0),
};
static const struct kg_cmember m_reversedobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("index", 32, 8), P("seq", 40),
};
static const struct kg_cmember m_rlockobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("lock", 32, 24), V("lock.mutex", 32, 1),
	V("lock.mutex._bits", 32, 1), V("lock.thread", 40, 8), V("lock.level", 48, 8),
};
static const struct kg_cmember m_rotating_node_s[] = {
	P("key", 0), P("left", 8), P("right", 16),
};
static const struct kg_cmember m_rwpair[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("reader", 32), P("writer", 40), P("dict", 48),
	P("weakreflist", 56),
};
static const struct kg_cmember m_seqiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
};
static const struct kg_cmember m_setentry[] = {
	P("key", 0), V("hash", 8, 8),
};
static const struct kg_cmember m_setiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("si_set", 32), V("si_used", 40, 8),
	V("si_pos", 48, 8), V("len", 56, 8),
};
static const struct kg_cmember m_sha2_state[] = {
	P("sha224_type", 0), P("sha256_type", 8), P("sha384_type", 16), P("sha512_type", 24),
};
static const struct kg_cmember m_signal_state_t[] = {
	A("handlers", 0, 1040, 16, 0), V("wakeup", 1040, 8), V("wakeup.fd", 1040, 4),
	V("wakeup.warn_on_full_buffer", 1044, 4), V("is_tripped", 1048, 4), P("default_handler", 1056),
	P("ignore_handler", 1064), V("unhandled_keyboard_interrupt", 1072, 4),
};
static const struct kg_cmember m_simplequeue_state[] = {
	P("SimpleQueueType", 0), P("EmptyError", 8),
};
static const struct kg_cmember m_simplequeueobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("has_threads_waiting", 32, 1), V("buf", 40, 40),
	V("buf.put_idx", 40, 8), V("buf.get_idx", 48, 8), P("buf.items", 56), V("buf.items_cap", 64, 8),
	V("buf.num_items", 72, 8), P("weakreflist", 80),
};
static const struct kg_cmember m_socket_state[] = {
	P("sock_type", 0), P("socket_herror", 8), P("socket_gaierror", 16), V("defaulttimeout", 24, 8),
};
static const struct kg_cmember m_starmapobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("func", 32), P("it", 40),
};
static const struct kg_cmember m_staticmethod[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("sm_callable", 32), P("sm_dict", 40),
};
static const struct kg_cmember m_stringio[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("buf", 32), V("pos", 40, 8),
	V("string_size", 48, 8), V("buf_size", 56, 8), V("state", 64, 4), P("writer", 72), V("ok", 80, 1),
	V("closed", 81, 1), V("readuniversal", 82, 1), V("readtranslate", 83, 1), P("decoder", 88), P("readnl", 96),
	P("writenl", 104), P("dict", 112), P("weakreflist", 120), P("module_state", 128),
};
static const struct kg_cmember m_striterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
};
static const struct kg_cmember m_superobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("type", 32), P("obj", 40), P("obj_type", 48),
};
static const struct kg_cmember m_tagCDataObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("b_ptr", 32), V("b_needsfree", 40, 4),
	P("b_base", 48), V("b_size", 56, 8), V("b_length", 64, 8), V("b_index", 72, 8), P("b_objects", 80),
	V("b_value", 96, 16), A("b_value.c", 96, 16, 1, 0), V("b_value.s", 96, 2), V("b_value.i", 96, 4),
	V("b_value.l", 96, 8), V("b_value.f", 96, 4), V("b_value.d", 96, 8), V("b_value.ll", 96, 8),
	V("b_value.D", 96, 16),
};
static const struct kg_cmember m_tagPyCArgObject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("pffi_type", 32), V("tag", 40, 1),
	V("value", 48, 32), V("value.c", 48, 1), V("value.b", 48, 1), V("value.h", 48, 2), V("value.i", 48, 4),
	V("value.l", 48, 8), V("value.q", 48, 8), V("value.g", 48, 16), V("value.d", 48, 8), V("value.f", 48, 4),
	P("value.p", 48), A("value.D", 48, 16, 8, 0), A("value.F", 48, 8, 4, 0), A("value.G", 48, 32, 16, 0),
	P("obj", 80), V("size", 88, 8),
};
static const struct kg_cmember m_takewhileobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("func", 32), P("it", 40), V("stop", 48, 8),
};
static const struct kg_cmember m_teedataobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("it", 32), V("numread", 40, 4),
	V("running", 44, 4), P("nextlink", 48), A("values", 56, 456, 8, 1),
};
static const struct kg_cmember m_teeobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("dataobj", 32), V("index", 40, 4),
	P("weakreflist", 48), P("state", 56),
};
static const struct kg_cmember m_templateiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("stringsiter", 32),
	P("interpolationsiter", 40), V("from_strings", 48, 4),
};
static const struct kg_cmember m_templateobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("strings", 32), P("interpolations", 40),
};
static const struct kg_cmember m_termiosmodulestate[] = {
	P("TermiosError", 0),
};
static const struct kg_cmember m_textio[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("ok", 32, 4), V("detached", 36, 4),
	V("chunk_size", 40, 8), P("buffer", 48), P("encoding", 56), P("encoder", 64), P("decoder", 72), P("readnl", 80),
	P("errors", 88), P("writenl", 96), V("line_buffering", 104, 1), V("write_through", 105, 1),
	V("readuniversal", 106, 1), V("readtranslate", 107, 1), V("writetranslate", 108, 1), V("seekable", 109, 1),
	V("has_read1", 110, 1), V("telling", 111, 1), V("finalizing", 112, 1), P("encodefunc", 120),
	V("encoding_start_of_stream", 128, 1), P("decoded_chars", 136), V("decoded_chars_used", 144, 8),
	P("pending_bytes", 152), V("pending_bytes_count", 160, 8), P("snapshot", 168), V("b2cratio", 176, 8),
	P("raw", 184), P("weakreflist", 192), P("dict", 200), P("state", 208),
};
static const struct kg_cmember m_thread_module_state[] = {
	P("excepthook_type", 0), P("lock_type", 8), P("local_type", 16), P("local_dummy_type", 24),
	P("thread_handle_type", 32), V("shutdown_handles", 40, 16), P("shutdown_handles.next", 40),
	P("shutdown_handles.prev", 48),
};
static const struct kg_cmember m_time_module_state[] = {
	P("struct_time_type", 0), V("times_base", 8, 16), V("times_base.numer", 8, 8), V("times_base.denom", 16, 8),
	V("clock_base", 24, 16), V("clock_base.numer", 24, 8), V("clock_base.denom", 32, 8),
};
static const struct kg_cmember m_tok_state[] = {
	P("buf", 0), P("cur", 8), P("inp", 16), V("fp_interactive", 24, 4), P("interactive_src_start", 32),
	P("interactive_src_end", 40), P("end", 48), P("start", 56), V("done", 64, 4), P("fp", 72), V("tabsize", 80, 4),
	V("indent", 84, 4), A("indstack", 88, 400, 4, 0), V("atbol", 488, 4), V("pendin", 492, 4), P("prompt", 496),
	P("nextprompt", 504), V("lineno", 512, 4), V("first_lineno", 516, 4), V("starting_col_offset", 520, 4),
	V("col_offset", 524, 4), V("level", 528, 4), A("parenstack", 532, 200, 1, 0),
	A("parenlinenostack", 732, 800, 4, 0), A("parencolstack", 1532, 800, 4, 0), P("filename", 2336),
	A("altindstack", 2344, 400, 4, 0), V("decoding_state", 2744, 4), V("decoding_erred", 2748, 4),
	P("encoding", 2752), V("cont_line", 2760, 4), P("line_start", 2768), P("multi_line_start", 2776),
	P("decoding_readline", 2784), P("decoding_buffer", 2792), P("readline", 2800), P("enc", 2808), P("str", 2816),
	P("input", 2824), V("type_comments", 2832, 4), V("interactive_underflow", 2836, 4), P("underflow", 2840),
	V("report_warnings", 2848, 4), A("tok_mode_stack", 2856, 15600, 104, 0), V("tok_mode_stack_index", 18456, 4),
	V("tok_extra_tokens", 18460, 4), V("comment_newline", 18464, 4), V("implicit_newline", 18468, 4),
};
static const struct kg_cmember m_tokenize_state[] = {
	P("TokenizerIter", 0),
};
static const struct kg_cmember m_tokenizeriterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("tok", 32), V("done", 40, 4), P("last_line", 48),
	V("last_lineno", 56, 8), V("last_end_lineno", 64, 8), V("byte_col_offset_diff", 72, 8),
};
static const struct kg_cmember m_trace_t[] = {
	V("size", 0, 8), P("traceback", 8),
};
static const struct kg_cmember m_traceback_t[] = {
	V("hash", 0, 8), V("nframe", 8, 2), V("total_nframe", 10, 2), A("frames", 12, 12, 12, 0),
};
static const struct kg_cmember m_type_cache_entry[] = {
	V("version", 0, 4), V("sequence", 4, 4), V("sequence.sequence", 4, 4), P("name", 8), P("value", 16),
};
static const struct kg_cmember m_typealiasobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("name", 32), P("type_params", 40),
	P("compute_value", 48), P("value", 56), P("module", 64),
};
static const struct kg_cmember m_typevarobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("name", 32), P("bound", 40),
	P("evaluate_bound", 48), P("constraints", 56), P("evaluate_constraints", 64), P("default_value", 72),
	P("evaluate_default", 80), V("covariant", 88, 1), V("contravariant", 89, 1), V("infer_variance", 90, 1),
};
static const struct kg_cmember m_typevartupleobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("name", 32), P("default_value", 40),
	P("evaluate_default", 48),
};
static const struct kg_cmember m_unicodeiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("it_index", 32, 8), P("it_seq", 40),
};
static const struct kg_cmember m_unionobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("args", 32), P("hashable_args", 40),
	P("unhashable_args", 48), P("parameters", 56), P("weakreflist", 64),
};
static const struct kg_cmember m_unpackiterobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("so", 32), V("buf", 40, 80), P("buf.buf", 40),
	P("buf.obj", 48), V("buf.len", 56, 8), V("buf.itemsize", 64, 8), V("buf.readonly", 72, 4), V("buf.ndim", 76, 4),
	P("buf.format", 80), P("buf.shape", 88), P("buf.strides", 96), P("buf.suboffsets", 104), P("buf.internal", 112),
	V("index", 120, 8),
};
static const struct kg_cmember m_user_signal_t[] = {
	V("enabled", 0, 4), P("file", 8), V("fd", 16, 4), V("all_threads", 20, 4), V("chain", 24, 4),
	V("previous", 32, 152), V("previous.__sigaction_handler", 32, 8),
	P("previous.__sigaction_handler.sa_handler", 32), P("previous.__sigaction_handler.sa_sigaction", 32),
	V("previous.sa_mask", 40, 128), A("previous.sa_mask.__val", 40, 128, 8, 0), V("previous.sa_flags", 168, 4),
	P("previous.sa_restorer", 176), P("interp", 184),
};
static const struct kg_cmember m_wrapperbase[] = {
	P("name", 0), V("offset", 8, 4), P("function", 16), P("wrapper", 24), P("doc", 32), V("flags", 40, 4),
	P("name_strobj", 48),
};
static const struct kg_cmember m_wrapperobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("descr", 32), P("self", 40),
};
static const struct kg_cmember m_xmlparseobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), P("itself", 32), P("parent", 40),
	V("ordered_attributes", 48, 4), V("specified_attributes", 52, 4), V("in_callback", 56, 4),
	V("ns_prefixes", 60, 4), P("buffer", 64), V("buffer_size", 72, 4), V("buffer_used", 76, 4),
	V("reparse_deferral_enabled", 80, 1), P("intern", 88), P("handlers", 96),
};
static const struct kg_cmember m_ziplongestobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("tuplesize", 32, 8), V("numactive", 40, 8),
	P("ittuple", 48), P("result", 56), P("fillvalue", 64),
};
static const struct kg_cmember m_zipobject[] = {
	V("ob_base", 0, 32), V("ob_base.ob_tid", 0, 8), V("ob_base.ob_flags", 8, 2), V("ob_base.ob_mutex", 10, 1),
	V("ob_base.ob_mutex._bits", 10, 1), V("ob_base.ob_gc_bits", 11, 1), V("ob_base.ob_ref_local", 12, 4),
	V("ob_base.ob_ref_shared", 16, 8), P("ob_base.ob_type", 24), V("tuplesize", 32, 8), P("ittuple", 40),
	P("result", 48), V("strict", 56, 4),
};
static const struct kg_cmember m_zlibstate[] = {
	P("Comptype", 0), P("Decomptype", 8), P("ZlibDecompressorType", 16), P("ZlibError", 24),
};
static const struct kg_cmember m_zoneinfo_state[] = {
	P("ZoneInfoType", 0), P("io_open", 8), P("_tzpath_find_tzfile", 16), P("_common_mod", 24),
	P("TIMEDELTA_CACHE", 32), P("ZONEINFO_WEAK_CACHE", 40), P("ZONEINFO_STRONG_CACHE", 48), V("NO_TTINFO", 56, 32),
	P("NO_TTINFO.utcoff", 56), P("NO_TTINFO.dstoff", 64), P("NO_TTINFO.tzname", 72),
	V("NO_TTINFO.utcoff_seconds", 80, 8),
};

static const struct kg_cstruct structs[] = {
	S("AST_object", AST_object, 40),
	S("BLOCK", BLOCK, 528),
	S("BZ2Compressor", BZ2Compressor, 128),
	S("BZ2Decompressor", BZ2Decompressor, 168),
	S("Blake2State", Blake2State, 32),
	S("CDataObject", CDataObject, 112),
	S("CFieldObject", CFieldObject, 96),
	S("CThunkObject", CThunkObject, 144),
	S("Compressor", Compressor, 208),
	S("DecCondMap", DecCondMap, 32),
	S("Decompressor", Decompressor, 240),
	S("DialectObj", DialectObj, 64),
	S("DictRemoverObject", DictRemoverObject, 48),
	S("DirEntry", DirEntry, 88),
	S("EVPobject", EVPobject, 48),
	S("ElementIterObject", ElementIterObject, 80),
	S("ElementObject", ElementObject, 72),
	S("ElementObjectExtra", ElementObjectExtra, 64),
	S("FutureObj", FutureObj, 128),
	S("HMACobject", HMACobject, 48),
	S("MD5State", MD5State, 8),
	S("MD5object", MD5object, 48),
	S("MatchObject", MatchObject, 104),
	S("Memo", Memo, 32),
	S("MultibyteCodec", MultibyteCodec, 80),
	S("MultibyteCodecObject", MultibyteCodecObject, 48),
	S("MultibyteDecodeBuffer", MultibyteDecodeBuffer, 88),
	S("MultibyteEncodeBuffer", MultibyteEncodeBuffer, 56),
	S("MultibyteIncrementalDecoderObject", MultibyteIncrementalDecoderObject, 72),
	S("MultibyteIncrementalEncoderObject", MultibyteIncrementalEncoderObject, 64),
	S("MultibyteStatefulCodecContext", MultibyteStatefulCodecContext, 56),
	S("MultibyteStatefulDecoderContext", MultibyteStatefulDecoderContext, 72),
	S("MultibyteStatefulEncoderContext", MultibyteStatefulEncoderContext, 64),
	S("MultibyteStreamReaderObject", MultibyteStreamReaderObject, 80),
	S("MultibyteStreamWriterObject", MultibyteStreamWriterObject, 72),
	S("ParentLocator", ParentLocator, 16),
	S("PatternObject", PatternObject, 112),
	S("Pdata", Pdata, 72),
	S("PickleState", PickleState, 152),
	S("PicklerMemoProxyObject", PicklerMemoProxyObject, 40),
	S("PicklerObject", PicklerObject, 168),
	S("ProfilerContext", ProfilerContext, 32),
	S("ProfilerEntry", ProfilerEntry, 80),
	S("ProfilerObject", ProfilerObject, 96),
	S("PyASCIIObject", PyASCIIObject, 56),
	S("PyAsyncGenASend", PyAsyncGenASend, 56),
	S("PyAsyncGenAThrow", PyAsyncGenAThrow, 56),
	S("PyAsyncGenObject", PyAsyncGenObject, 176),
	S("PyAsyncMethods", PyAsyncMethods, 32),
	S("PyAttributeErrorObject", PyAttributeErrorObject, 104),
	S("PyBaseExceptionGroupObject", PyBaseExceptionGroupObject, 112),
	S("PyBaseExceptionObject", PyBaseExceptionObject, 88),
	S("PyBufferProcs", PyBufferProcs, 16),
	S("PyByteArrayObject", PyByteArrayObject, 72),
	S("PyBytesObject", PyBytesObject, 56),
	S("PyCArgObject", PyCArgObject, 96),
	S("PyCFuncPtrObject", PyCFuncPtrObject, 176),
	S("PyCFunctionObject", PyCFunctionObject, 72),
	S("PyCMethodObject", PyCMethodObject, 80),
	S("PyCapsule", PyCapsule, 80),
	S("PyCellObject", PyCellObject, 40),
	S("PyCodeObject", PyCodeObject, 240),
	S("PyCompactUnicodeObject", PyCompactUnicodeObject, 72),
	S("PyComplexObject", PyComplexObject, 48),
	S("PyContext", PyContext, 64),
	S("PyContextToken", PyContextToken, 64),
	S("PyContextVar", PyContextVar, 56),
	S("PyCoroObject", PyCoroObject, 176),
	S("PyCoroWrapper", PyCoroWrapper, 40),
	S("PyCursesPanelObject", PyCursesPanelObject, 48),
	S("PyCursesWindowObject", PyCursesWindowObject, 56),
	S("PyDateTime_CAPI", PyDateTime_CAPI, 120),
	S("PyDateTime_Date", PyDateTime_Date, 48),
	S("PyDateTime_DateTime", PyDateTime_DateTime, 64),
	S("PyDateTime_Delta", PyDateTime_Delta, 56),
	S("PyDateTime_IsoCalendarDate", PyDateTime_IsoCalendarDate, 56),
	S("PyDateTime_TZInfo", PyDateTime_TZInfo, 32),
	S("PyDateTime_Time", PyDateTime_Time, 56),
	S("PyDateTime_TimeZone", PyDateTime_TimeZone, 48),
	S("PyDecContextManagerObject", PyDecContextManagerObject, 48),
	S("PyDecContextObject", PyDecContextObject, 120),
	S("PyDecObject", PyDecObject, 120),
	S("PyDecSignalDictObject", PyDecSignalDictObject, 40),
	S("PyDescrObject", PyDescrObject, 56),
	S("PyDictKeyEntry", PyDictKeyEntry, 24),
	S("PyDictKeysObject", PyDictKeysObject, 32),
	S("PyDictObject", PyDictObject, 64),
	S("PyDictUnicodeEntry", PyDictUnicodeEntry, 16),
	S("PyDictValues", PyDictValues, 16),
	S("PyEncoderObject", PyEncoderObject, 96),
	S("PyFloatObject", PyFloatObject, 40),
	S("PyFrameObject", PyFrameObject, 96),
	S("PyFunctionObject", PyFunctionObject, 168),
	S("PyGC_Head", PyGC_Head, 16),
	S("PyGenObject", PyGenObject, 176),
	S("PyGetSetDef", PyGetSetDef, 40),
	S("PyHamtIterator", PyHamtIterator, 184),
	S("PyHamtIteratorState", PyHamtIteratorState, 136),
	S("PyHamtNode", PyHamtNode, 32),
	S("PyHamtNode_Array", PyHamtNode_Array, 296),
	S("PyHamtNode_Bitmap", PyHamtNode_Bitmap, 56),
	S("PyHamtNode_Collision", PyHamtNode_Collision, 56),
	S("PyHamtObject", PyHamtObject, 56),
	S("PyHeapTypeObject", PyHeapTypeObject, 960),
	S("PyImportErrorObject", PyImportErrorObject, 120),
	S("PyInstanceMethodObject", PyInstanceMethodObject, 40),
	S("PyInterpreterState", PyInterpreterState, 249976),
	S("PyListObject", PyListObject, 56),
	S("PyLongObject", PyLongObject, 48),
	S("PyMappingMethods", PyMappingMethods, 24),
	S("PyMemberDef", PyMemberDef, 40),
	S("PyMemoEntry", PyMemoEntry, 16),
	S("PyMemoTable", PyMemoTable, 32),
	S("PyMemoryViewObject", PyMemoryViewObject, 168),
	S("PyMethodDef", PyMethodDef, 32),
	S("PyMethodObject", PyMethodObject, 64),
	S("PyModuleDef", PyModuleDef, 120),
	S("PyModuleDef_Base", PyModuleDef_Base, 56),
	S("PyModuleDef_Slot", PyModuleDef_Slot, 16),
	S("PyModuleObject", PyModuleObject, 80),
	S("PyNameErrorObject", PyNameErrorObject, 96),
	S("PyNumberMethods", PyNumberMethods, 288),
	S("PyODictObject", PyODictObject, 128),
	S("PyOSErrorObject", PyOSErrorObject, 128),
	S("PyObject", PyObject, 32),
	S("PyPickleBufferObject", PyPickleBufferObject, 120),
	S("PySSLCertificate", PySSLCertificate, 48),
	S("PySSLContext", PySSLContext, 136),
	S("PySSLMemoryBIO", PySSLMemoryBIO, 48),
	S("PySSLSession", PySSLSession, 48),
	S("PySSLSocket", PySSLSocket, 96),
	S("PySTEntryObject", PySTEntryObject, 160),
	S("PyScannerObject", PyScannerObject, 80),
	S("PySequenceMethods", PySequenceMethods, 80),
	S("PySetObject", PySetObject, 216),
	S("PySliceObject", PySliceObject, 56),
	S("PySocketModule_APIObject", PySocketModule_APIObject, 24),
	S("PySocketSockObject", PySocketSockObject, 72),
	S("PyStdPrinter_Object", PyStdPrinter_Object, 40),
	S("PyStopIterationObject", PyStopIterationObject, 96),
	S("PyStructObject", PyStructObject, 72),
	S("PySyntaxErrorObject", PySyntaxErrorObject, 160),
	S("PySystemExitObject", PySystemExitObject, 96),
	S("PyThreadState", PyThreadState, 832),
	S("PyTracebackObject", PyTracebackObject, 56),
	S("PyTupleObject", PyTupleObject, 56),
	S("PyTypeObject", PyTypeObject, 432),
	S("PyUnicodeErrorObject", PyUnicodeErrorObject, 128),
	S("PyUnicodeObject", PyUnicodeObject, 80),
	S("PyVarObject", PyVarObject, 40),
	S("PyWeakReference", PyWeakReference, 88),
	S("PyWrapperDescrObject", PyWrapperDescrObject, 72),
	S("PyZoneInfo_ZoneInfo", PyZoneInfo_ZoneInfo, 224),
	S("Py_buffer", Py_buffer, 80),
	S("Py_complex", Py_complex, 16),
	S("RandomObject", RandomObject, 2536),
	S("ReaderObj", ReaderObj, 104),
	S("SHA1State", SHA1State, 8),
	S("SHA1object", SHA1object, 56),
	S("SHA3State", SHA3State, 48),
	S("SRE_REPEAT", SRE_REPEAT, 48),
	S("SRE_REPEAT_T", SRE_REPEAT_T, 48),
	S("ScandirIterator", ScandirIterator, 144),
	S("ScannerObject", ScannerObject, 280),
	S("SemLockObject", SemLockObject, 72),
	S("StgInfo", StgInfo, 168),
	S("StrongCacheNode", StrongCacheNode, 32),
	S("StructParamObject", StructParamObject, 48),
	S("TaskObj", TaskObj, 192),
	S("TaskStepMethWrapper", TaskStepMethWrapper, 48),
	S("TemplateObject", TemplateObject, 56),
	S("TreeBuilderObject", TreeBuilderObject, 184),
	S("UnpicklerMemoProxyObject", UnpicklerMemoProxyObject, 40),
	S("UnpicklerObject", UnpicklerObject, 312),
	S("WarningsState", WarningsState, 64),
	S("WriterObj", WriterObj, 88),
	S("XMLParserObject", XMLParserObject, 152),
	S("ZlibDecompressor", ZlibDecompressor, 200),
	S("ZstdCompressor", ZstdCompressor, 64),
	S("ZstdDecompressor", ZstdDecompressor, 96),
	S("_InternalNameMapperState", _InternalNameMapperState, 16),
	S("_ODictNode", _ODictNode, 32),
	S("_PyAsyncGenWrappedValue", _PyAsyncGenWrappedValue, 40),
	S("_PyCStackRef", _PyCStackRef, 16),
	S("_PyCoCached", _PyCoCached, 32),
	S("_PyDateTime_BaseTZInfo", _PyDateTime_BaseTZInfo, 48),
	S("_PyDictViewObject", _PyDictViewObject, 40),
	S("_PyErr_StackItem", _PyErr_StackItem, 16),
	S("_PyIO_State", _PyIO_State, 128),
	S("_PyInstructionSequence", _PyInstructionSequence, 88),
	S("_PyInterpreterFrame", _PyInterpreterFrame, 88),
	S("_PyListIterObject", _PyListIterObject, 48),
	S("_PyManagedBufferObject", _PyManagedBufferObject, 128),
	S("_PyNamespaceObject", _PyNamespaceObject, 40),
	S("_PyObjectStackChunk", _PyObjectStackChunk, 2048),
	S("_PyRuntimeState", _PyRuntimeState, 365624),
	S("_PySSLPasswordInfo", _PySSLPasswordInfo, 32),
	S("_PyStackChunk", _PyStackChunk, 32),
	S("_PyThreadStateImpl", _PyThreadStateImpl, 19216),
	S("_PyTraceMalloc_Config", _PyTraceMalloc_Config, 12),
	S("_PyTupleIterObject", _PyTupleIterObject, 48),
	S("_PyUnicodeWriter", _PyUnicodeWriter, 56),
	S("_Py_AuditHookEntry", _Py_AuditHookEntry, 24),
	S("_Py_exc_state", _Py_exc_state, 32),
	S("_Py_hashtable_entry_t", _Py_hashtable_entry_t, 32),
	S("_Py_hashtable_t", _Py_hashtable_t, 80),
	S("_Py_unicode_fs_codec", _Py_unicode_fs_codec, 32),
	S("_Py_unicode_ids", _Py_unicode_ids, 16),
	S("_Py_unicode_state", _Py_unicode_state, 56),
	S("_Row", _Row, 48),
	S("_abc_data", _abc_data, 64),
	S("_abcmodule_state", _abcmodule_state, 16),
	S("_bz2_state", _bz2_state, 16),
	S("_callback_context", _callback_context, 32),
	S("_csvstate", _csvstate, 56),
	S("_curses_panel_state", _curses_panel_state, 16),
	S("_dictkeysobject", _dictkeysobject, 32),
	S("_dictvalues", _dictvalues, 16),
	S("_formatdef", _formatdef, 40),
	S("_functools_state", _functools_state, 48),
	S("_gc_runtime_state", _gc_runtime_state, 288),
	S("_grouperobject", _grouperobject, 48),
	S("_hashlibstate", _hashlibstate, 48),
	S("_internal_name_mapper_state", _internal_name_mapper_state, 16),
	S("_list_of_panels", _list_of_panels, 16),
	S("_locale_state", _locale_state, 8),
	S("_lsprof_state", _lsprof_state, 24),
	S("_lzma_state", _lzma_state, 32),
	S("_obmalloc_state", _obmalloc_state, 263248),
	S("_odictnode", _odictnode, 32),
	S("_odictobject", _odictobject, 128),
	S("_operator_state", _operator_state, 24),
	S("_posixstate", _posixstate, 112),
	S("_pycontextobject", _pycontextobject, 64),
	S("_pycontexttokenobject", _pycontexttokenobject, 64),
	S("_pycontextvarobject", _pycontextvarobject, 56),
	S("_randomstate", _randomstate, 16),
	S("_selectstate", _selectstate, 32),
	S("_signal_module_state", _signal_module_state, 32),
	S("_socket_state", _socket_state, 32),
	S("_specialization_cache", _specialization_cache, 24),
	S("_sremodulestate", _sremodulestate, 40),
	S("_sslmodulestate", _sslmodulestate, 160),
	S("_structmodulestate", _structmodulestate, 32),
	S("_symtable_entry", _symtable_entry, 160),
	S("_ttinfo", _ttinfo, 32),
	S("_tuplegetterobject", _tuplegetterobject, 48),
	S("_tzrule", _tzrule, 96),
	S("_warnings_runtime_state", _warnings_runtime_state, 64),
	S("_zstd_state", _zstd_state, 48),
	S("accumulateobject", accumulateobject, 72),
	S("anextawaitableobject", anextawaitableobject, 48),
	S("arena_object", arena_object, 48),
	S("array_state", array_state, 56),
	S("arraydescr", arraydescr, 48),
	S("arrayiterobject", arrayiterobject, 56),
	S("arrayobject", arrayobject, 80),
	S("asyncio_state", asyncio_state, 160),
	S("atexit_callback", atexit_callback, 24),
	S("atexit_state", atexit_state, 24),
	S("attrgetterobject", attrgetterobject, 56),
	S("batchedobject", batchedobject, 56),
	S("binascii_state", binascii_state, 16),
	S("bisect_state", bisect_state, 8),
	S("buffered", buffered, 168),
	S("bytesio", bytesio, 88),
	S("bytesiobuf", bytesiobuf, 40),
	S("bytesiterobject", bytesiterobject, 48),
	S("callable_cache", callable_cache, 32),
	S("callback_context", callback_context, 32),
	S("calliterobject", calliterobject, 48),
	S("chainobject", chainobject, 48),
	S("classmethod", classmethod, 48),
	S("collections_state", collections_state, 40),
	S("combinationsobject", combinationsobject, 72),
	S("compobject", compobject, 184),
	S("compressobject", compressobject, 48),
	S("countobject", countobject, 56),
	S("ctypes_state", ctypes_state, 192),
	S("cursesmodule_state", cursesmodule_state, 16),
	S("cwrobject", cwrobject, 72),
	S("cycleobject", cycleobject, 56),
	S("datetime_state", datetime_state, 72),
	S("decimal_state", decimal_state, 240),
	S("defdictobject", defdictobject, 72),
	S("dequeiterobject", dequeiterobject, 72),
	S("dequeobject", dequeobject, 232),
	S("dictiterobject", dictiterobject, 72),
	S("dropwhileobject", dropwhileobject, 56),
	S("elementtreestate", elementtreestate, 152),
	S("encoding_map", encoding_map, 80),
	S("enumobject", enumobject, 72),
	S("ffi_type", ffi_type, 24),
	S("fileio", fileio, 64),
	S("filterfalseobject", filterfalseobject, 48),
	S("filterobject", filterobject, 48),
	S("formatcode", formatcode, 32),
	S("formatdef", formatdef, 40),
	S("frame_t", frame_t, 12),
	S("futureiterobject", futureiterobject, 40),
	S("gaiterobject", gaiterobject, 40),
	S("gaobject", gaobject, 80),
	S("gc_generation", gc_generation, 24),
	S("gc_generation_stats", gc_generation_stats, 24),
	S("groupbyobject", groupbyobject, 88),
	S("grpmodulestate", grpmodulestate, 8),
	S("hmacmodule_state", hmacmodule_state, 40),
	S("interpolationobject", interpolationobject, 64),
	S("iobase", iobase, 48),
	S("isliceobject", isliceobject, 72),
	S("itemgetterobject", itemgetterobject, 64),
	S("itertools_state", itertools_state, 176),
	S("keyobject", keyobject, 48),
	S("lineiterator", lineiterator, 80),
	S("list_of_panels", list_of_panels, 16),
	S("listreviterobject", listreviterobject, 48),
	S("localdummyobject", localdummyobject, 40),
	S("localobject", localobject, 72),
	S("lockobject", lockobject, 40),
	S("longrangeiterobject", longrangeiterobject, 56),
	S("lru_cache_object", lru_cache_object, 168),
	S("lru_list_elem", lru_list_elem, 72),
	S("managed_static_type_state", managed_static_type_state, 48),
	S("mapobject", mapobject, 56),
	S("mappingproxyobject", mappingproxyobject, 40),
	S("memoryiterobject", memoryiterobject, 64),
	S("methodcallerobject", methodcallerobject, 80),
	S("mi_heap_s", mi_heap_s, 3088),
	S("mi_page_queue_s", mi_page_queue_s, 24),
	S("mi_page_s", mi_page_s, 112),
	S("mi_segment_s", mi_segment_s, 57744),
	S("mi_subproc_s", mi_subproc_s, 136),
	S("mmap_object", mmap_object, 104),
	S("module_state@_interpchannels", module_state__interpchannels, 72),
	S("module_state@_interpqueues", module_state__interpqueues, 40),
	S("module_state@_interpreters", module_state__interpreters, 16),
	S("module_state@_multibytecodec", module_state__multibytecodec, 48),
	S("nldecoder_object", nldecoder_object, 56),
	S("odictiterobject", odictiterobject, 80),
	S("pairwiseobject", pairwiseobject, 56),
	S("paramspecattrobject", paramspecattrobject, 40),
	S("paramspecobject", paramspecobject, 72),
	S("partialobject", partialobject, 96),
	S("permutationsobject", permutationsobject, 80),
	S("pollObject", pollObject, 64),
	S("pool_header", pool_header, 48),
	S("positionsiterator", positionsiterator, 96),
	S("productobject", productobject, 64),
	S("propertyobject", propertyobject, 80),
	S("pwdmodulestate", pwdmodulestate, 8),
	S("pyEpoll_Object", pyEpoll_Object, 40),
	S("pyexpat_state", pyexpat_state, 24),
	S("pylist", pylist, 16),
	S("pysqlite_Blob", pysqlite_Blob, 64),
	S("pysqlite_Connection", pysqlite_Connection, 240),
	S("pysqlite_Cursor", pysqlite_Cursor, 120),
	S("pysqlite_Row", pysqlite_Row, 48),
	S("pysqlite_Statement", pysqlite_Statement, 48),
	S("pysqlite_state", pysqlite_state, 224),
	S("rangeobject", rangeobject, 64),
	S("readlinestate", readlinestate, 48),
	S("repeatobject", repeatobject, 48),
	S("resourcemodulestate", resourcemodulestate, 8),
	S("reversedobject", reversedobject, 48),
	S("rlockobject", rlockobject, 56),
	S("rotating_node_s", rotating_node_s, 24),
	S("rwpair", rwpair, 64),
	S("seqiterobject", seqiterobject, 48),
	S("setentry", setentry, 16),
	S("setiterobject", setiterobject, 64),
	S("sha2_state", sha2_state, 32),
	S("signal_state_t", signal_state_t, 1080),
	S("simplequeue_state", simplequeue_state, 16),
	S("simplequeueobject", simplequeueobject, 88),
	S("socket_state", socket_state, 32),
	S("starmapobject", starmapobject, 48),
	S("staticmethod", staticmethod, 48),
	S("stringio", stringio, 136),
	S("striterobject", striterobject, 48),
	S("superobject", superobject, 56),
	S("tagCDataObject", tagCDataObject, 112),
	S("tagPyCArgObject", tagPyCArgObject, 96),
	S("takewhileobject", takewhileobject, 56),
	S("teedataobject", teedataobject, 512),
	S("teeobject", teeobject, 64),
	S("templateiterobject", templateiterobject, 56),
	S("templateobject", templateobject, 48),
	S("termiosmodulestate", termiosmodulestate, 8),
	S("textio", textio, 216),
	S("thread_module_state", thread_module_state, 56),
	S("time_module_state", time_module_state, 40),
	S("tok_state", tok_state, 18472),
	S("tokenize_state", tokenize_state, 8),
	S("tokenizeriterobject", tokenizeriterobject, 80),
	S("trace_t", trace_t, 16),
	S("traceback_t", traceback_t, 24),
	S("type_cache_entry", type_cache_entry, 24),
	S("typealiasobject", typealiasobject, 72),
	S("typevarobject", typevarobject, 96),
	S("typevartupleobject", typevartupleobject, 56),
	S("unicodeiterobject", unicodeiterobject, 48),
	S("unionobject", unionobject, 72),
	S("unpackiterobject", unpackiterobject, 128),
	S("user_signal_t", user_signal_t, 192),
	S("wrapperbase", wrapperbase, 56),
	S("wrapperobject", wrapperobject, 48),
	S("xmlparseobject", xmlparseobject, 104),
	S("ziplongestobject", ziplongestobject, 72),
	S("zipobject", zipobject, 64),
	S("zlibstate", zlibstate, 32),
	S("zoneinfo_state", zoneinfo_state, 88),
};

const struct kg_layout_table kg_layout_cpython_3_14_10t_x86_64 = {
	.name = "cpython-3.14.10t x86_64",
	.major = 3,
	.minor = 14,
	.micro_min = 10,
	.micro_max = 10,
	.micro = 10,
	.builds = KG_BUILD_RELEASE,
	.machine = KG_MACHINE_X86_64,
	.free_threaded = true,
	.structs = structs,
	.nstructs = KG_ARRAY_SIZE(structs),
};
