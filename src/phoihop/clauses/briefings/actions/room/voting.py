"""Quick votes of the parties: one ballot each, open or secret."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Sequence

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotAllowed, Refused, Stale
from phoihop.clauses.briefings.actions.room.desk import changed, require_desk, running
from phoihop.clauses.briefings.models import Briefing, SecretBallot, Vote, Voted, VoteOption
from phoihop.people.models import Party
from phoihop.programme.models import Participation

FEWEST = 3  # ballots of a secret vote: with two, each party reads the other's from the result
MOST_OPTIONS = 8


class AlreadyVoted(Refused):
    """The party has cast its ballot."""


def open_vote(*, actor: Actor, briefing: Briefing, question: str, options: Sequence[str], secret: bool = False) -> Vote:
    """Ask the parties something.

    :raises Refused: too few options, too few parties to keep a secret, or another vote is open
    """
    require_desk(actor, briefing)
    texts = list(dict.fromkeys(text.strip()[:150] for text in options if text.strip()))
    if not 2 <= len(texts) <= MOST_OPTIONS:
        raise Refused(_("Hãy ghi từ 2 đến 8 lựa chọn khác nhau, mỗi dòng một lựa chọn."), field="options")
    with transaction.atomic():
        now = running(actor, briefing)
        if now.current is not None and now.current.private_talk:
            raise Refused(_("Đang bàn riêng nên không bỏ phiếu lúc này. Hãy sang nội dung khác rồi mở bỏ phiếu."))
        eligible = Participation.objects.filter(activity_id=now.activity_id).count()
        if secret and eligible < FEWEST:
            raise Refused(
                _("Bỏ phiếu kín cần ít nhất 3 đơn vị để không lộ ai chọn gì. Hãy biểu quyết công khai."),
                field="secret",
            )
        if Vote.objects.filter(briefing=now, closed_at=None).exists():
            raise Refused(_("Còn một cuộc bỏ phiếu đang mở. Hãy đóng phiếu rồi mở cuộc mới."))
        vote = Vote.objects.create(
            briefing=now, item=now.current, question=question.strip()[:300], secret=secret, eligible=eligible,
            opened_at=actor.at,
        )  # fmt: skip
        VoteOption.objects.bulk_create(
            VoteOption(vote=vote, text=text, position=place) for place, text in enumerate(texts)
        )
        changed(now, shown_figure=f"vote:{vote.pk}")
        audit.record(actor, "briefings.vote.opened", vote, party=now.activity.programme.lead_id)
    return vote


def cast_ballot(*, actor: Actor, vote: Vote, party: Party, option: VoteOption) -> None:
    """Vote for one's own party, once.

    The history says of a secret vote that the party voted, and never how.

    :raises AlreadyVoted: the party has
    """
    require(actor, Permission.BRIEFING_SPEAK, party=party)
    with transaction.atomic():
        now = running(actor, vote.briefing)
        row = Vote.objects.select_for_update().get(pk=vote.pk)
        if row.closed_at is not None:
            raise Refused(_("Cuộc bỏ phiếu đã đóng."))
        if not Participation.objects.filter(activity_id=now.activity_id, party=party).exists():
            raise NotAllowed
        if option.vote_id != row.pk:
            raise Stale
        if Voted.objects.filter(vote=row, party=party).exists():
            raise AlreadyVoted(_("%(party)s đã bỏ phiếu. Mỗi đơn vị có một phiếu.") % {"party": party.short_name})
        Voted.objects.create(vote=row, party=party, option=None if row.secret else option)
        if row.secret:
            _drop_into_the_box(row, option)
        changed(now)
        audit.record(actor, "briefings.vote.cast", row, party=party)


def _drop_into_the_box(vote: Vote, option: VoteOption) -> None:
    """Add a ballot and shuffle all: neither identifiers nor the order on the disk tell which came when."""
    box = SecretBallot.objects.filter(option__vote=vote)
    chosen = [*box.values_list("option_id", flat=True), option.pk]
    box.delete()
    secrets.SystemRandom().shuffle(chosen)
    SecretBallot.objects.bulk_create(SecretBallot(id=uuid.uuid4(), option_id=pk) for pk in chosen)


def close_vote(*, actor: Actor, vote: Vote) -> Vote:
    """End a vote; from now on its result is shown.

    A secret one with fewer than three ballots has none: they are destroyed unread.
    """
    require_desk(actor, vote.briefing)
    with transaction.atomic():
        now = running(actor, vote.briefing)
        cast = Voted.objects.filter(vote=vote).count()
        withheld = vote.secret and cast < FEWEST
        if not Vote.objects.filter(pk=vote.pk, closed_at=None).update(closed_at=actor.at, withheld=withheld):
            raise Stale
        if withheld:
            SecretBallot.objects.filter(option__vote=vote).delete()
        vote.refresh_from_db()
        changed(now, shown_figure=f"vote:{vote.pk}")
        after = {"ballots": cast, "withheld": withheld}
        audit.record(actor, "briefings.vote.closed", vote, party=now.activity.programme.lead_id, after=after)
    return vote
