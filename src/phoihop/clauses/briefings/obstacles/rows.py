"""What every step of an obstacle does: lock the row, note what happened, keep the history, tell those it concerns."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from django.urls import reverse
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.models import (
    OBSTACLE_TRANSITIONS,
    Audience,
    Obstacle,
    ObstacleEvent,
    ObstacleForward,
    ObstacleText,
)
from phoihop.clauses.briefings.obstacles.search_words import words_of
from phoihop.clauses.briefings.obstacles.wording import NEWS, STEP_ICONS
from phoihop.notices.actions import tell


def address(obstacle: Obstacle) -> str:
    """The obstacle's page."""
    return reverse("briefings:obstacle_detail", args=[obstacle.pk])


def asked_address(forward: ObstacleForward) -> str:
    """Where a guest party answers."""
    return reverse("briefings:obstacle_asked", args=[forward.pk])


def locked(obstacle: Obstacle) -> Obstacle:
    """The obstacle as the database has it now, held until the transaction ends."""
    found = Obstacle.objects.select_for_update(of=("self",)).select_related("programme", "party", "topic", "unit")
    return found.get(pk=obstacle.pk)


def require_raiser(actor: Actor, obstacle: Obstacle) -> None:
    """Refuse unless ``actor`` acts for the enterprise that raised it.

    :raises NotAllowed: they do not
    """
    if not actor.may(Permission.OBSTACLE_RAISE, obstacle.party_id):
        raise NotAllowed


def require_state(obstacle: Obstacle, *states: str) -> None:
    """Refuse a step that does not belong to the present state.

    :raises Refused: it does not
    """
    if obstacle.state not in states:
        raise Refused(
            _("Vướng mắc đang ở trạng thái không làm được bước này. Hãy tải lại trang để xem việc cần làm tiếp.")
        )


def set_values(obstacle: Obstacle, **values: Any) -> None:
    """Set fields of a locked row."""
    Obstacle.objects.filter(pk=obstacle.pk).update(**values)
    for name, value in values.items():
        setattr(obstacle, name, value)


def advance(
    actor: Actor,
    obstacle: Obstacle,
    code: str,
    *,
    to: str = "",
    by: UUID | None,
    note: str = "",
    internal: bool = False,
    after: Mapping[str, Any] | None = None,
    **values: Any,
) -> ObstacleEvent:
    """Carry out one step: move where ``to`` says so, note it in the timeline, keep it in the history.

    :param by: the party that does it; a step of the department is no business of the raiser's own history
    :param note: for every reader of the obstacle, unless the step is internal
    """
    before = obstacle.state
    if to and to != before:
        move(obstacle, to, OBSTACLE_TRANSITIONS, field="state", changed_at=actor.at, **values)
    else:
        set_values(obstacle, changed_at=actor.at, **values)
    told = {"state": obstacle.state, **(after or {})}
    audit.record(
        actor, f"briefings.obstacle.{code}", obstacle, party=by or obstacle.programme.lead_id, before={"state": before},
        after=told,
    )  # fmt: skip
    return note_event(actor, obstacle, code, note=note, internal=internal)


def note_event(actor: Actor, obstacle: Obstacle, code: str, *, note: str = "", internal: bool = False) -> ObstacleEvent:
    """One more line of the timeline."""
    return ObstacleEvent.objects.create(
        obstacle=obstacle, state=obstacle.state, code=code, internal=internal, at=actor.at, by_id=actor.user_id,
        note=note[:300],
    )  # fmt: skip


def tell_department(actor: Actor, obstacle: Obstacle, news: str, *, key: object) -> None:
    """Tell those of the department who deal with obstacles."""
    _tell(actor, obstacle, news, key, [obstacle.programme.lead_id], Permission.OBSTACLE_HANDLE)


def tell_raiser(actor: Actor, obstacle: Obstacle, news: str, *, key: object) -> None:
    """Tell the people of the enterprise that raised it."""
    _tell(actor, obstacle, news, key, [obstacle.party_id], Permission.OBSTACLE_RAISE)


def tell_all(actor: Actor, obstacle: Obstacle, news: str, *, key: object, only: Iterable[UUID] | None = None) -> None:
    """Tell the other parties of the programme, or ``only`` some, about what is open to all of them."""
    if obstacle.audience != Audience.ALL:
        return
    joined = obstacle.programme.participants.filter(left_on__isnull=True).exclude(party_id=obstacle.party_id)
    others = set(joined.values_list("party_id", flat=True))
    told = others if only is None else others & set(only)
    _tell(actor, obstacle, news, key, told, Permission.OBSTACLE_RAISE)


def _tell(
    actor: Actor, obstacle: Obstacle, news: str, key: object, parties: Iterable[UUID], permission: Permission
) -> None:
    words = {"title": obstacle.title, "party": obstacle.party.short_name}
    tell(
        actor=actor, users_of=parties, text=NEWS[news], words=words, url=address(obstacle),
        key=f"obstacle.{news}:{key}", icon=STEP_ICONS.get(news, "flag"), permission=permission,
        also_self=actor.user_id is None,
    )  # fmt: skip


def scope_of(obstacle: Obstacle) -> str:
    """Who may find it: its party, whoever leads its programme, and all in it where it is open to them."""
    words = [f"P{obstacle.party_id.hex}", f"G{obstacle.programme_id.hex}"]
    return " ".join([*words, f"O{obstacle.programme_id.hex}"] if obstacle.audience == Audience.ALL else words)


def searchable(obstacle: Obstacle) -> str:
    """What it can be found by: only what each of its readers may read, so no names of sites."""
    unit = obstacle.unit.name if obstacle.unit is not None else ""
    return words_of(
        [obstacle.title, obstacle.place, unit, obstacle.text, obstacle.wish, obstacle.answer, obstacle.legal_basis]
    )


def index(obstacle: Obstacle) -> None:
    """Let search find it as it is now."""
    ObstacleText.objects.update_or_create(
        obstacle=obstacle, defaults={"words": searchable(obstacle), "scope": scope_of(obstacle)}
    )
