/* The emulated processor: how it is opened, run and left. */
#include "config.h"

#include "emulate/emulate_priv.h"

#ifdef HAVE_UNICORN

#include <assert.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

#include "emulate/engine_priv.h"
#include "emulate/library.h"
#include "emulate/loop.h"

#define CREDIT 16 /* blocks that each reference shown is worth, where blocks are counted */
#define STATE_REGS 6

/*
 * A machine that can be emulated. state: what only the kernel sets, and emulated code could set as well since
 * nothing tells it apart from a kernel.
 */
struct kg_engine_machine {
	uc_arch arch;
	uc_mode mode;
	int model; /* of the processor; -1: the usual one */
	const struct kg_loop *loop;
	const uint8_t *routines;
	int control, sp, tp, pc; /* registers; control: where the loop has its control words */
	uint32_t syscall;	 /* number of the exception that is a system call */
	struct {
		int reg;
		uint64_t mask; /* of the bits that are state; 0: all */
	} state[STATE_REGS];
	uc_arm64_cp_reg system[KG_ENGINE_STATE_WORDS - STATE_REGS]; /* more state; op0 0: none */
};

static const struct kg_engine_machine machines[] = {
    [KG_MACHINE_X86_64] = {
	.arch = UC_ARCH_X86,
	.mode = UC_MODE_64,
	.model = -1,
	.loop = &kg_loop_x86,
	.routines = kg_routines_x86,
	.control = UC_X86_REG_RBX,
	.sp = UC_X86_REG_RSP,
	.tp = UC_X86_REG_FS_BASE,
	.pc = UC_X86_REG_RIP,
	.syscall = 0x80,
	.state = {{UC_X86_REG_CR0, 0}, {UC_X86_REG_CR3, 0}, {UC_X86_REG_CR4, 0}, {UC_X86_REG_CS, 0},
		  {UC_X86_REG_FS_BASE, 0}, {UC_X86_REG_GS_BASE, 0}},
    },
    [KG_MACHINE_AARCH64] = {
	.arch = UC_ARCH_ARM64,
	.mode = UC_MODE_ARM,
	.model = UC_CPU_ARM64_MAX, /* the C library may have chosen atomic instructions of ARMv8.1 */
	.loop = &kg_loop_arm,
	.routines = kg_routines_arm,
	.control = UC_ARM64_REG_X19,
	.sp = UC_ARM64_REG_SP,
	.tp = UC_ARM64_REG_TPIDR_EL0,
	.pc = UC_ARM64_REG_PC,
	.syscall = 2, /* EXCP_SWI of QEMU's target/arm/cpu.h */
	/* Of PSTATE the mode and the interrupt masks. */
	.state = {{UC_ARM64_REG_CPACR_EL1, 0}, {UC_ARM64_REG_TTBR0_EL1, 0}, {UC_ARM64_REG_TTBR1_EL1, 0},
		  {UC_ARM64_REG_VBAR_EL1, 0}, {UC_ARM64_REG_TPIDR_EL0, 0}, {UC_ARM64_REG_PSTATE, 0x3df}},
	.system = {{.crn = 1, .crm = 0, .op0 = 3, .op1 = 0, .op2 = 0},	/* SCTLR_EL1 */
		   {.crn = 2, .crm = 0, .op0 = 3, .op1 = 0, .op2 = 2}}, /* TCR_EL1 */
    },
};

/* CPACR_EL1: floating point and vectors do not trap (Arm ARM, D17.2.29: FPEN). */
#define ARM_FPEN (UINT64_C(3) << 20)

/* As a process begins with them, and as the loop expects them (System V ABI, AMD64 supplement, table 3.4). */
#define MXCSR 0x1f80
#define X87_CONTROL 0x37f

#define SONAME_OF(major) "libunicorn.so." #major
#define SONAME(major) SONAME_OF(major)

struct kg_unicorn kg_unicorn;
static bool unicorn_loaded;
static pthread_once_t unicorn_once = PTHREAD_ONCE_INIT;

static void unicorn_load(void)
{
#define X(name) "uc_" #name,
	static const char *const names[] = {KG_UNICORN(X)};
#undef X

	static_assert(sizeof(kg_unicorn) == sizeof(names), "a pointer for each name");
	unicorn_loaded = kg_library_load(SONAME(UC_API_MAJOR), names, (void **)&kg_unicorn, KG_ARRAY_SIZE(names));
}

bool kg_emulator_available(enum kg_machine machine)
{
	pthread_once(&unicorn_once, unicorn_load);
	return unicorn_loaded && (size_t)machine < KG_ARRAY_SIZE(machines);
}

