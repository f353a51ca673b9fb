"""More forms of reports, and more of everything that one of them asks."""

from __future__ import annotations

import datetime as dt
import itertools

from phoihop.clauses.briefings.models import (
    Dimension,
    DimensionCode,
    FormRule,
    FormSection,
    FormVersion,
    Indicator,
    ReportForm,
)
from phoihop.testing.cast import NOON
from phoihop.testing.factories import PartyFactory

_numbers = itertools.count(100)


def forms(world, more: int) -> None:
    """So many more of each."""
    officer = world.people["regulator"].party
    versions = [FormVersion.objects.get(pk=world.args[name][0]) for name in ("form_in_force", "form_draft")]
    for number in itertools.islice(_numbers, more):
        form = ReportForm.objects.create(regulator=officer, code=f"GB-{number}", title="Biểu")
        form.parties.add(PartyFactory(registered_by=officer))
        versions[0].form.parties.add(PartyFactory(registered_by=officer))
        for owner, place in ((form, 1), (versions[0].form, number)):
            FormVersion.objects.create(
                form=owner, number=place, status="withdrawn", effective_from=dt.date(2020, 1, 1), published_at=NOON
            )
        spare = DimensionCode.objects.get(pk=world.args["dimension_value"][0])
        DimensionCode.objects.create(dimension_id=spare.dimension_id, code=f"v{number}", name="Dưới X", parent=spare)
        dimension = Dimension.objects.create(regulator=officer, code=f"d{number}", name="Phân tổ")
        DimensionCode.objects.create(dimension=dimension, code="a", name="A")
        DimensionCode.objects.create(dimension_id=world.args["dimension"][0], code=f"c{number}", name="Thêm")
        for version in versions:
            _asked(version, dimension, number)


def _asked(version: FormVersion, dimension: Dimension, number: int) -> None:
    section = FormSection.objects.create(version=version, title="Mục", position=number)
    row = Indicator.objects.create(section=section, code=f"i{number}", name="Chỉ tiêu", unit="trạm")
    row.dimensions.add(dimension)
    FormRule.objects.create(
        version=version, kind="compare", left=row.code, operator="<=", right="9", message="Xem lại."
    )
