#!/usr/bin/env python3
"""
hostile.py: traverse functions that do what none should, in a real core.

Builds a C extension with a type for each kind of mischief and one good one, makes some objects of each, lets the
types' tp_traverse lead to the mischief once nothing in the process will call it any more, takes the core, and checks
that kedge says of each type why it was not emulated, still reads the good one exactly, and runs none of it here: a
system call of theirs would leave a file. Exit status: 0 as it should be, 1 not, 77 no compiler or gdb.
"""

import json
import os
import shutil
import subprocess
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import gdb_core

PYTHON = os.environ.get("KEDGE_ORACLE_PYTHON", "/usr/bin/python3.11")
HANG_S = 300
COUNT = 100

# Name -> body of traverse(self, visit, arg), and what summary says of its objects; None: it is emulated.
KINDS = {
    "Good": ("Py_VISIT(self->a); Py_VISIT(self->b); return 0;", None),
    "Loop": ("for (;;) __asm__ volatile(\"\");", "did not end"),
    "Wild": ("return ((traverseproc)0x123456789000)((PyObject *)self, visit, arg);", "jumped to what is no code"),
    "Data": ("return ((traverseproc)self)((PyObject *)self, visit, arg);", "jumped to what is no code"),
    "Jit": ("return ((traverseproc)jit)((PyObject *)self, visit, arg);", "jumped to what is no code"),
    "Call": ("syscall(SYS_open, \"escaped\", O_CREAT | O_WRONLY, 0600); return 0;", "made a system call"),
    "Printf": ("fprintf(stderr, \"%p\", (void *)self); fflush(stderr); return 0;", ""),
    "Huge": ("for (;;) visit(self->a, arg);", "showed too many references"),
    "Code": ("*(volatile char *)code_of_good = 0x90; return 0;", "wrote to code"),
    "Deep": ("return deep(self, visit, arg) + 1;", "touched memory that is not there"),
    "Null": ("return *(volatile int *)8;", "touched memory that is not there"),
    "Zero": ("__asm__ volatile(\"xor %%ecx, %%ecx; div %%ecx\" ::: \"eax\", \"ecx\", \"edx\"); return 0;", "used an instruction"),
    "Trap": ("__builtin_trap();", "used an instruction"),
    "Vex": ("three(self, visit, arg); return 0;", "used an instruction"),
    "Wide": ("wide(self, visit, arg); return 0;", "used an instruction"),
    "Wider": ("wider(self, visit, arg); return 0;", "used an instruction"),
    "Moves": ("moves(self, visit, arg); return 0;", None),
    "Asks": ("asks(); Py_VISIT(self->a); Py_VISIT(self->b); return 0;", None),
    "Mark": ("if (self->seen++ == 0) { Py_VISIT(self->a); Py_VISIT(self->b); } return 0;", None),
    "Count": ("Py_INCREF(self->a); Py_VISIT(self->a); Py_DECREF(self->a); Py_VISIT(self->b); return 0;", None),
    # Control that goes elsewhere
    "Leap": ("jmp_buf env; if (setjmp(env) == 0) leap(env, 30); Py_VISIT(self->a); Py_VISIT(self->b); return 0;", None),
    "Vdso": ("struct timespec t; return clock_gettime(CLOCK_REALTIME, &t);", "jumped to what is no code"),
    "Vsyscall": ("return ((long (*)(void *))0xffffffffff600400)(NULL);", "jumped to what is no code"),
    "Unmapped": ("__asm__ volatile(\"push %0; ret\" :: \"r\"(0x345000L)); return 0;", "jumped to what is no code"),
    "Buffer": ("visit(self->a, arg); ((void (*)(void))(*(char **)arg - 8))(); return 0;", "jumped to what is no code"),
    "Stub": ("__asm__ volatile(\"jmp *%0\" :: \"r\"((char *)__builtin_return_address(0) - 5)); return 0;", "touched memory that is not there"),
    "Visit": ("return ((visitproc)((char *)visit + 5))(self->a, arg);", "wrote to code or all over memory"),
    "Signal": ("signal(SIGUSR1, SIG_IGN); Py_VISIT(self->a); return 0;", "made a system call"),
    "Int80": ("__asm__ volatile(\"int $0x80\" :: \"a\"(1), \"b\"(0)); return 0;", "made a system call"),
    "Sysenter": ("__asm__ volatile(\"sysenter\" ::: \"memory\"); return 0;", "used an instruction"),
    # Instructions
    "Int3": ("__asm__ volatile(\"int3\"); return 0;", "used an instruction"),
    "Halt": ("__asm__ volatile(\"hlt\"); return 0;", "used an instruction"),
    "In": ("__asm__ volatile(\"in %%dx, %%al\" ::: \"eax\"); return 0;", "used an instruction"),
    "Out": ("__asm__ volatile(\"out %%al, %%dx\" ::); return 0;", "used an instruction"),
    "Random": ("__asm__ volatile(\"rdrand %%rax\" ::: \"eax\"); return 0;", "used an instruction"),
    "Xgetbv": ("__asm__ volatile(\"xgetbv\" :: \"c\"(0) : \"eax\", \"edx\"); return 0;", "used an instruction"),
    "Xop": ("__asm__ volatile(\".byte 0x8f, 0xe9, 0x78, 0x80, 0xc1\"); return 0;", "used an instruction"),
    # State that a function has to leave as it was
    "Stack": ("__asm__ volatile(\"mov (%%rsp), %%rax; sub $4096, %%rsp; mov %%rax, (%%rsp)\" ::: \"rax\"); return 0;", "changed the state of the processor"),
    "Aside": ("aside(self, visit, arg); return 0;", None),
    "Direction": ("Py_VISIT(self->a); __asm__ volatile(\"std\"); return 0;", "changed the state of the processor"),
    "Aligned": ("Py_VISIT(self->a); __asm__ volatile(\"sub $128, %%rsp; pushfq; orl $0x40000, (%%rsp); popfq; add $128, %%rsp\""
                " ::: \"cc\", \"memory\"); return 0;", "changed the state of the processor"),
    "Rounds": ("unsigned mode = 0x7f80; __asm__ volatile(\"ldmxcsr %0\" :: \"m\"(mode)); return 0;",
               "changed the state of the processor"),
    "Extended": ("unsigned short mode = 0x27f; __asm__ volatile(\"fldcw %0\" :: \"m\"(mode)); return 0;",
                 "changed the state of the processor"),
    # Storage of the thread, and memory of others
    "Errno": ("errno = EINVAL; Py_VISIT(self->a); Py_VISIT(self->b); return 0;", None),
    "Own": ("if (of_thread++ == 7) { Py_VISIT(self->a); Py_VISIT(self->b); } return 0;", None),
    "Later": ("if (self->next) { self->next->a = NULL; self->next->seen++; } Py_VISIT(self->a); Py_VISIT(self->b);"
              " return 0;", None),
    "Toggle": ("toggle ^= 1; if (toggle) { Py_VISIT(self->a); Py_VISIT(self->b); } return 0;", None),
    "Others": ("one_good->a = NULL; Py_TYPE(one_good)->tp_traverse = NULL; Py_VISIT(self->a); Py_VISIT(self->b); return 0;", None),
    "Atomic": ("__atomic_add_fetch(&self->seen, 1, __ATOMIC_SEQ_CST); __atomic_exchange_n(&toggle, 0, __ATOMIC_SEQ_CST);"
               " if (self->seen == 1) { Py_VISIT(self->a); Py_VISIT(self->b); } return 0;", None),
    "Giga": ("long n = 1L << 33; void *to = __builtin_frame_address(0) - 65536; __asm__ volatile(\"rep stosb\" : \"+c\"(n), \"+D\"(to)"
             " : \"a\"(0) : \"memory\"); return 0;", "touched memory that is not there"),
    "Moves_much": ("memmove(self, (char *)self + 1, 1L << 33); return 0;", "wrote to code or all over memory"),
    "Arg": ("Py_VISIT(self->a); visit(self->b, self); return 0;", "touched memory that is not there"),
    # What visit answers is not listened to, and what the function answers is not either.
    "Deaf": ("visit(self->a, arg); visit(self->b, arg); return 1;", None),
}

