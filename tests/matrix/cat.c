/* cat without a C library; as true it copies nothing. System calls of x86-64: read 0, write 1, exit 60. */
static long call(long number, long a, const void *b, long c)
{
	long ret;

	__asm__ volatile("syscall" : "=a"(ret) : "a"(number), "D"(a), "S"(b), "d"(c) : "rcx", "r11", "memory");
	return ret;
}

static void copy(const char *name)
{
	static char buf[4096];
	long n;

	while (*name)
		name++;
	/* "cat", not "true" */
	while (name[-1] == 't' && (n = call(0, 0, buf, sizeof(buf))) > 0)
		call(1, 1, buf, n);
	call(60, 0, 0, 0);
}

/* The kernel passes arguments on the stack: their number, then the first. */
__asm__(".globl _start\n_start: mov 8(%rsp), %rdi\n and $-16, %rsp\n call start\n");

void start(const char *name)
{
	copy(name);
}
