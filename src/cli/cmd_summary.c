#include "cli/summary.h"
#include "cli/summary_several.h"

static struct kg_error *run(struct kg_cli *cli)
{
	struct kg_summary f = {0};
	struct kg_error *err = kg_summary_create(cli, &f);

	kg_progress_clear(cli->progress);
	if (!err)
		err = cli->args->json ? kg_json_write(kg_summary_json(cli, &f), true, cli->out) : kg_summary_print(cli, &f);
	kg_summary_deinit(&f);
	return err;
}

const struct kg_command kg_command_summary = {
	.name = "summary",
	.summary = "what the process is, how its memory is spent, whether the reading is complete",
	.operands = "[TARGET...]",
	.details = "Of several targets, or with --tree of a process and its children: a row for each, and what they take\n"
		   "together with shared pages counted once. For live children of a fork it says which pages are no longer\n"
		   "shared because of reference counts or the collector alone.",
	.uses = KG_USE_TREE,
	.max_rest = -1,
	.tells_doubts = true,
	.run = run,
	.run_several = kg_summary_several,
};
