"""Signatures, recipients, appendices, page numbers, the code to check the paper."""

from __future__ import annotations

import pytest

from phoihop.papers.rendering import Appendix, Paragraph, Signature
from phoihop.papers.signatures import find_box
from phoihop.papers.tests.rendering.measure import Drawn, span
from phoihop.papers.tests.rendering.samples import DEPUTY, LONG, invitation, memorandum, minutes, report


def test_signatures_stand_right_in_bold_over_a_name_without_capitals():
    drawn = Drawn(invitation())

    for text, least in (("KT. GIÁM ĐỐC", 13), ("PHÓ GIÁM ĐỐC", 13), ("Nguyễn Thị Thu Hà", 13)):
        words = drawn.line(text)
        assert span(words)[0] > 105
        assert all(word.bold and least <= round(word.size, 1) <= 14 for word in words)


@pytest.mark.parametrize(
    ("prefix", "lines"),
    [
        ("TM", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        ("TL", "TL. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        ("TUQ", "TUQ. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"),
        ("Q", "Q. CHỦ TỊCH"),
    ],
)
def test_prefixes_say_for_whom_one_signs(prefix, lines):
    signature = Signature("Chủ tịch", "Lê An", prefix=prefix, on_behalf_of="Ủy ban nhân dân")

    text = Drawn(report(signatures=(signature,), recipients=())).texts[0]

    assert lines in text


def test_recipients_are_small_and_end_with_the_archive():
    drawn = Drawn(report(archive="VT, BCVT"))
    title, last = drawn.line("Nơi nhận:"), drawn.line("- Lưu: VT, BCVT.")

    assert all(word.bold and word.italic and round(word.size, 1) == 12 for word in title)
    assert all(not word.bold and round(word.size, 1) == 11 for word in last)
    assert title[0].top == pytest.approx(drawn.line("GIÁM ĐỐC")[0].top, abs=0.7)
    assert last[0].top > drawn.line("- Các doanh nghiệp;")[0].top


def test_in_minutes_the_secretary_signs_left_and_the_chair_right():
    drawn = Drawn(minutes())
    secretary, chair = drawn.line("Phạm Thị Lan"), drawn.line("Trần Văn Minh")

    assert span(secretary)[1] < 105 < span(chair)[0]
    assert secretary[0].top == pytest.approx(chair[0].top, abs=0.1)


def test_a_paper_may_go_without_signatures():
    drawn = Drawn(report(signatures=()))

    assert "GIÁM ĐỐC" not in drawn.texts[0].split("Nơi nhận:")[1]
    assert "- Lưu: VT." in drawn.texts[0]


def test_twelve_parties_sign_in_pairs_that_no_page_tears_apart():
    drawn = Drawn(memorandum(12, body=(Paragraph(LONG),) * 9))

    assert len(drawn.texts) >= 2
    for number in range(1, 13, 2):
        names = [f"Người ký số {n:02d}" for n in (number, number + 1)]
        pages = [page for page, text in enumerate(drawn.texts, start=1) if names[0] in text]
        left, right = (drawn.line(name, pages[0]) for name in names)
        assert len(pages) == 1
        assert f"{number:02d}" in drawn.texts[pages[0] - 1].split("NGƯỜI")[0]
        assert drawn.texts[pages[0] - 1].count("GIÁM ĐỐC") == drawn.texts[pages[0] - 1].count("Người ký số")
        assert span(left)[1] < span(right)[0]
        assert left[0].top == pytest.approx(right[0].top, abs=0.1)


def test_with_an_odd_number_of_parties_the_first_stands_alone_above():
    drawn = Drawn(memorandum(3))
    first, second, third = (drawn.line(f"Người ký số {n:02d}") for n in (1, 2, 3))

    assert sum(span(first)) / 2 == pytest.approx(30 + 165 / 2, abs=0.5)
    assert first[0].top < second[0].top == pytest.approx(third[0].top, abs=0.1)


@pytest.mark.parametrize("paragraphs", range(14, 20))
def test_signatures_never_stand_alone_on_a_page(paragraphs):
    drawn = Drawn(report(bases=(), body=tuple(Paragraph(f"Đoạn {n}.") for n in range(1, paragraphs + 8))))

    assert "Đoạn" in drawn.texts[-1]


def test_there_is_room_to_sign_above_every_name():
    pdf = Drawn(memorandum(4)).pdf

    boxes = [find_box(pdf, f"Người ký số {n:02d}") for n in range(1, 5)]

    assert all(box.top - box.bottom > 50 for box in boxes)
    assert len({(box.left, box.bottom) for box in boxes}) == 4


def test_pages_are_numbered_in_the_top_margin_from_the_second_on():
    drawn = Drawn(report(body=(Paragraph(LONG),) * 30))
    number = next(word for word in drawn.words if word.page == 2)

    assert number.text == "2"
    assert 13 <= round(number.size, 1) <= 14
    assert number.middle == pytest.approx(30 + 165 / 2, abs=0.2)
    assert 5 < number.top < 20
    assert min(word.top for word in drawn.words if word.page == 1) >= 20


def test_appendices_have_roman_numbers_and_page_numbers_of_their_own():
    body = (Paragraph(LONG),) * 20
    appendices = (Appendix("Danh sách", body), Appendix("Biểu", (Paragraph("a"),), landscape=True))

    drawn = Drawn(report(appendices=appendices))

    assert [text.split("\n")[0] for text in drawn.texts[1:]] == ["Phụ lục I", "2", "Phụ lục II"]
    assert "DANH SÁCH\n(Kèm theo Báo cáo số 05/BC-STTTT ngày 08 tháng 4 năm 2010 của Sở" in drawn.texts[1]
    assert all(word.bold and round(word.size, 1) == 14 for word in drawn.line("Phụ lục I", 2))
    assert [round(width) for width, _ in drawn.sizes] == [210, 210, 210, 297]


def test_a_single_appendix_has_no_number():
    drawn = Drawn(report(appendices=(Appendix("Danh sách", (Paragraph("a"),)),)))

    assert drawn.texts[1].startswith("Phụ lục\nDANH SÁCH\n")


def test_the_address_stands_at_the_foot_of_the_first_page_alone():
    drawn = Drawn(report(contact="Địa chỉ: số 1 đường A", body=(Paragraph(LONG),) * 20))

    assert drawn.texts[0].endswith("Địa chỉ: số 1 đường A")
    assert "Địa chỉ" not in drawn.texts[1]
    assert 277 < drawn.line("Địa chỉ:")[0].top < 290


def test_the_paper_says_where_it_can_be_checked():
    drawn = Drawn(report(verify_url="https://phoihop.example/p/1", signatures=(DEPUTY,)))

    assert "Kiểm tra văn bản tại\nhttps://phoihop.example/p/1" in drawn.texts[0]
