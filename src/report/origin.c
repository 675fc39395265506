#include "report/origin.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/grow.h"
#include "heap/core.h"
#include "heap/frames.h"

#define PATH_MAX_CHARS 4096
#define ORIGINS_MAX 4096 /* owners told apart by name; those met later are nameless */

/* What a key of the map stands for, in its low bits: objects are aligned. */
enum { OF_FILE, OF_MODULE, OF_TYPE, KEY_BITS = 2 };

struct slot {
	uint64_t key; /* 0: free */
	uint32_t value;
};

struct kg_origins {
	const struct kg_heap *heap;
	struct kg_origin *items;
	size_t n, cap;
	struct slot *slots;
	size_t mask, used;
	kg_addr modules; /* sys.modules, 0 unknown */
	char *stdlib;	 /* folder with a slash at its end, NULL unknown */
};

const char *kg_owner_name(enum kg_owner owner)
{
	static const char *const names[] = {"unknown", "stdlib", "importlib", "library", "application"};

	return names[owner];
}

uint32_t kg_origins_count(const struct kg_origins *o)
{
	return (uint32_t)o->n;
}

const struct kg_origin *kg_origins_get(const struct kg_origins *o, uint32_t i)
{
	return &o->items[i];
}

static struct slot *slot_of(const struct kg_origins *o, uint64_t key)
{
	size_t i = (size_t)(key * UINT64_C(0x9e3779b97f4a7c15) >> 32) & o->mask;

	while (o->slots[i].key && o->slots[i].key != key)
		i = (i + 1) & o->mask;
	return &o->slots[i];
}

static bool map_grow(struct kg_origins *o)
{
	struct slot *old = o->slots;
	size_t n = old ? o->mask + 1 : 0;
	struct slot *bigger = calloc(n ? 2 * n : 1024, sizeof(*bigger));

	if (!bigger)
		return false;
	o->slots = bigger;
	o->mask = (n ? 2 * n : 1024) - 1;
	for (size_t i = 0; i < n; i++) {
		if (old[i].key)
			*slot_of(o, old[i].key) = old[i];
	}
	free(old);
	return true;
}

/* Without memory nothing is remembered, and the next question costs as much again. */
static uint32_t remember(struct kg_origins *o, uint64_t key, uint32_t value)
{
	struct slot *s;

	if (2 * o->used > o->mask && !map_grow(o))
		return value;
	s = slot_of(o, key);
	o->used += s->key == 0;
	*s = (struct slot){key, value};
	return value;
}

static bool known(const struct kg_origins *o, uint64_t key, uint32_t *ret)
{
	const struct slot *s = slot_of(o, key);

	*ret = s->value;
	return s->key != 0;
}

/* The number of an owner with this name; 0, unknown, without memory. */
static uint32_t intern(struct kg_origins *o, enum kg_owner owner, const char *name, size_t len)
{
	struct kg_strbuf sb = {0};
	size_t i = 0;

	if (o->n < ORIGINS_MAX)
		kg_strbuf_escape(&sb, name, len);
	while (i < o->n &&
	       (o->items[i].owner != owner || strcmp(o->items[i].name ? o->items[i].name : "", kg_strbuf_text(&sb)) != 0))
		i++;
	if (i == o->n) {
		struct kg_error *err = kg_grow(&o->items, &o->cap, o->n, sizeof(*o->items));

		if (err || sb.failed) {
			kg_error_destroy(err);
			kg_strbuf_deinit(&sb);
			return 0;
		}
		o->items[o->n++] = (struct kg_origin){owner, sb.text};
		sb = (struct kg_strbuf){0};
	}
	kg_strbuf_deinit(&sb);
	return (uint32_t)i;
}

/* What follows the last "site-packages/" or "dist-packages/", NULL when there is none. */
static const char *below_packages(const char *path)
{
	static const char *const folders[] = {"/site-packages/", "/dist-packages/"};
	const char *found = NULL;

	for (size_t i = 0; i < KG_ARRAY_SIZE(folders); i++) {
		for (const char *p = strstr(path, folders[i]); p; p = strstr(p + 1, folders[i]))
			found = p + strlen(folders[i]) > found ? p + strlen(folders[i]) : found;
	}
	return found;
}

static bool starts_with(const char *text, const char *head)
{
	return strncmp(text, head, strlen(head)) == 0;
}

