/*
 * State of the standard library's C modules that had none of their own in 3.11: what each m_traverse shows, and what
 * its m_clear releases beside that. Versions differ in which of the members there are.
 * Source: CPython 3.12 to 3.15 Modules/, functions named *_traverse and *_clear.
 */
#include "heap/types/tables.h"

static const struct kg_member asyncio_state[] = {
	KG_V_OPT(FutureIterType), KG_V_OPT(TaskStepMethWrapper_Type), KG_V_OPT(FutureType), KG_V_OPT(TaskType),
	KG_V_OPT(asyncio_mod), KG_V_OPT(context_kwname), KG_V_OPT(current_tasks), KG_V_OPT(scheduled_tasks),
	KG_V_OPT(non_asyncio_tasks), KG_V_OPT(non_asyncio_eager_tasks), KG_V_OPT(eager_tasks),
	KG_V_OPT(iscoroutine_typecache), KG_V_OPT(asyncio_get_event_loop_policy), KG_V_OPT(asyncio_future_repr_func),
	KG_V_OPT(asyncio_CancelledError), KG_V_OPT(asyncio_InvalidStateError), KG_V_OPT(asyncio_task_get_stack_func),
	KG_V_OPT(asyncio_task_print_stack_func), KG_V_OPT(asyncio_task_repr_func), KG_V_OPT(asyncio_iscoroutine_func),
	KG_V_OPT(traceback_extract_stack),
	KG_END,
};
static const struct kg_member collections_state[] = {
	KG_V_OPT(deque_type), KG_V_OPT(defdict_type), KG_V_OPT(dequeiter_type), KG_V_OPT(dequereviter_type),
	KG_V_OPT(tuplegetter_type),
	KG_END,
};
static const struct kg_member ctypes_state[] = {
	KG_V_OPT(DictRemover_Type), KG_V_OPT(PyCArg_Type), KG_V_OPT(PyCField_Type), KG_V_OPT(PyCThunk_Type),
	KG_V_OPT(StructParam_Type), KG_V_OPT(PyCType_Type), KG_V_OPT(PyCStructType_Type), KG_V_OPT(UnionType_Type),
	KG_V_OPT(PyCPointerType_Type), KG_V_OPT(PyCArrayType_Type), KG_V_OPT(PyCSimpleType_Type),
	KG_V_OPT(PyCFuncPtrType_Type), KG_V_OPT(PyCData_Type), KG_V_OPT(Struct_Type), KG_V_OPT(Union_Type),
	KG_V_OPT(PyCArray_Type), KG_V_OPT(Simple_Type), KG_V_OPT(PyCPointer_Type), KG_V_OPT(PyCFuncPtr_Type),
	KG_V_OPT(_ctypes_ptrtype_cache), KG_V_OPT(_unpickle), KG_V_OPT(array_cache), KG_V_OPT(error_object_name),
	KG_V_OPT(PyExc_ArgError), KG_V_OPT(swapped_suffix),
	KG_END,
};
static const struct kg_member datetime_state[] = {
	KG_V(isocalendar_date_type), KG_O_OPT(us_per_ms), KG_O_OPT(us_per_second), KG_O_OPT(us_per_minute),
	KG_O_OPT(us_per_hour), KG_O_OPT(us_per_day), KG_O_OPT(us_per_week), KG_O_OPT(seconds_per_day), KG_O_OPT(epoch),
	KG_END,
};
static const struct kg_member channels_state[] = {
	KG_V_OPT(send_channel_type), KG_V_OPT(recv_channel_type), KG_V_OPT(ChannelInfoType), KG_V_OPT(ChannelIDType),
	KG_V_OPT(ChannelError), KG_V_OPT(ChannelNotFoundError), KG_V_OPT(ChannelClosedError),
	KG_V_OPT(ChannelEmptyError), KG_V_OPT(ChannelNotEmptyError),
	KG_END,
};
static const struct kg_member interpreters_state[] = {KG_V_OPT(XIBufferViewType), KG_END};
static const struct kg_member queues_state[] = {
	KG_V_OPT(queue_type), KG_V_OPT(QueueError), KG_V_OPT(QueueNotFoundError), KG_V_OPT(QueueEmpty),
	KG_V_OPT(QueueFull),
	KG_END,
};
static const struct kg_member itertools_state[] = {
	KG_V_OPT(accumulate_type), KG_V_OPT(batched_type), KG_V_OPT(chain_type), KG_V_OPT(combinations_type),
	KG_V_OPT(compress_type), KG_V_OPT(count_type), KG_V_OPT(cwr_type), KG_V_OPT(cycle_type),
	KG_V_OPT(dropwhile_type), KG_V_OPT(filterfalse_type), KG_V_OPT(groupby_type), KG_V_OPT(_grouper_type),
	KG_V_OPT(islice_type), KG_V_OPT(pairwise_type), KG_V_OPT(permutations_type), KG_V_OPT(product_type),
	KG_V_OPT(repeat_type), KG_V_OPT(starmap_type), KG_V_OPT(takewhile_type), KG_V_OPT(tee_type),
	KG_V_OPT(teedataobject_type), KG_V_OPT(ziplongest_type),
	KG_END,
};
static const struct kg_member sha2_state[] = {
	KG_V(sha224_type), KG_V(sha256_type), KG_V(sha384_type), KG_V(sha512_type), KG_END,
};
static const struct kg_member socket_state[] = {
	KG_V(sock_type), KG_V(socket_herror), KG_V(socket_gaierror), KG_END,
};
static const struct kg_member decimal_state[] = {
	KG_V_OPT(PyDecContextManager_Type), KG_V_OPT(PyDecContext_Type), KG_V_OPT(PyDecSignalDictMixin_Type),
	KG_V_OPT(PyDec_Type), KG_V_OPT(PyDecSignalDict_Type), KG_V_OPT(DecimalTuple), KG_V_OPT(DecimalException),
	KG_V_OPT(current_context_var), KG_V_OPT(default_context_template), KG_V_OPT(basic_context_template),
	KG_V_OPT(extended_context_template), KG_V_OPT(Rational), KG_O_OPT(PyDecimal), KG_V_OPT(SignalTuple),
	KG_OWN_ARRAY("round_map", ".round_map"), KG_END,
};
static const struct kg_member curses_state[] = {KG_V(error), KG_V(window_type), KG_END};
static const struct kg_member hmac_state[] = {
	KG_VISIT_TYPE, KG_V(unknown_hash_error), KG_V(hmac_type), KG_V(str_lower), KG_END,
};
static const struct kg_member unicodedata_state[] = {KG_V(SegmentType), KG_V(GraphemeBreakIteratorType), KG_END};
static const struct kg_member zstd_state[] = {
	KG_V(ZstdDict_type), KG_V(ZstdCompressor_type), KG_V(ZstdDecompressor_type), KG_V(ZstdError), KG_V(CParameter_type),
	KG_V(DParameter_type), KG_END,
};
static const struct kg_member zoneinfo_state[] = {
	KG_V_OPT(ZoneInfoType), KG_V_OPT(io_open), KG_V_OPT(_tzpath_find_tzfile), KG_V_OPT(_common_mod),
	KG_V_OPT(TIMEDELTA_CACHE), KG_V_OPT(ZONEINFO_WEAK_CACHE), KG_V_OPT(NO_TTINFO.utcoff),
	KG_V_OPT(NO_TTINFO.dstoff), KG_V_OPT(NO_TTINFO.tzname),
	KG_END,
};

