/* Interpreter frames. Source: CPython 3.11 Include/internal/pycore_frame.h */
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

/*
 * While a frame runs its stack pointer lives in a register and stacktop is -1:
 * the named slots are still in place. Otherwise stacktop counts all slots in use,
 * which is less than the named ones in a frame being cleared.
 */
static void slots_read(const struct kg_runtime *rt, const struct kg_code *code, struct kg_frame *f)
{
	const int32_t *off = rt->layout->off;
	int32_t top = kg_runtime_int(rt, f->addr + off[F_IFRAME_STACKTOP], -1);
	uint64_t avail;

	f->slots = f->addr + off[F_IFRAME_LOCALSPLUS];
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

struct kg_error *kg_frame_read(const struct kg_runtime *rt, kg_addr addr, struct kg_frame *ret)
{
	struct kg_frame f = {.addr = addr};
	struct kg_code code;
	kg_addr instr = 0;
	int64_t offset;
	struct kg_error *err = pointers_read(rt, &f, &instr);

	if (err)
		return err;
	if (!f.code)
		return kg_error_at(KG_ERR_CORRUPT, addr, "the frame at 0x%jx has no code object", (uintmax_t)addr);
	err = kg_code_read(rt, f.code, &code);
	if (err)
		return err;
	f.owner = owner_read(rt, addr);
	offset = (int64_t)(instr - code.bytecode);
	f.complete = f.owner == KG_FRAME_GENERATOR ||
		     offset >= (int64_t)code.firsttraceable * rt->priv->info->code_unit;
	f.line = kg_code_line(rt, &code, offset);
	slots_read(rt, &code, &f);
	*ret = f;
	return NULL;
}
