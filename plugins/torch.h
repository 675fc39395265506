/*
 * PyTorch's C++ objects as the plugin has them. Nothing here knows of Python but by the word in which a tensor keeps
 * its Python object; everything is checked before it is believed, and what does not fit together is not there.
 */
#ifndef KG_PLUGIN_TORCH_H
#define KG_PLUGIN_TORCH_H

#include "kedge-plugin.h"

extern const struct kg_host *torch_host;

enum { TORCH_DIMS_MAX = 64, TORCH_NAME = 160, TORCH_EXTRAS = 3 };

/* A subclass of TensorImpl and the tensors that it keeps. */
struct torch_extra {
	const char *class;
	int32_t at[TORCH_EXTRAS];
};

/* Where one version of PyTorch keeps things, in bytes from the beginning of each C++ object. */
struct torch_layout {
	const char *version;
	const char *const *devices;
	uint32_t ndevices, dtypes; /* how many it knows */
	/* the Python objects, the first one's tp_name and tp_basicsize */
	const char *tensor_type;
	int32_t tensor_size, tensor_cdata, tensor_hooks, tensor_later_hooks, storage_cdata;
	bool storage_flagged; /* storage_cdata is a flag, set where no reference is held, and a pointer after it, as a tensor's is */
	/* c10::intrusive_ptr_target, the bytes of a count among them */
	int32_t refs, weak, count_size;
	/* c10::TensorImpl */
	int32_t storage, autograd, pyobj, sizes, offset, numel, dtype, device;
	/* c10::StorageImpl */
	int32_t data, context, deleter, storage_device, bytes, symbolic, storage_pyobj;
	/* c10::InefficientStdFunctionContext: the bytes, and what the function that ends them has in itself */
	int32_t freed_data, freed_array;
	/* torch::autograd::AutogradMeta and DifferentiableViewMeta */
	int32_t grad, grad_fn, hooks, hook_size, later_hooks, requires_grad, is_view, view_base, view_known, view_forward, view_forward_known;
	/* torch::autograd::Node */
	int32_t next_edges, node_pyobj, pre_hooks, tensor_pre_hooks, post_hooks, node_size;
	/* torch::autograd::SavedVariable */
	int32_t saved_size, saved_flags, saved_nflags, saved_view, saved_counter; /* _view: of its function, where a view was changed */
	/* at::MapAllocator */
	int32_t map_name, map_bytes, map_base;
	/* torch::autograd::PyFunctionPreHook */
	int32_t hook_dict;
	/* at::QTensorImpl, and at::PerChannelAffineQuantizer that it may lead to */
	int32_t quantizer, scales, zero_points;
	struct torch_extra extras[3];
};

/** Those that are known, up to one without a version. A member that a version has not is 0. */
extern const struct torch_layout torch_layouts[];

/* A block of bytes: c10::StorageImpl. */
struct torch_storage {
	kg_addr addr;
	uint64_t refs;
	kg_addr data, context;
	uint64_t bytes;
	int8_t device, device_index;
	kg_addr pyobj;	 /* the Python object that it has kept when nothing of Python's did, 0: none */
};

/* c10::TensorImpl */
struct torch_tensor {
	kg_addr addr;
	const struct torch_layout *lay;
	char class[TORCH_NAME]; /* "TensorImpl", "SparseTensorImpl"... */
	uint64_t refs;
	kg_addr pyobj;	/* its Python object, 0: it has none */
	bool owns_pyobj; /* it holds a reference to that, and not that one to it */
	uint32_t ndim;
	const uint8_t *dims, *strides; /* ndim words each */
	uint64_t offset, numel;
	bool ragged; /* its dimensions are in other tensors: those above say nothing */
	uint32_t dtype;
	int8_t device, device_index;
	kg_addr autograd; /* 0: it has none */
	struct torch_storage storage; /* .addr 0: it has none */
};

enum { TORCH_VERSION = 32 };
/** The version that the target names, in torch.version. @return false when it names none. For .show and .guesses */
bool torch_version(const struct kg_heap *h, char ret[TORCH_VERSION]);
/** That of which version is it? NULL: none of the table's */
const struct torch_layout *torch_layout_of(const char *version);

