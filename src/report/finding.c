#include "report/finding.h"

#include <ctype.h>
#include <string.h>

#include "report/cells.h"

#define COLUMNS 80
#define INDENT 4
#define NAME_MAX_BYTES 120
#define MARGIN "             " /* text after "    evidence " and its like */

static void add_fact(const struct kg_fact *fact, struct kg_strbuf *sb)
{
	switch (fact->kind) {
	case KG_FACT_COUNT:
		kg_cell_count(sb, fact->value);
		break;
	case KG_FACT_ID:
		kg_strbuf_printf(sb, "%llu", (unsigned long long)fact->value);
		break;
	case KG_FACT_BYTES:
		kg_cell_bytes(sb, fact->value);
		break;
	case KG_FACT_ADDR:
		kg_cell_addr(sb, fact->value);
		break;
	case KG_FACT_TEXT:
		kg_strbuf_puts(sb, fact->text);
		break;
	}
}

/* "{tasks:task waits|tasks wait}" is "1 task waits" or "2 tasks wait"; with # the words alone. */
static bool add_words(const struct kg_finding *f, char *name, struct kg_strbuf *sb)
{
	char *at = strpbrk(name, ":#"), *many = at ? strchr(at, '|') : NULL, how = at ? *at : 0;
	const struct kg_fact *fact;

	if (!many)
		return false;
	*at = *many = '\0';
	fact = kg_finding_fact(f, name);
	if (fact && how == ':') {
		kg_cell_count(sb, fact->value);
		kg_strbuf_putc(sb, ' ');
	}
	kg_strbuf_puts(sb, !fact ? "?" : fact->value == 1 ? at + 1 : many + 1);
	return true;
}

static void add_named(const struct kg_finding *f, char *name, const char *target, struct kg_strbuf *sb)
{
	const struct kg_fact *fact = kg_finding_fact(f, name);

	if (add_words(f, name, sb))
		return;
	if (strcmp(name, "bytes") == 0)
		kg_cell_bytes(sb, f->bytes);
	else if (strcmp(name, "target") == 0)
		kg_strbuf_puts(sb, target);
	else if (fact)
		add_fact(fact, sb);
	else
		kg_strbuf_putc(sb, '?');
}

void kg_report_fill(const struct kg_finding *f, const char *template, const char *target, struct kg_strbuf *sb)
{
	while (*template) {
		const char *end = *template == '{' ? strchr(template, '}') : NULL;
		char name[NAME_MAX_BYTES];

		if (!end || (size_t)(end - template) > sizeof(name)) {
			kg_strbuf_putc(sb, *template ++);
			continue;
		}
		memcpy(name, template + 1, (size_t)(end - template - 1));
		name[end - template - 1] = '\0';
		add_named(f, name, target, sb);
		template = end + 1;
	}
}

void kg_report_next(const struct kg_finding *f, const char *target, struct kg_strbuf *sb)
{
	kg_strbuf_puts(sb, "kedge ");
	kg_report_fill(f, f->next, target, sb);
}

void kg_report_shell_word(const char *text, struct kg_strbuf *sb)
{
	bool plain = text[0] != '\0';

	for (const char *p = text; *p; p++)
		plain = plain && (isalnum((unsigned char)*p) || strchr("_./:@%+=,-", *p));
	if (plain) {
		kg_strbuf_puts(sb, text);
		return;
	}
	kg_strbuf_putc(sb, '\'');
	for (; *text; text++) {
		if (*text == '\'')
			kg_strbuf_puts(sb, "'\\''");
		else
			kg_strbuf_add(sb, text, 1);
	}
	kg_strbuf_putc(sb, '\'');
}

/* JSON */

static struct kg_json *taken(struct kg_strbuf *sb)
{
	struct kg_json *v = sb->failed ? NULL : kg_json_text(kg_strbuf_text(sb));

	kg_strbuf_deinit(sb);
	return v;
}

static struct kg_json *fact_json(const struct kg_fact *fact)
{
	static const char *const units[] = {"count", "bytes", "address", "text", "count"};
	struct kg_json *row = kg_json_object();

	kg_json_set(row, "name", kg_json_text(fact->name));
	if (fact->kind == KG_FACT_TEXT)
		kg_json_set(row, "value", kg_json_text(fact->text));
	else if (fact->kind == KG_FACT_ADDR)
		kg_json_set(row, "value", kg_json_addr(fact->value));
	else
		kg_json_set(row, "value", kg_json_u64(fact->value));
	kg_json_set(row, "unit", kg_json_text(units[fact->kind]));
	return row;
}

