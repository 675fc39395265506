/*
 * Traverse functions for aarch64, good and hostile: x0 object, x1 visit, x2 arg, which is the emulator's own memory
 * (struct kg_emulate_control). arm_corpus.h is made of it:
 *	aarch64-linux-gnu-as -o c.o arm-corpus.S; aarch64-linux-gnu-objcopy -O binary -j .text c.o c.bin
 * its words, and the symbols of c.o.
 */
	.arch armv8.5-a+lse+sve+memtag
	.text
	/* Py_VISIT of the words at 16 and 24. */
at_good: paciasp
	stp	x29, x30, [sp, #-48]!
	stp	x19, x20, [sp, #16]
	str	x21, [sp, #32]
	mov	x19, x0
	mov	x20, x1
	mov	x21, x2
	ldr	x0, [x19, #16]
	cbz	x0, 1f
	mov	x1, x21
	blr	x20
	cbnz	w0, 2f
1:	ldr	x0, [x19, #24]
	cbz	x0, 2f
	mov	x1, x21
	blr	x20
2:	ldr	x21, [sp, #32]
	ldp	x19, x20, [sp, #16]
	ldp	x29, x30, [sp], #48
	autiasp
	ret
	/* Good but for objects whose word at 32 is 1. */
at_picky: ldr	x3, [x0, #32]
	cmp	x3, #1
	b.ne	at_good
	mov	x3, #0x3000
	ldr	x3, [x3]
	ret
at_endless: b	at_endless
at_seldom_endless: ldr	x3, [x0, #32]
	cmp	x3, #1
	b.ne	at_good
	b	at_endless
at_pretends: ldr x3, [x2, #16]
	eor	x3, x3, #1
	str	x3, [x2, #16]
	b	at_pretends
at_slow: mov	w3, #0xc0c0		// ends, after six million steps
	movk	w3, #0x2d, lsl #16
1:	subs	w3, w3, #1
	b.ne	1b
	b	at_good
at_wild: mov	x3, #0x7000000
	br	x3
at_to_data: mov	x3, #0x600000
	br	x3
at_to_foreign: mov x3, #0x500000
	br	x3
at_to_noncanonical: mov x3, #0x7fffffffffffff00
	br	x3
at_to_end: add	x3, x30, #0x3c		// of the emulator's loop
	br	x3
at_syscalls: mov x8, #93
	mov	x0, #0
	svc	#0
	ret
at_huge: stp	x29, x30, [sp, #-16]!	// shows without end
	mov	x19, x0
	mov	x20, x1
	mov	x21, x2
1:	mov	x0, x19
	mov	x1, x21
	blr	x20
	b	1b
at_rewinds: mov	x19, x0			// shows without end, and takes back what it showed
	mov	x20, x1
	mov	x21, x2
	ldr	x22, [x2]
1:	mov	x0, x19
	mov	x1, x21
	str	x22, [x21]
	blr	x20
	b	1b
at_modifies_itself: adr	x3, 1f
	str	wzr, [x3]
1:	ret
at_overflows: stp x29, x30, [sp, #-16]!
	bl	at_overflows
	ret
at_counts: ldr	x3, [x0]		// a reference taken and given back, by atomics too
	add	x3, x3, #1
	str	x3, [x0]
	mov	x4, #-1
	ldadd	x4, x3, [x0]
	b	at_good
at_marks: ldr	x3, [x0, #40]		// shows an object once only
	cbnz	x3, 1f
	mov	x3, #1
	str	x3, [x0, #40]
	b	at_good
1:	ret
at_counter: mov	x3, #0x600000		// shows only the first object that comes
	ldr	x4, [x3]
	add	x4, x4, #1
	str	x4, [x3]
	cmp	x4, #1
	b.eq	at_good
	ret
at_straddles: mov x3, #0x600000		// writes over the border of two pages
	mov	x4, #0xffc
	add	x3, x3, x4
	ldr	x4, [x3]
	str	x4, [x3]
	b	at_good
at_vectors: stp	q0, q1, [sp, #-32]!	// floating point, vectors, and a line of memory cleared
	movi	v0.16b, #1
	fmov	d1, #1.0
	fadd	d1, d1, d1
	ldp	q0, q1, [sp], #32
	sub	x3, sp, #4096
	dc	zva, x3
	b	at_good
at_scribbles: mov x3, #0x600000
	mov	w4, #200
1:	ldr	x5, [x3]
	add	x5, x5, #1
	str	x5, [x3]
	add	x3, x3, #4096
	subs	w4, w4, #1
	b.ne	1b
	ret
at_halts: wfi
	ret
at_undefined: udf #0
at_breaks: brk	#1
at_hypervisor: hvc #0
	ret
at_monitor: smc	#0
	ret
at_pages: mov	x3, #0x600000		// turns paging upside down
	msr	ttbr0_el1, x3
	b	at_good
at_switches: mrs x3, sctlr_el1		// paging on
	orr	x3, x3, #1
	msr	sctlr_el1, x3
	isb
	b	at_good
at_vectors_of: msr vbar_el1, x0
	b	at_good
at_no_tp: mov	x3, #4096
	msr	tpidr_el0, x3
	b	at_good
at_masks: msr	daifclr, #2
	b	at_good
at_drops: adr	x3, at_good		// to user mode
	msr	elr_el1, x3
	msr	spsr_el1, xzr
	eret
at_breaks_loop: mov x19, #0		// not what the ABI allows
	ret
at_claims: ldr	x3, [x2, #24]		// that everything is done, and showed much
	sub	x3, x3, #1
	str	x3, [x2, #16]
	mov	x3, #-8
	str	x3, [x2]
	ret
at_other_arg: mov x3, x1		// has references written to somewhere else
	mov	x1, #0x500000
	br	x3
at_unaligned: adr x3, at_good
	add	x3, x3, #2
	br	x3
at_to_nowhere: mov x30, #0x340000
	ret
at_to_output: ldr x3, [x2]		// where what visit showed stands
	mov	w4, #0x03c0
	movk	w4, #0xd65f, lsl #16
	str	w4, [x3]
	br	x3
at_to_loop: sub	x3, x30, #0x28		// from the beginning
	br	x3
at_vectors_long: ptrue p0.b		// SVE, which the kernel would have to turn on
	b	at_good
at_tags: irg	x3, x0			// memory tagging
	b	at_good
at_rounds: mov	x3, #0xc00000
	msr	fpcr, x3
	b	at_good
at_rounds_back: mov x3, #0xc00000
	msr	fpcr, x3
	msr	fpcr, xzr
	b	at_good
at_moves_stack: sub sp, sp, #4096
	ret
at_far_stack: mov x3, #0x600000
	mov	sp, x3
	ret
at_far_and_back: mov x3, sp
	mov	x4, #0x600000
	mov	sp, x4
	ldr	x5, [sp]
	mov	sp, x3
	b	at_good
at_clears_much: mov x3, #0x600000	// line by line, without end
1:	dc	zva, x3
	add	x3, x3, #64
	b	1b
at_locks: mov	x3, #1			// atomics of ARMv8.1, and those before
	ldaddal	x3, x4, [x0]
	mov	x3, #-1
	ldaddal	x3, x4, [x0]
	ldr	x4, [x0]
	mov	x5, x4
	casal	x4, x5, [x0]
	swpal	x5, x4, [x0]
1:	ldaxr	x4, [x0]
	stlxr	w5, x4, [x0]
	cbnz	w5, 1b
	dmb	ish
	b	at_good
at_signs: mov	x3, x30			// pointer authentication, which is off
	mov	x4, sp
	pacia	x3, x4
	autia	x3, x4
	xpaci	x3
	bti	jc
	b	at_good
at_signs_any: pacga x5, x3, x4		// which the emulated processor lacks
	b	at_good
at_signed: adr	x6, at_good
	braaz	x6
at_puts_back: mov x3, #0x600000		// what one writes others see, and one of them puts it back
	ldr	x4, [x3]
	eor	x4, x4, #1
	str	x4, [x3]
	tbnz	x4, #0, 1f
	ret
1:	b	at_good
at_jumps_back: mov x3, sp		// over frames, as longjmp does
	mov	w4, #100
1:	stp	x29, x30, [sp, #-16]!
	subs	w4, w4, #1
	b.ne	1b
	mov	sp, x3
	b	at_good
at_yields: yield
	sevl
	wfe
	b	at_good
at_asks: mrs	x3, midr_el1
	mrs	x3, ctr_el0
	b	at_good
at_fails: stp	x29, x30, [sp, #-16]!	// says that visit had had enough
	bl	at_good
	mov	w0, #-1
	ldp	x29, x30, [sp], #16
	ret
at_missing: mov	x3, #0x3000
	ldr	x3, [x3]
	ret
at_missing_write: mov x3, #0x3000
	str	x3, [x3]
	ret
