"""The plan as a paper: what it says and what it must not say."""

from __future__ import annotations

import datetime as dt

from phoihop.papers.rendering import Signature, Table
from phoihop.programme.describe.plan import PlanFacts, PlanLine, plan_paper

SIGNER = Signature(position="GIÁM ĐỐC", name="Trần Thị B")


def facts(*lines: PlanLine, **values: object) -> PlanFacts:
    return PlanFacts(
        **{
            "year": 2027, "programme": "Chương trình phối hợp công tác", "memorandum": "Biên bản ghi nhớ năm 2027",
            "lead_name": "Sở Thông tin và Truyền thông", "lead_superior": "UBND tỉnh", "lead_code": "STTTT",
            "place": "Hải Dương", "lines": lines, "everyone": frozenset({"VNPT", "Viettel"}), **values,
        }
    )  # fmt: skip


def line(**values: object) -> PlanLine:
    return PlanLine(
        **{
            "title": "Giao ban", "starts_on": dt.date(2027, 6, 15), "ends_on": dt.date(2027, 6, 15), "place": "Sở",
            "owner": "Sở TT&TT", "participants": ("VNPT", "Viettel"), **values,
        }
    )  # fmt: skip


def rows(*lines: PlanLine) -> tuple:
    paper = plan_paper(facts(*lines), signer=SIGNER)
    return next(block for block in paper.body if isinstance(block, Table)).rows


def test_heading_of_the_paper():
    paper = plan_paper(facts(line()), signer=SIGNER)

    assert (paper.type, paper.symbol) == ("KH", "KH-STTTT")
    assert paper.abstract == "Thực hiện chương trình phối hợp công tác năm 2027"
    assert paper.bases == ("Căn cứ biên bản ghi nhớ năm 2027",)


def test_each_item_is_a_numbered_row():
    assert rows(line(), line(title="Hội thao"))[1][:2] == ("2", "Hội thao")


def test_all_enterprises_are_said_in_two_words():
    assert rows(line())[0][-1] == "Các doanh nghiệp"
    assert rows(line(participants=("VNPT",)))[0][-1] == "VNPT"


def test_time_of_several_days():
    assert rows(line(ends_on=dt.date(2027, 6, 17)))[0][2] == "15/06 – 17/06/2027"


def test_common_targets_stand_under_the_item():
    assert rows(line(targets=("Quà: 50 suất",)))[0][1] == "Giao ban\n- Quà: 50 suất"


def test_texts_of_the_memorandum_become_sections():
    body = plan_paper(facts(line(), purpose="Tăng cường phối hợp", costs="Mỗi bên tự lo"), signer=SIGNER).body

    assert [block.text for block in body if type(block).__name__ == "Heading"] == [
        "Mục đích, yêu cầu", "Nội dung và thời gian thực hiện", "Kinh phí",
    ]  # fmt: skip
