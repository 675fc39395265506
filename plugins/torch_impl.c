/*
 * Reading c10::TensorImpl and c10::StorageImpl. Their classes are known by the names that the C++ compiler writes
 * beside their virtual functions, so that no offset is believed of an object that is not shown to be one.
 *
 * Sources: PyTorch 1.13 and 2.6 c10/core/TensorImpl.h, StorageImpl.h, impl/SizesAndStrides.h, impl/PyObjectSlot.h, Allocator.h;
 * torch/csrc/utils/tensor_numpy.cpp; Itanium C++ ABI 2.9.4 (type_info). Offsets are in torch_layouts.c.
 */
#include <stdio.h>
#include <stdlib.h>

#include "torch.h"

#define REFS_MOST (UINT64_C(1) << 32)	/* more than there can be */
#define BYTES_MOST (UINT64_C(1) << 47)
enum { DIMS_INLINE = 5 };		/* c10::impl::SizesAndStrides */
enum { ARRAY_DATA = 16 };		/* of NumPy's arrays */
/* CPython Include/cpython/unicodeobject.h, PyASCIIObject: the text of a str, since 3.12 and before. */
enum { TEXT_LENGTH = 16, TEXT_BEGINS = 40, TEXT_BEGAN = 48 };

uint64_t torch_word(const struct kg_heap *h, kg_addr addr)
{
	uint64_t v = 0;
	struct kg_error *err = addr < 4096 ? NULL : torch_host->read(h, addr, &v, sizeof(v));

	torch_host->forget(err);
	return err ? 0 : v;
}

static bool readable(const struct kg_heap *h, kg_addr addr)
{
	uint8_t byte;
	struct kg_error *err = torch_host->read(h, addr, &byte, 1);

	torch_host->forget(err);
	return !err;
}

/* The last part of a mangled name: "N3c1010TensorImplE" is TensorImpl's. */
static bool last_part(const char *mangled, char ret[TORCH_NAME])
{
	const char *p = mangled + (*mangled == 'N');
	bool any = false;

	while (*p >= '1' && *p <= '9') {
		char *end;
		unsigned long n = strtoul(p, &end, 10);

		if (n >= TORCH_NAME || strnlen(end, n) < n)
			return false;
		memcpy(ret, end, n);
		ret[n] = '\0';
		p = end + n;
		any = true;
	}
	return any;
}

bool torch_class(const struct kg_heap *h, kg_addr addr, char ret[TORCH_NAME])
{
	kg_addr functions = addr & 7 ? 0 : torch_word(h, addr), info;
	char mangled[TORCH_NAME];
	struct kg_error *err;

	if (functions & 7 || functions < 4096)
		return false;
	info = torch_word(h, functions - 8);
	/* Only the whole object begins there: it is no part of another. */
	if (info & 7 || info < 4096 || torch_word(h, functions - 16) != 0)
		return false;
	info = torch_word(h, info + 8);
	err = info < 4096 ? NULL : torch_host->string(h, info, mangled, sizeof(mangled));
	torch_host->forget(err);
	return info >= 4096 && !err && last_part(mangled, ret);
}

static bool ends_with(const char *text, const char *end)
{
	size_t n = strlen(text), m = strlen(end);

	return n >= m && strcmp(text + n - m, end) == 0;
}

static uint64_t count_at(const struct kg_heap *h, const struct torch_layout *lay, kg_addr at)
{
	uint64_t v = 0;
	struct kg_error *err = torch_host->read(h, at, &v, (size_t)lay->count_size);

	torch_host->forget(err);
	return err ? 0 : v;
}

/* All strong references hold one weak one together. */
bool torch_refs(const struct kg_heap *h, const struct torch_layout *lay, kg_addr addr, uint64_t *ret)
{
	uint64_t weak = count_at(h, lay, addr + (kg_addr)lay->weak);

	*ret = count_at(h, lay, addr + (kg_addr)lay->refs);
	return *ret > 0 && *ret < REFS_MOST && weak > 0 && weak < REFS_MOST;
}

