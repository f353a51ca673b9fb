"""The head of a paper: sizes, styles, places and rules of decree 30/2020."""

from __future__ import annotations

import pytest

from phoihop.papers.tests.rendering.measure import Drawn, span
from phoihop.papers.tests.rendering.samples import decision, letter, memorandum, minutes, report

SIZES = [
    ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 12, 13, True, False),
    ("Độc lập - Tự do - Hạnh phúc", 13, 14, True, False),
    ("UBND TỈNH HẢI DƯƠNG", 12, 13, False, False),
    ("SỞ THÔNG TIN VÀ TRUYỀN THÔNG", 12, 13, True, False),
    ("Số: 05/BC-STTTT", 13, 13, False, False),
    ("Hải Dương, ngày 08 tháng 4 năm 2010", 13, 14, False, True),
    ("BÁO CÁO", 13, 14, True, False),
    ("Tổng kết chương trình phối hợp công tác năm 2010", 13, 14, True, False),
    ("Căn cứ Biên bản ghi nhớ ngày 08/4/2010;", 13, 14, False, True),
]


@pytest.fixture(scope="module")
def drawn() -> Drawn:
    return Drawn(report())


@pytest.mark.parametrize(("text", "least", "most", "bold", "italic"), SIZES)
def test_elements_have_the_sizes_and_styles_of_the_decree(drawn, text, least, most, bold, italic):
    words = drawn.line(text)

    assert all(least <= round(word.size, 1) <= most for word in words)
    assert {(word.bold, word.italic) for word in words} == {(bold, italic)}


def test_the_body_stands_left_and_the_nation_right_at_one_height(drawn):
    issuer, nation = drawn.line("UBND TỈNH"), drawn.line("CỘNG HÒA")

    assert span(issuer)[1] < 105 < span(nation)[0]
    assert issuer[0].top == pytest.approx(nation[0].top, abs=0.1)


def test_number_and_date_stand_at_one_height(drawn):
    assert drawn.line("Số:")[0].top == pytest.approx(drawn.line("Hải Dương, ngày")[0].top, abs=0.2)


def test_the_rule_under_the_motto_is_as_long_as_the_motto(drawn):
    left, right = span(drawn.line("Độc lập - Tự do - Hạnh phúc"))
    rule = drawn.rules[1]

    assert (rule.left, rule.right) == (pytest.approx(left, abs=0.3), pytest.approx(right, abs=0.3))


@pytest.mark.parametrize(
    ("index", "text"),
    [(0, "SỞ THÔNG TIN VÀ TRUYỀN THÔNG"), (2, "Tổng kết chương trình phối hợp công tác năm 2010")],
)
def test_other_rules_are_a_third_to_a_half_of_their_line_and_centred(drawn, index, text):
    left, right = span(drawn.line(text))
    rule = drawn.rules[index]

    assert (right - left) / 3 <= rule.length <= (right - left) / 2
    assert rule.middle == pytest.approx((left + right) / 2, abs=0.3)


def test_type_and_abstract_are_centred_between_the_margins(drawn):
    for text in ("BÁO CÁO", "Tổng kết chương trình phối hợp công tác năm 2010"):
        left, right = span(drawn.line(text))
        assert (left + right) / 2 == pytest.approx(30 + 165 / 2, abs=0.5)


def test_bases_end_with_semicolons_and_the_last_with_a_full_stop(drawn):
    assert "08/4/2010;\nCăn cứ Kế hoạch năm 2010.\n" in drawn.texts[0]


def test_a_letter_has_its_subject_under_the_number_and_no_title():
    drawn = Drawn(letter())
    subject = drawn.line("V/v báo cáo")

    assert all(12 <= round(word.size, 1) <= 13 and not word.bold and not word.italic for word in subject)
    assert subject[0].top > drawn.line("Số: 893/STTTT-CNTT")[0].top
    assert span(subject)[1] < 105
    assert "CÔNG VĂN" not in drawn.texts[0]
    assert "Kính gửi:\n- Viễn thông Hải Dương;\n- Bưu điện tỉnh Hải Dương.\n" in drawn.texts[0]


def test_minutes_have_no_place_and_date():
    drawn = Drawn(minutes())

    assert "Số: 03/BB-STTTT" in drawn.texts[0]
    assert "Hải Dương, ngày" not in drawn.texts[0]


def test_a_decision_names_who_decides_before_the_bases_and_the_word_after_them():
    text = Drawn(decision()).texts[0]

    places = [text.index(part) for part in ("GIÁM ĐỐC SỞ", "Căn cứ", "QUYẾT ĐỊNH:", "Điều 1.", "Điều 2.")]
    assert places == sorted(places)


def test_before_it_is_numbered_and_dated_a_paper_leaves_room_for_both():
    text = Drawn(report(number=None, date=None)).texts[0]

    assert "Số: /BC-STTTT Hải Dương, ngày tháng năm" in " ".join(text.split())


def test_where_several_parties_sign_and_none_issues_the_nation_is_centred():
    left, right = span(Drawn(memorandum(3)).line("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"))

    assert (left + right) / 2 == pytest.approx(30 + 165 / 2, abs=0.5)


def test_a_very_long_abstract_fills_its_lines_evenly_over_a_rule_of_their_length():
    drawn = Drawn(report(abstract="Tổng kết " + "chương trình phối hợp công tác hằng năm " * 9 + "năm 2010"))
    heights = sorted({round(word.top, 1) for word in drawn.words if word.page == 1 and word.bold and word.size > 13.5})
    lines = [[w for w in drawn.words if w.bold and round(w.top, 1) == height] for height in heights[1:-2]]
    lengths = [span(line)[1] - span(line)[0] for line in lines]

    assert len(lines) >= 3
    assert min(lengths) > 0.8 * max(lengths)
    assert max(lengths) / 3 <= drawn.rules[2].length <= max(lengths) / 2


def test_an_urgent_paper_carries_a_stamp_of_the_size_of_the_decree():
    drawn = Drawn(letter(urgency="HỎA TỐC"))
    stamp = drawn.line("HỎA TỐC")

    assert all(word.bold and 13 <= round(word.size, 1) <= 14 for word in stamp)
    assert span(stamp)[1] < 105
    assert [(round(width), round(height)) for width, height in drawn.boxes] == [(30, 8)]


def test_english_papers_have_english_set_words():
    text = Drawn(report(language="en", abstract="Review of the year 2010")).texts[0]

    for words in ("SOCIALIST REPUBLIC OF VIET NAM", "No.: 05/BC-STTTT", "8 April 2010", "REPORT", "Recipients:"):
        assert words in text
