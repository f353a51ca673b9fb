"""Words and files between the enterprise and the department; some for the department alone, some for all."""

from __future__ import annotations

from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import NotVisible, Refused
from phoihop.clauses.briefings.actions.obstacles.raising import keep_file
from phoihop.clauses.briefings.models import Audience, Obstacle, ObstacleFile, ObstacleNote, ObstacleState
from phoihop.clauses.briefings.obstacles import rows
from phoihop.people.models import Party


def _require_speaker(actor: Actor, obstacle: Obstacle, party: Party) -> None:
    """Refuse unless the party takes part: it leads, raised it, or reads it because it is open to all.

    :raises NotAllowed: the actor does not act for the party
    :raises NotVisible: the party does not take part
    """
    lead = party.pk == obstacle.programme.lead_id
    require(actor, Permission.OBSTACLE_HANDLE if lead else Permission.OBSTACLE_RAISE, party=party)
    if lead or party.pk == obstacle.party_id:
        return
    seen = Obstacle.objects.visible_to(actor).filter(pk=obstacle.pk, audience=Audience.ALL)
    if not seen.exists():
        raise NotVisible


def write_note(*, actor: Actor, obstacle: Obstacle, party: Party, text: str, circle: str = "") -> ObstacleNote:
    """Say something about an obstacle.

    :param circle: ``internal`` for the department alone, ``all`` for all parties where it is open to them; else the two
    :raises Refused: it says nothing, or the obstacle ended
    """
    _require_speaker(actor, obstacle, party)
    if not text.strip():
        raise Refused(_("Hãy ghi nội dung trao đổi."), field="text")
    lead = party.pk == obstacle.programme.lead_id
    third = not lead and party.pk != obstacle.party_id
    internal = circle == "internal" and lead
    shared = third or (circle == "all" and obstacle.audience == Audience.ALL)
    with transaction.atomic():
        row = rows.locked(obstacle)
        rows.require_state(row, *(one for one in ObstacleState.values if one != ObstacleState.WITHDRAWN))
        note = ObstacleNote.objects.create(
            obstacle=row, party=party, author_id=actor.user_id, author_name=actor.name[:150], text=text.strip(),
            internal=internal, shared=shared, at=actor.at,
        )  # fmt: skip
        audit.record(actor, "briefings.obstacle.noted", row, party=party, after={"internal": internal})
        if not lead:
            rows.tell_department(actor, row, "noted", key=note.pk)
        if not internal and (lead or third):
            rows.tell_raiser(actor, row, "noted", key=note.pk)
    return note


def add_file(
    *, actor: Actor, obstacle: Obstacle, party: Party, upload: UploadedFile[Any], caption: str = "", circle: str = ""
) -> ObstacleFile:
    """Add a picture or a paper; only raiser and department do.

    :param circle: as in :func:`write_note`
    :raises UnacceptableFile: it is of a kind or size that is not taken
    """
    _require_speaker(actor, obstacle, party)
    lead = party.pk == obstacle.programme.lead_id
    if not lead and party.pk != obstacle.party_id:
        raise NotVisible
    with transaction.atomic():
        row = rows.locked(obstacle)
        rows.require_state(row, *(one for one in ObstacleState.values if one != ObstacleState.WITHDRAWN))
        internal = circle == "internal" and lead
        made = keep_file(
            actor, row, party, upload, shared=circle == "all" and row.audience == Audience.ALL, internal=internal,
            caption=caption.strip()[:200],
        )  # fmt: skip
        audit.record(actor, "briefings.obstacle.file_added", row, party=party, after={"internal": internal})
    return made
