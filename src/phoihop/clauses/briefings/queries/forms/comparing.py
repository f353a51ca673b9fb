"""What changed from one version of a form to another."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.clauses.briefings.models import FormRule, FormVersion, Indicator
from phoihop.clauses.briefings.queries.forms import reading

INDICATOR = (
    "name", "definition", "unit", "nature", "estimate_allowed", "decimals", "required", "negative_allowed",
    "additive", "statutory_note", "fact",
)  # fmt: skip
RULE = ("operator", "right", "least_percent", "most_percent", "missing", "severity", "message")
VERSION = ("period_type", "due_days", "lock_days")


@dataclass(frozen=True, slots=True)
class Difference:
    """One column that is not the same."""

    label: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that was added, removed or changed.

    :ivar sign: ``added``, ``removed`` or ``changed``
    """

    sign: str
    what: str
    name: str
    differences: tuple[Difference, ...] = ()

    @property
    def sign_label(self) -> str:
        """The sign in words."""
        words = {"added": _("Thêm"), "removed": _("Bỏ"), "changed": _("Sửa")}
        return words[self.sign]


def comparison(*, actor: Actor, old: FormVersion, new: FormVersion) -> list[Change]:
    """What ``new`` asks otherwise than ``old``: days, indicators by their codes, rules by what they compare."""
    before = reading.content(actor=actor, version=old)
    after = reading.content(actor=actor, version=new)
    return [
        *_changed(_("Kỳ và hạn"), str(_("Phiên bản")), _differences(old, new, VERSION)),
        *_pairs(_indicators(before.sections), _indicators(after.sections), _("Chỉ tiêu"), _indicator),
        *_pairs(
            _by_sides(reading.rules(actor=actor, version=old)), _by_sides(reading.rules(actor=actor, version=new)),
            _("Kiểm tra"), lambda one, other: _differences(one, other, RULE),
        ),
    ]  # fmt: skip


def _indicators(sections: Sequence[Any]) -> dict[Hashable, Indicator]:
    return {row.code: row for section in sections for row in section.indicators.all()}


def _by_sides(rules: Sequence[FormRule]) -> dict[Hashable, FormRule]:
    """Rules by what they are about; the first of two about the same by its place among them."""
    found: dict[Hashable, FormRule] = {}
    for row in rules:
        key, turn = (row.kind, row.left), 0
        while (*key, turn) in found:
            turn += 1
        found[(*key, turn)] = row
    return found


def _pairs(
    old: Mapping[Hashable, Any], new: Mapping[Hashable, Any], what: str, differ: Callable[[Any, Any], list[Difference]]
) -> Iterator[Change]:
    for key, row in new.items():
        if key not in old:
            yield Change("added", what, str(row))
        else:
            yield from _changed(what, str(row), differ(old[key], row))
    for key, row in old.items():
        if key not in new:
            yield Change("removed", what, str(row))


def _changed(what: str, name: str, differences: list[Difference]) -> Iterator[Change]:
    if differences:
        yield Change("changed", what, name, tuple(differences))


def _indicator(old: Indicator, new: Indicator) -> list[Difference]:
    found = _differences(old, new, INDICATOR)
    by = [", ".join(one.name for one in row.dimensions.all()) for row in (old, new)]
    if by[0] != by[1]:
        found.append(Difference(_("Phân tổ"), by[0], by[1]))
    if old.section.title != new.section.title:
        found.append(Difference(_("Mục"), old.section.title, new.section.title))
    return found


def _differences(old: models.Model, new: models.Model, names: tuple[str, ...]) -> list[Difference]:
    found = []
    for name in names:
        if getattr(old, name) != getattr(new, name):
            label = str(old._meta.get_field(name).verbose_name)  # type: ignore[union-attr]
            found.append(Difference(label, _shown(old, name), _shown(new, name)))
    return found


def _shown(row: models.Model, name: str) -> str:
    value = getattr(row, name)
    if isinstance(value, bool):
        return _("Có") if value else _("Không")
    display = getattr(row, f"get_{name}_display", None)
    shown = display() if display is not None else value
    return "" if shown is None else str(shown)