# These show what is there, and then what cannot be: kedge says so.
BOTH = "Py_VISIT(self->a); Py_VISIT(self->b); "
LIARS = {
    "Good": KINDS["Good"],
    "Inside": (BOTH + "visit((PyObject *)((char *)self->b + 16), arg); return 0;", None),
    "Odd": (BOTH + "visit((PyObject *)((char *)self->a + 3), arg); return 0;", None),
    "Nowhere": (BOTH + "visit((PyObject *)0x123000, arg); return 0;", None),
    "Block": (BOTH + "visit((PyObject *)jit, arg); return 0;", None),
    "Null": (BOTH + "visit(NULL, arg); return 0;", None),
    "Far": (BOTH + "visit((PyObject *)0x8000000000001000, arg); return 0;", None),
    "Often": ("for (int i = 0; i < 10000; i++) visit(self->a, arg); Py_VISIT(self->b); return 0;", None),
}
ASTRAY = ("Inside", "Odd", "Nowhere", "Block")  # references that lead where no object is

SOURCE_HEAD = """
#include <Python.h>
#include <errno.h>
#include <fcntl.h>
#include <setjmp.h>
#include <signal.h>
#include <time.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>
typedef struct Thing { PyObject_HEAD PyObject *a, *b; long seen; struct Thing *next; } Thing;
static Thing *last, *one_good;
static long toggle;
static __thread long of_thread = 7;
static void *code_of_good, *jit;
static int clear(Thing *self) { Py_CLEAR(self->a); Py_CLEAR(self->b); return 0; }
static void dealloc(Thing *self) { PyObject_GC_UnTrack(self); clear(self); PyObject_GC_Del(self); }
static int honest(Thing *self, visitproc visit, void *arg) { Py_VISIT(self->a); Py_VISIT(self->b); return 0; }
static PyObject *make(PyTypeObject *type, PyObject *args, PyObject *kw)
{
	Thing *self = (Thing *)type->tp_alloc(type, 0);
	if (self && PyArg_ParseTuple(args, "OO", &self->a, &self->b)) { Py_INCREF(self->a); Py_INCREF(self->b); self->next = last && Py_TYPE(last) == type ? last : NULL;
		last = self; one_good = one_good ? one_good : self; }
	return (PyObject *)self;
}
/* Instructions of AVX and AVX-512: of two operands, which can be told without, and those that cannot. */
#define COPY(name, text) \\
static void __attribute__((noinline)) name(Thing *self, visitproc visit, void *arg) \\
{ \\
	void *in[8] = {self->a, self->b}, *out[8] = {0}; \\
	__asm__ volatile(text :: "r"(in), "r"(out) : "memory", "xmm1", "xmm2", "xmm3"); \\
	visit(out[0], arg); visit(out[1], arg); \\
}
COPY(moves, "vmovdqu (%0), %%xmm1; vmovups %%xmm1, (%1)")
COPY(three, "movdqu (%0), %%xmm1; pxor %%xmm3, %%xmm3; pcmpeqd %%xmm2, %%xmm2; vpxor %%xmm1, %%xmm3, %%xmm2; movdqu %%xmm2, (%1)")
COPY(wide, "vmovdqu (%0), %%ymm1; vmovdqu %%ymm1, (%1); vzeroupper")
COPY(wider, "vmovdqu64 (%0), %%zmm1; vmovdqu64 %%zmm1, (%1); vzeroupper")
static void asks(void)
{
	unsigned a = 0, b, c = 0, d;
	__asm__ volatile("cpuid; rdtsc" : "+a"(a), "=b"(b), "+c"(c), "=d"(d));
}
static void __attribute__((noinline)) leap(jmp_buf env, int n) { volatile char room[64]; room[0] = 1; if (n == 0) longjmp(env, 1); leap(env, n - room[0]); }
/* The stack somewhere else for a while. */
static void __attribute__((noinline)) aside(Thing *self, visitproc visit, void *arg)
{
	static char stack[8192];
	__asm__ volatile("mov %%rsp, %%r12; mov %0, %%rsp; mov %1, %%rdi; mov %3, %%rsi; call *%2; mov %%r12, %%rsp"
			 :: "r"(stack + 8192), "r"(self->a), "r"(visit), "r"(arg) : "memory", "r12", "rdi", "rsi", "rax", "rcx", "rdx",
			 "r8", "r9", "r10", "r11");
	visit(self->b, arg);
}
static int __attribute__((noinline)) deep(Thing *self, visitproc visit, void *arg)
{
	volatile char room[4096];
	room[0] = 1;
	return deep(self, visit, arg) + room[0];
}
"""