/* What follows the folder of the standard library, NULL when @path is not below it. */
static const char *below_stdlib(const struct kg_origins *o, const char *path)
{
	const struct kg_version *v = &o->heap->rt->layout->version;
	char folder[64];
	const char *at;

	if (o->stdlib)
		return starts_with(path, o->stdlib) ? path + strlen(o->stdlib) : NULL;
	snprintf(folder, sizeof(folder), "/lib/python%u.%u/", v->major, v->minor);
	at = strstr(path, folder);
	return at ? at + strlen(folder) : NULL;
}

static uint32_t classify_path(struct kg_origins *o, const char *path)
{
	const char *rest = below_packages(path);

	if (rest)
		return intern(o, KG_OWNER_LIBRARY, rest, strcspn(rest, "/."));
	rest = below_stdlib(o, path);
	if (rest)
		return intern(o, starts_with(rest, "importlib/") ? KG_OWNER_IMPORTLIB : KG_OWNER_STDLIB, "", 0);
	rest = strrchr(path, '/');
	rest = rest ? rest + 1 : path;
	return intern(o, KG_OWNER_APPLICATION, rest, strlen(rest));
}

/* Names in angle brackets are no files: frozen modules are the interpreter's own,
 * the others were made by code at run time. */
static uint32_t classify(struct kg_origins *o, const char *path)
{
	if (starts_with(path, "<frozen importlib") || starts_with(path, "<frozen zipimport"))
		return intern(o, KG_OWNER_IMPORTLIB, "", 0);
	if (starts_with(path, "<frozen "))
		return intern(o, KG_OWNER_STDLIB, "", 0);
	return path[0] == '<' || path[0] == '\0' ? 0 : classify_path(o, path);
}

static uint32_t file_origin(struct kg_origins *o, kg_addr text)
{
	struct kg_strbuf sb = {0};
	uint32_t found;

	if (known(o, text << KEY_BITS | OF_FILE, &found))
		return found;
	found = text && kg_heap_text(o->heap, text, PATH_MAX_CHARS, &sb) ? classify(o, kg_strbuf_text(&sb)) : 0;
	kg_strbuf_deinit(&sb);
	return text ? remember(o, text << KEY_BITS | OF_FILE, found) : 0;
}

uint32_t kg_origins_code(struct kg_origins *o, kg_addr addr)
{
	struct kg_code code;
	struct kg_error *err = kg_code_read(o->heap->rt, addr, &code);

	if (!err)
		return file_origin(o, code.filename);
	kg_error_destroy(err);
	return 0;
}

static kg_addr word_at(const struct kg_origins *o, kg_addr addr, enum kg_field field)
{
	int32_t off = o->heap->rt->layout->off[field];
	uint64_t v = 0;

	if (addr && off >= 0)
		kg_error_destroy(kg_image_read_u64(o->heap->image, addr + (kg_addr)off, &v));
	return v;
}

static const char *native_name(const struct kg_obj *obj)
{
	return obj->type->native ? obj->type->native->tp_name : "";
}

static bool object_of(const struct kg_heap *h, kg_addr addr, const char *native, struct kg_obj *ret)
{
	struct kg_error *err = addr ? kg_heap_object(h, addr, ret) : kg_error_create(KG_ERR_FAULT, "no object");

	if (!err)
		return strcmp(native_name(ret), native) == 0;
	kg_error_destroy(err);
	return false;
}

/* The dict of module @name, 0 when sys.modules has none. */
static kg_addr module_dict(const struct kg_origins *o, const char *name)
{
	struct kg_obj module;
	kg_addr addr;

	if (!o->modules || !kg_dict_get_str(o->heap, o->modules, name, &addr) ||
	    !object_of(o->heap, addr, "module", &module))
		return 0;
	return word_at(o, addr, F_MODULE_DICT);
}

/* A program that came from standard input or -c has no file. */
static uint32_t module_named(struct kg_origins *o, char *name)
{
	kg_addr dict = module_dict(o, name), file;
	char *dot = strchr(name, '.');

	if (!dict && dot) { /* the part was taken out, the package may be there still */
		*dot = '\0';
		dict = module_dict(o, name);
	}
	if (!dict)
		return 0;
	if (kg_dict_get_str(o->heap, dict, "__file__", &file))
		return file_origin(o, file);
	if (strcmp(name, "__main__") == 0)
		return intern(o, KG_OWNER_APPLICATION, "__main__", 8);
	return intern(o, KG_OWNER_STDLIB, "", 0);
}