#define MAPPED_MAX 64 /* far more conditions than the decimal specification has */

/*
 * The exceptions of signals and conditions: arrays of struct DecCondMap that an entry without a name ends. The first
 * condition's is a signal's and is not shown again (Modules/_decimal/_decimal.c, decimal_traverse).
 */
static struct kg_error *decimal_maps(const struct kg_heap *h, kg_addr state, const struct kg_cstruct *s,
				     const struct kg_cstruct *entry, struct kg_sink *sink)
{
	static const char *const maps[] = {"signal_map", "cond_map"};

	for (size_t i = 0; entry && i < KG_ARRAY_SIZE(maps); i++) {
		int32_t name = kg_cstruct_offset(entry, "name"), ex = kg_cstruct_offset(entry, "ex");
		int32_t at = kg_cstruct_offset(s, maps[i]);
		uint64_t map, word;
		struct kg_error *err;

		if (at == KG_ABSENT || name == KG_ABSENT || ex == KG_ABSENT)
			continue;
		err = kg_image_read_u64(kg_heap_image(h), state + (kg_addr)at, &map);
		map += map ? i * entry->size : 0;
		for (int n = 0; !err && map && n < MAPPED_MAX; n++, map += entry->size) {
			err = kg_image_read_u64(kg_heap_image(h), map + (kg_addr)name, &word);
			if (err || !word)
				break;
			err = kg_image_read_u64(kg_heap_image(h), map + (kg_addr)ex, &word);
			kg_sink_visit(sink, err ? 0 : word, maps[i]);
		}
		if (err)
			return err;
	}
	return NULL;
}

