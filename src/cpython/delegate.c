/*
 * Is a suspended frame in a `yield from` or an await, or in a plain yield? From 3.13 on
 * its generator says so, before that what it would execute next tells.
 * Source: _PyGen_yf() in CPython's Objects/genobject.c of each version.
 */
#include "cpython/cpython_priv.h"

/* RESUME's argument, which says after what the frame resumes: 2 is `yield from`, 3 an await. */
enum { RESUME_AFTER = 3 };

/* The instruction after the one that suspended the frame, with an argument of at least @arg. */
static const struct {
	uint32_t since, until;
	uint8_t opcodes[2], arg;
} rules[] = {
	{KG_VERSION(3, 8, 0), KG_VERSION(3, 11, 0), {72, 72}, 0},     /* YIELD_FROM, which is executed again */
	{KG_VERSION(3, 11, 0), KG_VERSION(3, 12, 0), {151, 150}, 2},  /* RESUME, RESUME_QUICK */
	{KG_VERSION(3, 12, 0), KG_VERSION(3, 13, 0), {151, 240}, 2},  /* RESUME, INSTRUMENTED_RESUME */
};

/* FRAME_SUSPENDED_YIELD_FROM; since 3.15 one more, locked. */
static const struct {
	uint32_t since, until;
	int8_t first, last;
	uint8_t below; /* words on the stack above what it delegates to: since 3.15 one for the index of an iteration */
} states[] = {
	{KG_VERSION(3, 13, 0), KG_VERSION(3, 15, 0), -1, -1, 0},
	{KG_VERSION(3, 15, 0), 0, 2, 3, 1},
};

/* Address of the instruction that suspended the frame, 0 unknown. */
static kg_addr last_instruction(const struct kg_runtime *rt, const struct kg_frame *f)
{
	const struct kg_layout *lay = rt->layout;
	struct kg_code code;
	struct kg_error *err;
	int64_t lasti;

	if (lay->facts->frames != KG_FRAMES_OBJECTS)
		return kg_layout_has(lay, F_IFRAME_PREV_INSTR) ? kg_runtime_word(rt, f->addr + lay->off[F_IFRAME_PREV_INSTR]) : 0;
	err = kg_code_read(rt, f->code, &code);
	lasti = kg_runtime_int(rt, f->addr + lay->off[F_FRAME_LASTI], -1);
	if (err || lasti < 0) {
		kg_error_destroy(err);
		return 0;
	}
	return code.bytecode + (kg_addr)(lay->facts->lasti_units ? 2 * lasti : lasti);
}

static bool next_delegates(const struct kg_runtime *rt, const struct kg_frame *f)
{
	kg_addr at = last_instruction(rt, f);
	uint8_t next[2];
	struct kg_error *err = at ? kg_image_read(rt->image, at + sizeof(next), next, sizeof(next)) : NULL;
	uint32_t version = kg_version_number(rt->layout->version);

	kg_error_destroy(err);
	for (size_t i = 0; i < KG_ARRAY_SIZE(rules) && at && !err; i++) {
		if (kg_version_within(version, rules[i].since, rules[i].until))
			return (next[0] == rules[i].opcodes[0] || next[0] == rules[i].opcodes[1]) &&
			       (rules[i].arg ? next[1] & RESUME_AFTER : next[1]) >= rules[i].arg;
	}
	return false;
}

/* Only a generator's own frame can, and it is a part of the generator. */
static bool state_delegates(const struct kg_runtime *rt, const struct kg_frame *f, int8_t first, int8_t last)
{
	const int32_t *off = rt->layout->off;
	struct kg_error *err;
	int8_t state;

	if (f->owner != KG_FRAME_GENERATOR || !kg_layout_has(rt->layout, F_GEN_FRAME_STATE) ||
	    !kg_layout_has(rt->layout, F_GEN_IFRAME))
		return false;
	err = kg_image_read(rt->image, f->addr - (kg_addr)off[F_GEN_IFRAME] + (kg_addr)off[F_GEN_FRAME_STATE], &state, 1);
	kg_error_destroy(err);
	return !err && state >= first && state <= last;
}

kg_addr kg_frame_delegate(const struct kg_runtime *rt, const struct kg_frame *f)
{
	uint32_t version = kg_version_number(rt->layout->version), below = 0;
	bool delegates = false, known = false, counted;
	uint64_t word = 0;

	for (size_t i = 0; i < KG_ARRAY_SIZE(states) && !known; i++) {
		known = kg_version_within(version, states[i].since, states[i].until);
		if (known) {
			delegates = state_delegates(rt, f, states[i].first, states[i].last);
			below = states[i].below;
		}
	}
	if (!known)
		delegates = next_delegates(rt, f);
	if (!delegates || !f->stack_known || f->nslots <= f->nlocals + below)
		return 0;
	kg_error_destroy(kg_image_read_u64(rt->image, f->slots + 8 * ((kg_addr)f->nslots - 1 - below), &word));
	return kg_frame_slot(rt->layout, word, &counted);
}
