"""Requests in the demo: at least one in every state, with offers, surveys, pauses, mediation and real signatures."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from decimal import Decimal

from phoihop.base.access import Actor
from phoihop.clauses.towers.actions.sharing import (
    agreement,
    answer,
    ask,
    codes,
    mediation,
    offers,
    pauses,
    survey,
    talks,
    use,
)
from phoihop.clauses.towers.actions.sharing.ask import Place, Wish
from phoihop.clauses.towers.actions.sharing.offers import Terms
from phoihop.clauses.towers.demo.stage import Stage
from phoihop.clauses.towers.models import Mast, MastState, OfferStatus, SharingRequest, SlotBand, Tenancy
from phoihop.clauses.towers.sharing.clockwork import run
from phoihop.people.models import Party

PURPOSES = (
    "Nâng chất lượng phủ sóng khu công nghiệp.", "Bổ sung dung lượng khu dân cư mới.",
    "Thay vị trí phải trả mặt bằng.", "Phủ sóng 5G trung tâm huyện.",
)  # fmt: skip


class Play:
    """One request after another, each played as far as its title says."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.today = stage.officer(stage.now).today
        self.number = 0
        self.used: set[object] = set()
        bands: dict[object, list[SlotBand]] = {}
        for band in SlotBand.objects.filter(slots__gt=0):
            bands.setdefault(band.mast_id, []).append(band)
        self.bands = bands
        self.tenants: dict[object, dict[object, Decimal | None]] = {}
        current = Tenancy.objects.current().values_list("mast_id", "operator_id", "antenna_height_m")
        for mast_id, operator_id, height in current:
            self.tenants.setdefault(mast_id, {})[operator_id] = height

    def who(self, party: Party, days_ago: float) -> Actor:
        """The party's focal point so many days ago."""
        return self.stage.focal(party, self.stage.now - dt.timedelta(days=days_ago))

    def desk(self, days_ago: float) -> Actor:
        """The department's officer so many days ago."""
        return self.stage.officer(self.stage.now - dt.timedelta(days=days_ago))

    def pair(self) -> tuple[Party, Party, Mast, Decimal]:
        """An asker, an owner, a mast with room for it, and the height of the room."""
        operators = self.stage.operators
        owner = operators[self.number % len(operators)]
        asker = operators[(self.number + 1 + self.number // len(operators) % (len(operators) - 1)) % len(operators)]
        self.number += 1
        mast, height = next(self._rooms(owner, asker))
        self.used.add(mast.pk)
        return asker, owner, mast, height

    def _rooms(self, owner: Party, asker: Party) -> Iterator[tuple[Mast, Decimal]]:
        """Masts of the owner on offer with an empty band, on which the asker does not stand."""
        for mast in self.stage.masts:
            there = self.tenants.get(mast.pk, {})
            fits = mast.site.owner_id == owner.pk and mast.offered_for_sharing and mast.state == MastState.IN_USE
            if fits and mast.pk not in self.used and asker.pk not in there:
                for band in self.bands.get(mast.pk, []):
                    if not any(one is None or band.from_m <= one <= band.to_m for one in there.values()):
                        yield mast, band.from_m + 1

    def asked(self, days_ago: float) -> SharingRequest:
        """Asked by a code that the owner gave."""
        asker, owner, mast, height = self.pair()
        maker = self.who(owner, days_ago + 1)
        until = maker.today + dt.timedelta(days=60)
        code = codes.make_code(actor=maker, mast=mast, note=asker.short_name, expires_on=until)
        wish = Wish(PURPOSES[self.number % 4], "4G, 5G", height, Decimal("0.60"), self.today + dt.timedelta(days=90))
        return ask.ask_by_code(actor=self.who(asker, days_ago), asker=asker, code=code.code, wish=wish)

    def acknowledged(self, days_ago: float) -> SharingRequest:
        """Taken on two days later."""
        row = self.asked(days_ago)
        return answer.acknowledge(actor=self.owner(row, days_ago - 2), request=row, note="Đã giao phòng Kỹ thuật.")

    def surveyed(self, days_ago: float) -> SharingRequest:
        """Looked at together."""
        row = self.acknowledged(days_ago)
        owner = self.owner(row, days_ago - 3)
        starts = owner.at + dt.timedelta(days=2)
        found = survey.propose_survey(
            actor=owner, request=row, party=_party(row.owner), starts_at=starts, ends_at=starts + dt.timedelta(hours=2),
            place="Chân cột, cổng chính", people="Phòng Kỹ thuật hai bên",
        )  # fmt: skip
        survey.confirm_survey(actor=self.asker(row, days_ago - 4), survey=found, party=row.asker)
        survey.record_survey(
            actor=self.owner(row, days_ago - 6), survey=found, party=_party(row.owner),
            result="Cột còn chỗ lắp; cần gia cố chân gá, kéo thêm cáp nguồn 35 m.",
        )  # fmt: skip
        return row

    def offered(self, days_ago: float, *, valid_days: int = 20) -> SharingRequest:
        """Offered after the survey."""
        row = self.surveyed(days_ago)
        self.offer(row, _party(row.owner), days_ago - 8, 4_800_000, valid_days)
        return row

    def offer(self, row: SharingRequest, side: Party, days_ago: float, rent: int, valid_days: int = 20) -> None:
        """One more version of the terms."""
        actor = self.who(side, days_ago)
        terms = Terms(
            rent_vnd=rent, one_off_vnd=12_000_000, term_months=60, starts_on=actor.today + dt.timedelta(days=30),
            antenna_height_m=row.antenna_height_m, wind_area_m2=row.wind_area_m2,
            valid_until=actor.today + dt.timedelta(days=valid_days),
            conditions="Bên thuê tự chịu tiền điện theo công tơ riêng.\nBảo trì báo trước 24 giờ.",
        )  # fmt: skip
        offers.make_offer(actor=actor, request=row, party=side, terms=terms)

    def agreed(self, days_ago: float) -> SharingRequest:
        """Accepted by the asker."""
        row = self.offered(days_ago)
        offer = row.offers.get(status=OfferStatus.OPEN)
        return offers.accept_offer(actor=self.asker(row, days_ago - 12), offer=offer, party=row.asker)

    def out_for_signature(self, days_ago: float) -> SharingRequest:
        """Drawn, and signed by the owner alone where the demo can sign."""
        row = self.agreed(days_ago)
        actor = self.owner(row, days_ago - 14)
        round_ = agreement.draw_agreement(actor=actor, request=row)
        if self.stage.sign is not None:
            self.stage.sign(round_, _party(row.owner), actor.at)
        row.refresh_from_db()
        return row

    def signed(self, days_ago: float) -> SharingRequest:
        """Signed by both."""
        row = self.out_for_signature(days_ago)
        if self.stage.sign is not None and row.paper is not None:
            self.stage.sign(row.paper.round, row.asker, self.stage.now - dt.timedelta(days=days_ago - 16))
            row.refresh_from_db()
        return row

    def in_use(self, days_ago: float) -> SharingRequest:
        """Put to use a month later."""
        row = self.signed(days_ago)
        if row.signed_on is not None:
            actor = self.asker(row, days_ago - 45)
            use.record_in_use(actor=actor, request=row, on=actor.today)
            row.refresh_from_db()
        return row

    def asker(self, row: SharingRequest, days_ago: float) -> Actor:
        """Who acts for the asker."""
        return self.who(row.asker, days_ago)

    def owner(self, row: SharingRequest, days_ago: float) -> Actor:
        """Who acts for the owner."""
        return self.who(_party(row.owner), days_ago)


def _party(party: Party | None) -> Party:
    if party is None:
        raise ValueError("the request has no owner yet")
    return party


def build_requests(stage: Stage) -> None:
    """Requests in every state; the clock at the end makes late what is late."""
    play = Play(stage)
    _under_way(play)
    _talked_about(play)
    _after_agreement(play)
    _closed(play)
    run(at=stage.now)


def _under_way(play: Play) -> None:
    asker, _owner, mast, height = play.pair()
    wish = Wish("Phủ sóng khu vực chợ và trường học.", "4G", height, Decimal("0.80"))
    place = Place(mast.site.latitude + 0.002, mast.site.longitude - 0.001, 600, "Đã khảo sát, không thuê được mái nhà.")
    ask.ask_for_place(actor=play.who(asker, 2), asker=asker, wish=wish, place=place)
    routed = ask.ask_for_place(actor=play.who(asker, 9), asker=asker, wish=wish, place=place)
    answer.route(actor=play.desk(7), request=routed, mast=mast, note="Cột gần nhất còn chỗ.")
    play.asked(1)
    play.asked(24)  # nobody answered: late
    play.acknowledged(6)
    paused = play.acknowledged(12)
    pauses.pause(
        actor=play.owner(paused, 5), request=paused, party=_party(paused.owner), reason="cho-phep",
        text="Chờ ý kiến của Ban quản lý khu công nghiệp về đường vào cột.",
    )  # fmt: skip
    waiting = play.acknowledged(7)
    starts = play.stage.now + dt.timedelta(days=3)
    survey.propose_survey(
        actor=play.owner(waiting, 1), request=waiting, party=_party(waiting.owner), starts_at=starts,
        ends_at=starts + dt.timedelta(hours=2), place="Cổng trạm, gặp bảo vệ", people="Tổ vận hành",
    )  # fmt: skip
    play.surveyed(10)


def _talked_about(play: Play) -> None:
    row = play.offered(14)
    talks.send_message(
        actor=play.asker(row, 4),
        request=row,
        party=row.asker,
        text="Đề nghị cho xem bản tính kết cấu trước khi trả lời.",
    )
    countered = play.offered(16)
    play.offer(countered, countered.asker, 5, 3_900_000)
    disputed = play.offered(20)
    offer = disputed.offers.get(status=OfferStatus.OPEN)
    offers.decline_offer(
        actor=play.asker(disputed, 8), offer=offer, party=disputed.asker, answer="Giá cao hơn mặt bằng đã thuê."
    )
    mediation.ask_mediation(
        actor=play.asker(disputed, 6), request=disputed, party=disputed.asker,
        text="Hai bên lệch giá 30 %, đề nghị Sở chủ trì trao đổi.",
    )  # fmt: skip
    found = mediation.open_mediation(actor=play.desk(4), request=disputed)
    for side, text in (
        (None, "Họp ba bên ngày thứ Năm tại Sở."),
        (disputed.asker, "Đề nghị nêu mức giá chấp nhận được."),
    ):
        mediation.note_mediation(actor=play.desk(3), mediation=found, party=play.stage.regulator, text=text, side=side)


def _after_agreement(play: Play) -> None:
    play.agreed(16)
    play.out_for_signature(20)
    play.signed(60)
    play.in_use(150)
    ended = play.in_use(330)
    if ended.in_use_on is not None:
        actor = play.owner(ended, 20)
        use.end_sharing(
            actor=actor, request=ended, party=_party(ended.owner), on=actor.today, text="Chuyển thiết bị sang cột mới."
        )


def _closed(play: Play) -> None:
    refused = play.acknowledged(40)
    answer.refuse(
        actor=play.owner(refused, 30), request=refused, reason="chiu-luc",
        text="Kết quả tính lại cho thấy chân cột chỉ chịu thêm 0,3 m²; có thể xét lại sau khi gia cố vào quý sau.",
    )  # fmt: skip
    withdrawn = play.asked(35)
    answer.withdraw(actor=play.asker(withdrawn, 33), request=withdrawn, text="Đã thuê được vị trí khác.")
    play.offered(60, valid_days=20)  # nobody answered the offer: it ends with it
