"""How tables are to be read, where they do not say it themselves."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import Any, Self

from phoihop.base.sheets import COMMAND_LINE, Limits, Problem

MOST_OPERATORS = 60
WIDEST_RING_M = 5000.0
NARROWEST_RING_M = 10.0


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """Choices of whoever runs a command.

    :param epsg: system of the positions; None guesses it from the values
    :param anywhere: the network may lie outside Vietnam or in the sea
    :param default_height_m: of a mast whose height no column tells; for needs ``default_antenna_m``
    :param default_radius_m: of a need whose radius no column tells
    :param widest_ring_m: wider search rings are refused
    :param leave_out_bad: lines with errors are left out instead of refusing the file
    """

    epsg: int | None = None
    anywhere: bool = False
    default_height_m: float | None = None
    default_antenna_m: float | None = None
    default_radius_m: float | None = None
    widest_ring_m: float = WIDEST_RING_M
    leave_out_bad: bool = False

    def as_dict(self) -> dict[str, Any]:
        """For the summary of a plan, by which the check reads the same."""
        return asdict(self)

    @classmethod
    def of(cls, saved: dict[str, Any]) -> Self:
        """Back from the summary."""
        return cls(**saved)


AS_IT_STANDS = ReadingOptions()


class InputRefused(ValueError):
    """The tables cannot be planned with; each problem names its file."""

    def __init__(self, file: str, problems: list[Problem], count: int) -> None:
        super().__init__(f"{file}: {problems[0].sentence('en')}" if problems else file)
        self.file, self.problems, self.count = file, problems, count


def limits_of(rows: int | None = None) -> Limits:
    """The limits of the command line, with another number of rows where it is given."""
    return COMMAND_LINE if rows is None else Limits(**{**_fields(COMMAND_LINE), "rows": rows})


def _fields(limits: Limits) -> dict[str, Any]:
    return asdict(limits)
