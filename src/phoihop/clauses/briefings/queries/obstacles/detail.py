"""One obstacle for its page: what happened, the discussion, files, who was asked, who joined; as far as one may see."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from uuid import UUID

from phoihop.base.access import Actor, PartyKind, Permission
from phoihop.base.errors import NotAllowed, NotVisible
from phoihop.clauses.briefings.models import (
    AWAITED,
    AffectedSite,
    Audience,
    Obstacle,
    ObstacleEvent,
    ObstacleFile,
    ObstacleFollower,
    ObstacleForward,
    ObstacleNote,
    ObstacleState,
)
from phoihop.clauses.briefings.obstacles import clocks
from phoihop.clauses.briefings.obstacles.wording import STEP_ICONS, STEPS
from phoihop.clauses.briefings.queries.obstacles.rows import By, obstacles
from phoihop.clauses.briefings.queries.obstacles.searching import alike
from phoihop.people.models import Party


@dataclass(frozen=True, slots=True)
class Stand:
    """What the reader is to an obstacle, and so what the page shows and offers."""

    handles: bool  # the department's person who deals with obstacles
    leads: bool  # anybody of the department
    owns: bool  # anybody of the enterprise that raised it
    raises: bool  # who may act for that enterprise
    party: Party | None = None  # for which the reader writes: the department, the raiser, or a third that reads it

    @property
    def inside(self) -> bool:
        """Whether the reader sees what is between the raiser and the department."""
        return self.leads or self.owns

    @property
    def speaks_for(self) -> Party:
        """The party for which the reader writes; asked only of one who writes for some."""
        if self.party is None:
            raise NotAllowed
        return self.party


def stand_of(*, actor: Actor, obstacle: Obstacle) -> Stand:
    """What the reader is to the obstacle. One query at most."""
    lead = obstacle.programme.lead
    handles = actor.may(Permission.OBSTACLE_HANDLE, lead.pk)
    raises = actor.may(Permission.OBSTACLE_RAISE, obstacle.party_id)
    party: Party | None = lead if handles else obstacle.party if raises else None
    if party is None and obstacle.audience == Audience.ALL:
        party = Party.objects.filter(pk__in=actor.parties_with(Permission.OBSTACLE_RAISE)).first()
    return Stand(handles, lead.pk in actor.party_ids, obstacle.party_id in actor.party_ids, raises, party)


def speaker(*, actor: Actor, obstacle: Obstacle) -> Stand:
    """The same, of a reader who writes for a party.

    :raises NotAllowed: the reader only looks on
    """
    found = stand_of(actor=actor, obstacle=obstacle)
    if found.party is None:
        raise NotAllowed
    return found


def insider(*, actor: Actor, obstacle: Obstacle) -> Stand:
    """The same, of one who writes for the raiser or the department.

    :raises NotVisible: the reader is a third
    """
    found = speaker(actor=actor, obstacle=obstacle)
    if not found.inside:
        raise NotVisible
    return found


def third_party(*, actor: Actor, obstacle: Obstacle) -> Party:
    """The reader's party that neither leads nor raised the obstacle, and may join it.

    :raises NotVisible: there is none
    """
    found = stand_of(actor=actor, obstacle=obstacle)
    if found.party is None or found.inside:
        raise NotVisible
    return found.party


def forward_day(*, actor: Actor, obstacle: Obstacle) -> dt.date:
    """Until when another body is usually given."""
    days, lead = clocks.FORWARD_DAYS, obstacle.programme.lead_id
    return clocks.working_day_after(actor=actor, lead_id=lead, start=actor.today, days=days)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that happened."""

    row: ObstacleEvent
    label: str
    icon: str
    person: str


def timeline(*, actor: Actor, obstacle: Obstacle, stand: Stand) -> list[Line]:
    """What happened, the oldest first. Persons are named to raiser and department alone."""
    found = ObstacleEvent.objects.filter(obstacle=obstacle).select_related("by")
    if not actor.may(Permission.OBSTACLE_HANDLE, obstacle.programme.lead_id) and not stand.leads:
        found = found.filter(internal=False)
    return [
        Line(
            event, str(STEPS.get(event.code, event.get_state_display())), STEP_ICONS.get(event.code, "circle-dot"),
            event.by.full_name if event.by is not None and stand.inside else "",
        )
        for event in found
    ]  # fmt: skip


def notes(*, actor: Actor, obstacle: Obstacle) -> list[ObstacleNote]:
    """The discussion, as far as the reader may follow it."""
    found = ObstacleNote.objects.visible_to(actor).filter(obstacle_id=obstacle.pk).select_related("party", "author")
    return list(found)


def pictures_and_papers(*, actor: Actor, obstacle: Obstacle) -> list[ObstacleFile]:
    """Its files, as far as the reader may open them."""
    found = ObstacleFile.objects.visible_to(actor).filter(obstacle_id=obstacle.pk).select_related("file", "party")
    return list(found)


def sites(*, actor: Actor, obstacle: Obstacle, stand: Stand) -> list[AffectedSite]:
    """The sites that it hinders: for raiser and department, no rival learns another's names of sites."""
    return list(AffectedSite.objects.filter(obstacle=obstacle)) if actor.seats and stand.inside else []


