"""What parties say on a circulated revision, and what the lead makes of it."""

from __future__ import annotations

from django.db import transaction
from django.utils.text import format_lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.notices.actions import tell
from phoihop.people.models import Party
from phoihop.programme.memorandum_notices import address, tell_lead
from phoihop.programme.memorandum_rows import circulated_revision, lead_of, locked
from phoihop.programme.models import (
    SECTIONS,
    ClauseComment,
    Memorandum,
    MemorandumStatus,
    Revision,
    RevisionAnswer,
)
from phoihop.programme.revising import text_at

OPEN_TO_LEAD = {MemorandumStatus.DRAFT, MemorandumStatus.CIRCULATED}


def answer_revision(*, actor: Actor, revision: Revision, party: Party, accepts: bool, note: str = "") -> RevisionAnswer:
    """Accept a circulated revision or ask for a change; the answer may change until the round of comments is over.

    :raises NotVisible: ``party`` is no party to the memorandum
    :raises Refused: this revision is not out for answers any more
    """
    require(actor, Permission.MEMORANDUM_ANSWER, party=party)
    if not accepts and not note.strip():
        raise Refused(_("Hãy nêu cần sửa gì và vì sao."), field="note")
    with transaction.atomic():
        memorandum = _out_for_answers(revision, party)
        answer, _new = RevisionAnswer.objects.update_or_create(
            revision=revision, party=party,
            defaults={"accepts": accepts, "note": note.strip(), "author_id": actor.user_id, "answered_at": actor.at},
        )  # fmt: skip
        audit.record(
            actor, "programme.revision.answered", answer, party=party,
            after={"number": revision.number, "accepts": accepts, "note": note.strip()},
        )  # fmt: skip
        text = gettext_lazy("{party} đồng ý: {title}") if accepts else gettext_lazy("{party} đề nghị sửa: {title}")
        tell_lead(actor, memorandum, text, key=f"answer:{answer.pk}", party=party.short_name)
    return answer


def comment(
    *,
    actor: Actor,
    revision: Revision,
    party: Party,
    anchor: str,
    text: str,
    proposal: str = "",
    open_to_all: bool = False,
) -> ClauseComment:
    """Comment on one clause or section of a circulated revision, and propose another wording where one has one.

    :param anchor: the id of a clause, or the code of a section
    :raises NotVisible: no such clause in this revision, or ``party`` is no party to the memorandum
    """
    require(actor, Permission.MEMORANDUM_ANSWER, party=party)
    proposal = "" if proposal.strip() == _commented(revision, anchor).strip() else proposal.strip()
    if not text.strip() and not proposal:
        raise Refused(_("Hãy nhập ý kiến, hoặc sửa câu chữ ở ô đề nghị viết lại."), field="text")
    with transaction.atomic():
        memorandum = _out_for_answers(revision, party)
        row = ClauseComment.objects.create(
            revision=revision, anchor=anchor, party=party, author_id=actor.user_id, proposal=proposal,
            text=text.strip() or _("Đề nghị viết lại như dưới đây."), open_to_all=open_to_all,
        )  # fmt: skip
        audit.record(
            actor, "programme.comment.written", row, party=party,
            after={"anchor": anchor, "text": row.text, "proposal": proposal, "open_to_all": open_to_all},
        )  # fmt: skip
        words = gettext_lazy("{party} góp ý: {title}")
        tell_lead(actor, memorandum, words, key=f"comment:{row.pk}", party=party.short_name)
    return row


def withdraw_comment(*, actor: Actor, comment: ClauseComment) -> None:
    """Take one's own comment back, as long as the lead has not replied."""
    require(actor, Permission.MEMORANDUM_ANSWER, party=comment.party_id)
    with transaction.atomic():
        row = ClauseComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
        if row.settled or row.reply:
            raise Refused(_("Cơ quan chủ trì đã trả lời nên không rút được ý kiến này."))
        before = {"anchor": row.anchor, "text": row.text, "proposal": row.proposal}
        audit.record(actor, "programme.comment.withdrawn", row, party=row.party_id, before=before)
        row.delete()


