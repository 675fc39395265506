/* Made by tools/update-layouts.sh from debug information of CPython 3.9.2, x86_64. Not to be edited. */
#include "cpython/cpython_priv.h"

#define V(name, offset, size) {name, offset, size, 0, 0, 0, 0}
#define P(name, offset) {name, offset, 8, 0, 0, 0, 1}
#define A(name, offset, size, elem, pointer) {name, offset, size, elem, 0, 0, pointer}
#define S(text, name, size) {text, size, KG_ARRAY_SIZE(m_##name), m_##name}

static const struct kg_cmember m_AST_object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16),
};
static const struct kg_cmember m_BLAKE2bObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("param", 16, 64),
	V("param.digest_length", 16, 1), V("param.key_length", 17, 1), V("param.fanout", 18, 1),
	V("param.depth", 19, 1), V("param.leaf_length", 20, 4), V("param.node_offset", 24, 8),
	V("param.node_depth", 32, 1), V("param.inner_length", 33, 1), A("param.reserved", 34, 14, 1, 0),
	A("param.salt", 48, 16, 1, 0), A("param.personal", 64, 16, 1, 0), V("state", 80, 358),
	A("state.h", 80, 64, 8, 0), A("state.t", 144, 16, 8, 0), A("state.f", 160, 16, 8, 0),
	A("state.buf", 176, 256, 1, 0), V("state.buflen", 432, 4), V("state.outlen", 436, 1),
	V("state.last_node", 437, 1), P("lock", 440),
};
static const struct kg_cmember m_BLAKE2sObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("param", 16, 32),
	V("param.digest_length", 16, 1), V("param.key_length", 17, 1), V("param.fanout", 18, 1),
	V("param.depth", 19, 1), V("param.leaf_length", 20, 4), A("param.node_offset", 24, 6, 1, 0),
	V("param.node_depth", 30, 1), V("param.inner_length", 31, 1), A("param.salt", 32, 8, 1, 0),
	A("param.personal", 40, 8, 1, 0), V("state", 48, 182), A("state.h", 48, 32, 4, 0), A("state.t", 80, 8, 4, 0),
	A("state.f", 88, 8, 4, 0), A("state.buf", 96, 128, 1, 0), V("state.buflen", 224, 4), V("state.outlen", 228, 1),
	V("state.last_node", 229, 1), P("lock", 232),
};
static const struct kg_cmember m_BLOCK[] = {
	P("leftlink", 0), A("data", 8, 512, 8, 1), P("rightlink", 520),
};
static const struct kg_cmember m_BZ2Compressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("bzs", 16, 80),
	P("bzs.next_in", 16), V("bzs.avail_in", 24, 4), V("bzs.total_in_lo32", 28, 4), V("bzs.total_in_hi32", 32, 4),
	P("bzs.next_out", 40), V("bzs.avail_out", 48, 4), V("bzs.total_out_lo32", 52, 4),
	V("bzs.total_out_hi32", 56, 4), P("bzs.state", 64), P("bzs.bzalloc", 72), P("bzs.bzfree", 80),
	P("bzs.opaque", 88), V("flushed", 96, 4), P("lock", 104),
};
static const struct kg_cmember m_BZ2Decompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("bzs", 16, 80),
	P("bzs.next_in", 16), V("bzs.avail_in", 24, 4), V("bzs.total_in_lo32", 28, 4), V("bzs.total_in_hi32", 32, 4),
	P("bzs.next_out", 40), V("bzs.avail_out", 48, 4), V("bzs.total_out_lo32", 52, 4),
	V("bzs.total_out_hi32", 56, 4), P("bzs.state", 64), P("bzs.bzalloc", 72), P("bzs.bzfree", 80),
	P("bzs.opaque", 88), P("unused_data", 104), V("needs_input", 112, 1), P("input_buffer", 120),
	V("input_buffer_size", 128, 8), P("lock", 144),
};
static const struct kg_cmember m_CDataObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("b_ptr", 16),
	V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8), V("b_length", 48, 8), V("b_index", 56, 8),
	P("b_objects", 64), V("b_value", 80, 16), A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2),
	V("b_value.i", 80, 4), V("b_value.l", 80, 8), V("b_value.f", 80, 4), V("b_value.d", 80, 8),
	V("b_value.ll", 80, 8), V("b_value.D", 80, 16),
};
static const struct kg_cmember m_CFieldObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("offset", 16, 8),
	V("size", 24, 8), V("index", 32, 8), P("proto", 40), P("getfunc", 48), P("setfunc", 56), V("anonymous", 64, 4),
};
static const struct kg_cmember m_CThunkObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("pcl_write", 24), P("pcl_exec", 32),
	V("cif", 40, 32), V("cif.abi", 40, 4), V("cif.nargs", 44, 4), P("cif.arg_types", 48), P("cif.rtype", 56),
	V("cif.bytes", 64, 4), V("cif.flags", 68, 4), V("flags", 72, 4), P("converters", 80), P("callable", 88),
	P("restype", 96), P("setfunc", 104), P("ffi_restype", 112), A("atypes", 120, 8, 8, 1),
};
static const struct kg_cmember m_Compressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("alloc", 16, 24),
	P("alloc.alloc", 16), P("alloc.free", 24), P("alloc.opaque", 32), V("lzs", 40, 136), P("lzs.next_in", 40),
	V("lzs.avail_in", 48, 8), V("lzs.total_in", 56, 8), P("lzs.next_out", 64), V("lzs.avail_out", 72, 8),
	V("lzs.total_out", 80, 8), P("lzs.allocator", 88), P("lzs.internal", 96), P("lzs.reserved_ptr1", 104),
	P("lzs.reserved_ptr2", 112), P("lzs.reserved_ptr3", 120), P("lzs.reserved_ptr4", 128),
	V("lzs.reserved_int1", 136, 8), V("lzs.reserved_int2", 144, 8), V("lzs.reserved_int3", 152, 8),
	V("lzs.reserved_int4", 160, 8), V("lzs.reserved_enum1", 168, 4), V("lzs.reserved_enum2", 172, 4),
	V("flushed", 176, 4), P("lock", 184),
};
static const struct kg_cmember m_DecCondMap[] = {
	P("name", 0), P("fqname", 8), V("flag", 16, 4), P("ex", 24),
};
static const struct kg_cmember m_Decompressor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("alloc", 16, 24),
	P("alloc.alloc", 16), P("alloc.free", 24), P("alloc.opaque", 32), V("lzs", 40, 136), P("lzs.next_in", 40),
	V("lzs.avail_in", 48, 8), V("lzs.total_in", 56, 8), P("lzs.next_out", 64), V("lzs.avail_out", 72, 8),
	V("lzs.total_out", 80, 8), P("lzs.allocator", 88), P("lzs.internal", 96), P("lzs.reserved_ptr1", 104),
	P("lzs.reserved_ptr2", 112), P("lzs.reserved_ptr3", 120), P("lzs.reserved_ptr4", 128),
	V("lzs.reserved_int1", 136, 8), V("lzs.reserved_int2", 144, 8), V("lzs.reserved_int3", 152, 8),
	V("lzs.reserved_int4", 160, 8), V("lzs.reserved_enum1", 168, 4), V("lzs.reserved_enum2", 172, 4),
	V("check", 176, 4), V("eof", 180, 1), P("unused_data", 184), V("needs_input", 192, 1), P("input_buffer", 200),
	V("input_buffer_size", 208, 8), P("lock", 216),
};
static const struct kg_cmember m_DialectObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("doublequote", 16, 1),
	V("skipinitialspace", 17, 1), V("strict", 18, 1), V("quoting", 20, 4), V("delimiter", 24, 4),
	V("quotechar", 28, 4), V("escapechar", 32, 4), P("lineterminator", 40),
};
static const struct kg_cmember m_DictRemoverObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("key", 16), P("dict", 24),
};
static const struct kg_cmember m_DirEntry[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("name", 16), P("path", 24),
	P("stat", 32), P("lstat", 40), V("d_type", 48, 1), V("d_ino", 56, 8), V("dir_fd", 64, 4),
};
static const struct kg_cmember m_EVPobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ctx", 16), P("lock", 24),
};
static const struct kg_cmember m_ElementIterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("parent_stack", 16),
	V("parent_stack_used", 24, 8), V("parent_stack_size", 32, 8), P("root_element", 40), P("sought_tag", 48),
	V("gettext", 56, 4),
};
static const struct kg_cmember m_ElementObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("tag", 16), P("text", 24),
	P("tail", 32), P("extra", 40), P("weakreflist", 48),
};
static const struct kg_cmember m_ElementObjectExtra[] = {
	P("attrib", 0), V("length", 8, 8), V("allocated", 16, 8), P("children", 24), A("_children", 32, 32, 8, 1),
};
static const struct kg_cmember m_FutureObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("fut_loop", 16),
	P("fut_callback0", 24), P("fut_context0", 32), P("fut_callbacks", 40), P("fut_exception", 48),
	P("fut_result", 56), P("fut_source_tb", 64), P("fut_cancel_msg", 72), V("fut_state", 80, 4),
	V("fut_log_tb", 84, 4), V("fut_blocking", 88, 4), P("dict", 96), P("fut_weakreflist", 104),
	V("fut_cancelled_exc_state", 112, 32), P("fut_cancelled_exc_state.exc_type", 112),
	P("fut_cancelled_exc_state.exc_value", 120), P("fut_cancelled_exc_state.exc_traceback", 128),
	P("fut_cancelled_exc_state.previous_item", 136),
};
static const struct kg_cmember m_HMACobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ctx", 16), P("lock", 24),
};
static const struct kg_cmember m_MD5object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hash_state", 16, 96),
	V("hash_state.length", 16, 8), A("hash_state.state", 24, 16, 4, 0), V("hash_state.curlen", 40, 4),
	A("hash_state.buf", 44, 64, 1, 0),
};
static const struct kg_cmember m_MatchObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("string", 24), P("regs", 32), P("pattern", 40),
	V("pos", 48, 8), V("endpos", 56, 8), V("lastindex", 64, 8), V("groups", 72, 8), A("mark", 80, 8, 8, 0),
};
static const struct kg_cmember m_Memo[] = {
	V("type", 0, 4), P("node", 8), V("mark", 16, 4), P("next", 24),
};
static const struct kg_cmember m_MultibyteCodec[] = {
	P("encoding", 0), P("config", 8), P("codecinit", 16), P("encode", 24), P("encinit", 32), P("encreset", 40),
	P("decode", 48), P("decinit", 56), P("decreset", 64),
};
static const struct kg_cmember m_MultibyteCodecObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8),
	A("state.c", 24, 8, 1, 0), P("errors", 32), A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8),
};
static const struct kg_cmember m_MultibyteIncrementalEncoderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8),
	A("state.c", 24, 8, 1, 0), P("errors", 32), P("pending", 40),
};
static const struct kg_cmember m_MultibyteStatefulCodecContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8),
	A("state.c", 24, 8, 1, 0), P("errors", 32),
};
static const struct kg_cmember m_MultibyteStatefulDecoderContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8),
	A("state.c", 24, 8, 1, 0), P("errors", 32), A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8),
};
static const struct kg_cmember m_MultibyteStatefulEncoderContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8),
	A("state.c", 24, 8, 1, 0), P("errors", 32), P("pending", 40),
};
static const struct kg_cmember m_MultibyteStreamReaderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8),
	A("state.c", 24, 8, 1, 0), P("errors", 32), A("pending", 40, 8, 1, 0), V("pendingsize", 48, 8), P("stream", 56),
};
static const struct kg_cmember m_MultibyteStreamWriterObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("codec", 16), V("state", 24, 8),
	A("state.c", 24, 8, 1, 0), P("errors", 32), P("pending", 40), P("stream", 48),
};
static const struct kg_cmember m_PANEL[] = {
	P("win", 0), P("below", 8), P("above", 16), P("user", 24),
};
static const struct kg_cmember m_ParentLocator[] = {
	P("parent", 0), V("child_index", 8, 8),
};
static const struct kg_cmember m_PatternObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), V("groups", 24, 8), P("groupindex", 32),
	P("indexgroup", 40), P("pattern", 48), V("flags", 56, 4), P("weakreflist", 64), V("isbytes", 72, 4),
	V("codesize", 80, 8), A("code", 88, 4, 4, 0),
};
static const struct kg_cmember m_Pdata[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("data", 24), V("mark_set", 32, 4),
	V("fence", 40, 8), V("allocated", 48, 8),
};
static const struct kg_cmember m_PickleState[] = {
	P("PickleError", 0), P("PicklingError", 8), P("UnpicklingError", 16), P("dispatch_table", 24),
	P("extension_registry", 32), P("extension_cache", 40), P("inverted_registry", 48), P("name_mapping_2to3", 56),
	P("import_mapping_2to3", 64), P("name_mapping_3to2", 72), P("import_mapping_3to2", 80), P("codecs_encode", 88),
	P("getattr", 96), P("partial", 104),
};
static const struct kg_cmember m_PicklerMemoProxyObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pickler", 16),
};
static const struct kg_cmember m_PicklerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("memo", 16), P("pers_func", 24),
	P("pers_func_self", 32), P("dispatch_table", 40), P("reducer_override", 48), P("write", 56),
	P("output_buffer", 64), V("output_len", 72, 8), V("max_output_len", 80, 8), V("proto", 88, 4), V("bin", 92, 4),
	V("framing", 96, 4), V("frame_start", 104, 8), V("buf_size", 112, 8), V("fast", 120, 4),
	V("fast_nesting", 124, 4), V("fix_imports", 128, 4), P("fast_memo", 136), P("buffer_callback", 144),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("profilerEntries", 16),
	P("currentProfilerContext", 24), P("freelistProfilerContext", 32), V("flags", 40, 4), P("externalTimer", 48),
	V("externalTimerUnit", 56, 8),
};
static const struct kg_cmember m_PyASCIIObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("length", 16, 8),
	V("hash", 24, 8), V("state", 32, 4), {"state.interned", 32, 4, 0, 0, 2, 0}, {"state.kind", 32, 4, 0, 2, 3, 0},
	{"state.compact", 32, 4, 0, 5, 1, 0}, {"state.ascii", 32, 4, 0, 6, 1, 0}, {"state.ready", 32, 4, 0, 7, 1, 0},
	P("wstr", 40),
};
static const struct kg_cmember m_PyAsyncGenASend[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ags_gen", 16),
	P("ags_sendval", 24), V("ags_state", 32, 4),
};
static const struct kg_cmember m_PyAsyncGenAThrow[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("agt_gen", 16), P("agt_args", 24),
	V("agt_state", 32, 4),
};
static const struct kg_cmember m_PyAsyncGenObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ag_frame", 16),
	V("ag_running", 24, 1), P("ag_code", 32), P("ag_weakreflist", 40), P("ag_name", 48), P("ag_qualname", 56),
	V("ag_exc_state", 64, 32), P("ag_exc_state.exc_type", 64), P("ag_exc_state.exc_value", 72),
	P("ag_exc_state.exc_traceback", 80), P("ag_exc_state.previous_item", 88), P("ag_finalizer", 96),
	V("ag_hooks_inited", 104, 4), V("ag_closed", 108, 4), V("ag_running_async", 112, 4),
};
static const struct kg_cmember m_PyAsyncMethods[] = {
	P("am_await", 0), P("am_aiter", 8), P("am_anext", 16),
};
static const struct kg_cmember m_PyBaseExceptionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("args", 24),
	P("traceback", 32), P("context", 40), P("cause", 48), V("suppress_context", 56, 1),
};
static const struct kg_cmember m_PyBufferProcs[] = {
	P("bf_getbuffer", 0), P("bf_releasebuffer", 8),
};
static const struct kg_cmember m_PyByteArrayObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), V("ob_alloc", 24, 8), P("ob_bytes", 32),
	P("ob_start", 40), V("ob_exports", 48, 8),
};
static const struct kg_cmember m_PyBytesObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), V("ob_shash", 24, 8), A("ob_sval", 32, 1, 1, 0),
};
static const struct kg_cmember m_PyCArgObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pffi_type", 16), V("tag", 24, 1),
	V("value", 32, 16), V("value.c", 32, 1), V("value.b", 32, 1), V("value.h", 32, 2), V("value.i", 32, 4),
	V("value.l", 32, 8), V("value.q", 32, 8), V("value.D", 32, 16), V("value.d", 32, 8), V("value.f", 32, 4),
	P("value.p", 32), P("obj", 48), V("size", 56, 8),
};
static const struct kg_cmember m_PyCFuncPtrObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("b_ptr", 16),
	V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8), V("b_length", 48, 8), V("b_index", 56, 8),
	P("b_objects", 64), V("b_value", 80, 16), A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2),
	V("b_value.i", 80, 4), V("b_value.l", 80, 8), V("b_value.f", 80, 4), V("b_value.d", 80, 8),
	V("b_value.ll", 80, 8), V("b_value.D", 80, 16), P("thunk", 96), P("callable", 104), P("converters", 112),
	P("argtypes", 120), P("restype", 128), P("checker", 136), P("errcheck", 144), P("paramflags", 152),
};
static const struct kg_cmember m_PyCFunctionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("m_ml", 16), P("m_self", 24),
	P("m_module", 32), P("m_weakreflist", 40), P("vectorcall", 48),
};
static const struct kg_cmember m_PyCMethodObject[] = {
	V("func", 0, 56), V("func.ob_base", 0, 16), V("func.ob_base.ob_refcnt", 0, 8), P("func.ob_base.ob_type", 8),
	P("func.m_ml", 16), P("func.m_self", 24), P("func.m_module", 32), P("func.m_weakreflist", 40),
	P("func.vectorcall", 48), P("mm_class", 56),
};
static const struct kg_cmember m_PyCapsule[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pointer", 16), P("name", 24),
	P("context", 32), P("destructor", 40),
};
static const struct kg_cmember m_PyCellObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ob_ref", 16),
};
static const struct kg_cmember m_PyCodeObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("co_argcount", 16, 4),
	V("co_posonlyargcount", 20, 4), V("co_kwonlyargcount", 24, 4), V("co_nlocals", 28, 4), V("co_stacksize", 32, 4),
	V("co_flags", 36, 4), V("co_firstlineno", 40, 4), P("co_code", 48), P("co_consts", 56), P("co_names", 64),
	P("co_varnames", 72), P("co_freevars", 80), P("co_cellvars", 88), P("co_cell2arg", 96), P("co_filename", 104),
	P("co_name", 112), P("co_lnotab", 120), P("co_zombieframe", 128), P("co_weakreflist", 136), P("co_extra", 144),
	P("co_opcache_map", 152), P("co_opcache", 160), V("co_opcache_flag", 168, 4), V("co_opcache_size", 172, 1),
};
static const struct kg_cmember m_PyCompactUnicodeObject[] = {
	V("_base", 0, 48), V("_base.ob_base", 0, 16), V("_base.ob_base.ob_refcnt", 0, 8), P("_base.ob_base.ob_type", 8),
	V("_base.length", 16, 8), V("_base.hash", 24, 8), V("_base.state", 32, 4),
	{"_base.state.interned", 32, 4, 0, 0, 2, 0}, {"_base.state.kind", 32, 4, 0, 2, 3, 0},
	{"_base.state.compact", 32, 4, 0, 5, 1, 0}, {"_base.state.ascii", 32, 4, 0, 6, 1, 0},
	{"_base.state.ready", 32, 4, 0, 7, 1, 0}, P("_base.wstr", 40), V("utf8_length", 48, 8), P("utf8", 56),
	V("wstr_length", 64, 8),
};
static const struct kg_cmember m_PyComplexObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("cval", 16, 16),
	V("cval.real", 16, 8), V("cval.imag", 24, 8),
};
static const struct kg_cmember m_PyContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ctx_prev", 16),
	P("ctx_vars", 24), P("ctx_weakreflist", 32), V("ctx_entered", 40, 4),
};
static const struct kg_cmember m_PyContextToken[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("tok_ctx", 16), P("tok_var", 24),
	P("tok_oldval", 32), V("tok_used", 40, 4),
};
static const struct kg_cmember m_PyContextTokenMissing[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_PyContextVar[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("var_name", 16),
	P("var_default", 24), P("var_cached", 32), V("var_cached_tsid", 40, 8), V("var_cached_tsver", 48, 8),
	V("var_hash", 56, 8),
};
static const struct kg_cmember m_PyCoroObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("cr_frame", 16),
	V("cr_running", 24, 1), P("cr_code", 32), P("cr_weakreflist", 40), P("cr_name", 48), P("cr_qualname", 56),
	V("cr_exc_state", 64, 32), P("cr_exc_state.exc_type", 64), P("cr_exc_state.exc_value", 72),
	P("cr_exc_state.exc_traceback", 80), P("cr_exc_state.previous_item", 88), P("cr_origin", 96),
};
static const struct kg_cmember m_PyCoroWrapper[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("cw_coroutine", 16),
};
static const struct kg_cmember m_PyCursesPanelObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pan", 16), P("wo", 24),
};
static const struct kg_cmember m_PyCursesWindowObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("win", 16), P("encoding", 24),
};
static const struct kg_cmember m_PyDateTime_CAPI[] = {
	P("DateType", 0), P("DateTimeType", 8), P("TimeType", 16), P("DeltaType", 24), P("TZInfoType", 32),
	P("TimeZone_UTC", 40), P("Date_FromDate", 48), P("DateTime_FromDateAndTime", 56), P("Time_FromTime", 64),
	P("Delta_FromDelta", 72), P("TimeZone_FromTimeZone", 80), P("DateTime_FromTimestamp", 88),
	P("Date_FromTimestamp", 96), P("DateTime_FromDateAndTimeAndFold", 104), P("Time_FromTimeAndFold", 112),
};
static const struct kg_cmember m_PyDateTime_Date[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hashcode", 16, 8),
	V("hastzinfo", 24, 1), A("data", 25, 4, 1, 0),
};
static const struct kg_cmember m_PyDateTime_DateTime[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hashcode", 16, 8),
	V("hastzinfo", 24, 1), A("data", 25, 10, 1, 0), V("fold", 35, 1), P("tzinfo", 40),
};
static const struct kg_cmember m_PyDateTime_Delta[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hashcode", 16, 8),
	V("days", 24, 4), V("seconds", 28, 4), V("microseconds", 32, 4),
};
static const struct kg_cmember m_PyDateTime_IsoCalendarDate[] = {
	V("tuple", 0, 32), V("tuple.ob_base", 0, 24), V("tuple.ob_base.ob_base", 0, 16),
	V("tuple.ob_base.ob_base.ob_refcnt", 0, 8), P("tuple.ob_base.ob_base.ob_type", 8),
	V("tuple.ob_base.ob_size", 16, 8), A("tuple.ob_item", 24, 8, 8, 1),
};
static const struct kg_cmember m_PyDateTime_TZInfo[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_PyDateTime_Time[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hashcode", 16, 8),
	V("hastzinfo", 24, 1), A("data", 25, 6, 1, 0), V("fold", 31, 1), P("tzinfo", 32),
};
static const struct kg_cmember m_PyDateTime_TimeZone[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("offset", 16), P("name", 24),
};
static const struct kg_cmember m_PyDecContextManagerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("local", 16), P("global", 24),
};
static const struct kg_cmember m_PyDecContextObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("ctx", 16, 48),
	V("ctx.prec", 16, 8), V("ctx.emax", 24, 8), V("ctx.emin", 32, 8), V("ctx.traps", 40, 4), V("ctx.status", 44, 4),
	V("ctx.newtrap", 48, 4), V("ctx.round", 52, 4), V("ctx.clamp", 56, 4), V("ctx.allcr", 60, 4), P("traps", 64),
	P("flags", 72), V("capitals", 80, 4), P("tstate", 88),
};
static const struct kg_cmember m_PyDecObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hash", 16, 8), V("dec", 24, 48),
	V("dec.flags", 24, 1), V("dec.exp", 32, 8), V("dec.digits", 40, 8), V("dec.len", 48, 8), V("dec.alloc", 56, 8),
	P("dec.data", 64), A("data", 72, 32, 8, 0),
};
static const struct kg_cmember m_PyDecSignalDictObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("flags", 16),
};
static const struct kg_cmember m_PyDescrObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("d_type", 16), P("d_name", 24),
	P("d_qualname", 32),
};
static const struct kg_cmember m_PyDictKeyEntry[] = {
	V("me_hash", 0, 8), P("me_key", 8), P("me_value", 16),
};
static const struct kg_cmember m_PyDictKeysObject[] = {
	V("dk_refcnt", 0, 8), V("dk_size", 8, 8), P("dk_lookup", 16), V("dk_usable", 24, 8), V("dk_nentries", 32, 8),
	A("dk_indices", 40, 0, 1, 0),
};
static const struct kg_cmember m_PyDictObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("ma_used", 16, 8),
	V("ma_version_tag", 24, 8), P("ma_keys", 32), P("ma_values", 40),
};
static const struct kg_cmember m_PyEncoderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("markers", 16),
	P("defaultfn", 24), P("encoder", 32), P("indent", 40), P("key_separator", 48), P("item_separator", 56),
	V("sort_keys", 64, 1), V("skipkeys", 65, 1), V("allow_nan", 68, 4), P("fast_encode", 72),
};
static const struct kg_cmember m_PyFloatObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("ob_fval", 16, 8),
};
static const struct kg_cmember m_PyFrameObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("f_back", 24), P("f_code", 32),
	P("f_builtins", 40), P("f_globals", 48), P("f_locals", 56), P("f_valuestack", 64), P("f_stacktop", 72),
	P("f_trace", 80), V("f_trace_lines", 88, 1), V("f_trace_opcodes", 89, 1), P("f_gen", 96), V("f_lasti", 104, 4),
	V("f_lineno", 108, 4), V("f_iblock", 112, 4), V("f_executing", 116, 1), A("f_blockstack", 120, 240, 12, 0),
	A("f_localsplus", 360, 8, 8, 1),
};
static const struct kg_cmember m_PyFunctionObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("func_code", 16),
	P("func_globals", 24), P("func_defaults", 32), P("func_kwdefaults", 40), P("func_closure", 48),
	P("func_doc", 56), P("func_name", 64), P("func_dict", 72), P("func_weakreflist", 80), P("func_module", 88),
	P("func_annotations", 96), P("func_qualname", 104), P("vectorcall", 112),
};
static const struct kg_cmember m_PyGC_Head[] = {
	V("_gc_next", 0, 8), V("_gc_prev", 8, 8),
};
static const struct kg_cmember m_PyGenObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("gi_frame", 16),
	V("gi_running", 24, 1), P("gi_code", 32), P("gi_weakreflist", 40), P("gi_name", 48), P("gi_qualname", 56),
	V("gi_exc_state", 64, 32), P("gi_exc_state.exc_type", 64), P("gi_exc_state.exc_value", 72),
	P("gi_exc_state.exc_traceback", 80), P("gi_exc_state.previous_item", 88),
};
static const struct kg_cmember m_PyGetSetDef[] = {
	P("name", 0), P("get", 8), P("set", 16), P("doc", 24), P("closure", 32),
};
static const struct kg_cmember m_PyHamtIterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("hi_obj", 16),
	V("hi_iter", 24, 120), A("hi_iter.i_nodes", 24, 56, 8, 1), A("hi_iter.i_pos", 80, 56, 8, 0),
	V("hi_iter.i_level", 136, 1), P("hi_yield", 144),
};
static const struct kg_cmember m_PyHamtIteratorState[] = {
	A("i_nodes", 0, 56, 8, 1), A("i_pos", 56, 56, 8, 0), V("i_level", 112, 1),
};
static const struct kg_cmember m_PyHamtNode[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_PyHamtNode_Array[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), A("a_array", 16, 256, 8, 1),
	V("a_count", 272, 8),
};
static const struct kg_cmember m_PyHamtNode_Bitmap[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), V("b_bitmap", 24, 4), A("b_array", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtNode_Collision[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), V("c_hash", 24, 4), A("c_array", 32, 8, 8, 1),
};
static const struct kg_cmember m_PyHamtObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("h_root", 16),
	P("h_weakreflist", 24), V("h_count", 32, 8),
};
static const struct kg_cmember m_PyHeapTypeObject[] = {
	V("ht_type", 0, 408), V("as_async", 408, 24), V("as_number", 432, 288), V("as_mapping", 720, 24),
	V("as_sequence", 744, 80), V("as_buffer", 824, 16), P("ht_name", 840), P("ht_slots", 848),
	P("ht_qualname", 856), P("ht_cached_keys", 864), P("ht_module", 872),
};
static const struct kg_cmember m_PyImportErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("args", 24),
	P("traceback", 32), P("context", 40), P("cause", 48), V("suppress_context", 56, 1), P("msg", 64), P("name", 72),
	P("path", 80),
};
static const struct kg_cmember m_PyInstanceMethodObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("func", 16),
};
static const struct kg_cmember m_PyInterpreterState[] = {
	P("next", 0), P("tstate_head", 8), P("runtime", 16), V("id", 24, 8), V("id_refcount", 32, 8),
	V("requires_idref", 40, 4), P("id_mutex", 48), V("finalizing", 56, 4), V("ceval", 64, 552), V("gc", 616, 240),
	P("gc.trash_delete_later", 616), V("gc.trash_delete_nesting", 624, 4), V("gc.enabled", 628, 4),
	V("gc.debug", 632, 4), A("gc.generations", 640, 72, 24, 0), P("gc.generation0", 712),
	V("gc.permanent_generation", 720, 24), V("gc.permanent_generation.head", 720, 16),
	V("gc.permanent_generation.head._gc_next", 720, 8), V("gc.permanent_generation.head._gc_prev", 728, 8),
	V("gc.permanent_generation.threshold", 736, 4), V("gc.permanent_generation.count", 740, 4),
	A("gc.generation_stats", 744, 72, 24, 0), V("gc.collecting", 816, 4), P("gc.garbage", 824),
	P("gc.callbacks", 832), V("gc.long_lived_total", 840, 8), V("gc.long_lived_pending", 848, 8), P("modules", 856),
	P("modules_by_index", 864), P("sysdict", 872), P("builtins", 880), P("importlib", 888),
	V("num_threads", 896, 8), V("pythread_stacksize", 904, 8), P("codec_search_path", 912),
	P("codec_search_cache", 920), P("codec_error_registry", 928), V("codecs_initialized", 936, 4),
	V("unicode", 944, 32), V("unicode.fs_codec", 944, 32), P("unicode.fs_codec.encoding", 944),
	V("unicode.fs_codec.utf8", 952, 4), P("unicode.fs_codec.errors", 960),
	V("unicode.fs_codec.error_handler", 968, 4), V("config", 976, 392), V("dlopenflags", 1368, 4), P("dict", 1376),
	P("builtins_copy", 1384), P("import_func", 1392), P("eval_frame", 1400), V("co_extra_user_count", 1408, 8),
	A("co_extra_freefuncs", 1416, 2040, 8, 1), P("before_forkers", 3456), P("after_forkers_parent", 3464),
	P("after_forkers_child", 3472), P("pyexitfunc", 3480), P("pyexitmodule", 3488),
	V("tstate_next_unique_id", 3496, 8), V("warnings", 3504, 32), P("warnings.filters", 3504),
	P("warnings.once_registry", 3512), P("warnings.default_action", 3520), V("warnings.filters_version", 3528, 8),
	P("audit_hooks", 3536), V("parser", 3544, 8), V("parser.listnode", 3544, 8),
	V("parser.listnode.level", 3544, 4), V("parser.listnode.atbol", 3548, 4), A("small_ints", 3552, 2096, 8, 1),
};
static const struct kg_cmember m_PyListObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("ob_item", 24), V("allocated", 32, 8),
};
static const struct kg_cmember m_PyLongObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), A("ob_digit", 24, 4, 4, 0),
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
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("mbuf", 24), V("hash", 32, 8),
	V("flags", 40, 4), V("exports", 48, 8), V("view", 56, 80), P("view.buf", 56), P("view.obj", 64),
	V("view.len", 72, 8), V("view.itemsize", 80, 8), V("view.readonly", 88, 4), V("view.ndim", 92, 4),
	P("view.format", 96), P("view.shape", 104), P("view.strides", 112), P("view.suboffsets", 120),
	P("view.internal", 128), P("weakreflist", 136), A("ob_array", 144, 8, 8, 0),
};
static const struct kg_cmember m_PyMethodDef[] = {
	P("ml_name", 0), P("ml_meth", 8), V("ml_flags", 16, 4), P("ml_doc", 24),
};
static const struct kg_cmember m_PyMethodObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("im_func", 16), P("im_self", 24),
	P("im_weakreflist", 32), P("vectorcall", 40),
};
static const struct kg_cmember m_PyModuleDef[] = {
	V("m_base", 0, 40), V("m_base.ob_base", 0, 16), V("m_base.ob_base.ob_refcnt", 0, 8),
	P("m_base.ob_base.ob_type", 8), P("m_base.m_init", 16), V("m_base.m_index", 24, 8), P("m_base.m_copy", 32),
	P("m_name", 40), P("m_doc", 48), V("m_size", 56, 8), P("m_methods", 64), P("m_slots", 72), P("m_traverse", 80),
	P("m_clear", 88), P("m_free", 96),
};
static const struct kg_cmember m_PyModuleDef_Base[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("m_init", 16),
	V("m_index", 24, 8), P("m_copy", 32),
};
static const struct kg_cmember m_PyModuleDef_Slot[] = {
	V("slot", 0, 4), P("value", 8),
};
static const struct kg_cmember m_PyModuleObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("md_dict", 16), P("md_def", 24),
	P("md_state", 32), P("md_weaklist", 40), P("md_name", 48),
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
	P("od_dict.ob_base.ob_type", 8), V("od_dict.ma_used", 16, 8), V("od_dict.ma_version_tag", 24, 8),
	P("od_dict.ma_keys", 32), P("od_dict.ma_values", 40), P("od_first", 48), P("od_last", 56),
	P("od_fast_nodes", 64), V("od_fast_nodes_size", 72, 8), P("od_resize_sentinel", 80), V("od_state", 88, 8),
	P("od_inst_dict", 96), P("od_weakreflist", 104),
};
static const struct kg_cmember m_PyOSErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("args", 24),
	P("traceback", 32), P("context", 40), P("cause", 48), V("suppress_context", 56, 1), P("myerrno", 64),
	P("strerror", 72), P("filename", 80), P("filename2", 88), V("written", 96, 8),
};
static const struct kg_cmember m_PyObject[] = {
	V("ob_refcnt", 0, 8), P("ob_type", 8),
};
static const struct kg_cmember m_PyPickleBufferObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("view", 16, 80),
	P("view.buf", 16), P("view.obj", 24), V("view.len", 32, 8), V("view.itemsize", 40, 8),
	V("view.readonly", 48, 4), V("view.ndim", 52, 4), P("view.format", 56), P("view.shape", 64),
	P("view.strides", 72), P("view.suboffsets", 80), P("view.internal", 88), P("weakreflist", 96),
};
static const struct kg_cmember m_PyRunningLoopHolder[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("rl_loop", 16),
	V("rl_pid", 24, 4),
};
static const struct kg_cmember m_PySSLContext[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ctx", 16),
	P("alpn_protocols", 24), V("alpn_protocols_len", 32, 4), P("set_sni_cb", 40), V("check_hostname", 48, 4),
	V("hostflags", 52, 4), V("protocol", 56, 4), V("post_handshake_auth", 60, 4), P("msg_cb", 64),
	P("keylog_filename", 72), P("keylog_bio", 80),
};
static const struct kg_cmember m_PySSLMemoryBIO[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("bio", 16),
	V("eof_written", 24, 4),
};
static const struct kg_cmember m_PySSLSession[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("session", 16), P("ctx", 24),
};
static const struct kg_cmember m_PySSLSocket[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("Socket", 16), P("ssl", 24),
	P("ctx", 32), V("shutdown_seen_zero", 40, 1), V("socket_type", 44, 4), P("owner", 48), P("server_hostname", 56),
	V("err", 64, 8), V("err.ssl", 64, 4), V("err.c", 68, 4), P("exc_type", 72), P("exc_value", 80), P("exc_tb", 88),
};
static const struct kg_cmember m_PySTEntryObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ste_id", 16),
	P("ste_symbols", 24), P("ste_name", 32), P("ste_varnames", 40), P("ste_children", 48), P("ste_directives", 56),
	V("ste_type", 64, 4), V("ste_nested", 68, 4), {"ste_free", 72, 4, 0, 0, 1, 0},
	{"ste_child_free", 72, 4, 0, 1, 1, 0}, {"ste_generator", 72, 4, 0, 2, 1, 0},
	{"ste_coroutine", 72, 4, 0, 3, 1, 0}, {"ste_comprehension", 72, 4, 0, 4, 1, 0},
	{"ste_varargs", 72, 4, 0, 5, 1, 0}, {"ste_varkeywords", 72, 4, 0, 6, 1, 0},
	{"ste_returns_value", 72, 4, 0, 7, 1, 0}, {"ste_needs_class_closure", 72, 4, 0, 8, 1, 0},
	{"ste_comp_iter_target", 72, 4, 0, 9, 1, 0}, V("ste_comp_iter_expr", 76, 4), V("ste_lineno", 80, 4),
	V("ste_col_offset", 84, 4), V("ste_opt_lineno", 88, 4), V("ste_opt_col_offset", 92, 4), P("ste_table", 96),
};
static const struct kg_cmember m_PyScannerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("strict", 16, 1),
	P("object_hook", 24), P("object_pairs_hook", 32), P("parse_float", 40), P("parse_int", 48),
	P("parse_constant", 56), P("memo", 64),
};
static const struct kg_cmember m_PySequenceMethods[] = {
	P("sq_length", 0), P("sq_concat", 8), P("sq_repeat", 16), P("sq_item", 24), P("was_sq_slice", 32),
	P("sq_ass_item", 40), P("was_sq_ass_slice", 48), P("sq_contains", 56), P("sq_inplace_concat", 64),
	P("sq_inplace_repeat", 72),
};
static const struct kg_cmember m_PySetObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("fill", 16, 8), V("used", 24, 8),
	V("mask", 32, 8), P("table", 40), V("hash", 48, 8), V("finger", 56, 8), A("smalltable", 64, 128, 16, 0),
	P("weakreflist", 192),
};
static const struct kg_cmember m_PySliceObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("start", 16), P("stop", 24),
	P("step", 32),
};
static const struct kg_cmember m_PySocketModule_APIObject[] = {
	P("Sock_Type", 0), P("error", 8), P("timeout_error", 16),
};
static const struct kg_cmember m_PySocketSockObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("sock_fd", 16, 4),
	V("sock_family", 20, 4), V("sock_type", 24, 4), V("sock_proto", 28, 4), P("errorhandler", 32),
	V("sock_timeout", 40, 8),
};
static const struct kg_cmember m_PyStdPrinter_Object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("fd", 16, 4),
};
static const struct kg_cmember m_PyStopIterationObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("args", 24),
	P("traceback", 32), P("context", 40), P("cause", 48), V("suppress_context", 56, 1), P("value", 64),
};
static const struct kg_cmember m_PyStructObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("s_size", 16, 8),
	V("s_len", 24, 8), P("s_codes", 32), P("s_format", 40), P("weakreflist", 48),
};
static const struct kg_cmember m_PySyntaxErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("args", 24),
	P("traceback", 32), P("context", 40), P("cause", 48), V("suppress_context", 56, 1), P("msg", 64),
	P("filename", 72), P("lineno", 80), P("offset", 88), P("text", 96), P("print_file_and_line", 104),
};
static const struct kg_cmember m_PySystemExitObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("args", 24),
	P("traceback", 32), P("context", 40), P("cause", 48), V("suppress_context", 56, 1), P("code", 64),
};
static const struct kg_cmember m_PyThreadState[] = {
	P("prev", 0), P("next", 8), P("interp", 16), P("frame", 24), V("recursion_depth", 32, 4),
	V("overflowed", 36, 1), V("recursion_critical", 37, 1), V("stackcheck_counter", 40, 4), V("tracing", 44, 4),
	V("use_tracing", 48, 4), P("c_profilefunc", 56), P("c_tracefunc", 64), P("c_profileobj", 72),
	P("c_traceobj", 80), P("curexc_type", 88), P("curexc_value", 96), P("curexc_traceback", 104),
	V("exc_state", 112, 32), P("exc_state.exc_type", 112), P("exc_state.exc_value", 120),
	P("exc_state.exc_traceback", 128), P("exc_state.previous_item", 136), P("exc_info", 144), P("dict", 152),
	V("gilstate_counter", 160, 4), P("async_exc", 168), V("thread_id", 176, 8), V("trash_delete_nesting", 184, 4),
	P("trash_delete_later", 192), P("on_delete", 200), P("on_delete_data", 208),
	V("coroutine_origin_tracking_depth", 216, 4), P("async_gen_firstiter", 224), P("async_gen_finalizer", 232),
	P("context", 240), V("context_ver", 248, 8), V("id", 256, 8),
};
static const struct kg_cmember m_PyTracebackObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("tb_next", 16), P("tb_frame", 24),
	V("tb_lasti", 32, 4), V("tb_lineno", 36, 4),
};
static const struct kg_cmember m_PyTupleObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), A("ob_item", 24, 8, 8, 1),
};
static const struct kg_cmember m_PyTypeObject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("tp_name", 24), V("tp_basicsize", 32, 8),
	V("tp_itemsize", 40, 8), P("tp_dealloc", 48), V("tp_vectorcall_offset", 56, 8), P("tp_getattr", 64),
	P("tp_setattr", 72), P("tp_as_async", 80), P("tp_repr", 88), P("tp_as_number", 96), P("tp_as_sequence", 104),
	P("tp_as_mapping", 112), P("tp_hash", 120), P("tp_call", 128), P("tp_str", 136), P("tp_getattro", 144),
	P("tp_setattro", 152), P("tp_as_buffer", 160), V("tp_flags", 168, 8), P("tp_doc", 176), P("tp_traverse", 184),
	P("tp_clear", 192), P("tp_richcompare", 200), V("tp_weaklistoffset", 208, 8), P("tp_iter", 216),
	P("tp_iternext", 224), P("tp_methods", 232), P("tp_members", 240), P("tp_getset", 248), P("tp_base", 256),
	P("tp_dict", 264), P("tp_descr_get", 272), P("tp_descr_set", 280), V("tp_dictoffset", 288, 8),
	P("tp_init", 296), P("tp_alloc", 304), P("tp_new", 312), P("tp_free", 320), P("tp_is_gc", 328),
	P("tp_bases", 336), P("tp_mro", 344), P("tp_cache", 352), P("tp_subclasses", 360), P("tp_weaklist", 368),
	P("tp_del", 376), V("tp_version_tag", 384, 4), P("tp_finalize", 392), P("tp_vectorcall", 400),
};
static const struct kg_cmember m_PyUnicodeErrorObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("args", 24),
	P("traceback", 32), P("context", 40), P("cause", 48), V("suppress_context", 56, 1), P("encoding", 64),
	P("object", 72), V("start", 80, 8), V("end", 88, 8), P("reason", 96),
};
static const struct kg_cmember m_PyUnicodeObject[] = {
	V("_base", 0, 72), V("_base._base", 0, 48), V("_base._base.ob_base", 0, 16),
	V("_base._base.ob_base.ob_refcnt", 0, 8), P("_base._base.ob_base.ob_type", 8), V("_base._base.length", 16, 8),
	V("_base._base.hash", 24, 8), V("_base._base.state", 32, 4), {"_base._base.state.interned", 32, 4, 0, 0, 2, 0},
	{"_base._base.state.kind", 32, 4, 0, 2, 3, 0}, {"_base._base.state.compact", 32, 4, 0, 5, 1, 0},
	{"_base._base.state.ascii", 32, 4, 0, 6, 1, 0}, {"_base._base.state.ready", 32, 4, 0, 7, 1, 0},
	P("_base._base.wstr", 40), V("_base.utf8_length", 48, 8), P("_base.utf8", 56), V("_base.wstr_length", 64, 8),
	V("data", 72, 8), P("data.any", 72), P("data.latin1", 72), P("data.ucs2", 72), P("data.ucs4", 72),
};
static const struct kg_cmember m_PyVarObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("ob_size", 16, 8),
};
static const struct kg_cmember m_PyWeakReference[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("wr_object", 16),
	P("wr_callback", 24), V("hash", 32, 8), P("wr_prev", 40), P("wr_next", 48),
};
static const struct kg_cmember m_PyWrapperDescrObject[] = {
	V("d_common", 0, 40), V("d_common.ob_base", 0, 16), V("d_common.ob_base.ob_refcnt", 0, 8),
	P("d_common.ob_base.ob_type", 8), P("d_common.d_type", 16), P("d_common.d_name", 24),
	P("d_common.d_qualname", 32), P("d_base", 40), P("d_wrapped", 48),
};
static const struct kg_cmember m_PyZoneInfo_ZoneInfo[] = {
	V("base", 0, 16), V("base.ob_base", 0, 16), V("base.ob_base.ob_refcnt", 0, 8), P("base.ob_base.ob_type", 8),
	P("key", 16), P("file_repr", 24), P("weakreflist", 32), V("num_transitions", 40, 8), V("num_ttinfos", 48, 8),
	P("trans_list_utc", 56), A("trans_list_wall", 64, 16, 8, 1), P("trans_ttinfos", 80), P("ttinfo_before", 88),
	V("tzrule_after", 96, 96), V("tzrule_after.std", 96, 32), P("tzrule_after.std.utcoff", 96),
	P("tzrule_after.std.dstoff", 104), P("tzrule_after.std.tzname", 112),
	V("tzrule_after.std.utcoff_seconds", 120, 8), V("tzrule_after.dst", 128, 32), P("tzrule_after.dst.utcoff", 128),
	P("tzrule_after.dst.dstoff", 136), P("tzrule_after.dst.tzname", 144),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("index", 16, 4),
	A("state", 20, 2496, 4, 0),
};
static const struct kg_cmember m_ReaderObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("input_iter", 16),
	P("dialect", 24), P("fields", 32), V("state", 40, 4), P("field", 48), V("field_size", 56, 8),
	V("field_len", 64, 8), V("numeric_field", 72, 4), V("line_num", 80, 8),
};
static const struct kg_cmember m_SHA1object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hash_state", 16, 96),
	V("hash_state.length", 16, 8), A("hash_state.state", 24, 20, 4, 0), V("hash_state.curlen", 44, 4),
	A("hash_state.buf", 48, 64, 1, 0),
};
static const struct kg_cmember m_SRE_REPEAT[] = {
	V("count", 0, 8), P("pattern", 8), P("last_ptr", 16), P("prev", 24),
};
static const struct kg_cmember m_SRE_REPEAT_T[] = {
	V("count", 0, 8), P("pattern", 8), P("last_ptr", 16), P("prev", 24),
};
static const struct kg_cmember m_ScandirIterator[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("path", 16, 72),
	P("path.function_name", 16), P("path.argument_name", 24), V("path.nullable", 32, 4), V("path.allow_fd", 36, 4),
	P("path.wide", 40), P("path.narrow", 48), V("path.fd", 56, 4), V("path.length", 64, 8), P("path.object", 72),
	P("path.cleanup", 80), P("dirp", 88), V("fd", 96, 4),
};
static const struct kg_cmember m_ScannerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pattern", 16),
	P("state.ptr", 24), P("state.beginning", 32), P("state.start", 40), P("state.end", 48), P("state.string", 56),
	V("state.buffer", 64, 80), P("state.buffer.buf", 64), P("state.buffer.obj", 72), V("state.buffer.len", 80, 8),
	V("state.buffer.itemsize", 88, 8), V("state.buffer.readonly", 96, 4), V("state.buffer.ndim", 100, 4),
	P("state.buffer.format", 104), P("state.buffer.shape", 112), P("state.buffer.strides", 120),
	P("state.buffer.suboffsets", 128), P("state.buffer.internal", 136), V("state.pos", 144, 8),
	V("state.endpos", 152, 8), V("state.isbytes", 160, 4), V("state.charsize", 164, 4),
	V("state.lastindex", 168, 8), V("state.lastmark", 176, 8), P("state.mark", 184), V("state.match_all", 192, 4),
	V("state.must_advance", 196, 4), P("state.data_stack", 200), V("state.data_stack_size", 208, 8),
	V("state.data_stack_base", 216, 8), P("state.repeat", 224),
};
static const struct kg_cmember m_SemLockObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("handle", 16),
	V("last_tid", 24, 8), V("count", 32, 4), V("maxvalue", 36, 4), V("kind", 40, 4), P("name", 48),
};
static const struct kg_cmember m_StgDictObject[] = {
	V("dict", 0, 48), V("dict.ob_base", 0, 16), V("dict.ob_base.ob_refcnt", 0, 8), P("dict.ob_base.ob_type", 8),
	V("dict.ma_used", 16, 8), V("dict.ma_version_tag", 24, 8), P("dict.ma_keys", 32), P("dict.ma_values", 40),
	V("size", 48, 8), V("align", 56, 8), V("length", 64, 8), V("ffi_type_pointer", 72, 24),
	V("ffi_type_pointer.size", 72, 8), V("ffi_type_pointer.alignment", 80, 2), V("ffi_type_pointer.type", 82, 2),
	P("ffi_type_pointer.elements", 88), P("proto", 96), P("setfunc", 104), P("getfunc", 112), P("paramfunc", 120),
	P("argtypes", 128), P("converters", 136), P("restype", 144), P("checker", 152), V("flags", 160, 4),
	P("format", 168), V("ndim", 176, 4), P("shape", 184),
};
static const struct kg_cmember m_StrongCacheNode[] = {
	P("next", 0), P("prev", 8), P("key", 16), P("zone", 24),
};
static const struct kg_cmember m_StructParamObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ptr", 16),
};
static const struct kg_cmember m_TaskObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("task_loop", 16),
	P("task_callback0", 24), P("task_context0", 32), P("task_callbacks", 40), P("task_exception", 48),
	P("task_result", 56), P("task_source_tb", 64), P("task_cancel_msg", 72), V("task_state", 80, 4),
	V("task_log_tb", 84, 4), V("task_blocking", 88, 4), P("dict", 96), P("task_weakreflist", 104),
	V("task_cancelled_exc_state", 112, 32), P("task_cancelled_exc_state.exc_type", 112),
	P("task_cancelled_exc_state.exc_value", 120), P("task_cancelled_exc_state.exc_traceback", 128),
	P("task_cancelled_exc_state.previous_item", 136), P("task_fut_waiter", 144), P("task_coro", 152),
	P("task_name", 160), P("task_context", 168), V("task_must_cancel", 176, 4),
	V("task_log_destroy_pending", 180, 4),
};
static const struct kg_cmember m_TaskStepMethWrapper[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("sw_task", 16), P("sw_arg", 24),
};
static const struct kg_cmember m_TaskWakeupMethWrapper[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ww_task", 16),
};
static const struct kg_cmember m_TreeBuilderObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("root", 16), P("this", 24),
	P("last", 32), P("last_for_tail", 40), P("data", 48), P("stack", 56), V("index", 64, 8),
	P("element_factory", 72), P("comment_factory", 80), P("pi_factory", 88), P("events_append", 96),
	P("start_event_obj", 104), P("end_event_obj", 112), P("start_ns_event_obj", 120), P("end_ns_event_obj", 128),
	P("comment_event_obj", 136), P("pi_event_obj", 144), V("insert_comments", 152, 1), V("insert_pis", 153, 1),
};
static const struct kg_cmember m_UnpicklerMemoProxyObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("unpickler", 16),
};
static const struct kg_cmember m_UnpicklerObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("stack", 16), P("memo", 24),
	V("memo_size", 32, 8), V("memo_len", 40, 8), P("pers_func", 48), P("pers_func_self", 56), V("buffer", 64, 80),
	P("buffer.buf", 64), P("buffer.obj", 72), V("buffer.len", 80, 8), V("buffer.itemsize", 88, 8),
	V("buffer.readonly", 96, 4), V("buffer.ndim", 100, 4), P("buffer.format", 104), P("buffer.shape", 112),
	P("buffer.strides", 120), P("buffer.suboffsets", 128), P("buffer.internal", 136), P("input_buffer", 144),
	P("input_line", 152), V("input_len", 160, 8), V("next_read_idx", 168, 8), V("prefetched_idx", 176, 8),
	P("read", 184), P("readinto", 192), P("readline", 200), P("peek", 208), P("buffers", 216), P("encoding", 224),
	P("errors", 232), P("marks", 240), V("num_marks", 248, 8), V("marks_size", 256, 8), V("proto", 264, 4),
	V("fix_imports", 268, 4),
};
static const struct kg_cmember m_WarningsState[] = {
	P("filters", 0), P("once_registry", 8), P("default_action", 16), V("filters_version", 24, 8),
};
static const struct kg_cmember m_WriterObj[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("write", 16), P("dialect", 24),
	P("rec", 32), V("rec_size", 40, 8), V("rec_len", 48, 8), V("num_fields", 56, 4),
};
static const struct kg_cmember m_XMLParserObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("parser", 16), P("target", 24),
	P("entity", 32), P("names", 40), P("handle_start_ns", 48), P("handle_end_ns", 56), P("handle_start", 64),
	P("handle_data", 72), P("handle_end", 80), P("handle_comment", 88), P("handle_pi", 96),
	P("handle_doctype", 104), P("handle_close", 112),
};
static const struct kg_cmember m__InternalNameMapperState[] = {
	P("set", 0), V("error", 8, 4),
};
static const struct kg_cmember m__ODictNode[] = {
	P("key", 0), V("hash", 8, 8), P("next", 16), P("prev", 24),
};
static const struct kg_cmember m__PyAsyncGenWrappedValue[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("agw_val", 16),
};
static const struct kg_cmember m__PyDateTime_BaseTZInfo[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("hashcode", 16, 8),
	V("hastzinfo", 24, 1),
};
static const struct kg_cmember m__PyDictViewObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dv_dict", 16),
};
static const struct kg_cmember m__PyErr_StackItem[] = {
	P("exc_type", 0), P("exc_value", 8), P("exc_traceback", 16), P("previous_item", 24),
};
static const struct kg_cmember m__PyIO_State[] = {
	V("initialized", 0, 4), P("locale_module", 8), P("unsupported_operation", 16),
};
static const struct kg_cmember m__PyManagedBufferObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("flags", 16, 4),
	V("exports", 24, 8), V("master", 32, 80), P("master.buf", 32), P("master.obj", 40), V("master.len", 48, 8),
	V("master.itemsize", 56, 8), V("master.readonly", 64, 4), V("master.ndim", 68, 4), P("master.format", 72),
	P("master.shape", 80), P("master.strides", 88), P("master.suboffsets", 96), P("master.internal", 104),
};
static const struct kg_cmember m__PyNamespaceObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ns_dict", 16),
};
static const struct kg_cmember m__PyOpcache[] = {
	V("u", 0, 24), V("u.lg", 0, 24), P("u.lg.ptr", 0), V("u.lg.globals_ver", 8, 8), V("u.lg.builtins_ver", 16, 8),
	V("optimized", 24, 1),
};
static const struct kg_cmember m__PyRuntimeState[] = {
	V("preinitializing", 0, 4), V("preinitialized", 4, 4), V("core_initialized", 8, 4), V("initialized", 12, 4),
	V("_finalizing", 16, 8), V("_finalizing._value", 16, 8), V("interpreters", 24, 32), P("interpreters.mutex", 24),
	P("interpreters.head", 32), P("interpreters.main", 40), V("interpreters.next_id", 48, 8),
	V("xidregistry", 56, 16), P("xidregistry.mutex", 56), P("xidregistry.head", 64), V("main_thread", 72, 8),
	V("nexitfuncs", 336, 4), V("ceval", 344, 216), V("gilstate", 560, 32), V("gilstate.check_enabled", 560, 4),
	V("gilstate.tstate_current", 568, 8), V("gilstate.tstate_current._value", 568, 8),
	P("gilstate.autoInterpreterState", 576), V("gilstate.autoTSSkey", 584, 8),
	V("gilstate.autoTSSkey._is_initialized", 584, 4), V("gilstate.autoTSSkey._key", 588, 4),
	V("preconfig", 592, 40), P("open_code_hook", 632), P("open_code_userdata", 640), P("audit_hook_head", 648),
};
static const struct kg_cmember m__PySSLPasswordInfo[] = {
	P("thread_state", 0), P("callable", 8), P("password", 16), V("size", 24, 4), V("error", 28, 4),
};
static const struct kg_cmember m__PyTraceMalloc_Config[] = {
	V("initialized", 0, 4), V("tracing", 4, 4), V("max_nframe", 8, 4),
};
static const struct kg_cmember m__PyUnicodeWriter[] = {
	P("buffer", 0), P("data", 8), V("kind", 16, 4), V("maxchar", 20, 4), V("size", 24, 8), V("pos", 32, 8),
	V("min_length", 40, 8), V("min_char", 48, 4), V("overallocate", 52, 1), V("readonly", 53, 1),
};
static const struct kg_cmember m__Py_AuditHookEntry[] = {
	P("next", 0), P("hookCFunction", 8), P("userData", 16),
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
static const struct kg_cmember m__Py_unicode_state[] = {
	V("fs_codec", 0, 32), P("fs_codec.encoding", 0), V("fs_codec.utf8", 8, 4), P("fs_codec.errors", 16),
	V("fs_codec.error_handler", 24, 4),
};
static const struct kg_cmember m__Row[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("data", 16), P("description", 24),
};
static const struct kg_cmember m__abc_data[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("_abc_registry", 16),
	P("_abc_cache", 24), P("_abc_negative_cache", 32), V("_abc_negative_cache_version", 40, 8),
};
static const struct kg_cmember m__abcmodule_state[] = {
	P("_abc_data_type", 0), V("abc_invalidation_counter", 8, 8),
};
static const struct kg_cmember m__csvstate[] = {
	P("error_obj", 0), P("dialects", 8), V("field_limit", 16, 8),
};
static const struct kg_cmember m__curses_panelstate[] = {
	P("PyCursesError", 0), P("PyCursesPanel_Type", 8),
};
static const struct kg_cmember m__dictkeysobject[] = {
	V("dk_refcnt", 0, 8), V("dk_size", 8, 8), P("dk_lookup", 16), V("dk_usable", 24, 8), V("dk_nentries", 32, 8),
	A("dk_indices", 40, 0, 1, 0),
};
static const struct kg_cmember m__formatdef[] = {
	V("format", 0, 1), V("size", 8, 8), V("alignment", 16, 8), P("unpack", 24), P("pack", 32),
};
static const struct kg_cmember m__gc_runtime_state[] = {
	P("trash_delete_later", 0), V("trash_delete_nesting", 8, 4), V("enabled", 12, 4), V("debug", 16, 4),
	A("generations", 24, 72, 24, 0), P("generation0", 96), V("permanent_generation", 104, 24),
	V("permanent_generation.head", 104, 16), V("permanent_generation.head._gc_next", 104, 8),
	V("permanent_generation.head._gc_prev", 112, 8), V("permanent_generation.threshold", 120, 4),
	V("permanent_generation.count", 124, 4), A("generation_stats", 128, 72, 24, 0), V("collecting", 200, 4),
	P("garbage", 208), P("callbacks", 216), V("long_lived_total", 224, 8), V("long_lived_pending", 232, 8),
};
static const struct kg_cmember m__grouperobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("parent", 16), P("tgtkey", 24),
};
static const struct kg_cmember m__hashlibstate[] = {
	P("EVPtype", 0), P("HMACtype", 8), P("EVPXOFtype", 16),
};
static const struct kg_cmember m__internal_name_mapper_state[] = {
	P("set", 0), V("error", 8, 4),
};
static const struct kg_cmember m__jsonmodulestate[] = {
	P("PyScannerType", 0), P("PyEncoderType", 8),
};
static const struct kg_cmember m__list_of_panels[] = {
	P("po", 0), P("next", 8),
};
static const struct kg_cmember m__locale_state[] = {
	P("Error", 0),
};
static const struct kg_cmember m__odictnode[] = {
	P("key", 0), V("hash", 8, 8), P("next", 16), P("prev", 24),
};
static const struct kg_cmember m__odictobject[] = {
	V("od_dict", 0, 48), V("od_dict.ob_base", 0, 16), V("od_dict.ob_base.ob_refcnt", 0, 8),
	P("od_dict.ob_base.ob_type", 8), V("od_dict.ma_used", 16, 8), V("od_dict.ma_version_tag", 24, 8),
	P("od_dict.ma_keys", 32), P("od_dict.ma_values", 40), P("od_first", 48), P("od_last", 56),
	P("od_fast_nodes", 64), V("od_fast_nodes_size", 72, 8), P("od_resize_sentinel", 80), V("od_state", 88, 8),
	P("od_inst_dict", 96), P("od_weakreflist", 104),
};
static const struct kg_cmember m__posixstate[] = {
	P("billion", 0), P("DirEntryType", 8), P("ScandirIteratorType", 16), P("SchedParamType", 24),
	P("StatResultType", 32), P("StatVFSResultType", 40), P("TerminalSizeType", 48), P("TimesResultType", 56),
	P("UnameResultType", 64), P("WaitidResultType", 72), P("struct_rusage", 80), P("st_mode", 88),
};
static const struct kg_cmember m__posixsubprocessstate[] = {
	P("disable", 0), P("enable", 8), P("isenabled", 16),
};
static const struct kg_cmember m__pycontextobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ctx_prev", 16),
	P("ctx_vars", 24), P("ctx_weakreflist", 32), V("ctx_entered", 40, 4),
};
static const struct kg_cmember m__pycontexttokenobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("tok_ctx", 16), P("tok_var", 24),
	P("tok_oldval", 32), V("tok_used", 40, 4),
};
static const struct kg_cmember m__pycontextvarobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("var_name", 16),
	P("var_default", 24), P("var_cached", 32), V("var_cached_tsid", 40, 8), V("var_cached_tsver", 48, 8),
	V("var_hash", 56, 8),
};
static const struct kg_cmember m__pysqlite_Node[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("key", 16), P("data", 24),
	V("count", 32, 8), P("prev", 40), P("next", 48),
};
static const struct kg_cmember m__randomstate[] = {
	P("Random_Type", 0), P("Long___abs__", 8),
};
static const struct kg_cmember m__selectstate[] = {
	P("close", 0), P("poll_Type", 8), P("devpoll_Type", 16), P("pyEpoll_Type", 24), P("kqueue_event_Type", 32),
	P("kqueue_queue_Type", 40),
};
static const struct kg_cmember m__structmodulestate[] = {
	P("PyStructType", 0), P("unpackiter_type", 8), P("StructError", 16),
};
static const struct kg_cmember m__symtable_entry[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("ste_id", 16),
	P("ste_symbols", 24), P("ste_name", 32), P("ste_varnames", 40), P("ste_children", 48), P("ste_directives", 56),
	V("ste_type", 64, 4), V("ste_nested", 68, 4), {"ste_free", 72, 4, 0, 0, 1, 0},
	{"ste_child_free", 72, 4, 0, 1, 1, 0}, {"ste_generator", 72, 4, 0, 2, 1, 0},
	{"ste_coroutine", 72, 4, 0, 3, 1, 0}, {"ste_comprehension", 72, 4, 0, 4, 1, 0},
	{"ste_varargs", 72, 4, 0, 5, 1, 0}, {"ste_varkeywords", 72, 4, 0, 6, 1, 0},
	{"ste_returns_value", 72, 4, 0, 7, 1, 0}, {"ste_needs_class_closure", 72, 4, 0, 8, 1, 0},
	{"ste_comp_iter_target", 72, 4, 0, 9, 1, 0}, V("ste_comp_iter_expr", 76, 4), V("ste_lineno", 80, 4),
	V("ste_col_offset", 84, 4), V("ste_opt_lineno", 88, 4), V("ste_opt_col_offset", 92, 4), P("ste_table", 96),
};
static const struct kg_cmember m__ttinfo[] = {
	P("utcoff", 0), P("dstoff", 8), P("tzname", 16), V("utcoff_seconds", 24, 8),
};
static const struct kg_cmember m__tuplegetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("index", 16, 8), P("doc", 24),
};
static const struct kg_cmember m__tzrule[] = {
	V("std", 0, 32), P("std.utcoff", 0), P("std.dstoff", 8), P("std.tzname", 16), V("std.utcoff_seconds", 24, 8),
	V("dst", 32, 32), P("dst.utcoff", 32), P("dst.dstoff", 40), P("dst.tzname", 48), V("dst.utcoff_seconds", 56, 8),
	V("dst_diff", 64, 4), P("start", 72), P("end", 80), V("std_only", 88, 1),
};
static const struct kg_cmember m__warnings_runtime_state[] = {
	P("filters", 0), P("once_registry", 8), P("default_action", 16), V("filters_version", 24, 8),
};
static const struct kg_cmember m__zlibstate[] = {
	P("Comptype", 0), P("Decomptype", 8), P("ZlibError", 16),
};
static const struct kg_cmember m_accumulateobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("total", 16), P("it", 24),
	P("binop", 32), P("initial", 40),
};
static const struct kg_cmember m_arena_object[] = {
	V("address", 0, 8), P("pool_address", 8), V("nfreepools", 16, 4), V("ntotalpools", 20, 4), P("freepools", 24),
	P("nextarena", 32), P("prevarena", 40),
};
static const struct kg_cmember m_arraydescr[] = {
	V("typecode", 0, 1), V("itemsize", 4, 4), P("getitem", 8), P("setitem", 16), P("compareitems", 24),
	P("formats", 32), V("is_integer_type", 40, 4), V("is_signed", 44, 4),
};
static const struct kg_cmember m_arrayiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("index", 16, 8), P("ao", 24),
	P("getitem", 32),
};
static const struct kg_cmember m_arrayobject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("ob_item", 24), V("allocated", 32, 8),
	P("ob_descr", 40), P("weakreflist", 48), V("ob_exports", 56, 8),
};
static const struct kg_cmember m_atexit_callback[] = {
	P("func", 0), P("args", 8), P("kwargs", 16),
};
static const struct kg_cmember m_atexitmodule_state[] = {
	P("atexit_callbacks", 0), V("ncallbacks", 8, 4), V("callback_len", 12, 4),
};
static const struct kg_cmember m_attrgetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("nattrs", 16, 8), P("attr", 24),
};
static const struct kg_cmember m_audioop_state[] = {
	P("AudioopError", 0),
};
static const struct kg_cmember m_binascii_state[] = {
	P("Error", 0), P("Incomplete", 8),
};
static const struct kg_cmember m_buffered[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("raw", 16), V("ok", 24, 4),
	V("detached", 28, 4), V("readable", 32, 4), V("writable", 36, 4), V("finalizing", 40, 1),
	V("fast_closed_checks", 44, 4), V("abs_pos", 48, 8), P("buffer", 56), V("pos", 64, 8), V("raw_pos", 72, 8),
	V("read_end", 80, 8), V("write_pos", 88, 8), V("write_end", 96, 8), P("lock", 104), V("owner", 112, 8),
	V("buffer_size", 120, 8), V("buffer_mask", 128, 8), P("dict", 136), P("weakreflist", 144),
};
static const struct kg_cmember m_bytesio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("buf", 16), V("pos", 24, 8),
	V("string_size", 32, 8), P("dict", 40), P("weakreflist", 48), V("exports", 56, 8),
};
static const struct kg_cmember m_bytesiobuf[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("source", 16),
};
static const struct kg_cmember m_bytesiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("it_index", 16, 8),
	P("it_seq", 24),
};
static const struct kg_cmember m_calliterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("it_callable", 16),
	P("it_sentinel", 24),
};
static const struct kg_cmember m_chainobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("source", 16), P("active", 24),
};
static const struct kg_cmember m_classmethod[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("cm_callable", 16),
	P("cm_dict", 24),
};
static const struct kg_cmember m_combinationsobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24),
	P("result", 32), V("r", 40, 8), V("stopped", 48, 4),
};
static const struct kg_cmember m_compobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("zst", 16, 112),
	P("zst.next_in", 16), V("zst.avail_in", 24, 4), V("zst.total_in", 32, 8), P("zst.next_out", 40),
	V("zst.avail_out", 48, 4), V("zst.total_out", 56, 8), P("zst.msg", 64), P("zst.state", 72), P("zst.zalloc", 80),
	P("zst.zfree", 88), P("zst.opaque", 96), V("zst.data_type", 104, 4), V("zst.adler", 112, 8),
	V("zst.reserved", 120, 8), P("unused_data", 128), P("unconsumed_tail", 136), V("eof", 144, 1),
	V("is_initialised", 148, 4), P("zdict", 152), P("lock", 160),
};
static const struct kg_cmember m_compressobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("data", 16), P("selectors", 24),
};
static const struct kg_cmember m_countobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("cnt", 16, 8), P("long_cnt", 24),
	P("long_step", 32),
};
static const struct kg_cmember m_cwrobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24),
	P("result", 32), V("r", 40, 8), V("stopped", 48, 4),
};
static const struct kg_cmember m_cycleobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("it", 16), P("saved", 24),
	V("index", 32, 8), V("firstpass", 40, 4),
};
static const struct kg_cmember m_dbmobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("flags", 16, 4),
	V("di_size", 20, 4), P("di_dbm", 24),
};
static const struct kg_cmember m_defdictobject[] = {
	V("dict", 0, 48), V("dict.ob_base", 0, 16), V("dict.ob_base.ob_refcnt", 0, 8), P("dict.ob_base.ob_type", 8),
	V("dict.ma_used", 16, 8), V("dict.ma_version_tag", 24, 8), P("dict.ma_keys", 32), P("dict.ma_values", 40),
	P("default_factory", 48),
};
static const struct kg_cmember m_dequeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("b", 16), V("index", 24, 8),
	P("deque", 32), V("state", 40, 8), V("counter", 48, 8),
};
static const struct kg_cmember m_dequeobject[] = {
	V("ob_base", 0, 24), V("ob_base.ob_base", 0, 16), V("ob_base.ob_base.ob_refcnt", 0, 8),
	P("ob_base.ob_base.ob_type", 8), V("ob_base.ob_size", 16, 8), P("leftblock", 24), P("rightblock", 32),
	V("leftindex", 40, 8), V("rightindex", 48, 8), V("state", 56, 8), V("maxlen", 64, 8), P("weakreflist", 72),
};
static const struct kg_cmember m_dictiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("di_dict", 16),
	V("di_used", 24, 8), V("di_pos", 32, 8), P("di_result", 40), V("len", 48, 8),
};
static const struct kg_cmember m_dropwhileobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
	V("start", 32, 8),
};
static const struct kg_cmember m_elementtreestate[] = {
	P("parseerror_obj", 0), P("deepcopy_obj", 8), P("elementpath_obj", 16), P("comment_factory", 24),
	P("pi_factory", 32),
};
static const struct kg_cmember m_encoding_map[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), A("level1", 16, 32, 1, 0),
	V("count2", 48, 4), V("count3", 52, 4), A("level23", 56, 1, 1, 0),
};
static const struct kg_cmember m_enumobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("en_index", 16, 8),
	P("en_sit", 24), P("en_result", 32), P("en_longindex", 40),
};
static const struct kg_cmember m_ffi_type[] = {
	V("size", 0, 8), V("alignment", 8, 2), V("type", 10, 2), P("elements", 16),
};
static const struct kg_cmember m_fileio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("fd", 16, 4),
	{"created", 20, 4, 0, 0, 1, 0}, {"readable", 20, 4, 0, 1, 1, 0}, {"writable", 20, 4, 0, 2, 1, 0},
	{"appending", 20, 4, 0, 3, 1, 0}, {"seekable", 20, 4, 0, 4, 2, 0}, {"closefd", 20, 4, 0, 6, 1, 0},
	V("finalizing", 21, 1), V("blksize", 24, 4), P("weakreflist", 32), P("dict", 40),
};
static const struct kg_cmember m_filterfalseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
};
static const struct kg_cmember m_filterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("future", 16),
};
static const struct kg_cmember m_gaobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("origin", 16), P("args", 24),
	P("parameters", 32), P("weakreflist", 40),
};
static const struct kg_cmember m_gc_generation[] = {
	V("head", 0, 16), V("head._gc_next", 0, 8), V("head._gc_prev", 8, 8), V("threshold", 16, 4), V("count", 20, 4),
};
static const struct kg_cmember m_gc_generation_stats[] = {
	V("collections", 0, 8), V("collected", 8, 8), V("uncollectable", 16, 8),
};
static const struct kg_cmember m_groupbyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("it", 16), P("keyfunc", 24),
	P("tgtkey", 32), P("currkey", 40), P("currvalue", 48), P("currgrouper", 56),
};
static const struct kg_cmember m_grpmodulestate[] = {
	P("StructGrpType", 0),
};
static const struct kg_cmember m_interpid[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("id", 16, 8),
};
static const struct kg_cmember m_iobase[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16), P("weakreflist", 24),
};
static const struct kg_cmember m_isliceobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("it", 16), V("next", 24, 8),
	V("stop", 32, 8), V("step", 40, 8), V("cnt", 48, 8),
};
static const struct kg_cmember m_itemgetterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("nitems", 16, 8), P("item", 24),
	V("index", 32, 8),
};
static const struct kg_cmember m_keyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("cmp", 16), P("object", 24),
};
static const struct kg_cmember m_list_of_panels[] = {
	P("po", 0), P("next", 8),
};
static const struct kg_cmember m_listiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("it_index", 16, 8),
	P("it_seq", 24),
};
static const struct kg_cmember m_listreviterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("it_index", 16, 8),
	P("it_seq", 24),
};
static const struct kg_cmember m_localdummyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("localdict", 16),
	P("weakreflist", 24),
};
static const struct kg_cmember m_localobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("key", 16), P("args", 24),
	P("kw", 32), P("weakreflist", 40), P("dummies", 48), P("wr_callback", 56),
};
static const struct kg_cmember m_lockobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("lock_lock", 16),
	P("in_weakreflist", 24), V("locked", 32, 1),
};
static const struct kg_cmember m_longrangeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("index", 16), P("start", 24),
	P("step", 32), P("len", 40),
};
static const struct kg_cmember m_lru_cache_object[] = {
	V("root", 0, 56), V("root.ob_base", 0, 16), V("root.ob_base.ob_refcnt", 0, 8), P("root.ob_base.ob_type", 8),
	P("root.prev", 16), P("root.next", 24), V("root.hash", 32, 8), P("root.key", 40), P("root.result", 48),
	P("wrapper", 56), V("typed", 64, 4), P("cache", 72), V("hits", 80, 8), P("func", 88), V("maxsize", 96, 8),
	V("misses", 104, 8), P("cache_info_type", 112), P("dict", 120), P("weakreflist", 128),
};
static const struct kg_cmember m_lru_list_elem[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("prev", 16), P("next", 24),
	V("hash", 32, 8), P("key", 40), P("result", 48),
};
static const struct kg_cmember m_mapobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("iters", 16), P("func", 24),
};
static const struct kg_cmember m_mappingproxyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("mapping", 16),
};
static const struct kg_cmember m_md5_state[] = {
	V("length", 0, 8), A("state", 8, 16, 4, 0), V("curlen", 24, 4), A("buf", 28, 64, 1, 0),
};
static const struct kg_cmember m_methodcallerobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("name", 16), P("args", 24),
	P("kwds", 32),
};
static const struct kg_cmember m_mmap_object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("data", 16), V("size", 24, 8),
	V("pos", 32, 8), V("offset", 40, 8), V("exports", 48, 8), V("fd", 56, 4), P("weakreflist", 64),
	V("access", 72, 4),
};
static const struct kg_cmember m_nldecoder_object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("decoder", 16), P("errors", 24),
	{"pendingcr", 32, 4, 0, 0, 1, 0}, {"translate", 32, 4, 0, 1, 1, 0}, {"seennl", 32, 4, 0, 2, 3, 0},
};
static const struct kg_cmember m_odictiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("kind", 16, 4), P("di_odict", 24),
	V("di_size", 32, 8), V("di_state", 40, 8), P("di_current", 48), P("di_result", 56),
};
static const struct kg_cmember m_partialobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("fn", 16), P("args", 24),
	P("kw", 32), P("dict", 40), P("weakreflist", 48), P("vectorcall", 56),
};
static const struct kg_cmember m_permutationsobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pool", 16), P("indices", 24),
	P("cycles", 32), P("result", 40), V("r", 48, 8), V("stopped", 56, 4),
};
static const struct kg_cmember m_pollObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dict", 16),
	V("ufd_uptodate", 24, 4), V("ufd_len", 28, 4), P("ufds", 32), V("poll_running", 40, 4),
};
static const struct kg_cmember m_pool_header[] = {
	V("ref", 0, 8), P("ref._padding", 0), V("ref.count", 0, 4), P("freeblock", 8), P("nextpool", 16),
	P("prevpool", 24), V("arenaindex", 32, 4), V("szidx", 36, 4), V("nextoffset", 40, 4), V("maxnextoffset", 44, 4),
};
static const struct kg_cmember m_productobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pools", 16), P("indices", 24),
	P("result", 32), V("stopped", 40, 4),
};
static const struct kg_cmember m_propertyobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("prop_get", 16),
	P("prop_set", 24), P("prop_del", 32), P("prop_doc", 40), V("getter_doc", 48, 4),
};
static const struct kg_cmember m_pwdmodulestate[] = {
	P("StructPwdType", 0),
};
static const struct kg_cmember m_pyEpoll_Object[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("epfd", 16, 4),
};
static const struct kg_cmember m_pylist[] = {
	P("obj", 0), V("fd", 8, 4), V("sentinel", 12, 4),
};
static const struct kg_cmember m_pysqlite_Cache[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("size", 16, 4), P("mapping", 24),
	P("factory", 32), P("first", 40), P("last", 48), V("decref_factory", 56, 4),
};
static const struct kg_cmember m_pysqlite_Connection[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("db", 16),
	V("detect_types", 24, 4), V("timeout", 32, 8), V("timeout_started", 40, 8), P("isolation_level", 48),
	P("begin_statement", 56), V("check_same_thread", 64, 4), V("initialized", 68, 4), V("thread_ident", 72, 8),
	P("statement_cache", 80), P("statements", 88), P("cursors", 96), V("created_statements", 104, 4),
	V("created_cursors", 108, 4), P("row_factory", 112), P("text_factory", 120),
	P("function_pinboard_trace_callback", 128), P("function_pinboard_progress_handler", 136),
	P("function_pinboard_authorizer_cb", 144), P("collations", 152), P("Warning", 160), P("Error", 168),
	P("InterfaceError", 176), P("DatabaseError", 184), P("DataError", 192), P("OperationalError", 200),
	P("IntegrityError", 208), P("InternalError", 216), P("ProgrammingError", 224), P("NotSupportedError", 232),
};
static const struct kg_cmember m_pysqlite_Cursor[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("connection", 16),
	P("description", 24), P("row_cast_map", 32), V("arraysize", 40, 4), P("lastrowid", 48), V("rowcount", 56, 8),
	P("row_factory", 64), P("statement", 72), V("closed", 80, 4), V("reset", 84, 4), V("locked", 88, 4),
	V("initialized", 92, 4), P("next_row", 96), P("in_weakreflist", 104),
};
static const struct kg_cmember m_pysqlite_Node[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("key", 16), P("data", 24),
	V("count", 32, 8), P("prev", 40), P("next", 48),
};
static const struct kg_cmember m_pysqlite_PrepareProtocol[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8),
};
static const struct kg_cmember m_pysqlite_Row[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("data", 16), P("description", 24),
};
static const struct kg_cmember m_pysqlite_Statement[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("db", 16), P("st", 24),
	P("sql", 32), V("in_use", 40, 4), V("is_dml", 44, 4), P("in_weakreflist", 48),
};
static const struct kg_cmember m_rangeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("index", 16, 8),
	V("start", 24, 8), V("step", 32, 8), V("len", 40, 8),
};
static const struct kg_cmember m_rangeobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("start", 16), P("stop", 24),
	P("step", 32), P("length", 40),
};
static const struct kg_cmember m_readlinestate[] = {
	P("completion_display_matches_hook", 0), P("startup_hook", 8), P("pre_input_hook", 16), P("completer", 24),
	P("begidx", 32), P("endidx", 40),
};
static const struct kg_cmember m_repeatobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("element", 16), V("cnt", 24, 8),
};
static const struct kg_cmember m_reversedobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("index", 16, 8), P("seq", 24),
};
static const struct kg_cmember m_rlockobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("rlock_lock", 16),
	V("rlock_owner", 24, 8), V("rlock_count", 32, 8), P("in_weakreflist", 40),
};
static const struct kg_cmember m_rotating_node_s[] = {
	P("key", 0), P("left", 8), P("right", 16),
};
static const struct kg_cmember m_rwpair[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("reader", 16), P("writer", 24),
	P("dict", 32), P("weakreflist", 40),
};
static const struct kg_cmember m_seqiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("it_index", 16, 8),
	P("it_seq", 24),
};
static const struct kg_cmember m_setentry[] = {
	P("key", 0), V("hash", 8, 8),
};
static const struct kg_cmember m_setiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("si_set", 16),
	V("si_used", 24, 8), V("si_pos", 32, 8), V("len", 40, 8),
};
static const struct kg_cmember m_sha1_state[] = {
	V("length", 0, 8), A("state", 8, 20, 4, 0), V("curlen", 28, 4), A("buf", 32, 64, 1, 0),
};
static const struct kg_cmember m_simplequeueobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("lock", 16), V("locked", 24, 4),
	P("lst", 32), V("lst_pos", 40, 8), P("weakreflist", 48),
};
static const struct kg_cmember m_starmapobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
};
static const struct kg_cmember m_staticmethod[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("sm_callable", 16),
	P("sm_dict", 24),
};
static const struct kg_cmember m_stringio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("buf", 16), V("pos", 24, 8),
	V("string_size", 32, 8), V("buf_size", 40, 8), V("state", 48, 4), V("accu", 56, 16), P("accu.large", 56),
	P("accu.small", 64), V("ok", 72, 1), V("closed", 73, 1), V("readuniversal", 74, 1), V("readtranslate", 75, 1),
	P("decoder", 80), P("readnl", 88), P("writenl", 96), P("dict", 104), P("weakreflist", 112),
};
static const struct kg_cmember m_striterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("it_index", 16, 8),
	P("it_seq", 24),
};
static const struct kg_cmember m_superobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("type", 16), P("obj", 24),
	P("obj_type", 32),
};
static const struct kg_cmember m_tagCDataObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("b_ptr", 16),
	V("b_needsfree", 24, 4), P("b_base", 32), V("b_size", 40, 8), V("b_length", 48, 8), V("b_index", 56, 8),
	P("b_objects", 64), V("b_value", 80, 16), A("b_value.c", 80, 16, 1, 0), V("b_value.s", 80, 2),
	V("b_value.i", 80, 4), V("b_value.l", 80, 8), V("b_value.f", 80, 4), V("b_value.d", 80, 8),
	V("b_value.ll", 80, 8), V("b_value.D", 80, 16),
};
static const struct kg_cmember m_tagPyCArgObject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("pffi_type", 16), V("tag", 24, 1),
	V("value", 32, 16), V("value.c", 32, 1), V("value.b", 32, 1), V("value.h", 32, 2), V("value.i", 32, 4),
	V("value.l", 32, 8), V("value.q", 32, 8), V("value.D", 32, 16), V("value.d", 32, 8), V("value.f", 32, 4),
	P("value.p", 32), P("obj", 48), V("size", 56, 8),
};
static const struct kg_cmember m_takewhileobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("func", 16), P("it", 24),
	V("stop", 32, 8),
};
static const struct kg_cmember m_teedataobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("it", 16), V("numread", 24, 4),
	V("running", 28, 4), P("nextlink", 32), A("values", 40, 456, 8, 1),
};
static const struct kg_cmember m_teeobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("dataobj", 16), V("index", 24, 4),
	P("weakreflist", 32),
};
static const struct kg_cmember m_termiosmodulestate[] = {
	P("TermiosError", 0),
};
static const struct kg_cmember m_textio[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("ok", 16, 4),
	V("detached", 20, 4), V("chunk_size", 24, 8), P("buffer", 32), P("encoding", 40), P("encoder", 48),
	P("decoder", 56), P("readnl", 64), P("errors", 72), P("writenl", 80), V("line_buffering", 88, 1),
	V("write_through", 89, 1), V("readuniversal", 90, 1), V("readtranslate", 91, 1), V("writetranslate", 92, 1),
	V("seekable", 93, 1), V("has_read1", 94, 1), V("telling", 95, 1), V("finalizing", 96, 1), P("encodefunc", 104),
	V("encoding_start_of_stream", 112, 1), P("decoded_chars", 120), V("decoded_chars_used", 128, 8),
	P("pending_bytes", 136), V("pending_bytes_count", 144, 8), P("snapshot", 152), V("b2cratio", 160, 8),
	P("raw", 168), P("weakreflist", 176), P("dict", 184),
};
static const struct kg_cmember m_tok_state[] = {
	P("buf", 0), P("cur", 8), P("inp", 16), P("end", 24), P("start", 32), V("done", 40, 4), P("fp", 48),
	V("tabsize", 56, 4), V("indent", 60, 4), A("indstack", 64, 400, 4, 0), V("atbol", 464, 4), V("pendin", 468, 4),
	P("prompt", 472), P("nextprompt", 480), V("lineno", 488, 4), V("first_lineno", 492, 4), V("level", 496, 4),
	A("parenstack", 500, 200, 1, 0), A("parenlinenostack", 700, 800, 4, 0), P("filename", 1504),
	A("altindstack", 1512, 400, 4, 0), V("decoding_state", 1912, 4), V("decoding_erred", 1916, 4),
	V("read_coding_spec", 1920, 4), P("encoding", 1928), V("cont_line", 1936, 4), P("line_start", 1944),
	P("multi_line_start", 1952), P("decoding_readline", 1960), P("decoding_buffer", 1968), P("enc", 1976),
	P("str", 1984), P("input", 1992), V("type_comments", 2000, 4), V("async_hacks", 2004, 4),
	V("async_def", 2008, 4), V("async_def_indent", 2012, 4), V("async_def_nl", 2016, 4),
};
static const struct kg_cmember m_trace_t[] = {
	V("size", 0, 8), P("traceback", 8),
};
static const struct kg_cmember m_traceback_t[] = {
	V("hash", 0, 8), V("nframe", 8, 2), V("total_nframe", 10, 2), A("frames", 12, 12, 12, 0),
};
static const struct kg_cmember m_tupleiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("it_index", 16, 8),
	P("it_seq", 24),
};
static const struct kg_cmember m_unicodeiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("it_index", 16, 8),
	P("it_seq", 24),
};
static const struct kg_cmember m_unpackiterobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("so", 16), V("buf", 24, 80),
	P("buf.buf", 24), P("buf.obj", 32), V("buf.len", 40, 8), V("buf.itemsize", 48, 8), V("buf.readonly", 56, 4),
	V("buf.ndim", 60, 4), P("buf.format", 64), P("buf.shape", 72), P("buf.strides", 80), P("buf.suboffsets", 88),
	P("buf.internal", 96), V("index", 104, 8),
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
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("descr", 16), P("self", 24),
};
static const struct kg_cmember m_xmlparseobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), P("itself", 16),
	V("ordered_attributes", 24, 4), V("specified_attributes", 28, 4), V("in_callback", 32, 4),
	V("ns_prefixes", 36, 4), P("buffer", 40), V("buffer_size", 48, 4), V("buffer_used", 52, 4), P("intern", 56),
	P("handlers", 64),
};
static const struct kg_cmember m_ziplongestobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("tuplesize", 16, 8),
	V("numactive", 24, 8), P("ittuple", 32), P("result", 40), P("fillvalue", 48),
};
static const struct kg_cmember m_zipobject[] = {
	V("ob_base", 0, 16), V("ob_base.ob_refcnt", 0, 8), P("ob_base.ob_type", 8), V("tuplesize", 16, 8),
	P("ittuple", 24), P("result", 32),
};

