/* The memory that an object has or shows, and who else shows it, in words. */
#ifndef KG_REPORT_PAYLOAD_H
#define KG_REPORT_PAYLOAD_H

#include "analysis/shares.h"

/** "2.3 MiB, of that 2.3 MiB of content (heap) at 0x7f21c40b6a80"; of a view what it shows, and whose. */
void kg_report_size(const struct kg_heap *h, kg_node n, struct kg_strbuf *sb);

/** "0x7f21c40b6a80  numpy.ndarray" */
void kg_report_block(const struct kg_heap *h, kg_node block, struct kg_strbuf *sb);
/** "0x7f21c40b6a80  numpy.ndarray shows 1.1 MiB" */
void kg_report_share(const struct kg_heap *h, const struct kg_share *share, struct kg_strbuf *sb);

#endif
