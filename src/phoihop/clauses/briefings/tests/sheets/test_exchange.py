"""ADX, dataValueSets and plain tables: written, checked, read again."""

import datetime as dt
import json
from decimal import Decimal

import pytest
from lxml import etree

from phoihop.clauses.briefings import exchange
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.exchange import Datum, Group, adx_faults, json_faults, read_exchange, write_adx
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.clauses.briefings.tests.sheets.made import ANY_PERIOD, FORM, WANTED, errors, figures

DATA = (
    Datum(Cell("tram"), Decimal("300.0000")), Datum(Cell("tram", "4g"), Decimal(280)),
    Datum(Cell("doanh_thu"), Decimal("1923.5000"), estimate=True),
)  # fmt: skip
GROUP = Group("VT-01", "VNPT", read_period("2026H1"), DATA, 2, "VNPT", dt.date(2026, 7, 9))
LATER = Group("VT-01", "VNPT", read_period("2026H2"), DATA[:1], 2, "VNPT")
MOMENT = dt.datetime(2026, 7, 10, 8, 0, tzinfo=dt.timezone(dt.timedelta(hours=7)))
VALUE = '<dataValue dataElement="tram" value="300"/>'
HEAD = '<adx xmlns="urn:ihe:qrph:adx:2015" exported="2026-07-10T08:00:00+07:00">'
# What the profile publishes for any data set, written down as a schema: a second opinion on our own check.
XSD = b"""<xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns="urn:ihe:qrph:adx:2015"
 targetNamespace="urn:ihe:qrph:adx:2015" elementFormDefault="qualified">
<xs:simpleType name="range"><xs:restriction base="xs:string">
<xs:pattern value="[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:]{8})?/P[0-9TYMDHS]+"/></xs:restriction></xs:simpleType>
<xs:simpleType name="when"><xs:union memberTypes="range xs:dateTime"/></xs:simpleType>
<xs:element name="adx"><xs:complexType><xs:sequence maxOccurs="unbounded">
<xs:element name="group"><xs:complexType><xs:sequence maxOccurs="unbounded">
<xs:element name="dataValue"><xs:complexType><xs:sequence minOccurs="0"><xs:element name="annotation"/></xs:sequence>
<xs:attribute name="dataElement" use="required" type="xs:token"/>
<xs:attribute name="value" use="required" type="xs:decimal"/><xs:anyAttribute processContents="skip"/>
</xs:complexType></xs:element></xs:sequence><xs:attribute name="orgUnit" use="required" type="xs:token"/>
<xs:attribute name="period" use="required" type="when"/><xs:anyAttribute processContents="skip"/>
</xs:complexType></xs:element></xs:sequence><xs:attribute name="exported" use="required" type="xs:dateTime"/>
<xs:anyAttribute processContents="skip"/></xs:complexType></xs:element></xs:schema>"""


def adx(*groups: str, head: str = HEAD) -> bytes:
    """A file."""
    return f"{head}{''.join(groups)}</adx>".encode()


def group(inner: str = VALUE, said: str = 'orgUnit="VNPT" period="2026-01-01/P6M" dataSet="VT-01"') -> str:
    """A group of it."""
    return f"<group {said}>{inner}</group>"


FILES = {
    "good": adx(group()), "annotation": adx(group(VALUE.replace("/>", "><annotation>ước</annotation></dataValue>"))),
    "more attributes": adx(group(VALUE.replace("/>", ' cong_nghe="4g" comment="x"/>'))),
    "no groups": adx(), "no values": adx(group("")),
    "no moment": adx(group(), head=HEAD.partition(" exported")[0] + ">"),
    "a moment that is none": adx(group(), head=HEAD.replace("T08", " 08")), "a stranger": adx(group("<value/>")),
    "no party": adx(group(said='period="2026-01-01/P6M"')), "no period": adx(group(said='orgUnit="VNPT"')),
    "a period that is none": adx(group(said='orgUnit="VNPT" period="2026S1"')),
    "no number": adx(group(VALUE.replace("300", "1e3"))), "no value": adx(group('<dataValue dataElement="tram"/>')),
    "two annotations": adx(group(VALUE.replace("/>", "><annotation/><annotation/></dataValue>"))),
    "another namespace": adx(group(), head=HEAD.replace("2015", "2016")),
}  # fmt: skip


@pytest.mark.parametrize("name", FILES)
def test_our_check_and_the_published_schema_agree(name):
    schema = etree.XMLSchema(etree.fromstring(XSD))

    assert (adx_faults(FILES[name]) == []) == schema.validate(etree.fromstring(FILES[name]))


