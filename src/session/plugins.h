/*
 * The plugins of a run: shared objects of two folders, the one that the user names and kedge's own library
 * folder. Nothing else is ever loaded: not from the current folder, not from a path that the environment
 * or a target names.
 */
#ifndef KG_SESSION_PLUGINS_H
#define KG_SESSION_PLUGINS_H

#include "heap/type.h"
#include "session/session.h"

struct kg_plugin_file {
	char *path; /* absolute, as it was loaded */
	const char *name, *version; /* as the plugin says; .version may be NULL */
	size_t ntypes;
	uint64_t able; /* KG_ABLE_... */
	void (*guesses)(const struct kg_heap *h, struct kg_strbuf *sb);
	void *handle;
	struct kg_type_ops *types; /* as this kedge's structs have them; a copy, as are what .members and .fields point to */
	void **parts; /* of that copy */
	size_t nparts;
};

struct kg_plugins {
	struct kg_plugin_file *items;
	size_t n, cap;
	struct kg_type_group *groups; /* [n] the same for the heap */
	char *given, *library;	      /* folders, absolute; NULL: none was given, there is none */
	char **notes;		      /* what was not loaded, or not in whole, and why: a line each, safe to show */
	size_t nnotes, cap_notes;
};

/**
 * Loads what is in @dir (NULL: no such folder is given) and in the library folder. Of two plugins of one
 * name the former's counts. A file that is no good is a note and nothing else.
 * Errors: USAGE when @dir is empty, not there, or no folder; or open for anybody to write; NOMEM
 */
struct kg_error *kg_plugins_create(const char *dir, struct kg_plugins **ret) KG_MUST_CHECK;
void kg_plugins_destroy(struct kg_plugins *p);

/** Why the @i-th of the plugins that are not asked for the target of @s is none of its, as a line, safe to show: its
 * objects begin otherwise than the plugin is made for. @return false when there are no more */
bool kg_session_unasked(const struct kg_session *s, size_t i, struct kg_strbuf *sb);

#endif
