"""Clashes in the reader's words."""

from __future__ import annotations

from collections.abc import Mapping
from uuid import UUID

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from phoihop.programme.clashing import Clash

SATURDAY = 5
NAMES = 3  # parties named before the rest are counted


def clash_words(clash: Clash, names: Mapping[UUID, str], *, everyone: frozenset[UUID] = frozenset()) -> str:
    """One sentence about a clash.

    :param names: short names of parties
    :param everyone: all parties of the item; where all of them are busy, none is named
    """
    day = date_format(clash.on, "MONTH_DAY_FORMAT")
    if clash.kind == "weekend":
        weekday = _("thứ Bảy") if clash.on.weekday() == SATURDAY else _("Chủ nhật")
        return _("Rơi vào %(weekday)s %(day)s") % {"weekday": weekday, "day": day}
    if clash.kind == "holiday":
        return _("Trùng ngày nghỉ %(day)s: %(name)s") % {"day": day, "name": clash.title}
    if clash.kind == "day":
        return _("Cùng ngày %(day)s: %(name)s") % {"day": day, "name": clash.title}
    return _("Trùng lịch %(day)s với “%(title)s”: %(parties)s") % {
        "day": day,
        "title": clash.title,
        "parties": _("mọi đơn vị") if clash.party_ids == everyone else _named(clash, names),
    }


def _named(clash: Clash, names: Mapping[UUID, str]) -> str:
    known = sorted(names[party_id] for party_id in clash.party_ids if party_id in names)
    rest = len(known) - NAMES
    if rest > 0:
        return _("%(parties)s và %(count)s đơn vị khác") % {"parties": ", ".join(known[:NAMES]), "count": rest}
    return ", ".join(known)
