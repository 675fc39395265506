/*
 * pause(2) for an emulated process that no debugger can be used on: preloaded in place of the C library's.
 * It waits for a byte on descriptor 200, then forks the process twice as it stands, which runs no
 * atfork handler and allocates nothing, and writes the two process ids to descriptor 201. The copies
 * return 0, the original sleeps on.
 *
 * System calls: Linux include/uapi/asm-generic/unistd.h.
 */
	.text
	.global	pause
	.type	pause, %function
pause:
	sub	sp, sp, #32
1:	mov	x0, #200
	mov	x1, sp
	mov	x2, #1
	mov	x8, #63			// read
	svc	#0
	cmp	x0, #1			// a signal's handler may end it early
	b.ne	1b
	str	wzr, [sp, #8]
2:	mov	x0, #17			// SIGCHLD: a fork
	mov	x1, #0
	mov	x2, #0
	mov	x3, #0
	mov	x4, #0
	mov	x8, #220		// clone
	svc	#0
	cbz	x0, 4f
	str	w0, [sp, #12]
	mov	x0, #201
	add	x1, sp, #12
	mov	x2, #4
	mov	x8, #64			// write
	svc	#0
	ldr	w3, [sp, #8]
	add	w3, w3, #1
	str	w3, [sp, #8]
	cmp	w3, #2
	b.ne	2b
3:	mov	x0, #0
	mov	x1, #0
	mov	x2, #0
	mov	x3, #0
	mov	x4, #0
	mov	x8, #73			// ppoll, of nothing
	svc	#0
	b	3b
4:	add	sp, sp, #32
	ret
	.size	pause, . - pause
	.section .note.GNU-stack, "", %progbits
