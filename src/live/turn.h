/*
 * A process has one tracer at a time. One that copies it lets go after moments, and is waited for; one that stays is told of.
 */
#ifndef KG_LIVE_TURN_H
#define KG_LIVE_TURN_H

#include <sys/types.h>

#include "base/error.h"

/* Set to zeroes but for .told. */
struct kg_turn {
	void (*told)(const char *line); /* gets a line for people when it takes longer than a moment, once; NULL: nobody */
	bool is_told;
	double since; /* kg_meter_seconds() of the first wait, 0: none */
};

/**
 * Takes a nap when somebody else traces thread @tid of @pid; a kedge that does so gets more patience than others.
 * @return false when that is not so, or there is no patience left
 */
bool kg_turn_wait(struct kg_turn *t, pid_t pid, pid_t tid);

/** Waits while @pid is seen to be traced. @return false when it still is, and there is no patience left */
bool kg_turn_await(struct kg_turn *t, pid_t pid);

#endif
