"""Forms of the department: one in force, with a draft of its next version; breakdowns used and not used."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from phoihop.clauses.briefings.actions.forms import content, dimensions, heads, versions
from phoihop.clauses.briefings.models import FormVersion
from tests.access.markers import secret

if TYPE_CHECKING:
    from tests.access.world import World

INDICATOR = {
    "name": "Trạm BTS", "definition": "", "unit": "trạm", "nature": "stock", "estimate_allowed": True, "decimals": 0,
    "required": True, "negative_allowed": False, "statutory_note": "", "fact": "",
}  # fmt: skip
RULE = {
    "kind": "compare", "operator": "<=", "least_percent": None, "most_percent": None, "missing": "skip_any",
    "severity": "error", "message": "Trạm mới không thể nhiều hơn trạm.",
}  # fmt: skip
VALUE = {"parent": None, "valid_from": None, "valid_until": None}


def forms(world: World) -> None:
    """VNPT fills the form in; that others do is known to the department alone, and so is the draft."""
    officer, vnpt = world.people["regulator"], world.people["vnpt"]
    by = {"actor": officer, "regulator": officer.party}
    draft = heads.create_form(**by, parties=[vnpt.party], code="GB-01", title="Biểu giao ban", note="", voluntary=True)
    used = dimensions.save_dimension(**by, code="technology", name="Công nghệ", complete=True)
    spare = dimensions.save_dimension(**by, code="spare", name="Chưa dùng", complete=True)
    dimensions.save_code(actor=officer, dimension=used, code="4g", name="4G", **VALUE)
    value = dimensions.save_code(actor=officer, dimension=spare, code="x", name="X", **VALUE)
    section = content.save_section(actor=officer, version=draft, title="Hạ tầng", guidance="")
    for code, by_which in (("tram", [used]), ("tram_moi", [])):
        content.save_indicator(actor=officer, section=section, dimensions=by_which, code=code, **INDICATOR)
    content.save_rule(actor=officer, version=draft, left="tram_moi", right="tram", **RULE)
    versions.edit_version(
        actor=officer, version=draft, effective_from=dt.date(2025, 1, 1), effective_until=None, period_type="half",
        due_days=10, lock_days=25, source="",
    )  # fmt: skip
    versions.publish_version(actor=officer, version=FormVersion.objects.get(pk=draft.pk))
    in_force = FormVersion.objects.select_related("form").get(pk=draft.pk)
    second = versions.copy_version(actor=officer, version=in_force)
    part = second.sections.get()
    indicator = part.indicators.get(code="tram")
    row = content.save_indicator(
        actor=officer, section=part, dimensions=[], code="bi_mat", **(INDICATOR | {"name": secret("chi-tieu-du-thao")})
    )
    rule = second.rules.get()
    named = {
        "report_form": draft.form, "form_in_force": in_force, "form_draft": second, "form_section": part,
        "form_indicator": indicator, "form_rule": rule, "dimension": used, "spare_dimension": spare,
        "dimension_value": value,
    }  # fmt: skip
    world.args |= {name: (one.pk,) for name, one in named.items()}
    world.args |= {
        "form_pair": (second.pk, in_force.pk), "form_part": ("indicator", row.pk),
        "form_part_up": ("rule", rule.pk, "up"), "form_part_order": ("section", second.pk),
    }  # fmt: skip
