#include <stdarg.h>
#include <unistd.h>

#include "analysis/made.h"
#include "cli/command.h"
#include "report/cells.h"
#include "session/plugins.h"

#define LIMIT_DEFAULT 20

void kg_cli_say_waiting(const char *line)
{
	struct kg_strbuf sb = {0};

	kg_strbuf_escape(&sb, line, strlen(line));
	fprintf(stderr, "kedge: %s\n", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

struct kg_session_options kg_cli_session_options(const struct kg_args *args, const char *target)
{
	return (struct kg_session_options){
		.target = target,
		.exe = args->exe,
		.sysroot = args->sysroot,
		.debug_dir = args->debug_dir,
		.python = args->python,
		.no_dwarf = args->no_dwarf,
		.plugins = args->plugins,
		.no_emulator = args->no_plugins,
		.no_cache = args->no_cache,
		.quiet = args->quiet,
		.redact = args->redact,
		.spare = args->made ? KG_MADE_SPARE : 0,
		.with_buffers = args->with_buffers,
		.fork = args->fork,
		.told = kg_cli_say_waiting,
		.threads = args->threads,
	};
}

/* How long a process stood still is said in any case. */
static void say_live(const struct kg_session *s)
{
	struct kg_strbuf sb = {0};

	kg_session_say_live(s, &sb);
	if (sb.len > 0)
		fprintf(stderr, "kedge: %s\n", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}

void kg_cli_say_unasked(const struct kg_session *s)
{
	struct kg_strbuf sb = {0};

	for (size_t i = 0; kg_session_unasked(s, i, &sb); i++) {
		fprintf(stderr, "kedge: %s\n", kg_strbuf_text(&sb));
		kg_strbuf_reset(&sb);
	}
	kg_strbuf_deinit(&sb);
}

struct kg_error *kg_cli_open_as(const struct kg_session_options *opts, struct kg_session **ret)
{
	struct kg_error *err = kg_session_create(opts, ret);

	if (!err) {
		say_live(*ret);
		kg_cli_say_unasked(*ret);
	}
	return err;
}

struct kg_error *kg_cli_open(const struct kg_args *args, const char *target, struct kg_session **ret)
{
	struct kg_session_options opts = kg_cli_session_options(args, target);

	return kg_cli_open_as(&opts, ret);
}

/* Number of the last object that starts at or before @addr, KG_NODE_NONE before all. */
static kg_node node_before(const struct kg_heap *h, kg_addr addr)
{
	kg_node low = 0, high = h->nodes;

	while (low < high) {
		kg_node mid = low + (high - low) / 2;

		if (kg_heap_addr(h, mid) <= addr)
			low = mid + 1;
		else
			high = mid;
	}
	return low == 0 ? KG_NODE_NONE : low - 1;
}

/* Bytes from its start that are surely its own: sys.getsizeof() also counts tables that lie elsewhere. */
static uint64_t own_bytes(const struct kg_heap *h, kg_node n)
{
	const struct kg_type *t = kg_heap_type(h, n);
	struct kg_obj o = kg_heap_get(h, n);
	uint64_t size = kg_heap_size(h, n), own = (uint64_t)t->basicsize;
	int64_t items = t->itemsize > 0 ? kg_obj_size(h, o) : 0;

	own += (uint64_t)(items < 0 ? -items : items) * (uint64_t)t->itemsize;
	return own < size ? own : size;
}

static struct kg_error *no_object(const struct kg_cli *cli, kg_addr addr)
{
	kg_node n = node_before(cli->heap, addr);
	kg_addr start = n == KG_NODE_NONE ? 0 : kg_heap_addr(cli->heap, n);
	const char *target = cli->args->target;

	if (n != KG_NODE_NONE && addr - start < own_bytes(cli->heap, n))
		return kg_error_create(KG_ERR_NOTFOUND, "%s: 0x%llx lies inside an object of type %s; ask for 0x%llx",
				       target, (unsigned long long)addr, kg_heap_type(cli->heap, n)->name,
				       (unsigned long long)start);
	if (!kg_image_segment(cli->heap->image, addr))
		return kg_error_create(KG_ERR_NOTFOUND, "%s: 0x%llx is not in the %s memory", target, (unsigned long long)addr,
				       cli->session->live_pid ? "process's copied" : "core's");
	return kg_error_create(KG_ERR_NOTFOUND, "%s: 0x%llx: no object starts there; \"kedge objects\" lists them",
			       target, (unsigned long long)addr);
}

struct kg_error *kg_cli_node(const struct kg_cli *cli, const char *text, kg_node *ret)
{
	kg_addr addr = 0;
	struct kg_error *err = kg_args_addr(text, &addr);

	if (err)
		return err;
	*ret = kg_heap_node(cli->heap, addr);
	return *ret == KG_NODE_NONE ? no_object(cli, addr) : NULL;
}

uint64_t kg_cli_limit(const struct kg_cli *cli)
{
	if (cli->args->limit_set)
		return cli->args->limit;
	return cli->args->json ? 0 : LIMIT_DEFAULT;
}

void kg_cli_hint(const struct kg_cli *cli, const char *fmt, ...)
{
	va_list ap;

	if (!cli->hints && cli->args->quiet)
		return;
	kg_progress_clear(cli->progress);
	fflush(cli->out);
	if (!cli->hints)
		fputs("kedge: ", stderr);
	va_start(ap, fmt);
	vfprintf(cli->hints ? cli->hints : stderr, fmt, ap);
	va_end(ap);
	fputc('\n', cli->hints ? cli->hints : stderr);
}

void kg_cli_more(const struct kg_cli *cli, uint64_t shown, uint64_t all)
{
	struct kg_strbuf sb = {0};

	if (shown >= all || cli->args->json)
		return;
	kg_cell_count(&sb, shown);
	kg_strbuf_puts(&sb, " of ");
	kg_cell_count(&sb, all);
	kg_cli_hint(cli, "%s shown; --limit 0 shows all", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}
