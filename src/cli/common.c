#include <unistd.h>

#include "cli/command.h"
#include "report/cells.h"

#define LIMIT_DEFAULT 20

struct kg_session_options kg_cli_session_options(const struct kg_args *args, const char *target)
{
	return (struct kg_session_options){
		.target = target,
		.exe = args->exe,
		.sysroot = args->sysroot,
		.debug_dir = args->debug_dir,
		.no_dwarf = args->no_dwarf,
		.no_plugins = args->no_plugins,
		.quiet = args->quiet,
		.redact = args->redact,
		.threads = args->threads,
	};
}

struct kg_error *kg_cli_open(const struct kg_args *args, const char *target, struct kg_session **ret)
{
	struct kg_session_options opts = kg_cli_session_options(args, target);

	return kg_session_create(&opts, ret);
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

static struct kg_error *no_object(const struct kg_cli *cli, kg_addr addr)
{
	kg_node n = node_before(cli->heap, addr);
	kg_addr start = n == KG_NODE_NONE ? 0 : kg_heap_addr(cli->heap, n);
	const char *target = cli->args->target;

	if (n != KG_NODE_NONE && addr - start < kg_heap_size(cli->heap, n))
		return kg_error_create(KG_ERR_NOTFOUND, "%s: 0x%llx lies inside an object of type %s; ask for 0x%llx",
				       target, (unsigned long long)addr, kg_heap_type(cli->heap, n)->name,
				       (unsigned long long)start);
	if (!kg_image_segment(cli->heap->image, addr))
		return kg_error_create(KG_ERR_NOTFOUND, "%s: 0x%llx is not in the core's memory", target,
				       (unsigned long long)addr);
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

void kg_cli_more(const struct kg_cli *cli, uint64_t shown, uint64_t all)
{
	struct kg_strbuf sb = {0};

	if (shown >= all || cli->args->quiet || cli->args->json)
		return;
	kg_progress_clear(cli->progress);
	fflush(cli->out);
	kg_cell_count(&sb, shown);
	kg_strbuf_puts(&sb, " of ");
	kg_cell_count(&sb, all);
	fprintf(stderr, "kedge: %s shown; --limit 0 shows all\n", kg_strbuf_text(&sb));
	kg_strbuf_deinit(&sb);
}
