"""From what an exchange file says to figures of the form, whatever the format."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from decimal import Decimal, InvalidOperation

from phoihop.base.sheets import Saying
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.exchange import sayings
from phoihop.clauses.briefings.exchange.groups import ESTIMATE
from phoihop.clauses.briefings.reporting.periods import Period
from phoihop.clauses.briefings.workbooks import sayings as of_books
from phoihop.clauses.briefings.workbooks.amounts import Unreadable, fitted
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.identity import Identity
from phoihop.clauses.briefings.workbooks.results import Figure, Place, Reading, Wrong
from phoihop.clauses.briefings.workbooks.tables import EXAMPLES

MOST_VALUES = 200_000


class Collector:
    """Takes in figures one by one and says what is wrong with each.

    :param expected: for which party and period the file must be; empty ones: any
    :param parties: codes that the file may name
    """

    def __init__(
        self, form: SheetForm, kind: str, *, expected: Identity | None = None, parties: Collection[str] = ()
    ) -> None:
        self.form, self.expected = form, expected
        self.reading = Reading(kind)
        self.parties = {code.casefold(): code for code in parties}
        self.seen: dict[tuple[str, str, Cell], Place] = {}
        self.indicators = {code.casefold(): code for code in form.shape.by_code}

    def wrong(self, saying: Saying, place: Place, **values: object) -> None:
        """An error."""
        self.reading.add(Wrong(saying, place, values))

    def spot(self, data_set: str, party: str, period: Period | None, said: str, place: Place) -> tuple[str, str] | None:
        """Code of the party and of the period that a group is of; None where that is wrong."""
        form, expected = self.form, self.expected
        if data_set and data_set.casefold() != form.code.casefold():
            self.wrong(sayings.OTHER_DATA_SET, place, found=data_set, wanted=form.code)
            return None
        if expected is not None and expected.party and party.casefold() != expected.party.casefold():
            self.wrong(of_books.OTHER_PARTY, place)
            return None
        code = self.parties.get(party.casefold(), party)
        if self.parties and party.casefold() not in self.parties:
            self.wrong(of_books.UNKNOWN_PARTY, place, found=party)
            return None
        if period is None or period.type != form.period_type:
            self.wrong(of_books.PERIOD_KIND, place, found=said, example=EXAMPLES[form.period_type])
            return None
        if expected is not None and expected.period and period.code != expected.period:
            self.wrong(of_books.OTHER_PERIOD, place, found=period.label, wanted=expected.period)
            return None
        return code, period.code

    def figure(
        self, spot: tuple[str, str], element: str, breakdown: Mapping[str, str], value: str, comment: str, place: Place
    ) -> None:
        """One value.

        :param breakdown: code of the dimension (empty: not said) → code of its value
        """
        if len(self.reading.figures) >= MOST_VALUES:
            raise Unreadable(sayings.TOO_MANY, most=MOST_VALUES)
        code = self.indicators.get(element.casefold())
        if code is None:
            self.wrong(of_books.UNKNOWN_INDICATOR, place, found=element)
            return
        cell = self._cell(code, breakdown, place)
        if cell is None:
            return
        one, label = self.form.indicator_of[cell], self.form.shape.labels[cell]
        try:
            amount = fitted(Decimal(value), one, label)
        except InvalidOperation:
            self.wrong(sayings.BAD_ATTRIBUTE, place, name="value", value=value, kind="decimal")
            return
        except Unreadable as problem:
            self.reading.add(Wrong(problem.saying, place, problem.values))
            return
        estimate = comment.strip().casefold() == ESTIMATE
        if estimate and not one.estimate_allowed:
            self.wrong(of_books.NO_ESTIMATE, place, label=label)
            return
        before = self.seen.setdefault((*spot, cell), place)
        if before is not place:
            self.wrong(of_books.TWICE, place, label=label, other=before.line)
            return
        self.reading.figures.append(Figure(cell, amount, estimate, place, spot[1], spot[0]))

    def _cell(self, code: str, breakdown: Mapping[str, str], place: Place) -> Cell | None:
        label = self.form.shape.by_code[code].name
        if len(breakdown) > 1:
            self.wrong(sayings.TWO_DIMENSIONS, place, indicator=label)
            return None
        for dimension, value in breakdown.items():
            for by in self.form.shape.by_code[code].breakdowns:
                known = {member.code.casefold(): member.code for member in by.members}
                if dimension.casefold() in ("", by.code.casefold()) and value.casefold() in known:
                    return Cell(code, known[value.casefold()])
            self.wrong(sayings.UNKNOWN_DIMENSION, place, indicator=label, name=dimension, value=value)
            return None
        return Cell(code)


def refusal(problem: Unreadable) -> Wrong:
    """A refusal of the whole file as a problem of it."""
    return Wrong(problem.saying, Place(), problem.values)
