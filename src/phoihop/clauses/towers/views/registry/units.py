"""Administrative units, brought in by the keeper of the platform."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.translation import gettext as _

from phoihop.base.access import KEEPER, ActorRequest, open_to
from phoihop.base.errors import Refused
from phoihop.base.ui import page, rows, saved
from phoihop.clauses.towers.actions.registry.units import bring_units
from phoihop.clauses.towers.forms.registry.units import UnitsForm
from phoihop.clauses.towers.queries.registry.codes import all_units


@open_to(KEEPER)
def unit_list(request: ActorRequest) -> HttpResponse:
    """What is known, and a form to bring in a file."""
    form = UnitsForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        values = form.cleaned_data
        try:
            added, moved = bring_units(
                actor=request.actor, upload=values["file"], valid_from=values["valid_from"], source=values["source"]
            )
        except Refused as refusal:
            form.add_error(refusal.field, str(refusal))
        else:
            said = _("Đã thêm %(added)s đơn vị hành chính; %(moved)s vị trí cột được xếp lại.")
            return saved(request, "towers:unit_list", message=said % {"added": added, "moved": moved})
    return page(request, "towers/registry/units.html", form=form, units=rows(request, all_units(actor=request.actor)))
