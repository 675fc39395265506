/* From an address, a type's name or a path in sys.modules to a view. */
#include <stdlib.h>
#include <string.h>

#include "analysis/select.h"
#include "heap/core.h"
#include "tui/app.h"

#define PATH_PARTS 64
#define REFS_AT_ONCE 20000
#define LOOK_UP 0xfff /* labels between two looks at whether it was canceled */

static void show(struct kg_app *app, kg_node n)
{
	struct kg_view *v = NULL;
	struct kg_error *err = kg_view_object(app, n, &v);

	kg_app_push(app, v, err);
}

static void go_address(struct kg_app *app, const char *text)
{
	const struct kg_heap *h = kg_app_heap(app);
	kg_addr addr = strtoull(text, NULL, 16);
	kg_node low = 0, high = h->nodes;

	while (low < high) { /* the last object at or before it */
		kg_node mid = low + (high - low) / 2;

		if (kg_heap_addr(h, mid) <= addr)
			low = mid + 1;
		else
			high = mid;
	}
	if (low > 0 && (kg_heap_addr(h, low - 1) == addr ||
			addr - kg_heap_addr(h, low - 1) < kg_heap_size(h, low - 1)))
		show(app, low - 1);
	else
		kg_app_say(app, "%s: no object there", text);
}

static bool go_type(struct kg_app *app, const char *name)
{
	const struct kg_heap *h = kg_app_heap(app);

	for (int whole = 1; whole >= 0; whole--) {
		for (uint32_t i = 0; i < h->ntypes; i++) {
			struct kg_view *v = NULL;
			struct kg_error *err;

			if (whole ? strcmp(h->types[i]->name, name) != 0 : !kg_type_fits(h->types[i], name))
				continue;
			err = kg_view_of_type(app, i, &v);
			kg_app_push(app, v, err);
			return true;
		}
	}
	return false;
}

/* A path being followed: at once while its containers are small, then beside the keyboard. */
struct walk {
	struct kg_app *app;
	const struct kg_heap *heap;
	char *where;
	kg_node found;
	bool at_once;
	bool too_large; /* a container was, so that nothing is known yet */
	bool canceled;
};

/* The object that @n refers to under @label: ".name", "['key']", "[3]". */
static kg_node labeled(struct walk *w, kg_node n, const char *label)
{
	const struct kg_heap *h = w->heap;
	struct kg_strbuf sb = {0};
	struct kg_refs refs;
	kg_node found = KG_NODE_NONE;
	struct kg_error *err;

	if (w->at_once && kg_app_references(h, n, REFS_AT_ONCE + 1) > REFS_AT_ONCE) {
		w->too_large = true;
		return KG_NODE_NONE;
	}
	err = kg_heap_refs(h, kg_heap_addr(h, n), &refs);
	if (err) {
		kg_error_destroy(err);
		return KG_NODE_NONE;
	}
	for (size_t i = 0; i < refs.n && found == KG_NODE_NONE && !w->canceled; i++) {
		w->canceled = (i & LOOK_UP) == LOOK_UP && kg_jobs_canceled(kg_app_jobs(w->app));
		kg_strbuf_reset(&sb);
		kg_heap_label(h, refs.items[i].label, &sb);
		if (strcmp(kg_strbuf_text(&sb), label) == 0)
			found = refs.items[i].node;
	}
	kg_strbuf_deinit(&sb);
	kg_refs_deinit(&refs);
	return found;
}

/* An attribute: a member, or a name in the object's __dict__. */
static kg_node step(struct walk *w, kg_node n, const char *part)
{
	const struct kg_heap *h = w->heap;
	kg_node found = labeled(w, n, part), dict;
	kg_addr addr;

	if (found != KG_NODE_NONE || part[0] != '.' || w->too_large)
		return found;
	dict = labeled(w, n, "__dict__");
	if (dict == KG_NODE_NONE || !kg_dict_get_str(h, kg_heap_addr(h, dict), part + 1, &addr))
		return KG_NODE_NONE;
	return kg_heap_node(h, addr);
}

/* The next part of a path: up to a dot or bracket outside of brackets. */
static size_t part_length(const char *path)
{
	if (path[0] == '[') {
		const char *end = strchr(path, ']');

		return end ? (size_t)(end - path) + 1 : strlen(path);
	}
	return 1 + strcspn(path + 1, ".[");
}

static kg_node follow(struct walk *w, kg_node n, const char *path)
{
	for (int i = 0; *path && n != KG_NODE_NONE; i++) {
		size_t len = part_length(path);
		char part[256];

		if (i == PATH_PARTS || len >= sizeof(part))
			return KG_NODE_NONE;
		memcpy(part, path, len);
		part[len] = '\0';
		n = step(w, n, part);
		path += len;
	}
	return n;
}

static bool modules_dict(const struct kg_heap *h, kg_addr *ret)
{
	for (size_t i = 0; i < h->rt->nrefs; i++) {
		if (strcmp(h->rt->refs[i].member, "modules") == 0 && strcmp(h->rt->refs[i].owner, "interpreter") == 0) {
			*ret = h->rt->refs[i].target;
			return true;
		}
	}
	return false;
}

/* The longest front of the path that is a module; the rest is attributes. */
static void find_path(struct walk *w)
{
	const struct kg_heap *h = w->heap;
	const char *path = w->where;
	size_t len = strcspn(path, "[");
	kg_addr modules, module;
	char name[256];

	if (!modules_dict(h, &modules) || len >= sizeof(name))
		return;
	memcpy(name, path, len);
	name[len] = '\0';
	while (w->found == KG_NODE_NONE && !w->too_large && !w->canceled) {
		char *dot = strrchr(name, '.');

		if (kg_dict_get_str(h, modules, name, &module) && kg_heap_node(h, module) != KG_NODE_NONE)
			w->found = follow(w, kg_heap_node(h, module), path + strlen(name));
		if (!dot)
			return;
		*dot = '\0';
	}
}

static void walk_run(void *arg)
{
	find_path(arg);
}

static void walk_done(void *arg)
{
	struct walk *w = arg;

	if (!kg_app_closing(w->app)) {
		kg_app_say(w->app, "%s", "");
		if (w->canceled)
			kg_app_say(w->app, "%s: canceled", w->where);
		else if (w->found != KG_NODE_NONE)
			show(w->app, w->found);
		else if (!go_type(w->app, w->where))
			kg_app_say(w->app, "%s: no such address, type or path in sys.modules", w->where);
	}
	free(w->where);
	free(w);
}

static void go_path(struct kg_app *app, const char *where)
{
	struct walk *w = malloc(sizeof(*w));

	if (w)
		*w = (struct walk){app, kg_app_heap(app), strdup(where), KG_NODE_NONE, true, false, false};
	if (!w || !w->where) {
		free(w);
		kg_app_say(app, "out of memory");
		return;
	}
	find_path(w);
	if (!w->too_large) {
		walk_done(w);
		return;
	}
	w->at_once = w->too_large = false;
	kg_app_say(app, "%s …", where);
	kg_jobs_add(kg_app_jobs(app), walk_run, walk_done, w);
}

void kg_app_go(struct kg_app *app, const char *where)
{
	if (!kg_app_heap(app)) {
		struct kg_strbuf lack = {0};

		kg_model_lacks_now(kg_app_model(app), KG_NEED_OBJECTS, &lack);
		kg_app_say(app, "%s", kg_strbuf_text(&lack));
		kg_strbuf_deinit(&lack);
	} else if (strncmp(where, "0x", 2) == 0)
		go_address(app, where);
	else
		go_path(app, where);
}
