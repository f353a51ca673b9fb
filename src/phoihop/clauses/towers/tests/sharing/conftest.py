"""A mast of VNPT that Viettel asks to share, as far on the way as a test needs it."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal

import pytest

from phoihop.clauses.towers.actions.sharing import answer, ask, offers
from phoihop.clauses.towers.actions.sharing.ask import Place, Wish
from phoihop.clauses.towers.actions.sharing.offers import Terms
from phoihop.clauses.towers.models import Mast, MastClass, ShareCode, SharingRequest, Site, SlotBand, Tenancy
from phoihop.testing.cast import DAY, CastMember

WISH = Wish("Phủ sóng khu công nghiệp", "4G", Decimal(24), Decimal("1.5"), dt.date(2026, 9, 1))
PLACE = Place(20.941, 106.331, 500, "Kế hoạch riêng của Viettel")


def terms(**values: object) -> Terms:
    """What VNPT offers."""
    usual = {
        "rent_vnd": 5_500_000, "term_months": 60, "starts_on": dt.date(2026, 8, 1), "antenna_height_m": Decimal(24),
        "valid_until": dt.date(2026, 6, 30), "wind_area_m2": Decimal("1.5"), "conditions": "Bảo trì vào ban ngày",
    }  # fmt: skip
    return Terms(**(usual | values))


def fresh(row: SharingRequest) -> SharingRequest:
    """The row as the database has it."""
    return SharingRequest.objects.get(pk=row.pk)


@pytest.fixture
def mast(vnpt, regulator) -> Mast:
    """A mast of 42 m with two places between 20 and 30 m, VNPT itself at the top."""
    site = Site.objects.create(
        owner=vnpt.party, regulator=regulator.party, code="VNPT-BIMAT-01", name="Trạm Thanh Bình", latitude=20.9401,
        longitude=106.3301, address="12 phố Bí Mật",
    )  # fmt: skip
    mast_class = MastClass.objects.create(code="A2b", label="Cồng kềnh trên mặt đất", bulky=True)
    row = Mast.objects.create(
        site=site, mast_class=mast_class, height_m=42, offered_for_sharing=True, wind_area_limit_m2=10
    )
    SlotBand.objects.create(mast=row, from_m=20, to_m=30, slots=2)
    SlotBand.objects.create(mast=row, from_m=36, to_m=42, slots=1)
    Tenancy.objects.create(mast=row, operator=vnpt.party, antenna_height_m=40, wind_area_m2=3)
    return row


@pytest.fixture
def code(mast) -> ShareCode:
    """A code of VNPT for it."""
    return ShareCode.objects.create(mast=mast, expires_on=dt.date(2026, 12, 31))


@pytest.fixture
def asked(viettel, code) -> SharingRequest:
    """Viettel has asked."""
    return ask.ask_by_code(actor=viettel, asker=viettel.party, code=code.shown, wish=WISH)


@pytest.fixture
def acknowledged(vnpt, asked) -> SharingRequest:
    """VNPT has taken it on."""
    return answer.acknowledge(actor=vnpt, request=asked)


@pytest.fixture
def offered(vnpt, acknowledged) -> SharingRequest:
    """VNPT has offered."""
    offers.make_offer(actor=vnpt, request=acknowledged, party=vnpt.party, terms=terms())
    return fresh(acknowledged)


@pytest.fixture
def agreed(viettel, offered) -> SharingRequest:
    """Viettel has accepted."""
    return offers.accept_offer(actor=viettel, offer=offered.offers.get(), party=viettel.party)


@pytest.fixture
def signers(vnpt, viettel) -> None:
    """Who signs for the two."""
    for member, name in (
        (vnpt, "Nguyễn Hữu Thắng"),
        (viettel, "Hoàng Văn Sơn"),
    ):
        member.party.signers.create(name=name, position="Giám đốc", valid_from=dt.date(2020, 1, 1))


@pytest.fixture
def place_asked(viettel) -> SharingRequest:
    """Viettel needs a mast somewhere."""
    return ask.ask_for_place(actor=viettel, asker=viettel.party, wish=WISH, place=PLACE)


def days_on(member: CastMember, days: int) -> CastMember:
    """The same person some days later."""
    return member.on(DAY + dt.timedelta(days=days))
