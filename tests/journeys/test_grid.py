"""Two people at the grid of one report: figures are kept as they are typed, and neither loses anything of the other."""

import datetime as dt

import pytest
from playwright.sync_api import expect

from phoihop.base.access import Role
from phoihop.clauses.briefings.models import Report, ReportRound, ReportValue
from phoihop.clauses.briefings.tests.reports.conftest import fill, make_form
from phoihop.testing.cast import seat
from phoihop.testing.cast import stage as people_of_the_cast
from tests.journeys.acting import PASSWORD

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASTE = """(text) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  document.activeElement.dispatchEvent(
    new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }));
}"""


@pytest.fixture
def cast(stage):
    return people_of_the_cast()


@pytest.fixture
def report(cast):
    round_ = ReportRound.objects.create(
        programme=cast["programme"], version=make_form(cast["regulator"]), title="6 tháng đầu năm 2026",
        period="2026H1", starts_on=dt.date(2026, 1, 1), ends_on=dt.date(2026, 6, 30), opens_on=dt.date(2026, 1, 1),
        due_on=dt.date(2198, 1, 1), lock_on=dt.date(2199, 1, 1), status="open",
    )  # fmt: skip
    return Report.objects.create(round=round_, party=cast["vnpt"].party)


@pytest.fixture
def at_the_grid(stage, cast, report):
    def sit_down(member):
        member.user.set_password(PASSWORD)
        member.user.save()
        person = stage.newcomer(member.name)
        person.sign_in(member.user.email)
        person.go(f"/kinds/briefings/reports/{report.pk}/grid")
        return person

    return sit_down


def _saved(person):
    expect(person.page.locator("[data-grid-status]")).to_contain_text("Đã lưu")


def test_what_is_typed_is_kept_and_judged(at_the_grid, cast):
    lan = at_the_grid(cast["vnpt"])

    lan.page.fill("#o-thue_bao", "1923")
    lan.page.keyboard.press("Enter")
    _saved(lan)

    expect(lan.page.locator("#o-thue_bao")).to_have_value("1.923")
    expect(lan.page.locator("#o-doanh_thu")).to_be_focused()
    expect(lan.page.locator("[data-grid-findings]")).to_contain_text("Còn 2 ô trống")
    assert ReportValue.objects.get().value == 1923
    assert lan.complaints == []


def test_a_pasted_block_stays_with_its_errors(at_the_grid, cast):
    lan = at_the_grid(cast["vnpt"])
    lan.page.locator("[data-grid-fold]").click()
    lan.page.focus("#o-thue_bao")

    lan.page.evaluate(PASTE, "Di động\t1.923\n4G\t1.900\n5G\tchưa có\nDoanh thu\t12,5\n")
    _saved(lan)

    expect(lan.page.locator("#o-thue_bao-5g")).to_have_value("chưa có")
    expect(lan.page.locator("#o-thue_bao-5g-said")).to_contain_text("Không đọc được")
    assert ReportValue.objects.filter(value__isnull=False).count() == 3


def test_two_people_in_one_cell_choose(at_the_grid, cast, report):
    anh = seat(cast["vnpt"].party, Role.OFFICER, "Bùi Quốc Anh", "anh@example.vn")
    lan = at_the_grid(cast["vnpt"])
    fill(anh, report, thue_bao="10")

    lan.page.fill("#o-thue_bao", "11")
    expect(lan.page.locator(".grid-conflict")).to_contain_text("Bùi Quốc Anh đã nhập 10")
    lan.page.get_by_role("button", name="Giữ số của tôi").click()
    _saved(lan)

    row = ReportValue.objects.get()
    assert (row.value, row.version) == (11, 2)


def test_a_lost_network_loses_nothing(at_the_grid, cast):
    lan = at_the_grid(cast["vnpt"])
    lan.context.set_offline(True)
    lan.page.fill("#o-doanh_thu", "12,5")
    expect(lan.page.locator("[data-grid-status]")).to_contain_text("Chưa lưu được 1 ô")

    lan.context.set_offline(False)
    lan.page.on("dialog", lambda dialog: dialog.accept())
    lan.page.reload()
    lan.page.wait_for_function("() => !Object.keys(sessionStorage).some((key) => key.startsWith('grid:'))")

    expect(lan.page.locator("#o-doanh_thu")).to_have_value("12,5")
    assert ReportValue.objects.get().value == 12.5


def test_the_grid_has_no_barriers(at_the_grid, cast, report, barriers):
    fill(cast["vnpt"], report, thue_bao="10", thue_bao__4g="11", doanh_thu="x")
    lan = at_the_grid(cast["vnpt"])
    lan.page.locator("[data-grid-fold]").wait_for()

    assert barriers(lan.page) == []
