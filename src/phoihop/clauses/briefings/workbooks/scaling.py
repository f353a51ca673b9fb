"""Figures in thousands and millions: the file says so, the form counts otherwise, a person decides."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from phoihop.clauses.briefings.checking import IndicatorShape
from phoihop.clauses.briefings.workbooks import sayings
from phoihop.clauses.briefings.workbooks.forms import SheetForm
from phoihop.clauses.briefings.workbooks.results import Place, Question, Reading
from phoihop.clauses.briefings.workbooks.units import factor, taken_apart

OPEN = Decimal(0)  # the question is not answered yet
HUNDRED = Decimal(100)
FACTORS = frozenset(f"1e{power}" for power in range(-12, 13))


class Scaling:
    """Knows for each indicator by what figures of a sheet are to be multiplied.

    :param page_unit: what a line above the table says of all its figures
    """

    def __init__(self, form: SheetForm, answers: Mapping[str, str], reading: Reading, page_unit: str) -> None:
        self.answers, self.reading = answers, reading
        self.page_unit = page_unit
        self.known: dict[tuple[str, str], Decimal | None] = {}

    def factor(self, one: IndicatorShape, unit: str, place: Place, raw: object, amount: Decimal) -> Decimal | None:
        """The factor; None for none, zero where a question is open."""
        if "%" in one.unit:
            return self._percent(one, place, raw, amount)
        asked = (unit, one.unit)
        if asked not in self.known:
            self.known[asked] = self._between(unit, one.unit, place)
        return self.known[asked]

    def _between(self, unit: str, wanted: str, place: Place) -> Decimal | None:
        found = unit if unit and factor(unit, wanted) is not None else self.page_unit
        times = factor(found, wanted) if found else None
        if times is None or times == 1:
            return None
        power, base = taken_apart(found)
        asked = f"scale|{power}|{base}|{wanted}"
        answer = self.answers.get(asked, "")
        if answer in FACTORS:
            return None if answer == "1e0" else Decimal(answer)
        exponent = times.adjusted()
        shown = f"{times:,f}".replace(",", ".") if times >= 1 else f"1/{1 / times:,f}".replace(",", ".")
        self.reading.ask(
            Question(
                asked, "scale", found, place,
                ((f"1e{exponent}", sayings.TIMES, {"factor": shown, "found": found, "wanted": wanted}),
                 ("1e0", sayings.AS_IS, {})),
            )
        )  # fmt: skip
        return OPEN

    def _percent(self, one: IndicatorShape, place: Place, raw: object, amount: Decimal) -> Decimal | None:
        """A spreadsheet keeps 92,2 % as 0.922; a number of at most one may be either."""
        if isinstance(raw, str) or amount == 0 or abs(amount) > 1:
            return None
        asked = f"scale|percent|{one.code}"
        answer = self.answers.get(asked, "")
        if answer in FACTORS:
            return None if answer == "1e0" else HUNDRED
        self.reading.ask(
            Question(asked, "scale", one.name, place, (("1e2", sayings.TIMES_100, {}), ("1e0", sayings.AS_IS, {})))
        )
        return OPEN
