/* Teaches kedge the types of ring.c. docs/plugins.md walks through this file. */
#include <kedge-plugin.h>

static const struct kg_host *host; /* kedge fills it in */

/* Where things are in struct Ring and struct View, where no debug information says it; kedge moves them where objects begin
 * with more than a count and a type. */
enum { RING_OWNER = 16, RING_NLISTENERS = 24, RING_LISTENERS = 32, RING_CAPACITY = 40, RING_USED = 48, RING_BUFFER = 56 };
enum { VIEW_RING = 16, VIEW_LENGTH = 32 };

/* Members whose offsets functions need: host->offset(native, USED) and so on. */
enum { NLISTENERS, LISTENERS, CAPACITY, USED, BUFFER };
enum { RING, LENGTH };

static const struct kg_field_name ring_fields[] = {
	{"Ring", "nlisteners", false, RING_NLISTENERS},
	{"Ring", "listeners", false, RING_LISTENERS},
	{"Ring", "capacity", false, RING_CAPACITY},
	{"Ring", "used", false, RING_USED},
	{"Ring", "buffer", false, RING_BUFFER},
	{NULL, NULL, false, 0},
};
static const struct kg_field_name view_fields[] = {
	{"View", "ring", false, VIEW_RING}, {"View", "length", false, VIEW_LENGTH}, {NULL, NULL, false, 0},
};

/* References that are members of the struct: counted, and not shown to the collector. */
static const struct kg_member ring_members[] = {KG_OWN_AT("owner", RING_OWNER, ".owner"), KG_END};
static const struct kg_member view_members[] = {KG_OWN_AT("ring", VIEW_RING, ".ring"), KG_END};

static uint64_t get(const struct kg_type *native, const struct kg_obj *o, unsigned int field)
{
	return kg_get_u64(o, host->offset(native, field));
}

/* References that are elsewhere: an array. A count that makes no sense ends as an error, not as a crash. */
static struct kg_error *ring_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_sink *sink)
{
	return host->items(h, get(native, &o, LISTENERS), (int64_t)get(native, &o, NLISTENERS), KG_EDGE_OWNED, ".listeners", sink);
}

/* As Ring.__sizeof__ answers. */
static struct kg_error *ring_size(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, uint64_t *ret)
{
	uint64_t n = get(native, &o, NLISTENERS);

	if (n > UINT32_MAX)
		return host->corrupt(o.addr, "a ring of %lld listeners", (long long)n);
	*ret = host->default_size(h, o) + 8 * n;
	return NULL;
}

/* The buffer: what sys.getsizeof() does not count. */
static bool ring_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	(void)h;
	ret->addr = get(native, &o, BUFFER);
	ret->bytes = get(native, &o, CAPACITY);
	ret->where = "heap";
	return ret->addr != 0;
}

static struct kg_error *ring_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
				     struct kg_strbuf *sb)
{
	(void)h;
	(void)width;
	host->print(sb, "ring, %llu of %llu bytes used", (unsigned long long)get(native, &o, USED),
		    (unsigned long long)get(native, &o, CAPACITY));
	return NULL;
}

static struct kg_error *ring_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				  struct kg_fields *fields)
{
	char start[9] = "";
	struct kg_error *err = host->read(h, get(native, &o, BUFFER), start, sizeof(start) - 1);

	if (err)
		return err;
	host->field(fields, "listeners", "%llu", (unsigned long long)get(native, &o, NLISTENERS));
	host->field(fields, "begins", "%s", start);
	return NULL;
}

/* A large ring that is nearly empty is worth a word. */
static bool ring_suspect(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_suspicion *ret)
{
	uint64_t used = get(native, &o, USED), capacity = get(native, &o, CAPACITY);

	(void)h;
	if (used > capacity / 8)
		return false;
	ret->sentence = "a ring of {capacity} of which {used} are used: it could be smaller";
	ret->next = "show {target} {object}";
	ret->bytes = capacity - used;
	ret->facts[0] = (struct kg_told){"capacity", KG_TOLD_BYTES, capacity};
	ret->facts[1] = (struct kg_told){"used", KG_TOLD_BYTES, used};
	return true;
}

/* A view has no bytes of its own: it names whose it shows. */
static bool view_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	(void)h;
	ret->owner = get(native, &o, RING);
	ret->bytes = get(native, &o, LENGTH);
	return true;
}

static const struct kg_type_ops types[] = {
	{.name = "ring.Ring", .strct = "Ring", .members = ring_members, .fields = ring_fields, .edges = ring_edges,
	 .size = ring_size, .payload = ring_payload, .preview = ring_preview, .show = ring_show, .suspect = ring_suspect},
	{.name = "ring.View", .strct = "View", .members = view_members, .fields = view_fields, .payload = view_payload},
	{.name = NULL},
};

const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "ring", .version = "1.0", .types = types, .host = &host,
				       .able = KG_ABLE_ANY_HEAD};
