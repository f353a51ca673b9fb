"""Rounds of the joint plan."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.towers.models import JointFiling, JointNeed, JointRound, RoundStatus
from phoihop.people.models import Party
from phoihop.programme.models import Activity, Programme, ProgrammeParty


def rounds(*, actor: Actor) -> QuerySet[JointRound]:
    """Every round one may see, newest year first."""
    return JointRound.objects.visible_to(actor).select_related("programme__lead")


def visible_round(*, actor: Actor, pk: UUID) -> JointRound:
    """One round.

    :raises NotVisible: none for this person
    """
    found = rounds(actor=actor).filter(pk=pk).first()
    if found is None:
        raise NotVisible
    return found


@dataclass(frozen=True, slots=True)
class RoundView:
    """A round as one reader stands to it."""

    round: JointRound
    runs: bool  # may run it for the lead
    leads: bool  # sits for the lead
    filer: Party | None  # the party for which the reader may file needs
    answerer: Party | None  # the party for which the reader may answer proposals
    sealed: bool
    takes_needs: bool

    @property
    def phase(self) -> str:
        """A code for the badge and the steps: filing, planning, published, ended, cancelled."""
        if self.round.status == RoundStatus.OPEN:
            return "filing" if self.sealed else "planning"
        return str(self.round.status)

    @property
    def can_plan(self) -> bool:
        """Whether scenarios may be made now."""
        return self.runs and self.phase in ("planning", "published")


@dataclass(frozen=True, slots=True)
class RoundLine:
    """A round in a list."""

    round: JointRound
    phase: str


def standing(*, actor: Actor, round_: JointRound) -> RoundLine:
    """A round with where it stands now."""
    if round_.status == RoundStatus.OPEN:
        return RoundLine(round_, "filing" if round_.sealed_at(actor.at) else "planning")
    return RoundLine(round_, str(round_.status))


def view_of(*, actor: Actor, round_: JointRound) -> RoundView:
    """What the reader is in a round."""
    lead = round_.programme.lead_id
    return RoundView(
        round=round_, runs=actor.may(Permission.JOINT_PLAN_RUN, lead), leads=lead in actor.party_ids,
        filer=own_party(actor=actor, round_=round_, permission=Permission.NEEDS_FILE),
        answerer=own_party(actor=actor, round_=round_, permission=Permission.JOINT_PLAN_ANSWER),
        sealed=round_.sealed_at(actor.at), takes_needs=round_.takes_needs(actor.at),
    )  # fmt: skip


def own_party(*, actor: Actor, round_: JointRound, permission: Permission) -> Party | None:
    """The enterprise of the programme for which the reader holds ``permission``."""
    mine = actor.parties_with(permission)
    if not mine:
        return None
    joined = ProgrammeParty.objects.filter(programme_id=round_.programme_id, left_on__isnull=True, party_id__in=mine)
    return Party.objects.filter(pk__in=joined.values("party_id"), kind=PartyKind.ENTERPRISE.value).first()


def enterprises_of(*, actor: Actor, programme: Programme) -> list[UUID]:
    """The enterprises that take part at present."""
    rows = ProgrammeParty.objects.filter(programme__in=Programme.objects.visible_to(actor), programme_id=programme.pk)
    rows = rows.filter(left_on__isnull=True, party__kind=PartyKind.ENTERPRISE.value)
    return list(rows.values_list("party_id", flat=True))


def has_said_all(*, actor: Actor, round_: JointRound, party: Party) -> bool:
    """Whether a party said that it has filed all it has; the lead is not told before the closing date."""
    return JointFiling.objects.visible_to(actor).filter(round=round_, party=party).exists()


def led_programmes(*, actor: Actor) -> QuerySet[Programme]:
    """Programmes for which the reader may open a round."""
    return Programme.objects.visible_to(actor).filter(lead_id__in=actor.parties_with(Permission.JOINT_PLAN_RUN))


def open_activities(*, actor: Actor, programmes: QuerySet[Programme]) -> QuerySet[Activity]:
    """Activities of the kind ``towers`` that all parties know, to hang the round's figures on."""
    found = Activity.objects.visible_to(actor).unfinished().filter(kind="towers", restricted=False)
    return found.filter(programme__in=programmes).order_by("starts_at")


def participants(*, actor: Actor, round_: JointRound) -> int:
    """How many operators filed needs; 0 while sealed, for anyone but a lead after the closing date."""
    if round_.sealed_at(actor.at) or round_.programme.lead_id not in actor.party_ids:
        return 0
    return JointNeed.objects.visible_to(actor).filed().filter(round=round_).values("party_id").distinct().count()
