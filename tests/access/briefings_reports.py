"""VNPT's reports, with its secrets: one that is typed, one handed in with remarks answered, one accepted twice."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from phoihop.clauses.briefings.actions.reports import filling, reviewing, rounds, submitting
from phoihop.clauses.briefings.actions.reports.filling import Change
from phoihop.clauses.briefings.actions.reports.reviewing import Remark
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.models import (
    FormRule,
    FormSection,
    FormVersion,
    Indicator,
    Report,
    ReportForm,
    ReportRound,
)
from phoihop.clauses.briefings.reporting.periods import read_period
from phoihop.testing.cast import NOON
from tests.access.markers import FIGURE, secret

if TYPE_CHECKING:
    from tests.access.world import World

OPEN = rounds.Dates(dt.date(2026, 6, 1), dt.date(2198, 1, 1), dt.date(2199, 1, 1))  # on whatever day the tests run
CELL = Cell("doanh_thu")


def reports(world: World) -> None:
    """Four half-years of one form: to come, typed, handed in, accepted."""
    version = _form(world)
    draft = _round(world, version, "2026H2")
    typed, sent, taken = (_report(world, _opened(world, version, code)) for code in ("2026H1", "2025H2", "2025H1"))
    _accepted_twice(world, taken)
    _sent_again(world, sent)
    _type(world, typed, secret("go-do"))
    named = {
        "draft_round": draft, "asked_round": typed.round, "typed_report": typed, "sent_report": sent,
        "taken_report": taken,
    }  # fmt: skip
    world.args |= {name: (row.pk,) for name, row in named.items()} | {"round_opening": (draft.pk, "open")}


def _form(world: World) -> FormVersion:
    form = ReportForm.objects.create(regulator=world.people["regulator"].party, code="SL-01", title="Số liệu giao ban")
    version = FormVersion.objects.create(
        form=form, number=1, status="published", effective_from=dt.date(2020, 1, 1), published_at=NOON
    )
    section = FormSection.objects.create(version=version, title="Doanh thu")
    Indicator.objects.create(section=section, code="doanh_thu", name="Doanh thu", unit="triệu đồng")
    FormRule.objects.create(
        version=version, kind="compare", left="doanh_thu", operator="<=", right="1000", severity="warning",
        message="Doanh thu cao: hãy giải trình.",
    )  # fmt: skip
    return version


def _round(world: World, version: FormVersion, code: str) -> ReportRound:
    return rounds.draft_round(
        actor=world.people["regulator"], programme=world.programme, version=version, period=read_period(code),
        dates=OPEN,
    )  # fmt: skip


def _opened(world: World, version: FormVersion, code: str) -> ReportRound:
    return rounds.open_round(actor=world.people["regulator"], round_=_round(world, version, code))


def _report(world: World, round_: ReportRound) -> Report:
    found = Report.objects.select_related("round__version__form", "round__programme__lead", "party")
    return found.get(round=round_, party=world.people["vnpt"].party)


def _type(world: World, report: Report, text: str, version: int = 0) -> None:
    changes = [Change(CELL, text, version)]
    filling.save_cells(actor=world.people["vnpt"], report=report, changes=changes)


def _hand_in(world: World, report: Report) -> Report:
    vnpt, rule = world.people["vnpt"], FormRule.objects.get(version=report.round.version)
    answers = {one.pk: secret("tra-loi-nhan-xet") for one in report.remarks.all()}
    submitting.explain(
        actor=vnpt, report=report, explanations={rule.pk: secret("giai-trinh")}, answers=answers,
        note=secret("nhan-xet-chung"),
    )  # fmt: skip
    return submitting.submit_report(actor=vnpt, report=_report(world, report.round))


def _accepted_twice(world: World, report: Report) -> None:
    """A correction keeps both figures."""
    officer = world.people["regulator"]
    _type(world, report, FIGURE)
    reviewing.accept_report(actor=officer, report=_hand_in(world, report))
    reviewing.reopen_report(actor=officer, report=_report(world, report.round), reason=secret("ly-do-mo-lai"))
    _type(world, report, str(int(FIGURE) + 1), 1)
    reviewing.accept_report(actor=officer, report=_hand_in(world, report))


def _sent_again(world: World, report: Report) -> None:
    officer = world.people["regulator"]
    _type(world, report, FIGURE)
    reviewing.send_back(
        actor=officer, report=_hand_in(world, report), reason=secret("ly-do-tra-lai"),
        remarks=[Remark(CELL, secret("nhan-xet-o"))],
    )  # fmt: skip
    _hand_in(world, _report(world, report.round))