static uint8_t byte_at(const struct kg_heap *h, kg_addr addr)
{
	uint8_t v = 0;

	torch_host->forget(torch_host->read(h, addr, &v, 1));
	return v;
}

static bool device_known(const struct torch_layout *lay, int8_t device)
{
	return device >= 0 && (uint32_t)device < lay->ndevices;
}

bool torch_storage_read(const struct kg_heap *h, const struct torch_layout *lay, kg_addr addr, struct torch_storage *ret)
{
	struct torch_storage s = {.addr = addr};
	char class[TORCH_NAME];
	kg_addr deleter;

	if (!torch_class(h, addr, class) || strcmp(class, "StorageImpl") != 0 || !torch_refs(h, lay, addr, &s.refs))
		return false;
	s.data = torch_word(h, addr + (kg_addr)lay->data);
	s.context = torch_word(h, addr + (kg_addr)lay->context);
	s.bytes = torch_word(h, addr + (kg_addr)lay->bytes);
	s.device = (int8_t)byte_at(h, addr + (kg_addr)lay->storage_device);
	s.device_index = (int8_t)byte_at(h, addr + (kg_addr)lay->storage_device + 1);
	deleter = torch_word(h, addr + (kg_addr)lay->deleter);
	if (byte_at(h, addr + (kg_addr)lay->symbolic) != 0 || s.bytes > BYTES_MOST || !device_known(lay, s.device))
		return false;
	/* What is to be freed one day is freed by a function. */
	if (s.context && !readable(h, deleter))
		return false;
	if (lay->storage_pyobj)
		s.pyobj = torch_word(h, addr + (kg_addr)lay->storage_pyobj);
	s.pyobj = s.pyobj & 1 ? s.pyobj & ~(kg_addr)1 : 0;
	*ret = s;
	return true;
}

void torch_device(const struct torch_layout *lay, int8_t device, int8_t index, char *ret, size_t cap)
{
	const char *name = device_known(lay, device) ? lay->devices[device] : "device not known";

	if (index >= 0)
		snprintf(ret, cap, "%s:%d", name, index);
	else
		snprintf(ret, cap, "%s", name);
}

int64_t torch_axis(const uint8_t *words, uint32_t i)
{
	int64_t v;

	memcpy(&v, words + 8 * (size_t)i, sizeof(v));
	return v;
}

static bool axes_read(const struct kg_heap *h, kg_addr at, struct torch_tensor *t)
{
	uint64_t n = torch_word(h, at);
	kg_addr dims = at + 8, strides = dims + 8 * (kg_addr)DIMS_INLINE;
	struct kg_error *err;

	if (n > TORCH_DIMS_MAX)
		return false;
	if (n > DIMS_INLINE) {
		dims = torch_word(h, at + 8);
		strides = dims + 8 * n;
	}
	err = torch_host->array(h, dims, n, 8, (const void **)&t->dims);
	if (!err)
		err = torch_host->array(h, strides, n, 8, (const void **)&t->strides);
	torch_host->forget(err);
	t->ndim = (uint32_t)n;
	return !err;
}

/* Is the number of elements what the dimensions say? */
static bool counts_fit(const struct torch_tensor *t)
{
	uint64_t n = 1;

	for (uint32_t i = 0; i < t->ndim; i++) {
		int64_t dim = torch_axis(t->dims, i);

		if (dim < 0 || __builtin_mul_overflow(n, (uint64_t)dim, &n))
			return false;
	}
	return n == t->numel;
}

/* Does the storage have all elements? */
static bool storage_fits(const struct torch_tensor *t)
{
	uint64_t last = t->offset, bytes;

	if (t->numel == 0 || !t->storage.addr)
		return true;
	for (uint32_t i = 0; i < t->ndim; i++) {
		int64_t stride = torch_axis(t->strides, i);
		uint64_t step;

		if (stride < 0 || __builtin_mul_overflow((uint64_t)stride, (uint64_t)torch_axis(t->dims, i) - 1, &step) ||
		    __builtin_add_overflow(last, step, &last))
			return false;
	}
	return !__builtin_mul_overflow(last + 1, torch_itemsize(t->dtype), &bytes) && bytes <= t->storage.bytes;
}

