/* Tracebacks that keep frames, whose local variables stay alive: sys.last_traceback,
 * and exceptions that somebody stored. */
#include <string.h>

#include "analysis/finding.h"
#include "heap/core.h"
#include "heap/frames.h"

#define BASE_EXC_SUBCLASS (1u << 30) /* CPython Include/object.h, Py_TPFLAGS_BASE_EXC_SUBCLASS */
#define DEPTH_MAX 1000		     /* frames of one traceback that are looked at */

/* The local variable that holds most of what a traceback keeps. */
struct local {
	struct kg_frame frame;
	kg_node node;
	uint32_t slot;
	uint64_t bytes;
};

static void look_at_frame(struct kg_search *s, const struct kg_frame *f, struct local *best)
{
	for (uint32_t i = 0; i < f->nlocals && i < f->nslots; i++) {
		kg_addr value = 0;
		uint64_t bytes;
		bool counted;
		kg_node n;
		struct kg_error *err = kg_image_read_u64(s->heap->image, f->slots + 8 * (kg_addr)i, &value);

		if (err) {
			kg_error_destroy(err);
			return;
		}
		value = kg_frame_slot(s->heap->rt->layout, value, &counted);
		n = value ? kg_heap_node(s->heap, value) : KG_NODE_NONE;
		if (n == KG_NODE_NONE || kg_heap_type(s->heap, n)->is_module)
			continue;
		bytes = kg_search_held(s, n);
		if (bytes > best->bytes)
			*best = (struct local){*f, n, i, bytes};
	}
}

static int32_t member(const struct kg_search *s, struct kg_obj tb, const char *name)
{
	return kg_search_member(s, tb.type, "PyTracebackObject", name);
}

static bool is_traceback(const struct kg_search *s, kg_node n)
{
	return n != KG_NODE_NONE && strcmp(kg_heap_type(s->heap, n)->tp_name, "traceback") == 0;
}

/* Frames that still run hold their variables themselves: what is theirs alone is not the traceback's. */
static void largest_local(struct kg_search *s, kg_node tb, struct local *ret, uint64_t *ret_frames)
{
	*ret = (struct local){.node = KG_NODE_NONE};
	*ret_frames = 0;
	for (unsigned int i = 0; i < DEPTH_MAX && is_traceback(s, tb); i++) {
		struct kg_obj o = kg_heap_get(s->heap, tb);
		kg_node n = kg_search_to(s, o, member(s, o, "tb_frame"));
		struct kg_frame f;

		if (n != KG_NODE_NONE && kg_heap_frame_of(s->heap, kg_heap_get(s->heap, n), &f)) {
			++*ret_frames;
			if (f.owner != KG_FRAME_THREAD)
				look_at_frame(s, &f, ret);
		}
		tb = kg_search_to(s, o, member(s, o, "tb_next"));
	}
}

static void add_local(struct kg_search *s, struct kg_finding *f, const struct local *l)
{
	const struct kg_heap *h = s->heap;
	struct kg_strbuf sb = {0};
	struct kg_code code;
	struct kg_error *err;

	if (l->node == KG_NODE_NONE)
		return;
	err = kg_code_read(h->rt, l->frame.code, &code);
	kg_heap_name(h, err ? 0 : kg_code_slot_name(h->rt, &code, l->slot), &sb);
	kg_error_destroy(err);
	kg_finding_text(s, f, "local", &sb);
	f->also = l->node;
	kg_heap_frame_text(h, &l->frame, false, &sb);
	kg_finding_text(s, f, "frame", &sb);
	kg_finding_word(s, f, "local_type", kg_heap_type(h, l->node)->name);
	kg_finding_addr(f, "local_address", kg_heap_addr(h, l->node));
	kg_finding_bytes(f, "local_bytes", l->bytes);
}

static kg_node last_traceback(const struct kg_search *s)
{
	const struct kg_runtime *rt = s->heap->rt;
	kg_addr value = 0;

	for (size_t i = 0; i < rt->nrefs; i++) {
		if (strcmp(rt->refs[i].owner, "interpreter") == 0 && strcmp(rt->refs[i].member, "sysdict") == 0 &&
		    kg_dict_get_str(s->heap, rt->refs[i].target, "last_traceback", &value))
			return kg_heap_node(s->heap, value);
	}
	return KG_NODE_NONE;
}

