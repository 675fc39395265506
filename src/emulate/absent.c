/* What stands in place of the engine where kedge is built without the emulator. */
#include "config.h"

#include "emulate/emulate_priv.h"

#ifndef HAVE_UNICORN

bool kg_emulator_available(enum kg_machine machine)
{
	(void)machine;
	return false;
}

struct kg_error *kg_engine_create(const struct kg_emulator_options *opts, const struct kg_scratch *scratch,
				  uint64_t budget, struct kg_engine **ret)
{
	(void)opts;
	(void)scratch;
	(void)budget;
	(void)ret;
	return kg_error_create(KG_ERR_NOTFOUND, "this kedge was built without the emulator (libunicorn)");
}

void kg_engine_destroy(struct kg_engine *e)
{
	(void)e;
}

void kg_engine_patch(struct kg_engine *e, const struct kg_patches *patches)
{
	(void)e;
	(void)patches;
}

kg_addr kg_engine_pc(const struct kg_engine *e)
{
	(void)e;
	return 0;
}

struct kg_error *kg_engine_prepare(struct kg_engine *e)
{
	(void)e;
	return NULL;
}

enum kg_engine_end kg_engine_run(struct kg_engine *e, kg_addr *ret_fault)
{
	(void)e;
	*ret_fault = 0;
	return KG_ENGINE_TRAP;
}

void kg_engine_stop(struct kg_engine *e)
{
	(void)e;
}

bool kg_engine_private(struct kg_engine *e, kg_addr addr)
{
	(void)e;
	(void)addr;
	return false;
}

void kg_engine_restore(struct kg_engine *e)
{
	(void)e;
}

unsigned int kg_engine_pages(const struct kg_engine *e)
{
	(void)e;
	return 0;
}

bool kg_engine_forget(struct kg_engine *e)
{
	(void)e;
	return false;
}

#endif