void kg_engine_stop_for(struct kg_engine *e, enum kg_engine_end why)
{
	if (e->end == KG_ENGINE_DONE)
		e->end = why;
	kg_unicorn.emu_stop(e->uc);
}

static bool on_access(uc_engine *uc, uc_mem_type type, uint64_t addr, int size, int64_t value, void *arg)
{
	struct kg_engine *e = arg;

	(void)uc;
	(void)size;
	(void)value;
	e->fault = addr;
	switch (type) {
	case UC_MEM_READ_UNMAPPED:
	case UC_MEM_WRITE_UNMAPPED:
	case UC_MEM_FETCH_UNMAPPED:
		if (kg_engine_map_around(e, addr))
			return true;
		e->end = type == UC_MEM_FETCH_UNMAPPED ? KG_ENGINE_FETCH : KG_ENGINE_MISSING;
		return false;
	case UC_MEM_WRITE_PROT:
		e->end = KG_ENGINE_SHARED;
		return false;
	case UC_MEM_FETCH_PROT:
		e->end = KG_ENGINE_FETCH;
		return false;
	default:
		e->end = KG_ENGINE_MISSING;
		return false;
	}
}

static void on_syscall(uc_engine *uc, void *arg)
{
	(void)uc;
	kg_engine_stop_for(arg, KG_ENGINE_SYSCALL);
}

static uint32_t on_in(uc_engine *uc, uint32_t port, int size, void *arg)
{
	(void)uc;
	(void)port;
	(void)size;
	kg_engine_stop_for(arg, KG_ENGINE_TRAP);
	return 0;
}

static void on_out(uc_engine *uc, uint32_t port, int size, uint32_t value, void *arg)
{
	(void)uc;
	(void)port;
	(void)size;
	(void)value;
	kg_engine_stop_for(arg, KG_ENGINE_TRAP);
}

static void on_trap(uc_engine *uc, uint32_t number, void *arg)
{
	const struct kg_engine *e = arg;

	(void)uc;
	kg_engine_stop_for(arg, number == e->machine->syscall ? KG_ENGINE_SYSCALL : KG_ENGINE_TRAP);
}

static void on_block(uc_engine *uc, uint64_t addr, uint32_t size, void *arg)
{
	struct kg_engine *e = arg;

	(void)uc;
	(void)size;
	e->visits += addr == e->scratch->base + e->machine->loop->visit;
	if (++e->blocks > e->budget + CREDIT * e->visits || e->visits > e->scratch->outputs + 1)
		kg_engine_stop_for(e, KG_ENGINE_BUDGET);
}

static uc_err map_scratch(struct kg_engine *e)
{
	static const struct {
		uint64_t from, to;
		uint32_t prot;
	} parts[] = {
	    {KG_SCRATCH_CODE, KG_SCRATCH_GAP, UC_PROT_READ | UC_PROT_EXEC},
	    /* Unicorn 2.0 looks at each store whether it hits translated code, page by page in tables of 4 MiB of its own
	     * memory, in the order in which it was mapped: stores that share no table with code take half the time. */
	    {KG_SCRATCH_GAP, KG_SCRATCH_OBJECTS, UC_PROT_NONE},
	    {KG_SCRATCH_OBJECTS, KG_SCRATCH_ENDS, UC_PROT_READ},
	    {KG_SCRATCH_ENDS, KG_SCRATCH_HOLE, UC_PROT_READ | UC_PROT_WRITE},
	    {KG_SCRATCH_STACK, KG_SCRATCH_STACK_END, UC_PROT_READ | UC_PROT_WRITE},
	    {KG_SCRATCH_OUTPUT, 0, UC_PROT_READ | UC_PROT_WRITE},
	};
	const struct kg_scratch *s = e->scratch;
	uc_err rc = UC_ERR_OK;

	memcpy(s->host + KG_SCRATCH_CODE, e->machine->loop->code, e->machine->loop->bytes);
	memcpy(s->host + KG_SCRATCH_ROUTINES, e->machine->routines, KG_ROUTINES_BYTES);
	kg_ask_put(e->image->machine, s->host + KG_SCRATCH_ASK);
	for (size_t i = 0; i < KG_ARRAY_SIZE(parts) && rc == UC_ERR_OK; i++)
		rc = kg_unicorn.mem_map_ptr(e->uc, s->base + parts[i].from,
					    (parts[i].to ? parts[i].to : s->size) - parts[i].from, parts[i].prot,
					    s->host + parts[i].from);
	return rc;
}

