/*
 * Greenlets. What they refer to by themselves their tp_traverse shows; the frames of one that is suspended are on a
 * piece of the interpreter's stack that it has put by, and the collector is shown nothing of them.
 *
 * Of greenlet's own words, or since 2.0 those of its C++ object, nothing is taken for granted but that the frame object of
 * the innermost frame is among them, the bounds and the copy of the C stack, and the chunk of the interpreter's stack: they
 * are looked for, and must fit together.
 * Sources: greenlet 2.0.2 greenlet.h (struct _greenlet), greenlet_greenlet.hpp (classes PythonState, UserGreenlet); CPython 3.11
 * Include/internal/pycore_frame.h (_PyInterpreterFrame), Include/cpython/pystate.h (_PyStackChunk).
 */
#include "kedge-plugin.h"

/* Since 2.0 all is in an object of C++; before, in the greenlet itself. As with a head of KG_HEAD bytes. */
enum { FIRST_WORD = KG_HEAD, PIMPL = 32, SPLIT_MOST = 64 };
enum { LOOK_WORDS = 64 };  /* of the C++ object: it has fewer */
enum { SELF_FIRST = 1, STATE_WORDS = 22 }; /* up to the end of what it knows of the stacks, in no version beyond its own */
enum { FRAMES_MAX = 100000, CHUNKS_MAX = 10000, INNER_MAX = 100 };
enum { CHUNK_HEAD = 24, CHUNK_READS_MAX = 1000000 }; /* of one greenlet: a hostile one must end too */
#define CHUNK_MOST (UINT64_C(1) << 32)
#define C_STACK_MOST (UINT64_C(1) << 32)

static const struct kg_host *host;

enum { FRAME_DATA, FRAME_BACK, FRAME_GEN };
static const struct kg_field_name fields[] = {
	{"PyFrameObject", "f_frame", true, 0}, /* since 3.11 */
	{"PyFrameObject", "f_back", true, 0},
	{"PyFrameObject", "f_gen", true, 0},
	{NULL, NULL, false, 0},
};

/* What is found of a suspended greenlet. */
struct stack {
	kg_addr frame_object; /* of the innermost frame, 0: it is not suspended */
	kg_addr frame;	      /* its data */
	kg_addr chunk;	      /* of the interpreter's stack; others below it */
	kg_addr from, copy;   /* bytes of the C stack that it has put by, where they belong and where they are */
	uint64_t saved;
};

struct chunk {
	kg_addr previous;
	uint64_t size, top;
};

static bool chunk_read(const struct kg_heap *h, kg_addr addr, struct chunk *ret)
{
	struct kg_error *err = host->read(h, addr, ret, sizeof(*ret));

	host->forget(err);
	return !err && ret->size > CHUNK_HEAD && ret->size < CHUNK_MOST && ret->size % 4096 == 0 &&
	       ret->top <= (ret->size - CHUNK_HEAD) / 8;
}

/* Where the last frame was found: those that called it are there, or in a chunk below. */
struct cursor {
	kg_addr chunk;
	unsigned int reads;
};

/* Is @frame in the chunk of @at or one below it? */
static bool in_chunks(const struct kg_heap *h, struct cursor *at, kg_addr frame)
{
	kg_addr addr = at->chunk;
	struct chunk c;

	for (unsigned int i = 0; i < CHUNKS_MAX && addr && at->reads++ < CHUNK_READS_MAX && chunk_read(h, addr, &c); i++) {
		if (frame >= addr + CHUNK_HEAD && frame < addr + c.size) {
			at->chunk = addr;
			return true;
		}
		addr = c.previous;
	}
	return false;
}

static bool frame_read(const struct kg_heap *h, kg_addr addr, struct kg_obj *ret)
{
	struct kg_type_facts type;
	struct kg_error *err = addr & 7 || addr < 4096 ? NULL : host->object(h, addr, ret);

	if (addr & 7 || addr < 4096 || err) {
		host->forget(err);
		return false;
	}
	host->type(h, ret->type, &type, sizeof(type));
	return strcmp(type.tp_name, "frame") == 0;
}

/* The data of the frame object at @addr, which is the object itself where @offset says that it has none; 0 when it is none. */
static kg_addr frame_data(const struct kg_heap *h, kg_addr addr, int32_t offset)
{
	struct kg_obj o;

	if (!frame_read(h, addr, &o))
		return 0;
	return offset == KG_ABSENT ? addr : kg_get_u64(&o, offset);
}

/* Where the frame is that is at @frame while the greenlet runs: each call from C has one of its own on the C stack, since 3.12. */
static kg_addr put_by(const struct stack *s, kg_addr frame)
{
	return frame - s->from < s->saved ? s->copy + (frame - s->from) : frame;
}

/* Does the chunk have one of the innermost frames? Generators' are not in it. */
static bool has_frames(const struct kg_heap *h, const struct stack *s, kg_addr chunk)
{
	struct cursor at = {.chunk = chunk};
	kg_addr frame = s->frame;

	for (unsigned int i = 0; i < INNER_MAX && frame; i++) {
		kg_addr previous = 0;

		if (in_chunks(h, &at, frame))
			return true;
		host->forget(host->frame(h, put_by(s, frame), NULL, &previous));
		frame = previous;
	}
	return false;
}

/* The part of the C stack that made room for another's: where it begins, where it ends, its copy, and how much that is. */
static bool saved_read(const struct kg_heap *h, const kg_addr words[4], struct stack *s)
{
	uint64_t size = words[1] - words[0];
	const void *copy;
	struct kg_error *err;

	if (words[0] < 4096 || words[1] <= words[0] || size > C_STACK_MOST || words[3] == 0 || words[3] > size || words[2] < 4096)
		return false;
	err = host->array(h, words[2], words[3], 1, &copy);
	host->forget(err);
	if (err)
		return false;
	s->from = words[0];
	s->copy = words[2];
	s->saved = words[3];
	return true;
}