/** A storage of the version that @lay is of. @return false when there is none at @addr */
bool torch_storage_read(const struct kg_heap *h, const struct torch_layout *lay, kg_addr addr, struct torch_storage *ret);
/** The same for a tensor; one that is undefined is none. */
bool torch_tensor_read(const struct kg_heap *h, const struct torch_layout *lay, kg_addr addr, struct torch_tensor *ret);
/** The tensor behind a Python object of the C type @native, of the version that fits. */
bool torch_tensor_of(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct torch_tensor *ret);
/** The storage behind a Python object that is one, of the version that fits. @ret_held: does the object hold a reference to it? */
bool torch_storage_of(const struct kg_heap *h, struct kg_obj o, struct torch_storage *ret, const struct torch_layout **ret_lay,
		      bool *ret_held);
/** Counts of the C++ object at @addr, which derives from c10::intrusive_ptr_target. @return false when they cannot be */
bool torch_refs(const struct kg_heap *h, const struct torch_layout *lay, kg_addr addr, uint64_t *ret);

/** Name of the most derived class of the C++ object at @addr, without its namespaces; it must have virtual functions.
 * @return false when there is none */
bool torch_class(const struct kg_heap *h, kg_addr addr, char ret[TORCH_NAME]);
/** Word of the target, 0 where it cannot be read. */
uint64_t torch_word(const struct kg_heap *h, kg_addr addr);

uint64_t torch_itemsize(uint32_t dtype);
const char *torch_dtype(uint32_t dtype);
/** "cpu", "cuda:0" */
void torch_device(const struct torch_layout *lay, int8_t device, int8_t index, char *ret, size_t cap);
enum { TORCH_CPU = 0, TORCH_META = 14 };
/** Bytes that a tensor shows of its storage: what it shows many times over counts once. */
uint64_t torch_shown(const struct torch_tensor *t);
int64_t torch_axis(const uint8_t *words, uint32_t i);

/** The array whose memory a storage shows, 0: none. The storage holds a reference to it. */
kg_addr torch_storage_array(const struct kg_heap *h, const struct torch_layout *lay, const struct torch_storage *s);
/** "heap", "mmap", "gpu"; NULL: not known */
const char *torch_storage_where(const struct kg_heap *h, const struct torch_storage *s);
/** Name of the file that a storage is mapped from. @return false when it is not, or it has none */
bool torch_storage_file(const struct kg_heap *h, const struct torch_layout *lay, const struct torch_storage *s, char *ret,
			size_t cap);

/* What a tensor's C++ object keeps that nothing else does. */
struct torch_kept {
	uint64_t nodes;	  /* of the graph that computed it */
	uint64_t tensors; /* gradients, and what the graph has saved */
	uint64_t bytes;	  /* of the nodes, and of storages of tensors without Python objects */
	uint64_t wrapped; /* bytes of storages of the others, whose Python objects tell of them */
	uint64_t own;	  /* references that all these hold to the tensor's own storage */
	bool more;	  /* there are too many to follow */
};

/* torch.optim.Optimizer: kg_type_ops.show and .suspect */
struct kg_error *torch_optimizer_show(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_fields *fields);
bool torch_optimizer_suspect(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct kg_suspicion *ret);

/**
 * Follows what @t keeps: its gradient, the graph, what that has saved. With @sink, references of these to Python objects are
 * pushed. A tensor whose Python object C++ keeps alive is gone through as if it had none, for it goes with what
 * keeps it; of itself that one tells only its hooks, or all would be told twice.
 */
void torch_kept(const struct kg_heap *h, const struct torch_tensor *t, struct kg_sink *sink, struct torch_kept *ret);
/** Calls @fn for each storage that what @t keeps holds references to without being all that does. */
void torch_holds(const struct kg_heap *h, const struct torch_tensor *t, void (*fn)(void *arg, kg_addr block, uint64_t held),
		 void *arg);

#endif
