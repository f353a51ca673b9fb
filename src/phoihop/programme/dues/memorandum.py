"""What is due about memoranda: answers of parties, replies and steps of the lead."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from uuid import UUID

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from phoihop.base.access import Actor
from phoihop.notices.sources import Due
from phoihop.programme.models import (
    ClauseComment,
    Memorandum,
    MemorandumParty,
    MemorandumStatus,
    Revision,
    RevisionAnswer,
)

REPLY_DAYS = 5  # after the last day for comments
RENEW_DAYS = 45  # before a term ends


def memorandum_dues(actor: Actor) -> Iterable[Due]:
    """Parties owe answers to circulated revisions; the lead replies, opens the signing, renews. Six queries at most."""
    yield from _circulated(actor)
    yield from _ending(actor)


def _circulated(actor: Actor) -> Iterator[Due]:
    found = Memorandum.objects.visible_to(actor).filter(status=MemorandumStatus.CIRCULATED)
    memoranda = list(found.select_related("programme"))
    if not memoranda:
        return
    newest: dict[UUID, UUID] = dict(
        Revision.objects.visible_to(actor).filter(memorandum__in=memoranda).circulated().order_by("number")
        .values_list("memorandum_id", "pk")
    )  # fmt: skip
    answered = RevisionAnswer.objects.visible_to(actor).filter(revision__in=newest.values())
    given = {(row.revision_id, row.party_id): row.accepts for row in answered}
    waiting = dict(
        ClauseComment.objects.visible_to(actor).filter(revision__memorandum__in=memoranda, settled=False)
        .order_by().values_list("revision__memorandum_id").annotate(n=Count("pk"))
    )  # fmt: skip
    seats: dict[UUID, list[UUID]] = {}
    for pk, party in MemorandumParty.objects.filter(memorandum__in=memoranda).values_list("memorandum_id", "party_id"):
        seats.setdefault(pk, []).append(party)
    for memorandum in memoranda:
        revision, lead = newest[memorandum.pk], memorandum.programme.lead_id
        answers = {party: given.get((revision, party)) for party in seats.get(memorandum.pk, []) if party != lead}
        yield from _answers(actor, memorandum, revision, answers)
        if lead in actor.party_ids:
            yield from _lead(actor, memorandum, answers, waiting.get(memorandum.pk, 0))


def _answers(actor: Actor, memorandum: Memorandum, revision: UUID, answers: dict[UUID, bool | None]) -> Iterator[Due]:
    """A party sees its own; the lead all that are awaited."""
    lead = memorandum.programme.lead_id
    for party, accepts in answers.items():
        if accepts is None and {party, lead} & actor.party_ids:
            yield _due(memorandum, f"answer:{revision}:{party}", _("Góp ý, trả lời: "), party, memorandum.answer_by)


def _lead(actor: Actor, memorandum: Memorandum, answers: dict[UUID, bool | None], comments: int) -> Iterator[Due]:
    lead, answer_by = memorandum.programme.lead_id, memorandum.answer_by or actor.today
    if comments:
        title = ngettext("Trả lời %(count)s ý kiến góp ý: ", "Trả lời %(count)s ý kiến góp ý: ", comments)
        on = answer_by + dt.timedelta(days=REPLY_DAYS)
        yield _due(memorandum, f"reply:{memorandum.pk}", title % {"count": comments}, lead, on)
    elif False in answers.values():
        yield _due(memorandum, f"revise:{memorandum.pk}", _("Sửa và gửi lại: "), lead, answer_by)
    elif None not in answers.values() or answer_by < actor.today:
        on = answer_by + dt.timedelta(days=REPLY_DAYS)
        yield _due(memorandum, f"sign:{memorandum.pk}", _("Mở đợt ký: "), lead, on)


def _ending(actor: Actor) -> Iterator[Due]:
    """Terms that end soon, or ended, and that nobody renewed or closed."""
    soon = actor.today + dt.timedelta(days=RENEW_DAYS)
    found = Memorandum.objects.visible_to(actor).filter(programme__lead_id__in=actor.regulator_ids)
    found = found.filter(status=MemorandumStatus.IN_FORCE, ends_on__lte=soon)
    for memorandum in found.filter(Q(renewals__isnull=True) | Q(ends_on__lt=actor.today)).select_related("programme"):
        over = memorandum.ends_on < actor.today
        words = _("Kết thúc (đã hết thời hạn): ") if over else _("Soạn cho kỳ tiếp theo: ")
        yield _due(memorandum, f"renew:{memorandum.pk}", words, memorandum.programme.lead_id, memorandum.ends_on)


def _due(memorandum: Memorandum, key: str, words: str, party: UUID, on: dt.date | None) -> Due:
    return Due(
        key=f"programme.memorandum.{key}", title=words + memorandum.title, party_id=party, due_on=on,
        url=reverse("programme:memorandum_detail", args=[memorandum.pk]), owed_to_id=memorandum.programme.lead_id,
        source=memorandum.programme.name, icon="contract",
    )  # fmt: skip
