"""Search among 100,000 obstacles, and what looks alike while one types, as the department and as one of five.

The peers, in the same process and on the same texts: SQLite's own FTS5 with its own folding, asked for its best 25
with no regard for who asks; and LIKE over a folded column.
"""

from __future__ import annotations

import datetime as dt
import random
from typing import Any

from bench.setting import prepare
from bench.table import Row, pairs_of

OBSTACLES, ROUNDS = 100_000, 7
SEARCH_GOAL, ALIKE_MS = 1.0, 150  # times LIKE, which reads every row; milliseconds between two keys
ASKED = {
    "rare words": "sét đánh Yết Kiêu",
    "common words": "phản đối trạm",
    "the beginning of a word": "điện lực tă",
}
TYPED = "Người dân thôn Đông phản đối lắp đặt trạm BTS, không cho thi công móng cột tại xã Yết Kiêu"
WHO = ("Người dân", "Các hộ dân", "Chủ nhà", "Điện lực", "Nhà thầu", "Ban quản lý", "UBND xã", "Đơn vị thi công")
DOES = (
    "phản đối",
    "ngăn cản",
    "tăng giá",
    "chậm trả lời",
    "làm đứt",
    "yêu cầu di dời",
    "đòi bồi thường",
    "thu thêm phí",
)
WHAT = (
    "trạm BTS",
    "cột treo cáp",
    "tuyến cáp quang",
    "cống bể",
    "tủ cáp",
    "điểm phục vụ",
    "mặt bằng trạm",
    "máy phát điện",
)
WHY = (
    "vì sét đánh",
    "do thi công",
    "vì lo bức xạ",
    "do hết hợp đồng",
    "khi mở đường",
    "sau mưa bão",
    "vì tiếng ồn",
    "do cấm tải",
)


def run() -> list[Row]:
    """Time each question against its peers."""
    prepare()
    regulator, enterprise = _archive(OBSTACLES)
    rows = []
    for name, text in ASKED.items():
        for who, actor in (("department", regulator), ("enterprise", enterprise)):
            rows += _searched(name, text, who, actor)
    for who, actor in (("department", regulator), ("enterprise", enterprise)):
        rows.append(_alike(who, actor))
    return rows


def _searched(name: str, text: str, who: str, actor: Any) -> list[Row]:
    from phoihop.clauses.briefings.queries.obstacles.rows import By, obstacles  # noqa: PLC0415

    def ours() -> list[Any]:
        return list(obstacles(actor=actor, by=By(text=text))[:25])

    first, fts = pairs_of(ours, lambda: _fts(text), ROUNDS)
    again, like = pairs_of(ours, lambda: _like(text), ROUNDS)
    best = min(first, again)
    return [
        Row(
            f"search by {name}, {who}, {OBSTACLES:,} obstacles",
            f"{best * 1000:.1f} ms",
            f"LIKE {like * 1000:.0f} ms, bare FTS5 {fts * 1000:.1f} ms",
            f"≤ {SEARCH_GOAL:.0f} × LIKE",
            best <= SEARCH_GOAL * like,
        )
    ]


def _alike(who: str, actor: Any) -> Row:
    from phoihop.clauses.briefings.queries.obstacles.searching import alike  # noqa: PLC0415

    ours, fts = pairs_of(lambda: alike(actor=actor, text=TYPED), lambda: _fts(TYPED, " OR "), ROUNDS)
    return Row(
        f"what is alike while typing, {who}, {OBSTACLES:,} obstacles", f"{ours * 1000:.0f} ms",
        f"FTS5's bm25 of any word {fts * 1000:.0f} ms", f"≤ {ALIKE_MS} ms", ours * 1000 <= ALIKE_MS,
    )  # fmt: skip


def _fts(text: str, between: str = " ") -> list[Any]:
    words = [f'"{word}"' for word in text.replace("đ", "d").replace("Đ", "D").replace(",", "").split()]
    return _all(
        "SELECT title FROM peer p JOIN briefings_obstacle o ON o.id = p.id WHERE peer MATCH %s ORDER BY rank LIMIT 25",
        [between.join(words) + " *"],
    )


def _like(text: str) -> list[Any]:
    from phoihop.cores.viet import fold  # noqa: PLC0415

    words = fold(text).split()
    asked = " AND ".join("p.folded LIKE %s" for _word in words)
    return _all(
        f"SELECT o.title FROM plain p JOIN briefings_obstacle o ON o.id = p.id WHERE {asked} "  # noqa: S608
        "ORDER BY o.raised_at DESC LIMIT 25",
        [f"%{word}%" for word in words],
    )


def _all(sql: str, values: list[str]) -> list[Any]:
    from django.db import connection  # noqa: PLC0415

    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        return list(cursor.fetchall())


def _archive(count: int) -> tuple[Any, Any]:
    """So many obstacles of five enterprises, one in ten open to all; the same texts for the peers."""
    from django.db import connection  # noqa: PLC0415
    from django.utils import timezone  # noqa: PLC0415

    from phoihop.clauses.briefings.models import Obstacle, ObstacleText  # noqa: PLC0415
    from phoihop.clauses.briefings.obstacles import rows  # noqa: PLC0415
    from phoihop.cores.viet import fold  # noqa: PLC0415
    from phoihop.testing.cast import stage  # noqa: PLC0415
    from phoihop.testing.factories import PartyFactory, ProgrammePartyFactory  # noqa: PLC0415

    dice = random.Random(7)  # noqa: S311 - the same texts in every run
    cast = stage()
    programme = cast["programme"]
    parties = [cast["vnpt"].party, *(PartyFactory(registered_by=cast["regulator"].party) for _ in range(4))]
    for party in parties[1:]:
        ProgrammePartyFactory(programme=programme, party=party)
    places = [f"xã {first} {last}" for first in ("Gia", "Yết", "Cẩm", "Thanh", "Kim", "Hồng", "Đại", "Tân")
              for last in ("Tân", "Kiêu", "Hưng", "Xuân", "Đính", "Phong", "Sơn", "Lập")]  # fmt: skip
    now, made, texts = timezone.now(), [], []
    for number in range(count):
        said = [dice.choice(part) for part in (WHO, DOES, WHAT, WHY)]
        row = Obstacle(
            programme=programme, party=parties[number % 5], title=" ".join(said), place=dice.choice(places),
            text=". ".join(" ".join(dice.choice(part) for part in (WHO, DOES, WHAT, WHY)) for _ in range(3)),
            audience="all" if number % 10 == 0 else "department", raised_at=now - dt.timedelta(minutes=count - number),
        )  # fmt: skip
        made.append(row)
        texts.append((row.pk.hex, f"{row.title} {row.place} {row.text}"))
    Obstacle.objects.bulk_create(made, batch_size=2000)
    ObstacleText.objects.bulk_create(
        [ObstacleText(obstacle=row, words=rows.searchable(row), scope=rows.scope_of(row)) for row in made],
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE VIRTUAL TABLE peer USING fts5(id UNINDEXED, said, tokenize='unicode61 remove_diacritics 2')"
        )
        cursor.executemany("INSERT INTO peer(id, said) VALUES (%s, %s)",
                           [(pk, text.replace("đ", "d").replace("Đ", "D")) for pk, text in texts])  # fmt: skip
        cursor.execute("CREATE TABLE plain (id char(32) PRIMARY KEY, folded text)")
        cursor.executemany("INSERT INTO plain VALUES (%s, %s)", [(pk, fold(text)) for pk, text in texts])
    return cast["regulator"], cast["vnpt"]
