"""Versions of a form: begun, copied, published, withdrawn. A published one never changes."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.db import transaction
from django.db.models import Max, Q
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.base.transitions import move
from phoihop.clauses.briefings.actions.forms.copying import copy_content
from phoihop.clauses.briefings.actions.forms.drafts import facts, locked_draft, save
from phoihop.clauses.briefings.models import (
    FORM_TRANSITIONS,
    FormStatus,
    FormVersion,
    ReportForm,
    ReportRound,
    RoundStatus,
)
from phoihop.clauses.briefings.queries.forms.problems import problems_of

VERSION_FIELDS = ("period_type", "effective_from", "effective_until", "due_days", "lock_days", "source")


class HasDraft(Refused):
    """One draft at a time."""


class NotReady(Refused):
    """Something in the draft must be put right first."""


class InUse(Refused):
    """Figures are asked or were given with it."""


def begin_version(actor: Actor, form: ReportForm, **values: Any) -> FormVersion:
    """An empty draft; inside an action that has asked who may."""
    if form.versions.filter(status=FormStatus.DRAFT).exists():
        raise HasDraft(_("Biểu này đã có một dự thảo. Hãy sửa tiếp dự thảo đó."))
    last = form.versions.aggregate(last=Max("number"))["last"] or 0
    row = FormVersion(form=form, number=last + 1)
    start = {"effective_from": next_half(actor.today)} | values
    save(actor, row, start, "briefings.form_version.begun", form.regulator_id)
    return row


def next_half(day: dt.date) -> dt.date:
    """The first day of the half-year after the one that ``day`` is in."""
    return dt.date(day.year, 7, 1) if day.month <= 6 else dt.date(day.year + 1, 1, 1)


def copy_version(*, actor: Actor, version: FormVersion) -> FormVersion:
    """Begin a new draft with everything that ``version`` asks.

    :raises HasDraft: the form has one already
    """
    require(actor, Permission.FORM_WRITE, party=version.form.regulator_id)
    with transaction.atomic():
        ReportForm.objects.select_for_update().get(pk=version.form_id)
        kept = {name: getattr(version, name) for name in ("period_type", "due_days", "lock_days", "source")}
        draft = begin_version(actor, version.form, **kept)
        copy_content(version, draft)
        return draft


def edit_version(*, actor: Actor, version: FormVersion, **values: Any) -> None:
    """Change period and days of a draft.

    :raises NotADraft: it was published
    """
    require(actor, Permission.FORM_WRITE, party=version.form.regulator_id)
    with transaction.atomic():
        row = locked_draft(version.pk)
        save(actor, row, values, "briefings.form_version.saved", row.form.regulator_id)


def remove_draft(*, actor: Actor, version: FormVersion) -> None:
    """Throw a draft away.

    :raises InUse: a round was prepared with it
    """
    require(actor, Permission.FORM_WRITE, party=version.form.regulator_id)
    with transaction.atomic():
        row = locked_draft(version.pk)
        if row.rounds.exists():
            raise InUse(_("Đã có đợt báo cáo dùng phiên bản này nên không xóa được."))
        audit.record(actor, "briefings.form_version.removed", row, party=row.form.regulator_id)
        row.delete()


def publish_version(*, actor: Actor, version: FormVersion) -> None:
    """Put a draft in force from its first day; the version before ends the day before.

    :raises NotReady: something in it must be put right first; the text tells the first of them
    """
    require(actor, Permission.FORM_WRITE, party=version.form.regulator_id)
    with transaction.atomic():
        ReportForm.objects.select_for_update().get(pk=version.form_id)
        row = locked_draft(version.pk)
        wrong = problems_of(row)
        if wrong:
            raise NotReady(_("Chưa ban hành được. %(what)s") % {"what": wrong[0].text})
        _end_earlier(row)
        move(row, FormStatus.PUBLISHED, FORM_TRANSITIONS, published_at=actor.at)
        audit.record(
            actor, "briefings.form_version.published", row, party=row.form.regulator_id,
            after=facts(row, VERSION_FIELDS),
        )  # fmt: skip


def _end_earlier(row: FormVersion) -> None:
    lasting = Q(effective_until__isnull=True) | Q(effective_until__gte=row.effective_from)
    earlier = row.form.versions.filter(lasting, status=FormStatus.PUBLISHED, effective_from__lt=row.effective_from)
    earlier.update(effective_until=row.effective_from - dt.timedelta(days=1))


def withdraw_version(*, actor: Actor, version: FormVersion) -> None:
    """Take a published version out of use; what was reported with it stays.

    :raises InUse: figures are being asked with it
    """
    require(actor, Permission.FORM_WRITE, party=version.form.regulator_id)
    if ReportRound.objects.filter(version=version, status__in=[RoundStatus.DRAFT, RoundStatus.OPEN]).exists():
        raise InUse(_("Còn đợt báo cáo đang thu theo phiên bản này. Hãy chốt hoặc hủy đợt đó trước."))
    with transaction.atomic():
        last = max(version.effective_from, min(version.effective_until or actor.today, actor.today))
        move(version, FormStatus.WITHDRAWN, FORM_TRANSITIONS, effective_until=last)
        audit.record(
            actor, "briefings.form_version.withdrawn", version, party=version.form.regulator_id,
            after={"effective_until": str(last)},
        )  # fmt: skip
