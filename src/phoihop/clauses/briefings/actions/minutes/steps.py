"""The way of minutes: draft → attendees' amendments → final, with their paper and decisions → signed and locked."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit, jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import Job
from phoihop.base.transitions import move
from phoihop.clauses.briefings.actions.decisions import following
from phoihop.clauses.briefings.actions.minutes.versions import keep_version
from phoihop.clauses.briefings.actions.minutes.writing import writable
from phoihop.clauses.briefings.minuting.papers import BINDING, minutes_paper, notice_paper
from phoihop.clauses.briefings.models import (
    MINUTES_TRANSITIONS,
    AgendaItem,
    AmendmentState,
    Decision,
    DecisionState,
    Minutes,
    MinutesEntry,
    MinutesStatus,
)
from phoihop.notices.actions import tell
from phoihop.papers.actions.papers import draw_paper, void_paper
from phoihop.papers.models import Paper, PaperStatus
from phoihop.papers.present_signer import signature_of
from phoihop.people.models import Party

if TYPE_CHECKING:
    from django.utils.functional import _StrPromise

S = MinutesStatus
GIVEN = (PaperStatus.SIGNED, PaperStatus.ISSUED)


def circulate(*, actor: Actor, minutes: Minutes, amend_by: dt.date) -> Minutes:
    """Let the attendees read the draft and say until a day what they want otherwise.

    :raises Refused: nothing is written, or the day has passed
    """
    with transaction.atomic():
        row = writable(actor, minutes)
        if not _entries(row):
            raise Refused(_("Biên bản chưa có nội dung nào. Hãy ghi trước khi gửi lấy ý kiến."))
        if amend_by < actor.today:
            raise Refused(_("Hạn góp ý phải từ hôm nay trở đi."), field="amend_by")
        keep_version(actor=actor, minutes=row, note=_("Gửi lấy ý kiến"))
        if row.status == S.DRAFT:
            move(row, S.AMENDING, MINUTES_TRANSITIONS)
        Minutes.objects.filter(pk=row.pk).update(amend_by=amend_by)
        lead = row.briefing.activity.programme.lead_id
        audit.record(actor, "briefings.minutes.circulated", row, party=lead, after={"amend_by": amend_by.isoformat()})
        words = gettext_lazy("Mời góp ý biên bản: {title}")
        _tell(actor, row, words, f"circulated:{amend_by}", Permission.MINUTES_AMEND)
    row.refresh_from_db()
    return row


def finish(*, actor: Actor, minutes: Minutes) -> Minutes:
    """Close the text: its paper is drawn, and each conclusion and task begins to be followed.

    :raises Refused: an amendment waits for an answer, or nobody chairs or writes
    """
    with transaction.atomic():
        row = writable(actor, minutes)
        require(actor, Permission.DECISION_FOLLOW, party=row.briefing.activity.programme.lead_id)
        entries = _entries(row)
        if not entries:
            raise Refused(_("Biên bản chưa có nội dung nào. Hãy ghi trước khi hoàn chỉnh."))
        if row.amendments.filter(state=AmendmentState.PROPOSED).exists():
            raise Refused(_("Còn đề nghị sửa chưa trả lời. Hãy tiếp thu hoặc nêu lý do không tiếp thu từng đề nghị."))
        if not row.chair or not row.secretary:
            raise Refused(_("Hãy ghi người chủ trì và thư ký trước khi hoàn chỉnh; hai người này ký biên bản."))
        keep_version(actor=actor, minutes=row, note=_("Hoàn chỉnh"))
        paper = _draw(actor, row, entries)
        move(row, S.FINAL, MINUTES_TRANSITIONS, paper=paper)
        _follow(actor, row, entries)
        lead = row.briefing.activity.programme.lead_id
        audit.record(actor, "briefings.minutes.finished", row, party=lead, after={"paper": str(paper.pk)})
    return row


def take_back(*, actor: Actor, minutes: Minutes, reason: str) -> Minutes:
    """Open final minutes again, before they are signed; their paper is given up.

    :raises Refused: no reason, or they are signed
    """
    lead = minutes.briefing.activity.programme.lead_id
    require(actor, Permission.MINUTES_WRITE, party=lead)
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do."), field="reason")
    with transaction.atomic():
        row = _locked(minutes)
        if row.paper is not None and row.paper.status in GIVEN:
            raise Refused(_("Biên bản đã ký nên không sửa được. Sai nội dung thì lập văn bản thay thế."))
        if row.notice is not None and row.notice.status in GIVEN:
            raise Refused(_("Thông báo kết luận đã ký nên biên bản không sửa được. Hãy thay thông báo trước."))
        for paper in (row.paper, row.notice):
            if paper is not None and paper.status != PaperStatus.VOID:
                void_paper(actor=actor, paper=paper, reason=reason)
        move(row, S.AMENDING, MINUTES_TRANSITIONS, paper=None, notice=None)
        audit.record(actor, "briefings.minutes.taken_back", row, party=lead, after={"reason": reason.strip()})
    return row


def lock_signed(*, actor: Actor, minutes: Minutes) -> Minutes:
    """Lock minutes whose paper is signed; they never change again.

    :raises Refused: secretary and chair have not signed yet
    """
    lead = minutes.briefing.activity.programme.lead_id
    require(actor, Permission.MINUTES_WRITE, party=lead)
    with transaction.atomic():
        row = _locked(minutes)
        if row.paper is None or row.paper.status not in GIVEN:
            raise Refused(_("Thư ký và chủ trì chưa ký. Hãy ghi nhận chữ ký ở trang văn bản rồi khóa biên bản."))
        move(row, S.SIGNED, MINUTES_TRANSITIONS, locked_at=actor.at)
        audit.record(actor, "briefings.minutes.signed", row, party=lead)
        _tell(actor, row, gettext_lazy("Biên bản đã ký: {title}"), "signed", None)
    return row


def draw_notice(*, actor: Actor, minutes: Minutes) -> Paper:
    """The notice of conclusions, out of the conclusions and tasks that all parties may read.

    :raises Refused: the minutes are no final text yet, nothing was concluded, or the notice left the desk
    """
    lead = minutes.briefing.activity.programme.lead
    require(actor, Permission.MINUTES_WRITE, party=lead)
    with transaction.atomic():
        row = _locked(minutes)
        if row.status not in {S.FINAL, S.SIGNED}:
            raise Refused(_("Hãy hoàn chỉnh biên bản trước khi ra thông báo kết luận."))
        entries = [entry for entry in _entries(row) if entry.kind in BINDING and not entry.confidential_to_id]
        if not entries:
            raise Refused(_("Biên bản không có kết luận, nhiệm vụ nào chung cho các bên."))
        if row.notice is not None and row.notice.status != PaperStatus.VOID:
            raise Refused(_("Đã có thông báo kết luận. Hãy mở văn bản đó, hoặc bỏ không dùng rồi lập lại."))
        paper = draw_paper(
            actor=actor, party=lead, subject=row, audience=_audience(row), lead_id=lead.pk,
            description=notice_paper(row, entries, signer=signature_of(lead, on=actor.today), on=actor.today),
        )  # fmt: skip
        Minutes.objects.filter(pk=row.pk).update(notice=paper)
        audit.record(actor, "briefings.minutes.notice_drawn", row, party=lead.pk, after={"paper": str(paper.pk)})
    return paper


def send_notice(*, actor: Actor, minutes: Minutes) -> Job:
    """Mail the notice to the parties, as a job.

    :raises Refused: it has no number yet
    """
    require(actor, Permission.MINUTES_WRITE, party=minutes.briefing.activity.programme.lead_id)
    final = minutes.status in {S.FINAL, S.SIGNED}
    if not final or minutes.notice is None or minutes.notice.status != PaperStatus.ISSUED:
        raise Refused(_("Thông báo kết luận chưa được ban hành. Hãy ký, cấp số ở trang văn bản rồi gửi."))
    title = _("Gửi thông báo kết luận: %(title)s") % {"title": minutes.briefing.activity.title}
    with transaction.atomic():
        return jobs.start(actor=actor, kind="briefings.conclusions", title=title, briefing=str(minutes.briefing_id))


def _draw(actor: Actor, row: Minutes, entries: list[MinutesEntry]) -> Paper:
    activity = row.briefing.activity
    came = activity.participations.filter(attended=True).select_related("party")
    items = list(AgendaItem.objects.filter(briefing_id=row.briefing_id).on_the_agenda().order_by("position"))
    told = [entry for entry in entries if not entry.confidential_to_id]
    return draw_paper(
        actor=actor, party=activity.programme.lead, subject=row, audience=_audience(row),
        lead_id=activity.programme.lead_id,
        description=minutes_paper(row, items, told, [one.party.name for one in came]),
    )  # fmt: skip


def _follow(actor: Actor, row: Minutes, entries: list[MinutesEntry]) -> None:
    """Bring the decisions in line with the text: new ones begin, changed ones change, those taken out are dropped."""
    known = {one.entry_id: one for one in Decision.objects.filter(entry__minutes=row).select_related("programme")}
    for entry in entries:
        decision = known.pop(entry.pk, None) if entry.kind in BINDING else None
        if entry.kind not in BINDING or entry.owner is None:
            continue
        if decision is None:
            following.record_decision(
                actor=actor, programme=row.briefing.activity.programme, text=entry.text, owner=entry.owner,
                due_on=entry.due_on, kind=entry.kind, briefing=row.briefing, entry=entry,
                confidential_to=entry.confidential_to,
            )  # fmt: skip
            continue
        if decision.state == DecisionState.DROPPED:
            decision = following.reopen(actor=actor, decision=decision, reason=_("Biên bản được sửa"))
        if decision.state in {DecisionState.OPEN, DecisionState.REPORTED}:
            following.change_decision(
                actor=actor, decision=decision, text=entry.text, owner=entry.owner, due_on=entry.due_on,
                reason=_("Biên bản được sửa"), confidential_to=entry.confidential_to,
            )  # fmt: skip
    for gone in known.values():
        if gone.state in {DecisionState.OPEN, DecisionState.REPORTED}:
            following.drop(actor=actor, decision=gone, reason=_("Không còn trong biên bản"))


def _locked(minutes: Minutes) -> Minutes:
    found = Minutes.objects.select_for_update(of=("self",))
    return found.select_related("briefing__activity__programme__lead", "paper", "notice").get(pk=minutes.pk)


def _entries(row: Minutes) -> list[MinutesEntry]:
    found = MinutesEntry.objects.standing().filter(minutes=row)
    return list(found.select_related("owner", "confidential_to").order_by("position", "created_at"))


def _audience(row: Minutes) -> list[Party]:
    return [one.party for one in row.briefing.activity.participations.select_related("party")]


def _tell(actor: Actor, row: Minutes, words: _StrPromise, key: str, permission: Permission | None) -> None:
    activity = row.briefing.activity
    invited: list[UUID] = list(activity.participations.values_list("party_id", flat=True))
    tell(
        actor=actor, users_of=invited, permission=permission, icon="file-text",
        text=format_lazy(words, title=activity.title), key=f"minutes.{key}:{row.pk}",
        url=reverse("briefings:minutes_detail", args=[row.briefing_id]),
    )  # fmt: skip
