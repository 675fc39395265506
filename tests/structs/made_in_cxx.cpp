// Instances that derive from PyObject, in a namespace, with a member that is a class of its own.
#include <Python.h>
#include <new>

namespace holders {

class Handle {
public:
	explicit Handle(PyObject *o) : ptr(o) { Py_XINCREF(o); }
	~Handle() { Py_XDECREF(ptr); }
	Handle(const Handle &) = delete;
	static int count;
private:
	PyObject *ptr;
};
int Handle::count = 0;

class Named : public Handle {
public:
	explicit Named(PyObject *o) : Handle(o) {}
	const char *name = "named";
};

struct Base : PyObject {
	PyObject *first;
};

struct Derived : Base {
	Named held;
	bool flag;
	PyObject *more[2];
	explicit Derived(PyObject *o) : held(o), flag(true) {}
};

static void dealloc(PyObject *op)
{
	Derived *self = static_cast<Derived *>(op);
	Py_XDECREF(self->first);
	self->held.~Named();
	Py_TYPE(op)->tp_free(op);
}

static PyObject *make(PyTypeObject *type, PyObject *args, PyObject *)
{
	PyObject *a, *b, *op = type->tp_alloc(type, 0);
	if (!op || !PyArg_ParseTuple(args, "OO", &a, &b))
		return nullptr;
	Derived *self = static_cast<Derived *>(op);
	Py_INCREF(a);
	self->first = a;
	new (&self->held) Named(b);
	self->flag = true;
	Py_INCREF(a);
	self->more[1] = a;
	return op;
}

} // namespace holders

static PyTypeObject Type = {PyVarObject_HEAD_INIT(nullptr, 0)};
static PyModuleDef def = {PyModuleDef_HEAD_INIT, "made_in_cxx", nullptr, -1, nullptr, nullptr, nullptr, nullptr, nullptr};

PyMODINIT_FUNC PyInit_made_in_cxx(void)
{
	Type.tp_name = "made_in_cxx.Derived";
	Type.tp_basicsize = sizeof(holders::Derived);
	Type.tp_flags = Py_TPFLAGS_DEFAULT;
	Type.tp_dealloc = holders::dealloc;
	Type.tp_new = holders::make;
	PyObject *m = PyModule_Create(&def);
	if (m && PyModule_AddType(m, &Type) < 0)
		return nullptr;
	return m;
}
