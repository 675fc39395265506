/* What stands in the way of looking into a process, and how to go round it. */
#ifndef KG_LIVE_PERMIT_H
#define KG_LIVE_PERMIT_H

#include <sys/types.h>

#include "base/error.h"

/**
 * Is @pid one that can be looked into at all: alive, a process and no thread, not
 * the kernel's, no zombie, not traced by another, not this process itself?
 * Errors: TARGET, one line that says which
 */
struct kg_error *kg_permit_check(pid_t pid) KG_MUST_CHECK;

/** The same, whoever traces it. */
struct kg_error *kg_permit_fit(pid_t pid) KG_MUST_CHECK;

/** Why the kernel refused with @errnum, by what can be seen: an error in any case. */
struct kg_error *kg_permit_explain(pid_t pid, int errnum) KG_MUST_CHECK;

/* What can be seen of a refusal. */
struct kg_permit_facts {
	pid_t pid;
	int64_t yama; /* kernel.yama.ptrace_scope, -1: no such thing */
	bool able;    /* this process has CAP_SYS_PTRACE */
	bool same_namespace; /* of users */
	bool host;    /* this process is in the first namespace of users */
	bool filtered; /* by seccomp, this process */
	bool same_user; /* of all its user and group numbers */
	uid_t owner, self;
};

/** @root: "" for this system */
struct kg_permit_facts kg_permit_facts(const char *root, pid_t pid);
/** The most likely reason and a way round it, in one line: an error in any case. */
struct kg_error *kg_permit_refused(const struct kg_permit_facts *f) KG_MUST_CHECK;

/* The first ones need most. */
enum kg_permit_need {
	KG_PERMIT_FRAMES, /* as the next two, and to tell in which frames of memory pages are */
	KG_PERMIT_TRIGGER, /* as the next, and to have the kernel tell of memory pressure as soon as it is there */
	KG_PERMIT_LOOK,	 /* into live processes, once or again */
	KG_PERMIT_CORE,	 /* no live process, but its files may be a process's */
	KG_PERMIT_FILES, /* a process was copied, and files of other users may be read still */
};

/**
 * Gives up all capabilities but those that @need takes, for good: for this thread, those it starts and the programs they
 * execute. To be called before threads are started. Nothing happens where there are none; and for looking, where there is
 * no CAP_SYS_PTRACE: then the kernel asks for all that the process has.
 */
void kg_permit_keep(enum kg_permit_need need);

#endif
