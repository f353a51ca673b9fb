"""The recent obstacles of the demo, each played with the real steps as far as it has come."""

from __future__ import annotations

import datetime as dt
from typing import Any

from phoihop.base.access import Actor
from phoihop.clauses.briefings.actions.obstacles import closing, discussing, forwarding, handling, together
from phoihop.clauses.briefings.actions.obstacles.raising import SiteNamed, follow, raise_obstacle
from phoihop.clauses.briefings.demo.stage import Stage
from phoihop.clauses.briefings.models import Audience, Obstacle, ObstacleTopic
from phoihop.people.models import Party, User
from phoihop.programme import facts

OPEN, KEPT = Audience.ALL, Audience.DEPARTMENT
GIA_LOC, TU_KY, CHI_LINH = (20.8689, 106.2992), (20.8177, 106.4133), (21.1290, 106.3920)
FORWARDED = (
    "Doanh nghiệp phản ánh giá thuê cột treo cáp trên địa bàn tăng khoảng 30% so với hợp đồng cũ. "
    "Đề nghị đơn vị cho biết căn cứ, lộ trình và khả năng giữ giá đến hết năm."
)


class Play:
    """Who does what, so many days ago."""

    def __init__(self, stage: Stage) -> None:
        self.stage = stage
        self.parties = {party.code: party for party in stage.enterprises}
        self.topics = {topic.name: topic for topic in ObstacleTopic.objects.filter(regulator=stage.regulator)}

    def at(self, days_ago: float) -> dt.datetime:
        """The moment."""
        return self.stage.now - dt.timedelta(days=days_ago)

    def desk(self, days_ago: float) -> Actor:
        """The department's officer."""
        return self.stage.officer(self.at(days_ago))

    def who(self, code: str, days_ago: float) -> Actor:
        """An enterprise's focal point."""
        return self.stage.focal(self.parties[code], self.at(days_ago))

    def raised(self, days_ago: float, code: str, title: str, text: str, audience: str, **more: Any) -> Obstacle:
        """Raised by an enterprise."""
        party: Party = self.parties[code]
        return raise_obstacle(
            actor=self.who(code, days_ago), programme=self.stage.programme, party=party, title=title, text=text,
            audience=audience, **more,
        )  # fmt: skip

    def taken(self, days_ago: float, row: Obstacle, topic: str, urgency: str = "normal") -> Obstacle:
        """Sorted and begun by the officer."""
        actor = self.desk(days_ago)
        owner = User.objects.filter(pk__in=[actor.user_id]).first()
        return handling.triage(actor=actor, obstacle=row, topic=self.topics[topic], urgency=urgency, owner=owner)


def play(stage: Stage) -> None:
    """Obstacles of the last five weeks, in every state."""
    if {"VNPT", "VTL", "MBF", "FPT", "BD"} - {party.code for party in stage.enterprises}:
        return
    one = Play(stage)
    _asked(one)
    _together(one)
    _own_duplicate(one)
    _reopened(one)
    _answered(one)
    _new(one)


def _asked(play: Play) -> None:
    """Open to all, joined by two others, with the power company by a link."""
    row = play.raised(
        18, "VNPT", "Điện lực đề nghị tăng giá thuê cột từ tháng sau",
        "Thông báo tăng giá thuê cột khoảng 30% cho toàn bộ cột trong huyện, chưa có thỏa thuận.", OPEN,
        wish="Đề nghị Sở chủ trì làm việc với Điện lực.", place="Toàn huyện Gia Lộc", latitude=GIA_LOC[0],
        longitude=GIA_LOC[1], urgency="high",
    )  # fmt: skip
    row = play.taken(17, row, "Giá thuê cột, cống bể", "high")
    for code, note in (("VTL", "Có 640 cột cùng tuyến."), ("FPT", "Đang dùng 380 cột.")):
        follow(actor=play.who(code, 16), obstacle=row, party=play.parties[code], note=note)
    discussing.write_note(
        actor=play.who("VTL", 15),
        obstacle=row,
        party=play.parties["VTL"],
        text="Đề nghị các bên đi cùng buổi làm việc.",
    )
    actor = play.desk(12)
    question = forwarding.Question(
        body="Công ty Điện lực", text=FORWARDED, due_on=actor.today + dt.timedelta(days=20),
        email="vanthu@dienluc.example.vn",
    )  # fmt: skip
    forwarding.forward(actor=actor, obstacle=row, question=question)


