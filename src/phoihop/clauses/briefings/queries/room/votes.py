"""Votes: what a reader may know before and after they close."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Prefetch

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.models import Briefing, SecretBallot, Vote, Voted, VoteOption
from phoihop.people.models import Party
from phoihop.programme.models import Participation


@dataclass(frozen=True, slots=True)
class OptionLine:
    """One answer; its votes once the vote is closed, of an open vote with the parties that gave them."""

    option: VoteOption
    count: int | None = None
    parties: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class VoteView:
    """A vote as one reader sees it."""

    vote: Vote
    options: list[OptionLine]
    cast: int
    to_vote: list[Party]  # the reader's own parties that have not voted yet
    voted: list[Party]  # those that have
    missing: list[str]  # at the desk: who has not voted yet

    @property
    def is_open(self) -> bool:
        """Whether ballots are still taken."""
        return self.vote.closed_at is None

    @property
    def most(self) -> int:
        """The largest count, for bars."""
        return max((line.count or 0 for line in self.options), default=0)


def votes(*, actor: Actor, briefing: Briefing) -> list[VoteView]:
    """Every vote of a briefing that the actor may see; counts only of those that are closed."""
    if not Briefing.objects.visible_to(actor).filter(pk=briefing.pk).exists():
        raise NotVisible
    rows = list(
        Vote.objects.filter(briefing=briefing)
        .select_related("item")
        .prefetch_related("options", Prefetch("voted", Voted.objects.select_related("party")))
    )
    if not rows:
        return []
    closed = [row.pk for row in rows if row.secret and row.closed_at and not row.withheld]
    box = Counter[UUID](SecretBallot.objects.filter(option__vote_id__in=closed).values_list("option_id", flat=True))
    taking = [row.party for row in _taking_part(briefing)]
    mine = actor.parties_with(Permission.BRIEFING_SPEAK)
    desk = actor.may(Permission.BRIEFING_RUN, briefing.activity.programme.lead_id)
    return [_view(row, box, taking, mine, desk) for row in rows]


def _taking_part(briefing: Briefing) -> list[Participation]:
    rows = Participation.objects.filter(activity_id=briefing.activity_id).select_related("party")
    return list(rows.order_by("party__short_name"))


def _view(vote: Vote, box: Counter[UUID], taking: list[Party], mine: frozenset[UUID], desk: bool) -> VoteView:
    cast = list(vote.voted.all())
    done = {row.party_id for row in cast}
    own = [party for party in taking if party.pk in mine]
    lines = [_option(vote, one, box, cast) for one in vote.options.all()]
    return VoteView(
        vote, lines, len(cast), [one for one in own if one.pk not in done], [one for one in own if one.pk in done],
        [one.short_name for one in taking if one.pk not in done] if desk else [],
    )  # fmt: skip


def _option(vote: Vote, option: VoteOption, box: Counter[UUID], cast: list[Voted]) -> OptionLine:
    if vote.closed_at is None or vote.withheld:
        return OptionLine(option)
    if vote.secret:
        return OptionLine(option, box[option.pk])
    parties = sorted(row.party.short_name for row in cast if row.option_id == option.pk)
    return OptionLine(option, len(parties), parties)


def visible_vote(*, actor: Actor, pk: UUID) -> Vote:
    """One vote with its briefing.

    :raises NotVisible: no such vote for this person
    """
    found = (
        Vote.objects.filter(pk=pk, briefing__in=Briefing.objects.visible_to(actor))
        .select_related("briefing__activity__programme")
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def option_of(*, actor: Actor, vote: Vote, pk: UUID) -> VoteOption:
    """One answer of a vote.

    :raises NotVisible: it is none of this vote
    """
    found = VoteOption.objects.filter(pk=pk, vote=visible_vote(actor=actor, pk=vote.pk)).first()
    if found is None:
        raise NotVisible
    return found
