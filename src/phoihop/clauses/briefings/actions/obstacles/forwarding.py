"""Another body is asked, by its account or by a link; it comes back by itself."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base.access import Actor, PartyKind, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.models import StoredFile
from phoihop.clauses.briefings.actions.obstacles.together import carry
from phoihop.clauses.briefings.models import (
    AWAITED,
    Obstacle,
    ObstacleFile,
    ObstacleForward,
    ObstacleState,
)
from phoihop.clauses.briefings.obstacles import clocks, links, rows
from phoihop.clauses.briefings.obstacles.wording import NEWS
from phoihop.notices.actions import tell
from phoihop.people.models import Party


@dataclass(frozen=True, slots=True)
class Question:
    """What another body is asked; all that it will ever read.

    :param files: those it may open
    """

    body: str
    text: str
    due_on: dt.date
    email: str = ""
    guest: Party | None = None
    files: tuple[ObstacleFile, ...] = ()


def forward(*, actor: Actor, obstacle: Obstacle, question: Question) -> tuple[ObstacleForward, str]:
    """Ask another body; returns what was asked and the secret of its address, which nobody can read again.

    :raises NotAllowed: the actor does not deal with the department's obstacles
    :raises Refused: nobody would be reached, the day is over, or it is answered or ended
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=obstacle.programme.lead_id)
    _check(actor, obstacle, question)
    secret = links.new_secret()
    with transaction.atomic():
        row = rows.locked(obstacle)
        rows.require_state(row, *AWAITED)
        if row.merged_into_id is not None:
            raise Refused(_("Vướng mắc này được xử lý chung. Hãy hỏi ở vướng mắc chính, hoặc tách ra trước."))
        made = ObstacleForward.objects.create(
            obstacle=row, body=question.body.strip(), guest=question.guest, email=question.email.strip(),
            question=question.text.strip(), due_on=question.due_on, token_hash=links.hash_secret(secret),
            sent_at=actor.at, expires_at=_end(question.due_on, actor),
        )  # fmt: skip
        made.files.set(question.files)
        event = rows.advance(
            actor, row, "forwarded", to=ObstacleState.FORWARDED, by=None, note=made.body,
            after={"body": made.body, "due_on": made.due_on}, owner_id=row.owner_id or actor.user_id,
        )  # fmt: skip
        rows.tell_raiser(actor, row, "forwarded", key=event.pk)
        carry(actor, row, "forwarded", to=ObstacleState.FORWARDED)
        if made.guest_id is not None:
            tell(
                actor=actor, users_of=[made.guest_id], text=NEWS["asked"], words={"title": made.question[:120]},
                url=rows.asked_address(made), key=f"obstacle.asked:{made.pk}",
                icon="mail-question", permission=Permission.BRIEFING_SPEAK,
            )  # fmt: skip
        if made.email:
            transaction.on_commit(lambda: links.send_link(made, secret))
    return made, secret


def _end(day: dt.date, actor: Actor) -> dt.datetime:
    last = day + dt.timedelta(days=clocks.LINK_GRACE_DAYS + 1)
    return dt.datetime.combine(last, dt.time.min, tzinfo=actor.at.tzinfo)


def _check(actor: Actor, obstacle: Obstacle, question: Question) -> None:
    if not question.body.strip():
        raise Refused(_("Hãy ghi tên cơ quan, đơn vị được hỏi."), field="body")
    if not question.text.strip():
        raise Refused(_("Hãy ghi nội dung cần cho ý kiến."), field="text")
    if question.due_on < actor.today:
        raise Refused(_("Ngày đề nghị trả lời đã qua. Hãy chọn ngày khác."), field="due_on")
    if question.guest is None and not question.email.strip():
        raise Refused(_("Hãy chọn đơn vị khách mời hoặc nhập thư điện tử của cơ quan được hỏi."), field="email")
    if question.guest is not None and question.guest.kind != PartyKind.GUEST:
        raise Refused(_("Chỉ hỏi đơn vị khách mời; không chuyển vướng mắc cho doanh nghiệp khác."), field="guest")
    if any(one.obstacle_id != obstacle.pk for one in question.files):
        raise NotVisible


