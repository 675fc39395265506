#!/usr/bin/env python3
"""
The offsets of plugins/torch_layouts.c, against PyTorch's own headers: a C++ file of static asserts, compiled with those of
each PyTorch at hand that the table has, of this system and of the matrix' suites; each assert is seen to fail where
the offset is wrong, and each offset of the table has one.

A line for each PyTorch: PASS or FAIL. Exit status: 0 all hold, 1 some do not, 77 there are no headers.

usage: torch_layout.py [ROOT...]   (environment: CXX; KEDGE_MATRIX_CACHE the folder of suites)
"""

import glob
import os
import re
import sys
import tempfile

sys.path.insert(0, os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
sys.dont_write_bytecode = True

from support import SKIPPED, TOP, Tally, attempt

INCLUDES = """
#include <Python.h>
#include <cstddef>
#include <ATen/ATen.h>
#include <ATen/MapAllocator.h>
#include <ATen/NestedTensorImpl.h>
#include <ATen/SparseCsrTensorImpl.h>
#include <ATen/SparseTensorImpl.h>
#include <ATen/quantized/QTensorImpl.h>
#include <ATen/quantized/Quantizer.h>
#include <torch/csrc/Storage.h>
#include <torch/csrc/autograd/function.h>
#include <torch/csrc/autograd/functions/accumulate_grad.h>
#include <torch/csrc/autograd/python_function.h>
#include <torch/csrc/autograd/python_hook.h>
#include <torch/csrc/autograd/python_variable.h>
#include <torch/csrc/autograd/saved_variable.h>
#include <torch/csrc/autograd/variable.h>
using namespace torch::autograd;
using c10::StorageImpl;
using c10::TensorImpl;
using at::MapAllocator;
"""

# The plugin's name, and what it is by the headers.
COMMON = {
    "dtypes": "c10::ScalarType::Undefined", "ndevices": "c10::DeviceType::COMPILE_TIME_MAX_DEVICE_TYPES",
    "tensor_size": "sizeof(THPVariable)", "tensor_cdata": "offsetof(THPVariable, cdata)",
    "tensor_hooks": "offsetof(THPVariable, backward_hooks)", "storage_cdata": "offsetof(THPStorage, cdata)",
    "refs": "offsetof(TensorImpl, refcount_)", "weak": "offsetof(TensorImpl, weakcount_)",
    "count_size": "sizeof(TensorImpl::refcount_)",
    "storage": "offsetof(TensorImpl, storage_)", "autograd": "offsetof(TensorImpl, autograd_meta_)",
    "sizes": "offsetof(TensorImpl, sizes_and_strides_)", "offset": "offsetof(TensorImpl, storage_offset_)",
    "numel": "offsetof(TensorImpl, numel_)", "dtype": "offsetof(TensorImpl, data_type_)",
    "data": "offsetof(StorageImpl, data_ptr_.ptr_.data_)",
    # A pair, the second first: the function that frees, and the pointer.
    "deleter": "offsetof(StorageImpl, data_ptr_.ptr_.ctx_)",
    "context": "offsetof(StorageImpl, data_ptr_.ptr_.ctx_) + sizeof(c10::DeleterFnPtr)",
    "storage_device": "offsetof(StorageImpl, data_ptr_.device_)", "bytes": "offsetof(StorageImpl, size_bytes_)",
    "grad": "offsetof(AutogradMeta, grad_)", "grad_fn": "offsetof(AutogradMeta, grad_fn_)", "hooks": "offsetof(AutogradMeta, hooks_)",
    "hook_size": "sizeof(AutogradMeta::hooks_[0])", "requires_grad": "offsetof(AutogradMeta, requires_grad_)",
    "is_view": "offsetof(AutogradMeta, is_view_)",
    "next_edges": "offsetof(Node, next_edges_)", "node_pyobj": "offsetof(Node, pyobj_)", "pre_hooks": "offsetof(Node, pre_hooks_)",
    "post_hooks": "offsetof(Node, post_hooks_)", "node_size": "sizeof(Node)",
    "saved_size": "sizeof(SavedVariable)", "saved_flags": "offsetof(SavedVariable, was_default_constructed_)",
    "saved_nflags": "offsetof(SavedVariable, is_output_) - offsetof(SavedVariable, was_default_constructed_) + 1",
    "saved_view": "offsetof(SavedVariable, weak_grad_fn_)",
    "map_name": "offsetof(MapAllocator, filename_)", "map_bytes": "offsetof(MapAllocator, size_)",
    "map_base": "offsetof(MapAllocator, base_ptr_)",
    "hook_dict": "offsetof(PyFunctionPreHook, dict)",
    "quantizer": "offsetof(at::QTensorImpl, quantizer_)", "scales": "offsetof(at::PerChannelAffineQuantizer, scales_)",
    "zero_points": "offsetof(at::PerChannelAffineQuantizer, zero_points_)",
    "SparseTensorImpl": ["offsetof(at::SparseTensorImpl, indices_)", "offsetof(at::SparseTensorImpl, values_)"],
    "SparseCsrTensorImpl": ["offsetof(at::SparseCsrTensorImpl, crow_indices_)", "offsetof(at::SparseCsrTensorImpl, col_indices_)",
                            "offsetof(at::SparseCsrTensorImpl, values_)"],
}

# What the plugin takes for granted of every version: the expression, and its value.
GRANTED = {
    "offsetof(SavedVariable, data_)": 0, "offsetof(SavedVariable, fw_grad_)": 8,
    # In their order, the number of the output before them, and nothing but the version between that and what forward mode has.
    "offsetof(SavedVariable, is_inplace_on_view_) - offsetof(SavedVariable, was_default_constructed_)": 1,
    "offsetof(SavedVariable, saved_original_) - offsetof(SavedVariable, was_default_constructed_)": 2,
    "offsetof(SavedVariable, is_leaf_) - offsetof(SavedVariable, was_default_constructed_)": 3,
    "offsetof(SavedVariable, is_output_) - offsetof(SavedVariable, was_default_constructed_)": 4,
    "offsetof(SavedVariable, was_default_constructed_) - offsetof(SavedVariable, output_nr_)": 4,
    "offsetof(SavedVariable, was_default_constructed_) - offsetof(SavedVariable, saved_version_)": 8,
    "offsetof(SavedVariable, hooks_) - offsetof(SavedVariable, was_default_constructed_)": 8,
    "sizeof(SavedVariable) - offsetof(SavedVariable, requires_grad_)": 8,
    "sizeof(at::Tensor)": 8, "sizeof(Edge)": 24, "offsetof(Edge, function)": 0,
    "offsetof(AccumulateGrad, variable)": "sizeof(Node)", "offsetof(PyNode, obj)": "sizeof(Node)", "sizeof(caffe2::TypeMeta)": 2,
    "sizeof(c10::Device)": 2, "offsetof(c10::Device, index_)": 1, "sizeof(c10::impl::SizesAndStrides)": 8 + 80,
}
FIRST = {
    "pyobj": "offsetof(TensorImpl, pyobj_)", "device": "offsetof(TensorImpl, device_opt_.storage_)",
    "symbolic": "offsetof(StorageImpl, size_bytes_is_symbolic_)",
    "view_base": "offsetof(DifferentiableViewMeta, backward_info_.storage_) + offsetof(ViewInfo, base_)",
    "view_known": "offsetof(DifferentiableViewMeta, backward_info_.init_)",
    "view_forward": "offsetof(DifferentiableViewMeta, forward_info_.storage_) + offsetof(ViewInfo, base_)",
    "view_forward_known": "offsetof(DifferentiableViewMeta, forward_info_.init_)",
    "NestedTensorImpl": ["offsetof(at::native::NestedTensorImpl, nested_size_tensor_)",
                         "offsetof(at::native::NestedTensorImpl, nested_stride_tensor_)"],
    "saved_counter": "offsetof(SavedVariable, version_counter_)",
    # The pointer follows the function that ends it, in which the array is the first it has.
    "freed_data": "offsetof(c10::InefficientStdFunctionContext, ptr_) + sizeof(std::function<void(void *)>)",
    "freed_array": "offsetof(c10::InefficientStdFunctionContext, ptr_)",
}
SECOND = {
    "tensor_later_hooks": "offsetof(THPVariable, post_accumulate_grad_hooks)",
    "pyobj": "offsetof(TensorImpl, pyobj_slot_.pyobj_)", "device": "offsetof(TensorImpl, device_opt_._M_payload._M_payload._M_value)",
    "symbolic": "offsetof(StorageImpl, size_bytes_is_heap_allocated_)", "storage_pyobj": "offsetof(StorageImpl, pyobj_slot_.pyobj_)",
    "later_hooks": "offsetof(AutogradMeta, post_acc_grad_hooks_)", "tensor_pre_hooks": "offsetof(Node, tensor_pre_hooks_)",
    "view_base": "offsetof(DifferentiableViewMeta, backward_info_._M_payload._M_payload._M_value) + offsetof(ViewInfo, base_)",
    "view_known": "offsetof(DifferentiableViewMeta, backward_info_._M_payload._M_engaged)",
    "view_forward": "offsetof(DifferentiableViewMeta, forward_info_._M_payload._M_payload._M_value) + offsetof(ViewInfo, base_)",
    "view_forward_known": "offsetof(DifferentiableViewMeta, forward_info_._M_payload._M_engaged)",
    "NestedTensorImpl": ["offsetof(at::native::NestedTensorImpl, nested_sizes_)",
                         "offsetof(at::native::NestedTensorImpl, nested_strides_)",
                         "offsetof(at::native::NestedTensorImpl, storage_offsets_)"],
    "freed_data": "offsetof(c10::InefficientStdFunctionContext, ptr_)",
    "freed_array": "offsetof(c10::InefficientStdFunctionContext, deleter_)",
}
SECOND_GRANTED = {
    "offsetof(PyFunctionTensorPreHook, dict)": "offsetof(PyFunctionPreHook, dict)",
    "offsetof(PyFunctionTensorPostAccGradHooks, dict)": "offsetof(PyFunctionPreHook, dict)",
    # A flag, and the pointer a word after it.
    "sizeof(c10::MaybeOwned<c10::Storage>)": 16, "offsetof(c10::MaybeOwned<c10::Storage>, own_)": 8,
    "offsetof(c10::MaybeOwned<c10::Storage>, isBorrowed_)": 0,
}
KINDS = {"1.13": (FIRST, {}), "2.6": (SECOND, SECOND_GRANTED)}


def table():
    """{version: {the plugin's name: offset or list of them}}, as the C source has it."""
    with open(os.path.join(TOP, "plugins", "torch_layouts.c"), encoding="utf-8") as f:
        text = f.read()
    devices = {name: words.count('"') // 2 for name, words in re.findall(r"const (devices_\d)\[\] = \{(.*?)\};", text, re.S)}
    found = {}
    for version, body in re.findall(r'\.version = "([\d.]+)",(.*?)\n\t\},', text, re.S):
        them = {name: int(value) for name, value in re.findall(r"\.(\w+) = (\d+)", body)}
        for kind, offsets in re.findall(r'\{"(\w+)", \{([\d, ]+)\}\}', body):
            them[kind] = [int(offset) for offset in offsets.split(",")]
        them["ndevices"] = devices[re.search(r"DEVICES\((\w+)\)", body)[1]]
        found[version] = them
    return found


def asserts(mine, wants, granted):
    """[(name, what the plugin has, what the headers have)]"""
    them = []
    for name, want in wants.items():
        values = mine.get(name)
        if isinstance(want, list):
            them += [(f"{name}{i}", values[i], expression) for i, expression in enumerate(want)]
        else:
            them.append((name, values, want))
    return them + [(f"granted{i}", value, expression) for i, (expression, value) in enumerate(granted.items())]


def compiles(folder, flags, them):
    """What the compiler says of each as it is, and of each with another value: two lists of names for which it finds fault."""
    path = os.path.join(folder, "layout.cpp")
    with open(path, "w") as f:
        f.write(INCLUDES)
        for name, here, there in them:
            f.write(f'static_assert((size_t)({here}) == (size_t)({there}), "right {name}.");\n'
                    f'static_assert((size_t)({here}) + 1 == (size_t)({there}), "wrong {name}.");\n')
    done = attempt(*os.environ.get("CXX", "g++").split(), "-std=gnu++17", "-fno-access-control", "-fmax-errors=0", "-fsyntax-only", "-w",
                   "-DTORCH_PYTHON_API=", *flags, path, timeout=900)
    other = [line for line in done.stderr.splitlines() if "error:" in line and "static assertion failed" not in line]
    return *(re.findall(rf"static assertion failed: {word} (\w+)\.", done.stderr) for word in ("right", "wrong")), other


def torches(roots):
    """[(version, root, folder of Python's headers)]"""
    found = []
    for root in roots:
        for path in glob.glob(f"{root}/usr/include/torch/csrc/api/include/torch/version.h"):
            with open(path, encoding="utf-8") as f:
                version = ".".join(re.findall(r"#define TORCH_VERSION_(?:MAJOR|MINOR) (\d+)", f.read())) or "of a version not told"
            pythons = sorted(glob.glob(f"{root}/usr/include/python3.*[0-9]/Python.h"))
            if pythons:
                found.append((version, root, os.path.dirname(pythons[0])))
    return found


def check(tally, mine, version, root, python):
    wants, granted = ({**COMMON, **KINDS[version][0]}, {**GRANTED, **KINDS[version][1]})
    name = f"{root or '/'}: PyTorch {version}"
    missing = sorted(mine.keys() ^ wants.keys())
    if not tally.hold(f"{name}: each offset of the table has its expression", not missing, missing):
        return
    them = asserts(mine, wants, granted)
    with tempfile.TemporaryDirectory(prefix="kedge-layout.") as folder:
        # PyTorch's own headers of that root, and this system's C and C++ libraries.
        for part in ("torch", "c10", "ATen", "caffe2", os.path.basename(python), "x86_64-linux-gnu"):
            if os.path.isdir(f"{root}/usr/include/{part}"):
                os.symlink(f"{root}/usr/include/{part}", os.path.join(folder, part))
        wrong, found, other = compiles(folder, ["-I", os.path.join(folder, os.path.basename(python)), "-idirafter", folder]
                                       if not root else ["-I", os.path.join(folder, os.path.basename(python)), "-I", folder], them)
    if not tally.hold(f"{name}: the headers compile", not other, other[:5]):
        return
    tally.hold(f"{name}: {len(them)} offsets and numbers", not wrong, wrong)
    blind = sorted({n for n, _, _ in them} - set(found) - set(wrong))
    tally.hold(f"{name}: each that is wrong would be found", not blind, blind)


def main():
    cache = os.environ.get("KEDGE_MATRIX_CACHE", os.path.join(TOP, "build", "matrix"))
    mine = table()
    found = torches(sys.argv[1:] or ["", *sorted(glob.glob(f"{cache}/*"))])
    for version, root, _ in found:
        if version not in KINDS:
            print(f"SKIP: {root or '/'}: the table has no PyTorch {version}")
    tally = Tally()
    tally.hold("each version of the table has its expressions", mine.keys() == KINDS.keys(), sorted(mine), sorted(KINDS))
    for one in (t for t in found if t[0] in KINDS):
        check(tally, mine[one[0]], *one)
    if not any(t[0] in KINDS for t in found):
        print("SKIP: no headers of a PyTorch that the table has are here (libtorch-dev)")
        return tally.status() or SKIPPED
    return tally.status()


if __name__ == "__main__":
    sys.exit(main())