def reply(*, actor: Actor, comment: ClauseComment, reply: str, settled: bool) -> ClauseComment:
    """Answer a party's comment, and close it where nothing more is to be said."""
    memorandum = comment.revision.memorandum
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if not reply.strip():
        raise Refused(_("Hãy nhập trả lời."), field="reply")
    with transaction.atomic():
        if locked(memorandum).status not in OPEN_TO_LEAD:
            raise Refused(_("Biên bản ghi nhớ đã sang bước khác nên không trả lời góp ý được nữa."))
        _settle(actor, comment, reply.strip(), settled=settled)
    return comment


def take_proposal(*, actor: Actor, comment: ClauseComment) -> ClauseComment:
    """Put a party's wording into the working text in place of what it comments on.

    :raises Refused: the text was changed since that revision, so that taking it would lose a change
    """
    memorandum = comment.revision.memorandum
    require(actor, Permission.MEMORANDUM_WRITE, party=lead_of(memorandum))
    if not comment.proposal:
        raise Refused(_("Ý kiến này không kèm đề nghị viết lại."))
    before = _commented(comment.revision, comment.anchor)
    with transaction.atomic():
        row = locked(memorandum)
        if row.status not in OPEN_TO_LEAD:
            raise Refused(_("Biên bản ghi nhớ đã sang bước khác nên không sửa được nữa."))
        _replace(row, comment.anchor, before, comment.proposal)
        audit.record(
            actor, "programme.comment.taken", row, party=lead_of(row), before={comment.anchor: before},
            after={comment.anchor: comment.proposal, "comment": comment.pk},
        )  # fmt: skip
        _settle(actor, comment, comment.reply or _("Tiếp thu nguyên văn đề nghị."), settled=True, taken=True)
    return comment


def _commented(revision: Revision, anchor: str) -> str:
    """What stands at a clause or section of a revision.

    :raises NotVisible: nothing does
    """
    found = text_at(revision.content, anchor)
    if found is None:
        raise NotVisible
    return found


def _out_for_answers(revision: Revision, party: Party) -> Memorandum:
    """The memorandum, locked, where ``party`` may speak on this revision now."""
    memorandum = locked(revision.memorandum)
    if party.pk == lead_of(memorandum) or not memorandum.parties.filter(party=party).exists():
        raise NotVisible
    if memorandum.status != MemorandumStatus.CIRCULATED or circulated_revision(memorandum).pk != revision.pk:
        raise Refused(_("Bản này không còn lấy ý kiến. Hãy mở trang biên bản ghi nhớ để xem bản mới."))
    return memorandum


def _replace(memorandum: Memorandum, anchor: str, before: str, after: str) -> None:
    clause = None if anchor in SECTIONS else memorandum.clauses.filter(pk=anchor).first()
    if anchor not in SECTIONS and clause is None:
        raise Refused(_("Nội dung này đã bị bỏ khỏi bản đang soạn."))
    present = clause.text if clause else memorandum.sections.get(anchor, "")
    if present.strip() not in {before.strip(), after.strip()}:
        raise Refused(_("Đoạn này đã được sửa sau khi gửi góp ý. Hãy sửa tay ở bản đang soạn rồi trả lời ý kiến."))
    if clause:
        clause.text = after
        clause.save(update_fields=["text"])
    else:
        memorandum.sections = memorandum.sections | {anchor: after}
        memorandum.save(update_fields=["sections"])


def _settle(actor: Actor, comment: ClauseComment, reply: str, *, settled: bool, taken: bool = False) -> None:
    comment.reply, comment.settled, comment.replied_at = reply, settled, actor.at
    comment.taken = comment.taken or taken
    comment.save(update_fields=["reply", "settled", "replied_at", "taken"])
    memorandum = comment.revision.memorandum
    after = {"reply": reply, "settled": settled, "taken": taken}
    audit.record(actor, "programme.comment.replied", comment, party=comment.party_id, after=after)
    tell(
        actor=actor, users_of=[comment.party_id], permission=Permission.MEMORANDUM_ANSWER, icon="message",
        text=format_lazy(gettext_lazy("Góp ý của đơn vị đã được trả lời: {title}"), title=memorandum.title),
        url=address(memorandum),
        key=f"memorandum.reply:{comment.pk}:{actor.at.isoformat()}",
    )  # fmt: skip
