import numpy as np

from phoihop.clauses.towers.reading import read_case
from phoihop.clauses.towers.reading.land import provinces
from phoihop.clauses.towers.writing.inputs import write_masts, write_needs
from phoihop.cores.towerplan.invented import invent


def test_a_network_that_is_written_is_read_back_whole(tmp_path):
    network = invent(400, 80, seed=5, area=provinces()["hai duong"])
    write_masts(tmp_path / "m.csv", network.masts, network.operators)
    write_needs(tmp_path / "n.csv", network.needs, network.operators)

    case = read_case(tmp_path / "m.csv", tmp_path / "n.csv")

    assert case.notes == ()
    assert case.rules.operators == network.operators
    for rows, written in ((case.masts, network.masts), (case.needs, network.needs)):
        for name in rows.__dataclass_fields__:
            found, wanted = getattr(rows, name), getattr(written, name)
            if name == "points":
                assert np.abs(found.xy - wanted.xy).max() < 1e-7
            elif found.dtype.kind == "f":
                assert np.array_equal(found, wanted, equal_nan=True), name
            elif name == "free":
                assert np.array_equal(found, wanted[:, : found.shape[1]])
            else:
                assert found.tolist() == wanted.tolist(), name
