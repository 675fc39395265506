"""
Types of extension modules: lxml, SQLAlchemy's C parts, greenlet, NumPy, and a Cython and a pybind11 module that are
built here, in the current folder. Some of their objects are garbage.
"""

import decimal
import gc
import os
import subprocess
import sys
import sysconfig

try:
    import greenlet
    import lxml.etree
    import lxml.objectify
    import numpy
    import pybind11
    import sqlalchemy
    import sqlalchemy.cprocessors
    import sqlalchemy.cresultproxy
    subprocess.run(["cython3", "--version"], check=True, capture_output=True)
    subprocess.run(["g++", "--version"], check=True, capture_output=True)
except (ImportError, OSError, subprocess.CalledProcessError) as problem:
    print(f"{problem}: the packages that quickstart lists are not all installed")
    sys.exit(77)

import recorder

CYTHON = '''
cdef class Plain:
    cdef long number
    cdef char text[40]

cdef class Node:
    cdef public object left, right
    cdef public list items
    cdef dict table
    cdef int depth
    cdef object hidden

    def __init__(self, left, right):
        self.left, self.right, self.items = left, right, [left]
        self.table, self.hidden, self.depth = {"here": right}, [self.items], 3

cdef class Child(Node):
    cdef public object more
    cdef public Node peer
    cdef object __weakref__

cdef class Peeks(Node):
    cdef void *seen

    def look(self, other):
        self.seen = <void *> other

cdef class WithDict(Child):
    cdef dict __dict__

def generate(n):
    for i in range(n):
        yield [i]

def closure(a):
    b = [a]
    def inner(c=a):
        return a, b, c
    return inner

async def wait(x):
    return x
'''

PYBIND = '''
#include <pybind11/pybind11.h>
#include <memory>
#include <vector>
namespace py = pybind11;
struct Box { py::object held; std::vector<py::object> many; };
struct Plain { int number = 3; };
static int box_traverse(PyObject *self, visitproc visit, void *arg)
{
	Py_VISIT(Py_TYPE(self));
	auto &box = py::cast<Box &>(py::handle(self));
	Py_VISIT(box.held.ptr());
	for (auto &one : box.many)
		Py_VISIT(one.ptr());
	return 0;
}
static int box_clear(PyObject *self)
{
	auto &box = py::cast<Box &>(py::handle(self));
	box.held = py::object();
	box.many.clear();
	return 0;
}
PYBIND11_MODULE(made_by_pybind, m)
{
	py::class_<Box, std::shared_ptr<Box>>(m, "Box", py::custom_type_setup([](PyHeapTypeObject *t) {
		t->ht_type.tp_flags |= Py_TPFLAGS_HAVE_GC;
		t->ht_type.tp_traverse = box_traverse;
		t->ht_type.tp_clear = box_clear;
	})).def(py::init<>()).def_readwrite("held", &Box::held)
	   .def("add", [](Box &b, py::object o) { b.many.push_back(o); });
	py::class_<Plain>(m, "Plain", py::dynamic_attr()).def(py::init<>()).def_readwrite("number", &Plain::number);
	m.def("call", [](py::object f) { return f(); }, py::arg("f") = py::none());
}
'''


def build():
    suffix = sysconfig.get_config_var("EXT_SUFFIX")
    include = "-I" + sysconfig.get_paths()["include"]
    with open("made_by_cython.pyx", "w") as f:
        f.write(CYTHON)
    with open("made_by_pybind.cpp", "w") as f:
        f.write(PYBIND)
    common = ["-O1", "-shared", "-fPIC", "-Wl,--build-id", include]
    subprocess.run(["cython3", "-3", "made_by_cython.pyx"], check=True)
    subprocess.run(["gcc", *common, "-w", "made_by_cython.c", "-o", "made_by_cython" + suffix], check=True)
    subprocess.run(["g++", *common, "-I" + pybind11.get_include(), "-fvisibility=hidden", "made_by_pybind.cpp",
                    "-o", "made_by_pybind" + suffix], check=True)
    sys.path.insert(0, os.getcwd())


