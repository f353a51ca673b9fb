import datetime as dt

import pytest

from phoihop.programme.models import SECTIONS, Cadence
from phoihop.programme.skeleton import skeleton


@pytest.fixture
def base():
    return skeleton(
        lead="Sở TT&TT", superior="UBND tỉnh", place="tỉnh Hải Dương", starts_on=dt.date(2026, 7, 1),
        ends_on=dt.date(2027, 6, 30), kinds=["plain", "charity"],
    )  # fmt: skip


def test_every_section_is_written_and_no_name_is_left_open(base):
    texts = [base.title, *base.sections.values(), *(c.text + c.lead_duty + c.party_duty for c in base.clauses)]

    assert set(base.sections) == set(SECTIONS)
    assert not any("{" in text for text in texts)
    assert "01/07/2026" in base.sections["effect"]


def test_the_founding_text_stands_in_six_clauses(base):
    cadences = [clause.cadence for clause in base.clauses]

    assert cadences == [
        Cadence.QUARTERLY, Cadence.HALF_YEARLY, Cadence.NAMED_DAYS, Cadence.YEARLY, Cadence.AD_HOC, Cadence.QUARTERLY,
    ]  # fmt: skip
    assert base.clauses[2].days == ("bao-chi", "buu-dien")


def test_a_clause_whose_kind_is_not_installed_is_a_plain_one(base):
    assert [clause.kind for clause in base.clauses] == ["plain", "plain", "plain", "charity", "plain", "plain"]