PROGRAM = """
import gc, os, sys
gc.disable()
sys.path.insert(0, ".")
import hostile_types as h
kept = [getattr(h, name)([i], {i: name}) for name in %(names)r for i in range(%(count)d)]
with open("good", "w") as f:
    for o in kept:
        for o in [o] * (type(o).__name__ in %(shown)r) + gc.get_referents(o):
            f.write(f"{id(o):#x} {' '.join(sorted(hex(id(r)) for r in gc.get_referents(o)))}\\n")
h.turn()
print("ready", os.getpid(), flush=True)
sys.stdin.read()
os._exit(0)
"""


def source(kinds):
    parts = [SOURCE_HEAD]
    for name, (body, _) in kinds.items():
        parts.append(f"static int traverse_{name}(Thing *self, visitproc visit, void *arg) {{ {body} }}\n"
                     f"static PyTypeObject {name} = {{PyVarObject_HEAD_INIT(NULL, 0) .tp_name = \"hostile_types.{name}\","
                     ".tp_basicsize = sizeof(Thing), .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, .tp_new = make,"
                     ".tp_traverse = (traverseproc)honest, .tp_clear = (inquiry)clear, .tp_dealloc = (destructor)dealloc};\n")
    turns = "".join(f"{n}.tp_traverse = (traverseproc)traverse_{n};" for n in kinds)
    adds = "".join(f"if (PyModule_AddType(m, &{n}) < 0) return NULL;" for n in kinds)
    return "".join(parts) + f"""
static PyObject *turn(PyObject *self, PyObject *arg) {{ {turns} code_of_good = (void *)traverse_Good;
	jit = mmap(NULL, 4096, PROT_READ | PROT_WRITE | PROT_EXEC, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	memcpy(jit, "\\x31\\xc0\\xc3", 3); Py_RETURN_NONE; }}
static PyMethodDef methods[] = {{{{"turn", turn, METH_NOARGS, NULL}}, {{NULL}}}};
static struct PyModuleDef def = {{PyModuleDef_HEAD_INIT, "hostile_types", NULL, -1, methods}};
PyMODINIT_FUNC PyInit_hostile_types(void) {{ PyObject *m = PyModule_Create(&def); {adds} return m; }}
"""


