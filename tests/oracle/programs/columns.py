"""Arrow: buffers, arrays of all layouts and slices of them, tables, chunks, scalars, memory shared both ways; some anchored by garbage alone."""

import gc
import os
import sys

# Otherwise the pool takes a gigabyte of addresses, which would be in the core.
if "MIMALLOC_ARENA_RESERVE" not in os.environ:
    os.environ["MIMALLOC_ARENA_RESERVE"] = "0"
    os.execv(sys.executable, [sys.executable, *sys.argv])

try:
    import numpy
    import pyarrow as pa
except ImportError:
    print("pyarrow is not installed for this interpreter")
    sys.exit(77)

import recorder

gc.collect()
gc.disable()


class Holder:
    pass


class Named(pa.ExtensionType):
    def __init__(self):
        super().__init__(pa.int64(), "kedge.named")

    def __arrow_ext_serialize__(self):
        return b""

    @classmethod
    def __arrow_ext_deserialize__(cls, storage, serialized):
        return cls()


def columns():
    texts = ["x" * (i % 5) for i in range(100)]
    arrays = [pa.array(range(100)), pa.array([None, 1.5, 2]), pa.array(texts), pa.array(texts, pa.large_string()), pa.array([True, None]),
              pa.array([[1], None, [2, 3]]), pa.array([[1, 2]] * 4, pa.list_(pa.int8(), 2)), pa.array([{"a": 1, "b": "c"}] * 5),
              pa.array([[("k", 1)]], pa.map_(pa.string(), pa.int64())), pa.array(texts).dictionary_encode(), pa.nulls(3), pa.array([], pa.int8()),
              pa.UnionArray.from_dense(pa.array([0, 1], pa.int8()), pa.array([0, 0], pa.int32()), [pa.array([1]), pa.array(["b"])]),
              pa.RunEndEncodedArray.from_arrays(pa.array([2, 4], pa.int32()), pa.array([1.5, 2.5])), pa.array(["text"] * 9, pa.string_view()),
              pa.array(numpy.arange(50)), pa.array([1, 2], pa.timestamp("s", "UTC")), pa.array([b"abc"] * 3, pa.binary(3)),
              pa.ExtensionArray.from_storage(Named(), pa.array([1, 2, 3])), pa.array([1, 2], pa.decimal128(9, 2))]
    arrays += [a.slice(1, 2) for a in arrays]
    table = pa.table({"n": arrays[0], "s": arrays[2]})
    raw = pa.py_buffer(b"some bytes that Arrow shows")
    made = [arrays, table, table.slice(3, 4), table.column("n"), table.to_batches(), pa.chunked_array([arrays[0], arrays[0]]), raw, raw.slice(3, 4),
            pa.allocate_buffer(1000), pa.allocate_buffer(100, resizable=True), arrays[0].to_numpy(), arrays[0].buffers(), memoryview(raw),
            arrays[0].__arrow_c_array__(), table.__arrow_c_stream__(), table.schema.__arrow_c_schema__(), table.schema, table.schema.field(0),
            pa.scalar(5), pa.scalar("text"), pa.scalar([1, 2]), pa.scalar({"a": 1}), arrays[9][0], table.schema.with_metadata({"k": "v"}),
            pa.field("f", pa.struct([("a", pa.int8())]), metadata={"m": "n"}), pa.BufferReader(raw), pa.default_memory_pool()]
    made.append([a.type for a in arrays])
    return made


def drop():
    holder = Holder()
    holder.me = holder
    holder.columns = columns()
    holder.large = pa.repeat(1.5, 100000)


kept = columns()
drop()
recorder.stop()
