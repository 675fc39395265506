/*
 * An extension module as many services have one: a ring of bytes that holds Python objects in a C array, and
 * views of a part of it. Its types are no types of the collector: nothing in Python can say what they refer to.
 * kedge-ring.c teaches them to kedge.
 *
 *	cc -O2 -fPIC -shared $(python3.11-config --includes) -o ring.so ring.c
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct {
	PyObject_HEAD
	PyObject *owner;      /* who fills it */
	Py_ssize_t nlisteners;
	PyObject **listeners; /* who is told: owned, NULL where there is none */
	Py_ssize_t capacity;  /* bytes of the buffer */
	Py_ssize_t used;
	char *buffer;
} Ring;

typedef struct {
	PyObject_HEAD
	PyObject *ring;
	Py_ssize_t start, length;
} View;

static PyTypeObject RingType, ViewType;

static PyObject *ring_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
	static char *names[] = {"owner", "capacity", "used", "listeners", NULL};
	PyObject *owner, *listeners;
	Py_ssize_t capacity, used;
	Ring *self;

	if (!PyArg_ParseTupleAndKeywords(args, kwargs, "OnnO!", names, &owner, &capacity, &used, &PyTuple_Type, &listeners))
		return NULL;
	self = (Ring *)type->tp_alloc(type, 0);
	if (!self)
		return NULL;
	self->nlisteners = PyTuple_GET_SIZE(listeners);
	self->listeners = PyMem_Calloc((size_t)self->nlisteners + 1, sizeof(PyObject *));
	self->buffer = calloc(1, (size_t)capacity + 1);
	self->capacity = capacity;
	self->used = used;
	if (!self->listeners || !self->buffer) {
		Py_DECREF(self);
		return PyErr_NoMemory();
	}
	memset(self->buffer, 'r', (size_t)capacity);
	for (Py_ssize_t i = 0; i < self->nlisteners; i++) {
		PyObject *one = PyTuple_GET_ITEM(listeners, i);

		self->listeners[i] = one == Py_None ? NULL : Py_NewRef(one);
	}
	self->owner = Py_NewRef(owner);
	return (PyObject *)self;
}

static void ring_dealloc(Ring *self)
{
	for (Py_ssize_t i = 0; self->listeners && i < self->nlisteners; i++)
		Py_XDECREF(self->listeners[i]);
	PyMem_Free(self->listeners);
	free(self->buffer);
	Py_XDECREF(self->owner);
	Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *ring_sizeof(Ring *self, PyObject *none)
{
	(void)none;
	return PyLong_FromSsize_t(Py_TYPE(self)->tp_basicsize + self->nlisteners * (Py_ssize_t)sizeof(PyObject *));
}

/* For tests: where the buffer is, and a way to break the object as a bug in C would. */
static PyObject *ring_address(Ring *self, PyObject *none)
{
	(void)none;
	return PyLong_FromVoidPtr(self->buffer);
}

static PyObject *ring_break(Ring *self, PyObject *none)
{
	(void)none;
	self->nlisteners = (Py_ssize_t)1 << 40;
	Py_RETURN_NONE;
}

static PyMethodDef ring_methods[] = {
	{"__sizeof__", (PyCFunction)ring_sizeof, METH_NOARGS, NULL},
	{"address", (PyCFunction)ring_address, METH_NOARGS, NULL},
	{"break_it", (PyCFunction)ring_break, METH_NOARGS, NULL},
	{NULL, NULL, 0, NULL},
};

static PyTypeObject RingType = {
	PyVarObject_HEAD_INIT(NULL, 0)
	.tp_name = "ring.Ring",
	.tp_basicsize = sizeof(Ring),
	.tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_BASETYPE,
	.tp_new = ring_new,
	.tp_dealloc = (destructor)ring_dealloc,
	.tp_methods = ring_methods,
};

static PyObject *view_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
	static char *names[] = {"ring", "start", "length", NULL};
	Py_ssize_t start, length;
	PyObject *ring;
	View *self;

	if (!PyArg_ParseTupleAndKeywords(args, kwargs, "O!nn", names, &RingType, &ring, &start, &length))
		return NULL;
	self = (View *)type->tp_alloc(type, 0);
	if (!self)
		return NULL;
	self->ring = Py_NewRef(ring);
	self->start = start;
	self->length = length;
	return (PyObject *)self;
}

static void view_dealloc(View *self)
{
	Py_XDECREF(self->ring);
	Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyTypeObject ViewType = {
	PyVarObject_HEAD_INIT(NULL, 0)
	.tp_name = "ring.View",
	.tp_basicsize = sizeof(View),
	.tp_flags = Py_TPFLAGS_DEFAULT,
	.tp_new = view_new,
	.tp_dealloc = (destructor)view_dealloc,
};

static PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "ring", .m_size = -1};

PyMODINIT_FUNC PyInit_ring(void)
{
	PyObject *m = PyModule_Create(&module);

	if (!m || PyModule_AddType(m, &RingType) || PyModule_AddType(m, &ViewType)) {
		Py_XDECREF(m);
		return NULL;
	}
#ifdef Py_GIL_DISABLED
	PyUnstable_Module_SetGIL(m, Py_MOD_GIL_NOT_USED);
#endif
	return m;
}
