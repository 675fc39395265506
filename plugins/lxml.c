/*
 * lxml. What its objects refer to in Python their tp_traverse shows; the tree itself is libxml2's, in C, and every
 * element keeps all of it: a document is a block of memory, an element a view of its part.
 * Sources: libxml2 2.9 include/libxml/tree.h (struct _xmlNode, _xmlAttr, _xmlNs, _xmlDoc, whose members have kept
 * their places since 2.6), SAX2.c xmlSAX2TextNode; lxml 4.9 src/lxml/etree.pyx (classes _Document, _Element).
 */
#include "kedge-plugin.h"

/* Objects of lxml, as they are when they begin with KG_HEAD bytes; Cython keeps the order of the members. */
enum { DOC_PREFIX_TAIL = 32, DOC_TREE = 40, ELEMENT_DOC = 16, ELEMENT_NODE = 24 };

/* All nodes, documents and attributes begin alike. */
enum { N_TYPE = 8, N_NAME = 16, N_CHILDREN = 24, N_PARENT = 40, N_NEXT = 48, N_DOC = 64 };
enum { N_CONTENT = 80, N_PROPERTIES = 88, N_NSDEF = 96, N_LINE = 112, N_SIZE = 120 };
enum { ATTRIBUTE_SIZE = 96, NS_SIZE = 48, NS_HREF = 16, NS_PREFIX = 24 };
enum { D_SIZE = 176, D_VERSION = 104, D_ENCODING = 112, D_URL = 136 };
enum { IS_ELEMENT = 1, IS_TEXT = 3, IS_CDATA = 4, IS_ENTITY_REF = 5, IS_PI = 7, IS_COMMENT = 8, IS_DOCUMENT = 9, IS_HTML = 13, IS_DTD = 14 };
enum { DEPTH_MAX = 100000, PART_MAX = 10000 }; /* of a tree; nodes of an element's part that are counted */
enum { CHUNK = 256, BLANKS_SHARED = 60 };

static const struct kg_host *host;

struct node {
	const uint8_t *p;
	kg_addr addr;
};

/* What a walk over a tree has seen; it ends when it comes around. */
struct walk {
	const struct kg_heap *h;
	uint64_t nodes, bytes, most; /* .most nodes and no more, 0: all */
	uint64_t left, power;	     /* Brent's guard */
	kg_addr seen;
	bool failed;
};

static kg_addr word(struct node n, int at)
{
	kg_addr v;

	memcpy(&v, n.p + at, sizeof(v));
	return v;
}

static uint32_t kind(struct node n)
{
	uint32_t v;

	memcpy(&v, n.p + N_TYPE, sizeof(v));
	return v;
}

static bool node_read(const struct kg_heap *h, kg_addr addr, uint64_t size, struct node *ret)
{
	struct kg_error *err = host->array(h, addr, 1, size, (const void **)&ret->p);

	ret->addr = addr;
	host->forget(err);
	return addr && !err;
}

/* strlen() + 1, and whether all of it is blank; 0 for NULL and for what is not there. */
static uint64_t text_bytes(const struct kg_heap *h, kg_addr addr, bool *ret_blank)
{
	uint64_t n = 0;

	*ret_blank = true;
	while (addr) {
		const char *p;
		struct kg_error *err;
		uint64_t room = CHUNK;

		/* The end may be near the end of what is mapped. */
		while ((err = host->array(h, addr + n, room, 1, (const void **)&p)) && room > 1) {
			host->forget(err);
			room /= 2;
		}
		if (err) {
			host->forget(err);
			return 0;
		}
		for (uint64_t i = 0; i < room; i++, n++) {
			if (!p[i])
				return n + 1;
			*ret_blank = *ret_blank && strchr(" \t\r\n", p[i]);
		}
	}
	return 0;
}

/* Of its own: short text is in the node itself, and the parser keeps blanks between tags once for all. */
static uint64_t content_bytes(const struct kg_heap *h, struct node n)
{
	kg_addr content = word(n, N_CONTENT);
	uint64_t bytes;
	bool blank;

	if (content >= n.addr && content < n.addr + N_SIZE)
		return 0;
	bytes = text_bytes(h, content, &blank);
	return blank && bytes <= BLANKS_SHARED ? 0 : bytes;
}

