"""What attendees want otherwise in the minutes, and what becomes of it."""

from __future__ import annotations

from django.db import transaction
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.models import Amendment, AmendmentState, Minutes, MinutesEntry, MinutesStatus
from phoihop.notices.actions import tell
from phoihop.people.models import Party

AMENDMENT_TRANSITIONS = {AmendmentState.PROPOSED: {AmendmentState.TAKEN, AmendmentState.DECLINED}}


def propose_amendment(
    *, actor: Actor, minutes: Minutes, party: Party, text: str, entry: MinutesEntry | None = None
) -> Amendment:
    """Ask for a change; the lead alone reads it beside one's own party.

    :raises Refused: it says nothing, or the time for it is over
    """
    require(actor, Permission.MINUTES_AMEND, party=party)
    activity = minutes.briefing.activity
    if not activity.participations.filter(party=party).exists():
        raise NotAllowed
    if not text.strip():
        raise Refused(_("Hãy ghi nội dung đề nghị sửa."), field="text")
    with transaction.atomic():
        row = Minutes.objects.select_for_update(of=("self",)).get(pk=minutes.pk)
        late = row.amend_by is not None and row.amend_by < actor.today
        if row.status != MinutesStatus.AMENDING or late:
            raise Refused(_("Đã hết thời gian góp ý biên bản. Hãy liên hệ thư ký cuộc họp."))
        made = Amendment.objects.create(
            minutes=row, entry=entry, party=party, written_by_id=actor.user_id, text=text.strip()
        )
        audit.record(actor, "briefings.amendment.proposed", row, party=party.pk, after={"text": made.text})
        words = gettext_lazy("{party} đề nghị sửa biên bản: {title}")
        tell(
            actor=actor, users_of=[activity.programme.lead_id], permission=Permission.MINUTES_WRITE, icon="pencil",
            text=format_lazy(words, party=party.short_name, title=activity.title),
            url=reverse("briefings:minutes_detail", args=[row.briefing_id]), key=f"amendment:{made.pk}",
        )  # fmt: skip
    return made


def answer_amendment(*, actor: Actor, amendment: Amendment, taken: bool, answer: str = "") -> Amendment:
    """Take it, once the paragraph says so, or decline it with a reason."""
    activity = amendment.minutes.briefing.activity
    require(actor, Permission.MINUTES_WRITE, party=activity.programme.lead_id)
    if not taken and not answer.strip():
        raise Refused(_("Không tiếp thu phải nêu lý do."), field="answer")
    new = AmendmentState.TAKEN if taken else AmendmentState.DECLINED
    with transaction.atomic():
        move(amendment, new, AMENDMENT_TRANSITIONS, field="state", answer=answer.strip())
        audit.record(
            actor, f"briefings.amendment.{new}", amendment.minutes, party=amendment.party_id,
            after={"text": amendment.text, "answer": amendment.answer},
        )  # fmt: skip
        words = (
            gettext_lazy("Đề nghị sửa biên bản được tiếp thu")
            if taken
            else gettext_lazy("Đề nghị sửa biên bản không được tiếp thu")
        )
        tell(
            actor=actor, users_of=[amendment.party_id], permission=Permission.MINUTES_AMEND, icon="pencil",
            text=format_lazy("{words}: {title}", words=words, title=activity.title),
            url=reverse("briefings:minutes_detail", args=[amendment.minutes.briefing_id]),
            key=f"amendment.answer:{amendment.pk}",
        )  # fmt: skip
    return amendment
