import pytest
from django.urls import reverse

from phoihop.base.access import Role
from phoihop.clauses.briefings.actions.forms import versions
from phoihop.clauses.briefings.models import FormVersion, ReportForm
from phoihop.clauses.briefings.tests.forms.values import indicator, rule
from phoihop.testing.cast import seat
from phoihop.testing.factories import RegulatorFactory


def _url(name, *args):
    return reverse(f"briefings:{name}", args=args)


@pytest.fixture
def desk(client_of, regulator):
    return client_of(regulator)


@pytest.fixture
def in_force(regulator, small):
    versions.publish_version(actor=regulator, version=small.draft)
    return FormVersion.objects.get(pk=small.draft.pk)


def _typed(values, **changes):
    kept = {name: value for name, value in (values | changes).items() if value not in (None, False)}
    return {name: "on" if value is True else value for name, value in kept.items()}


def test_an_empty_list_offers_the_starting_set(desk):
    before = desk.get(_url("form_list")).content.decode()

    answer = desk.post(_url("form_starting_set"), follow=True).content.decode()

    assert "Chưa có biểu nào" in before
    assert ("Đã nạp biểu gợi ý" in answer, ReportForm.objects.count()) == (True, 2)
    assert "đã có trong danh sách" in desk.post(_url("form_starting_set"), follow=True).content.decode()


def test_a_form_is_begun_in_the_browser(desk, vnpt, regulator):
    typed = {"code": "VT", "title": "Viễn thông", "voluntary": "on", "parties": [str(vnpt.party.pk)]}

    answer = desk.post(_url("form_new"), typed, follow=True)

    form = ReportForm.objects.get()
    assert answer.redirect_chain[0][0] == _url("form_version", form.versions.get().pk)
    assert list(form.parties.all()) == [vnpt.party]


def test_a_code_that_is_taken_is_told_beside_it(desk, small):
    answer = desk.post(_url("form_new"), {"code": "VT", "title": "Khác"})

    assert (answer.status_code, "Đã có biểu mang mã này." in answer.content.decode()) == (422, True)
    assert 'value="Khác"' in answer.content.decode()


def test_a_draft_shows_what_it_asks_and_how_to_change_it(desk, small):
    page = desk.get(_url("form_version", small.draft.pk)).content.decode()

    for shown in ("Chỉ tiêu tram", "Công nghệ", "Trạm mới không thể nhiều hơn trạm.", "Ban hành", "data-sortable"):
        assert shown in page


def test_a_rule_with_an_error_keeps_what_was_typed(desk, small):
    answer = desk.post(_url("form_rule_new", small.draft.pk), _typed(rule(), left="tram + tram_cu"))

    page = answer.content.decode()
    assert answer.status_code == 422
    assert "Vị trí 8: Biểu này không có chỉ tiêu “tram_cu”." in page
    assert 'value="tram + tram_cu"' in page


def test_rows_of_a_draft_are_added_and_changed_in_the_browser(desk, small):
    desk.post(_url("form_section_new", small.draft.pk), {"title": "Mục hai"})
    section = small.draft.sections.get(title="Mục hai")
    desk.post(_url("indicator_new", section.pk), _typed(indicator("cap"), section=section.pk, decimals="1"))
    desk.post(
        _url("indicator_edit", small.new.pk),
        _typed(indicator("tram_moi"), section=section.pk, name="Trạm mới", decimals="0"),
    )
    desk.post(_url("form_rule_edit", small.rule.pk), _typed(rule(), message="Hãy xem lại."))
    desk.post(_url("form_section_edit", section.pk), {"title": "Mục cuối", "guidance": "Đơn vị: km"})

    section.refresh_from_db()
    assert [(row.code, row.name) for row in section.indicators.order_by("position")] == [
        ("cap", "Chỉ tiêu cap"), ("tram_moi", "Trạm mới"),
    ]  # fmt: skip
    assert (section.title, small.draft.rules.get().message) == ("Mục cuối", "Hãy xem lại.")


def test_parts_move_by_buttons_and_by_dragging(desk, small):
    desk.post(_url("form_part_move", "indicator", small.new.pk, "up"))
    assert [row.code for row in small.section.indicators.order_by("position")] == ["tram_moi", "tram"]

    answer = desk.post(
        _url("form_part_order", "indicator", small.section.pk), {"order": [str(small.whole.pk), str(small.new.pk)]}
    )

    assert answer.status_code == 204
    assert [row.code for row in small.section.indicators.order_by("position")] == ["tram", "tram_moi"]


@pytest.mark.parametrize(("kind", "direction"), [("indicator", "left"), ("party", "up")])
def test_an_address_that_names_no_part_is_not_found(desk, small, kind, direction):
    assert desk.post(_url("form_part_move", kind, small.new.pk, direction)).status_code == 404


def test_parts_are_taken_out(desk, small):
    for kind, row in (("rule", small.rule), ("indicator", small.new), ("section", small.section)):
        desk.post(_url("form_part_remove", kind, row.pk))

    assert (small.draft.sections.count(), small.draft.rules.count()) == (0, 0)


def test_a_version_goes_from_draft_to_published_to_withdrawn(desk, small):
    pk = small.draft.pk
    desk.post(_url("form_version_edit", pk), {
        "period_type": "half", "effective_from": "2026-01-01", "due_days": "10", "lock_days": "20",
    })  # fmt: skip
    published = desk.post(_url("form_version_publish", pk), follow=True).content.decode()
    changed = desk.post(_url("form_section_new", pk), {"title": "Mục"}).content.decode()
    desk.post(_url("form_version_copy", pk))
    desk.post(_url("form_version_withdraw", pk))

    version = FormVersion.objects.get(pk=pk)
    assert ("Đã ban hành" in published, "tạo phiên bản mới" in changed) == (True, True)
    assert (version.status, version.lock_days, small.form.versions.count()) == ("withdrawn", 20, 2)


