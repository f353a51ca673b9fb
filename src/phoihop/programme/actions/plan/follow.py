"""What follows from a frozen plan: its activities open, move and are cancelled with it."""

from __future__ import annotations

from dataclasses import replace

from phoihop.base.access import Actor, PartyKind, Role, Seat
from phoihop.programme.actions import activity as activities
from phoihop.programme.models import Activity, Plan, PlanItem

FINISHED = ("closed", "cancelled")


def plan_frozen(actor: Actor, plan: Plan) -> None:
    """Open the activity of every item.

    The last party to agree completes what the lead proposed, and may not write its plan: the activities are opened
    in that person's name with the lead's seat, which lasts for this call alone.
    """
    seat = Seat(plan.programme.lead_id, PartyKind.REGULATOR, Role.OFFICER)
    activities.open_activities(actor=replace(actor, seats=(*actor.seats, seat)), plan=plan)


def item_added(actor: Actor, item: PlanItem) -> None:
    """An item added by an amendment opens its activity at once."""
    activities.create_activity(actor=actor, item=item)


def item_changed(actor: Actor, item: PlanItem, changed: frozenset[str]) -> None:
    """Carry dates, title, place and participants over to the activity, where they changed."""
    activity = _activity(item)
    if activity is None:
        return
    if changed & {"starts_on", "ends_on"}:
        activities.reschedule_activity(actor=actor, activity=activity, starts_on=item.starts_on, ends_on=item.ends_on)
    words = {name: getattr(item, name) for name in ("title", "place") if name in changed}
    if words:
        activities.edit_activity(
            actor=actor, activity=activity, starts_at=activity.starts_at, ends_at=activity.ends_at,
            all_day=activity.all_day, **words,
        )  # fmt: skip
    if "participants" in changed:
        _participants(actor, activity, item)


def item_removed(actor: Actor, item: PlanItem, reason: str) -> None:
    """Cancel the activity for the reason of the amendment; one that is over cannot be taken back."""
    activity = _activity(item)
    if activity is not None:
        activities.cancel_activity(actor=actor, activity=activity, reason=reason)


def _activity(item: PlanItem) -> Activity | None:
    found = Activity.objects.select_related("programme").filter(item=item).first()
    return None if found is None or found.status in FINISHED else found


def _participants(actor: Actor, activity: Activity, item: PlanItem) -> None:
    wanted = {party.pk: party for party in item.participants.all()}
    present = {row.party_id: row.party for row in activity.participations.select_related("party")}
    new = [party for pk, party in wanted.items() if pk not in present]
    if new:
        activities.add_participants(actor=actor, activity=activity, parties=new)
    for pk, party in present.items():
        if pk not in wanted:
            activities.remove_participant(actor=actor, activity=activity, party=party)
