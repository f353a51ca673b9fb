"""Keeping revisions, sending them to the parties, taking them back, ending a memorandum."""

from __future__ import annotations

import datetime as dt

from django.db import transaction
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.papers.actions.rounds import withdraw_round
from phoihop.papers.models import RoundStatus, SigningRound
from phoihop.programme.memorandum_notices import back_to_draft, tell_parties
from phoihop.programme.memorandum_rows import (
    keep_revision,
    last_revision,
    lead_of,
    locked,
    locked_draft,
    party_ids,
    present_content,
)
from phoihop.programme.models import MEMORANDUM_TRANSITIONS, Memorandum, MemorandumStatus, Revision
from phoihop.programme.revising import checksum


def save_revision(*, actor: Actor, memorandum: Memorandum, note: str) -> Revision:
    """Keep the draft as it stands, to compare with later.

    :raises Refused: nothing changed since the last revision
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    with transaction.atomic():
        row = locked_draft(memorandum)
        last = last_revision(row)
        if last and last.checksum == checksum(present_content(row)):
            raise Refused(_("Chưa có thay đổi nào so với bản %(number)s.") % {"number": last.number})
        revision = keep_revision(actor, row, note)
        after = {"number": revision.number, "checksum": revision.checksum}
        audit.record(actor, "programme.revision.saved", revision, party=lead_of(row), after=after)
    return revision


def circulate(*, actor: Actor, memorandum: Memorandum, answer_by: dt.date, note: str = "") -> Revision:
    """Send the draft to the parties, who comment, and accept it or ask for a change.

    :raises Refused: there is no clause or no party yet, or the day has passed
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if answer_by < actor.today:
        raise Refused(_("Hạn góp ý phải từ hôm nay trở đi."), field="answer_by")
    with transaction.atomic():
        row = locked_draft(memorandum)
        if not row.clauses.exists():
            raise Refused(_("Chưa có nội dung phối hợp nào. Hãy thêm ít nhất một nội dung."))
        if not party_ids(row):
            raise Refused(_("Chưa có doanh nghiệp nào trong danh sách ký. Hãy thêm các bên."))
        revision = _revision_to_send(actor, row, note)
        move(row, MemorandumStatus.CIRCULATED, MEMORANDUM_TRANSITIONS, answer_by=answer_by)
        after = {"number": revision.number, "checksum": revision.checksum, "answer_by": answer_by}
        audit.record(actor, "programme.revision.circulated", revision, party=lead_of(row), after=after)
        text = gettext_lazy("Đề nghị góp ý: {title}")
        tell_parties(actor, row, text, key=f"circulated:{revision.pk}", icon="file-text")
    return revision


def _revision_to_send(actor: Actor, memorandum: Memorandum, note: str) -> Revision:
    """The last revision where it was saved as the text stands and nobody has it yet; else a new one."""
    last = last_revision(memorandum)
    if last and last.circulated_at is None and last.checksum == checksum(present_content(memorandum)):
        Revision.objects.filter(pk=last.pk).update(circulated_at=actor.at, note=note.strip()[:300] or last.note)
        last.circulated_at = actor.at
        return last
    return keep_revision(actor, memorandum, note, circulated_at=actor.at)


def recall(*, actor: Actor, memorandum: Memorandum, reason: str) -> Memorandum:
    """Take a circulated memorandum, or one being signed, back to the desk; the parties are told why.

    :raises WrongState: it is a draft, in force or ended
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if not reason.strip():
        raise Refused(_("Hãy nêu lý do; các bên sẽ được thông báo."), field="reason")
    with transaction.atomic():
        row = locked(memorandum)
        open_rounds = SigningRound.objects.filter(paper=row.paper_id, status=RoundStatus.OPEN)
        round_ = open_rounds.select_related("paper__party").first()
        if round_ is not None:
            withdraw_round(actor=actor, round_=round_, reason=reason)  # its hook brings the memorandum back
        else:
            back_to_draft(actor, row, reason.strip())
    row.refresh_from_db()
    return row


def end_memorandum(*, actor: Actor, memorandum: Memorandum, ended_on: dt.date, reason: str = "") -> Memorandum:
    """End a memorandum in force: its term is over, or before that with a reason.

    :raises WrongState: it is not in force
    """
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if ended_on > actor.today:
        raise Refused(_("Ngày kết thúc không thể ở tương lai."), field="ended_on")
    if ended_on < memorandum.starts_on:
        raise Refused(_("Ngày kết thúc phải từ ngày bắt đầu hiệu lực trở đi."), field="ended_on")
    if ended_on < memorandum.ends_on and not reason.strip():
        raise Refused(_("Kết thúc trước hạn phải nêu lý do."), field="reason")
    with transaction.atomic():
        row = locked(memorandum)
        move(row, MemorandumStatus.ENDED, MEMORANDUM_TRANSITIONS, ended_on=ended_on, end_reason=reason.strip())
        after = {"on": ended_on, "reason": reason.strip()}
        audit.record(actor, "programme.memorandum.ended", row, party=lead_of(row), after=after)
        tell_parties(actor, row, gettext_lazy("Đã kết thúc: {title}"), key=f"ended:{row.pk}", icon="flag")
    return row
