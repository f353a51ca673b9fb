"""Sending a request, in three ways."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import NotAllowed, NotVisible, Refused
from phoihop.base.ui import page, saved
from phoihop.clauses.towers.actions.sharing import ask as actions
from phoihop.clauses.towers.forms.sharing import CodeAskForm, PlaceAskForm, WishForm
from phoihop.clauses.towers.queries.sharing import choices, requests
from phoihop.clauses.towers.views.sharing.answering import DETAIL

ASKERS = holding(Permission.SHARING_ASK)


@open_to(ASKERS)
@require_GET
def sharing_new(request: ActorRequest) -> HttpResponse:
    """The three ways to ask."""
    return page(request, "towers/sharing/new.html")


def _ask_page(request: ActorRequest, form: WishForm, send: Callable[[], Any], heading: str, hint: str) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            row = send()
        except (NotVisible, NotAllowed):
            raise
        except Refused as refusal:
            form.add_error(refusal.field if refusal.field in form.fields else None, str(refusal))
        else:
            return saved(request, DETAIL, row.pk, message=_("Đã gửi yêu cầu."))
    return page(request, "towers/sharing/ask.html", form=form, heading=heading, hint=hint)


@open_to(ASKERS)
def sharing_by_code(request: ActorRequest) -> HttpResponse:
    """By a code that an owner gave."""
    actor = request.actor
    form = CodeAskForm(request.POST or None, askers=requests.askers(actor=actor))
    return _ask_page(
        request, form,
        lambda: actions.ask_by_code(
            actor=actor, asker=form.cleaned_data["asker"], code=form.cleaned_data["code"], wish=form.wish()
        ),
        _("Yêu cầu theo mã mời"), _("Chủ cột tạo mã mời cho một cột và đưa cho đơn vị bạn."),
    )  # fmt: skip


@open_to(ASKERS)
def sharing_by_place(request: ActorRequest) -> HttpResponse:
    """For a place; the department finds a mast."""
    actor = request.actor
    form = PlaceAskForm(request.POST or None, askers=requests.askers(actor=actor))
    return _ask_page(
        request, form,
        lambda: actions.ask_for_place(
            actor=actor, asker=form.cleaned_data["asker"], wish=form.wish(), place=form.place()
        ),
        _("Nhu cầu tại một khu vực"),
        _("Sở tìm cột phù hợp rồi chuyển yêu cầu đến chủ cột. Chủ cột không biết khu vực đơn vị bạn tìm."),
    )  # fmt: skip


@open_to(ASKERS)
def sharing_for_mast(request: ActorRequest, pk: UUID) -> HttpResponse:
    """For a mast that was disclosed to one's party."""
    actor = request.actor
    shown = choices.disclosed_mast(actor=actor, pk=pk)
    form = WishForm(request.POST or None, askers=[shown.cell.period.asker])
    hint = _("Cột %(code)s, loại %(class)s, đã được giới thiệu cho đơn vị bạn khi tra cứu theo khu vực.")
    return _ask_page(
        request, form,
        lambda: actions.ask_for_disclosed(
            actor=actor, asker=form.cleaned_data["asker"], shown=shown, wish=form.wish()
        ),
        _("Yêu cầu dùng chung cột"), hint % {"code": shown.code, "class": shown.class_code},
    )  # fmt: skip
