"""One's own profile, and the keeper's pages of accounts."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse, JsonResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import KEEPER, SIGNED_IN, ActorRequest, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.people.actions import parties as party_actions
from phoihop.people.actions import seats as actions
from phoihop.people.forms.accounts import ProfileForm, ReasonForm
from phoihop.people.forms.parties import PartyForm
from phoihop.people.queries import parties, people


@open_to(SIGNED_IN)
def profile(request: ActorRequest) -> HttpResponse:
    """One's own data."""
    user = people.own_account(actor=request.actor)
    initial = {name: getattr(user, name) for name in ProfileForm.base_fields}
    form = ProfileForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.edit_profile(actor=request.actor, **form.cleaned_data)
        return saved(request, "people:profile")
    return page(request, "people/profile.html", form=form, data=people.own_data(actor=request.actor))


@open_to(SIGNED_IN)
@require_GET
def own_data(request: ActorRequest) -> HttpResponse:
    """What is kept about oneself, to take away."""
    headers = {"Content-Disposition": 'attachment; filename="my-data.json"'}
    data = people.own_data(actor=request.actor)
    return JsonResponse(data, headers=headers, json_dumps_params={"ensure_ascii": False, "indent": 1})


@open_to(KEEPER)
@require_GET
def accounts(request: ActorRequest) -> HttpResponse:
    """Every account and department."""
    text = request.GET.get("q", "").strip()
    return page(
        request, "people/accounts.html", accounts=rows(request, people.accounts(actor=request.actor, text=text)), q=text,
        regulators=parties.regulators(actor=request.actor),
    )  # fmt: skip


@open_to(KEEPER)
def regulator_new(request: ActorRequest) -> HttpResponse:
    """Found a department."""
    form = PartyForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        data = {name: value for name, value in form.cleaned_data.items() if name != "logo"}
        try:
            party = party_actions.found_regulator(actor=request.actor, **data)
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, "people:people", party.pk, message=_("Đã tạo. Hãy mời lãnh đạo và chuyên viên."))
    return page(request, "people/party_form.html", form=form)


@open_to(KEEPER)
def account_disable(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Disable an account and end its sessions."""
    user = people.visible_account(actor=request.actor, pk=pk)
    form = ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.set_account_active(actor=request.actor, user=user, active=False, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(None, str(refusal))
        else:
            return saved(request, "people:accounts", message=_("Đã khóa tài khoản."))
    return page(request, "people/account_disable.html", form=form, account=user)


@open_to(KEEPER)
@require_POST
def account_enable(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Let a person sign in again."""
    user = people.visible_account(actor=request.actor, pk=pk)
    try:
        actions.set_account_active(actor=request.actor, user=user, active=True)
    except Refused as refusal:
        return refused(request, refusal, "people:accounts")
    return saved(request, "people:accounts", message=_("Đã mở lại tài khoản."))
