import numpy as np
import pytest

from phoihop.clauses.towers.reading import InputRefused, ReadingOptions, read_case, read_mast_case
from phoihop.clauses.towers.tests.reading.files import MASTS, NEED_HEAD, NEEDS, masts, needs


def refusal(tmp_path, mast_lines=(), need_lines=(), **options):
    with pytest.raises(InputRefused) as found:
        read_case(masts(tmp_path, *mast_lines), needs(tmp_path, *need_lines), options=ReadingOptions(**options))
    return [problem.sentence("en") for problem in found.value.problems]


def test_vietnamese_tables_become_arrays(tmp_path):
    case = read_case(masts(tmp_path), needs(tmp_path))

    assert case.rules.operators == ("MobiFone", "Viettel", "VNPT")
    assert case.masts.ids.tolist() == ["M1", "M2", "M3"]
    assert case.masts.owner.tolist() == [2, 1, 1]
    assert case.masts.tenants.tolist() == [0b100, 0b110, 0b010]
    assert case.masts.points.xy[0].tolist() == [106.333, 20.94]
    assert np.isnan(case.masts.rent_vnd).tolist() == [False, True, False]
    assert case.needs.operator.tolist() == [1, 2, 0]
    assert case.needs.radius_m.tolist() == [300, 250, 250]
    assert case.notes == ()


def test_free_places_are_those_listed_or_assumed_under_the_tenants(tmp_path):
    free = read_case(masts(tmp_path), needs(tmp_path)).masts.free

    assert np.flatnonzero(free[0]).tolist() == [9, 10, 11]
    assert free[1].sum() == 0
    assert np.flatnonzero(free[2]).tolist() == [9]


def test_masts_alone_are_read_for_what_needs_no_needs(tmp_path):
    found, sheet, operators, notes = read_mast_case(masts(tmp_path))

    assert len(found) == 3
    assert operators.names == ("Viettel", "VNPT")
    assert sheet.book.max_operators == 4
    assert notes == ()


def test_duplicate_ids_name_both_lines(tmp_path):
    said = refusal(tmp_path, [*MASTS, MASTS[0]])

    assert said == ["Line 5, “Mã cột”: The id “M1” already stands in line 2. Use each id once."]


def test_negative_heights_are_told(tmp_path):
    said = refusal(tmp_path, [MASTS[0].replace(";42;", ";-42;")])

    assert said == ["Line 2, “Chiều cao (m)”: -42 is under the least possible 1. Check the number and its unit."]


@pytest.mark.parametrize(
    ("radius", "words"),
    [("50000", "A radius of 50000 m is over the 5000 m"), ("0,3", "Radii are in metres: write 0.3 km as 300")],
)
def test_rings_out_of_measure_are_told(tmp_path, radius, words):
    said = refusal(tmp_path, need_lines=[NEEDS[0], NEEDS[1].replace(";250;", f";{radius};")])

    assert len(said) == 1
    assert said[0].startswith("Line 3, “Bán kính (m)”")
    assert words in said[0]


def test_a_wider_ring_is_let_where_it_is_wanted(tmp_path):
    case = read_case(
        masts(tmp_path),
        needs(tmp_path, NEEDS[0].replace(";300;", ";9000;")),
        options=ReadingOptions(widest_ring_m=10_000),
    )

    assert case.needs.radius_m.tolist() == [9000]


def test_a_free_place_above_the_mast_is_told(tmp_path):
    said = refusal(tmp_path, [MASTS[0].replace("27 30 33", "45")])

    assert said == ["Line 2, “Độ cao còn trống”: A free place at 45 m is higher than the mast (42 m). Check both."]


def test_a_list_of_heights_that_is_none_is_told(tmp_path):
    assert "is no list of free heights" in refusal(tmp_path, [MASTS[0].replace("27 30 33", "24,27")])[0]


def test_columns_that_are_missing_can_have_a_default(tmp_path):
    head, lines = NEED_HEAD.rsplit(";", 2)[0], [line.rsplit(";", 2)[0] for line in NEEDS]
    paths = masts(tmp_path), needs(tmp_path, *lines, head=head)

    with pytest.raises(InputRefused, match="column of search radii is missing"):
        read_case(*paths)
    case = read_case(*paths, options=ReadingOptions(default_radius_m=200, default_antenna_m=20))

    assert set(case.needs.radius_m) == {200}
    assert [note.problem.text("en") for note in case.notes] == [
        "There is no column of radius_m: 200 is used for every line.",
        "There is no column of height_m: 20 is used for every line.",
    ]


def test_bad_lines_are_left_out_where_that_is_wanted(tmp_path):
    paths = masts(tmp_path, *MASTS, "M4;x;20,9;VNPT;;30;;"), needs(tmp_path)

    case = read_case(*paths, options=ReadingOptions(leave_out_bad=True))

    assert case.masts.ids.tolist() == ["M1", "M2", "M3"]
    assert "1 lines with errors are left out" in case.notes[-1].problem.text("en")


def test_a_file_that_ends_in_the_middle_is_told(tmp_path):
    path = masts(tmp_path)
    path.write_bytes(path.read_bytes()[:-20])

    with pytest.raises(InputRefused, match="Line 4: The file ends in the middle of this line"):
        read_case(path, needs(tmp_path))


def test_a_file_that_is_not_there_is_told(tmp_path):
    with pytest.raises(InputRefused, match="cannot be read"):
        read_case(tmp_path / "none.csv", needs(tmp_path))


def test_too_many_operators_are_told(tmp_path):
    lines = [f"N{number};Nhà mạng {number};106,33;20,94;300;24" for number in range(70)]

    assert "There are 72 operators, more than the limit of 60" in refusal(tmp_path, need_lines=lines)[0]
