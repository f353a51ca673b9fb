"""The hidden sheet by which a template is known again: which form, version, period and party it was made for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict, dataclass, fields

HIDDEN_SHEET = "_phoihop"
MARK = "phoihop-report"


@dataclass(frozen=True, slots=True)
class Identity:
    """What a template says of itself."""

    form: str
    version: str
    period: str
    party: str

    def rows(self) -> list[tuple[str, str]]:
        """As it stands in the hidden sheet."""
        return [("kind", MARK), *asdict(self).items()]


def identity_in(rows: Sequence[Sequence[object]]) -> Identity | None:
    """What a hidden sheet says; None where it is none of ours."""
    found = {str(row[0]).strip(): str(row[1]).strip() for row in rows if len(row) > 1}
    names = [field.name for field in fields(Identity)]
    if found.get("kind") != MARK or not all(found.get(name) for name in names):
        return None
    return Identity(**{name: found[name].removesuffix(".0") for name in names})
