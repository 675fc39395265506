#include "report/payload.h"

#include "report/cells.h"

void kg_report_size(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb)
{
	struct kg_payload p;

	kg_cell_bytes(sb, kg_heap_size(h, n));
	if (kg_heap_type(h, n)->sizeof_override)
		kg_strbuf_puts(sb, " (its class has a __sizeof__ of its own, which may answer otherwise)");
	if (kg_heap_view(h, n, &p)) {
		kg_strbuf_puts(sb, ", and shows ");
		kg_cell_bytes(sb, p.bytes);
		kg_strbuf_printf(sb, " at 0x%llx that the object at 0x%llx has", (unsigned long long)p.addr, (unsigned long long)p.owner);
	}
	if (!kg_heap_payload(h, n, &p))
		return;
	kg_strbuf_puts(sb, p.in_size ? ", of that " : ", and ");
	kg_cell_bytes(sb, p.bytes);
	kg_strbuf_printf(sb, " of content (%s)", p.where ? p.where : "somewhere");
	if (p.addr)
		kg_strbuf_printf(sb, " at 0x%llx", (unsigned long long)p.addr);
}

void kg_report_block(const struct kg_heap *h, kg_node block, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "0x%llx  %s", (unsigned long long)kg_heap_addr(h, block), kg_heap_type(h, block)->name);
}

void kg_report_share(const struct kg_heap *h, const struct kg_share *share, struct kg_strbuf *sb)
{
	kg_report_block(h, share->view, sb);
	kg_strbuf_puts(sb, " shows ");
	kg_cell_bytes(sb, share->bytes);
}
