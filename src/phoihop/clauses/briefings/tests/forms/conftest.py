"""A department's form with one section, two indicators and a rule; and the starting set."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from phoihop.clauses.briefings.actions.forms.content import save_indicator, save_rule, save_section
from phoihop.clauses.briefings.actions.forms.dimensions import save_code, save_dimension
from phoihop.clauses.briefings.actions.forms.heads import create_form
from phoihop.clauses.briefings.tests.forms.values import indicator, rule, value


@pytest.fixture
def small(regulator, vnpt):
    """A draft that can be published: ``tram`` by technology, ``tram_moi``, and what must hold between them."""
    draft = create_form(
        actor=regulator, regulator=regulator.party, parties=[vnpt.party], code="VT", title="Viễn thông", note="",
        voluntary=True,
    )  # fmt: skip
    technology = save_dimension(
        actor=regulator, regulator=regulator.party, code="technology", name="Công nghệ", complete=True
    )
    for code in ("4g", "5g"):
        save_code(actor=regulator, dimension=technology, **value(code))
    section = save_section(actor=regulator, version=draft, title="Hạ tầng", guidance="")
    whole = save_indicator(actor=regulator, section=section, dimensions=[technology], **indicator("tram"))
    new = save_indicator(actor=regulator, section=section, dimensions=[], **indicator("tram_moi"))
    held = save_rule(actor=regulator, version=draft, **rule())
    return SimpleNamespace(
        draft=draft, form=draft.form, section=section, whole=whole, new=new, rule=held, technology=technology
    )
