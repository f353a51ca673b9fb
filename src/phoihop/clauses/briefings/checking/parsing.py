"""Reading one side of a rule.

Python's own parser reads the arithmetic, after every name of a figure was replaced by an identifier of the same length;
so positions stay true, and nothing that was typed is ever run.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Mapping
from decimal import Decimal

from django.utils.translation import gettext as _

from phoihop.clauses.briefings.checking.cells import EACH, Cell
from phoihop.clauses.briefings.checking.expressions import ZERO, Expression, ExpressionError, Term

MOST = 300  # characters
_SIGNS = str.maketrans({"×": "*", "·": "*", "–": "-", "−": "-", "÷": "/", "\N{NO-BREAK SPACE}": " ", "\t": " "})
_COMMA = re.compile(r"(?<=[0-9]),(?=[0-9])")
_NAME = re.compile(r"(?<![A-Za-z0-9_])[A-Za-z_][A-Za-z0-9_]*(?:\s*\[[^\[\]]*\])?")
_NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
_Known = Mapping[str, Collection[str]]
_Sum = tuple[dict[Cell, Decimal], Decimal]


def parse(text: str, known: _Known | None = None) -> Expression:
    """Read a sum of figures, each times a number: ``tra_truoc + tra_sau``, ``2 * tram[4g] - 10``, ``tram[*]``.

    :param known: codes of indicators and, for each, the codes of its breakdowns; None where any name will do
    :raises ExpressionError: it cannot be read; says where and what to do

    >>> [str(cell) for cell in parse("tra_truoc + 2 * tram[4g] - 0,5").cells]
    ['tra_truoc', 'tram[4g]']
    """
    if not text.strip():
        raise ExpressionError(_("Hãy nhập một biểu thức, ví dụ: tra_truoc + tra_sau."), 0)
    if len(text) > MOST:
        raise ExpressionError(_("Biểu thức dài quá %(n)s ký tự. Hãy viết ngắn lại.") % {"n": MOST}, MOST)
    plain = _COMMA.sub(".", text.translate(_SIGNS))
    names = {found.start(): found[0] for found in _NAME.finditer(plain)}
    masked = _NAME.sub(lambda found: "x" * len(found[0]), plain)
    strange = next((at for at, sign in enumerate(masked) if not sign.isascii() or not sign.isprintable()), None)
    if strange is not None:
        raise _error(_("Ký tự “%(sign)s” không dùng được trong biểu thức."), strange, sign=text[strange])
    skipped = len(masked) - len(masked.lstrip())  # the parser wants no space before the first sign
    try:
        tree = ast.parse(masked.strip(), mode="eval")
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        at = (getattr(problem, "offset", None) or len(text)) - 1 + skipped  # without one, the end came too soon
        at = min(at, len(text) - 1)
        raise _error(_("Biểu thức viết chưa đúng. Hãy xem lại dấu và dấu ngoặc."), at) from None
    terms, constant = _Reader(masked, names, known, skipped).read(tree.body)
    return Expression(tuple(Term(factor, cell) for cell, factor in terms.items()), constant, text.strip())


def _error(message: str, at: int, **words: object) -> ExpressionError:
    place = _("Vị trí %(at)s: ") % {"at": at + 1}
    return ExpressionError(place + (message % words if words else message), at)


class _Reader:
    """Walks what the parser made of the text, and accepts sums of figures times numbers alone."""

    def __init__(self, text: str, names: Mapping[int, str], known: _Known | None, skipped: int) -> None:
        self.text, self.names, self.known, self.skipped = text, names, known, skipped

    def read(self, node: ast.expr) -> _Sum:
        """The factors of the figures below ``node``, and the number beside them."""
        match node:
            case ast.Name():
                return {self._cell(node): Decimal(1)}, ZERO
            case ast.Constant():
                return {}, self._number(node)
            case ast.UnaryOp(op=ast.USub(), operand=inner):
                return _times(self.read(inner), Decimal(-1))
            case ast.UnaryOp(op=ast.UAdd(), operand=inner):
                return self.read(inner)
            case ast.BinOp(op=ast.Add()):
                return _plus(self.read(node.left), self.read(node.right))
            case ast.BinOp(op=ast.Sub()):
                return _plus(self.read(node.left), _times(self.read(node.right), Decimal(-1)))
            case ast.BinOp(op=ast.Mult()):
                return self._product(node)
            case ast.BinOp(op=ast.Div()):
                return self._quotient(node)
        raise _error(_("Chỉ dùng được +, −, nhân với một số, và dấu ngoặc tròn."), self._at(node))

    def _at(self, node: ast.expr) -> int:
        return node.col_offset + self.skipped

    def _number(self, node: ast.Constant) -> Decimal:
        written = ast.get_source_segment(self.text.strip(), node) or ""
        if not _NUMBER.fullmatch(written):
            raise _error(_("“%(text)s” không phải là một số."), self._at(node), text=written)
        return Decimal(written)

    def _product(self, node: ast.BinOp) -> _Sum:
        left, right = self.read(node.left), self.read(node.right)
        if left[0] and right[0]:
            raise _error(_("Chỉ nhân được một chỉ tiêu với một số."), self._at(node.right))
        return _times(left, right[1]) if left[0] else _times(right, left[1])

    def _quotient(self, node: ast.BinOp) -> _Sum:
        left, right = self.read(node.left), self.read(node.right)
        if right[0] or right[1] == ZERO:
            raise _error(_("Chỉ chia được cho một số khác 0."), self._at(node.right))
        return _times(left, 1 / right[1])

    def _cell(self, node: ast.Name) -> Cell:
        at = self._at(node)
        code, _bracket, inside = self.names[at].partition("[")
        code, value = code.strip(), inside.rstrip("]").strip()
        cell = Cell(code, value if _bracket else None)
        if _bracket and not value:
            raise _error(_("Hãy ghi mã phân tổ trong ngoặc vuông, hoặc bỏ ngoặc."), at)
        if self.known is None:
            return cell
        if code not in self.known:
            raise _error(_("Biểu này không có chỉ tiêu “%(code)s”."), at, code=code)
        if value == EACH and not self.known[code]:
            raise _error(_("Chỉ tiêu “%(code)s” không có phân tổ."), at, code=code)
        if value and value != EACH and value not in self.known[code]:
            words = {"code": code, "value": value}
            raise _error(_("Chỉ tiêu “%(code)s” không có giá trị phân tổ “%(value)s”."), at, **words)
        return cell


def _times(one: _Sum, factor: Decimal) -> _Sum:
    return {cell: was * factor for cell, was in one[0].items()}, one[1] * factor


def _plus(one: _Sum, other: _Sum) -> _Sum:
    terms = dict(one[0])
    for cell, factor in other[0].items():
        terms[cell] = terms.get(cell, ZERO) + factor
    return terms, one[1] + other[1]
