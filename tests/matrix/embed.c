/*
 * The smallest program that embeds Python: it links libpython and nothing else, so
 * that the C library is whatever libpython brings along. x86-64 only.
 */
int Py_BytesMain(int argc, char **argv);

__attribute__((used)) int embed_main(long *stack)
{
	return Py_BytesMain((int)stack[0], (char **)(stack + 1));
}

/*
 * The kernel leaves argc, argv and the environment on the stack, which is aligned to
 * 16 bytes; exit_group(2) ends it.
 */
__asm__(".globl _start\n"
	"_start:\n"
	"	xor %ebp, %ebp\n"
	"	mov %rsp, %rdi\n"
	"	and $-16, %rsp\n"
	"	call embed_main\n"
	"	mov %eax, %edi\n"
	"	mov $231, %eax\n"
	"	syscall\n");
