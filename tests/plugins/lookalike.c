/*
 * Objects laid out as NumPy's and pandas' are, for interpreters that these packages do not run on here, and types with
 * tp_traverse functions of their own. Every struct has the members of the package's in their order, with the head that this
 * interpreter gives them.
 * Sources: NumPy 2.0 numpy/_core/include/numpy/ndarraytypes.h, arrayscalars.h; pandas 2.2 pandas/_libs/internals.pyx
 */
#define PY_SSIZE_T_CLEAN
#include <Python.h>

typedef struct {
	PyObject_HEAD
	PyTypeObject *typeobj;
	char kind, type, byteorder, former_flags;
	int type_num;
	uint64_t flags;
	Py_ssize_t elsize, alignment;
	PyObject *metadata;
	Py_hash_t hash;
	void *reserved[2];
} Dtype;

typedef struct {
	PyObject_HEAD
	char *data;
	int nd;
	Py_ssize_t *dimensions, *strides;
	PyObject *base, *descr;
	int flags;
	PyObject *weakreflist;
	void *buffer_info;
	PyObject *mem_handler;
} Array;

typedef struct {
	PyObject_HEAD
	int64_t value;
} Scalar;

/* Cython's: a table of functions, then the members. */
typedef struct {
	PyObject_HEAD
	void *functions;
	PyObject *placement, *refs;
	Py_ssize_t ndim;
	PyObject *values;
} Block;

typedef struct {
	PyObject_HEAD
	void *functions;
	PyObject *blocks, *axes;
	int known;
	PyObject *blknos, *blklocs;
} Manager;

enum { OWNDATA = 4, WRITEABLE = 0x400, ALIGNED = 0x100, C_ORDER = 1, OBJECT = 17, INT64 = 7 };

static void plain_dealloc(PyObject *self)
{
	Py_TYPE(self)->tp_free(self);
}

static void array_dealloc(PyObject *self_)
{
	Array *self = (Array *)self_;

	if (self->flags & OWNDATA) {
		for (Py_ssize_t i = 0; ((Dtype *)self->descr)->type_num == OBJECT && i < self->dimensions[0]; i++)
			Py_XDECREF(((PyObject **)self->data)[i]);
		free(self->data);
	}
	free(self->dimensions);
	Py_XDECREF(self->base);
	Py_XDECREF(self->descr);
	Py_TYPE(self)->tp_free(self_);
}

static PyObject *array_sizeof(PyObject *self_, PyObject *none)
{
	Array *self = (Array *)self_;
	Py_ssize_t bytes = self->flags & OWNDATA ? self->dimensions[0] * 8 : 0;

	(void)none;
	return PyLong_FromSsize_t(Py_TYPE(self_)->tp_basicsize + 16 * self->nd + bytes);
}

static PyObject *scalar_sizeof(PyObject *self, PyObject *none)
{
	(void)none;
	return PyLong_FromSsize_t(Py_TYPE(self)->tp_basicsize + 8);
}

