/* How far all answers about a target can be trusted. */
#ifndef KG_CLI_TRUST_H
#define KG_CLI_TRUST_H

#include "cli/command.h"
#include "report/json.h"

/** Line @i of what is in doubt, escaped, added to @sb. @return false when there are no more */
bool kg_cli_doubt(const struct kg_session *s, size_t i, struct kg_strbuf *sb);

/** The same as a list of texts. */
struct kg_json *kg_cli_doubts_json(const struct kg_session *s);

/** Says the first of them on standard error, for commands whose answer has no place for it.
 * @return whether there is any */
bool kg_cli_doubts_say(const struct kg_args *args, const struct kg_session *s, const char *target);

#endif
