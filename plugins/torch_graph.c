/*
 * What a tensor keeps in C++ and nothing else does. PyTorch counts references to its C++ objects: one is kept by the
 * tensor alone when as many references to it are found as it counts, among those that the tensor and what it alone
 * keeps hold. So what two tensors share belongs to neither here, and no object is followed from two of them.
 *
 * Sources: PyTorch 1.13 and 2.6 torch/csrc/autograd/variable.h, function.h, saved_variable.h, python_function.h (PyNode),
 * python_hook.h; libstdc++ bits/shared_ptr_base.h (_Sp_counted_base); glibc malloc/malloc.c (struct malloc_chunk).
 */
#include <stdlib.h>

#include "torch.h"

enum kind { NODE, TENSOR, STORAGE };
enum { ITEMS_MAX = 100000, LIST_MAX = 4096 };
enum { SAVED_MOST = 128, OUTPUTS_MOST = 1 << 16 };
enum { USE_COUNT = 8 };			    /* of a control block of std::shared_ptr */
enum { EDGE_BYTES = 24 };		    /* torch::autograd::Edge: a shared pointer and a number */
/* Of malloc's head of a block, which is its size with flags: the one before it is in use; it was mapped for itself. */
enum { CHUNK_USED = 1, CHUNK_MAPPED = 2, CHUNK_FLAGS = 7, CHUNK_LEAST = 32, CHUNK_MOST = 1 << 20, PAGE = 4096 };
/* Flags of a SavedVariable, in their order. */
enum { WAS_DEFAULT, IN_PLACE_ON_VIEW, ORIGINAL, IS_LEAF, IS_OUTPUT };

struct item {
	kg_addr addr;
	uint64_t refs, seen; /* counted, found */
	uint64_t bytes;
	uint8_t kind;
	bool inside; /* all are found */
	bool wrapped; /* a storage that a Python object tells of */
};

struct walk {
	const struct kg_heap *h;
	const struct torch_layout *lay;
	struct kg_sink *sink;
	struct torch_kept *ret;
	kg_addr root, own; /* the tensor itself, and its storage */
	struct item *items;
	uint32_t *slots, *todo; /* slots: 1 + index of the item, 0 none */
	size_t n, cap, ntodo;
};

static bool grow(struct walk *w)
{
	size_t cap = w->cap ? 2 * w->cap : 64;
	struct item *items = realloc(w->items, cap * sizeof(*items));
	uint32_t *slots = calloc(2 * cap, sizeof(*slots)), *todo;

	w->items = items ? items : w->items;
	todo = realloc(w->todo, cap * sizeof(*todo));
	w->todo = todo ? todo : w->todo;
	if (!items || !slots || !todo) {
		free(slots);
		return false;
	}
	free(w->slots);
	w->slots = slots;
	w->cap = cap;
	for (size_t i = 0; i < w->n; i++) {
		size_t at = (items[i].addr >> 4) * UINT64_C(0x9e3779b97f4a7c15) % (2 * cap);

		while (slots[at])
			at = (at + 1) % (2 * cap);
		slots[at] = (uint32_t)i + 1;
	}
	return true;
}

/* The item of @addr, a new one if need be; NULL when there is no room. */
static struct item *item_at(struct walk *w, kg_addr addr)
{
	size_t at;

	if (w->n == w->cap && (w->n >= ITEMS_MAX || !grow(w))) {
		w->ret->more = true;
		return NULL;
	}
	at = (addr >> 4) * UINT64_C(0x9e3779b97f4a7c15) % (2 * w->cap);
	for (; w->slots[at]; at = (at + 1) % (2 * w->cap)) {
		if (w->items[w->slots[at] - 1].addr == addr)
			return &w->items[w->slots[at] - 1];
	}
	w->slots[at] = (uint32_t)w->n + 1;
	w->items[w->n] = (struct item){.addr = addr};
	return &w->items[w->n++];
}

/* One more reference to an item is found: with the last it is the tensor's own. */
static void found(struct walk *w, struct item *item)
{
	if (++item->seen == item->refs) {
		item->inside = true;
		w->todo[w->ntodo++] = (uint32_t)(item - w->items);
	}
}