static bool tensor_words(const struct kg_heap *h, const struct torch_layout *lay, struct torch_tensor *t)
{
	kg_addr word = torch_word(h, t->addr + (kg_addr)lay->pyobj);

	t->pyobj = word & ~(kg_addr)1;
	t->owns_pyobj = t->pyobj && word & 1;
	t->autograd = torch_word(h, t->addr + (kg_addr)lay->autograd);
	t->offset = torch_word(h, t->addr + (kg_addr)lay->offset);
	t->numel = torch_word(h, t->addr + (kg_addr)lay->numel);
	t->dtype = byte_at(h, t->addr + (kg_addr)lay->dtype) | (uint32_t)byte_at(h, t->addr + (kg_addr)lay->dtype + 1) << 8;
	t->device = (int8_t)byte_at(h, t->addr + (kg_addr)lay->device);
	t->device_index = (int8_t)byte_at(h, t->addr + (kg_addr)lay->device + 1);
	return t->dtype < lay->dtypes && device_known(lay, t->device) && t->offset < BYTES_MOST;
}

bool torch_tensor_read(const struct kg_heap *h, const struct torch_layout *lay, kg_addr addr, struct torch_tensor *ret)
{
	struct torch_tensor t = {.addr = addr, .lay = lay};
	char class[TORCH_NAME];
	kg_addr storage;

	if (!torch_class(h, addr, t.class) || !ends_with(t.class, "TensorImpl") || strcmp(t.class, "UndefinedTensorImpl") == 0)
		return false;
	if (!torch_refs(h, lay, addr, &t.refs) || !tensor_words(h, lay, &t))
		return false;
	t.ragged = strcmp(t.class, "NestedTensorImpl") == 0;
	if (!axes_read(h, addr + (kg_addr)lay->sizes, &t) || (!t.ragged && !counts_fit(&t)))
		return false;
	if (t.autograd && (!torch_class(h, t.autograd, class) || (strcmp(class, "AutogradMeta") != 0 &&
								   strcmp(class, "DifferentiableViewMeta") != 0)))
		return false;
	storage = torch_word(h, addr + (kg_addr)lay->storage);
	/* Without one the strides say nothing. */
	if (storage && (!torch_storage_read(h, lay, storage, &t.storage) || t.storage.device != t.device ||
			(!t.ragged && !storage_fits(&t))))
		return false;
	*ret = t;
	return true;
}

/* The text of a str of ASCII alone: where it begins depends on the version of Python, and only one place has a number. */
static bool version_text(const struct kg_obj *o, int64_t at, uint64_t n, char ret[TORCH_VERSION])
{
	if (at < 0 || n >= TORCH_VERSION || o->avail < (uint64_t)at + n + 1 || o->p[at] < '0' || o->p[at] > '9' || o->p[(uint64_t)at + n])
		return false;
	memcpy(ret, o->p + at, n);
	ret[n] = '\0';
	return strlen(ret) == n && strchr(ret, '.');
}

bool torch_version(const struct kg_heap *h, char ret[TORCH_VERSION])
{
	kg_addr text = torch_host->module_attribute(h, "torch.version", "__version__");
	struct kg_error *err;
	struct kg_obj o;
	uint64_t n;

	if (!text)
		return false;
	err = torch_host->object(h, text, &o);
	torch_host->forget(err);
	if (err || !torch_host->is(o.type, "str"))
		return false;
	n = kg_get_u64(&o, kg_moved(torch_host, h, TEXT_LENGTH));
	return version_text(&o, kg_moved(torch_host, h, TEXT_BEGINS), n, ret) || version_text(&o, kg_moved(torch_host, h, TEXT_BEGAN), n, ret);
}

const struct torch_layout *torch_layout_of(const char *version)
{
	for (const struct torch_layout *lay = torch_layouts; lay->version; lay++) {
		size_t n = strlen(lay->version);

		if (strncmp(version, lay->version, n) == 0 && (version[n] < '0' || version[n] > '9'))
			return lay;
	}
	return NULL;
}

