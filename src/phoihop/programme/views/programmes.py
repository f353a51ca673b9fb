"""Programmes: list, one programme at a glance, participants."""

from __future__ import annotations

from uuid import UUID

from django import forms
from django.http import HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods

from phoihop.base.access import SEATED, ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, saved
from phoihop.programme.actions import programmes as actions
from phoihop.programme.forms.programmes import LeaveForm, NewProgrammeForm, ParticipantForm, ProgrammeForm
from phoihop.programme.queries import memorandum as memoranda
from phoihop.programme.queries import programmes as queries

DETAIL = "programme:programme_detail"


def _form_page(request: ActorRequest, form: forms.Form, title: str, back: str, note: str = "") -> HttpResponse:
    return page(request, "programme/programmes/form.html", form=form, page_title=title, back=back, note=note)


@open_to(SEATED)
@require_GET
def programme_list(request: ActorRequest) -> HttpResponse:
    """The programmes of one's parties."""
    actor = request.actor
    return page(
        request, "programme/programmes/list.html", programmes=queries.programmes(actor=actor),
        may_write=actor.may(Permission.PROGRAMME_WRITE),
    )  # fmt: skip


@open_to(holding(Permission.PROGRAMME_WRITE))
@require_http_methods(["GET", "POST"])
def programme_new(request: ActorRequest) -> HttpResponse:
    """Begin a programme."""
    leads = queries.leading_parties(actor=request.actor)
    form = NewProgrammeForm(request.POST or None, leads=leads, initial={"first_year": request.actor.today.year})
    if request.method == "POST" and form.is_valid():
        try:
            programme = actions.create_programme(actor=request.actor, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, programme.pk, message=_("Đã tạo chương trình. Hãy thêm các đơn vị tham gia."))
    return _form_page(request, form, _("Chương trình mới"), reverse("programme:programme_list"))


@open_to(SEATED)
@require_GET
def programme_detail(request: ActorRequest, pk: UUID) -> HttpResponse:
    """This year at a glance, and the parties."""
    actor = request.actor
    programme = queries.visible_programme(actor=actor, pk=pk)
    return page(
        request, "programme/programmes/detail.html", programme=programme, today=actor.today,
        glance=queries.glance(actor=actor, programme=programme),
        participants=queries.participants(actor=actor, programme=programme),
        memoranda=memoranda.memoranda(actor=actor, programme=programme.pk),
        may_write=actor.may(Permission.PROGRAMME_WRITE, programme.lead_id),
        may_write_memorandum=actor.may(Permission.MEMORANDUM_WRITE, programme.lead_id),
        may_plan=actor.may(Permission.PLAN_WRITE, programme.lead_id),
        may_overview=actor.may(Permission.OVERVIEW_READ),
    )  # fmt: skip


@open_to(holding(Permission.PROGRAMME_WRITE))
@require_http_methods(["GET", "POST"])
def programme_edit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Rename a programme."""
    programme = queries.visible_programme(actor=request.actor, pk=pk)
    initial = {"name": programme.name, "place": programme.place, "first_year": programme.first_year}
    form = ProgrammeForm(request.POST or None, initial=initial)
    if request.method == "POST" and form.is_valid():
        actions.edit_programme(actor=request.actor, programme=programme, **form.cleaned_data)
        return saved(request, DETAIL, programme.pk)
    return _form_page(request, form, _("Sửa chương trình"), reverse(DETAIL, args=[pk]))


@open_to(holding(Permission.PROGRAMME_WRITE))
@require_http_methods(["GET", "POST"])
def programme_join(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a party in."""
    programme = queries.visible_programme(actor=request.actor, pk=pk)
    parties = queries.addable_parties(actor=request.actor, programme=programme)
    form = ParticipantForm(request.POST or None, parties=parties, initial={"joined_on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_participant(actor=request.actor, programme=programme, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, pk, message=_("Đã thêm đơn vị vào chương trình."))
    note = _("Không thấy đơn vị cần thêm? Hãy tạo hồ sơ đơn vị trước.")
    return _form_page(request, form, _("Thêm đơn vị tham gia"), reverse(DETAIL, args=[pk]), note)


@open_to(holding(Permission.PROGRAMME_WRITE))
@require_http_methods(["GET", "POST"])
def programme_leave(request: ActorRequest, pk: UUID, party_pk: UUID) -> HttpResponse:
    """Note that a party takes part no longer."""
    programme = queries.visible_programme(actor=request.actor, pk=pk)
    party = queries.participant_party(actor=request.actor, programme=programme, pk=party_pk)
    form = LeaveForm(request.POST or None, initial={"left_on": request.actor.today})
    if request.method == "POST" and form.is_valid():
        try:
            actions.leave_programme(actor=request.actor, programme=programme, party=party, **form.cleaned_data)
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            return saved(request, DETAIL, pk, message=_("Đã ghi nhận đơn vị thôi tham gia."))
    title = _("%(party)s thôi tham gia") % {"party": party.short_name}
    note = _("Kết quả và văn bản đã có của đơn vị được giữ nguyên.")
    return _form_page(request, form, title, reverse(DETAIL, args=[pk]), note)