def test_a_lock_before_the_due_day_is_told(desk, small):
    typed = {"period_type": "half", "effective_from": "2026-01-01", "due_days": "10", "lock_days": "5"}

    answer = desk.post(_url("form_version_edit", small.draft.pk), typed)

    assert (answer.status_code, "bằng hoặc sau hạn nộp" in answer.content.decode()) == (422, True)


def test_two_versions_are_compared(desk, regulator, small, in_force):
    second = versions.copy_version(actor=regulator, version=in_force)
    row = second.sections.get().indicators.get(code="tram")
    typed = _typed(indicator("tram", unit="cột"), section=row.section_id, decimals="0")
    desk.post(_url("indicator_edit", row.pk), typed)
    desk.post(_url("indicator_new", row.section_id), _typed(indicator("cap"), section=row.section_id, decimals="0"))

    page = desk.get(_url("form_compare", second.pk, in_force.pk)).content.decode()

    for shown in ("<del>trạm</del> → <ins>cột</ins>", "Chỉ tiêu cap", "<del>Công nghệ</del> → <ins>trống</ins>"):
        assert shown in page
    assert "giống nhau" in desk.get(_url("form_compare", in_force.pk, in_force.pk)).content.decode()


def test_an_enterprise_reads_what_is_in_force_and_no_draft(client_of, vnpt, viettel, regulator, small, in_force):
    draft = versions.copy_version(actor=regulator, version=in_force)
    client = client_of(viettel)

    pages = [client.get(_url(name, in_force.pk)) for name in ("form_version", "form_preview")]
    listed = [client.get(_url("form_list")), client.get(_url("form_detail", small.form.pk))]

    assert [page.status_code for page in (*pages, *listed)] == [200] * 4
    assert all("VNPT" not in page.content.decode() for page in listed)
    assert "Phiên bản 2" not in listed[1].content.decode()
    assert client.get(_url("form_version", draft.pk)).status_code == 404
    assert client.get(_url("form_compare", in_force.pk, draft.pk)).status_code == 404


def test_another_departments_form_does_not_exist(client_of, small):
    other = client_of(seat(RegulatorFactory(), Role.OFFICER, "Khác", "khac@example.vn"))

    for name, row in (
        ("form_detail", small.form),
        ("form_version", small.draft),
        ("dimension_detail", small.technology),
    ):
        assert other.get(_url(name, row.pk)).status_code == 404


def test_a_form_is_given_up_and_taken_up_again(desk, small):
    desk.post(_url("form_retire", small.form.pk))
    assert "đã thôi dùng" in desk.get(_url("form_list")).content.decode()

    desk.post(_url("form_restore", small.form.pk))

    assert ReportForm.objects.get().retired_at is None


def test_breakdowns_are_kept_in_the_browser(desk, small, regulator):
    desk.post(_url("dimension_new"), {"name": "Dịch vụ", "code": "service", "complete": "on"})
    service = regulator.party.dimensions.get(code="service")
    desk.post(_url("dimension_code_new", service.pk), {"name": "Di động", "code": "di_dong"})
    code = service.codes.get()
    desk.post(_url("dimension_code_edit", code.pk), {"name": "Di động mặt đất", "code": "di_dong"})
    wrong = desk.post(_url("dimension_code_new", service.pk), {"name": "Hỏng", "code": "a]b"})
    page = desk.get(_url("dimension_detail", service.pk)).content.decode()
    desk.post(_url("dimension_code_remove", code.pk))
    desk.post(_url("dimension_edit", service.pk), {"name": "Dịch vụ viễn thông", "code": "service"})
    units = desk.post(_url("dimension_units", service.pk), {"level": "district"}, follow=True).content.decode()

    service.refresh_from_db()
    assert (wrong.status_code, "Di động mặt đất" in page, "Đã thêm 0" in units) == (422, True, True)
    assert (service.name, service.complete, service.codes.count()) == ("Dịch vụ viễn thông", False, 0)
    assert "Dịch vụ viễn thông" in desk.get(_url("dimension_list")).content.decode()
    desk.post(_url("dimension_remove", service.pk))
    assert not regulator.party.dimensions.filter(code="service").exists()


def test_the_grid_is_seen_as_the_enterprise_will_see_it(desk, small):
    page = desk.get(_url("form_preview", small.draft.pk)).content.decode()

    for shown in ("Chỉ tiêu tram", "Theo công nghệ, cộng bằng tổng", ">4G<", "tự nguyện"):
        assert shown in page


def test_each_version_says_how_it_stands_today(desk, regulator, small, in_force):
    FormVersion.objects.filter(pk=in_force.pk).update(effective_from="2025-01-01", effective_until="2025-12-31")
    second = versions.copy_version(actor=regulator, version=in_force)
    FormVersion.objects.filter(pk=second.pk).update(effective_from="2100-01-01")
    second.refresh_from_db()
    versions.publish_version(actor=regulator, version=second)

    page = desk.get(_url("form_detail", small.form.pk)).content.decode()

    assert ("Đã hết áp dụng" in page, "Sắp áp dụng" in page) == (True, True)
