"""Needs from a file: a look at what would be filed, then all of it or nothing."""

from __future__ import annotations

import base64
from typing import Any
from uuid import UUID

from django.http import HttpResponse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from phoihop.base.access import ActorRequest, open_to
from phoihop.base.errors import Refused
from phoihop.base.sheets import SheetRefused
from phoihop.base.ui import page, saved
from phoihop.clauses.towers.actions.joint import needs as actions
from phoihop.clauses.towers.forms.joint import NeedFileForm, NeedRowsForm
from phoihop.clauses.towers.forms.joint_import import NeedTable, read_needs
from phoihop.clauses.towers.joint.checking import check_facts
from phoihop.clauses.towers.views.joint.needs import FILES, ROUND, filing_party

TEMPLATE = "towers/joint/import.html"
SHOWN = 50


@open_to(FILES)
def need_import(request: ActorRequest, pk: UUID) -> HttpResponse:
    """Choose a file, and see what is in it."""
    round_, _party = filing_party(request, pk)
    form = NeedFileForm(request.POST or None, request.FILES or None)
    context: dict[str, Any] = {"round": round_, "programme": round_.programme}
    if request.method == "POST" and form.is_valid():
        content = form.cleaned_data["file"]
        try:
            table = _checked(content, round_.year, form.cleaned_data["epsg"])
        except SheetRefused as refusal:
            form.add_error("file", refusal.text(get_language() or "vi"))
        else:
            return page(
                request, TEMPLATE, needs=table.needs[:SHOWN], count=len(table.needs), problems=table.problems[:SHOWN],
                encoded=base64.b64encode(content).decode(), epsg=form.cleaned_data["epsg"], **context,
            )  # fmt: skip
    return page(request, TEMPLATE, form=form, **context)


@open_to(FILES)
@require_POST
def need_import_commit(request: ActorRequest, pk: UUID) -> HttpResponse:
    """File what was seen, if every row of it is right."""
    round_, party = filing_party(request, pk)
    form = NeedRowsForm(request.POST)
    context: dict[str, Any] = {"round": round_, "programme": round_.programme}
    if not form.is_valid():
        return page(request, TEMPLATE, status=422, form=NeedFileForm(), **context)
    try:
        table = _checked(form.cleaned_data["content"], round_.year, form.cleaned_data["epsg"])
        if table.problems:
            return page(request, TEMPLATE, status=422, problems=table.problems, form=NeedFileForm(), **context)
        listed = [facts for _line, facts in table.needs]
        count = actions.file_needs(actor=request.actor, round_=round_, party=party, listed=listed)
    except (SheetRefused, Refused) as refusal:
        said = refusal.text(get_language() or "vi") if isinstance(refusal, SheetRefused) else str(refusal)
        return page(request, TEMPLATE, status=422, problems=[said], form=NeedFileForm(), **context)
    message = ngettext("Đã nộp %(n)s nhu cầu.", "Đã nộp %(n)s nhu cầu.", count) % {"n": count}
    return saved(request, ROUND, pk, message=message)


def _checked(content: bytes, year: int, epsg: str) -> NeedTable:
    """The needs, and every problem with the number of its line."""
    table = read_needs(content, year, get_language() or "vi", epsg)
    for line, facts in table.needs:
        try:
            check_facts(facts)
        except Refused as refusal:
            table.problems.append(_("Dòng %(n)s: %(problem)s") % {"n": line, "problem": refusal})
    return table
