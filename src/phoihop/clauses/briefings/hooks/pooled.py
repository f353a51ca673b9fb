"""What the area of pooled tables adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base.access import Actor, PartyKind
from phoihop.clauses.briefings.jobs import pooled  # noqa: F401 - registers the making of tables
from phoihop.clauses.briefings.queries.pooled import tables
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

KINDS = {PartyKind.REGULATOR, PartyKind.ENTERPRISE}
EVENTS: dict[str, Any] = {
    "briefings.pool.made": _("Lập số liệu tổng hợp"),
    "briefings.pool.published": _("Công bố số liệu tổng hợp"),
    "briefings.pool.withdrawn": _("Thu hồi số liệu tổng hợp"),
    "briefings.pool.rules": _("Sửa quy tắc giữ kín số liệu"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """Nothing: tables are made when reports are in."""


def dues(actor: Actor) -> Iterable[Due]:
    """Nothing: a table is an offer."""
    return ()


def figures(actor: Actor, activity: Activity) -> Iterable[Figure]:
    """Nothing: pooled figures are no outcome of a meeting."""
    return ()


def documents(actor: Actor, activity: Activity) -> Iterator[Document]:
    """Published tables of the rounds that prepare the activity."""
    for one in tables.published(actor=actor).filter(round__activity=activity):
        title = gettext("Số liệu tổng hợp: %(round)s") % {"round": one.round.title}
        yield Document(title, reverse("briefings:pooled_detail", args=[one.pk]), "chart-bar")


def entries(actor: Actor) -> Iterator[Entry]:
    """One page for departments and enterprises."""
    if KINDS & {seat.party_kind for seat in actor.seats}:
        yield Entry(gettext("Số liệu tổng hợp"), reverse("briefings:pooled_list"), "chart-bar")


def register() -> None:
    """Nothing more."""
