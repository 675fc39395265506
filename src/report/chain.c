#include "report/chain.h"

#include <ctype.h>
#include <string.h>

#include "cpython/frame.h"
#include "heap/frames.h"

#define PATH_ENDS 8 /* steps shown of each end of a long chain */

static void add_escaped(struct kg_strbuf *sb, const char *text)
{
	kg_strbuf_escape(sb, text, strlen(text));
}

static void add_basename(struct kg_strbuf *sb, const char *path)
{
	const char *slash = strrchr(path, '/');

	add_escaped(sb, slash ? slash + 1 : path);
}

static void add_thread(const struct kg_heap *h, uint32_t thread, struct kg_strbuf *sb)
{
	const struct kg_thread *t = thread < h->rt->nthreads ? &h->rt->threads[thread] : NULL;

	if (t)
		kg_strbuf_printf(sb, "thread %llu", (unsigned long long)(t->native_id ? t->native_id : t->thread_id));
	else
		kg_strbuf_puts(sb, "thread ?");
}

static void add_slot(const struct kg_heap *h, const struct kg_frame *f, uint32_t slot, struct kg_strbuf *sb)
{
	struct kg_code code;
	struct kg_error *err;

	switch (slot) {
	case KG_SLOT_FUNC:
		kg_strbuf_puts(sb, "function");
		return;
	case KG_SLOT_CODE:
		kg_strbuf_puts(sb, "code");
		return;
	case KG_SLOT_LOCALS:
		kg_strbuf_puts(sb, "locals");
		return;
	case KG_SLOT_FRAME_OBJ:
		kg_strbuf_puts(sb, "frame object");
		return;
	}
	if (slot >= f->nlocals) {
		kg_strbuf_printf(sb, "stack [%u]", slot - f->nlocals);
		return;
	}
	err = kg_code_read(h->rt, f->code, &code);
	kg_strbuf_puts(sb, "local ");
	kg_heap_name(h, err ? 0 : kg_code_slot_name(h->rt, &code, slot), sb);
	kg_error_destroy(err);
}

static void add_frame_root(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb)
{
	struct kg_frame f;
	struct kg_error *err = kg_frame_read(h->rt, root->at, &f);

	add_thread(h, root->thread, sb);
	kg_strbuf_puts(sb, " frame ");
	if (err) {
		kg_strbuf_printf(sb, "0x%llx", (unsigned long long)root->at);
		kg_error_destroy(err);
		return;
	}
	kg_heap_frame_text(h, &f, false, sb);
	kg_strbuf_putc(sb, ' ');
	add_slot(h, &f, root->slot, sb);
	if (!root->counted)
		kg_strbuf_puts(sb, " (guess)");
}

/* Members of the interpreter that have a name in Python. */
static const char *known_member(const struct kg_state_ref *ref)
{
	static const char *const names[][3] = {
		{"interpreter", "modules", "sys.modules"},
		{"interpreter", "sysdict", "sys.__dict__"},
		{"interpreter", "builtins", "builtins.__dict__"},
		{"garbage collector", "gc.garbage", "gc.garbage"},
		{"garbage collector", "gc.callbacks", "gc.callbacks"},
	};

	for (size_t i = 0; i < KG_ARRAY_SIZE(names); i++) {
		if (strcmp(names[i][0], ref->owner) == 0 && strcmp(names[i][1], ref->member) == 0)
			return names[i][2];
	}
	return NULL;
}

static void add_state_root(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb)
{
	const struct kg_state_ref *ref = root->ref < h->rt->nrefs ? &h->rt->refs[root->ref] : NULL;
	const char *known = ref ? known_member(ref) : NULL;

	if (!ref) {
		kg_strbuf_puts(sb, "interpreter");
	} else if (known) {
		kg_strbuf_puts(sb, known);
	} else if (ref->thread != UINT32_MAX) {
		add_thread(h, ref->thread, sb);
		kg_strbuf_printf(sb, " %s%s%s", strcmp(ref->owner, "thread") == 0 ? "" : ref->owner,
				 strcmp(ref->owner, "thread") == 0 ? "" : " ", ref->member);
	} else {
		kg_strbuf_printf(sb, "%s %s", ref->owner, ref->member);
	}
}

/* "name+8 in file.so" of an address in a module. */
static void add_symbol(const struct kg_heap *h, kg_addr addr, struct kg_strbuf *sb)
{
	const struct kg_module *mod = kg_process_module(h->rt->proc, addr);
	uint64_t offset = 0;
	const char *name = kg_process_symbolize(h->rt->proc, addr, &offset);

	if (name)
		add_escaped(sb, name);
	else
		kg_strbuf_printf(sb, "0x%llx", (unsigned long long)addr);
	if (name && offset)
		kg_strbuf_printf(sb, "+%llu", (unsigned long long)offset);
	if (mod) {
		kg_strbuf_puts(sb, " in ");
		add_basename(sb, mod->path);
	}
}

