import pytest

from phoihop.clauses.briefings.actions.obstacles import raising
from phoihop.clauses.briefings.models import Audience, Obstacle
from phoihop.clauses.briefings.obstacles.search_words import pairs, syllables, words_of
from phoihop.clauses.briefings.queries.obstacles.rows import By, obstacles
from phoihop.clauses.briefings.queries.obstacles.searching import alike


@pytest.fixture
def three(raised, vnpt):
    raised(vnpt, "Người dân phản đối lắp đặt trạm BTS tại thôn Đông", place="xã Gia Tân")
    raised(vnpt, "Giá thuê cột điện lực tăng 40%", text="Điện lực Gia Lộc báo giá mới.")
    raised(vnpt, "Thi công ngầm hóa làm đứt cáp", text="Đường Trần Hưng Đạo, TP. Hải Dương.")


def _found(who, text):
    return [row.title[:12] for row in obstacles(actor=who, by=By(text=text))]


@pytest.mark.parametrize("text", ["phản đối", "PHAN DOI", "gia tan phan", "bts thon", "phan d"])
def test_words_are_found_with_and_without_diacritics_in_any_order(three, vnpt, text):
    assert _found(vnpt, text) == ["Người dân ph"]


@pytest.mark.parametrize("text", ["phan dao", "xyz", "'; drop", '"', "doi0phan P0"])
def test_what_is_not_there_is_not_found(three, vnpt, text):
    assert _found(vnpt, text) == []


def test_nothing_hidden_is_found_nor_alike(three, regulator, viettel):
    assert len(_found(regulator, "gia")) == 2
    assert _found(viettel, "gia") == []
    assert alike(actor=viettel, text="Người dân phản đối lắp đặt trạm BTS tại thôn Đông") == []


def test_opening_lets_others_find_it(three, vnpt, viettel):
    raising.open_to_all(actor=vnpt, obstacle=Obstacle.objects.get(title__startswith="Giá"))

    assert _found(viettel, "gia thue") == ["Giá thuê cột"]


def test_what_shares_telling_words_is_alike_likest_first(three, raised, vnpt):
    raised(vnpt, "Dân thôn Đông phản đối trạm")

    found = alike(actor=vnpt, text="Phản đối lắp đặt trạm BTS thôn Đông")

    assert [one.row.title[:8] for one in found] == ["Người dâ", "Dân thôn"]
    assert found[0].likeness > found[1].likeness


def test_an_open_one_is_alike_for_all(raised, vnpt, viettel):
    raised(vnpt, "Chủ nhà tăng giá thuê mặt bằng trạm", audience=Audience.ALL)

    found = alike(actor=viettel, text="chủ nhà đòi tăng giá thuê mặt bằng")

    assert len(found) == 1


def test_names_of_sites_are_not_searched(raised, vnpt):
    raised(vnpt, sites=[raising.SiteNamed("HDGBIMAT01")])

    assert _found(vnpt, "hdgbimat01") == []


def test_words_are_folded_cut_and_paired():
    assert syllables("Đường Trần-Hưng Đạo, 12") == ["duong", "tran", "hung", "dao", "12"]
    assert pairs("phản đối") == ["phan0doi"]
    assert words_of(["phản đối", "đối phản"]) == "phan doi phan0doi doi0phan"
