"""
Types of pandas and nibabel, and the NumPy arrays behind them: data frames, indexes, group-bys, intervals, time stamps,
images in memory, on disk and mapped. Some of their objects are garbage.
"""

import gc
import os
import sys

try:
    import nibabel
    import numpy
    import pandas
except ImportError as problem:
    print(f"{problem}: the packages that quickstart lists are not all installed")
    sys.exit(77)

import recorder


class Holder:
    pass


def tables():
    frame = pandas.DataFrame({"number": range(50), "text": [f"row {i}" for i in range(50)],
                              "any": [[i] for i in range(50)], "time": pandas.date_range("2021-01-01", periods=50),
                              "kind": pandas.Categorical(["a", "b"] * 25)})
    indexed = frame.set_index(["kind", "number"])
    grouped = frame.groupby("kind")
    series = pandas.Series([1.5, None, 3], index=["x", "y", "z"])
    view = frame[["number"]][10:20]
    return [frame, indexed, grouped, grouped.groups, grouped["number"].sum(), series, view, frame.T, frame["time"].dt,
            frame["text"].str, frame.loc, frame.iloc, pandas.concat([frame, frame]), frame.merge(frame, on="number"),
            frame.rolling(3, on="time")["number"], series.array, frame.dtypes, frame.memory_usage(deep=True)]


def times():
    stamp = pandas.Timestamp("2021-03-04 05:06:07", tz="UTC")
    return [stamp, pandas.Timedelta("1 day"), pandas.NaT, pandas.NA, pandas.Period("2021-03", "M"), pandas.Interval(1, 2),
            pandas.Interval(stamp, stamp + pandas.Timedelta("1 hour")), pandas.interval_range(0, 9),
            pandas.period_range("2021", periods=4, freq="M"), pandas.offsets.BusinessDay(), pandas.offsets.MonthEnd(2),
            pandas.offsets.CustomBusinessDay(holidays=["2021-01-01"]), pandas.tseries.frequencies.to_offset("3H"),
            pandas.timedelta_range("1 day", periods=3), [pandas.Timestamp(i, unit="s") for i in range(300)],
            [pandas.Interval(i, i + 1) for i in range(100)]]


def engines():
    index = pandas.Index([f"key {i}" for i in range(200)])
    numbers = pandas.Index(range(200), dtype="int64")
    mixed = pandas.Index([1, "two", 3.5, None, (5,)], dtype=object)
    spans = pandas.IntervalIndex.from_breaks(range(120))
    for one, key in ((index, "key 7"), (numbers, 9), (mixed, "two"), (spans, 3.5)):
        one.get_loc(key)  # makes the engine, with its hash table
    several = pandas.MultiIndex.from_product([["a", "b"], range(30)])
    several.get_loc(("a", 3))
    libs = pandas._libs
    table = libs.hashtable.PyObjectHashTable(8)
    table.set_item("x", 1)
    held = [("held", i) for i in range(20)]
    factorizer = libs.hashtable.ObjectFactorizer(8)
    factorizer.factorize(numpy.array([f"f{i}" for i in range(20)], dtype=object))
    return [index, numbers, mixed, spans, several, table, held, factorizer, index._engine, spans._engine, several._engine,
            libs.internals.BlockPlacement(slice(0, 3)), libs.hashtable.Int64HashTable(4), libs.hashtable.StringHashTable(4),
            pandas.DataFrame({"a": [1], "b": ["x"]})._mgr, libs.lib.NoDefault]


def images():
    data = numpy.arange(60.0).reshape(3, 4, 5)
    image = nibabel.Nifti1Image(data, numpy.eye(4))
    nibabel.save(image, "image.nii")
    mapped = nibabel.load("image.nii")
    nibabel.save(image, "image.nii.gz")
    packed = nibabel.load("image.nii.gz")
    return [image, mapped, packed, mapped.dataobj, numpy.asanyarray(mapped.dataobj), packed.get_fdata()[0], image.header,
            nibabel.streamlines.Tractogram([numpy.zeros((5, 3))], affine_to_rasmm=numpy.eye(4)),
            nibabel.streamlines.ArraySequence([[[1, 2, 3]], [[4, 5, 6], [7, 8, 9]]]), mapped.slicer]


def make():
    return [tables(), times(), engines(), images()]


def drop():
    holder = Holder()
    holder.me = holder
    holder.tables, holder.times, holder.engines, holder.images = tables(), times(), engines(), images()


gc.collect()
gc.disable()
kept = make()
drop()
recorder.stop()
