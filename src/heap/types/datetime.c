/*
 * datetime and zoneinfo: none of them known to the collector.
 * Source: CPython 3.11.2 Include/datetime.h, Modules/_datetimemodule.c, Modules/_zoneinfo.c.
 */
#include "heap/core.h"
#include "heap/types/tables.h"

enum { HASTZ, DATA, TZINFO };
static const struct kg_field_name date_fields[] = {
	KG_FIELD("PyDateTime_Date", "hastzinfo"), KG_FIELD("PyDateTime_Date", "data"), KG_FIELDS_END};
static const struct kg_field_name time_fields[] = {
	KG_FIELD("PyDateTime_Time", "hastzinfo"), KG_FIELD("PyDateTime_Time", "data"),
	KG_FIELD("PyDateTime_Time", "tzinfo"), KG_FIELDS_END,
};
static const struct kg_field_name datetime_fields[] = {
	KG_FIELD("PyDateTime_DateTime", "hastzinfo"), KG_FIELD("PyDateTime_DateTime", "data"),
	KG_FIELD("PyDateTime_DateTime", "tzinfo"), KG_FIELDS_END,
};

/* A naive object is allocated without the tzinfo word: what stands there belongs to somebody else. */
static struct kg_error *tz_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				 struct kg_sink *sink)
{
	(void)h;
	if (o.p[native->field[HASTZ]])
		kg_sink_own(sink, kg_obj_addr(o, native->field[TZINFO]), ".tzinfo");
	return NULL;
}

static void put_date(const uint8_t *d, struct kg_strbuf *sb)
{
	kg_strbuf_printf(sb, "%04d-%02d-%02d", d[0] << 8 | d[1], d[2], d[3]);
}

static void put_time(const uint8_t *t, bool aware, struct kg_strbuf *sb)
{
	int us = t[3] << 16 | t[4] << 8 | t[5];

	kg_strbuf_printf(sb, "%02d:%02d:%02d", t[0], t[1], t[2]);
	if (us)
		kg_strbuf_printf(sb, ".%06d", us);
	if (aware)
		kg_strbuf_puts(sb, " (with tzinfo)");
}

static struct kg_error *date_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     size_t width, struct kg_strbuf *sb)
{
	(void)h;
	(void)width;
	put_date(o.p + native->field[DATA], sb);
	return NULL;
}

static struct kg_error *time_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				     size_t width, struct kg_strbuf *sb)
{
	(void)h;
	(void)width;
	put_time(o.p + native->field[DATA], o.p[native->field[HASTZ]], sb);
	return NULL;
}

static struct kg_error *datetime_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
					 size_t width, struct kg_strbuf *sb)
{
	const uint8_t *data = o.p + native->field[DATA];

	(void)h;
	(void)width;
	put_date(data, sb);
	kg_strbuf_putc(sb, ' ');
	put_time(data + 4, o.p[native->field[HASTZ]], sb);
	return NULL;
}

enum { DAYS, SECONDS, MICROSECONDS };
static const struct kg_field_name delta_fields[] = {
	KG_FIELD("PyDateTime_Delta", "days"), KG_FIELD("PyDateTime_Delta", "seconds"),
	KG_FIELD("PyDateTime_Delta", "microseconds"), KG_FIELDS_END,
};

/* As str(timedelta) writes it. */
static struct kg_error *delta_preview(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				      size_t width, struct kg_strbuf *sb)
{
	int32_t days = kg_word32(o.p, native->field[DAYS]), s = kg_word32(o.p, native->field[SECONDS]);
	int32_t us = kg_word32(o.p, native->field[MICROSECONDS]);

