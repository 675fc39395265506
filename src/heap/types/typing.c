/*
 * What annotations are made of: type parameters and aliases, in C since 3.12.
 * Source: tp_traverse and tp_dealloc in CPython 3.13 Objects/typevarobject.c, 3.14 Objects/unionobject.c,
 * templateobject.c and interpolationobject.c.
 */
#include "heap/types/tables.h"

/* The name became visible to the collector in the middle of two minor versions. */
#define NAME(m) \
	KG_OWN_WITHIN(0, KG_VERSION(3, 13, 10), m, "." m), \
	KG_VISIT_WITHIN(KG_VERSION(3, 13, 10), KG_VERSION(3, 14, 0), m, "." m), \
	KG_OWN_WITHIN(KG_VERSION(3, 14, 0), KG_VERSION(3, 14, 1), m, "." m), \
	KG_VISIT_WITHIN(KG_VERSION(3, 14, 1), 0, m, "." m)

static const struct kg_member typevar_members[] = {
	KG_VISIT_TYPE, NAME("name"), KG_V(bound), KG_V(evaluate_bound), KG_V(constraints), KG_V(evaluate_constraints),
	KG_V_OPT(default_value), KG_V_OPT(evaluate_default), KG_VISIT_MANAGED, KG_END};
static const struct kg_member paramspec_members[] = {
	KG_VISIT_TYPE, NAME("name"), KG_V(bound), KG_V_OPT(default_value), KG_V_OPT(evaluate_default), KG_VISIT_MANAGED,
	KG_END};
static const struct kg_member typevartuple_members[] = {
	KG_VISIT_TYPE, NAME("name"), KG_V_OPT(bound), KG_V_OPT(default_value), KG_V_OPT(evaluate_default), KG_VISIT_MANAGED, KG_END};
static const struct kg_member origin_members[] = {KG_VISIT("__origin__", ".__origin__"), KG_END};
static const struct kg_member alias_members[] = {
	NAME("name"), KG_V_OPT(qualname), KG_V(type_params), KG_V(compute_value), KG_V(value), KG_V(module), KG_END};

static const struct kg_member template_members[] = {KG_V(strings), KG_V(interpolations), KG_END};
static const struct kg_member template_iter_members[] = {KG_V(stringsiter), KG_V(interpolationsiter), KG_END};
static const struct kg_member interpolation_members[] = {
	KG_V(value), KG_V(expression), KG_V(conversion), KG_V(format_spec), KG_END};
static const struct kg_member lazy_members[] = {
	KG_VISIT("lz_builtins", ".lz_builtins"), KG_V(lz_from), KG_V(lz_attr), KG_V(lz_code), KG_END};
static const struct kg_member sentinel_members[] = {KG_V(name), KG_V(module), KG_V(repr), KG_END};

const struct kg_type_ops kg_types_typing[] = {
	{.name = "typing.TypeVar", .strct = "typevarobject", .members = typevar_members},
	{.name = "typing.ParamSpec", .strct = "paramspecobject", .members = paramspec_members},
	{.name = "typing.TypeVarTuple", .strct = "typevartupleobject", .members = typevartuple_members},
	{.name = "typing.ParamSpecArgs", .strct = "paramspecattrobject", .members = origin_members, .class_hidden = true},
	{.name = "typing.ParamSpecKwargs", .strct = "paramspecattrobject", .members = origin_members, .class_hidden = true},
	{.name = "typing.TypeAliasType", .strct = "typealiasobject", .members = alias_members},
	KG_LEAF("typing.Generic"),
	{.name = "string.templatelib.Template", .strct = "templateobject", .members = template_members},
	{.name = "string.templatelib.TemplateIter", .strct = "templateiterobject", .members = template_iter_members},
	{.name = "string.templatelib.Interpolation", .strct = "interpolationobject", .members = interpolation_members},
	{.name = "lazy_import", .strct = "PyLazyImportObject", .members = lazy_members},
	{.name = "sentinel", .strct = "sentinelobject", .members = sentinel_members},
	{.name = NULL},
};

const struct kg_module_ops kg_modules_typing[] = {{.name = NULL}};