static PyMethodDef array_methods[] = {{"__sizeof__", array_sizeof, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};
static PyMethodDef scalar_methods[] = {{"__sizeof__", scalar_sizeof, METH_NOARGS, NULL}, {NULL, NULL, 0, NULL}};

#define TYPE(var, name, strct, ...)                                                                                           \
	static PyTypeObject var = {PyVarObject_HEAD_INIT(NULL, 0).tp_name = name, .tp_basicsize = sizeof(strct), __VA_ARGS__}

TYPE(dtype_type, "numpy.dtype", Dtype, .tp_flags = Py_TPFLAGS_DEFAULT, .tp_dealloc = plain_dealloc);
TYPE(array_type, "numpy.ndarray", Array, .tp_flags = Py_TPFLAGS_DEFAULT, .tp_dealloc = array_dealloc, .tp_methods = array_methods);
TYPE(int64_type, "numpy.int64", Scalar, .tp_flags = Py_TPFLAGS_DEFAULT, .tp_dealloc = plain_dealloc, .tp_methods = scalar_methods);

static int block_traverse(PyObject *self_, visitproc visit, void *arg)
{
	Block *self = (Block *)self_;

	Py_VISIT(self->placement);
	Py_VISIT(self->refs);
	Py_VISIT(self->values);
	return 0;
}

static void block_dealloc(PyObject *self_)
{
	Block *self = (Block *)self_;

	PyObject_GC_UnTrack(self_);
	Py_XDECREF(self->placement);
	Py_XDECREF(self->refs);
	Py_XDECREF(self->values);
	PyObject_GC_Del(self_);
}

static int manager_traverse(PyObject *self_, visitproc visit, void *arg)
{
	Manager *self = (Manager *)self_;

	Py_VISIT(self->blocks);
	Py_VISIT(self->axes);
	return 0;
}

static void manager_dealloc(PyObject *self_)
{
	Manager *self = (Manager *)self_;

	PyObject_GC_UnTrack(self_);
	Py_XDECREF(self->blocks);
	Py_XDECREF(self->axes);
	PyObject_GC_Del(self_);
}

#define GC_FLAGS (Py_TPFLAGS_DEFAULT | Py_TPFLAGS_HAVE_GC)
TYPE(block_type, "pandas._libs.internals.Block", Block, .tp_flags = GC_FLAGS, .tp_traverse = block_traverse, .tp_dealloc = block_dealloc);
TYPE(manager_type, "pandas._libs.internals.BlockManager", Manager, .tp_flags = GC_FLAGS, .tp_traverse = manager_traverse,
     .tp_dealloc = manager_dealloc);

/* A heap type that nobody teaches: objects behind a pointer, as the tp_traverse knows alone. */
typedef struct {
	PyObject_HEAD
	Py_ssize_t n;
	PyObject **items;
	PyObject *one;
} Bag;

static int bag_traverse(PyObject *self_, visitproc visit, void *arg)
{
	Bag *self = (Bag *)self_;

	Py_VISIT(Py_TYPE(self_));
	Py_VISIT(self->one);
	for (Py_ssize_t i = 0; i < self->n; i++)
		Py_VISIT(self->items[i]);
	return 0;
}

static void bag_dealloc(PyObject *self_)
{
	Bag *self = (Bag *)self_;
	PyTypeObject *type = Py_TYPE(self_);

	PyObject_GC_UnTrack(self_);
	for (Py_ssize_t i = 0; i < self->n; i++)
		Py_DECREF(self->items[i]);
	free(self->items);
	Py_XDECREF(self->one);
	PyObject_GC_Del(self_);
	Py_DECREF(type);
}

static PyObject *bag_new(PyTypeObject *type, PyObject *args, PyObject *kwargs)
{
	Bag *self;

	(void)kwargs;
	self = (Bag *)type->tp_alloc(type, 0);
	if (!self)
		return NULL;
	self->n = PyTuple_GET_SIZE(args);
	self->items = calloc((size_t)self->n + 1, sizeof(PyObject *));
	for (Py_ssize_t i = 0; i < self->n; i++)
		self->items[i] = Py_NewRef(PyTuple_GET_ITEM(args, i));
	self->one = PyList_New(0);
	return (PyObject *)self;
}

static PyType_Slot bag_slots[] = {
	{Py_tp_traverse, bag_traverse}, {Py_tp_dealloc, bag_dealloc}, {Py_tp_new, bag_new}, {0, NULL},
};
static PyType_Spec bag_spec = {"lookalike.Bag", sizeof(Bag), 0, GC_FLAGS | Py_TPFLAGS_BASETYPE, bag_slots};

/* dtype(kind, number) */
static PyObject *make_dtype(PyObject *module, PyObject *args)
{
	Dtype *d = PyObject_New(Dtype, &dtype_type);
	int kind, number;

	(void)module;
	if (!d || !PyArg_ParseTuple(args, "Ci", &kind, &number))
		return NULL;
	memset((char *)d + sizeof(PyObject), 0, sizeof(*d) - sizeof(PyObject));
	d->typeobj = &int64_type;
	d->kind = (char)kind;
	d->type_num = number;
	d->elsize = d->alignment = 8;
	return (PyObject *)d;
}

static Array *array_alloc(PyObject *descr, Py_ssize_t n)
{
	Array *a = PyObject_New(Array, &array_type);

	if (!a)
		return NULL;
	memset((char *)a + sizeof(PyObject), 0, sizeof(*a) - sizeof(PyObject));
	a->descr = Py_NewRef(descr);
	a->nd = 1;
	a->dimensions = calloc(2, sizeof(Py_ssize_t));
	a->strides = a->dimensions + 1;
	a->dimensions[0] = n;
	a->strides[0] = 8;
	a->flags = WRITEABLE | ALIGNED | C_ORDER;
	return a;
}

/* array(dtype, n, objects): that many items, of which the first are these */
static PyObject *make_array(PyObject *module, PyObject *args)
{
	PyObject *descr, *objects;
	Py_ssize_t n;
	Array *a;

	(void)module;
	if (!PyArg_ParseTuple(args, "O!nO!", &dtype_type, &descr, &n, &PyTuple_Type, &objects))
		return NULL;
	a = array_alloc(descr, n);
	if (!a)
		return NULL;
	a->data = calloc((size_t)n, 8);
	a->flags |= OWNDATA;
	for (Py_ssize_t i = 0; i < PyTuple_GET_SIZE(objects) && i < n; i++)
		((PyObject **)a->data)[i] = Py_NewRef(PyTuple_GET_ITEM(objects, i));
	return (PyObject *)a;
}

/* view(array, start, n) */
static PyObject *make_view(PyObject *module, PyObject *args)
{
	Py_ssize_t start, n;
	PyObject *base;
	Array *a;

	(void)module;
	if (!PyArg_ParseTuple(args, "O!nn", &array_type, &base, &start, &n))
		return NULL;
	a = array_alloc(((Array *)base)->descr, n);
	if (!a)
		return NULL;
	a->data = ((Array *)base)->data + 8 * start;
	a->base = Py_NewRef(base);
	return (PyObject *)a;
}

static PyObject *make_int64(PyObject *module, PyObject *value)
{
	Scalar *s = PyObject_New(Scalar, &int64_type);

	(void)module;
	if (s)
		s->value = PyLong_AsLongLong(value);
	return (PyObject *)s;
}

static PyObject *make_block(PyObject *module, PyObject *values)
{
	Block *b = PyObject_GC_New(Block, &block_type);

	(void)module;
	if (!b)
		return NULL;
	memset((char *)b + sizeof(PyObject), 0, sizeof(*b) - sizeof(PyObject));
	b->values = Py_NewRef(values);
	b->placement = PyList_New(0);
	PyObject_GC_Track(b);
	return (PyObject *)b;
}

static PyObject *make_manager(PyObject *module, PyObject *blocks)
{
	Manager *m = PyObject_GC_New(Manager, &manager_type);

	(void)module;
	if (!m)
		return NULL;
	memset((char *)m + sizeof(PyObject), 0, sizeof(*m) - sizeof(PyObject));
	m->blocks = Py_NewRef(blocks);
	m->axes = PyList_New(0);
	PyObject_GC_Track(m);
	return (PyObject *)m;
}

/* Where an array's items are. */
static PyObject *data(PyObject *module, PyObject *array)
{
	(void)module;
	return PyLong_FromVoidPtr(((Array *)array)->data);
}

static PyMethodDef functions[] = {
	{"dtype", make_dtype, METH_VARARGS, NULL}, {"array", make_array, METH_VARARGS, NULL}, {"view", make_view, METH_VARARGS, NULL},
	{"int64", make_int64, METH_O, NULL},	   {"block", make_block, METH_O, NULL},	      {"manager", make_manager, METH_O, NULL},
	{"data", data, METH_O, NULL},		   {NULL, NULL, 0, NULL},
};
static PyModuleDef module = {PyModuleDef_HEAD_INIT, .m_name = "lookalike", .m_size = -1, .m_methods = functions};

PyMODINIT_FUNC PyInit_lookalike(void)
{
	PyTypeObject *types[] = {&dtype_type, &array_type, &int64_type, &block_type, &manager_type};
	PyObject *m = PyModule_Create(&module), *bag;

	for (size_t i = 0; m && i < sizeof(types) / sizeof(types[0]); i++) {
		if (PyType_Ready(types[i]) < 0)
			return NULL;
	}
	bag = m ? PyType_FromSpec(&bag_spec) : NULL;
	if (!bag || PyModule_AddObject(m, "Bag", bag))
		return NULL;
#ifdef Py_GIL_DISABLED
	PyUnstable_Module_SetGIL(m, Py_MOD_GIL_NOT_USED);
#endif
	return m;
}
