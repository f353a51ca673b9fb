"""Activities for pages; whatever belongs to one party is left out for its rivals here."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from uuid import UUID

from django.db.models import Count, Prefetch, Q, QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.base.kept import kept
from phoihop.base.search import matches
from phoihop.papers.models import Paper
from phoihop.papers.queries.papers import papers_of
from phoihop.people.models import Membership, Party, User
from phoihop.programme.kinds import Document, Figure, Kind, kind_of
from phoihop.programme.models import (
    Activity,
    ActivityStatus,
    Attendee,
    Evidence,
    Outcome,
    Participation,
    PlanTarget,
    ProgrammeParty,
)
from phoihop.programme.models.activity import ActivityQuerySet


def _leads(actor: Actor, activity: Activity) -> bool:
    return activity.programme.lead_id in actor.party_ids


def visible_activity(*, actor: Actor, pk: UUID) -> Activity:
    """One activity with its programme, clause and plan.

    :raises NotVisible: no such activity for this person
    """
    found = (
        Activity.objects.visible_to(actor)
        .select_related("programme__lead", "item__clause", "item__plan", "item__owner", "responsible")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def activities(
    *,
    actor: Actor,
    programme: UUID | None = None,
    year: int | None = None,
    clause: UUID | None = None,
    status: str = "",
    text: str = "",
) -> ActivityQuerySet:
    """Activities in order of time."""
    found: ActivityQuerySet = Activity.objects.visible_to(actor)
    found = found.select_related("programme__lead", "item__clause", "item__plan")
    if programme:
        found = found.filter(programme_id=programme)
    if year:
        found = found.filter(item__plan__year=year)
    if clause:
        found = found.filter(item__clause_id=clause)
    if status == "late":
        found = found.unfinished().exclude(status=ActivityStatus.HELD).filter(ends_at__lt=actor.at)
    elif status:
        found = found.filter(status=status)
    if text:
        found = found.filter(matches(text, "title", "place"))
    return found.order_by("starts_at")


def status_counts(*, actor: Actor, programme: UUID, year: int) -> dict[str, int]:
    """How many activities of a year are in each state."""
    found = Activity.objects.visible_to(actor).filter(programme_id=programme, item__plan__year=year)
    return dict(found.order_by().values_list("status").annotate(count=Count("pk")))


def shown_outcomes(*, actor: Actor, activity: Activity) -> QuerySet[Outcome]:
    """Figures of all together, and of one's own party; the lead sees every party's."""
    found = Outcome.objects.filter(activity=activity).select_related("party")
    if not _leads(actor, activity):
        found = found.filter(Q(party__isnull=True) | Q(party_id__in=actor.party_ids))
    return found.order_by("label", "party__short_name")


def shown_evidence(*, actor: Actor, activity: Activity) -> QuerySet[Evidence]:
    """Files open to all, of the lead, and of one's own party; the lead sees every party's."""
    found = Evidence.objects.filter(activity=activity).select_related("party", "file")
    if not _leads(actor, activity):
        found = found.filter(Q(for_all=True) | Q(party_id__in=actor.party_ids))
    return found


def evidence_file_is_visible(actor: Actor, pk: UUID) -> bool:
    """Guard of the files that evidence holds."""
    found = Evidence.objects.select_related("activity__programme").filter(pk=pk).first()
    if found is None or not Activity.objects.visible_to(actor).filter(pk=found.activity_id).exists():
        return False
    return found.for_all or _leads(actor, found.activity) or found.party_id in actor.party_ids


@dataclass(frozen=True, slots=True)
class ShownParticipation:
    """One party in an activity, as far as the reader may know."""

    party: Party
    row: Participation | None  # None where only the party's name may be shown
    people: list[Attendee] = field(default_factory=list)


def shown_participations(*, actor: Actor, activity: Activity) -> list[ShownParticipation]:
    """The parties that take part; answers, numbers and people only of one's own party, or for the lead."""
    rows = (
        Participation.objects.filter(activity=activity)
        .select_related("party", "answered_by")
        .prefetch_related(Prefetch("attendees", Attendee.objects.order_by("name")))
        .order_by("party__short_name")
    )
    leads = _leads(actor, activity)
    shown = []
    for row in rows:
        if leads or row.party_id in actor.party_ids:
            shown.append(ShownParticipation(row.party, row, list(row.attendees.all())))
        else:
            shown.append(ShownParticipation(row.party, None))
    return shown


