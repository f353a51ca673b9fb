from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.errors import NotVisible, Refused
from phoihop.base.transitions import WrongState
from phoihop.clauses.towers.actions.registry import importing
from phoihop.clauses.towers.models import ImportMapping, ImportState, Mast, Site, Station, Tenancy, Zone
from phoihop.clauses.towers.queries.registry import imports as queries

HEAD = "Mã vị trí;Tên vị trí;Vĩ độ;Kinh độ;Loại cột;Chiều cao;Doanh nghiệp dùng chung;Công nghệ"
FIRST = "HD1;Nam Sách 1;20,9964;106,3369;A2b;42,5;Viettel;4G"
SECOND = "HD2;Thanh Hà 1;20,9012;106,4369;A2a;15;;"


@pytest.fixture
def sheet_of(vnpt, classes):
    """``sheet_of(line, …)`` sends a sheet of VNPT's."""

    def send(*lines, head=HEAD, **values):
        data = "\n".join([head, *lines]).encode()
        upload = SimpleUploadedFile("so.csv", data, "text/csv")
        return importing.begin_import(actor=vnpt, owner=vnpt.party, upload=upload, **values)

    return send


def _errors(member, sheet):
    reading = queries.preview(actor=member, sheet=sheet).reading
    return [one.sentence("vi") for one in reading.problems if one.level == "error"]


def test_nothing_is_in_the_registry_before_it_is_confirmed(vnpt, sheet_of):
    sheet = sheet_of(FIRST, SECOND)

    found = queries.preview(actor=vnpt, sheet=sheet)

    assert (len(found.fresh), found.known, found.same, found.reading.takeable) == (2, [], [], True)
    assert not Site.objects.exists()


def test_confirming_takes_masts_tenants_and_stations(vnpt, viettel, sheet_of, communes):
    importing.commit_import(actor=vnpt, sheet=sheet_of(FIRST, SECOND), merges={})

    mast = Mast.objects.get(site__code="HD1")
    assert (mast.height_m, mast.site.latitude, mast.site.unit) == (Decimal("42.5"), 20.9964, communes[0])
    assert {one.operator for one in mast.tenancies.all()} == {vnpt.party, viettel.party}
    assert Station.objects.get().tenancy == mast.tenancies.get(operator=vnpt.party)
    assert Mast.objects.count() == 2


def test_a_sheet_is_taken_once(vnpt, sheet_of):
    sheet = sheet_of(FIRST)
    importing.commit_import(actor=vnpt, sheet=sheet, merges={})

    with pytest.raises(Refused, match="đã được xử lý"):
        importing.commit_import(actor=vnpt, sheet=sheet, merges={})
    with pytest.raises(WrongState):
        importing.discard_import(actor=vnpt, sheet=sheet)

    assert (sheet.state, bytes(sheet.content)) == (ImportState.COMMITTED, b"")


@pytest.mark.parametrize(
    ("line", "says"),
    [
        (FIRST.replace("A2b", "A9"), "A9"),
        (FIRST.replace("42,5", "-3"), "-3"),
        (FIRST.replace("20,9964;106,3369", "0;0"), "0, 0"),
        (FIRST.replace("106,3369", "110,9"), "ngoài biển"),
        (FIRST.replace("Viettel", "Ai đó"), "ai do"),
        (FIRST.replace("4G", "9G"), "9G"),
        (FIRST.replace("HD1", "HD2"), "đã có ở dòng 2"),
    ],
)
def test_one_bad_line_keeps_the_whole_sheet_out(vnpt, sheet_of, line, says):
    sheet = sheet_of(SECOND, line)

    told = _errors(vnpt, sheet)
    assert any(text.startswith("Dòng 3") and says in text for text in told)
    assert not any("--" in text for text in told)  # options of the command line mean nothing on a page
    with pytest.raises(importing.NotTakeable):
        importing.commit_import(actor=vnpt, sheet=sheet, merges={})
    assert not Site.objects.exists()


def test_bad_lines_come_back_as_a_sheet_with_their_reasons(vnpt, sheet_of):
    sheet = sheet_of(FIRST, SECOND.replace("15", "500"))

    head, lines = queries.faulty_rows(actor=vnpt, sheet=sheet, language="vi")

    assert (head[0], head[-1]) == ("Mã vị trí", "Lỗi")
    assert [(line[0], "500" in line[-1]) for line in lines] == [("HD2", True)]


