"""The memorandum: from the skeleton through comments to the consent of all."""

from __future__ import annotations

from tests.journeys.conftest import Stage
from tests.journeys.founding import ENTERPRISES, STAFF


def write_memorandum(stage: Stage, programme: str) -> str:
    """The officer writes it from the skeleton and names the signers; its address is returned."""
    officer = stage["officer"]
    officer.go(f"{programme}memoranda/new/")
    officer.fill_in(starts_on="2026-01-01", ends_on="2026-12-31")
    officer.go(f"{programme}memoranda/")
    officer.follow("Biên bản ghi nhớ chương trình")
    address = officer.page.url
    names = [STAFF["leader"], *(leader for *_rest, leader in ENTERPRISES.values())]
    officer.go(f"{address}parties/")
    seats = officer.page.locator("a[href*='/signer/']").evaluate_all("links => links.map(a => a.href)")
    shown = officer.page.locator("ol.list-group-numbered strong").all_inner_texts()
    assert len(seats) == len(names)
    of_party = {name: leader for name, _short, leader in ENTERPRISES.values()}
    for seat, party in zip(seats, shown, strict=True):
        officer.go(seat)
        officer.fill_in(signer_name=of_party.get(party, STAFF["leader"]), signer_position="Giám đốc")
    officer.go(f"{address}edit/")
    officer.picture("04-memorandum")
    return address


def agree(stage: Stage, memorandum: str) -> None:
    """It is circulated, one enterprise comments, the officer replies, all accept."""
    officer, vnpt = stage["officer"], stage["vnpt"]
    officer.go(f"{memorandum}circulate/")
    officer.fill_in(answer_by="2026-06-30")
    vnpt.go(memorandum)
    link = vnpt.page.locator("main a[href*='/comment/']").first
    vnpt.go(f"{vnpt.address}{link.get_attribute('href')}")
    vnpt.fill_in(text="Đề nghị ghi rõ đầu mối của từng đơn vị.")
    officer.go(memorandum)
    officer.sees("ý kiến chờ trả lời")
    officer.picture("05-comment")
    officer.page.locator("main a[href*='#p-']").first.click()
    reply = officer.page.locator("main a[href*='/reply/']").first.get_attribute("href")
    officer.go(f"{officer.address}{reply}")
    officer.fill_in(reply="Đầu mối do từng đơn vị cử, ghi ở phần đầu mối.")
    for key in ENTERPRISES:
        stage[key].go(memorandum)
        stage[key].follow("Trả lời")
        stage[key].fill_in(accepts="yes")
    officer.go(memorandum)
    assert officer.page.locator("#answers").count() == 1
    officer.sees("Đồng ý")


def open_signing(stage: Stage, memorandum: str) -> str:
    """The officer opens signing; the address of the round is returned."""
    officer = stage["officer"]
    officer.go(f"{memorandum}sign/")
    officer.fill_in(due_on="2026-07-15")
    officer.go(memorandum)
    officer.follow("Đến trang ký")
    return officer.page.url
