"""The people of a party: invitations, roles, handovers."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth import login
from django.http import HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import PUBLIC, SIGNED_IN, ActorRequest, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.people.actions import seats as actions
from phoihop.people.forms.people import AcceptForm, HandoverForm, InvitationForm
from phoihop.people.handover import open_work
from phoihop.people.queries import parties as party_queries
from phoihop.people.queries import people as queries

BACKEND = "phoihop.people.backends.AccountBackend"


@open_to(SIGNED_IN)
@require_GET
def people(request: ActorRequest, party_pk: UUID) -> HttpResponse:
    """Who sits for a party."""
    actor = request.actor
    party = party_queries.visible_party(actor=actor, pk=party_pk)
    manages = queries.manages(actor=actor, party=party)
    if not manages and not party_queries.knows_inside(actor=actor, party=party):
        raise NotVisible
    return page(
        request, "people/people.html", party=party, manages=manages, members=queries.members(actor=actor, party=party),
        invitations=queries.invitations(actor=actor, party=party), handovers=queries.handovers(actor=actor, party=party),
    )  # fmt: skip


@open_to(SIGNED_IN)
def invite(request: ActorRequest, party_pk: UUID) -> HttpResponse:
    """Invite somebody; the address is shown once, for whoever has no mail."""
    party = party_queries.visible_party(actor=request.actor, pk=party_pk)
    if not queries.manages(actor=request.actor, party=party):
        raise NotAllowed
    form = InvitationForm(request.POST or None, divisions=party.divisions.all())
    if request.method == "POST" and form.is_valid():
        try:
            invitation, address = actions.invite_person(actor=request.actor, party=party, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return page(request, "people/invited.html", party=party, invitation=invitation, address=address)
    return page(request, "people/invite.html", form=form, party=party)


@open_to(SIGNED_IN)
@require_POST
def invitation_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Make an invitation useless."""
    invitation = queries.visible_invitation(actor=request.actor, pk=pk)
    try:
        actions.withdraw_invitation(actor=request.actor, invitation=invitation)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, "people:people", invitation.party_id)
    return saved(request, "people:people", invitation.party_id)


@open_to(PUBLIC)
def invitation_accept(request: ActorRequest, token: str) -> HttpResponse:
    """Join by the address in the mail."""
    invitation = actions.open_invitation(actor=request.actor, token=token)
    form = AcceptForm(request.POST or None, initial={"full_name": invitation.full_name})
    signed_in = request.actor.signed_in
    if request.method == "POST" and (signed_in or form.is_valid()):
        data = {} if signed_in else form.cleaned_data
        try:
            user = actions.accept_invitation(actor=request.actor, token=token, **data)
        except NotVisible:
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            if not signed_in:
                login(request, user, backend=BACKEND)
            return HttpResponseRedirect(resolve_url("home"))
    return page(request, "people/accept.html", form=form, invitation=invitation, signed_in=signed_in)


@open_to(SIGNED_IN)
@require_POST
def membership_end(request: ActorRequest, pk: UUID) -> HttpResponse:
    """End somebody's role."""
    membership = queries.visible_membership(actor=request.actor, pk=pk)
    try:
        actions.end_membership(actor=request.actor, membership=membership)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, "people:people", membership.party_id)
    return saved(request, "people:people", membership.party_id, message=_("Đã kết thúc vai trò."))


@open_to(SIGNED_IN)
def handover_new(request: ActorRequest, party_pk: UUID, user_pk: UUID) -> HttpResponse:
    """Pass everything open to a successor."""
    actor = request.actor
    party = party_queries.visible_party(actor=actor, pk=party_pk)
    seat = queries.members(actor=actor, party=party).filter(user_id=user_pk).first()
    if seat is None:
        raise NotVisible
    if actor.user_id != user_pk and not queries.manages(actor=actor, party=party):
        raise NotAllowed
    form = HandoverForm(request.POST or None, choices=queries.colleagues(actor=actor, party=party, but=user_pk))
    if request.method == "POST" and form.is_valid():
        try:
            done = actions.hand_over(actor=actor, party=party, from_user=seat.user, **form.cleaned_data)
        except (NotAllowed, NotVisible):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "people:handover", done.pk, message=_("Đã bàn giao."))
    work = open_work(seat.user, party, actor)
    return page(request, "people/handover_new.html", form=form, party=party, seat=seat, work=work)


@open_to(SIGNED_IN)
@require_GET
def handover(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The handover sheet, made to be printed."""
    found = queries.visible_handover(actor=request.actor, pk=pk)
    return page(request, "people/handover.html", handover=found, party=found.party)