def recall(*, actor: Actor, forward: ObstacleForward) -> ObstacleForward:
    """Take a question back; its address stops working at once.

    :raises NotAllowed: the actor does not deal with the department's obstacles
    :raises Refused: it is answered, or taken back already
    """
    require(actor, Permission.OBSTACLE_HANDLE, party=forward.obstacle.programme.lead_id)
    with transaction.atomic():
        row = rows.locked(forward.obstacle)
        if not ObstacleForward.objects.filter(pk=forward.pk, answered_at=None, recalled_at=None).update(
            recalled_at=actor.at
        ):
            raise Refused(_("Nội dung này đã có trả lời hoặc đã rút lại. Hãy tải lại trang."))
        _come_back(actor, row, "recalled", forward.body)
    forward.refresh_from_db()
    return forward


def answer_as_guest(*, actor: Actor, forward: ObstacleForward, text: str) -> ObstacleForward:
    """A guest party answers with its account.

    :raises NotAllowed: the actor does not speak for the party that was asked
    :raises Refused: it says nothing, or nobody waits for it any more
    """
    if forward.guest_id is None:
        raise NotVisible
    require(actor, Permission.BRIEFING_SPEAK, party=forward.guest_id)
    return _take_answer(actor, forward, text, answerer=actor.name)


def asked_by_link(*, actor: Actor, secret: str) -> ObstacleForward:
    """What a body is asked behind a secret address; the address is the key, so any caller may ask.

    :raises NotVisible: unknown, taken back, answered long ago, or its time is over
    """
    found = ObstacleForward.objects.select_related("obstacle__programme__lead", "guest").prefetch_related("files__file")
    row = found.filter(token_hash=links.hash_secret(secret), recalled_at=None, expires_at__gt=actor.at).first()
    if row is None:
        raise NotVisible
    if row.opened_at is None:
        ObstacleForward.objects.filter(pk=row.pk, opened_at=None).update(opened_at=actor.at)
    return row


def file_by_link(*, actor: Actor, secret: str, pk: UUID) -> StoredFile:
    """One of the files that the body was given.

    :raises NotVisible: the address leads nowhere, or the file is none of them
    """
    row = asked_by_link(actor=actor, secret=secret)
    found = next((one.file for one in row.files.all() if one.file_id == pk), None)
    if found is None:
        raise NotVisible
    return found


def answer_by_link(*, actor: Actor, secret: str, text: str, answerer: str) -> ObstacleForward:
    """A body answers by its secret address, once.

    :raises NotVisible: the address leads nowhere
    :raises Refused: it says nothing, or was answered
    """
    row = asked_by_link(actor=actor, secret=secret)
    if not answerer.strip():
        raise Refused(_("Hãy ghi tên và chức vụ người trả lời."), field="answerer")
    return _take_answer(actor, row, text, answerer=answerer)


def _take_answer(actor: Actor, forward: ObstacleForward, text: str, *, answerer: str) -> ObstacleForward:
    if not text.strip():
        raise Refused(_("Hãy ghi nội dung trả lời."), field="text")
    with transaction.atomic():
        row = rows.locked(forward.obstacle)
        if not ObstacleForward.objects.filter(pk=forward.pk, answered_at=None, recalled_at=None).update(
            answered_at=actor.at, answer=text.strip(), answerer=answerer.strip()[:150]
        ):
            raise Refused(_("Nội dung này đã có trả lời. Cảm ơn cơ quan đã quan tâm."))
        _come_back(actor, row, "came_back", forward.body, by=forward.guest_id)
        rows.tell_department(actor, row, "came_back", key=forward.pk)
    forward.refresh_from_db()
    return forward


def come_back(*, actor: Actor, forward: ObstacleForward) -> None:
    """By the clock: the day is over without an answer, so the obstacle is with the department again.

    The address lives on for some days; a late answer still arrives.
    """
    with transaction.atomic():
        row = rows.locked(forward.obstacle)
        open_still = ObstacleForward.objects.filter(
            pk=forward.pk, answered_at=None, recalled_at=None, returned_at=None, due_on__lt=actor.today
        )
        if open_still.update(returned_at=actor.at):
            _come_back(actor, row, "returned", forward.body)
            rows.tell_department(actor, row, "returned", key=forward.pk)


def _come_back(actor: Actor, row: Obstacle, code: str, body: str, by: object = None) -> None:
    """Back to work, once nobody else is waited for."""
    waiting = row.forwards.filter(answered_at=None, recalled_at=None, returned_at=None).exists()
    to = ObstacleState.WORKING if row.state == ObstacleState.FORWARDED and not waiting else ""
    rows.advance(actor, row, code, to=to, by=by if isinstance(by, type(row.pk)) else None, note=body)
    if to:
        carry(actor, row, "taken", to=ObstacleState.WORKING)
