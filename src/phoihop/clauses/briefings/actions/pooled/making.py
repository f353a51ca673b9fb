"""Making a pooled table: a job, since a form with many breakdowns takes its time."""

from __future__ import annotations

import time
from collections.abc import Callable
from decimal import Decimal
from uuid import UUID

from django.db import transaction
from django.db.models import Max
from django.utils.translation import gettext as _

from phoihop.base import audit, jobs
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.models import Job
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import OwnShare, PooledCell, PooledPublication, PublicationStatus, ReportRound
from phoihop.clauses.briefings.pooling.figures import Place, Pool
from phoihop.clauses.briefings.pooling.making import make_pool
from phoihop.clauses.briefings.queries.pooled.basis import Basis, basis_of, editions_of

FEWEST = 3


def start_pool(*, actor: Actor, round: ReportRound) -> Job:  # noqa: A002 - a round of reports is called so
    """Queue the making of a round's pooled table.

    :raises Refused: fewer than three reports were accepted: nothing could be shown
    """
    require(actor, Permission.FIGURES_POOL, party=round.programme.lead_id)
    if len(editions_of(round)) < FEWEST:
        raise Refused(
            _("Cần ít nhất ba báo cáo đã tiếp nhận mới lập được bảng tổng hợp mà không lộ số của đơn vị nào.")
        )
    title = _("Lập số liệu tổng hợp: %(round)s") % {"round": round.title}
    with transaction.atomic():
        return jobs.start(actor=actor, kind="briefings.pool", title=title, round=str(round.pk))


def make_publication(
    *,
    actor: Actor,
    round: ReportRound,  # noqa: A002 - a round of reports is called so
    step: Callable[[int, str], None] | None = None,
) -> PooledPublication:
    """Decide what may be shown, audit it, and keep both; nobody but the department sees it yet.

    :param step: told after each group of figures how many are done; what it raises stops the making with nothing kept
    """
    lead = round.programme.lead_id
    require(actor, Permission.FIGURES_POOL, party=lead)
    basis, began = basis_of(round), time.perf_counter()
    pool = make_pool(basis.loaded.shape, basis.additive, basis.sheet, basis.told, basis.rules, step=step)
    seconds = time.perf_counter() - began
    with transaction.atomic():
        made = _keep(actor, round, basis, pool, seconds)
        after = {"number": made.number, "status": made.status, "hidden": sum(it.value is None for it in pool.figures)}
        audit.record(actor, "briefings.pool.made", made, party=lead, after=after)
    return made


def _keep(actor: Actor, round_: ReportRound, basis: Basis, pool: Pool, seconds: float) -> PooledPublication:
    ReportRound.objects.select_for_update().get(pk=round_.pk)
    number = (round_.publications.aggregate(Max("number"))["number__max"] or 0) + 1
    lost = Decimal(f"{100 * pool.lost / pool.whole if pool.whole else 0:.3f}")
    made = PooledPublication.objects.create(
        round=round_, number=number, rules=basis.rules.as_dict(), made_by_id=actor.user_id, lost_percent=lost,
        status=PublicationStatus.PASSED if pool.passed else PublicationStatus.FAILED,
        audit={"basis": basis.stamp, "groups": pool.audits}, seconds=Decimal(f"{seconds:.2f}"),
    )  # fmt: skip
    PooledCell.objects.bulk_create(
        PooledCell(publication=made, value=_decimal(one.value), why=one.why, **_ids(basis, one.place))
        for one in pool.figures
    )
    OwnShare.objects.bulk_create(
        OwnShare(
            publication=made, party_id=UUID(party), percent=Decimal(f"{100 * part:.3f}"), **_ids(basis, place)
        )
        for (party, place), part in pool.shares.items()
    )  # fmt: skip
    return made


def _ids(basis: Basis, place: Place) -> dict[str, UUID | None]:
    indicator, code = basis.loaded.row_ids[Cell(*place)]
    return {"indicator_id": indicator, "code_id": code}


def _decimal(value: float | None) -> Decimal | None:
    return None if value is None else Decimal(f"{value:.4f}")