	(void)h;
	(void)width;
	if (days)
		kg_strbuf_printf(sb, "%d day%s, ", days, days == 1 || days == -1 ? "" : "s");
	kg_strbuf_printf(sb, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
	if (us)
		kg_strbuf_printf(sb, ".%06d", us);
	return NULL;
}

static const struct kg_member isocalendar_members[] = {KG_BASE("tuple"), KG_END};
static const struct kg_member timezone_members[] = {KG_O(offset), KG_O(name), KG_END};

/* The rule after the last transition: "dst" is filled only when there is one. */
static const struct kg_member zoneinfo_members[] = {
	KG_V_SINCE(KG_VERSION(3, 12, 0), "key", ".key"), KG_O(file_repr),
	KG_O(tzrule_after.std.utcoff), KG_O(tzrule_after.std.dstoff), KG_O(tzrule_after.std.tzname),
	KG_END,
};

enum {
	ZONE_NUM_TTINFOS, ZONE_TTINFOS, ZONE_STD_ONLY, ZONE_DST,
	TTINFO_UTCOFF, TTINFO_DSTOFF, TTINFO_TZNAME, TTINFO_SIZE,
};
static const struct kg_field_name zoneinfo_fields[] = {
	KG_FIELD("PyZoneInfo_ZoneInfo", "num_ttinfos"), KG_FIELD("PyZoneInfo_ZoneInfo", "_ttinfos"),
	KG_FIELD("PyZoneInfo_ZoneInfo", "tzrule_after.std_only"), KG_FIELD("PyZoneInfo_ZoneInfo", "tzrule_after.dst"),
	KG_FIELD("_ttinfo", "utcoff"), KG_FIELD("_ttinfo", "dstoff"), KG_FIELD("_ttinfo", "tzname"),
	KG_FIELD("_ttinfo", ""), KG_FIELDS_END,
};

static void push_ttinfo(const uint8_t *p, const struct kg_type *native, struct kg_sink *sink)
{
	kg_sink_own(sink, kg_word(p, native->field[TTINFO_UTCOFF]), ".ttinfo.utcoff");
	kg_sink_own(sink, kg_word(p, native->field[TTINFO_DSTOFF]), ".ttinfo.dstoff");
	kg_sink_own(sink, kg_word(p, native->field[TTINFO_TZNAME]), ".ttinfo.tzname");
}

/* The array of distinct offsets in memory of its own; the transitions only point into it. */
static struct kg_error *zoneinfo_edges(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native,
				       struct kg_sink *sink)
{
	kg_addr infos = kg_obj_addr(o, native->field[ZONE_TTINFOS]);
	uint64_t n = kg_obj_u64(o, native->field[ZONE_NUM_TTINFOS]), size = (uint64_t)native->field[TTINFO_SIZE];
	const void *p;
	struct kg_error *err;

	if (!o.p[native->field[ZONE_STD_ONLY]])
		push_ttinfo(o.p + native->field[ZONE_DST], native, sink);
	if (!infos)
		return NULL;
	err = kg_heap_array(h, infos, n, size, &p);
	if (err)
		return err;
	for (uint64_t i = 0; i < n; i++)
		push_ttinfo((const uint8_t *)p + i * size, native, sink);
	return NULL;
}

const struct kg_type_ops kg_types_datetime[] = {
	{.name = "datetime.IsoCalendarDate", .members = isocalendar_members},
	{.name = "datetime.date", .strct = "PyDateTime_Date", .fields = date_fields, .preview = date_preview},
	{.name = "datetime.time", .strct = "PyDateTime_Time", .fields = time_fields, .edges = tz_edges,
	 .preview = time_preview},
	{.name = "datetime.datetime", .strct = "PyDateTime_DateTime", .fields = datetime_fields, .edges = tz_edges,
	 .preview = datetime_preview},
	{.name = "datetime.timedelta", .strct = "PyDateTime_Delta", .fields = delta_fields, .preview = delta_preview},
	KG_LEAF("datetime.tzinfo"),
	{.name = "datetime.timezone", .strct = "PyDateTime_TimeZone", .members = timezone_members},
	{.name = "zoneinfo.ZoneInfo", .strct = "PyZoneInfo_ZoneInfo", .members = zoneinfo_members,
	 .fields = zoneinfo_fields, .edges = zoneinfo_edges},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_datetime[] = {{.name = NULL}};
