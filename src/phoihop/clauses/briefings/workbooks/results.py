"""What reading a file of figures gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Literal, NamedTuple

from phoihop.base.sheets import Saying
from phoihop.clauses.briefings.checking import Cell
from phoihop.clauses.briefings.workbooks.identity import Identity
from phoihop.clauses.briefings.workbooks.parts import column_letters

Level = Literal["error", "note"]
MOST = 1000  # problems that are kept; the rest is counted
WHERE = {"vi": ("trang “{sheet}”", "ô {at}", "dòng {line}"), "en": ("sheet “{sheet}”", "cell {at}", "line {line}")}


class Place(NamedTuple):
    """Where something stands in a file: a cell of a sheet, or a line. Columns are counted from 0."""

    sheet: str = ""
    line: int = 0
    column: int | None = None

    @property
    def at(self) -> str:
        """The cell as a spreadsheet names it: F7; empty where it is a line alone."""
        return f"{column_letters(self.column)}{self.line}" if self.column is not None else ""

    def text(self, language: str) -> str:
        """As people are told."""
        sheet, at, line = WHERE["en" if language.lower().startswith("en") else "vi"]
        parts = [sheet.format(sheet=self.sheet)] if self.sheet else []
        if self.at:
            parts.append(at.format(at=self.at))
        elif self.line:
            parts.append(line.format(line=self.line))
        told = ", ".join(parts)
        return told[:1].upper() + told[1:]


NOWHERE = Place()


class Figure(NamedTuple):
    """One figure of a file.

    :ivar period: its code; empty where the file does not say, so that it is the period that was asked
    :ivar party: code of the party; empty where the file does not say
    :ivar estimate: None where the file does not say
    :ivar version: of the form, where the file says it for each figure
    """

    cell: Cell
    value: Decimal
    estimate: bool | None
    place: Place
    period: str = ""
    party: str = ""
    version: int | None = None


@dataclass(frozen=True, slots=True)
class Wrong:
    """One thing that is wrong in a file, or worth knowing."""

    saying: Saying
    place: Place = NOWHERE
    values: Mapping[str, object] = field(default_factory=dict)
    level: Level = "error"

    def text(self, language: str = "vi") -> str:
        """The sentence alone."""
        return self.saying.text(language, self.values)

    def sentence(self, language: str = "vi") -> str:
        """Where, and what."""
        return ": ".join(filter(None, [self.place.text(language), self.text(language)]))


@dataclass(frozen=True, slots=True)
class Question:
    """What only a person can answer.

    :ivar key: names it among the answers
    :ivar kind: ``row``, ``column``, ``period`` or ``scale``
    :ivar heard: the words of the file
    :ivar options: value → words, for ``scale``
    :ivar guess: the answer that is proposed
    """

    key: str
    kind: Literal["row", "column", "period", "scale"]
    heard: str
    place: Place
    options: tuple[tuple[str, Saying, Mapping[str, object]], ...] = ()
    guess: str = ""


@dataclass(slots=True)
class Reading:
    """Everything that was read of a file."""

    kind: str = "xlsx"
    identity: Identity | None = None
    figures: list[Figure] = field(default_factory=list)
    problems: list[Wrong] = field(default_factory=list)
    questions: dict[str, Question] = field(default_factory=dict)
    errors: int = 0
    blanks: int = 0  # places of known rows where nothing stands
    sheets: list[str] = field(default_factory=list)  # that were read

    def wrong(self, saying: Saying, place: Place | None = None, *, level: Level = "error", **values: object) -> None:
        """Take note of something."""
        self.add(Wrong(saying, place or NOWHERE, values, level))

    def add(self, one: Wrong) -> None:
        """The same."""
        self.errors += one.level == "error"
        if len(self.problems) < MOST:
            self.problems.append(one)

    def ask(self, question: Question) -> None:
        """Ask once."""
        self.questions.setdefault(question.key, question)

    @property
    def takeable(self) -> bool:
        """Whether everything is clear, and there is something to take."""
        return bool(self.figures) and not self.errors and not self.questions
