"""A tenant reads of the mast it stands on what concerns itself, and nothing of its owner's other secrets."""

from __future__ import annotations

from tests.access.crawling import crawl
from tests.access.markers import secret
from tests.access.matrix import towers_registry
from tests.access.reading import address, read

KEPT = [secret(what) for what in ("chu-dat", "tai-lieu-cot", "giay-phep", "vi-tri-kia", "du-kien")]
RENT = ("7654321", "7.654.321")


def test_a_tenant_reads_neither_landlord_nor_rent_nor_other_masts(world, client_of):
    starts = [address(line, world.args) for line in read(towers_registry.TABLE)]

    found = dict(crawl(client_of(world.people["post"]), list(dict.fromkeys(starts)), limit=120))

    told = {url: [word for word in (*KEPT, *RENT) if word in text] for url, text in found.items()}
    assert {url: words for url, words in told.items() if words} == {}
    mast = found[address(next(line for line in read(towers_registry.TABLE) if line.row == "mast"), world.args)]
    assert secret("vi-tri") in mast
    assert secret("thoa-thuan") in mast