def test_a_known_code_is_changed_and_what_the_sheet_leaves_empty_stays(vnpt, sheet_of, communes):
    importing.commit_import(actor=vnpt, sheet=sheet_of(FIRST), merges={})
    Site.objects.update(address="Thôn 3", zone=Zone.OTHER)

    again = sheet_of("HD1;Nam Sách một;20,9964;106,3369;A2b;45;;", SECOND)
    importing.commit_import(actor=vnpt, sheet=again, merges={})

    site = Site.objects.get(code="HD1")
    assert (site.name, site.address, site.masts.get().height_m) == ("Nam Sách một", "Thôn 3", 45)
    assert (site.zone, site.unit) == (Zone.OTHER, communes[0])
    assert Tenancy.objects.filter(mast__site=site).count() == 2  # a sheet takes nobody off a mast


def test_the_same_place_under_another_name_is_told_and_merged(vnpt, sheet_of):
    importing.commit_import(actor=vnpt, sheet=sheet_of(FIRST), merges={})
    sheet = sheet_of("X9;NAM SACH 01;20,9970;106,3372;A2b;45;;", SECOND)
    same = queries.preview(actor=vnpt, sheet=sheet).same
    assert [(one.row.line, one.name) for one in same] == [(2, "HD1 – Nam Sách 1")]

    importing.commit_import(actor=vnpt, sheet=sheet, merges={2: same[0].choice})

    assert sorted(Site.objects.values_list("code", flat=True)) == ["HD1", "HD2"]
    assert Mast.objects.get(site__code="HD1").height_m == 45


def test_two_lines_of_one_place_become_one_site_with_two_masts(vnpt, sheet_of):
    sheet = sheet_of(FIRST, FIRST.replace("HD1", "HD9"))
    same = queries.preview(actor=vnpt, sheet=sheet).same

    importing.commit_import(actor=vnpt, sheet=sheet, merges={same[0].row.line: same[0].choice})

    assert [(one.code, one.masts.count()) for one in Site.objects.all()] == [("HD1", 2)]


def test_an_answer_that_nobody_offered_is_a_new_place(vnpt, viettel, mast_of, sheet_of):
    foreign = mast_of(viettel).site

    importing.commit_import(actor=vnpt, sheet=sheet_of(FIRST), merges={2: f"site:{foreign.pk}"})

    assert Site.objects.get(code="HD1").owner == vnpt.party
    assert foreign.masts.count() == 1


def test_columns_that_are_not_recognised_are_chosen_and_remembered(vnpt, sheet_of):
    head = HEAD.replace("Chiều cao", "Cao").replace("Loại cột", "Kiểu kết cấu")
    sheet = sheet_of(FIRST, head=head)
    assert queries.preview(actor=vnpt, sheet=sheet).reading.missing

    importing.choose_columns(actor=vnpt, sheet=sheet, columns={"Kiểu kết cấu": "mast_class", "Cao": "height_m"})

    assert queries.preview(actor=vnpt, sheet=sheet).reading.takeable
    assert ImportMapping.objects.get(owner=vnpt.party).columns["Cao"] == "height_m"
    assert queries.preview(actor=vnpt, sheet=sheet_of(SECOND, head=head)).reading.takeable


def test_vn_2000_comes_in_as_wgs_84(vnpt, sheet_of):
    head = HEAD.replace("Vĩ độ;Kinh độ", "X;Y")
    sheet = sheet_of("HD1;Nam Sách 1;2322583;587007;A2b;42;;", head=head, epsg="9209")

    row = queries.preview(actor=vnpt, sheet=sheet).reading.rows[0]

    assert (row.latitude, row.longitude) == (pytest.approx(20.995, abs=0.01), pytest.approx(106.337, abs=0.01))


def test_a_file_that_is_no_table_is_refused(vnpt, classes):
    upload = SimpleUploadedFile("so.xlsx", b"PK\x03\x04 not really", "application/zip")

    with pytest.raises(Refused):
        importing.begin_import(actor=vnpt, owner=vnpt.party, upload=upload)


def test_a_rivals_sheet_does_not_exist(viettel, sheet_of):
    with pytest.raises(NotVisible):
        queries.visible_import(actor=viettel, pk=sheet_of(FIRST).pk)
