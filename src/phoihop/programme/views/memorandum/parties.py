"""Who signs, in which order."""

from __future__ import annotations

from functools import partial
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from phoihop.base.access import ActorRequest, open_to
from phoihop.base.errors import NotVisible, Refused
from phoihop.base.ui import page, refused
from phoihop.programme.actions import memorandum as actions
from phoihop.programme.forms.memorandum import ModeForm, PartyForm, SignerForm
from phoihop.programme.queries import memorandum as queries
from phoihop.programme.views.memorandum.form_pages import PARTIES, Sheet, act_and_return, address, form_view
from phoihop.programme.views.memorandum.writing import STEPS, WRITERS, posted_order


@open_to(WRITERS)
@require_GET
def memorandum_parties(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The parties, their signers and the order."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    return page(
        request, "programme/memorandum/parties.html", memorandum=row, programme=row.programme,
        editable=row.status == "draft", mode_form=ModeForm(initial={"mode": row.signing_mode}),
        party_form=PartyForm(parties=queries.addable_parties(actor=request.actor, memorandum=row)),
    )  # fmt: skip


@open_to(WRITERS)
@require_POST
def party_add(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Another party."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    form = PartyForm(request.POST, parties=queries.addable_parties(actor=request.actor, memorandum=row))
    if not form.is_valid():
        return refused(request, Refused(_("Hãy chọn đơn vị cần thêm.")), PARTIES, pk)
    act = partial(actions.add_party, actor=request.actor, memorandum=row, **form.cleaned_data)
    return act_and_return(request, act, address(PARTIES, pk), _("Đã thêm bên ký."))


@open_to(WRITERS)
@require_POST
def party_mode(request: ActorRequest, pk: UUID) -> HttpResponse:
    """In order, or all at once."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    form = ModeForm(request.POST)
    if not form.is_valid():
        return refused(request, Refused(_("Hãy chọn thứ tự ký.")), PARTIES, pk)
    act = partial(actions.set_signing_mode, actor=request.actor, memorandum=row, **form.cleaned_data)
    return act_and_return(request, act, address(PARTIES, pk))


@open_to(WRITERS)
@require_POST
def party_order(request: ActorRequest, pk: UUID) -> HttpResponse:
    """The order after dragging."""
    row = queries.written_memorandum(actor=request.actor, pk=pk)
    actions.order_parties(actor=request.actor, memorandum=row, order=posted_order(request))
    return HttpResponse(status=204)


@open_to(WRITERS)
@require_http_methods(["GET", "POST"])
def seat_signer(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Who signs for a party."""
    seat = queries.visible_seat(actor=request.actor, pk=pk)
    initial = {"signer_name": seat.signer_name, "signer_position": seat.signer_position}
    form = SignerForm(request.POST or None, initial=initial)
    sheet = Sheet(_("Người ký của %(party)s") % {"party": seat.name}, _("Lưu"), address(PARTIES, seat.memorandum_id))
    act = partial(actions.edit_signer, actor=request.actor, seat=seat)
    return form_view(request, form, sheet, act, memorandum=seat.memorandum)


@open_to(WRITERS)
@require_POST
def seat_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a party out."""
    seat = queries.visible_seat(actor=request.actor, pk=pk)
    act = partial(actions.remove_party, actor=request.actor, seat=seat)
    return act_and_return(request, act, address(PARTIES, seat.memorandum_id), _("Đã bỏ bên ký."))


@open_to(WRITERS)
@require_POST
def seat_move(request: ActorRequest, pk: UUID, direction: str) -> HttpResponse:
    """One place earlier or later."""
    seat = queries.visible_seat(actor=request.actor, pk=pk)
    if direction not in STEPS:
        raise NotVisible
    act = partial(actions.move_party, actor=request.actor, seat=seat, step=STEPS[direction])
    return act_and_return(request, act, address(PARTIES, seat.memorandum_id), _("Đã đổi thứ tự."))
