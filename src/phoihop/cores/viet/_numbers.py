"""Numbers as they are written: 1.923,5 and 92,2 %."""

from __future__ import annotations

import re
import unicodedata
from decimal import ROUND_HALF_UP, Context, Decimal

from phoihop.cores.viet._errors import NotANumber

Number = Decimal | int | float

WRITTEN = re.compile(r"[+-]?(?:[0-9]+|[1-9][0-9]{0,2}(?:\.[0-9]{3})+)(?:,[0-9]+)?")
MINUS = str.maketrans("\N{MINUS SIGN}", "-")
MOST_PLACES = 1000  # beyond any figure, and short of what would fill the memory with zeros


def format_number(value: Number, places: int | None = None) -> str:
    """Grouped by points, with a decimal comma; half is rounded up; without ``places`` needless zeros are dropped.

    :raises NotANumber: infinite, or no number at all

    >>> format_number(1923), format_number(Decimal("92.20")), format_number(0.25, 1)
    ('1.923', '92,2', '0,3')
    """
    amount = Decimal(str(value))
    if not amount.is_finite() or abs(amount.adjusted()) > MOST_PLACES:
        raise NotANumber(value)
    if places is None:
        text = f"{amount:,f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    else:
        text = f"{_rounded(amount, places):,f}"
    if not text.strip("-0.,"):
        text = text.lstrip("-")
    return text.translate({ord(","): ".", ord("."): ","})


def format_percent(percent: Number, places: int | None = None) -> str:
    """A percentage with its sign, which a no-break space keeps on the line.

    :param percent: 92.2 for 92,2 %, not 0.922

    >>> format_percent(Decimal("92.2")) == "92,2\\N{NO-BREAK SPACE}%"
    True
    """
    return f"{format_number(percent, places)}\N{NO-BREAK SPACE}%"


def parse_number(text: str) -> Decimal:
    """A number written the Vietnamese way: points group thousands, a comma begins the decimals.

    A point anywhere else is refused rather than guessed at: 92.2 could have meant 92,2 or 922.

    :raises NotANumber: it is none

    >>> parse_number("1.923,5"), parse_number("92,2"), parse_number("1.923")
    (Decimal('1923.5'), Decimal('92.2'), Decimal('1923'))
    """
    bare = "".join(unicodedata.normalize("NFC", text).translate(MINUS).split())
    if len(bare) > MOST_PLACES or not WRITTEN.fullmatch(bare):
        raise NotANumber(text)
    return Decimal(bare.replace(".", "").replace(",", "."))


def _rounded(amount: Decimal, places: int) -> Decimal:
    digits = max(amount.adjusted(), 0) + places + 2
    return amount.quantize(Decimal(1).scaleb(-places), context=Context(prec=digits, rounding=ROUND_HALF_UP))