static const struct kg_cstruct structs[] = {
	S("AST_object", AST_object, 24),
	S("BLAKE2bObject", BLAKE2bObject, 448),
	S("BLAKE2sObject", BLAKE2sObject, 240),
	S("BLOCK", BLOCK, 528),
	S("BZ2Compressor", BZ2Compressor, 112),
	S("BZ2Decompressor", BZ2Decompressor, 152),
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
	S("FutureObj", FutureObj, 144),
	S("HMACobject", HMACobject, 32),
	S("MD5object", MD5object, 112),
	S("MatchObject", MatchObject, 88),
	S("Memo", Memo, 32),
	S("MultibyteCodec", MultibyteCodec, 72),
	S("MultibyteCodecObject", MultibyteCodecObject, 24),
	S("MultibyteDecodeBuffer", MultibyteDecodeBuffer, 88),
	S("MultibyteEncodeBuffer", MultibyteEncodeBuffer, 56),
	S("MultibyteIncrementalDecoderObject", MultibyteIncrementalDecoderObject, 56),
	S("MultibyteIncrementalEncoderObject", MultibyteIncrementalEncoderObject, 48),
	S("MultibyteStatefulCodecContext", MultibyteStatefulCodecContext, 40),
	S("MultibyteStatefulDecoderContext", MultibyteStatefulDecoderContext, 56),
	S("MultibyteStatefulEncoderContext", MultibyteStatefulEncoderContext, 48),
	S("MultibyteStreamReaderObject", MultibyteStreamReaderObject, 64),
	S("MultibyteStreamWriterObject", MultibyteStreamWriterObject, 56),
	S("PANEL", PANEL, 32),
	S("ParentLocator", ParentLocator, 16),
	S("PatternObject", PatternObject, 96),
	S("Pdata", Pdata, 56),
	S("PickleState", PickleState, 112),
	S("PicklerMemoProxyObject", PicklerMemoProxyObject, 24),
	S("PicklerObject", PicklerObject, 152),
	S("ProfilerContext", ProfilerContext, 32),
	S("ProfilerEntry", ProfilerEntry, 80),
	S("ProfilerObject", ProfilerObject, 64),
	S("PyASCIIObject", PyASCIIObject, 48),
	S("PyAsyncGenASend", PyAsyncGenASend, 40),
	S("PyAsyncGenAThrow", PyAsyncGenAThrow, 40),
	S("PyAsyncGenObject", PyAsyncGenObject, 120),
	S("PyAsyncMethods", PyAsyncMethods, 24),
	S("PyBaseExceptionObject", PyBaseExceptionObject, 64),
	S("PyBufferProcs", PyBufferProcs, 16),
	S("PyByteArrayObject", PyByteArrayObject, 56),
	S("PyBytesObject", PyBytesObject, 40),
	S("PyCArgObject", PyCArgObject, 64),
	S("PyCFuncPtrObject", PyCFuncPtrObject, 160),
	S("PyCFunctionObject", PyCFunctionObject, 56),
	S("PyCMethodObject", PyCMethodObject, 64),
	S("PyCapsule", PyCapsule, 48),
	S("PyCellObject", PyCellObject, 24),
	S("PyCodeObject", PyCodeObject, 176),
	S("PyCompactUnicodeObject", PyCompactUnicodeObject, 72),
	S("PyComplexObject", PyComplexObject, 32),
	S("PyContext", PyContext, 48),
	S("PyContextToken", PyContextToken, 48),
	S("PyContextTokenMissing", PyContextTokenMissing, 16),
	S("PyContextVar", PyContextVar, 64),
	S("PyCoroObject", PyCoroObject, 104),
	S("PyCoroWrapper", PyCoroWrapper, 24),
	S("PyCursesPanelObject", PyCursesPanelObject, 32),
	S("PyCursesWindowObject", PyCursesWindowObject, 32),
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
	S("PyDictKeysObject", PyDictKeysObject, 40),
	S("PyDictObject", PyDictObject, 48),
	S("PyEncoderObject", PyEncoderObject, 80),
	S("PyFloatObject", PyFloatObject, 24),
	S("PyFrameObject", PyFrameObject, 368),
	S("PyFunctionObject", PyFunctionObject, 120),
	S("PyGC_Head", PyGC_Head, 16),
	S("PyGenObject", PyGenObject, 96),
	S("PyGetSetDef", PyGetSetDef, 40),
	S("PyHamtIterator", PyHamtIterator, 152),
	S("PyHamtIteratorState", PyHamtIteratorState, 120),
	S("PyHamtNode", PyHamtNode, 16),
	S("PyHamtNode_Array", PyHamtNode_Array, 280),
	S("PyHamtNode_Bitmap", PyHamtNode_Bitmap, 40),
	S("PyHamtNode_Collision", PyHamtNode_Collision, 40),
	S("PyHamtObject", PyHamtObject, 40),
	S("PyHeapTypeObject", PyHeapTypeObject, 880),
	S("PyImportErrorObject", PyImportErrorObject, 88),
	S("PyInstanceMethodObject", PyInstanceMethodObject, 24),
	S("PyInterpreterState", PyInterpreterState, 5648),
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
	S("PyNumberMethods", PyNumberMethods, 288),
	S("PyODictObject", PyODictObject, 112),
	S("PyOSErrorObject", PyOSErrorObject, 104),
	S("PyObject", PyObject, 16),
	S("PyPickleBufferObject", PyPickleBufferObject, 104),
	S("PyRunningLoopHolder", PyRunningLoopHolder, 32),
	S("PySSLContext", PySSLContext, 88),
	S("PySSLMemoryBIO", PySSLMemoryBIO, 32),
	S("PySSLSession", PySSLSession, 32),
	S("PySSLSocket", PySSLSocket, 96),
	S("PySTEntryObject", PySTEntryObject, 104),
	S("PyScannerObject", PyScannerObject, 72),
	S("PySequenceMethods", PySequenceMethods, 80),
	S("PySetObject", PySetObject, 200),
	S("PySliceObject", PySliceObject, 40),
	S("PySocketModule_APIObject", PySocketModule_APIObject, 24),
	S("PySocketSockObject", PySocketSockObject, 48),
	S("PyStdPrinter_Object", PyStdPrinter_Object, 24),
	S("PyStopIterationObject", PyStopIterationObject, 72),
	S("PyStructObject", PyStructObject, 56),
	S("PySyntaxErrorObject", PySyntaxErrorObject, 112),
	S("PySystemExitObject", PySystemExitObject, 72),
	S("PyThreadState", PyThreadState, 264),
	S("PyTracebackObject", PyTracebackObject, 40),
	S("PyTupleObject", PyTupleObject, 32),
	S("PyTypeObject", PyTypeObject, 408),
	S("PyUnicodeErrorObject", PyUnicodeErrorObject, 104),
	S("PyUnicodeObject", PyUnicodeObject, 80),
	S("PyVarObject", PyVarObject, 24),
	S("PyWeakReference", PyWeakReference, 56),
	S("PyWrapperDescrObject", PyWrapperDescrObject, 56),
	S("PyZoneInfo_ZoneInfo", PyZoneInfo_ZoneInfo, 208),
	S("Py_buffer", Py_buffer, 80),
	S("Py_complex", Py_complex, 16),
	S("RandomObject", RandomObject, 2520),
	S("ReaderObj", ReaderObj, 88),
	S("SHA1object", SHA1object, 112),
	S("SRE_REPEAT", SRE_REPEAT, 32),
	S("SRE_REPEAT_T", SRE_REPEAT_T, 32),
	S("ScandirIterator", ScandirIterator, 104),
	S("ScannerObject", ScannerObject, 232),
	S("SemLockObject", SemLockObject, 56),
	S("StgDictObject", StgDictObject, 192),
	S("StrongCacheNode", StrongCacheNode, 32),
	S("StructParamObject", StructParamObject, 24),
	S("TaskObj", TaskObj, 184),
	S("TaskStepMethWrapper", TaskStepMethWrapper, 32),
	S("TaskWakeupMethWrapper", TaskWakeupMethWrapper, 24),
	S("TreeBuilderObject", TreeBuilderObject, 160),
	S("UnpicklerMemoProxyObject", UnpicklerMemoProxyObject, 24),
	S("UnpicklerObject", UnpicklerObject, 272),
	S("WarningsState", WarningsState, 32),
	S("WriterObj", WriterObj, 64),
	S("XMLParserObject", XMLParserObject, 120),
	S("_InternalNameMapperState", _InternalNameMapperState, 16),
	S("_ODictNode", _ODictNode, 32),
	S("_PyAsyncGenWrappedValue", _PyAsyncGenWrappedValue, 24),
	S("_PyDateTime_BaseTZInfo", _PyDateTime_BaseTZInfo, 32),
	S("_PyDictViewObject", _PyDictViewObject, 24),
	S("_PyErr_StackItem", _PyErr_StackItem, 32),
	S("_PyIO_State", _PyIO_State, 24),
	S("_PyManagedBufferObject", _PyManagedBufferObject, 112),
	S("_PyNamespaceObject", _PyNamespaceObject, 24),
	S("_PyOpcache", _PyOpcache, 32),
	S("_PyRuntimeState", _PyRuntimeState, 656),
	S("_PySSLPasswordInfo", _PySSLPasswordInfo, 32),
	S("_PyTraceMalloc_Config", _PyTraceMalloc_Config, 12),
	S("_PyUnicodeWriter", _PyUnicodeWriter, 56),
	S("_Py_AuditHookEntry", _Py_AuditHookEntry, 24),
	S("_Py_hashtable_entry_t", _Py_hashtable_entry_t, 32),
	S("_Py_hashtable_t", _Py_hashtable_t, 80),
	S("_Py_unicode_fs_codec", _Py_unicode_fs_codec, 32),
	S("_Py_unicode_state", _Py_unicode_state, 32),
	S("_Row", _Row, 32),
	S("_abc_data", _abc_data, 48),
	S("_abcmodule_state", _abcmodule_state, 16),
	S("_csvstate", _csvstate, 24),
	S("_curses_panelstate", _curses_panelstate, 16),
	S("_dictkeysobject", _dictkeysobject, 40),
	S("_formatdef", _formatdef, 40),
	S("_gc_runtime_state", _gc_runtime_state, 240),
	S("_grouperobject", _grouperobject, 32),
	S("_hashlibstate", _hashlibstate, 24),
	S("_internal_name_mapper_state", _internal_name_mapper_state, 16),
	S("_jsonmodulestate", _jsonmodulestate, 16),
	S("_list_of_panels", _list_of_panels, 16),
	S("_locale_state", _locale_state, 8),
	S("_odictnode", _odictnode, 32),
	S("_odictobject", _odictobject, 112),
	S("_posixstate", _posixstate, 96),
	S("_posixsubprocessstate", _posixsubprocessstate, 24),
	S("_pycontextobject", _pycontextobject, 48),
	S("_pycontexttokenobject", _pycontexttokenobject, 48),
	S("_pycontextvarobject", _pycontextvarobject, 64),
	S("_pysqlite_Node", _pysqlite_Node, 56),
	S("_randomstate", _randomstate, 16),
	S("_selectstate", _selectstate, 48),
	S("_structmodulestate", _structmodulestate, 24),
	S("_symtable_entry", _symtable_entry, 104),
	S("_ttinfo", _ttinfo, 32),
	S("_tuplegetterobject", _tuplegetterobject, 32),
	S("_tzrule", _tzrule, 96),
	S("_warnings_runtime_state", _warnings_runtime_state, 32),
	S("_zlibstate", _zlibstate, 24),
	S("accumulateobject", accumulateobject, 48),
	S("arena_object", arena_object, 48),
	S("arraydescr", arraydescr, 48),
	S("arrayiterobject", arrayiterobject, 40),
	S("arrayobject", arrayobject, 64),
	S("atexit_callback", atexit_callback, 24),
	S("atexitmodule_state", atexitmodule_state, 16),
	S("attrgetterobject", attrgetterobject, 32),
	S("audioop_state", audioop_state, 8),
	S("binascii_state", binascii_state, 16),
	S("buffered", buffered, 152),
	S("bytesio", bytesio, 64),
	S("bytesiobuf", bytesiobuf, 24),
	S("bytesiterobject", bytesiterobject, 32),
	S("calliterobject", calliterobject, 32),
	S("chainobject", chainobject, 32),
	S("classmethod", classmethod, 32),
	S("combinationsobject", combinationsobject, 56),
	S("compobject", compobject, 168),
	S("compressobject", compressobject, 32),
	S("countobject", countobject, 40),
	S("cwrobject", cwrobject, 56),
	S("cycleobject", cycleobject, 48),
	S("dbmobject", dbmobject, 32),
	S("defdictobject", defdictobject, 56),
	S("dequeiterobject", dequeiterobject, 56),
	S("dequeobject", dequeobject, 80),
	S("dictiterobject", dictiterobject, 56),
	S("dropwhileobject", dropwhileobject, 40),
	S("elementtreestate", elementtreestate, 40),
	S("encoding_map", encoding_map, 64),
	S("enumobject", enumobject, 48),
	S("ffi_type", ffi_type, 24),
	S("fileio", fileio, 48),
	S("filterfalseobject", filterfalseobject, 32),
	S("filterobject", filterobject, 32),
	S("formatcode", formatcode, 32),
	S("formatdef", formatdef, 40),
	S("frame_t", frame_t, 12),
	S("futureiterobject", futureiterobject, 24),
	S("gaobject", gaobject, 48),
	S("gc_generation", gc_generation, 24),
	S("gc_generation_stats", gc_generation_stats, 24),
	S("groupbyobject", groupbyobject, 64),
	S("grpmodulestate", grpmodulestate, 8),
	S("interpid", interpid, 24),
	S("iobase", iobase, 32),
	S("isliceobject", isliceobject, 56),
	S("itemgetterobject", itemgetterobject, 40),
	S("keyobject", keyobject, 32),
	S("list_of_panels", list_of_panels, 16),
	S("listiterobject", listiterobject, 32),
	S("listreviterobject", listreviterobject, 32),
	S("localdummyobject", localdummyobject, 32),
	S("localobject", localobject, 64),
	S("lockobject", lockobject, 40),
	S("longrangeiterobject", longrangeiterobject, 48),
	S("lru_cache_object", lru_cache_object, 136),
	S("lru_list_elem", lru_list_elem, 56),
	S("mapobject", mapobject, 32),
	S("mappingproxyobject", mappingproxyobject, 24),
	S("md5_state", md5_state, 96),
	S("methodcallerobject", methodcallerobject, 40),
	S("mmap_object", mmap_object, 80),
	S("nldecoder_object", nldecoder_object, 40),
	S("odictiterobject", odictiterobject, 64),
	S("partialobject", partialobject, 64),
	S("permutationsobject", permutationsobject, 64),
	S("pollObject", pollObject, 48),
	S("pool_header", pool_header, 48),
	S("productobject", productobject, 48),
	S("propertyobject", propertyobject, 56),
	S("pwdmodulestate", pwdmodulestate, 8),
	S("pyEpoll_Object", pyEpoll_Object, 24),
	S("pylist", pylist, 16),
	S("pysqlite_Cache", pysqlite_Cache, 64),
	S("pysqlite_Connection", pysqlite_Connection, 240),
	S("pysqlite_Cursor", pysqlite_Cursor, 112),
	S("pysqlite_Node", pysqlite_Node, 56),
	S("pysqlite_PrepareProtocol", pysqlite_PrepareProtocol, 16),
	S("pysqlite_Row", pysqlite_Row, 32),
	S("pysqlite_Statement", pysqlite_Statement, 56),
	S("rangeiterobject", rangeiterobject, 48),
	S("rangeobject", rangeobject, 48),
	S("readlinestate", readlinestate, 48),
	S("repeatobject", repeatobject, 32),
	S("reversedobject", reversedobject, 32),
	S("rlockobject", rlockobject, 48),
	S("rotating_node_s", rotating_node_s, 24),
	S("rwpair", rwpair, 48),
	S("seqiterobject", seqiterobject, 32),
	S("setentry", setentry, 16),
	S("setiterobject", setiterobject, 48),
	S("sha1_state", sha1_state, 96),
	S("simplequeueobject", simplequeueobject, 56),
	S("starmapobject", starmapobject, 32),
	S("staticmethod", staticmethod, 32),
	S("stringio", stringio, 120),
	S("striterobject", striterobject, 32),
	S("superobject", superobject, 40),
	S("tagCDataObject", tagCDataObject, 96),
	S("tagPyCArgObject", tagPyCArgObject, 64),
	S("takewhileobject", takewhileobject, 40),
	S("teedataobject", teedataobject, 496),
	S("teeobject", teeobject, 40),
	S("termiosmodulestate", termiosmodulestate, 8),
	S("textio", textio, 192),
	S("tok_state", tok_state, 2024),
	S("trace_t", trace_t, 16),
	S("traceback_t", traceback_t, 24),
	S("tupleiterobject", tupleiterobject, 32),
	S("unicodeiterobject", unicodeiterobject, 32),
	S("unpackiterobject", unpackiterobject, 112),
	S("user_signal_t", user_signal_t, 192),
	S("wrapperbase", wrapperbase, 56),
	S("wrapperobject", wrapperobject, 32),
	S("xmlparseobject", xmlparseobject, 72),
	S("ziplongestobject", ziplongestobject, 56),
	S("zipobject", zipobject, 40),
};

const struct kg_layout_table kg_layout_cpython_3_9_2_x86_64 = {
	.name = "cpython-3.9.2 x86_64",
	.major = 3,
	.minor = 9,
	.micro_min = 0,
	.micro_max = 13,
	.micro = 2,
	.builds = KG_BUILD_RELEASE | KG_BUILD_DEBUG,
	.machine = KG_MACHINE_X86_64,
	.free_threaded = false,
	.structs = structs,
	.nstructs = KG_ARRAY_SIZE(structs),
};
