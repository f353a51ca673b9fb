"""Forms as such: code, title, who fills them in; given up and taken up again."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from django.db import transaction
from django.utils.translation import gettext as _

from phoihop.base import audit
from phoihop.base.access import Actor, Permission, require
from phoihop.base.errors import Refused
from phoihop.clauses.briefings.actions.forms.drafts import save
from phoihop.clauses.briefings.actions.forms.versions import begin_version
from phoihop.clauses.briefings.models import FormVersion, ReportForm, ReportRound, RoundStatus
from phoihop.people.models import Party

HEAD_FIELDS = ("code", "title", "note", "voluntary")


class RoundsOpen(Refused):
    """Figures are being asked with it."""


def create_form(*, actor: Actor, regulator: Party, parties: Collection[Party] = (), **values: Any) -> FormVersion:
    """Begin a form with an empty draft, and give the draft back.

    :param values: ``code``, ``title``, ``note``, ``voluntary``
    """
    require(actor, Permission.FORM_WRITE, party=regulator)
    with transaction.atomic():
        form = ReportForm(regulator=regulator)
        save(actor, form, values, "briefings.form.saved", regulator.pk)
        _set_parties(actor, form, parties)
        return begin_version(actor, form)


def edit_form(*, actor: Actor, form: ReportForm, parties: Collection[Party], **values: Any) -> None:
    """Change what a form is called and who fills it in; rounds that are open keep the parties they asked."""
    require(actor, Permission.FORM_WRITE, party=form.regulator_id)
    with transaction.atomic():
        save(actor, form, values, "briefings.form.saved", form.regulator_id)
        _set_parties(actor, form, parties)


def _set_parties(actor: Actor, form: ReportForm, parties: Collection[Party]) -> None:
    before = {party.pk: party.short_name for party in form.parties.all()}
    after = {party.pk: party.short_name for party in parties}
    if before.keys() == after.keys():
        return
    form.parties.set(list(parties))
    told = {"before": {"parties": sorted(before.values())}, "after": {"parties": sorted(after.values())}}
    audit.record(actor, "briefings.form.parties_set", form, party=form.regulator_id, **told)


def retire_form(*, actor: Actor, form: ReportForm) -> None:
    """Give a form up: no round is asked with it any more; what was reported stays.

    :raises RoundsOpen: a round is still being gathered
    """
    require(actor, Permission.FORM_WRITE, party=form.regulator_id)
    if ReportRound.objects.filter(version__form=form, status=RoundStatus.OPEN).exists():
        raise RoundsOpen(_("Còn đợt báo cáo đang thu theo biểu này. Hãy chốt hoặc hủy đợt đó trước."))
    _set_retired(actor, form, "briefings.form.retired", actor.at)


def restore_form(*, actor: Actor, form: ReportForm) -> None:
    """Take a form up again."""
    require(actor, Permission.FORM_WRITE, party=form.regulator_id)
    _set_retired(actor, form, "briefings.form.restored", None)


def _set_retired(actor: Actor, form: ReportForm, event: str, at: Any) -> None:
    with transaction.atomic():
        changed = ReportForm.objects.filter(pk=form.pk, retired_at__isnull=at is not None).update(retired_at=at)
        if changed:
            audit.record(actor, event, form, party=form.regulator_id)
