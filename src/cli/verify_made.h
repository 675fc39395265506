/* `kedge verify --made`: decoders over made-up objects. */
#ifndef KG_CLI_VERIFY_MADE_H
#define KG_CLI_VERIFY_MADE_H

#include "cli/command.h"

/** The whole answer; *ret_disagree: does anything? Errors: as kg_made_create(); OS */
struct kg_error *kg_cli_verify_made(const struct kg_cli *cli, bool *ret_disagree) KG_MUST_CHECK;

#endif
