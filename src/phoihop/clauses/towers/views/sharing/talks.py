"""Offers, messages, consent and mediation."""

from __future__ import annotations

import datetime as dt
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.clauses.towers.actions.sharing import mediation, offers, talks
from phoihop.clauses.towers.forms.sharing import (
    AnswerForm,
    MediationAskForm,
    MediationCloseForm,
    MediationNoteForm,
    MessageForm,
    OfferForm,
)
from phoihop.clauses.towers.queries.sharing import detail as details
from phoihop.clauses.towers.queries.sharing import requests as queries
from phoihop.clauses.towers.views.sharing.answering import step_button, step_form

SIDES = holding(Permission.SHARING_ASK, Permission.SHARING_ANSWER)
DESK = holding(Permission.SHARING_MEDIATE)
ALL = holding(Permission.SHARING_ASK, Permission.SHARING_ANSWER, Permission.SHARING_MEDIATE)
VALID_DAYS, TERM_MONTHS = 14, 60


def _seen(request: ActorRequest, pk: UUID) -> Any:
    return queries.visible_request(actor=request.actor, pk=pk)


def _files(form: Any) -> list[Any]:
    return [form.cleaned_data["file"]] if form.cleaned_data.get("file") else []


@open_to(SIDES)
def offer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Make the next version of the terms, beginning with the last."""
    actor, row = request.actor, _seen(request, pk)
    side = queries.acting_side(actor=actor, request=row)
    last = next(iter(details.offers(actor=actor, request=row)), None)
    form = OfferForm(request.POST or None, request.FILES or None, initial=_start(row, last, actor.today))
    heading = _("Gửi bản chào") if side.pk == row.owner_id else _("Đề nghị sửa bản chào")
    return step_form(
        request, pk, form,
        lambda: offers.make_offer(actor=actor, request=row, party=side, terms=form.terms(), files=_files(form)),
        heading, _("Gửi"), request_row=row, private=True,
    )  # fmt: skip


def _start(row: Any, last: Any, today: dt.date) -> dict[str, Any]:
    """What the form begins with: the last terms, or what was asked for."""
    start: dict[str, Any] = {"valid_until": today + dt.timedelta(days=VALID_DAYS), "term_months": TERM_MONTHS}
    start |= {"antenna_height_m": row.antenna_height_m, "wind_area_m2": row.wind_area_m2, "starts_on": row.wanted_on}
    if last is not None:
        names = (
            "rent_vnd",
            "one_off_vnd",
            "term_months",
            "starts_on",
            "antenna_height_m",
            "wind_area_m2",
            "conditions",
        )
        start |= {name: getattr(last, name) for name in names}
    return start


@open_to(SIDES)
@require_POST
def accept(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Agree to the open offer."""
    row = _seen(request, pk)
    side = queries.acting_side(actor=request.actor, request=row)
    found = details.open_offer(actor=request.actor, request=row)
    return step_button(
        request, pk, lambda: offers.accept_offer(actor=request.actor, offer=found, party=side),
        _("Hai bên đã thống nhất."),
    )  # fmt: skip


@open_to(SIDES)
def decline(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say no to the open offer."""
    row = _seen(request, pk)
    side = queries.acting_side(actor=request.actor, request=row)
    found, form = details.open_offer(actor=request.actor, request=row), AnswerForm(request.POST or None)
    return step_form(
        request, pk, form,
        lambda: offers.decline_offer(actor=request.actor, offer=found, party=side, **form.cleaned_data),
        _("Không chấp thuận bản chào"), _("Gửi"), request_row=row,
    )  # fmt: skip


@open_to(SIDES)
def message(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write to the other side."""
    row = _seen(request, pk)
    side = queries.acting_side(actor=request.actor, request=row)
    form = MessageForm(request.POST or None, request.FILES or None)
    return step_form(
        request, pk, form,
        lambda: talks.send_message(
            actor=request.actor, request=row, party=side, text=form.cleaned_data["text"], files=_files(form)
        ),
        _("Nhắn bên kia"), _("Gửi"), request_row=row, private=True, message=_("Đã gửi tin nhắn."),
    )  # fmt: skip


@open_to(SIDES)
@require_POST
def consent(request: ActorRequest, pk: UUID, answer: str) -> HttpResponse:
    """Let the department read the terms, or no longer."""
    row = _seen(request, pk)
    side = queries.acting_side(actor=request.actor, request=row)
    return step_button(
        request, pk,
        lambda: talks.open_to_lead(actor=request.actor, request=row, party=side, opened=answer == "yes"),
    )  # fmt: skip


@open_to(SIDES)
def mediation_ask(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Ask the department to mediate."""
    row, form = _seen(request, pk), MediationAskForm(request.POST or None)
    side = queries.acting_side(actor=request.actor, request=row)
    return step_form(
        request, pk, form,
        lambda: mediation.ask_mediation(actor=request.actor, request=row, party=side, **form.cleaned_data),
        _("Đề nghị Sở hòa giải"), _("Gửi đề nghị"), request_row=row,
    )  # fmt: skip


@open_to(DESK)
@require_POST
def mediation_open(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Begin to mediate."""
    row = _seen(request, pk)
    return step_button(
        request, pk, lambda: mediation.open_mediation(actor=request.actor, request=row), _("Đã mở hòa giải.")
    )


@open_to(ALL)
def mediation_note(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Write a note, for both or apart."""
    actor, row = request.actor, _seen(request, pk)
    party = queries.acting_party(actor=actor, request=row)
    found = details.running_mediation(actor=actor, request=row)
    sides = {str(one.pk): one for one in (row.asker, row.owner) if one and party.pk in (row.lead_id, one.pk)}
    readers = [("", _("Cả hai bên và Sở")), *(
        (key, _("Chỉ %(party)s và Sở") % {"party": one.short_name}) for key, one in sides.items()
    )]  # fmt: skip
    form = MediationNoteForm(request.POST or None, readers=readers)
    return step_form(
        request, pk, form,
        lambda: mediation.note_mediation(
            actor=actor, mediation=found, party=party, text=form.cleaned_data["text"],
            side=sides.get(form.cleaned_data["side"]),
        ),
        _("Ghi nội dung hòa giải"), _("Lưu"), request_row=row,
    )  # fmt: skip


@open_to(DESK)
def mediation_close(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End it with an outcome."""
    row, form = _seen(request, pk), MediationCloseForm(request.POST or None)
    found = details.running_mediation(actor=request.actor, request=row)
    return step_form(
        request, pk, form,
        lambda: mediation.close_mediation(actor=request.actor, mediation=found, **form.cleaned_data),
        _("Kết thúc hòa giải"), _("Lưu"), request_row=row,
    )  # fmt: skip
