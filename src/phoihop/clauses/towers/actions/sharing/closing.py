"""What ends with a request: offers, surveys, pauses, mediation, the round of its agreement, its tenancy."""

from __future__ import annotations

import datetime as dt

from django.utils.translation import gettext as _

from phoihop.base.access import Actor
from phoihop.base.errors import Refused
from phoihop.clauses.towers.models import (
    Mediation,
    MediationOutcome,
    OfferStatus,
    SharingOffer,
    SharingPause,
    SharingRequest,
    SharingSurvey,
    Station,
    StationState,
    SurveyStatus,
    Tenancy,
)
from phoihop.papers.models import RoundStatus, SigningRound


def close_open_things(actor: Actor, request: SharingRequest) -> None:
    """End whatever is open; called with the request locked.

    :raises Refused: its agreement is out for signature
    """
    if request.paper_id and SigningRound.objects.filter(paper_id=request.paper_id, status=RoundStatus.OPEN).exists():
        raise Refused(_("Thỏa thuận đang trong đợt ký. Hãy từ chối ký hoặc rút lại đợt ký trước."))
    SharingOffer.objects.filter(request=request, status=OfferStatus.OPEN).update(status=OfferStatus.LAPSED)
    SharingSurvey.objects.filter(request=request, status__in=[SurveyStatus.PROPOSED, SurveyStatus.CONFIRMED]).update(
        status=SurveyStatus.CANCELLED, changed_at=actor.at
    )
    SharingPause.objects.filter(request=request, ends_on__isnull=True).update(ends_on=actor.today)
    Mediation.objects.filter(request=request, closed_at__isnull=True).update(
        closed_at=actor.at, outcome=MediationOutcome.STOPPED
    )
    end_tenancy(actor, request)


def end_tenancy(actor: Actor, request: SharingRequest, on: dt.date | None = None) -> None:
    """Give the place on the mast back, from a day on or from today; its stations there are off."""
    tenancy = request.tenancy
    if tenancy is not None and tenancy.until is None:
        Tenancy.objects.filter(pk=tenancy.pk).update(until=max(on or actor.today, tenancy.since or actor.today))
        Station.objects.filter(tenancy=tenancy).update(state=StationState.OFF)
