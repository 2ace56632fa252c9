"""From a row of somebody's table to the fields of the archive."""

from __future__ import annotations

from dataclasses import dataclass, field

from .remarks import Remark


@dataclass(frozen=True)
class Converted:
    """What a row says.

    ``record`` has the fields of which the row says something, each as ``exporting.flat.wide()``
    writes the cell of a document that says the same: an empty cell says nothing. Of a body that
    the archive does not know yet there is the name (``side_1_agency_name``, ``place_name``)
    without a number; ``targets.BESIDES`` stand there, too. ``key`` is ``id:4821`` or the scheme
    and value of an identifier, ``import:wti-1232``; empty where nothing tells by what to know it
    again. Of a row with an error ``record`` holds what could be read.
    """

    number: int
    cells: dict[str, str]
    record: dict[str, str] = field(default_factory=dict)
    key: str = ""
    remarks: tuple[Remark, ...] = ()

    @property
    def is_refused(self) -> bool:
        return any(remark.is_error for remark in self.remarks)

    @property
    def is_warned(self) -> bool:
        return any(not remark.is_error for remark in self.remarks)
