/*
 * torch.optim.Optimizer, a class made in Python: its param_groups list the parameters, and its state has a dict for each
 * that it has made a step for. What it counts are bytes that tensors show; the memory itself is the tensors' to tell.
 *
 * A parameter to which the optimizer alone has references, as many as the object counts, and which no C++ holds either, is no
 * module's: what is kept for it is of no use to anybody.
 *
 * Sources: torch/optim/optimizer.py (Optimizer.__init__, add_param_group), adam.py, sgd.py; CPython Include/cpython/listobject.h,
 * unicodeobject.h (PyASCIIObject).
 */
#include <stdio.h>
#include <stdlib.h>

#include "torch.h"

enum { GROUPS_MAX = 10000, PARAMETERS_MAX = 1 << 22 };
enum { LIST_SIZE = 16, LIST_ITEMS = 24 };
enum { TEXT_LENGTH = 16, TEXT_BEGINS = 40, TEXT_BEGAN = 48 }; /* the text of a str, since 3.12 and before */

/* What optimizers keep by name; what is called otherwise is counted with all. */
enum { MOMENTUM = 2 };
static const char *const kept_names[] = {
	"exp_avg", "exp_avg_sq", "momentum_buffer", "max_exp_avg_sq", "square_avg", "grad_avg", "acc_delta", "sum", "exp_inf", "step",
};
#define NAMES (sizeof(kept_names) / sizeof(kept_names[0]))

struct parameter {
	kg_addr addr;
	uint64_t times; /* in lists of parameters */
	uint64_t state;
	bool keyed;
};

struct optimizer {
	const struct kg_heap *h;
	struct parameter *items;
	size_t n, cap;
	bool more; /* there is no room for all */
	struct parameter *now; /* whose state is gone through */
	uint64_t bytes, state, tensors, gone, gone_bytes;
	uint64_t named[NAMES];
};

static void add(struct optimizer *p, kg_addr addr)
{
	size_t cap = p->cap ? 2 * p->cap : 64;
	struct parameter *items;

	if (p->n == p->cap) {
		items = p->n < PARAMETERS_MAX ? realloc(p->items, cap * sizeof(*items)) : NULL;
		p->more = p->more || !items;
		if (!items)
			return;
		p->items = items;
		p->cap = cap;
	}
	p->items[p->n++] = (struct parameter){.addr = addr, .times = 1};
}

static int by_address(const void *a, const void *b)
{
	kg_addr x = ((const struct parameter *)a)->addr, y = ((const struct parameter *)b)->addr;

	return x < y ? -1 : x > y;
}

/* Sorted, each once. */
static void settle(struct optimizer *p)
{
	size_t n = 0;

	if (p->n)
		qsort(p->items, p->n, sizeof(*p->items), by_address);
	for (size_t i = 0; i < p->n; i++) {
		if (n && p->items[n - 1].addr == p->items[i].addr)
			p->items[n - 1].times++;
		else
			p->items[n++] = p->items[i];
	}
	p->n = n;
}

static bool text_is(const struct kg_obj *o, int64_t at, const char *text, size_t n)
{
	return o->avail > (uint64_t)at + n && memcmp(o->p + at, text, n + 1) == 0;
}

static bool is_text(const struct kg_heap *h, kg_addr addr, const char *text)
{
	size_t n = strlen(text);
	struct kg_obj o;
	struct kg_error *err = torch_host->object(h, addr, &o);

	torch_host->forget(err);
	if (err || !torch_host->is(o.type, "str") || kg_get_u64(&o, kg_moved(torch_host, h, TEXT_LENGTH)) != n)
		return false;
	return text_is(&o, kg_moved(torch_host, h, TEXT_BEGINS), text, n) || text_is(&o, kg_moved(torch_host, h, TEXT_BEGAN), text, n);
}

/* Items of the list at @addr. @return how many, 0 when it is none */
static uint64_t list_read(const struct kg_heap *h, kg_addr addr, uint64_t most, const uint8_t **ret)
{
	struct kg_obj o;
	struct kg_error *err = addr ? torch_host->object(h, addr, &o) : NULL;
	uint64_t n = 0;

	if (addr && !err && torch_host->is(o.type, "list")) {
		n = kg_get_u64(&o, LIST_SIZE);
		n = n <= most ? n : 0;
		err = torch_host->array(h, kg_get_u64(&o, LIST_ITEMS), n, 8, (const void **)ret);
	}
	torch_host->forget(err);
	return err ? 0 : n;
}

static bool find_parameters(void *arg, kg_addr key, kg_addr value)
{
	struct optimizer *p = arg;
	const uint8_t *items;
	uint64_t n;

	if (!is_text(p->h, key, "params"))
		return true;
	n = list_read(p->h, value, PARAMETERS_MAX, &items);
	for (uint64_t i = 0; i < n; i++)
		add(p, (kg_addr)torch_axis(items, (uint32_t)i));
	return false;
}

static bool tensor_at(const struct kg_heap *h, kg_addr addr, struct kg_obj *ret_object, struct torch_tensor *ret)
{
	struct kg_error *err = torch_host->object(h, addr, ret_object);

	torch_host->forget(err);
	return !err && torch_tensor_of(h, *ret_object, ret_object->type, ret);
}