/* The zones in use, most recent first: a list of struct StrongCacheNode. */
static struct kg_error *zoneinfo_cache(const struct kg_heap *h, kg_addr state, const struct kg_cstruct *s,
				       const struct kg_cstruct *node, struct kg_sink *sink)
{
	int32_t at = kg_cstruct_offset(s, "ZONEINFO_STRONG_CACHE");
	struct kg_walk walk = KG_WALK_INIT;
	uint64_t addr;
	struct kg_error *err;

	if (at == KG_ABSENT || !node)
		return NULL;
	err = kg_image_read_u64(kg_heap_image(h), state + (kg_addr)at, &addr);
	while (!err && addr) {
		const void *p;

		err = kg_heap_array(h, addr, 1, node->size, &p);
		if (!err && !kg_walk_step(&walk, addr))
			err = kg_error_at(KG_ERR_CORRUPT, addr, "the zones in use form a ring");
		if (err)
			break;
		kg_sink_visit(sink, kg_word(p, kg_cstruct_offset(node, "key")), ".ZONEINFO_STRONG_CACHE.key");
		kg_sink_visit(sink, kg_word(p, kg_cstruct_offset(node, "zone")), ".ZONEINFO_STRONG_CACHE.zone");
		addr = kg_word(p, kg_cstruct_offset(node, "next"));
	}
	return err;
}

/*
 * 3.12 and 3.13 keep iterators of futures that have died: each has its reference to its class still. What m_traverse of 3.12
 * shows of them are no objects, unless their count says so.
 */
static struct kg_error *free_iterators(const struct kg_heap *h, kg_addr state, const struct kg_cstruct *s,
				       const struct kg_cstruct *iterator, bool shown, struct kg_sink *sink)
{
	const struct kg_layout *lay = kg_heap_layout(h);
	int32_t at = kg_cstruct_offset(s, "fi_freelist"), next = iterator ? kg_cstruct_offset(iterator, "future") : KG_ABSENT;
	struct kg_walk walk = KG_WALK_INIT;
	uint64_t addr;
	struct kg_error *err;

	if (at == KG_ABSENT || next == KG_ABSENT)
		return NULL;
	err = kg_image_read_u64(kg_heap_image(h), state + (kg_addr)at, &addr);
	while (!err && addr) {
		const void *p;

		err = kg_heap_array(h, addr, 1, iterator->size, &p);
		if (!err && !kg_walk_step(&walk, addr))
			err = kg_error_at(KG_ERR_CORRUPT, addr, "the free iterators of futures form a ring");
		if (err)
			break;
		if (kg_layout_count(lay, p) == 0)
			kg_sink_own(sink, kg_word(p, lay->off[F_OBJECT_TYPE]), ".fi_freelist.__class__");
		else if (shown)
			kg_sink_visit(sink, addr, ".fi_freelist");
		addr = kg_word(p, next);
	}
	return err;
}

