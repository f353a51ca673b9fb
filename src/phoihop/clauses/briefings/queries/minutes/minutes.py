"""Minutes for pages: by topic, as far as the reader may see them."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import QuerySet

from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotVisible
from phoihop.clauses.briefings.minuting.content import ParagraphDiff, compare_versions, content_of
from phoihop.clauses.briefings.models import (
    AgendaItem,
    Amendment,
    Briefing,
    Minutes,
    MinutesEntry,
    MinutesStatus,
    MinutesVersion,
)
from phoihop.people.models import Party

WRITABLE = (MinutesStatus.DRAFT, MinutesStatus.AMENDING)
WITH = ("briefing__activity__programme__lead", "briefing__previous__activity", "paper", "notice")


@dataclass(frozen=True, slots=True)
class TopicMinutes:
    """One topic with its paragraphs; ``item`` is None for what belongs to no topic."""

    item: AgendaItem | None
    number: int | None
    entries: list[MinutesEntry]


def briefing_of_minutes(*, actor: Actor, pk: UUID) -> Briefing:
    """The briefing, whether its minutes are begun or not.

    :raises NotVisible: no such briefing for this person
    """
    found = (
        Briefing.objects.visible_to(actor)
        .select_related("activity__programme__lead", "previous__activity")
        .filter(pk=pk)
        .first()
    )
    if found is None:
        raise NotVisible
    return found


def minutes_of(*, actor: Actor, briefing: Briefing) -> Minutes | None:
    """The minutes, once they are begun and the reader may see them."""
    return Minutes.objects.visible_to(actor).select_related(*WITH).filter(briefing=briefing).first()


def visible_minutes(*, actor: Actor, briefing: UUID) -> Minutes:
    """The minutes of a briefing.

    :raises NotVisible: none that this person may see
    """
    found = Minutes.objects.visible_to(actor).select_related(*WITH).filter(briefing_id=briefing).first()
    if found is None:
        raise NotVisible
    return found


def visible_entry(*, actor: Actor, pk: UUID) -> MinutesEntry:
    """One paragraph.

    :raises NotVisible: no such paragraph for this person
    """
    found = MinutesEntry.objects.visible_to(actor).standing().filter(pk=pk)
    row = found.select_related(*[f"minutes__{name}" for name in WITH], "item", "owner", "confidential_to").first()
    if row is None:
        raise NotVisible
    return row


def topics(*, actor: Actor, minutes: Minutes) -> list[TopicMinutes]:
    """Every topic of the agenda in its order, and at the end what belongs to none."""
    found = MinutesEntry.objects.visible_to(actor).standing().filter(minutes=minutes)
    entries = list(found.select_related("owner", "confidential_to", "edited_by").order_by("position", "created_at"))
    items = AgendaItem.objects.visible_to(actor).filter(briefing_id=minutes.briefing_id).on_the_agenda()
    placed: dict[UUID | None, list[MinutesEntry]] = {}
    for entry in entries:
        placed.setdefault(entry.item_id, []).append(entry)
    lines = [
        TopicMinutes(item, number, placed.pop(item.pk, []))
        for number, item in enumerate(items.order_by("position", "created_at"), start=1)
    ]
    rest = [entry for left in placed.values() for entry in left]
    return [*lines, TopicMinutes(None, None, rest)]


def amendments(*, actor: Actor, minutes: Minutes) -> QuerySet[Amendment]:
    """What attendees want otherwise: one's own, for the lead all."""
    found: QuerySet[Amendment] = Amendment.objects.visible_to(actor).filter(minutes=minutes)
    return found.select_related("party", "written_by", "entry")


def visible_amendment(*, actor: Actor, pk: UUID) -> Amendment:
    """One amendment.

    :raises NotVisible: no such amendment for this person
    """
    found = Amendment.objects.visible_to(actor).filter(pk=pk)
    row = found.select_related("party", "entry", "minutes__briefing__activity__programme").first()
    if row is None:
        raise NotVisible
    return row


def amending_party(*, actor: Actor, minutes: Minutes) -> Party | None:
    """The attendee for which the actor may ask for changes now."""
    late = minutes.amend_by is not None and minutes.amend_by < actor.today
    if minutes.status != MinutesStatus.AMENDING or late:
        return None
    mine = actor.parties_with(Permission.MINUTES_AMEND) - {minutes.briefing.activity.programme.lead_id}
    row = minutes.briefing.activity.participations.filter(party_id__in=mine).select_related("party").first()
    return row.party if row else None


def writes(*, actor: Actor, briefing: Briefing) -> bool:
    """Whether the actor writes the minutes of a briefing."""
    return actor.may(Permission.MINUTES_WRITE, briefing.activity.programme.lead_id)


def own_minutes(*, actor: Actor, briefing: UUID) -> Minutes:
    """Minutes that the actor's party keeps.

    :raises NotVisible: they are another's
    """
    row = visible_minutes(actor=actor, briefing=briefing)
    if row.briefing.activity.programme.lead_id not in actor.party_ids:
        raise NotVisible
    return row


def versions(*, actor: Actor, minutes: Minutes) -> list[MinutesVersion]:
    """The versions, the newest first; the lead's alone."""
    if minutes.briefing.activity.programme.lead_id not in actor.party_ids:
        return []
    return list(MinutesVersion.objects.filter(minutes=minutes).select_related("made_by").defer("content"))


def visible_version(*, actor: Actor, pk: UUID) -> MinutesVersion:
    """One version, for the lead.

    :raises NotVisible: no such version for this person
    """
    led = MinutesVersion.objects.filter(minutes__briefing__activity__programme__lead_id__in=actor.party_ids, pk=pk)
    row = led.select_related("minutes__briefing__activity__programme", "made_by").first()
    if row is None:
        raise NotVisible
    return row


@dataclass(frozen=True, slots=True)
class TopicDiff:
    """What differs under one topic."""

    title: str
    paragraphs: list[ParagraphDiff]


def differences(*, actor: Actor, version: MinutesVersion, other: MinutesVersion | None) -> list[TopicDiff]:
    """What came, went and changed from a version to another, or to the minutes as they stand now.

    :raises NotVisible: they are another's
    """
    minutes = version.minutes
    if minutes.briefing.activity.programme.lead_id not in actor.party_ids:
        raise NotVisible
    if other is not None:
        now = other.content
    else:
        now = content_of(minutes, MinutesEntry.objects.standing().filter(minutes=minutes))
    titles = dict(AgendaItem.objects.filter(briefing_id=minutes.briefing_id).values_list("pk", "title"))
    found: dict[str, list[ParagraphDiff]] = {}
    for paragraph in compare_versions(version.content, now):
        title = titles.get(UUID(paragraph.item_id), "") if paragraph.item_id else ""
        found.setdefault(title, []).append(paragraph)
    return [TopicDiff(title, paragraphs) for title, paragraphs in found.items()]


def owners(*, actor: Actor, briefing: Briefing) -> list[Party]:
    """Who can be given a task at a briefing: the lead first, then whoever was invited."""
    if not Briefing.objects.visible_to(actor).filter(pk=briefing.pk).exists():
        raise NotVisible
    activity = briefing.activity
    rows = activity.participations.select_related("party").order_by("party__short_name")
    lead = activity.programme.lead
    return [lead, *[row.party for row in rows if row.party_id != lead.pk]]
