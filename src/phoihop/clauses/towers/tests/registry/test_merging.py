import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from phoihop.base.errors import Refused
from phoihop.base.files import visible_file
from phoihop.clauses.towers.actions.registry import files
from phoihop.clauses.towers.actions.registry.merging import merge_sites
from phoihop.clauses.towers.models import Site
from phoihop.clauses.towers.queries.registry.likeness import like_sites


def test_near_places_are_paired_and_far_or_foreign_ones_are_not(vnpt, viettel, mast_of):
    first = mast_of(vnpt).site
    near = mast_of(vnpt, site={"latitude": 20.9402}).site
    mast_of(vnpt, site={"latitude": 20.99})
    mast_of(viettel)

    pairs = like_sites(actor=vnpt)

    assert [(pair.site, pair.other, round(pair.metres)) for pair in pairs] == [(first, near, 11)]


def test_merging_moves_masts_and_files(vnpt, mast_of):
    site, other = mast_of(vnpt).site, mast_of(vnpt).site
    kept = files.add_file(actor=vnpt, site=other, upload=SimpleUploadedFile("a.txt", b"Giay"), caption="Giấy phép")

    merge_sites(actor=vnpt, site=site, other=other)

    assert list(Site.objects.all()) == [site]
    assert sorted(site.masts.values_list("code", flat=True)) == ["", other.code]
    assert visible_file(actor=vnpt, pk=kept.file_id) == kept.file


def test_two_owners_are_not_merged(vnpt, viettel, mast_of):
    with pytest.raises(Refused, match="cùng một doanh nghiệp"):
        merge_sites(actor=vnpt, site=mast_of(vnpt).site, other=mast_of(viettel).site)
