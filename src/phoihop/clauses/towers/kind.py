"""What the sharing of towers registers at start-up: its kind, and who may open its files.

Each area adds its own lines to ``register_all``.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator
from decimal import Decimal
from uuid import UUID

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from phoihop.base import files
from phoihop.base.access import Actor
from phoihop.base.events import label_events
from phoihop.clauses.towers.actions.registry.codes import ensure_classes
from phoihop.clauses.towers.disclosure.kind import register_disclosure
from phoihop.clauses.towers.events import EVENTS
from phoihop.clauses.towers.facts import register_facts
from phoihop.clauses.towers.joint.dues import joint_dues
from phoihop.clauses.towers.joint.kind import joint_documents, joint_figures, register_joint
from phoihop.clauses.towers.menu import entries
from phoihop.clauses.towers.queries.registry import figures, standing
from phoihop.clauses.towers.queries.registry.masts import file_is_visible
from phoihop.clauses.towers.registry.dues import registry_dues
from phoihop.clauses.towers.registry.taking_over import take_over_masts
from phoihop.clauses.towers.sharing.dues import sharing_dues
from phoihop.clauses.towers.sharing.kind import register_sharing
from phoihop.clauses.towers.sharing.rates import Rates
from phoihop.notices.sources import Due
from phoihop.people.succeeding import register_succession
from phoihop.programme import kinds
from phoihop.programme.kinds import Document, Figure, Kind
from phoihop.programme.models import Activity, ActivityStatus


def _open(actor: Actor, activity: Activity) -> None:
    """Activities need no rows of their own; the national classes of masts are there when the first one opens."""
    ensure_classes()


def _missing(actor: Actor) -> Iterator[Due]:
    """Requests to share, certificates that run out, and the half year that an owner has not confirmed."""
    if not actor.seats:
        return
    yield from sharing_dues(actor)
    yield from joint_dues(actor)
    yield from registry_dues(actor)
    source, to = gettext("Sổ cột ăng ten"), reverse("towers:mast_list")
    for one in standing.running_out(actor=actor):
        words = ngettext("%(n)s cột hết hạn kiểm định", "%(n)s cột hết hạn kiểm định", one.masts) % {"n": one.masts}
        yield Due(
            f"towers.certificates:{one.owner.pk}", words, f"{to}?certificate=due&owner={one.owner.pk}", one.owner.pk,
            one.owner.audit_lead_id, one.first_on, source=source, icon="certificate",
        )  # fmt: skip
    half = standing.half_to_confirm(actor=actor)
    words = gettext("Xác nhận sổ cột ăng ten nửa năm %(half)s/%(year)s") % {"half": half.half, "year": half.year}
    for owner in standing.unconfirmed(actor=actor):
        yield Due(
            f"towers.registry.confirm:{half.year}-{half.half}:{owner.pk}", words, f"{to}?owner={owner.pk}", owner.pk,
            owner.audit_lead_id, half.ends_on, source=source, icon="building-broadcast-tower",
        )  # fmt: skip


def _outcomes(actor: Actor, activity: Activity) -> Iterator[Figure]:
    """What came to be shared since the activity of this kind before: each party's own, a total where it is safe."""
    yield from joint_figures(actor, activity)
    if activity.restricted:  # of some parties alone: what all share is counted in the activity that all know
        return
    before, day = _before(activity), min(actor.today, _day(activity.ends_at))
    if before >= day:  # still to come
        return
    joined = list(activity.programme.participants.filter(left_on__isnull=True).values_list("party_id", flat=True))
    shown, pooled = figures.new_rates(
        actor=actor, regulator_id=activity.programme.lead_id, parties=joined, before=before, day=day
    )
    for party, rates in shown.items():
        yield from _figures(rates, party)
    if pooled is not None:
        yield from _figures(pooled, None)


def _day(moment: dt.datetime) -> dt.date:
    return timezone.localtime(moment, timezone.get_default_timezone()).date()


def _before(activity: Activity) -> dt.date:
    """The day of the activity of this kind before, or the last day of the year before where there is none."""
    others = Activity.objects.filter(programme_id=activity.programme_id, kind=activity.kind, restricted=False)
    others = others.exclude(status=ActivityStatus.CANCELLED).filter(ends_at__lt=activity.ends_at)
    earlier = others.order_by("-ends_at").values_list("ends_at", flat=True).first()
    return dt.date(_day(activity.ends_at).year - 1, 12, 31) if earlier is None else _day(earlier)


def _figures(rates: Rates, party_id: UUID | None) -> Iterator[Figure]:
    if rates.shared_masts:
        yield Figure(gettext("Cột ăng ten dùng chung mới"), gettext("cột"), Decimal(rates.shared_masts), party_id)
    if rates.shared_stations:
        words = gettext("Trạm gốc mới trên cột dùng chung")
        yield Figure(words, gettext("trạm"), Decimal(rates.shared_stations), party_id)


def _documents(actor: Actor, activity: Activity) -> Iterable[Document]:
    """Pages of the registry, for whoever keeps a part of it."""
    if not actor.seats:
        return ()
    return (
        Document(gettext("Sổ cột ăng ten"), reverse("towers:mast_list"), "building-broadcast-tower"),
        Document(gettext("Số liệu dùng chung hạ tầng"), reverse("towers:figures"), "chart-bar"),
        *joint_documents(actor, activity),
    )


TOWERS = Kind(
    code="towers",
    label=_("Dùng chung hạ tầng viễn thông"),
    icon="building-broadcast-tower",
    urls="phoihop.clauses.towers.urls",
    open=_open,
    missing=_missing,
    outcomes=_outcomes,
    documents=_documents,
    menu=entries,
)


def register_all() -> None:
    """Called once by ``TowersConfig.ready``."""
    kinds.register(TOWERS)
    label_events(EVENTS)
    files.register_guard("towers.site", file_is_visible)
    register_succession("towers", take_over_masts)
    register_disclosure()
    register_sharing()
    register_joint()
    register_facts()