static struct kg_error *asyncio_shown(const struct kg_heap *h, kg_addr state, const struct kg_cstruct *s,
				      const struct kg_cstruct *iterator, struct kg_sink *sink)
{
	return free_iterators(h, state, s, iterator, true, sink);
}

static struct kg_error *asyncio_kept(const struct kg_heap *h, kg_addr state, const struct kg_cstruct *s,
				     const struct kg_cstruct *iterator, struct kg_sink *sink)
{
	return free_iterators(h, state, s, iterator, false, sink);
}

const struct kg_type_ops kg_types_states[] = {{.name = NULL}};

const struct kg_module_ops kg_modules_states[] = {
	{.name = "_asyncio", .strct = "asyncio_state", .members = asyncio_state, .parts = "futureiterobject", .edges = asyncio_shown,
	 .until = KG_VERSION(3, 13, 0)},
	{.name = "_asyncio", .strct = "asyncio_state", .members = asyncio_state, .parts = "futureiterobject", .edges = asyncio_kept,
	 .since = KG_VERSION(3, 13, 0)},
	{.name = "_collections", .strct = "collections_state|_collections_state", .members = collections_state},
	{.name = "_ctypes", .strct = "ctypes_state", .members = ctypes_state},
	{.name = "_datetime", .strct = "datetime_state", .members = datetime_state},
	{.name = "decimal", .strct = "decimal_state", .members = decimal_state, .parts = "DecCondMap", .edges = decimal_maps},
	{.name = "_decimal", .strct = "decimal_state", .members = decimal_state, .parts = "DecCondMap", .edges = decimal_maps,
	 .since = KG_VERSION(3, 15, 0)},
	{.name = "_curses", .strct = "cursesmodule_state", .members = curses_state},
	{.name = "_hmac", .strct = "hmacmodule_state", .members = hmac_state},
	{.name = "unicodedata", .strct = "unicodedatastate", .members = unicodedata_state, .since = KG_VERSION(3, 15, 0)},
	/* Tables of characters and no objects: Modules/cjkcodecs/cjkcodecs.h, cjkcodecs_module_state */
	{.name = "_codecs_cn"},
	{.name = "_codecs_hk"},
	{.name = "_codecs_iso2022"},
	{.name = "_codecs_jp"},
	{.name = "_codecs_kr"},
	{.name = "_codecs_tw"},
	{.name = "_zstd", .strct = "_zstd_state", .members = zstd_state},
	/* Nothing but types: Modules/_remote_debugging_module.c */
	{.name = "_remote_debugging", .whole = true},
	/* One class, RunFailedError: Modules/_xxsubinterpretersmodule.c */
	{.name = "_xxsubinterpreters", .whole = true, .since = KG_VERSION(3, 12, 0)},
	/* Not of the standard library: six classes, pandas 2.2 pandas/_libs/src/vendored/ujson/python/ujson.c modulestate */
	{.name = "pandas._libs.json", .whole = true},
	{.name = "_interpchannels", .strct = "module_state@_interpchannels", .members = channels_state},
	{.name = "_interpqueues", .strct = "module_state@_interpqueues", .members = queues_state},
	{.name = "_interpreters", .strct = "module_state@_interpreters", .members = interpreters_state},
	{.name = "itertools", .strct = "itertools_state", .members = itertools_state},
	{.name = "_sha2", .strct = "sha2_state", .members = sha2_state},
	{.name = "_socket", .strct = "_socket_state|socket_state", .members = socket_state},
	{.name = "_zoneinfo", .strct = "zoneinfo_state", .members = zoneinfo_state, .parts = "StrongCacheNode",
	 .edges = zoneinfo_cache},
	{.name = NULL},
};
