"""Minutes, figures and evidence."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.views.decorators.http import require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.programme.actions import activity as actions
from phoihop.programme.forms.activity import EvidenceForm, MinutesForm, OutcomeForm
from phoihop.programme.queries import activity as queries

DETAIL = "programme:activity_detail"


@open_to(holding(Permission.ACTIVITY_RUN))
def minutes(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write the minutes."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    form = MinutesForm(request.POST or None, initial={"minutes": activity.minutes, "secretary": activity.secretary})
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_minutes(actor=request.actor, activity=activity, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "programme/activity/minutes.html", form=form, activity=activity, programme=activity.programme)


@open_to(holding(Permission.ACTIVITY_RUN, Permission.OUTCOME_RECORD))
def outcome_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Record a figure."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    runs = request.actor.may(Permission.ACTIVITY_RUN, activity.programme.lead_id)
    parties = queries.parties_of_programme(actor=request.actor, activity=activity)
    choices = parties if runs else parties.filter(pk__in=request.actor.party_ids)
    form = OutcomeForm(request.POST or None, choices=choices, runs=runs)
    if request.method == "POST" and form.is_valid():
        try:
            actions.record_outcome(actor=request.actor, activity=activity, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "programme/activity/outcome.html", form=form, activity=activity, programme=activity.programme)


@open_to(holding(Permission.ACTIVITY_RUN, Permission.OUTCOME_RECORD))
@require_POST
def outcome_remove(request: ActorRequest, pk: UUID, outcome_pk: UUID) -> HttpResponse:
    """Take a figure out."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    try:
        actions.remove_outcome(actor=request.actor, activity=activity, pk=outcome_pk)
    except Refused as refusal:
        if refusal.status == 404:
            raise
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk)


@open_to(holding(Permission.EVIDENCE_ADD))
def evidence_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Hang a file on the activity."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    party = queries.own_party(actor=request.actor, activity=activity)
    form = EvidenceForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if party is None:
            raise NotAllowed
        data = form.cleaned_data
        try:
            actions.add_evidence(
                actor=request.actor, activity=activity, party=party, upload=data["file"], caption=data["caption"],
                for_all=data["for_all"],
            )  # fmt: skip
        except NotAllowed:
            raise
        except Refused as refusal:
            form.add_error(refusal.field or "file", str(refusal))
        else:
            return saved(request, DETAIL, pk)
    return page(request, "programme/activity/evidence.html", form=form, activity=activity, programme=activity.programme)


@open_to(SEATED)
@require_POST
def evidence_remove(request: ActorRequest, pk: UUID, evidence_pk: UUID) -> HttpResponse:
    """Take one's own evidence back."""
    activity = queries.visible_activity(actor=request.actor, pk=pk)
    try:
        actions.remove_evidence(actor=request.actor, activity=activity, pk=evidence_pk)
    except Refused as refusal:
        if refusal.status == 404:
            raise
        return refused(request, refusal, DETAIL, pk)
    return saved(request, DETAIL, pk)
