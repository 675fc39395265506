/*
 * A signal and no thread: the process that emulates has one thread, and no right to make another. What a signal handler
 * looks at can be reached by no argument, hence the one variable.
 */
#include "emulate/watchdog.h"

#include <signal.h>
#include <sys/time.h>

/* What is stopped here is run again and counted, not timed: time never decides what an object shows. */
#define TICK_US 30000
#define STILL_TICKS 2
#define RUN_TICKS 20 /* code that only pretends to get on */

static struct {
	struct kg_engine *volatile engine; /* at work, NULL none */
	const struct kg_emulate_control *control;
	uint64_t index, out; /* at the last tick */
	unsigned int still, ticks;
} watched;

static void tick(int number)
{
	uint64_t index, out;

	(void)number;
	if (!watched.engine)
		return;
	index = __atomic_load_n(&watched.control->index, __ATOMIC_RELAXED);
	out = __atomic_load_n(&watched.control->out, __ATOMIC_RELAXED);
	watched.still = watched.ticks++ && index == watched.index && out == watched.out ? watched.still + 1 : 0;
	watched.index = index;
	watched.out = out;
	if (watched.still >= STILL_TICKS || watched.ticks > RUN_TICKS)
		kg_engine_stop(watched.engine);
}

void kg_watchdog_start(void)
{
	const struct itimerval often = {{0, TICK_US}, {0, TICK_US}};
	struct sigaction action = {.sa_handler = tick, .sa_flags = SA_RESTART};

	sigaction(SIGPROF, &action, NULL);
	setitimer(ITIMER_PROF, &often, NULL);
}

void kg_watchdog_on(struct kg_engine *e, const struct kg_emulate_control *control)
{
	watched.engine = NULL;
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	watched.control = control;
	watched.still = watched.ticks = 0;
	__atomic_signal_fence(__ATOMIC_SEQ_CST);
	watched.engine = e;
}

void kg_watchdog_off(void)
{
	watched.engine = NULL;
}
