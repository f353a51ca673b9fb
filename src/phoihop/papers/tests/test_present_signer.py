import datetime as dt

import pytest

from phoihop.papers.models import RegisteredSigner
from phoihop.papers.present_signer import signature_of
from phoihop.papers.rendering import Signature
from phoihop.testing.cast import DAY


@pytest.mark.parametrize(
    ("prefix", "position", "behalf"),
    [
        ("", "Giám đốc", ""), ("Q", "Giám đốc", ""), ("TM", "Giám đốc", "VNPT Hải Dương"),
        ("KT", "Phó Giám đốc", "GIÁM ĐỐC"), ("TL", "Chánh Văn phòng", "GIÁM ĐỐC"),
    ],
)  # fmt: skip
def test_the_authority_says_for_whom(vnpt, prefix, position, behalf):
    RegisteredSigner.objects.create(
        party=vnpt.party, name="Lê Thị Cúc", position=position, prefix=prefix, valid_from=dt.date(2026, 1, 1)
    )

    assert signature_of(vnpt.party, on=DAY) == Signature(position.upper(), "Lê Thị Cúc", prefix, behalf)


def test_without_a_signer_the_head_signs(vnpt):
    assert signature_of(vnpt.party, on=DAY) == Signature("GIÁM ĐỐC", "")


def test_whoever_signs_on_the_day_signs(vnpt):
    for name, since, until in [
        ("Trước", dt.date(2025, 1, 1), dt.date(2026, 5, 31)),
        ("Nay", dt.date(2026, 6, 1), dt.date(2026, 6, 30)),
        ("Sau", dt.date(2026, 7, 1), None),
    ]:
        RegisteredSigner.objects.create(
            party=vnpt.party, name=name, position="Giám đốc", valid_from=since, valid_to=until
        )

    assert signature_of(vnpt.party, on=dt.date(2026, 6, 15)).name == "Nay"