def take_core(folder, kinds):
    names = list(kinds)
    shown = [n for n, (_, why) in kinds.items() if why is None]
    with open(os.path.join(folder, "hostile_types.c"), "w") as f:
        f.write(source(kinds))
    include = subprocess.run([PYTHON, "-c", "import sysconfig; print(sysconfig.get_paths()['include'])"], check=True,
                             stdout=subprocess.PIPE, encoding="utf-8").stdout.strip()
    subprocess.run(["gcc", "-O1", "-w", "-shared", "-fPIC", "-fno-optimize-sibling-calls", "-Wl,--build-id", "-I" + include,
                    "hostile_types.c", "-o", "hostile_types.so"], cwd=folder, check=True)
    with open(os.path.join(folder, "program.py"), "w") as f:
        f.write(PROGRAM % {"names": names, "count": COUNT, "shown": shown})
    with subprocess.Popen([PYTHON, "program.py"], cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          encoding="utf-8") as target:
        line = target.stdout.readline().split()
        if line[:1] != ["ready"]:
            sys.exit("hostile.py: the program did not start")
        core = os.path.join(folder, "core." + line[1])
        why = gdb_core(int(line[1]), core)
        target.stdin.close()
    if why:
        sys.exit(f"FAIL: hostile.py: {why}")
    return core


