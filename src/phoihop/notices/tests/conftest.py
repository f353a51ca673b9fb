"""Sources that a test fills, in place of the real ones."""

import dataclasses
import datetime as dt

import pytest

from phoihop.notices import sources
from phoihop.notices.sources import Due, Happening
from phoihop.testing.cast import DAY, NOON


@pytest.fixture
def owed(monkeypatch, vnpt, regulator):
    """Add to the list what VNPT owes: ``owed(due_on)``."""
    dues: list[Due] = []
    monkeypatch.setattr(sources, "_dues", {"test": lambda actor: dues})

    def add(due_on: dt.date | None = DAY, key: str = "", **values) -> Due:
        due = Due(
            key=key or f"due-{len(dues)}", title=f"Việc {len(dues)}", url="/", party_id=vnpt.party.pk,
            owed_to_id=regulator.party.pk, due_on=due_on,
        )  # fmt: skip
        due = dataclasses.replace(due, **values)
        dues.append(due)
        return due

    add.all = dues
    return add


@pytest.fixture
def happening():
    return Happening(
        uid="a1@phoihop", title="Giao ban quý II; đợt 1, tại Sở", starts_at=NOON, ends_at=NOON + dt.timedelta(hours=2),
        url="http://127.0.0.1:8000/activities/1/", place="Hội trường, tầng 2", description="Dòng 1\nDòng 2",
        sequence=3, changed_at=NOON,
    )  # fmt: skip