/* A member of the walk, met once more when the chain is a ring. */
static bool step(struct walk *w, kg_addr addr)
{
	if (addr == w->seen || (w->most && w->nodes >= w->most)) {
		w->failed = true;
		return false;
	}
	if (--w->left == 0) {
		w->seen = addr;
		w->power *= 2;
		w->left = w->power;
	}
	w->nodes++;
	return true;
}

static uint64_t own_texts(const struct kg_heap *h, struct node n, const int *members)
{
	uint64_t bytes = 0;
	bool blank;

	for (; *members; members++)
		bytes += text_bytes(h, word(n, *members), &blank);
	return bytes;
}

static void add_namespaces(struct walk *w, kg_addr addr)
{
	static const int texts[] = {NS_HREF, NS_PREFIX, 0};
	struct walk guard = {.left = 1, .power = 1};
	struct node n;

	while (node_read(w->h, addr, NS_SIZE, &n) && step(&guard, addr)) {
		w->bytes += NS_SIZE + own_texts(w->h, n, texts);
		addr = word(n, 0);
	}
	w->failed = w->failed || guard.failed;
}

static void add_attributes(struct walk *w, kg_addr addr)
{
	struct walk guard = {.left = 1, .power = 1};
	struct node n, text;

	while (node_read(w->h, addr, ATTRIBUTE_SIZE, &n) && step(&guard, addr)) {
		struct walk texts = {.left = 1, .power = 1};
		kg_addr child = word(n, N_CHILDREN);

		w->bytes += ATTRIBUTE_SIZE;
		while (node_read(w->h, child, N_SIZE, &text) && step(&texts, child)) {
			w->bytes += N_SIZE + content_bytes(w->h, text);
			child = word(text, N_NEXT);
		}
		w->failed = w->failed || texts.failed;
		addr = word(n, N_NEXT);
	}
	w->failed = w->failed || guard.failed;
}

static void add_node(struct walk *w, struct node n)
{
	switch (kind(n)) {
	case IS_ELEMENT:
		w->bytes += N_SIZE;
		add_attributes(w, word(n, N_PROPERTIES));
		add_namespaces(w, word(n, N_NSDEF));
		break;
	case IS_TEXT:
	case IS_CDATA:
	case IS_PI:
	case IS_COMMENT:
		w->bytes += N_SIZE + content_bytes(w->h, n);
		break;
	default: /* references to entities, declarations: the struct alone */
		w->bytes += N_SIZE;
		break;
	}
}

/* The node after @n in the order of the document, below @top; 0 at the end. */
static kg_addr following(struct walk *w, struct node n, kg_addr top)
{
	/* What a reference to an entity has below it is the declaration's. */
	if (kind(n) == IS_ELEMENT && word(n, N_CHILDREN))
		return word(n, N_CHILDREN);
	for (unsigned int i = 0; i < DEPTH_MAX; i++) {
		if (n.addr == top)
			return 0;
		if (word(n, N_NEXT))
			return word(n, N_NEXT);
		if (word(n, N_PARENT) == top || !node_read(w->h, word(n, N_PARENT), N_SIZE, &n))
			return 0;
	}
	w->failed = true;
	return 0;
}

/* Everything from @first on that is below @top, or @top itself and what is below it. @return false when it cannot be told */
static bool walk_tree(struct walk *w, kg_addr first, kg_addr top)
{
	struct node n;

	w->left = w->power = 1;
	for (kg_addr addr = first; addr && !w->failed;) {
		if (!node_read(w->h, addr, N_SIZE, &n) || !step(w, addr))
			return false;
		add_node(w, n);
		addr = following(w, n, top);
	}
	return !w->failed;
}

/* A document names itself as its document. */
static bool document_read(const struct kg_heap *h, kg_addr addr, struct node *ret)
{
	return node_read(h, addr, D_SIZE, ret) && (kind(*ret) == IS_DOCUMENT || kind(*ret) == IS_HTML) && word(*ret, N_DOC) == addr;
}

