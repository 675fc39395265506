/* The summary as JSON. */
#include <string.h>

#include "analysis/cycles.h"
#include "analysis/totals.h"
#include "analysis/verify.h"
#include "cli/summary.h"

/* Files of the cache that C structs came from, and such that were made for the next time. */
static struct kg_json *layout_cache_json(const struct kg_process *p)
{
	struct kg_json *doc = kg_json_object();

	kg_json_set(doc, "read", kg_json_u64(p->cache.read));
	kg_json_set(doc, "written", kg_json_u64(p->cache.written));
	return doc;
}

static const char *layout_source(const struct kg_layout *lay)
{
	static const char *const names[] = {"dwarf", "debug-offsets", "table"};

	return names[lay->source];
}

static struct kg_json *text_json(struct kg_strbuf *sb)
{
	struct kg_json *v = sb->failed ? NULL : kg_json_text(kg_strbuf_text(sb));

	kg_strbuf_deinit(sb);
	return v;
}

static struct kg_json *hostile_json(const char *text)
{
	struct kg_strbuf sb = {0};

	if (!text)
		return kg_json_null();
	kg_strbuf_escape(&sb, text, strlen(text));
	return text_json(&sb);
}

/* Of cores that kedge took itself, from a live process. */
static void set_live(struct kg_json *row, const struct kg_live *l)
{
	kg_json_set(row, "pause_seconds", kg_json_real(l->pause_seconds));
	kg_json_set(row, "forked", kg_json_bool(l->forked));
	kg_json_set(row, "stopped", kg_json_bool(l->stopped));
	kg_json_set(row, "redacted", kg_json_bool(l->redacted));
	kg_json_set(row, "copied_bytes", kg_json_u64(l->copied_bytes));
	kg_json_set(row, "untouched_bytes", kg_json_u64(l->untouched_bytes));
	kg_json_set(row, "omitted_bytes", kg_json_u64(l->payload_bytes));
	kg_json_set(row, "omitted_shared_bytes", kg_json_u64(l->shared_bytes));
	kg_json_set(row, "unreadable_bytes", kg_json_u64(l->unreadable_bytes));
	kg_json_set(row, "rss_bytes", kg_json_u64(l->rss_bytes));
	kg_json_set(row, "blocked_threads", kg_json_u64(l->blocked));
}

static struct kg_json *source_json(const struct kg_cli *cli)
{
	const struct kg_image *img = cli->heap->image;
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};
	bool live = cli->session->live_pid != 0;

	kg_summary_time(img->mtime_s, &sb);
	kg_json_set(row, "kind", kg_json_text(live ? "pid" : "core"));
	kg_json_set(row, "path", live ? kg_json_null() : hostile_json(img->path));
	if (img->live.known)
		set_live(row, &img->live);
	kg_json_set(row, "format", kg_json_text(img->format));
	kg_json_set(row, "bytes", kg_json_u64(img->file_bytes));
	kg_json_set(row, "time", text_json(&sb));
	kg_json_set(row, "pid", img->pid ? kg_json_i64(img->pid) : kg_json_null());
	kg_json_set(row, "signal", img->signal ? kg_json_i64(img->signal) : kg_json_null());
	kg_json_set(row, "program", hostile_json(img->fname));
	kg_json_set(row, "command", cli->args->redact ? kg_json_null() : hostile_json(img->psargs));
	kg_json_set(row, "threads", kg_json_u64(img->nthreads));
	return row;
}

static struct kg_json *python_json(const struct kg_heap *h)
{
	const struct kg_layout *lay = h->rt->layout;
	struct kg_json *row = kg_json_object();
	struct kg_strbuf sb = {0};

	kg_summary_version(&lay->version, &sb);
	kg_json_set(row, "version", text_json(&sb));
	kg_json_set(row, "implementation", kg_json_text("cpython"));
	kg_json_set(row, "debug", kg_json_bool(lay->debug));
	kg_json_set(row, "free_threaded", kg_json_bool(lay->free_threaded));
	kg_json_set(row, "interpreters", kg_json_u64(h->rt->ninterps));
	kg_json_set(row, "threads", kg_json_u64(h->rt->nthreads));
	return row;
}

/* All CPythons of the process: --python takes the number or the path. */
static struct kg_json *pythons_json(const struct kg_runtime *rt)
{
	struct kg_json *list = kg_json_array();

	for (uint32_t i = 0; i < rt->npythons; i++) {
		const struct kg_python *p = &rt->pythons[i];
		struct kg_json *row = kg_json_object();
		struct kg_strbuf sb = {0};

		kg_summary_version(&p->version, &sb);
		kg_json_set(row, "number", kg_json_u64(i + 1));
		kg_json_set(row, "version", p->version.major ? kg_json_text(kg_strbuf_text(&sb)) : kg_json_null());
		kg_json_set(row, "path", hostile_json(p->module->path));
		kg_json_set(row, "runtime", kg_json_addr(p->runtime));
		kg_json_set(row, "read", kg_json_bool(p->read));
		kg_json_set(row, "initialized", kg_json_bool(p->live));
		kg_json_set(row, "why", hostile_json(p->why));
		kg_json_push(list, row);
		kg_strbuf_deinit(&sb);
	}
	return list;
}

