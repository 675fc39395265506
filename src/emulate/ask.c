/*
 * A question about an object, as a function that the loop can call like a tp_traverse: it calls .asked of the control
 * words with the object alone, and shows the object itself when the answer is not zero.
 *
 * x86-64:
 *
 *	push rdi; push rsi; push rdx; call [rdx+64]; pop rsi; pop rcx; pop rdi
 *	test eax,eax; jz no; jmp rcx		; visit(object, control)
 *	no: xor eax,eax; ret
 *
 * aarch64:
 *
 *	stp x29,x30,[sp,#-48]!; stp x0,x1,[sp,#16]; str x2,[sp,#32]; ldr x9,[x2,#64]; blr x9
 *	mov w9,w0; ldp x0,x3,[sp,#16]; ldr x1,[sp,#32]; ldp x29,x30,[sp],#48; cbz w9,no; br x3
 *	no: mov w0,#0; ret
 */
#include "emulate/emulate_priv.h"

#include <string.h>

static const uint8_t x86_code[] = {0x57, 0x56, 0x52, 0xff, 0x52, 0x40, 0x5e, 0x59, 0x5f, 0x85,
				   0xc0, 0x74, 0x02, 0xff, 0xe1, 0x31, 0xc0, 0xc3};

static const uint32_t arm_code[] = {
	0xa9bd7bfd, 0xa90107e0, 0xf90013e2, 0xf9402049, 0xd63f0120, 0x2a0003e9, 0xa9410fe0,
	0xf94013e1, 0xa8c37bfd, 0x34000049, 0xd61f0060, 0x52800000, 0xd65f03c0,
};

void kg_ask_put(enum kg_machine machine, uint8_t *at)
{
	if (machine == KG_MACHINE_X86_64)
		memcpy(at, x86_code, sizeof(x86_code));
	else
		memcpy(at, arm_code, sizeof(arm_code));
}