static bool document_walk(const struct kg_heap *h, struct kg_obj o, struct walk *ret, kg_addr *ret_addr)
{
	static const int texts[] = {D_VERSION, D_ENCODING, D_URL, 0};
	struct node doc;

	*ret_addr = kg_get_u64(&o, kg_moved(host, h, DOC_TREE));
	*ret = (struct walk){.h = h};
	if (!document_read(h, *ret_addr, &doc))
		return false;
	ret->bytes = D_SIZE + own_texts(h, doc, texts);
	return walk_tree(ret, word(doc, N_CHILDREN), *ret_addr);
}

static bool document_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	struct walk w;

	(void)native;
	ret->where = "heap";
	if (!document_walk(h, o, &w, &ret->addr))
		return false;
	ret->bytes = w.bytes;
	return true;
}

static struct kg_error *document_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
					 struct kg_strbuf *sb)
{
	struct walk w;
	kg_addr addr;

	(void)native;
	(void)width;
	if (document_walk(h, o, &w, &addr))
		host->print(sb, "document of %llu nodes", (unsigned long long)w.nodes);
	return NULL;
}

static struct kg_error *document_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      struct kg_fields *fields)
{
	struct walk w;
	struct node doc;
	char url[256];
	kg_addr addr;
	struct kg_error *err;

	(void)native;
	if (!document_walk(h, o, &w, &addr) || !document_read(h, addr, &doc))
		return host->corrupt(o.addr, "the tree of the document at 0x%llx cannot be followed", (unsigned long long)o.addr);
	host->field(fields, "nodes", "%llu", (unsigned long long)w.nodes);
	if (!word(doc, D_URL))
		return NULL;
	err = host->string(h, word(doc, D_URL), url, sizeof(url));
	if (!err)
		host->field(fields, "url", "%s", url);
	return err;
}

/* The part of the tree that begins with its node; none when it is large, for then it is no small part. */
static bool element_payload(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_payload *ret)
{
	struct walk w = {.h = h, .most = PART_MAX};

	(void)native;
	ret->owner = kg_get_u64(&o, kg_moved(host, h, ELEMENT_DOC));
	ret->addr = kg_get_u64(&o, kg_moved(host, h, ELEMENT_NODE));
	ret->where = "heap";
	if (!ret->addr || !walk_tree(&w, ret->addr, ret->addr))
		return false;
	ret->bytes = w.bytes;
	return true;
}

static bool element_name(const struct kg_heap *h, struct kg_obj o, char *ret, size_t cap, struct node *ret_node)
{
	struct kg_error *err = NULL;

	if (!node_read(h, kg_get_u64(&o, kg_moved(host, h, ELEMENT_NODE)), N_SIZE, ret_node))
		return false;
	err = host->string(h, word(*ret_node, N_NAME), ret, cap);
	host->forget(err);
	return !err;
}

static struct kg_error *element_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, size_t width,
					struct kg_strbuf *sb)
{
	char name[200];
	struct node n;

	(void)native;
	(void)width;
	if (element_name(h, o, name, sizeof(name), &n))
		host->print(sb, "<%s>", name);
	return NULL;
}

static struct kg_error *element_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     struct kg_fields *fields)
{
	char name[200];
	struct node n;
	uint16_t line;

	(void)native;
	if (!element_name(h, o, name, sizeof(name), &n))
		return NULL;
	memcpy(&line, n.p + N_LINE, sizeof(line));
	host->field(fields, "node", "%s", name);
	if (line)
		host->field(fields, "line", line == UINT16_MAX ? "%u or later" : "%u", line);
	return NULL;
}

/* Cython does not show the collector members that are declared as bytes. */
static const struct kg_member document_members[] = {KG_OWN_OPT_AT("_prefix_tail", DOC_PREFIX_TAIL, "._prefix_tail"), KG_END};

static const struct kg_type_ops types[] = {
	{.name = "lxml.etree._Document", .strct = "__pyx_obj_4lxml_5etree__Document", .members = document_members,
	 .traverse_shows = true, .payload = document_payload, .preview = document_preview, .show = document_show},
	{.name = "lxml.etree._Element", .traverse_shows = true, .payload = element_payload, .preview = element_preview,
	 .show = element_show},
	{.name = NULL},
};

const struct kg_plugin kedge_plugin = {KG_PLUGIN_HEAD, .name = "lxml", .version = "1", .types = types, .host = &host,
				       .able = KG_ABLE_ANY_HEAD};
