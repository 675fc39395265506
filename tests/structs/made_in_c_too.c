/* A type without functions. */
#include <Python.h>
#include <structmember.h>
#include <stddef.h>

typedef struct {
	PyObject_HEAD
	PyObject *anything;
	long pad[40];
} Bare;

static PyMemberDef members[] = {{"anything", T_OBJECT, offsetof(Bare, anything), 0, NULL}, {NULL}};

PyTypeObject BareType = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "made_in_c.Bare", .tp_basicsize = sizeof(Bare),
			 .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE, .tp_members = members, .tp_new = PyType_GenericNew};

long bare_number(Bare *b)
{
	return b->pad[0];
}