/* The C type of tensors that @t is or is derived from, as that version has it? */
static bool type_fits(const struct kg_heap *h, const struct kg_type *t, const struct torch_layout *lay)
{
	struct kg_type_facts facts;

	for (; t; t = facts.base) {
		torch_host->type(h, t, &facts, sizeof(facts));
		if (strcmp(facts.tp_name, lay->tensor_type) == 0)
			return facts.basicsize == kg_moved(torch_host, h, lay->tensor_size);
	}
	return false;
}

bool torch_tensor_of(const struct kg_heap *h, struct kg_obj o, const struct kg_type *native, struct torch_tensor *ret)
{
	for (const struct torch_layout *lay = torch_layouts; lay->version; lay++) {
		kg_addr impl = kg_get_u64(&o, kg_moved(torch_host, h, lay->tensor_cdata + 8));

		if (type_fits(h, native, lay) && kg_get_u8(&o, kg_moved(torch_host, h, lay->tensor_cdata)) <= 1 &&
		    torch_tensor_read(h, lay, impl, ret) && ret->pyobj == o.addr)
			return true;
	}
	return false;
}

bool torch_storage_of(const struct kg_heap *h, struct kg_obj o, struct torch_storage *ret, const struct torch_layout **ret_lay,
		      bool *ret_held)
{
	for (const struct torch_layout *lay = torch_layouts; lay->version; lay++) {
		const int64_t at = kg_moved(torch_host, h, lay->storage_cdata);
		kg_addr impl = kg_get_u64(&o, at + (lay->storage_flagged ? 8 : 0));

		if ((lay->storage_flagged && kg_get_u8(&o, at) > 1) || !torch_storage_read(h, lay, impl, ret))
			continue;
		*ret_lay = lay;
		*ret_held = !lay->storage_flagged || kg_get_u8(&o, at) == 0;
		return true;
	}
	return false;
}

uint64_t torch_shown(const struct torch_tensor *t)
{
	uint64_t n = torch_itemsize(t->dtype);

	if (t->ragged)
		return t->storage.bytes;
	for (uint32_t i = 0; i < t->ndim; i++) {
		/* No overflow: the product with all dimensions is the number of elements, or 0. */
		if (torch_axis(t->strides, i) != 0 || torch_axis(t->dims, i) == 0)
			n *= (uint64_t)torch_axis(t->dims, i);
	}
	return n;
}

/*
 * from_numpy() gives the storage a function that ends the array's reference; it has the array's address in itself,
 * and stands beside the address of the bytes, which are the array's too.
 */
kg_addr torch_storage_array(const struct kg_heap *h, const struct torch_layout *lay, const struct torch_storage *s)
{
	kg_addr array = 0;
	struct kg_obj o;
	struct kg_error *err;

	if (!s->context || s->context == s->data || torch_word(h, s->context + (kg_addr)lay->freed_data) != s->data)
		return 0;
	array = torch_word(h, s->context + (kg_addr)lay->freed_array);
	if (array & 7 || array < 4096)
		return 0;
	err = torch_host->object(h, array, &o);
	torch_host->forget(err);
	return !err && torch_host->is(o.type, "numpy.ndarray") && kg_get_u64(&o, kg_moved(torch_host, h, ARRAY_DATA)) == s->data ? array : 0;
}

static bool is_mapped(const struct kg_heap *h, const struct torch_storage *s)
{
	char class[TORCH_NAME];

	return s->context && s->context != s->data && torch_class(h, s->context, class) && ends_with(class, "MapAllocator");
}

const char *torch_storage_where(const struct kg_heap *h, const struct torch_storage *s)
{
	if (s->device != TORCH_CPU)
		return s->device == TORCH_META ? NULL : "gpu";
	if (is_mapped(h, s))
		return "mmap";
	return s->context == s->data ? "heap" : NULL;
}

bool torch_storage_file(const struct kg_heap *h, const struct torch_layout *lay, const struct torch_storage *s, char *ret,
			size_t cap)
{
	struct kg_error *err;

	if (!is_mapped(h, s))
		return false;
	err = torch_host->string(h, torch_word(h, s->context + (kg_addr)lay->map_name), ret, cap);
	torch_host->forget(err);
	return !err && *ret;
}