/* What an x86 processor has besides exceptions to leave the program by. */
static uc_err add_x86_hooks(struct kg_engine *e)
{
	static const struct {
		void *function;
		int instruction;
	} hooks[] = {
	    {(void *)on_syscall, UC_X86_INS_SYSCALL},
	    {(void *)on_syscall, UC_X86_INS_SYSENTER},
	    {(void *)on_in, UC_X86_INS_IN},
	    {(void *)on_out, UC_X86_INS_OUT},
	};
	uc_hook hook;
	uc_err rc = kg_unicorn.hook_add(e->uc, &hook, UC_HOOK_EDGE_GENERATED, (void *)kg_engine_on_generated, e, 1, 0);

	for (size_t i = 0; i < KG_ARRAY_SIZE(hooks) && rc == UC_ERR_OK; i++)
		rc = kg_unicorn.hook_add(e->uc, &hook, UC_HOOK_INSN, hooks[i].function, e, 1, 0, hooks[i].instruction);
	return rc;
}

static uc_err add_hooks(struct kg_engine *e)
{
	uc_hook hook;
	uc_err rc = kg_unicorn.hook_add(e->uc, &hook, UC_HOOK_MEM_INVALID, (void *)on_access, e, 1, 0);

	if (rc == UC_ERR_OK)
		rc = kg_unicorn.hook_add(e->uc, &hook, UC_HOOK_INTR, (void *)on_trap, e, 1, 0);
	if (rc == UC_ERR_OK && e->machine->arch == UC_ARCH_X86)
		rc = add_x86_hooks(e);
	if (rc == UC_ERR_OK && e->budget)
		rc = kg_unicorn.hook_add(e->uc, &hook, UC_HOOK_BLOCK, (void *)on_block, e, 1, 0);
	return rc;
}

static void read_state(struct kg_engine *e, uint64_t *state)
{
	const struct kg_engine_machine *m = e->machine;

	for (unsigned int i = 0; i < STATE_REGS; i++) {
		state[i] = 0;
		kg_unicorn.reg_read(e->uc, m->state[i].reg, &state[i]);
		state[i] &= m->state[i].mask ? m->state[i].mask : UINT64_MAX;
	}
	for (unsigned int i = STATE_REGS; i < KG_ENGINE_STATE_WORDS; i++) {
		uc_arm64_cp_reg reg = m->system[i - STATE_REGS];

		if (reg.op0)
			kg_unicorn.reg_read(e->uc, UC_ARM64_REG_CP_REG, &reg);
		state[i] = reg.val;
	}
}

/* The registers every run begins with: a stack, and the thread's own storage, where stack canaries are. */
static uc_err set_registers(struct kg_engine *e)
{
	const struct kg_image *img = e->image;
	uint64_t control = e->scratch->base + KG_SCRATCH_CONTROL, sp = e->scratch->base + KG_SCRATCH_STACK_END - 256;
	uint64_t tp = 0, fpen = ARM_FPEN, mxcsr = MXCSR, x87 = X87_CONTROL;
	uc_err rc;

	for (size_t i = 0; i < img->nthreads && !tp; i++)
		tp = kg_image_span(img, img->threads[i].tp, 64) ? img->threads[i].tp : 0;
	rc = kg_unicorn.reg_write(e->uc, e->machine->control, &control);
	if (rc == UC_ERR_OK)
		rc = kg_unicorn.reg_write(e->uc, e->machine->sp, &sp);
	if (rc == UC_ERR_OK)
		rc = kg_unicorn.reg_write(e->uc, e->machine->tp, &tp);
	if (rc == UC_ERR_OK && e->machine->arch == UC_ARCH_ARM64)
		rc = kg_unicorn.reg_write(e->uc, UC_ARM64_REG_CPACR_EL1, &fpen);
	if (rc == UC_ERR_OK && e->machine->arch == UC_ARCH_X86)
		rc = kg_unicorn.reg_write(e->uc, UC_X86_REG_MXCSR, &mxcsr);
	if (rc == UC_ERR_OK && e->machine->arch == UC_ARCH_X86)
		rc = kg_unicorn.reg_write(e->uc, UC_X86_REG_FPCW, &x87);
	read_state(e, e->state);
	if (rc == UC_ERR_OK)
		rc = kg_unicorn.context_alloc(e->uc, &e->start);
	return rc == UC_ERR_OK ? kg_unicorn.context_save(e->uc, e->start) : rc;
}

