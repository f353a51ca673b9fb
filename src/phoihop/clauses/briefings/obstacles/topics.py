"""The topics that a department begins with."""

from __future__ import annotations

import tomllib
from pathlib import Path
from uuid import UUID

from phoihop.clauses.briefings.models import ObstacleTopic

DATA = Path(__file__).resolve().parent.parent / "data" / "obstacle_topics.toml"


def sample_topics() -> list[tuple[str, int]]:
    """Name and working days of each, in their order."""
    return [(row["name"], row["answer_days"]) for row in tomllib.loads(DATA.read_text(encoding="utf-8"))["topic"]]


def ensure_topics(regulator_id: UUID) -> int:
    """Give a department that has no topics the usual ones; returns how many were made. Safe to repeat."""
    if ObstacleTopic.objects.filter(regulator_id=regulator_id).exists():
        return 0
    made = ObstacleTopic.objects.bulk_create(
        [
            ObstacleTopic(regulator_id=regulator_id, name=name, answer_days=days, position=place)
            for place, (name, days) in enumerate(sample_topics(), start=1)
        ],
        ignore_conflicts=True,  # two at once
    )
    return len(made)