static struct item *storage_item(struct walk *w, const struct torch_storage *s)
{
	struct item *item = s->addr ? item_at(w, s->addr) : NULL;

	if (item && item->refs == 0)
		*item = (struct item){.addr = s->addr, .refs = s->refs, .kind = STORAGE, .bytes = s->device == TORCH_META ? 0 : s->bytes};
	return item;
}

static void find_storage(struct walk *w, const struct torch_storage *s)
{
	struct item *item = NULL;

	if (s->addr && s->addr == w->own)
		w->ret->own++;
	else
		item = storage_item(w, s);
	if (item)
		found(w, item);
}

/* The reference of a tensor whose Python object tells of it. */
static void wrap_storage(struct walk *w, const struct torch_storage *s)
{
	struct item *item = s->addr == w->own ? NULL : storage_item(w, s);

	if (item && !item->wrapped) {
		item->wrapped = true;
		w->ret->wrapped += item->bytes;
	}
}

/* A tensor that something kept refers to: its Python object is referred to by it, or has it. */
static void find_tensor(struct walk *w, kg_addr addr, const char *label)
{
	struct torch_tensor t;
	struct item *item;

	if (!addr || !torch_tensor_read(w->h, w->lay, addr, &t))
		return;
	item = item_at(w, addr);
	if (!item)
		return;
	if (item->refs == 0)
		*item = (struct item){.addr = addr, .refs = t.refs, .kind = TENSOR};
	found(w, item);
	if (w->sink && t.pyobj)
		torch_host->edge(w->sink, t.pyobj, item->inside && t.owns_pyobj ? KG_EDGE_OWNED : KG_EDGE_WEAK, label);
}

/*
 * Bytes that malloc gave for what is at @addr, 0 when that cannot be told: the block's own size must be one, and the next block,
 * or the rest of the heap, know that this one is in use. One that was mapped for itself stands alone.
 */
static uint64_t block_bytes(const struct kg_heap *h, kg_addr addr)
{
	uint64_t head = torch_word(h, addr - 8), size = head & ~(uint64_t)CHUNK_FLAGS, next;

	if (size < CHUNK_LEAST || size > CHUNK_MOST || size % 16)
		return 0;
	if (head & CHUNK_MAPPED)
		return size % PAGE == 0 && addr % PAGE == 16 ? size - 16 : 0;
	next = torch_word(h, addr - 8 + size);
	return next & CHUNK_USED && (next & ~(uint64_t)CHUNK_FLAGS) >= 16 ? size - 8 : 0;
}

/* Did malloc give the block at @addr for exactly @bytes? */
static bool block_fits(const struct kg_heap *h, kg_addr addr, uint64_t bytes)
{
	uint64_t size = block_bytes(h, addr), more = size % PAGE == PAGE - 16 ? PAGE + 16 : CHUNK_LEAST - 8;

	return bytes > 0 && size >= bytes && size - bytes <= more;
}

/* A shared pointer to a node, at @at. */
static void find_node(struct walk *w, kg_addr at)
{
	kg_addr node = torch_word(w->h, at), control = torch_word(w->h, at + 8);
	uint64_t uses = torch_word(w->h, control + USE_COUNT) & UINT32_MAX;
	char class[TORCH_NAME];
	struct item *item;

	if (!node || !control || uses == 0 || !torch_class(w->h, node, class))
		return;
	item = item_at(w, node);
	if (!item)
		return;
	if (item->refs == 0)
		*item = (struct item){.addr = node, .refs = uses, .kind = NODE};
	found(w, item);
}

/* Elements of the std::vector at @at: @size bytes each. @return how many, 0 when it is none */
static uint64_t list_read(const struct kg_heap *h, kg_addr at, uint64_t size, kg_addr *ret_first)
{
	kg_addr first = torch_word(h, at), last = torch_word(h, at + 8), end = torch_word(h, at + 16);

	*ret_first = first;
	if (first < 4096 || first & 7 || last < first || end < last || (last - first) % size)
		return 0;
	return (last - first) / size <= LIST_MAX ? (last - first) / size : 0;
}

