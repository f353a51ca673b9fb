"""What is wrong in a table, said in Vietnamese or English; plain tables of words, so that no settings are needed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal

Language = Literal["vi", "en"]
Level = Literal["error", "note"]

WHERE = {
    "vi": ("Dòng {line}", "Đối tượng {line}", "cột “{column}”"),
    "en": ("Line {line}", "Feature {line}", "“{column}”"),
}
LONGEST_VALUE = 60


@dataclass(frozen=True, slots=True)
class Saying:
    """One sentence in both languages; ``{names}`` are filled in."""

    vi: str
    en: str

    def text(self, language: str, values: Mapping[str, object]) -> str:
        """The sentence with its values."""
        words = self.en if language.lower().startswith("en") else self.vi
        return words.format_map({name: _short(value) for name, value in values.items()})


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong, or worth knowing, and where."""

    saying: Saying
    line: int | None = None  # as an editor or a spreadsheet counts, from 1
    column: str = ""  # the heading as it stands in the file
    values: Mapping[str, object] = field(default_factory=dict)
    level: Level = "error"
    features: bool = False  # lines are features of a GeoJSON file

    def text(self, language: str = "vi") -> str:
        """The sentence, without the place."""
        return self.saying.text(language, self.values)

    def sentence(self, language: str = "vi") -> str:
        """Place and sentence: ``Line 12, “Chiều cao”: …``."""
        line, feature, column = WHERE["en" if language.lower().startswith("en") else "vi"]
        place = []
        if self.line is not None:
            place.append((feature if self.features else line).format(line=self.line))
        if self.column:
            place.append(column.format(column=_short(self.column)))
        return ": ".join(filter(None, [", ".join(place), self.text(language)]))


class Problems(Sequence[Problem]):
    """The first problems, in the order of their lines, and how many there are in all."""

    def __init__(self, most: int = 1000, *, features: bool = False) -> None:
        self.kept: list[Problem] = []
        self.most = most
        self.errors = 0  # also those beyond ``most``
        self.features = features
        self.bad_lines: set[int] = set()

    def add(
        self,
        saying: Saying,
        line: int | None = None,
        column: str = "",
        *,
        level: Level = "error",
        values: Mapping[str, object] | None = None,
    ) -> None:
        """Take note of one problem."""
        if level == "error":
            self.errors += 1
            if line is not None:
                self.bad_lines.add(line)
        if len(self.kept) < self.most:
            self.kept.append(Problem(saying, line, column, values or {}, level, self.features))

    def in_order(self) -> list[Problem]:
        """Sorted by line; those of the whole file first."""
        return sorted(self.kept, key=lambda problem: problem.line or 0)

    def __getitem__(self, index):  # type: ignore[no-untyped-def]
        return self.in_order()[index]

    def __len__(self) -> int:
        return len(self.kept)


class SheetRefused(ValueError):
    """The file cannot be read as a table at all; the problem says why and what to do."""

    def __init__(self, saying: Saying, line: int | None = None, column: str = "", **values: object) -> None:
        self.problem = Problem(saying, line, column, values)
        super().__init__(self.problem.sentence("en"))

    def text(self, language: str = "vi") -> str:
        """The sentence for people."""
        return self.problem.sentence(language)


def _short(value: object) -> object:
    if isinstance(value, str) and len(value) > LONGEST_VALUE:
        return value[: LONGEST_VALUE - 1] + "…"
    return value
