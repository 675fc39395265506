/* kedge TARGET: the explorer, and the commands that are typed in it. */
#ifndef KG_CLI_EXPLORE_H
#define KG_CLI_EXPLORE_H

#include "cli/command.h"
#include "tui/tui.h"

/* Options alone; it has no .run and no line in commands.def. */
extern const struct kg_command kg_command_explore;

struct kg_explore {
	const struct kg_command *const *commands; /* that can be typed */
	size_t ncommands;
};

/** Shows the explorer until a person leaves it. Errors: as kg_tui_run() */
struct kg_error *kg_explore(const struct kg_explore *e, const struct kg_session_options *opts, double refresh_every,
			    bool color) KG_MUST_CHECK;

#endif