static uint64_t bytes_of(const struct torch_tensor *t)
{
	return t->storage.addr && t->storage.device != TORCH_META ? torch_shown(t) : 0;
}

/* One value that is kept for a parameter. */
static bool find_kept(void *arg, kg_addr key, kg_addr value)
{
	struct optimizer *p = arg;
	struct torch_tensor t;
	struct kg_obj o;
	uint64_t bytes;

	if (!tensor_at(p->h, value, &o, &t))
		return true;
	bytes = bytes_of(&t);
	p->tensors++;
	p->state += bytes;
	p->now->state += bytes;
	for (size_t i = 0; i < NAMES; i++) {
		if (is_text(p->h, key, kept_names[i]))
			p->named[i] += bytes;
	}
	return true;
}

static bool find_state(void *arg, kg_addr key, kg_addr value)
{
	struct optimizer *p = arg;
	struct parameter none = {.addr = key}, *at = p->n ? bsearch(&none, p->items, p->n, sizeof(none), by_address) : NULL;

	p->now = at ? at : &none;
	p->now->keyed = true;
	torch_host->forget(torch_host->dict(p->h, value, find_kept, p));
	return true;
}

/* Is the optimizer all that has this parameter? */
static bool is_gone(const struct parameter *item, const struct kg_obj *o, const struct torch_tensor *t)
{
	return t->refs == 1 && kg_get_u32(o, 0) == item->times + item->keyed;
}

static void weigh(struct optimizer *p)
{
	for (size_t i = 0; i < p->n; i++) {
		struct torch_tensor t;
		struct kg_obj o;

		if (!tensor_at(p->h, p->items[i].addr, &o, &t))
			continue;
		p->bytes += bytes_of(&t);
		if (!is_gone(&p->items[i], &o, &t))
			continue;
		p->gone++;
		p->gone_bytes += bytes_of(&t) + p->items[i].state;
	}
}

/* @return false when it is none, or has nothing */
static bool optimizer_read(const struct kg_heap *h, struct kg_obj o, struct optimizer *p)
{
	kg_addr state = torch_host->attribute(h, o, "state");
	const uint8_t *groups;
	uint64_t n = list_read(h, torch_host->attribute(h, o, "param_groups"), GROUPS_MAX, &groups);

	*p = (struct optimizer){.h = h};
	for (uint64_t i = 0; i < n; i++)
		torch_host->forget(torch_host->dict(h, (kg_addr)torch_axis(groups, (uint32_t)i), find_parameters, p));
	settle(p);
	if (state)
		torch_host->forget(torch_host->dict(h, state, find_state, p));
	weigh(p);
	return p->n > 0;
}

struct kg_error *torch_optimizer_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields)
{
	struct optimizer p;

	(void)native;
	if (optimizer_read(h, o, &p)) {
		torch_host->field(fields, "parameters", "%s%zu, %llu bytes", p.more ? "more than " : "", p.n, (unsigned long long)p.bytes);
		torch_host->field(fields, "state", "%llu tensors, %llu bytes", (unsigned long long)p.tensors, (unsigned long long)p.state);
		for (size_t i = 0; i < NAMES; i++) {
			if (p.named[i])
				torch_host->field(fields, kept_names[i], "%llu bytes", (unsigned long long)p.named[i]);
		}
		if (p.gone)
			torch_host->field(fields, "alone", "%llu parameters, and %llu bytes with their state, are held by nothing else",
					  (unsigned long long)p.gone, (unsigned long long)p.gone_bytes);
	}
	free(p.items);
	return NULL;
}

static void tell(const struct optimizer *p, struct kg_suspicion *ret)
{
	if (p->gone) {
		ret->sentence = "an optimizer keeps {alone:parameter|parameters} that no module has any more: with their state {alone_bytes}, "
				"of {parameters:parameter|parameters} of {parameter_bytes} and {state_bytes} of state";
		ret->bytes = p->gone_bytes;
	} else {
		ret->sentence = "an optimizer keeps {state_bytes} of state, {state:tensor|tensors}, for {parameters:parameter|parameters} "
				"of {parameter_bytes}";
		ret->bytes = p->state;
	}
	ret->facts[0] = (struct kg_told){"parameters", KG_TOLD_COUNT, p->n};
	ret->facts[1] = (struct kg_told){"parameter_bytes", KG_TOLD_BYTES, p->bytes};
	ret->facts[2] = (struct kg_told){"state", KG_TOLD_COUNT, p->tensors};
	ret->facts[3] = (struct kg_told){"state_bytes", KG_TOLD_BYTES, p->state};
	ret->facts[4] = (struct kg_told){"alone", KG_TOLD_COUNT, p->gone};
	ret->facts[5] = (struct kg_told){"alone_bytes", KG_TOLD_BYTES, p->gone_bytes};
	for (size_t i = 0, at = 6; i <= MOMENTUM && at < KG_TOLD_MAX; i++) {
		if (p->named[i])
			ret->facts[at++] = (struct kg_told){kept_names[i], KG_TOLD_BYTES, p->named[i]};
	}
}

bool torch_optimizer_suspect(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_suspicion *ret)
{
	struct optimizer p;
	bool any;

	(void)native;
	any = optimizer_read(h, o, &p) && (p.gone_bytes || p.state);
	if (any)
		tell(&p, ret);
	free(p.items);
	return any;
}