struct kg_json *kg_report_finding_json(const struct kg_finding *f, uint64_t heap_bytes, const char *target,
				       const char *kept_by)
{
	struct kg_json *row = kg_json_object(), *evidence = kg_json_array();
	struct kg_strbuf sentence = {0}, next = {0};

	kg_report_fill(f, f->sentence, target, &sentence);
	kg_report_next(f, target, &next);
	kg_json_set(row, "kind", kg_json_text(f->kind));
	kg_json_set(row, "bytes", kg_json_u64(f->bytes));
	kg_json_set(row, "share", kg_json_real(heap_bytes ? (double)f->bytes / (double)heap_bytes : 0));
	kg_json_set(row, "sentence", taken(&sentence));
	kg_json_set(row, "guess", f->guess ? kg_json_text(f->guess) : kg_json_null());
	kg_json_set(row, "kept_by", kept_by ? kg_json_text(kept_by) : kg_json_null());
	for (size_t i = 0; i < f->nfacts; i++)
		kg_json_push(evidence, fact_json(&f->facts[i]));
	kg_json_set(row, "evidence", evidence);
	kg_json_set(row, "next", taken(&next));
	return row;
}

/* Text */

#define HARD_SPACE '\x1f' /* no text that is safe to show has one */

/* Adds words up to the column, and goes on in the next line after @margin. */
static void wrap(const char *text, size_t column, const char *margin, struct kg_strbuf *sb)
{
	while (*text) {
		size_t n = strcspn(text, " "), columns;
		struct kg_strbuf word = {0};

		for (size_t i = 0; i < n; i++)
			kg_strbuf_putc(&word, text[i] == HARD_SPACE ? ' ' : text[i]);
		columns = kg_cell_columns(kg_strbuf_text(&word));
		if (column + columns > COLUMNS && column > strlen(margin)) {
			while (sb->len > 0 && sb->text[sb->len - 1] == ' ')
				sb->text[--sb->len] = '\0';
			kg_strbuf_printf(sb, "\n%s", margin);
			column = strlen(margin);
		}
		kg_strbuf_puts(sb, kg_strbuf_text(&word));
		column += columns;
		text += n;
		for (; *text == ' '; text++, column++)
			kg_strbuf_putc(sb, ' ');
		kg_strbuf_deinit(&word);
	}
	kg_strbuf_putc(sb, '\n');
}

static void add_labeled(const char *label, const char *text, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "%*s%-9s", INDENT, "", label);
	wrap(text, strlen(MARGIN), MARGIN, sb);
}

/* A number and its unit stay in one line. */
static void add_hard(const struct kg_fact *fact, struct kg_strbuf *sb)
{
	size_t from = sb->len;

	add_fact(fact, sb);
	for (size_t i = from; i < sb->len && fact->kind == KG_FACT_BYTES; i++) {
		if (sb->text[i] == ' ')
			sb->text[i] = HARD_SPACE;
	}
}

static void add_evidence(const struct kg_finding *f, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};

	for (size_t i = 0; i < f->nfacts; i++) {
		const char *name = f->facts[i].name;

		kg_strbuf_puts(&text, i ? ", " : "");
		for (; *name; name++)
			kg_strbuf_putc(&text, *name == '_' ? HARD_SPACE : *name);
		kg_strbuf_putc(&text, HARD_SPACE);
		add_hard(&f->facts[i], &text);
	}
	add_labeled("evidence", kg_strbuf_text(&text), sb);
	kg_strbuf_deinit(&text);
}

void kg_report_finding_text(const struct kg_finding *f, size_t rank, uint64_t heap_bytes, const char *target,
			    const char *kept_by, struct kg_strbuf *sb)
{
	struct kg_strbuf text = {0};

	kg_strbuf_printf(sb, "%zu.  ", rank);
	kg_cell_bytes(sb, f->bytes);
	kg_strbuf_printf(sb, ", %.1f %% of the heap: %s\n%*s",
			 heap_bytes ? 100.0 * (double)f->bytes / (double)heap_bytes : 0, f->kind, INDENT, "");
	kg_report_fill(f, f->sentence, target, &text);
	wrap(kg_strbuf_text(&text), INDENT, "    ", sb);
	if (f->guess)
		add_labeled("guess", f->guess, sb);
	if (kept_by)
		add_labeled("kept by", kept_by, sb);
	add_evidence(f, sb);
	kg_strbuf_reset(&text);
	kg_report_next(f, target, &text);
	kg_strbuf_printf(sb, "%*s%-9s%s\n", INDENT, "", "next", kg_strbuf_text(&text));
	sb->failed = sb->failed || text.failed;
	kg_strbuf_deinit(&text);
}