def forwards(*, actor: Actor, obstacle: Obstacle, stand: Stand) -> list[ObstacleForward]:
    """Who was asked what: for the department alone."""
    if not actor.regulator_ids or not stand.leads:
        return []
    return list(
        ObstacleForward.objects.filter(obstacle=obstacle).select_related("guest").prefetch_related("files__file")
    )


def followers(*, actor: Actor, obstacle: Obstacle, stand: Stand) -> list[ObstacleFollower]:
    """Which parties have it too; what they wrote is for the department and themselves."""
    if obstacle.audience != Audience.ALL:
        return []
    found = list(ObstacleFollower.objects.filter(obstacle=obstacle).select_related("party"))
    for one in found:
        if not stand.leads and one.party_id not in actor.party_ids:
            one.note = ""
    return found


def together(*, actor: Actor, obstacle: Obstacle) -> tuple[Obstacle | None, list[Obstacle]]:
    """What it goes along with, and what goes along with it: of both only what the reader may see."""
    seen = Obstacle.objects.visible_to(actor).select_related("party", "topic")
    head = seen.filter(pk=obstacle.merged_into_id).first() if obstacle.merged_into_id else None
    return head, list(seen.filter(merged_into_id=obstacle.pk))


def merge_candidates(*, actor: Actor, obstacle: Obstacle, text: str = "") -> list[Obstacle]:
    """What the department may merge it into: the likest that still wait, of the same programme."""
    if text.strip():
        found = obstacles(actor=actor, by=By(text=text)).filter(programme_id=obstacle.programme_id, state__in=AWAITED)
        return list(found.exclude(pk=obstacle.pk)[:15])
    asked = f"{obstacle.title} {obstacle.place} {obstacle.text}"
    close = [one.row for one in alike(actor=actor, text=asked, without=obstacle.pk, shown=30)]
    return [
        row
        for row in close
        if row.programme_id == obstacle.programme_id and row.state in AWAITED and row.merged_into_id is None
    ][:10]


def others_along(*, actor: Actor, obstacle: Obstacle) -> list[Party]:
    """The other parties whose obstacles an answer goes to as well, for the department."""
    waiting = Obstacle.objects.visible_to(actor).filter(merged_into_id=obstacle.pk, state__in=AWAITED)
    return list(Party.objects.filter(pk__in=waiting.exclude(party_id=obstacle.party_id).values("party_id")))


def guests(*, actor: Actor, obstacle: Obstacle) -> list[Party]:
    """The guest parties that the department may ask."""
    return list(
        Party.objects.visible_to(actor).filter(kind=PartyKind.GUEST, registered_by_id=obstacle.programme.lead_id)
    )


def visible_forward(*, actor: Actor, pk: UUID) -> ObstacleForward:
    """A question to another body, for the department.

    :raises NotVisible: no such question for this person
    """
    found = ObstacleForward.objects.filter(pk=pk, obstacle__programme__lead_id__in=actor.regulator_ids)
    row = found.select_related("obstacle__programme__lead", "obstacle__party").first()
    if row is None:
        raise NotVisible
    return row


def asked_of_guest(*, actor: Actor, pk: UUID) -> ObstacleForward:
    """A question that the reader's guest party was asked; taken back, it is gone.

    :raises NotVisible: no such question for this person
    """
    found = ObstacleForward.objects.filter(pk=pk, guest_id__in=actor.party_ids, recalled_at=None)
    row = found.select_related("obstacle__programme__lead", "guest").prefetch_related("files__file").first()
    if row is None:
        raise NotVisible
    return row


def questions_to_guest(*, actor: Actor) -> list[ObstacleForward]:
    """Every question that the reader's guest parties were asked, the newest first."""
    found = ObstacleForward.objects.filter(guest_id__in=actor.party_ids, recalled_at=None)
    return list(found.select_related("obstacle__programme__lead", "guest").order_by("-sent_at"))


def file_is_visible(actor: Actor, pk: UUID) -> bool:
    """For the guard of files: through the obstacle, or through a question to one's guest party."""
    if ObstacleFile.objects.visible_to(actor).filter(pk=pk).exists():
        return True
    asked = ObstacleForward.objects.filter(guest_id__in=actor.party_ids, recalled_at=None, files=pk)
    return asked.exists()


def steps_open(*, actor: Actor, obstacle: Obstacle, stand: Stand) -> dict[str, bool]:
    """Which steps the page offers to this reader."""
    waits = obstacle.state in AWAITED
    alone = obstacle.merged_into_id is None
    answered = obstacle.state == ObstacleState.ANSWERED
    return {
        "triage": stand.handles and waits and actor.signed_in,
        "take": stand.handles and obstacle.state in (ObstacleState.RAISED, ObstacleState.FORWARDED) and alone,
        "answer": stand.handles and waits and alone,
        "forward": stand.handles and waits and alone,
        "merge": stand.handles and waits,
        "split": stand.handles and waits and not alone,
        "confirm": stand.raises and answered,
        "reopen": stand.raises and (answered or obstacle.state == ObstacleState.SOLVED),
        "withdraw": stand.raises and waits,
        "open": stand.raises and obstacle.audience != Audience.ALL and (waits or answered),
        "follow": stand.party is not None and not stand.inside and not stand.handles and (waits or answered),
        "note": stand.party is not None and obstacle.state != ObstacleState.WITHDRAWN,
        "file": (stand.handles or stand.raises) and obstacle.state != ObstacleState.WITHDRAWN,
    }
