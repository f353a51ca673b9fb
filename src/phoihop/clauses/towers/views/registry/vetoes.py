"""Masts that take no more tenants: stating, taking back, reviewing."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.towers.actions.registry import vetoes as actions
from phoihop.clauses.towers.forms.registry.vetoes import ReviewForm, VetoForm
from phoihop.clauses.towers.queries.registry import vetoes as queries
from phoihop.clauses.towers.queries.registry.masts import own_mast
from phoihop.clauses.towers.queries.sharing.choices import reasons
from phoihop.clauses.towers.views.registry.masts import KEEPERS, form_page

REVIEWERS = holding(Permission.MAST_REVIEW)


@open_to(SEATED)
@require_GET
def veto_list(request: ActorRequest) -> HttpResponse:
    """What was stated, and what the department said."""
    return page(
        request, "towers/registry/vetoes.html", vetoes=rows(request, queries.vetoes(actor=request.actor)),
        reviews=request.actor.may(Permission.MAST_REVIEW),
    )  # fmt: skip


@open_to(KEEPERS)
def veto_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say that one's own mast takes no more tenants."""
    mast = own_mast(actor=request.actor, pk=pk)
    choices = reasons(actor=request.actor, lead_id=mast.site.regulator_id, use="refusal")
    form = VetoForm(request.POST or None, reasons=choices)
    return form_page(
        request, form, lambda values: actions.state_veto(actor=request.actor, mast=mast, **values),
        _("Tuyên bố cột không nhận thêm doanh nghiệp"), mast=mast,
    )  # fmt: skip


@open_to(KEEPERS)
@require_POST
def veto_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take it back."""
    veto = queries.visible_veto(actor=request.actor, pk=pk)
    own_mast(actor=request.actor, pk=veto.mast_id)
    try:
        actions.withdraw_veto(actor=request.actor, veto=veto)
    except Refused as refusal:
        return refused(request, refusal, "towers:mast_detail", veto.mast_id)
    return saved(request, "towers:mast_detail", veto.mast_id, message=_("Đã rút. Cột chưa được chào cho đến khi sửa."))


@open_to(REVIEWERS)
def veto_review(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Accept it, or say why not."""
    veto = queries.visible_veto(actor=request.actor, pk=pk)
    if not queries.reviews(actor=request.actor, veto=veto):
        raise NotVisible
    form = ReviewForm(request.POST or None)
    return form_page(
        request, form,
        lambda values: actions.review_veto(
            actor=request.actor, veto=veto, upheld=values["answer"] == "upheld", review=values["review"]
        ),
        _("Xem xét tuyên bố không nhận thêm"), mast=veto.mast, veto=veto,
    )  # fmt: skip
