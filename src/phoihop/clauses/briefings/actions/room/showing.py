"""What the projector shows beside the topic: a published figure, a vote, or nothing."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.room.desk import changed, require_desk, running
from phoihop.clauses.briefings.models import Briefing
from phoihop.clauses.briefings.queries.room.figures import published_figures


def show_figure(*, actor: Actor, briefing: Briefing, code: str) -> None:
    """Show a figure that is published for all parties; an empty code clears the screen."""
    require_desk(actor, briefing)
    with transaction.atomic():
        now = running(actor, briefing)
        if code and code not in {one.code for one in published_figures(actor=actor, briefing=now)}:
            raise Refused(_("Chỉ trình chiếu được số liệu tổng hợp đã công bố."))
        changed(now, shown_figure=code)
        audit.record(actor, "briefings.room.shown", now, party=now.activity.programme.lead_id, after={"figure": code})