@pytest.mark.parametrize("form", ["adx", "json", "csv", "xlsx"])
def test_what_goes_out_comes_back(form):
    write = {
        "adx": lambda: write_adx([GROUP, LATER], FORM, exported=MOMENT),
        "json": lambda: exchange.write_json([GROUP, LATER], FORM),
        "csv": lambda: exchange.write_table_csv([GROUP, LATER], FORM),
        "xlsx": lambda: exchange.write_table_xlsx([GROUP, LATER], FORM),
    }
    data = write[form]()

    reading = read_exchange(data, FORM, expected=ANY_PERIOD, parties=["VNPT"])

    assert errors(reading) == []
    found = {(one.period, one.party, str(one.cell), float(one.value), one.estimate) for one in reading.figures}
    assert found == {
        ("2026H1", "VNPT", "tram", 300.0, False), ("2026H1", "VNPT", "tram[4g]", 280.0, False),
        ("2026H1", "VNPT", "doanh_thu", 1923.5, True), ("2026H2", "VNPT", "tram", 300.0, False),
    }  # fmt: skip


def test_what_goes_out_is_as_published():
    data = write_adx([GROUP], FORM, exported=MOMENT)
    sets = exchange.write_json([GROUP], FORM)

    assert adx_faults(data) == json_faults(sets) == []
    assert etree.XMLSchema(etree.fromstring(XSD)).validate(etree.fromstring(data))
    assert b'<dataValue dataElement="tram" value="280" cong_nghe="4g" />' in data
    assert b'period="2026-01-01/P6M"' in data
    told = json.loads(sets)
    assert (told["period"], told["orgUnit"], told["completeDate"]) == ("2026S1", "VNPT", "2026-07-09")
    assert told["dataValues"][1] == {
        "dataElement": "tram", "period": "2026S1", "orgUnit": "VNPT", "categoryOptionCombo": "cong_nghe:4g",
        "value": "280",
    }  # fmt: skip


LAUGHS = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><adx>&b;</adx>'
REFUSED = {
    "entities": (LAUGHS, "DTD"), "not closed": (b"<adx", "dòng 1"), "deep": (b"<a>" * 40 + b"</a>" * 40, "quá sâu"),
    "another root": (b"<html/>", "không phải là ADX"),
    "wrong encoding": (b'<?xml version="1.0" encoding="x-y"?><a/>', ""),
    "of another form": (adx(group(said='orgUnit="VNPT" period="2026-01-01/P6M" dataSet="BC"')), "“BC”"),
    "of another party": (adx(group(said='orgUnit="VIETTEL" period="2026-01-01/P6M"')), "đơn vị khác"),
    "of another period": (adx(group(said='orgUnit="VNPT" period="2025-01-01/P6M"')), "kỳ 6 tháng đầu năm 2025"),
    "of a month": (adx(group(said='orgUnit="VNPT" period="2026-01-01/P1M"')), "không phải là kỳ"),
    "an indicator nobody asks": (adx(group(VALUE.replace("tram", "cot"))), "“cot”"),
    "a breakdown nobody asks": (adx(group(VALUE.replace("/>", ' cong_nghe="6g"/>'))), "“6g”"),
    "two breakdowns": (adx(group(VALUE.replace("/>", ' cong_nghe="4g" huyen="ns"/>'))), "hai phân tổ"),
    "a fraction": (adx(group(VALUE.replace("300", "1.5"))), "số nguyên"),
    "twice": (adx(group(VALUE * 2)), "đã có số"),
    "an estimate": (adx(group(VALUE.replace("/>", ' comment="estimate"/>'))), "số chính thức"),
    "JSON not closed": (b'{"dataValues": [', "sai cú pháp"), "JSON without values": (b"{}", "dataValueSets"),
    "a JSON list": (b"[1]", "dataValueSets"), "JSON of no values": (b'{"dataValues": []}', ""),
    "JSON with NaN": (b'{"dataValues": [{"value": NaN}]}', "sai cú pháp"), "deep JSON": (b"[" * 100_000, ""),
    "JSON without a period": (b'{"dataValues": [{"dataElement": "tram", "orgUnit": "VNPT", "value": "1"}]}', "period"),
    "JSON in UTF-16": ('{"dataValues": []}'.encode("utf-16"), "UTF-8"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_does_not_fit_says_why_and_gives_nothing(name):
    data, says = REFUSED[name]

    reading = read_exchange(data, FORM, expected=WANTED)

    assert says in " ".join(errors(reading))
    assert errors(reading)
    assert not reading.takeable


def test_values_without_their_own_period_take_that_of_the_set():
    data = {
        "dataSet": "VT-01", "period": "2026S1", "orgUnit": "VNPT",
        "dataValues": [
            {"dataElement": "tram", "value": 3}, {"dataElement": "doanh_thu", "value": 1.5},
            {"dataElement": "thue_bao", "categoryOptionCombo": "ns", "value": "4"},
            {"dataElement": "ty_le", "value": "1", "deleted": True},
        ],
    }  # fmt: skip

    reading = read_exchange(json.dumps(data).encode(), FORM, expected=WANTED)

    assert figures(reading) == {"tram": 3, "doanh_thu": 1.5, "thue_bao[ns]": 4}


@pytest.mark.parametrize("value", ["NaN", "1e999999", "1" * 6000])
def test_numbers_that_no_figure_can_be_are_refused(value):
    data = {"dataValues": [{"dataElement": "tram", "period": "2026S1", "orgUnit": "VNPT", "value": value}]}

    assert not read_exchange(json.dumps(data).encode(), FORM, expected=WANTED).takeable
