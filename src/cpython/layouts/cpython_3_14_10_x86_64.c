/* Made by tools/update-layouts.sh from debug information of CPython 3.14.10, x86_64. Not to be edited. */
#include "cpython/cpython_priv.h"

#define V(name, offset, size) {name, offset, size, 0, 0, 0, 0}
#define P(name, offset) {name, offset, 8, 0, 0, 0, 1}
#define A(name, offset, size, elem, pointer) {name, offset, size, elem, 0, 0, pointer}
#define S(text, name, size) {text, size, KG_ARRAY_SIZE(m_##name), m_##name}

static const struct kg_cmember m_AST_object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16),
};
static const struct kg_cmember m_BLOCK[] = {
	P("leftlink", 0), A("data", 8, 512, 8, 1), P("rightlink", 520),
};
static const struct kg_cmember m_BZ2Compressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("bzs", 16, 80), P("bzs.next_in", 16), V("bzs.avail_in", 24, 4),
	V("bzs.total_in_lo32", 28, 4), V("bzs.total_in_hi32", 32, 4), P("bzs.next_out", 40), V("bzs.avail_out", 48, 4),
	V("bzs.total_out_lo32", 52, 4), V("bzs.total_out_hi32", 56, 4), P("bzs.state", 64), P("bzs.bzalloc", 72),
	P("bzs.bzfree", 80), P("bzs.opaque", 88), V("flushed", 96, 4), P("lock", 104),
};
static const struct kg_cmember m_BZ2Decompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("bzs", 16, 80), P("bzs.next_in", 16), V("bzs.avail_in", 24, 4),
	V("bzs.total_in_lo32", 28, 4), V("bzs.total_in_hi32", 32, 4), P("bzs.next_out", 40), V("bzs.avail_out", 48, 4),
	V("bzs.total_out_lo32", 52, 4), V("bzs.total_out_hi32", 56, 4), P("bzs.state", 64), P("bzs.bzalloc", 72),
	P("bzs.bzfree", 80), P("bzs.opaque", 88), P("unused_data", 104), V("needs_input", 112, 1),
	P("input_buffer", 120), V("input_buffer_size", 128, 8), P("lock", 144),
};
static const struct kg_cmember m_Blake2State[] = {
	P("blake2b_type", 0), P("blake2s_type", 8), V("flags", 16, 9), V("flags.sse", 16, 1), V("flags.sse2", 17, 1),
	V("flags.sse3", 18, 1), V("flags.sse41", 19, 1), V("flags.sse42", 20, 1), V("flags.cmov", 21, 1),
	V("flags.avx", 22, 1), V("flags.avx2", 23, 1), V("flags.done", 24, 1),
};
static const struct kg_cmember m_CDataObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("b_ptr", 16), V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8),
	V("b_length", 48, 8), V("b_index", 56, 8), P("b_objects", 64), V("b_value", 80, 16),
	A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2), V("b_value.i", 80, 4), V("b_value.l", 80, 8),
	V("b_value.f", 80, 4), V("b_value.d", 80, 8), V("b_value.ll", 80, 8), V("b_value.D", 80, 16),
};
static const struct kg_cmember m_CFieldObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("byte_offset", 16, 8), V("byte_size", 24, 8), V("index", 32, 8), P("proto", 40),
	P("getfunc", 48), P("setfunc", 56), {"anonymous", 64, 1, 0, 0, 1, 0}, V("bitfield_size", 65, 1),
	V("bit_offset", 66, 1), P("name", 72),
};
static const struct kg_cmember m_CThunkObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("pcl_write", 24), P("pcl_exec", 32), V("cif", 40, 32), V("cif.abi", 40, 4),
	V("cif.nargs", 44, 4), P("cif.arg_types", 48), P("cif.rtype", 56), V("cif.bytes", 64, 4), V("cif.flags", 68, 4),
	V("flags", 72, 4), P("converters", 80), P("callable", 88), P("restype", 96), P("setfunc", 104),
	P("ffi_restype", 112), A("atypes", 120, 8, 8, 1),
};
static const struct kg_cmember m_Compressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("alloc", 16, 24), P("alloc.alloc", 16), P("alloc.free", 24), P("alloc.opaque", 32),
	V("lzs", 40, 136), P("lzs.next_in", 40), V("lzs.avail_in", 48, 8), V("lzs.total_in", 56, 8),
	P("lzs.next_out", 64), V("lzs.avail_out", 72, 8), V("lzs.total_out", 80, 8), P("lzs.allocator", 88),
	P("lzs.internal", 96), P("lzs.reserved_ptr1", 104), P("lzs.reserved_ptr2", 112), P("lzs.reserved_ptr3", 120),
	P("lzs.reserved_ptr4", 128), V("lzs.seek_pos", 136, 8), V("lzs.reserved_int2", 144, 8),
	V("lzs.reserved_int3", 152, 8), V("lzs.reserved_int4", 160, 8), V("lzs.reserved_enum1", 168, 4),
	V("lzs.reserved_enum2", 172, 4), V("flushed", 176, 4), P("lock", 184),
};
static const struct kg_cmember m_DecCondMap[] = {
	P("name", 0), P("fqname", 8), V("flag", 16, 4), P("ex", 24),
};
static const struct kg_cmember m_Decompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("alloc", 16, 24), P("alloc.alloc", 16), P("alloc.free", 24), P("alloc.opaque", 32),
	V("lzs", 40, 136), P("lzs.next_in", 40), V("lzs.avail_in", 48, 8), V("lzs.total_in", 56, 8),
	P("lzs.next_out", 64), V("lzs.avail_out", 72, 8), V("lzs.total_out", 80, 8), P("lzs.allocator", 88),
	P("lzs.internal", 96), P("lzs.reserved_ptr1", 104), P("lzs.reserved_ptr2", 112), P("lzs.reserved_ptr3", 120),
	P("lzs.reserved_ptr4", 128), V("lzs.seek_pos", 136, 8), V("lzs.reserved_int2", 144, 8),
	V("lzs.reserved_int3", 152, 8), V("lzs.reserved_int4", 160, 8), V("lzs.reserved_enum1", 168, 4),
	V("lzs.reserved_enum2", 172, 4), V("check", 176, 4), V("eof", 180, 1), P("unused_data", 184),
	V("needs_input", 192, 1), P("input_buffer", 200), V("input_buffer_size", 208, 8), P("lock", 216),
};
static const struct kg_cmember m_DialectObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("doublequote", 16, 1), V("skipinitialspace", 17, 1), V("strict", 18, 1),
	V("quoting", 20, 4), V("delimiter", 24, 4), V("quotechar", 28, 4), V("escapechar", 32, 4),
	P("lineterminator", 40),
};
static const struct kg_cmember m_DictRemoverObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("key", 16), P("dict", 24),
};
static const struct kg_cmember m_DirEntry[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("name", 16), P("path", 24), P("stat", 32), P("lstat", 40), V("d_type", 48, 1),
	V("d_ino", 56, 8), V("dir_fd", 64, 4),
};
static const struct kg_cmember m_EVPobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ctx", 16), V("use_mutex", 24, 1), V("mutex", 25, 1), V("mutex._bits", 25, 1),
};
static const struct kg_cmember m_ElementIterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("parent_stack", 16), V("parent_stack_used", 24, 8), V("parent_stack_size", 32, 8),
	P("root_element", 40), P("sought_tag", 48), V("gettext", 56, 4),
};
static const struct kg_cmember m_ElementObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("tag", 16), P("text", 24), P("tail", 32), P("extra", 40), P("weakreflist", 48),
};
static const struct kg_cmember m_ElementObjectExtra[] = {
	P("attrib", 0), V("length", 8, 8), V("allocated", 16, 8), P("children", 24), A("_children", 32, 32, 8, 1),
};
static const struct kg_cmember m_FutureObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("fut_loop", 16), P("fut_callback0", 24), P("fut_context0", 32),
	P("fut_callbacks", 40), P("fut_exception", 48), P("fut_exception_tb", 56), P("fut_result", 64),
	P("fut_source_tb", 72), P("fut_cancel_msg", 80), P("fut_cancelled_exc", 88), P("fut_awaited_by", 96),
	V("fut_state", 104, 4), V("fut_is_task", 108, 1), {"fut_log_tb", 108, 4, 0, 16, 1, 0},
	{"fut_blocking", 108, 4, 0, 17, 1, 0}, V("fut_awaited_by_is_set", 109, 1),
};
static const struct kg_cmember m_HMACobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ctx", 16), V("use_mutex", 24, 1), V("mutex", 25, 1), V("mutex._bits", 25, 1),
};
static const struct kg_cmember m_MD5State[] = {
	P("md5_type", 0),
};
static const struct kg_cmember m_MD5object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("use_mutex", 16, 1), V("mutex", 17, 1), V("mutex._bits", 17, 1), P("hash_state", 24),
};
static const struct kg_cmember m_MatchObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("string", 24), P("regs", 32), P("pattern", 40), V("pos", 48, 8),
	V("endpos", 56, 8), V("lastindex", 64, 8), V("groups", 72, 8), A("mark", 80, 8, 8, 0),
};
static const struct kg_cmember m_Memo[] = {
	V("type", 0, 4), P("node", 8), V("mark", 16, 4), P("next", 24),
};
static const struct kg_cmember m_MultibyteCodec[] = {
	P("encoding", 0), P("config", 8), P("codecinit", 16), P("encode", 24), P("encinit", 32), P("encreset", 40),
	P("decode", 48), P("decinit", 56), P("decreset", 64), P("modstate", 72),
};
static const struct kg_cmember m_MultibyteCodecObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), P("cjk_module", 24),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8),
};
static const struct kg_cmember m_MultibyteIncrementalEncoderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	P("pending", 40),
};
static const struct kg_cmember m_MultibyteStatefulCodecContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
};
static const struct kg_cmember m_MultibyteStatefulDecoderContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8),
};
static const struct kg_cmember m_MultibyteStatefulEncoderContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	P("pending", 40),
};
static const struct kg_cmember m_MultibyteStreamReaderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8), P("stream", 56),
};
static const struct kg_cmember m_MultibyteStreamWriterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	P("pending", 40), P("stream", 48),
};
static const struct kg_cmember m_ParentLocator[] = {
	P("parent", 0), V("child_index", 8, 8),
};
static const struct kg_cmember m_PatternObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), V("groups", 24, 8), P("groupindex", 32), P("indexgroup", 40), P("pattern", 48),
	V("flags", 56, 4), P("weakreflist", 64), V("isbytes", 72, 4), V("codesize", 80, 8), A("code", 88, 4, 4, 0),
};
static const struct kg_cmember m_Pdata[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("data", 24), V("mark_set", 32, 4), V("fence", 40, 8), V("allocated", 48, 8),
};
static const struct kg_cmember m_PickleState[] = {
	P("PickleError", 0), P("PicklingError", 8), P("UnpicklingError", 16), P("dispatch_table", 24),
	P("extension_registry", 32), P("extension_cache", 40), P("inverted_registry", 48), P("name_mapping_2to3", 56),
	P("import_mapping_2to3", 64), P("name_mapping_3to2", 72), P("import_mapping_3to2", 80), P("codecs_encode", 88),
	P("getattr", 96), P("partial", 104), P("Pickler_Type", 112), P("Unpickler_Type", 120), P("Pdata_Type", 128),
	P("PicklerMemoProxyType", 136), P("UnpicklerMemoProxyType", 144),
};
static const struct kg_cmember m_PicklerMemoProxyObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pickler", 16),
};
static const struct kg_cmember m_PicklerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("memo", 16), P("persistent_id", 24), P("persistent_id_attr", 32),
	P("dispatch_table", 40), P("reducer_override", 48), P("write", 56), P("output_buffer", 64),
	V("output_len", 72, 8), V("max_output_len", 80, 8), V("proto", 88, 4), V("bin", 92, 4), V("framing", 96, 4),
	V("frame_start", 104, 8), V("buf_size", 112, 8), V("fast", 120, 4), V("fast_nesting", 124, 4),
	V("fix_imports", 128, 4), V("running", 132, 4), P("fast_memo", 136), P("buffer_callback", 144),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("profilerEntries", 16), P("currentProfilerContext", 24),
	P("freelistProfilerContext", 32), V("flags", 40, 4), P("externalTimer", 48), V("externalTimerUnit", 56, 8),
	V("tool_id", 64, 4), P("missing", 72),
};
static const struct kg_cmember m_PyASCIIObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("length", 16, 8), V("hash", 24, 8), V("state", 32, 4),
	{"state.interned", 32, 4, 0, 0, 2, 0}, {"state.kind", 32, 4, 0, 2, 3, 0}, {"state.compact", 32, 4, 0, 5, 1, 0},
	{"state.ascii", 32, 4, 0, 6, 1, 0}, {"state.statically_allocated", 32, 4, 0, 7, 1, 0},
};
static const struct kg_cmember m_PyAsyncGenASend[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ags_gen", 16), P("ags_sendval", 24), V("ags_state", 32, 4),
};
static const struct kg_cmember m_PyAsyncGenAThrow[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("agt_gen", 16), P("agt_args", 24), V("agt_state", 32, 4),
};
static const struct kg_cmember m_PyAsyncGenObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ag_weakreflist", 16), P("ag_name", 24), P("ag_qualname", 32),
	V("ag_exc_state", 40, 16), P("ag_exc_state.exc_value", 40), P("ag_exc_state.previous_item", 48),
	P("ag_origin_or_finalizer", 56), V("ag_hooks_inited", 64, 1), V("ag_closed", 65, 1),
	V("ag_running_async", 66, 1), V("ag_frame_state", 67, 1), V("ag_iframe", 72, 88),
	V("ag_iframe.f_executable", 72, 8), V("ag_iframe.f_executable.bits", 72, 8), P("ag_iframe.previous", 80),
	V("ag_iframe.f_funcobj", 88, 8), V("ag_iframe.f_funcobj.bits", 88, 8), P("ag_iframe.f_globals", 96),
	P("ag_iframe.f_builtins", 104), P("ag_iframe.f_locals", 112), P("ag_iframe.frame_obj", 120),
	P("ag_iframe.instr_ptr", 128), P("ag_iframe.stackpointer", 136), V("ag_iframe.return_offset", 144, 2),
	V("ag_iframe.owner", 146, 1), V("ag_iframe.visited", 147, 1), A("ag_iframe.localsplus", 152, 8, 8, 0),
};
static const struct kg_cmember m_PyAsyncMethods[] = {
	P("am_await", 0), P("am_aiter", 8), P("am_anext", 16), P("am_send", 24),
};
static const struct kg_cmember m_PyAttributeErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("obj", 72), P("name", 80),
};
static const struct kg_cmember m_PyBaseExceptionGroupObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("msg", 72), P("excs", 80), P("excs_str", 88),
};
static const struct kg_cmember m_PyBaseExceptionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1),
};
static const struct kg_cmember m_PyBufferProcs[] = {
	P("bf_getbuffer", 0), P("bf_releasebuffer", 8),
};
static const struct kg_cmember m_PyByteArrayObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), V("ob_alloc", 24, 8), P("ob_bytes", 32), P("ob_start", 40), V("ob_exports", 48, 8),
};
static const struct kg_cmember m_PyBytesObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), V("ob_shash", 24, 8), A("ob_sval", 32, 1, 1, 0),
};
static const struct kg_cmember m_PyCArgObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pffi_type", 16), V("tag", 24, 1), V("value", 32, 32), V("value.c", 32, 1),
	V("value.b", 32, 1), V("value.h", 32, 2), V("value.i", 32, 4), V("value.l", 32, 8), V("value.q", 32, 8),
	V("value.g", 32, 16), V("value.d", 32, 8), V("value.f", 32, 4), P("value.p", 32), A("value.D", 32, 16, 8, 0),
	A("value.F", 32, 8, 4, 0), A("value.G", 32, 32, 16, 0), P("obj", 64), V("size", 72, 8),
};
static const struct kg_cmember m_PyCFuncPtrObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("b_ptr", 16), V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8),
	V("b_length", 48, 8), V("b_index", 56, 8), P("b_objects", 64), V("b_value", 80, 16),
	A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2), V("b_value.i", 80, 4), V("b_value.l", 80, 8),
	V("b_value.f", 80, 4), V("b_value.d", 80, 8), V("b_value.ll", 80, 8), V("b_value.D", 80, 16), P("thunk", 96),
	P("callable", 104), P("converters", 112), P("argtypes", 120), P("restype", 128), P("checker", 136),
	P("errcheck", 144), P("paramflags", 152),
};
static const struct kg_cmember m_PyCFunctionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("m_ml", 16), P("m_self", 24), P("m_module", 32), P("m_weakreflist", 40),
	P("vectorcall", 48),
};
static const struct kg_cmember m_PyCMethodObject[] = {
	V("func", 0, 56), V("func.ob_base", 0, 16), V("func.ob_base.ob_refcnt_full", 0, 8),
	V("func.ob_base.ob_refcnt", 0, 4), V("func.ob_base._aligner", 0, 1), V("func.ob_base.ob_overflow", 4, 2),
	V("func.ob_base.ob_flags", 6, 2), P("func.ob_base.ob_type", 8), P("func.m_ml", 16), P("func.m_self", 24),
	P("func.m_module", 32), P("func.m_weakreflist", 40), P("func.vectorcall", 48), P("mm_class", 56),
};
static const struct kg_cmember m_PyCapsule[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pointer", 16), P("name", 24), P("context", 32), P("destructor", 40),
	P("traverse_func", 48), P("clear_func", 56),
};
static const struct kg_cmember m_PyCellObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ob_ref", 16),
};
static const struct kg_cmember m_PyCodeObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("co_consts", 24), P("co_names", 32), P("co_exceptiontable", 40),
	V("co_flags", 48, 4), V("co_argcount", 52, 4), V("co_posonlyargcount", 56, 4), V("co_kwonlyargcount", 60, 4),
	V("co_stacksize", 64, 4), V("co_firstlineno", 68, 4), V("co_nlocalsplus", 72, 4), V("co_framesize", 76, 4),
	V("co_nlocals", 80, 4), V("co_ncellvars", 84, 4), V("co_nfreevars", 88, 4), V("co_version", 92, 4),
	P("co_localsplusnames", 96), P("co_localspluskinds", 104), P("co_filename", 112), P("co_name", 120),
	P("co_qualname", 128), P("co_linetable", 136), P("co_weakreflist", 144), P("co_executors", 152),
	P("_co_cached", 160), V("_co_instrumentation_version", 168, 8), P("_co_monitoring", 176),
	V("_co_unique_id", 184, 8), V("_co_firsttraceable", 192, 4), P("co_extra", 200),
	A("co_code_adaptive", 208, 1, 1, 0),
};
static const struct kg_cmember m_PyCompactUnicodeObject[] = {
	V("_base", 0, 40), V("_base.ob_base", 0, 16), V("_base.ob_base.ob_refcnt_full", 0, 8),
	V("_base.ob_base.ob_refcnt", 0, 4), V("_base.ob_base._aligner", 0, 1), V("_base.ob_base.ob_overflow", 4, 2),
	V("_base.ob_base.ob_flags", 6, 2), P("_base.ob_base.ob_type", 8), V("_base.length", 16, 8),
	V("_base.hash", 24, 8), V("_base.state", 32, 4), {"_base.state.interned", 32, 4, 0, 0, 2, 0},
	{"_base.state.kind", 32, 4, 0, 2, 3, 0}, {"_base.state.compact", 32, 4, 0, 5, 1, 0},
	{"_base.state.ascii", 32, 4, 0, 6, 1, 0}, {"_base.state.statically_allocated", 32, 4, 0, 7, 1, 0},
	V("utf8_length", 40, 8), P("utf8", 48),
};
static const struct kg_cmember m_PyComplexObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("cval", 16, 16), V("cval.real", 16, 8), V("cval.imag", 24, 8),
};
static const struct kg_cmember m_PyContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ctx_prev", 16), P("ctx_vars", 24), P("ctx_weakreflist", 32),
	V("ctx_entered", 40, 4),
};
static const struct kg_cmember m_PyContextToken[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("tok_ctx", 16), P("tok_var", 24), P("tok_oldval", 32), V("tok_used", 40, 4),
};
static const struct kg_cmember m_PyContextVar[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("var_name", 16), P("var_default", 24), P("var_cached", 32),
	V("var_cached_tsid", 40, 8), V("var_cached_tsver", 48, 8), V("var_hash", 56, 8),
};
static const struct kg_cmember m_PyCoroObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("cr_weakreflist", 16), P("cr_name", 24), P("cr_qualname", 32),
	V("cr_exc_state", 40, 16), P("cr_exc_state.exc_value", 40), P("cr_exc_state.previous_item", 48),
	P("cr_origin_or_finalizer", 56), V("cr_hooks_inited", 64, 1), V("cr_closed", 65, 1),
	V("cr_running_async", 66, 1), V("cr_frame_state", 67, 1), V("cr_iframe", 72, 88),
	V("cr_iframe.f_executable", 72, 8), V("cr_iframe.f_executable.bits", 72, 8), P("cr_iframe.previous", 80),
	V("cr_iframe.f_funcobj", 88, 8), V("cr_iframe.f_funcobj.bits", 88, 8), P("cr_iframe.f_globals", 96),
	P("cr_iframe.f_builtins", 104), P("cr_iframe.f_locals", 112), P("cr_iframe.frame_obj", 120),
	P("cr_iframe.instr_ptr", 128), P("cr_iframe.stackpointer", 136), V("cr_iframe.return_offset", 144, 2),
	V("cr_iframe.owner", 146, 1), V("cr_iframe.visited", 147, 1), A("cr_iframe.localsplus", 152, 8, 8, 0),
};
static const struct kg_cmember m_PyCoroWrapper[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("cw_coroutine", 16),
};
static const struct kg_cmember m_PyCursesPanelObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pan", 16), P("wo", 24),
};
static const struct kg_cmember m_PyCursesWindowObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("win", 16), P("encoding", 24), P("orig", 32),
};
static const struct kg_cmember m_PyDateTime_CAPI[] = {
	P("DateType", 0), P("DateTimeType", 8), P("TimeType", 16), P("DeltaType", 24), P("TZInfoType", 32),
	P("TimeZone_UTC", 40), P("Date_FromDate", 48), P("DateTime_FromDateAndTime", 56), P("Time_FromTime", 64),
	P("Delta_FromDelta", 72), P("TimeZone_FromTimeZone", 80), P("DateTime_FromTimestamp", 88),
	P("Date_FromTimestamp", 96), P("DateTime_FromDateAndTimeAndFold", 104), P("Time_FromTimeAndFold", 112),
};
static const struct kg_cmember m_PyDateTime_Date[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1), A("data", 25, 4, 1, 0),
};
static const struct kg_cmember m_PyDateTime_DateTime[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1), A("data", 25, 10, 1, 0), V("fold", 35, 1),
	P("tzinfo", 40),
};
static const struct kg_cmember m_PyDateTime_Delta[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("days", 24, 4), V("seconds", 28, 4), V("microseconds", 32, 4),
};
static const struct kg_cmember m_PyDateTime_IsoCalendarDate[] = {
	V("tuple", 0, 40), V("tuple.ob_base", 0, 24), V("tuple.ob_base.ob_base", 0, 16),
	V("tuple.ob_base.ob_base.ob_refcnt_full", 0, 8), V("tuple.ob_base.ob_base._aligner", 0, 1),
	P("tuple.ob_base.ob_base.ob_type", 8), V("tuple.ob_base.ob_size", 16, 8), V("tuple.ob_hash", 24, 8),
	A("tuple.ob_item", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyDateTime_TZInfo[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_PyDateTime_Time[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1), A("data", 25, 6, 1, 0), V("fold", 31, 1),
	P("tzinfo", 32),
};
static const struct kg_cmember m_PyDateTime_TimeZone[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("offset", 16), P("name", 24),
};
static const struct kg_cmember m_PyDecContextManagerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("local", 16), P("global", 24),
};
static const struct kg_cmember m_PyDecContextObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("ctx", 16, 48), V("ctx.prec", 16, 8), V("ctx.emax", 24, 8), V("ctx.emin", 32, 8),
	V("ctx.traps", 40, 4), V("ctx.status", 44, 4), V("ctx.newtrap", 48, 4), V("ctx.round", 52, 4),
	V("ctx.clamp", 56, 4), V("ctx.allcr", 60, 4), P("traps", 64), P("flags", 72), V("capitals", 80, 4),
	P("tstate", 88), P("modstate", 96),
};
static const struct kg_cmember m_PyDecObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("hash", 16, 8), V("dec", 24, 48), V("dec.flags", 24, 1), V("dec.exp", 32, 8),
	V("dec.digits", 40, 8), V("dec.len", 48, 8), V("dec.alloc", 56, 8), P("dec.data", 64), A("data", 72, 32, 8, 0),
};
static const struct kg_cmember m_PyDecSignalDictObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("flags", 16),
};
static const struct kg_cmember m_PyDescrObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("d_type", 16), P("d_name", 24), P("d_qualname", 32),
};
static const struct kg_cmember m_PyDictKeyEntry[] = {
	V("me_hash", 0, 8), P("me_key", 8), P("me_value", 16),
};
static const struct kg_cmember m_PyDictKeysObject[] = {
	V("dk_refcnt", 0, 8), V("dk_log2_size", 8, 1), V("dk_log2_index_bytes", 9, 1), V("dk_kind", 10, 1),
	V("dk_version", 12, 4), V("dk_usable", 16, 8), V("dk_nentries", 24, 8), A("dk_indices", 32, 0, 1, 0),
};
static const struct kg_cmember m_PyDictObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("ma_used", 16, 8), V("_ma_watcher_tag", 24, 8), P("ma_keys", 32), P("ma_values", 40),
};
static const struct kg_cmember m_PyDictUnicodeEntry[] = {
	P("me_key", 0), P("me_value", 8),
};
static const struct kg_cmember m_PyDictValues[] = {
	V("capacity", 0, 1), V("size", 1, 1), V("embedded", 2, 1), V("valid", 3, 1), A("values", 8, 8, 8, 1),
};
static const struct kg_cmember m_PyEncoderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("markers", 16), P("defaultfn", 24), P("encoder", 32), P("indent", 40),
	P("key_separator", 48), P("item_separator", 56), V("sort_keys", 64, 1), V("skipkeys", 65, 1),
	V("allow_nan", 68, 4), P("fast_encode", 72),
};
static const struct kg_cmember m_PyFloatObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("ob_fval", 16, 8),
};
static const struct kg_cmember m_PyFrameObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("f_back", 16), P("f_frame", 24), P("f_trace", 32), V("f_lineno", 40, 4),
	V("f_trace_lines", 44, 1), V("f_trace_opcodes", 45, 1), P("f_extra_locals", 48), P("f_locals_cache", 56),
	P("f_overwritten_fast_locals", 64), A("_f_frame_data", 72, 8, 8, 1),
};
static const struct kg_cmember m_PyFunctionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("func_globals", 16), P("func_builtins", 24), P("func_name", 32),
	P("func_qualname", 40), P("func_code", 48), P("func_defaults", 56), P("func_kwdefaults", 64),
	P("func_closure", 72), P("func_doc", 80), P("func_dict", 88), P("func_weakreflist", 96), P("func_module", 104),
	P("func_annotations", 112), P("func_annotate", 120), P("func_typeparams", 128), P("vectorcall", 136),
	V("func_version", 144, 4),
};
static const struct kg_cmember m_PyGC_Head[] = {
	V("_gc_next", 0, 8), V("_gc_prev", 8, 8),
};
static const struct kg_cmember m_PyGenObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("gi_weakreflist", 16), P("gi_name", 24), P("gi_qualname", 32),
	V("gi_exc_state", 40, 16), P("gi_exc_state.exc_value", 40), P("gi_exc_state.previous_item", 48),
	P("gi_origin_or_finalizer", 56), V("gi_hooks_inited", 64, 1), V("gi_closed", 65, 1),
	V("gi_running_async", 66, 1), V("gi_frame_state", 67, 1), V("gi_iframe", 72, 88),
	V("gi_iframe.f_executable", 72, 8), V("gi_iframe.f_executable.bits", 72, 8), P("gi_iframe.previous", 80),
	V("gi_iframe.f_funcobj", 88, 8), V("gi_iframe.f_funcobj.bits", 88, 8), P("gi_iframe.f_globals", 96),
	P("gi_iframe.f_builtins", 104), P("gi_iframe.f_locals", 112), P("gi_iframe.frame_obj", 120),
	P("gi_iframe.instr_ptr", 128), P("gi_iframe.stackpointer", 136), V("gi_iframe.return_offset", 144, 2),
	V("gi_iframe.owner", 146, 1), V("gi_iframe.visited", 147, 1), A("gi_iframe.localsplus", 152, 8, 8, 0),
};
static const struct kg_cmember m_PyGetSetDef[] = {
	P("name", 0), P("get", 8), P("set", 16), P("doc", 24), P("closure", 32),
};
static const struct kg_cmember m_PyHamtIterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("hi_obj", 16), V("hi_iter", 24, 136), A("hi_iter.i_nodes", 24, 64, 8, 1),
	A("hi_iter.i_pos", 88, 64, 8, 0), V("hi_iter.i_level", 152, 1), P("hi_yield", 160),
};
static const struct kg_cmember m_PyHamtIteratorState[] = {
	A("i_nodes", 0, 64, 8, 1), A("i_pos", 64, 64, 8, 0), V("i_level", 128, 1),
};
static const struct kg_cmember m_PyHamtNode[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_PyHamtNode_Array[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), A("a_array", 16, 256, 8, 1), V("a_count", 272, 8),
};
static const struct kg_cmember m_PyHamtNode_Bitmap[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), V("b_bitmap", 24, 4), A("b_array", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtNode_Collision[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), V("c_hash", 24, 4), A("c_array", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("h_root", 16), P("h_weakreflist", 24), V("h_count", 32, 8),
};
static const struct kg_cmember m_PyHeapTypeObject[] = {
	V("ht_type", 0, 416), V("as_async", 416, 32), V("as_number", 448, 288), V("as_mapping", 736, 24),
	V("as_sequence", 760, 80), V("as_buffer", 840, 16), P("ht_name", 856), P("ht_slots", 864),
	P("ht_qualname", 872), P("ht_cached_keys", 880), P("ht_module", 888), P("_ht_tpname", 896), P("ht_token", 904),
	V("_spec_cache", 912, 24), P("_spec_cache.getitem", 912), V("_spec_cache.getitem_version", 920, 4),
	P("_spec_cache.init", 928),
};
static const struct kg_cmember m_PyImportErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("msg", 72), P("name", 80), P("path", 88), P("name_from", 96),
};
static const struct kg_cmember m_PyInstanceMethodObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("func", 16),
};
static const struct kg_cmember m_PyInterpreterState[] = {
	V("ceval", 0, 7264), P("_malloced", 7264), P("next", 7272), V("id", 7280, 8), V("id_refcount", 7288, 8),
	V("requires_idref", 7296, 4), V("_whence", 7304, 8), V("_initialized", 7312, 4), V("_ready", 7316, 4),
	V("finalizing", 7320, 4), V("last_restart_version", 7328, 8), V("threads", 7336, 48),
	V("threads.next_unique_id", 7336, 8), P("threads.head", 7344), P("threads.preallocated", 7352),
	P("threads.main", 7360), V("threads.count", 7368, 8), V("threads.stacksize", 7376, 8), P("runtime", 7384),
	P("_finalizing", 7392), V("_finalizing_id", 7400, 8), V("gc", 7408, 264), P("gc.trash_delete_later", 7408),
	V("gc.trash_delete_nesting", 7416, 4), V("gc.enabled", 7420, 4), V("gc.debug", 7424, 4),
	A("gc.generations", 7432, 72, 24, 0), V("gc.permanent_generation", 7504, 24),
	V("gc.permanent_generation.head", 7504, 16), V("gc.permanent_generation.head._gc_next", 7504, 8),
	V("gc.permanent_generation.head._gc_prev", 7512, 8), V("gc.permanent_generation.threshold", 7520, 4),
	V("gc.permanent_generation.count", 7524, 4), A("gc.generation_stats", 7528, 72, 24, 0),
	V("gc.collecting", 7600, 4), P("gc.garbage", 7608), P("gc.callbacks", 7616), V("gc.heap_size", 7624, 8),
	V("gc.dummy1", 7632, 8), V("gc.dummy2", 7640, 4), V("gc.dummy3", 7644, 4), V("gc.long_lived_total", 7648, 8),
	V("gc.long_lived_pending", 7656, 8), P("gc.generation0", 7664), P("sysdict", 7672), P("builtins", 7680),
	V("imports", 7688, 96), P("imports.modules", 7688), P("imports.modules_by_index", 7696),
	P("imports.importlib", 7704), V("imports.override_frozen_modules", 7712, 4),
	V("imports.override_multi_interp_extensions_check", 7716, 4), V("imports.dlopenflags", 7720, 4),
	P("imports.import_func", 7728), V("imports.lock", 7736, 24), V("imports.lock.mutex", 7736, 1),
	V("imports.lock.mutex._bits", 7736, 1), V("imports.lock.thread", 7744, 8), V("imports.lock.level", 7752, 8),
	V("imports.find_and_load", 7760, 24), V("imports.find_and_load.import_level", 7760, 4),
	V("imports.find_and_load.accumulated", 7768, 8), V("imports.find_and_load.header", 7776, 4),
	V("_gil", 7784, 208), V("_gil.interval", 7784, 8), P("_gil.last_holder", 7792), V("_gil.locked", 7800, 4),
	V("_gil.switch_number", 7808, 8), V("_gil.cond", 7816, 48), V("_gil.cond.__data", 7816, 48),
	V("_gil.cond.__data.__wseq", 7816, 8), V("_gil.cond.__data.__wseq.__value64", 7816, 8),
	V("_gil.cond.__data.__wseq.__value32", 7816, 8), A("_gil.cond.__size", 7816, 48, 1, 0),
	V("_gil.cond.__align", 7816, 8), V("_gil.cond.__data.__g1_start", 7824, 8),
	V("_gil.cond.__data.__g1_start.__value64", 7824, 8), V("_gil.cond.__data.__g1_start.__value32", 7824, 8),
	A("_gil.cond.__data.__g_size", 7832, 8, 4, 0), V("_gil.cond.__data.__g1_orig_size", 7840, 4),
	V("_gil.cond.__data.__wrefs", 7844, 4), A("_gil.cond.__data.__g_signals", 7848, 8, 4, 0),
	V("_gil.cond.__data.__unused_initialized_1", 7856, 4), V("_gil.cond.__data.__unused_initialized_2", 7860, 4),
	V("_gil.mutex", 7864, 40), V("_gil.mutex.__data", 7864, 40), V("_gil.mutex.__data.__lock", 7864, 4),
	A("_gil.mutex.__size", 7864, 40, 1, 0), V("_gil.mutex.__align", 7864, 8),
	V("_gil.mutex.__data.__count", 7868, 4), V("_gil.mutex.__data.__owner", 7872, 4),
	V("_gil.mutex.__data.__nusers", 7876, 4), V("_gil.mutex.__data.__kind", 7880, 4),
	V("_gil.mutex.__data.__spins", 7884, 2), V("_gil.mutex.__data.__glibc_reserved", 7886, 2),
	V("_gil.mutex.__data.__list", 7888, 16), P("_gil.mutex.__data.__list.__prev", 7888),
	P("_gil.mutex.__data.__list.__next", 7896), V("_gil.switch_cond", 7904, 48),
	V("_gil.switch_cond.__data", 7904, 48), V("_gil.switch_cond.__data.__wseq", 7904, 8),
	V("_gil.switch_cond.__data.__wseq.__value64", 7904, 8), V("_gil.switch_cond.__data.__wseq.__value32", 7904, 8),
	A("_gil.switch_cond.__size", 7904, 48, 1, 0), V("_gil.switch_cond.__align", 7904, 8),
	V("_gil.switch_cond.__data.__g1_start", 7912, 8), V("_gil.switch_cond.__data.__g1_start.__value64", 7912, 8),
	V("_gil.switch_cond.__data.__g1_start.__value32", 7912, 8),
	A("_gil.switch_cond.__data.__g_size", 7920, 8, 4, 0), V("_gil.switch_cond.__data.__g1_orig_size", 7928, 4),
	V("_gil.switch_cond.__data.__wrefs", 7932, 4), A("_gil.switch_cond.__data.__g_signals", 7936, 8, 4, 0),
	V("_gil.switch_cond.__data.__unused_initialized_1", 7944, 4),
	V("_gil.switch_cond.__data.__unused_initialized_2", 7948, 4), V("_gil.switch_mutex", 7952, 40),
	V("_gil.switch_mutex.__data", 7952, 40), V("_gil.switch_mutex.__data.__lock", 7952, 4),
	A("_gil.switch_mutex.__size", 7952, 40, 1, 0), V("_gil.switch_mutex.__align", 7952, 8),
	V("_gil.switch_mutex.__data.__count", 7956, 4), V("_gil.switch_mutex.__data.__owner", 7960, 4),
	V("_gil.switch_mutex.__data.__nusers", 7964, 4), V("_gil.switch_mutex.__data.__kind", 7968, 4),
	V("_gil.switch_mutex.__data.__spins", 7972, 2), V("_gil.switch_mutex.__data.__glibc_reserved", 7974, 2),
	V("_gil.switch_mutex.__data.__list", 7976, 16), P("_gil.switch_mutex.__data.__list.__prev", 7976),
	P("_gil.switch_mutex.__data.__list.__next", 7984), V("_code_object_generation", 7992, 8), V("codecs", 8000, 32),
	P("codecs.search_path", 8000), P("codecs.search_cache", 8008), P("codecs.error_registry", 8016),
	V("codecs.initialized", 8024, 4), V("config", 8032, 456), V("feature_flags", 8488, 8), P("dict", 8496),
	P("sysdict_copy", 8504), P("builtins_copy", 8512), P("eval_frame", 8520), A("func_watchers", 8528, 64, 8, 1),
	V("active_func_watchers", 8592, 1), V("co_extra_user_count", 8600, 8),
	A("co_extra_freefuncs", 8608, 2040, 8, 1), V("xi", 10648, 48), V("xi.data_lookup", 10648, 24),
	V("xi.data_lookup.registry", 10648, 24), V("xi.data_lookup.registry.global", 10648, 4),
	V("xi.data_lookup.registry.initialized", 10652, 4), V("xi.data_lookup.registry.mutex", 10656, 1),
	V("xi.data_lookup.registry.mutex._bits", 10656, 1), P("xi.data_lookup.registry.head", 10664),
	V("xi.exceptions", 10672, 24), P("xi.exceptions.PyExc_InterpreterError", 10672),
	P("xi.exceptions.PyExc_InterpreterNotFoundError", 10680), P("xi.exceptions.PyExc_NotShareableError", 10688),
	P("before_forkers", 10696), P("after_forkers_parent", 10704), P("after_forkers_child", 10712),
	V("warnings", 10720, 64), P("warnings.filters", 10720), P("warnings.once_registry", 10728),
	P("warnings.default_action", 10736), V("warnings.lock", 10744, 24), V("warnings.lock.mutex", 10744, 1),
	V("warnings.lock.mutex._bits", 10744, 1), V("warnings.lock.thread", 10752, 8),
	V("warnings.lock.level", 10760, 8), V("warnings.filters_version", 10768, 8), P("warnings.context", 10776),
	V("atexit", 10784, 16), P("atexit.ll_callbacks", 10784), P("atexit.callbacks", 10792),
	V("stoptheworld", 10800, 24), V("stoptheworld.mutex", 10800, 1), V("stoptheworld.mutex._bits", 10800, 1),
	V("stoptheworld.requested", 10801, 1), V("stoptheworld.world_stopped", 10802, 1),
	V("stoptheworld.is_global", 10803, 1), V("stoptheworld.stop_event", 10804, 1),
	V("stoptheworld.stop_event.v", 10804, 1), V("stoptheworld.thread_countdown", 10808, 8),
	P("stoptheworld.requester", 10816), V("qsbr", 10824, 56), V("qsbr.wr_seq", 10824, 8),
	V("qsbr.rd_seq", 10832, 8), P("qsbr.array", 10840), P("qsbr.array_raw", 10848), V("qsbr.size", 10856, 8),
	V("qsbr.mutex", 10864, 1), V("qsbr.mutex._bits", 10864, 1), P("qsbr.freelist", 10872),
	V("asyncio_tasks_head", 10880, 16), P("asyncio_tasks_head.next", 10880), P("asyncio_tasks_head.prev", 10888),
	V("asyncio_tasks_lock", 10896, 1), V("asyncio_tasks_lock._bits", 10896, 1), P("obmalloc", 10904),
	P("audit_hooks", 10912), A("type_watchers", 10920, 64, 8, 1), A("code_watchers", 10984, 64, 8, 1),
	A("context_watchers", 11048, 64, 8, 1), V("active_code_watchers", 11112, 1),
	V("active_context_watchers", 11113, 1), V("object_state", 11120, 632), V("unicode", 11752, 56),
	V("unicode.fs_codec", 11752, 32), P("unicode.fs_codec.encoding", 11752), V("unicode.fs_codec.utf8", 11760, 4),
	P("unicode.fs_codec.errors", 11768), V("unicode.fs_codec.error_handler", 11776, 4),
	P("unicode.ucnhash_capi", 11784), V("unicode.ids", 11792, 16), V("unicode.ids.size", 11792, 8),
	P("unicode.ids.array", 11800), V("long_state", 11808, 4), V("long_state.max_str_digits", 11808, 4),
	V("dtoa", 11816, 2440), A("dtoa.p5s", 11816, 64, 8, 1), A("dtoa.freelist", 11880, 64, 8, 1),
	A("dtoa.preallocated", 11944, 2304, 8, 0), P("dtoa.preallocated_next", 14248), V("func_state", 14256, 65544),
	V("func_state.next_version", 14256, 4), A("func_state.func_version_cache", 14264, 65536, 16, 0),
	V("code_state", 79800, 16), V("code_state.mutex", 79800, 1), V("code_state.mutex._bits", 79800, 1),
	P("code_state.constants", 79808), V("dict_state", 79816, 72), V("exc_state", 79888, 32),
	P("exc_state.errnomap", 79888), P("exc_state.memerrors_freelist", 79896),
	V("exc_state.memerrors_numfree", 79904, 4), P("exc_state.PyExc_ExceptionGroup", 79912),
	V("mem_free_queue", 79920, 24), V("mem_free_queue.has_work", 79920, 4), V("mem_free_queue.mutex", 79924, 1),
	V("mem_free_queue.mutex._bits", 79924, 1), V("mem_free_queue.head", 79928, 16),
	P("mem_free_queue.head.next", 79928), P("mem_free_queue.head.prev", 79936), V("ast", 79944, 1976),
	V("ast.once", 79944, 1), V("ast.once.v", 79944, 1), V("ast.finalized", 79948, 4), P("ast.AST_type", 79952),
	P("ast.Add_singleton", 79960), P("ast.Add_type", 79968), P("ast.And_singleton", 79976),
	P("ast.And_type", 79984), P("ast.AnnAssign_type", 79992), P("ast.Assert_type", 80000),
	P("ast.Assign_type", 80008), P("ast.AsyncFor_type", 80016), P("ast.AsyncFunctionDef_type", 80024),
	P("ast.AsyncWith_type", 80032), P("ast.Attribute_type", 80040), P("ast.AugAssign_type", 80048),
	P("ast.Await_type", 80056), P("ast.BinOp_type", 80064), P("ast.BitAnd_singleton", 80072),
	P("ast.BitAnd_type", 80080), P("ast.BitOr_singleton", 80088), P("ast.BitOr_type", 80096),
	P("ast.BitXor_singleton", 80104), P("ast.BitXor_type", 80112), P("ast.BoolOp_type", 80120),
	P("ast.Break_type", 80128), P("ast.Call_type", 80136), P("ast.ClassDef_type", 80144),
	P("ast.Compare_type", 80152), P("ast.Constant_type", 80160), P("ast.Continue_type", 80168),
	P("ast.Del_singleton", 80176), P("ast.Del_type", 80184), P("ast.Delete_type", 80192),
	P("ast.DictComp_type", 80200), P("ast.Dict_type", 80208), P("ast.Div_singleton", 80216),
	P("ast.Div_type", 80224), P("ast.Eq_singleton", 80232), P("ast.Eq_type", 80240),
	P("ast.ExceptHandler_type", 80248), P("ast.Expr_type", 80256), P("ast.Expression_type", 80264),
	P("ast.FloorDiv_singleton", 80272), P("ast.FloorDiv_type", 80280), P("ast.For_type", 80288),
	P("ast.FormattedValue_type", 80296), P("ast.FunctionDef_type", 80304), P("ast.FunctionType_type", 80312),
	P("ast.GeneratorExp_type", 80320), P("ast.Global_type", 80328), P("ast.GtE_singleton", 80336),
	P("ast.GtE_type", 80344), P("ast.Gt_singleton", 80352), P("ast.Gt_type", 80360), P("ast.IfExp_type", 80368),
	P("ast.If_type", 80376), P("ast.ImportFrom_type", 80384), P("ast.Import_type", 80392),
	P("ast.In_singleton", 80400), P("ast.In_type", 80408), P("ast.Interactive_type", 80416),
	P("ast.Interpolation_type", 80424), P("ast.Invert_singleton", 80432), P("ast.Invert_type", 80440),
	P("ast.IsNot_singleton", 80448), P("ast.IsNot_type", 80456), P("ast.Is_singleton", 80464),
	P("ast.Is_type", 80472), P("ast.JoinedStr_type", 80480), P("ast.LShift_singleton", 80488),
	P("ast.LShift_type", 80496), P("ast.Lambda_type", 80504), P("ast.ListComp_type", 80512),
	P("ast.List_type", 80520), P("ast.Load_singleton", 80528), P("ast.Load_type", 80536),
	P("ast.LtE_singleton", 80544), P("ast.LtE_type", 80552), P("ast.Lt_singleton", 80560), P("ast.Lt_type", 80568),
	P("ast.MatMult_singleton", 80576), P("ast.MatMult_type", 80584), P("ast.MatchAs_type", 80592),
	P("ast.MatchClass_type", 80600), P("ast.MatchMapping_type", 80608), P("ast.MatchOr_type", 80616),
	P("ast.MatchSequence_type", 80624), P("ast.MatchSingleton_type", 80632), P("ast.MatchStar_type", 80640),
	P("ast.MatchValue_type", 80648), P("ast.Match_type", 80656), P("ast.Mod_singleton", 80664),
	P("ast.Mod_type", 80672), P("ast.Module_type", 80680), P("ast.Mult_singleton", 80688),
	P("ast.Mult_type", 80696), P("ast.Name_type", 80704), P("ast.NamedExpr_type", 80712),
	P("ast.Nonlocal_type", 80720), P("ast.NotEq_singleton", 80728), P("ast.NotEq_type", 80736),
	P("ast.NotIn_singleton", 80744), P("ast.NotIn_type", 80752), P("ast.Not_singleton", 80760),
	P("ast.Not_type", 80768), P("ast.Or_singleton", 80776), P("ast.Or_type", 80784), P("ast.ParamSpec_type", 80792),
	P("ast.Pass_type", 80800), P("ast.Pow_singleton", 80808), P("ast.Pow_type", 80816),
	P("ast.RShift_singleton", 80824), P("ast.RShift_type", 80832), P("ast.Raise_type", 80840),
	P("ast.Return_type", 80848), P("ast.SetComp_type", 80856), P("ast.Set_type", 80864), P("ast.Slice_type", 80872),
	P("ast.Starred_type", 80880), P("ast.Store_singleton", 80888), P("ast.Store_type", 80896),
	P("ast.Sub_singleton", 80904), P("ast.Sub_type", 80912), P("ast.Subscript_type", 80920),
	P("ast.TemplateStr_type", 80928), P("ast.TryStar_type", 80936), P("ast.Try_type", 80944),
	P("ast.Tuple_type", 80952), P("ast.TypeAlias_type", 80960), P("ast.TypeIgnore_type", 80968),
	P("ast.TypeVarTuple_type", 80976), P("ast.TypeVar_type", 80984), P("ast.UAdd_singleton", 80992),
	P("ast.UAdd_type", 81000), P("ast.USub_singleton", 81008), P("ast.USub_type", 81016),
	P("ast.UnaryOp_type", 81024), P("ast.While_type", 81032), P("ast.With_type", 81040),
	P("ast.YieldFrom_type", 81048), P("ast.Yield_type", 81056), P("ast.__dict__", 81064), P("ast.__doc__", 81072),
	P("ast.__match_args__", 81080), P("ast.__module__", 81088), P("ast._attributes", 81096),
	P("ast._fields", 81104), P("ast.alias_type", 81112), P("ast.annotation", 81120), P("ast.arg", 81128),
	P("ast.arg_type", 81136), P("ast.args", 81144), P("ast.argtypes", 81152), P("ast.arguments_type", 81160),
	P("ast.asname", 81168), P("ast.ast", 81176), P("ast.attr", 81184), P("ast.bases", 81192), P("ast.body", 81200),
	P("ast.boolop_type", 81208), P("ast.bound", 81216), P("ast.cases", 81224), P("ast.cause", 81232),
	P("ast.cls", 81240), P("ast.cmpop_type", 81248), P("ast.col_offset", 81256), P("ast.comparators", 81264),
	P("ast.comprehension_type", 81272), P("ast.context_expr", 81280), P("ast.conversion", 81288),
	P("ast.ctx", 81296), P("ast.decorator_list", 81304), P("ast.default_value", 81312), P("ast.defaults", 81320),
	P("ast.elt", 81328), P("ast.elts", 81336), P("ast.end_col_offset", 81344), P("ast.end_lineno", 81352),
	P("ast.exc", 81360), P("ast.excepthandler_type", 81368), P("ast.expr_context_type", 81376),
	P("ast.expr_type", 81384), P("ast.finalbody", 81392), P("ast.format_spec", 81400), P("ast.func", 81408),
	P("ast.generators", 81416), P("ast.guard", 81424), P("ast.handlers", 81432), P("ast.id", 81440),
	P("ast.ifs", 81448), P("ast.is_async", 81456), P("ast.items", 81464), P("ast.iter", 81472), P("ast.key", 81480),
	P("ast.keys", 81488), P("ast.keyword_type", 81496), P("ast.keywords", 81504), P("ast.kind", 81512),
	P("ast.kw_defaults", 81520), P("ast.kwarg", 81528), P("ast.kwd_attrs", 81536), P("ast.kwd_patterns", 81544),
	P("ast.kwonlyargs", 81552), P("ast.left", 81560), P("ast.level", 81568), P("ast.lineno", 81576),
	P("ast.lower", 81584), P("ast.match_case_type", 81592), P("ast.mod_type", 81600), P("ast.module", 81608),
	P("ast.msg", 81616), P("ast.name", 81624), P("ast.names", 81632), P("ast.op", 81640), P("ast.operand", 81648),
	P("ast.operator_type", 81656), P("ast.ops", 81664), P("ast.optional_vars", 81672), P("ast.orelse", 81680),
	P("ast.pattern", 81688), P("ast.pattern_type", 81696), P("ast.patterns", 81704), P("ast.posonlyargs", 81712),
	P("ast.rest", 81720), P("ast.returns", 81728), P("ast.right", 81736), P("ast.simple", 81744),
	P("ast.slice", 81752), P("ast.step", 81760), P("ast.stmt_type", 81768), P("ast.str", 81776),
	P("ast.subject", 81784), P("ast.tag", 81792), P("ast.target", 81800), P("ast.targets", 81808),
	P("ast.test", 81816), P("ast.type", 81824), P("ast.type_comment", 81832), P("ast.type_ignore_type", 81840),
	P("ast.type_ignores", 81848), P("ast.type_param_type", 81856), P("ast.type_params", 81864),
	P("ast.unaryop_type", 81872), P("ast.upper", 81880), P("ast.value", 81888), P("ast.values", 81896),
	P("ast.vararg", 81904), P("ast.withitem_type", 81912), V("types", 81920, 141192),
	V("types.next_version_tag", 81920, 4), V("types.type_cache", 81928, 98304),
	A("types.type_cache.hashtable", 81928, 98304, 24, 0), V("types.builtins", 180232, 9608),
	V("types.builtins.num_initialized", 180232, 8), A("types.builtins.initialized", 180240, 9600, 48, 0),
	V("types.for_extensions", 189840, 496), V("types.for_extensions.num_initialized", 189840, 8),
	V("types.for_extensions.next_index", 189848, 8), A("types.for_extensions.initialized", 189856, 480, 48, 0),
	V("types.mutex", 190336, 1), V("types.mutex._bits", 190336, 1),
	A("types.type_version_cache", 190344, 32768, 8, 1), V("callable_cache", 223112, 32),
	P("callable_cache.isinstance", 223112), P("callable_cache.len", 223120),
	P("callable_cache.list_append", 223128), P("callable_cache.object__getattribute__", 223136),
	A("common_consts", 223144, 40, 8, 1), V("jit", 223184, 1), P("executor_list_head", 223192),
	P("executor_deletion_list_head", 223200), V("executor_deletion_list_remaining_capacity", 223208, 4),
	V("trace_run_counter", 223216, 8), V("rare_events", 223224, 5), V("rare_events.set_class", 223224, 1),
	V("rare_events.set_bases", 223225, 1), V("rare_events.set_eval_frame_func", 223226, 1),
	V("rare_events.builtin_dict", 223227, 1), V("rare_events.func_modification", 223228, 1),
	P("builtins_dict_watcher", 223232), V("monitors", 223240, 16), V("sys_profile_once_flag", 223256, 1),
	V("sys_profile_once_flag.v", 223256, 1), V("sys_trace_once_flag", 223257, 1),
	V("sys_trace_once_flag.v", 223257, 1), V("sys_profiling_threads", 223264, 8),
	V("sys_tracing_threads", 223272, 8), A("monitoring_callables", 223280, 1216, 8, 1),
	A("monitoring_tool_names", 224496, 64, 8, 1), A("monitoring_tool_versions", 224560, 64, 8, 0),
	V("cached_objects", 224624, 160), P("cached_objects.interned_strings", 224624),
	P("cached_objects.objreduce", 224632), P("cached_objects.type_slots_pname", 224640),
	A("cached_objects.type_slots_ptrs", 224648, 80, 8, 1), P("cached_objects.generic_type", 224728),
	P("cached_objects.typevar_type", 224736), P("cached_objects.typevartuple_type", 224744),
	P("cached_objects.paramspec_type", 224752), P("cached_objects.paramspecargs_type", 224760),
	P("cached_objects.paramspeckwargs_type", 224768), P("cached_objects.constevaluator_type", 224776),
	V("static_objects", 224784, 136), V("static_objects.singletons", 224784, 136),
	V("static_objects.singletons._not_used", 224784, 4),
	V("static_objects.singletons._hamt_empty_gc_not_used", 224792, 16),
	V("static_objects.singletons._hamt_empty_gc_not_used._gc_next", 224792, 8),
	V("static_objects.singletons._hamt_empty_gc_not_used._gc_prev", 224800, 8),
	V("static_objects.singletons.hamt_empty", 224808, 40),
	V("static_objects.singletons.hamt_empty.ob_base", 224808, 16),
	P("static_objects.singletons.hamt_empty.ob_base.ob_type", 224816),
	P("static_objects.singletons.hamt_empty.h_root", 224824),
	P("static_objects.singletons.hamt_empty.h_weakreflist", 224832),
	V("static_objects.singletons.hamt_empty.h_count", 224840, 8),
	V("static_objects.singletons.last_resort_memory_error", 224848, 72),
	V("static_objects.singletons.last_resort_memory_error.ob_base", 224848, 16),
	P("static_objects.singletons.last_resort_memory_error.ob_base.ob_type", 224856),
	P("static_objects.singletons.last_resort_memory_error.dict", 224864),
	P("static_objects.singletons.last_resort_memory_error.args", 224872),
	P("static_objects.singletons.last_resort_memory_error.notes", 224880),
	P("static_objects.singletons.last_resort_memory_error.traceback", 224888),
	P("static_objects.singletons.last_resort_memory_error.context", 224896),
	P("static_objects.singletons.last_resort_memory_error.cause", 224904),
	V("static_objects.singletons.last_resort_memory_error.suppress_context", 224912, 1),
	V("_interactive_src_count", 224920, 8), V("_initial_thread", 224928, 936),
};
static const struct kg_cmember m_PyListObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("ob_item", 24), V("allocated", 32, 8),
};
static const struct kg_cmember m_PyLongObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("long_value", 16, 16), V("long_value.lv_tag", 16, 8),
	A("long_value.ob_digit", 24, 4, 4, 0),
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
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("mbuf", 24), V("hash", 32, 8), V("flags", 40, 4), V("exports", 48, 8),
	V("view", 56, 80), P("view.buf", 56), P("view.obj", 64), V("view.len", 72, 8), V("view.itemsize", 80, 8),
	V("view.readonly", 88, 4), V("view.ndim", 92, 4), P("view.format", 96), P("view.shape", 104),
	P("view.strides", 112), P("view.suboffsets", 120), P("view.internal", 128), P("weakreflist", 136),
	A("ob_array", 144, 8, 8, 0),
};
static const struct kg_cmember m_PyMethodDef[] = {
	P("ml_name", 0), P("ml_meth", 8), V("ml_flags", 16, 4), P("ml_doc", 24),
};
static const struct kg_cmember m_PyMethodObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("im_func", 16), P("im_self", 24), P("im_weakreflist", 32), P("vectorcall", 40),
};
static const struct kg_cmember m_PyModuleDef[] = {
	V("m_base", 0, 40), V("m_base.ob_base", 0, 16), V("m_base.ob_base.ob_refcnt_full", 0, 8),
	V("m_base.ob_base.ob_refcnt", 0, 4), V("m_base.ob_base._aligner", 0, 1), V("m_base.ob_base.ob_overflow", 4, 2),
	V("m_base.ob_base.ob_flags", 6, 2), P("m_base.ob_base.ob_type", 8), P("m_base.m_init", 16),
	V("m_base.m_index", 24, 8), P("m_base.m_copy", 32), P("m_name", 40), P("m_doc", 48), V("m_size", 56, 8),
	P("m_methods", 64), P("m_slots", 72), P("m_traverse", 80), P("m_clear", 88), P("m_free", 96),
};
static const struct kg_cmember m_PyModuleDef_Base[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("m_init", 16), V("m_index", 24, 8), P("m_copy", 32),
};
static const struct kg_cmember m_PyModuleDef_Slot[] = {
	V("slot", 0, 4), P("value", 8),
};
static const struct kg_cmember m_PyModuleObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("md_dict", 16), P("md_def", 24), P("md_state", 32), P("md_weaklist", 40),
	P("md_name", 48),
};
static const struct kg_cmember m_PyNameErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("name", 72),
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
	V("od_dict", 0, 48), V("od_dict.ob_base", 0, 16), V("od_dict.ob_base.ob_refcnt_full", 0, 8),
	V("od_dict.ob_base.ob_refcnt", 0, 4), V("od_dict.ob_base._aligner", 0, 1),
	V("od_dict.ob_base.ob_overflow", 4, 2), V("od_dict.ob_base.ob_flags", 6, 2), P("od_dict.ob_base.ob_type", 8),
	V("od_dict.ma_used", 16, 8), V("od_dict._ma_watcher_tag", 24, 8), P("od_dict.ma_keys", 32),
	P("od_dict.ma_values", 40), P("od_first", 48), P("od_last", 56), P("od_fast_nodes", 64),
	V("od_fast_nodes_size", 72, 8), P("od_resize_sentinel", 80), V("od_state", 88, 8), P("od_inst_dict", 96),
	P("od_weakreflist", 104),
};
static const struct kg_cmember m_PyOSErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("myerrno", 72), P("strerror", 80), P("filename", 88),
	P("filename2", 96), V("written", 104, 8),
};
static const struct kg_cmember m_PyObject[] = {
	V("ob_refcnt_full", 0, 8), V("ob_refcnt", 0, 4), V("_aligner", 0, 1), V("ob_overflow", 4, 2),
	V("ob_flags", 6, 2), P("ob_type", 8),
};
static const struct kg_cmember m_PyPickleBufferObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("view", 16, 80), P("view.buf", 16), P("view.obj", 24), V("view.len", 32, 8),
	V("view.itemsize", 40, 8), V("view.readonly", 48, 4), V("view.ndim", 52, 4), P("view.format", 56),
	P("view.shape", 64), P("view.strides", 72), P("view.suboffsets", 80), P("view.internal", 88),
	P("weakreflist", 96),
};
static const struct kg_cmember m_PySSLCertificate[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("cert", 16), V("hash", 24, 8),
};
static const struct kg_cmember m_PySSLContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ctx", 16), P("alpn_protocols", 24), V("alpn_protocols_len", 32, 4),
	P("set_sni_cb", 40), V("check_hostname", 48, 4), V("protocol", 52, 4), V("post_handshake_auth", 56, 4),
	P("msg_cb", 64), P("keylog_filename", 72), P("keylog_bio", 80), P("state", 88), P("psk_client_callback", 96),
	P("psk_server_callback", 104), V("tstate_mutex", 112, 1), V("tstate_mutex._bits", 112, 1),
};
static const struct kg_cmember m_PySSLMemoryBIO[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("bio", 16), V("eof_written", 24, 4),
};
static const struct kg_cmember m_PySSLSession[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("session", 16), P("ctx", 24),
};
static const struct kg_cmember m_PySSLSocket[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("Socket", 16), P("ssl", 24), P("ctx", 32), V("shutdown_seen_zero", 40, 1),
	V("socket_type", 44, 4), P("owner", 48), P("server_hostname", 56), V("err", 64, 8), V("err.ssl", 64, 4),
	V("err.c", 68, 4), P("exc", 72), V("got_eof_error", 80, 4),
};
static const struct kg_cmember m_PySTEntryObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ste_id", 16), P("ste_symbols", 24), P("ste_name", 32), P("ste_varnames", 40),
	P("ste_children", 48), P("ste_directives", 56), P("ste_mangled_names", 64), V("ste_type", 72, 4),
	P("ste_scope_info", 80), V("ste_nested", 88, 4), {"ste_generator", 92, 4, 0, 0, 1, 0},
	{"ste_coroutine", 92, 4, 0, 1, 1, 0}, {"ste_annotations_used", 92, 4, 0, 2, 1, 0},
	V("ste_comprehension", 96, 4), {"ste_varargs", 100, 4, 0, 0, 1, 0}, {"ste_varkeywords", 100, 4, 0, 1, 1, 0},
	{"ste_returns_value", 100, 4, 0, 2, 1, 0}, {"ste_needs_class_closure", 100, 4, 0, 3, 1, 0},
	{"ste_needs_classdict", 100, 4, 0, 4, 1, 0}, {"ste_comp_inlined", 100, 4, 0, 5, 1, 0},
	{"ste_comp_iter_target", 100, 4, 0, 6, 1, 0}, {"ste_can_see_class_scope", 100, 4, 0, 7, 1, 0},
	{"ste_has_docstring", 100, 4, 0, 8, 1, 0}, {"ste_method", 100, 4, 0, 9, 1, 0},
	{"ste_has_conditional_annotations", 100, 4, 0, 10, 1, 0}, {"ste_in_conditional_block", 100, 4, 0, 11, 1, 0},
	{"ste_in_unevaluated_annotation", 100, 4, 0, 12, 1, 0}, V("ste_comp_iter_expr", 104, 4), V("ste_loc", 108, 16),
	V("ste_loc.lineno", 108, 4), V("ste_loc.end_lineno", 112, 4), V("ste_loc.col_offset", 116, 4),
	V("ste_loc.end_col_offset", 120, 4), P("ste_annotation_block", 128), P("ste_table", 136),
};
static const struct kg_cmember m_PyScannerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("strict", 16, 1), P("object_hook", 24), P("object_pairs_hook", 32),
	P("parse_float", 40), P("parse_int", 48), P("parse_constant", 56),
};
static const struct kg_cmember m_PySequenceMethods[] = {
	P("sq_length", 0), P("sq_concat", 8), P("sq_repeat", 16), P("sq_item", 24), P("was_sq_slice", 32),
	P("sq_ass_item", 40), P("was_sq_ass_slice", 48), P("sq_contains", 56), P("sq_inplace_concat", 64),
	P("sq_inplace_repeat", 72),
};
static const struct kg_cmember m_PySetObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("fill", 16, 8), V("used", 24, 8), V("mask", 32, 8), P("table", 40), V("hash", 48, 8),
	V("finger", 56, 8), A("smalltable", 64, 128, 16, 0), P("weakreflist", 192),
};
static const struct kg_cmember m_PySliceObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("start", 16), P("stop", 24), P("step", 32),
};
static const struct kg_cmember m_PySocketModule_APIObject[] = {
	P("Sock_Type", 0), P("error", 8), P("timeout_error", 16),
};
static const struct kg_cmember m_PySocketSockObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("sock_fd", 16, 4), V("sock_family", 20, 4), V("sock_type", 24, 4),
	V("sock_proto", 28, 4), P("errorhandler", 32), V("sock_timeout", 40, 8), P("state", 48),
};
static const struct kg_cmember m_PyStdPrinter_Object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("fd", 16, 4),
};
static const struct kg_cmember m_PyStopIterationObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("value", 72),
};
static const struct kg_cmember m_PyStructObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("s_size", 16, 8), V("s_len", 24, 8), P("s_codes", 32), P("s_format", 40),
	P("weakreflist", 48),
};
static const struct kg_cmember m_PySyntaxErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("msg", 72), P("filename", 80), P("lineno", 88), P("offset", 96),
	P("end_lineno", 104), P("end_offset", 112), P("text", 120), P("print_file_and_line", 128), P("metadata", 136),
};
static const struct kg_cmember m_PySystemExitObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("code", 72),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("tb_next", 16), P("tb_frame", 24), V("tb_lasti", 32, 4), V("tb_lineno", 36, 4),
};
static const struct kg_cmember m_PyTupleObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), V("ob_hash", 24, 8), A("ob_item", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyTypeObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("tp_name", 24), V("tp_basicsize", 32, 8), V("tp_itemsize", 40, 8),
	P("tp_dealloc", 48), V("tp_vectorcall_offset", 56, 8), P("tp_getattr", 64), P("tp_setattr", 72),
	P("tp_as_async", 80), P("tp_repr", 88), P("tp_as_number", 96), P("tp_as_sequence", 104),
	P("tp_as_mapping", 112), P("tp_hash", 120), P("tp_call", 128), P("tp_str", 136), P("tp_getattro", 144),
	P("tp_setattro", 152), P("tp_as_buffer", 160), V("tp_flags", 168, 8), P("tp_doc", 176), P("tp_traverse", 184),
	P("tp_clear", 192), P("tp_richcompare", 200), V("tp_weaklistoffset", 208, 8), P("tp_iter", 216),
	P("tp_iternext", 224), P("tp_methods", 232), P("tp_members", 240), P("tp_getset", 248), P("tp_base", 256),
	P("tp_dict", 264), P("tp_descr_get", 272), P("tp_descr_set", 280), V("tp_dictoffset", 288, 8),
	P("tp_init", 296), P("tp_alloc", 304), P("tp_new", 312), P("tp_free", 320), P("tp_is_gc", 328),
	P("tp_bases", 336), P("tp_mro", 344), P("tp_cache", 352), P("tp_subclasses", 360), P("tp_weaklist", 368),
	P("tp_del", 376), V("tp_version_tag", 384, 4), P("tp_finalize", 392), P("tp_vectorcall", 400),
	V("tp_watched", 408, 1), V("tp_versions_used", 410, 2),
};
static const struct kg_cmember m_PyUnicodeErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("encoding", 72), P("object", 80), V("start", 88, 8),
	V("end", 96, 8), P("reason", 104),
};
static const struct kg_cmember m_PyUnicodeObject[] = {
	V("_base", 0, 56), V("_base._base", 0, 40), V("_base._base.ob_base", 0, 16),
	V("_base._base.ob_base.ob_refcnt_full", 0, 8), V("_base._base.ob_base._aligner", 0, 1),
	P("_base._base.ob_base.ob_type", 8), V("_base._base.length", 16, 8), V("_base._base.hash", 24, 8),
	V("_base._base.state", 32, 4), {"_base._base.state.interned", 32, 4, 0, 0, 2, 0},
	{"_base._base.state.kind", 32, 4, 0, 2, 3, 0}, {"_base._base.state.compact", 32, 4, 0, 5, 1, 0},
	{"_base._base.state.ascii", 32, 4, 0, 6, 1, 0}, {"_base._base.state.statically_allocated", 32, 4, 0, 7, 1, 0},
	V("_base.utf8_length", 40, 8), P("_base.utf8", 48), V("data", 56, 8), P("data.any", 56), P("data.latin1", 56),
	P("data.ucs2", 56), P("data.ucs4", 56),
};
static const struct kg_cmember m_PyVarObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("ob_size", 16, 8),
};
static const struct kg_cmember m_PyWeakReference[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("wr_object", 16), P("wr_callback", 24), V("hash", 32, 8), P("wr_prev", 40),
	P("wr_next", 48), P("vectorcall", 56),
};
static const struct kg_cmember m_PyWrapperDescrObject[] = {
	V("d_common", 0, 40), V("d_common.ob_base", 0, 16), V("d_common.ob_base.ob_refcnt_full", 0, 8),
	V("d_common.ob_base.ob_refcnt", 0, 4), V("d_common.ob_base._aligner", 0, 1),
	V("d_common.ob_base.ob_overflow", 4, 2), V("d_common.ob_base.ob_flags", 6, 2), P("d_common.ob_base.ob_type", 8),
	P("d_common.d_type", 16), P("d_common.d_name", 24), P("d_common.d_qualname", 32), P("d_base", 40),
	P("d_wrapped", 48),
};
static const struct kg_cmember m_PyZoneInfo_ZoneInfo[] = {
	V("base", 0, 16), V("base.ob_base", 0, 16), V("base.ob_base.ob_refcnt_full", 0, 8),
	V("base.ob_base.ob_refcnt", 0, 4), V("base.ob_base._aligner", 0, 1), V("base.ob_base.ob_overflow", 4, 2),
	V("base.ob_base.ob_flags", 6, 2), P("base.ob_base.ob_type", 8), P("key", 16), P("file_repr", 24),
	P("weakreflist", 32), V("num_transitions", 40, 8), V("num_ttinfos", 48, 8), P("trans_list_utc", 56),
	A("trans_list_wall", 64, 16, 8, 1), P("trans_ttinfos", 80), P("ttinfo_before", 88), V("tzrule_after", 96, 96),
	V("tzrule_after.std", 96, 32), P("tzrule_after.std.utcoff", 96), P("tzrule_after.std.dstoff", 104),
	P("tzrule_after.std.tzname", 112), V("tzrule_after.std.utcoff_seconds", 120, 8), V("tzrule_after.dst", 128, 32),
	P("tzrule_after.dst.utcoff", 128), P("tzrule_after.dst.dstoff", 136), P("tzrule_after.dst.tzname", 144),
	V("tzrule_after.dst.utcoff_seconds", 152, 8), V("tzrule_after.dst_diff", 160, 4), P("tzrule_after.start", 168),
	P("tzrule_after.end", 176), V("tzrule_after.std_only", 184, 1), P("_ttinfos", 192), V("fixed_offset", 200, 1),
	V("source", 201, 1),
};
static const struct kg_cmember m_Py_buffer[] = {
	P("buf", 0), P("obj", 8), V("len", 16, 8), V("itemsize", 24, 8), V("readonly", 32, 4), V("ndim", 36, 4),
	P("format", 40), P("shape", 48), P("strides", 56), P("suboffsets", 64), P("internal", 72),
};
static const struct kg_cmember m_Py_complex[] = {
	V("real", 0, 8), V("imag", 8, 8),
};
static const struct kg_cmember m_RandomObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("index", 16, 4), A("state", 20, 2496, 4, 0),
};
static const struct kg_cmember m_ReaderObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("input_iter", 16), P("dialect", 24), P("fields", 32), V("state", 40, 4),
	P("field", 48), V("field_size", 56, 8), V("field_len", 64, 8), V("unquoted_field", 72, 1), V("line_num", 80, 8),
};
static const struct kg_cmember m_SHA1State[] = {
	P("sha1_type", 0),
};
static const struct kg_cmember m_SHA1object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("use_mutex", 16, 1), V("mutex", 17, 1), V("mutex._bits", 17, 1), P("lock", 24),
	P("hash_state", 32),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("path", 16, 96), P("path.function_name", 16), P("path.argument_name", 24),
	V("path.nullable", 32, 4), V("path.nonstrict", 36, 4), V("path.make_wide", 40, 4),
	V("path.suppress_value_error", 44, 4), V("path.allow_fd", 48, 4), P("path.wide", 56), P("path.narrow", 64),
	V("path.fd", 72, 4), V("path.is_fd", 76, 1), V("path.value_error", 80, 4), V("path.length", 88, 8),
	P("path.object", 96), P("path.cleanup", 104), P("dirp", 112), V("fd", 120, 4), V("read_mutex", 124, 1),
	V("read_mutex._bits", 124, 1), V("closed", 125, 1),
};
static const struct kg_cmember m_ScannerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pattern", 16), P("state.ptr", 24), P("state.beginning", 32), P("state.start", 40),
	P("state.end", 48), P("state.string", 56), V("state.buffer", 64, 80), P("state.buffer.buf", 64),
	P("state.buffer.obj", 72), V("state.buffer.len", 80, 8), V("state.buffer.itemsize", 88, 8),
	V("state.buffer.readonly", 96, 4), V("state.buffer.ndim", 100, 4), P("state.buffer.format", 104),
	P("state.buffer.shape", 112), P("state.buffer.strides", 120), P("state.buffer.suboffsets", 128),
	P("state.buffer.internal", 136), V("state.pos", 144, 8), V("state.endpos", 152, 8), V("state.isbytes", 160, 4),
	V("state.charsize", 164, 4), V("state.match_all", 168, 4), V("state.must_advance", 172, 4),
	V("state.debug", 176, 4), V("state.lastmark", 180, 4), V("state.lastindex", 184, 4), P("state.mark", 192),
	P("state.data_stack", 200), V("state.data_stack_size", 208, 8), V("state.data_stack_base", 216, 8),
	P("state.repeat", 224), P("state.repeat_pool_used", 232), P("state.repeat_pool_unused", 240),
};
static const struct kg_cmember m_SemLockObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("handle", 16), V("last_tid", 24, 8), V("count", 32, 4), V("maxvalue", 36, 4),
	V("kind", 40, 4), P("name", 48),
};
static const struct kg_cmember m_StgInfo[] = {
	V("initialized", 0, 4), V("size", 8, 8), V("align", 16, 8), V("length", 24, 8), V("ffi_type_pointer", 32, 24),
	V("ffi_type_pointer.size", 32, 8), V("ffi_type_pointer.alignment", 40, 2), V("ffi_type_pointer.type", 42, 2),
	P("ffi_type_pointer.elements", 48), P("proto", 56), P("setfunc", 64), P("getfunc", 72), P("paramfunc", 80),
	P("argtypes", 88), P("converters", 96), P("restype", 104), P("checker", 112), P("pointer_type", 120),
	P("module", 128), V("flags", 136, 4), V("dict_final", 140, 1), P("format", 144), V("ndim", 152, 4),
	P("shape", 160),
};
static const struct kg_cmember m_StrongCacheNode[] = {
	P("next", 0), P("prev", 8), P("key", 16), P("zone", 24),
};
static const struct kg_cmember m_StructParamObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ptr", 16), P("keep", 24),
};
static const struct kg_cmember m_TaskObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("task_loop", 16), P("task_callback0", 24), P("task_context0", 32),
	P("task_callbacks", 40), P("task_exception", 48), P("task_exception_tb", 56), P("task_result", 64),
	P("task_source_tb", 72), P("task_cancel_msg", 80), P("task_cancelled_exc", 88), P("task_awaited_by", 96),
	V("task_state", 104, 4), V("task_is_task", 108, 1), {"task_log_tb", 108, 4, 0, 16, 1, 0},
	{"task_blocking", 108, 4, 0, 17, 1, 0}, {"task_must_cancel", 108, 4, 0, 18, 1, 0},
	{"task_log_destroy_pending", 108, 4, 0, 19, 1, 0}, V("task_awaited_by_is_set", 109, 1),
	V("task_num_cancels_requested", 112, 4), P("task_fut_waiter", 120), P("task_coro", 128), P("task_name", 136),
	P("task_context", 144), V("task_node", 152, 16), P("task_node.next", 152), P("task_node.prev", 160),
};
static const struct kg_cmember m_TaskStepMethWrapper[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("sw_task", 16), P("sw_arg", 24),
};
static const struct kg_cmember m_TemplateObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), V("chunks", 24, 8), P("literal", 32), A("items", 40, 0, 16, 0),
};
static const struct kg_cmember m_TreeBuilderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("root", 16), P("this", 24), P("last", 32), P("last_for_tail", 40), P("data", 48),
	P("stack", 56), V("index", 64, 8), P("element_factory", 72), P("comment_factory", 80), P("pi_factory", 88),
	P("events_append", 96), P("start_event_obj", 104), P("end_event_obj", 112), P("start_ns_event_obj", 120),
	P("end_ns_event_obj", 128), P("comment_event_obj", 136), P("pi_event_obj", 144), V("insert_comments", 152, 1),
	V("insert_pis", 153, 1), P("state", 160),
};
static const struct kg_cmember m_UnpicklerMemoProxyObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("unpickler", 16),
};
static const struct kg_cmember m_UnpicklerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("stack", 16), P("memo", 24), V("memo_size", 32, 8), V("memo_len", 40, 8),
	P("persistent_load", 48), P("persistent_load_attr", 56), V("buffer", 64, 80), P("buffer.buf", 64),
	P("buffer.obj", 72), V("buffer.len", 80, 8), V("buffer.itemsize", 88, 8), V("buffer.readonly", 96, 4),
	V("buffer.ndim", 100, 4), P("buffer.format", 104), P("buffer.shape", 112), P("buffer.strides", 120),
	P("buffer.suboffsets", 128), P("buffer.internal", 136), P("input_buffer", 144), P("input_line", 152),
	V("input_len", 160, 8), V("next_read_idx", 168, 8), V("prefetched_idx", 176, 8), V("frame_end", 184, 8),
	V("saved_input_len", 192, 8), P("read", 200), P("readinto", 208), P("readline", 216), P("peek", 224),
	P("buffers", 232), P("encoding", 240), P("errors", 248), P("marks", 256), V("num_marks", 264, 8),
	V("marks_size", 272, 8), V("proto", 280, 4), V("fix_imports", 284, 4), V("running", 288, 4),
};
static const struct kg_cmember m_WarningsState[] = {
	P("filters", 0), P("once_registry", 8), P("default_action", 16), V("lock", 24, 24), V("lock.mutex", 24, 1),
	V("lock.mutex._bits", 24, 1), V("lock.thread", 32, 8), V("lock.level", 40, 8), V("filters_version", 48, 8),
	P("context", 56),
};
static const struct kg_cmember m_WriterObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("write", 16), P("dialect", 24), P("rec", 32), V("rec_size", 40, 8),
	V("rec_len", 48, 8), V("num_fields", 56, 4), P("error_obj", 64),
};
static const struct kg_cmember m_XMLParserObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("parser", 16), P("target", 24), P("entity", 32), P("names", 40),
	P("handle_start_ns", 48), P("handle_end_ns", 56), P("handle_start", 64), P("handle_data", 72),
	P("handle_end", 80), P("handle_comment", 88), P("handle_pi", 96), P("handle_doctype", 104),
	P("handle_close", 112), P("state", 120), P("elementtree_module", 128),
};
static const struct kg_cmember m_ZlibDecompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("zst", 16, 112), P("zst.next_in", 16), V("zst.avail_in", 24, 4),
	V("zst.total_in", 32, 8), P("zst.next_out", 40), V("zst.avail_out", 48, 4), V("zst.total_out", 56, 8),
	P("zst.msg", 64), P("zst.state", 72), P("zst.zalloc", 80), P("zst.zfree", 88), P("zst.opaque", 96),
	V("zst.data_type", 104, 4), V("zst.adler", 112, 8), V("zst.reserved", 120, 8), P("zdict", 128), P("lock", 136),
	P("unused_data", 144), P("input_buffer", 152), V("input_buffer_size", 160, 8), V("avail_in_real", 168, 8),
	V("is_initialised", 176, 1), V("eof", 177, 1), V("needs_input", 178, 1),
};
static const struct kg_cmember m_ZstdCompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("cctx", 16), P("dict", 24), V("last_mode", 32, 4), V("use_multithread", 36, 4),
	V("mt_maybe_busy", 40, 4), V("compression_level", 44, 4), V("lock", 48, 1), V("lock._bits", 48, 1),
};
static const struct kg_cmember m_ZstdDecompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dctx", 16), P("dict", 24), P("input_buffer", 32), V("input_buffer_size", 40, 8),
	V("in_begin", 48, 8), V("in_end", 56, 8), P("unused_data", 64), V("needs_input", 72, 1), V("eof", 73, 1),
	V("lock", 74, 1), V("lock._bits", 74, 1),
};
static const struct kg_cmember m__InternalNameMapperState[] = {
	P("set", 0), V("error", 8, 4),
};
static const struct kg_cmember m__ODictNode[] = {
	P("key", 0), V("hash", 8, 8), P("next", 16), P("prev", 24),
};
static const struct kg_cmember m__PyAsyncGenWrappedValue[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("agw_val", 16),
};
static const struct kg_cmember m__PyCoCached[] = {
	P("_co_code", 0), P("_co_varnames", 8), P("_co_cellvars", 16), P("_co_freevars", 24),
};
static const struct kg_cmember m__PyDateTime_BaseTZInfo[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1),
};
static const struct kg_cmember m__PyDictViewObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dv_dict", 16),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("s_instrs", 16), V("s_allocated", 24, 4), V("s_used", 28, 4),
	V("s_next_free_label", 32, 4), P("s_labelmap", 40), V("s_labelmap_size", 48, 4), P("s_nested", 56),
	P("s_annotations_code", 64),
};
static const struct kg_cmember m__PyInterpreterFrame[] = {
	V("f_executable", 0, 8), V("f_executable.bits", 0, 8), P("previous", 8), V("f_funcobj", 16, 8),
	V("f_funcobj.bits", 16, 8), P("f_globals", 24), P("f_builtins", 32), P("f_locals", 40), P("frame_obj", 48),
	P("instr_ptr", 56), P("stackpointer", 64), V("return_offset", 72, 2), V("owner", 74, 1), V("visited", 75, 1),
	A("localsplus", 80, 8, 8, 0),
};
static const struct kg_cmember m__PyListIterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m__PyManagedBufferObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("flags", 16, 4), V("exports", 24, 8), V("master", 32, 80), P("master.buf", 32),
	P("master.obj", 40), V("master.len", 48, 8), V("master.itemsize", 56, 8), V("master.readonly", 64, 4),
	V("master.ndim", 68, 4), P("master.format", 72), P("master.shape", 80), P("master.strides", 88),
	P("master.suboffsets", 96), P("master.internal", 104),
};
static const struct kg_cmember m__PyNamespaceObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ns_dict", 16),
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
	V("static_objects", 14064, 76688), V("_main_interpreter", 90752, 225864),
};
static const struct kg_cmember m__PySSLPasswordInfo[] = {
	P("thread_state", 0), P("callable", 8), P("password", 16), V("size", 24, 4), V("error", 28, 4),
};
static const struct kg_cmember m__PyStackChunk[] = {
	P("previous", 0), V("size", 8, 8), V("top", 16, 8), A("data", 24, 8, 8, 1),
};
static const struct kg_cmember m__PyThreadStateImpl[] = {
	P("base.prev", 0), P("base.next", 8), P("base.interp", 16), V("base.eval_breaker", 24, 8),
	V("base._status", 32, 4), {"base._status.initialized", 32, 4, 0, 0, 1, 0},
	{"base._status.bound", 32, 4, 0, 1, 1, 0}, {"base._status.unbound", 32, 4, 0, 2, 1, 0},
	{"base._status.bound_gilstate", 32, 4, 0, 3, 1, 0}, {"base._status.active", 32, 4, 0, 4, 1, 0},
	{"base._status.finalizing", 32, 4, 0, 5, 1, 0}, {"base._status.cleared", 32, 4, 0, 6, 1, 0},
	{"base._status.finalized", 32, 4, 0, 7, 1, 0}, V("base.holds_gil", 36, 4), V("base._whence", 40, 4),
	V("base.state", 44, 4), V("base.py_recursion_remaining", 48, 4), V("base.py_recursion_limit", 52, 4),
	V("base.recursion_headroom", 56, 4), V("base.tracing", 60, 4), V("base.what_event", 64, 4),
	P("base.current_frame", 72), P("base.c_profilefunc", 80), P("base.c_tracefunc", 88), P("base.c_profileobj", 96),
	P("base.c_traceobj", 104), P("base.current_exception", 112), P("base.exc_info", 120), P("base.dict", 128),
	V("base.gilstate_counter", 136, 4), P("base.async_exc", 144), V("base.thread_id", 152, 8),
	V("base.native_thread_id", 160, 8), P("base.delete_later", 168), V("base.critical_section", 176, 8),
	V("base.coroutine_origin_tracking_depth", 184, 4), P("base.async_gen_firstiter", 192),
	P("base.async_gen_finalizer", 200), P("base.context", 208), V("base.context_ver", 216, 8), V("base.id", 224, 8),
	P("base.datastack_chunk", 232), P("base.datastack_top", 240), P("base.datastack_limit", 248),
	V("base.exc_state", 256, 16), P("base.exc_state.exc_value", 256), P("base.exc_state.previous_item", 264),
	P("base.current_executor", 272), V("base.dict_global_version", 280, 8), P("base.threading_local_key", 288),
	P("base.threading_local_sentinel", 296), V("base.remote_debugger_support", 304, 516),
	V("base.remote_debugger_support.debugger_pending_call", 304, 4),
	A("base.remote_debugger_support.debugger_script_path", 308, 512, 1, 0), P("base.datastack_cached_chunk", 824),
	V("refcount", 832, 8), V("c_stack_top", 840, 8), V("c_stack_soft_limit", 848, 8),
	V("c_stack_hard_limit", 856, 8), P("asyncio_running_loop", 864), P("asyncio_running_task", 872),
	V("asyncio_tasks_head", 880, 16), P("asyncio_tasks_head.next", 880), P("asyncio_tasks_head.prev", 888),
	P("qsbr", 896), V("mem_free_queue", 904, 16), P("mem_free_queue.next", 904), P("mem_free_queue.prev", 912),
	V("c_stack_init_base", 920, 8), V("c_stack_init_top", 928, 8),
};
static const struct kg_cmember m__PyTraceMalloc_Config[] = {
	V("initialized", 0, 4), V("tracing", 4, 4), V("max_nframe", 8, 4),
};
static const struct kg_cmember m__PyTupleIterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m__PyUnicodeWriter[] = {
	P("buffer", 0), P("data", 8), V("kind", 16, 4), V("maxchar", 20, 4), V("size", 24, 8), V("pos", 32, 8),
	V("min_length", 40, 8), V("min_char", 48, 4), V("overallocate", 52, 1), V("readonly", 53, 1),
};
static const struct kg_cmember m__Py_AuditHookEntry[] = {
	P("next", 0), P("hookCFunction", 8), P("userData", 16),
};
static const struct kg_cmember m__Py_exc_state[] = {
	P("errnomap", 0), P("memerrors_freelist", 8), V("memerrors_numfree", 16, 4), P("PyExc_ExceptionGroup", 24),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("data", 16), P("description", 24),
};
static const struct kg_cmember m__abc_data[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("_abc_registry", 16), P("_abc_cache", 24), P("_abc_negative_cache", 32),
	V("_abc_negative_cache_version", 40, 8),
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
static const struct kg_cmember m__dbm_state[] = {
	P("dbm_type", 0), P("dbm_error", 8),
};
static const struct kg_cmember m__dictkeysobject[] = {
	V("dk_refcnt", 0, 8), V("dk_log2_size", 8, 1), V("dk_log2_index_bytes", 9, 1), V("dk_kind", 10, 1),
	V("dk_version", 12, 4), V("dk_usable", 16, 8), V("dk_nentries", 24, 8), A("dk_indices", 32, 0, 1, 0),
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
	A("generations", 24, 72, 24, 0), V("permanent_generation", 96, 24), V("permanent_generation.head", 96, 16),
	V("permanent_generation.head._gc_next", 96, 8), V("permanent_generation.head._gc_prev", 104, 8),
	V("permanent_generation.threshold", 112, 4), V("permanent_generation.count", 116, 4),
	A("generation_stats", 120, 72, 24, 0), V("collecting", 192, 4), P("garbage", 200), P("callbacks", 208),
	V("heap_size", 216, 8), V("dummy1", 224, 8), V("dummy2", 232, 4), V("dummy3", 236, 4),
	V("long_lived_total", 240, 8), V("long_lived_pending", 248, 8), P("generation0", 256),
};
static const struct kg_cmember m__grouperobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("parent", 16), P("tgtkey", 24),
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
	V("od_dict", 0, 48), V("od_dict.ob_base", 0, 16), V("od_dict.ob_base.ob_refcnt_full", 0, 8),
	V("od_dict.ob_base.ob_refcnt", 0, 4), V("od_dict.ob_base._aligner", 0, 1),
	V("od_dict.ob_base.ob_overflow", 4, 2), V("od_dict.ob_base.ob_flags", 6, 2), P("od_dict.ob_base.ob_type", 8),
	V("od_dict.ma_used", 16, 8), V("od_dict._ma_watcher_tag", 24, 8), P("od_dict.ma_keys", 32),
	P("od_dict.ma_values", 40), P("od_first", 48), P("od_last", 56), P("od_fast_nodes", 64),
	V("od_fast_nodes_size", 72, 8), P("od_resize_sentinel", 80), V("od_state", 88, 8), P("od_inst_dict", 96),
	P("od_weakreflist", 104),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ctx_prev", 16), P("ctx_vars", 24), P("ctx_weakreflist", 32),
	V("ctx_entered", 40, 4),
};
static const struct kg_cmember m__pycontexttokenobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("tok_ctx", 16), P("tok_var", 24), P("tok_oldval", 32), V("tok_used", 40, 4),
};
static const struct kg_cmember m__pycontextvarobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("var_name", 16), P("var_default", 24), P("var_cached", 32),
	V("var_cached_tsid", 40, 8), V("var_cached_tsver", 48, 8), V("var_hash", 56, 8),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("ste_id", 16), P("ste_symbols", 24), P("ste_name", 32), P("ste_varnames", 40),
	P("ste_children", 48), P("ste_directives", 56), P("ste_mangled_names", 64), V("ste_type", 72, 4),
	P("ste_scope_info", 80), V("ste_nested", 88, 4), {"ste_generator", 92, 4, 0, 0, 1, 0},
	{"ste_coroutine", 92, 4, 0, 1, 1, 0}, {"ste_annotations_used", 92, 4, 0, 2, 1, 0},
	V("ste_comprehension", 96, 4), {"ste_varargs", 100, 4, 0, 0, 1, 0}, {"ste_varkeywords", 100, 4, 0, 1, 1, 0},
	{"ste_returns_value", 100, 4, 0, 2, 1, 0}, {"ste_needs_class_closure", 100, 4, 0, 3, 1, 0},
	{"ste_needs_classdict", 100, 4, 0, 4, 1, 0}, {"ste_comp_inlined", 100, 4, 0, 5, 1, 0},
	{"ste_comp_iter_target", 100, 4, 0, 6, 1, 0}, {"ste_can_see_class_scope", 100, 4, 0, 7, 1, 0},
	{"ste_has_docstring", 100, 4, 0, 8, 1, 0}, {"ste_method", 100, 4, 0, 9, 1, 0},
	{"ste_has_conditional_annotations", 100, 4, 0, 10, 1, 0}, {"ste_in_conditional_block", 100, 4, 0, 11, 1, 0},
	{"ste_in_unevaluated_annotation", 100, 4, 0, 12, 1, 0}, V("ste_comp_iter_expr", 104, 4), V("ste_loc", 108, 16),
	V("ste_loc.lineno", 108, 4), V("ste_loc.end_lineno", 112, 4), V("ste_loc.col_offset", 116, 4),
	V("ste_loc.end_col_offset", 120, 4), P("ste_annotation_block", 128), P("ste_table", 136),
};
static const struct kg_cmember m__ttinfo[] = {
	P("utcoff", 0), P("dstoff", 8), P("tzname", 16), V("utcoff_seconds", 24, 8),
};
static const struct kg_cmember m__tuplegetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("index", 16, 8), P("doc", 24),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("total", 16), P("it", 24), P("binop", 32), P("initial", 40), P("state", 48),
};
static const struct kg_cmember m_anextawaitableobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("wrapped", 16), P("default_value", 24),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("index", 16, 8), P("ao", 24), P("getitem", 32),
};
static const struct kg_cmember m_arrayobject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("ob_item", 24), V("allocated", 32, 8), P("ob_descr", 40), P("weakreflist", 48),
	V("ob_exports", 56, 8),
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
	P("ll_callbacks", 0), P("callbacks", 8),
};
static const struct kg_cmember m_attrgetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("nattrs", 16, 8), P("attr", 24), P("vectorcall", 32),
};
static const struct kg_cmember m_batchedobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("it", 16), V("batch_size", 24, 8), V("strict", 32, 1),
};
static const struct kg_cmember m_binascii_state[] = {
	P("Error", 0), P("Incomplete", 8),
};
static const struct kg_cmember m_bisect_state[] = {
	P("str_insert", 0),
};
static const struct kg_cmember m_buffered[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("raw", 16), V("ok", 24, 4), V("detached", 28, 4), V("readable", 32, 4),
	V("writable", 36, 4), V("finalizing", 40, 1), V("fast_closed_checks", 44, 4), V("abs_pos", 48, 8),
	P("buffer", 56), V("pos", 64, 8), V("raw_pos", 72, 8), V("read_end", 80, 8), V("write_pos", 88, 8),
	V("write_end", 96, 8), P("lock", 104), V("owner", 112, 8), V("buffer_size", 120, 8), V("buffer_mask", 128, 8),
	P("dict", 136), P("weakreflist", 144),
};
static const struct kg_cmember m_bytesio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("buf", 16), V("pos", 24, 8), V("string_size", 32, 8), P("dict", 40),
	P("weakreflist", 48), V("exports", 56, 8),
};
static const struct kg_cmember m_bytesiobuf[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("source", 16),
};
static const struct kg_cmember m_bytesiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_callable_cache[] = {
	P("isinstance", 0), P("len", 8), P("list_append", 16), P("object__getattribute__", 24),
};
static const struct kg_cmember m_callback_context[] = {
	P("callable", 0), P("module", 8), P("state", 16), V("refcount", 24, 8),
};
static const struct kg_cmember m_calliterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("it_callable", 16), P("it_sentinel", 24),
};
static const struct kg_cmember m_chainobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("source", 16), P("active", 24),
};
static const struct kg_cmember m_classmethod[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("cm_callable", 16), P("cm_dict", 24),
};
static const struct kg_cmember m_collections_state[] = {
	P("deque_type", 0), P("defdict_type", 8), P("dequeiter_type", 16), P("dequereviter_type", 24),
	P("tuplegetter_type", 32),
};
static const struct kg_cmember m_combinationsobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24), P("result", 32), V("r", 40, 8), V("stopped", 48, 4),
};
static const struct kg_cmember m_compobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("zst", 16, 112), P("zst.next_in", 16), V("zst.avail_in", 24, 4),
	V("zst.total_in", 32, 8), P("zst.next_out", 40), V("zst.avail_out", 48, 4), V("zst.total_out", 56, 8),
	P("zst.msg", 64), P("zst.state", 72), P("zst.zalloc", 80), P("zst.zfree", 88), P("zst.opaque", 96),
	V("zst.data_type", 104, 4), V("zst.adler", 112, 8), V("zst.reserved", 120, 8), P("unused_data", 128),
	P("unconsumed_tail", 136), V("eof", 144, 1), V("is_initialised", 145, 1), P("zdict", 152), P("lock", 160),
};
static const struct kg_cmember m_compressobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("data", 16), P("selectors", 24),
};
static const struct kg_cmember m_countobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("cnt", 16, 8), P("long_cnt", 24), P("long_step", 32),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24), P("result", 32), V("r", 40, 8), V("stopped", 48, 4),
};
static const struct kg_cmember m_cycleobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("it", 16), P("saved", 24), V("index", 32, 8),
};
static const struct kg_cmember m_datetime_state[] = {
	P("isocalendar_date_type", 0), P("us_per_ms", 8), P("us_per_second", 16), P("us_per_minute", 24),
	P("us_per_hour", 32), P("us_per_day", 40), P("us_per_week", 48), P("seconds_per_day", 56), P("epoch", 64),
};
static const struct kg_cmember m_dbmobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("flags", 16, 4), V("di_size", 20, 4), P("di_dbm", 24),
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
	V("dict", 0, 48), V("dict.ob_base", 0, 16), V("dict.ob_base.ob_refcnt_full", 0, 8),
	V("dict.ob_base.ob_refcnt", 0, 4), V("dict.ob_base._aligner", 0, 1), V("dict.ob_base.ob_overflow", 4, 2),
	V("dict.ob_base.ob_flags", 6, 2), P("dict.ob_base.ob_type", 8), V("dict.ma_used", 16, 8),
	V("dict._ma_watcher_tag", 24, 8), P("dict.ma_keys", 32), P("dict.ma_values", 40), P("default_factory", 48),
};
static const struct kg_cmember m_dequeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("b", 16), V("index", 24, 8), P("deque", 32), V("state", 40, 8), V("counter", 48, 8),
};
static const struct kg_cmember m_dequeobject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt_full", 0, 8),
	V("ob_base.ob_base.ob_refcnt", 0, 4), V("ob_base.ob_base._aligner", 0, 1),
	V("ob_base.ob_base.ob_overflow", 4, 2), V("ob_base.ob_base.ob_flags", 6, 2), P("ob_base.ob_base.ob_type", 8),
	V("ob_base.ob_size", 16, 8), P("leftblock", 24), P("rightblock", 32), V("leftindex", 40, 8),
	V("rightindex", 48, 8), V("state", 56, 8), V("maxlen", 64, 8), V("numfreeblocks", 72, 8),
	A("freeblocks", 80, 128, 8, 1), P("weakreflist", 208),
};
static const struct kg_cmember m_dictiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("di_dict", 16), V("di_used", 24, 8), V("di_pos", 32, 8), P("di_result", 40),
	V("len", 48, 8),
};
static const struct kg_cmember m_dropwhileobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24), V("start", 32, 8),
};
static const struct kg_cmember m_elementtreestate[] = {
	P("parseerror_obj", 0), P("deepcopy_obj", 8), P("elementpath_obj", 16), P("comment_factory", 24),
	P("pi_factory", 32), P("str_text", 40), P("str_tail", 48), P("str_append", 56), P("str_find", 64),
	P("str_findtext", 72), P("str_findall", 80), P("str_iterfind", 88), P("str_doctype", 96),
	P("Element_Type", 104), P("ElementIter_Type", 112), P("TreeBuilder_Type", 120), P("XMLParser_Type", 128),
	P("expat_capsule", 136), P("expat_capi", 144),
};
static const struct kg_cmember m_encoding_map[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), A("level1", 16, 32, 1, 0), V("count2", 48, 4), V("count3", 52, 4),
	A("level23", 56, 1, 1, 0),
};
static const struct kg_cmember m_enumobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("en_index", 16, 8), P("en_sit", 24), P("en_result", 32), P("en_longindex", 40),
	P("one", 48),
};
static const struct kg_cmember m_ffi_type[] = {
	V("size", 0, 8), V("alignment", 8, 2), V("type", 10, 2), P("elements", 16),
};
static const struct kg_cmember m_fileio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("fd", 16, 4), {"created", 20, 4, 0, 0, 1, 0}, {"readable", 20, 4, 0, 1, 1, 0},
	{"writable", 20, 4, 0, 2, 1, 0}, {"appending", 20, 4, 0, 3, 1, 0}, {"seekable", 20, 4, 0, 4, 2, 0},
	{"closefd", 20, 4, 0, 6, 1, 0}, V("finalizing", 21, 1), P("stat_atopen", 24), P("weakreflist", 32),
	P("dict", 40),
};
static const struct kg_cmember m_filterfalseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
};
static const struct kg_cmember m_filterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("future", 16),
};
static const struct kg_cmember m_gaiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("obj", 16),
};
static const struct kg_cmember m_gaobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("origin", 16), P("args", 24), P("parameters", 32), P("weakreflist", 40),
	V("starred", 48, 1), P("vectorcall", 56),
};
static const struct kg_cmember m_gc_generation[] = {
	V("head", 0, 16), V("head._gc_next", 0, 8), V("head._gc_prev", 8, 8), V("threshold", 16, 4), V("count", 20, 4),
};
static const struct kg_cmember m_gc_generation_stats[] = {
	V("collections", 0, 8), V("collected", 8, 8), V("uncollectable", 16, 8),
};
static const struct kg_cmember m_groupbyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("it", 16), P("keyfunc", 24), P("tgtkey", 32), P("currkey", 40), P("currvalue", 48),
	P("currgrouper", 56), P("state", 64),
};
static const struct kg_cmember m_grpmodulestate[] = {
	P("StructGrpType", 0),
};
static const struct kg_cmember m_hmacmodule_state[] = {
	P("hinfo_table", 0), P("unknown_hash_error", 8), P("hmac_type", 16), P("str_lower", 24),
	V("can_run_simd128", 32, 1), V("can_run_simd256", 33, 1),
};
static const struct kg_cmember m_interpolationobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("value", 16), P("expression", 24), P("conversion", 32), P("format_spec", 40),
};
static const struct kg_cmember m_iobase[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), P("weakreflist", 24),
};
static const struct kg_cmember m_isliceobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("it", 16), V("next", 24, 8), V("stop", 32, 8), V("step", 40, 8), V("cnt", 48, 8),
};
static const struct kg_cmember m_itemgetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("nitems", 16, 8), P("item", 24), V("index", 32, 8), P("vectorcall", 40),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("cmp", 16), P("object", 24),
};
static const struct kg_cmember m_lineiterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("li_code", 16), V("li_line", 24, 40), V("li_line.ar_start", 24, 4),
	V("li_line.ar_end", 28, 4), V("li_line.ar_line", 32, 4), V("li_line.opaque", 40, 24),
	V("li_line.opaque.computed_line", 40, 4), P("li_line.opaque.lo_next", 48), P("li_line.opaque.limit", 56),
};
static const struct kg_cmember m_list_of_panels[] = {
	P("po", 0), P("next", 8),
};
static const struct kg_cmember m_listreviterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_localdummyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("weakreflist", 16),
};
static const struct kg_cmember m_localobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("args", 16), P("kw", 24), P("weakreflist", 32), P("localdicts", 40),
	P("thread_watchdogs", 48),
};
static const struct kg_cmember m_lockobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("lock", 16, 1), V("lock._bits", 16, 1),
};
static const struct kg_cmember m_longrangeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("start", 16), P("step", 24), P("len", 32),
};
static const struct kg_cmember m_lru_cache_object[] = {
	V("root", 0, 56), V("root.ob_base", 0, 16), V("root.ob_base.ob_refcnt_full", 0, 8),
	V("root.ob_base.ob_refcnt", 0, 4), V("root.ob_base._aligner", 0, 1), V("root.ob_base.ob_overflow", 4, 2),
	V("root.ob_base.ob_flags", 6, 2), P("root.ob_base.ob_type", 8), P("root.prev", 16), P("root.next", 24),
	V("root.hash", 32, 8), P("root.key", 40), P("root.result", 48), P("wrapper", 56), V("typed", 64, 4),
	P("cache", 72), V("hits", 80, 8), P("func", 88), V("maxsize", 96, 8), V("misses", 104, 8), P("kwd_mark", 112),
	P("lru_list_elem_type", 120), P("cache_info_type", 128), P("dict", 136), P("weakreflist", 144),
};
static const struct kg_cmember m_lru_list_elem[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("prev", 16), P("next", 24), V("hash", 32, 8), P("key", 40), P("result", 48),
};
static const struct kg_cmember m_managed_static_type_state[] = {
	P("type", 0), V("isbuiltin", 8, 4), V("readying", 12, 4), V("ready", 16, 4), P("tp_dict", 24),
	P("tp_subclasses", 32), P("tp_weaklist", 40),
};
static const struct kg_cmember m_mapobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("iters", 16), P("func", 24), V("strict", 32, 4),
};
static const struct kg_cmember m_mappingproxyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("mapping", 16),
};
static const struct kg_cmember m_memoryiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24), V("it_length", 32, 8), P("it_fmt", 40),
};
static const struct kg_cmember m_methodcallerobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("name", 16), P("args", 24), P("kwds", 32), P("vectorcall_args", 40),
	P("vectorcall_kwnames", 48), P("vectorcall", 56),
};
static const struct kg_cmember m_mmap_object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("data", 16), V("size", 24, 8), V("pos", 32, 8), V("offset", 40, 8),
	V("exports", 48, 8), V("fd", 56, 4), V("trackfd", 60, 1), V("flags", 64, 4), P("weakreflist", 72),
	V("access", 80, 4),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("decoder", 16), P("errors", 24), {"pendingcr", 32, 4, 0, 0, 1, 0},
	{"translate", 32, 4, 0, 1, 1, 0}, {"seennl", 32, 4, 0, 2, 3, 0},
};
static const struct kg_cmember m_odictiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("kind", 16, 4), P("di_odict", 24), V("di_size", 32, 8), V("di_state", 40, 8),
	P("di_current", 48), P("di_result", 56),
};
static const struct kg_cmember m_pairwiseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("it", 16), P("old", 24), P("result", 32),
};
static const struct kg_cmember m_paramspecattrobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("__origin__", 16),
};
static const struct kg_cmember m_paramspecobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("name", 16), P("bound", 24), P("default_value", 32), P("evaluate_default", 40),
	V("covariant", 48, 1), V("contravariant", 49, 1), V("infer_variance", 50, 1),
};
static const struct kg_cmember m_partialobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("fn", 16), P("args", 24), P("kw", 32), P("dict", 40), P("weakreflist", 48),
	P("placeholder", 56), V("phcount", 64, 8), P("vectorcall", 72),
};
static const struct kg_cmember m_permutationsobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24), P("cycles", 32), P("result", 40), V("r", 48, 8),
	V("stopped", 56, 4),
};
static const struct kg_cmember m_pollObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dict", 16), V("ufd_uptodate", 24, 4), V("ufd_len", 28, 4), P("ufds", 32),
	V("poll_running", 40, 4),
};
static const struct kg_cmember m_pool_header[] = {
	V("ref", 0, 8), P("ref._padding", 0), V("ref.count", 0, 4), P("freeblock", 8), P("nextpool", 16),
	P("prevpool", 24), V("arenaindex", 32, 4), V("szidx", 36, 4), V("nextoffset", 40, 4), V("maxnextoffset", 44, 4),
};
static const struct kg_cmember m_positionsiterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pi_code", 16), V("pi_range", 24, 40), V("pi_range.ar_start", 24, 4),
	V("pi_range.ar_end", 28, 4), V("pi_range.ar_line", 32, 4), V("pi_range.opaque", 40, 24),
	V("pi_range.opaque.computed_line", 40, 4), P("pi_range.opaque.lo_next", 48), P("pi_range.opaque.limit", 56),
	V("pi_offset", 64, 4), V("pi_endline", 68, 4), V("pi_column", 72, 4), V("pi_endcolumn", 76, 4),
};
static const struct kg_cmember m_productobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pools", 16), P("indices", 24), P("result", 32), V("stopped", 40, 4),
};
static const struct kg_cmember m_propertyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("prop_get", 16), P("prop_set", 24), P("prop_del", 32), P("prop_doc", 40),
	P("prop_name", 48), V("getter_doc", 56, 4),
};
static const struct kg_cmember m_pwdmodulestate[] = {
	P("StructPwdType", 0),
};
static const struct kg_cmember m_pyEpoll_Object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("epfd", 16, 4),
};
static const struct kg_cmember m_pyexpat_state[] = {
	P("xml_parse_type", 0), P("error", 8), P("str_read", 16),
};
static const struct kg_cmember m_pylist[] = {
	P("obj", 0), V("fd", 8, 4), V("sentinel", 12, 4),
};
static const struct kg_cmember m_pysqlite_Blob[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("connection", 16), P("blob", 24), V("offset", 32, 4), P("in_weakreflist", 40),
};
static const struct kg_cmember m_pysqlite_Connection[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("db", 16), P("state", 24), V("detect_types", 32, 4), P("isolation_level", 40),
	V("autocommit", 48, 4), V("check_same_thread", 52, 4), V("initialized", 56, 4), V("thread_ident", 64, 8),
	P("statement_cache", 72), P("cursors", 80), P("blobs", 88), V("created_cursors", 96, 4), P("row_factory", 104),
	P("text_factory", 112), P("trace_ctx", 120), P("progress_ctx", 128), P("authorizer_ctx", 136),
	P("Warning", 144), P("Error", 152), P("InterfaceError", 160), P("DatabaseError", 168), P("DataError", 176),
	P("OperationalError", 184), P("IntegrityError", 192), P("InternalError", 200), P("ProgrammingError", 208),
	P("NotSupportedError", 216),
};
static const struct kg_cmember m_pysqlite_Cursor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("connection", 16), P("description", 24), P("row_cast_map", 32),
	V("arraysize", 40, 4), P("lastrowid", 48), V("rowcount", 56, 8), P("row_factory", 64), P("statement", 72),
	V("closed", 80, 4), V("locked", 84, 4), V("initialized", 88, 4), P("in_weakreflist", 96),
};
static const struct kg_cmember m_pysqlite_Row[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("data", 16), P("description", 24),
};
static const struct kg_cmember m_pysqlite_Statement[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("st", 16), V("is_dml", 24, 4),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("start", 16), P("stop", 24), P("step", 32), P("length", 40),
};
static const struct kg_cmember m_readlinestate[] = {
	P("completion_display_matches_hook", 0), P("startup_hook", 8), P("pre_input_hook", 16), P("completer", 24),
	P("begidx", 32), P("endidx", 40),
};
static const struct kg_cmember m_repeatobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("element", 16), V("cnt", 24, 8),
};
static const struct kg_cmember m_resourcemodulestate[] = {
	P("StructRUsageType", 0),
};
static const struct kg_cmember m_reversedobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("index", 16, 8), P("seq", 24),
};
static const struct kg_cmember m_rlockobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("lock", 16, 24), V("lock.mutex", 16, 1), V("lock.mutex._bits", 16, 1),
	V("lock.thread", 24, 8), V("lock.level", 32, 8),
};
static const struct kg_cmember m_rotating_node_s[] = {
	P("key", 0), P("left", 8), P("right", 16),
};
static const struct kg_cmember m_rwpair[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("reader", 16), P("writer", 24), P("dict", 32), P("weakreflist", 40),
};
static const struct kg_cmember m_seqiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_setentry[] = {
	P("key", 0), V("hash", 8, 8),
};
static const struct kg_cmember m_setiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("si_set", 16), V("si_used", 24, 8), V("si_pos", 32, 8), V("len", 40, 8),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("has_threads_waiting", 16, 1), V("buf", 24, 40), V("buf.put_idx", 24, 8),
	V("buf.get_idx", 32, 8), P("buf.items", 40), V("buf.items_cap", 48, 8), V("buf.num_items", 56, 8),
	P("weakreflist", 64),
};
static const struct kg_cmember m_socket_state[] = {
	P("sock_type", 0), P("socket_herror", 8), P("socket_gaierror", 16), V("defaulttimeout", 24, 8),
};
static const struct kg_cmember m_starmapobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
};
static const struct kg_cmember m_staticmethod[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("sm_callable", 16), P("sm_dict", 24),
};
static const struct kg_cmember m_stringio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("buf", 16), V("pos", 24, 8), V("string_size", 32, 8), V("buf_size", 40, 8),
	V("state", 48, 4), P("writer", 56), V("ok", 64, 1), V("closed", 65, 1), V("readuniversal", 66, 1),
	V("readtranslate", 67, 1), P("decoder", 72), P("readnl", 80), P("writenl", 88), P("dict", 96),
	P("weakreflist", 104), P("module_state", 112),
};
static const struct kg_cmember m_striterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_superobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("type", 16), P("obj", 24), P("obj_type", 32),
};
static const struct kg_cmember m_tagCDataObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("b_ptr", 16), V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8),
	V("b_length", 48, 8), V("b_index", 56, 8), P("b_objects", 64), V("b_value", 80, 16),
	A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2), V("b_value.i", 80, 4), V("b_value.l", 80, 8),
	V("b_value.f", 80, 4), V("b_value.d", 80, 8), V("b_value.ll", 80, 8), V("b_value.D", 80, 16),
};
static const struct kg_cmember m_tagPyCArgObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("pffi_type", 16), V("tag", 24, 1), V("value", 32, 32), V("value.c", 32, 1),
	V("value.b", 32, 1), V("value.h", 32, 2), V("value.i", 32, 4), V("value.l", 32, 8), V("value.q", 32, 8),
	V("value.g", 32, 16), V("value.d", 32, 8), V("value.f", 32, 4), P("value.p", 32), A("value.D", 32, 16, 8, 0),
	A("value.F", 32, 8, 4, 0), A("value.G", 32, 32, 16, 0), P("obj", 64), V("size", 72, 8),
};
static const struct kg_cmember m_takewhileobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24), V("stop", 32, 8),
};
static const struct kg_cmember m_teedataobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("it", 16), V("numread", 24, 4), V("running", 28, 4), P("nextlink", 32),
	A("values", 40, 456, 8, 1),
};
static const struct kg_cmember m_teeobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("dataobj", 16), V("index", 24, 4), P("weakreflist", 32), P("state", 40),
};
static const struct kg_cmember m_templateiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("stringsiter", 16), P("interpolationsiter", 24), V("from_strings", 32, 4),
};
static const struct kg_cmember m_templateobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("strings", 16), P("interpolations", 24),
};
static const struct kg_cmember m_termiosmodulestate[] = {
	P("TermiosError", 0),
};
static const struct kg_cmember m_textio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("ok", 16, 4), V("detached", 20, 4), V("chunk_size", 24, 8), P("buffer", 32),
	P("encoding", 40), P("encoder", 48), P("decoder", 56), P("readnl", 64), P("errors", 72), P("writenl", 80),
	V("line_buffering", 88, 1), V("write_through", 89, 1), V("readuniversal", 90, 1), V("readtranslate", 91, 1),
	V("writetranslate", 92, 1), V("seekable", 93, 1), V("has_read1", 94, 1), V("telling", 95, 1),
	V("finalizing", 96, 1), P("encodefunc", 104), V("encoding_start_of_stream", 112, 1), P("decoded_chars", 120),
	V("decoded_chars_used", 128, 8), P("pending_bytes", 136), V("pending_bytes_count", 144, 8), P("snapshot", 152),
	V("b2cratio", 160, 8), P("raw", 168), P("weakreflist", 176), P("dict", 184), P("state", 192),
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
	V("report_warnings", 2848, 4), A("tok_mode_stack", 2856, 14400, 96, 0), V("tok_mode_stack_index", 17256, 4),
	V("tok_extra_tokens", 17260, 4), V("comment_newline", 17264, 4), V("implicit_newline", 17268, 4),
	V("barry_as_bdfl", 17272, 4),
};
static const struct kg_cmember m_tokenize_state[] = {
	P("TokenizerIter", 0),
};
static const struct kg_cmember m_tokenizeriterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("tok", 16), V("done", 24, 4), P("last_line", 32), V("last_lineno", 40, 8),
	V("last_end_lineno", 48, 8), V("byte_col_offset_diff", 56, 8),
};
static const struct kg_cmember m_trace_t[] = {
	V("size", 0, 8), P("traceback", 8),
};
static const struct kg_cmember m_traceback_t[] = {
	V("hash", 0, 8), V("nframe", 8, 2), V("total_nframe", 10, 2), A("frames", 12, 12, 12, 0),
};
static const struct kg_cmember m_type_cache_entry[] = {
	V("version", 0, 4), P("name", 8), P("value", 16),
};
static const struct kg_cmember m_typealiasobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("name", 16), P("type_params", 24), P("compute_value", 32), P("value", 40),
	P("module", 48),
};
static const struct kg_cmember m_typevarobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("name", 16), P("bound", 24), P("evaluate_bound", 32), P("constraints", 40),
	P("evaluate_constraints", 48), P("default_value", 56), P("evaluate_default", 64), V("covariant", 72, 1),
	V("contravariant", 73, 1), V("infer_variance", 74, 1),
};
static const struct kg_cmember m_typevartupleobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("name", 16), P("default_value", 24), P("evaluate_default", 32),
};
static const struct kg_cmember m_unicodeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_unionobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("args", 16), P("hashable_args", 24), P("unhashable_args", 32), P("parameters", 40),
	P("weakreflist", 48),
};
static const struct kg_cmember m_unpackiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("so", 16), V("buf", 24, 80), P("buf.buf", 24), P("buf.obj", 32), V("buf.len", 40, 8),
	V("buf.itemsize", 48, 8), V("buf.readonly", 56, 4), V("buf.ndim", 60, 4), P("buf.format", 64),
	P("buf.shape", 72), P("buf.strides", 80), P("buf.suboffsets", 88), P("buf.internal", 96), V("index", 104, 8),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("descr", 16), P("self", 24),
};
static const struct kg_cmember m_xmlparseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), P("itself", 16), P("parent", 24), V("ordered_attributes", 32, 4),
	V("specified_attributes", 36, 4), V("in_callback", 40, 4), V("ns_prefixes", 44, 4), P("buffer", 48),
	V("buffer_size", 56, 4), V("buffer_used", 60, 4), V("reparse_deferral_enabled", 64, 1), P("intern", 72),
	P("handlers", 80),
};
static const struct kg_cmember m_ziplongestobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("tuplesize", 16, 8), V("numactive", 24, 8), P("ittuple", 32), P("result", 40),
	P("fillvalue", 48),
};
static const struct kg_cmember m_zipobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt_full", 0, 8), V("ob_base.ob_refcnt", 0, 4),
	V("ob_base._aligner", 0, 1), V("ob_base.ob_overflow", 4, 2), V("ob_base.ob_flags", 6, 2),
	P("ob_base.ob_type", 8), V("tuplesize", 16, 8), P("ittuple", 24), P("result", 32), V("strict", 40, 4),
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
	S("AST_object", AST_object, 24),
	S("BLOCK", BLOCK, 528),
	S("BZ2Compressor", BZ2Compressor, 112),
	S("BZ2Decompressor", BZ2Decompressor, 152),
	S("Blake2State", Blake2State, 32),
	S("CDataObject", CDataObject, 96),
	S("CFieldObject", CFieldObject, 80),
	S("CThunkObject", CThunkObject, 128),
	S("Compressor", Compressor, 192),
	S("DecCondMap", DecCondMap, 32),
	S("Decompressor", Decompressor, 224),
	S("DialectObj", DialectObj, 48),
	S("DictRemoverObject", DictRemoverObject, 32),
	S("DirEntry", DirEntry, 72),
	S("EVPobject", EVPobject, 32),
	S("ElementIterObject", ElementIterObject, 64),
	S("ElementObject", ElementObject, 56),
	S("ElementObjectExtra", ElementObjectExtra, 64),
	S("FutureObj", FutureObj, 112),
	S("HMACobject", HMACobject, 32),
	S("MD5State", MD5State, 8),
	S("MD5object", MD5object, 32),
	S("MatchObject", MatchObject, 88),
	S("Memo", Memo, 32),
	S("MultibyteCodec", MultibyteCodec, 80),
	S("MultibyteCodecObject", MultibyteCodecObject, 32),
	S("MultibyteDecodeBuffer", MultibyteDecodeBuffer, 88),
	S("MultibyteEncodeBuffer", MultibyteEncodeBuffer, 56),
	S("MultibyteIncrementalDecoderObject", MultibyteIncrementalDecoderObject, 56),
	S("MultibyteIncrementalEncoderObject", MultibyteIncrementalEncoderObject, 48),
	S("MultibyteStatefulCodecContext", MultibyteStatefulCodecContext, 40),
	S("MultibyteStatefulDecoderContext", MultibyteStatefulDecoderContext, 56),
	S("MultibyteStatefulEncoderContext", MultibyteStatefulEncoderContext, 48),
	S("MultibyteStreamReaderObject", MultibyteStreamReaderObject, 64),
	S("MultibyteStreamWriterObject", MultibyteStreamWriterObject, 56),
	S("ParentLocator", ParentLocator, 16),
	S("PatternObject", PatternObject, 96),
	S("Pdata", Pdata, 56),
	S("PickleState", PickleState, 152),
	S("PicklerMemoProxyObject", PicklerMemoProxyObject, 24),
	S("PicklerObject", PicklerObject, 152),
	S("ProfilerContext", ProfilerContext, 32),
	S("ProfilerEntry", ProfilerEntry, 80),
	S("ProfilerObject", ProfilerObject, 80),
	S("PyASCIIObject", PyASCIIObject, 40),
	S("PyAsyncGenASend", PyAsyncGenASend, 40),
	S("PyAsyncGenAThrow", PyAsyncGenAThrow, 40),
	S("PyAsyncGenObject", PyAsyncGenObject, 160),
	S("PyAsyncMethods", PyAsyncMethods, 32),
	S("PyAttributeErrorObject", PyAttributeErrorObject, 88),
	S("PyBaseExceptionGroupObject", PyBaseExceptionGroupObject, 96),
	S("PyBaseExceptionObject", PyBaseExceptionObject, 72),
	S("PyBufferProcs", PyBufferProcs, 16),
	S("PyByteArrayObject", PyByteArrayObject, 56),
	S("PyBytesObject", PyBytesObject, 40),
	S("PyCArgObject", PyCArgObject, 80),
	S("PyCFuncPtrObject", PyCFuncPtrObject, 160),
	S("PyCFunctionObject", PyCFunctionObject, 56),
	S("PyCMethodObject", PyCMethodObject, 64),
	S("PyCapsule", PyCapsule, 64),
	S("PyCellObject", PyCellObject, 24),
	S("PyCodeObject", PyCodeObject, 216),
	S("PyCompactUnicodeObject", PyCompactUnicodeObject, 56),
	S("PyComplexObject", PyComplexObject, 32),
	S("PyContext", PyContext, 48),
	S("PyContextToken", PyContextToken, 48),
	S("PyContextVar", PyContextVar, 64),
	S("PyCoroObject", PyCoroObject, 160),
	S("PyCoroWrapper", PyCoroWrapper, 24),
	S("PyCursesPanelObject", PyCursesPanelObject, 32),
	S("PyCursesWindowObject", PyCursesWindowObject, 40),
	S("PyDateTime_CAPI", PyDateTime_CAPI, 120),
	S("PyDateTime_Date", PyDateTime_Date, 32),
	S("PyDateTime_DateTime", PyDateTime_DateTime, 48),
	S("PyDateTime_Delta", PyDateTime_Delta, 40),
	S("PyDateTime_IsoCalendarDate", PyDateTime_IsoCalendarDate, 40),
	S("PyDateTime_TZInfo", PyDateTime_TZInfo, 16),
	S("PyDateTime_Time", PyDateTime_Time, 40),
	S("PyDateTime_TimeZone", PyDateTime_TimeZone, 32),
	S("PyDecContextManagerObject", PyDecContextManagerObject, 32),
	S("PyDecContextObject", PyDecContextObject, 104),
	S("PyDecObject", PyDecObject, 104),
	S("PyDecSignalDictObject", PyDecSignalDictObject, 24),
	S("PyDescrObject", PyDescrObject, 40),
	S("PyDictKeyEntry", PyDictKeyEntry, 24),
	S("PyDictKeysObject", PyDictKeysObject, 32),
	S("PyDictObject", PyDictObject, 48),
	S("PyDictUnicodeEntry", PyDictUnicodeEntry, 16),
	S("PyDictValues", PyDictValues, 16),
	S("PyEncoderObject", PyEncoderObject, 80),
	S("PyFloatObject", PyFloatObject, 24),
	S("PyFrameObject", PyFrameObject, 80),
	S("PyFunctionObject", PyFunctionObject, 152),
	S("PyGC_Head", PyGC_Head, 16),
	S("PyGenObject", PyGenObject, 160),
	S("PyGetSetDef", PyGetSetDef, 40),
	S("PyHamtIterator", PyHamtIterator, 168),
	S("PyHamtIteratorState", PyHamtIteratorState, 136),
	S("PyHamtNode", PyHamtNode, 16),
	S("PyHamtNode_Array", PyHamtNode_Array, 280),
	S("PyHamtNode_Bitmap", PyHamtNode_Bitmap, 40),
	S("PyHamtNode_Collision", PyHamtNode_Collision, 40),
	S("PyHamtObject", PyHamtObject, 40),
	S("PyHeapTypeObject", PyHeapTypeObject, 936),
	S("PyImportErrorObject", PyImportErrorObject, 104),
	S("PyInstanceMethodObject", PyInstanceMethodObject, 24),
	S("PyInterpreterState", PyInterpreterState, 225864),
	S("PyListObject", PyListObject, 40),
	S("PyLongObject", PyLongObject, 32),
	S("PyMappingMethods", PyMappingMethods, 24),
	S("PyMemberDef", PyMemberDef, 40),
	S("PyMemoEntry", PyMemoEntry, 16),
	S("PyMemoTable", PyMemoTable, 32),
	S("PyMemoryViewObject", PyMemoryViewObject, 152),
	S("PyMethodDef", PyMethodDef, 32),
	S("PyMethodObject", PyMethodObject, 48),
	S("PyModuleDef", PyModuleDef, 104),
	S("PyModuleDef_Base", PyModuleDef_Base, 40),
	S("PyModuleDef_Slot", PyModuleDef_Slot, 16),
	S("PyModuleObject", PyModuleObject, 56),
	S("PyNameErrorObject", PyNameErrorObject, 80),
	S("PyNumberMethods", PyNumberMethods, 288),
	S("PyODictObject", PyODictObject, 112),
	S("PyOSErrorObject", PyOSErrorObject, 112),
	S("PyObject", PyObject, 16),
	S("PyPickleBufferObject", PyPickleBufferObject, 104),
	S("PySSLCertificate", PySSLCertificate, 32),
	S("PySSLContext", PySSLContext, 120),
	S("PySSLMemoryBIO", PySSLMemoryBIO, 32),
	S("PySSLSession", PySSLSession, 32),
	S("PySSLSocket", PySSLSocket, 88),
	S("PySTEntryObject", PySTEntryObject, 144),
	S("PyScannerObject", PyScannerObject, 64),
	S("PySequenceMethods", PySequenceMethods, 80),
	S("PySetObject", PySetObject, 200),
	S("PySliceObject", PySliceObject, 40),
	S("PySocketModule_APIObject", PySocketModule_APIObject, 24),
	S("PySocketSockObject", PySocketSockObject, 56),
	S("PyStdPrinter_Object", PyStdPrinter_Object, 24),
	S("PyStopIterationObject", PyStopIterationObject, 80),
	S("PyStructObject", PyStructObject, 56),
	S("PySyntaxErrorObject", PySyntaxErrorObject, 144),
	S("PySystemExitObject", PySystemExitObject, 80),
	S("PyThreadState", PyThreadState, 832),
	S("PyTracebackObject", PyTracebackObject, 40),
	S("PyTupleObject", PyTupleObject, 40),
	S("PyTypeObject", PyTypeObject, 416),
	S("PyUnicodeErrorObject", PyUnicodeErrorObject, 112),
	S("PyUnicodeObject", PyUnicodeObject, 64),
	S("PyVarObject", PyVarObject, 24),
	S("PyWeakReference", PyWeakReference, 64),
	S("PyWrapperDescrObject", PyWrapperDescrObject, 56),
	S("PyZoneInfo_ZoneInfo", PyZoneInfo_ZoneInfo, 208),
	S("Py_buffer", Py_buffer, 80),
	S("Py_complex", Py_complex, 16),
	S("RandomObject", RandomObject, 2520),
	S("ReaderObj", ReaderObj, 88),
	S("SHA1State", SHA1State, 8),
	S("SHA1object", SHA1object, 40),
	S("SHA3State", SHA3State, 48),
	S("SRE_REPEAT", SRE_REPEAT, 48),
	S("SRE_REPEAT_T", SRE_REPEAT_T, 48),
	S("ScandirIterator", ScandirIterator, 128),
	S("ScannerObject", ScannerObject, 264),
	S("SemLockObject", SemLockObject, 56),
	S("StgInfo", StgInfo, 168),
	S("StrongCacheNode", StrongCacheNode, 32),
	S("StructParamObject", StructParamObject, 32),
	S("TaskObj", TaskObj, 168),
	S("TaskStepMethWrapper", TaskStepMethWrapper, 32),
	S("TemplateObject", TemplateObject, 40),
	S("TreeBuilderObject", TreeBuilderObject, 168),
	S("UnpicklerMemoProxyObject", UnpicklerMemoProxyObject, 24),
	S("UnpicklerObject", UnpicklerObject, 296),
	S("WarningsState", WarningsState, 64),
	S("WriterObj", WriterObj, 72),
	S("XMLParserObject", XMLParserObject, 136),
	S("ZlibDecompressor", ZlibDecompressor, 184),
	S("ZstdCompressor", ZstdCompressor, 56),
	S("ZstdDecompressor", ZstdDecompressor, 80),
	S("_InternalNameMapperState", _InternalNameMapperState, 16),
	S("_ODictNode", _ODictNode, 32),
	S("_PyAsyncGenWrappedValue", _PyAsyncGenWrappedValue, 24),
	S("_PyCoCached", _PyCoCached, 32),
	S("_PyDateTime_BaseTZInfo", _PyDateTime_BaseTZInfo, 32),
	S("_PyDictViewObject", _PyDictViewObject, 24),
	S("_PyErr_StackItem", _PyErr_StackItem, 16),
	S("_PyIO_State", _PyIO_State, 128),
	S("_PyInstructionSequence", _PyInstructionSequence, 72),
	S("_PyInterpreterFrame", _PyInterpreterFrame, 88),
	S("_PyListIterObject", _PyListIterObject, 32),
	S("_PyManagedBufferObject", _PyManagedBufferObject, 112),
	S("_PyNamespaceObject", _PyNamespaceObject, 24),
	S("_PyRuntimeState", _PyRuntimeState, 316616),
	S("_PySSLPasswordInfo", _PySSLPasswordInfo, 32),
	S("_PyStackChunk", _PyStackChunk, 32),
	S("_PyThreadStateImpl", _PyThreadStateImpl, 936),
	S("_PyTraceMalloc_Config", _PyTraceMalloc_Config, 12),
	S("_PyTupleIterObject", _PyTupleIterObject, 32),
	S("_PyUnicodeWriter", _PyUnicodeWriter, 56),
	S("_Py_AuditHookEntry", _Py_AuditHookEntry, 24),
	S("_Py_exc_state", _Py_exc_state, 32),
	S("_Py_hashtable_entry_t", _Py_hashtable_entry_t, 32),
	S("_Py_hashtable_t", _Py_hashtable_t, 80),
	S("_Py_unicode_fs_codec", _Py_unicode_fs_codec, 32),
	S("_Py_unicode_ids", _Py_unicode_ids, 16),
	S("_Py_unicode_state", _Py_unicode_state, 56),
	S("_Row", _Row, 32),
	S("_abc_data", _abc_data, 48),
	S("_abcmodule_state", _abcmodule_state, 16),
	S("_bz2_state", _bz2_state, 16),
	S("_callback_context", _callback_context, 32),
	S("_csvstate", _csvstate, 56),
	S("_curses_panel_state", _curses_panel_state, 16),
	S("_dbm_state", _dbm_state, 16),
	S("_dictkeysobject", _dictkeysobject, 32),
	S("_dictvalues", _dictvalues, 16),
	S("_formatdef", _formatdef, 40),
	S("_functools_state", _functools_state, 48),
	S("_gc_runtime_state", _gc_runtime_state, 264),
	S("_grouperobject", _grouperobject, 32),
	S("_hashlibstate", _hashlibstate, 48),
	S("_internal_name_mapper_state", _internal_name_mapper_state, 16),
	S("_list_of_panels", _list_of_panels, 16),
	S("_locale_state", _locale_state, 8),
	S("_lsprof_state", _lsprof_state, 24),
	S("_lzma_state", _lzma_state, 32),
	S("_obmalloc_state", _obmalloc_state, 263248),
	S("_odictnode", _odictnode, 32),
	S("_odictobject", _odictobject, 112),
	S("_operator_state", _operator_state, 24),
	S("_posixstate", _posixstate, 112),
	S("_pycontextobject", _pycontextobject, 48),
	S("_pycontexttokenobject", _pycontexttokenobject, 48),
	S("_pycontextvarobject", _pycontextvarobject, 64),
	S("_randomstate", _randomstate, 16),
	S("_selectstate", _selectstate, 32),
	S("_signal_module_state", _signal_module_state, 32),
	S("_socket_state", _socket_state, 32),
	S("_specialization_cache", _specialization_cache, 24),
	S("_sremodulestate", _sremodulestate, 40),
	S("_sslmodulestate", _sslmodulestate, 160),
	S("_structmodulestate", _structmodulestate, 32),
	S("_symtable_entry", _symtable_entry, 144),
	S("_ttinfo", _ttinfo, 32),
	S("_tuplegetterobject", _tuplegetterobject, 32),
	S("_tzrule", _tzrule, 96),
	S("_warnings_runtime_state", _warnings_runtime_state, 64),
	S("_zstd_state", _zstd_state, 48),
	S("accumulateobject", accumulateobject, 56),
	S("anextawaitableobject", anextawaitableobject, 32),
	S("arena_object", arena_object, 48),
	S("array_state", array_state, 56),
	S("arraydescr", arraydescr, 48),
	S("arrayiterobject", arrayiterobject, 40),
	S("arrayobject", arrayobject, 64),
	S("asyncio_state", asyncio_state, 160),
	S("atexit_callback", atexit_callback, 24),
	S("atexit_state", atexit_state, 16),
	S("attrgetterobject", attrgetterobject, 40),
	S("batchedobject", batchedobject, 40),
	S("binascii_state", binascii_state, 16),
	S("bisect_state", bisect_state, 8),
	S("buffered", buffered, 152),
	S("bytesio", bytesio, 64),
	S("bytesiobuf", bytesiobuf, 24),
	S("bytesiterobject", bytesiterobject, 32),
	S("callable_cache", callable_cache, 32),
	S("callback_context", callback_context, 32),
	S("calliterobject", calliterobject, 32),
	S("chainobject", chainobject, 32),
	S("classmethod", classmethod, 32),
	S("collections_state", collections_state, 40),
	S("combinationsobject", combinationsobject, 56),
	S("compobject", compobject, 168),
	S("compressobject", compressobject, 32),
	S("countobject", countobject, 40),
	S("ctypes_state", ctypes_state, 192),
	S("cursesmodule_state", cursesmodule_state, 16),
	S("cwrobject", cwrobject, 56),
	S("cycleobject", cycleobject, 40),
	S("datetime_state", datetime_state, 72),
	S("dbmobject", dbmobject, 32),
	S("decimal_state", decimal_state, 240),
	S("defdictobject", defdictobject, 56),
	S("dequeiterobject", dequeiterobject, 56),
	S("dequeobject", dequeobject, 216),
	S("dictiterobject", dictiterobject, 56),
	S("dropwhileobject", dropwhileobject, 40),
	S("elementtreestate", elementtreestate, 152),
	S("encoding_map", encoding_map, 64),
	S("enumobject", enumobject, 56),
	S("ffi_type", ffi_type, 24),
	S("fileio", fileio, 48),
	S("filterfalseobject", filterfalseobject, 32),
	S("filterobject", filterobject, 32),
	S("formatcode", formatcode, 32),
	S("formatdef", formatdef, 40),
	S("frame_t", frame_t, 12),
	S("futureiterobject", futureiterobject, 24),
	S("gaiterobject", gaiterobject, 24),
	S("gaobject", gaobject, 64),
	S("gc_generation", gc_generation, 24),
	S("gc_generation_stats", gc_generation_stats, 24),
	S("groupbyobject", groupbyobject, 72),
	S("grpmodulestate", grpmodulestate, 8),
	S("hmacmodule_state", hmacmodule_state, 40),
	S("interpolationobject", interpolationobject, 48),
	S("iobase", iobase, 32),
	S("isliceobject", isliceobject, 56),
	S("itemgetterobject", itemgetterobject, 48),
	S("itertools_state", itertools_state, 176),
	S("keyobject", keyobject, 32),
	S("lineiterator", lineiterator, 64),
	S("list_of_panels", list_of_panels, 16),
	S("listreviterobject", listreviterobject, 32),
	S("localdummyobject", localdummyobject, 24),
	S("localobject", localobject, 56),
	S("lockobject", lockobject, 24),
	S("longrangeiterobject", longrangeiterobject, 40),
	S("lru_cache_object", lru_cache_object, 152),
	S("lru_list_elem", lru_list_elem, 56),
	S("managed_static_type_state", managed_static_type_state, 48),
	S("mapobject", mapobject, 40),
	S("mappingproxyobject", mappingproxyobject, 24),
	S("memoryiterobject", memoryiterobject, 48),
	S("methodcallerobject", methodcallerobject, 64),
	S("mmap_object", mmap_object, 88),
	S("module_state@_interpchannels", module_state__interpchannels, 72),
	S("module_state@_interpqueues", module_state__interpqueues, 40),
	S("module_state@_interpreters", module_state__interpreters, 16),
	S("module_state@_multibytecodec", module_state__multibytecodec, 48),
	S("nldecoder_object", nldecoder_object, 40),
	S("odictiterobject", odictiterobject, 64),
	S("pairwiseobject", pairwiseobject, 40),
	S("paramspecattrobject", paramspecattrobject, 24),
	S("paramspecobject", paramspecobject, 56),
	S("partialobject", partialobject, 80),
	S("permutationsobject", permutationsobject, 64),
	S("pollObject", pollObject, 48),
	S("pool_header", pool_header, 48),
	S("positionsiterator", positionsiterator, 80),
	S("productobject", productobject, 48),
	S("propertyobject", propertyobject, 64),
	S("pwdmodulestate", pwdmodulestate, 8),
	S("pyEpoll_Object", pyEpoll_Object, 24),
	S("pyexpat_state", pyexpat_state, 24),
	S("pylist", pylist, 16),
	S("pysqlite_Blob", pysqlite_Blob, 48),
	S("pysqlite_Connection", pysqlite_Connection, 224),
	S("pysqlite_Cursor", pysqlite_Cursor, 104),
	S("pysqlite_Row", pysqlite_Row, 32),
	S("pysqlite_Statement", pysqlite_Statement, 32),
	S("pysqlite_state", pysqlite_state, 224),
	S("rangeobject", rangeobject, 48),
	S("readlinestate", readlinestate, 48),
	S("repeatobject", repeatobject, 32),
	S("resourcemodulestate", resourcemodulestate, 8),
	S("reversedobject", reversedobject, 32),
	S("rlockobject", rlockobject, 40),
	S("rotating_node_s", rotating_node_s, 24),
	S("rwpair", rwpair, 48),
	S("seqiterobject", seqiterobject, 32),
	S("setentry", setentry, 16),
	S("setiterobject", setiterobject, 48),
	S("sha2_state", sha2_state, 32),
	S("signal_state_t", signal_state_t, 1080),
	S("simplequeue_state", simplequeue_state, 16),
	S("simplequeueobject", simplequeueobject, 72),
	S("socket_state", socket_state, 32),
	S("starmapobject", starmapobject, 32),
	S("staticmethod", staticmethod, 32),
	S("stringio", stringio, 120),
	S("striterobject", striterobject, 32),
	S("superobject", superobject, 40),
	S("tagCDataObject", tagCDataObject, 96),
	S("tagPyCArgObject", tagPyCArgObject, 80),
	S("takewhileobject", takewhileobject, 40),
	S("teedataobject", teedataobject, 496),
	S("teeobject", teeobject, 48),
	S("templateiterobject", templateiterobject, 40),
	S("templateobject", templateobject, 32),
	S("termiosmodulestate", termiosmodulestate, 8),
	S("textio", textio, 200),
	S("thread_module_state", thread_module_state, 56),
	S("time_module_state", time_module_state, 40),
	S("tok_state", tok_state, 17280),
	S("tokenize_state", tokenize_state, 8),
	S("tokenizeriterobject", tokenizeriterobject, 64),
	S("trace_t", trace_t, 16),
	S("traceback_t", traceback_t, 24),
	S("type_cache_entry", type_cache_entry, 24),
	S("typealiasobject", typealiasobject, 56),
	S("typevarobject", typevarobject, 80),
	S("typevartupleobject", typevartupleobject, 40),
	S("unicodeiterobject", unicodeiterobject, 32),
	S("unionobject", unionobject, 56),
	S("unpackiterobject", unpackiterobject, 112),
	S("user_signal_t", user_signal_t, 192),
	S("wrapperbase", wrapperbase, 56),
	S("wrapperobject", wrapperobject, 32),
	S("xmlparseobject", xmlparseobject, 88),
	S("ziplongestobject", ziplongestobject, 56),
	S("zipobject", zipobject, 48),
	S("zlibstate", zlibstate, 32),
	S("zoneinfo_state", zoneinfo_state, 88),
};

const struct kg_layout_table kg_layout_cpython_3_14_10_x86_64 = {
	.name = "cpython-3.14.10 x86_64",
	.major = 3,
	.minor = 14,
	.micro_min = 9,
	.micro_max = 255,
	.micro = 10,
	.builds = KG_BUILD_RELEASE,
	.machine = KG_MACHINE_X86_64,
	.free_threaded = false,
	.structs = structs,
	.nstructs = KG_ARRAY_SIZE(structs),
};
