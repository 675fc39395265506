/*
 * Frames: _PyInterpreterFrame, or frame objects up to 3.10.
 * Source: CPython 3.11 Include/internal/pycore_frame.h; 3.9 Include/frameobject.h, 3.10
 * Include/cpython/frameobject.h.
 */
#include "cpython/cpython_priv.h"

static struct kg_error *pointers_read(const struct kg_runtime *rt, struct kg_frame *f, kg_addr *ret_instr)
{
	const int32_t *off = rt->layout->off;
	struct {
		enum kg_field field;
		kg_addr *to;
	} const all[] = {
		{F_IFRAME_CODE, &f->code},	     {F_IFRAME_FUNC, &f->func},
		{F_IFRAME_LOCALS, &f->locals},	     {F_IFRAME_FRAME_OBJ, &f->frame_obj},
		{F_IFRAME_PREVIOUS, &f->previous},   {F_IFRAME_PREV_INSTR, ret_instr},
	};
	struct kg_error *err = NULL;

	for (size_t i = 0; !err && i < KG_ARRAY_SIZE(all); i++) {
		if (kg_layout_has(rt->layout, all[i].field))
			err = kg_image_read_u64(rt->image, f->addr + off[all[i].field], all[i].to);
	}
	return err;
}

static enum kg_frame_owner owner_read(const struct kg_runtime *rt, kg_addr addr)
{
	uint8_t owner = KG_FRAME_OTHER;
	struct kg_error *err = kg_image_read(rt->image, addr + rt->layout->off[F_IFRAME_OWNER], &owner, 1);

	kg_error_destroy(err);
	return !err && owner < KG_FRAME_OTHER ? (enum kg_frame_owner)owner : KG_FRAME_OTHER;
}

/* As a count of slots from the first, -1 when not known. */
static int64_t stack_top(const struct kg_runtime *rt, kg_addr frame)
{
	const int32_t *off = rt->layout->off;
	kg_addr pointer;

	if (!kg_layout_has(rt->layout, F_IFRAME_STACKPOINTER))
		return kg_runtime_int(rt, frame + off[F_IFRAME_STACKTOP], -1);
	pointer = kg_runtime_word(rt, frame + off[F_IFRAME_STACKPOINTER]) - (frame + off[F_IFRAME_LOCALSPLUS]);
	return pointer % 8 ? -1 : (int64_t)pointer / 8;
}

/*
 * While a frame runs its stack pointer lives in a register and stacktop is -1:
 * the named slots are still in place. Otherwise stacktop counts all slots in use,
 * which is less than the named ones in a frame being cleared.
 */
static void slots_bound(const struct kg_runtime *rt, const struct kg_code *code, int64_t top, struct kg_frame *f)
{
	uint64_t avail;

	f->nlocals = code->nlocalsplus;
	f->stack_known = top >= 0 && (uint64_t)top <= (uint64_t)code->nlocalsplus + code->stacksize;
	f->nslots = f->stack_known ? (uint32_t)top : f->nlocals;
	kg_image_avail(rt->image, f->slots, &avail);
	if (f->nslots > avail / 8) {
		f->nslots = (uint32_t)(avail / 8);
		f->stack_known = false;
	}
	if (f->nlocals > avail / 8)
		f->nlocals = (uint32_t)(avail / 8);
}

static void slots_read(const struct kg_runtime *rt, const struct kg_code *code, struct kg_frame *f)
{
	const int32_t *off = rt->layout->off;

	f->slots = f->addr + off[F_IFRAME_LOCALSPLUS];
	slots_bound(rt, code, stack_top(rt, f->addr), f);
}

/* Slots in use, named ones included, of a frame object; -1: it runs, and its top of stack is in a register. */
static int64_t object_top(const struct kg_runtime *rt, const struct kg_code *code, kg_addr addr)
{
	const int32_t *off = rt->layout->off;
	int64_t depth;
	kg_addr top;

	if (kg_layout_has(rt->layout, F_FRAME_STACKDEPTH)) {
		depth = kg_runtime_int(rt, addr + off[F_FRAME_STACKDEPTH], -1);
	} else {
		top = kg_runtime_word(rt, addr + off[F_FRAME_STACKTOP]);
		depth = top ? (int64_t)(top - kg_runtime_word(rt, addr + off[F_FRAME_VALUESTACK])) / 8 : -1;
	}
	return depth < 0 ? -1 : depth + code->nlocalsplus;
}

