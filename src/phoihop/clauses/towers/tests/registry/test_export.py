import json

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.errors import NotAllowed
from phoihop.base.models import AuditEntry
from phoihop.clauses.towers.actions.registry import importing, tenancies
from phoihop.clauses.towers.actions.registry.exporting import FORMS, export_registry
from phoihop.clauses.towers.queries.registry.imports import preview


def test_one_takes_away_ones_own_and_no_rivals(vnpt, viettel, mast_of):
    mast_of(vnpt, site={"code": "CUA-VNPT"})
    mast_of(viettel, site={"code": "CUA-VTL"})

    text = export_registry(actor=viettel, form="csv").content.decode("utf-8-sig")

    assert "CUA-VTL" in text
    assert "CUA-VNPT" not in text


def test_the_department_takes_all_but_no_rents(vnpt, viettel, regulator, mast_of):
    mast_of(vnpt, rent_asked_vnd=7_654_321)
    mast_of(viettel)

    text = export_registry(actor=regulator, form="csv").content.decode("utf-8-sig")

    assert len(text.splitlines()) == 3
    assert "7654321" not in text


def test_the_history_tells_who_took_how_much(vnpt, mast_of):
    mast_of(vnpt)

    export_registry(actor=vnpt, form="geojson")

    assert AuditEntry.objects.get(event="towers.registry.exported").after == {"form": "geojson", "masts": 1}


def test_a_formula_in_a_name_stays_text(vnpt, mast_of):
    mast_of(vnpt, site={"name": "=HYPERLINK(1)"})

    text = export_registry(actor=vnpt, form="csv").content.decode("utf-8-sig")

    assert ",'=HYPERLINK(1)," in text


def test_geojson_has_longitude_first(vnpt, mast_of):
    mast_of(vnpt)

    made = json.loads(export_registry(actor=vnpt, form="geojson").content)

    assert made["features"][0]["geometry"]["coordinates"] == [106.33, 20.9401]


@pytest.mark.parametrize("form", FORMS)
def test_what_goes_out_comes_in_again_and_changes_nothing(vnpt, viettel, mast_of, form):
    mast = mast_of(vnpt, offered_for_sharing=True, rent_asked_vnd=5_000_000)
    tenancies.add_tenancy(actor=vnpt, mast=mast, operator=viettel.party)
    tenancies.set_station(actor=vnpt, tenancy=mast.tenancies.get(operator=vnpt.party), technology="4G")
    made = export_registry(actor=vnpt, form=form)
    before = made.content if form != "xlsx" else export_registry(actor=vnpt, form="csv").content

    upload = SimpleUploadedFile(made.name, made.content)
    sheet = importing.begin_import(actor=vnpt, owner=vnpt.party, upload=upload)
    found = preview(actor=vnpt, sheet=sheet)
    assert [str(one.sentence("vi")) for one in found.reading.problems if one.level == "error"] == []
    importing.commit_import(actor=vnpt, sheet=sheet, merges={})

    assert export_registry(actor=vnpt, form="csv" if form == "xlsx" else form).content == before


def test_an_auditor_takes_nothing_away(auditor):
    with pytest.raises(NotAllowed):
        export_registry(actor=auditor, form="csv")
