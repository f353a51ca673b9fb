"""Every word of a page goes through translation."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

from django.template.base import Lexer, Token, TokenType

SPOKEN = {
    "alt",
    "aria-description",
    "aria-label",
    "data-confirm",
    "data-confirm-verb",
    "data-label",
    "placeholder",
    "title",
}
SAME_EVERYWHERE = re.compile(
    r"Phối Hợp|English|Tiếng Việt|VNPT|Viettel|MobiFone"
    r"|PDF(/A)?|DOCX|XLSX|CSV|JSON|ICS|iCalendar|SHA-?256|UTC(\+7)?|TOTP|QR|API|VND|MB|kB"
    r"|\b(k?m²?|W)\b"  # units
)
HOLE = " "  # stands for whatever a tag or a variable puts there
LITERAL = re.compile(r"""(_\()?("[^"]*"|'[^']*')""")
NOT_ENGLISH = re.compile(r"[^\x00-\x7f]")


def _has_letters(text: str) -> bool:
    return any(letter.isalpha() for letter in SAME_EVERYWHERE.sub("", text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[int, str]] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in {"script", "style"}
        spoken = SPOKEN | {"value"} if tag == "input" and ("type", "submit") in attrs else SPOKEN
        for name, value in attrs:
            if name in spoken and value and _has_letters(value):
                self.found.append((self.getpos()[0], value))

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in {"script", "style"}

    def handle_data(self, data: str) -> None:
        if not self.silent and _has_letters(data):
            lines = self.getpos()[0] + data[: len(data) - len(data.lstrip())].count("\n")
            self.found.append((lines, data.strip()))


def _without_tags(tokens: list[Token]) -> str:
    """The template's own markup: what is in translated blocks and comments is left out, line numbers stay right."""
    text, skipped_until = [], None
    for token in tokens:
        word = token.contents.split()[0] if token.token_type == TokenType.BLOCK and token.contents else ""
        if skipped_until:
            skipped_until = None if word in skipped_until else skipped_until
            text.append("\n" * token.contents.count("\n"))
        elif word in {"blocktranslate", "blocktrans"}:
            skipped_until = {"endblocktranslate", "endblocktrans"}
        elif word == "comment":
            skipped_until = {"endcomment"}
        elif token.token_type == TokenType.TEXT:
            text.append(token.contents)
        elif token.token_type in {TokenType.VAR, TokenType.BLOCK}:
            text.append(HOLE + "\n" * token.contents.count("\n"))
    return "".join(text)


def _words_in_tags(tokens: list[Token]) -> list[tuple[int, str]]:
    """Vietnamese in the arguments of tags and filters, where ``_("…")`` does not surround it."""
    found = []
    for token in tokens:
        if token.token_type not in {TokenType.VAR, TokenType.BLOCK}:
            continue
        if token.contents.split()[:1] in (["translate"], ["trans"], ["blocktranslate"], ["blocktrans"]):
            continue
        for literal in LITERAL.finditer(token.contents):
            if not literal[1] and NOT_ENGLISH.search(literal[2]) and _has_letters(literal[2]):
                found.append((token.lineno or 0, literal[2]))
    return found


def untranslated(folder: Path) -> list[str]:
    """Texts and spoken attributes of templates that nobody would translate."""
    wrong = []
    for path in sorted(folder.rglob("templates/**/*.html")):
        tokens = Lexer(path.read_text(encoding="utf-8")).tokenize()
        reader = _Reader()
        reader.feed(_without_tags(tokens))
        reader.close()
        wrong += [f"{path}:{line}: {text!r}" for line, text in sorted(reader.found + _words_in_tags(tokens))]
    return wrong