/* Python's functions among hooks: each has a dict. */
static void push_hook(struct walk *w, kg_addr hook, const char *label, uint64_t i)
{
	char class[TORCH_NAME];

	if (torch_class(w->h, hook, class) && strncmp(class, "PyFunction", 10) == 0)
		torch_host->item(w->sink, torch_word(w->h, hook + (kg_addr)w->lay->hook_dict), KG_EDGE_OWNED, label, i);
}

static void push_hooks(struct walk *w, kg_addr at, uint64_t step, const char *label)
{
	kg_addr first;
	uint64_t n = w->sink ? list_read(w->h, at, step, &first) : 0;

	for (uint64_t i = 0; i < n; i++)
		push_hook(w, torch_word(w->h, first + step * i), label, i);
}

static bool flags_only(const uint8_t *flags, int32_t n)
{
	bool good = true;

	for (int32_t i = 0; i < n && good; i++)
		good = flags[i] <= 1;
	return good;
}

static bool all_zero(const uint8_t *p, int32_t from, int32_t to)
{
	bool zero = true;

	for (int32_t i = from; i < to && zero; i++)
		zero = p[i] == 0;
	return zero;
}

/*
 * Does what stands beside the tensor of a SavedVariable without hooks, @p, fit it? Memory that nobody has set yet, and what
 * others left there, may have the address of a tensor in it too: that is no reference (torch/csrc/autograd/
 * saved_variable.cpp, the constructor and save_metadata). An original has nothing beside itself. What is none is the
 * result of the function, no leaf, and knows its version's counter where the version has one.
 */
static bool saved_fits(const struct kg_heap *h, const struct torch_layout *lay, const uint8_t *p)
{
	const uint8_t *flags = p + lay->saved_flags;
	uint32_t number;
	uint64_t view;
	char class[TORCH_NAME];

	if (!flags_only(flags, lay->saved_nflags) || flags[WAS_DEFAULT] || flags[ORIGINAL] != (!flags[IS_OUTPUT] || flags[IS_LEAF]))
		return false;
	/* Hooks, and what is there with hooks alone. */
	if (!all_zero(p, lay->saved_flags + 8, lay->saved_size - 7))
		return false;
	memcpy(&number, p + lay->saved_flags - 4, sizeof(number));
	if (flags[ORIGINAL])
		return number == 0 && !flags[IN_PLACE_ON_VIEW] && all_zero(p, 8, lay->saved_flags - 8);
	memcpy(&view, p + lay->saved_view, sizeof(view));
	if (number > OUTPUTS_MOST || (view != 0) != flags[IN_PLACE_ON_VIEW])
		return false;
	if (!lay->saved_counter)
		return true;
	memcpy(&view, p + lay->saved_counter, sizeof(view));
	return torch_class(h, view, class) && strcmp(class, "VersionCounter") == 0;
}

/* torch::autograd::SavedVariable at @at, if it is one that has a tensor. */
static bool find_saved(struct walk *w, kg_addr at)
{
	kg_addr tensor = torch_word(w->h, at);
	uint8_t bytes[SAVED_MOST];
	char class[TORCH_NAME];
	struct kg_error *err;
	bool fits;

	if (tensor & 7 || tensor < 4096 || !torch_class(w->h, tensor, class) || !strstr(class, "TensorImpl"))
		return false;
	err = torch_host->read(w->h, at, bytes, (size_t)w->lay->saved_size);
	fits = !err && saved_fits(w->h, w->lay, bytes);
	torch_host->forget(err);
	if (fits)
		find_tensor(w, tensor, ".grad_fn.saved");
	return fits;
}