static enum kg_frame_owner object_owner(const struct kg_runtime *rt, kg_addr addr)
{
	const int32_t *off = rt->layout->off;
	bool states = kg_layout_has(rt->layout, F_FRAME_STATE);
	int8_t state = -1;

	if (kg_runtime_word(rt, addr + off[F_FRAME_GEN]))
		return KG_FRAME_GENERATOR;
	kg_error_destroy(kg_image_read(rt->image, addr + off[states ? F_FRAME_STATE : F_FRAME_EXECUTING], &state, 1));
	/* FRAME_EXECUTING is 0, f_executing is true or false. */
	return (states ? state == 0 : state == 1) ? KG_FRAME_THREAD : KG_FRAME_OBJECT;
}

/* The frame object at @addr. */
static struct kg_error *object_read(const struct kg_runtime *rt, kg_addr addr, struct kg_frame *ret)
{
	const int32_t *off = rt->layout->off;
	struct kg_frame f = {.addr = addr, .frame_obj = addr, .complete = true};
	struct kg_code code;
	int64_t lasti;
	struct kg_error *err = kg_image_read_u64(rt->image, addr + off[F_FRAME_CODE], &f.code);

	if (!err)
		err = kg_image_read_u64(rt->image, addr + off[F_FRAME_BACK], &f.previous);
	if (!err)
		err = kg_code_read(rt, f.code, &code);
	if (err)
		return err;
	f.locals = kg_runtime_word(rt, addr + off[F_FRAME_LOCALS]);
	f.owner = object_owner(rt, addr);
	lasti = kg_runtime_int(rt, addr + off[F_FRAME_LASTI], -1);
	f.line = kg_code_line(rt, &code, lasti < 0 || !rt->layout->facts->lasti_units ? lasti : lasti * rt->layout->facts->code_unit);
	f.slots = addr + off[F_FRAME_LOCALSPLUS];
	slots_bound(rt, &code, object_top(rt, &code, addr), &f);
	*ret = f;
	return NULL;
}

/* Where the copy of the code begins that the frame's thread runs: its own, or the one in the code object. */
static kg_addr bytecode_of(const struct kg_runtime *rt, kg_addr frame, const struct kg_code *code)
{
	const int32_t *off = rt->layout->off;
	kg_addr copies, copy = 0;
	uint64_t i;

	if (!kg_layout_has(rt->layout, F_IFRAME_TLBC_INDEX) || !kg_layout_has(rt->layout, F_CODE_TLBC))
		return code->bytecode;
	i = (uint32_t)kg_runtime_int(rt, frame + (kg_addr)off[F_IFRAME_TLBC_INDEX], 0);
	copies = kg_runtime_word(rt, code->addr + (kg_addr)off[F_CODE_TLBC]);
	/* {size, address[]} */
	if (copies && i < kg_runtime_word(rt, copies))
		copy = kg_runtime_word(rt, copies + 8 + 8 * i);
	return copy ? copy : code->bytecode;
}

static struct kg_error *internal_read(const struct kg_runtime *rt, kg_addr addr, struct kg_frame *ret)
{
	struct kg_frame f = {.addr = addr};
	struct kg_code code;
	kg_addr instr = 0;
	int64_t offset;
	struct kg_error *err = pointers_read(rt, &f, &instr);

	if (err)
		return err;
	f.owner = owner_read(rt, addr);
	f.code = kg_frame_slot(rt->layout, f.code, &f.code_counted);
	f.func = kg_frame_slot(rt->layout, f.func, &f.func_counted);
	if (f.owner == KG_FRAME_OTHER) {
		*ret = (struct kg_frame){.addr = addr, .owner = f.owner, .previous = f.previous};
		return NULL;
	}
	if (!f.code)
		return kg_error_at(KG_ERR_CORRUPT, addr, "the frame at 0x%jx has no code object", (uintmax_t)addr);
	err = kg_code_read(rt, f.code, &code);
	if (err)
		return err;
	offset = (int64_t)(instr - bytecode_of(rt, addr, &code));
	f.complete = f.owner == KG_FRAME_GENERATOR ||
		     offset >= (int64_t)code.firsttraceable * rt->layout->facts->code_unit;
	f.line = kg_code_line(rt, &code, offset);
	slots_read(rt, &code, &f);
	*ret = f;
	return NULL;
}

struct kg_error *kg_frame_read(const struct kg_runtime *rt, kg_addr addr, struct kg_frame *ret)
{
	if (rt->layout->facts->frames == KG_FRAMES_OBJECTS)
		return object_read(rt, addr, ret);
	return internal_read(rt, addr, ret);
}
