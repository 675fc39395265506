/* Types whose structs the test knows: with a tp_traverse and without, nested, ambiguous, of two units. */
#include <Python.h>
#include <stddef.h>

typedef struct Pair {
	PyObject *key, *value;
} Pair;

/* No GC: all that it holds is by its struct. */
typedef struct {
	PyObject_HEAD
	PyObject *name;
	Pair pairs[2];
	struct {
		PyObject *deep;
		int8_t level;
	};
	struct {
		unsigned int low : 3, high : 7;
		double ratio;
		char text[8];
	} facts;
	PyObject *items[3];
	union {
		PyObject *object;
		long number;
	} either;
	PyTypeObject *kind;
	struct held *other;
	PyObject *never;
	int (*call)(PyObject *);
	PyObject *weak;
} Held;

struct held {
	PyObject ob_base;
	int x;
};

static void held_dealloc(Held *self)
{
	if (self->weak)
		PyObject_ClearWeakRefs((PyObject *)self);
	Py_CLEAR(self->name);
	Py_CLEAR(self->kind);
	Py_CLEAR(self->deep);
	for (int i = 0; i < 2; i++) {
		Py_CLEAR(self->pairs[i].key);
		Py_CLEAR(self->pairs[i].value);
	}
	for (int i = 0; i < 3; i++)
		Py_CLEAR(self->items[i]);
	Py_TYPE(self)->tp_free((PyObject *)self);
}

static PyObject *held_new(PyTypeObject *type, PyObject *args, PyObject *kw)
{
	Held *self = (Held *)type->tp_alloc(type, 0);
	PyObject *o[7];

	if (!self || !PyArg_ParseTuple(args, "OOOOOOO", &o[0], &o[1], &o[2], &o[3], &o[4], &o[5], &o[6]))
		return NULL;
	for (int i = 0; i < 7; i++)
		Py_INCREF(o[i]);
	self->name = o[0];
	self->pairs[0].key = o[1];
	self->pairs[1].value = o[2];
	self->deep = o[3];
	self->items[0] = o[4];
	self->items[2] = o[5];
	self->kind = (PyTypeObject *)o[6];
	self->level = -7;
	self->facts.low = 5;
	self->facts.high = 99;
	self->facts.ratio = 0.25;
	strcpy(self->facts.text, "abc");
	self->either.number = 12345;
	self->never = (PyObject *)0x10; /* no object: never set, as it were */
	return (PyObject *)self;
}

static PyTypeObject HeldType = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "made_in_c.Held", .tp_basicsize = sizeof(Held),
				.tp_flags = Py_TPFLAGS_DEFAULT, .tp_new = held_new, .tp_dealloc = (destructor)held_dealloc,
				.tp_weaklistoffset = offsetof(Held, weak)};

/* The same for the collector: the traverse function shows two of three, one of them behind a pointer. */
typedef struct {
	PyObject_HEAD
	PyObject *base;
	PyObject **many;
	PyObject *hidden;
	Py_ssize_t n;
} Shown;

static int shown_traverse(Shown *self, visitproc visit, void *arg)
{
	Py_VISIT(self->base);
	for (Py_ssize_t i = 0; i < self->n; i++)
		Py_VISIT(self->many[i]);
	return 0;
}

static int shown_clear(Shown *self)
{
	Py_CLEAR(self->base);
	return 0;
}

static void shown_dealloc(PyObject *op)
{
	Shown *self = (Shown *)op;

	PyObject_GC_UnTrack(self);
	shown_clear(self);
	for (Py_ssize_t i = 0; i < self->n; i++)
		Py_XDECREF(self->many[i]);
	PyMem_Free(self->many);
	Py_XDECREF(self->hidden);
	Py_TYPE(self)->tp_free(op);
}

static PyObject *shown_new(PyTypeObject *type, PyObject *args, PyObject *kw)
{
	Shown *self = (Shown *)type->tp_alloc(type, 0);
	PyObject *a, *b, *c;

	if (!self || !PyArg_ParseTuple(args, "OOO", &a, &b, &c))
		return NULL;
	Py_INCREF(a);
	Py_INCREF(b);
	Py_INCREF(c);
	self->base = a;
	self->many = PyMem_Calloc(2, sizeof(PyObject *));
	self->many[1] = b;
	self->n = 2;
	self->hidden = c;
	return (PyObject *)self;
}

static PyTypeObject ShownType = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "made_in_c.Shown", .tp_basicsize = sizeof(Shown),
				 .tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, .tp_new = shown_new,
				 .tp_traverse = (traverseproc)shown_traverse, .tp_clear = (inquiry)shown_clear,
				 .tp_dealloc = shown_dealloc};

/* Two structs of one size, and functions that tell neither from the other. */
typedef struct {
	PyObject_HEAD
	PyObject *left;
	Py_ssize_t pad[20];
} Left;

typedef struct {
	PyObject_HEAD
	Py_ssize_t number;
	PyObject *right;
	Py_ssize_t pad[19];
} Right;

static void either_dealloc(PyObject *self)
{
	Py_TYPE(self)->tp_free(self);
}