static uint32_t module_origin(struct kg_origins *o, kg_addr name)
{
	struct kg_strbuf sb = {0};
	uint32_t found = 0;

	if (!name || known(o, name << KEY_BITS | OF_MODULE, &found))
		return found;
	if (kg_heap_text(o->heap, name, PATH_MAX_CHARS, &sb) && sb.text)
		found = module_named(o, sb.text);
	kg_strbuf_deinit(&sb);
	return remember(o, name << KEY_BITS | OF_MODULE, found);
}

static uint32_t function_origin(struct kg_origins *o, kg_addr func)
{
	uint32_t found = kg_origins_code(o, word_at(o, func, F_FUNC_CODE));

	return found ? found : module_origin(o, word_at(o, func, F_FUNC_MODULE));
}

struct by_functions {
	struct kg_origins *origins;
	uint32_t found;
};

static bool try_function(void *arg, struct kg_dict_item item)
{
	struct by_functions *b = arg;
	struct kg_obj func;

	if (object_of(b->origins->heap, item.value, "function", &func))
		b->found = kg_origins_code(b->origins, word_at(b->origins, item.value, F_FUNC_CODE));
	return b->found == 0;
}

uint32_t kg_origins_class(struct kg_origins *o, kg_addr addr)
{
	struct by_functions b = {.origins = o};
	kg_addr dict, module;

	if (known(o, addr << KEY_BITS | OF_TYPE, &b.found))
		return b.found;
	dict = kg_type_dict(o->heap, addr);
	if (dict && kg_dict_get_str(o->heap, dict, "__module__", &module))
		b.found = module_origin(o, module);
	if (dict && !b.found)
		kg_error_destroy(kg_dict_each(o->heap, dict, try_function, &b));
	return remember(o, addr << KEY_BITS | OF_TYPE, b.found);
}

uint32_t kg_origins_node(struct kg_origins *o, kg_node n)
{
	struct kg_obj obj = kg_heap_get(o->heap, n);
	struct kg_frame f;

	if (obj.type->is_metatype)
		return kg_origins_class(o, obj.addr);
	if (strcmp(native_name(&obj), "function") == 0)
		return function_origin(o, obj.addr);
	if (strcmp(native_name(&obj), "code") == 0)
		return kg_origins_code(o, obj.addr);
	if (kg_heap_frame_of(o->heap, obj, &f))
		return kg_origins_code(o, f.code);
	return obj.type->python_class ? kg_origins_class(o, obj.type->addr) : 0;
}

static kg_addr state_target(const struct kg_heap *h, const char *member)
{
	for (size_t i = 0; i < h->rt->nrefs; i++) {
		if (strcmp(h->rt->refs[i].owner, "interpreter") == 0 && strcmp(h->rt->refs[i].member, member) == 0)
			return h->rt->refs[i].target;
	}
	return 0;
}

/* The folder of os.py. */
static void find_stdlib(struct kg_origins *o)
{
	kg_addr dict = module_dict(o, "os"), file;
	struct kg_strbuf sb = {0};
	char *slash;

	if (!dict || !kg_dict_get_str(o->heap, dict, "__file__", &file))
		return;
	slash = kg_heap_text(o->heap, file, PATH_MAX_CHARS, &sb) && sb.text ? strrchr(sb.text, '/') : NULL;
	if (slash && !sb.failed) {
		slash[1] = '\0';
		o->stdlib = sb.text;
		return;
	}
	kg_strbuf_deinit(&sb);
}

struct kg_error *kg_origins_create(const struct kg_heap *h, struct kg_origins **ret)
{
	struct kg_origins *o = calloc(1, sizeof(*o));
	struct kg_error *err = o ? NULL : kg_error_nomem();

	if (err)
		return err;
	o->heap = h;
	err = kg_grow(&o->items, &o->cap, 0, sizeof(*o->items));
	if (err || !map_grow(o)) {
		kg_origins_destroy(o);
		return err ? err : kg_error_nomem();
	}
	o->items[o->n++] = (struct kg_origin){0};
	o->modules = state_target(h, "modules");
	find_stdlib(o);
	*ret = o;
	return NULL;
}

void kg_origins_destroy(struct kg_origins *o)
{
	if (!o)
		return;
	for (size_t i = 0; i < o->n; i++)
		free(o->items[i].name);
	free(o->items);
	free(o->slots);
	free(o->stdlib);
	free(o);
}