/* A vector of SavedVariables at @at: malloc gave its block for as many as it has room for. @return how many it has, 0: it is none */
static uint64_t saved_list(const struct walk *w, kg_addr at, kg_addr *ret_first)
{
	uint64_t n = list_read(w->h, at, (uint64_t)w->lay->saved_size, ret_first);
	uint8_t flags[8];
	bool good = n && block_fits(w->h, *ret_first, torch_word(w->h, at + 16) - *ret_first);

	for (uint64_t i = 0; i < n && good; i++) {
		kg_addr one = *ret_first + (uint64_t)w->lay->saved_size * i;
		struct kg_error *err = torch_host->read(w->h, one + (kg_addr)w->lay->saved_flags, flags, sizeof(flags));

		good = !err && flags_only(flags, w->lay->saved_nflags);
		torch_host->forget(err);
	}
	return good ? n : 0;
}

/* What a node of any class has saved: in itself, or in a vector of its own. */
static void find_all_saved(struct walk *w, kg_addr from, kg_addr end)
{
	uint64_t size = (uint64_t)w->lay->saved_size;
	kg_addr first;

	for (kg_addr at = from; at + 8 <= end;) {
		uint64_t n;

		if (at + size <= end && find_saved(w, at)) {
			at += size;
			continue;
		}
		n = at + 24 <= end ? saved_list(w, at, &first) : 0;
		for (uint64_t i = 0; i < n; i++)
			find_saved(w, first + size * i);
		at += n ? 24 : 8;
	}
}

static void expand_node(struct walk *w, kg_addr node)
{
	kg_addr body = node + (kg_addr)w->lay->node_size, first;
	uint64_t n = list_read(w->h, node + (kg_addr)w->lay->next_edges, EDGE_BYTES, &first);
	char class[TORCH_NAME] = "";
	uint64_t bytes;

	w->ret->nodes++;
	for (uint64_t i = 0; i < n; i++)
		find_node(w, first + EDGE_BYTES * i);
	push_hooks(w, node + (kg_addr)w->lay->pre_hooks, 8, ".grad_fn.pre_hooks");
	if (w->lay->tensor_pre_hooks)
		push_hooks(w, node + (kg_addr)w->lay->tensor_pre_hooks, 8, ".grad_fn.tensor_pre_hooks");
	push_hooks(w, node + (kg_addr)w->lay->post_hooks, 8, ".grad_fn.hooks");
	torch_class(w->h, node, class);
	if (strcmp(class, "AccumulateGrad") == 0) {
		find_tensor(w, torch_word(w->h, body), ".grad_fn.variable");
		bytes = (uint64_t)w->lay->node_size + 8;
	} else if (strcmp(class, "PyNode") == 0) {
		bytes = (uint64_t)w->lay->node_size + 8;
		if (w->sink)
			torch_host->edge(w->sink, torch_word(w->h, body), KG_EDGE_OWNED, ".grad_fn.next");
	} else {
		bytes = block_bytes(w->h, node);
		if (bytes > (uint64_t)w->lay->node_size)
			find_all_saved(w, body, node + bytes);
	}
	w->ret->bytes += bytes;
}

static void expand_view(struct walk *w, kg_addr meta)
{
	uint8_t known = 0;

	torch_host->forget(torch_host->read(w->h, meta + (kg_addr)w->lay->view_known, &known, 1));
	if (known == 1)
		find_tensor(w, torch_word(w->h, meta + (kg_addr)w->lay->view_base), "._base");
	known = 0;
	torch_host->forget(torch_host->read(w->h, meta + (kg_addr)w->lay->view_forward_known, &known, 1));
	if (known == 1)
		find_tensor(w, torch_word(w->h, meta + (kg_addr)w->lay->view_forward), "._base");
}

/* Its hooks, unless its Python object tells of them. Those for later it keeps to itself always. */
static void expand_hooks(struct walk *w, const struct torch_tensor *t, bool root)
{
	kg_addr later = w->lay->later_hooks && w->sink ? torch_word(w->h, t->autograd + (kg_addr)w->lay->later_hooks) : 0;

	if (later && (root || !t->pyobj))
		push_hook(w, later, "._post_accumulate_grad_hooks", 0);
	if (root ? t->refs > 1 || t->owns_pyobj : !t->pyobj)
		push_hooks(w, t->autograd + (kg_addr)w->lay->hooks, (uint64_t)w->lay->hook_size, "._backward_hooks");
}

