/*
 * Compression, directories, profiling, terminals and other small modules.
 * Source: CPython 3.11.2 Modules/.
 */
#include <stdlib.h>

#include "heap/heap_priv.h"
#include "heap/types/tables.h"

/* zlibmodule.c: not known to the collector before 3.14. */
#define ZDICT KG_V_SINCE(KG_VERSION(3, 14, 0), "zdict", ".zdict")
static const struct kg_member zlib_members[] = {KG_O(unused_data), KG_O(unconsumed_tail), ZDICT, KG_END};

static const struct kg_member zlib_one_members[] = {KG_O(unused_data), ZDICT, KG_END};

/* _zstd/ */
static const struct kg_member zstd_compressor_members[] = {KG_V(dict), KG_END};
static const struct kg_member zstd_decompressor_members[] = {KG_V(dict), KG_O(unused_data), KG_END};

/* _bz2module.c, _lzmamodule.c: these have a tp_traverse but no Py_TPFLAGS_HAVE_GC, so nobody calls it. */
static const struct kg_member decompressor_members[] = {KG_O(unused_data), KG_END};

/* posixmodule.c. The path of a running scandir() is the argument it was given. */
static const struct kg_member direntry_members[] = {KG_O(name), KG_O(path), KG_O(stat), KG_O(lstat), KG_END};
static const struct kg_member scandir_members[] = {
	KG_OWN("path.object", ".path"), KG_OWN("path.cleanup", ".path.cleanup"), KG_END};

/* Since 3.14 both are shown; before, nothing of an object that the collector does not know is. */
static const struct kg_member panel_members[] = {KG_VISIT("wo", ".window"), KG_END};
enum { PANEL_AT, PANEL_USER };
static const struct kg_field_name panel_fields[] = {
	KG_FIELD("PyCursesPanelObject", "pan"), KG_FIELD_OPT("PANEL", "user"), KG_FIELDS_END};

/*
 * Where there is no debug information, and no struct panel in the table, which only those of 3.9 and 3.11 have as yet: after
 * its window and its two neighbors. It is no struct of CPython's: ncurses 6.4 panel.h, which programs are compiled with.
 */
#define PANEL_USER_STATED 24

/* A reference at a stated offset, which nothing has confirmed: where no object is it is a guess, and said to be one. */
static void push_stated(const struct kg_heap *h, kg_addr target, enum kg_edge_kind kind, const char *label, struct kg_sink *sink)
{
	const struct kg_segment *seg = target & 7 ? NULL : kg_image_segment(kg_heap_image(h), target);

	if (seg)
		kg_sink_edge(sink, target, kg_object_guess(h, seg, target) ? kind : KG_EDGE_GUESS, KG_TEXT(label));
}

/* What set_userptr() was given is kept by the C library's panel. */
static struct kg_error *panel_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	const int32_t *f = native->field;
	bool stated = f[PANEL_USER] == KG_ABSENT;
	kg_addr panel = kg_obj_addr(o, f[PANEL_AT]), at = stated ? PANEL_USER_STATED : (kg_addr)f[PANEL_USER];
	uint64_t user = 0;
	struct kg_error *err = panel ? kg_image_read_u64(kg_heap_image(h), panel + at, &user) : NULL;

	if (!err && stated)
		push_stated(h, user, KG_EDGE_TRAVERSE, ".userptr", sink);
	else if (!err)
		kg_sink_visit(sink, user, ".userptr");
	return err;
}
static const struct kg_member tcl_obj_members[] = {KG_O(string), KG_END};
static const struct kg_member tk_timer_members[] = {KG_O(func), KG_END};

/* _lsprof.c: the code objects of a profile are keys of a splay tree in plain memory. */
static const struct kg_member profiler_members[] = {
	KG_VISIT_TYPE, KG_V_SINCE(KG_VERSION(3, 13, 0), "externalTimer", ".externalTimer"),
	KG_OWN_WITHIN(KG_VERSION(3, 12, 0), KG_VERSION(3, 15, 0), "missing", ".missing"),
	KG_VISIT_WITHIN(KG_VERSION(3, 15, 0), 0, "missing", ".missing"), KG_END};

enum { PROF_ENTRIES, NODE_LEFT, NODE_RIGHT, ENTRY_USER, ENTRY_SIZE };
static const struct kg_field_name profiler_fields[] = {
	KG_FIELD("ProfilerObject", "profilerEntries"),
	KG_FIELD("rotating_node_s", "left"), KG_FIELD("rotating_node_s", "right"),
	KG_FIELD("ProfilerEntry", "userObj"), KG_FIELD("ProfilerEntry", ""), KG_FIELDS_END,
};

#define PROFILE_ENTRIES_MAX (1u << 20) /* more than any program has functions: the tree is broken */

/* Nodes still to be visited. */
struct todo {
	kg_addr *node;
	size_t n, cap;
};

static struct kg_error *todo_push(struct todo *t, kg_addr node)
{
	if (!node)
		return NULL;
	if (t->n == t->cap) {
		size_t cap = t->cap ? t->cap * 2 : 64;
		kg_addr *grown = realloc(t->node, cap * sizeof(*grown));

		if (!grown)
			return kg_error_nomem();
		t->node = grown;
		t->cap = cap;
	}
	t->node[t->n++] = node;
	return NULL;
}

static struct kg_error *profiler_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				       struct kg_sink *sink)
{
	const int32_t *f = native->field;
	struct todo todo = {0};
	size_t seen = 0;
	struct kg_error *err = todo_push(&todo, kg_obj_addr(o, f[PROF_ENTRIES]));