static PyTypeObject EitherType = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "made_in_c.Either", .tp_basicsize = sizeof(Left),
				  .tp_flags = Py_TPFLAGS_DEFAULT, .tp_new = PyType_GenericNew, .tp_dealloc = either_dealloc};

/* Two of one size that are told apart by what the functions work with. */
typedef struct {
	PyObject_HEAD
	PyObject *chosen;
	Py_ssize_t pad[30];
} Chosen;

typedef struct {
	PyObject_HEAD
	PyObject *refused;
	Py_ssize_t pad[30];
} Refused;

static PyObject *chosen_new(PyTypeObject *type, PyObject *args, PyObject *kw)
{
	Chosen *self = (Chosen *)type->tp_alloc(type, 0);

	if (self && PyArg_ParseTuple(args, "O", &self->chosen))
		Py_INCREF(self->chosen);
	return (PyObject *)self;
}

static PyTypeObject ChosenType = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "made_in_c.Chosen", .tp_basicsize = sizeof(Chosen),
				  .tp_flags = Py_TPFLAGS_DEFAULT, .tp_new = chosen_new};

/* What is used nowhere is not in the debug information. */
static Py_ssize_t sizes(Refused *r, Right *q, Left *l)
{
	return r->pad[0] + q->number + l->pad[0];
}

/* As tuple: items behind the struct. */
typedef struct {
	PyObject_VAR_HEAD
	PyObject *first;
	PyObject *item[1];
} Row;

static PyObject *row_new(PyTypeObject *type, PyObject *args, PyObject *kw)
{
	Py_ssize_t n = PyTuple_GET_SIZE(args);
	Row *self = (Row *)type->tp_alloc(type, n);

	for (Py_ssize_t i = 0; self && i < n; i++) {
		self->item[i] = PyTuple_GET_ITEM(args, i);
		Py_INCREF(self->item[i]);
	}
	return (PyObject *)self;
}

static PyTypeObject RowType = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "made_in_c.Row", .tp_basicsize = offsetof(Row, item),
			       .tp_itemsize = sizeof(PyObject *), .tp_flags = Py_TPFLAGS_DEFAULT, .tp_new = row_new};

/* Keeps an object where its struct says that a number is. */
typedef struct {
	PyObject_HEAD
	double number;
} Liar;

static int liar_traverse(Liar *self, visitproc visit, void *arg)
{
	PyObject *o;

	memcpy(&o, &self->number, sizeof(o));
	Py_VISIT(o);
	return 0;
}

static PyObject *liar_new(PyTypeObject *type, PyObject *args, PyObject *kw)
{
	Liar *self = (Liar *)type->tp_alloc(type, 0);
	PyObject *o;

	if (!self || !PyArg_ParseTuple(args, "O", &o))
		return NULL;
	Py_INCREF(o);
	memcpy(&self->number, &o, sizeof(o));
	return (PyObject *)self;
}

static PyTypeObject LiarType = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = "made_in_c.Liar", .tp_basicsize = sizeof(Liar),
				.tp_flags = Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC, .tp_new = liar_new,
				.tp_traverse = (traverseproc)liar_traverse};

/* What the module keeps for itself: no object's struct. A second one of its size is not what the functions work with. */
typedef struct {
	PyObject *cache;
	long number;
	struct {
		PyObject *error;
	} inner;
	PyObject **many;
	PyObject *hidden;
} State;

typedef struct {
	long others[5];
} Other;

static int module_traverse(PyObject *m, visitproc visit, void *arg)
{
	State *state = PyModule_GetState(m);

	Py_VISIT(state->cache);
	Py_VISIT(state->inner.error);
	if (state->many)
		Py_VISIT(state->many[1]);
	return 0;
}

static PyObject *keep(PyObject *m, PyObject *args)
{
	State *state = PyModule_GetState(m);
	Other other = {{sizeof(State)}};

	if (!PyArg_ParseTuple(args, "OOO", &state->cache, &state->inner.error, &state->hidden))
		return NULL;
	Py_INCREF(state->cache);
	Py_INCREF(state->inner.error);
	Py_INCREF(state->hidden);
	Py_INCREF(state->hidden);
	state->many = PyMem_Calloc(2, sizeof(PyObject *));
	state->many[1] = state->hidden;
	return PyLong_FromLong(other.others[0]);
}

static PyMethodDef methods[] = {{"keep", keep, METH_VARARGS, NULL}, {NULL}};
static struct PyModuleDef def = {PyModuleDef_HEAD_INIT, "made_in_c", NULL, sizeof(State), methods, NULL, module_traverse};

/* No function of its own at all: told by where the type itself is. In its own unit. */
extern PyTypeObject BareType;

PyMODINIT_FUNC PyInit_made_in_c(void)
{
	PyObject *m = PyModule_Create(&def);
	PyTypeObject *types[] = {&HeldType, &ShownType, &EitherType, &ChosenType, &RowType, &BareType, &LiarType};

	for (int i = 0; m && i < 7; i++) {
		if (PyModule_AddType(m, types[i]) < 0)
			return NULL;
	}
	if (sizes(&(Refused){0}, &(Right){0}, &(Left){0}) != 0)
		return NULL;
	return m;
}
