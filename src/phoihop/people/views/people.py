"""The people of a party: their roles and handovers."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SIGNED_IN, ActorRequest, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.people.actions import memberships as actions
from phoihop.people.desks import manages_people
from phoihop.people.forms import refusals
from phoihop.people.forms.people import HandoverForm, SeatForm
from phoihop.people.queries import parties as party_queries
from phoihop.people.queries import people as queries

PEOPLE = "people:people"


@open_to(SIGNED_IN)
@require_GET
def people(request: ActorRequest, party_pk: UUID) -> HttpResponse:
    """Who sits for a party."""
    actor = request.actor
    party = party_queries.own_party(actor=actor, pk=party_pk)
    return page(
        request, "people/people.html", party=party, manages=manages_people(actor, party), me=actor.user_id,
        members=rows(request, queries.members(actor=actor, party=party), 50),
        invitations=queries.invitations(actor=actor, party=party)[:100], now=actor.at,
        handovers=queries.handovers(actor=actor, party=party)[:20],
    )  # fmt: skip


@open_to(SIGNED_IN)
def membership_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Give somebody another role, title or division."""
    actor = request.actor
    seat = queries.visible_membership(actor=actor, pk=pk)
    if not manages_people(actor, seat.party):
        raise NotAllowed
    form = SeatForm(
        request.POST or None, kind=seat.party.party_kind, initial={"role": seat.role, "title": seat.title,
        "division": seat.division}, divisions=party_queries.division_choices(actor=actor, party=seat.party),
    )  # fmt: skip
    if request.method == "POST" and form.is_valid():
        try:
            actions.change_membership(actor=actor, membership=seat, **form.cleaned_data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            return saved(request, PEOPLE, seat.party_id)
    return page(request, "people/membership.html", form=form, seat=seat, party=seat.party)


@open_to(SIGNED_IN)
@require_POST
def membership_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End somebody's role."""
    seat = queries.visible_membership(actor=request.actor, pk=pk)
    try:
        actions.end_membership(actor=request.actor, membership=seat)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, PEOPLE, seat.party_id)
    return saved(request, PEOPLE, seat.party_id, message=_("Đã kết thúc vai trò."))


@open_to(SIGNED_IN)
def handover_new(request: ActorRequest, party_pk: UUID, user_pk: UUID) -> HttpResponse:
    """Pass everything open to a successor."""
    actor = request.actor
    party = party_queries.own_party(actor=actor, pk=party_pk)
    person = queries.visible_person(actor=actor, party=party, pk=user_pk)
    work = actions.work_of(actor=actor, user=person, party=party)
    form = HandoverForm(request.POST or None, choices=queries.colleagues(actor=actor, party=party, but=user_pk))
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.hand_over(actor=actor, party=party, from_user=person, **form.cleaned_data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            gone = done.leaves and actor.user_id == user_pk  # whoever left no longer sees the party's sheets
            to = ("home",) if gone else ("people:handover", done.pk)
            return saved(request, *to, message=_("Đã bàn giao."))
    return page(request, "people/handover_new.html", form=form, party=party, person=person, work=work)


@open_to(SIGNED_IN)
@require_GET
def handover(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The handover sheet, made to be printed."""
    found = queries.visible_handover(actor=request.actor, pk=pk)
    return page(request, "people/handover.html", handover=found, party=found.party)