	while (!err && todo.n && !sink->full) {
		kg_addr node = todo.node[--todo.n];
		const void *p;

		err = kg_heap_array(h, node, 1, (uint64_t)f[ENTRY_SIZE], &p);
		if (!err && ++seen > PROFILE_ENTRIES_MAX)
			err = kg_error_at(KG_ERR_CORRUPT, node, "a profile whose entries form no tree");
		if (err)
			break;
		kg_sink_own(sink, kg_word(p, f[ENTRY_USER]), ".entry.code");
		err = todo_push(&todo, kg_word(p, f[NODE_LEFT]));
		if (!err)
			err = todo_push(&todo, kg_word(p, f[NODE_RIGHT]));
	}
	free(todo.node);
	return err;
}

enum { TKAPP_TRACE };
static const struct kg_field_name tkapp_fields[] = {KG_FIELD_OPT("TkappObject", "trace"), KG_FIELDS_END};

/*
 * Where there is no debug information: no table has the struct as yet, since the interpreters that these are made of mostly
 * come without _tkinter, which needs Tk. After the object's header a pointer, two int, a thread's number and one more int:
 * CPython 3.13.0 to 3.15.0rc1 Modules/_tkinter.c.
 */
#define TKAPP_TRACE_STATED 32

/* What settrace() was given, since 3.13. */
static struct kg_error *tkapp_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	int64_t stated = kg_heap_layout(h)->off[F_OBJECT_SIZE] + TKAPP_TRACE_STATED;

	if (native->field[TKAPP_TRACE] != KG_ABSENT)
		kg_sink_own(sink, kg_obj_addr(o, native->field[TKAPP_TRACE]), ".trace");
	else if (stated + 8 <= native->basicsize)
		push_stated(h, kg_obj_addr(o, stated), KG_EDGE_OWNED, ".trace", sink);
	return NULL;
}

/* The window that it is a part of: owned since 3.13.4, and shown since 3.14. */
static const struct kg_member window_members[] = {
	{KG_M_OWN, "orig", ".orig", NULL, true, 0, KG_VERSION(3, 14, 0), 0},
	{KG_M_VISIT, "orig", ".orig", NULL, true, KG_VERSION(3, 14, 0), 0, 0}, KG_END};

const struct kg_type_ops kg_types_system[] = {
	{.name = "zlib.Compress", .strct = "compobject", .members = zlib_members},
	{.name = "zlib.Decompress", .strct = "compobject", .members = zlib_members},
	{.name = "zlib._ZlibDecompressor", .strct = "ZlibDecompressor", .members = zlib_one_members},
	/* They forgot their class until 3.14.7 at least, and in 3.15.0's first release candidate; 3.14.10 and 3.15.2 show it. */
	{.name = "compression.zstd.ZstdCompressor", .strct = "ZstdCompressor", .members = zstd_compressor_members,
	 .until = KG_VERSION(3, 14, 8), .class_hidden = true},
	{.name = "compression.zstd.ZstdCompressor", .strct = "ZstdCompressor", .members = zstd_compressor_members,
	 .since = KG_VERSION(3, 15, 0), .until = KG_VERSION(3, 15, 1), .class_hidden = true},
	{.name = "compression.zstd.ZstdDecompressor", .strct = "ZstdDecompressor", .members = zstd_decompressor_members,
	 .until = KG_VERSION(3, 14, 8), .class_hidden = true},
	{.name = "compression.zstd.ZstdDecompressor", .strct = "ZstdDecompressor", .members = zstd_decompressor_members,
	 .since = KG_VERSION(3, 15, 0), .until = KG_VERSION(3, 15, 1), .class_hidden = true},
	{.name = "compression.zstd.ZstdCompressor", .strct = "ZstdCompressor", .members = zstd_compressor_members},
	{.name = "compression.zstd.ZstdDecompressor", .strct = "ZstdDecompressor", .members = zstd_decompressor_members},
	KG_LEAF("_bz2.BZ2Compressor"),
	{.name = "_bz2.BZ2Decompressor", .strct = "BZ2Decompressor", .members = decompressor_members},
	KG_LEAF("_lzma.LZMACompressor"),
	{.name = "_lzma.LZMADecompressor", .strct = "Decompressor", .members = decompressor_members},
	{.name = "posix.DirEntry", .strct = "DirEntry", .members = direntry_members},
	{.name = "posix.ScandirIterator", .strct = "ScandirIterator", .members = scandir_members},
	{.name = "_lsprof.Profiler", .strct = "ProfilerObject", .members = profiler_members, .fields = profiler_fields,
	 .edges = profiler_edges},
	KG_LEAF("_random.Random"),
	KG_LEAF("_multiprocessing.SemLock"),
	KG_LEAF("_xxsubinterpreters.ChannelID"),
	{.name = "_curses.window", .strct = "PyCursesWindowObject", .members = window_members},
	{.name = "_curses_panel.panel", .strct = "PyCursesPanelObject", .members = panel_members, .fields = panel_fields,
	 .edges = panel_edges},
	{.name = "_tkinter.tkapp", .strct = "TkappObject", .until = KG_VERSION(3, 13, 0)},
	{.name = "_tkinter.tkapp", .strct = "TkappObject", .fields = tkapp_fields, .edges = tkapp_edges},
	{.name = "_tkinter.Tcl_Obj", .strct = "PyTclObject", .members = tcl_obj_members},
	{.name = "_tkinter.tktimertoken", .strct = "TkttObject", .members = tk_timer_members},
	KG_LEAF("ossaudiodev.oss_audio_device"),
	KG_LEAF("ossaudiodev.oss_mixer_device"),
	{.name = NULL},
};

const struct kg_module_ops kg_modules_system[] = {{.name = NULL}};
