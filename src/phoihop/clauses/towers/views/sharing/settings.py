"""What the department sets, and the codes that an owner gives out."""

from __future__ import annotations

import datetime as dt
from dataclasses import asdict
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from phoihop.base.access import ActorRequest, Permission, holding, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, refused, saved
from phoihop.clauses.towers.actions.sharing import codes as code_actions
from phoihop.clauses.towers.actions.sharing import rules as actions
from phoihop.clauses.towers.forms.sharing import CodeForm, ReasonForm, RuleForm
from phoihop.clauses.towers.queries.sharing import choices
from phoihop.clauses.towers.sharing.clock import Limits
from phoihop.clauses.towers.views.sharing.answering import step_form

DESK = holding(Permission.SHARING_MEDIATE)
OWNERS = holding(Permission.SHARING_ANSWER)
CODE_DAYS = 60


@open_to(DESK)
@require_GET
def settings(request: ActorRequest) -> HttpResponse:
    """Limits and reasons."""
    actor = request.actor
    regulator = choices.mediator(actor=actor)
    return page(
        request, "towers/sharing/settings.html", rules=list(choices.rules(actor=actor, regulator=regulator)),
        usual=Limits(), hidden=[
            one for one in choices.own_reasons(actor=actor, regulator=regulator) if one.hidden
        ], today=actor.today,
        listed=[
            (use, label, choices.reasons(actor=actor, lead_id=regulator.pk, use=use))
            for use, label in choices.reason_uses(actor=actor)
        ],
    )  # fmt: skip


@open_to(DESK)
def rule_new(request: ActorRequest) -> HttpResponse:
    """Set limits from a day on, beginning with those in force."""
    actor = request.actor
    regulator = choices.mediator(actor=actor)
    start = asdict(choices.limits_now(actor=actor, regulator=regulator)) | {"valid_from": actor.today}
    form = RuleForm(request.POST or None, initial=start)
    return step_form(
        request, regulator.pk, form,
        lambda: actions.add_rule(
            actor=actor, regulator=regulator, valid_from=form.cleaned_data["valid_from"], limits=form.limits(),
            basis=form.cleaned_data["basis"],
        ),
        _("Đặt thời hạn"), _("Lưu"), to="towers:sharing_settings", template="towers/sharing/setting.html",
    )  # fmt: skip


@open_to(DESK)
@require_POST
def rule_remove(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take limits back before their day."""
    rule = choices.visible_rule(actor=request.actor, pk=pk)
    try:
        actions.remove_rule(actor=request.actor, rule=rule)
    except Refused as refusal:
        return refused(request, refusal, "towers:sharing_settings")
    return saved(request, "towers:sharing_settings")


@open_to(DESK)
def reason_new(request: ActorRequest) -> HttpResponse:
    """Add a reason."""
    actor = request.actor
    regulator = choices.mediator(actor=actor)
    form = ReasonForm(request.POST or None)
    return step_form(
        request, regulator.pk, form,
        lambda: actions.set_reason(actor=actor, regulator=regulator, **form.cleaned_data),
        _("Thêm lý do"), _("Lưu"), to="towers:sharing_settings", template="towers/sharing/setting.html",
    )  # fmt: skip


@open_to(DESK)
def reason_edit(request: ActorRequest, use: str, code: str) -> HttpResponse:
    """Rename or hide a reason, also one of the usual ones."""
    actor = request.actor
    regulator = choices.mediator(actor=actor)
    start = choices.reason_to_edit(actor=actor, regulator=regulator, use=use, code=code)
    form = ReasonForm(request.POST or None, initial=start)
    del form.fields["use"]
    return step_form(
        request, regulator.pk, form,
        lambda: actions.set_reason(
            actor=actor, regulator=regulator, use=use, code=code, **form.cleaned_data
        ),
        _("Sửa lý do"), _("Lưu"), to="towers:sharing_settings", template="towers/sharing/setting.html",
    )  # fmt: skip


@open_to(OWNERS)
@require_GET
def codes(request: ActorRequest) -> HttpResponse:
    """The codes that one's party gave out."""
    actor = request.actor
    return page(
        request, "towers/sharing/codes.html", codes=list(choices.codes(actor=actor)), today=actor.today,
        offered=choices.own_offered_masts(actor=actor).exists(),
    )  # fmt: skip


@open_to(OWNERS)
def code_new(request: ActorRequest) -> HttpResponse:
    """Make a code."""
    actor = request.actor
    start = {"expires_on": actor.today + dt.timedelta(days=CODE_DAYS), "mast": request.GET.get("mast", "")}
    form = CodeForm(request.POST or None, masts=choices.own_offered_masts(actor=actor), initial=start)
    return step_form(
        request, UUID(int=0), form,
        lambda: code_actions.make_code(
            actor=actor, mast=form.chosen(), expires_on=form.cleaned_data["expires_on"], note=form.cleaned_data["note"]
        ),
        _("Tạo mã mời"), _("Tạo mã"), to="towers:share_codes", template="towers/sharing/setting.html",
    )  # fmt: skip


@open_to(OWNERS)
@require_POST
def code_revoke(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Take a code back."""
    code = choices.visible_code(actor=request.actor, pk=pk)
    code_actions.revoke_code(actor=request.actor, code=code)
    return saved(request, "towers:share_codes")