void kg_report_root(const struct kg_heap *h, const struct kg_root *root, struct kg_strbuf *sb)
{
	switch (root->kind) {
	case KG_ROOT_FRAME:
		add_frame_root(h, root, sb);
		break;
	case KG_ROOT_STATE:
		add_state_root(h, root, sb);
		break;
	case KG_ROOT_STATIC:
		kg_strbuf_puts(sb, "static object ");
		add_symbol(h, kg_heap_addr(h, root->node), sb);
		break;
	case KG_ROOT_KEYS:
		kg_strbuf_printf(sb, "name in a shared key table at 0x%llx", (unsigned long long)root->at);
		break;
	case KG_ROOT_IMAGE:
		kg_strbuf_puts(sb, "C variable ");
		add_symbol(h, root->at, sb);
		kg_strbuf_puts(sb, " (guess)");
		break;
	}
}

static void add_cycle(const struct kg_cycles *cycles, kg_node n, struct kg_strbuf *sb)
{
	const struct kg_cycle *c = cycles ? kg_cycles_of(cycles, n) : NULL;

	if (c)
		kg_strbuf_printf(sb, "garbage (cycle %u)", c->id);
	else
		kg_strbuf_puts(sb, "garbage");
}

void kg_report_anchor(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		      struct kg_strbuf *sb)
{
	kg_node start = chain->nodes[0];
	const struct kg_root *root = kg_anchor_root(h, start);

	switch (chain->anchor) {
	case KG_ANCHOR_ROOT:
	case KG_ANCHOR_GUESS:
		if (root)
			kg_report_root(h, root, sb);
		break;
	case KG_ANCHOR_COUNT:
		kg_strbuf_printf(
		    sb, "C code (%llu reference(s) unaccounted for)",
		    (unsigned long long)((uint64_t)kg_heap_refcount(h, start) - kg_heap_references(h, start)));
		break;
	case KG_ANCHOR_GARBAGE:
		add_cycle(cycles, start, sb);
		break;
	case KG_ANCHOR_NONE:
		kg_strbuf_puts(sb, "nothing found");
		break;
	}
}

/* Counted references before guesses; a guess is said to be one. */
void kg_report_link(const struct kg_heap *h, kg_node from, kg_node to, struct kg_strbuf *sb)
{
	struct kg_refs refs;
	const struct kg_ref *found = NULL;
	struct kg_error *err = kg_heap_refs(h, kg_heap_addr(h, from), &refs);

	if (err) {
		kg_error_destroy(err);
		kg_strbuf_putc(sb, '?');
		return;
	}
	for (size_t i = 0; i < refs.n; i++) {
		const struct kg_ref *r = &refs.items[i];

		if (r->node == to && r->kind != KG_EDGE_WEAK && (!found || found->kind == KG_EDGE_GUESS))
			found = r;
	}
	if (found)
		kg_heap_label(h, found->label, sb);
	else
		kg_strbuf_putc(sb, '?');
	kg_refs_deinit(&refs);
}

/* ['name'] of a namespace reads as .name. @return its length, 0 when it is no identifier */
static size_t identifier(const char *label)
{
	size_t n = 0;

	if (strncmp(label, "['", 2) != 0)
		return 0;
	for (label += 2; isalnum((unsigned char)label[n]) || label[n] == '_'; n++)
		;
	return n && !isdigit((unsigned char)label[0]) && strcmp(label + n, "']") == 0 ? n : 0;
}

/* Adds one step. @in_namespace: the step before was __dict__, not written yet. */
static void add_step(const char *label, bool *in_namespace, struct kg_strbuf *sb)
{
	size_t name = *in_namespace ? identifier(label) : 0;

	if (name) {
		kg_strbuf_putc(sb, '.');
		kg_strbuf_add(sb, label + 2, name);
		*in_namespace = false;
		return;
	}
	if (*in_namespace)
		kg_strbuf_puts(sb, ".__dict__");
	*in_namespace = strcmp(label, "__dict__") == 0;
	if (*in_namespace)
		return;
	if (label[0] != '[' && label[0] != '.')
		kg_strbuf_puts(sb, strncmp(label, "__", 2) == 0 ? "." : " ");
	kg_strbuf_puts(sb, label);
}

void kg_report_path(const struct kg_heap *h, const struct kg_chain *chain, const struct kg_cycles *cycles,
		    struct kg_strbuf *sb)
{
	bool in_namespace = false;
	struct kg_strbuf label = {0};

	kg_report_anchor(h, chain, cycles, sb);
	if (chain->anchor != KG_ANCHOR_ROOT && chain->n > 1)
		kg_strbuf_puts(sb, ": object"); /* what follows starts at no name */
	for (size_t i = 0; i + 1 < chain->n; i++) {
		if (chain->n > 2 * PATH_ENDS + 1 && i == PATH_ENDS) {
			size_t skip = chain->n - 1 - 2 * PATH_ENDS;

			kg_strbuf_printf(sb, " \u2026(%zu steps)\u2026", skip);
			i += skip;
			in_namespace = false;
		}
		kg_strbuf_reset(&label);
		kg_report_link(h, chain->nodes[i], chain->nodes[i + 1], &label);
		add_step(kg_strbuf_text(&label), &in_namespace, sb);
	}
	if (in_namespace)
		kg_strbuf_puts(sb, ".__dict__");
	kg_strbuf_deinit(&label);
}
