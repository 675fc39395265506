#include "cli/trust.h"

bool kg_cli_doubt(const struct kg_session *s, size_t i, struct kg_strbuf *sb)
{
	struct kg_strbuf raw = {0};
	bool no_roots = s->heap->nroots == 0, any = true;

	if (no_roots && i == 0)
		kg_strbuf_puts(sb, "no roots were found, so nothing is said of what keeps objects alive");
	else if ((any = kg_session_doubt(s, i - no_roots, &raw)))
		kg_strbuf_escape(sb, kg_strbuf_text(&raw), raw.len);
	kg_strbuf_deinit(&raw);
	return any;
}

struct kg_json *kg_cli_doubts_json(const struct kg_session *s)
{
	struct kg_json *list = kg_json_array();
	struct kg_strbuf sb = {0};

	for (size_t i = 0; kg_cli_doubt(s, i, &sb); i++) {
		kg_json_push(list, kg_json_text(kg_strbuf_text(&sb)));
		kg_strbuf_reset(&sb);
	}
	kg_strbuf_deinit(&sb);
	return list;
}

bool kg_cli_doubts_say(const struct kg_args *args, const struct kg_session *s, const char *target)
{
	struct kg_strbuf name = {0}, sb = {0};
	bool any = kg_cli_doubt(s, 0, &sb);

	kg_strbuf_escape(&name, target, strlen(target));
	if (any && (args->strict || !args->quiet))
		fprintf(stderr, "kedge: %s: %s\n", kg_strbuf_text(&name), kg_strbuf_text(&sb));
	kg_strbuf_deinit(&name);
	kg_strbuf_deinit(&sb);
	return any;
}