static uc_err open_processor(struct kg_engine *e)
{
	uc_err rc = kg_unicorn.open(e->machine->arch, e->machine->mode, &e->uc);

	if (rc == UC_ERR_OK && e->machine->model >= 0)
		rc = kg_unicorn.ctl(e->uc, UC_CTL_WRITE(UC_CTL_CPU_MODEL, 1), e->machine->model);
	if (rc == UC_ERR_OK)
		rc = map_scratch(e);
	if (rc == UC_ERR_OK)
		rc = add_hooks(e);
	return rc == UC_ERR_OK ? set_registers(e) : rc;
}

static void close_processor(struct kg_engine *e)
{
	if (e->start)
		kg_unicorn.context_free(e->start);
	if (e->uc)
		kg_unicorn.close(e->uc);
	for (unsigned int i = 0; i < e->npages; i++)
		free(e->pages[i].copy);
	for (size_t i = 0; i < e->npatched; i++)
		free(e->patched[i].copy);
	e->start = NULL;
	e->uc = NULL;
	e->npages = 0;
	e->npatched = 0;
}

struct kg_error *kg_engine_create(const struct kg_emulator_options *opts, const struct kg_scratch *scratch,
				  uint64_t budget, struct kg_engine **ret)
{
	struct kg_engine *e = calloc(1, sizeof(*e));

	if (!e)
		return kg_error_nomem();
	e->image = opts->image;
	e->machine = &machines[opts->image->machine];
	e->code = opts->code;
	e->code_arg = opts->arg;
	e->scratch = scratch;
	e->budget = budget;
	if (open_processor(e) != UC_ERR_OK) {
		kg_engine_destroy(e);
		return kg_error_nomem();
	}
	*ret = e;
	return NULL;
}

void kg_engine_destroy(struct kg_engine *e)
{
	if (!e)
		return;
	close_processor(e);
	free(e->patched);
	free(e);
}

void kg_engine_patch(struct kg_engine *e, const struct kg_patches *patches)
{
	e->patches = patches;
	e->broken = true;
}

kg_addr kg_engine_pc(const struct kg_engine *e)
{
	return e->pc;
}

/* Of what no hook spoke. */
static enum kg_engine_end end_of(uc_err rc)
{
	switch (rc) {
	case UC_ERR_READ_UNMAPPED:
	case UC_ERR_WRITE_UNMAPPED:
	case UC_ERR_READ_PROT:
		return KG_ENGINE_MISSING;
	case UC_ERR_FETCH_UNMAPPED:
	case UC_ERR_FETCH_PROT:
		return KG_ENGINE_FETCH;
	default:
		return KG_ENGINE_TRAP;
	}
}

/* A processor whose state the code changed is thrown away. */
static bool state_kept(struct kg_engine *e)
{
	uint64_t now[KG_ENGINE_STATE_WORDS];

	read_state(e, now);
	return memcmp(now, e->state, sizeof(now)) == 0;
}

struct kg_error *kg_engine_prepare(struct kg_engine *e)
{
	if (e->uc && !e->broken)
		return NULL;
	close_processor(e);
	e->broken = false;
	return open_processor(e) == UC_ERR_OK ? NULL : kg_error_nomem();
}

enum kg_engine_end kg_engine_run(struct kg_engine *e, kg_addr *ret_fault)
{
	unsigned int before = e->nforbidden;
	uint64_t pc = 0, until = e->scratch->base + e->machine->loop->done;
	uc_err rc;

	e->end = KG_ENGINE_DONE;
	e->blocks = e->visits = 0;
	kg_unicorn.context_restore(e->uc, e->start);
	rc = kg_unicorn.emu_start(e->uc, e->scratch->base, until, 0, 0);
	kg_unicorn.reg_read(e->uc, e->machine->pc, &pc);
	*ret_fault = e->fault;
	e->pc = pc;
	e->broken = !state_kept(e);
	if (e->broken)
		return KG_ENGINE_STATE;
	/* A new processor has translated nothing of it. */
	e->broken = e->nforbidden > before || e->nforbidden == KG_ENGINE_FORBIDDEN_MAX;
	if (e->end != KG_ENGINE_DONE)
		return e->end;
	if (rc != UC_ERR_OK)
		return end_of(rc);
	/* Ended elsewhere: by kg_engine_stop(), or by an instruction that waits for an interrupt. */
	return pc == until ? KG_ENGINE_DONE : KG_ENGINE_STOPPED;
}

void kg_engine_stop(struct kg_engine *e)
{
	kg_unicorn.emu_stop(e->uc);
}

#endif