class Holder:
    pass


def trees():
    root = lxml.etree.fromstring("<a>" + "<b x='1'><c>text</c></b>" * 30 + "</a>")
    typed = lxml.objectify.fromstring("<r><n>1</n><s>two</s><f>3.5</f></r>")
    parser = lxml.etree.XMLParser(remove_blank_text=True)
    return [root, list(root.iter()), typed, typed.n, typed.s, typed.f, parser, lxml.etree.ElementTree(root),
            lxml.etree.XPath("//b"), root.xpath("//@x"), root.attrib, root.iterchildren(), root[0].iterancestors(),
            lxml.etree.XSLT(lxml.etree.fromstring('<xsl:stylesheet version="1.0" '
                                                  'xmlns:xsl="http://www.w3.org/1999/XSL/Transform"/>'))]


def rows():
    engine = sqlalchemy.create_engine("sqlite://")
    with engine.connect() as connection:
        found = list(connection.execute(sqlalchemy.text("select 1 as a, 'two' as b union select 3, 'four'")))
    converter = sqlalchemy.cprocessors.DecimalResultProcessor(decimal.Decimal, "%.2f")
    return [engine, found, sqlalchemy.util.immutabledict({"a": found}), converter, converter.process]


def green():
    def run(value):
        kept = [value]
        greenlet.getcurrent().parent.switch(kept)
        return kept

    done = greenlet.greenlet(run)
    suspended = [greenlet.greenlet(run) for _ in range(20)]
    for one in suspended:
        one.switch({"its": one})
    return [greenlet.greenlet(run) for _ in range(4)], done.switch(object()), done.switch(), done, suspended


def arrays():
    base = numpy.zeros((3, 4))
    return [base, base.T, numpy.nditer(base), numpy.broadcast(base, base), numpy.dtype([("a", "i4"), ("b", object)]),
            numpy.frompyfunc(lambda x: x, 1, 1), base.flat, numpy.random.default_rng(1), numpy.float64(3), numpy.vectorize(len)]


def ours():
    import made_by_cython as cy
    import made_by_pybind as pb

    plain, node = cy.Plain(), cy.Node([1], {"two": 2})
    child = cy.Child(node, node)
    child.peer, child.more = child, [child]
    own = cy.WithDict(child, plain)
    own.anything = {"own": own}

    class Derived(cy.Child):
        __slots__ = ("slot",)

    class Wide(cy.Node):
        pass

    derived, wide = Derived(own, None), Wide(None, node)
    derived.slot, wide.attribute = [wide], [derived]
    running = cy.generate(5)
    next(running)
    box, empty, bare = pb.Box(), pb.Box(), pb.Plain()
    box.held = [box]
    box.add(child)
    box.add(bare)
    bare.attribute = {"bare": bare}

    class Boxed(pb.Box):
        pass

    boxed = Boxed()
    boxed.held, boxed.attribute = box, [boxed]
    return [plain, node, child, own, derived, wide, running, cy.closure([2]), cy.generate, cy.wait(1), cy.Node.__init__,
            box, empty, bare, boxed, pb.call, [cy.Node(i, [i]) for i in range(500)], [pb.Box() for _ in range(300)]]


def make():
    return [trees(), rows(), green(), arrays(), ours()]


def drop():
    holder = Holder()
    holder.me = holder
    holder.trees, holder.ours, holder.arrays, holder.green = trees(), ours(), arrays(), green()
    # What is alive has the address of garbage, in a word of which only its C code knows that it is not counted.
    import made_by_cython
    peeks = made_by_cython.Peeks(None, None)
    peeks.look(holder)
    kept.append(peeks)


build()
gc.collect()
gc.disable()
kept = make()
drop()
recorder.stop()
