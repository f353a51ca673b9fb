"""An enterprise says what hinders it, opens it to the others later, joins another's, or takes its own back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit, files
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.briefings.models import (
    ENDED,
    AffectedSite,
    Audience,
    Obstacle,
    ObstacleFile,
    ObstacleFollower,
    ObstacleState,
    ObstacleTopic,
    Urgency,
)
from phoihop.clauses.briefings.obstacles import clocks, rows
from phoihop.clauses.briefings.obstacles.topics import ensure_topics
from phoihop.clauses.briefings.queries.obstacles.places import unit_at
from phoihop.people.models import AdminUnit, Party
from phoihop.people.places import in_vietnam
from phoihop.programme.models import Programme

MOST_FILES = 10


@dataclass(frozen=True, slots=True)
class SiteNamed:
    """A site that is hindered: a row of the product, or just a name."""

    name: str
    source_label: str = ""
    source_id: UUID | None = None


def raise_obstacle(
    *,
    actor: Actor,
    programme: Programme,
    party: Party,
    title: str,
    text: str,
    audience: str,
    wish: str = "",
    topic: ObstacleTopic | None = None,
    urgency: str = Urgency.NORMAL,
    place: str = "",
    latitude: float | None = None,
    longitude: float | None = None,
    unit: AdminUnit | None = None,
    sites: Iterable[SiteNamed] = (),
    uploads: Sequence[UploadedFile[Any]] = (),
) -> Obstacle:
    """Raise an obstacle, confidential to the department or open to all parties, as ``audience`` says.

    :param unit: the commune; found from the position where none is given
    :raises NotAllowed: the actor does not raise obstacles for ``party``
    :raises Refused: nobody chose who may read it, something is missing, or the place is not in Vietnam
    """
    require(actor, Permission.OBSTACLE_RAISE, party=party)
    _check(programme, party, title, text, audience, topic, uploads)
    if latitude is not None and longitude is not None:
        if not in_vietnam(latitude, longitude):
            raise Refused(_("Vị trí này nằm ngoài Việt Nam. Hãy xem lại tọa độ."), field="latitude")
        unit = unit or unit_at(actor=actor, latitude=latitude, longitude=longitude)
    else:
        latitude = longitude = None
    with transaction.atomic():
        ensure_topics(programme.lead_id)
        due_on = clocks.answer_due(actor=actor, lead_id=programme.lead_id, raised_on=actor.today, topic=topic)
        row = Obstacle.objects.create(
            programme=programme, party=party, raised_by_id=actor.user_id, title=title.strip(), text=text.strip(),
            wish=wish.strip(), topic=topic, urgency=urgency, audience=audience, place=place.strip(), unit=unit,
            latitude=latitude, longitude=longitude, due_on=due_on, raised_at=actor.at, changed_at=actor.at,
        )  # fmt: skip
        AffectedSite.objects.bulk_create(
            [AffectedSite(obstacle=row, name=one.name[:100], source_label=one.source_label, source_id=one.source_id)
             for one in sites]
        )  # fmt: skip
        for upload in uploads:
            keep_file(actor, row, party, upload, shared=audience == Audience.ALL)
        rows.index(row)
        rows.note_event(actor, row, "raised")
        audit.record(actor, "briefings.obstacle.raised", row, party=party, after={"audience": audience})
        rows.tell_department(actor, row, "raised", key=row.pk)
        rows.tell_all(actor, row, "opened", key=row.pk)
    return row


def _check(
    programme: Programme, party: Party, title: str, text: str, audience: str, topic: ObstacleTopic | None,
    uploads: Sequence[UploadedFile[Any]],
) -> None:  # fmt: skip
    if not programme.participants.filter(party=party, left_on__isnull=True).exists():
        raise NotVisible
    if audience not in Audience.values:
        raise Refused(_("Hãy chọn ai được xem vướng mắc này."), field="audience")
    if not title.strip():
        raise Refused(_("Hãy ghi ngắn gọn vướng mắc."), field="title")
    if not text.strip():
        raise Refused(_("Hãy mô tả vướng mắc."), field="text")
    if topic is not None and (topic.regulator_id != programme.lead_id or topic.retired_at is not None):
        raise NotVisible
    if len(uploads) > MOST_FILES:
        raise Refused(_("Mỗi lần gửi nhiều nhất %(n)s tệp.") % {"n": MOST_FILES}, field="uploads")


def keep_file(
    actor: Actor, obstacle: Obstacle, party: Party, upload: UploadedFile[Any], *, shared: bool, internal: bool = False,
    caption: str = "",
) -> ObstacleFile:  # fmt: skip
    """Keep a picture without the place and time that cameras write into it, or a paper."""
    made = ObstacleFile(obstacle=obstacle, party=party, caption=caption, shared=shared, internal=internal)
    made.file = files.keep_upload(actor, upload, made)
    made.save(force_insert=True)
    return made


def open_to_all(*, actor: Actor, obstacle: Obstacle, with_files: bool = False) -> Obstacle:
    """Let all parties read what was confidential: description, wish, answer. There is no way back.

    :param with_files: whether they may open its pictures and papers too; the discussion stays between the two
    :raises NotAllowed: the actor does not act for the enterprise that raised it
    """
    rows.require_raiser(actor, obstacle)
    with transaction.atomic():
        row = rows.locked(obstacle)
        if row.audience == Audience.ALL:
            raise Refused(_("Vướng mắc này đã mở cho mọi bên."))
        rows.require_state(row, *(state for state in ObstacleState.values if state not in ENDED))
        rows.advance(
            actor, row, "opened", by=row.party_id, audience=Audience.ALL, after={"audience": Audience.ALL.value}
        )
        if with_files:
            row.files.filter(internal=False).update(shared=True)
        rows.index(row)
        rows.tell_department(actor, row, "opened", key=row.pk)
        rows.tell_all(actor, row, "opened", key=row.pk)
    return row


def withdraw(*, actor: Actor, obstacle: Obstacle, reason: str) -> Obstacle:
    """Take it back; whatever went along with it is dealt with alone again.

    :raises NotAllowed: the actor does not act for the enterprise that raised it
    :raises WrongState: it is answered or ended
    """
    rows.require_raiser(actor, obstacle)
    with transaction.atomic():
        row = rows.locked(obstacle)
        event = rows.advance(
            actor, row, "withdrawn", to=ObstacleState.WITHDRAWN, by=row.party_id, note=reason, merged_into=None
        )
        row.forwards.filter(answered_at=None, recalled_at=None).update(recalled_at=actor.at)
        row.merged.exclude(state__in=ENDED).update(merged_into=None)
        rows.tell_department(actor, row, "withdrawn", key=event.pk)
    return row


def follow(*, actor: Actor, obstacle: Obstacle, party: Party, note: str = "") -> ObstacleFollower:
    """Say that an open obstacle hinders one's own party too.

    :raises NotAllowed: the actor does not raise obstacles for ``party``
    :raises NotVisible: it is not open to the party
    """
    require(actor, Permission.OBSTACLE_RAISE, party=party)
    seen = Obstacle.objects.visible_to(actor).filter(pk=obstacle.pk, audience=Audience.ALL)
    if obstacle.party_id == party.pk or not seen.exists():
        raise NotVisible
    with transaction.atomic():
        made, created = ObstacleFollower.objects.get_or_create(
            obstacle=obstacle, party=party, defaults={"note": note.strip()[:300]}
        )
        if created:
            audit.record(actor, "briefings.obstacle.followed", obstacle, party=party, after={"note": made.note})
            rows.tell_department(actor, obstacle, "noted", key=made.pk)
    return made


def unfollow(*, actor: Actor, obstacle: Obstacle, party: Party) -> None:
    """Say that it hinders one's own party no longer.

    :raises NotAllowed: the actor does not raise obstacles for ``party``
    """
    require(actor, Permission.OBSTACLE_RAISE, party=party)
    with transaction.atomic():
        ObstacleFollower.objects.filter(obstacle=obstacle, party=party).delete()
        audit.record(actor, "briefings.obstacle.unfollowed", obstacle, party=party)
