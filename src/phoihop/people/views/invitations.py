"""Invitations: sent by a party, accepted by whoever holds the address."""

from __future__ import annotations

from uuid import UUID

from django.contrib.auth import login
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import PUBLIC, SIGNED_IN, ActorRequest, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, refused, saved
from phoihop.people.actions import invitations as actions
from phoihop.people.desks import manages_people
from phoihop.people.forms import refusals
from phoihop.people.forms.people import AcceptForm, InvitationForm
from phoihop.people.queries import parties as party_queries
from phoihop.people.queries import people as queries

BACKEND = "phoihop.people.backends.AccountBackend"
PEOPLE = "people:people"


@open_to(SIGNED_IN)
def invite(request: ActorRequest, party_pk: UUID) -> HttpResponse:
    """Invite somebody; the address is shown once, for whoever has no mail."""
    actor = request.actor
    party = party_queries.own_party(actor=actor, pk=party_pk)
    if not manages_people(actor, party):
        raise NotAllowed
    form = InvitationForm(
        request.POST or None, kind=party.party_kind, divisions=party_queries.division_choices(actor=actor, party=party)
    )
    if request.method == "POST" and form.is_valid():
        try:
            invitation, address = actions.invite_person(actor=actor, party=party, **form.cleaned_data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            return page(request, "people/invited.html", party=party, invitation=invitation, address=address)
    return page(request, "people/invite.html", form=form, party=party)


@open_to(SIGNED_IN)
@require_POST
def invitation_resend(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Send an invitation again, under a new address."""
    invitation = queries.visible_invitation(actor=request.actor, pk=pk)
    try:
        address = actions.resend_invitation(actor=request.actor, invitation=invitation)
    except NotAllowed:
        raise
    except Refused as refusal:
        return refused(request, refusal, PEOPLE, invitation.party_id)
    return page(request, "people/invited.html", party=invitation.party, invitation=invitation, address=address)


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
        return refused(request, refusal, PEOPLE, invitation.party_id)
    return saved(request, PEOPLE, invitation.party_id, message=_("Đã rút lại lời mời."))


@open_to(PUBLIC)
def invitation_accept(request: ActorRequest, token: str) -> HttpResponse:
    """Join by the address in the mail: with a new account, or with one's own after signing in."""
    actor = request.actor
    invitation = actions.open_invitation(actor=actor, token=token)
    account = actions.account_of(actor=actor, invitation=invitation)
    owner = account is not None and account.pk == actor.user_id
    form = AcceptForm(request.POST or None, initial={"full_name": invitation.full_name})
    if request.method == "POST" and (owner or form.is_valid()):
        data = {} if owner else {name: form.cleaned_data[name] for name in ("full_name", "password")}
        try:
            user = actions.accept_invitation(actor=actor, token=token, **data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            if not owner:
                login(request, user, backend=BACKEND)
            return saved(request, "home", message=_("Bạn đã tham gia %(party)s.") % {"party": invitation.party})
    return page(
        request, "people/accept.html", form=form, invitation=invitation, has_account=account is not None, owner=owner,
        foreign=actor.signed_in and not owner,
    )  # fmt: skip