/* Words of the greenlet, or of its C++ object up to the greenlet's own address. */
static unsigned int own_words(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, kg_addr ret[LOOK_WORDS])
{
	unsigned int most = LOOK_WORDS;
	struct kg_type_facts type;

	host->type(h, native, &type, sizeof(type));
	if (type.basicsize > kg_moved(host, h, SPLIT_MOST)) {
		unsigned int n = 0;

		for (int64_t at = kg_moved(host, h, FIRST_WORD); n < LOOK_WORDS && at < type.basicsize; n++, at += 8)
			ret[n] = kg_get_u64(&o, at);
		return n;
	}
	for (unsigned int i = 0; i < most; i++) {
		struct kg_error *err = host->read(h, kg_get_u64(&o, kg_moved(host, h, PIMPL)) + 8 * i, &ret[i], 8);

		host->forget(err);
		if (err || (ret[i] == o.addr && i > SELF_FIRST))
			return err ? 0 : i;
		/* Its own address comes last, or right behind the table of virtual functions. */
		if (i == SELF_FIRST && ret[i] == o.addr)
			most = STATE_WORDS;
	}
	return most == STATE_WORDS ? most : 0;
}

static bool stack_read(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct stack *ret)
{
	int32_t offset = host->offset(native, FRAME_DATA);
	kg_addr words[LOOK_WORDS];
	unsigned int n = own_words(h, o, native, words);
	struct chunk c;

	*ret = (struct stack){0};
	for (unsigned int i = 0; i < n && !ret->frame; i++) {
		ret->frame = frame_data(h, words[i], offset);
		ret->frame_object = ret->frame ? words[i] : 0;
	}
	if (offset == KG_ABSENT)
		return ret->frame != 0;
	for (unsigned int i = 0; ret->frame && i + 4 <= n && !ret->saved; i++)
		saved_read(h, &words[i], ret);
	for (unsigned int i = 0; ret->frame && i < n && !ret->chunk; i++) {
		if (words[i] >= 4096 && words[i] % 4096 == 0 && chunk_read(h, words[i], &c) && has_frames(h, ret, words[i]))
			ret->chunk = words[i];
	}
	return ret->chunk != 0;
}

/*
 * Up to 3.10 each call has a frame object, of which the code that runs it has a count, somewhere on the C stack; a
 * generator's is the generator's.
 */
static struct kg_error *object_edges(const struct kg_heap *h, kg_addr frame, const struct kg_type *native, struct kg_sink *sink)
{
	struct kg_obj o;

	for (unsigned int i = 0; i < FRAMES_MAX && frame_read(h, frame, &o); i++) {
		if (!kg_get_u64(&o, host->offset(native, FRAME_GEN)))
			host->item(sink, frame, KG_EDGE_OWNED, "frame", i);
		frame = kg_get_u64(&o, host->offset(native, FRAME_BACK));
	}
	return NULL;
}

/*
 * From the innermost frame outward. A frame that is not in the chunks is that of a generator, which has it itself;
 * it is followed and not shown.
 */
static struct kg_error *greenlet_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				       struct kg_sink *sink)
{
	struct kg_error *err = NULL;
	struct cursor at = {0};
	struct stack s;
	kg_addr frame;

	if (!stack_read(h, o, native, &s))
		return NULL;
	if (host->offset(native, FRAME_DATA) == KG_ABSENT)
		return object_edges(h, s.frame, native, sink);
	frame = s.frame;
	at.chunk = s.chunk;
	for (unsigned int i = 0; i < FRAMES_MAX && frame && !err; i++) {
		kg_addr previous = 0;

		if (in_chunks(h, &at, frame))
			err = host->frame(h, frame, sink, &previous);
		else
			err = host->frame(h, put_by(&s, frame), NULL, &previous);
		frame = previous;
	}
	return err;
}

static struct kg_error *greenlet_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
					 struct kg_strbuf *sb)
{
	struct stack s;

	if (stack_read(h, o, native, &s)) {
		host->print(sb, "greenlet suspended in ");
		host->value(h, s.frame_object, width, sb);
	} else {
		host->print(sb, "greenlet");
	}
	return NULL;
}

static struct kg_error *greenlet_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_fields *fields_)
{
	struct chunk c;
	struct stack s;
	uint64_t bytes = 0;

	if (!stack_read(h, o, native, &s)) {
		if (s.frame_object)
			host->field(fields_, "suspended", "in a frame whose stack is not found: this greenlet is laid out otherwise than known");
		return NULL;
	}
	host->field(fields_, "suspended", "in the frame 0x%llx", (unsigned long long)s.frame_object);
	if (!s.chunk)
		return NULL;
	for (unsigned int i = 0; i < CHUNKS_MAX && s.chunk && chunk_read(h, s.chunk, &c); i++, s.chunk = c.previous)
		bytes += c.size;
	host->field(fields_, "stack", "%llu bytes for frames of Python", (unsigned long long)bytes);
	return NULL;
}

static const struct kg_type_ops types[] = {
	{.name = "greenlet.greenlet",
	 .fields = fields,
	 .traverse_shows = true,
	 .edges = greenlet_edges,
	 .preview = greenlet_preview,
	 .show = greenlet_show},
	{.name = NULL},
};

const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "greenlet", .version = "1", .types = types, .host = &host,
				       .able = KG_ABLE_ANY_HEAD};