static const char *module_state(enum kg_module_state state)
{
	static const char *const names[] = {"matched", "unchecked", "mismatch", "missing"};

	return names[state];
}

/* What told that the file is the one. */
static struct kg_json *matched_by_json(const struct kg_module *m)
{
	if (m->state == KG_MODULE_MATCHED)
		return kg_json_text(m->by_functions ? "functions" : "build-id");
	return m->state == KG_MODULE_UNCHECKED ? kg_json_text("headers") : kg_json_null();
}

static struct kg_json *modules_json(const struct kg_process *p)
{
	struct kg_json *list = kg_json_array();

	for (size_t i = 0; i < p->nmodules; i++) {
		const struct kg_module *m = &p->modules[i];
		struct kg_json *row = kg_json_object();

		kg_json_set(row, "path", hostile_json(m->path));
		kg_json_set(row, "build_id", m->build_id[0] ? kg_json_text(m->build_id) : kg_json_null());
		kg_json_set(row, "state", kg_json_text(module_state(m->state)));
		kg_json_set(row, "matched_by", matched_by_json(m));
		kg_json_set(row, "found", hostile_json(m->found));
		kg_json_set(row, "debuginfo", hostile_json(m->debug));
		kg_json_set(row, "note", hostile_json(m->note));
		kg_json_push(list, row);
	}
	return list;
}

static struct kg_json *collectable_json(const struct kg_summary *f)
{
	struct kg_json *row = kg_json_object();
	const struct kg_cycles *c = f->cycles;

	kg_json_set(row, "objects", c ? kg_json_u64(c->nmembers) : kg_json_null());
	kg_json_set(row, "bytes", c ? kg_json_u64(c->bytes) : kg_json_null());
	kg_json_set(row, "freed", c ? kg_json_u64(c->freed) : kg_json_null());
	kg_json_set(row, "freed_objects", c ? kg_json_u64(c->freed_objects) : kg_json_null());
	return row;
}

static struct kg_json *gc_json(const struct kg_heap *h, const struct kg_summary *f)
{
	const struct kg_gc_state *gc = h->rt->ninterps ? &h->rt->interps[0].gc : NULL;
	struct kg_json *row = kg_json_object(), *thresholds = kg_json_array(), *counts = kg_json_array();

	for (unsigned int i = 0; gc && i < KG_GENERATIONS; i++) {
		kg_json_push(thresholds, kg_json_i64(gc->gens[i].threshold));
		kg_json_push(counts, kg_json_i64(gc->gens[i].count));
	}
	kg_json_set(row, "enabled", gc ? kg_json_bool(gc->enabled) : kg_json_null());
	kg_json_set(row, "collecting", gc ? kg_json_bool(gc->collecting) : kg_json_null());
	kg_json_set(row, "debug", gc ? kg_json_u64(gc->debug) : kg_json_null());
	kg_json_set(row, "thresholds", thresholds);
	kg_json_set(row, "counts", counts);
	kg_json_set(row, "frozen", kg_json_u64(f->frozen));
	kg_json_set(row, "garbage", kg_json_i64(kg_summary_garbage(h)));
	return row;
}

static struct kg_json *damage_json(const struct kg_damages *d)
{
	struct kg_json *row = kg_json_object(), *list = kg_json_array();

	for (size_t i = 0; i < d->kept; i++) {
		struct kg_json *one = kg_json_object();

		kg_json_set(one, "addr", kg_json_addr(d->items[i].addr));
		kg_json_set(one, "text", hostile_json(d->items[i].text));
		kg_json_push(list, one);
	}
	kg_json_set(row, "count", kg_json_u64(d->count));
	kg_json_set(row, "examples", list);
	return row;
}

static struct kg_json *doubts_json(const struct kg_session *s)
{
	struct kg_json *list = kg_json_array();
	struct kg_strbuf sb = {0};

	for (size_t i = 0; kg_session_doubt(s, i, &sb); i++) {
		kg_json_push(list, hostile_json(kg_strbuf_text(&sb)));
		kg_strbuf_reset(&sb);
	}
	kg_strbuf_deinit(&sb);
	return list;
}

/* What plugins say of the target that is a guess. */
static struct kg_json *guesses_json(const struct kg_heap *h)
{
	struct kg_json *list = kg_json_array(), *row;
	struct kg_strbuf text = {0};
	const char *name;

	for (size_t i = 0; (name = kg_heap_plugin_guesses(h, i, &text)); i++) {
		if (text.len > 0) {
			row = kg_json_object();
			kg_json_set(row, "plugin", kg_json_text(name));
			kg_json_set(row, "text", hostile_json(kg_strbuf_text(&text)));
			kg_json_push(list, row);
		}
		kg_strbuf_reset(&text);
	}
	kg_strbuf_deinit(&text);
	return list;
}

static struct kg_json *unknown_json(const struct kg_heap *h, const struct kg_summary *f)
{
	struct kg_json *list = kg_json_array();

