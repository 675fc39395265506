/*
 * Where each version of PyTorch keeps things: what offsetof() says of its classes, which tests/plugins/torch_layout.py
 * holds against the headers of the versions at hand.
 *
 * Sources: c10/core/TensorImpl.h, StorageImpl.h, ScalarType.h, DeviceType.h, c10/util/intrusive_ptr.h; ATen/MapAllocator.h,
 * SparseTensorImpl.h, SparseCsrTensorImpl.h, NestedTensorImpl.h, quantized/QTensorImpl.h, quantized/Quantizer.h;
 * torch/csrc/Storage.h, torch/csrc/autograd/variable.h, function.h, saved_variable.h, python_variable.h, python_hook.h.
 */
#include "torch.h"

/* c10::ScalarType: new ones are appended. */
static const struct {
	const char *name;
	uint8_t bytes;
} dtypes[] = {
	{"uint8", 1}, {"int8", 1}, {"int16", 2}, {"int32", 4}, {"int64", 8}, {"float16", 2}, {"float32", 4}, {"float64", 8},
	{"complex32", 4}, {"complex64", 8}, {"complex128", 16}, {"bool", 1}, {"qint8", 1}, {"quint8", 1}, {"qint32", 4},
	{"bfloat16", 2}, {"quint4x2", 1}, {"quint2x4", 1}, {"bits1x8", 1}, {"bits2x4", 1}, {"bits4x2", 1}, {"bits8", 1},
	{"bits16", 2}, {"float8_e5m2", 1}, {"float8_e4m3fn", 1}, {"float8_e5m2fnuz", 1}, {"float8_e4m3fnuz", 1}, {"uint16", 2},
	{"uint32", 4}, {"uint64", 8}, {"uint1", 1}, {"uint2", 1}, {"uint3", 1}, {"uint4", 1}, {"uint5", 1}, {"uint6", 1},
	{"uint7", 1}, {"int1", 1}, {"int2", 1}, {"int3", 1}, {"int4", 1}, {"int5", 1}, {"int6", 1}, {"int7", 1},
};
#define DTYPES (sizeof(dtypes) / sizeof(dtypes[0]))

/* c10::DeviceType: by 1.13 the last one was where mtia is now. */
static const char *const devices_1[] = {
	"cpu", "cuda", "mkldnn", "opengl", "opencl", "ideep", "hip", "fpga", "ort", "xla", "vulkan", "metal", "xpu", "mps",
	"meta", "hpu", "ve", "lazy", "ipu", "privateuseone",
};
static const char *const devices_2[] = {
	"cpu", "cuda", "mkldnn", "opengl", "opencl", "ideep", "hip", "fpga", "maia", "xla", "vulkan", "metal", "xpu", "mps",
	"meta", "hpu", "ve", "lazy", "ipu", "mtia", "privateuseone",
};
#define DEVICES(them) .devices = them, .ndevices = sizeof(them) / sizeof(them[0])

const struct torch_layout torch_layouts[] = {
	{
		.version = "1.13",
		.dtypes = 18, DEVICES(devices_1),
		.tensor_type = "torch._C._TensorBase", .tensor_size = 40,
		.tensor_cdata = 16, .tensor_hooks = 32, .storage_cdata = 16,
		.refs = 8, .weak = 16, .count_size = 8,
		.storage = 24, .autograd = 32, .pyobj = 64, .sizes = 72, .offset = 160, .numel = 168, .dtype = 176, .device = 179,
		.data = 24, .deleter = 32, .context = 40, .storage_device = 48, .bytes = 56, .symbolic = 64,
		.freed_data = 32, .freed_array = 0,
		.grad = 40, .grad_fn = 48, .hooks = 96, .hook_size = 16, .requires_grad = 136, .is_view = 152,
		.view_known = 200, .view_base = 208, .view_forward_known = 248, .view_forward = 256,
		.next_edges = 96, .node_pyobj = 120, .pre_hooks = 136, .post_hooks = 160, .node_size = 392,
		.saved_size = 112, .saved_flags = 56, .saved_nflags = 5, .saved_view = 24, .saved_counter = 40,
		.map_name = 16, .map_bytes = 56, .map_base = 72,
		.hook_dict = 8,
		.quantizer = 192, .scales = 32, .zero_points = 40,
		.extras = {{"SparseTensorImpl", {208, 216}}, {"SparseCsrTensorImpl", {192, 200, 208}}, {"NestedTensorImpl", {192, 200}}},
	},
	{
		.version = "2.6",
		.dtypes = 44, DEVICES(devices_2),
		.tensor_type = "torch._C.TensorBase", .tensor_size = 48,
		.tensor_cdata = 16, .tensor_hooks = 32, .tensor_later_hooks = 40,
		.storage_cdata = 16, .storage_flagged = true,
		.refs = 8, .weak = 12, .count_size = 4,
		.storage = 16, .autograd = 24, .pyobj = 56, .sizes = 64, .offset = 152, .numel = 160, .dtype = 168, .device = 170,
		.data = 16, .deleter = 24, .context = 32, .storage_device = 40, .bytes = 48, .symbolic = 56, .storage_pyobj = 80,
		.freed_data = 0, .freed_array = 8,
		.grad = 40, .grad_fn = 48, .hooks = 96, .hook_size = 8, .later_hooks = 136, .requires_grad = 144, .is_view = 146,
		.view_base = 192, .view_known = 240, .view_forward = 248, .view_forward_known = 296,
		.next_edges = 96, .node_pyobj = 120, .pre_hooks = 136, .tensor_pre_hooks = 160, .post_hooks = 240, .node_size = 472,
		.saved_size = 104, .saved_flags = 48, .saved_nflags = 5, .saved_view = 24,
		.map_name = 16, .map_bytes = 56, .map_base = 72,
		.hook_dict = 8,
		.quantizer = 184, .scales = 24, .zero_points = 32,
		.extras = {{"SparseTensorImpl", {200, 208}}, {"SparseCsrTensorImpl", {184, 192, 200}},
			   {"NestedTensorImpl", {184, 192, 200}}},
	},
	{.version = NULL},
};

uint64_t torch_itemsize(uint32_t dtype)
{
	return dtype < DTYPES ? dtypes[dtype].bytes : 0;
}

const char *torch_dtype(uint32_t dtype)
{
	return dtype < DTYPES ? dtypes[dtype].name : "dtype not known";
}
