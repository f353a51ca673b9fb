"""The national named days, from the file in this package."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from typing import Any

from django.db import transaction

from phoihop.programme.models import NamedDay

FIELDS = ("name_vi", "name_en", "rule", "month", "day", "length_days", "category", "first_year")
DEFAULTS: dict[str, Any] = {"name_en": "", "length_days": 1, "first_year": None}


def load_named_days() -> int:
    """Bring the national days in line with the file in the package; safe to repeat. Returns how many there are.

    Called when a home is set up; it touches no regulator's own days.
    """
    rows = tomllib.loads(files("phoihop.programme").joinpath("data/named_days.toml").read_text("utf-8"))["day"]
    with transaction.atomic():
        for row in rows:
            values = {field: row.get(field, DEFAULTS.get(field)) for field in FIELDS}
            NamedDay.objects.update_or_create(keeper=None, code=row["code"], year=None, defaults=values)
    return len(rows)
