"""Changes of agreed tenancies: proposing, agreeing, declining, taking back."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import refused, saved
from phoihop.clauses.towers.actions.registry import changing as actions
from phoihop.clauses.towers.forms.registry.masts import ChangeForm, ReasonForm
from phoihop.clauses.towers.queries.registry import changes as queries
from phoihop.clauses.towers.views.registry.masts import KEEPERS, form_page

DETAIL = "towers:mast_detail"


@open_to(KEEPERS)
def change_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Propose a change to the other side."""
    tenancy, party = queries.shared_tenancy(actor=request.actor, pk=pk)
    start = {name: getattr(tenancy, name) for name in actions.FIELDS}
    form = ChangeForm(request.POST or None, initial=start)
    return form_page(
        request, form,
        lambda values: actions.propose_change(actor=request.actor, tenancy=tenancy, party=party, **values),
        _("Đề nghị sửa việc dùng cột theo thỏa thuận"), mast=tenancy.mast,
    )  # fmt: skip


@open_to(KEEPERS)
@require_POST
def change_agree(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Agree: the registry changes."""
    change = queries.visible_change(actor=request.actor, pk=pk)
    try:
        actions.agree_change(actor=request.actor, change=change)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, change.tenancy.mast_id)
    return saved(request, DETAIL, change.tenancy.mast_id, message=_("Đã đồng ý; sổ đã đổi theo đề nghị."))


@open_to(KEEPERS)
def change_decline(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Do not agree."""
    change = queries.visible_change(actor=request.actor, pk=pk)
    form = ReasonForm(request.POST or None)
    return form_page(
        request, form,
        lambda values: actions.decline_change(actor=request.actor, change=change, answer=values["text"]),
        _("Không đồng ý đề nghị sửa"), mast=change.tenancy.mast,
    )  # fmt: skip


@open_to(KEEPERS)
@require_POST
def change_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take one's own proposal back."""
    change = queries.visible_change(actor=request.actor, pk=pk)
    try:
        actions.withdraw_change(actor=request.actor, change=change)
    except Refused as refusal:
        return refused(request, refusal, DETAIL, change.tenancy.mast_id)
    return saved(request, DETAIL, change.tenancy.mast_id)
