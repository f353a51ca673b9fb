"""Needs: filing, changing, withdrawing, receipts; the list for the department once the round is closed."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, Refused
from phoihop.base.ui import page, refused, rows, saved
from phoihop.clauses.towers.actions.joint import needs as actions
from phoihop.clauses.towers.actions.joint.hints import HINTS, HintCode
from phoihop.clauses.towers.forms.joint import NeedForm, ReceiptForm
from phoihop.clauses.towers.joint.words import REASONS
from phoihop.clauses.towers.queries.joint import ground
from phoihop.clauses.towers.queries.joint import needs as queries
from phoihop.clauses.towers.queries.joint import rounds as round_queries
from phoihop.clauses.towers.views.joint.form_pages import form_page
from phoihop.clauses.towers.views.joint.map_layers import needs_map

FILES = holding(Permission.NEEDS_FILE)
ROUND, NEED = "towers:joint_round", "towers:need"
FORM = "towers/joint/need_form.html"


def filing_party(request: ActorRequest, pk: UUID) -> tuple[Any, Any]:
    """A round and the reader's own enterprise in it.

    :raises NotAllowed: the reader files for none
    """
    round_ = round_queries.visible_round(actor=request.actor, pk=pk)
    party = round_queries.own_party(actor=request.actor, round_=round_, permission=Permission.NEEDS_FILE)
    if party is None:
        raise NotAllowed
    return round_, party


@open_to(FILES)
def need_new(request: ActorRequest, pk: UUID) -> HttpResponse:
    """File one need."""
    round_, party = filing_party(request, pk)
    form = NeedForm(request.POST or None)

    def act(_data: dict[str, Any]) -> tuple[Any, ...]:
        need, _hint = actions.file_need(actor=request.actor, round_=round_, party=party, facts=form.facts(round_.year))
        return NEED, need.pk

    return form_page(
        request, form, act, template=FORM, heading=_("Nộp nhu cầu vị trí trạm"), round=round_,
        map=_picking(request, ()), message=_("Đã nộp. Nhu cầu được niêm phong đến hết hạn nộp."),
    )  # fmt: skip


@open_to(FILES)
def need_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Change a need."""
    shown = queries.own_need(actor=request.actor, pk=pk)
    round_ = shown.row.round
    form = NeedForm(request.POST or None, initial=NeedForm.start(shown.facts))

    def act(_data: dict[str, Any]) -> tuple[Any, ...]:
        actions.change_need(actor=request.actor, need=shown.row, facts=form.facts(round_.year))
        return NEED, pk

    return form_page(
        request,
        form,
        act,
        template=FORM,
        heading=_("Sửa nhu cầu"),
        round=round_,
        need=shown,
        map=_picking(request, [shown]),
    )


def _picking(request: ActorRequest, shown: Any) -> dict[str, Any]:
    fields = {"latitude": "id_latitude", "longitude": "id_longitude", "radius": "id_radius_m"}
    options = needs_map(list(shown)) | {"pick": fields}
    if "bounds" not in options and (box := ground.territory(actor=request.actor)) is not None:
        options["bounds"] = box
    return options


@open_to(FILES)
@require_POST
def need_withdraw(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a need back."""
    shown = queries.own_need(actor=request.actor, pk=pk)
    try:
        actions.withdraw_need(actor=request.actor, need=shown.row)
    except Refused as refusal:
        return refused(request, refusal, NEED, pk)
    return saved(request, ROUND, shown.row.round_id, message=_("Đã rút nhu cầu."))


@open_to(FILES)
@require_POST
def joint_all_filed(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Say that all is filed, or take that word back."""
    round_, party = filing_party(request, pk)
    try:
        done = request.POST.get("done") != "no"
        actions.say_all_filed(actor=request.actor, round_=round_, party=party, done=done)
    except Refused as refusal:
        return refused(request, refusal, ROUND, pk)
    return saved(request, ROUND, pk)


@open_to(SEATED)
@require_GET
def need_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """One need with its receipts, for its owner; for the department once the round is closed."""
    shown = queries.shown_need(actor=request.actor, pk=pk)
    round_ = shown.row.round
    mine = shown.row.party_id in request.actor.party_ids
    return page(
        request, "towers/joint/need.html", need=shown, round=round_, programme=round_.programme, mine=mine,
        receipts=queries.receipts(actor=request.actor, need=shown.row) if mine else [], map=needs_map([shown]),
        hint=HINTS[HintCode(shown.hint)] if shown.hint else "", reason=_reason(shown, mine),
        seals_share=mine and shown.row.outcome == "join",  # it was divided by a rival's need: the proposal tells it
        changeable=mine and round_.takes_needs(request.actor.at) and shown.row.status == "filed",
    )  # fmt: skip


def _reason(shown: queries.ShownNeed, mine: bool) -> Any:
    """Why nothing serves a need; its owner is told no more than that, since the reason tells of rivals' masts."""
    if shown.row.outcome != "none":
        return ""
    if mine:
        return _("Chưa đáp ứng được trong phương án này. Hãy hỏi Sở để biết cụ thể.")
    return REASONS.get(shown.row.outcome_reason, "")


@open_to(SEATED)
@require_GET
def need_receipt(request: ActorRequest, pk: UUID) -> HttpResponse:
    """A receipt as a file: the very bytes whose SHA-256 is its hash."""
    shown = queries.receipt_file(actor=request.actor, pk=pk)
    name = f"phieu-nop-{shown.row.need.number}-{shown.row.number}.json"
    return HttpResponse(
        shown.content, content_type="application/json",
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Cache-Control": "private, no-store"},
    )  # fmt: skip


@open_to(SEATED)
def receipt_check(request: ActorRequest) -> HttpResponse:
    """Hold a receipt's file against what was filed."""
    form = ReceiptForm(request.POST or None, request.FILES or None)
    found = None
    if request.method == "POST" and form.is_valid():
        found = queries.check_receipt(actor=request.actor, content=form.cleaned_data["file"])
    return page(request, "towers/joint/receipt_check.html", form=form, found=found)


@open_to(SEATED)
@require_GET
def need_list(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Every need of a round, for the department once it is closed."""
    actor = request.actor
    round_ = round_queries.visible_round(actor=actor, pk=pk)
    found = queries.filed_needs(actor=actor, round_=round_)
    return page(
        request, "towers/joint/needs.html", round=round_, programme=round_.programme, needs=rows(request, found),
        map=needs_map(found),
    )  # fmt: skip