def _together(play: Play) -> None:
    """Two confidential ones of rivals about the same road, dealt with together; neither knows of the other."""
    first = play.raised(
        14, "VTL", "Nhà thầu nâng cấp đường 391 làm đứt tuyến cáp chính",
        "Tuyến cáp chính đi Tứ Kỳ bị đứt hai lần trong tuần, nhà thầu không báo lịch thi công.", KEPT,
        place="Đường tỉnh 391", latitude=TU_KY[0], longitude=TU_KY[1], urgency="high",
    )  # fmt: skip
    first = play.taken(13, first, "Phối hợp công trình ngầm, giao thông", "high")
    second = play.raised(
        12, "MBF", "Đứt cáp do thi công đường tỉnh 391", "Nhà thầu đào rãnh thoát nước làm đứt cáp đến ba trạm.", KEPT,
        place="Đường tỉnh 391, xã Chí Minh",
    )  # fmt: skip
    together.merge(actor=play.desk(11), obstacle=second, into=first)
    discussing.write_note(
        actor=play.desk(10), obstacle=first, party=play.stage.regulator, circle="internal",
        text="Đã trao đổi điện thoại với ban quản lý dự án; hẹn làm việc trong tuần.",
    )  # fmt: skip


def _own_duplicate(play: Play) -> None:
    """One enterprise raised the same twice."""
    first = play.raised(
        10, "FPT", "Chủ tòa nhà thu thêm phí đặt tủ cáp", "Ban quản lý tòa nhà thu phí đặt tủ cáp gấp ba lần.", KEPT,
        place="Phố Hồng Quang",
    )  # fmt: skip
    second = play.raised(
        9, "FPT", "Phí đặt tủ cáp tại tòa nhà tăng gấp ba", "Trùng nội dung đã nêu, bổ sung thông báo mới.", KEPT,
        place="Phố Hồng Quang",
    )  # fmt: skip
    first = play.taken(8, first, "Chủ nhà tăng giá, đòi lại mặt bằng")
    together.merge(actor=play.desk(8), obstacle=second, into=first)


def _reopened(play: Play) -> None:
    """Answered, and not solved."""
    row = play.raised(
        33, "VTL", "Người dân chặn đường vào trạm tại Hoàng Tân", "Các hộ đòi tiền đi qua ngõ, không bảo trì được.",
        KEPT, place="Phường Hoàng Tân", latitude=CHI_LINH[0], longitude=CHI_LINH[1],
    )  # fmt: skip
    row = play.taken(32, row, "Người dân phản đối lắp đặt trạm")
    row = handling.answer(
        actor=play.desk(24), obstacle=row, answer="UBND phường đã làm việc, các hộ cho qua lại trong giờ hành chính.",
        legal_basis="Luật Viễn thông số 24/2023/QH15",
    )  # fmt: skip
    closing.reopen(actor=play.who("VTL", 19), obstacle=row, reason="Sự cố ban đêm vẫn không vào được.")


def _answered(play: Play) -> None:
    """Answered lately; the enterprise has its word still to say."""
    row = play.raised(
        21, "BD", "Điểm phục vụ xã mất điện kéo dài", "Nhiều ngày mất điện, không giao dịch được.", KEPT,
        place="Xã Thanh Hải",
    )  # fmt: skip
    row = play.taken(20, row, "Điểm phục vụ bưu chính")
    handling.answer(actor=play.desk(4), obstacle=row, answer="Điện lực đã thay máy biến áp; đề nghị Bưu điện xác nhận.")


def _new(play: Play) -> None:
    """Raised in the last days, not yet sorted."""
    known = facts.sites(actor=play.who("VNPT", 2), party_id=play.parties["VNPT"].pk, like="")[:2]
    play.raised(
        2, "VNPT", "Hộ dân cạnh trạm đòi bồi thường vì sét đánh",
        "Sau mưa giông, ba hộ đòi bồi thường thiết bị hỏng và dừng trạm.", KEPT, place="Xã Yết Kiêu", urgency="high",
        sites=[SiteNamed(site.name, site.source_label, site.source_id) for site in known],
    )  # fmt: skip
    play.raised(
        1, "MBF", "Chưa có vị trí đặt trạm trong khu công nghiệp mới",
        "Chủ đầu tư chưa dành đất cho hạ tầng viễn thông thụ động.", OPEN,
        wish="Đề nghị đưa hạ tầng viễn thông vào quy hoạch chi tiết.",
        place="Khu công nghiệp Gia Lộc", latitude=20.8841, longitude=106.3275,
    )  # fmt: skip
