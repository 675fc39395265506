"""What pipeline.py imports only when the first task needs it: attrs classes, and nibabel's DICOM support."""

import attr
import nibabel


@attr.define
class Patient:
    name = attr.field(default="")
    born = attr.field(default=0)


@attr.define
class Scan:
    patient = attr.field(default=None)
    spacing = attr.field(factory=list, validator=attr.validators.instance_of(list))

    def summary(self):
        # super() needs a cell with the class, which attrs fills anew when it builds the class a second time.
        return super().__repr__()


@attr.define(frozen=True)
class Batch:
    scans = attr.field(factory=tuple)


def read(folder):
    return [Scan(spacing=list(series.spacing)) for study in nibabel.dft.get_studies(folder) for series in study.series]


import nibabel.dft  # noqa: E402 what only the functions need comes last
