"""How cells of a template look."""

from __future__ import annotations

from typing import Any

FONT = {"font_name": "Times New Roman", "font_size": 11, "valign": "vcenter"}
EDGE = {"border": 1, "border_color": "#B0B7C3"}
TO_FILL = {"bg_color": "#FFF9DB", "locked": False}
LOOKS: dict[str, dict[str, Any]] = {
    "plain": {}, "title": {"bold": True, "font_size": 14},
    "head": {"bold": True, "text_wrap": True, "align": "center", "bg_color": "#DCE6F2", **EDGE},
    "section": {"bold": True, "bg_color": "#EEF2F7", **EDGE}, "order": {"align": "center", **EDGE},
    "code": {"font_color": "#5B6675", "font_size": 9, **EDGE}, "name": {"text_wrap": True, "bold": True, **EDGE},
    "part": {"text_wrap": True, **EDGE}, "label": {"text_wrap": True, **EDGE},
    "note": {"text_wrap": True, "font_size": 10, "font_color": "#3D4752", **EDGE},
    "choice": {"align": "center", **EDGE, **TO_FILL},
    "wrong": {"bg_color": "#F8D7DA", "font_color": "#842029"},
    "doubt": {"bg_color": "#FFE8B3", "font_color": "#664D03"}, "good": {"font_color": "#0F5132"},
}  # fmt: skip


class Styles:
    """Formats of one workbook, each made once."""

    def __init__(self, book: Any) -> None:
        self.book = book
        self.made: dict[tuple[str, int, bool], Any] = {}

    def get(self, name: str) -> Any:
        """A look by its name."""
        return self._made((name, 0, False), {**FONT, **LOOKS[name]})

    def figure(self, decimals: int, *, to_fill: bool = False) -> Any:
        """A number with its decimals; the spreadsheet shows its own signs for thousands and decimals."""
        number = "#,##0" + ("." + "0" * decimals if decimals else "")
        look = {**FONT, **EDGE, "num_format": number, **(TO_FILL if to_fill else {"font_color": "#5B6675"})}
        return self._made(("figure", decimals, to_fill), look)

    def _made(self, named: tuple[str, int, bool], look: dict[str, Any]) -> Any:
        if named not in self.made:
            self.made[named] = self.book.add_format(look)
        return self.made[named]