static void tell_last(struct kg_search *s, const struct kg_finder *self, kg_node tb)
{
	struct kg_finding *f = is_traceback(s, tb) ? kg_search_add(s, self, tb, kg_search_held(s, tb)) : NULL;
	uint64_t frames = 0;
	struct local l;

	if (!f)
		return;
	largest_local(s, tb, &l, &frames);
	f->sentence =
	    l.node != KG_NODE_NONE
		? "sys.last_traceback keeps {frames:frame|frames} and {bytes}: most of it is {local} of {frame}, a "
		  "{local_type}"
		: "sys.last_traceback keeps {frames:frame|frames} and {bytes}";
	f->next = l.node != KG_NODE_NONE ? "why {target} {local_address}" : "referents {target} {traceback}";
	kg_finding_addr(f, "traceback", kg_heap_addr(s->heap, tb));
	kg_finding_count(f, "frames", frames);
	add_local(s, f, &l);
}

struct found {
	struct kg_groups tracebacks; /* one group */
	kg_node exception, traceback; /* of the largest */
	uint64_t largest;
};

static struct kg_error *look_at_exception(struct kg_search *s, kg_node n, kg_node last, struct found *found)
{
	struct kg_obj o = kg_heap_get(s->heap, n);
	kg_node tb = kg_search_to(s, o, kg_search_member(s, o.type, "PyBaseExceptionObject", "traceback"));
	struct kg_error *err;

	if (!is_traceback(s, tb) || tb == last)
		return NULL;
	err = kg_groups_add(&found->tracebacks, tb);
	if (!err && kg_search_held(s, tb) > found->largest) {
		found->largest = kg_search_held(s, tb);
		found->exception = n;
		found->traceback = tb;
	}
	return err;
}

static void tell_exceptions(struct kg_search *s, const struct kg_finder *self, const struct found *found)
{
	struct kg_finding *f = kg_search_add(s, self, found->exception, found->tracebacks.bytes[0]);
	uint64_t frames = 0;
	struct local l;

	if (!f)
		return;
	largest_local(s, found->traceback, &l, &frames);
	if (found->tracebacks.n == 1)
		f->sentence = l.node != KG_NODE_NONE
				  ? "the traceback of a {exception_type} keeps {frames:frame|frames} and {bytes}, most of "
				    "it {local} of {frame}, a {local_type}"
				  : "the traceback of a {exception_type} keeps {frames:frame|frames} and {bytes}";
	else
		f->sentence = l.node != KG_NODE_NONE
			  ? "the tracebacks of {exceptions:exception|exceptions} keep frames and {bytes}: the largest, of a "
			    "{exception_type}, keeps {largest_bytes}, most of it {local} of {frame}"
			  : "the tracebacks of {exceptions:exception|exceptions} keep frames and {bytes}, the largest, of a "
			    "{exception_type}, {largest_bytes}";
	f->next = "why {target} {exception}";
	kg_finding_parts(s, f, found->tracebacks.nodes, found->tracebacks.n);
	kg_finding_count(f, "exceptions", found->tracebacks.n);
	kg_finding_addr(f, "exception", kg_heap_addr(s->heap, found->exception));
	kg_finding_word(s, f, "exception_type", kg_heap_type(s->heap, found->exception)->name);
	kg_finding_bytes(f, "largest_bytes", found->largest);
	kg_finding_addr(f, "traceback", kg_heap_addr(s->heap, found->traceback));
	kg_finding_count(f, "frames", frames);
	add_local(s, f, &l);
}

static struct kg_error *run(struct kg_search *s, const struct kg_finder *self)
{
	const struct kg_heap *h = s->heap;
	kg_node last = last_traceback(s);
	struct found found = {.exception = KG_NODE_NONE};
	struct kg_error *err = NULL;

	tell_last(s, self, last);
	for (kg_node n = 0; n < h->nodes && !err; n++) {
		if (kg_heap_type(h, n)->flags & BASE_EXC_SUBCLASS && kg_search_alive(s, n))
			err = look_at_exception(s, n, last, &found);
	}
	if (!err && found.exception != KG_NODE_NONE) {
		err = kg_groups_end(&found.tracebacks);
		if (!err)
			err = kg_groups_weigh(s, &found.tracebacks);
		if (!err)
			tell_exceptions(s, self, &found);
	}
	kg_groups_deinit(&found.tracebacks);
	return err;
}

const struct kg_finder kg_finder_traceback = {
    .name = "traceback",
    .looks = "tracebacks that keep the variables of their frames",
    .run = run,
};