def own_participation(*, actor: Actor, activity: Activity) -> Participation | None:
    """The place of the party for which ``actor`` may answer."""
    mine = actor.parties_with(Permission.ACTIVITY_ANSWER)
    return (
        Participation.objects.filter(activity=activity, party_id__in=mine)
        .select_related("party")
        .prefetch_related("attendees")
        .first()
    )


def participating_party(*, actor: Actor, activity: Activity, pk: UUID) -> Party:
    """A party of the activity that ``actor`` may act for: its own, or any where it runs the activity.

    :raises NotVisible: somebody else's
    """
    if not actor.may(Permission.ACTIVITY_RUN, activity.programme.lead_id) and pk not in actor.party_ids:
        raise NotVisible
    row = Participation.objects.filter(activity=activity, party_id=pk).select_related("party").first()
    if row is None:
        raise NotVisible
    return row.party


def parties_of_programme(*, actor: Actor, activity: Activity) -> QuerySet[Party]:
    """The lead and the participants, from which to choose."""
    joined = ProgrammeParty.objects.filter(programme_id=activity.programme_id, left_on__isnull=True).values("party_id")
    return Party.objects.visible_to(actor).filter(Q(pk=activity.programme.lead_id) | Q(pk__in=joined))


def people_of_the_lead(*, actor: Actor, activity: Activity) -> QuerySet[User]:
    """Who may be made responsible: those with a seat at the lead, and whoever is responsible already."""
    if not actor.may(Permission.ACTIVITY_RUN, activity.programme.lead_id):
        return User.objects.none()
    seats = Membership.objects.current().filter(party_id=activity.programme.lead_id)
    found = User.objects.filter(Q(pk__in=seats.values("user_id")) | Q(pk=activity.responsible_id))
    return found.order_by("full_name")


def own_party(*, actor: Actor, activity: Activity) -> Party | None:
    """The actor's party in the programme of an activity; the lead first."""
    found = parties_of_programme(actor=actor, activity=activity).filter(pk__in=actor.party_ids)
    return found.order_by("-kind").first()


@dataclass(frozen=True, slots=True)
class TargetLine:
    """A target and what was reached of it."""

    label: str
    unit: str
    party: Party | None
    planned: object
    done: object | None


def target_lines(*, actor: Actor, activity: Activity) -> list[TargetLine]:
    """Targets of the plan item beside the outcomes of the same label and unit."""
    targets = PlanTarget.objects.filter(item_id=activity.item_id).select_related("party")
    if not _leads(actor, activity):
        targets = targets.filter(Q(party__isnull=True) | Q(party_id__in=actor.party_ids))
    done = {(o.label, o.unit, o.party_id): o.value for o in shown_outcomes(actor=actor, activity=activity)}
    return [TargetLine(t.label, t.unit, t.party, t.value, done.get((t.label, t.unit, t.party_id))) for t in targets]


@dataclass(frozen=True, slots=True)
class CountedFigure:
    """A figure that the kind counted from its own rows."""

    figure: Figure
    party: Party | None


def counted_figures(*, actor: Actor, activity: Activity) -> list[CountedFigure]:
    """What the kind counted: of all together, and of one's own party; the lead sees every party's."""
    found = list(kind_of(activity.kind).outcomes(actor, activity))
    if not _leads(actor, activity):
        found = [one for one in found if one.party_id is None or one.party_id in actor.party_ids]
    wanted = {one.party_id for one in found if one.party_id}
    parties = Party.objects.visible_to(actor).in_bulk(wanted) if wanted else {}
    return [CountedFigure(one, parties.get(one.party_id) if one.party_id else None) for one in found]


def documents(*, actor: Actor, activity: Activity) -> list[Document]:
    """What the kind adds to the page of an activity."""
    return list(kind(actor=actor, activity=activity).documents(actor, activity))


def kind(*, actor: Actor, activity: Activity) -> Kind:
    """The kind of an activity that ``actor`` sees."""
    return kind_of(activity.kind)


def activity_papers(*, actor: Actor, activity: Activity) -> QuerySet[Paper]:
    """Invitations, minutes and notices that belong to an activity."""
    return papers_of(actor=actor, subject_label="programme.activity", subject_id=activity.pk)


def next_activities(*, actor: Actor, programme: UUID | None = None, limit: int = 6) -> list[Activity]:
    """What comes next, or is going on."""
    found = (
        activities(actor=actor, programme=programme).unfinished().filter(ends_at__gte=actor.at - dt.timedelta(hours=12))
    )
    shown = found.select_related(None).select_related("item__clause")
    shown = shown.only("title", "starts_at", "all_day", "place", "item__clause__heading")
    return kept(actor, f"next {programme} {limit}", lambda: list(shown[:limit]))