	for (uint32_t i = 0; i < f->totals->n; i++) {
		enum kg_refs_source source;
		const char *why;
		struct kg_json *row;

		if (!kg_summary_unknown(h, &f->totals->items[i]))
			continue;
		row = kg_json_object();
		source = kg_heap_refs_source(h, h->types[f->totals->items[i].type], &why);
		kg_json_set(row, "name", kg_json_text(h->types[f->totals->items[i].type]->name));
		kg_json_set(row, "count", kg_json_u64(f->totals->items[i].objects));
		kg_json_set(row, "references", kg_json_text(kg_refs_source_name(source)));
		kg_json_set(row, "size_known", kg_json_bool(!h->types[f->totals->items[i].type]->sizeof_override));
		if (why)
			kg_json_set(row, "why", kg_json_text(why));
		kg_json_push(list, row);
	}
	return list;
}

/* Modules in C of whose state no table knows. */
static struct kg_json *modules_unknown_json(const struct kg_heap *h)
{
	struct kg_json *list = kg_json_array();
	struct kg_module_reading r;

	for (size_t i = 0; kg_heap_module_reading(h, i, &r); i++) {
		struct kg_json *row;

		if (r.source == KG_REFS_DECODED)
			continue;
		row = kg_json_object();
		kg_json_set(row, "name", kg_json_text(r.name));
		kg_json_set(row, "references", kg_json_text(kg_refs_source_name(r.source)));
		if (r.why)
			kg_json_set(row, "why", kg_json_text(r.why));
		kg_json_push(list, row);
	}
	return list;
}

/* null: nothing was checked, for want of an emulator or with --no-plugins */
static struct kg_json *verify_json(const struct kg_verify *v)
{
	struct kg_json *row;

	if (!v || !v->emulated)
		return kg_json_null();
	row = kg_json_object();
	kg_json_set(row, "checked", kg_json_u64(v->checked));
	kg_json_set(row, "disagree", kg_json_u64(v->disagree));
	kg_json_set(row, "unable", kg_json_u64(v->unable));
	return row;
}

static struct kg_json *phase_json(const char *name, double seconds, uint64_t peak)
{
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "name", kg_json_text(name));
	kg_json_set(row, "seconds", kg_json_real(seconds));
	kg_json_set(row, "peak_bytes", kg_json_u64(peak));
	return row;
}

static struct kg_json *phases_json(const struct kg_session *s)
{
	struct kg_json *list = kg_json_array();

	kg_json_push(list, phase_json("opening", s->open_seconds, s->open_peak_bytes));
	for (unsigned int i = 0; i < s->heap->nphases; i++)
		kg_json_push(list, phase_json(s->heap->phases[i].name, s->heap->phases[i].seconds,
					      s->heap->phases[i].peak_bytes));
	return list;
}

struct kg_json *kg_summary_json(const struct kg_cli *cli, const struct kg_summary *f)
{
	const struct kg_heap *h = cli->heap;
	struct kg_json *doc = kg_json_object();
	struct kg_strbuf doubt = {0};

	kg_json_set(doc, "source", source_json(cli));
	kg_json_set(doc, "python", python_json(h));
	kg_json_set(doc, "pythons", pythons_json(h->rt));
	kg_json_set(doc, "layout_source", kg_json_text(layout_source(h->rt->layout)));
	kg_json_set(doc, "layout_table", h->rt->layout->table ? kg_json_text(h->rt->layout->table) : kg_json_null());
	kg_json_set(doc, "layout_cache", layout_cache_json(cli->session->process));
	kg_json_set(doc, "complete", kg_json_bool(!kg_session_doubt(cli->session, 0, &doubt)));
	kg_json_set(doc, "doubts", doubts_json(cli->session));
	kg_json_set(doc, "modules", modules_json(cli->session->process));
	kg_json_set(doc, "objects", kg_json_u64(h->nodes));
	kg_json_set(doc, "references", kg_json_u64(h->graph.edges));
	kg_json_set(doc, "python_bytes", kg_json_u64(f->totals->all.bytes));
	kg_json_set(doc, "payload_bytes", kg_json_u64(f->totals->all.payload));
	kg_json_set(doc, "scanned", kg_json_u64(f->totals->all.scanned));
	kg_json_set(doc, "surplus", kg_json_u64(f->totals->surplus));
	kg_json_set(doc, "negative", kg_json_u64(h->negative));
	kg_json_set(doc, "collectable", collectable_json(f));
	kg_json_set(doc, "gc", gc_json(h, f));
	kg_json_set(doc, "damage", damage_json(&h->image->damage));
	kg_json_set(doc, "verify", verify_json(f->verify));
	kg_json_set(doc, "unknown_types", unknown_json(h, f));
	kg_json_set(doc, "unknown_modules", modules_unknown_json(h));
	kg_json_set(doc, "guesses", guesses_json(h));
	kg_json_set(doc, "phases", phases_json(cli->session));
	kg_strbuf_deinit(&doubt);
	return doc;
}