/* One quantizer may serve several tensors: what it has is followed where it serves this one alone. */
static void expand_quantizer(struct walk *w, kg_addr quantizer)
{
	char class[TORCH_NAME];
	uint64_t refs;

	if (!torch_class(w->h, quantizer, class) || strcmp(class, "PerChannelAffineQuantizer") != 0 ||
	    !torch_refs(w->h, w->lay, quantizer, &refs) || refs != 1)
		return;
	find_tensor(w, torch_word(w->h, quantizer + (kg_addr)w->lay->scales), ".q_per_channel_scales()");
	find_tensor(w, torch_word(w->h, quantizer + (kg_addr)w->lay->zero_points), ".q_per_channel_zero_points()");
}

/* What a tensor refers to besides its storage. */
static void expand_tensor(struct walk *w, const struct torch_tensor *t)
{
	char class[TORCH_NAME] = "";

	for (size_t i = 0; i < sizeof(w->lay->extras) / sizeof(w->lay->extras[0]); i++) {
		const struct torch_extra *e = &w->lay->extras[i];

		for (size_t k = 0; e->class && strcmp(e->class, t->class) == 0 && k < TORCH_EXTRAS && e->at[k]; k++)
			find_tensor(w, torch_word(w->h, t->addr + (kg_addr)e->at[k]), ".values");
	}
	if (strcmp(t->class, "QTensorImpl") == 0)
		expand_quantizer(w, torch_word(w->h, t->addr + (kg_addr)w->lay->quantizer));
	if (!t->autograd)
		return;
	find_tensor(w, torch_word(w->h, t->autograd + (kg_addr)w->lay->grad), ".grad");
	find_node(w, t->autograd + (kg_addr)w->lay->grad_fn);
	expand_hooks(w, t, t->addr == w->root);
	if (torch_class(w->h, t->autograd, class) && strcmp(class, "DifferentiableViewMeta") == 0)
		expand_view(w, t->autograd);
}

static void expand(struct walk *w, const struct item *item)
{
	kg_addr addr = item->addr;
	struct torch_tensor t;

	if (item->kind == NODE) {
		expand_node(w, addr);
	} else if (item->kind == STORAGE) {
		w->ret->bytes += item->bytes;
	} else if (torch_tensor_read(w->h, w->lay, addr, &t)) {
		w->ret->tensors++;
		/* The storage of one with a Python object is that one's to tell of. */
		if (!t.pyobj)
			find_storage(w, &t.storage);
		else
			wrap_storage(w, &t.storage);
		expand_tensor(w, &t);
	}
}

static void run(struct walk *w, const struct torch_tensor *t)
{
	w->root = t->addr;
	w->own = t->storage.addr;
	if (t->owns_pyobj) {
		if (t->autograd)
			expand_hooks(w, t, true);
		return;
	}
	expand_tensor(w, t);
	while (w->ntodo > 0)
		expand(w, &w->items[w->todo[--w->ntodo]]);
}

static void walk_deinit(struct walk *w)
{
	free(w->items);
	free(w->slots);
	free(w->todo);
}

void torch_kept(const struct kg_heap *h, const struct torch_tensor *t, struct kg_sink *sink, struct torch_kept *ret)
{
	struct walk w = {.h = h, .lay = t->lay, .sink = sink, .ret = ret};

	*ret = (struct torch_kept){0};
	run(&w, t);
	walk_deinit(&w);
}

void torch_holds(const struct kg_heap *h, const struct torch_tensor *t, void (*fn)(void *arg, kg_addr block, uint64_t held),
		 void *arg)
{
	struct torch_kept kept = {0};
	struct walk w = {.h = h, .lay = t->lay, .ret = &kept};

	run(&w, t);
	for (size_t i = 0; i < w.n; i++) {
		if (w.items[i].kind == STORAGE && !w.items[i].inside && w.items[i].seen)
			fn(arg, w.items[i].addr, w.items[i].seen);
	}
	walk_deinit(&w);
}
