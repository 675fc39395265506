"""
Modules in C that keep objects in their state, built here, in the current folder: initialized in one phase and in
several, with a state of their own and in C variables, shown by an m_traverse and not. Some of them are garbage.
"""

import gc
import importlib.machinery
import importlib.util
import os
import subprocess
import sys
import sysconfig

try:
    subprocess.run(["gcc", "--version"], check=True, capture_output=True)
    open(os.path.join(sysconfig.get_paths()["include"], "Python.h")).close()
except (OSError, subprocess.CalledProcessError) as problem:
    print(f"{problem}: the packages that quickstart lists are not all installed")
    sys.exit(77)

import recorder

SOURCE = r"""
#include <Python.h>

/* Twice the same object, a static type, what is shown and what is not. */
typedef struct {
	long number;
	PyObject *list, *again, *error, *cache, *name;
	PyTypeObject *made, *fixed;
	PyObject **many;
	Py_ssize_t n;
	PyObject *hidden;
} State;

#if STATE
static State *state_of(PyObject *m) { return PyModule_GetState(m); }
#else
static State variables;
static State *state_of(PyObject *m) { return &variables; }
#endif

static PyTypeObject Fixed = {PyVarObject_HEAD_INIT(NULL, 0) .tp_name = NAME ".Fixed", .tp_basicsize = sizeof(PyObject),
			     .tp_flags = Py_TPFLAGS_DEFAULT, .tp_new = PyType_GenericNew};
static PyType_Slot slots[] = {{Py_tp_new, PyType_GenericNew}, {0, NULL}};
static PyType_Spec spec = {NAME ".Made", sizeof(PyObject), 0, Py_TPFLAGS_DEFAULT, slots};

static PyObject *keep(PyObject *m, PyObject *o)
{
	State *s = state_of(m);
	PyObject **more = PyMem_Realloc(s->many, (s->n + 1) * sizeof(*more));

	if (!more)
		return PyErr_NoMemory();
	s->many = more;
	Py_INCREF(o);
	s->many[s->n++] = o;
	return PyLong_FromSsize_t(s->n);
}

static PyObject *hide(PyObject *m, PyObject *o)
{
	State *s = state_of(m);

	Py_INCREF(o);
	Py_XSETREF(s->hidden, o);
	Py_RETURN_NONE;
}

static int fill(PyObject *m)
{
	State *s = state_of(m);

	s->number = 7;
	s->list = Py_BuildValue("[si]", NAME, 1);
	s->again = s->list;
	Py_XINCREF(s->again);
	s->error = PyErr_NewException(NAME ".error", NULL, NULL);
	s->cache = Py_BuildValue("{s[i]}", "key", 2);
	s->name = PyUnicode_FromString("a name of " NAME);
	s->made = (PyTypeObject *)PyType_FromSpec(&spec);
	if (PyType_Ready(&Fixed) < 0)
		return -1;
	Py_INCREF(&Fixed);
	s->fixed = &Fixed;
	return s->list && s->error && s->cache && s->name && s->made ? 0 : -1;
}

static int traverse(PyObject *m, visitproc visit, void *arg)
{
	State *s = state_of(m);

	Py_VISIT(s->list);
	Py_VISIT(s->again);
	Py_VISIT(s->error);
	Py_VISIT(s->cache);
	Py_VISIT(s->made);
	Py_VISIT(s->fixed);
	for (Py_ssize_t i = 0; i < s->n; i++)
		Py_VISIT(s->many[i]);
	return 0;
}

static int clear(PyObject *m)
{
	State *s = state_of(m);

	Py_CLEAR(s->list);
	Py_CLEAR(s->again);
	Py_CLEAR(s->error);
	Py_CLEAR(s->cache);
	Py_CLEAR(s->name);
	Py_CLEAR(s->made);
	Py_CLEAR(s->fixed);
	Py_CLEAR(s->hidden);
	while (s->n > 0)
		Py_DECREF(s->many[--s->n]);
	PyMem_Free(s->many);
	s->many = NULL;
	return 0;
}

static void unload(void *m) { clear(m); }

static PyMethodDef methods[] = {{"keep", keep, METH_O, NULL}, {"hide", hide, METH_O, NULL}, {NULL}};
static PyModuleDef_Slot phases[] = {{Py_mod_exec, fill}, {0, NULL}};
static struct PyModuleDef def = {
	PyModuleDef_HEAD_INIT, NAME, NULL, STATE ? sizeof(State) : -1, methods,
#if PHASES
	phases,
#else
	NULL,
#endif
#if SHOWN
	traverse, clear, unload
#endif
};

PyMODINIT_FUNC INIT(void)
{
#if PHASES
	return PyModuleDef_Init(&def);
#else
	PyObject *m = PyModule_Create(&def);

	return m && fill(m) == 0 ? m : NULL;
#endif
}
"""

# Name -> STATE, PHASES, SHOWN, other flags
KINDS = {
    "keeps_in_phases": (1, 1, 1, ["-O2", "-g"]),
    "keeps_at_once": (1, 0, 1, ["-O1"]),
    "keeps_nameless": (1, 1, 1, ["-O2", "-s"]),
    "keeps_in_variables": (0, 0, 1, ["-O1"]),
    "keeps_unshown": (1, 1, 0, ["-O1", "-g"]),
}


def build():
    include = "-I" + sysconfig.get_paths()["include"]
    with open("keeps.c", "w") as f:
        f.write(SOURCE)
    for name, (state, phases, shown, flags) in KINDS.items():
        subprocess.run(["gcc", *flags, "-w", "-shared", "-fPIC", "-Wl,--build-id", include, f'-DNAME="{name}"',
                        f"-DINIT=PyInit_{name}", f"-DSTATE={state}", f"-DPHASES={phases}", f"-DSHOWN={shown}", "keeps.c",
                        "-o", name + sysconfig.get_config_var("EXT_SUFFIX")], check=True)
    sys.path.insert(0, os.getcwd())


class Part:
    pass


def load(name):
    """A new module each time, where the module can be made more than once."""
    path = os.path.join(os.getcwd(), name + sysconfig.get_config_var("EXT_SUFFIX"))
    loader = importlib.machinery.ExtensionFileLoader(name, path)
    module = importlib.util.module_from_spec(importlib.util.spec_from_file_location(name, path, loader=loader))
    loader.exec_module(module)
    for _ in range(3):
        module.keep(Part())
    module.keep(module.keep)
    module.keep("text")
    module.hide([name])
    return module


def drop():
    for name in ("keeps_in_phases", "keeps_nameless"):
        module, part = load(name), Part()
        part.module = module
        module.keep(part)
        module.keep(module)


build()
gc.collect()
gc.disable()
kept = [load(name) for name in KINDS]
kept += [load("keeps_in_phases"), load("keeps_nameless")]
drop()
recorder.stop()
