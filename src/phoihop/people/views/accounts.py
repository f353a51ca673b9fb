"""One's own profile, and the keeper's pages of accounts."""

from __future__ import annotations

from uuid import UUID

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import KEEPER, SIGNED_IN, ActorRequest, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, rows, saved
from phoihop.people.actions import accounts as actions
from phoihop.people.actions import parties as party_actions
from phoihop.people.forms import refusals
from phoihop.people.forms.accounts import ProfileForm, ReasonForm
from phoihop.people.forms.parties import PartyForm
from phoihop.people.queries import accounts as queries
from phoihop.people.queries import parties

A_YEAR = 365 * 24 * 3600


@open_to(SIGNED_IN)
def profile(request: ActorRequest) -> HttpResponse:
    """One's own data."""
    user = queries.own_account(actor=request.actor)
    initial = {name: getattr(user, name) for name in ProfileForm.base_fields}
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        user = actions.edit_profile(actor=request.actor, **form.cleaned_data)
        response = saved(request, "people:profile")
        response.set_cookie(
            settings.LANGUAGE_COOKIE_NAME, user.language, max_age=A_YEAR, samesite="Lax", secure=request.is_secure()
        )
        return response
    return page(request, "people/profile.html", form=form, account=user, seats=queries.own_seats(actor=request.actor))


@open_to(SIGNED_IN)
@require_GET
def own_data(request: ActorRequest) -> HttpResponse:
    """What is kept about oneself, to take away."""
    headers = {"Content-Disposition": 'attachment; filename="phoihop-my-data.json"'}
    data = queries.own_data(actor=request.actor)
    return JsonResponse(data, headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 1})


@open_to(KEEPER)
@require_GET
def accounts(request: ActorRequest) -> HttpResponse:
    """Every account and department."""
    text, disabled = request.GET.get("q", "").strip(), request.GET.get("disabled") == "1"
    found = queries.accounts(actor=request.actor, text=text, disabled=disabled)
    return page(
        request, "people/accounts.html", accounts=rows(request, found), q=text, disabled=disabled,
        regulators=parties.regulators(actor=request.actor), me=request.actor.user_id,
    )  # fmt: skip


@open_to(KEEPER)
def regulator_new(request: ActorRequest) -> HttpResponse:
    """Found a department."""
    form = PartyForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            party = party_actions.found_regulator(actor=request.actor, **form.cleaned_data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            return saved(request, "people:invite", party.pk, message=_("Đã tạo Sở. Hãy mời lãnh đạo và chuyên viên."))
    return page(request, "people/party_form.html", form=form, founding=True)


@open_to(KEEPER)
def account_disable(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Disable an account and end its sessions."""
    user = queries.visible_account(actor=request.actor, pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.disable_account(actor=request.actor, user=user, **form.cleaned_data)
        except Refused as refusal:
            refusals.show(refusal, form)
        else:
            return saved(request, "people:accounts", message=_("Đã khóa tài khoản."))
    return page(request, "people/account_disable.html", form=form, account=user)


@open_to(SIGNED_IN)
@require_POST
def account_enable(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a person sign in again."""
    user = queries.visible_account(actor=request.actor, pk=pk)
    actions.enable_account(actor=request.actor, user=user)
    return saved(request, "people:accounts" if request.actor.is_keeper else "home", message=_("Đã mở lại tài khoản."))
