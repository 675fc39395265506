/* Made by tools/update-layouts.sh from debug information of CPython 3.13.5, x86_64. Not to be edited. */
#include "cpython/cpython_priv.h"

#define V(name, offset, size) {name, offset, size, 0, 0, 0, 0}
#define P(name, offset) {name, offset, 8, 0, 0, 0, 1}
#define A(name, offset, size, elem, pointer) {name, offset, size, elem, 0, 0, pointer}
#define S(text, name, size) {text, size, KG_ARRAY_SIZE(m_##name), m_##name}

static const struct kg_cmember m_AST_object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16),
};
static const struct kg_cmember m_BLAKE2bObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("param", 16, 64), V("param.digest_length", 16, 1), V("param.key_length", 17, 1),
	V("param.fanout", 18, 1), V("param.depth", 19, 1), V("param.leaf_length", 20, 4), V("param.node_offset", 24, 8),
	V("param.node_depth", 32, 1), V("param.inner_length", 33, 1), A("param.reserved", 34, 14, 1, 0),
	A("param.salt", 48, 16, 1, 0), A("param.personal", 64, 16, 1, 0), V("state", 80, 358),
	A("state.h", 80, 64, 8, 0), A("state.t", 144, 16, 8, 0), A("state.f", 160, 16, 8, 0),
	A("state.buf", 176, 256, 1, 0), V("state.buflen", 432, 4), V("state.outlen", 436, 1),
	V("state.last_node", 437, 1), V("use_mutex", 438, 1), V("mutex", 439, 1), V("mutex._bits", 439, 1),
};
static const struct kg_cmember m_BLAKE2sObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("param", 16, 32), V("param.digest_length", 16, 1), V("param.key_length", 17, 1),
	V("param.fanout", 18, 1), V("param.depth", 19, 1), V("param.leaf_length", 20, 4),
	A("param.node_offset", 24, 6, 1, 0), V("param.node_depth", 30, 1), V("param.inner_length", 31, 1),
	A("param.salt", 32, 8, 1, 0), A("param.personal", 40, 8, 1, 0), V("state", 48, 182), A("state.h", 48, 32, 4, 0),
	A("state.t", 80, 8, 4, 0), A("state.f", 88, 8, 4, 0), A("state.buf", 96, 128, 1, 0), V("state.buflen", 224, 4),
	V("state.outlen", 228, 1), V("state.last_node", 229, 1), V("use_mutex", 230, 1), V("mutex", 231, 1),
	V("mutex._bits", 231, 1),
};
static const struct kg_cmember m_BLOCK[] = {
	P("leftlink", 0), A("data", 8, 512, 8, 1), P("rightlink", 520),
};
static const struct kg_cmember m_BZ2Compressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("bzs", 16, 80), P("bzs.next_in", 16), V("bzs.avail_in", 24, 4),
	V("bzs.total_in_lo32", 28, 4), V("bzs.total_in_hi32", 32, 4), P("bzs.next_out", 40), V("bzs.avail_out", 48, 4),
	V("bzs.total_out_lo32", 52, 4), V("bzs.total_out_hi32", 56, 4), P("bzs.state", 64), P("bzs.bzalloc", 72),
	P("bzs.bzfree", 80), P("bzs.opaque", 88), V("flushed", 96, 4), P("lock", 104),
};
static const struct kg_cmember m_BZ2Decompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("bzs", 16, 80), P("bzs.next_in", 16), V("bzs.avail_in", 24, 4),
	V("bzs.total_in_lo32", 28, 4), V("bzs.total_in_hi32", 32, 4), P("bzs.next_out", 40), V("bzs.avail_out", 48, 4),
	V("bzs.total_out_lo32", 52, 4), V("bzs.total_out_hi32", 56, 4), P("bzs.state", 64), P("bzs.bzalloc", 72),
	P("bzs.bzfree", 80), P("bzs.opaque", 88), P("unused_data", 104), V("needs_input", 112, 1),
	P("input_buffer", 120), V("input_buffer_size", 128, 8), P("lock", 144),
};
static const struct kg_cmember m_Blake2State[] = {
	P("blake2b_type", 0), P("blake2s_type", 8),
};
static const struct kg_cmember m_CDataObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("b_ptr", 16), V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8),
	V("b_length", 48, 8), V("b_index", 56, 8), P("b_objects", 64), V("b_value", 80, 16),
	A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2), V("b_value.i", 80, 4), V("b_value.l", 80, 8),
	V("b_value.f", 80, 4), V("b_value.d", 80, 8), V("b_value.ll", 80, 8), V("b_value.D", 80, 16),
};
static const struct kg_cmember m_CFieldObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("offset", 16, 8), V("size", 24, 8), V("index", 32, 8), P("proto", 40),
	P("getfunc", 48), P("setfunc", 56), V("anonymous", 64, 4),
};
static const struct kg_cmember m_CThunkObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("pcl_write", 24), P("pcl_exec", 32), V("cif", 40, 32), V("cif.abi", 40, 4), V("cif.nargs", 44, 4),
	P("cif.arg_types", 48), P("cif.rtype", 56), V("cif.bytes", 64, 4), V("cif.flags", 68, 4), V("flags", 72, 4),
	P("converters", 80), P("callable", 88), P("restype", 96), P("setfunc", 104), P("ffi_restype", 112),
	A("atypes", 120, 8, 8, 1),
};
static const struct kg_cmember m_Compressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("doublequote", 16, 1), V("skipinitialspace", 17, 1), V("strict", 18, 1),
	V("quoting", 20, 4), V("delimiter", 24, 4), V("quotechar", 28, 4), V("escapechar", 32, 4),
	P("lineterminator", 40),
};
static const struct kg_cmember m_DictRemoverObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("key", 16), P("dict", 24),
};
static const struct kg_cmember m_DirEntry[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("name", 16), P("path", 24), P("stat", 32), P("lstat", 40), V("d_type", 48, 1),
	V("d_ino", 56, 8), V("dir_fd", 64, 4),
};
static const struct kg_cmember m_EVPobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ctx", 16), V("use_mutex", 24, 1), V("mutex", 25, 1), V("mutex._bits", 25, 1),
};
static const struct kg_cmember m_ElementIterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("parent_stack", 16), V("parent_stack_used", 24, 8), V("parent_stack_size", 32, 8),
	P("root_element", 40), P("sought_tag", 48), V("gettext", 56, 4),
};
static const struct kg_cmember m_ElementObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("tag", 16), P("text", 24), P("tail", 32), P("extra", 40), P("weakreflist", 48),
};
static const struct kg_cmember m_ElementObjectExtra[] = {
	P("attrib", 0), V("length", 8, 8), V("allocated", 16, 8), P("children", 24), A("_children", 32, 32, 8, 1),
};
static const struct kg_cmember m_FutureObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("fut_loop", 16), P("fut_callback0", 24), P("fut_context0", 32),
	P("fut_callbacks", 40), P("fut_exception", 48), P("fut_exception_tb", 56), P("fut_result", 64),
	P("fut_source_tb", 72), P("fut_cancel_msg", 80), P("fut_cancelled_exc", 88), V("fut_state", 96, 4),
	{"fut_log_tb", 100, 4, 0, 0, 1, 0}, {"fut_blocking", 100, 4, 0, 1, 1, 0},
};
static const struct kg_cmember m_HMACobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ctx", 16), V("use_mutex", 24, 1), V("mutex", 25, 1), V("mutex._bits", 25, 1),
};
static const struct kg_cmember m_MD5State[] = {
	P("md5_type", 0),
};
static const struct kg_cmember m_MD5object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("use_mutex", 16, 1), V("mutex", 17, 1), V("mutex._bits", 17, 1), P("hash_state", 24),
};
static const struct kg_cmember m_MatchObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("string", 24), P("regs", 32), P("pattern", 40), V("pos", 48, 8), V("endpos", 56, 8), V("lastindex", 64, 8),
	V("groups", 72, 8), A("mark", 80, 8, 8, 0),
};
static const struct kg_cmember m_Memo[] = {
	V("type", 0, 4), P("node", 8), V("mark", 16, 4), P("next", 24),
};
static const struct kg_cmember m_MultibyteCodec[] = {
	P("encoding", 0), P("config", 8), P("codecinit", 16), P("encode", 24), P("encinit", 32), P("encreset", 40),
	P("decode", 48), P("decinit", 56), P("decreset", 64), P("modstate", 72),
};
static const struct kg_cmember m_MultibyteCodecObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8),
};
static const struct kg_cmember m_MultibyteIncrementalEncoderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	P("pending", 40),
};
static const struct kg_cmember m_MultibyteStatefulCodecContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
};
static const struct kg_cmember m_MultibyteStatefulDecoderContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8),
};
static const struct kg_cmember m_MultibyteStatefulEncoderContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	P("pending", 40),
};
static const struct kg_cmember m_MultibyteStreamReaderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8), P("stream", 56),
};
static const struct kg_cmember m_MultibyteStreamWriterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8), A("state.c", 24, 8, 1, 0), P("errors", 32),
	P("pending", 40), P("stream", 48),
};
static const struct kg_cmember m_ParentLocator[] = {
	P("parent", 0), V("child_index", 8, 8),
};
static const struct kg_cmember m_PatternObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	V("groups", 24, 8), P("groupindex", 32), P("indexgroup", 40), P("pattern", 48), V("flags", 56, 4),
	P("weakreflist", 64), V("isbytes", 72, 4), V("fail_after_count", 76, 4), P("fail_after_exc", 80),
	V("codesize", 88, 8), A("code", 96, 4, 4, 0),
};
static const struct kg_cmember m_Pdata[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("data", 24), V("mark_set", 32, 4), V("fence", 40, 8), V("allocated", 48, 8),
};
static const struct kg_cmember m_PickleState[] = {
	P("PickleError", 0), P("PicklingError", 8), P("UnpicklingError", 16), P("dispatch_table", 24),
	P("extension_registry", 32), P("extension_cache", 40), P("inverted_registry", 48), P("name_mapping_2to3", 56),
	P("import_mapping_2to3", 64), P("name_mapping_3to2", 72), P("import_mapping_3to2", 80), P("codecs_encode", 88),
	P("getattr", 96), P("partial", 104), P("Pickler_Type", 112), P("Unpickler_Type", 120), P("Pdata_Type", 128),
	P("PicklerMemoProxyType", 136), P("UnpicklerMemoProxyType", 144),
};
static const struct kg_cmember m_PicklerMemoProxyObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pickler", 16),
};
static const struct kg_cmember m_PicklerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("memo", 16), P("persistent_id", 24), P("persistent_id_attr", 32),
	P("dispatch_table", 40), P("reducer_override", 48), P("write", 56), P("output_buffer", 64),
	V("output_len", 72, 8), V("max_output_len", 80, 8), V("proto", 88, 4), V("bin", 92, 4), V("framing", 96, 4),
	V("frame_start", 104, 8), V("buf_size", 112, 8), V("fast", 120, 4), V("fast_nesting", 124, 4),
	V("fix_imports", 128, 4), P("fast_memo", 136), P("buffer_callback", 144),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("profilerEntries", 16), P("currentProfilerContext", 24),
	P("freelistProfilerContext", 32), V("flags", 40, 4), P("externalTimer", 48), V("externalTimerUnit", 56, 8),
	V("tool_id", 64, 4), P("missing", 72),
};
static const struct kg_cmember m_PyASCIIObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("length", 16, 8), V("hash", 24, 8), V("state", 32, 4),
	{"state.interned", 32, 4, 0, 0, 2, 0}, {"state.kind", 32, 4, 0, 2, 3, 0}, {"state.compact", 32, 4, 0, 5, 1, 0},
	{"state.ascii", 32, 4, 0, 6, 1, 0}, {"state.statically_allocated", 32, 4, 0, 7, 1, 0},
};
static const struct kg_cmember m_PyAsyncGenASend[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ags_gen", 16), P("ags_sendval", 24), V("ags_state", 32, 4),
};
static const struct kg_cmember m_PyAsyncGenAThrow[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("agt_gen", 16), P("agt_args", 24), V("agt_state", 32, 4),
};
static const struct kg_cmember m_PyAsyncGenObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ag_weakreflist", 16), P("ag_name", 24), P("ag_qualname", 32),
	V("ag_exc_state", 40, 16), P("ag_exc_state.exc_value", 40), P("ag_exc_state.previous_item", 48),
	P("ag_origin_or_finalizer", 56), V("ag_hooks_inited", 64, 1), V("ag_closed", 65, 1),
	V("ag_running_async", 66, 1), V("ag_frame_state", 67, 1), A("ag_iframe", 72, 8, 8, 1),
};
static const struct kg_cmember m_PyAsyncMethods[] = {
	P("am_await", 0), P("am_aiter", 8), P("am_anext", 16), P("am_send", 24),
};
static const struct kg_cmember m_PyAttributeErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("obj", 72), P("name", 80),
};
static const struct kg_cmember m_PyBaseExceptionGroupObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("msg", 72), P("excs", 80),
};
static const struct kg_cmember m_PyBaseExceptionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1),
};
static const struct kg_cmember m_PyBufferProcs[] = {
	P("bf_getbuffer", 0), P("bf_releasebuffer", 8),
};
static const struct kg_cmember m_PyByteArrayObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	V("ob_alloc", 24, 8), P("ob_bytes", 32), P("ob_start", 40), V("ob_exports", 48, 8),
};
static const struct kg_cmember m_PyBytesObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	V("ob_shash", 24, 8), A("ob_sval", 32, 1, 1, 0),
};
static const struct kg_cmember m_PyCArgObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pffi_type", 16), V("tag", 24, 1), V("value", 32, 16), V("value.c", 32, 1),
	V("value.b", 32, 1), V("value.h", 32, 2), V("value.i", 32, 4), V("value.l", 32, 8), V("value.q", 32, 8),
	V("value.D", 32, 16), V("value.d", 32, 8), V("value.f", 32, 4), P("value.p", 32), P("obj", 48),
	V("size", 56, 8),
};
static const struct kg_cmember m_PyCFuncPtrObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("b_ptr", 16), V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8),
	V("b_length", 48, 8), V("b_index", 56, 8), P("b_objects", 64), V("b_value", 80, 16),
	A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2), V("b_value.i", 80, 4), V("b_value.l", 80, 8),
	V("b_value.f", 80, 4), V("b_value.d", 80, 8), V("b_value.ll", 80, 8), V("b_value.D", 80, 16), P("thunk", 96),
	P("callable", 104), P("converters", 112), P("argtypes", 120), P("restype", 128), P("checker", 136),
	P("errcheck", 144), P("paramflags", 152),
};
static const struct kg_cmember m_PyCFunctionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("m_ml", 16), P("m_self", 24), P("m_module", 32), P("m_weakreflist", 40),
	P("vectorcall", 48),
};
static const struct kg_cmember m_PyCMethodObject[] = {
	V("func", 0, 56), V("func.ob_base", 0, 16), V("func.ob_base.ob_refcnt", 0, 8),
	A("func.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("func.ob_base.ob_type", 8), P("func.m_ml", 16),
	P("func.m_self", 24), P("func.m_module", 32), P("func.m_weakreflist", 40), P("func.vectorcall", 48),
	P("mm_class", 56),
};
static const struct kg_cmember m_PyCapsule[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pointer", 16), P("name", 24), P("context", 32), P("destructor", 40),
	P("traverse_func", 48), P("clear_func", 56),
};
static const struct kg_cmember m_PyCellObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ob_ref", 16),
};
static const struct kg_cmember m_PyCodeObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("co_consts", 24), P("co_names", 32), P("co_exceptiontable", 40), V("co_flags", 48, 4),
	V("co_argcount", 52, 4), V("co_posonlyargcount", 56, 4), V("co_kwonlyargcount", 60, 4),
	V("co_stacksize", 64, 4), V("co_firstlineno", 68, 4), V("co_nlocalsplus", 72, 4), V("co_framesize", 76, 4),
	V("co_nlocals", 80, 4), V("co_ncellvars", 84, 4), V("co_nfreevars", 88, 4), V("co_version", 92, 4),
	P("co_localsplusnames", 96), P("co_localspluskinds", 104), P("co_filename", 112), P("co_name", 120),
	P("co_qualname", 128), P("co_linetable", 136), P("co_weakreflist", 144), P("co_executors", 152),
	P("_co_cached", 160), V("_co_instrumentation_version", 168, 8), P("_co_monitoring", 176),
	V("_co_firsttraceable", 184, 4), P("co_extra", 192), A("co_code_adaptive", 200, 1, 1, 0),
};
static const struct kg_cmember m_PyCompactUnicodeObject[] = {
	V("_base", 0, 40), V("_base.ob_base", 0, 16), V("_base.ob_base.ob_refcnt", 0, 8),
	A("_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("_base.ob_base.ob_type", 8), V("_base.length", 16, 8),
	V("_base.hash", 24, 8), V("_base.state", 32, 4), {"_base.state.interned", 32, 4, 0, 0, 2, 0},
	{"_base.state.kind", 32, 4, 0, 2, 3, 0}, {"_base.state.compact", 32, 4, 0, 5, 1, 0},
	{"_base.state.ascii", 32, 4, 0, 6, 1, 0}, {"_base.state.statically_allocated", 32, 4, 0, 7, 1, 0},
	V("utf8_length", 40, 8), P("utf8", 48),
};
static const struct kg_cmember m_PyComplexObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("cval", 16, 16), V("cval.real", 16, 8), V("cval.imag", 24, 8),
};
static const struct kg_cmember m_PyContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ctx_prev", 16), P("ctx_vars", 24), P("ctx_weakreflist", 32),
	V("ctx_entered", 40, 4),
};
static const struct kg_cmember m_PyContextToken[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("tok_ctx", 16), P("tok_var", 24), P("tok_oldval", 32), V("tok_used", 40, 4),
};
static const struct kg_cmember m_PyContextVar[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("var_name", 16), P("var_default", 24), P("var_cached", 32),
	V("var_cached_tsid", 40, 8), V("var_cached_tsver", 48, 8), V("var_hash", 56, 8),
};
static const struct kg_cmember m_PyCoroObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("cr_weakreflist", 16), P("cr_name", 24), P("cr_qualname", 32),
	V("cr_exc_state", 40, 16), P("cr_exc_state.exc_value", 40), P("cr_exc_state.previous_item", 48),
	P("cr_origin_or_finalizer", 56), V("cr_hooks_inited", 64, 1), V("cr_closed", 65, 1),
	V("cr_running_async", 66, 1), V("cr_frame_state", 67, 1), A("cr_iframe", 72, 8, 8, 1),
};
static const struct kg_cmember m_PyCoroWrapper[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("cw_coroutine", 16),
};
static const struct kg_cmember m_PyCursesPanelObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pan", 16), P("wo", 24),
};
static const struct kg_cmember m_PyCursesWindowObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("win", 16), P("encoding", 24), P("orig", 32),
};
static const struct kg_cmember m_PyDateTime_CAPI[] = {
	P("DateType", 0), P("DateTimeType", 8), P("TimeType", 16), P("DeltaType", 24), P("TZInfoType", 32),
	P("TimeZone_UTC", 40), P("Date_FromDate", 48), P("DateTime_FromDateAndTime", 56), P("Time_FromTime", 64),
	P("Delta_FromDelta", 72), P("TimeZone_FromTimeZone", 80), P("DateTime_FromTimestamp", 88),
	P("Date_FromTimestamp", 96), P("DateTime_FromDateAndTimeAndFold", 104), P("Time_FromTimeAndFold", 112),
};
static const struct kg_cmember m_PyDateTime_Date[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1), A("data", 25, 4, 1, 0),
};
static const struct kg_cmember m_PyDateTime_DateTime[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1), A("data", 25, 10, 1, 0), V("fold", 35, 1),
	P("tzinfo", 40),
};
static const struct kg_cmember m_PyDateTime_Delta[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("days", 24, 4), V("seconds", 28, 4), V("microseconds", 32, 4),
};
static const struct kg_cmember m_PyDateTime_IsoCalendarDate[] = {
	V("tuple", 0, 32), V("tuple.ob_base", 0, 24), V("tuple.ob_base.ob_base", 0, 16),
	V("tuple.ob_base.ob_base.ob_refcnt", 0, 8), A("tuple.ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("tuple.ob_base.ob_base.ob_type", 8), V("tuple.ob_base.ob_size", 16, 8), A("tuple.ob_item", 24, 8, 8, 1),
};
static const struct kg_cmember m_PyDateTime_TZInfo[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_PyDateTime_Time[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1), A("data", 25, 6, 1, 0), V("fold", 31, 1),
	P("tzinfo", 32),
};
static const struct kg_cmember m_PyDateTime_TimeZone[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("offset", 16), P("name", 24),
};
static const struct kg_cmember m_PyDecContextManagerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("local", 16), P("global", 24),
};
static const struct kg_cmember m_PyDecContextObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("ctx", 16, 48), V("ctx.prec", 16, 8), V("ctx.emax", 24, 8), V("ctx.emin", 32, 8),
	V("ctx.traps", 40, 4), V("ctx.status", 44, 4), V("ctx.newtrap", 48, 4), V("ctx.round", 52, 4),
	V("ctx.clamp", 56, 4), V("ctx.allcr", 60, 4), P("traps", 64), P("flags", 72), V("capitals", 80, 4),
	P("tstate", 88),
};
static const struct kg_cmember m_PyDecObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("hash", 16, 8), V("dec", 24, 48), V("dec.flags", 24, 1), V("dec.exp", 32, 8),
	V("dec.digits", 40, 8), V("dec.len", 48, 8), V("dec.alloc", 56, 8), P("dec.data", 64), A("data", 72, 32, 8, 0),
};
static const struct kg_cmember m_PyDecSignalDictObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("flags", 16),
};
static const struct kg_cmember m_PyDescrObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("ma_used", 16, 8), V("ma_version_tag", 24, 8), P("ma_keys", 32), P("ma_values", 40),
};
static const struct kg_cmember m_PyDictUnicodeEntry[] = {
	P("me_key", 0), P("me_value", 8),
};
static const struct kg_cmember m_PyDictValues[] = {
	V("capacity", 0, 1), V("size", 1, 1), V("embedded", 2, 1), V("valid", 3, 1), A("values", 8, 8, 8, 1),
};
static const struct kg_cmember m_PyEncoderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("markers", 16), P("defaultfn", 24), P("encoder", 32), P("indent", 40),
	P("key_separator", 48), P("item_separator", 56), V("sort_keys", 64, 1), V("skipkeys", 65, 1),
	V("allow_nan", 68, 4), P("fast_encode", 72),
};
static const struct kg_cmember m_PyFloatObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("ob_fval", 16, 8),
};
static const struct kg_cmember m_PyFrameObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("f_back", 16), P("f_frame", 24), P("f_trace", 32), V("f_lineno", 40, 4),
	V("f_trace_lines", 44, 1), V("f_trace_opcodes", 45, 1), P("f_extra_locals", 48), P("f_locals_cache", 56),
	A("_f_frame_data", 64, 8, 8, 1),
};
static const struct kg_cmember m_PyFunctionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("func_globals", 16), P("func_builtins", 24), P("func_name", 32),
	P("func_qualname", 40), P("func_code", 48), P("func_defaults", 56), P("func_kwdefaults", 64),
	P("func_closure", 72), P("func_doc", 80), P("func_dict", 88), P("func_weakreflist", 96), P("func_module", 104),
	P("func_annotations", 112), P("func_typeparams", 120), P("vectorcall", 128), V("func_version", 136, 4),
};
static const struct kg_cmember m_PyGC_Head[] = {
	V("_gc_next", 0, 8), V("_gc_prev", 8, 8),
};
static const struct kg_cmember m_PyGenObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("gi_weakreflist", 16), P("gi_name", 24), P("gi_qualname", 32),
	V("gi_exc_state", 40, 16), P("gi_exc_state.exc_value", 40), P("gi_exc_state.previous_item", 48),
	P("gi_origin_or_finalizer", 56), V("gi_hooks_inited", 64, 1), V("gi_closed", 65, 1),
	V("gi_running_async", 66, 1), V("gi_frame_state", 67, 1), A("gi_iframe", 72, 8, 8, 1),
};
static const struct kg_cmember m_PyGetSetDef[] = {
	P("name", 0), P("get", 8), P("set", 16), P("doc", 24), P("closure", 32),
};
static const struct kg_cmember m_PyHamtIterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("hi_obj", 16), V("hi_iter", 24, 136), A("hi_iter.i_nodes", 24, 64, 8, 1),
	A("hi_iter.i_pos", 88, 64, 8, 0), V("hi_iter.i_level", 152, 1), P("hi_yield", 160),
};
static const struct kg_cmember m_PyHamtIteratorState[] = {
	A("i_nodes", 0, 64, 8, 1), A("i_pos", 64, 64, 8, 0), V("i_level", 128, 1),
};
static const struct kg_cmember m_PyHamtNode[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_PyHamtNode_Array[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), A("a_array", 16, 256, 8, 1), V("a_count", 272, 8),
};
static const struct kg_cmember m_PyHamtNode_Bitmap[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	V("b_bitmap", 24, 4), A("b_array", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtNode_Collision[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	V("c_hash", 24, 4), A("c_array", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("h_root", 16), P("h_weakreflist", 24), V("h_count", 32, 8),
};
static const struct kg_cmember m_PyHeapTypeObject[] = {
	V("ht_type", 0, 416), V("as_async", 416, 32), V("as_number", 448, 288), V("as_mapping", 736, 24),
	V("as_sequence", 760, 80), V("as_buffer", 840, 16), P("ht_name", 856), P("ht_slots", 864),
	P("ht_qualname", 872), P("ht_cached_keys", 880), P("ht_module", 888), P("_ht_tpname", 896),
	V("_spec_cache", 904, 24), P("_spec_cache.getitem", 904), V("_spec_cache.getitem_version", 912, 4),
	P("_spec_cache.init", 920),
};
static const struct kg_cmember m_PyImportErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("msg", 72), P("name", 80), P("path", 88), P("name_from", 96),
};
static const struct kg_cmember m_PyInstanceMethodObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("func", 16),
};
static const struct kg_cmember m_PyInterpreterState[] = {
	V("ceval", 0, 7264), P("next", 7264), V("id", 7272, 8), V("id_refcount", 7280, 8), V("requires_idref", 7288, 4),
	P("id_mutex", 7296), V("_whence", 7304, 8), V("_initialized", 7312, 4), V("_ready", 7316, 4),
	V("finalizing", 7320, 4), V("last_restart_version", 7328, 8), V("threads", 7336, 40),
	V("threads.next_unique_id", 7336, 8), P("threads.head", 7344), P("threads.main", 7352),
	V("threads.count", 7360, 8), V("threads.stacksize", 7368, 8), P("runtime", 7376), P("_finalizing", 7384),
	V("_finalizing_id", 7392, 8), V("gc", 7400, 240), P("gc.trash_delete_later", 7400),
	V("gc.trash_delete_nesting", 7408, 4), V("gc.enabled", 7412, 4), V("gc.debug", 7416, 4),
	A("gc.generations", 7420, 72, 24, 0), P("gc.generation0", 7496), V("gc.permanent_generation", 7504, 24),
	V("gc.permanent_generation.head", 7504, 16), V("gc.permanent_generation.head._gc_next", 7504, 8),
	V("gc.permanent_generation.head._gc_prev", 7512, 8), V("gc.permanent_generation.threshold", 7520, 4),
	V("gc.permanent_generation.count", 7524, 4), A("gc.generation_stats", 7528, 72, 24, 0),
	V("gc.collecting", 7600, 4), P("gc.garbage", 7608), P("gc.callbacks", 7616), V("gc.long_lived_total", 7624, 8),
	V("gc.long_lived_pending", 7632, 8), P("sysdict", 7640), P("builtins", 7648), V("imports", 7656, 96),
	P("imports.modules", 7656), P("imports.modules_by_index", 7664), P("imports.importlib", 7672),
	V("imports.override_frozen_modules", 7680, 4), V("imports.override_multi_interp_extensions_check", 7684, 4),
	V("imports.dlopenflags", 7688, 4), P("imports.import_func", 7696), V("imports.lock", 7704, 24),
	V("imports.lock.mutex", 7704, 1), V("imports.lock.mutex._bits", 7704, 1), V("imports.lock.thread", 7712, 8),
	V("imports.lock.level", 7720, 8), V("imports.find_and_load", 7728, 24),
	V("imports.find_and_load.import_level", 7728, 4), V("imports.find_and_load.accumulated", 7736, 8),
	V("imports.find_and_load.header", 7744, 4), V("_gil", 7752, 208), V("_gil.interval", 7752, 8),
	P("_gil.last_holder", 7760), V("_gil.locked", 7768, 4), V("_gil.switch_number", 7776, 8),
	V("_gil.cond", 7784, 48), V("_gil.cond.__data", 7784, 48), V("_gil.cond.__data.__wseq", 7784, 8),
	V("_gil.cond.__data.__wseq.__value64", 7784, 8), V("_gil.cond.__data.__wseq.__value32", 7784, 8),
	A("_gil.cond.__size", 7784, 48, 1, 0), V("_gil.cond.__align", 7784, 8),
	V("_gil.cond.__data.__g1_start", 7792, 8), V("_gil.cond.__data.__g1_start.__value64", 7792, 8),
	V("_gil.cond.__data.__g1_start.__value32", 7792, 8), A("_gil.cond.__data.__g_size", 7800, 8, 4, 0),
	V("_gil.cond.__data.__g1_orig_size", 7808, 4), V("_gil.cond.__data.__wrefs", 7812, 4),
	A("_gil.cond.__data.__g_signals", 7816, 8, 4, 0), V("_gil.cond.__data.__unused_initialized_1", 7824, 4),
	V("_gil.cond.__data.__unused_initialized_2", 7828, 4), V("_gil.mutex", 7832, 40),
	V("_gil.mutex.__data", 7832, 40), V("_gil.mutex.__data.__lock", 7832, 4),
	A("_gil.mutex.__size", 7832, 40, 1, 0), V("_gil.mutex.__align", 7832, 8),
	V("_gil.mutex.__data.__count", 7836, 4), V("_gil.mutex.__data.__owner", 7840, 4),
	V("_gil.mutex.__data.__nusers", 7844, 4), V("_gil.mutex.__data.__kind", 7848, 4),
	V("_gil.mutex.__data.__spins", 7852, 2), V("_gil.mutex.__data.__elision", 7854, 2),
	V("_gil.mutex.__data.__list", 7856, 16), P("_gil.mutex.__data.__list.__prev", 7856),
	P("_gil.mutex.__data.__list.__next", 7864), V("_gil.switch_cond", 7872, 48),
	V("_gil.switch_cond.__data", 7872, 48), V("_gil.switch_cond.__data.__wseq", 7872, 8),
	V("_gil.switch_cond.__data.__wseq.__value64", 7872, 8), V("_gil.switch_cond.__data.__wseq.__value32", 7872, 8),
	A("_gil.switch_cond.__size", 7872, 48, 1, 0), V("_gil.switch_cond.__align", 7872, 8),
	V("_gil.switch_cond.__data.__g1_start", 7880, 8), V("_gil.switch_cond.__data.__g1_start.__value64", 7880, 8),
	V("_gil.switch_cond.__data.__g1_start.__value32", 7880, 8),
	A("_gil.switch_cond.__data.__g_size", 7888, 8, 4, 0), V("_gil.switch_cond.__data.__g1_orig_size", 7896, 4),
	V("_gil.switch_cond.__data.__wrefs", 7900, 4), A("_gil.switch_cond.__data.__g_signals", 7904, 8, 4, 0),
	V("_gil.switch_cond.__data.__unused_initialized_1", 7912, 4),
	V("_gil.switch_cond.__data.__unused_initialized_2", 7916, 4), V("_gil.switch_mutex", 7920, 40),
	V("_gil.switch_mutex.__data", 7920, 40), V("_gil.switch_mutex.__data.__lock", 7920, 4),
	A("_gil.switch_mutex.__size", 7920, 40, 1, 0), V("_gil.switch_mutex.__align", 7920, 8),
	V("_gil.switch_mutex.__data.__count", 7924, 4), V("_gil.switch_mutex.__data.__owner", 7928, 4),
	V("_gil.switch_mutex.__data.__nusers", 7932, 4), V("_gil.switch_mutex.__data.__kind", 7936, 4),
	V("_gil.switch_mutex.__data.__spins", 7940, 2), V("_gil.switch_mutex.__data.__elision", 7942, 2),
	V("_gil.switch_mutex.__data.__list", 7944, 16), P("_gil.switch_mutex.__data.__list.__prev", 7944),
	P("_gil.switch_mutex.__data.__list.__next", 7952), V("codecs", 7960, 32), P("codecs.search_path", 7960),
	P("codecs.search_cache", 7968), P("codecs.error_registry", 7976), V("codecs.initialized", 7984, 4),
	V("config", 7992, 456), V("feature_flags", 8448, 8), P("dict", 8456), P("sysdict_copy", 8464),
	P("builtins_copy", 8472), P("eval_frame", 8480), A("func_watchers", 8488, 64, 8, 1),
	V("active_func_watchers", 8552, 1), V("co_extra_user_count", 8560, 8),
	A("co_extra_freefuncs", 8568, 2040, 8, 1), V("xi", 10608, 32), V("xi.registry", 10608, 24),
	V("xi.registry.global", 10608, 4), V("xi.registry.initialized", 10612, 4), V("xi.registry.mutex", 10616, 1),
	V("xi.registry.mutex._bits", 10616, 1), P("xi.registry.head", 10624), P("xi.PyExc_NotShareableError", 10632),
	P("before_forkers", 10640), P("after_forkers_parent", 10648), P("after_forkers_child", 10656),
	V("warnings", 10664, 40), P("warnings.filters", 10664), P("warnings.once_registry", 10672),
	P("warnings.default_action", 10680), V("warnings.mutex", 10688, 1), V("warnings.mutex._bits", 10688, 1),
	V("warnings.filters_version", 10696, 8), V("atexit", 10704, 32), P("atexit.ll_callbacks", 10704),
	P("atexit.last_ll_callback", 10712), P("atexit.callbacks", 10720), V("atexit.ncallbacks", 10728, 4),
	V("atexit.callback_len", 10732, 4), V("stoptheworld", 10736, 24), V("stoptheworld.mutex", 10736, 1),
	V("stoptheworld.mutex._bits", 10736, 1), V("stoptheworld.requested", 10737, 1),
	V("stoptheworld.world_stopped", 10738, 1), V("stoptheworld.is_global", 10739, 1),
	V("stoptheworld.stop_event", 10740, 1), V("stoptheworld.stop_event.v", 10740, 1),
	V("stoptheworld.thread_countdown", 10744, 8), P("stoptheworld.requester", 10752), V("qsbr", 10760, 48),
	V("qsbr.wr_seq", 10760, 8), V("qsbr.rd_seq", 10768, 8), P("qsbr.array", 10776), V("qsbr.size", 10784, 8),
	V("qsbr.mutex", 10792, 1), V("qsbr.mutex._bits", 10792, 1), P("qsbr.freelist", 10800), P("obmalloc", 10808),
	P("audit_hooks", 10816), A("type_watchers", 10824, 64, 8, 1), A("code_watchers", 10888, 64, 8, 1),
	V("active_code_watchers", 10952, 1), V("object_state", 10960, 3552), V("unicode", 14512, 56),
	V("unicode.fs_codec", 14512, 32), P("unicode.fs_codec.encoding", 14512), V("unicode.fs_codec.utf8", 14520, 4),
	P("unicode.fs_codec.errors", 14528), V("unicode.fs_codec.error_handler", 14536, 4),
	P("unicode.ucnhash_capi", 14544), V("unicode.ids", 14552, 16), V("unicode.ids.size", 14552, 8),
	P("unicode.ids.array", 14560), V("long_state", 14568, 4), V("long_state.max_str_digits", 14568, 4),
	V("dtoa", 14576, 2440), A("dtoa.p5s", 14576, 64, 8, 1), A("dtoa.freelist", 14640, 64, 8, 1),
	A("dtoa.preallocated", 14704, 2304, 8, 0), P("dtoa.preallocated_next", 17008), V("func_state", 17016, 65544),
	V("func_state.next_version", 17016, 4), A("func_state.func_version_cache", 17024, 65536, 16, 0),
	V("code_state", 82560, 16), V("code_state.mutex", 82560, 1), V("code_state.mutex._bits", 82560, 1),
	P("code_state.constants", 82568), V("dict_state", 82576, 80), V("exc_state", 82656, 32),
	P("exc_state.errnomap", 82656), P("exc_state.memerrors_freelist", 82664),
	V("exc_state.memerrors_numfree", 82672, 4), P("exc_state.PyExc_ExceptionGroup", 82680),
	V("mem_free_queue", 82688, 24), V("mem_free_queue.has_work", 82688, 4), V("mem_free_queue.mutex", 82692, 1),
	V("mem_free_queue.mutex._bits", 82692, 1), V("mem_free_queue.head", 82696, 16),
	P("mem_free_queue.head.next", 82696), P("mem_free_queue.head.prev", 82704), V("ast", 82712, 1952),
	V("ast.once", 82712, 1), V("ast.once.v", 82712, 1), V("ast.finalized", 82716, 4), P("ast.AST_type", 82720),
	P("ast.Add_singleton", 82728), P("ast.Add_type", 82736), P("ast.And_singleton", 82744),
	P("ast.And_type", 82752), P("ast.AnnAssign_type", 82760), P("ast.Assert_type", 82768),
	P("ast.Assign_type", 82776), P("ast.AsyncFor_type", 82784), P("ast.AsyncFunctionDef_type", 82792),
	P("ast.AsyncWith_type", 82800), P("ast.Attribute_type", 82808), P("ast.AugAssign_type", 82816),
	P("ast.Await_type", 82824), P("ast.BinOp_type", 82832), P("ast.BitAnd_singleton", 82840),
	P("ast.BitAnd_type", 82848), P("ast.BitOr_singleton", 82856), P("ast.BitOr_type", 82864),
	P("ast.BitXor_singleton", 82872), P("ast.BitXor_type", 82880), P("ast.BoolOp_type", 82888),
	P("ast.Break_type", 82896), P("ast.Call_type", 82904), P("ast.ClassDef_type", 82912),
	P("ast.Compare_type", 82920), P("ast.Constant_type", 82928), P("ast.Continue_type", 82936),
	P("ast.Del_singleton", 82944), P("ast.Del_type", 82952), P("ast.Delete_type", 82960),
	P("ast.DictComp_type", 82968), P("ast.Dict_type", 82976), P("ast.Div_singleton", 82984),
	P("ast.Div_type", 82992), P("ast.Eq_singleton", 83000), P("ast.Eq_type", 83008),
	P("ast.ExceptHandler_type", 83016), P("ast.Expr_type", 83024), P("ast.Expression_type", 83032),
	P("ast.FloorDiv_singleton", 83040), P("ast.FloorDiv_type", 83048), P("ast.For_type", 83056),
	P("ast.FormattedValue_type", 83064), P("ast.FunctionDef_type", 83072), P("ast.FunctionType_type", 83080),
	P("ast.GeneratorExp_type", 83088), P("ast.Global_type", 83096), P("ast.GtE_singleton", 83104),
	P("ast.GtE_type", 83112), P("ast.Gt_singleton", 83120), P("ast.Gt_type", 83128), P("ast.IfExp_type", 83136),
	P("ast.If_type", 83144), P("ast.ImportFrom_type", 83152), P("ast.Import_type", 83160),
	P("ast.In_singleton", 83168), P("ast.In_type", 83176), P("ast.Interactive_type", 83184),
	P("ast.Invert_singleton", 83192), P("ast.Invert_type", 83200), P("ast.IsNot_singleton", 83208),
	P("ast.IsNot_type", 83216), P("ast.Is_singleton", 83224), P("ast.Is_type", 83232),
	P("ast.JoinedStr_type", 83240), P("ast.LShift_singleton", 83248), P("ast.LShift_type", 83256),
	P("ast.Lambda_type", 83264), P("ast.ListComp_type", 83272), P("ast.List_type", 83280),
	P("ast.Load_singleton", 83288), P("ast.Load_type", 83296), P("ast.LtE_singleton", 83304),
	P("ast.LtE_type", 83312), P("ast.Lt_singleton", 83320), P("ast.Lt_type", 83328),
	P("ast.MatMult_singleton", 83336), P("ast.MatMult_type", 83344), P("ast.MatchAs_type", 83352),
	P("ast.MatchClass_type", 83360), P("ast.MatchMapping_type", 83368), P("ast.MatchOr_type", 83376),
	P("ast.MatchSequence_type", 83384), P("ast.MatchSingleton_type", 83392), P("ast.MatchStar_type", 83400),
	P("ast.MatchValue_type", 83408), P("ast.Match_type", 83416), P("ast.Mod_singleton", 83424),
	P("ast.Mod_type", 83432), P("ast.Module_type", 83440), P("ast.Mult_singleton", 83448),
	P("ast.Mult_type", 83456), P("ast.Name_type", 83464), P("ast.NamedExpr_type", 83472),
	P("ast.Nonlocal_type", 83480), P("ast.NotEq_singleton", 83488), P("ast.NotEq_type", 83496),
	P("ast.NotIn_singleton", 83504), P("ast.NotIn_type", 83512), P("ast.Not_singleton", 83520),
	P("ast.Not_type", 83528), P("ast.Or_singleton", 83536), P("ast.Or_type", 83544), P("ast.ParamSpec_type", 83552),
	P("ast.Pass_type", 83560), P("ast.Pow_singleton", 83568), P("ast.Pow_type", 83576),
	P("ast.RShift_singleton", 83584), P("ast.RShift_type", 83592), P("ast.Raise_type", 83600),
	P("ast.Return_type", 83608), P("ast.SetComp_type", 83616), P("ast.Set_type", 83624), P("ast.Slice_type", 83632),
	P("ast.Starred_type", 83640), P("ast.Store_singleton", 83648), P("ast.Store_type", 83656),
	P("ast.Sub_singleton", 83664), P("ast.Sub_type", 83672), P("ast.Subscript_type", 83680),
	P("ast.TryStar_type", 83688), P("ast.Try_type", 83696), P("ast.Tuple_type", 83704),
	P("ast.TypeAlias_type", 83712), P("ast.TypeIgnore_type", 83720), P("ast.TypeVarTuple_type", 83728),
	P("ast.TypeVar_type", 83736), P("ast.UAdd_singleton", 83744), P("ast.UAdd_type", 83752),
	P("ast.USub_singleton", 83760), P("ast.USub_type", 83768), P("ast.UnaryOp_type", 83776),
	P("ast.While_type", 83784), P("ast.With_type", 83792), P("ast.YieldFrom_type", 83800),
	P("ast.Yield_type", 83808), P("ast.__dict__", 83816), P("ast.__doc__", 83824), P("ast.__match_args__", 83832),
	P("ast.__module__", 83840), P("ast._attributes", 83848), P("ast._fields", 83856), P("ast.alias_type", 83864),
	P("ast.annotation", 83872), P("ast.arg", 83880), P("ast.arg_type", 83888), P("ast.args", 83896),
	P("ast.argtypes", 83904), P("ast.arguments_type", 83912), P("ast.asname", 83920), P("ast.ast", 83928),
	P("ast.attr", 83936), P("ast.bases", 83944), P("ast.body", 83952), P("ast.boolop_type", 83960),
	P("ast.bound", 83968), P("ast.cases", 83976), P("ast.cause", 83984), P("ast.cls", 83992),
	P("ast.cmpop_type", 84000), P("ast.col_offset", 84008), P("ast.comparators", 84016),
	P("ast.comprehension_type", 84024), P("ast.context_expr", 84032), P("ast.conversion", 84040),
	P("ast.ctx", 84048), P("ast.decorator_list", 84056), P("ast.default_value", 84064), P("ast.defaults", 84072),
	P("ast.elt", 84080), P("ast.elts", 84088), P("ast.end_col_offset", 84096), P("ast.end_lineno", 84104),
	P("ast.exc", 84112), P("ast.excepthandler_type", 84120), P("ast.expr_context_type", 84128),
	P("ast.expr_type", 84136), P("ast.finalbody", 84144), P("ast.format_spec", 84152), P("ast.func", 84160),
	P("ast.generators", 84168), P("ast.guard", 84176), P("ast.handlers", 84184), P("ast.id", 84192),
	P("ast.ifs", 84200), P("ast.is_async", 84208), P("ast.items", 84216), P("ast.iter", 84224), P("ast.key", 84232),
	P("ast.keys", 84240), P("ast.keyword_type", 84248), P("ast.keywords", 84256), P("ast.kind", 84264),
	P("ast.kw_defaults", 84272), P("ast.kwarg", 84280), P("ast.kwd_attrs", 84288), P("ast.kwd_patterns", 84296),
	P("ast.kwonlyargs", 84304), P("ast.left", 84312), P("ast.level", 84320), P("ast.lineno", 84328),
	P("ast.lower", 84336), P("ast.match_case_type", 84344), P("ast.mod_type", 84352), P("ast.module", 84360),
	P("ast.msg", 84368), P("ast.name", 84376), P("ast.names", 84384), P("ast.op", 84392), P("ast.operand", 84400),
	P("ast.operator_type", 84408), P("ast.ops", 84416), P("ast.optional_vars", 84424), P("ast.orelse", 84432),
	P("ast.pattern", 84440), P("ast.pattern_type", 84448), P("ast.patterns", 84456), P("ast.posonlyargs", 84464),
	P("ast.rest", 84472), P("ast.returns", 84480), P("ast.right", 84488), P("ast.simple", 84496),
	P("ast.slice", 84504), P("ast.step", 84512), P("ast.stmt_type", 84520), P("ast.subject", 84528),
	P("ast.tag", 84536), P("ast.target", 84544), P("ast.targets", 84552), P("ast.test", 84560),
	P("ast.type", 84568), P("ast.type_comment", 84576), P("ast.type_ignore_type", 84584),
	P("ast.type_ignores", 84592), P("ast.type_param_type", 84600), P("ast.type_params", 84608),
	P("ast.unaryop_type", 84616), P("ast.upper", 84624), P("ast.value", 84632), P("ast.values", 84640),
	P("ast.vararg", 84648), P("ast.withitem_type", 84656), V("types", 84664, 108424),
	V("types.next_version_tag", 84664, 4), V("types.type_cache", 84672, 98304),
	A("types.type_cache.hashtable", 84672, 98304, 24, 0), V("types.builtins", 182976, 9608),
	V("types.builtins.num_initialized", 182976, 8), A("types.builtins.initialized", 182984, 9600, 48, 0),
	V("types.for_extensions", 192584, 496), V("types.for_extensions.num_initialized", 192584, 8),
	V("types.for_extensions.next_index", 192592, 8), A("types.for_extensions.initialized", 192600, 480, 48, 0),
	V("types.mutex", 193080, 1), V("types.mutex._bits", 193080, 1), V("callable_cache", 193088, 32),
	P("callable_cache.isinstance", 193088), P("callable_cache.len", 193096),
	P("callable_cache.list_append", 193104), P("callable_cache.object__getattribute__", 193112),
	P("optimizer", 193120), P("executor_list_head", 193128), V("rare_events", 193136, 5),
	V("rare_events.set_class", 193136, 1), V("rare_events.set_bases", 193137, 1),
	V("rare_events.set_eval_frame_func", 193138, 1), V("rare_events.builtin_dict", 193139, 1),
	V("rare_events.func_modification", 193140, 1), P("builtins_dict_watcher", 193144), V("monitors", 193152, 15),
	V("sys_profile_initialized", 193167, 1), V("sys_trace_initialized", 193168, 1),
	V("sys_profiling_threads", 193176, 8), V("sys_tracing_threads", 193184, 8),
	A("monitoring_callables", 193192, 1088, 8, 1), A("monitoring_tool_names", 194280, 64, 8, 1),
	V("cached_objects", 194344, 160), P("cached_objects.interned_strings", 194344),
	P("cached_objects._unused_str_replace_inf", 194352), P("cached_objects.objreduce", 194360),
	P("cached_objects.type_slots_pname", 194368), A("cached_objects.type_slots_ptrs", 194376, 80, 8, 1),
	P("cached_objects.generic_type", 194456), P("cached_objects.typevar_type", 194464),
	P("cached_objects.typevartuple_type", 194472), P("cached_objects.paramspec_type", 194480),
	P("cached_objects.paramspecargs_type", 194488), P("cached_objects.paramspeckwargs_type", 194496),
	V("static_objects", 194504, 136), V("static_objects.singletons", 194504, 136),
	V("static_objects.singletons._not_used", 194504, 4),
	V("static_objects.singletons._hamt_empty_gc_not_used", 194508, 16),
	V("static_objects.singletons._hamt_empty_gc_not_used._gc_next", 194508, 8),
	V("static_objects.singletons._hamt_empty_gc_not_used._gc_prev", 194516, 8),
	V("static_objects.singletons.hamt_empty", 194528, 40),
	V("static_objects.singletons.hamt_empty.ob_base", 194528, 16),
	P("static_objects.singletons.hamt_empty.ob_base.ob_type", 194536),
	P("static_objects.singletons.hamt_empty.h_root", 194544),
	P("static_objects.singletons.hamt_empty.h_weakreflist", 194552),
	V("static_objects.singletons.hamt_empty.h_count", 194560, 8),
	V("static_objects.singletons.last_resort_memory_error", 194568, 72),
	V("static_objects.singletons.last_resort_memory_error.ob_base", 194568, 16),
	P("static_objects.singletons.last_resort_memory_error.ob_base.ob_type", 194576),
	P("static_objects.singletons.last_resort_memory_error.dict", 194584),
	P("static_objects.singletons.last_resort_memory_error.args", 194592),
	P("static_objects.singletons.last_resort_memory_error.notes", 194600),
	P("static_objects.singletons.last_resort_memory_error.traceback", 194608),
	P("static_objects.singletons.last_resort_memory_error.context", 194616),
	P("static_objects.singletons.last_resort_memory_error.cause", 194624),
	V("static_objects.singletons.last_resort_memory_error.suppress_context", 194632, 1),
	V("_initial_thread", 194640, 336), V("_interactive_src_count", 194976, 8), P("threads_preallocated", 194984),
};
static const struct kg_cmember m_PyListObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("ob_item", 24), V("allocated", 32, 8),
};
static const struct kg_cmember m_PyLongObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("mbuf", 24), V("hash", 32, 8), V("flags", 40, 4), V("exports", 48, 8), V("view", 56, 80), P("view.buf", 56),
	P("view.obj", 64), V("view.len", 72, 8), V("view.itemsize", 80, 8), V("view.readonly", 88, 4),
	V("view.ndim", 92, 4), P("view.format", 96), P("view.shape", 104), P("view.strides", 112),
	P("view.suboffsets", 120), P("view.internal", 128), P("weakreflist", 136), A("ob_array", 144, 8, 8, 0),
};
static const struct kg_cmember m_PyMethodDef[] = {
	P("ml_name", 0), P("ml_meth", 8), V("ml_flags", 16, 4), P("ml_doc", 24),
};
static const struct kg_cmember m_PyMethodObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("im_func", 16), P("im_self", 24), P("im_weakreflist", 32), P("vectorcall", 40),
};
static const struct kg_cmember m_PyModuleDef[] = {
	V("m_base", 0, 40), V("m_base.ob_base", 0, 16), V("m_base.ob_base.ob_refcnt", 0, 8),
	A("m_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("m_base.ob_base.ob_type", 8), P("m_base.m_init", 16),
	V("m_base.m_index", 24, 8), P("m_base.m_copy", 32), P("m_name", 40), P("m_doc", 48), V("m_size", 56, 8),
	P("m_methods", 64), P("m_slots", 72), P("m_traverse", 80), P("m_clear", 88), P("m_free", 96),
};
static const struct kg_cmember m_PyModuleDef_Base[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("m_init", 16), V("m_index", 24, 8), P("m_copy", 32),
};
static const struct kg_cmember m_PyModuleDef_Slot[] = {
	V("slot", 0, 4), P("value", 8),
};
static const struct kg_cmember m_PyModuleObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("md_dict", 16), P("md_def", 24), P("md_state", 32), P("md_weaklist", 40),
	P("md_name", 48),
};
static const struct kg_cmember m_PyNameErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("od_dict", 0, 48), V("od_dict.ob_base", 0, 16), V("od_dict.ob_base.ob_refcnt", 0, 8),
	A("od_dict.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("od_dict.ob_base.ob_type", 8), V("od_dict.ma_used", 16, 8),
	V("od_dict.ma_version_tag", 24, 8), P("od_dict.ma_keys", 32), P("od_dict.ma_values", 40), P("od_first", 48),
	P("od_last", 56), P("od_fast_nodes", 64), V("od_fast_nodes_size", 72, 8), P("od_resize_sentinel", 80),
	V("od_state", 88, 8), P("od_inst_dict", 96), P("od_weakreflist", 104),
};
static const struct kg_cmember m_PyOSErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("myerrno", 72), P("strerror", 80), P("filename", 88),
	P("filename2", 96), V("written", 104, 8),
};
static const struct kg_cmember m_PyObject[] = {
	V("ob_refcnt", 0, 8), A("ob_refcnt_split", 0, 8, 4, 0), P("ob_type", 8),
};
static const struct kg_cmember m_PyPickleBufferObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("view", 16, 80), P("view.buf", 16), P("view.obj", 24), V("view.len", 32, 8),
	V("view.itemsize", 40, 8), V("view.readonly", 48, 4), V("view.ndim", 52, 4), P("view.format", 56),
	P("view.shape", 64), P("view.strides", 72), P("view.suboffsets", 80), P("view.internal", 88),
	P("weakreflist", 96),
};
static const struct kg_cmember m_PySSLCertificate[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("cert", 16), V("hash", 24, 8),
};
static const struct kg_cmember m_PySSLContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ctx", 16), P("alpn_protocols", 24), V("alpn_protocols_len", 32, 4),
	P("set_sni_cb", 40), V("check_hostname", 48, 4), V("hostflags", 52, 4), V("protocol", 56, 4),
	V("post_handshake_auth", 60, 4), P("msg_cb", 64), P("keylog_filename", 72), P("keylog_bio", 80), P("state", 88),
	P("psk_client_callback", 96), P("psk_server_callback", 104),
};
static const struct kg_cmember m_PySSLMemoryBIO[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("bio", 16), V("eof_written", 24, 4),
};
static const struct kg_cmember m_PySSLSession[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("session", 16), P("ctx", 24),
};
static const struct kg_cmember m_PySSLSocket[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("Socket", 16), P("ssl", 24), P("ctx", 32), V("shutdown_seen_zero", 40, 1),
	V("socket_type", 44, 4), P("owner", 48), P("server_hostname", 56), V("err", 64, 8), V("err.ssl", 64, 4),
	V("err.c", 68, 4), P("exc", 72),
};
static const struct kg_cmember m_PySTEntryObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ste_id", 16), P("ste_symbols", 24), P("ste_name", 32), P("ste_varnames", 40),
	P("ste_children", 48), P("ste_directives", 56), P("ste_mangled_names", 64), V("ste_type", 72, 4),
	P("ste_scope_info", 80), V("ste_nested", 88, 4), {"ste_free", 92, 4, 0, 0, 1, 0},
	{"ste_child_free", 92, 4, 0, 1, 1, 0}, {"ste_generator", 92, 4, 0, 2, 1, 0},
	{"ste_coroutine", 92, 4, 0, 3, 1, 0}, V("ste_comprehension", 96, 4), {"ste_varargs", 100, 4, 0, 0, 1, 0},
	{"ste_varkeywords", 100, 4, 0, 1, 1, 0}, {"ste_returns_value", 100, 4, 0, 2, 1, 0},
	{"ste_needs_class_closure", 100, 4, 0, 3, 1, 0}, {"ste_needs_classdict", 100, 4, 0, 4, 1, 0},
	{"ste_comp_inlined", 100, 4, 0, 5, 1, 0}, {"ste_comp_iter_target", 100, 4, 0, 6, 1, 0},
	{"ste_can_see_class_scope", 100, 4, 0, 7, 1, 0}, V("ste_comp_iter_expr", 104, 4), V("ste_lineno", 108, 4),
	V("ste_col_offset", 112, 4), V("ste_end_lineno", 116, 4), V("ste_end_col_offset", 120, 4),
	V("ste_opt_lineno", 124, 4), V("ste_opt_col_offset", 128, 4), P("ste_table", 136),
};
static const struct kg_cmember m_PyScannerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("strict", 16, 1), P("object_hook", 24), P("object_pairs_hook", 32),
	P("parse_float", 40), P("parse_int", 48), P("parse_constant", 56),
};
static const struct kg_cmember m_PySequenceMethods[] = {
	P("sq_length", 0), P("sq_concat", 8), P("sq_repeat", 16), P("sq_item", 24), P("was_sq_slice", 32),
	P("sq_ass_item", 40), P("was_sq_ass_slice", 48), P("sq_contains", 56), P("sq_inplace_concat", 64),
	P("sq_inplace_repeat", 72),
};
static const struct kg_cmember m_PySetObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("fill", 16, 8), V("used", 24, 8), V("mask", 32, 8), P("table", 40), V("hash", 48, 8),
	V("finger", 56, 8), A("smalltable", 64, 128, 16, 0), P("weakreflist", 192),
};
static const struct kg_cmember m_PySliceObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("start", 16), P("stop", 24), P("step", 32),
};
static const struct kg_cmember m_PySocketModule_APIObject[] = {
	P("Sock_Type", 0), P("error", 8), P("timeout_error", 16),
};
static const struct kg_cmember m_PySocketSockObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("sock_fd", 16, 4), V("sock_family", 20, 4), V("sock_type", 24, 4),
	V("sock_proto", 28, 4), P("errorhandler", 32), V("sock_timeout", 40, 8), P("state", 48),
};
static const struct kg_cmember m_PyStdPrinter_Object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("fd", 16, 4),
};
static const struct kg_cmember m_PyStopIterationObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("value", 72),
};
static const struct kg_cmember m_PyStructObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("s_size", 16, 8), V("s_len", 24, 8), P("s_codes", 32), P("s_format", 40),
	P("weakreflist", 48),
};
static const struct kg_cmember m_PySyntaxErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("msg", 72), P("filename", 80), P("lineno", 88), P("offset", 96),
	P("end_lineno", 104), P("end_offset", 112), P("text", 120), P("print_file_and_line", 128),
};
static const struct kg_cmember m_PySystemExitObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("code", 72),
};
static const struct kg_cmember m_PyTclObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("value", 16), P("string", 24),
};
static const struct kg_cmember m_PyThreadState[] = {
	P("prev", 0), P("next", 8), P("interp", 16), V("eval_breaker", 24, 8), V("_status", 32, 4),
	{"_status.initialized", 32, 4, 0, 0, 1, 0}, {"_status.bound", 32, 4, 0, 1, 1, 0},
	{"_status.unbound", 32, 4, 0, 2, 1, 0}, {"_status.bound_gilstate", 32, 4, 0, 3, 1, 0},
	{"_status.active", 32, 4, 0, 4, 1, 0}, {"_status.holds_gil", 32, 4, 0, 5, 1, 0},
	{"_status.finalizing", 32, 4, 0, 6, 1, 0}, {"_status.cleared", 32, 4, 0, 7, 1, 0},
	{"_status.finalized", 32, 4, 0, 8, 1, 0}, V("_whence", 36, 4), V("state", 40, 4),
	V("py_recursion_remaining", 44, 4), V("py_recursion_limit", 48, 4), V("c_recursion_remaining", 52, 4),
	V("recursion_headroom", 56, 4), V("tracing", 60, 4), V("what_event", 64, 4), P("current_frame", 72),
	P("c_profilefunc", 80), P("c_tracefunc", 88), P("c_profileobj", 96), P("c_traceobj", 104),
	P("current_exception", 112), P("exc_info", 120), P("dict", 128), V("gilstate_counter", 136, 4),
	P("async_exc", 144), V("thread_id", 152, 8), V("native_thread_id", 160, 8), P("delete_later", 168),
	V("critical_section", 176, 8), V("coroutine_origin_tracking_depth", 184, 4), P("async_gen_firstiter", 192),
	P("async_gen_finalizer", 200), P("context", 208), V("context_ver", 216, 8), V("id", 224, 8),
	P("datastack_chunk", 232), P("datastack_top", 240), P("datastack_limit", 248), V("exc_state", 256, 16),
	P("exc_state.exc_value", 256), P("exc_state.previous_item", 264), P("previous_executor", 272),
	V("dict_global_version", 280, 8), P("threading_local_key", 288), P("threading_local_sentinel", 296),
};
static const struct kg_cmember m_PyTracebackObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("tb_next", 16), P("tb_frame", 24), V("tb_lasti", 32, 4), V("tb_lineno", 36, 4),
};
static const struct kg_cmember m_PyTupleObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	A("ob_item", 24, 8, 8, 1),
};
static const struct kg_cmember m_PyTypeObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("tp_name", 24), V("tp_basicsize", 32, 8), V("tp_itemsize", 40, 8), P("tp_dealloc", 48),
	V("tp_vectorcall_offset", 56, 8), P("tp_getattr", 64), P("tp_setattr", 72), P("tp_as_async", 80),
	P("tp_repr", 88), P("tp_as_number", 96), P("tp_as_sequence", 104), P("tp_as_mapping", 112), P("tp_hash", 120),
	P("tp_call", 128), P("tp_str", 136), P("tp_getattro", 144), P("tp_setattro", 152), P("tp_as_buffer", 160),
	V("tp_flags", 168, 8), P("tp_doc", 176), P("tp_traverse", 184), P("tp_clear", 192), P("tp_richcompare", 200),
	V("tp_weaklistoffset", 208, 8), P("tp_iter", 216), P("tp_iternext", 224), P("tp_methods", 232),
	P("tp_members", 240), P("tp_getset", 248), P("tp_base", 256), P("tp_dict", 264), P("tp_descr_get", 272),
	P("tp_descr_set", 280), V("tp_dictoffset", 288, 8), P("tp_init", 296), P("tp_alloc", 304), P("tp_new", 312),
	P("tp_free", 320), P("tp_is_gc", 328), P("tp_bases", 336), P("tp_mro", 344), P("tp_cache", 352),
	P("tp_subclasses", 360), P("tp_weaklist", 368), P("tp_del", 376), V("tp_version_tag", 384, 4),
	P("tp_finalize", 392), P("tp_vectorcall", 400), V("tp_watched", 408, 1), V("tp_versions_used", 410, 2),
};
static const struct kg_cmember m_PyUnicodeErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("args", 24), P("notes", 32), P("traceback", 40), P("context", 48),
	P("cause", 56), V("suppress_context", 64, 1), P("encoding", 72), P("object", 80), V("start", 88, 8),
	V("end", 96, 8), P("reason", 104),
};
static const struct kg_cmember m_PyUnicodeObject[] = {
	V("_base", 0, 56), V("_base._base", 0, 40), V("_base._base.ob_base", 0, 16),
	V("_base._base.ob_base.ob_refcnt", 0, 8), A("_base._base.ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("_base._base.ob_base.ob_type", 8), V("_base._base.length", 16, 8), V("_base._base.hash", 24, 8),
	V("_base._base.state", 32, 4), {"_base._base.state.interned", 32, 4, 0, 0, 2, 0},
	{"_base._base.state.kind", 32, 4, 0, 2, 3, 0}, {"_base._base.state.compact", 32, 4, 0, 5, 1, 0},
	{"_base._base.state.ascii", 32, 4, 0, 6, 1, 0}, {"_base._base.state.statically_allocated", 32, 4, 0, 7, 1, 0},
	V("_base.utf8_length", 40, 8), P("_base.utf8", 48), V("data", 56, 8), P("data.any", 56), P("data.latin1", 56),
	P("data.ucs2", 56), P("data.ucs4", 56),
};
static const struct kg_cmember m_PyVarObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("ob_size", 16, 8),
};
static const struct kg_cmember m_PyWeakReference[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("wr_object", 16), P("wr_callback", 24), V("hash", 32, 8), P("wr_prev", 40),
	P("wr_next", 48), P("vectorcall", 56),
};
static const struct kg_cmember m_PyWrapperDescrObject[] = {
	V("d_common", 0, 40), V("d_common.ob_base", 0, 16), V("d_common.ob_base.ob_refcnt", 0, 8),
	A("d_common.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("d_common.ob_base.ob_type", 8), P("d_common.d_type", 16),
	P("d_common.d_name", 24), P("d_common.d_qualname", 32), P("d_base", 40), P("d_wrapped", 48),
};
static const struct kg_cmember m_PyZoneInfo_ZoneInfo[] = {
	V("base", 0, 16), V("base.ob_base", 0, 16), V("base.ob_base.ob_refcnt", 0, 8),
	A("base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("base.ob_base.ob_type", 8), P("key", 16), P("file_repr", 24),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("index", 16, 4), A("state", 20, 2496, 4, 0),
};
static const struct kg_cmember m_ReaderObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("input_iter", 16), P("dialect", 24), P("fields", 32), V("state", 40, 4),
	P("field", 48), V("field_size", 56, 8), V("field_len", 64, 8), V("unquoted_field", 72, 1), V("line_num", 80, 8),
};
static const struct kg_cmember m_SHA1State[] = {
	P("sha1_type", 0),
};
static const struct kg_cmember m_SHA1object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("path", 16, 88), P("path.function_name", 16), P("path.argument_name", 24),
	V("path.nullable", 32, 4), V("path.nonstrict", 36, 4), V("path.make_wide", 40, 4),
	V("path.suppress_value_error", 44, 4), V("path.allow_fd", 48, 4), P("path.wide", 56), P("path.narrow", 64),
	V("path.fd", 72, 4), V("path.value_error", 76, 4), V("path.length", 80, 8), P("path.object", 88),
	P("path.cleanup", 96), P("dirp", 104), V("fd", 112, 4),
};
static const struct kg_cmember m_ScannerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("state.fail_after_count", 252, 4), P("state.fail_after_exc", 256),
};
static const struct kg_cmember m_SemLockObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("handle", 16), V("last_tid", 24, 8), V("count", 32, 4), V("maxvalue", 36, 4),
	V("kind", 40, 4), P("name", 48),
};
static const struct kg_cmember m_StgInfo[] = {
	V("initialized", 0, 4), V("size", 8, 8), V("align", 16, 8), V("length", 24, 8), V("ffi_type_pointer", 32, 24),
	V("ffi_type_pointer.size", 32, 8), V("ffi_type_pointer.alignment", 40, 2), V("ffi_type_pointer.type", 42, 2),
	P("ffi_type_pointer.elements", 48), P("proto", 56), P("setfunc", 64), P("getfunc", 72), P("paramfunc", 80),
	P("argtypes", 88), P("converters", 96), P("restype", 104), P("checker", 112), P("module", 120),
	V("flags", 128, 4), P("format", 136), V("ndim", 144, 4), P("shape", 152),
};
static const struct kg_cmember m_StrongCacheNode[] = {
	P("next", 0), P("prev", 8), P("key", 16), P("zone", 24),
};
static const struct kg_cmember m_StructParamObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ptr", 16), P("keep", 24),
};
static const struct kg_cmember m_TaskObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("task_loop", 16), P("task_callback0", 24), P("task_context0", 32),
	P("task_callbacks", 40), P("task_exception", 48), P("task_exception_tb", 56), P("task_result", 64),
	P("task_source_tb", 72), P("task_cancel_msg", 80), P("task_cancelled_exc", 88), V("task_state", 96, 4),
	{"task_log_tb", 100, 4, 0, 0, 1, 0}, {"task_blocking", 100, 4, 0, 1, 1, 0},
	{"task_must_cancel", 100, 4, 0, 2, 1, 0}, {"task_log_destroy_pending", 100, 4, 0, 3, 1, 0},
	V("task_num_cancels_requested", 104, 4), P("task_fut_waiter", 112), P("task_coro", 120), P("task_name", 128),
	P("task_context", 136),
};
static const struct kg_cmember m_TaskStepMethWrapper[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("sw_task", 16), P("sw_arg", 24),
};
static const struct kg_cmember m_TemplateObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	V("chunks", 24, 8), P("literal", 32), A("items", 40, 0, 16, 0),
};
static const struct kg_cmember m_TkttObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("token", 16), P("func", 24),
};
static const struct kg_cmember m_TreeBuilderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("root", 16), P("this", 24), P("last", 32), P("last_for_tail", 40), P("data", 48),
	P("stack", 56), V("index", 64, 8), P("element_factory", 72), P("comment_factory", 80), P("pi_factory", 88),
	P("events_append", 96), P("start_event_obj", 104), P("end_event_obj", 112), P("start_ns_event_obj", 120),
	P("end_ns_event_obj", 128), P("comment_event_obj", 136), P("pi_event_obj", 144), V("insert_comments", 152, 1),
	V("insert_pis", 153, 1), P("state", 160),
};
static const struct kg_cmember m_UnpicklerMemoProxyObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("unpickler", 16),
};
static const struct kg_cmember m_UnpicklerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("stack", 16), P("memo", 24), V("memo_size", 32, 8), V("memo_len", 40, 8),
	P("persistent_load", 48), P("persistent_load_attr", 56), V("buffer", 64, 80), P("buffer.buf", 64),
	P("buffer.obj", 72), V("buffer.len", 80, 8), V("buffer.itemsize", 88, 8), V("buffer.readonly", 96, 4),
	V("buffer.ndim", 100, 4), P("buffer.format", 104), P("buffer.shape", 112), P("buffer.strides", 120),
	P("buffer.suboffsets", 128), P("buffer.internal", 136), P("input_buffer", 144), P("input_line", 152),
	V("input_len", 160, 8), V("next_read_idx", 168, 8), V("prefetched_idx", 176, 8), P("read", 184),
	P("readinto", 192), P("readline", 200), P("peek", 208), P("buffers", 216), P("encoding", 224), P("errors", 232),
	P("marks", 240), V("num_marks", 248, 8), V("marks_size", 256, 8), V("proto", 264, 4), V("fix_imports", 268, 4),
};
static const struct kg_cmember m_WarningsState[] = {
	P("filters", 0), P("once_registry", 8), P("default_action", 16), V("mutex", 24, 1), V("mutex._bits", 24, 1),
	V("filters_version", 32, 8),
};
static const struct kg_cmember m_WriterObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("write", 16), P("dialect", 24), P("rec", 32), V("rec_size", 40, 8),
	V("rec_len", 48, 8), V("num_fields", 56, 4), P("error_obj", 64),
};
static const struct kg_cmember m_XMLParserObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("parser", 16), P("target", 24), P("entity", 32), P("names", 40),
	P("handle_start_ns", 48), P("handle_end_ns", 56), P("handle_start", 64), P("handle_data", 72),
	P("handle_end", 80), P("handle_comment", 88), P("handle_pi", 96), P("handle_doctype", 104),
	P("handle_close", 112), P("state", 120), P("elementtree_module", 128),
};
static const struct kg_cmember m_ZlibDecompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("zst", 16, 112), P("zst.next_in", 16), V("zst.avail_in", 24, 4),
	V("zst.total_in", 32, 8), P("zst.next_out", 40), V("zst.avail_out", 48, 4), V("zst.total_out", 56, 8),
	P("zst.msg", 64), P("zst.state", 72), P("zst.zalloc", 80), P("zst.zfree", 88), P("zst.opaque", 96),
	V("zst.data_type", 104, 4), V("zst.adler", 112, 8), V("zst.reserved", 120, 8), P("zdict", 128), P("lock", 136),
	P("unused_data", 144), P("input_buffer", 152), V("input_buffer_size", 160, 8), V("avail_in_real", 168, 8),
	V("is_initialised", 176, 1), V("eof", 177, 1), V("needs_input", 178, 1),
};
static const struct kg_cmember m__InternalNameMapperState[] = {
	P("set", 0), V("error", 8, 4),
};
static const struct kg_cmember m__ODictNode[] = {
	P("key", 0), V("hash", 8, 8), P("next", 16), P("prev", 24),
};
static const struct kg_cmember m__PyAsyncGenWrappedValue[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("agw_val", 16),
};
static const struct kg_cmember m__PyCoCached[] = {
	P("_co_code", 0), P("_co_varnames", 8), P("_co_cellvars", 16), P("_co_freevars", 24),
};
static const struct kg_cmember m__PyDateTime_BaseTZInfo[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("hashcode", 16, 8), V("hastzinfo", 24, 1),
};
static const struct kg_cmember m__PyDictViewObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("s_instrs", 16), V("s_allocated", 24, 4), V("s_used", 28, 4),
	V("s_next_free_label", 32, 4), P("s_labelmap", 40), V("s_labelmap_size", 48, 4), P("s_nested", 56),
};
static const struct kg_cmember m__PyInterpreterFrame[] = {
	P("f_executable", 0), P("previous", 8), P("f_funcobj", 16), P("f_globals", 24), P("f_builtins", 32),
	P("f_locals", 40), P("frame_obj", 48), P("instr_ptr", 56), V("stacktop", 64, 4), V("return_offset", 68, 2),
	V("owner", 70, 1), A("localsplus", 72, 8, 8, 1),
};
static const struct kg_cmember m__PyListIterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m__PyManagedBufferObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("flags", 16, 4), V("exports", 24, 8), V("master", 32, 80), P("master.buf", 32),
	P("master.obj", 40), V("master.len", 48, 8), V("master.itemsize", 56, 8), V("master.readonly", 64, 4),
	V("master.ndim", 68, 4), P("master.format", 72), P("master.shape", 80), P("master.strides", 88),
	P("master.suboffsets", 96), P("master.internal", 104),
};
static const struct kg_cmember m__PyNamespaceObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ns_dict", 16),
};
static const struct kg_cmember m__PyRuntimeState[] = {
	V("debug_offsets", 0, 584), V("_initialized", 584, 4), V("preinitializing", 588, 4),
	V("preinitialized", 592, 4), V("core_initialized", 596, 4), V("initialized", 600, 4), P("_finalizing", 608),
	V("_finalizing_id", 616, 8), V("interpreters", 624, 32), V("interpreters.mutex", 624, 1),
	V("interpreters.mutex._bits", 624, 1), P("interpreters.head", 632), P("interpreters.main", 640),
	V("interpreters.next_id", 648, 8), V("main_thread", 656, 8), P("main_tstate", 664), V("xi", 672, 24),
	V("xi.registry", 672, 24), V("xi.registry.global", 672, 4), V("xi.registry.initialized", 676, 4),
	V("xi.registry.mutex", 680, 1), V("xi.registry.mutex._bits", 680, 1), P("xi.registry.head", 688),
	V("allocators", 696, 304), V("allocators.mutex", 696, 1), V("allocators.mutex._bits", 696, 1),
	V("allocators.standard", 704, 120), V("allocators.standard.raw", 704, 40),
	P("allocators.standard.raw.ctx", 704), P("allocators.standard.raw.malloc", 712),
	P("allocators.standard.raw.calloc", 720), P("allocators.standard.raw.realloc", 728),
	P("allocators.standard.raw.free", 736), V("allocators.standard.mem", 744, 40),
	P("allocators.standard.mem.ctx", 744), P("allocators.standard.mem.malloc", 752),
	P("allocators.standard.mem.calloc", 760), P("allocators.standard.mem.realloc", 768),
	P("allocators.standard.mem.free", 776), V("allocators.standard.obj", 784, 40),
	P("allocators.standard.obj.ctx", 784), P("allocators.standard.obj.malloc", 792),
	P("allocators.standard.obj.calloc", 800), P("allocators.standard.obj.realloc", 808),
	P("allocators.standard.obj.free", 816), V("allocators.debug", 824, 144), V("allocators.debug.raw", 824, 48),
	V("allocators.debug.raw.api_id", 824, 1), V("allocators.debug.raw.alloc", 832, 40),
	P("allocators.debug.raw.alloc.ctx", 832), P("allocators.debug.raw.alloc.malloc", 840),
	P("allocators.debug.raw.alloc.calloc", 848), P("allocators.debug.raw.alloc.realloc", 856),
	P("allocators.debug.raw.alloc.free", 864), V("allocators.debug.mem", 872, 48),
	V("allocators.debug.mem.api_id", 872, 1), V("allocators.debug.mem.alloc", 880, 40),
	P("allocators.debug.mem.alloc.ctx", 880), P("allocators.debug.mem.alloc.malloc", 888),
	P("allocators.debug.mem.alloc.calloc", 896), P("allocators.debug.mem.alloc.realloc", 904),
	P("allocators.debug.mem.alloc.free", 912), V("allocators.debug.obj", 920, 48),
	V("allocators.debug.obj.api_id", 920, 1), V("allocators.debug.obj.alloc", 928, 40),
	P("allocators.debug.obj.alloc.ctx", 928), P("allocators.debug.obj.alloc.malloc", 936),
	P("allocators.debug.obj.alloc.calloc", 944), P("allocators.debug.obj.alloc.realloc", 952),
	P("allocators.debug.obj.alloc.free", 960), V("allocators.is_debug_enabled", 968, 4),
	V("allocators.obj_arena", 976, 24), P("allocators.obj_arena.ctx", 976), P("allocators.obj_arena.alloc", 984),
	P("allocators.obj_arena.free", 992), V("obmalloc", 1000, 16), V("obmalloc.dump_debug_stats", 1000, 4),
	V("obmalloc.interpreter_leaks", 1008, 8), V("pyhash_state", 1016, 24),
	V("pyhash_state.urandom_cache", 1016, 24), V("pyhash_state.urandom_cache.fd", 1016, 4),
	V("pyhash_state.urandom_cache.st_dev", 1024, 8), V("pyhash_state.urandom_cache.st_ino", 1032, 8),
	V("threads", 1040, 40), V("threads.initialized", 1040, 4), V("threads._condattr_monotonic", 1048, 16),
	P("threads._condattr_monotonic.ptr", 1048), V("threads._condattr_monotonic.val", 1056, 4),
	A("threads._condattr_monotonic.val.__size", 1056, 4, 1, 0),
	V("threads._condattr_monotonic.val.__align", 1056, 4), V("threads.handles", 1064, 16),
	P("threads.handles.next", 1064), P("threads.handles.prev", 1072), V("signals", 1080, 1080),
	A("signals.handlers", 1080, 1040, 16, 0), V("signals.wakeup", 2120, 8), V("signals.wakeup.fd", 2120, 4),
	V("signals.wakeup.warn_on_full_buffer", 2124, 4), V("signals.is_tripped", 2128, 4),
	P("signals.default_handler", 2136), P("signals.ignore_handler", 2144),
	V("signals.unhandled_keyboard_interrupt", 2152, 4), V("autoTSSkey", 2160, 8),
	V("autoTSSkey._is_initialized", 2160, 4), V("autoTSSkey._key", 2164, 4), V("trashTSSkey", 2168, 8),
	V("trashTSSkey._is_initialized", 2168, 4), V("trashTSSkey._key", 2172, 4), V("orig_argv", 2176, 16),
	V("orig_argv.length", 2176, 8), P("orig_argv.items", 2184), V("parser", 2192, 16048),
	A("parser.memo_statistics", 2192, 16000, 8, 0), V("parser.dummy_name", 18192, 48),
	V("parser.dummy_name.kind", 18192, 4), V("parser.dummy_name.v", 18200, 24),
	V("parser.dummy_name.v.BoolOp", 18200, 16), V("parser.dummy_name.v.BoolOp.op", 18200, 4),
	V("parser.dummy_name.v.NamedExpr", 18200, 16), P("parser.dummy_name.v.NamedExpr.target", 18200),
	V("parser.dummy_name.v.BinOp", 18200, 24), P("parser.dummy_name.v.BinOp.left", 18200),
	V("parser.dummy_name.v.UnaryOp", 18200, 16), V("parser.dummy_name.v.UnaryOp.op", 18200, 4),
	V("parser.dummy_name.v.Lambda", 18200, 16), P("parser.dummy_name.v.Lambda.args", 18200),
	V("parser.dummy_name.v.IfExp", 18200, 24), P("parser.dummy_name.v.IfExp.test", 18200),
	V("parser.dummy_name.v.Dict", 18200, 16), P("parser.dummy_name.v.Dict.keys", 18200),
	V("parser.dummy_name.v.Set", 18200, 8), P("parser.dummy_name.v.Set.elts", 18200),
	V("parser.dummy_name.v.ListComp", 18200, 16), P("parser.dummy_name.v.ListComp.elt", 18200),
	V("parser.dummy_name.v.SetComp", 18200, 16), P("parser.dummy_name.v.SetComp.elt", 18200),
	V("parser.dummy_name.v.DictComp", 18200, 24), P("parser.dummy_name.v.DictComp.key", 18200),
	V("parser.dummy_name.v.GeneratorExp", 18200, 16), P("parser.dummy_name.v.GeneratorExp.elt", 18200),
	V("parser.dummy_name.v.Await", 18200, 8), P("parser.dummy_name.v.Await.value", 18200),
	V("parser.dummy_name.v.Yield", 18200, 8), P("parser.dummy_name.v.Yield.value", 18200),
	V("parser.dummy_name.v.YieldFrom", 18200, 8), P("parser.dummy_name.v.YieldFrom.value", 18200),
	V("parser.dummy_name.v.Compare", 18200, 24), P("parser.dummy_name.v.Compare.left", 18200),
	V("parser.dummy_name.v.Call", 18200, 24), P("parser.dummy_name.v.Call.func", 18200),
	V("parser.dummy_name.v.FormattedValue", 18200, 24), P("parser.dummy_name.v.FormattedValue.value", 18200),
	V("parser.dummy_name.v.JoinedStr", 18200, 8), P("parser.dummy_name.v.JoinedStr.values", 18200),
	V("parser.dummy_name.v.Constant", 18200, 16), P("parser.dummy_name.v.Constant.value", 18200),
	V("parser.dummy_name.v.Attribute", 18200, 24), P("parser.dummy_name.v.Attribute.value", 18200),
	V("parser.dummy_name.v.Subscript", 18200, 24), P("parser.dummy_name.v.Subscript.value", 18200),
	V("parser.dummy_name.v.Starred", 18200, 16), P("parser.dummy_name.v.Starred.value", 18200),
	V("parser.dummy_name.v.Name", 18200, 16), P("parser.dummy_name.v.Name.id", 18200),
	V("parser.dummy_name.v.List", 18200, 16), P("parser.dummy_name.v.List.elts", 18200),
	V("parser.dummy_name.v.Tuple", 18200, 16), P("parser.dummy_name.v.Tuple.elts", 18200),
	V("parser.dummy_name.v.Slice", 18200, 24), P("parser.dummy_name.v.Slice.lower", 18200),
	P("parser.dummy_name.v.BoolOp.values", 18208), P("parser.dummy_name.v.NamedExpr.value", 18208),
	V("parser.dummy_name.v.BinOp.op", 18208, 4), P("parser.dummy_name.v.UnaryOp.operand", 18208),
	P("parser.dummy_name.v.Lambda.body", 18208), P("parser.dummy_name.v.IfExp.body", 18208),
	P("parser.dummy_name.v.Dict.values", 18208), P("parser.dummy_name.v.ListComp.generators", 18208),
	P("parser.dummy_name.v.SetComp.generators", 18208), P("parser.dummy_name.v.DictComp.value", 18208),
	P("parser.dummy_name.v.GeneratorExp.generators", 18208), P("parser.dummy_name.v.Compare.ops", 18208),
	P("parser.dummy_name.v.Call.args", 18208), V("parser.dummy_name.v.FormattedValue.conversion", 18208, 4),
	P("parser.dummy_name.v.Constant.kind", 18208), P("parser.dummy_name.v.Attribute.attr", 18208),
	P("parser.dummy_name.v.Subscript.slice", 18208), V("parser.dummy_name.v.Starred.ctx", 18208, 4),
	V("parser.dummy_name.v.Name.ctx", 18208, 4), V("parser.dummy_name.v.List.ctx", 18208, 4),
	V("parser.dummy_name.v.Tuple.ctx", 18208, 4), P("parser.dummy_name.v.Slice.upper", 18208),
	P("parser.dummy_name.v.BinOp.right", 18216), P("parser.dummy_name.v.IfExp.orelse", 18216),
	P("parser.dummy_name.v.DictComp.generators", 18216), P("parser.dummy_name.v.Compare.comparators", 18216),
	P("parser.dummy_name.v.Call.keywords", 18216), P("parser.dummy_name.v.FormattedValue.format_spec", 18216),
	V("parser.dummy_name.v.Attribute.ctx", 18216, 4), V("parser.dummy_name.v.Subscript.ctx", 18216, 4),
	P("parser.dummy_name.v.Slice.step", 18216), V("parser.dummy_name.lineno", 18224, 4),
	V("parser.dummy_name.col_offset", 18228, 4), V("parser.dummy_name.end_lineno", 18232, 4),
	V("parser.dummy_name.end_col_offset", 18236, 4), V("atexit", 18240, 272), V("atexit.mutex", 18240, 1),
	V("atexit.mutex._bits", 18240, 1), A("atexit.callbacks", 18248, 256, 8, 1), V("atexit.ncallbacks", 18504, 4),
	V("imports", 18512, 40), P("imports.inittab", 18512), V("imports.last_module_index", 18520, 8),
	V("imports.extensions", 18528, 16), V("imports.extensions.mutex", 18528, 1),
	V("imports.extensions.mutex._bits", 18528, 1), P("imports.extensions.hashtable", 18536),
	P("imports.pkgcontext", 18544), V("ceval", 18552, 7320), V("gilstate", 25872, 16),
	V("gilstate.check_enabled", 25872, 4), P("gilstate.autoInterpreterState", 25880), V("getargs", 25888, 8),
	P("getargs.static_parsers", 25888), V("fileutils", 25896, 4), V("fileutils.force_ascii", 25896, 4),
	V("faulthandler", 25904, 168), V("faulthandler.fatal_error", 25904, 32),
	V("faulthandler.fatal_error.enabled", 25904, 4), P("faulthandler.fatal_error.file", 25912),
	V("faulthandler.fatal_error.fd", 25920, 4), V("faulthandler.fatal_error.all_threads", 25924, 4),
	P("faulthandler.fatal_error.interp", 25928), V("faulthandler.thread", 25936, 80),
	P("faulthandler.thread.file", 25936), V("faulthandler.thread.fd", 25944, 4),
	V("faulthandler.thread.timeout_us", 25952, 8), V("faulthandler.thread.repeat", 25960, 4),
	P("faulthandler.thread.interp", 25968), V("faulthandler.thread.exit", 25976, 4),
	P("faulthandler.thread.header", 25984), V("faulthandler.thread.header_len", 25992, 8),
	P("faulthandler.thread.cancel_event", 26000), P("faulthandler.thread.running", 26008),
	P("faulthandler.user_signals", 26016), V("faulthandler.stack", 26024, 24), P("faulthandler.stack.ss_sp", 26024),
	V("faulthandler.stack.ss_flags", 26032, 4), V("faulthandler.stack.ss_size", 26040, 8),
	V("faulthandler.old_stack", 26048, 24), P("faulthandler.old_stack.ss_sp", 26048),
	V("faulthandler.old_stack.ss_flags", 26056, 4), V("faulthandler.old_stack.ss_size", 26064, 8),
	V("tracemalloc", 26072, 232), V("tracemalloc.config", 26072, 12), V("tracemalloc.config.initialized", 26072, 4),
	V("tracemalloc.config.tracing", 26076, 4), V("tracemalloc.config.max_nframe", 26080, 4),
	V("tracemalloc.allocators", 26088, 120), V("tracemalloc.allocators.mem", 26088, 40),
	P("tracemalloc.allocators.mem.ctx", 26088), P("tracemalloc.allocators.mem.malloc", 26096),
	P("tracemalloc.allocators.mem.calloc", 26104), P("tracemalloc.allocators.mem.realloc", 26112),
	P("tracemalloc.allocators.mem.free", 26120), V("tracemalloc.allocators.raw", 26128, 40),
	P("tracemalloc.allocators.raw.ctx", 26128), P("tracemalloc.allocators.raw.malloc", 26136),
	P("tracemalloc.allocators.raw.calloc", 26144), P("tracemalloc.allocators.raw.realloc", 26152),
	P("tracemalloc.allocators.raw.free", 26160), V("tracemalloc.allocators.obj", 26168, 40),
	P("tracemalloc.allocators.obj.ctx", 26168), P("tracemalloc.allocators.obj.malloc", 26176),
	P("tracemalloc.allocators.obj.calloc", 26184), P("tracemalloc.allocators.obj.realloc", 26192),
	P("tracemalloc.allocators.obj.free", 26200), P("tracemalloc.tables_lock", 26208),
	V("tracemalloc.traced_memory", 26216, 8), V("tracemalloc.peak_traced_memory", 26224, 8),
	P("tracemalloc.filenames", 26232), P("tracemalloc.traceback", 26240), P("tracemalloc.tracebacks", 26248),
	P("tracemalloc.traces", 26256), P("tracemalloc.domains", 26264), V("tracemalloc.empty_traceback", 26272, 24),
	V("tracemalloc.empty_traceback.hash", 26272, 8), V("tracemalloc.empty_traceback.nframe", 26280, 2),
	V("tracemalloc.empty_traceback.total_nframe", 26282, 2),
	A("tracemalloc.empty_traceback.frames", 26284, 12, 12, 0), V("tracemalloc.reentrant_key", 26296, 8),
	V("tracemalloc.reentrant_key._is_initialized", 26296, 4), V("tracemalloc.reentrant_key._key", 26300, 4),
	V("ref_tracer", 26304, 16), P("ref_tracer.tracer_func", 26304), P("ref_tracer.tracer_data", 26312),
	V("stoptheworld_mutex", 26320, 8), V("stoptheworld_mutex.bits", 26320, 8), V("stoptheworld", 26328, 24),
	V("stoptheworld.mutex", 26328, 1), V("stoptheworld.mutex._bits", 26328, 1),
	V("stoptheworld.requested", 26329, 1), V("stoptheworld.world_stopped", 26330, 1),
	V("stoptheworld.is_global", 26331, 1), V("stoptheworld.stop_event", 26332, 1),
	V("stoptheworld.stop_event.v", 26332, 1), V("stoptheworld.thread_countdown", 26336, 8),
	P("stoptheworld.requester", 26344), V("preconfig", 26352, 40), P("open_code_hook", 26392),
	P("open_code_userdata", 26400), V("audit_hooks", 26408, 16), V("audit_hooks.mutex", 26408, 1),
	V("audit_hooks.mutex._bits", 26408, 1), P("audit_hooks.head", 26416), V("object_state", 26424, 16),
	V("object_state.interpreter_leaks", 26424, 8), V("object_state._not_used", 26432, 4),
	V("float_state", 26440, 8), V("float_state.float_format", 26440, 4), V("float_state.double_format", 26444, 4),
	V("unicode_state", 26448, 16), V("unicode_state.ids", 26448, 16), V("unicode_state.ids.mutex", 26448, 1),
	V("unicode_state.ids.mutex._bits", 26448, 1), V("unicode_state.ids.next_index", 26456, 8),
	V("types", 26464, 3368), V("cached_objects", 29832, 8), P("cached_objects.interned_strings", 29832),
	V("static_objects", 29840, 74560), V("_main_interpreter", 104400, 194992),
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
	{"base._status.holds_gil", 32, 4, 0, 5, 1, 0}, {"base._status.finalizing", 32, 4, 0, 6, 1, 0},
	{"base._status.cleared", 32, 4, 0, 7, 1, 0}, {"base._status.finalized", 32, 4, 0, 8, 1, 0},
	V("base._whence", 36, 4), V("base.state", 40, 4), V("base.py_recursion_remaining", 44, 4),
	V("base.py_recursion_limit", 48, 4), V("base.c_recursion_remaining", 52, 4),
	V("base.recursion_headroom", 56, 4), V("base.tracing", 60, 4), V("base.what_event", 64, 4),
	P("base.current_frame", 72), P("base.c_profilefunc", 80), P("base.c_tracefunc", 88), P("base.c_profileobj", 96),
	P("base.c_traceobj", 104), P("base.current_exception", 112), P("base.exc_info", 120), P("base.dict", 128),
	V("base.gilstate_counter", 136, 4), P("base.async_exc", 144), V("base.thread_id", 152, 8),
	V("base.native_thread_id", 160, 8), P("base.delete_later", 168), V("base.critical_section", 176, 8),
	V("base.coroutine_origin_tracking_depth", 184, 4), P("base.async_gen_firstiter", 192),
	P("base.async_gen_finalizer", 200), P("base.context", 208), V("base.context_ver", 216, 8), V("base.id", 224, 8),
	P("base.datastack_chunk", 232), P("base.datastack_top", 240), P("base.datastack_limit", 248),
	V("base.exc_state", 256, 16), P("base.exc_state.exc_value", 256), P("base.exc_state.previous_item", 264),
	P("base.previous_executor", 272), V("base.dict_global_version", 280, 8), P("base.threading_local_key", 288),
	P("base.threading_local_sentinel", 296), P("asyncio_running_loop", 304), P("qsbr", 312),
	V("mem_free_queue", 320, 16), P("mem_free_queue.next", 320), P("mem_free_queue.prev", 328),
};
static const struct kg_cmember m__PyTraceMalloc_Config[] = {
	V("initialized", 0, 4), V("tracing", 4, 4), V("max_nframe", 8, 4),
};
static const struct kg_cmember m__PyTupleIterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("data", 16), P("description", 24),
};
static const struct kg_cmember m__abc_data[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	P("callable", 0), P("module", 8), P("state", 16),
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
	P("kwd_mark", 0), P("partial_type", 8), P("keyobject_type", 16), P("lru_list_elem_type", 24),
};
static const struct kg_cmember m__gc_runtime_state[] = {
	P("trash_delete_later", 0), V("trash_delete_nesting", 8, 4), V("enabled", 12, 4), V("debug", 16, 4),
	A("generations", 20, 72, 24, 0), P("generation0", 96), V("permanent_generation", 104, 24),
	V("permanent_generation.head", 104, 16), V("permanent_generation.head._gc_next", 104, 8),
	V("permanent_generation.head._gc_prev", 112, 8), V("permanent_generation.threshold", 120, 4),
	V("permanent_generation.count", 124, 4), A("generation_stats", 128, 72, 24, 0), V("collecting", 200, 4),
	P("garbage", 208), P("callbacks", 216), V("long_lived_total", 224, 8), V("long_lived_pending", 232, 8),
};
static const struct kg_cmember m__gdbm_state[] = {
	P("gdbm_type", 0), P("gdbm_error", 8),
};
static const struct kg_cmember m__grouperobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("od_dict", 0, 48), V("od_dict.ob_base", 0, 16), V("od_dict.ob_base.ob_refcnt", 0, 8),
	A("od_dict.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("od_dict.ob_base.ob_type", 8), V("od_dict.ma_used", 16, 8),
	V("od_dict.ma_version_tag", 24, 8), P("od_dict.ma_keys", 32), P("od_dict.ma_values", 40), P("od_first", 48),
	P("od_last", 56), P("od_fast_nodes", 64), V("od_fast_nodes_size", 72, 8), P("od_resize_sentinel", 80),
	V("od_state", 88, 8), P("od_inst_dict", 96), P("od_weakreflist", 104),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ctx_prev", 16), P("ctx_vars", 24), P("ctx_weakreflist", 32),
	V("ctx_entered", 40, 4),
};
static const struct kg_cmember m__pycontexttokenobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("tok_ctx", 16), P("tok_var", 24), P("tok_oldval", 32), V("tok_used", 40, 4),
};
static const struct kg_cmember m__pycontextvarobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("accept4_works", 32, 4), V("sock_cloexec_works", 36, 4),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("ste_id", 16), P("ste_symbols", 24), P("ste_name", 32), P("ste_varnames", 40),
	P("ste_children", 48), P("ste_directives", 56), P("ste_mangled_names", 64), V("ste_type", 72, 4),
	P("ste_scope_info", 80), V("ste_nested", 88, 4), {"ste_free", 92, 4, 0, 0, 1, 0},
	{"ste_child_free", 92, 4, 0, 1, 1, 0}, {"ste_generator", 92, 4, 0, 2, 1, 0},
	{"ste_coroutine", 92, 4, 0, 3, 1, 0}, V("ste_comprehension", 96, 4), {"ste_varargs", 100, 4, 0, 0, 1, 0},
	{"ste_varkeywords", 100, 4, 0, 1, 1, 0}, {"ste_returns_value", 100, 4, 0, 2, 1, 0},
	{"ste_needs_class_closure", 100, 4, 0, 3, 1, 0}, {"ste_needs_classdict", 100, 4, 0, 4, 1, 0},
	{"ste_comp_inlined", 100, 4, 0, 5, 1, 0}, {"ste_comp_iter_target", 100, 4, 0, 6, 1, 0},
	{"ste_can_see_class_scope", 100, 4, 0, 7, 1, 0}, V("ste_comp_iter_expr", 104, 4), V("ste_lineno", 108, 4),
	V("ste_col_offset", 112, 4), V("ste_end_lineno", 116, 4), V("ste_end_col_offset", 120, 4),
	V("ste_opt_lineno", 124, 4), V("ste_opt_col_offset", 128, 4), P("ste_table", 136),
};
static const struct kg_cmember m__ttinfo[] = {
	P("utcoff", 0), P("dstoff", 8), P("tzname", 16), V("utcoff_seconds", 24, 8),
};
static const struct kg_cmember m__tuplegetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("index", 16, 8), P("doc", 24),
};
static const struct kg_cmember m__tzrule[] = {
	V("std", 0, 32), P("std.utcoff", 0), P("std.dstoff", 8), P("std.tzname", 16), V("std.utcoff_seconds", 24, 8),
	V("dst", 32, 32), P("dst.utcoff", 32), P("dst.dstoff", 40), P("dst.tzname", 48), V("dst.utcoff_seconds", 56, 8),
	V("dst_diff", 64, 4), P("start", 72), P("end", 80), V("std_only", 88, 1),
};
static const struct kg_cmember m__warnings_runtime_state[] = {
	P("filters", 0), P("once_registry", 8), P("default_action", 16), V("mutex", 24, 1), V("mutex._bits", 24, 1),
	V("filters_version", 32, 8),
};
static const struct kg_cmember m_accumulateobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("total", 16), P("it", 24), P("binop", 32), P("initial", 40), P("state", 48),
};
static const struct kg_cmember m_anextawaitableobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("index", 16, 8), P("ao", 24), P("getitem", 32),
};
static const struct kg_cmember m_arrayobject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("ob_item", 24), V("allocated", 32, 8), P("ob_descr", 40), P("weakreflist", 48), V("ob_exports", 56, 8),
};
static const struct kg_cmember m_asyncio_state[] = {
	P("FutureIterType", 0), P("TaskStepMethWrapper_Type", 8), P("FutureType", 16), P("TaskType", 24),
	P("asyncio_mod", 32), P("context_kwname", 40), P("current_tasks", 48), P("scheduled_tasks", 56),
	P("eager_tasks", 64), P("iscoroutine_typecache", 72), P("asyncio_get_event_loop_policy", 80),
	P("asyncio_future_repr_func", 88), P("asyncio_CancelledError", 96), P("asyncio_InvalidStateError", 104),
	P("asyncio_task_get_stack_func", 112), P("asyncio_task_print_stack_func", 120),
	P("asyncio_task_repr_func", 128), P("asyncio_iscoroutine_func", 136), P("traceback_extract_stack", 144),
	V("task_name_counter", 152, 8), P("fi_freelist", 160), V("fi_freelist_len", 168, 8),
};
static const struct kg_cmember m_atexit_callback[] = {
	P("func", 0), P("data", 8), P("next", 16),
};
static const struct kg_cmember m_atexit_state[] = {
	P("ll_callbacks", 0), P("last_ll_callback", 8), P("callbacks", 16), V("ncallbacks", 24, 4),
	V("callback_len", 28, 4),
};
static const struct kg_cmember m_attrgetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("nattrs", 16, 8), P("attr", 24), P("vectorcall", 32),
};
static const struct kg_cmember m_batchedobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("it", 16), V("batch_size", 24, 8), V("strict", 32, 1),
};
static const struct kg_cmember m_binascii_state[] = {
	P("Error", 0), P("Incomplete", 8),
};
static const struct kg_cmember m_bisect_state[] = {
	P("str_insert", 0),
};
static const struct kg_cmember m_buffered[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("raw", 16), V("ok", 24, 4), V("detached", 28, 4), V("readable", 32, 4),
	V("writable", 36, 4), V("finalizing", 40, 1), V("fast_closed_checks", 44, 4), V("abs_pos", 48, 8),
	P("buffer", 56), V("pos", 64, 8), V("raw_pos", 72, 8), V("read_end", 80, 8), V("write_pos", 88, 8),
	V("write_end", 96, 8), P("lock", 104), V("owner", 112, 8), V("buffer_size", 120, 8), V("buffer_mask", 128, 8),
	P("dict", 136), P("weakreflist", 144),
};
static const struct kg_cmember m_bytesio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("buf", 16), V("pos", 24, 8), V("string_size", 32, 8), P("dict", 40),
	P("weakreflist", 48), V("exports", 56, 8),
};
static const struct kg_cmember m_bytesiobuf[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("source", 16),
};
static const struct kg_cmember m_bytesiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_callable_cache[] = {
	P("isinstance", 0), P("len", 8), P("list_append", 16), P("object__getattribute__", 24),
};
static const struct kg_cmember m_callback_context[] = {
	P("callable", 0), P("module", 8), P("state", 16),
};
static const struct kg_cmember m_calliterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("it_callable", 16), P("it_sentinel", 24),
};
static const struct kg_cmember m_chainobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("source", 16), P("active", 24),
};
static const struct kg_cmember m_classmethod[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("cm_callable", 16), P("cm_dict", 24),
};
static const struct kg_cmember m_collections_state[] = {
	P("deque_type", 0), P("defdict_type", 8), P("dequeiter_type", 16), P("dequereviter_type", 24),
	P("tuplegetter_type", 32),
};
static const struct kg_cmember m_combinationsobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24), P("result", 32), V("r", 40, 8), V("stopped", 48, 4),
};
static const struct kg_cmember m_compobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("zst", 16, 112), P("zst.next_in", 16), V("zst.avail_in", 24, 4),
	V("zst.total_in", 32, 8), P("zst.next_out", 40), V("zst.avail_out", 48, 4), V("zst.total_out", 56, 8),
	P("zst.msg", 64), P("zst.state", 72), P("zst.zalloc", 80), P("zst.zfree", 88), P("zst.opaque", 96),
	V("zst.data_type", 104, 4), V("zst.adler", 112, 8), V("zst.reserved", 120, 8), P("unused_data", 128),
	P("unconsumed_tail", 136), V("eof", 144, 1), V("is_initialised", 145, 1), P("zdict", 152), P("lock", 160),
};
static const struct kg_cmember m_compressobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("data", 16), P("selectors", 24),
};
static const struct kg_cmember m_countobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("cnt", 16, 8), P("long_cnt", 24), P("long_step", 32),
};
static const struct kg_cmember m_ctypes_state[] = {
	P("DictRemover_Type", 0), P("PyCArg_Type", 8), P("PyCField_Type", 16), P("PyCThunk_Type", 24),
	P("StructParam_Type", 32), P("PyCType_Type", 40), P("PyCStructType_Type", 48), P("UnionType_Type", 56),
	P("PyCPointerType_Type", 64), P("PyCArrayType_Type", 72), P("PyCSimpleType_Type", 80),
	P("PyCFuncPtrType_Type", 88), P("PyCData_Type", 96), P("Struct_Type", 104), P("Union_Type", 112),
	P("PyCArray_Type", 120), P("Simple_Type", 128), P("PyCPointer_Type", 136), P("PyCFuncPtr_Type", 144),
	P("_ctypes_ptrtype_cache", 152), P("_unpickle", 160), P("array_cache", 168), P("error_object_name", 176),
	P("PyExc_ArgError", 184), P("swapped_suffix", 192),
};
static const struct kg_cmember m_cwrobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24), P("result", 32), V("r", 40, 8), V("stopped", 48, 4),
};
static const struct kg_cmember m_cycleobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("it", 16), P("saved", 24), V("index", 32, 8), V("firstpass", 40, 4),
};
static const struct kg_cmember m_datetime_state[] = {
	P("isocalendar_date_type", 0), P("us_per_ms", 8), P("us_per_second", 16), P("us_per_minute", 24),
	P("us_per_hour", 32), P("us_per_day", 40), P("us_per_week", 48), P("seconds_per_day", 56), P("epoch", 64),
};
static const struct kg_cmember m_dbmobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("dict", 0, 48), V("dict.ob_base", 0, 16), V("dict.ob_base.ob_refcnt", 0, 8),
	A("dict.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("dict.ob_base.ob_type", 8), V("dict.ma_used", 16, 8),
	V("dict.ma_version_tag", 24, 8), P("dict.ma_keys", 32), P("dict.ma_values", 40), P("default_factory", 48),
};
static const struct kg_cmember m_dequeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("b", 16), V("index", 24, 8), P("deque", 32), V("state", 40, 8), V("counter", 48, 8),
};
static const struct kg_cmember m_dequeobject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	A("ob_base.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8),
	P("leftblock", 24), P("rightblock", 32), V("leftindex", 40, 8), V("rightindex", 48, 8), V("state", 56, 8),
	V("maxlen", 64, 8), V("numfreeblocks", 72, 8), A("freeblocks", 80, 128, 8, 1), P("weakreflist", 208),
};
static const struct kg_cmember m_dictiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("di_dict", 16), V("di_used", 24, 8), V("di_pos", 32, 8), P("di_result", 40),
	V("len", 48, 8),
};
static const struct kg_cmember m_dropwhileobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), A("level1", 16, 32, 1, 0), V("count2", 48, 4), V("count3", 52, 4),
	A("level23", 56, 1, 1, 0),
};
static const struct kg_cmember m_enumobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("en_index", 16, 8), P("en_sit", 24), P("en_result", 32), P("en_longindex", 40),
	P("one", 48),
};
static const struct kg_cmember m_ffi_type[] = {
	V("size", 0, 8), V("alignment", 8, 2), V("type", 10, 2), P("elements", 16),
};
static const struct kg_cmember m_fileio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("fd", 16, 4), {"created", 20, 4, 0, 0, 1, 0}, {"readable", 20, 4, 0, 1, 1, 0},
	{"writable", 20, 4, 0, 2, 1, 0}, {"appending", 20, 4, 0, 3, 1, 0}, {"seekable", 20, 4, 0, 4, 2, 0},
	{"closefd", 20, 4, 0, 6, 1, 0}, V("finalizing", 21, 1), V("blksize", 24, 4), P("weakreflist", 32),
	P("dict", 40),
};
static const struct kg_cmember m_filterfalseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
};
static const struct kg_cmember m_filterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("future", 16),
};
static const struct kg_cmember m_gaiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("obj", 16),
};
static const struct kg_cmember m_gaobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("origin", 16), P("args", 24), P("parameters", 32), P("weakreflist", 40),
	V("starred", 48, 1), P("vectorcall", 56),
};
static const struct kg_cmember m_gc_generation[] = {
	V("head", 0, 16), V("head._gc_next", 0, 8), V("head._gc_prev", 8, 8), V("threshold", 16, 4), V("count", 20, 4),
};
static const struct kg_cmember m_gc_generation_stats[] = {
	V("collections", 0, 8), V("collected", 8, 8), V("uncollectable", 16, 8),
};
static const struct kg_cmember m_gdbmobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("di_size", 16, 8), P("di_dbm", 24),
};
static const struct kg_cmember m_groupbyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("it", 16), P("keyfunc", 24), P("tgtkey", 32), P("currkey", 40), P("currvalue", 48),
	P("currgrouper", 56), P("state", 64),
};
static const struct kg_cmember m_grpmodulestate[] = {
	P("StructGrpType", 0),
};
static const struct kg_cmember m_iobase[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), P("weakreflist", 24),
};
static const struct kg_cmember m_isliceobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("it", 16), V("next", 24, 8), V("stop", 32, 8), V("step", 40, 8), V("cnt", 48, 8),
};
static const struct kg_cmember m_itemgetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("cmp", 16), P("object", 24),
};
static const struct kg_cmember m_lineiterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("li_code", 16), V("li_line", 24, 40), V("li_line.ar_start", 24, 4),
	V("li_line.ar_end", 28, 4), V("li_line.ar_line", 32, 4), V("li_line.opaque", 40, 24),
	V("li_line.opaque.computed_line", 40, 4), P("li_line.opaque.lo_next", 48), P("li_line.opaque.limit", 56),
};
static const struct kg_cmember m_list_of_panels[] = {
	P("po", 0), P("next", 8),
};
static const struct kg_cmember m_listreviterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_localdummyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("weakreflist", 16),
};
static const struct kg_cmember m_localobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("args", 16), P("kw", 24), P("weakreflist", 32), P("localdicts", 40),
	P("thread_watchdogs", 48),
};
static const struct kg_cmember m_lockobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("lock", 16, 1), V("lock._bits", 16, 1),
};
static const struct kg_cmember m_longrangeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("start", 16), P("step", 24), P("len", 32),
};
static const struct kg_cmember m_lru_cache_object[] = {
	V("root", 0, 56), V("root.ob_base", 0, 16), V("root.ob_base.ob_refcnt", 0, 8),
	A("root.ob_base.ob_refcnt_split", 0, 8, 4, 0), P("root.ob_base.ob_type", 8), P("root.prev", 16),
	P("root.next", 24), V("root.hash", 32, 8), P("root.key", 40), P("root.result", 48), P("wrapper", 56),
	V("typed", 64, 4), P("cache", 72), V("hits", 80, 8), P("func", 88), V("maxsize", 96, 8), V("misses", 104, 8),
	P("kwd_mark", 112), P("lru_list_elem_type", 120), P("cache_info_type", 128), P("dict", 136),
	P("weakreflist", 144),
};
static const struct kg_cmember m_lru_list_elem[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("prev", 16), P("next", 24), V("hash", 32, 8), P("key", 40), P("result", 48),
};
static const struct kg_cmember m_managed_static_type_state[] = {
	P("type", 0), V("isbuiltin", 8, 4), V("readying", 12, 4), V("ready", 16, 4), P("tp_dict", 24),
	P("tp_subclasses", 32), P("tp_weaklist", 40),
};
static const struct kg_cmember m_mapobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("iters", 16), P("func", 24),
};
static const struct kg_cmember m_mappingproxyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("mapping", 16),
};
static const struct kg_cmember m_memoryiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24), V("it_length", 32, 8), P("it_fmt", 40),
};
static const struct kg_cmember m_methodcallerobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("name", 16), P("xargs", 24), P("kwds", 32), P("vectorcall_args", 40),
	P("vectorcall_kwnames", 48), P("vectorcall", 56),
};
static const struct kg_cmember m_mmap_object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("data", 16), V("size", 24, 8), V("pos", 32, 8), V("offset", 40, 8),
	V("exports", 48, 8), V("fd", 56, 4), V("trackfd", 60, 1), P("weakreflist", 64), V("access", 72, 4),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("decoder", 16), P("errors", 24), {"pendingcr", 32, 4, 0, 0, 1, 0},
	{"translate", 32, 4, 0, 1, 1, 0}, {"seennl", 32, 4, 0, 2, 3, 0},
};
static const struct kg_cmember m_odictiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("kind", 16, 4), P("di_odict", 24), V("di_size", 32, 8), V("di_state", 40, 8),
	P("di_current", 48), P("di_result", 56),
};
static const struct kg_cmember m_pairwiseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("it", 16), P("old", 24), P("result", 32),
};
static const struct kg_cmember m_paramspecattrobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("__origin__", 16),
};
static const struct kg_cmember m_paramspecobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("name", 16), P("bound", 24), P("default_value", 32), P("evaluate_default", 40),
	V("covariant", 48, 1), V("contravariant", 49, 1), V("infer_variance", 50, 1),
};
static const struct kg_cmember m_partialobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("fn", 16), P("args", 24), P("kw", 32), P("dict", 40), P("weakreflist", 48),
	P("vectorcall", 56),
};
static const struct kg_cmember m_permutationsobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24), P("cycles", 32), P("result", 40), V("r", 48, 8),
	V("stopped", 56, 4),
};
static const struct kg_cmember m_pollObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dict", 16), V("ufd_uptodate", 24, 4), V("ufd_len", 28, 4), P("ufds", 32),
	V("poll_running", 40, 4),
};
static const struct kg_cmember m_pool_header[] = {
	V("ref", 0, 8), P("ref._padding", 0), V("ref.count", 0, 4), P("freeblock", 8), P("nextpool", 16),
	P("prevpool", 24), V("arenaindex", 32, 4), V("szidx", 36, 4), V("nextoffset", 40, 4), V("maxnextoffset", 44, 4),
};
static const struct kg_cmember m_positionsiterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pi_code", 16), V("pi_range", 24, 40), V("pi_range.ar_start", 24, 4),
	V("pi_range.ar_end", 28, 4), V("pi_range.ar_line", 32, 4), V("pi_range.opaque", 40, 24),
	V("pi_range.opaque.computed_line", 40, 4), P("pi_range.opaque.lo_next", 48), P("pi_range.opaque.limit", 56),
	V("pi_offset", 64, 4), V("pi_endline", 68, 4), V("pi_column", 72, 4), V("pi_endcolumn", 76, 4),
};
static const struct kg_cmember m_productobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pools", 16), P("indices", 24), P("result", 32), V("stopped", 40, 4),
};
static const struct kg_cmember m_propertyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("prop_get", 16), P("prop_set", 24), P("prop_del", 32), P("prop_doc", 40),
	P("prop_name", 48), V("getter_doc", 56, 4),
};
static const struct kg_cmember m_pwdmodulestate[] = {
	P("StructPwdType", 0),
};
static const struct kg_cmember m_pyEpoll_Object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("epfd", 16, 4),
};
static const struct kg_cmember m_pyexpat_state[] = {
	P("xml_parse_type", 0), P("error", 8), P("str_read", 16),
};
static const struct kg_cmember m_pylist[] = {
	P("obj", 0), V("fd", 8, 4), V("sentinel", 12, 4),
};
static const struct kg_cmember m_pysqlite_Blob[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("connection", 16), P("blob", 24), V("offset", 32, 4), P("in_weakreflist", 40),
};
static const struct kg_cmember m_pysqlite_Connection[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("db", 16), P("state", 24), V("detect_types", 32, 4), P("isolation_level", 40),
	V("autocommit", 48, 4), V("check_same_thread", 52, 4), V("initialized", 56, 4), V("thread_ident", 64, 8),
	P("statement_cache", 72), P("cursors", 80), P("blobs", 88), V("created_cursors", 96, 4), P("row_factory", 104),
	P("text_factory", 112), P("trace_ctx", 120), P("progress_ctx", 128), P("authorizer_ctx", 136),
	P("Warning", 144), P("Error", 152), P("InterfaceError", 160), P("DatabaseError", 168), P("DataError", 176),
	P("OperationalError", 184), P("IntegrityError", 192), P("InternalError", 200), P("ProgrammingError", 208),
	P("NotSupportedError", 216),
};
static const struct kg_cmember m_pysqlite_Cursor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("connection", 16), P("description", 24), P("row_cast_map", 32),
	V("arraysize", 40, 4), P("lastrowid", 48), V("rowcount", 56, 8), P("row_factory", 64), P("statement", 72),
	V("closed", 80, 4), V("locked", 84, 4), V("initialized", 88, 4), P("in_weakreflist", 96),
};
static const struct kg_cmember m_pysqlite_PrepareProtocol[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_pysqlite_Row[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("data", 16), P("description", 24),
};
static const struct kg_cmember m_pysqlite_Statement[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("start", 16), P("stop", 24), P("step", 32), P("length", 40),
};
static const struct kg_cmember m_readlinestate[] = {
	P("completion_display_matches_hook", 0), P("startup_hook", 8), P("pre_input_hook", 16), P("completer", 24),
	P("begidx", 32), P("endidx", 40),
};
static const struct kg_cmember m_repeatobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("element", 16), V("cnt", 24, 8),
};
static const struct kg_cmember m_resourcemodulestate[] = {
	P("StructRUsageType", 0),
};
static const struct kg_cmember m_reversedobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("index", 16, 8), P("seq", 24),
};
static const struct kg_cmember m_rlockobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("rlock_lock", 16), V("rlock_owner", 24, 8), V("rlock_count", 32, 8),
	P("in_weakreflist", 40),
};
static const struct kg_cmember m_rotating_node_s[] = {
	P("key", 0), P("left", 8), P("right", 16),
};
static const struct kg_cmember m_rwpair[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("reader", 16), P("writer", 24), P("dict", 32), P("weakreflist", 40),
};
static const struct kg_cmember m_seqiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_setentry[] = {
	P("key", 0), V("hash", 8, 8),
};
static const struct kg_cmember m_setiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("has_threads_waiting", 16, 1), V("buf", 24, 40), V("buf.put_idx", 24, 8),
	V("buf.get_idx", 32, 8), P("buf.items", 40), V("buf.items_cap", 48, 8), V("buf.num_items", 56, 8),
	P("weakreflist", 64),
};
static const struct kg_cmember m_socket_state[] = {
	P("sock_type", 0), P("socket_herror", 8), P("socket_gaierror", 16), V("defaulttimeout", 24, 8),
	V("accept4_works", 32, 4), V("sock_cloexec_works", 36, 4),
};
static const struct kg_cmember m_starmapobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
};
static const struct kg_cmember m_staticmethod[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("sm_callable", 16), P("sm_dict", 24),
};
static const struct kg_cmember m_stringio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("buf", 16), V("pos", 24, 8), V("string_size", 32, 8), V("buf_size", 40, 8),
	V("state", 48, 4), V("writer", 56, 56), P("writer.buffer", 56), P("writer.data", 64), V("writer.kind", 72, 4),
	V("writer.maxchar", 76, 4), V("writer.size", 80, 8), V("writer.pos", 88, 8), V("writer.min_length", 96, 8),
	V("writer.min_char", 104, 4), V("writer.overallocate", 108, 1), V("writer.readonly", 109, 1), V("ok", 112, 1),
	V("closed", 113, 1), V("readuniversal", 114, 1), V("readtranslate", 115, 1), P("decoder", 120),
	P("readnl", 128), P("writenl", 136), P("dict", 144), P("weakreflist", 152), P("module_state", 160),
};
static const struct kg_cmember m_striterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_superobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("type", 16), P("obj", 24), P("obj_type", 32),
};
static const struct kg_cmember m_tagCDataObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("b_ptr", 16), V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8),
	V("b_length", 48, 8), V("b_index", 56, 8), P("b_objects", 64), V("b_value", 80, 16),
	A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2), V("b_value.i", 80, 4), V("b_value.l", 80, 8),
	V("b_value.f", 80, 4), V("b_value.d", 80, 8), V("b_value.ll", 80, 8), V("b_value.D", 80, 16),
};
static const struct kg_cmember m_tagPyCArgObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("pffi_type", 16), V("tag", 24, 1), V("value", 32, 16), V("value.c", 32, 1),
	V("value.b", 32, 1), V("value.h", 32, 2), V("value.i", 32, 4), V("value.l", 32, 8), V("value.q", 32, 8),
	V("value.D", 32, 16), V("value.d", 32, 8), V("value.f", 32, 4), P("value.p", 32), P("obj", 48),
	V("size", 56, 8),
};
static const struct kg_cmember m_takewhileobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("func", 16), P("it", 24), V("stop", 32, 8),
};
static const struct kg_cmember m_teedataobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("it", 16), V("numread", 24, 4), V("running", 28, 4), P("nextlink", 32),
	A("values", 40, 456, 8, 1),
};
static const struct kg_cmember m_teeobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("dataobj", 16), V("index", 24, 4), P("weakreflist", 32), P("state", 40),
};
static const struct kg_cmember m_termiosmodulestate[] = {
	P("TermiosError", 0),
};
static const struct kg_cmember m_textio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("debug", 17272, 4),
};
static const struct kg_cmember m_tokenize_state[] = {
	P("TokenizerIter", 0),
};
static const struct kg_cmember m_tokenizeriterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("name", 16), P("type_params", 24), P("compute_value", 32), P("value", 40),
	P("module", 48),
};
static const struct kg_cmember m_typevarobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("name", 16), P("bound", 24), P("evaluate_bound", 32), P("constraints", 40),
	P("evaluate_constraints", 48), P("default_value", 56), P("evaluate_default", 64), V("covariant", 72, 1),
	V("contravariant", 73, 1), V("infer_variance", 74, 1),
};
static const struct kg_cmember m_typevartupleobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("name", 16), P("default_value", 24), P("evaluate_default", 32),
};
static const struct kg_cmember m_unicodeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("it_index", 16, 8), P("it_seq", 24),
};
static const struct kg_cmember m_unionobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("args", 16), P("parameters", 24),
};
static const struct kg_cmember m_unpackiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("descr", 16), P("self", 24),
};
static const struct kg_cmember m_xmlparseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), P("itself", 16), V("ordered_attributes", 24, 4), V("specified_attributes", 28, 4),
	V("in_callback", 32, 4), V("ns_prefixes", 36, 4), P("buffer", 40), V("buffer_size", 48, 4),
	V("buffer_used", 52, 4), V("reparse_deferral_enabled", 56, 1), P("intern", 64), P("handlers", 72),
};
static const struct kg_cmember m_ziplongestobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
	P("ob_base.ob_type", 8), V("tuplesize", 16, 8), V("numactive", 24, 8), P("ittuple", 32), P("result", 40),
	P("fillvalue", 48),
};
static const struct kg_cmember m_zipobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), A("ob_base.ob_refcnt_split", 0, 8, 4, 0),
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
	S("BLAKE2bObject", BLAKE2bObject, 440),
	S("BLAKE2sObject", BLAKE2sObject, 232),
	S("BLOCK", BLOCK, 528),
	S("BZ2Compressor", BZ2Compressor, 112),
	S("BZ2Decompressor", BZ2Decompressor, 152),
	S("Blake2State", Blake2State, 16),
	S("CDataObject", CDataObject, 96),
	S("CFieldObject", CFieldObject, 72),
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
	S("FutureObj", FutureObj, 104),
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
	S("PatternObject", PatternObject, 104),
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
	S("PyAsyncGenObject", PyAsyncGenObject, 80),
	S("PyAsyncMethods", PyAsyncMethods, 32),
	S("PyAttributeErrorObject", PyAttributeErrorObject, 88),
	S("PyBaseExceptionGroupObject", PyBaseExceptionGroupObject, 88),
	S("PyBaseExceptionObject", PyBaseExceptionObject, 72),
	S("PyBufferProcs", PyBufferProcs, 16),
	S("PyByteArrayObject", PyByteArrayObject, 56),
	S("PyBytesObject", PyBytesObject, 40),
	S("PyCArgObject", PyCArgObject, 64),
	S("PyCFuncPtrObject", PyCFuncPtrObject, 160),
	S("PyCFunctionObject", PyCFunctionObject, 56),
	S("PyCMethodObject", PyCMethodObject, 64),
	S("PyCapsule", PyCapsule, 64),
	S("PyCellObject", PyCellObject, 24),
	S("PyCodeObject", PyCodeObject, 208),
	S("PyCompactUnicodeObject", PyCompactUnicodeObject, 56),
	S("PyComplexObject", PyComplexObject, 32),
	S("PyContext", PyContext, 48),
	S("PyContextToken", PyContextToken, 48),
	S("PyContextVar", PyContextVar, 64),
	S("PyCoroObject", PyCoroObject, 80),
	S("PyCoroWrapper", PyCoroWrapper, 24),
	S("PyCursesPanelObject", PyCursesPanelObject, 32),
	S("PyCursesWindowObject", PyCursesWindowObject, 40),
	S("PyDateTime_CAPI", PyDateTime_CAPI, 120),
	S("PyDateTime_Date", PyDateTime_Date, 32),
	S("PyDateTime_DateTime", PyDateTime_DateTime, 48),
	S("PyDateTime_Delta", PyDateTime_Delta, 40),
	S("PyDateTime_IsoCalendarDate", PyDateTime_IsoCalendarDate, 32),
	S("PyDateTime_TZInfo", PyDateTime_TZInfo, 16),
	S("PyDateTime_Time", PyDateTime_Time, 40),
	S("PyDateTime_TimeZone", PyDateTime_TimeZone, 32),
	S("PyDecContextManagerObject", PyDecContextManagerObject, 32),
	S("PyDecContextObject", PyDecContextObject, 96),
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
	S("PyFrameObject", PyFrameObject, 72),
	S("PyFunctionObject", PyFunctionObject, 144),
	S("PyGC_Head", PyGC_Head, 16),
	S("PyGenObject", PyGenObject, 80),
	S("PyGetSetDef", PyGetSetDef, 40),
	S("PyHamtIterator", PyHamtIterator, 168),
	S("PyHamtIteratorState", PyHamtIteratorState, 136),
	S("PyHamtNode", PyHamtNode, 16),
	S("PyHamtNode_Array", PyHamtNode_Array, 280),
	S("PyHamtNode_Bitmap", PyHamtNode_Bitmap, 40),
	S("PyHamtNode_Collision", PyHamtNode_Collision, 40),
	S("PyHamtObject", PyHamtObject, 40),
	S("PyHeapTypeObject", PyHeapTypeObject, 928),
	S("PyImportErrorObject", PyImportErrorObject, 104),
	S("PyInstanceMethodObject", PyInstanceMethodObject, 24),
	S("PyInterpreterState", PyInterpreterState, 194992),
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
	S("PySSLContext", PySSLContext, 112),
	S("PySSLMemoryBIO", PySSLMemoryBIO, 32),
	S("PySSLSession", PySSLSession, 32),
	S("PySSLSocket", PySSLSocket, 80),
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
	S("PySyntaxErrorObject", PySyntaxErrorObject, 136),
	S("PySystemExitObject", PySystemExitObject, 80),
	S("PyTclObject", PyTclObject, 32),
	S("PyThreadState", PyThreadState, 304),
	S("PyTracebackObject", PyTracebackObject, 40),
	S("PyTupleObject", PyTupleObject, 32),
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
	S("ScandirIterator", ScandirIterator, 120),
	S("ScannerObject", ScannerObject, 272),
	S("SemLockObject", SemLockObject, 56),
	S("StgInfo", StgInfo, 160),
	S("StrongCacheNode", StrongCacheNode, 32),
	S("StructParamObject", StructParamObject, 32),
	S("TaskObj", TaskObj, 144),
	S("TaskStepMethWrapper", TaskStepMethWrapper, 32),
	S("TemplateObject", TemplateObject, 40),
	S("TkttObject", TkttObject, 32),
	S("TreeBuilderObject", TreeBuilderObject, 168),
	S("UnpicklerMemoProxyObject", UnpicklerMemoProxyObject, 24),
	S("UnpicklerObject", UnpicklerObject, 272),
	S("WarningsState", WarningsState, 40),
	S("WriterObj", WriterObj, 72),
	S("XMLParserObject", XMLParserObject, 136),
	S("ZlibDecompressor", ZlibDecompressor, 184),
	S("_InternalNameMapperState", _InternalNameMapperState, 16),
	S("_ODictNode", _ODictNode, 32),
	S("_PyAsyncGenWrappedValue", _PyAsyncGenWrappedValue, 24),
	S("_PyCoCached", _PyCoCached, 32),
	S("_PyDateTime_BaseTZInfo", _PyDateTime_BaseTZInfo, 32),
	S("_PyDictViewObject", _PyDictViewObject, 24),
	S("_PyErr_StackItem", _PyErr_StackItem, 16),
	S("_PyIO_State", _PyIO_State, 128),
	S("_PyInstructionSequence", _PyInstructionSequence, 64),
	S("_PyInterpreterFrame", _PyInterpreterFrame, 80),
	S("_PyListIterObject", _PyListIterObject, 32),
	S("_PyManagedBufferObject", _PyManagedBufferObject, 112),
	S("_PyNamespaceObject", _PyNamespaceObject, 24),
	S("_PyRuntimeState", _PyRuntimeState, 299392),
	S("_PySSLPasswordInfo", _PySSLPasswordInfo, 32),
	S("_PyStackChunk", _PyStackChunk, 32),
	S("_PyThreadStateImpl", _PyThreadStateImpl, 336),
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
	S("_callback_context", _callback_context, 24),
	S("_csvstate", _csvstate, 56),
	S("_curses_panel_state", _curses_panel_state, 16),
	S("_dbm_state", _dbm_state, 16),
	S("_dictkeysobject", _dictkeysobject, 32),
	S("_dictvalues", _dictvalues, 16),
	S("_formatdef", _formatdef, 40),
	S("_functools_state", _functools_state, 32),
	S("_gc_runtime_state", _gc_runtime_state, 240),
	S("_gdbm_state", _gdbm_state, 16),
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
	S("_socket_state", _socket_state, 40),
	S("_specialization_cache", _specialization_cache, 24),
	S("_sremodulestate", _sremodulestate, 40),
	S("_sslmodulestate", _sslmodulestate, 160),
	S("_structmodulestate", _structmodulestate, 32),
	S("_symtable_entry", _symtable_entry, 144),
	S("_ttinfo", _ttinfo, 32),
	S("_tuplegetterobject", _tuplegetterobject, 32),
	S("_tzrule", _tzrule, 96),
	S("_warnings_runtime_state", _warnings_runtime_state, 40),
	S("accumulateobject", accumulateobject, 56),
	S("anextawaitableobject", anextawaitableobject, 32),
	S("arena_object", arena_object, 48),
	S("array_state", array_state, 56),
	S("arraydescr", arraydescr, 48),
	S("arrayiterobject", arrayiterobject, 40),
	S("arrayobject", arrayobject, 64),
	S("asyncio_state", asyncio_state, 176),
	S("atexit_callback", atexit_callback, 24),
	S("atexit_state", atexit_state, 32),
	S("attrgetterobject", attrgetterobject, 40),
	S("batchedobject", batchedobject, 40),
	S("binascii_state", binascii_state, 16),
	S("bisect_state", bisect_state, 8),
	S("buffered", buffered, 152),
	S("bytesio", bytesio, 64),
	S("bytesiobuf", bytesiobuf, 24),
	S("bytesiterobject", bytesiterobject, 32),
	S("callable_cache", callable_cache, 32),
	S("callback_context", callback_context, 24),
	S("calliterobject", calliterobject, 32),
	S("chainobject", chainobject, 32),
	S("classmethod", classmethod, 32),
	S("collections_state", collections_state, 40),
	S("combinationsobject", combinationsobject, 56),
	S("compobject", compobject, 168),
	S("compressobject", compressobject, 32),
	S("countobject", countobject, 40),
	S("ctypes_state", ctypes_state, 200),
	S("cwrobject", cwrobject, 56),
	S("cycleobject", cycleobject, 48),
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
	S("gdbmobject", gdbmobject, 32),
	S("groupbyobject", groupbyobject, 72),
	S("grpmodulestate", grpmodulestate, 8),
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
	S("mapobject", mapobject, 32),
	S("mappingproxyobject", mappingproxyobject, 24),
	S("memoryiterobject", memoryiterobject, 48),
	S("methodcallerobject", methodcallerobject, 64),
	S("mmap_object", mmap_object, 80),
	S("module_state@_interpchannels", module_state__interpchannels, 72),
	S("module_state@_interpqueues", module_state__interpqueues, 40),
	S("module_state@_interpreters", module_state__interpreters, 16),
	S("module_state@_multibytecodec", module_state__multibytecodec, 48),
	S("nldecoder_object", nldecoder_object, 40),
	S("odictiterobject", odictiterobject, 64),
	S("pairwiseobject", pairwiseobject, 40),
	S("paramspecattrobject", paramspecattrobject, 24),
	S("paramspecobject", paramspecobject, 56),
	S("partialobject", partialobject, 64),
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
	S("pysqlite_PrepareProtocol", pysqlite_PrepareProtocol, 16),
	S("pysqlite_Row", pysqlite_Row, 32),
	S("pysqlite_Statement", pysqlite_Statement, 32),
	S("pysqlite_state", pysqlite_state, 224),
	S("rangeobject", rangeobject, 48),
	S("readlinestate", readlinestate, 48),
	S("repeatobject", repeatobject, 32),
	S("resourcemodulestate", resourcemodulestate, 8),
	S("reversedobject", reversedobject, 32),
	S("rlockobject", rlockobject, 48),
	S("rotating_node_s", rotating_node_s, 24),
	S("rwpair", rwpair, 48),
	S("seqiterobject", seqiterobject, 32),
	S("setentry", setentry, 16),
	S("setiterobject", setiterobject, 48),
	S("sha2_state", sha2_state, 32),
	S("signal_state_t", signal_state_t, 1080),
	S("simplequeue_state", simplequeue_state, 16),
	S("simplequeueobject", simplequeueobject, 72),
	S("socket_state", socket_state, 40),
	S("starmapobject", starmapobject, 32),
	S("staticmethod", staticmethod, 32),
	S("stringio", stringio, 168),
	S("striterobject", striterobject, 32),
	S("superobject", superobject, 40),
	S("tagCDataObject", tagCDataObject, 96),
	S("tagPyCArgObject", tagPyCArgObject, 64),
	S("takewhileobject", takewhileobject, 40),
	S("teedataobject", teedataobject, 496),
	S("teeobject", teeobject, 48),
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
	S("unionobject", unionobject, 32),
	S("unpackiterobject", unpackiterobject, 112),
	S("user_signal_t", user_signal_t, 192),
	S("wrapperbase", wrapperbase, 56),
	S("wrapperobject", wrapperobject, 32),
	S("xmlparseobject", xmlparseobject, 80),
	S("ziplongestobject", ziplongestobject, 56),
	S("zipobject", zipobject, 48),
	S("zlibstate", zlibstate, 32),
	S("zoneinfo_state", zoneinfo_state, 88),
};

const struct kg_layout_table kg_layout_cpython_3_13_5d_x86_64 = {
	.name = "cpython-3.13.5d x86_64",
	.major = 3,
	.minor = 13,
	.micro_min = 0,
	.micro_max = 255,
	.micro = 5,
	.builds = KG_BUILD_DEBUG,
	.machine = KG_MACHINE_X86_64,
	.free_threaded = false,
	.structs = structs,
	.nstructs = KG_ARRAY_SIZE(structs),
};
