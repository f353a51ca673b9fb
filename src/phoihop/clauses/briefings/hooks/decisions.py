"""What the area of decisions and tasks adds to the kind."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal
from typing import Any

from django.urls import reverse
from django.utils.text import Truncator
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from phoihop.base import files
from phoihop.base.access import Actor, Permission
from phoihop.clauses.briefings.models import Decision, DecisionState
from phoihop.clauses.briefings.queries.decisions import decisions as queries
from phoihop.notices.sources import Due
from phoihop.programme.kinds import Document, Entry, Figure
from phoihop.programme.models import Activity

EVENTS: dict[str, Any] = {
    "briefings.decision.recorded": _("Ghi kết luận, nhiệm vụ"),
    "briefings.decision.changed": _("Sửa kết luận, nhiệm vụ"),
    "briefings.decision.progress": _("Ghi tình hình thực hiện nhiệm vụ"),
    "briefings.decision.done": _("Xác nhận nhiệm vụ hoàn thành"),
    "briefings.decision.reopened": _("Mở lại nhiệm vụ"),
    "briefings.decision.dropped": _("Thôi thực hiện nhiệm vụ"),
}


def open_rows(actor: Actor, activity: Activity) -> None:
    """Nothing: decisions come of the minutes."""


def dues(actor: Actor) -> Iterator[Due]:
    """The owner's open decisions; the department's to confirm."""
    source = gettext("Kết luận, nhiệm vụ")
    for row in queries.decisions(actor=actor, state="under_way"):
        lead = row.programme.lead_id
        words, url = Truncator(row.text).chars(90), reverse("briefings:decision_detail", args=[row.pk])
        if row.state == DecisionState.REPORTED:
            title = gettext("Xác nhận đã hoàn thành: %(text)s") % {"text": words}
            yield Due(f"briefings.decision.confirm:{row.pk}", title, url, lead, row.owner_id, source=source)
        else:
            yield Due(f"briefings.decision:{row.pk}", words, url, row.owner_id, lead, row.due_on, source=source)


def figures(actor: Actor, activity: Activity) -> Iterator[Figure]:
    """How many decisions all parties know of came of a briefing, and how many of them are done."""
    rows = Decision.objects.filter(briefing__activity=activity, confidential_to=None)
    states = list(rows.exclude(state=DecisionState.DROPPED).values_list("state", flat=True))
    if states:
        unit = gettext("việc")
        yield Figure(gettext("Kết luận, nhiệm vụ đã giao"), unit, Decimal(len(states)))
        yield Figure(gettext("Kết luận, nhiệm vụ đã hoàn thành"), unit, Decimal(states.count(DecisionState.DONE)))


def documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    """The list, where one has a part in it."""
    if not actor.seats:
        return ()
    return (Document(gettext("Kết luận, nhiệm vụ"), reverse("briefings:decision_list"), "checkbox"),)


def entries(actor: Actor) -> Iterator[Entry]:
    """One page in the navigation."""
    if actor.may(Permission.DECISION_REPORT) or actor.may(Permission.OVERVIEW_READ):
        yield Entry(gettext("Kết luận, nhiệm vụ"), reverse("briefings:decision_list"), "checkbox")


def register() -> None:
    """Who may open evidence."""
    files.register_guard("briefings.decision", queries.decision_file_is_visible)