def told_and_true(kedge, folder, core):
    """(address, what kedge says that it refers to, what the interpreter says) of the objects of the program."""
    rows = subprocess.run([kedge, "objects", "--json", "--refs", "--limit", "0", core],
                          stdout=subprocess.PIPE, timeout=HANG_S, check=True, cwd=folder, encoding="utf-8").stdout
    refs = {}
    for line in rows.splitlines():
        row = json.loads(line)
        refs[row["addr"]] = sorted(ref[0] for ref in row["refs"] if ref[2] == "traverse")
    with open(os.path.join(folder, "good")) as f:
        for line in f:
            addr, *true = line.split()
            yield addr, refs.get(addr), true


def check_liars(kedge, folder, core):
    """What they show besides is told; what is true of it, and all others, are as the interpreter has them."""
    bad = []
    for addr, said, true in told_and_true(kedge, folder, core):
        if said is None or not set(true) <= set(said) or (len(set(said)) > len(true) + 1):
            bad.append(f"{addr}: kedge says {said and said[:5]}, the interpreter {true}")
    verify = subprocess.run([kedge, "verify", "--json", "--strict", core], stdout=subprocess.PIPE, timeout=HANG_S, cwd=folder)
    answer = json.loads(verify.stdout)
    broken = {rule["name"]: rule["broken"] for rule in answer["rules"] if rule["broken"]}
    if verify.returncode != 4 or broken != {"counts": COUNT, "targets": COUNT * len(ASTRAY)}:
        bad.append(f"verify of liars: exit status {verify.returncode}, {broken}")
    differ = {kind["type"]: kind["disagree"] for kind in answer["types"] if kind["disagree"]}
    expected = {f"hostile_types.{name}": COUNT for name in LIARS if name not in ("Good", "Often")}
    if differ != expected:
        bad.append(f"verify of liars: {differ} disagree")
    return bad


def check(kedge, folder, core):
    bad = []
    summary = json.loads(subprocess.run([kedge, "summary", "--json", core], stdout=subprocess.PIPE, timeout=HANG_S,
                                        check=True, cwd=folder).stdout)
    said = {t["name"]: t for t in summary["unknown_types"]}
    for name, (_, why) in KINDS.items():
        row = said.get("hostile_types." + name, {})
        if row.get("count") != COUNT:
            bad.append(f"{name}: {row.get('count')} objects, not {COUNT}")
        if why is None and (row.get("references") != "emulated" or "why" in row):
            bad.append(f"{name}: not emulated: {row}")
        if why is not None and (row.get("references") != "scanned" or why not in row.get("why", "")):
            bad.append(f"{name}: expected to be scanned since its tp_traverse {why!r}: {row}")
    for addr, said, true in told_and_true(kedge, folder, core):
        if said != true:
            bad.append(f"{addr}: kedge says {said}, the interpreter {true}")
    verify = subprocess.run([kedge, "verify", "--json", "--strict", core], stdout=subprocess.PIPE, timeout=HANG_S, cwd=folder)
    answer = json.loads(verify.stdout)
    if answer["disagree"] or answer["broken"] or verify.returncode != 0:
        bad.append(f"verify: exit status {verify.returncode}, {answer['disagree']} disagree, {answer['broken']} broken")
    if os.path.exists(os.path.join(folder, "escaped")):
        bad.append("a system call of the target was made")
    return bad, answer


def main():
    kedge = os.path.abspath(os.environ.get("KEDGE", "kedge"))
    emulator = "HAVE_UNICORN 1" in open(os.path.join(os.environ["KEDGE_BUILD"], "config.h")).read()
    if not (os.access(PYTHON, os.X_OK) and emulator):
        print("SKIP: hostile: needs the interpreter and a kedge with the emulator")
        return 77
    folder = tempfile.mkdtemp(prefix="kedge-hostile.")
    try:
        bad, answer = check(kedge, folder, take_core(folder, KINDS))
        bad += check_liars(kedge, folder, take_core(folder, LIARS))
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{'FAIL' if bad else 'PASS'}: hostile: {len(KINDS)} types and {len(LIARS)} that lie, of {COUNT} objects; verify: {answer['checked']} objects "
          f"checked, {answer['unable']} could not be emulated")
    for text in bad[:20]:
        print(" ", text)
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
